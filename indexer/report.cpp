#include "indexer/report.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "common/entity/person.h"
#include "common/index/post_province.h"
#include "common/text/composition.h"
#include "common/text/normalize.h"
#include "indexer/rejection_kinds.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Returns the author's words under `span` on one line, blanks as one blank, letters composed.
std::string surface_of(const Article& article, Span span) {
  const std::string_view shown = slice(article.text, span);
  const bool composed = shown.find_first_of("\xCC\xCD") == std::string_view::npos;
  const std::string text = composed ? std::string(shown) : normalized(shown);
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text.compare(i, 2, "\xC2\xA0") == 0;
    const bool blank = no_break || text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    i += no_break ? 1 : 0;
    if (!blank) {
      line += text[i];
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

/// Returns `date` as the plain dates an extract knows, YYYY-MM-DD, YYYY-MM or YYYY: a range by its
/// two ends, a quarter by its year. A day without a year is none: the year is not known.
std::vector<PartialDate> plain_dates(const PartialDate& date) {
  const auto year = [](std::int16_t number) {
    return PartialDate{.precision = DatePrecision::kYear, .year = number};
  };
  switch (date.precision) {
    case DatePrecision::kYearRange:
      return {year(date.year), year(date.end_year)};
    case DatePrecision::kQuarter:
      return {year(date.year)};
    case DatePrecision::kMonthAndDay:
      return {};
    default:
      return {date};
  }
}

/// "Nghị quyết Trung ương 4" says less than "Nghị quyết Trung ương 4 khóa XI" of the same article.
bool is_told_fully(const Article& article, const std::string& number) {
  const std::string opening = number + " khóa ";
  return std::ranges::any_of(article.entities.documents, [&](const DocumentMention& other) {
    return to_canonical(other.number).starts_with(opening);
  });
}

Json documents_json(const Article& article) {
  Json documents = Json::array();
  for (const DocumentIdentity& identity : article.documents) {
    const auto& found = article.entities.documents;
    const auto first_that = [&](auto is_wanted) -> const DocumentMention& {
      const auto mention = std::ranges::find_if(
          identity.mentions, [&](const auto index) { return is_wanted(found[index]); });
      return found[mention == identity.mentions.end() ? identity.mentions.front() : *mention];
    };
    // "Nghị quyết 36" in the title is printed by the full number that the text gives it, and with
    // the date that stands beside any mention of it.
    const DocumentMention& numbered =
        first_that([](const auto& mention) { return !mention.number.issuer.empty(); });
    const std::string number = to_canonical(numbered.number);
    if (is_told_fully(article, number)) {
      continue;
    }
    const DocumentMention& dated =
        first_that([](const auto& mention) { return mention.date.has_value(); });
    const std::vector<PartialDate> dates =
        dated.date ? plain_dates(*dated.date) : std::vector<PartialDate>();
    documents.push_back({{"surface", surface_of(article, found[identity.mentions.front()].span)},
                         {"type", identity.type_name},
                         {"number", number},
                         {"date", dates.empty() ? "" : to_iso(dates.front())}});
  }
  return documents;
}

Json dates_json(const Article& article) {
  Json dates = Json::array();
  std::vector<std::string> seen;
  const auto add = [&](const std::string& surface, const PartialDate& date) {
    for (const PartialDate& plain : plain_dates(date)) {
      const std::string iso = to_iso(plain);
      if (std::find(seen.begin(), seen.end(), iso) == seen.end()) {
        seen.push_back(iso);
        dates.push_back({{"surface", surface}, {"iso", iso}});
      }
    }
  };
  if (article.published) {
    add(article.published_evidence, PartialDate::of(*article.published));
  }
  for (const DateMention& mention : article.entities.dates) {
    add(surface_of(article, mention.span), mention.date);
  }
  return dates;
}

/// The provinces an article mentions, and the one it is about where only the page around it says
/// so.
std::vector<std::string> provinces_of(const Article& article) {
  std::vector<std::string> provinces = mentioned_provinces(article);
  if (!article.primary_province.empty() &&
      std::find(provinces.begin(), provinces.end(), article.primary_province) == provinces.end()) {
    provinces.push_back(article.primary_province);
  }
  return provinces;
}

Json officials_json(const Article& article) {
  Json officials = Json::array();
  for (const OfficialSummary& official : officials_of(article)) {
    for (const Post& post : official.posts) {
      officials.push_back({{"name", official.name},
                           {"position", post.position},
                           {"organisation", post.organisation}});
    }
  }
  return officials;
}

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

void explain_entity(std::string& out, const Article& article, std::string_view kind,
                    const std::string& reading, Span span) {
  out += "  " + std::string(kind) + ": " + reading + "\n      bytes " + std::to_string(span.begin) +
         "-" + std::to_string(span.end) + ": «" + one_line(slice(article.text, span)) +
         "»\n      " + one_line(slice(article.text, sentence_around(article.text, span))) + "\n";
}

/// "36-NQ/TW@2014-07-01, confidence 1.00: date written beside it".
std::string paper_and_reason(const DocumentIdentity& identity) {
  char confidence[32];
  std::snprintf(confidence, sizeof confidence,
                ", confidence %.2f: ", static_cast<double>(identity.confidence));
  return (identity.key().empty() ? "?" : identity.key()) + confidence + identity.reason;
}

/// "Gia Lai (by its district, about)".
std::string province_and_reason(const Article& article, const ProvinceMention& mention) {
  constexpr std::string_view kBy[] = {"by name", "by another name", "by its district"};
  const bool about = std::ranges::find(article.about, mention.province) != article.about.end();
  return mention.province + " (" + std::string(kBy[static_cast<std::size_t>(mention.evidence)]) +
         (about ? ", about)" : ", mentioned)");
}

void explain_entities(std::string& out, const Article& article) {
  for (const DocumentIdentity& identity : article.documents) {
    for (const std::uint32_t index : identity.mentions) {
      const DocumentMention& mention = article.entities.documents[index];
      explain_entity(out, article, "document",
                     to_canonical(mention.number) + " (" + mention.type_name + ", " +
                         std::string(name_of(mention.relation)) +
                         ") = " + paper_and_reason(identity),
                     mention.span);
    }
  }
  for (const PaperRelation& link : article.relations) {
    const auto& mentions = article.entities.documents;
    const Span from = mentions[link.from_mention].span;
    const Span to = mentions[link.to_mention].span;
    explain_entity(out, article, "relation",
                   paper_value(article.documents[link.from]) + ' ' +
                       std::string(name_of(link.relation)) + ' ' +
                       paper_value(article.documents[link.to]),
                   {std::min(from.begin, to.begin), std::max(from.end, to.end)});
  }
  for (const DateMention& mention : article.entities.dates) {
    explain_entity(out, article, "date",
                   to_iso(mention.date) + " (" + std::string(name_of(mention.role)) + ", " +
                       std::string(name_of(mention.date.precision)) +
                       (mention.year_inferred ? ", year inferred from publication)" : ")"),
                   mention.span);
  }
  for (const ProvinceMention& mention : article.entities.provinces) {
    explain_entity(out, article, "province", province_and_reason(article, mention), mention.span);
  }
  for (const OfficialMention& mention : article.entities.officials) {
    std::string posts;
    for (const Post& post : mention.posts) {
      const std::string province = province_of_post(article, post);
      posts += (posts.empty() ? ": " : "; ") + post.position +
               (post.organisation.empty() ? "" : " | " + post.organisation) +
               (province.empty() ? "" : " [" + province + "]");
    }
    explain_entity(out, article, "official", mention.name + posts, mention.span);
  }
}

/// The persons of an article who are no officials of the state.
void explain_persons(std::string& out, const Article& article) {
  for (const PersonMention& person : find_persons(article.text)) {
    explain_entity(out, article, "person",
                   person.name + " (" + std::string(name_of(person.role)) +
                       (person.post.empty() ? ")" : "): " + person.post),
                   person.span);
  }
}

}  // namespace

std::string to_json(const IndexReport& report) {
  Json rejections = Json::array();
  for (const Rejection& rejection : report.rejections) {
    rejections.push_back({{"file", rejection.file}, {"reason", rejection.reason}});
  }
  const double seconds = std::max(report.seconds, 1e-3);
  return dump(
      {{"generation", report.generation},
       {"articles", report.articles},
       {"added", report.added},
       {"changed", report.changed},
       {"unchanged", report.unchanged},
       {"removed", report.removed},
       {"undated", report.undated},
       {"rejected", report.rejections.size()},
       {"bytes", report.bytes},
       {"seconds", report.seconds},
       {"articles_per_second", static_cast<double>(report.added + report.changed) / seconds},
       {"charsets", report.charsets},
       {"rejected_by_reason", rejections_by_kind(report.rejections)},
       {"rejections", rejections}});
}

std::string to_extract_json(const Article& article) {
  return dump({{"id", article.id},
               {"doc", article.file},
               {"title", one_line(composed(article.title()))},
               {"published", article.published ? Json(to_iso(PartialDate::of(*article.published)))
                                               : Json(nullptr)},
               {"source", article.source},
               {"author", article.author},
               {"provinces", provinces_of(article)},
               {"primary_province", article.primary_province},
               {"documents", documents_json(article)},
               {"dates", dates_json(article)},
               {"officials", officials_json(article)}});
}

std::string explain(const ReadArticle& read) {
  const Article& article = read.article;
  std::string out = "file: " + article.file + "\nid: " + article.id +
                    "\ncharset: " + article.charset + "\n\nlines\n";
  for (const PageLine& line : read.parsed.lines) {
    if (line.kind != LineKind::kBlank) {
      const std::string kind(name_of(line.kind));
      out += "  " + kind + std::string(kind.size() < 12 ? 12 - kind.size() : 1, ' ') +
             one_line(slice(read.page.text, line.span)) + "\n";
    }
  }
  out += "\narticle\n  title: " + one_line(article.title()) + "\n  published: " +
         (article.published ? to_iso(PartialDate::of(*article.published)) : "unknown") + " (" +
         std::string(name_of(article.published_by)) +
         (article.published_evidence.empty() ? ""
                                             : ": «" + one_line(article.published_evidence) + "»") +
         ")\n  source: " + article.source + "\n  author: " + article.author +
         "\n  primary province: " +
         (article.primary_province.empty() ? "national" : article.primary_province) +
         "\n\nentities\n";
  explain_entities(out, article);
  explain_persons(out, article);
  return out;
}

}  // namespace tracuu
