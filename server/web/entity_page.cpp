#include "server/web/entity_page.h"

#include <algorithm>
#include <array>

#include "server/api/document_json.h"
#include "server/api/html_text.h"
#include "server/api/page_json.h"
#include "server/query/parameter_values.h"
#include "server/web/page_frame.h"
#include "server/web/page_texts.h"

namespace tracuu {
namespace {

constexpr std::string_view kApi = "/api/v1";

std::string link(const std::string& address, std::string_view text) {
  return "<a href=\"" + html_escaped(address) + "\">" + html_escaped(text) + "</a>";
}

std::string with_language(std::string address, Language language) {
  return language == Language::kEnglish ? std::move(address) + "?lang=en" : address;
}

std::string address_of(std::string_view folder, const std::string& name, Language language) {
  return with_language('/' + std::string(folder) + '/' + percent_encoded(name), language);
}

/// The search of `request` with `value` as the only one of its field.
std::string search_for(SearchRequest request, FieldId field, const std::string& value) {
  request.offset = 0;
  request.limit = SearchRequest{}.limit;
  std::erase_if(request.filters, [&](const Filter& filter) { return filter.field == field; });
  request.filters.push_back({field, {value}});
  return "/?" + to_url_query(request);
}

/// Texts parted by dots, those that are empty left out.
std::string facts_of(std::initializer_list<std::string> texts) {
  std::string html;
  for (const std::string& text : texts) {
    html += text.empty() ? "" : "<span>" + html_escaped(text) + "</span>";
  }
  return html.empty() ? "" : "<p class=\"facts\">" + html + "</p>";
}

std::string section(std::string_view heading, const std::string& inside) {
  return inside.empty() ? ""
                        : "<section><h2>" + html_escaped(heading) + "</h2>" + inside + "</section>";
}

std::string quoted(const std::string& sentence) {
  return sentence.empty() ? ""
                          : "<blockquote lang=\"vi\">" + html_escaped(sentence) + "</blockquote>";
}

std::string day_of_note(const ArticleNote& note, const PageTexts& texts) {
  return note.published ? day_in_words(to_iso(PartialDate::of(*note.published)))
                        : std::string(texts.undated);
}

std::string article_item(const ArticleNote& note, Language language) {
  std::string provinces;
  for (const std::string& province : note.provinces) {
    provinces += (provinces.empty() ? "" : ", ") + province;
  }
  return "<li>" +
         link(address_of("articles", note.id, language),
              note.title.empty() ? note.id : note.title) +
         facts_of({day_of_note(note, texts_in(language)), note.source, provinces}) +
         quoted(note.sentence) + "</li>\n";
}

std::string head_of(const std::string& heading, const std::string& facts,
                    const std::string& address, std::uint64_t total, Language language) {
  return "<header class=\"entity-head\"><h1>" + html_escaped(heading) + "</h1>" + facts +
         "<p><a class=\"onward\" href=\"" + html_escaped(address) + "\">" +
         html_escaped(all_in_words(language, total)) + " →</a></p></header>";
}

/// "01/07/2014 · đẩy mạnh ứng dụng …", or that it is open which paper is meant.
std::string name_of_paper(const PaperCount& paper, const PageTexts& texts) {
  std::string name;
  const std::string day = paper.date ? to_iso(*paper.date) : "";
  for (const std::string& part : {day_in_words(day), paper.province, paper.title}) {
    name += (name.empty() || part.empty() ? "" : " · ") + part;
  }
  return name.empty() ? std::string(texts.paper_open) : name;
}

std::string facts_of_paper(const std::vector<PaperFact>& facts, const PageTexts& texts) {
  static constexpr std::array<std::string_view, 5> kKinds{"type", "issuer", "date", "subject",
                                                          "number"};
  std::string html;
  std::size_t begun = kKinds.size();
  std::vector<std::pair<std::string_view, std::string_view>> shown;
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    for (const PaperFact& fact : facts) {
      const std::pair<std::string_view, std::string_view> row{fact.kind, fact.value};
      if (fact.kind != kKinds[kind] || std::ranges::find(shown, row) != shown.end()) {
        continue;
      }
      shown.push_back(row);
      html += (begun == kind ? "" : "<dt>" + html_escaped(texts.fact_kinds[kind]) + "</dt>") +
              "<dd>" + html_escaped(fact.kind == "date" ? day_in_words(fact.value) : fact.value) +
              "</dd>";
      begun = kind;
    }
  }
  return html.empty() ? "" : "<dl class=\"known\">" + html + "</dl>";
}

std::string papers_of(const DocumentRequest& request, const DocumentPage& page) {
  const Language language = request.search.language;
  const PageTexts& texts = texts_in(language);
  std::string html;
  for (const PaperGroup& group : page.papers) {
    const PaperCount& paper = group.paper;
    const std::string name = name_of_paper(paper, texts);
    const bool leads_on = !paper.identity.empty() && paper.identity != page.identity;
    html += "<li>" +
            (leads_on ? link(page_of(candidate_address(
                                 request, {paper.number, paper.identity, "", paper.count})),
                             name)
                      : "<b>" + html_escaped(name) + "</b>") +
            " <span class=\"count\">" + html_escaped(count_in_words(language, paper.count)) +
            "</span>" + facts_of_paper(group.facts, texts) + "</li>\n";
  }
  return section(texts.papers, html.empty() ? "" : "<ul class=\"paper-list\">" + html + "</ul>");
}

std::string facts_of_page(const DocumentPage& page, Language language) {
  const auto chosen = std::ranges::find_if(page.papers, [&](const PaperGroup& group) {
    return page.papers.size() == 1 ||
           (!page.identity.empty() && group.paper.identity == page.identity);
  });
  const auto identified = static_cast<std::size_t>(std::ranges::count_if(
      page.papers, [](const PaperGroup& group) { return !group.paper.identity.empty(); }));
  return chosen == page.papers.end() ? facts_of({papers_in_words(language, identified)})
                                     : facts_of({name_of_paper(chosen->paper, texts_in(language))});
}

std::string candidates_of(const DocumentRequest& request, const DocumentAnswer& answer) {
  const Language language = request.search.language;
  std::string html;
  for (const PaperCandidate& candidate : answer.candidates) {
    // What is only said in short has no page of its own.
    const bool is_itself = candidate.number == request.number && candidate.identity.empty();
    html += "<li>" +
            link(is_itself ? search_for(request.search, FieldId::kDocument, candidate.number)
                           : page_of(candidate_address(request, candidate)),
                 candidate.label) +
            " <span class=\"count\">" + html_escaped(count_in_words(language, candidate.count)) +
            "</span></li>\n";
  }
  return "<h1>" + html_escaped(request.asked) + "</h1>" +
         section(texts_in(language).candidates, "<ul class=\"ways\">" + html + "</ul>");
}

/// What is said of something that no article has: the sentence, the nearest, the plain search.
std::string missing(std::string_view folder, const std::string& name, std::string_view sentence,
                    const std::vector<std::string>& nearest, Language language) {
  const auto ways = [](const std::string& items) {
    return items.empty() ? "" : "<ul class=\"ways\">" + items + "</ul>";
  };
  std::string near_ones;
  for (const std::string& near : nearest) {
    // A key of a paper is no number; its page is that of the number.
    near_ones += "<li>" + link(address_of(folder, near.substr(0, near.find('@')), language), near) +
                 "</li>\n";
  }
  const std::string words =
      "/?q=" + percent_encoded(name) + (language == Language::kEnglish ? "&lang=en" : "");
  return "<h1>" + html_escaped(name) + "</h1><p class=\"note\" role=\"alert\">" +
         html_escaped(sentence) + "</p>" + section(texts_in(language).nearest, ways(near_ones)) +
         ways("<li>" + link(words, texts_in(language).look_for) + "</li>");
}

std::string rendered(Language language, std::string_view page, const std::string& title,
                     const std::string& other_language, const IndexInfo& index,
                     const std::string& inside) {
  PageFrame frame;
  frame.language = language;
  frame.page = page;
  frame.title = title;
  frame.other_language = other_language;
  if (!index.generation.empty()) {
    frame.index = index;
  }
  if (language == Language::kEnglish) {
    frame.kept.emplace_back("lang", "en");
  }
  frame.main = "<div id=\"results\" class=\"sheet wide\" tabindex=\"-1\">" + inside + "</div>";
  return render_page(frame);
}

/// "09/09/2016 – 24/05/2017", or that no article is dated.
std::string days_of(const PostSpell& spell, const PageTexts& texts) {
  std::string days;
  for (const std::optional<Day>& day : {spell.first, spell.last}) {
    const std::string shown = day ? day_in_words(to_iso(PartialDate::of(*day))) : "";
    days += shown.empty() || days == shown ? "" : (days.empty() ? "" : " – ") + shown;
  }
  return days.empty() ? std::string(texts.undated) : days;
}

std::string posts_of(const OfficialPage& page, Language language) {
  const PageTexts& texts = texts_in(language);
  std::string html;
  for (const OfficialPerson& person : page.people) {
    std::string posts;
    for (const PostSpell& spell : person.posts) {
      const std::string post = spell.position +
                               (spell.position.empty() || spell.organisation.empty() ? "" : ", ") +
                               spell.organisation;
      posts += "<li><b>" + html_escaped(post) + "</b>" +
               facts_of({days_of(spell, texts), spell.province,
                         count_in_words(language, spell.articles)}) +
               quoted(spell.latest.sentence) + "</li>\n";
    }
    html += posts.empty() ? "" : "<ol class=\"brief person\">" + posts + "</ol>";
  }
  return section(texts.posts, html);
}

std::string newest_of(const std::string& items, Language language) {
  return section(texts_in(language).latest,
                 items.empty() ? "" : "<ul class=\"brief\">" + items + "</ul>");
}

}  // namespace

