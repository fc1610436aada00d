#include "server/http/url.h"

#include <gtest/gtest.h>

#include "server/query/parameter_values.h"
#include "tests/server/http/wire_text.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

// "a=1 & b=2": the way the tables print parameters.
std::string print_parameters(const Target& target) {
  std::string text;
  for (const auto& [name, value] : target.parameters) {
    text += (text.empty() ? "" : " & ") + name + '=' + value;
  }
  return text;
}

std::string print_segments(const Target& target) {
  std::string text;
  for (const auto& segment : target.segments) {
    text += '[' + segment + ']';
  }
  return text;
}

TEST(Url, ReadsTargets) {
  for (const TableRow& row : read_table("http_targets.tsv")) {
    SCOPED_TRACE(row);
    const std::string bytes = wire_bytes(row[0]);
    const ExactText text(bytes);
    const auto target = parse_target(text);
    ASSERT_TRUE(target) << target.error().message;
    EXPECT_EQ(target->path, row[1]);
    EXPECT_EQ(print_segments(*target), row[2]);
    EXPECT_EQ(print_parameters(*target), row[3]);
  }
}

TEST(Url, RefusesBadTargetsWithASentence) {
  for (const TableRow& row : read_table("http_bad_targets.tsv")) {
    SCOPED_TRACE(row);
    const std::string bytes = wire_bytes(row[0]);
    const ExactText text(bytes);
    const auto target = parse_target(text);
    ASSERT_FALSE(target);
    EXPECT_EQ(target.error().message, row[1]);
  }
}

TEST(Url, TakesAsManyParametersAsAllowedAndNotOneMore) {
  std::string target = "/?p=0";
  for (std::size_t i = 1; i < kMaxParameters; ++i) {
    target += "&p=" + std::to_string(i);
  }
  ASSERT_TRUE(parse_target(target));
  EXPECT_EQ(parse_target(target)->parameters.size(), kMaxParameters);
  const auto more = parse_target(target + "&p=");
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().message, "query: more than 64 parameters");
}

TEST(Url, EncodesWhatItDecodes) {
  std::string every_byte_but_nul;
  for (int byte = 1; byte < 128; ++byte) {
    every_byte_but_nul += static_cast<char>(byte);
  }
  for (const std::string& text :
       {every_byte_but_nul, std::string("36-NQ/TW"), std::string("Nghị quyết số 36a, Huế")}) {
    const auto path_way = percent_decode(percent_encoded(text), false);
    const auto query_way = percent_decode(percent_encoded(text), true);
    ASSERT_TRUE(path_way && query_way);
    EXPECT_EQ(*path_way, text);
    EXPECT_EQ(*query_way, text);
  }
}

TEST(Url, EncodesForAnyPlaceOfALink) {
  EXPECT_EQ(percent_encoded("36-NQ/TW"), "36-NQ%2FTW");
  EXPECT_EQ(percent_encoded("Huế"), "Hu%E1%BA%BF");
  EXPECT_EQ(percent_encoded("a b&c=d+e"), "a%20b%26c%3Dd%2Be");
  EXPECT_EQ(percent_encoded("A-z_0.9~"), "A-z_0.9~");
}

}  // namespace
}  // namespace tracuu
