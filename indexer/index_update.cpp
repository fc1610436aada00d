#include "indexer/index_update.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "common/index/article_store.h"
#include "common/index/frequent_terms.h"
#include "common/index/generation.h"
#include "common/index/lexicon.h"
#include "common/index/manifest.h"
#include "common/index/rare_terms.h"
#include "common/index/segments.h"
#include "common/index/token_streams.h"
#include "indexer/document_builder.h"
#include "indexer/token_spool.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kMapped{kArticlesFile, kTokenStreamsFile,
                                                  kFrequentTermsFile, kRareTermsFile, kLexiconFile};

constexpr char kSpoolFile[] = "changed.tokens";

/// Makes a file belong to another generation too.
void link_file(const fs::path& from, const fs::path& to) {
  std::error_code unlinkable;
  fs::create_hard_link(from, to, unlinkable);
  if (unlinkable) {
    copy_one_file(from, to);
  }
}

void link_base(const fs::path& from, const fs::path& to) {
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    if (entry.is_regular_file() && entry.path().filename() != kManifestFile) {
      link_file(entry.path(), to / entry.path().filename());
    }
  }
}

}  // namespace

bool is_mapped(const std::string& name) {
  return std::ranges::find(kMapped, name) != kMapped.end();
}

struct IndexUpdate::State {
  /// An article that is new, or replaces one.
  struct Fresh {
    std::string id;
    std::string packed;
    StoredArticle stored;
    ReprintMarks reprint;
  };

  State(const fs::path& current_generation, const fs::path& build, std::optional<std::size_t> most)
      : current(current_generation),
        directory(build),
        published(current_generation),
        most_changes(most.value_or(published.docids().size() / kDeltaShare)) {}

  /// Returns those of `docids` that stay as they are.
  std::vector<std::uint32_t> kept(const std::vector<std::uint32_t>& docids) const {
    std::vector<std::uint32_t> left;
    std::ranges::set_difference(docids, gone, std::back_inserter(left));
    return left;
  }

  std::vector<PlannedArticle> planned(const std::vector<std::uint32_t>& docids) const;
  void merge(const IndexMetadata& metadata, std::size_t threads);
  void write_delta(const std::vector<std::uint32_t>& removed, IndexMetadata metadata,
                   std::size_t threads);
  void forget(std::uint32_t docid);
  void add_fresh(TokenSpool& streams) const;

  fs::path current;
  fs::path directory;
  PublishedIndex published;
  std::size_t most_changes;
  std::map<std::uint32_t, Fresh> fresh;
  std::map<std::string, std::uint32_t, std::less<>> docid_by_id;  ///< of the fresh ones
  std::set<std::pair<std::uint32_t, std::uint32_t>> bearing;      ///< reprint key, docid: the same
  std::set<std::uint32_t> gone;    ///< published ones that were replaced or removed
  std::set<std::uint32_t> joined;  ///< fresh ones that only joined a group
};

/// Those that stay, and all fresh ones, ascending.
std::vector<PlannedArticle> IndexUpdate::State::planned(
    const std::vector<std::uint32_t>& docids) const {
  std::vector<PlannedArticle> articles;
  articles.reserve(docids.size() + fresh.size());
  for (const std::uint32_t docid : kept(docids)) {
    articles.push_back(
        {docid, [this, docid] { return published.load(docid); }, published.reprint_marks(docid)});
  }
  for (const auto& [docid, article] : fresh) {
    articles.push_back({docid,
                        [this, &article = article] { return published.unpack(article.packed); },
                        article.reprint});
  }
  std::sort(articles.begin(), articles.end(),
            [](const PlannedArticle& a, const PlannedArticle& b) { return a.docid < b.docid; });
  return articles;
}

void IndexUpdate::State::add_fresh(TokenSpool& streams) const {
  for (const auto& [docid, article] : fresh) {
    streams.add(docid, tokens_of(published.unpack(article.packed)));
  }
}

void IndexUpdate::State::forget(std::uint32_t docid) {
  joined.erase(docid);
  if (published.has(docid)) {
    gone.insert(docid);
  }
  const auto known = fresh.find(docid);
  if (known == fresh.end()) {
    return;
  }
  docid_by_id.erase(known->second.id);
  for (const std::uint32_t key : known->second.reprint.keys) {
    bearing.erase({key, docid});
  }
  fresh.erase(known);
}

IndexUpdate::IndexUpdate(const fs::path& current, const fs::path& directory,
                         std::optional<std::size_t> most_changes)
    : state_(std::make_unique<State>(current, directory, most_changes)) {}

IndexUpdate::~IndexUpdate() = default;

const PublishedIndex& IndexUpdate::published() const {
  return state_->published;
}

