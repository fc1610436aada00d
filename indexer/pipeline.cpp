#include "indexer/pipeline.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <future>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "common/index/generation.h"
#include "common/index/manifest.h"
#include "common/index/schema.h"
#include "common/index/writer_lock.h"
#include "indexer/article_spool.h"
#include "indexer/build_folder.h"
#include "indexer/corpus_pass.h"
#include "indexer/disk_space.h"
#include "indexer/docid_placing.h"
#include "indexer/extraction.h"
#include "indexer/index_changes.h"
#include "indexer/index_faults.h"
#include "indexer/index_update.h"
#include "indexer/index_writer.h"
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

Error nothing_to_index(const IndexReport& report) {
  return {"input: no article in it, " + std::to_string(report.rejections.size()) +
          " pages rejected" +
          (report.rejections.empty() ? std::string()
                                     : ", the first of them '" + report.rejections.front().file +
                                           "': " + report.rejections.front().reason)};
}

/// Says why an update that is to remove `missing` of `before` articles does not.
std::optional<Error> too_much_to_prune(std::size_t missing, std::size_t before) {
  if (missing * 2 <= before) {
    return std::nullopt;
  }
  return Error{"input: " + std::to_string(missing) + " of the " + std::to_string(before) +
               " articles of the index are not in it, so nothing was removed nor published; if it "
               "is all there is, add --prune-most"};
}

Result<IndexReport> run_build(const PipelineOptions& options, Progress& progress) {
  const Clock::time_point start = Clock::now();
  const BuildFolder folder(options.index);
  const fs::path& build = folder.path();
  const InputSize inputs = size_of_inputs(options.inputs);
  progress.bytes_total = inputs.bytes;
  if (auto error = missing_space(build, bytes_to_build(inputs.text_bytes))) {
    return *error;
  }
  IndexReport report;
  std::vector<PlannedArticle> planned;
  {
    ArticleSpool spool(build / "articles.spool");
    CorpusPass corpus;
    DocidAllocator docids;
    std::set<std::string, std::less<>> ids;
    TokenSpool streams(build / "articles.tokens");
    const auto take = [&](const Article& article, ReprintSketch sketch,
                          const ArticleTokens& tokens) {
      if (!ids.insert(article.id).second) {
        report.rejections.push_back(
            {article.file, "id: another article of this run has it: '" + article.id + "'"});
        return;
      }
      if (const auto docid = place(article, docids, report)) {
        const auto load = [&spool, &corpus, at = spool.append(article)] {
          return corpus.completed(spool.load(at));
        };
        planned.push_back({*docid, load, {}});
        corpus.see(*docid, article, std::move(sketch));
        streams.add(*docid, tokens);
      }
    };
    extract_articles(options, progress, report,
                     {.is_known = [](const RawPage&) { return false; },
                      .take = take,
                      .take_unread_id = [](const std::string&) {}});
    if (planned.empty()) {
      return nothing_to_index(report);
    }
    corpus.settle(planned, options.threads);
    std::sort(planned.begin(), planned.end(),
              [](const PlannedArticle& a, const PlannedArticle& b) { return a.docid < b.docid; });
    report.added = report.articles = planned.size();
    progress.articles_to_write = planned.size();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    IndexMetadata metadata = metadata_of(report);
    metadata[kCommonShinglesKey] = corpus.common_shingles();
    write_index(build, planned, {streams, {}}, metadata, options.threads,
                progress.articles_written);
    corpus.write_lexicon(build, options.threads);
  }
  report.generation = publish(options.index, build).name();
  report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return report;
}

/// What is wrong with a generation, found while its changes are read.
using Verification = std::future<std::optional<Error>>;

/// Reads all pages into `changes`.
void read_changes(const PipelineOptions& options, Progress& progress, IndexReport& report,
                  IndexChanges& changes) {
  std::mutex one_at_a_time;
  extract_articles(options, progress, report,
                   {.is_known =
                        [&](const RawPage& page) {
                          const std::scoped_lock hold(one_at_a_time);
                          return changes.is_known(page);
                        },
                    .take =
                        [&](const Article& article, ReprintSketch sketch, const ArticleTokens&) {
                          const std::scoped_lock hold(one_at_a_time);
                          changes.take(article, std::move(sketch));
                        },
                    .take_unread_id =
                        [&](const std::string& id) {
                          const std::scoped_lock hold(one_at_a_time);
                          changes.keep(id);
                        }});
  changes.put_all();
}

Result<IndexReport> change_generation(const fs::path& current, const PipelineOptions& options,
                                      Progress& progress, Verification& verification) {
  const Clock::time_point start = Clock::now();
  Result<LexiconUpdate> lexicon = LexiconUpdate::open(current);
  if (!lexicon) {
    return lexicon.error();
  }
  const BuildFolder folder(options.index);
  const fs::path& build = folder.path();
  progress.bytes_total = size_of_inputs(options.inputs).bytes;
  if (auto error = missing_space(build, bytes_to_update(read_manifest(current)->bytes()))) {
    return *error;
  }
  IndexReport report;
  {
    IndexUpdate index(current, build);
    const std::size_t before = index.docids().size();
    ArticleSpool spool(build / "articles.spool");
    IndexChanges changes(index, *lexicon, spool, report);
    read_changes(options, progress, report, changes);
    if (options.prune) {
      const std::vector<std::uint32_t> missing = changes.missing();
      auto error = too_much_to_prune(missing.size(), before);
      if (error && !options.prune_most) {
        return *error;
      }
      changes.remove(missing);
    }
    report.articles = index.docids().size();
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (auto damage = verification.get()) {
      return *damage;
    }
    if (report.added + report.changed + report.removed == 0) {
      return report;
    }
    index.finish(metadata_of(report), options.threads);
    lexicon->write(build, index.published().removed());
  }
  report.generation = publish(options.index, build).name();
  return report;
}

Result<IndexReport> run_update(const PipelineOptions& options, Progress& progress) {
  const Result<Generation> current = current_generation(options.index);
  if (!current) {
    return current.error();
  }
  // Damage that is copied would get a new checksum and be sound for ever. Of the files that are
  // mapped each tells its own damage when it is read, so these are verified meanwhile.
  if (auto damage = verify_files(current->path, is_mapped)) {
    return *damage;
  }
  Verification verification = std::async(std::launch::async, [&path = current->path] {
    return verify_files(path, [](const std::string& name) { return !is_mapped(name); });
  });
  try {
    return change_generation(current->path, options, progress, verification);
  } catch (const std::runtime_error&) {
    auto damage = verification.valid() ? verification.get() : std::nullopt;
    if (!damage) {
      throw;
    }
    return *damage;
  }
}

/// Does `work` with the writer lock held.
Result<IndexReport> as_the_writer(const PipelineOptions& options, Progress& progress,
                                  Result<IndexReport> (*work)(const PipelineOptions& options,
                                                              Progress& progress)) {
  const Result<WriterLock> lock = WriterLock::take(options.index, options.lock_wait);
  if (!lock) {
    return lock.error();
  }
  std::optional<Result<IndexReport>> report;
  with_standard_exceptions([&] { report = work(options, progress); });
  return std::move(*report);
}

}  // namespace

Result<IndexReport> build_index(const PipelineOptions& options, Progress& progress) {
  return as_the_writer(options, progress, run_build);
}

Result<IndexReport> update_index(const PipelineOptions& options, Progress& progress) {
  return as_the_writer(options, progress, run_update);
}

}  // namespace tracuu
