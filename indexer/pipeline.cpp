#include "indexer/pipeline.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "common/index/generation.h"
#include "common/index/schema.h"
#include "indexer/article_spool.h"
#include "indexer/corpus_linker.h"
#include "indexer/extraction.h"
#include "indexer/index_writer.h"
#include "indexer/official_names.h"
#include "indexer/report.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;
std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[sizeof "2026-11-22T05:36:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

IndexMetadata metadata_of(const IndexReport& report) {
  return {{kSchemaKey, std::to_string(kSchemaVersion)},
          {kBuiltAtKey, now_utc()},
          {kReportKey, to_json(report)}};
}

/// Gives an article its docid, or rejects it when its day cannot hold it.
std::optional<std::uint32_t> place(const Article& article, DocidAllocator& docids,
                                   IndexReport& report) {
  const auto docid = docids.next(article.published);
  if (!docid) {
    report.rejections.push_back(
        {article.file, "published: outside 1945 to 2060, or too many articles on one day: '" +
                           to_iso(PartialDate::of(*article.published)) + "'"});
  }
  return docid;
}

/// What only all articles together say.
struct Corpus {
  CorpusLinker linker;
  OfficialNames officials;

  void see(const Article& article) {
    linker.see(article);
    officials.see(article);
  }
  void settle() {
    linker.settle();
    officials.settle();
  }
  Article completed(Article article) const {
    linker.complete(article);
    officials.complete(article);
    return article;
  }
};

Error nothing_to_index(const IndexReport& report) {
  return {"input: no article in it, " + std::to_string(report.rejections.size()) +
          " pages rejected" +
          (report.rejections.empty() ? std::string()
                                     : ", the first of them '" + report.rejections.front().file +
                                           "': " + report.rejections.front().reason)};
}

}  // namespace

Result<IndexReport> build_index(const PipelineOptions& options, Progress& progress) {
  const Clock::time_point start = Clock::now();
  const Result<WriterLock> lock = WriterLock::take(options.index);
  if (!lock) {
    return lock.error();
  }
  const fs::path build = start_build(options.index);
  IndexReport report;
  std::vector<PlannedArticle> planned;
  {
    ArticleSpool spool(build / "articles.spool");
    Corpus corpus;
    DocidAllocator docids;
    std::set<std::string, std::less<>> ids;
    const auto take = [&](const Article& article) {
      if (!ids.insert(article.id).second) {
        report.rejections.push_back(
            {article.file, "id: another article of this run has it: '" + article.id + "'"});
        return;
      }
      if (const auto docid = place(article, docids, report)) {
        corpus.see(article);
        planned.push_back({*docid, [&spool, &corpus, at = spool.append(article)] {
                             return corpus.completed(spool.load(at));
                           }});
      }
    };
    extract_articles(options, progress, report,
                     {.is_known = [](const RawPage&) { return false; },
                      .take = take,
                      .take_unread_id = [](const std::string&) {}});
    if (planned.empty()) {
      fs::remove_all(build);
      return nothing_to_index(report);
    }
    corpus.settle();
    std::sort(planned.begin(), planned.end(),
              [](const PlannedArticle& a, const PlannedArticle& b) { return a.docid < b.docid; });
    report.added = report.articles = planned.size();
    progress.articles_to_write = planned.size();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    write_index(build, planned, metadata_of(report), options.threads, progress.articles_written);
  }
  report.generation = publish(options.index, build).name();
  report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return report;
}

namespace {

/// Articles of the index that say what a paper cited by new articles is about.
constexpr std::size_t kArticlesPerPaper = 8;

/// The changes of one update, applied to a copy of the current generation.
class Update {
 public:
  Update(IndexUpdate& index, ArticleSpool& spool, IndexReport& report)
      : index_(index), spool_(spool), report_(report) {
    for (const std::uint32_t docid : index_.docids()) {
      docids_.take(docid);
      missing_.insert(docid);
    }
  }

