#include "server/api/highlight.h"

#include <gtest/gtest.h>

namespace tracuu {
namespace {

TEST(Highlight, EscapesEverythingButItsOwnMarks) {
  const Snippet snippet{"<b>\"A\" & 'B'</b>", {{4, 5}}};
  EXPECT_EQ(to_html(snippet), "&lt;b&gt;&quot;<mark>A</mark>&quot; &amp; &#39;B&#39;&lt;/b&gt;");
}

TEST(Highlight, MarksInsideMarkupStayText) {
  const Snippet snippet{"<script>", {{1, 7}}};
  EXPECT_EQ(to_html(snippet), "&lt;<mark>script</mark>&gt;");
}

TEST(Highlight, OffsetsCountCharactersNotBytes) {
  const std::string text = "Nghị quyết số 36";
  const auto begin = static_cast<std::uint32_t>(text.find("quyết"));
  const Snippet snippet{text,
                        {{begin, begin + static_cast<std::uint32_t>(std::string("quyết").size())}}};
  EXPECT_EQ(character_offsets(snippet),
            (std::vector<std::pair<std::size_t, std::size_t>>{{5, 10}}));
}

TEST(Highlight, TextWithoutMatchesHasNoMarks) {
  EXPECT_EQ(to_html({"Đà Nẵng", {}}), "Đà Nẵng");
  EXPECT_TRUE(character_offsets({"Đà Nẵng", {}}).empty());
}

}  // namespace
}  // namespace tracuu
