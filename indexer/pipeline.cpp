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
#include "indexer/extraction.h"
#include "indexer/index_writer.h"
#include "indexer/report.h"
#include "indexer/reprint_update.h"
#include "indexer/reprints.h"

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

/// Groups the articles planned, which were seen in this order; returns what is boilerplate.
std::vector<std::uint32_t> mark_reprints(ReprintFinder& finder,
                                         std::vector<PlannedArticle>& planned) {
  ReprintFinder::Result found = finder.settle();
  for (std::size_t i = 0; i < planned.size(); ++i) {
    planned[i].reprint = std::move(found.marks[i]);
  }
  return std::move(found.common);
}

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
    DocidAllocator docids;
    std::set<std::string, std::less<>> ids;
    ReprintFinder reprints;
    const auto take = [&](const Article& article, ReprintSketch sketch) {
      if (!ids.insert(article.id).second) {
        report.rejections.push_back(
            {article.file, "id: another article of this run has it: '" + article.id + "'"});
        return;
      }
      if (const auto docid = place(article, docids, report)) {
        planned.push_back(
            {*docid, [&spool, at = spool.append(article)] { return spool.load(at); }, {}});
        reprints.see(article, std::move(sketch));
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
    const std::vector<std::uint32_t> common = mark_reprints(reprints, planned);
    std::sort(planned.begin(), planned.end(),
              [](const PlannedArticle& a, const PlannedArticle& b) { return a.docid < b.docid; });
    report.added = report.articles = planned.size();
    progress.articles_to_write = planned.size();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    IndexMetadata metadata = metadata_of(report);
    metadata[kCommonShinglesKey] = pack_shingles(common);
    write_index(build, planned, metadata, options.threads, progress.articles_written);
  }
  report.generation = publish(options.index, build).name();
  report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return report;
}

namespace {

/// The changes of one update, applied to a copy of the current generation.
class Update {
 public:
  Update(IndexUpdate& index, IndexReport& report)
      : index_(index), report_(report), reprints_(index) {
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

  void put(const Article& article, ReprintSketch sketch) {
    const auto stored = index_.find(article.id);
    const bool same_day = stored && index_.load(stored->docid).published == article.published;
    const auto docid = same_day ? std::optional(stored->docid) : place(article, docids_, report_);
    if (!docid) {
      return;
    }
    if (stored && !same_day) {
      index_.remove(stored->docid);
    }
    index_.put(*docid, article, reprints_.settle(article, std::move(sketch)));
    ++(stored ? report_.changed : report_.added);
  }

  void remove_missing() {
    for (const std::uint32_t docid : missing_) {
      index_.remove(docid);
    }
    report_.removed = missing_.size();
  }

 private:
  IndexUpdate& index_;
  IndexReport& report_;
  ReprintUpdate reprints_;
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
    Update update(index, report);
    std::mutex one_at_a_time;
    extract_articles(options, progress, report,
                     {.is_known =
                          [&](const RawPage& page) {
                            const std::scoped_lock hold(one_at_a_time);
                            return update.is_known(page);
                          },
                      .take = [&](const Article& article,
                                  ReprintSketch sketch) { update.put(article, std::move(sketch)); },
                      .take_unread_id = [&](const std::string& id) { update.keep(id); }});
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
