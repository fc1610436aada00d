#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/query/search_request.h"

namespace tracuu {

/// What the server itself writes into a page, in one language; the scripts have texts of their own.
struct PageTexts {
  std::string_view code;     ///< "vi"
  std::string_view skip;     ///< the link past the head of the page
  std::string_view box;      ///< what the box takes
  std::string_view example;  ///< what stands in the empty box
  std::string_view find;     ///< on the button
  std::string_view other;    ///< the other language, in its own words
  std::string_view motto;    ///< in one sentence, what this is
  std::string_view facets;   ///< heading of the lists that narrow the result
  std::string_view when;     ///< heading of timeline and map
  std::string_view undated;
  std::string_view original;  ///< the link to the page that was captured
  std::string_view words;     ///< undoes an understood entity: "×: take as words"
  std::string_view none;
  std::string_view previous;
  std::string_view next;
  std::string_view pages;  ///< what the list of pages is called
  std::string_view failed;
  std::string_view no_script;  ///< what is missing without script, where much is
  std::string_view narrow;     ///< heading of the fields that stand in for the lists
  std::string_view province;
  std::string_view from;
  std::string_view to;
  std::string_view sort;
  std::string_view relevance;
  std::string_view newest;
  std::string_view oldest;
  std::string_view about;  ///< at the foot: counts are exact, texts as captured
};

const PageTexts& texts_in(Language language);

/// Prints "21 bài", "1 article", "1.204 bài".
std::string count_in_words(Language language, std::uint64_t articles);

/// Prints how many of them there are with reprints counted once: "(1.150 khi gộp bài đăng lại)".
std::string merged_in_words(Language language, std::uint64_t texts);

/// Prints a day as readers write it: "2018-05-15" -> "15/05/2018"; other texts as they are.
std::string day_in_words(const std::string& iso);

}  // namespace tracuu
