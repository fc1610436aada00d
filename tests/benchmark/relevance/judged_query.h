#pragma once

#include <set>
#include <string>

namespace tracuu {

/// A question with the ids of the articles that answer it.
struct JudgedQuery {
  std::string kind;  ///< the row of the table it counts in: "title, no marks"
  std::string text;
  std::set<std::string> relevant;
};

}  // namespace tracuu
