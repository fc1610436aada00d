// Recounts, article by article, what the search says of the bundled corpus: totals, facets and
// histograms under every pair of filters, and under triples that are drawn.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <random>
#include <set>

#include "common/entity/document_number.h"
#include "common/entity/province.h"
#include "indexer/pipeline.h"
#include "server/search/searcher.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Values = std::set<std::string>;
using Counts = std::map<std::string, std::uint64_t>;

constexpr std::size_t kFieldCount = kFields.size();

Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

/// One article as the oracle sees it: its values, field by field.
struct CountedArticle {
  std::array<Values, kFieldCount> values;
  std::string day;
};

/// The short form of a number with type and issuer, "NQ 36" of "36-NQ/TW"; "" for others.
std::string in_short(const std::string& value, bool with_year) {
  auto number = parse_document_number(value);
  if (!number || number->number == 0 || number->type.empty()) {
    return {};
  }
  number->issuer.clear();
  number->year = with_year ? number->year : std::int16_t{0};
  return to_canonical(*number);
}

CountedArticle counted(const Article& article) {
  CountedArticle out;
  const auto of = [&](FieldId id) -> Values& { return out.values[static_cast<std::size_t>(id)]; };
  of(FieldId::kProvince).insert(article.about.begin(), article.about.end());
  for (const ProvinceMention& mention : article.entities.provinces) {
    of(FieldId::kMentioned).insert(mention.province);
  }
  for (const DocumentIdentity& identity : article.documents) {
    of(FieldId::kDocument).insert(identity.number);
    of(FieldId::kType).insert(identity.type_name);
    of(FieldId::kIdentity).insert(identity.key());
  }
  for (const DocumentMention& mention : article.entities.documents) {
    of(FieldId::kDocument).insert(mention.number.name);
    of(FieldId::kIssuer).insert(mention.number.issuer);
  }
  for (const OfficialMention& mention : article.entities.officials) {
    of(FieldId::kOfficial).insert(mention.name);
  }
  of(FieldId::kSource).insert(article.source);
  if (article.published) {
    out.day = to_iso(PartialDate::of(*article.published));
    of(FieldId::kYear).insert(out.day.substr(0, 4));
    of(FieldId::kMonth).insert(out.day.substr(0, 7));
  }
  for (Values& values : out.values) {
    values.erase("");
  }
  return out;
}

class CorpusFacets : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = std::make_unique<TemporaryDirectory>();
    Progress progress;
    const auto report = build_index(
        {{TRACUU_SOURCE_DIR "/corpus/articles"}, directory_->path() / "index", 1, false}, progress);
    ASSERT_TRUE(report);
    searcher_ =
        std::make_unique<Searcher>(std::move(*Searcher::open(directory_->path() / "index")));
    SearchRequest all;
    all.limit = kLargestLimit;
    all.collapse = false;
    for (SearchResult page = *searcher_->search(all, soon()); !page.hits.empty();
         page = *searcher_->search(all, soon())) {
      for (const Hit& hit : page.hits) {
        articles_.push_back(counted(hit.article));
      }
      all.offset += page.hits.size();
    }
    ASSERT_EQ(articles_.size(), report->articles);
    join_short_numbers();
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    directory_.reset();
  }

  /// A short number that some article cites stands for every full one of its class.
  static void join_short_numbers() {
    constexpr auto kDocument = static_cast<std::size_t>(FieldId::kDocument);
    Values shorts;
    for (const CountedArticle& article : articles_) {
      for (const std::string& value : article.values[kDocument]) {
        if (value == in_short(value, true)) {
          shorts.insert(value);
        }
      }
    }
    for (CountedArticle& article : articles_) {
      const Values own = article.values[kDocument];
      for (const std::string& value : own) {
        for (const std::string& name : {in_short(value, true), in_short(value, false)}) {
          if (shorts.contains(name)) {
            article.values[kDocument].insert(name);
          }
        }
      }
    }
  }

  /// Returns the value in the view of the request.
  static std::string seen(FieldId id, const std::string& value, const SearchRequest& request) {
    const bool is_place = id == FieldId::kProvince || id == FieldId::kMentioned;
    if (!is_place || request.province_view == ProvinceView::kThen ||
        !former_provinces(value).empty()) {
      return value;
    }
    return std::string(province_today(value));
  }

  static Values seen_values(const CountedArticle& article, FieldId id,
                            const SearchRequest& request) {
    const bool is_mentioned = id == FieldId::kProvince && request.locality == Locality::kMentioned;
    Values values;
    for (const std::string& value :
         article.values[static_cast<std::size_t>(is_mentioned ? FieldId::kMentioned : id)]) {
      values.insert(seen(id, value, request));
    }
    return values;
  }

  static bool passes(const CountedArticle& article, const SearchRequest& request,
                     std::optional<FieldId> ignored) {
    if (request.from &&
        (article.day.empty() || article.day < to_iso(PartialDate::of(*request.from)))) {
      return false;
    }
    return std::all_of(request.filters.begin(), request.filters.end(), [&](const Filter& filter) {
      const Values values = seen_values(article, filter.field, request);
      return filter.field == ignored ||
             std::any_of(filter.values.begin(), filter.values.end(),
                         [&](const std::string& wanted) {
                           return values.contains(seen(filter.field, wanted, request));
                         });
    });
  }

  /// Compares every count of one request with a recount; returns how many counts there were.
  static std::size_t expect_exact(SearchRequest request) {
    request.limit = 0;
    request.facet_limit = kLargestFacetLimit;
    request.facets.clear();
    for (const Field& row : kFields) {
      request.facets.push_back(row.id);
    }
    const SearchResult result = *searcher_->search(request, soon());
    std::size_t compared = 2;
    for (const Facet& facet : result.facets) {
      Counts expected;
      for (const CountedArticle& article : articles_) {
        if (passes(article, request, facet.field)) {
          for (const std::string& value : seen_values(article, facet.field, request)) {
            ++expected[value];
          }
        }
      }
      Counts told;
      for (const FacetValue& value : facet.values) {
        if (value.count > 0) {
          told[value.value] = value.count;
        }
      }
      EXPECT_EQ(told, expected) << field(facet.field).name << " of " << to_url_query(request);
      compared += expected.size();
    }
    std::uint64_t total = 0;
    Counts months;
    for (const CountedArticle& article : articles_) {
      if (passes(article, request, std::nullopt)) {
        ++total;
        months[article.day.substr(0, 7)] += 1;
      }
    }
    EXPECT_EQ(result.total, total) << to_url_query(request);
    EXPECT_EQ(result.undated, months[""]) << to_url_query(request);
    months.erase("");
    Counts histogram;
    for (const MonthCount& month : result.histogram) {
      histogram[month.month] = month.count;
    }
    EXPECT_EQ(histogram, months) << to_url_query(request);
    return compared;
  }

  /// The values of a field that are tried: the commonest and some of the rest.
  static std::vector<std::string> tried(FieldId id, std::size_t most, std::mt19937& random) {
    Counts counts;
    for (const CountedArticle& article : articles_) {
      for (const std::string& value : article.values[static_cast<std::size_t>(id)]) {
        ++counts[value];
      }
    }
    std::vector<std::pair<std::uint64_t, std::string>> by_count;
    for (const auto& [value, count] : counts) {
      by_count.emplace_back(count, value);
    }
    std::sort(by_count.rbegin(), by_count.rend());
    std::vector<std::string> values;
    for (std::size_t i = 0; i < std::min(most, by_count.size()); ++i) {
      values.push_back(by_count[i < most / 2 ? i : random() % by_count.size()].second);
    }
    return values;
  }

  static inline std::unique_ptr<TemporaryDirectory> directory_;
  static inline std::unique_ptr<Searcher> searcher_;
  static inline std::vector<CountedArticle> articles_;
};

