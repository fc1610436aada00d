#include "common/index/segments.h"

#include <gtest/gtest.h>

#include "common/index/bytes.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Docids = std::vector<std::uint32_t>;

TEST(Segments, AreTheGenerationAndItsDelta) {
  const TemporaryDirectory generation;
  EXPECT_EQ(segments_of(generation.path()).size(), 1U);
  generation.write("delta/articles", "");
  EXPECT_EQ(segments_of(generation.path()).back(), generation.path() / kDeltaFolder);
}

TEST(RemovedDocids, ComeBackAsTheyWerePacked) {
  for (const Docids& docids : {Docids{}, Docids{1}, Docids{7, 8, 300, 0xFFFFFFFF}}) {
    EXPECT_FALSE(pack_docids(docids).empty()) << "none is not the same as nothing said";
    EXPECT_EQ(unpack_docids(pack_docids(docids)), docids);
  }
}

TEST(RemovedDocids, AreNotReadFromDamagedBytes) {
  EXPECT_FALSE(unpack_docids("")) << "the delta does not tell what it removes";
  const std::string bytes = pack_docids(Docids{7, 8});
  EXPECT_FALSE(unpack_docids(bytes.substr(0, 2))) << "one is missing";
  EXPECT_FALSE(unpack_docids(bytes + "\x01")) << "one is too many";
  EXPECT_FALSE(unpack_docids(std::string("\x01\x00", 2))) << "no article has docid 0";
  EXPECT_FALSE(unpack_docids(std::string("\x02\x07\x00", 3))) << "twice the same";
  EXPECT_FALSE(unpack_docids("\xFF")) << "a count without end";
}

}  // namespace
}  // namespace tracuu
