#pragma once

#include <cstddef>
#include <vector>

#include "common/entity/person_scan.h"

namespace tracuu {

/// One place where a person is named, with the posts that the words around give them.
struct Appearance {
  std::size_t begin = 0;           ///< token
  std::size_t end = 0;             ///< token behind the last
  bool full_name = true;           ///< false for "ông Hải"
  bool addressed = false;          ///< a form of address or a post stands before the name
  std::vector<std::size_t> posts;  ///< indexes into PersonScan::posts, in the order written
};

/// Gives each post of a scan to the name it belongs to: the one right behind it, else the one
/// before it in the same list item; posts that several names share ("các Phó Chủ tịch A và B", "các
/// đồng chí A, B, Phó Chủ tịch") go to each. Posts without a name are left out. Linear in time but
/// for what shared posts add to the result.
std::vector<Appearance> bind_posts(const WordedText& words, const PersonScan& scan);

}  // namespace tracuu
