#include "tests/server/search/sample_index.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "common/index/lexicon.h"
#include "common/index/manifest.h"
#include "common/index/schema.h"
#include "common/index/segments.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/index_update.h"
#include "indexer/lexicon_builder.h"
#include "indexer/lexicon_update.h"
#include "server/query/optional_word.h"
#include "tests/support/planned_articles.h"

namespace tracuu {
namespace {

const IndexMetadata kMetadata{{kSchemaKey, std::to_string(kSchemaVersion)},
                              {kBuiltAtKey, "2026-11-22T05:36:00Z"}};

std::vector<QuerySyllable> syllables_of(std::string_view text) {
  const std::string normalized_text = normalized(text);
  std::vector<QuerySyllable> syllables;
  for (const Token& token : tokenize(normalized_text)) {
    syllables.push_back({token.folded, token.key, token.marked, is_stop_syllable(token.key),
                         !syllables.empty(), token.span});
  }
  return syllables;
}

QueryClause clause_of(std::string_view piece) {
  QueryClause clause;
  if (piece.starts_with('@')) {
    clause.kind = QueryClause::Kind::kEntity;
    const auto words = piece.find_first_of("~^");
    clause.terms.emplace_back(piece.substr(1, words == piece.npos ? words : words - 1));
    if (words != piece.npos && piece[words] == '^') {
      clause.code = syllables_of(piece.substr(words + 1));
    } else if (words != piece.npos) {
      clause.or_syllables = true;
      clause.syllables = syllables_of(piece.substr(words + 1));
    }
    return clause;
  }
  const bool quoted = piece.starts_with('"');
  clause.kind = quoted ? QueryClause::Kind::kPhrase : QueryClause::Kind::kSyllable;
  clause.syllables = syllables_of(piece);
  if (clause.syllables.empty() || (!quoted && clause.syllables.size() > 1)) {
    throw std::invalid_argument("one word or a quoted phrase expected: " + std::string(piece));
  }
  return clause;
}

/// Splits at `separator` outside quotes.
std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces(1);
  bool quoted = false;
  for (const char byte : text) {
    quoted = quoted != (byte == '"');
    if (byte == separator && !quoted) {
      pieces.emplace_back();
    } else {
      pieces.back() += byte;
    }
  }
  std::erase(pieces, "");
  return pieces;
}

void add_typed(Query& query, const QueryClause& clause, bool beside) {
  for (QuerySyllable syllable : clause.syllables) {
    syllable.follows = beside || syllable.follows;
    query.any_marked = query.any_marked || syllable.marked;
    query.syllables.push_back(syllable);
    beside = true;
  }
}

}  // namespace

Article plain_article(std::string_view id, std::string_view title, std::string_view body,
                      std::string_view published) {
  Article article;
  article.id = id;
  article.text = std::string(title) + '\n' + std::string(body);
  article.title_size = static_cast<std::uint32_t>(title.size());
  if (!published.empty()) {
    article.published = parse_iso(published)->as_day();
  }
  return article;
}

void cite(Article& article, std::string_view number, Span span) {
  const auto parsed = parse_document_number(number);
  DocumentMention mention;
  mention.number = parsed.value_or(DocumentNumber());
  mention.span = span;
  DocumentIdentity identity;
  identity.number = number;
  identity.mentions = {static_cast<std::uint32_t>(article.entities.documents.size())};
  article.entities.documents.push_back(mention);
  article.documents.push_back(identity);
}

void cite_paper(Article& article, std::string_view number, std::string_view date,
                std::string_view province) {
  cite(article, number);
  DocumentIdentity& identity = article.documents.back();
  identity.date = parse_iso(date);
  identity.province = province;
  identity.confidence = 1;
}

void name_official(Article& article, std::string_view name, Span span) {
  article.entities.officials.push_back({span, std::string(name), {}});
}

namespace {

void write_lexicon_of(const std::vector<PlannedArticle>& planned,
                      const std::filesystem::path& directory) {
  LexiconBuilder lexicon;
  for (const PlannedArticle& article : planned) {
    lexicon.see(article.docid, article.load());
  }
  lexicon.find_phrases();
  lexicon.count(*TokenStreams::open(directory), 1);
  lexicon.write(directory);
}

}  // namespace

bool has_delta() {
  return std::getenv("TRACUU_TEST_DELTA") != nullptr;
}

void SampleIndex::publish_generation(const std::vector<Article>& articles, const Groups& groups) {
  DocidAllocator docids;
  std::vector<PlannedArticle> planned;
  for (const Article& article : articles) {
    const auto group = groups.find(article.id);
    planned.push_back({*docids.next(article.published), [&article] { return article; },
                       ReprintMarks{group == groups.end() ? "" : group->second, {}}});
  }
  std::sort(planned.begin(), planned.end(),
            [](const PlannedArticle& a, const PlannedArticle& b) { return a.docid < b.docid; });
  const std::filesystem::path build = start_build(path());
  write_planned(build, planned, kMetadata, 1);
  write_lexicon_of(planned, build);
  if (has_delta() && planned.size() > 1) {
    write_with_delta(build, planned);
  }
  generation_ = publish(path(), build);
}

