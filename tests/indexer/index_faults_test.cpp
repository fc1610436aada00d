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
    EXPECT_STREQ(error.what(), "index: Error writing block: No space left on device");
  }
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
