#include "indexer/index_writer.h"

#include <xapian.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <set>
#include <stdexcept>
#include <thread>

#include "common/index/generation.h"
#include "common/index/schema.h"
#include "indexer/document_builder.h"
#include "indexer/frequent_terms_builder.h"
#include "indexer/index_faults.h"
#include "indexer/parallel.h"
#include "indexer/token_spool.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

/// Documents a commit. Small batches keep Xapian's in-memory posting maps, of some 950 terms a
/// document, near the cache: 200 built 1.3 times as fast as 500, 100 no faster.
constexpr std::size_t kCommitEvery = 200;
/// Documents a sub-index.
constexpr std::size_t kPerSubIndex = 8'000;

std::string name_of_part(std::size_t part) {
  return "part-" + std::to_string(part);
}

void write_part(const fs::path& directory, const std::vector<PlannedArticle>& articles,
                std::size_t begin, std::size_t end, TokenSpool& streams,
                std::atomic<std::uint64_t>& written) {
  try {
    Xapian::WritableDatabase database(
        directory.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    for (std::size_t i = begin; i < end; ++i) {
      const Article article = articles[i].load();
      const ArticleTokens tokens = tokens_of(article);
      streams.add(articles[i].docid, tokens);
      database.replace_document(articles[i].docid,
                                build_document(article, tokens, articles[i].reprint));
      if ((i - begin + 1) % kCommitEvery == 0) {
        database.commit();
      }
      ++written;
    }
    database.commit();
  } catch (const Xapian::Error& error) {
    throw_standard(error);  // so that it crosses from the worker thread
  }
}

void write_streams(const fs::path& directory, const std::vector<PlannedArticle>& articles,
                   const std::vector<std::unique_ptr<TokenSpool>>& spools,
                   StreamDictionary& dictionary) {
  std::vector<const StreamSource*> sources;
  for (const std::unique_ptr<TokenSpool>& spool : spools) {
    sources.push_back(spool.get());
  }
  std::vector<std::uint32_t> docids;
  docids.reserve(articles.size());
  for (const PlannedArticle& article : articles) {
    docids.push_back(article.docid);
  }
  write_token_streams(directory, dictionary, sources, docids);
}

void set_metadata(Xapian::WritableDatabase& database, const IndexMetadata& metadata) {
  for (const auto& [key, value] : metadata) {
    database.set_metadata(key, value);
  }
}

}  // namespace

void DocidAllocator::take(std::uint32_t docid) {
  if (docid >= first_undated_docid()) {
    used_undated_ = std::max(used_undated_, docid - first_undated_docid() + 1);
    return;
  }
  const std::uint32_t days_back = (docid - 1) / kSlotsPerDay;
  std::uint32_t& used = used_by_day_[day_number(kLastDay) - static_cast<std::int32_t>(days_back)];
  used = std::max(used, (docid - 1) % kSlotsPerDay + 1);
}

std::optional<std::uint32_t> DocidAllocator::next(std::optional<Day> published) {
  if (!published) {
    if (used_undated_ > std::numeric_limits<std::uint32_t>::max() - first_undated_docid()) {
      return std::nullopt;
    }
    return first_undated_docid() + used_undated_++;
  }
  if (*published < kFirstDay || *published > kLastDay) {
    return std::nullopt;
  }
  std::uint32_t& used = used_by_day_[day_number(*published)];
  if (used == kSlotsPerDay) {
    return std::nullopt;
  }
  return first_docid_of(*published) + used++;
}

void write_index(const fs::path& directory, const std::vector<PlannedArticle>& articles,
                 const IndexMetadata& metadata, std::size_t threads,
                 std::atomic<std::uint64_t>& written) {
  const std::size_t by_threads = (articles.size() + threads - 1) / threads;
  const std::size_t part_size = std::clamp<std::size_t>(by_threads, 1, kPerSubIndex);
  const std::size_t parts = std::max<std::size_t>((articles.size() + part_size - 1) / part_size, 1);
  StreamDictionary dictionary;
  std::vector<std::unique_ptr<TokenSpool>> streams(parts);
  run_jobs(parts, threads, [&](std::size_t part) {
    streams[part] = std::make_unique<TokenSpool>(directory / (name_of_part(part) + ".tokens"));
    write_part(directory / name_of_part(part), articles,
               std::min(part * part_size, articles.size()),
               std::min((part + 1) * part_size, articles.size()), *streams[part], written);
    streams[part]->close(dictionary);
  });
  write_streams(directory, articles, streams, dictionary);
  {
    Xapian::WritableDatabase first((directory / name_of_part(0)).string(), Xapian::DB_OPEN);
    set_metadata(first, metadata);
    first.commit();
  }
  Xapian::Database all;
  for (std::size_t part = 0; part < parts; ++part) {
    all.add_database(Xapian::Database((directory / name_of_part(part)).string()));
  }
  all.compact((directory / "compacted").string(), Xapian::DBCOMPACT_NO_RENUMBER);
  all.close();
  for (std::size_t part = 0; part < parts; ++part) {
    fs::remove_all(directory / name_of_part(part));
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(directory / "compacted")) {
    fs::rename(entry.path(), directory / entry.path().filename());
  }
  fs::remove_all(directory / "compacted");
  write_frequent_terms(directory, threads);
}

IndexMetadata read_metadata(const fs::path& directory, std::uint64_t& articles) {
  try {
    const Xapian::Database database(directory.string());
    articles = database.get_doccount();
    IndexMetadata metadata;
    for (const char* key : {kSchemaKey, kBuiltAtKey, kReportKey}) {
      metadata[key] = database.get_metadata(key);
    }
    return metadata;
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("index: cannot be opened: '" + error.get_description() + "'");
  }
}

}  // namespace tracuu
