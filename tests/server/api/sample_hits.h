#pragma once

#include "server/query/search_result.h"
#include "tests/support/sample_article.h"

namespace tracuu {

/// A result of two hits: one of Hải Phòng with everything, and one of which nothing is known.
inline SearchResult two_hits() {
  SearchResult result;
  result.total = 25;
  result.total_groups = 20;
  Hit known{.article = sample_article("hp 1/2", "Hải Phòng họp <trực tuyến> & \"số\"",
                                      "Ông Lê Khắc Nam, Phó Chủ tịch UBND thành phố.",
                                      day_of("2018-05-15"), "Hải Phòng"),
            .title = {"Hải Phòng họp <trực tuyến> & \"số\"", {{0, 5}}},
            .snippet = {"Ông <Nam>, phó chủ tịch", {{0, 4}}},
            .score = 1.2345};
  known.article.url = "https://haiphong.gov.vn/a?b=1&c=2";
  known.article.source = "haiphong.gov.vn";
  known.article.content_hash = "00ff";
  known.article.documents = {{.number = "36-NQ/TW",
                              .type_name = "Nghị quyết",
                              .date = *parse_iso("2014-07-01"),
                              .province = "",
                              .title = "",
                              .confidence = 1,
                              .reason = "date written beside it",
                              .mentions = {}},
                             {.number = "12/KH-UBND",
                              .type_name = "Kế hoạch",
                              .date = std::nullopt,
                              .province = "",
                              .title = "",
                              .confidence = 0,
                              .reason = "open",
                              .mentions = {}}};
  known.reprints = Reprints{2, 3, {"first", "t", "s", "", std::nullopt}, {}};
  result.hits.push_back(known);
  result.hits.push_back({.article = sample_article("b", "=1+1", "Không rõ."),
                         .title = {"=1+1", {}},
                         .snippet = {"-2,5 % \"tăng\"\ntrong năm", {}},
                         .score = 0});
  result.index = {"gen-000007", "2026-11-22T05:36:00Z", 74};
  return result;
}

}  // namespace tracuu
