#include "indexer/index_writer.h"

#include <xapian.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>

#include "common/index/article_store.h"
#include "common/index/generation.h"
#include "common/index/schema.h"
#include "common/index/segments.h"
#include "indexer/document_builder.h"
#include "indexer/index_faults.h"
#include "indexer/parallel.h"
#include "indexer/terms_builder.h"
#include "indexer/token_spool.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

/// Documents a commit. Small batches keep Xapian's in-memory posting maps, of some dozens of terms
/// a document, near the cache: 200 built 1.3 times as fast as 500, 100 no faster.
constexpr std::size_t kCommitEvery = 200;
/// Documents a sub-index.
constexpr std::size_t kPerSubIndex = 8'000;
/// Articles that a dictionary is made of, and of each at most. Three times as many save 1 % more.
constexpr std::size_t kSamples = 400;
constexpr std::size_t kSampleBytes = 16'384;
/// So that no core waits long for another's last sub-index.
constexpr std::size_t kPartsAThread = 4;

std::string name_of_part(std::size_t part) {
  return "part-" + std::to_string(part);
}

/// Articles [begin, end).
struct Part {
  std::size_t number = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Writes the entities and values of a part into its own database and returns its articles, packed.
PackedArticles write_part(const fs::path& directory, const std::vector<PlannedArticle>& articles,
                          const Part& part, const ArticleCodec& codec,
                          std::atomic<std::uint64_t>& written) {
  PackedArticles packed;
  try {
    Xapian::WritableDatabase database(
        directory.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    for (std::size_t i = part.begin; i < part.end; ++i) {
      const Article article = articles[i].load();
      database.replace_document(articles[i].docid, build_document(article, articles[i].reprint));
      packed.add(articles[i].docid, codec.pack(serialize(article)));
      if ((i - part.begin + 1) % kCommitEvery == 0) {
        database.commit();
      }
      ++written;
    }
    database.commit();
  } catch (const Xapian::Error& error) {
    throw_standard(error);  // so that it crosses from the worker thread
  }
  return packed;
}

/// Learns what articles have in common from some of all days.
ArticleCodec codec_for(const std::vector<PlannedArticle>& articles) {
  const std::size_t step = std::max<std::size_t>(articles.size() / kSamples, 1);
  std::vector<std::string> samples;
  for (std::size_t i = 0; i < articles.size(); i += step) {
    samples.push_back(serialize(articles[i].load()));
    samples.back().resize(std::min(samples.back().size(), kSampleBytes));
  }
  return ArticleCodec(ArticleCodec::train(samples));
}

/// Returns those of `docids`, which ascend, that are not among `others`.
std::vector<std::uint32_t> without(const std::vector<std::uint32_t>& docids,
                                   std::vector<std::uint32_t> others) {
  std::sort(others.begin(), others.end());
  std::vector<std::uint32_t> left;
  std::ranges::set_difference(docids, others, std::back_inserter(left));
  return left;
}

void write_streams(const fs::path& directory, const std::vector<PlannedArticle>& articles,
                   const PlannedStreams& streams) {
  StreamDictionary dictionary;
  std::vector<std::uint32_t> docids;
  docids.reserve(articles.size());
  for (const PlannedArticle& article : articles) {
    docids.push_back(article.docid);
  }
  streams.fresh.close(dictionary);
  std::vector<const StreamSource*> sources{&streams.fresh};
  // An article that several have is as the last has it.
  std::vector<PublishedStreams> published;
  published.reserve(streams.published.size());
  std::vector<std::uint32_t> left = docids;
  for (std::size_t segment = streams.published.size(); segment-- > 0;) {
    left = without(left, sources.back()->docids());
    sources.push_back(&published.emplace_back(*streams.published[segment], left, dictionary));
  }
  write_token_streams(directory, dictionary, sources, docids);
}

void set_metadata(Xapian::WritableDatabase& database, const IndexMetadata& metadata) {
  for (const auto& [key, value] : metadata) {
    database.set_metadata(key, value);
  }
}

/// Makes one database of all parts, which go.
void compact_parts(const fs::path& directory, std::size_t parts, const IndexMetadata& metadata) {
  try {
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
  } catch (const Xapian::Error& error) {
    throw_standard(error);
  }
  for (std::size_t part = 0; part < parts; ++part) {
    fs::remove_all(directory / name_of_part(part));
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(directory / "compacted")) {
    fs::rename(entry.path(), directory / entry.path().filename());
  }
  fs::remove_all(directory / "compacted");
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
                 const PlannedStreams& streams, const IndexMetadata& metadata, std::size_t threads,
                 std::atomic<std::uint64_t>& written) {
  const std::size_t shares = threads * kPartsAThread;
  const std::size_t part_size =
      std::clamp<std::size_t>((articles.size() + shares - 1) / shares, 1, kPerSubIndex);
  const std::size_t parts = std::max<std::size_t>((articles.size() + part_size - 1) / part_size, 1);
  std::optional<ArticleCodec> codec;
  std::once_flag codec_is_made;
  ArticleStoreWriter store(directory);
  // Job 0 is the streams: they take about as long as another core takes to learn the codec.
  run_jobs(parts + 1, threads, [&](std::size_t job) {
    if (job == 0) {
      write_streams(directory, articles, streams);
      return;
    }
    std::call_once(codec_is_made, [&] { codec = codec_for(articles); });
    const Part part{job - 1, std::min((job - 1) * part_size, articles.size()),
                    std::min(job * part_size, articles.size())};
    store.add(part.number,
              write_part(directory / name_of_part(part.number), articles, part, *codec, written));
  });
  store.finish(codec->dictionary());
  std::unique_ptr<TermsBuilder> terms;
  run_jobs(2, threads, [&](std::size_t job) {
    if (job == 0) {
      compact_parts(directory, parts, metadata);
    } else {
      terms = std::make_unique<TermsBuilder>(directory, threads);
    }
  });
  terms->write();
}

IndexMetadata read_metadata(const fs::path& directory, std::uint64_t& articles) {
  try {
    articles = 0;
    IndexMetadata metadata;
    for (const fs::path& segment : segments_of(directory)) {
      const Xapian::Database database(segment.string());
      articles += database.get_doccount();
      for (const char* key : {kSchemaKey, kBuiltAtKey, kReportKey, kRemovedKey}) {
        metadata[key] = database.get_metadata(key);
      }
    }
    const auto removed = unpack_docids(metadata[kRemovedKey]);
    articles -= removed ? removed->size() : 0;
    metadata.erase(kRemovedKey);
    return metadata;
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("index: cannot be opened: '" + error.get_description() + "'");
  }
}

}  // namespace tracuu
