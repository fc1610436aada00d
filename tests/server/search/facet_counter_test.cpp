#include "server/search/facet_counter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "server/search/selection.h"
#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

const Deadline kSoon = Deadline::in(std::chrono::minutes(10));

/// What an article has of a field, told from the article itself.
std::set<std::string> values_of(const Article& article, FieldId id) {
  std::set<std::string> values;
  switch (id) {
    case FieldId::kProvince:
      values.insert(article.about.begin(), article.about.end());
      break;
    case FieldId::kMentioned:
      for (const ProvinceMention& mention : article.entities.provinces) {
        values.insert(mention.province);
      }
      break;
    case FieldId::kDocument:
      for (const DocumentIdentity& identity : article.documents) {
        values.insert(identity.number);
        if (identity.number == "36-NQ/TW") {
          values.insert("NQ 36");  // what the filter document=NQ 36 finds
        }
      }
      break;
    case FieldId::kOfficial:
      for (const OfficialMention& mention : article.entities.officials) {
        values.insert(mention.name);
      }
      break;
    case FieldId::kSource:
      values.insert(article.source);
      break;
    case FieldId::kYear:
    case FieldId::kMonth:
      if (article.published) {
        values.insert(
            to_iso(PartialDate::of(*article.published)).substr(0, id == FieldId::kYear ? 4 : 7));
      }
      break;
    default:
      break;
  }
  return values;
}

constexpr std::array kCounted{FieldId::kProvince, FieldId::kMentioned, FieldId::kDocument,
                              FieldId::kOfficial, FieldId::kSource,    FieldId::kYear,
                              FieldId::kMonth};

const std::map<FieldId, std::vector<std::string>>& pools() {
  static const std::map<FieldId, std::vector<std::string>> all{
      {FieldId::kProvince, {"Hà Giang", "Tuyên Quang", "Hải Phòng", "Hải Dương", "Cà Mau"}},
      {FieldId::kMentioned, {"Hà Giang", "Tuyên Quang", "Hải Phòng"}},
      {FieldId::kDocument, {"36-NQ/TW", "17/NQ-CP", "36a/NQ-CP", "NQ 36"}},
      {FieldId::kOfficial, {"Lê Nam", "Trần Bình", "Phạm Hòa"}},
      {FieldId::kSource, {"a.vn", "b.vn"}},
      {FieldId::kYear, {"2016", "2017", "2018"}},
      {FieldId::kMonth, {"2016-01", "2017-02", "2018-03", "2018-04"}}};
  return all;
}

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  bool one_in(unsigned chances) { return random_() % chances == 0; }
  std::size_t below(std::size_t limit) { return random_() % limit; }
  const std::string& of(FieldId id) { return pools().at(id)[below(pools().at(id).size())]; }

 private:
  std::mt19937 random_;
};

Article random_article(int number, Dice& dice) {
  Article article = plain_article(std::to_string(number), "", "điện");
  while (dice.one_in(2)) {
    article.about.push_back(dice.of(FieldId::kProvince));
  }
  std::sort(article.about.begin(), article.about.end());
  article.about.erase(std::unique(article.about.begin(), article.about.end()), article.about.end());
  while (dice.one_in(2)) {
    article.entities.provinces.push_back({{}, dice.of(FieldId::kMentioned), {}, false});
  }
  if (dice.one_in(2)) {
    cite(article, dice.of(FieldId::kDocument));
  }
  while (dice.one_in(3)) {
    name_official(article, dice.of(FieldId::kOfficial));
  }
  article.source = dice.of(FieldId::kSource);
  if (!dice.one_in(5)) {
    const std::string day = dice.of(FieldId::kMonth) + (dice.one_in(2) ? "-01" : "-28");
    article.published = parse_iso(day)->as_day();
  }
  return article;
}