void SampleIndex::write_with_delta(const std::filesystem::path& build,
                                   const std::vector<PlannedArticle>& planned) {
  const TemporaryDirectory base;
  std::vector<PlannedArticle> first;
  for (std::size_t i = 0; i < planned.size(); i += i % 3 == 0 ? 2 : 1) {
    first.push_back(planned[i]);
    if (i % 3 == 0) {
      // As it was before its papers and people were read.
      first.back().load = [article = planned[i].load()] {
        return plain_article(article.id, article.title(), article.body());
      };
    }
  }
  constexpr std::uint32_t kLastDocid = 0xFFFF'FFFF;
  first.push_back({kLastDocid, [] { return plain_article("gone", "", ""); }, {}});
  write_planned(base.path(), first, kMetadata, 1);
  write_lexicon_of(first, base.path());
  std::filesystem::remove_all(build);
  std::filesystem::create_directory(build);
  IndexUpdate update(base.path(), build, 2 * planned.size());
  Result<LexiconUpdate> lexicon = LexiconUpdate::open(base.path());
  lexicon->remove(kLastDocid, update.load(kLastDocid));
  update.remove(kLastDocid);
  for (const PlannedArticle& article : first) {
    if (article.docid != kLastDocid && (&article - first.data()) % 2 == 0) {
      lexicon->remove(article.docid, article.load());
    }
  }
  for (std::size_t i = 0; i < planned.size(); ++i) {
    if (i % 3 != 2) {
      lexicon->add(planned[i].docid, planned[i].load());
      update.put(planned[i].docid, planned[i].load(), planned[i].reprint);
    }
  }
  update.finish({});
  lexicon->write(build, {});
}

StoredArticles SampleIndex::stored() const {
  std::vector<ArticleStore> segments;
  for (const std::filesystem::path& segment : segments_of(generation())) {
    segments.push_back(std::move(*ArticleStore::open(segment)));
  }
  return StoredArticles(std::move(segments));
}

void SampleIndex::set_metadata(const std::string& key, const std::string& value) const {
  Xapian::WritableDatabase database(generation_.path.string(), Xapian::DB_OPEN);
  database.set_metadata(key, value);
  database.commit();
  database.close();
  write_manifest(generation_.path);
}

void SampleIndex::remove(const std::vector<std::string>& ids,
                         std::optional<std::size_t> most_changes) {
  const std::filesystem::path build = start_build(path());
  IndexUpdate update(generation_.path, build, most_changes);
  Result<LexiconUpdate> lexicon = LexiconUpdate::open(generation_.path);
  for (const std::string& id : ids) {
    const std::uint32_t docid = update.find(id)->docid;
    lexicon->remove(docid, update.load(docid));
    update.remove(docid);
  }
  update.finish({});  // metadata stays
  lexicon->write(build, update.published().removed());
  generation_ = publish(path(), build);
}

OpenIndex::OpenIndex(const SampleIndex& index)
    : databases(index.open()),
      columns(Columns::load(databases, *databases.removed())),
      terms(std::move(*TermIndex::open(index.generation(), columns))),
      reader(terms, databases) {}

std::vector<Xapian::docid> OpenIndex::docids_of(const ArticleSet& articles) const {
  std::vector<Xapian::docid> docids;
  articles.for_each([&](Ordinal article) { docids.push_back(reader.docid_of(article)); });
  std::sort(docids.begin(), docids.end());
  return docids;
}

Query sample_query(std::string_view notation) {
  Query query;
  query.text = notation;
  bool beside = false;
  for (const std::string& piece : split(notation, ' ')) {
    if (piece.starts_with('-')) {
      query.excluded.push_back(clause_of(std::string_view(piece).substr(1)));
      beside = false;
      continue;
    }
    QueryGroup group;
    for (const std::string& alternative : split(piece, '|')) {
      group.alternatives.push_back(clause_of(alternative));
      add_typed(query, group.alternatives.back(), beside && group.alternatives.size() == 1);
    }
    (is_optional(group) ? query.optional : query.groups).push_back(std::move(group));
    beside = true;
  }
  if (query.groups.empty()) {
    std::swap(query.groups, query.optional);
  }
  return query;
}

Xapian::docid docid_of_id(const Databases& databases, std::string_view id) {
  const std::string term = term_of(kIdPrefix, id);
  const auto has = [&](const Xapian::Database& segment) { return segment.term_exists(term); };
  return *std::ranges::find_if(databases.segments(), has)->postlist_begin(term);
}

std::string ids_of(const StoredArticles& stored, const std::vector<Xapian::docid>& docids) {
  std::string ids;
  for (const Xapian::docid docid : docids) {
    ids.append(ids.empty() ? "" : " ").append(stored.id(docid));
  }
  return ids;
}

}  // namespace tracuu
