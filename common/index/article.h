#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity/entities.h"
#include "common/result.h"

namespace tracuu {

/// How the publication date of an article is known.
enum class PublishedBy : std::uint8_t {
  kUnknown,   ///< the page does not say; nothing is guessed
  kGiven,     ///< a field of the input
  kMarkup,    ///< a meta element or <time> of the page
  kDateLine,  ///< a line of the page
};

/// The names used in reports and answers: "unknown", "given", "markup", "date-line".
std::string_view name_of(PublishedBy by);

/// A paper that an article cites, as far as it is known which one. A number alone does not say:
/// four papers bear "36-NQ/TW".
struct DocumentIdentity {
  std::string number;               ///< canonical, see to_canonical(): "36-NQ/TW"
  std::string type_name;            ///< "Nghị quyết", or ""
  std::optional<PartialDate> date;  ///< issue date, when known
  std::string province;             ///< of a local issuer (TU, UBND, HĐND ...), else ""
  std::string title;                ///< subject, when a gazetteer knows it
  /// 0 when it stays open which paper of this number is meant, else how sure we are, up to 1.
  float confidence = 0;
  /// Why, for `explain` and the document page: "date written beside it", "only paper of this number
  /// before 2018-05-15", "open: 4 papers bear this number".
  std::string reason;
  std::vector<std::uint32_t> mentions;  ///< indexes into Entities::documents

  /// The key that is equal for equal papers: "36-NQ/TW@2014-07-01",
  /// "10-NQ/TU@2013-12-27@Hải Phòng"; "" while it stays open.
  std::string key() const;
  bool operator==(const DocumentIdentity&) const = default;
};

/// Returns by what a paper is found in relations: its key, or its number while it stays open which
/// paper is meant.
std::string paper_value(const DocumentIdentity& identity);

/// What one cited paper does to another, where the text says so: "Kế hoạch 12/KH-UBND thực hiện
/// Nghị quyết 36-NQ/TW". (What the article's own words do to a paper is DocumentMention::relation.)
struct PaperRelation {
  std::uint32_t from = 0;  ///< index into Article::documents: the paper that does it
  std::uint32_t to = 0;    ///< the paper it is done to
  DocumentRelation relation = DocumentRelation::kMentions;
  std::uint32_t from_mention = 0;  ///< indexes into Entities::documents: where it is said
  std::uint32_t to_mention = 0;
  bool operator==(const PaperRelation&) const = default;
};

/// One article as the index stores it. All spans are byte spans of `text`.
///
///     text:  Hội thảo lấy ý kiến Đề án ...⏎Chiều 3/9, tại Trung tâm ...⏎Đề án do Sở ...
///            ╰────────── title ──────────╯ ╰──────────────── body ─────────────────╯
///            0                  title_size title_size + 1                 text.size()
struct Article {
  std::string id;    ///< stable across rebuilds
  std::string file;  ///< what it was read from, as reported
  std::string url;
  std::string text;  ///< the author's own characters: title, '\n', body
  std::uint32_t title_size = 0;
  std::string source;  ///< "haiphong.gov.vn", "Báo Nghệ An"; "" unknown
  std::string author;
  std::optional<Day> published;
  PublishedBy published_by = PublishedBy::kUnknown;
  std::string published_evidence;  ///< the words that say so
  std::string charset;             ///< of the page, as name_of(Charset) says
  std::string content_hash;        ///< of the page's bytes
  Entities entities;
  std::vector<DocumentIdentity> documents;  ///< in order of first mention
  std::vector<PaperRelation> relations;     ///< between the documents
  std::string primary_province;             ///< "" for national articles
  std::vector<std::string> about;           ///< provinces the article is about, primary first

  std::string_view title() const { return std::string_view(text).substr(0, title_size); }
  std::string_view body() const {
    return title_size < text.size() ? std::string_view(text).substr(title_size + 1)
                                    : std::string_view();
  }
  bool operator==(const Article&) const = default;
};

/// Returns whether all spans lie in the text and all indexes in what they point into.
bool is_whole(const Article& article);

/// Returns the distinct provinces an article mentions, in order of first mention.
std::vector<std::string> mentioned_provinces(const Article& article);

/// One person with all posts an article gives, in order, without repeats.
struct OfficialSummary {
  std::string name;
  std::vector<Post> posts;
};
/// Returns the officials of an article in order of first mention, each once.
std::vector<OfficialSummary> officials_of(const Article& article);

/// Writes an article as bytes. The format is part of the index (see schema.h): a change of it needs
/// a new kSchemaVersion.
std::string serialize(const Article& article);

/// Reads what serialize() wrote. Fails on anything else and on what is not whole, never reads past
/// the end.
Result<Article> deserialize(std::string_view bytes);

/// Reads only the id of what serialize() wrote.
Result<std::string> deserialize_id(std::string_view bytes);

}  // namespace tracuu