std::string page_of(std::string_view api_address) {
  return std::string(api_address.starts_with(kApi) ? api_address.substr(kApi.size()) : api_address);
}

std::string document_page(const DocumentRequest& request, const DocumentAnswer& answer,
                          const std::string& other_language) {
  const Language language = request.search.language;
  if (!answer.page) {
    return rendered(language, "document", request.asked, other_language, answer.index,
                    !answer.candidates.empty()
                        ? candidates_of(request, answer)
                        : missing("documents", request.asked, unknown_document(request, {}),
                                  answer.nearest, language));
  }
  const DocumentPage& page = *answer.page;
  const bool is_one = !page.identity.empty();
  const std::string search =
      search_for(request.search, is_one ? FieldId::kIdentity : FieldId::kDocument,
                 is_one ? page.identity : page.number);
  std::string articles;
  for (const PaperReading& reading : page.newest) {
    articles += article_item(reading.note, language);
  }
  return rendered(language, "document", page.label, other_language, answer.index,
                  head_of(page.label, facts_of_page(page, language), search, page.total, language) +
                      papers_of(request, page) + newest_of(articles, language));
}

std::string official_page(const OfficialRequest& request, const OfficialAnswer& answer,
                          const std::string& other_language) {
  const Language language = request.search.language;
  if (!answer.page) {
    return rendered(language, "official", request.name, other_language, answer.index,
                    missing("officials", request.name, unknown_official(request, {}),
                            answer.nearest, language));
  }
  const OfficialPage& page = *answer.page;
  std::string articles;
  for (const ArticleNote& note : page.newest) {
    articles += article_item(note, language);
  }
  const std::string search = search_for(request.search, FieldId::kOfficial, page.name);
  return rendered(language, "official", page.name, other_language, answer.index,
                  head_of(page.name, "", search, page.total, language) + posts_of(page, language) +
                      newest_of(articles, language));
}

std::string failed_entity_page(Language language, std::string_view page, const std::string& name,
                               std::string_view sentence, const std::string& other_language) {
  const std::string folder = std::string(page) + 's';
  return rendered(language, page, name, other_language, {},
                  missing(folder, name, sentence, {}, language));
}

}  // namespace tracuu
