#include "server/api/document_json.h"

#include <algorithm>

#include "common/entity/document_number.h"
#include "server/api/page_pieces.h"
#include "server/query/parameter_values.h"

namespace tracuu {
namespace {

/// What a relation is called from this paper's side.
struct RelationWords {
  DocumentRelation relation;
  std::string_view by_others_vi;  ///< others do it to this paper
  std::string_view by_others_en;
  std::string_view by_it_vi;  ///< this paper does it to others
  std::string_view by_it_en;
};
constexpr RelationWords kRelationWords[] = {
    {DocumentRelation::kImplements, "Văn bản thực hiện văn bản này", "Papers that implement it",
     "Văn bản mà nó thực hiện", "Papers that it implements"},
    {DocumentRelation::kReplaces, "Văn bản thay thế văn bản này", "Papers that replace it",
     "Văn bản mà nó thay thế", "Papers that it replaces"},
    {DocumentRelation::kAmends, "Văn bản sửa đổi văn bản này", "Papers that amend it",
     "Văn bản mà nó sửa đổi", "Papers that it amends"},
    {DocumentRelation::kBasedOn, "Văn bản căn cứ vào văn bản này", "Papers based on it",
     "Văn bản mà nó căn cứ", "Papers that it is based on"},
    {DocumentRelation::kReviews, "Văn bản sơ kết, tổng kết văn bản này", "Papers that review it",
     "Văn bản mà nó sơ kết, tổng kết", "Papers that it reviews"},
};

std::string label_of(const RelatedPapers& related, Language language) {
  for (const RelationWords& words : kRelationWords) {
    if (words.relation == related.relation) {
      return std::string(related.is_done_to_it
                             ? in_language(language, words.by_others_vi, words.by_others_en)
                             : in_language(language, words.by_it_vi, words.by_it_en));
    }
  }
  return {};
}

Json date_json(const std::optional<PartialDate>& date) {
  return date ? Json(to_iso(*date)) : Json(nullptr);
}

Json reading_json(const PaperReading& reading) {
  Json json = note_json(reading.note);
  json["identity"] = text_or_null(reading.identity);
  json["confidence"] = rounded(reading.confidence);
  json["reason"] = reading.reason;
  json["relation"] = text_or_null(reading.relation);
  return json;
}

std::string choice_of(const std::string& identity) {
  return identity.empty() ? "" : "identity=" + percent_encoded(identity);
}

Json paper_json(const PaperGroup& group, const DocumentRequest& request) {
  const PaperCount& paper = group.paper;
  Json facts = Json::array();
  for (const PaperFact& fact : group.facts) {
    facts.push_back({{"kind", fact.kind},
                     {"value", fact.value},
                     {"by", fact.by},
                     {"article", fact.evidence ? note_json(*fact.evidence) : Json(nullptr)}});
  }
  Json readings = Json::array();
  for (const PaperReading& reading : group.readings) {
    readings.push_back(reading_json(reading));
  }
  SearchRequest filters = request.search;
  filters.offset = 0;
  Json page;
  Json search;
  if (!paper.identity.empty()) {
    page = page_address("documents", paper.number, filters, choice_of(paper.identity));
    search = search_address(filters, FieldId::kIdentity, paper.identity);
  }
  return {{"identity", text_or_null(paper.identity)},
          {"date", date_json(paper.date)},
          {"province", text_or_null(paper.province)},
          {"title", text_or_null(paper.title)},
          {"count", paper.count},
          {"url", page},
          {"search_url", search},
          {"facts", facts},
          {"read", group.was_read},
          {"articles", readings}};
}

Json lag_json(const ProvinceLag& lag) {
  Json json{{"province", text_or_null(lag.province)},
            {"days", lag.days ? Json(*lag.days) : Json(nullptr)},
            {"before_issue", lag.days.value_or(0) < 0},
            {"article", note_json(lag.first)}};
  if (lag.first_since) {
    json["since_issue"] = {{"days", *lag.days_since}, {"article", note_json(*lag.first_since)}};
  }
  return json;
}

Json lags_json(const DocumentPage& page, Language language) {
  Json provinces = Json::array();
  std::size_t before = 0;
  for (const ProvinceLag& lag : page.lags) {
    provinces.push_back(lag_json(lag));
    before += lag.days.value_or(0) < 0 ? 1 : 0;
  }
  std::string note;
  if (!page.issued) {
    note = in_language(language, "Chưa rõ là văn bản nào hay ngày ban hành: chọn bằng identity=",
                       "It is open which paper is meant or when it was issued: choose one with "
                       "identity=");
  } else if (!page.issued->as_day()) {
    note = in_language(language, "Không rõ ngày ban hành, chỉ biết tháng hoặc năm",
                       "The day of issue is not known, only the month or the year");
  } else if (before > 0) {
    note = in_language(language,
                       "Có bài đăng trước ngày ban hành: dự thảo, in nhầm hoặc hiểu nhầm văn bản",
                       "Some articles are older than the paper: a draft, a misprint or the wrong "
                       "paper");
  }
  return {{"issued", date_json(page.issued)},
          {"before_issue", before},
          {"note", text_or_null(note)},
          {"provinces", provinces}};
}

Json relations_json(const DocumentPage& page, const DocumentRequest& request) {
  // The other paper is shown whole, not under the filters of this one.
  SearchRequest whole = request.search;
  whole.filters.clear();
  whole.from.reset();
  whole.to.reset();
  whole.offset = 0;
  Json relations = Json::array();
  for (const RelatedPapers& related : page.relations) {
    Json papers = Json::array();
    for (const RelatedPaper& paper : related.papers) {
      const std::size_t at = paper.paper.find('@');
      papers.push_back(
          {{"paper", paper.paper},
           {"articles", paper.articles},
           {"url", page_address("documents", paper.paper.substr(0, at), whole,
                                at == std::string::npos ? "" : choice_of(paper.paper))},
           {"article", note_json(paper.evidence)}});
    }
    relations.push_back({{"relation", name_of(related.relation)},
                         {"role", related.is_done_to_it ? "object" : "subject"},
                         {"label", label_of(related, request.search.language)},
                         {"articles", related.articles},
                         {"articles_read", related.read},
                         {"papers", papers}});
  }
  return relations;
}

}  // namespace

std::string document_json(const DocumentRequest& request, const DocumentAnswer& answer) {
  const DocumentPage& page = *answer.page;
  const FieldId own = page.identity.empty() ? FieldId::kDocument : FieldId::kIdentity;
  const std::string& value = page.identity.empty() ? page.number : page.identity;
  SearchRequest scoped = request.search;
  scoped.filters.push_back({own, {value}});
  Json papers = Json::array();
  for (const PaperGroup& group : page.papers) {
    papers.push_back(paper_json(group, request));
  }
  Json newest = Json::array();
  for (const PaperReading& reading : page.newest) {
    newest.push_back(reading_json(reading));
  }
  Json json{
      {"asked", request.asked},
      {"number", page.number},
      {"label", page.label},
      {"identity", text_or_null(page.identity)},
      {"url", page_address("documents", page.number, request.search, choice_of(page.identity))},
      {"search_url", search_address(request.search, own, value)},
      {"total", page.total},
      {"undated", page.undated},
      {"papers", papers},
      {"first_mention", page.first_mention ? reading_json(*page.first_mention) : Json(nullptr)},
      {"lags", lags_json(page, request.search.language)},
      {"by_province_year", places_json(page.by_year, "year")},
      {"by_province_month", places_json(page.by_month, "month")},
      {"histogram", histogram_json(page.histogram)},
      {"relations", relations_json(page, request)},
      {"beside", beside_json(page.beside, scoped)},
      {"articles", newest}};
  if (const std::size_t next = request.search.offset + page.newest.size();
      !page.newest.empty() && next < page.total && next <= kLargestOffset) {
    SearchRequest following = request.search;
    following.offset = next;
    json["next"] = page_address("documents", page.number, following, choice_of(page.identity));
  }
  json["index"] = index_of(answer.index);
  return dump(json);
}

std::string candidate_address(const DocumentRequest& request, const PaperCandidate& candidate) {
  return page_address("documents", candidate.number, request.search, choice_of(candidate.identity));
}

std::string candidates_json(const DocumentRequest& request, const DocumentAnswer& answer) {
  Json candidates = Json::array();
  for (const PaperCandidate& candidate : answer.candidates) {
    // What is only said in short has no page of its own.
    const bool is_itself = candidate.number == request.number && candidate.identity.empty();
    candidates.push_back(
        {{"number", candidate.number},
         {"label", candidate.label},
         {"identity", text_or_null(candidate.identity)},
         {"count", candidate.count},
         {"url", is_itself ? Json(nullptr) : Json(candidate_address(request, candidate))},
         {"search_url",
          candidate.identity.empty()
              ? search_address(request.search, FieldId::kDocument, candidate.number)
              : search_address(request.search, FieldId::kIdentity, candidate.identity)}});
  }
  return dump({{"asked", request.asked},
               {"number", request.number},
               {"candidates", candidates},
               {"index", index_of(answer.index)}});
}

std::string unknown_document(const DocumentRequest& request, const DocumentAnswer& answer) {
  const bool is_paper = !request.identity.empty() || request.issued;
  std::string nearest;
  for (const std::string& value : answer.nearest) {
    nearest.append(nearest.empty() ? "" : ", ").append(value);
  }
  const Language language = request.search.language;
  std::string sentence(is_paper
                           ? in_language(language, "Không bài nào dẫn văn bản như vậy của số hiệu ",
                                         "No article cites such a paper of ")
                           : in_language(language, "Không bài nào dẫn văn bản này",
                                         "No article cites this document"));
  sentence += is_paper ? request.number : "";
  if (!nearest.empty()) {
    sentence += is_paper ? in_language(language, "; đã biết ", "; known are ")
                         : in_language(language, "; gần nhất trong các bài là ",
                                       "; the nearest that articles cite are ");
    sentence += nearest;
  }
  const std::string value = !is_paper                  ? request.number
                            : request.identity.empty() ? to_iso(*request.issued)
                                                       : request.identity;
  return sentence + ": '" + value + "'";
}

}  // namespace tracuu
