#include "indexer/source/input_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::string problem_of(const fs::path& file) {
  const Result<std::string> bytes = read_input(file);
  return bytes ? "read: " + *bytes : bytes.error().message;
}

TEST(InputFile, GivesAllBytesOfAPlainFile) {
  const TemporaryDirectory folder;
  EXPECT_EQ(problem_of(folder.write("a.txt", "một\nhai")), "read: một\nhai");
  EXPECT_EQ(problem_of(folder.write("empty.txt", "")), "read: ");
  EXPECT_EQ(problem_of(folder.path() / "none.txt"), "cannot be opened: No such file or directory");
}

TEST(InputFile, APipeInItsPlaceIsNotWaitedFor) {
  const TemporaryDirectory folder;
  const fs::path pipe = folder.path() / "pipe.txt";
  ASSERT_EQ(::mkfifo(pipe.c_str(), S_IRUSR | S_IWUSR), 0);
  EXPECT_EQ(problem_of(pipe), "is a device, socket or pipe, not a file");
  EXPECT_EQ(problem_of("/dev/zero"), "is a device, socket or pipe, not a file");
}

TEST(InputFile, ALinkInItsPlaceOrAboveItIsNotFollowed) {
  const TemporaryDirectory folder;
  folder.write("elsewhere/a.txt", "secret");
  fs::create_directory_symlink("elsewhere", folder.path() / "pages");
  fs::create_symlink("elsewhere/a.txt", folder.path() / "a.txt");
  EXPECT_EQ(problem_of(folder.path() / "a.txt"),
            "cannot be opened: Too many levels of symbolic links");
  EXPECT_EQ(problem_of(folder.path() / "pages/a.txt"),
            "was moved, or a link was put above it, while it was read");
}

TEST(InputFile, OverTheLimitNothingIsRead) {
  const TemporaryDirectory folder;
  const fs::path huge = folder.write("huge.txt", "x");
  fs::resize_file(huge, (std::uintmax_t{64} << 20U) + 1);
  EXPECT_EQ(problem_of(huge), "is larger than 64 MiB");
}

}  // namespace
}  // namespace tracuu
