#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/listener.h"
#include "server/query/search_result.h"

namespace tracuu {

/// The figures of the server, in the text form of Prometheus. Labels are patterns of addresses,
/// statuses and codes of problems, so that no visitor can make them grow; no question is in them.
/// Thread-safe, but for watch_load() and watch_cache().
class Metrics {
 public:
  explicit Metrics(std::string_view version);
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  /// Counts a finished exchange: by route and status, its duration, and what its note says.
  void count(const RequestRecord& record);
  /// Counts an attempt to open a newer index generation, or to read the tokens again.
  void count_reload(bool succeeded);
  /// Says where text() learns what is in hand. Call it before text().
  void watch_load(std::function<ListenerLoad()> load);
  /// The same for the bytes of answers that are kept.
  void watch_cache(std::function<std::size_t()> bytes);

  /// Returns all figures, `index` being what is served now.
  std::string text(const IndexInfo& index);

 private:
  struct Figures;
  std::unique_ptr<Figures> figures_;
};

}  // namespace tracuu
