#include "server/search/snapshot.h"

#include <string>
#include <utility>

#include "common/index/manifest.h"
#include "common/index/segments.h"

namespace tracuu {
namespace {

std::optional<Error> schema_error(const Databases& databases) {
  const std::string version = databases.metadata(kSchemaKey);
  if (version == std::to_string(kSchemaVersion)) {
    return std::nullopt;
  }
  if (version.empty()) {
    return Error{"index: no schema version in it, rebuild it with 'tracuu-indexer build'"};
  }
  return Error{"index: of another schema version than this program's " +
               std::to_string(kSchemaVersion) + ", rebuild it with 'tracuu-indexer build': '" +
               version + "'"};
}

}  // namespace

Result<std::shared_ptr<const Snapshot>> Snapshot::open(HeldGeneration held,
                                                       const Snapshot* before) {
  const std::shared_ptr<Snapshot> snapshot(new Snapshot(std::move(held)));
  const std::filesystem::path& path = snapshot->generation().path;
  const auto was_read = [&](const std::string& name) {
    return before != nullptr && is_one_file(path / name, before->generation().path / name);
  };
  if (auto damage = verify_files(path, was_read)) {
    return *damage;
  }
  try {
    if (auto error = snapshot->load()) {
      return *error;
    }
  } catch (const Xapian::Error& error) {
    return Error{"index: generation " + snapshot->generation().name() +
                 " is damaged, rebuild it with 'tracuu-indexer build': '" +
                 error.get_description() + "'"};
  }
  return std::shared_ptr<const Snapshot>(snapshot);
}

std::optional<Error> Snapshot::load() {
  const std::filesystem::path& path = generation().path;
  auto databases = std::make_unique<Databases>(path);
  if (auto error = schema_error(*databases)) {
    return error;
  }
  const auto removed = databases->removed();
  if (!removed) {
    return Error{"index: its delta is damaged, rebuild it with 'tracuu-indexer build': '" +
                 path.string() + "'"};
  }
  columns_ = Columns::load(*databases, *removed);
  Result<TermIndex> terms = TermIndex::open(path, columns_);
  if (!terms) {
    return terms.error();
  }
  terms_ = std::move(*terms);
  std::vector<Lexicon> lexicons;
  for (const std::filesystem::path& segment : segments_of(path)) {
    Result<Lexicon> lexicon = Lexicon::open(segment);
    if (!lexicon) {
      return lexicon.error();
    }
    lexicons.push_back(std::move(*lexicon));
  }
  suggestions_ = Suggestions(std::move(lexicons), columns_);
  reprints_ = ReprintGroups::load(*databases, columns_);
  info_ = {generation().name(), databases->metadata(kBuiltAtKey), columns_.live().size()};
  give_back(std::move(databases));
  return std::nullopt;
}

Snapshot::Lease::Lease(const Snapshot& snapshot)
    : snapshot_(snapshot), databases_(snapshot.take()) {}

Snapshot::Lease::~Lease() {
  snapshot_.give_back(std::move(databases_));
}

std::unique_ptr<Databases> Snapshot::take() const {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Databases> databases = std::move(idle_.back());
      idle_.pop_back();
      return databases;
    }
  }
  return std::make_unique<Databases>(generation().path);
}

void Snapshot::give_back(std::unique_ptr<Databases> databases) const {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(databases));
}

}  // namespace tracuu