  /// Returns whether the page is in the index with the same bytes.
  bool is_known(const RawPage& page) {
    const auto stored = keep(page.id);
    return stored && stored->content_hash == page.content_hash;
  }

  /// Finds an article and takes it off the list of those whose page is missing.
  std::optional<StoredArticle> keep(const std::string& id) {
    auto stored = index_.find(id);
    if (stored) {
      missing_.erase(stored->docid);
    }
    return stored;
  }

  /// Keeps a new or changed article until all are read.
  void take(const Article& article) {
    corpus_.see(article);
    new_.push_back(spool_.append(article));
  }

  /// Completes the new articles by what they and the index say together, and puts them in.
  void put_all() {
    learn_papers();
    learn_names();
    corpus_.settle();
    for (const ArticleSpool::Place place : new_) {
      put(corpus_.completed(spool_.load(place)));
    }
  }

  void remove_missing() {
    for (const std::uint32_t docid : missing_) {
      index_.remove(docid);
    }
    report_.removed = missing_.size();
  }

 private:
  /// Learns from the index about the papers that new articles leave open.
  void learn_papers() {
    std::set<std::uint32_t> citing;
    for (const std::string& key : index_.identity_keys()) {
      if (corpus_.linker.needs(key)) {
        const std::string term = term_of(kIdentityPrefix, key);
        const std::vector<std::uint32_t> docids = index_.with_term(term, kArticlesPerPaper);
        citing.insert(docids.begin(), docids.end());
      }
    }
    for (const std::uint32_t docid : citing) {
      corpus_.linker.see(index_.load(docid));
    }
  }

  /// Keeps the spelling that the index has of each name in the new articles.
  void learn_names() {
    for (const std::string& name : corpus_.officials.names()) {
      const std::string term = filter_term(FieldId::kOfficial, name);
      for (const std::uint32_t docid : index_.with_term(term, 1)) {
        for (const OfficialSummary& official : officials_of(index_.load(docid))) {
          if (filter_term(FieldId::kOfficial, official.name) == term) {
            corpus_.officials.fix(official.name);
          }
        }
      }
    }
  }

  void put(const Article& article) {
    const auto stored = index_.find(article.id);
    const bool same_day = stored && index_.load(stored->docid).published == article.published;
    const auto docid = same_day ? std::optional(stored->docid) : place(article, docids_, report_);
    if (!docid) {
      return;
    }
    if (stored && !same_day) {
      index_.remove(stored->docid);
    }
    index_.put(*docid, article);
    ++(stored ? report_.changed : report_.added);
  }

  IndexUpdate& index_;
  ArticleSpool& spool_;
  IndexReport& report_;
  Corpus corpus_;
  std::vector<ArticleSpool::Place> new_;
  DocidAllocator docids_;
  std::set<std::uint32_t> missing_;
};

}  // namespace

Result<IndexReport> update_index(const PipelineOptions& options, Progress& progress) {
  const Clock::time_point start = Clock::now();
  const Result<WriterLock> lock = WriterLock::take(options.index);
  if (!lock) {
    return lock.error();
  }
  const Result<Generation> current = current_generation(options.index);
  if (!current) {
    return current.error();
  }
  const fs::path build = start_build(options.index);
  IndexReport report;
  {
    IndexUpdate index(current->path, build);
    ArticleSpool spool(build / "articles.spool");
    Update update(index, spool, report);
    std::mutex one_at_a_time;
    extract_articles(options, progress, report,
                     {.is_known =
                          [&](const RawPage& page) {
                            const std::scoped_lock hold(one_at_a_time);
                            return update.is_known(page);
                          },
                      .take = [&](const Article& article) { update.take(article); },
                      .take_unread_id = [&](const std::string& id) { update.keep(id); }});
    update.put_all();
    if (options.prune) {
      update.remove_missing();
    }
    report.articles = index.docids().size();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    index.finish(metadata_of(report));
  }
  if (report.added + report.changed + report.removed == 0) {
    fs::remove_all(build);
    return report;
  }
  report.generation = publish(options.index, build).name();
  return report;
}

}  // namespace tracuu
