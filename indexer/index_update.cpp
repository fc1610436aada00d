#include <xapian.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "common/index/article_store.h"
#include "common/index/frequent_terms.h"
#include "common/index/manifest.h"
#include "common/index/rare_terms.h"
#include "common/index/schema.h"
#include "common/index/token_streams.h"
#include "indexer/document_builder.h"
#include "indexer/index_faults.h"
#include "indexer/index_writer.h"
#include "indexer/terms_builder.h"
#include "indexer/token_spool.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPartBytes = std::size_t{1} << 20U;

/// Writes the articles under `docids`: those in `changed`, packed, and else those of `old`.
void write_articles(const fs::path& directory, const ArticleStore& old,
                    const std::map<std::uint32_t, std::string>& changed,
                    const std::vector<std::uint32_t>& docids) {
  ArticleStoreWriter writer(directory);
  PackedArticles part;
  std::size_t parts = 0;
  std::size_t place = 0;
  for (const std::uint32_t docid : docids) {
    while (place < old.docids().size() && old.docids()[place] < docid) {
      ++place;
    }
    const auto fresh = changed.find(docid);
    part.add(docid, fresh == changed.end() ? old.packed_at(place) : fresh->second);
    if (part.bytes.size() >= kPartBytes) {
      writer.add(parts++, std::exchange(part, {}));
    }
  }
  writer.add(parts, std::move(part));
  writer.finish(old.codec().dictionary());
}

/// Copies all but what is written anew.
void copy_database(const fs::path& from, const fs::path& to) {
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    const fs::path name = entry.path().filename();
    if (name != kArticlesFile && name != kTokenStreamsFile && name != kFrequentTermsFile &&
        name != kRareTermsFile) {
      copy_one_file(entry.path(), to / name);
    }
  }
}

}  // namespace

struct IndexUpdate::State {
  State(const fs::path& current_generation, const fs::path& build)
      : current(current_generation),
        directory(build),
        old_articles(or_throw(ArticleStore::open(current))),
        old_streams(or_throw(TokenStreams::open(current))),
        published(old_streams, dictionary),
        new_streams(build / "changed.tokens") {}

  fs::path current;
  fs::path directory;
  ArticleStore old_articles;
  TokenStreams old_streams;
  StreamDictionary dictionary;
  PublishedStreams published;
  TokenSpool new_streams;
  std::map<std::uint32_t, std::string> new_articles;  ///< packed, by docid
  std::set<std::uint32_t> changed;                    ///< docids
  Xapian::WritableDatabase database;
};

IndexUpdate::IndexUpdate(const fs::path& current, const fs::path& directory)
    : state_(std::make_unique<State>(current, directory)) {
  copy_database(current, directory);
  state_->database = Xapian::WritableDatabase(directory.string(), Xapian::DB_OPEN);
}

IndexUpdate::~IndexUpdate() = default;

std::optional<StoredArticle> IndexUpdate::find(std::string_view id) const {
  const std::string term = term_of(kIdPrefix, id);
  const Xapian::PostingIterator posting = state_->database.postlist_begin(term);
  if (posting == state_->database.postlist_end(term)) {
    return std::nullopt;
  }
  return StoredArticle{*posting, state_->database.get_document(*posting).get_value(kHashSlot)};
}

std::vector<std::uint32_t> IndexUpdate::docids() const {
  return {state_->database.postlist_begin(""), state_->database.postlist_end("")};
}

std::vector<std::string> IndexUpdate::identity_keys() const {
  std::vector<std::string> keys;
  const std::string prefix(field(FieldId::kIdentity).term_prefix);
  const Xapian::TermIterator end = state_->database.allterms_end(prefix);
  for (auto term = state_->database.allterms_begin(prefix); term != end; ++term) {
    keys.push_back((*term).substr(prefix.size()));
  }
  return keys;
}

std::vector<std::uint32_t> IndexUpdate::with_term(std::string_view term, std::size_t most) const {
  std::vector<std::uint32_t> docids;
  const std::string wanted(term);
  const Xapian::PostingIterator end = state_->database.postlist_end(wanted);
  for (auto posting = state_->database.postlist_begin(wanted);
       posting != end && docids.size() < most; ++posting) {
    docids.push_back(*posting);
  }
  return docids;
}

Article IndexUpdate::load(std::uint32_t docid) const {
  const auto fresh = state_->new_articles.find(docid);
  if (fresh == state_->new_articles.end()) {
    return state_->old_articles.article(docid);
  }
  return *deserialize(*state_->old_articles.codec().unpack(fresh->second));
}

std::vector<std::uint32_t> IndexUpdate::bearing(std::uint32_t reprint_key, std::size_t most) const {
  const std::string term = reprint_key_term(reprint_key);
  std::vector<std::uint32_t> docids;
  for (auto posting = state_->database.postlist_begin(term);
       posting != state_->database.postlist_end(term) && docids.size() < most; ++posting) {
    docids.push_back(*posting);
  }
  return docids;
}

std::string IndexUpdate::reprint_group(std::uint32_t docid) const {
  return state_->database.get_document(docid).get_value(kReprintSlot);
}

std::string IndexUpdate::metadata(const std::string& key) const {
  return state_->database.get_metadata(key);
}

void IndexUpdate::put(std::uint32_t docid, const Article& article, const ReprintMarks& reprint) {
  state_->changed.insert(docid);
  state_->new_streams.add(docid, tokens_of(article));
  state_->new_articles[docid] = state_->old_articles.codec().pack(serialize(article));
  state_->database.replace_document(docid, build_document(article, reprint));
}

void IndexUpdate::join(std::uint32_t docid, const std::string& reprint_group) {
  Xapian::Document document = state_->database.get_document(docid);
  document.add_value(kReprintSlot, reprint_group);
  document.add_boolean_term(term_of(kReprintPrefix, reprint_group));
  state_->changed.insert(docid);
  state_->database.replace_document(docid, document);
}

void IndexUpdate::remove(std::uint32_t docid) {
  state_->changed.insert(docid);
  state_->new_articles.erase(docid);
  state_->database.delete_document(docid);
}

void IndexUpdate::finish(const IndexMetadata& metadata) {
  const std::vector<std::uint32_t> all = docids();
  for (const auto& [key, value] : metadata) {
    state_->database.set_metadata(key, value);
  }
  state_->database.commit();
  state_->database.close();
  write_articles(state_->directory, state_->old_articles, state_->new_articles, all);
  state_->new_streams.close(state_->dictionary);
  write_token_streams(state_->directory, state_->dictionary,
                      {&state_->published, &state_->new_streams}, all);
  update_terms(state_->current, state_->directory, state_->changed);
}

}  // namespace tracuu
