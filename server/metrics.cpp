#include "server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

namespace tracuu {
namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using prometheus::Registry;

/// Codes of the problems by which the server sheds or turns away.
constexpr std::array<const char*, 5> kRejections{
    "queue_full", "deadline_passed", "too_many_connections", "rate_limited", "unauthorized"};
constexpr std::string_view kStoppedSearch = "deadline_exceeded";
/// Of requests that reached no address.
constexpr const char* kNoRoute = "none";

/// Seconds: from an article by its id to a search at its deadline.
Histogram::BucketBoundaries durations() {
  return {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
}

Family<Counter>& counters(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

Counter& counter(Registry& registry, const char* name, const char* help) {
  return counters(registry, name, help).Add({});
}

Gauge& gauge(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

/// Returns 7 for "gen-000007".
double number_of(std::string_view generation) {
  const std::string_view digits = generation.substr(generation.find_last_not_of("0123456789") + 1);
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return static_cast<double>(number);
}

/// Returns seconds since 1970 of "2026-11-22T05:36:00Z"; 0 for anything else.
double seconds_of(const std::string& built_at) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (std::sscanf(built_at.c_str(), "%4d-%2u-%2uT%2d:%2d:%2dZ", &year, &month, &day, &hour, &minute,
                  &second) != 6) {
    return 0;
  }
  const std::chrono::sys_days midnight(std::chrono::year(year) / std::chrono::month(month) /
                                       std::chrono::day(day));
  const std::chrono::sys_seconds time = midnight + std::chrono::hours(hour) +
                                        std::chrono::minutes(minute) + std::chrono::seconds(second);
  return static_cast<double>(time.time_since_epoch().count());
}

}  // namespace

struct Metrics::Figures {
  Registry registry;
  std::function<ListenerLoad()> load;
  std::function<std::size_t()> kept_bytes;

  Family<Counter>& requests =
      counters(registry, "tracuu_http_requests_total", "Requests answered, by address and status");
  Family<Histogram>& request_durations =
      prometheus::BuildHistogram()
          .Name("tracuu_http_request_duration_seconds")
          .Help("From the complete head to the last byte written, by address")
          .Register(registry);
  Family<Counter>& rejections = counters(registry, "tracuu_http_requests_rejected_total",
                                         "Requests and connections turned away, by reason");
  Gauge& queue = gauge(registry, "tracuu_search_queue_depth", "Requests that wait for a thread");
  Gauge& running = gauge(registry, "tracuu_searches_in_flight", "Requests that a thread answers");
  Gauge& connections = gauge(registry, "tracuu_http_connections", "Open connections");
  Counter& degraded =
      counter(registry, "tracuu_search_degraded_total", "Searches stopped at their time limit");
  Counter& zero_results =
      counter(registry, "tracuu_search_zero_results_total", "Searches that found no article");
  Counter& cache_hits =
      counter(registry, "tracuu_cache_hits_total", "Answers taken from the cache");
  Counter& cache_misses =
      counter(registry, "tracuu_cache_misses_total", "Answers that the cache did not have");
  Gauge& cache_bytes = gauge(registry, "tracuu_cache_bytes", "Memory of the answers that are kept");
  Gauge& generation = gauge(registry, "tracuu_index_generation", "Number of the generation served");
  Gauge& articles = gauge(registry, "tracuu_index_articles", "Articles of the generation served");
  Gauge& built = gauge(registry, "tracuu_index_built_timestamp_seconds",
                       "When the generation served was built");
  Counter& reloads =
      counter(registry, "tracuu_reloads_total", "Times a newer index or token file was opened");
  Counter& reload_errors = counter(registry, "tracuu_reload_errors_total",
                                   "Times one could not be opened and the old was kept");
};

Metrics::Metrics(std::string_view version) : figures_(std::make_unique<Figures>()) {
  prometheus::BuildGauge()
      .Name("tracuu_build_info")
      .Help("Always 1; the label tells the version")
      .Register(figures_->registry)
      .Add({{"version", std::string(version)}})
      .Set(1);
  // A rate cannot be taken of what appears only with its first event.
  for (const char* const reason : kRejections) {
    figures_->rejections.Add({{"reason", reason}});
  }
}

Metrics::~Metrics() = default;

void Metrics::count(const RequestRecord& record) {
  const AnswerNote& note = record.note;
  const std::string route = note.route.empty() ? kNoRoute : note.route;
  Figures& figures = *figures_;
  figures.requests.Add({{"route", route}, {"code", std::to_string(record.status)}}).Increment();
  figures.request_durations.Add({{"route", route}}, durations())
      .Observe(std::chrono::duration<double>(record.took).count());
  if (std::find(kRejections.begin(), kRejections.end(), note.problem) != kRejections.end()) {
    figures.rejections.Add({{"reason", note.problem}}).Increment();
  }
  if (note.problem == kStoppedSearch) {
    figures.degraded.Increment();
  }
  if (note.hits == 0U) {
    figures.zero_results.Increment();
  }
  if (note.from_cache) {
    (*note.from_cache ? figures.cache_hits : figures.cache_misses).Increment();
  }
}

void Metrics::count_reload(bool succeeded) {
  (succeeded ? figures_->reloads : figures_->reload_errors).Increment();
}

void Metrics::watch_load(std::function<ListenerLoad()> load) {
  figures_->load = std::move(load);
}

void Metrics::watch_cache(std::function<std::size_t()> bytes) {
  figures_->kept_bytes = std::move(bytes);
}

std::string Metrics::text(const IndexInfo& index) {
  Figures& figures = *figures_;
  if (figures.load) {
    const ListenerLoad load = figures.load();
    figures.queue.Set(static_cast<double>(load.waiting));
    figures.running.Set(static_cast<double>(load.running));
    figures.connections.Set(static_cast<double>(load.connections));
  }
  if (figures.kept_bytes) {
    figures.cache_bytes.Set(static_cast<double>(figures.kept_bytes()));
  }
  figures.generation.Set(number_of(index.generation));
  figures.articles.Set(static_cast<double>(index.articles));
  figures.built.Set(seconds_of(index.built_at));
  return prometheus::TextSerializer().Serialize(figures.registry.Collect());
}

}  // namespace tracuu
