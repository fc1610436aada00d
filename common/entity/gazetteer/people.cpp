#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/gazetteer/rows.h"

// The assembler's symbols, see common/embed.S.in.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern const char tracuu_honorifics_begin[];
extern const char tracuu_honorifics_end[];
extern const char tracuu_family_names_begin[];
extern const char tracuu_family_names_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

std::vector<Honorific> read_honorifics() {
  std::vector<Honorific> all;
  for (const auto& row :
       gazetteer_rows("honorifics.tsv", {tracuu_honorifics_begin, tracuu_honorifics_end}, 3)) {
    all.push_back({.text = std::string(row[0]),
                   .kind = std::string(row[1]),
                   .stands_for = std::string(row[2])});
  }
  return all;
}

std::vector<FamilyName> read_family_names() {
  std::vector<FamilyName> all;
  for (const auto& row : gazetteer_rows("family_names.tsv",
                                        {tracuu_family_names_begin, tracuu_family_names_end}, 2)) {
    all.push_back({.name = std::string(row[0]), .ambiguous_word = cell_flag(row[1])});
  }
  return all;
}

}  // namespace

std::span<const Honorific> honorifics() {
  static const std::vector<Honorific> all = read_honorifics();
  return all;
}

std::span<const FamilyName> family_names() {
  static const std::vector<FamilyName> all = read_family_names();
  return all;
}

}  // namespace tracuu
