#include "indexer/index_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <cerrno>
#include <system_error>

namespace tracuu {
namespace {

TEST(IndexFaults, AFullDiskKeepsItsCode) {
  try {
    with_standard_exceptions([] { throw Xapian::DatabaseError("Error writing block", ENOSPC); });
    FAIL() << "nothing was thrown";
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code().value(), ENOSPC);
    EXPECT_STREQ(error.what(), "index: cannot be written: No space left on device");
  }
}

TEST(IndexFaults, ACodeIsReadOutOfTheErrorThatFollowedFromIt) {
  const Xapian::DatabaseError followed(
      "Modifications failed (DatabaseError: Commit failed (File too large)), and couldn't open");
  const Xapian::InvalidOperationError no_way_back(
      "cancel() not supported under Xapian::DB_DANGEROUS");
  const auto code_of = [](const Xapian::Error& error) {
    try {
      throw_standard(error);
    } catch (const std::system_error& thrown) {
      return thrown.code().value();
    }
  };
  EXPECT_EQ(code_of(followed), EFBIG);
  errno = EDQUOT;
  EXPECT_EQ(code_of(no_way_back), EDQUOT);
  errno = ENOENT;
  EXPECT_EQ(code_of(no_way_back), EIO);
}

TEST(IndexFaults, WhatIsNoFaultOfTheSystemIsARuntimeError) {
  try {
    with_standard_exceptions([] { throw Xapian::DatabaseCorruptError("Unexpected end"); });
    FAIL() << "nothing was thrown";
  } catch (const std::system_error&) {
    FAIL() << "no code of the system was given";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("DatabaseCorruptError: Unexpected end"));
  }
}

TEST(IndexFaults, OtherExceptionsPassAsTheyAre) {
  EXPECT_THROW(with_standard_exceptions([] { throw std::out_of_range("x"); }), std::out_of_range);
}

}  // namespace
}  // namespace tracuu
