#include "indexer/index_update.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <random>

#include "common/index/article_store.h"
#include "common/index/frequent_terms.h"
#include "common/index/generation.h"
#include "common/index/manifest.h"
#include "common/index/rare_terms.h"
#include "common/index/schema.h"
#include "common/index/segments.h"
#include "tests/support/file_bytes.h"
#include "tests/support/planned_articles.h"
#include "tests/support/random_article.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNeverMerged = 1'000'000;

const IndexMetadata kMetadata{{kSchemaKey, std::to_string(kSchemaVersion)},
                              {kBuiltAtKey, "2026-11-22T05:36:00Z"},
                              {kReportKey, "{}"}};

/// What an index must hold.
struct Held {
  Article article;
  ReprintMarks reprint;
};
using Model = std::map<std::uint32_t, Held>;

Model random_model(int articles, std::mt19937& random) {
  Model model;
  DocidAllocator docids;
  for (int number = 0; number < articles; ++number) {
    const Article article = random_article(number, random);
    model[*docids.next(article.published)] = {article, {}};
  }
  return model;
}

void write_anew(const fs::path& directory, const Model& model) {
  std::vector<PlannedArticle> planned;
  for (const auto& [docid, held] : model) {
    planned.push_back({docid, [&held = held] { return held.article; }, held.reprint});
  }
  write_planned(directory, planned, kMetadata, 2);
  write_manifest(directory);
}

/// Changes an index and its model in the same random way.
void change(IndexUpdate& update, Model& model, int& next_number, std::mt19937& random) {
  DocidAllocator docids;
  for (const auto& [docid, held] : model) {
    docids.take(docid);
  }
  for (int i = 0; i < 12; ++i) {
    auto any = std::next(model.begin(), static_cast<std::ptrdiff_t>(random() % model.size()));
    const std::uint32_t docid = any->first;
    switch (random() % 4) {
      case 0:
        update.remove(docid);
        model.erase(any);
        break;
      case 1:
        any->second.article.text += " " + random_text(random);
        any->second.reprint.keys = {static_cast<std::uint32_t>(random() % 5)};
        update.put(docid, any->second.article, any->second.reprint);
        break;
      case 2:
        any->second.reprint.group = "nhóm";
        update.join(docid, "nhóm");
        break;
      default: {
        const Article added = random_article(next_number++, random);
        const std::uint32_t new_docid = *docids.next(added.published);
        update.put(new_docid, added);
        model[new_docid] = {added, {}};
      }
    }
  }
}

std::vector<std::uint32_t> docids_of(const Model& model) {
  std::vector<std::uint32_t> docids;
  for (const auto& [docid, held] : model) {
    docids.push_back(docid);
  }
  return docids;
}

std::vector<std::uint32_t> bearing(const Model& model, std::uint32_t key) {
  std::vector<std::uint32_t> docids;
  for (const auto& [docid, held] : model) {
    if (std::ranges::find(held.reprint.keys, key) != held.reprint.keys.end()) {
      docids.push_back(docid);
    }
  }
  return docids;
}

void expect_holds(const IndexUpdate& index, const Model& model) {
  ASSERT_EQ(index.docids(), docids_of(model));
  for (const auto& [docid, held] : model) {
    ASSERT_EQ(serialize(index.load(docid)), serialize(held.article));
    ASSERT_EQ(index.find(held.article.id)->docid, docid);
    ASSERT_EQ(index.reprint_group(docid), held.reprint.group);
  }
  for (std::uint32_t key = 0; key < 5; ++key) {
    ASSERT_EQ(index.bearing(key, 1000), bearing(model, key));
  }
}

TEST(IndexUpdate, HoldsWhatWasPutOverManyGenerations) {
  for (unsigned seed = 0; seed < 4; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    int next_number = 120;
    Model model = random_model(next_number, random);
    std::vector<std::unique_ptr<TemporaryDirectory>> generations;
    generations.push_back(std::make_unique<TemporaryDirectory>());
    write_anew(generations.back()->path(), model);
    for (int round = 0; round < 6; ++round) {
      SCOPED_TRACE(round);
      const fs::path before = generations.back()->path();
      generations.push_back(std::make_unique<TemporaryDirectory>());
      const fs::path now = generations.back()->path();
      {
        IndexUpdate update(before, now, round == 3 ? 0 : kNeverMerged);
        change(update, model, next_number, random);
        expect_holds(update, model);
        update.finish({}, 2);
        write_manifest(now, before);
      }
      EXPECT_EQ(check_index(now), std::vector<std::string>{});
      EXPECT_EQ(segments_of(now).size(), round == 3 ? 1U : 2U);
      const TemporaryDirectory nowhere;
      expect_holds(IndexUpdate(now, nowhere.path()), model);
      std::uint64_t articles = 0;
      EXPECT_EQ(read_metadata(now, articles), kMetadata);
      EXPECT_EQ(articles, model.size());
    }
  }
}

TEST(IndexUpdate, MergesToWhatABuildWrites) {
  std::mt19937 random(6);
  int next_number = 300;
  Model model = random_model(next_number, random);
  const TemporaryDirectory base;
  const TemporaryDirectory with_delta;
  const TemporaryDirectory merged;
  const TemporaryDirectory anew;
  write_anew(base.path(), model);
  for (const auto& [from, to] : {std::pair(&base, &with_delta), std::pair(&with_delta, &merged)}) {
    IndexUpdate update(from->path(), to->path(), to == &merged ? 0 : kNeverMerged);
    change(update, model, next_number, random);
    update.finish({}, 2);
    write_manifest(to->path(), from->path());
  }
  write_anew(anew.path(), model);
  for (const char* name : {kArticlesFile, kTokenStreamsFile, kFrequentTermsFile, kRareTermsFile}) {
    EXPECT_TRUE(file_bytes(merged.path() / name) == file_bytes(anew.path() / name)) << name;
  }
}

TEST(IndexUpdate, LeavesTheGenerationBeforeAsItWas) {
  std::mt19937 random(7);
  Model model;
  for (int i = 0; i < 3; ++i) {
    model[first_undated_docid() + static_cast<std::uint32_t>(i)] = {
        sample_article("bai-" + std::to_string(i), "Tin", random_text(random)), {}};
  }
  const TemporaryDirectory before;
  const TemporaryDirectory now;
  write_anew(before.path(), model);
  const Manifest manifest = *read_manifest(before.path());
  {
    IndexUpdate update(before.path(), now.path(), kNeverMerged);
    for (const auto& [docid, held] : model) {
      update.remove(docid);
    }
    update.finish({});
  }
  EXPECT_FALSE(verify_files(before.path()));
  EXPECT_EQ(read_manifest(before.path())->files, manifest.files);
  const TemporaryDirectory nowhere;
  EXPECT_TRUE(IndexUpdate(now.path(), nowhere.path()).docids().empty()) << "all of them may go";
  EXPECT_EQ(check_index(now.path()), std::vector<std::string>{});
}

}  // namespace
}  // namespace tracuu
