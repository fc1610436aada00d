#include "indexer/index_changes.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "common/index/schema.h"
#include "indexer/docid_placing.h"

namespace tracuu {
namespace {

/// Articles of the index that say what a paper cited by new articles is about; fewer, but at least
/// one, where the numbers of the new articles stand for so many papers that all together are over
/// kArticlesToLearnFrom.
constexpr std::size_t kArticlesPerPaper = 8;
constexpr std::size_t kArticlesToLearnFrom = 500;

}  // namespace

IndexChanges::IndexChanges(IndexUpdate& index, LexiconUpdate& lexicon, ArticleSpool& spool,
                           IndexReport& report)
    : index_(index), lexicon_(lexicon), spool_(spool), report_(report), reprints_(index) {
  for (const std::uint32_t docid : index_.docids()) {
    docids_.take(docid);
  }
}

bool IndexChanges::is_known(const RawPage& page) {
  const auto stored = keep(page.id);
  return stored && stored->content_hash == page.content_hash;
}

std::optional<StoredArticle> IndexChanges::keep(const std::string& id) {
  auto stored = index_.find(id);
  if (stored) {
    kept_.push_back(stored->docid);
  }
  return stored;
}

void IndexChanges::take(const Article& article, ReprintSketch sketch) {
  linker_.see(article);
  officials_.see(article);
  new_.emplace_back(spool_.append(article), std::move(sketch));
}

void IndexChanges::put_all() {
  learn_papers();
  learn_names();
  linker_.settle();
  officials_.settle();
  for (auto& [place, sketch] : new_) {
    Article article = spool_.load(place);
    linker_.complete(article);
    officials_.complete(article);
    put(article, std::move(sketch));
  }
  for (const std::uint32_t docid : index_.joined()) {
    lexicon_.keep(docid, index_.load(docid));
  }
}

std::vector<std::uint32_t> IndexChanges::missing() const {
  std::vector<std::uint32_t> kept = kept_;
  std::ranges::sort(kept);
  std::vector<std::uint32_t> missing;
  std::ranges::set_difference(index_.published().docids(), kept, std::back_inserter(missing));
  return missing;
}

void IndexChanges::remove(const std::vector<std::uint32_t>& docids) {
  for (const std::uint32_t docid : docids) {
    lexicon_.remove(docid, index_.load(docid));
    index_.remove(docid);
  }
  report_.removed = docids.size();
}

/// Learns from the index about the papers that new articles leave open.
void IndexChanges::learn_papers() {
  std::vector<std::string> needed = index_.published().identity_keys();
  std::erase_if(needed, [this](const std::string& key) { return !linker_.needs(key); });
  const std::size_t share = std::clamp<std::size_t>(
      kArticlesToLearnFrom / std::max<std::size_t>(needed.size(), 1), 1, kArticlesPerPaper);
  std::set<std::uint32_t> citing;
  for (const std::string& key : needed) {
    const std::vector<std::uint32_t> docids =
        index_.published().with_term(filter_term(FieldId::kIdentity, key), share);
    citing.insert(docids.begin(), docids.end());
  }
  for (const std::uint32_t docid : citing) {
    linker_.see(index_.load(docid));
  }
}

/// Keeps the spelling that the index has of each name in the new articles.
void IndexChanges::learn_names() {
  for (const std::string& name : officials_.names()) {
    const std::string term = filter_term(FieldId::kOfficial, name);
    for (const std::uint32_t docid : index_.published().with_term(term, 1)) {
      for (const OfficialSummary& official : officials_of(index_.load(docid))) {
        if (filter_term(FieldId::kOfficial, official.name) == term) {
          officials_.fix(official.name);
        }
      }
    }
  }
}

void IndexChanges::put(const Article& article, ReprintSketch sketch) {
  const auto stored = index_.find(article.id);
  const std::optional<Article> old =
      stored ? std::optional(index_.load(stored->docid)) : std::nullopt;
  const bool same_day = old && old->published == article.published;
  const auto docid = same_day ? std::optional(stored->docid) : place(article, docids_, report_);
  if (!docid) {
    return;
  }
  if (old) {
    lexicon_.remove(stored->docid, *old);
    if (!same_day) {
      index_.remove(stored->docid);
    }
  }
  index_.put(*docid, article, reprints_.settle(article, std::move(sketch)));
  lexicon_.add(*docid, article);
  ++(stored ? report_.changed : report_.added);
}

}  // namespace tracuu
