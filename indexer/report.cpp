#include "indexer/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/text/composition.h"
#include "common/text/normalize.h"
#include "indexer/index_writer.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Returns the author's words under `span` on one line, in one spelling.
std::string surface_of(const Article& article, Span span) {
  std::string text = normalized(slice(article.text, span));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

Json documents_json(const Article& article) {
  Json documents = Json::array();
  for (const DocumentIdentity& identity : article.documents) {
    const auto& found = article.entities.documents;
    const DocumentMention& mention = found[identity.mentions.front()];
    // "Nghị quyết 36" in the title is printed by the full number that the text gives it.
    const auto full =
        std::find_if(identity.mentions.begin(), identity.mentions.end(),
                     [&](const auto index) { return !found[index].number.issuer.empty(); });
    const DocumentMention& numbered = full == identity.mentions.end() ? mention : found[*full];
    documents.push_back({{"surface", surface_of(article, mention.span)},
                         {"type", identity.type_name},
                         {"number", to_canonical(numbered.number)},
                         {"date", mention.date ? to_iso(*mention.date) : ""}});
  }
  return documents;
}

Json dates_json(const Article& article) {
  Json dates = Json::array();
  std::vector<std::string> seen;
  const auto add = [&](const std::string& surface, const std::string& iso) {
    if (std::find(seen.begin(), seen.end(), iso) == seen.end()) {
      seen.push_back(iso);
      dates.push_back({{"surface", surface}, {"iso", iso}});
    }
  };
  if (article.published) {
    add(article.published_evidence, to_iso(PartialDate::of(*article.published)));
  }
  for (const DateMention& mention : article.entities.dates) {
    add(surface_of(article, mention.span), to_iso(mention.date));
  }
  return dates;
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

void explain_entities(std::string& out, const Article& article) {
  for (const DocumentIdentity& identity : article.documents) {
    for (const std::uint32_t index : identity.mentions) {
      const DocumentMention& mention = article.entities.documents[index];
      explain_entity(out, article, "document",
                     to_canonical(mention.number) + " (" + mention.type_name + ", " +
                         std::string(name_of(mention.relation)) + ") = " +
                         (identity.key().empty() ? "?" : identity.key()) + ", " + identity.reason,
                     mention.span);
    }
  }
  for (const DateMention& mention : article.entities.dates) {
    explain_entity(out, article, "date",
                   to_iso(mention.date) + " (" + std::string(name_of(mention.role)) + ", " +
                       std::string(name_of(mention.date.precision)) +
                       (mention.year_inferred ? ", year inferred from publication)" : ")"),
                   mention.span);
  }
  for (const ProvinceMention& mention : article.entities.provinces) {
    explain_entity(out, article, "province", mention.province, mention.span);
  }
  for (const OfficialMention& mention : article.entities.officials) {
    std::string posts;
    for (const Post& post : mention.posts) {
      posts += (posts.empty() ? ": " : "; ") + post.position +
               (post.organisation.empty() ? "" : " | " + post.organisation);
    }
    explain_entity(out, article, "official", mention.name + posts, mention.span);
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
       {"rejections", rejections}});
}

std::string stats_json(const Generation& generation) {
  std::uint64_t articles = 0;
  IndexMetadata metadata = read_metadata(generation.path, articles);
  return dump({{"generation", generation.name()},
               {"articles", articles},
               {"built_at", metadata[kBuiltAtKey]},
               {"schema", metadata[kSchemaKey]},
               {"report", Json::parse(metadata[kReportKey], nullptr, false)}});
}

std::string to_extract_json(const Article& article) {
  return dump({{"id", article.id},
               {"doc", article.file},
               {"title", one_line(composed(article.title()))},
               {"published", article.published ? Json(to_iso(PartialDate::of(*article.published)))
                                               : Json(nullptr)},
               {"source", article.source},
               {"author", article.author},
               {"provinces", mentioned_provinces(article)},
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
  return out;
}

}  // namespace tracuu
