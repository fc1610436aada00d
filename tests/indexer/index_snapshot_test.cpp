#include "indexer/index_snapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "common/index/generation.h"
#include "common/index/manifest.h"
#include "common/index/writer_lock.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::chrono::seconds kNoWait(0);

/// An index whose generation is one file, and room for copies beside it.
class Snapshots : public ::testing::Test {
 protected:
  Snapshots() { publish_text("một"); }

  fs::path index() const { return directory_.path() / "index"; }
  fs::path place(const char* name) const { return directory_.path() / name; }
  void publish_text(const char* text) const {
    fs::create_directories(index());
    const fs::path build = start_build(index());
    std::ofstream(build / "data") << text;
    publish(index(), build);
  }
  std::string text_of(const fs::path& folder) const {
    std::ifstream in(folder / "data");
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t entries() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(directory_.path()), fs::directory_iterator()));
  }

  TemporaryDirectory directory_;
};

TEST_F(Snapshots, ACopyIsRestoredAsTheNewestGeneration) {
  const auto taken = take_snapshot(index(), place("copy/"));
  ASSERT_TRUE(taken) << taken.error().message;
  EXPECT_EQ(taken->generation, "gen-000001");
  EXPECT_EQ(taken->files, 1U);
  EXPECT_EQ(taken->bytes, 5U);
  EXPECT_EQ(verify_files(place("copy")), std::nullopt);
  publish_text("hai");
  const auto restored = restore_snapshot(place("copy"), index(), kNoWait);
  ASSERT_TRUE(restored) << restored.error().message;
  EXPECT_EQ(restored->generation, "gen-000003");
  EXPECT_EQ(text_of(current_generation(index())->path), "một");
}

TEST_F(Snapshots, AnIndexIsMadeFromACopyAlone) {
  ASSERT_TRUE(take_snapshot(index(), place("copy")));
  ASSERT_TRUE(restore_snapshot(place("copy"), place("elsewhere"), kNoWait));
  EXPECT_EQ(text_of(current_generation(place("elsewhere"))->path), "một");
}

TEST_F(Snapshots, AFolderThatHoldsSomethingIsLeftAlone) {
  directory_.write("taken/file", "mine");
  for (const char* name : {"taken", "taken/file"}) {
    const auto taken = take_snapshot(index(), place(name));
    ASSERT_FALSE(taken);
    EXPECT_THAT(taken.error().message, StartsWith("snapshot: is there already, name a folder"));
  }
  fs::create_directory(place("empty"));
  EXPECT_TRUE(take_snapshot(index(), place("empty")));
}

TEST_F(Snapshots, DamageIsNeitherCopiedNorRestoredAndIsNamed) {
  ASSERT_TRUE(take_snapshot(index(), place("copy")));
  std::ofstream(place("copy") / "data") << "mật";
  const auto restored = restore_snapshot(place("copy"), index(), kNoWait);
  ASSERT_FALSE(restored);
  EXPECT_THAT(restored.error().message, HasSubstr("copy/data'"));
  EXPECT_EQ(current_generation(index())->name(), "gen-000001");
  std::ofstream(current_generation(index())->path / "data") << "mật";
  const auto taken = take_snapshot(index(), place("second"));
  ASSERT_FALSE(taken);
  EXPECT_THAT(taken.error().message, HasSubstr("gen-000001/data'"));
  EXPECT_EQ(entries(), 2U) << "index and copy, no half of a second copy";
}

TEST_F(Snapshots, WhatIsNoSnapshotIsNotRestored) {
  fs::create_directory(place("empty"));
  for (const char* name : {"empty", "nowhere"}) {
    const auto restored = restore_snapshot(place(name), index(), kNoWait);
    ASSERT_FALSE(restored);
    EXPECT_THAT(restored.error().message, StartsWith("index: no manifest in it"));
  }
}

TEST_F(Snapshots, ACopyNeedsNoWriterLockAndARestoreDoes) {
  const Result<WriterLock> held = WriterLock::take(index());
  EXPECT_TRUE(take_snapshot(index(), place("copy")));
  const auto restored = restore_snapshot(place("copy"), index(), kNoWait);
  ASSERT_FALSE(restored);
  EXPECT_THAT(restored.error().message, StartsWith("index: another indexer is writing here"));
}

}  // namespace
}  // namespace tracuu
