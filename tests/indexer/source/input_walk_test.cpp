#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "indexer/source/input_walk.h"
#include "indexer/source/source.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

struct Walked {
  std::vector<std::string> ids;
  std::vector<std::string> files;
  std::vector<std::string> bytes;
  std::vector<Rejection> rejections;
};

Walked walk(const std::vector<fs::path>& inputs, std::size_t stop_after = 1000) {
  Walked walked;
  walk_inputs(
      inputs,
      [&](RawInput input) {
        walked.ids.push_back(input.id);
        walked.files.push_back(input.file);
        walked.bytes.push_back(input.bytes);
        return walked.ids.size() < stop_after;
      },
      [&](Rejection rejection) { walked.rejections.push_back(std::move(rejection)); });
  return walked;
}

TEST(InputWalk, HandsOnFilesInOrderOfTheirNames) {
  const TemporaryDirectory folder;
  folder.write("b.txt", "hai");
  folder.write("a.HTM", "một");
  folder.write("2019/ha-noi.txt", "ba");
  folder.write("anh.png", "không");
  const Walked walked = walk({folder.path()});
  EXPECT_THAT(walked.files, ElementsAre("2019/ha-noi.txt", "a.HTM", "b.txt"));
  EXPECT_THAT(walked.ids, ElementsAre("2019-ha-noi", "a", "b"));
  EXPECT_THAT(walked.bytes, ElementsAre("ba", "một", "hai"));
  EXPECT_THAT(walked.rejections, IsEmpty());
}

/// Lets the standard input be a file while it lives.
class StandardInputFrom {
 public:
  explicit StandardInputFrom(const fs::path& file) : before_(::dup(STDIN_FILENO)) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    ::dup2(opened, STDIN_FILENO);
    ::close(opened);
  }
  ~StandardInputFrom() {
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }
  StandardInputFrom(const StandardInputFrom&) = delete;
  StandardInputFrom& operator=(const StandardInputFrom&) = delete;

 private:
  int before_;
};

TEST(InputWalk, ReadsJsonLinesFromTheStandardInput) {
  const TemporaryDirectory folder;
  const StandardInputFrom input(
      folder.write("lines", "{\"text\": \"một\"}\n\n{\"text\": \"hai\"}"));
  const Walked walked = walk({"-", "-"});
  EXPECT_THAT(walked.files, ElementsAre("stdin:1", "stdin:3")) << "twice is once";
  EXPECT_THAT(walked.ids, ElementsAre("stdin-1", "stdin-3"));
  EXPECT_THAT(walked.rejections, IsEmpty());
  EXPECT_EQ(size_of_inputs({"-"}).bytes, 0U) << "nobody knows it before it is read";
}

TEST(InputWalk, StopsWhenTheSinkWantsNoMore) {
  const TemporaryDirectory folder;
  folder.write("a.txt", "1");
  folder.write("b.jsonl", "{}\n{}\n");
  EXPECT_EQ(walk({folder.path()}, 1).ids.size(), 1U);
  EXPECT_EQ(walk({folder.path()}, 2).ids.size(), 2U);
}

TEST(InputWalk, GivesFilesOfOneNameDifferentIds) {
  const TemporaryDirectory folder;
  folder.write("a.html", "1");
  folder.write("a.txt", "2");
  const Walked first = walk({folder.path()});
  ASSERT_EQ(first.ids.size(), 2U);
  EXPECT_EQ(first.ids[0], "a");
  EXPECT_EQ(first.ids[1].size(), 10U);
  EXPECT_TRUE(first.ids[1].starts_with("a-"));
  EXPECT_EQ(walk({folder.path()}).ids, first.ids);
}

TEST(InputWalk, ReadsEachFileOnce) {
  const TemporaryDirectory folder;
  folder.write("a.txt", "1");
  EXPECT_EQ(walk({folder.path(), folder.path() / "a.txt", folder.path()}).ids.size(), 1U);
}

