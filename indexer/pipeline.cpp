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
#include "indexer/lexicon_builder.h"
#include "indexer/lexicon_update.h"
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
    LexiconBuilder lexicon;
    std::set<std::string, std::less<>> ids;
    const auto take = [&](const Article& article) {
      if (!ids.insert(article.id).second) {
        report.rejections.push_back(
            {article.file, "id: another article of this run has it: '" + article.id + "'"});
        return;
      }
      if (const auto docid = place(article, docids, report)) {
        lexicon.see(*docid, article);
        planned.push_back({*docid, [&spool, &lexicon, at = spool.append(article)] {
                             Article loaded = spool.load(at);
                             lexicon.count(loaded);
                             return loaded;
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
    std::sort(planned.begin(), planned.end(),
              [](const PlannedArticle& a, const PlannedArticle& b) { return a.docid < b.docid; });
    report.added = report.articles = planned.size();
    progress.articles_to_write = planned.size();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    lexicon.find_phrases();
    write_index(build, planned, metadata_of(report), options.threads, progress.articles_written);
    lexicon.write(build);
  }
  report.generation = publish(options.index, build).name();
  report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return report;
}

namespace {

/// The changes of one update, applied to a copy of the current generation.
class Update {
 public:
  Update(IndexUpdate& index, LexiconUpdate& lexicon, IndexReport& report)
      : index_(index), lexicon_(lexicon), report_(report) {
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

  void put(const Article& article) {
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
    index_.put(*docid, article);
    lexicon_.add(*docid, article);
    ++(stored ? report_.changed : report_.added);
  }

  void remove_missing() {
    for (const std::uint32_t docid : missing_) {
      lexicon_.remove(docid, index_.load(docid));
      index_.remove(docid);
    }
    report_.removed = missing_.size();
  }

 private:
  IndexUpdate& index_;
  LexiconUpdate& lexicon_;
  IndexReport& report_;
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
  Result<LexiconUpdate> lexicon = LexiconUpdate::open(current->path);
  if (!lexicon) {
    return lexicon.error();
  }
  const fs::path build = start_build(options.index);
  IndexReport report;
  {
    IndexUpdate index(current->path, build);
    Update update(index, *lexicon, report);
    std::mutex one_at_a_time;
    extract_articles(options, progress, report,
                     {.is_known =
                          [&](const RawPage& page) {
                            const std::scoped_lock hold(one_at_a_time);
                            return update.is_known(page);
                          },
                      .take = [&](const Article& article) { update.put(article); },
                      .take_unread_id = [&](const std::string& id) { update.keep(id); }});
    if (options.prune) {
      update.remove_missing();
    }
    report.articles = index.docids().size();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    index.finish(metadata_of(report));
    lexicon->write(build);
  }
  if (report.added + report.changed + report.removed == 0) {
    fs::remove_all(build);
    return report;
  }
  report.generation = publish(options.index, build).name();
  return report;
}

}  // namespace tracuu
