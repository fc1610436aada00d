#include "server/route_cache.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "server/http/negotiation.h"

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// No answer may push out most of the others.
constexpr std::size_t kLargestShare = 16;
/// What an entry costs beside its texts: list and table nodes, the shared block.
constexpr std::size_t kEntryBytes = 320;

bool has_header(const HttpResponse& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const auto& field) { return field.first == name; });
}

bool may_be_kept(const HttpResponse& response) {
  return response.status == 200 && !response.pieces && !has_header(response, "Cache-Control");
}

/// Finds the value of "took_ms" in a body of JSON. Within a JSON text the quotes of the key would
/// be escaped, so nothing that is told can be taken for it; a schema describes it and has no
/// number.
std::optional<std::pair<std::size_t, std::size_t>> time_in(const HttpResponse& response) {
  constexpr std::string_view kTook = "\"took_ms\":";
  const std::size_t key = response.body.find(kTook);
  if (key == std::string::npos || response.content_type.find("json") == std::string::npos) {
    return std::nullopt;
  }
  const std::size_t begin = key + kTook.size();
  const std::size_t end =
      std::min(response.body.find_first_not_of("0123456789.e-+", begin), response.body.size());
  return end > begin ? std::optional(std::pair(begin, end)) : std::nullopt;
}

/// Takes the answer apart; `took` becomes what stood for the time.
KeptAnswer taken_apart(const HttpResponse& response, std::string& took) {
  KeptAnswer kept;
  kept.content_type = response.content_type;
  kept.hits = response.note.hits;
  std::copy_if(response.headers.begin(), response.headers.end(), std::back_inserter(kept.headers),
               [](const auto& field) { return field.first != "Server-Timing"; });
  const auto time = time_in(response);
  kept.timed = time.has_value();
  const auto [begin, end] = time.value_or(std::pair(response.body.size(), response.body.size()));
  kept.before = response.body.substr(0, begin);
  took = response.body.substr(begin, end - begin);
  kept.after = response.body.substr(end);
  return kept;
}

bool wants_gzip(const Call& call, const KeptAnswer& answer) {
  return answer.before.size() + answer.after.size() > kMinCompressedBytes &&
         is_compressible(answer.content_type) &&
         accepts_gzip(call.request.header("accept-encoding"));
}

/// Makes the body of a kept answer, in the encoding that was asked for.
void give_body(const Call& call, const KeptAnswer& answer, std::string_view took,
               HttpResponse& response) {
  if (wants_gzip(call, answer) && answer.gzip) {
    response.body = answer.gzip->filled(took);
    response.headers.emplace_back("Content-Encoding", "gzip");
    response.headers.emplace_back("Vary", "Accept-Encoding");
  } else {
    response.body = answer.before;
    response.body.append(took).append(answer.after);
  }
}

std::string printed(Milliseconds time) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", time.count());
  return text.data();
}

HttpResponse repeated(AnswerCache& cache, const Call& call, const Question& question,
                      std::shared_ptr<const KeptAnswer> answer, Clock::time_point start) {
  if (wants_gzip(call, *answer) && !answer->gzip) {
    KeptAnswer compressed = *answer;
    compressed.gzip.emplace(compressed.before, compressed.after);
    answer = std::make_shared<const KeptAnswer>(std::move(compressed));
    if (is_current(question, call.searcher)) {
      cache.keep(question, answer);
    }
  }
  HttpResponse response;
  response.content_type = answer->content_type;
  response.headers = answer->headers;
  response.note.hits = answer->hits;
  response.note.from_cache = true;
  response.headers.emplace_back("Cache-Status", "tracuu; hit");
  give_body(call, *answer, answer->timed ? printed(Clock::now() - start) : "", response);
  return response;
}

}  // namespace

