#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

/// Names that an index knows and no table does: its officials. Implementations are thread-safe.
class KnownNames {
 public:
  virtual ~KnownNames() = default;
  /// Returns the official whose name folds to `folded` ("le khac nam" gives "Lê Khắc Nam"), the one
  /// in most articles where several do, or nothing.
  virtual std::optional<std::string_view> official_folded(std::string_view folded) const = 0;
};

}  // namespace tracuu
