#include "indexer/options.h"

#include <gtest/gtest.h>

namespace tracuu {
namespace {

IndexerCommandLine parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "tracuu-indexer");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

struct Row {
  std::vector<const char*> arguments;
  IndexerCommand command;
};

TEST(IndexerOptions, KnowsEveryCommand) {
  const Row rows[] = {{{"build", "a"}, IndexerCommand::kBuild},
                      {{"update", "--prune", "a"}, IndexerCommand::kUpdate},
                      {{"check"}, IndexerCommand::kCheck},
                      {{"stats", "--index", "x"}, IndexerCommand::kStats},
                      {{"snapshot", "copy"}, IndexerCommand::kSnapshot},
                      {{"restore", "copy"}, IndexerCommand::kRestore},
                      {{"explain", "a.txt"}, IndexerCommand::kExplain},
                      {{"extract", "a", "--format", "jsonl"}, IndexerCommand::kExtract}};
  for (const Row& row : rows) {
    const IndexerCommandLine line = parse(row.arguments);
    EXPECT_FALSE(line.exit_now) << row.arguments[0];
    EXPECT_EQ(line.options.command, row.command) << row.arguments[0];
  }
}

TEST(IndexerOptions, TakesSeveralInputsAndAnIndex) {
  const IndexerOptions options =
      parse({"build", "--index", "idx", "--threads", "3", "--quiet", "--strict", "a", "b"}).options;
  EXPECT_EQ(options.index, "idx");
  EXPECT_EQ(options.inputs, (std::vector<std::filesystem::path>{"a", "b"}));
  EXPECT_EQ(options.threads, 3U);
  EXPECT_TRUE(options.quiet);
  EXPECT_TRUE(options.strict);
}

TEST(IndexerOptions, BuildsInPlaceOfAnUpdateOnlyWhenTold) {
  EXPECT_FALSE(parse({"update", "a"}).options.or_build);
  EXPECT_TRUE(parse({"update", "--or-build", "a"}).options.or_build);
  EXPECT_EQ(parse({"build", "--or-build", "a"}).exit_code, 64) << "a build builds anyway";
}

TEST(IndexerOptions, RemovesMostOnlyWhenTold) {
  EXPECT_FALSE(parse({"update", "--prune", "a"}).options.prune_most);
  EXPECT_TRUE(parse({"update", "--prune", "--prune-most", "a"}).options.prune_most);
}

TEST(IndexerOptions, WaitsTenSecondsForAnotherWriterUnlessTold) {
  EXPECT_EQ(parse({"build", "a"}).options.lock_wait, std::chrono::seconds(10));
  EXPECT_EQ(parse({"update", "--lock-wait", "0", "a"}).options.lock_wait, std::chrono::seconds(0));
  const IndexerOptions restore = parse({"restore", "--lock-wait", "99", "copy"}).options;
  EXPECT_EQ(restore.lock_wait, std::chrono::seconds(99));
  EXPECT_EQ(restore.snapshot, "copy");
}

TEST(IndexerOptions, RefusesWrongCommandLinesWithTheUsageCode) {
  for (const std::vector<const char*>& arguments :
       std::vector<std::vector<const char*>>{{},
                                             {"build"},
                                             {"biuld", "a"},
                                             {"snapshot"},
                                             {"restore"},
                                             {"build", "--lock-wait", "-1", "a"},
                                             {"update", "--prune-most", "a"},
                                             {"build", "--threads", "0", "a"},
                                             {"extract", "a", "--format", "xml"}}) {
    EXPECT_EQ(parse(arguments).exit_code, 64);
  }
}

}  // namespace
}  // namespace tracuu
