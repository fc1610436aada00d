#include "server/query/chips.h"

#include <algorithm>

namespace tracuu {
namespace {

std::string without(std::string_view text, Span span) {
  std::string out(text.substr(0, span.begin));
  return out.append(text.substr(span.end));
}

class ChipMaker {
 public:
  ChipMaker(std::string_view text, const std::vector<QueryUnit>& units)
      : text_(text), units_(units) {}

  QueryChip of_alternatives(TokenRange group) const {
    const Span span{units_[group.begin].span.begin, units_[group.end - 1].span.end};
    std::string undo(text_);
    for (std::size_t i = group.end; i-- > group.begin;) {
      if (units_[i].kind == QueryUnit::Kind::kOr) {
        // The blank behind goes with it.
        const std::uint32_t end = std::min(units_[i].span.end + 1, units_[i + 1].span.begin);
        undo = without(undo, {units_[i].span.begin, end});
      }
    }
    return {"or", written(span), written(span), span, std::move(undo)};
  }

  QueryChip of_excluded(const QueryUnit& unit) const {
    const std::uint32_t quote = text_[unit.span.begin + 1] == '"' ? 1 : 0;
    const Span bare{unit.span.begin + 1 + quote, unit.span.end - quote};
    const std::string value = unit.entity ? unit.entity->value : written(bare);
    return {"excluded", value, unit.entity ? unit.entity->label : value, unit.span,
            without(text_, {unit.span.begin, unit.span.begin + 1})};
  }

  QueryChip of_phrase(const QueryUnit& unit) const {
    const Span bare{unit.span.begin + 1, unit.span.end - 1};
    std::string undo(text_.substr(0, unit.span.begin));
    undo.append(slice(text_, bare)).append(text_.substr(unit.span.end));
    return {"phrase", written(bare), written(bare), unit.span, std::move(undo)};
  }

  QueryChip of_entity(const QueryUnit& unit, Span name) const {
    return {unit.entity->kind, unit.entity->value, unit.entity->label, unit.span, quoted(name)};
  }

  QueryChip of_abbreviation(const TypedAbbreviation& abbreviation, Span span) const {
    std::string others;
    for (const std::string& other : abbreviation.others) {
      others.append(others.empty() ? "" : " / ").append(other);
    }
    std::string label = written(span) + " = " + others;
    return {"abbreviation", std::move(others), std::move(label), span, quoted(span)};
  }

 private:
  std::string quoted(Span span) const {
    std::string out(text_.substr(0, span.begin));
    out.append(1, '"').append(slice(text_, span)).append(1, '"').append(text_.substr(span.end));
    return out;
  }

  std::string written(Span span) const { return std::string(slice(text_, span)); }

  std::string_view text_;
  const std::vector<QueryUnit>& units_;
};

}  // namespace

std::vector<QueryChip> chips_of(const TypedText& typed, const std::vector<QueryUnit>& units,
                                const std::vector<TokenRange>& or_groups,
                                const std::vector<TypedAbbreviation>& abbreviations) {
  const ChipMaker maker(typed.normalized, units);
  std::vector<QueryChip> chips;
  auto group = or_groups.begin();
  auto abbreviation = abbreviations.begin();
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (group != or_groups.end() && group->begin == i) {
      chips.push_back(maker.of_alternatives(*group++));
    }
    const QueryUnit& unit = units[i];
    for (; abbreviation != abbreviations.end() && abbreviation->tokens.begin == unit.tokens.begin;
         ++abbreviation) {
      if (abbreviation->is_short) {
        chips.push_back(maker.of_abbreviation(*abbreviation, typed.span_of(abbreviation->tokens)));
      }
    }
    if (unit.excluded) {
      chips.push_back(maker.of_excluded(unit));
    } else if (unit.entity) {
      chips.push_back(maker.of_entity(unit, unit.entity->name_span));
    } else if (unit.kind == QueryUnit::Kind::kPhrase) {
      chips.push_back(maker.of_phrase(unit));
    }
  }
  return chips;
}

}  // namespace tracuu
