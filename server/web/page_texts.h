#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

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
  std::string_view papers;         ///< heading of the papers of one number
  std::string_view paper_open;     ///< of articles that leave open which paper they mean
  std::string_view candidates;     ///< heading of what a short number may mean
  std::string_view posts;          ///< heading of the posts of an official
  std::string_view latest;         ///< heading of the newest articles
  std::string_view no_article;     ///< of an id that no article has
  std::string_view nearest;        ///< heading of what is like a name that no article has
  std::string_view everything;     ///< the link to all articles
  std::string_view look_for;       ///< the link that searches for the words instead
  std::string_view fact_kinds[5];  ///< of "type", "issuer", "date", "subject", "number"
  std::string_view narrow;         ///< heading of the fields that stand in for the lists
  std::string_view province;
  std::string_view from;
  std::string_view to;
  std::string_view sort;
  std::string_view relevance;
  std::string_view newest;
  std::string_view oldest;
  std::string_view apply;  ///< on the button of these fields
  std::string_view about;  ///< at the foot: counts are exact, texts as captured
  std::string_view api;    ///< the link to the description of the API
  std::string_view embed;  ///< the link to the search box for other sites
};

const PageTexts& texts_in(Language language);

/// Prints "21 bài", "1 article", "1.204 bài".
std::string count_in_words(Language language, std::uint64_t articles);

/// Prints how many of them there are with reprints counted once: "(1.150 khi gộp bài đăng lại)".
std::string merged_in_words(Language language, std::uint64_t texts);

/// Prints the link to all of them: "Xem cả 33 bài".
std::string all_in_words(Language language, std::uint64_t articles);

/// Prints "4 văn bản mang số này".
std::string papers_in_words(Language language, std::size_t papers);

/// Prints what the index holds, and since when: "192 bài, chỉ mục dựng ngày 22/11/2026".
std::string coverage_in_words(Language language, const IndexInfo& index);

/// Prints a day as readers write it: "2018-05-15" -> "15/05/2018"; other texts as they are.
std::string day_in_words(const std::string& iso);

}  // namespace tracuu
