// Inputs that are no pages: the real indexer neither hangs nor leaves the folder it was given.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

#include "tests/safety/indexed_pages.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::Not;

class Input : public ::testing::Test {
 protected:
  ProgramEnd build() const {
    const ProgramEnd end = pages_.indexer(
        {"build", "--quiet", "--index", pages_.index().string(), pages_.few().string()},
        {.kill_after = std::chrono::seconds(30)});
    EXPECT_EQ(end.signal, 0) << "it hangs";
    EXPECT_EQ(end.code, 0) << end.errors;
    EXPECT_EQ(pages_.articles(), IndexedPages::kFew) << "not one page more than the folder's own";
    return end;
  }

  IndexedPages pages_;
};

TEST_F(Input, PipesSocketsAndDevicesAreRejectedAndNotRead) {
  ASSERT_EQ(::mkfifo((pages_.few() / "pipe.txt").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo((pages_.few() / "pipe.jsonl").c_str(), 0600), 0);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, (pages_.few() / "socket.html").c_str(),
               sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  fs::create_symlink("/dev/zero", pages_.few() / "device.txt");
  const ProgramEnd end = build();
  ::close(socket);
  for (const char* name : {"pipe.txt", "pipe.jsonl", "socket.html"}) {
    EXPECT_THAT(end.errors,
                HasSubstr(std::string(name) + ": is a device, socket or pipe, not a file"));
  }
  EXPECT_THAT(end.errors, HasSubstr("device.txt: is a symbolic link that leads out"));
}

TEST_F(Input, LinksOutAreRejectedAndLinksInAndLoopsEnd) {
  const fs::path secret = pages_.folder() / "secret.txt";
  fs::copy_file(fs::directory_iterator(pages_.few())->path(), secret);
  fs::create_symlink(secret, pages_.few() / "out.txt");
  fs::create_symlink("../secret.txt", pages_.few() / "out-by-dots.txt");
  fs::create_directory_symlink("/etc", pages_.few() / "etc");
  fs::create_directory_symlink(".", pages_.few() / "loop");
  fs::create_directory_symlink("..", pages_.few() / "up");
  fs::create_symlink("self.txt", pages_.few() / "self.txt");
  const ProgramEnd end = build();
  for (const char* name : {"out.txt", "out-by-dots.txt", "etc", "up"}) {
    EXPECT_THAT(end.errors,
                HasSubstr(std::string("/") + name + ": is a symbolic link that leads out"));
  }
  EXPECT_THAT(end.errors, Not(HasSubstr("loop:")));
  EXPECT_THAT(end.errors, HasSubstr("self.txt: is a symbolic link that leads nowhere"));
}

TEST_F(Input, APageOfMoreThanTheLimitIsRejectedUnread) {
  const fs::path huge = pages_.few() / "huge.txt";
  std::ofstream(huge) << "x";
  fs::resize_file(huge, std::uintmax_t{1} << 40U);  // a hole: a terabyte that takes no room
  EXPECT_THAT(build().errors, HasSubstr("huge.txt: is larger than 64 MiB"));
}

}  // namespace
}  // namespace tracuu
