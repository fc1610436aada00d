#include "common/index/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "common/index/checksum.h"
#include "common/index/schema.h"
#include "tests/support/file_bytes.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;

std::string problem_of(const fs::path& directory) {
  const auto damage = verify_files(directory);
  return damage ? damage->message : "";
}

/// A folder of two files with its manifest.
class SealedFolder {
 public:
  SealedFolder() {
    folder_.write("b", "hai");
    folder_.write("a", "một");
    write_manifest(path());
  }
  fs::path path() const { return folder_.path(); }
  void write(const char* name, const std::string& bytes) const { folder_.write(name, bytes); }

 private:
  TemporaryDirectory folder_;
};

TEST(Manifest, NamesEveryFileWithSizeAndChecksum) {
  const SealedFolder folder;
  const Result<Manifest> manifest = read_manifest(folder.path());
  ASSERT_TRUE(manifest) << manifest.error().message;
  ASSERT_EQ(manifest->files.size(), 2U);
  EXPECT_EQ(manifest->files[0].name, "a");
  EXPECT_EQ(manifest->files[0].bytes, 5U);
  EXPECT_EQ(manifest->files[0].checksum.size(), 32U);
  EXPECT_EQ(manifest->bytes(), 8U);
  EXPECT_EQ(manifest->schema, std::to_string(kSchemaVersion));
  EXPECT_EQ(problem_of(folder.path()), "");
}

TEST(Manifest, EqualFilesHaveEqualManifests) {
  EXPECT_EQ(file_bytes(SealedFolder().path() / kManifestFile),
            file_bytes(SealedFolder().path() / kManifestFile));
}

struct Damage {
  const char* file;
  const char* bytes;  ///< nullptr: the file is removed
  const char* sentence;
};

TEST(Manifest, TellsWhichFileIsNotAsItWasWritten) {
  const Damage rows[] = {
      {"a", "mộ", "a file has 4 of 5 bytes, rebuild it with 'tracuu-indexer build'"},
      {"a", "một hai", "a file has 9 of 5 bytes"},
      {"b", "hay", "a file is damaged (its checksum differs)"},
      {"b", nullptr, "a file cannot be read (No such file or directory)"},
      {kManifestFile, nullptr, "no manifest in it, so it is of an older program, or foreign"},
      {kManifestFile, "", "the manifest is damaged"},
      {kManifestFile, "tracuu generation\nschema 3\n", "the manifest is damaged"},
  };
  for (const Damage& row : rows) {
    const SealedFolder folder;
    if (row.bytes == nullptr) {
      fs::remove(folder.path() / row.file);
    } else {
      folder.write(row.file, row.bytes);
    }
    EXPECT_THAT(problem_of(folder.path()), HasSubstr(row.sentence));
    EXPECT_THAT(problem_of(folder.path()), HasSubstr(std::string("/") + row.file + "'"));
  }
}

TEST(Manifest, NoByteOfItMayDiffer) {
  const SealedFolder folder;
  const std::string whole = file_bytes(folder.path() / kManifestFile);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    folder.write(kManifestFile, damaged);
    EXPECT_FALSE(read_manifest(folder.path())) << i;
    folder.write(kManifestFile, whole.substr(0, i));
    EXPECT_FALSE(read_manifest(folder.path())) << i;
  }
}

TEST(Manifest, NamesLeadIntoTheFolderOrOneInIt) {
  const SealedFolder folder;
  const auto is_read = [&](const std::string& name) {
    const std::string lines = "tracuu generation\nschema " + std::to_string(kSchemaVersion) +
                              "\nfile 0a1b2c3d4e5f60718293a4b5c6d7e8f9 5 " + name + "\n";
    folder.write(kManifestFile, lines + "end " + checksum_of(lines) + "\n");
    return static_cast<bool>(read_manifest(folder.path()));
  };
  for (const char* inside : {"a", "delta/tokens", "..a", "delta/..."}) {
    EXPECT_TRUE(is_read(inside)) << inside;
  }
  for (const char* elsewhere : {"", ".", "..", "/a", "../a", "delta/../../a", "delta/..", "delta/",
                                "delta//a", "./a", "delta/deeper/a", "/etc/passwd"}) {
    EXPECT_FALSE(is_read(elsewhere)) << elsewhere;
  }
}

TEST(Manifest, CopiesWhatItNamesAndNothingElse) {
  const SealedFolder folder;
  folder.write("stranger", "x");
  const TemporaryDirectory copy;
  EXPECT_EQ(copy_files(folder.path(), copy.path()), std::nullopt);
  EXPECT_EQ(problem_of(copy.path()), "");
  EXPECT_EQ(file_bytes(copy.path() / "a"), "một");
  EXPECT_FALSE(fs::exists(copy.path() / "stranger"));
}

TEST(Manifest, ACopyOfDamageFailsAndNamesTheFile) {
  const SealedFolder folder;
  folder.write("b", "hay");
  const TemporaryDirectory copy;
  const auto damage = copy_files(folder.path(), copy.path());
  ASSERT_TRUE(damage);
  EXPECT_THAT(damage->message, HasSubstr("/b'"));
  EXPECT_FALSE(fs::exists(copy.path() / kManifestFile)) << "the copy passes for no generation";
}

TEST(Manifest, ALinkInPlaceOfAFileIsNotFollowed) {
  const SealedFolder folder;
  fs::rename(folder.path() / "a", folder.path() / "elsewhere");
  fs::create_symlink("elsewhere", folder.path() / "a");
  EXPECT_THAT(problem_of(folder.path()), HasSubstr("a file cannot be read"));
}

}  // namespace
}  // namespace tracuu
