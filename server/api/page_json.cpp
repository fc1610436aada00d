#include "server/api/page_json.h"

#include <algorithm>

#include "server/api/page_pieces.h"

namespace tracuu {
namespace {

Json day_or_null(const std::optional<Day>& day) {
  return day ? Json(to_iso(PartialDate::of(*day))) : Json(nullptr);
}

/// The request that choosing a value runs: one more value of its field.
SearchRequest with_value(const SearchRequest& request, FieldId id, const std::string& value) {
  SearchRequest chosen = request;
  const FieldId own = id == FieldId::kProvince && request.locality == Locality::kMentioned
                          ? FieldId::kMentioned
                          : id;
  std::erase_if(chosen.filters, [&](const Filter& filter) { return filter.field == own; });
  chosen.filters.push_back({own, {value}});
  return chosen;
}

Json spell_json(const PostSpell& spell) {
  return {{"position", spell.position},
          {"organisation", text_or_null(spell.organisation)},
          {"province", text_or_null(spell.province)},
          {"first", day_or_null(spell.first)},
          {"last", day_or_null(spell.last)},
          {"articles", spell.articles},
          {"earliest", note_json(spell.earliest)},
          {"latest", note_json(spell.latest)}};
}

}  // namespace

std::string facet_json(const FacetRequest& request, const FacetMatches& matches) {
  const Field& row = field(request.field);
  Json values = Json::array();
  for (const FacetValue& value : matches.values) {
    // "mentioned" is filtered by as province with locality=mentioned.
    SearchRequest search = request.search;
    if (request.field == FieldId::kMentioned) {
      search.locality = Locality::kMentioned;
    }
    const FieldId id = request.field == FieldId::kMentioned ? FieldId::kProvince : request.field;
    values.push_back(
        {{"value", value.value},
         {"label", value.label},
         {"count", value.count},
         {"selected", value.selected},
         {"url", "/api/v1/search?" + to_url_query(with_value(search, id, value.value))}});
  }
  return dump({{"facet", row.name},
               {"label", in_language(request.search.language, row.label_vi, row.label_en)},
               {"query", {{"text", request.typed}, {"search", request.search.q}}},
               {"values", values},
               {"matching", matches.matching},
               {"distinct", matches.distinct},
               {"total", matches.total},
               {"index", index_of(matches.index)}});
}

std::string official_json(const OfficialRequest& request, const OfficialAnswer& answer) {
  const OfficialPage& page = *answer.page;
  Json people = Json::array();
  for (const OfficialPerson& person : page.people) {
    Json posts = Json::array();
    for (const PostSpell& spell : person.posts) {
      posts.push_back(spell_json(spell));
    }
    people.push_back({{"posts", posts}});
  }
  Json newest = Json::array();
  for (const ArticleNote& note : page.newest) {
    newest.push_back(note_json(note));
  }
  SearchRequest scoped = request.search;
  scoped.filters.push_back({FieldId::kOfficial, {page.name}});
  return dump({{"asked", request.name},
               {"name", page.name},
               {"url", page_address("officials", page.name, request.search)},
               {"search_url", search_address(request.search, FieldId::kOfficial, page.name)},
               {"same_letters", page.same_letters},
               {"total", page.total},
               {"undated", page.undated},
               {"articles_read", page.read},
               {"people", people},
               {"note", in_language(request.search.language,
                                    "Chức vụ đứng chung có thể là của một người; đứng riêng là khi "
                                    "các bài không cho biết có phải một người hay không",
                                    "Posts that stand together may be one person's; they stand "
                                    "apart where no article says that they are")},
               {"beside", beside_json(page.beside, scoped)},
               {"histogram", histogram_json(page.histogram)},
               {"articles", newest},
               {"index", index_of(answer.index)}});
}

std::string unknown_official(const OfficialRequest& request, const OfficialAnswer& answer) {
  const Language language = request.search.language;
  std::string sentence(in_language(language, "Không bài nào nêu tên lãnh đạo này",
                                   "No article names this official"));
  for (const std::string& name : answer.nearest) {
    sentence += &name == &answer.nearest.front()
                    ? in_language(language, "; gần nhất là ", "; the nearest are ")
                    : ", ";
    sentence += name;
  }
  return sentence + ": '" + request.name + "'";
}

}  // namespace tracuu
