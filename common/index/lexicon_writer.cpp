#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <numeric>
#include <string>
#include <system_error>

#include "common/index/completion_builder.h"
#include "common/index/file_head.h"
#include "common/index/lexicon.h"

namespace tracuu {
namespace {

/// The titles as they are stored: each once, the newest first.
struct StoredTitles {
  std::string table;
  std::vector<std::uint32_t> ends;
  std::vector<std::uint32_t> docids;
};

/// A run of equal titles, in the order of their docids.
struct SameTitle {
  std::size_t begin = 0;
  std::size_t end = 0;
};

StoredTitles stored(std::vector<LexiconTitle> titles) {
  std::sort(titles.begin(), titles.end(), [](const LexiconTitle& a, const LexiconTitle& b) {
    const int order = a.text.compare(b.text);
    return order != 0 ? order < 0 : a.docid < b.docid;
  });
  std::vector<SameTitle> groups;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (i == 0 || titles[i].text != titles[i - 1].text) {
      groups.push_back({i, i});
    }
    groups.back().end = i + 1;
  }
  std::sort(groups.begin(), groups.end(), [&](SameTitle a, SameTitle b) {
    return titles[a.begin].docid < titles[b.begin].docid;
  });
  StoredTitles out;
  CompletionBuilder table(WordGap::kBlank);
  for (const SameTitle group : groups) {
    table.add(titles[group.begin].text);
    for (std::size_t i = group.begin; i < group.end; ++i) {
      out.docids.push_back(titles[i].docid);
    }
    out.ends.push_back(static_cast<std::uint32_t>(out.docids.size()));
  }
  titles = {};
  out.table = table.take();
  return out;
}

std::uint64_t checksum_of(std::initializer_list<std::string_view> parts) {
  XXH3_state_t* const state = XXH3_createState();
  XXH3_64bits_reset(state);
  for (const std::string_view part : parts) {
    XXH3_64bits_update(state, part.data(), part.size());
  }
  const std::uint64_t checksum = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return checksum;
}

void write_file(const std::filesystem::path& file, std::initializer_list<std::string_view> parts) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  for (const std::string_view part : parts) {
    out.write(part.data(), static_cast<std::streamsize>(part.size()));
  }
  out.close();
  if (!out) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file.string());
  }
}

}  // namespace

void write_lexicon(const std::filesystem::path& directory, std::vector<LexiconTitle> titles,
                   std::vector<LexiconPhrase> phrases) {
  const StoredTitles stored_titles = stored(std::move(titles));
  std::sort(phrases.begin(), phrases.end(), [](const LexiconPhrase& a, const LexiconPhrase& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
  });
  CompletionBuilder builder(WordGap::kBlank);
  std::vector<std::uint32_t> counts;
  counts.reserve(phrases.size());
  for (const LexiconPhrase& phrase : phrases) {
    builder.add(phrase.text);
    counts.push_back(phrase.articles);
  }
  const std::string phrase_table = builder.take();
  LexiconHead head;
  head.titles = static_cast<std::uint32_t>(stored_titles.ends.size());
  head.articles = static_cast<std::uint32_t>(stored_titles.docids.size());
  head.phrases = static_cast<std::uint32_t>(counts.size());
  head.title_table_bytes = stored_titles.table.size();
  head.phrase_table_bytes = phrase_table.size();
  head.rest_checksum =
      checksum_of({stored_titles.table, bytes_of(stored_titles.ends),
                   bytes_of(stored_titles.docids), phrase_table, bytes_of(counts)});
  head.head_checksum = head_checksum_of(head);
  write_file(directory / kLexiconFile,
             {bytes_of_head(head), stored_titles.table, bytes_of(stored_titles.ends),
              bytes_of(stored_titles.docids), phrase_table, bytes_of(counts)});
}

}  // namespace tracuu
