#include "server/api/reprint_json.h"

#include "server/api/json_pieces.h"

namespace tracuu {
namespace {

Json member_json(const ReprintMember& member) {
  return {{"id", member.id},
          {"title", member.title},
          {"source", text_or_null(member.source)},
          {"published",
           member.published ? Json(to_iso(PartialDate::of(*member.published))) : Json(nullptr)},
          {"url", text_or_null(member.url)}};
}

}  // namespace

Json reprints_json(const std::optional<Reprints>& reprints) {
  if (!reprints) {
    return nullptr;
  }
  Json members = Json::array();
  for (const ReprintMember& member : reprints->members) {
    members.push_back(member_json(member));
  }
  return {{"count", reprints->count},
          {"total", reprints->total},
          {"first", member_json(reprints->first)},
          {"members", members}};
}

}  // namespace tracuu