TEST_F(CorpusFacets, AreExactWithoutFilters) {
  EXPECT_GT(expect_exact({}), 500U);
}

TEST_F(CorpusFacets, AreExactUnderEveryPairOfFilters) {
  std::mt19937 random(36);
  std::size_t compared = 0;
  for (std::size_t one = 0; one < kFieldCount; ++one) {
    for (std::size_t other = one + 1; other < kFieldCount; ++other) {
      for (const std::string& a : tried(static_cast<FieldId>(one), 6, random)) {
        for (const std::string& b : tried(static_cast<FieldId>(other), 6, random)) {
          SearchRequest request;
          request.filters = {{static_cast<FieldId>(one), {a}}, {static_cast<FieldId>(other), {b}}};
          compared += expect_exact(request);
        }
      }
    }
  }
  EXPECT_GT(compared, 10'000U);
}

TEST_F(CorpusFacets, AreExactUnderDrawnTriplesAndViews) {
  std::mt19937 random(20140701);
  std::size_t compared = 0;
  for (int round = 0; round < 300; ++round) {
    SearchRequest request;
    std::set<std::size_t> fields;
    while (fields.size() < 3) {
      fields.insert(random() % kFieldCount);
    }
    for (const std::size_t id : fields) {
      std::vector<std::string> values = tried(static_cast<FieldId>(id), 6, random);
      values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(random() % 4));
      std::sort(values.begin(), values.end());
      values.erase(std::unique(values.begin(), values.end()), values.end());
      request.filters.push_back({static_cast<FieldId>(id), values});
    }
    request.province_view = random() % 2 == 0 ? ProvinceView::kToday : ProvinceView::kThen;
    request.locality = random() % 3 == 0 ? Locality::kMentioned : Locality::kAbout;
    if (random() % 4 == 0) {
      request.from = parse_iso("2016-01-01")->as_day();
    }
    compared += expect_exact(request);
  }
  EXPECT_GT(compared, 3'000U);
}

TEST_F(CorpusFacets, FindTheFullNumbersOfAShortOneThatNobodyWrites) {
  SearchRequest request;
  request.filters = {{FieldId::kDocument, {"QĐ 1819"}}};
  std::uint64_t citing = 0;
  for (const CountedArticle& article : articles_) {
    citing += article.values[static_cast<std::size_t>(FieldId::kDocument)].contains("1819/QĐ-TTg")
                  ? 1
                  : 0;
  }
  ASSERT_GT(citing, 0U);
  request.facets = {FieldId::kDocument};
  const SearchResult result = *searcher_->search(request, soon());
  EXPECT_EQ(result.total, citing);
  for (const FacetValue& value : result.facets.front().values) {
    if (value.selected) {
      EXPECT_EQ(value.count, citing) << value.value;
    }
  }
}

}  // namespace
}  // namespace tracuu
