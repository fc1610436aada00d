#include "indexer/frequent_terms_builder.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/index/frequent_terms.h"
#include "indexer/parallel.h"

namespace tracuu {
namespace {

/// Terms that are read at the same time, and so wait in memory to be written in their order.
constexpr std::size_t kTermsAtATime = 64;

/// A share of the articles, one in so many, from which on everything is read anew.
constexpr std::uint32_t kManyChanges = 4;

struct StoredTerm {
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

/// Reads the postings of a term. For one thread.
std::vector<TermPosting> postings_of(const Xapian::Database& database, const std::string& term,
                                     const std::vector<Xapian::docid>& docids) {
  std::vector<TermPosting> postings;
  try {
    postings.reserve(database.get_termfreq(term));
    OrdinalWalk ordinals(docids);
    const Xapian::PostingIterator end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      postings.push_back({ordinals.of(*posting), posting.get_wdf()});
    }
  } catch (const Xapian::Error& error) {
    // Not a std::exception; told as one so that it crosses from the worker thread.
    throw std::runtime_error("index: cannot be read back: '" + error.get_description() + "'");
  }
  return postings;
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

/// The database whose frequent terms are written.
struct Source {
  explicit Source(const std::filesystem::path& directory)
      : database(directory.string()),
        docids(database.postlist_begin(""), database.postlist_end("")) {
    lengths.reserve(docids.size());
    for (const Xapian::docid docid : docids) {
      lengths.push_back(database.get_doclength(docid));
    }
  }

  Xapian::Database database;
  std::vector<Xapian::docid> docids;
  std::vector<std::uint32_t> lengths;
};

/// Writes `terms`, in order, with what `read` gives for each on one of `threads` threads, which it
/// is told.
template <typename Read>
void write_terms(const std::filesystem::path& directory, const Source& source,
                 const std::vector<std::string>& terms, std::size_t threads, Read read) {
  FrequentTermsWriter writer(directory, source.docids, source.lengths);
  for (std::size_t begin = 0; begin < terms.size(); begin += kTermsAtATime) {
    std::vector<StoredTerm> batch(std::min(kTermsAtATime, terms.size() - begin));
    run_jobs(threads, threads, [&](std::size_t job) {
      for (std::size_t i = job; i < batch.size(); i += threads) {
        batch[i].postings = read(job, terms[begin + i]);
        batch[i].stored = writer.stored(batch[i].postings);
      }
    });
    for (std::size_t i = 0; i < batch.size(); ++i) {
      writer.add(terms[begin + i], batch[i].postings, batch[i].stored);
    }
  }
  writer.finish();
}

void write_all(const std::filesystem::path& directory, const Source& source, std::size_t threads) {
  // Xapian's handles are for one thread.
  std::vector<Xapian::Database> handles;
  for (std::size_t job = 0; job < threads; ++job) {
    handles.emplace_back(directory.string());
  }
  write_terms(directory, source, frequent_terms(source.database), threads,
              [&](std::size_t job, const std::string& term) {
                return postings_of(handles[job], term, source.docids);
              });
}

/// What an update makes of the frequent terms of the generation before.
class Changes {
 public:
  Changes(const FrequentTerms& old, const Source& source, const std::set<std::uint32_t>& changed)
      : old_(old), source_(source) {
    std::size_t at = 0;
    for (const Xapian::docid docid : old.docids()) {
      while (at < source.docids.size() && source.docids[at] < docid) {
        ++at;
      }
      const bool kept =
          at < source.docids.size() && source.docids[at] == docid && !changed.contains(docid);
      ordinals_.push_back(kept ? static_cast<std::uint32_t>(at) : kGone);
    }
    OrdinalWalk ordinals(source.docids);
    for (const std::uint32_t docid : changed) {
      if (std::binary_search(source.docids.begin(), source.docids.end(), docid)) {
        add_terms(docid, ordinals.of(docid));
      }
    }
  }

  /// Returns the terms that are frequent now, ascending. REQUIRES: no fewer articles make a term
  /// frequent than before.
  std::vector<std::string> terms() const {
    std::set<std::string> terms;
    const Xapian::doccount least = least_frequency(source_.database.get_doccount());
    for (std::size_t number = 0; number < old_.size(); ++number) {
      terms.emplace(old_.term(number));
    }
    for (const auto& [term, postings] : added_) {
      terms.insert(term);
    }
    std::erase_if(terms, [&](const std::string& term) {
      return source_.database.get_termfreq(term) < least;
    });
    return {terms.begin(), terms.end()};
  }

  /// Returns the postings of a term that was frequent, as they are now; thread-safe.
  std::vector<TermPosting> postings_of(const FrequentPostings& old, const std::string& term) const {
    std::vector<TermPosting> kept = old.all();
    for (TermPosting& posting : kept) {
      posting.ordinal = ordinals_[posting.ordinal];
    }
    std::erase_if(kept, [](TermPosting posting) { return posting.ordinal == kGone; });
    const auto added = added_.find(term);
    if (added == added_.end()) {
      return kept;
    }
    std::vector<TermPosting> all;
    all.reserve(kept.size() + added->second.size());
    std::merge(kept.begin(), kept.end(), added->second.begin(), added->second.end(),
               std::back_inserter(all),
               [](TermPosting a, TermPosting b) { return a.ordinal < b.ordinal; });
    return all;
  }

 private:
  static constexpr std::uint32_t kGone = 0xFFFF'FFFF;

  void add_terms(Xapian::docid docid, std::uint32_t ordinal) {
    const Xapian::TermIterator end = source_.database.termlist_end(docid);
    for (auto term = source_.database.termlist_begin(docid); term != end; ++term) {
      added_[*term].push_back({ordinal, term.get_wdf()});
    }
  }

  const FrequentTerms& old_;
  const Source& source_;
  std::vector<std::uint32_t> ordinals_;  ///< by old ordinal
  std::map<std::string, std::vector<TermPosting>> added_;
};

void write_changes(const FrequentTerms& old, const std::filesystem::path& directory,
                   const Source& source, const std::set<std::uint32_t>& changed,
                   std::size_t threads) {
  const Changes changes(old, source, changed);
  std::mutex one_at_a_time;
  write_terms(directory, source, changes.terms(), threads,
              [&](std::size_t /*job*/, const std::string& term) {
                if (const auto known = old.find(term)) {
                  return changes.postings_of(*known, term);
                }
                const std::scoped_lock hold(one_at_a_time);
                return postings_of(source.database, term, source.docids);
              });
}

}  // namespace

void write_frequent_terms(const std::filesystem::path& directory, std::size_t threads) {
  try {
    write_all(directory, Source(directory), threads);
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("index: cannot be read back: '" + error.get_description() + "'");
  }
}

void update_frequent_terms(const std::filesystem::path& current,
                           const std::filesystem::path& directory,
                           const std::set<std::uint32_t>& changed, std::size_t threads) {
  try {
    const Result<FrequentTerms> old = FrequentTerms::open(current);
    const Source source(directory);
    const auto articles = static_cast<std::uint32_t>(source.docids.size());
    // What was below the bar for a larger index may be over that for a smaller one.
    if (!old || changed.size() > articles / kManyChanges ||
        least_frequency(articles) <
            least_frequency(static_cast<std::uint32_t>(old->docids().size()))) {
      write_all(directory, source, threads);
    } else {
      write_changes(*old, directory, source, changed, threads);
    }
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
