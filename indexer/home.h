#pragma once

#include <optional>

#include "common/index/article.h"

namespace tracuu {

/// Tells whether an article speaks of "the province" as its own, by whatever name it goes: "UBND
/// tỉnh họp", "trên địa bàn tỉnh". Reads the text once, when first asked. The article must outlive
/// it.
class Home {
 public:
  explicit Home(const Article& article) : article_(article) {}
  bool is_spoken_of();

 private:
  const Article& article_;
  std::optional<bool> spoken_of_;
};

}  // namespace tracuu
