#include "indexer/index_writer.h"

#include <xapian.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <stdexcept>

#include "common/index/generation.h"
#include "common/index/schema.h"
#include "indexer/document_builder.h"
#include "indexer/parallel.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

/// Documents a commit. Small batches keep Xapian's in-memory posting maps, of some 950 terms a
/// document, near the cache: 200 built 1.3 times as fast as 500, 100 no faster.
constexpr std::size_t kCommitEvery = 200;
/// Documents a sub-index.
constexpr std::size_t kPerSubIndex = 8'000;

std::string name_of_part(std::size_t part) {
  return "part-" + std::to_string(part);
}

void write_part(const fs::path& directory, const std::vector<PlannedArticle>& articles,
                std::size_t begin, std::size_t end, std::atomic<std::uint64_t>& written) {
  try {
    Xapian::WritableDatabase database(
        directory.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    for (std::size_t i = begin; i < end; ++i) {
      database.replace_document(articles[i].docid,
                                build_document(articles[i].load(), articles[i].reprint));
      if ((i - begin + 1) % kCommitEvery == 0) {
        database.commit();
      }
      ++written;
    }
    database.commit();
  } catch (const Xapian::Error& error) {
    // Not a std::exception; told as one so that it crosses from the worker thread.
    throw std::runtime_error("index: cannot be written: '" + error.get_description() + "'");
  }
}

void set_metadata(Xapian::WritableDatabase& database, const IndexMetadata& metadata) {
  for (const auto& [key, value] : metadata) {
    database.set_metadata(key, value);
  }
}

}  // namespace

void DocidAllocator::take(std::uint32_t docid) {
  if (docid >= first_undated_docid()) {
    used_undated_ = std::max(used_undated_, docid - first_undated_docid() + 1);
    return;
  }
  const std::uint32_t days_back = (docid - 1) / kSlotsPerDay;
  std::uint32_t& used = used_by_day_[day_number(kLastDay) - static_cast<std::int32_t>(days_back)];
  used = std::max(used, (docid - 1) % kSlotsPerDay + 1);
}

std::optional<std::uint32_t> DocidAllocator::next(std::optional<Day> published) {
  if (!published) {
    if (used_undated_ > std::numeric_limits<std::uint32_t>::max() - first_undated_docid()) {
      return std::nullopt;
    }
    return first_undated_docid() + used_undated_++;
  }
  if (*published < kFirstDay || *published > kLastDay) {
    return std::nullopt;
  }
  std::uint32_t& used = used_by_day_[day_number(*published)];
  if (used == kSlotsPerDay) {
    return std::nullopt;
  }
  return first_docid_of(*published) + used++;
}

void write_index(const fs::path& directory, const std::vector<PlannedArticle>& articles,
                 const IndexMetadata& metadata, std::size_t threads,
                 std::atomic<std::uint64_t>& written) {
  const std::size_t by_threads = (articles.size() + threads - 1) / threads;
  const std::size_t part_size = std::clamp<std::size_t>(by_threads, 1, kPerSubIndex);
  const std::size_t parts = std::max<std::size_t>((articles.size() + part_size - 1) / part_size, 1);
  run_jobs(parts, threads, [&](std::size_t part) {
    write_part(directory / name_of_part(part), articles,
               std::min(part * part_size, articles.size()),
               std::min((part + 1) * part_size, articles.size()), written);
  });
  {
    Xapian::WritableDatabase first((directory / name_of_part(0)).string(), Xapian::DB_OPEN);
    set_metadata(first, metadata);
    first.commit();
  }
  Xapian::Database all;
  for (std::size_t part = 0; part < parts; ++part) {
    all.add_database(Xapian::Database((directory / name_of_part(part)).string()));
  }
  all.compact((directory / "compacted").string(), Xapian::DBCOMPACT_NO_RENUMBER);
  all.close();
  for (std::size_t part = 0; part < parts; ++part) {
    fs::remove_all(directory / name_of_part(part));
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(directory / "compacted")) {
    fs::rename(entry.path(), directory / entry.path().filename());
  }
  fs::remove_all(directory / "compacted");
}

struct IndexUpdate::State {
  Xapian::WritableDatabase database;
};