TEST(InputWalk, RejectsWhatLeadsOutOfTheFolder) {
  const TemporaryDirectory outside;
  const TemporaryDirectory folder;
  outside.write("secret.txt", "bí mật");
  folder.write("a.txt", "1");
  fs::create_symlink(outside.path() / "secret.txt", folder.path() / "link.txt");
  fs::create_directory_symlink(outside.path(), folder.path() / "out");
  fs::create_symlink(folder.path() / "a.txt", folder.path() / "inside.txt");
  fs::create_directory_symlink(folder.path(), folder.path() / "loop");
  fs::create_symlink(folder.path() / "gone", folder.path() / "gone.txt");
  const Walked walked = walk({folder.path()});
  EXPECT_THAT(walked.files, ElementsAre("a.txt"));
  std::multiset<std::string> reasons;
  for (const Rejection& rejection : walked.rejections) {
    reasons.insert(rejection.reason);
  }
  EXPECT_THAT(reasons, ElementsAre("is a symbolic link that leads nowhere",
                                   "is a symbolic link that leads out of the named folder",
                                   "is a symbolic link that leads out of the named folder"));
}

TEST(InputWalk, RejectsPipesWithoutWaitingOnThem) {
  const TemporaryDirectory folder;
  ASSERT_EQ(mkfifo((folder.path() / "pipe.txt").c_str(), 0600), 0);
  const Walked below = walk({folder.path()});
  ASSERT_EQ(below.rejections.size(), 1U);
  EXPECT_EQ(below.rejections[0].reason, "is a device, socket or pipe, not a file");
  const Walked named = walk({folder.path() / "pipe.txt"});
  ASSERT_EQ(named.rejections.size(), 1U);
  EXPECT_EQ(named.rejections[0].reason, "is neither a file nor a folder");
}

TEST(InputWalk, SaysWhatIsWrongWithANamedInput) {
  const TemporaryDirectory folder;
  folder.write("anh.png", "x");
  const Walked walked = walk({folder.path() / "anh.png", folder.path() / "nowhere"});
  ASSERT_EQ(walked.rejections.size(), 2U);
  EXPECT_EQ(walked.rejections[0].reason,
            "has none of the extensions .txt, .html, .htm, .jsonl, .jsonl.gz");
  EXPECT_EQ(walked.rejections[1].reason, "there is no such file or folder");
}

TEST(InputWalk, HandsOnEachLineOfAJsonFile) {
  const TemporaryDirectory folder;
  folder.write("news.jsonl", "\xEF\xBB\xBF{\"text\":1}\r\n\n  \n{\"text\":2}");
  const Walked walked = walk({folder.path()});
  EXPECT_THAT(walked.files, ElementsAre("news.jsonl:1", "news.jsonl:4"));
  EXPECT_THAT(walked.ids, ElementsAre("news-1", "news-4"));
  EXPECT_EQ(walked.bytes[1], "{\"text\":2}");
}

TEST(InputWalk, ReadsGzipAndTellsWhereItBreaksOff) {
  const TemporaryDirectory folder;
  const fs::path file = folder.path() / "news.jsonl.gz";
  gzFile out = gzopen(file.c_str(), "wb");
  for (int i = 0; i < 50000; ++i) {
    const std::string line = "{\"text\":\"" + std::to_string(i * 7919) + "\"}\n";
    gzwrite(out, line.data(), static_cast<unsigned>(line.size()));
  }
  gzclose(out);
  EXPECT_EQ(walk({file}, 100000).ids.size(), 50000U);
  EXPECT_EQ(walk({file}, 1).ids[0], "news-1");

  fs::resize_file(file, fs::file_size(file) / 2);
  const Walked cut = walk({file}, 100000);
  EXPECT_LT(cut.ids.size(), 50000U);
  ASSERT_EQ(cut.rejections.size(), 1U);
  EXPECT_TRUE(
      cut.rejections[0].reason.starts_with("the file breaks off or is damaged after line "));
}

TEST(InputWalk, SumsUpWhatItWillRead) {
  const TemporaryDirectory folder;
  folder.write("a.txt", "12345");
  folder.write("b.png", "12345");
  EXPECT_EQ(size_of_inputs({folder.path(), folder.path() / "nowhere"}).bytes, 5U);
}

TEST(InputWalk, MakesIdsOfNames) {
  EXPECT_EQ(id_of_name("2019/hà nội.txt"), "2019-hà nội");
  EXPECT_EQ(id_of_name("a.jsonl.gz"), "a");
  EXPECT_EQ(id_of_name("a\xFF\n.txt"), "a__");
}

}  // namespace
}  // namespace tracuu
