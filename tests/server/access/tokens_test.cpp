#include "server/access/tokens.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/table.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

constexpr const char* kToken = "3f9a1c0de4b85a7763";

/// Returns "NAME SHA256", as a token file has it.
std::string line_of(const std::string& name, const std::string& token) {
  return name + ' ' + hash_of_token(token) + '\n';
}

std::filesystem::path write(const TemporaryDirectory& directory, const std::string& text,
                            mode_t mode) {
  const auto file = directory.write("tokens", text);
  EXPECT_EQ(::chmod(file.c_str(), mode), 0);
  return file;
}

TEST(Tokens, HashIsThatOfEveryOtherProgram) {
  // FIPS 180-4's own example.
  EXPECT_EQ(hash_of_token("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Tokens, AreLongEnoughNotToBeGuessed) {
  for (const TableRow& row : read_table("bearer_tokens.tsv")) {
    EXPECT_EQ(is_token(ExactText(row[0])), row[1] == "yes") << row;
  }
}

TEST(Tokens, TellWhoseATokenIs) {
  const auto tokens = Tokens::parse(
      "# who asks\n\n" + line_of("portal", kToken) + line_of("old", "0123456789abcdef"), "tokens");
  ASSERT_TRUE(tokens) << tokens.error().message;
  EXPECT_EQ(tokens->size(), 2U);
  EXPECT_EQ(tokens->owner_of(kToken), "portal");
  EXPECT_EQ(tokens->owner_of("0123456789abcdef"), "old");
  EXPECT_EQ(tokens->owner_of("0123456789abcdeF"), std::nullopt);
  EXPECT_EQ(tokens->owner_of(""), std::nullopt);
  EXPECT_EQ(tokens->owner_of(hash_of_token(kToken)), std::nullopt) << "a hash opens nothing";
}

TEST(Tokens, OfOneNameMayBeTwoWhileTheyAreChanged) {
  const auto tokens =
      Tokens::parse(line_of("portal", kToken) + line_of("portal", "0123456789abcdef"), "tokens");
  ASSERT_TRUE(tokens);
  EXPECT_EQ(tokens->owner_of(kToken), tokens->owner_of("0123456789abcdef"));
}

TEST(Tokens, FileIsReadAsItStandsInATable) {
  const std::string hash = hash_of_token(kToken);
  for (const TableRow& row : read_table("token_files.tsv")) {
    std::string text(row[0]);
    for (auto at = text.find("HASH"); at != std::string::npos; at = text.find("HASH")) {
      text.replace(at, 4, hash);
    }
    const auto tokens = Tokens::parse(ExactText(text), "tokens");
    EXPECT_EQ(tokens ? "" : tokens.error().message, row[1]) << row;
    if (!tokens) {
      EXPECT_EQ(tokens.error().message.find(kToken), std::string::npos) << "a token is told";
    } else {
      EXPECT_EQ(tokens->owner_of(kToken), "portal") << row;
    }
  }
}

struct ModeRow {
  mode_t mode;
  bool accepted;
  const char* reason;
};

TEST(Tokens, FileMustBeClosedToOthers) {
  const TemporaryDirectory directory;
  for (const ModeRow& row : {ModeRow{0600, true, "the server's alone"},
                             ModeRow{0400, true, "as systemd hands out credentials"},
                             ModeRow{0640, true, "the operator writes, the server's group reads"},
                             ModeRow{0644, false, "everybody reads"},
                             ModeRow{0660, false, "the server could give itself tokens"},
                             ModeRow{0602, false, "everybody adds tokens"}}) {
    const auto tokens = Tokens::read(write(directory, line_of("portal", kToken), row.mode));
    EXPECT_EQ(static_cast<bool>(tokens), row.accepted) << std::oct << row.mode << ' ' << row.reason;
    if (!tokens) {
      EXPECT_NE(tokens.error().message.find("use chmod 640"), std::string::npos);
    }
  }
}

TEST(Tokens, FileMustBeAPlainOne) {
  const TemporaryDirectory directory;
  const auto fifo = directory.path() / "fifo";
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  for (const auto& path : {fifo, directory.path(), directory.path() / "none"}) {
    const auto tokens = Tokens::read(path);
    ASSERT_FALSE(tokens) << path;
    EXPECT_TRUE(tokens.error().message.starts_with("token-file: ")) << tokens.error().message;
  }
  EXPECT_FALSE(Tokens::read(write(directory, std::string(2 << 20, '\n'), 0600)));
}

}  // namespace
}  // namespace tracuu