IndexUpdate::IndexUpdate(const fs::path& current, const fs::path& directory)
    : state_(std::make_unique<State>()) {
  fs::copy(current, directory, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  state_->database = Xapian::WritableDatabase(directory.string(), Xapian::DB_OPEN);
}

IndexUpdate::~IndexUpdate() = default;

std::optional<StoredArticle> IndexUpdate::find(std::string_view id) const {
  const std::string term = term_of(kIdPrefix, id);
  const Xapian::PostingIterator posting = state_->database.postlist_begin(term);
  if (posting == state_->database.postlist_end(term)) {
    return std::nullopt;
  }
  return StoredArticle{*posting, state_->database.get_document(*posting).get_value(kHashSlot)};
}

std::vector<std::uint32_t> IndexUpdate::docids() const {
  return {state_->database.postlist_begin(""), state_->database.postlist_end("")};
}

std::vector<std::string> IndexUpdate::identity_keys() const {
  std::vector<std::string> keys;
  const std::string prefix(field(FieldId::kIdentity).term_prefix);
  const Xapian::TermIterator end = state_->database.allterms_end(prefix);
  for (auto term = state_->database.allterms_begin(prefix); term != end; ++term) {
    keys.push_back((*term).substr(prefix.size()));
  }
  return keys;
}

std::vector<std::uint32_t> IndexUpdate::with_term(std::string_view term, std::size_t most) const {
  std::vector<std::uint32_t> docids;
  const std::string wanted(term);
  const Xapian::PostingIterator end = state_->database.postlist_end(wanted);
  for (auto posting = state_->database.postlist_begin(wanted);
       posting != end && docids.size() < most; ++posting) {
    docids.push_back(*posting);
  }
  return docids;
}

Article IndexUpdate::load(std::uint32_t docid) const {
  Result<Article> article = deserialize(state_->database.get_document(docid).get_data());
  if (!article) {
    throw std::runtime_error(article.error().message);
  }
  return std::move(*article);
}

std::vector<std::uint32_t> IndexUpdate::bearing(std::uint32_t reprint_key, std::size_t most) const {
  const std::string term = reprint_key_term(reprint_key);
  std::vector<std::uint32_t> docids;
  for (auto posting = state_->database.postlist_begin(term);
       posting != state_->database.postlist_end(term) && docids.size() < most; ++posting) {
    docids.push_back(*posting);
  }
  return docids;
}

std::string IndexUpdate::reprint_group(std::uint32_t docid) const {
  return state_->database.get_document(docid).get_value(kReprintSlot);
}

std::string IndexUpdate::metadata(const std::string& key) const {
  return state_->database.get_metadata(key);
}

void IndexUpdate::put(std::uint32_t docid, const Article& article, const ReprintMarks& reprint) {
  state_->database.replace_document(docid, build_document(article, reprint));
}

void IndexUpdate::join(std::uint32_t docid, const std::string& reprint_group) {
  Xapian::Document document = state_->database.get_document(docid);
  document.add_value(kReprintSlot, reprint_group);
  document.add_boolean_term(term_of(kReprintPrefix, reprint_group));
  state_->database.replace_document(docid, document);
}

void IndexUpdate::remove(std::uint32_t docid) {
  state_->database.delete_document(docid);
}

void IndexUpdate::finish(const IndexMetadata& metadata) {
  set_metadata(state_->database, metadata);
  state_->database.commit();
  state_->database.close();
}

namespace {

/// Checks the trees of the tables. The term list is read document by document instead: Xapian's own
/// check of it takes memory by the highest docid, and docids here are spread over the calendar.
void check_tables(const fs::path& directory, std::vector<std::string>& problems) {
  for (const char* table : {"docdata.glass", "position.glass", "postlist.glass"}) {
    const fs::path file = directory / table;
    if (fs::exists(file) && Xapian::Database::check(file.string()) != 0) {
      problems.push_back("index: a table is damaged, rebuild the index: '" + file.string() + "'");
    }
  }
}

void check_article(const Xapian::Database& database, std::uint32_t docid,
                   std::vector<std::string>& problems) {
  const std::string where = " (document " + std::to_string(docid) + ")";
  const Xapian::Document document = database.get_document(docid);
  const Result<Article> article = deserialize(document.get_data());
  if (!article) {
    problems.push_back(article.error().message + where);
    return;
  }
  const std::uint32_t first =
      article->published ? first_docid_of(*article->published) : first_undated_docid();
  if (docid < first || (article->published && docid >= first + kSlotsPerDay)) {
    problems.push_back("index: an article does not lie at its date: '" + article->id + "'" + where);
  }
  Xapian::termcount length = 0;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    length += term.get_wdf();
  }
  if (length != database.get_doclength(docid)) {
    problems.push_back("index: an article's terms do not add up: '" + article->id + "'" + where);
  }
}

}  // namespace

std::vector<std::string> check_index(const fs::path& directory) {
  std::vector<std::string> problems;
  try {
    check_tables(directory, problems);
    const Xapian::Database database(directory.string());
    if (database.get_metadata(kSchemaKey) != std::to_string(kSchemaVersion)) {
      problems.push_back("index: not of this program's schema version, rebuild it: '" +
                         database.get_metadata(kSchemaKey) + "'");
      return problems;
    }
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
         ++posting) {
      check_article(database, *posting, problems);
    }
  } catch (const Xapian::Error& error) {
    problems.push_back("index: cannot be read, rebuild it: '" + error.get_description() + "'");
  }
  return problems;
}

IndexMetadata read_metadata(const fs::path& directory, std::uint64_t& articles) {
  try {
    const Xapian::Database database(directory.string());
    articles = database.get_doccount();
    IndexMetadata metadata;
    for (const char* key : {kSchemaKey, kBuiltAtKey, kReportKey}) {
      metadata[key] = database.get_metadata(key);
    }
    return metadata;
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("index: cannot be opened: '" + error.get_description() + "'");
  }
}

}  // namespace tracuu
