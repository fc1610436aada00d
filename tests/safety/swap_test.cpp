// A writer publishes generations without pause while clients ask: no request fails, and every
// answer is from one generation, which it names.

#include <gtest/gtest.h>

#include <httplib.h>
#include <cstdio>
#include <memory>

#include <atomic>
#include <csignal>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "common/index/generation.h"
#include "common/index/writer_lock.h"
#include "tests/safety/indexed_pages.h"
#include "tests/support/server_process.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using Ids = std::set<std::string>;

Ids ids_in(const fs::path& folder) {
  Ids ids;
  for (const auto& entry : fs::directory_iterator(folder)) {
    ids.insert(entry.path().stem().string());
  }
  return ids;
}

/// Publishes the files of `from` again, sharing their bytes.
std::string publish_again(const fs::path& index, const fs::path& from) {
  const Result<WriterLock> lock = WriterLock::take(index);
  EXPECT_TRUE(lock);
  const fs::path build = start_build(index);
  for (const auto& entry : fs::directory_iterator(from)) {
    fs::create_hard_link(entry.path(), build / entry.path().filename());
  }
  return publish(index, build).name();
}

/// Asks a server until told to stop, and counts what is wrong.
class Client {
 public:
  /// `few` and `more`: the ids of generations with odd and even numbers.
  Client(int port, Ids few, Ids more)
      : port_(port), few_(std::move(few)), more_(std::move(more)), thread_([this] { ask_on(); }) {}
  void stop() {
    stopping_ = true;
    thread_.join();
  }

  std::uint64_t answers = 0;
  std::map<std::string, int> failed;  ///< how often, by what was said
  std::uint64_t mixed = 0;
  std::set<std::string> generations;

 private:
  void ask_on() {
    httplib::Client client("127.0.0.1", port_);
    client.set_keep_alive(true);
    client.set_read_timeout(30);
    const std::string& common_id = *few_.begin();
    const std::vector<std::string> addresses{"/api/v1/search?limit=100&facets=province,year",
                                             "/api/v1/search?q=c%C3%B4ng&limit=100",
                                             "/api/v1/articles/" + common_id,
                                             "/api/v1/export.ndjson",
                                             "/api/v1/articles/" + common_id + "/similar",
                                             "/api/v1/suggest?q=h"};
    while (!stopping_) {
      const std::string& address = addresses[answers++ % addresses.size()];
      const auto answer = client.Get(address);
      if (!answer || answer->status != 200) {
        ++failed[address +
                 (answer ? ": " + answer->body : ": " + httplib::to_string(answer.error()))];
        continue;
      }
      look_at(address, answer->body);
    }
  }

  const Ids& legal_in(const std::string& generation) {
    generations.insert(generation);
    return std::stoi(generation.substr(generation.size() - 1)) % 2 == 1 ? few_ : more_;
  }

  /// A file: lines of articles, then one that says of which generation they are.
  void look_at_file(const std::string& body) {
    Ids ids;
    bool is_legal = false;
    std::istringstream lines(body);
    for (std::string line; std::getline(lines, line);) {
      const auto json = nlohmann::json::parse(line);
      if (json.contains("id")) {
        ids.insert(json["id"].get<std::string>());
      } else {
        is_legal = json["export"]["complete"] == true &&
                   ids == legal_in(json["export"]["index"]["generation"]);
      }
    }
    mixed += is_legal ? 0U : 1U;
  }

  void look_at(const std::string& address, const std::string& body) {
    if (address.ends_with(".ndjson")) {
      look_at_file(body);
      return;
    }
    const auto json = nlohmann::json::parse(body);
    const Ids& legal = legal_in(json.at("index").at("generation"));
    Ids ids;
    for (const auto& hit : json.value("hits", nlohmann::json::array())) {
      ids.insert(hit.at("id").get<std::string>());
    }
    const bool is_all = address.find("?limit") != std::string::npos;
    const bool is_legal = std::includes(legal.begin(), legal.end(), ids.begin(), ids.end()) &&
                          (!json.contains("total") || json["total"] == ids.size()) &&
                          (!is_all || ids == legal);
    mixed += is_legal ? 0U : 1U;
  }

  int port_;
  Ids few_;
  Ids more_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;  ///< last: it uses the others
};

TEST(Swaps, UnderLoadFailNoRequestAndMixNoAnswer) {
  const IndexedPages pages;
  const fs::path few = pages.folder() / "few-generation";
  const fs::path more = pages.folder() / "more-generation";
  fs::copy(pages.index() / "gen-000001", few);
  ASSERT_EQ(pages.write("build").code, 0);
  fs::copy(pages.index() / "gen-000002", more);

  // On a machine that does other things too a request may take long.
  ServerProcess server(pages.index(), {"--threads", "4", "--deadline-ms", "9000"});
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 4; ++i) {
    clients.push_back(
        std::make_unique<Client>(server.port(), ids_in(pages.few()), ids_in(pages.more())));
  }
  const std::size_t swaps = rounds(100, 1000);
  std::string last;
  for (std::size_t i = 0; i < swaps; ++i) {
    last = publish_again(pages.index(), i % 2 == 0 ? few : more);
    server.send_signal(SIGHUP);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  std::uint64_t answers = 0;
  Ids generations;
  for (const auto& client : clients) {
    client->stop();
    for (const auto& [what, times] : client->failed) {
      ADD_FAILURE() << times << " times " << what;
    }
    EXPECT_EQ(client->mixed, 0U);
    answers += client->answers;
    generations.insert(client->generations.begin(), client->generations.end());
  }
  RecordProperty("answers", std::to_string(answers));
  RecordProperty("generations", std::to_string(generations.size()));
  std::printf("%zu swaps, %llu answers from %zu generations\n", swaps,
              static_cast<unsigned long long>(answers), generations.size());
  EXPECT_TRUE(generations.contains(last)) << "the last one is served";
  EXPECT_GT(generations.size(), swaps / 10) << "generations do change under the clients";
  std::size_t kept = 0;
  for (const auto& entry : fs::directory_iterator(pages.index())) {
    kept += entry.path().filename().string().starts_with("gen-") ? 1U : 0U;
  }
  EXPECT_LE(kept, kKeptGenerations + 2) << "what is drained is removed";
  server.send_signal(SIGTERM);
  EXPECT_EQ(server.wait(), 0);
}

}  // namespace
}  // namespace tracuu
