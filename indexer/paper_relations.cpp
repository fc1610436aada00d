#include "indexer/paper_relations.h"

#include <algorithm>
#include <optional>

#include "common/entity/document_clause.h"
#include "common/entity/document_phrases.h"
#include "common/entity/relation_words.h"
#include "common/text/normalize.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kMostBytes = 600;     ///< from one paper to the end of the next
constexpr std::size_t kMostWordsToVerb = 8;   ///< "về việc tiếp tục triển khai"
constexpr std::size_t kMostIssuerWords = 10;  ///< "của Ban Chấp hành Đảng bộ tỉnh"
constexpr std::size_t kMostMentionsBack = 8;  ///< for "Nghị định này"

/// The text from a paper to the next one, by tokens.
struct Stretch {
  NormalizedText spelling;
  TokenizedText text;
  std::size_t begin = 0;  ///< tokens [begin, end) stand between the two
  std::size_t end = 0;
};

/// Cuts the stretch between two mentions; nothing where it is too long or a sentence ends in it.
/// The stretch must not be moved: its tokens view its spelling.
bool cut(const Article& article, Span first, Span second, Stretch& stretch) {
  if (second.end - first.begin > kMostBytes || second.begin < first.end) {
    return false;
  }
  stretch.spelling = normalize(slice(article.text, {first.begin, second.end}));
  stretch.text = tokenized(stretch.spelling.text);
  const auto& tokens = stretch.text.tokens;
  while (stretch.begin < tokens.size() &&
         stretch.spelling.to_original(tokens[stretch.begin].span).begin < first.size()) {
    ++stretch.begin;
  }
  stretch.end = stretch.begin;
  while (stretch.end < tokens.size() &&
         stretch.spelling.to_original(tokens[stretch.end].span).begin <
             second.begin - first.begin) {
    ++stretch.end;
  }
  return stretch.begin > 0 && !sentence_ends_between(stretch.text, stretch.begin - 1, stretch.end);
}

bool comma_between(const TokenizedText& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text.gap_after(i).find(',') != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// Returns the token behind a paper's own date and issuer: "ngày 05/3/2015 của UBND tỉnh".
std::size_t skip_own_words(const Stretch& stretch) {
  const TokenizedText& text = stretch.text;
  std::size_t at = stretch.begin;
  while (at < stretch.end && (text.tokens[at].kind == Token::Kind::kNumber ||
                              is_one_of(text, at, {"ngay", "thang", "nam"}))) {
    ++at;
  }
  if (at >= stretch.end || text.tokens[at].key != "cua3") {
    return at;
  }
  for (std::size_t i = at + 1; i < stretch.end && i - at <= kMostIssuerWords; ++i) {
    const bool verb_begins = i + 1 < stretch.end && relation_word_at(text, i + 1).has_value();
    if (verb_begins || is_one_of(text, i, {"ve", "nham", "de", "phe", "va"})) {
      return i;
    }
  }
  return at;
}

/// "về việc", "để", "nhằm", "tiếp tục", "tổ chức", or the verb itself.
bool leads_to_verb(const TokenizedText& text, std::size_t at, std::size_t verb) {
  return at + 1 == verb || at == verb ||
         (is_one_of(text, at, {"ve", "de", "nham", "tiep", "to", "huong", "ban"}) &&
          verb - at <= kMostWordsToVerb && !comma_between(text, at, verb));
}

/// Whether a paper without a number stands in front of the verb: "nghị định thay thế Nghị định
/// 174".
bool names_other_actor(const Stretch& stretch, std::size_t verb_begin) {
  for (std::size_t i = stretch.begin; i < verb_begin; ++i) {
    const auto type = type_phrase_at(stretch.text, i);
    if (type && i + type->token_count == verb_begin) {
      return true;
    }
  }
  return false;
}

/// Whether the first paper is the one that does `relation` to the second, with the verb in between.
bool acts_forward(const Stretch& stretch, DocumentRelation relation) {
  std::optional<std::size_t> verb;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    if (relation_word_at(stretch.text, i) == relation && !verb) {
      verb = i;
    }
  }
  if (!verb) {
    return false;
  }
  switch (relation) {
    case DocumentRelation::kReplaces:
    case DocumentRelation::kAmends:
      // "..., thay thế Quyết định 5": only a paper does that to a paper.
      return !names_other_actor(stretch, *verb - 1);
    case DocumentRelation::kImplements:
    case DocumentRelation::kReviews:
      return leads_to_verb(stretch.text, skip_own_words(stretch), *verb);
    case DocumentRelation::kBasedOn:  // "theo" behind a paper says how something was done
    case DocumentRelation::kMentions:
      break;
  }
  return false;
}

/// Whether the second paper was issued to do to the first what the words before that say:
/// "[Thực hiện] A, UBND tỉnh ban hành B".
bool acts_backward(const Stretch& stretch) {
  const TokenizedText& text = stretch.text;
  constexpr std::size_t kMostWordsBehindVerb = 3;  // "đã ban hành và công bố", "ban hành các"
  for (std::size_t back = 1; back <= kMostWordsBehindVerb && stretch.end >= stretch.begin + back;
       ++back) {
    const std::size_t index = stretch.end - back;
    const bool drafts =
        is_one_of(text, index, {"dung"}) && index > 0 && is_one_of(text, index - 1, {"xay"});
    if (drafts || is_issuing_verb(text, index)) {
      return comma_between(text, stretch.begin - 1, index);
    }
  }
  return false;
}

