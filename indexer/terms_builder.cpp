#include "indexer/terms_builder.h"

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

#include "common/index/frequent_terms.h"
#include "common/index/rare_terms.h"
#include "common/index/token_streams.h"
#include "indexer/index_faults.h"
#include "indexer/parallel.h"
#include "indexer/phrase_terms.h"
#include "indexer/term_run.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using TermSources = std::vector<std::unique_ptr<TermSource>>;

/// The terms of all sources in the order of their keys.
class TermMerge {
 public:
  explicit TermMerge(const TermSources& sources) : sources_(sources) {
    for (std::size_t source = 0; source < sources.size(); ++source) {
      advance(source);
    }
  }

  /// Goes to the next term; false behind the last one.
  bool next(TermKey& key, std::vector<TermPosting>& postings) {
    if (heads_.empty()) {
      return false;
    }
    key = heads_.front().first;
    postings.clear();
    while (!heads_.empty() && heads_.front().first == key) {
      std::pop_heap(heads_.begin(), heads_.end(), std::greater<>());
      const std::size_t source = heads_.back().second;
      heads_.pop_back();
      sources_[source]->append_to(postings);  // runs follow one another
      advance(source);
    }
    return true;
  }

 private:
  void advance(std::size_t source) {
    if (sources_[source]->next()) {
      heads_.emplace_back(sources_[source]->key(), source);
      std::push_heap(heads_.begin(), heads_.end(), std::greater<>());
    }
  }

  const TermSources& sources_;
  std::vector<std::pair<TermKey, std::size_t>> heads_;  ///< a heap, the lowest key first
};

/// Reads who has the terms of entities, which are all that the database has.
class EntityTerms {
 public:
  EntityTerms(const fs::path& directory, std::span<const std::uint32_t> docids)
      : database_(directory.string()), docids_(docids) {}

  void add_frequent_to(FrequentTermsWriter& writer, std::uint32_t least) const {
    const Xapian::TermIterator end = database_.allterms_end();
    for (auto term = database_.allterms_begin(); term != end; ++term) {
      if (term.get_termfreq() >= least) {
        const std::vector<TermPosting> postings = postings_of(*term);
        writer.add(*term, postings, writer.stored(postings));
      }
    }
  }

 private:
  std::vector<TermPosting> postings_of(const std::string& term) const {
    std::vector<TermPosting> postings;
    auto at = docids_.begin();
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
      at = std::lower_bound(at, docids_.end(), *posting);
      postings.push_back({static_cast<std::uint32_t>(at - docids_.begin()), posting.get_wdf()});
    }
    return postings;
  }

  Xapian::Database database_;
  std::span<const std::uint32_t> docids_;
};

/// Writes both files from the terms of all sources.
void write_files(const fs::path& directory, const TokenStreams& streams, const PhraseTerms& phrases,
                 const std::vector<std::uint32_t>& lengths, const TermSources& sources) {
  const std::uint32_t least = least_frequency(static_cast<std::uint32_t>(lengths.size()));
  FrequentTermsWriter frequent(directory, streams.docids(), lengths);
  RareTermsWriter rare(directory);
  TermMerge merge(sources);
  TermKey key = 0;
  for (std::vector<TermPosting> postings; merge.next(key, postings);) {
    if (family_of(key) == TermFamily::kPhrase) {
      std::ranges::for_each(postings, [](TermPosting& posting) { posting.times = 0; });
      frequent.add(phrases.term(first_of(key)), postings, frequent.stored(postings));
    } else if (postings.size() >= least) {
      frequent.add(text_of(key, streams), postings, frequent.stored(postings));
    } else if (!postings.empty()) {
      rare.add(key, postings);
    }
  }
  rare.finish();
  EntityTerms(directory, streams.docids()).add_frequent_to(frequent, least);
  frequent.finish();
}

fs::path run_file(const fs::path& directory, std::size_t run) {
  return directory / ("terms-" + std::to_string(run) + ".run");
}

}  // namespace

struct TermsBuilder::State {
  explicit State(fs::path directory_of_generation)
      : directory(std::move(directory_of_generation)) {}

  fs::path directory;
  TokenStreams streams = or_throw(TokenStreams::open(directory));
  std::vector<TokenStreams::WordParts> parts = streams.word_parts();
  PhraseTerms phrases{streams, parts};
  std::vector<std::uint32_t> lengths;
  TermSources sources;
};

TermsBuilder::TermsBuilder(fs::path directory, std::size_t threads)
    : state_(std::make_unique<State>(std::move(directory))) {
  State& state = *state_;
  const std::size_t articles = state.streams.docids().size();
  const std::size_t by_threads = (articles + threads - 1) / threads;
  const std::size_t run_size =
      std::clamp<std::size_t>(by_threads, 1, TermInverter::capacity(state.parts.size()));
  const std::size_t runs = (articles + run_size - 1) / run_size;
  state.lengths.resize(articles);
  run_jobs(runs, threads, [&](std::size_t run) {
    TermInverter inverter(state.parts, state.phrases);
    const std::size_t end = std::min((run + 1) * run_size, articles);
    for (std::size_t ordinal = run * run_size; ordinal < end; ++ordinal) {
      state.lengths[ordinal] =
          inverter.add(static_cast<std::uint32_t>(ordinal), state.streams.at(ordinal));
    }
    inverter.write(run_file(state.directory, run));
  });
  for (std::size_t run = 0; run < runs; ++run) {
    state.sources.push_back(std::make_unique<TermRun>(run_file(state.directory, run)));
  }
}

TermsBuilder::~TermsBuilder() = default;

void TermsBuilder::write() {
  with_standard_exceptions([&] {
    write_files(state_->directory, state_->streams, state_->phrases, state_->lengths,
                state_->sources);
  });
}

void check_terms(const fs::path& directory, std::vector<std::string>& problems) {
  const Result<FrequentTerms> frequent = FrequentTerms::open(directory);
  if (!frequent) {
    problems.push_back(frequent.error().message);
  } else if (!frequent->is_sound()) {
    problems.push_back("index: the file of frequent terms is damaged, rebuild the index: '" +
                       (directory / kFrequentTermsFile).string() + "'");
  }
  const Result<RareTerms> rare = RareTerms::open(directory);
  if (!rare) {
    problems.push_back(rare.error().message);
  } else if (!rare->is_sound()) {
    problems.push_back("index: the file of rare terms is damaged, rebuild the index: '" +
                       (directory / kRareTermsFile).string() + "'");
  }
}

}  // namespace tracuu