std::optional<StoredArticle> IndexUpdate::find(std::string_view id) const {
  if (const auto known = state_->docid_by_id.find(id); known != state_->docid_by_id.end()) {
    return state_->fresh.at(known->second).stored;
  }
  auto stored = state_->published.find(id);
  return stored && !state_->gone.contains(stored->docid) ? stored : std::nullopt;
}

std::vector<std::uint32_t> IndexUpdate::docids() const {
  std::vector<std::uint32_t> all = state_->kept(state_->published.docids());
  for (const auto& [docid, article] : state_->fresh) {
    all.push_back(docid);
  }
  std::sort(all.begin(), all.end());
  return all;
}

Article IndexUpdate::load(std::uint32_t docid) const {
  const auto fresh = state_->fresh.find(docid);
  return fresh == state_->fresh.end() ? state_->published.load(docid)
                                      : state_->published.unpack(fresh->second.packed);
}

std::vector<std::uint32_t> IndexUpdate::bearing(std::uint32_t reprint_key, std::size_t most) const {
  std::set<std::uint32_t> docids;
  for (const std::uint32_t docid :
       state_->published.with_term(reprint_key_term(reprint_key), most + state_->gone.size())) {
    if (!state_->gone.contains(docid)) {
      docids.insert(docid);
    }
  }
  for (auto entry = state_->bearing.lower_bound({reprint_key, 0});
       entry != state_->bearing.end() && entry->first == reprint_key; ++entry) {
    docids.insert(entry->second);
  }
  std::vector<std::uint32_t> newest(docids.begin(), docids.end());
  newest.resize(std::min(newest.size(), most));
  return newest;
}

std::string IndexUpdate::reprint_group(std::uint32_t docid) const {
  const auto fresh = state_->fresh.find(docid);
  return fresh == state_->fresh.end() ? state_->published.reprint_marks(docid).group
                                      : fresh->second.reprint.group;
}

void IndexUpdate::put(std::uint32_t docid, const Article& article, const ReprintMarks& reprint) {
  state_->forget(docid);
  state_->docid_by_id.emplace(article.id, docid);
  for (const std::uint32_t key : reprint.keys) {
    state_->bearing.emplace(key, docid);
  }
  state_->fresh[docid] = {
      article.id, state_->published.pack(article), {docid, article.content_hash}, reprint};
}

void IndexUpdate::join(std::uint32_t docid, const std::string& reprint_group) {
  if (const auto fresh = state_->fresh.find(docid); fresh != state_->fresh.end()) {
    fresh->second.reprint.group = reprint_group;
    return;
  }
  ReprintMarks marks = state_->published.reprint_marks(docid);
  marks.group = reprint_group;
  put(docid, state_->published.load(docid), marks);
  state_->joined.insert(docid);
}

const std::set<std::uint32_t>& IndexUpdate::joined() const {
  return state_->joined;
}

void IndexUpdate::remove(std::uint32_t docid) {
  state_->forget(docid);
}

/// Writes all articles anew.
void IndexUpdate::State::merge(const IndexMetadata& metadata, std::size_t threads) {
  std::atomic<std::uint64_t> written = 0;
  TokenSpool streams(directory / kSpoolFile);
  add_fresh(streams);
  write_index(directory, planned(published.docids()), {streams, published.streams()}, metadata,
              threads, written);
}

/// Writes what changed since the base beside it.
void IndexUpdate::State::write_delta(const std::vector<std::uint32_t>& removed,
                                     IndexMetadata metadata, std::size_t threads) {
  link_base(current, directory);
  const fs::path folder = directory / kDeltaFolder;
  fs::create_directory(folder);
  metadata[kRemovedKey] = pack_docids(removed);
  std::vector<const TokenStreams*> of_delta = published.streams();
  of_delta.erase(of_delta.begin());
  TokenSpool streams(directory / kSpoolFile);
  add_fresh(streams);
  std::atomic<std::uint64_t> written = 0;
  write_index(folder, planned(published.delta_docids()), {streams, of_delta}, metadata, threads,
              written);
}

void IndexUpdate::finish(const IndexMetadata& metadata, std::size_t threads) {
  const PublishedIndex& published = state_->published;
  std::vector<std::uint32_t> removed;
  std::ranges::set_union(published.removed(), state_->gone, std::back_inserter(removed));
  std::erase_if(removed, [&](std::uint32_t docid) { return !published.base_has(docid); });
  const std::size_t changes =
      state_->kept(published.delta_docids()).size() + state_->fresh.size() + removed.size();
  IndexMetadata whole = metadata;
  for (const char* key : {kSchemaKey, kBuiltAtKey, kReportKey, kCommonShinglesKey}) {
    whole.try_emplace(key, published.metadata(key));
  }
  if (changes > state_->most_changes) {
    state_->merge(whole, threads);
  } else {
    state_->write_delta(removed, whole, threads);
  }
}

}  // namespace tracuu
