// A disk that is full, read-only, forbidden or limited, at any moment: the run ends with the reason
// and exit code 74, and the old generation is as it was.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>

#include <cerrno>
#include <fstream>

#include "tests/safety/indexed_pages.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::StartsWith;

constexpr int kDiskError = 74;
constexpr unsigned kNobody = 65534;

class Disk : public ::testing::Test {
 protected:
  void expect_old_generation(const ProgramEnd& end, const std::string& reason) const {
    EXPECT_EQ(end.code, kDiskError) << "signal " << end.signal << ": " << end.errors;
    EXPECT_THAT(end.errors, StartsWith("tracuu-indexer: disk: "));
    EXPECT_THAT(end.errors, HasSubstr(reason));
    EXPECT_EQ(std::count(end.errors.begin(), end.errors.end(), '\n'), 1) << end.errors;
    EXPECT_EQ(pages_.articles(), IndexedPages::kFew);
  }

  IndexedPages pages_;
};

TEST_F(Disk, FullAtAnyCallEndsWithTheReason) {
  for (const char* command : {"build", "update"}) {
    const std::string total_file = (pages_.folder() / "total").string();
    pages_.reset();
    pages_.write(command, {.environment = {{"LD_PRELOAD", TRACUU_FAULT_LIBRARY},
                                           {"TRACUU_FAULT_TOTAL", total_file}}});
    std::size_t total = 0;
    std::ifstream(total_file) >> total;
    ASSERT_GT(total, 50U) << "the calls are not seen";
    const std::size_t count = std::min(total - 2, rounds(25, 300));
    for (std::size_t i = 0; i < count; ++i) {
      pages_.reset();
      // The very last calls make durable what is published already. A build's threads make some
      // calls more or fewer.
      const std::size_t at = 1 + i * (total - 5) / count;
      const ProgramEnd end =
          pages_.write(command, {.environment = {{"LD_PRELOAD", TRACUU_FAULT_LIBRARY},
                                                 {"TRACUU_FAULT", std::to_string(ENOSPC)},
                                                 {"TRACUU_FAULT_AT", std::to_string(at)}}});
      SCOPED_TRACE(std::string(command) + ", full at call " + std::to_string(at));
      expect_old_generation(end, "No space left on device");
    }
    EXPECT_EQ(pages_.write(command).code, 0);
    EXPECT_EQ(pages_.leftovers(), std::vector<std::string>{});
  }
}

TEST_F(Disk, ALimitOfFileSizesIsAnErrorAndNoSignal) {
  for (const char* command : {"build", "update"}) {
    for (const std::uint64_t limit : {4096U, 30'000U, 100'000U}) {
      pages_.reset();
      SCOPED_TRACE(std::string(command) + ", at most " + std::to_string(limit) + " bytes");
      expect_old_generation(pages_.write(command, {.most_file_bytes = limit}), "File too large");
      EXPECT_EQ(pages_.leftovers(), std::vector<std::string>{});
    }
  }
}

TEST_F(Disk, AFolderWithoutPermissionIsAnError) {
  if (::geteuid() != 0) {
    GTEST_SKIP() << "only root becomes somebody else";
  }
  fs::permissions(pages_.folder(), fs::perms::owner_all | fs::perms::others_read |
                                       fs::perms::others_exec | fs::perms::group_exec);
  for (const char* command : {"build", "update"}) {
    expect_old_generation(pages_.write(command, {.user = kNobody}), "Permission denied");
  }
  const ProgramEnd snapshot = pages_.indexer(
      {"snapshot", "--index", pages_.index().string(), (pages_.folder() / "copy").string()},
      {.user = kNobody});
  expect_old_generation(snapshot, "Permission denied");
}

/// A small file system of its own over a folder, when the machine lets us.
class SmallDisk {
 public:
  SmallDisk(fs::path folder, const std::string& options) : folder_(std::move(folder)) {
    fs::create_directory(folder_);
    is_there_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, options.c_str()) == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (is_there_) {
      ::umount2(folder_.c_str(), MNT_DETACH);
    }
  }
  bool is_there() const { return is_there_; }
  bool make_read_only() const {
    return ::mount("tmpfs", folder_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  }

 private:
  fs::path folder_;
  bool is_there_ = false;
};

TEST_F(Disk, ARealOneThatIsFullOrReadOnlyIsAnError) {
  fs::remove_all(pages_.index());
  const SmallDisk disk(pages_.index(), "size=3m");
  if (!disk.is_there()) {
    GTEST_SKIP() << "no right to mount";
  }
  fs::copy(pages_.folder() / "base", pages_.index(), fs::copy_options::recursive);
  // What is free is less than a run is likely to take.
  { std::ofstream(pages_.index() / "ballast") << std::string(2'000'000, '.'); }
  for (const char* command : {"build", "update"}) {
    expect_old_generation(pages_.write(command), "not enough free space, this run takes about");
  }
  const ProgramEnd restored = pages_.indexer({"restore", "--index", pages_.index().string(),
                                              (pages_.folder() / "base/gen-000001").string()});
  EXPECT_EQ(restored.code, 0) << "a copy of half a megabyte fits: " << restored.errors;
  ASSERT_TRUE(disk.make_read_only());
  for (const char* command : {"build", "update"}) {
    expect_old_generation(pages_.write(command), "Read-only file system");
  }
}

}  // namespace
}  // namespace tracuu
