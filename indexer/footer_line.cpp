#include "indexer/footer_line.h"

#include "common/text/syllable.h"
#include "indexer/line_text.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"

namespace tracuu {

std::optional<Span> read_copyright(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  std::string_view text = normalized;
  const std::string_view sign = "\u00A9";
  const std::size_t mark = text.find(sign);
  const std::size_t belongs = text.find(" thu\u1ED9c ");
  if (belongs != std::string_view::npos) {
    text = behind_words(text.substr(belongs + 1), 1);
    text = fold(text).starts_with("ve ") ? behind_words(text, 1) : text;
  } else if (mark != std::string_view::npos) {
    text = text.substr(mark + sign.size());
    text = fold(trim_marks(text, " ")).starts_with("ban quyen ")
               ? behind_words(trim_marks(text, " "), 2)
               : text;
  } else if (shape.opens_with("ban quyen")) {
    text = behind_words(text, 2);
  } else {
    return std::nullopt;
  }
  text = trim_marks(text, " 0123456789-:");
  for (const std::string_view divider : {" | ", ", ", " (", "; ", " - ", "."}) {
    text = text.substr(0, text.find(divider));
  }
  text = trim_marks(text, " \"'*");
  const LineShape name = shape_of(text, text);
  return is_body_name(name, text) || is_portal_name(name, text)
             ? std::optional(span_in(normalized, text))
             : std::nullopt;
}

std::optional<Span> read_asked_credit(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  for (const std::string_view ask : {"hi r\u00F5 ngu\u1ED3n", "HI R\u00D5 NGU\u1ED2N"}) {
    const std::size_t at = normalized.find(ask);
    if (at == std::string_view::npos) {
      continue;
    }
    std::string_view name = trim_marks(normalized.substr(at + ask.size()), " :,");
    for (const std::string_view word : {"tin ", "l\u00E0 ", "t\u1EEB ", ": "}) {
      name = name.starts_with(word) ? name.substr(word.size()) : name;
    }
    name = trim_marks(name, " '(");
    if (name.starts_with('"')) {
      name = name.substr(1, name.find('"', 1) - 1);
    }
    for (const std::string_view end :
         {" khi ", " n\u1EBFu ", " v\u00E0 ", ". ", "; ", ", ", "'", "\""}) {
      name = name.substr(0, name.find(end));
    }
    name = trim_marks(name, " '\"().,;");
    return is_host(name) || can_name_publisher(name) ? std::optional(span_in(normalized, name))
                                                     : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Span> read_website(std::string_view normalized, const LineShape& shape) {
  for (const std::string_view label : {"Website", "website", "WEBSITE", "Web:"}) {
    const std::size_t at = shape.is_short() ? normalized.find(label) : std::string_view::npos;
    if (at == std::string_view::npos) {
      continue;
    }
    std::string_view host = trim_marks(normalized.substr(at + label.size()), " :");
    host = host.substr(0, host.find_first_of(" ;,|"));
    return is_host(host) ? std::optional(span_in(normalized, host)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Span> read_owner(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  for (const std::string_view label : {"quan ch\u1EE7 qu\u1EA3n:", "v\u1ECB ch\u1EE7 qu\u1EA3n:",
                                       "v\u1ECB qu\u1EA3n l\u00FD:", "quan qu\u1EA3n l\u00FD:"}) {
    const std::size_t at = normalized.find(label);
    if (at == std::string_view::npos) {
      continue;
    }
    std::string_view name = trim_marks(normalized.substr(at + label.size()), " ");
    for (const std::string_view end : {". ", "; ", ", ", " | ", " - ", " ("}) {
      name = name.substr(0, name.find(end));
    }
    name = trim_marks(name, " .");
    return can_name_publisher(name) ? std::optional(span_in(normalized, name)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tracuu
