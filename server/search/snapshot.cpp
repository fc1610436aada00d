#include "server/search/snapshot.h"

#include <string>
#include <utility>

#include "common/index/manifest.h"

namespace tracuu {
namespace {

std::optional<Error> schema_error(const Xapian::Database& database) {
  const std::string version = database.get_metadata(kSchemaKey);
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

Result<std::shared_ptr<const Snapshot>> Snapshot::open(HeldGeneration held) {
  const std::shared_ptr<Snapshot> snapshot(new Snapshot(std::move(held)));
  const Generation& generation = snapshot->generation();
  if (auto damage = verify_files(generation.path)) {
    return *damage;
  }
  try {
    auto database = std::make_unique<Xapian::Database>(generation.path.string());
    if (const auto error = schema_error(*database)) {
      return *error;
    }
    snapshot->columns_ = Columns::load(*database);
    Result<TermIndex> terms = TermIndex::open(generation.path, snapshot->columns_);
    if (!terms) {
      return terms.error();
    }
    snapshot->terms_ = std::move(*terms);
    Result<Lexicon> lexicon = Lexicon::open(generation.path);
    if (!lexicon) {
      return lexicon.error();
    }
    snapshot->suggestions_ = Suggestions(std::move(*lexicon), snapshot->columns_);
    snapshot->reprints_ = ReprintGroups::load(*database, snapshot->columns_);
    snapshot->info_ = {generation.name(), database->get_metadata(kBuiltAtKey),
                       database->get_doccount()};
    snapshot->give_back(std::move(database));
  } catch (const Xapian::Error& error) {
    return Error{"index: generation " + generation.name() +
                 " is damaged, rebuild it with 'tracuu-indexer build': '" +
                 error.get_description() + "'"};
  }
  return std::shared_ptr<const Snapshot>(snapshot);
}

Snapshot::Lease::Lease(const Snapshot& snapshot)
    : snapshot_(snapshot), database_(snapshot.take()) {}

Snapshot::Lease::~Lease() {
  snapshot_.give_back(std::move(database_));
}

std::unique_ptr<Xapian::Database> Snapshot::take() const {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Xapian::Database> database = std::move(idle_.back());
      idle_.pop_back();
      return database;
    }
  }
  return std::make_unique<Xapian::Database>(generation().path.string());
}

void Snapshot::give_back(std::unique_ptr<Xapian::Database> database) const {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(database));
}

}  // namespace tracuu
