#include "indexer/known_paper.h"

namespace tracuu {

std::string KnownPaper::key() const {
  return to_canonical(number) + '@' + to_iso(date) + (province.empty() ? "" : '@' + province);
}

}  // namespace tracuu
