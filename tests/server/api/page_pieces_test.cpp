#include "server/api/page_pieces.h"

#include <gtest/gtest.h>

namespace tracuu {
namespace {

SearchRequest filtered_by(FieldId id, const char* value) {
  SearchRequest request;
  request.facets = {FieldId::kYear};
  request.filters = {{id, {value}}};
  return request;
}

TEST(PagePieces, LinkWhatStandsBesideToASearchThatFindsAsMany) {
  const std::vector<Facet> facets{{FieldId::kProvince, {{"Cà Mau", "Cà Mau", 3, false}}, 1},
                                  {FieldId::kDocument, {{"17/NQ-CP", "Nghị quyết", 2, false}}, 1}};
  const Json json = beside_json(facets, filtered_by(FieldId::kDocument, "36-NQ/TW"));
  EXPECT_EQ(json["province"][0]["url"],
            "/api/v1/search?province=C%C3%A0%20Mau&document=36-NQ%2FTW&facets=year");
  EXPECT_EQ(json["province"][0]["count"], 3);
  EXPECT_TRUE(json["document"][0]["url"].is_null());
}

TEST(PagePieces, AskForProvincesMentionedWhereTheRequestDoes) {
  SearchRequest request = filtered_by(FieldId::kOfficial, "Lê Nam");
  request.locality = Locality::kMentioned;
  const Json json = beside_json({{FieldId::kProvince, {{"Huế", "Huế", 1, false}}, 1}}, request);
  EXPECT_EQ(json["province"][0]["url"],
            "/api/v1/search?province=Hu%E1%BA%BF&official=L%C3%AA%20Nam&locality=mentioned&"
            "facets=year");
}

TEST(PagePieces, WriteUnknownPlacesAndDaysAsNull) {
  const Json json = places_json({{"", "2018", 2}, {"Huế", "", 1}}, "year");
  EXPECT_EQ(json.dump(), R"([{"province":null,"year":"2018","count":2},)"
                         R"({"province":"Huế","year":null,"count":1}])");
}

TEST(PagePieces, AddressAPageUnderItsFilters) {
  EXPECT_EQ(page_address("documents", "36-NQ/TW", filtered_by(FieldId::kYear, "2018"),
                         "identity=36-NQ%2FTW%402014-07-01"),
            "/api/v1/documents/36-NQ%2FTW?identity=36-NQ%2FTW%402014-07-01&year=2018&facets=year");
  SearchRequest plain;
  plain.facets = {FieldId::kProvince, FieldId::kDocument, FieldId::kOfficial,
                  FieldId::kType,     FieldId::kSource,   FieldId::kYear};
  EXPECT_EQ(page_address("officials", "Lê Nam", plain), "/api/v1/officials/L%C3%AA%20Nam");
}

TEST(PagePieces, ShowASentenceOnlyWhereThereIsOne) {
  ArticleNote note;
  note.id = "tin 36";
  EXPECT_FALSE(note_json(note).contains("sentence"));
  EXPECT_EQ(note_json(note)["api_url"], "/api/v1/articles/tin%2036");
  EXPECT_TRUE(note_json(note)["published"].is_null());
  note.surface = "36-NQ/TW";
  note.sentence = "Học tập 36-NQ/TW.";
  EXPECT_EQ(note_json(note)["sentence"], "Học tập 36-NQ/TW.");
}

}  // namespace
}  // namespace tracuu