// Weak where times taken differ.
Question question_of(const Call& call, const Endpoint& endpoint) {
  Question question;
  if (endpoint.caching == Caching::kNone) {
    return question;
  }
  const IndexInfo index = call.searcher.info();
  question.generation = index.generation;
  question.built_at = index.built_at;
  std::vector<std::pair<std::string_view, std::string_view>> asked;
  for (const auto& [name, value] : call.request.parameters) {
    if (!value.empty()) {
      asked.emplace_back(name, value);
    }
  }
  std::stable_sort(asked.begin(), asked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  constexpr char kBetween = '\0';  // in no decoded parameter
  std::string& text = question.text;
  text = TRACUU_VERSION;
  for (const std::string& part : {index.generation, index.built_at, call.base}) {
    text.append(1, kBetween).append(part);
  }
  for (const std::string& segment : call.request.segments) {
    text.append(1, kBetween).append(segment);
  }
  for (const auto& [name, value] : asked) {
    text.append(1, kBetween).append(name).append(1, kBetween).append(value);
  }
  std::array<char, 64> tag{};
  std::snprintf(tag.data(), tag.size(), "%s\"%s-%016llx\"",
                endpoint.caching == Caching::kWeak ? "W/" : "", index.generation.c_str(),
                static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  question.etag = tag.data();
  return question;
}

bool is_current(const Question& question, const Searcher& searcher) {
  const IndexInfo index = searcher.info();
  return index.generation == question.generation && index.built_at == question.built_at;
}

std::size_t KeptAnswer::bytes() const {
  std::size_t sum =
      sizeof *this + content_type.size() + before.size() + after.size() + (gzip ? gzip->size() : 0);
  for (const auto& [name, value] : headers) {
    sum += sizeof(headers[0]) + name.size() + value.size();
  }
  return sum;
}

std::shared_ptr<const KeptAnswer> AnswerCache::find(const Question& question) {
  const std::scoped_lock hold(mutex_);
  const auto found = by_question_.find(question.text);
  if (found == by_question_.end()) {
    ++counts_.misses;
    return nullptr;
  }
  ++counts_.hits;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

bool AnswerCache::keep(const Question& question, std::shared_ptr<const KeptAnswer> answer) {
  const std::size_t bytes = kEntryBytes + question.text.size() + answer->bytes();
  if (bytes > max_bytes_ / kLargestShare) {
    return false;
  }
  const std::scoped_lock hold(mutex_);
  const std::string generation = question.generation + ' ' + question.built_at;
  if (generation_ != generation) {
    by_question_.clear();
    entries_.clear();
    counts_.bytes = 0;
    generation_ = generation;
  }
  if (const auto old = by_question_.find(question.text); old != by_question_.end()) {
    drop(old->second);
  }
  while (counts_.bytes + bytes > max_bytes_) {
    drop(std::prev(entries_.end()));
  }
  entries_.push_front({question.text, std::move(answer), bytes});
  by_question_.emplace(entries_.front().question, entries_.begin());
  counts_.bytes += bytes;
  return true;
}

void AnswerCache::drop(std::list<Entry>::iterator entry) {
  counts_.bytes -= entry->bytes;
  by_question_.erase(entry->question);
  entries_.erase(entry);
}

AnswerCacheCounts AnswerCache::counts() const {
  const std::scoped_lock hold(mutex_);
  AnswerCacheCounts counts = counts_;
  counts.answers = entries_.size();
  return counts;
}

HttpResponse answer_through(AnswerCache& cache, const Call& call, const Question& question,
                            RouteHandler handler) {
  if (!cache.is_on() || question.etag.empty()) {
    return handler(call);
  }
  const Clock::time_point start = Clock::now();
  if (std::shared_ptr<const KeptAnswer> answer = cache.find(question)) {
    return repeated(cache, call, question, std::move(answer), start);
  }
  HttpResponse response = handler(call);
  response.note.from_cache = false;
  bool stored = false;
  // A generation published meanwhile: whose answer this is cannot be told.
  if (may_be_kept(response) && is_current(question, call.searcher)) {
    std::string took;
    const auto kept = std::make_shared<KeptAnswer>(taken_apart(response, took));
    if (wants_gzip(call, *kept)) {
      kept->gzip.emplace(kept->before, kept->after);
      give_body(call, *kept, took, response);
    }
    stored = cache.keep(question, kept);
  }
  response.headers.emplace_back("Cache-Status",
                                stored ? "tracuu; fwd=miss; stored" : "tracuu; fwd=miss");
  return response;
}

}  // namespace tracuu
