#include "indexer/published_index.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>
#include <stdexcept>
#include <utility>

#include "common/index/article_store.h"
#include "common/index/schema.h"
#include "common/index/segments.h"
#include "indexer/index_faults.h"

namespace tracuu {

namespace fs = std::filesystem;

struct PublishedIndex::Segment {
  explicit Segment(const fs::path& folder)
      : database(folder.string()),
        articles(or_throw(ArticleStore::open(folder))),
        streams(or_throw(TokenStreams::open(folder))) {}

  bool has(std::uint32_t docid) const {
    return std::binary_search(articles.docids().begin(), articles.docids().end(), docid);
  }

  Xapian::Database database;
  ArticleStore articles;
  TokenStreams streams;
};

PublishedIndex::PublishedIndex(const fs::path& generation) {
  for (const fs::path& folder : segments_of(generation)) {
    segments_.emplace_back(folder);
  }
  if (segments_.size() > 1) {
    auto removed = unpack_docids(segments_.back().database.get_metadata(kRemovedKey));
    if (!removed) {
      throw std::runtime_error("index: the delta is damaged, rebuild the index: '" +
                               generation.string() + "'");
    }
    removed_ = std::move(*removed);
  }
}

PublishedIndex::~PublishedIndex() = default;

bool PublishedIndex::base_has(std::uint32_t docid) const {
  return segments_.front().has(docid);
}

bool PublishedIndex::has(std::uint32_t docid) const {
  return (segments_.size() > 1 && segments_.back().has(docid)) ||
         (base_has(docid) && !std::binary_search(removed_.begin(), removed_.end(), docid));
}

const PublishedIndex::Segment& PublishedIndex::segment_of(std::uint32_t docid) const {
  return segments_.back().has(docid) ? segments_.back() : segments_.front();
}

std::vector<std::uint32_t> PublishedIndex::with_term(std::string_view term,
                                                     std::size_t most) const {
  std::set<std::uint32_t> docids;
  const std::string wanted(term);
  for (const Segment& segment : segments_) {
    std::size_t taken = 0;
    const Xapian::PostingIterator end = segment.database.postlist_end(wanted);
    for (auto posting = segment.database.postlist_begin(wanted); posting != end && taken < most;
         ++posting) {
      if (&segment == &segment_of(*posting) && has(*posting)) {
        docids.insert(*posting);
        ++taken;
      }
    }
  }
  std::vector<std::uint32_t> newest(docids.begin(), docids.end());
  newest.resize(std::min(newest.size(), most));
  return newest;
}

std::optional<StoredArticle> PublishedIndex::find(std::string_view id) const {
  const std::vector<std::uint32_t> docids = with_term(term_of(kIdPrefix, id), 1);
  if (docids.empty()) {
    return std::nullopt;
  }
  const Segment& segment = segment_of(docids.front());
  return StoredArticle{docids.front(),
                       segment.database.get_document(docids.front()).get_value(kHashSlot)};
}

std::vector<std::uint32_t> PublishedIndex::docids() const {
  const auto base = segments_.front().articles.docids();
  std::vector<std::uint32_t> kept;
  kept.reserve(base.size());
  std::ranges::set_difference(base, removed_, std::back_inserter(kept));
  const std::vector<std::uint32_t> delta = delta_docids();
  std::vector<std::uint32_t> all;
  all.reserve(kept.size() + delta.size());
  std::ranges::set_union(kept, delta, std::back_inserter(all));
  return all;
}

std::vector<std::string> PublishedIndex::identity_keys() const {
  std::set<std::string> keys;
  const std::string prefix(field(FieldId::kIdentity).term_prefix);
  for (const Segment& segment : segments_) {
    const Xapian::TermIterator end = segment.database.allterms_end(prefix);
    for (auto term = segment.database.allterms_begin(prefix); term != end; ++term) {
      keys.insert((*term).substr(prefix.size()));
    }
  }
  return {keys.begin(), keys.end()};
}

Article PublishedIndex::load(std::uint32_t docid) const {
  return segment_of(docid).articles.article(docid);
}

ReprintMarks PublishedIndex::reprint_marks(std::uint32_t docid) const {
  const Xapian::Document document = segment_of(docid).database.get_document(docid);
  ReprintMarks marks{document.get_value(kReprintSlot), {}};
  Xapian::TermIterator term = document.termlist_begin();
  for (term.skip_to(std::string(kReprintKeyPrefix)); term != document.termlist_end(); ++term) {
    const std::string text = *term;
    if (!text.starts_with(kReprintKeyPrefix)) {
      break;
    }
    std::uint32_t key = 0;
    std::from_chars(text.data() + kReprintKeyPrefix.size(), text.data() + text.size(), key, 16);
    marks.keys.push_back(key);
  }
  return marks;
}

std::string PublishedIndex::metadata(const std::string& key) const {
  return segments_.back().database.get_metadata(key);
}

std::vector<std::uint32_t> PublishedIndex::delta_docids() const {
  if (segments_.size() == 1) {
    return {};
  }
  const auto docids = segments_.back().articles.docids();
  return {docids.begin(), docids.end()};
}

std::span<const std::uint32_t> PublishedIndex::removed() const {
  return removed_;
}

std::vector<const TokenStreams*> PublishedIndex::streams() const {
  std::vector<const TokenStreams*> streams;
  streams.reserve(segments_.size());
  for (const Segment& segment : segments_) {
    streams.push_back(&segment.streams);
  }
  return streams;
}

std::string PublishedIndex::pack(const Article& article) const {
  return segments_.front().articles.codec().pack(serialize(article));
}

Article PublishedIndex::unpack(std::string_view packed) const {
  return *deserialize(*segments_.front().articles.codec().unpack(packed));
}

}  // namespace tracuu
