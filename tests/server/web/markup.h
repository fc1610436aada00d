#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/table.h"

namespace tracuu {

inline bool has(const std::string& html, const std::string& part) {
  return html.find(part) != std::string::npos;
}

/// Expects a page made of the hostile text of `row` to hold as much markup as one made of a
/// harmless text: whatever the text tried, it opened and closed nothing.
inline void expect_same_markup(const std::string& html, const std::string& harmless,
                               const TableRow& row) {
  for (const char sign : {'<', '>', '"', '\''}) {
    EXPECT_EQ(std::count(html.begin(), html.end(), sign),
              std::count(harmless.begin(), harmless.end(), sign))
        << row << " changed the page's own markup: " << sign;
  }
}

}  // namespace tracuu
