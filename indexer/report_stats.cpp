#include <nlohmann/json.hpp>

#include "common/index/generation.h"
#include "indexer/index_contents.h"
#include "indexer/index_writer.h"
#include "indexer/report.h"

namespace tracuu {

std::string stats_json(const Generation& generation) {
  using Json = nlohmann::ordered_json;
  std::uint64_t articles = 0;
  IndexMetadata metadata = read_metadata(generation.path, articles);
  Json sizes = Json::object();
  for (const PartSize& part : part_sizes(generation.path)) {
    sizes[part.part] = part.bytes;
  }
  const Json stats{{"generation", generation.name()},
                   {"articles", articles},
                   {"bytes", std::move(sizes)},
                   {"digest", content_digest(generation.path)},
                   {"built_at", metadata[kBuiltAtKey]},
                   {"schema", metadata[kSchemaKey]},
                   {"report", Json::parse(metadata[kReportKey], nullptr, false)}};
  return stats.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tracuu
