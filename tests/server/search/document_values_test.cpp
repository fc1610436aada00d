#include "server/search/document_values.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/search/selection.h"
#include "server/search/value_counts.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

class DocumentValues : public testing::Test {
 protected:
  DocumentValues()
      : index_(articles()), columns_(Columns::load(index_.open(), *index_.open().removed())) {}

  static std::vector<Article> articles() {
    std::vector<Article> all;
    for (const char* number : {"36-NQ/TW", "36/NQ-CP", "36a/NQ-CP", "36/2018/NQ-HĐND", "NQ 36",
                               "48/2009/QĐ-TTg", "48/QĐ-UBND", "Đề án 06"}) {
      all.push_back(plain_article("a" + std::to_string(all.size()), "", "x"));
      cite(all.back(), number);
    }
    return all;
  }

  ArticleSet all() const { return columns_.live(); }

  /// The documents of the articles that pass document=`value`, in byte order.
  std::string passing(std::string_view value) const {
    SearchRequest request;
    request.filters = {{FieldId::kDocument, {std::string(value)}}};
    const Selection selection(request, columns_);
    std::vector<std::string> numbers;
    selection.passing(all()).for_each([&](Ordinal article) {
      columns_.column(FieldId::kDocument).for_each_of(article, [&](ValueNumber number) {
        numbers.push_back(columns_.value(number).value);
        std::replace(numbers.back().begin(), numbers.back().end(), ' ', '_');
      });
    });
    std::sort(numbers.begin(), numbers.end());
    std::string listed;
    for (const std::string& number : numbers) {
      listed.append(listed.empty() ? "" : " ").append(number);
    }
    return listed;
  }

  SampleIndex index_;
  Columns columns_;
};

TEST_F(DocumentValues, OfAShortNumberAreThoseOfItsTypeAndNumber) {
  for (const TableRow& row : read_table("short_numbers.tsv")) {
    EXPECT_EQ(passing(row[0]), row[1]) << row;
  }
}

TEST_F(DocumentValues, AreCountedAsTheFilterFindsThem) {
  for (const TableRow& row : read_table("short_numbers.tsv")) {
    SearchRequest request;
    request.filters = {{FieldId::kDocument, {std::string(row[0])}}};
    const auto counts = value_counts(FieldId::kDocument, request, columns_);
    std::uint64_t count = 0;
    for (const CountedPlace& counted : counts->counts_in(all())) {
      count += counts->value_at(counted.place).value == row[0] ? counted.count : 0;
    }
    const auto blanks = std::count(row[1].begin(), row[1].end(), ' ');
    EXPECT_EQ(count, row[1].empty() ? 0 : static_cast<std::uint64_t>(blanks) + 1) << row;
    if (const auto known = columns_.number_of(FieldId::kDocument, row[0])) {
      EXPECT_EQ(columns_.articles_with(*known), count) << row;
    }
  }
}

TEST_F(DocumentValues, InShortAreToldByTypeAndNumber) {
  EXPECT_TRUE(short_number("NQ 36"));
  EXPECT_TRUE(short_number("QĐ 48/2009"));
  EXPECT_FALSE(short_number("36-NQ/TW"));
  EXPECT_FALSE(short_number("Đề án 06"));
  EXPECT_FALSE(short_number(""));
}

}  // namespace
}  // namespace tracuu
