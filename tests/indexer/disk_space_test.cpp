#include "indexer/disk_space.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

constexpr std::uint64_t kMoreThanAnyDisk = 1ULL << 62U;

TEST(DiskSpace, ARunThatCannotFitIsRefusedInOneSentence) {
  const TemporaryDirectory folder;
  const auto error = missing_space(folder.path(), kMoreThanAnyDisk);
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message,
              testing::MatchesRegex("disk: not enough free space, this run takes about [0-9.]+ MB, "
                                    "free are [0-9.]+ MB: '.*'"));
}

TEST(DiskSpace, WhatFitsOrCannotBeToldIsLetThrough) {
  const TemporaryDirectory folder;
  EXPECT_EQ(missing_space(folder.path(), 1), std::nullopt);
  EXPECT_EQ(missing_space(folder.path() / "nowhere", kMoreThanAnyDisk), std::nullopt);
}

TEST(DiskSpace, AnUpdateTakesMoreThanItsGenerationAndABuildMoreThanItsText) {
  constexpr std::uint64_t kGigabyte = 1'000'000'000;
  EXPECT_GT(bytes_to_update(kGigabyte), kGigabyte);
  EXPECT_GT(bytes_to_build(kGigabyte), 3 * kGigabyte);
  EXPECT_GT(bytes_to_build(0), 0U);
}

}  // namespace
}  // namespace tracuu
