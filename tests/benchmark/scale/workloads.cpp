#include "tests/benchmark/scale/workloads.h"

#include <httplib.h>
#include <algorithm>

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "common/entity/gazetteer/gazetteer.h"

namespace tracuu {
namespace {

constexpr std::array<const char*, 4> kPairs = {"công nghệ", "thông tin", "chính phủ", "phát triển"};
constexpr std::array<const char*, 16> kStarts = {
    "c",       "ch",       "chu",    "chuy",       "công n",   "công ngh",
    "thông t", "phát tri", "ủy b",   "hà n",       "nghị quy", "bộ thông tin và tru",
    "đà n",    "điện t",   "giáo d", "thành phố h"};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text.append(text.empty() ? "" : " ").append(word);
  }
  return text;
}

std::string encoded(std::string_view text) {
  return httplib::detail::encode_query_param(std::string(text));
}

/// The names of the list that filters take; the number of a province is its place there.
std::string province_of(int number) {
  const auto all = provinces();
  return all[static_cast<std::size_t>(number) % all.size()].name;
}

std::string match_of(AskMode mode) {
  return mode == AskMode::kAny ? "any" : mode == AskMode::kLastIsStart ? "prefix" : "all";
}

std::string target_of(const AskedWords& asked) {
  const bool is_phrase = asked.mode == AskMode::kPhrase;
  std::string target =
      "/api/v1/search?limit=10&q=" + encoded(is_phrase ? '"' + asked.words + '"' : asked.words) +
      "&match=" + match_of(asked.mode) + "&facets=" + (asked.facets ? "province,year" : "none");
  if (asked.year > 0) {
    target += "&from=" + std::to_string(asked.year) + "&to=" + std::to_string(asked.year);
  }
  if (asked.province >= 0) {
    target += "&province=" + encoded(province_of(asked.province));
  }
  return target;
}

/// Returns the most frequent values of a facet of the index.
std::vector<std::string> values_of(int port, const std::string& facet) {
  httplib::Client client("127.0.0.1", port);
  client.set_read_timeout(60);
  const auto answer = client.Get("/api/v1/search?limit=0&facet_limit=40&facets=" + facet);
  if (!answer || answer->status != 200) {
    throw std::runtime_error("the server does not tell its " + facet + "s");
  }
  std::vector<std::string> values;
  const nlohmann::json facets = nlohmann::json::parse(answer->body)["facets"];
  for (const nlohmann::json& entry : facets[facet]) {
    values.push_back(entry["value"]);
  }
  return values;
}

std::vector<std::string> starts_of(const std::vector<std::string>& titles) {
  std::vector<std::string> targets;
  for (std::size_t i = 0; i < titles.size() && i < 50; ++i) {
    const std::string text = joined(words_of(titles[i]));
    for (std::size_t end = 1; end < text.size() && end < 24; ++end) {
      if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U) {
        targets.push_back("/api/v1/suggest?q=" + encoded(text.substr(0, end)));
      }
    }
  }
  return targets;
}

}  // namespace

std::vector<ComparedWorkload> compared_workloads(const CorpusSample& sample) {
  std::vector<ComparedWorkload> all = {{"a title any", {}}, {"b two all", {}},
                                       {"c b+facets", {}},  {"d b+filters", {}},
                                       {"e phrase", {}},    {"f unfinished", {}}};
  for (const std::string& title : sample.titles) {
    all[0].questions.push_back({joined(words_of(title)), AskMode::kAny});
  }
  for (const char* pair : kPairs) {
    all[1].questions.push_back({pair, AskMode::kAll});
    all[2].questions.push_back({pair, AskMode::kAll, true});
    for (const int year : {2012, 2016, 2020, 2024}) {
      for (const int province : {1, 17, 33, 60}) {
        all[3].questions.push_back({pair, AskMode::kAll, false, year, province});
      }
    }
  }
  all[4].questions.push_back({"công nghệ thông tin", AskMode::kPhrase});
  for (const char* start : kStarts) {
    all[5].questions.push_back({start, AskMode::kLastIsStart});
  }
  return all;
}

std::vector<Workload> server_workloads(const CorpusSample& sample, int port) {
  std::vector<Workload> all;
  for (const ComparedWorkload& compared : compared_workloads(sample)) {
    all.push_back({compared.name, {}});
    for (const AskedWords& asked : compared.questions) {
      all.back().targets.push_back(target_of(asked));
    }
  }
  Workload page{"search page", {}};
  Workload newest{"newest", {}};
  Workload deep{"deep page", {}};
  for (std::size_t i = 0; i < 60 && i < sample.titles.size(); ++i) {
    auto words = words_of(sample.titles[i]);
    words.resize(std::min<std::size_t>(words.size(), 2 + i % 3));
    page.targets.push_back("/api/v1/search?q=" + encoded(joined(words)));
  }
  for (const char* pair : kPairs) {
    page.targets.push_back(std::string("/api/v1/search?q=") + encoded(pair));
    newest.targets.push_back("/api/v1/search?facets=none&sort=newest&q=" + encoded(pair));
    deep.targets.push_back("/api/v1/search?facets=none&offset=1000&q=" + encoded(pair));
  }
  Workload entities{"entities", {}};
  Workload papers{"paper page", {}};
  for (const std::string& number : values_of(port, "document")) {
    entities.targets.push_back("/api/v1/search?q=" + encoded(number));
    entities.targets.push_back("/api/v1/search?document=" + encoded(number));
    papers.targets.push_back("/api/v1/documents/" + encoded(number));
  }
  for (const std::string& name : values_of(port, "official")) {
    entities.targets.push_back("/api/v1/search?q=" + encoded(name));
  }
  Workload filters{"filters alone", {}};
  for (const std::string& province : values_of(port, "province")) {
    filters.targets.push_back("/api/v1/search?province=" + encoded(province) + "&year=2020");
  }
  Workload articles{"article", {}};
  for (const std::string& id : sample.ids) {
    articles.targets.push_back("/api/v1/articles/" + encoded(id));
  }
  for (Workload& more : std::vector<Workload>{page,
                                              entities,
                                              filters,
                                              newest,
                                              deep,
                                              {"suggest", starts_of(sample.titles)},
                                              articles,
                                              papers}) {
    if (!more.targets.empty()) {
      all.push_back(std::move(more));
    }
  }
  return all;
}

}  // namespace tracuu