SearchRequest random_request(Dice& dice) {
  SearchRequest request;
  for (const FieldId id : kCounted) {
    if (dice.one_in(3)) {
      Filter filter{id, {dice.of(id)}};
      if (const std::string& more = dice.of(id); more != filter.values[0]) {
        filter.values.push_back(more);
      }
      request.filters.push_back(filter);
    }
  }
  request.facets.assign(kCounted.begin(), kCounted.end());
  request.province_view = dice.one_in(3) ? ProvinceView::kToday : ProvinceView::kThen;
  request.locality = dice.one_in(3) ? Locality::kMentioned : Locality::kAbout;
  if (dice.one_in(4)) {
    request.from = parse_iso("2017-02-28")->as_day();
  }
  if (dice.one_in(4)) {
    request.to = parse_iso("2018-03-31")->as_day();
  }
  return request;
}

/// Counts one article after the other, by the words of the contract.
class Oracle {
 public:
  Oracle(const std::vector<Article>& articles, const SearchRequest& request)
      : articles_(articles), request_(request) {}

  std::size_t total() const {
    return static_cast<std::size_t>(
        std::count_if(articles_.begin(), articles_.end(),
                      [&](const Article& article) { return passes(article, std::nullopt); }));
  }

  std::map<std::string, std::uint64_t> counts(FieldId id) const {
    std::map<std::string, std::uint64_t> counts;
    for (const Article& article : articles_) {
      if (passes(article, id)) {
        for (const std::string& value : seen_values(article, id)) {
          ++counts[value];
        }
      }
    }
    return counts;
  }

  std::map<std::string, std::uint64_t> histogram() const {
    std::map<std::string, std::uint64_t> counts;
    for (const Article& article : articles_) {
      if (passes(article, std::nullopt)) {
        for (const std::string& month : values_of(article, FieldId::kMonth)) {
          ++counts[month];
        }
      }
    }
    return counts;
  }

  std::string seen(FieldId id, const std::string& value) const {
    const bool place = id == FieldId::kProvince || id == FieldId::kMentioned;
    if (!place || request_.province_view == ProvinceView::kThen) {
      return value;
    }
    return value == "Hà Giang" ? "Tuyên Quang" : value == "Hải Dương" ? "Hải Phòng" : value;
  }

 private:
  std::set<std::string> seen_values(const Article& article, FieldId id) const {
    const FieldId asked = id == FieldId::kProvince && request_.locality == Locality::kMentioned
                              ? FieldId::kMentioned
                              : id;
    std::set<std::string> values;
    for (const std::string& value : values_of(article, asked)) {
      values.insert(seen(id, value));
    }
    return values;
  }

  bool passes(const Article& article, std::optional<FieldId> ignored) const {
    const auto& day = article.published;
    if ((request_.from && (!day || *day < *request_.from)) ||
        (request_.to && (!day || *day > *request_.to))) {
      return false;
    }
    return std::all_of(request_.filters.begin(), request_.filters.end(), [&](const Filter& filter) {
      const auto values = seen_values(article, filter.field);
      return filter.field == ignored ||
             std::any_of(filter.values.begin(), filter.values.end(),
                         [&](const std::string& wanted) {
                           return values.contains(seen(filter.field, wanted));
                         });
    });
  }

  const std::vector<Article>& articles_;
  const SearchRequest& request_;
};

void expect_facet(const Facet& facet, const Oracle& oracle, const SearchRequest& request) {
  const auto expected = oracle.counts(facet.field);
  std::set<std::string> selected;
  for (const Filter& filter : request.filters) {
    if (filter.field == facet.field) {
      for (const std::string& value : filter.values) {
        selected.insert(oracle.seen(facet.field, value));
      }
    }
  }
  std::map<std::string, std::uint64_t> counts;
  for (const FacetValue& value : facet.values) {
    EXPECT_EQ(value.selected, selected.erase(value.value) > 0) << value.value;
    if (value.count > 0) {
      counts[value.value] = value.count;
    }
  }
  EXPECT_TRUE(selected.empty());
  EXPECT_EQ(counts, expected) << field(facet.field).name;
  EXPECT_EQ(facet.distinct, expected.size());
  EXPECT_TRUE(std::is_sorted(facet.values.begin(), facet.values.end(),
                             [](const FacetValue& a, const FacetValue& b) {
                               return a.count != b.count ? a.count > b.count : a.value < b.value;
                             }));
}

