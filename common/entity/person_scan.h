#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/entity/official_words.h"
#include "common/entity/person_link.h"
#include "common/entity/post.h"

namespace tracuu {

/// A part of the text that names a person or a post.
struct PersonElement {
  enum class Kind : std::uint8_t {
    kAddress,  ///< "ông", "đồng chí", "PGS.TS": a name follows
    kPost,
    kName,       ///< a full name
    kShortName,  ///< a given name, or a middle and a given name
  };
  Kind kind = Kind::kName;
  Link link = Link::kFar;
  bool plural = false;  ///< "các đồng chí", "hai Phó Chủ tịch": what is said holds for all named
  bool addressed = false;  ///< of names: a form of address or a post stands before it
  std::size_t begin = 0;   ///< token
  std::size_t end = 0;     ///< token behind the last
  std::size_t post = 0;    ///< of posts: index into PersonScan::posts
};

/// The elements of a text in order, without overlaps.
struct PersonScan {
  std::vector<PersonElement> elements;
  std::vector<PostReading> posts;
  std::vector<PersonElement> credits;  ///< names behind "Ảnh:", "Phóng viên"; none is an element
};

/// Finds everything in a text that names a person or a post. The late
/// ("cố Thủ tướng ...") and names that streets, wards or schools bear are left out. Linear in
/// time.
PersonScan scan_persons(const WordedText& words);

}  // namespace tracuu
