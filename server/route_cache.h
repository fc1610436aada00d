#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/http/gzip.h"
#include "server/http/message.h"
#include "server/route.h"

namespace tracuu {

/// What is asked, in one spelling for all requests that ask the same, and of which generation. The
/// text names the generation too, so that an answer is never given for another one.
struct Question {
  std::string generation;
  std::string built_at;  ///< generations are numbered anew in every index directory
  std::string text;
  std::string etag;  ///< "" for what must not be kept
};

/// Reads what a call asks. The order of parameters and empty ones do not count.
Question question_of(const Call& call, const Endpoint& endpoint);

/// Returns whether the searcher still answers from the generation of the question.
bool is_current(const Question& question, const Searcher& searcher);

/// An answer as it is kept: without the time it took, which is another for each who asks.
struct KeptAnswer {
  std::string content_type;
  std::vector<std::pair<std::string, std::string>> headers;  ///< all but Server-Timing
  std::optional<std::uint64_t> hits;                         ///< for logs and metrics
  std::string before;  ///< the body up to the value of "took_ms", all of it where there is none
  std::string after;   ///< and behind it
  bool timed = false;
  std::optional<GappedGzip> gzip;  ///< of both; made when first asked for

  std::size_t bytes() const;
};

/// What a cache has done so far, and holds.
struct AnswerCacheCounts {
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::size_t answers = 0;
  std::size_t bytes = 0;
};

/// Keeps answers of one generation up to a number of bytes; those that were not asked for the
/// longest time go first. Thread-safe.
class AnswerCache {
 public:
  /// 0 bytes: keeps nothing.
  explicit AnswerCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  bool is_on() const { return max_bytes_ > 0; }

  /// Returns the kept answer to a question, or nullptr; counts a hit or a miss.
  std::shared_ptr<const KeptAnswer> find(const Question& question);

  /// Keeps an answer, in place of an older one; with the first of another generation all of the
  /// generation before go. Returns false for one that is too large: over a sixteenth of all bytes.
  bool keep(const Question& question, std::shared_ptr<const KeptAnswer> answer);

  AnswerCacheCounts counts() const;

 private:
  struct Entry {
    std::string question;
    std::shared_ptr<const KeptAnswer> answer;
    std::size_t bytes = 0;
  };
  void drop(std::list<Entry>::iterator entry);

  std::size_t max_bytes_;
  mutable std::mutex mutex_;  ///< guards what follows
  std::string generation_;    ///< of all entries
  std::list<Entry> entries_;  ///< the one asked for last is the first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_question_;
  AnswerCacheCounts counts_;
};

/// Answers from the cache, or by the handler, whose answer is then kept when it is one that may be:
/// a 200 with a body at hand and no Cache-Control of its own, computed on the question's
/// generation. Says which in Cache-Status (RFC 9211). "took_ms" is always this call's time.
HttpResponse answer_through(AnswerCache& cache, const Call& call, const Question& question,
                            RouteHandler handler);

}  // namespace tracuu