bool only_list_words(const Stretch& stretch) {
  const std::size_t begin = skip_own_words(stretch);
  if (stretch.end - begin > 3) {
    return false;
  }
  for (std::size_t i = begin; i < stretch.end; ++i) {
    if (!is_one_of(stretch.text, i, {"va", "cac", "cung"})) {
      return false;
    }
  }
  return true;
}

class RelationFinder {
 public:
  explicit RelationFinder(const Article& article)
      : article_(article),
        mentions_(article.entities.documents),
        identity_of_(mentions_.size(), 0),
        actor_of_(mentions_.size()) {
    for (std::uint32_t i = 0; i < article.documents.size(); ++i) {
      for (const std::uint32_t mention : article.documents[i].mentions) {
        identity_of_[mention] = i;
      }
    }
  }

  std::vector<PaperRelation> find() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (i == 0 || !relate_neighbours(i - 1, i)) {
        relate_to_this(i);
      }
    }
    return std::move(found_);
  }

 private:
  bool relate_neighbours(std::uint32_t first, std::uint32_t second) {
    Stretch stretch;
    if (!cut(article_, mentions_[first].span, mentions_[second].span, stretch)) {
      return false;
    }
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      if (const auto passive = passive_relation_at(stretch.text, i)) {
        add(second, first, *passive);
        return true;
      }
    }
    const DocumentRelation relation = mentions_[second].relation;
    const DocumentRelation before = mentions_[first].relation;
    const bool own_verb = relation != DocumentRelation::kMentions && relation != before;
    if (actor_of_[first] && !own_verb && only_list_words(stretch)) {
      actor_of_[second] = actor_of_[first];
      add(*actor_of_[first], second, before);
      return true;
    }
    if (acts_forward(stretch, relation)) {
      actor_of_[second] = first;
      add(first, second, relation);
      return true;
    }
    if ((before == DocumentRelation::kImplements || before == DocumentRelation::kBasedOn) &&
        !actor_of_[first] && acts_backward(stretch)) {
      add_backward(second, first, before);
      return true;
    }
    return false;
  }

  /// "Thực hiện A và B, UBND tỉnh ban hành C": C implements both.
  void add_backward(std::uint32_t actor, std::uint32_t last, DocumentRelation relation) {
    add(actor, last, relation);
    for (std::uint32_t i = last; i > 0 && mentions_[i - 1].relation == relation; --i) {
      Stretch stretch;
      if (!cut(article_, mentions_[i - 1].span, mentions_[i].span, stretch) ||
          !only_list_words(stretch)) {
        return;
      }
      add(actor, i - 1, relation);
    }
  }

  /// "Nghị định này thay thế Nghị định 64": the last decree before.
  void relate_to_this(std::uint32_t second) {
    const DocumentMention& mention = mentions_[second];
    if (mention.relation != DocumentRelation::kReplaces &&
        mention.relation != DocumentRelation::kAmends) {
      return;
    }
    const Span sentence = sentence_around(article_.text, mention.span);
    Stretch stretch;
    if (mention.span.begin <= sentence.begin ||
        !cut(article_, {sentence.begin, sentence.begin + 1}, mention.span, stretch)) {
      return;
    }
    for (std::size_t i = 2; i < stretch.end; ++i) {
      if (stretch.text.tokens[i].key != "nay2") {
        continue;
      }
      const std::string type =
          stretch.text.tokens[i - 2].folded + ' ' + stretch.text.tokens[i - 1].folded;
      for (std::uint32_t back = 1; back <= std::min<std::uint32_t>(second, kMostMentionsBack);
           ++back) {
        const DocumentMention& before = mentions_[second - back];
        if (before.span.end <= sentence.begin && folded(before.type_name) == type) {
          add(second - back, second, mention.relation);
          return;
        }
      }
    }
  }

  static std::string folded(std::string_view name) {
    std::string words;
    for (const Token& token : tokenize(normalized(name))) {
      words += (words.empty() ? "" : " ") + token.folded;
    }
    return words;
  }

  void add(std::uint32_t from, std::uint32_t to, DocumentRelation relation) {
    const PaperRelation link{identity_of_[from], identity_of_[to], relation, from, to};
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const PaperRelation& other) {
      return other.from == link.from && other.to == link.to && other.relation == relation;
    });
    if (link.from != link.to && !known) {
      found_.push_back(link);
    }
  }

  const Article& article_;
  const std::vector<DocumentMention>& mentions_;
  std::vector<std::uint32_t> identity_of_;              ///< by mention
  std::vector<std::optional<std::uint32_t>> actor_of_;  ///< mention of the paper that acts on it
  std::vector<PaperRelation> found_;
};

}  // namespace

std::vector<PaperRelation> find_paper_relations(const Article& article) {
  return RelationFinder(article).find();
}

}  // namespace tracuu
