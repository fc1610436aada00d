#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tests/benchmark/scale/random.h"

namespace tracuu {

// What news names: papers, officials, provinces, sources. Each kind is an open-ended list made from
// ranks, the first of which are named most often (Zipf); the same rank is the same thing in every
// article of a seed. All functions are pure and thread-safe.

/// Appends a citation of the paper of a rank: "Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính
/// phủ"; the first ranks are papers that there are.
void append_paper(std::uint64_t seed, std::uint64_t rank, std::string& text);

/// Appends an official of a rank with the post: "ông Nguyễn Văn Bình, Chủ tịch UBND tỉnh Hà Giang".
void append_official(std::uint64_t seed, std::uint64_t rank, std::string& text);

/// Draws a province's place in the gazetteer; some are written about more than others.
std::size_t draw_province(std::uint64_t seed, Random& random);

/// Returns how a province is called: "tỉnh Hà Giang", "thành phố Đà Nẵng".
std::string province_title(std::size_t province);

/// Returns the province's name: "Hà Giang".
std::string_view province_name(std::size_t province);

/// Draws who publishes an article about a province: its own portal or paper, or one of the country.
std::string_view draw_source(std::size_t province, Random& random);

}  // namespace tracuu
