#include "indexer/document_builder.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "common/index/schema.h"
#include "common/index/text_term.h"
#include "tests/support/sample_article.h"

namespace tracuu {
namespace {

std::map<std::string, Xapian::termcount> terms_of(const Xapian::Document& document) {
  std::map<std::string, Xapian::termcount> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    terms[*term] = term.get_wdf();
  }
  return terms;
}

TEST(DocumentBuilder, EntitiesBecomeBooleanTermsWithoutWeight) {
  Article article =
      sample_article("hp-1", "Nghị quyết 36", "Nghị quyết số 36-NQ/TW ngày 01/7/2014.",
                     day_of("2014-09-04"), "Hải Phòng");
  article.source = "haiphong.gov.vn";
  article.documents = {{.number = "36-NQ/TW",
                        .type_name = "Nghị quyết",
                        .date = PartialDate::of(day_of("2014-07-01")),
                        .province = "",
                        .title = "",
                        .confidence = 1,
                        .reason = "",
                        .mentions = {1}}};
  const auto terms = terms_of(build_document(article));
  for (const char* term :
       {"Qhp-1", "XP:Hải Phòng", "XD:36-NQ/TW", "XC:NQ 36", "XT:Nghị quyết", "XI:TW",
        "XS:haiphong.gov.vn", "XY:2014", "XN:2014-09", "XZ:2014-09-04", "XK:36-NQ/TW@2014-07-01"}) {
    ASSERT_TRUE(terms.contains(term)) << term;
    EXPECT_EQ(terms.at(term), 0U) << term;
  }
}

TEST(DocumentBuilder, AnUndatedArticleHasNoDateTermsOrValue) {
  const Xapian::Document document =
      build_document(sample_article("x", "Tin", "Hôm nay 15/1, họp."));
  EXPECT_EQ(document.get_value(kPublishedSlot), "");
  for (const auto& [term, count] : terms_of(document)) {
    EXPECT_FALSE(term.starts_with("XY:") || term.starts_with("XZ:")) << term;
  }
}

TEST(DocumentBuilder, TheArticleItselfIsStoredElsewhere) {
  EXPECT_EQ(build_document(sample_article("x", "Tin", "Nội dung.")).get_data(), "");
}

TEST(DocumentBuilder, TheWordsOfTheTextAreNoTerms) {
  for (const auto& [term, count] :
       terms_of(build_document(sample_article("x", "Tin mới", "Nội dung 36")))) {
    EXPECT_FALSE(is_text_term(term)) << term;
  }
}

}  // namespace
}  // namespace tracuu
