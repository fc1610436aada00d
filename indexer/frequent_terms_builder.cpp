#include "indexer/frequent_terms_builder.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/index/frequent_terms.h"
#include "indexer/parallel.h"

namespace tracuu {
namespace {

/// Terms that are read at the same time, and so wait in memory to be written in their order.
constexpr std::size_t kTermsAtATime = 64;

struct StoredTerm {
  std::string term;
  std::vector<TermPosting> postings;
  std::string stored;
};

/// Finds the ordinals of ascending docids, which mostly lie near one another.
class OrdinalWalk {
 public:
  explicit OrdinalWalk(const std::vector<Xapian::docid>& docids) : docids_(docids) {}

  std::uint32_t of(Xapian::docid docid) {
    std::size_t reach = 1;
    while (at_ + reach < docids_.size() && docids_[at_ + reach] <= docid) {
      at_ += reach;
      reach *= 2;
    }
    const auto begin = docids_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto end =
        docids_.begin() + static_cast<std::ptrdiff_t>(std::min(at_ + reach, docids_.size()));
    at_ += static_cast<std::size_t>(std::lower_bound(begin, end, docid) - begin);
    return static_cast<std::uint32_t>(at_);
  }

 private:
  const std::vector<Xapian::docid>& docids_;
  std::size_t at_ = 0;
};

StoredTerm stored_term(const Xapian::Database& database, const std::string& term,
                       const std::vector<Xapian::docid>& docids,
                       const FrequentTermsWriter& writer) {
  StoredTerm read{term, {}, {}};
  try {
    read.postings.reserve(database.get_termfreq(term));
    OrdinalWalk ordinals(docids);
    const Xapian::PostingIterator end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      read.postings.push_back({ordinals.of(*posting), posting.get_wdf()});
    }
  } catch (const Xapian::Error& error) {
    // Not a std::exception; told as one so that it crosses from the worker thread.
    throw std::runtime_error("index: cannot be read back: '" + error.get_description() + "'");
  }
  read.stored = writer.stored(read.postings);
  return read;
}

std::vector<std::string> frequent_terms(const Xapian::Database& database) {
  const Xapian::doccount least = least_frequency(database.get_doccount());
  std::vector<std::string> terms;
  const Xapian::TermIterator end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) {
    if (term.get_termfreq() >= least) {
      terms.push_back(*term);
    }
  }
  return terms;
}

void write_terms(const std::filesystem::path& directory, std::size_t threads) {
  const Xapian::Database database(directory.string());
  const std::vector<Xapian::docid> docids(database.postlist_begin(""), database.postlist_end(""));
  std::vector<std::uint32_t> lengths;
  lengths.reserve(docids.size());
  for (const Xapian::docid docid : docids) {
    lengths.push_back(database.get_doclength(docid));
  }
  FrequentTermsWriter writer(directory, docids, lengths);
  const std::vector<std::string> terms = frequent_terms(database);
  // Xapian's handles are for one thread.
  std::vector<Xapian::Database> handles;
  for (std::size_t job = 0; job < threads; ++job) {
    handles.emplace_back(directory.string());
  }
  for (std::size_t begin = 0; begin < terms.size(); begin += kTermsAtATime) {
    std::vector<StoredTerm> batch(std::min(kTermsAtATime, terms.size() - begin));
    run_jobs(threads, threads, [&](std::size_t job) {
      for (std::size_t i = job; i < batch.size(); i += threads) {
        batch[i] = stored_term(handles[job], terms[begin + i], docids, writer);
      }
    });
    for (const StoredTerm& term : batch) {
      writer.add(term.term, term.postings, term.stored);
    }
  }
  writer.finish();
}

}  // namespace

void write_frequent_terms(const std::filesystem::path& directory, std::size_t threads) {
  try {
    write_terms(directory, threads);
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("index: cannot be read back: '" + error.get_description() + "'");
  }
}

void check_frequent_terms(const std::filesystem::path& directory,
                          std::vector<std::string>& problems) {
  const Result<FrequentTerms> terms = FrequentTerms::open(directory);
  if (!terms) {
    problems.push_back(terms.error().message);
  } else if (!terms->is_sound()) {
    problems.push_back("index: the file of frequent terms is damaged, rebuild the index: '" +
                       (directory / kFrequentTermsFile).string() + "'");
  }
}

}  // namespace tracuu