TEST(FacetCounter, CountsAsOneByOneCountingDoes) {
  Dice dice(36);
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    articles.push_back(random_article(i, dice));
  }
  const SampleIndex index(articles);
  const OpenIndex open(index);
  const Columns& columns = open.columns;
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    const SearchRequest request = random_request(dice);
    const Selection selection(request, columns);
    const MatchSet match(open.reader, selection.dates(), kSoon);
    const FilteredMatches found =
        filter_and_count(match.of(Query(), Requirement::kAll), request, selection, columns, kSoon);
    const Oracle oracle(articles, request);
    EXPECT_EQ(found.total, oracle.total());
    EXPECT_EQ(found.articles.size(), oracle.total());
    ASSERT_EQ(found.facets.size(), kCounted.size());
    for (const Facet& facet : found.facets) {
      expect_facet(facet, oracle, request);
    }
    std::map<std::string, std::uint64_t> histogram;
    std::uint64_t dated = 0;
    for (const MonthCount& month : found.histogram) {
      histogram[month.month] = month.count;
      dated += month.count;
    }
    EXPECT_EQ(histogram, oracle.histogram());
    EXPECT_EQ(dated + found.undated, found.total);
  }
}

class FacetCounterOfProvinces : public testing::Test {
 protected:
  FacetCounterOfProvinces()
      : index_(articles()), columns_(Columns::load(index_.open(), *index_.open().removed())) {}

  static std::vector<Article> articles() {
    std::vector<Article> all;
    for (const std::vector<std::string>& about : std::vector<std::vector<std::string>>{
             {"Hà Giang", "Tuyên Quang"}, {"Hà Giang"}, {"Huế"}, {"Cà Mau"}, {}}) {
      all.push_back(plain_article(std::to_string(all.size()), "", "x"));
      all.back().about = about;
    }
    return all;
  }

  Facet provinces(const SearchRequest& request) const {
    const ArticleSet all = columns_.live();
    return filter_and_count(all, request, Selection(request, columns_), columns_, kSoon)
        .facets.at(0);
  }

  SampleIndex index_;
  Columns columns_;
};

TEST_F(FacetCounterOfProvinces, CountsMergedProvincesAsTheUnitsOfToday) {
  SearchRequest request;
  request.facets = {FieldId::kProvince};
  request.province_view = ProvinceView::kToday;
  request.filters = {{FieldId::kProvince, {"Hà Giang"}}};
  EXPECT_EQ(provinces(request).values,
            (std::vector<FacetValue>{{"Tuyên Quang", "Tuyên Quang", 2, true},
                                     {"Cà Mau", "Cà Mau", 1, false},
                                     {"Huế", "Huế", 1, false}}));
}

TEST_F(FacetCounterOfProvinces, ReturnsTheCommonestAndTheSelected) {
  SearchRequest request;
  request.facets = {FieldId::kProvince};
  request.facet_limit = 1;
  request.filters = {{FieldId::kProvince, {"Huế", "Sơn La"}}};
  const Facet facet = provinces(request);
  EXPECT_EQ(facet.values, (std::vector<FacetValue>{{"Hà Giang", "Hà Giang", 2, false},
                                                   {"Huế", "Huế", 1, true},
                                                   {"Sơn La", "Sơn La", 0, true}}));
  EXPECT_EQ(facet.distinct, 4U);
}

TEST(FacetCounter, LabelsDocuments) {
  Article article = plain_article("a", "", "x");
  cite(article, "36-NQ/TW");
  const SampleIndex index({article});
  const Columns columns = Columns::load(index.open(), *index.open().removed());
  SearchRequest request;
  request.facets = {FieldId::kDocument};
  request.filters = {{FieldId::kDocument, {"17/NQ-CP"}}};
  const Facet facet =
      filter_and_count(columns.live(), request, Selection(request, columns), columns, kSoon)
          .facets.at(0);
  EXPECT_EQ(facet.values, (std::vector<FacetValue>{{"36-NQ/TW", "Nghị quyết 36-NQ/TW", 1, false},
                                                   {"17/NQ-CP", "Nghị quyết 17/NQ-CP", 0, true}}));
}

}  // namespace
}  // namespace tracuu
