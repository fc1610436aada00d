#include "common/index/generation.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <system_error>

#include "common/index/manifest.h"
#include "tests/support/file_bytes.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

Generation publish_file(const fs::path& index, const std::string& content,
                        std::size_t keep = kKeptGenerations) {
  const fs::path build = start_build(index);
  std::ofstream(build / "data") << content;
  return publish(index, build, keep);
}

TEST(Generation, TheLastPublishedOneIsCurrent) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "one");
  publish_file(directory.path(), "two");
  const Result<Generation> current = current_generation(directory.path());
  ASSERT_TRUE(current);
  EXPECT_EQ(current->name(), "gen-000002");
  EXPECT_EQ(file_bytes(current->path / "data"), "two");
}

TEST(Generation, KeepsAsManyAsAsked) {
  const TemporaryDirectory directory;
  for (const char* content : {"one", "two", "three"}) {
    publish_file(directory.path(), content, 2);
  }
  EXPECT_FALSE(fs::exists(directory.path() / "gen-000001"));
  EXPECT_TRUE(fs::exists(directory.path() / "gen-000002"));
  EXPECT_TRUE(fs::exists(directory.path() / "gen-000003"));
}

TEST(Generation, AKilledBuildIsRemovedByTheNext) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "one");
  directory.write(".building-1/part", "half");
  start_build(directory.path());
  EXPECT_FALSE(fs::exists(directory.path() / ".building-1"));
  EXPECT_EQ(current_generation(directory.path())->name(), "gen-000001");
}

struct BadIndex {
  const char* current;  ///< contents of CURRENT, nullptr for none
  const char* message;  ///< how the error starts
};

TEST(Generation, SaysWhatIsWrongWithAnIndexDirectory) {
  const BadIndex rows[] = {
      {nullptr, "index: no published index here, build one with 'tracuu-indexer build': '"},
      {"", "index: no published index here"},
      {"rubbish\n", "index: CURRENT names no generation, rebuild the index: 'rubbish'"},
      {"gen-000000\n", "index: CURRENT names no generation, rebuild the index: 'gen-000000'"},
      {"gen-../../x\n", "index: CURRENT names no generation, rebuild the index: 'gen-../../x'"},
      {"gen-000009\n",
       "index: the generation that CURRENT names is missing, rebuild the index: 'gen-000009'"},
  };
  for (const BadIndex& row : rows) {
    const TemporaryDirectory directory;
    if (row.current != nullptr) {
      directory.write("CURRENT", row.current);
    }
    const Result<Generation> current = current_generation(directory.path());
    ASSERT_FALSE(current) << row.message;
    EXPECT_TRUE(current.error().message.starts_with(row.message)) << current.error().message;
  }
}

/// Holds the current generation in another process, which is then killed.
class ReaderProcess {
 public:
  explicit ReaderProcess(const fs::path& index) {
    int ready[2];
    EXPECT_EQ(::pipe(ready), 0);
    process_ = ::fork();
    if (process_ == 0) {
      const Result<HeldGeneration> held = HeldGeneration::current(index);
      (void)!::write(ready[1], held ? "+" : "-", 1);
      ::pause();
    }
    char answer = 0;
    EXPECT_EQ(::read(ready[0], &answer, 1), 1);
    EXPECT_EQ(answer, '+');
    ::close(ready[0]);
    ::close(ready[1]);
  }
  void kill() const {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }

 private:
  pid_t process_ = -1;
};

TEST(HeldGeneration, StaysUntilItsReaderIsGoneEvenByKill) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "one");
  const ReaderProcess reader(directory.path());
  for (int i = 0; i < 5; ++i) {
    publish_file(directory.path(), "more", 1);
  }
  EXPECT_EQ(file_bytes(directory.path() / "gen-000001/data"), "one");
  EXPECT_FALSE(fs::exists(directory.path() / "gen-000005"));
  reader.kill();
  publish_file(directory.path(), "last", 1);
  EXPECT_FALSE(fs::exists(directory.path() / "gen-000001"));
}

TEST(HeldGeneration, IsTheCurrentOneAndStaysIt) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "one");
  {
    const Result<HeldGeneration> held = HeldGeneration::current(directory.path());
    ASSERT_TRUE(held);
    EXPECT_EQ(held->generation().name(), "gen-000001");
    publish_file(directory.path(), "two", 1);
    EXPECT_TRUE(fs::exists(held->generation().path));
  }
  publish_file(directory.path(), "three", 1);
  EXPECT_FALSE(fs::exists(directory.path() / "gen-000001"));
}

TEST(HeldGeneration, IsHadWhileAWriterPublishesWithoutPause) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "0", 1);
  const pid_t writer = ::fork();
  if (writer == 0) {
    for (int i = 1;; ++i) {
      publish_file(directory.path(), std::to_string(i), 1);
    }
  }
  for (int i = 0; i < 300; ++i) {
    const Result<HeldGeneration> held = HeldGeneration::current(directory.path());
    ASSERT_TRUE(held) << held.error().message;
    EXPECT_EQ(verify_files(held->generation().path), std::nullopt);
  }
  ::kill(writer, SIGKILL);
  ::waitpid(writer, nullptr, 0);
}

TEST(Generation, WhatWasNeverCurrentIsRemovedAndItsNumberUsedAgain) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "one");
  directory.write("gen-000002/data", "killed before CURRENT named it");
  directory.write(".removing-gen-000007/data", "killed while it was removed");
  directory.write(".CURRENT.new", "gen-0");
  const Generation next = publish_file(directory.path(), "two");
  EXPECT_EQ(next.name(), "gen-000002");
  EXPECT_EQ(file_bytes(next.path / "data"), "two");
  EXPECT_FALSE(fs::exists(directory.path() / ".removing-gen-000007"));
  EXPECT_FALSE(fs::exists(directory.path() / ".CURRENT.new"));
}

TEST(Generation, NothingIsTakenForNeverCurrentWhenCurrentIsLost) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "one");
  publish_file(directory.path(), "two");
  fs::remove(directory.path() / "CURRENT");
  start_build(directory.path());
  EXPECT_TRUE(fs::exists(directory.path() / "gen-000001"));
  EXPECT_TRUE(fs::exists(directory.path() / "gen-000002"));
}

TEST(Generation, AFailedPublicationLeavesTheOldOneAlone) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "one");
  const fs::path build = start_build(directory.path());
  std::ofstream(build / "data") << "two";
  fs::create_directories(directory.path() / ".CURRENT.new/in-the-way");
  EXPECT_THROW(publish(directory.path(), build), std::system_error);
  EXPECT_EQ(current_generation(directory.path())->name(), "gen-000001");
  EXPECT_FALSE(fs::exists(directory.path() / "gen-000002"));
}

TEST(Generation, NumbersCountPublicationsWhateverTheClockOfTheFilesSays) {
  const TemporaryDirectory directory;
  const fs::path first = publish_file(directory.path(), "one").path;
  fs::last_write_time(first, fs::file_time_type::clock::now() + std::chrono::hours(24 * 365));
  EXPECT_EQ(publish_file(directory.path(), "two").name(), "gen-000002");
  fs::last_write_time(first, fs::file_time_type::clock::now() - std::chrono::hours(24 * 365 * 40));
  EXPECT_EQ(publish_file(directory.path(), "three").name(), "gen-000003");
  EXPECT_EQ(current_generation(directory.path())->name(), "gen-000003");
}

}  // namespace
}  // namespace tracuu
