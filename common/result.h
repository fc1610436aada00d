#pragma once

#include <string>
#include <utility>
#include <variant>

namespace tracuu {

/// What is wrong with something a person gave us: a full sentence that names the part first and
/// quotes the value last, e.g. "from: not a date, use YYYY, YYYY-MM or YYYY-MM-DD: '31/02/2018'".
struct Error {
  std::string message;
  std::string vietnamese = {};  ///< the same, where readers of either language see it; else ""

  bool operator==(const Error&) const = default;
};

/// Either a T or the Error that explains why there is none. Used for bad human input only: plain
/// absence is std::optional, a broken world (disk, socket, Xapian) is an exception.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }

  /// REQUIRES: *this holds a value.
  T& operator*() { return std::get<T>(state_); }
  const T& operator*() const { return std::get<T>(state_); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }

  /// REQUIRES: *this holds an error.
  const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace tracuu
