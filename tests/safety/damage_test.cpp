// Damaged, truncated, missing and foreign files of an index: every program refuses it in one
// sentence, and a server that runs goes on with the generation it has.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <httplib.h>
#include <algorithm>

#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "common/index/generation.h"
#include "common/index/manifest.h"
#include "tests/safety/indexed_pages.h"
#include "tests/support/file_bytes.h"
#include "tests/support/server_process.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;

void write_file(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

void flip(const fs::path& file, double place) {
  std::string bytes = file_bytes(file);
  if (!bytes.empty()) {
    const auto at = static_cast<std::size_t>(place * static_cast<double>(bytes.size() - 1));
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    write_file(file, bytes);
  }
}

struct DamageKind {
  const char* name;
  std::function<void(const fs::path&)> apply;
  bool needs_bytes = true;  ///< does nothing to an empty file
};

const std::vector<DamageKind>& kinds_of_damage() {
  static const std::vector<DamageKind> kKinds{
      {"first byte flipped", [](const fs::path& file) { flip(file, 0); }},
      {"a byte in the middle flipped", [](const fs::path& file) { flip(file, 0.5); }},
      {"last byte flipped", [](const fs::path& file) { flip(file, 1); }},
      {"cut in half", [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); }},
      {"emptied", [](const fs::path& file) { fs::resize_file(file, 0); }},
      {"longer", [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) + 1); },
       false},
      {"removed", [](const fs::path& file) { fs::remove(file); }, false}};
  return kKinds;
}

class Damage : public ::testing::Test {
 protected:
  fs::path generation() const { return pages_.index() / "gen-000001"; }

  ProgramEnd start_server() const {
    return run_to_end({TRACUU_SERVER, "--index", pages_.index().string(), "--port", "0"},
                      {.kill_after = std::chrono::seconds(20)});
  }
  void expect_refused(const ProgramEnd& end, int code, const std::string& sentence) const {
    EXPECT_EQ(end.code, code) << "signal " << end.signal << ": " << end.errors;
    EXPECT_THAT(end.errors, HasSubstr(sentence));
    EXPECT_EQ(std::count(end.errors.begin(), end.errors.end(), '\n'), 1) << end.errors;
  }

  IndexedPages pages_;
};

TEST_F(Damage, OfAnyFileIsRefusedByEveryProgram) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(generation())) {
    names.push_back(entry.path().filename().string());
  }
  ASSERT_GE(names.size(), 6U);
  for (const std::string& name : names) {
    for (const DamageKind& kind : kinds_of_damage()) {
      pages_.reset();
      if (kind.needs_bytes && fs::file_size(generation() / name) == 0) {
        continue;
      }
      kind.apply(generation() / name);
      SCOPED_TRACE(name + ": " + kind.name);
      expect_refused(start_server(), 66, "index: ");
      expect_refused(pages_.indexer({"check", "--index", pages_.index().string()}), 65, "index: ");
      expect_refused(pages_.write("update"), 65, "index: ");
    }
  }
}

TEST_F(Damage, AnotherSchemaIsRefusedByEveryProgram) {
  // As another version of this program would have written it: whole, with its own checksum.
  const Result<Manifest> ours = read_manifest(generation());
  ASSERT_TRUE(ours);
  fs::remove_all(generation());
  fs::copy(TRACUU_SOURCE_DIR "/tests/safety/other-schema", generation());
  const std::string sentence = "index: of another schema version than this program's " +
                               ours->schema + ", rebuild it with 'tracuu-indexer build': '999'";
  expect_refused(start_server(), 66, sentence);
  expect_refused(pages_.indexer({"check", "--index", pages_.index().string()}), 65, sentence);
  expect_refused(pages_.write("update"), 65, sentence);
  expect_refused(pages_.indexer({"restore", "--index", pages_.index().string(),
                                 TRACUU_SOURCE_DIR "/tests/safety/other-schema"}),
                 65, sentence);
  EXPECT_EQ(pages_.write("build").code, 0) << "a build makes it good again";
  EXPECT_EQ(pages_.articles(), IndexedPages::kMore);
}

TEST_F(Damage, AnUpdateOrBuildBuildsOnlyWhereThereIsNothingToUpdate) {
  const auto update_or_build = [&] {
    return pages_.indexer({"update", "--or-build", "--quiet", "--index", pages_.index().string(),
                           pages_.more().string()});
  };
  fs::remove_all(generation());
  fs::copy(TRACUU_SOURCE_DIR "/tests/safety/other-schema", generation());
  EXPECT_EQ(update_or_build().code, 0) << "of another schema";
  EXPECT_EQ(pages_.articles(), IndexedPages::kMore);
  fs::remove_all(pages_.index());
  EXPECT_EQ(update_or_build().code, 0) << "no index";
  EXPECT_EQ(pages_.articles(), IndexedPages::kMore);
  write_file(generation() / "MANIFEST", "not a manifest\n");
  expect_refused(update_or_build(), 65, "index: the manifest is damaged");
  write_file(pages_.index() / "CURRENT", "not an index\n");
  expect_refused(update_or_build(), 65, "index: CURRENT names no generation");
}

TEST_F(Damage, WhatIsNoIndexIsRefusedByEveryProgram) {
  fs::remove_all(pages_.index());
  fs::create_directories(pages_.index());
  write_file(pages_.index() / "CURRENT", "not an index\n");
  expect_refused(start_server(), 66, "index: CURRENT names no generation");
  expect_refused(pages_.indexer({"stats", "--index", pages_.index().string()}), 65,
                 "index: CURRENT names no generation");
}

/// Waits until the text stands in the file, at most some seconds.
bool appears(const fs::path& file, const std::string& text) {
  for (int i = 0; i < 1000; ++i) {
    if (file_bytes(file).find(text) != std::string::npos) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

std::string served_generation(const ServerProcess& server) {
  httplib::Client client("127.0.0.1", server.port());
  const auto answer = client.Get("/api/v1/search?q=c%C3%B4ng&limit=1");
  return answer && answer->status == 200
             ? nlohmann::json::parse(answer->body)["index"]["generation"]
             : nlohmann::json("");
}

TEST_F(Damage, OfTheNextGenerationLeavesTheServerWithTheOldOne) {
  const fs::path log = pages_.folder() / "log";
  const ServerProcess server(pages_.index(), {}, log);
  fs::copy(generation(), pages_.index() / "gen-000002");
  flip(pages_.index() / "gen-000002/postlist.glass", 0.5);
  write_file(pages_.index() / "next", "gen-000002\n");
  fs::rename(pages_.index() / "next", pages_.index() / "CURRENT");
  server.send_signal(SIGHUP);
  EXPECT_TRUE(appears(log, "still serving gen-000001: index: a file is damaged"))
      << file_bytes(log);
  EXPECT_EQ(served_generation(server), "gen-000001");
  fs::remove(pages_.index() / "CURRENT");
  server.send_signal(SIGHUP);
  EXPECT_TRUE(appears(log, "still serving gen-000001: index: no published index here"))
      << file_bytes(log);
  EXPECT_EQ(served_generation(server), "gen-000001");
  EXPECT_EQ(pages_.write("build").code, 0);
  server.send_signal(SIGHUP);
  EXPECT_TRUE(appears(log, "now serving gen-000003")) << file_bytes(log);
  EXPECT_EQ(served_generation(server), "gen-000003");
}

}  // namespace
}  // namespace tracuu
