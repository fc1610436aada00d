#include "common/entity/person.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string print(const std::vector<PersonMention>& persons) {
  std::string out;
  for (const auto& person : persons) {
    out += (out.empty() ? "" : " ; ") + person.name + " = " + std::string(name_of(person.role)) +
           (person.post.empty() ? "" : " @ " + person.post);
  }
  return out;
}

TEST(Person, IsWhoeverIsNamedAndHoldsNoPostOfTheState) {
  for (const auto& row : read_table("persons.tsv")) {
    EXPECT_EQ(print(find_persons(row[0])), row[1]) << row;
  }
}

TEST(Person, SpansAreOfTheAuthorsOwnBytes) {
  const std::string display = "Theo  ông\xC2\xA0Lê Văn Ta\xCC\x81m, Tổng Giám đốc VNPT.";
  const auto persons = find_persons(display);
  ASSERT_EQ(persons.size(), 1U);
  EXPECT_EQ(slice(display, persons[0].span), "Lê Văn Ta\xCC\x81m");
}

}  // namespace
}  // namespace tracuu
