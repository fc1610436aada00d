#include "common/index/generation.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

Generation publish_file(const fs::path& index, const std::string& content, std::size_t keep = 2) {
  const fs::path build = start_build(index);
  std::ofstream(build / "data") << content;
  return publish(index, build, keep);
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Generation, TheLastPublishedOneIsCurrent) {
  const TemporaryDirectory directory;
  publish_file(directory.path(), "one");
  publish_file(directory.path(), "two");
  const Result<Generation> current = current_generation(directory.path());
  ASSERT_TRUE(current);
  EXPECT_EQ(current->name(), "gen-000002");
  EXPECT_EQ(read_file(current->path / "data"), "two");
}

TEST(Generation, KeepsAsManyAsAsked) {
  const TemporaryDirectory directory;
  for (const char* content : {"one", "two", "three"}) {
    publish_file(directory.path(), content);
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

TEST(WriterLock, IsHeldByOneProcessAtATime) {
  const TemporaryDirectory directory;
  const Result<WriterLock> lock = WriterLock::take(directory.path());
  ASSERT_TRUE(lock);
  const pid_t child = ::fork();
  if (child == 0) {
    ::_exit(WriterLock::take(directory.path()) ? 1 : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(WriterLock, NamesWhoHoldsIt) {
  const TemporaryDirectory directory;
  const Result<WriterLock> lock = WriterLock::take(directory.path());
  const Result<WriterLock> second = WriterLock::take(directory.path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().message,
            "index: another indexer is writing here, wait for it or stop it: process '" +
                std::to_string(::getpid()) + "'");
}

TEST(WriterLock, IsFreeAgainAfterItsHolder) {
  const TemporaryDirectory directory;
  { const Result<WriterLock> lock = WriterLock::take(directory.path()); }
  EXPECT_TRUE(WriterLock::take(directory.path()));
}

}  // namespace
}  // namespace tracuu
