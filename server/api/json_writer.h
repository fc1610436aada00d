#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tracuu {

/// Writes JSON text piece by piece, for the long lists of an answer: a tree of values that is built
/// only to be written and freed took a third of the time of a search. Small pieces are made as
/// trees and put in by json(). For one thread. REQUIRES: texts are UTF-8, as all that an index
/// holds; what a client sent goes through json(). The calls must make up one value.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  /// REQUIRES: `name` needs no escapes.
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  /// Null for an empty text: what is unknown.
  JsonWriter& text_or_null(std::string_view value);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& boolean(bool value) { return json(value ? "true" : "false"); }
  /// Puts in a value that is JSON already.
  JsonWriter& json(std::string_view value);

  std::string take() { return std::move(out_); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void separate();

  std::string out_;
  bool follows_ = false;  ///< a value stands before, in the same list
};

}  // namespace tracuu
