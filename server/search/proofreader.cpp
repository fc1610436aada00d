#include "server/search/proofreader.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/syllable.h"
#include "server/query/nearest.h"
#include "server/search/author_spelling.h"
#include "server/search/misspelling.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostSuspects = 6;  ///< words that are looked at
constexpr std::size_t kMostSpelled = 8;   ///< changes whose marks are looked up in articles
constexpr std::size_t kForeignWord = 4;   ///< letters of the shortest one that is corrected
constexpr double kParted = 0.5;           ///< likelihood of a blank typed at the wrong place
constexpr double kOtherMark = 0.1;        ///< likelihood that a mark was mistyped too

bool is_tone(char letter) {
  return letter >= '1' && letter <= '5';
}

/// The letters of keys with a mark have two bytes, told apart by the second alone.
std::string one_byte_letters(std::string_view letters) {
  std::string out(letters);
  std::erase_if(out, [](char byte) { return static_cast<unsigned char>(byte) >= 0xC0U; });
  return out;
}

/// Returns how many marks of `typed` are others in `written`, the one slip between them aside. A
/// tone that was not typed may have gone with its letter.
std::size_t other_marks(std::string_view typed, std::string_view written) {
  const char tone = typed.empty() || !is_tone(typed.back()) ? '0' : typed.back();
  const char written_tone = written.empty() || !is_tone(written.back()) ? '0' : written.back();
  typed.remove_suffix(tone == '0' ? 0 : 1);
  written.remove_suffix(written_tone == '0' ? 0 : 1);
  const std::size_t letters = edit_distance(one_byte_letters(typed), one_byte_letters(written));
  return (letters > 1 ? letters - 1 : 0) + (tone != '0' && tone != written_tone ? 1 : 0);
}

/// Returns the bytes of the first `letters` letters.
std::size_t bytes_of_letters(std::string_view text, std::size_t letters) {
  std::size_t at = 0;
  while (at < text.size() && letters > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
      ++at;
    }
    --letters;
  }
  return at;
}

}  // namespace

bool is_rare(std::size_t index_size, std::size_t articles) {
  return articles <= 3 + index_size / 5000;
}

std::vector<SpellingChange> Proofreader::run(std::size_t count) {
  const auto by_score = [](const SpellingChange& a, const SpellingChange& b) {
    return a.score > b.score;
  };
  changes_.clear();
  std::vector<bool> looked_behind(words_.size(), false);
  for (const std::size_t index : suspects()) {
    deadline_.check();
    replace(index);
    part(index);
    for (const std::size_t left : {index - std::min<std::size_t>(index, 1), index}) {
      if (!looked_behind[left]) {
        looked_behind[left] = true;
        move_blank(left);
      }
    }
  }
  std::stable_sort(changes_.begin(), changes_.end(), by_score);
  changes_.resize(std::min(changes_.size(), std::max(count, kMostSpelled)));
  for (SpellingChange& change : changes_) {
    deadline_.check();
    spell(change);
  }
  std::stable_sort(changes_.begin(), changes_.end(), by_score);
  changes_.resize(std::min(changes_.size(), count));
  return std::move(changes_);
}

bool Proofreader::may_change(std::size_t index) const {
  return !words_[index].fixed && !words_[index].replaced;
}

/// Returns the word before `index`, if it can judge: one that no article has cannot.
const std::string* Proofreader::left_of(std::size_t index) const {
  const bool has = words_[index].follows && terms_.frequency(words_[index - 1].folded) > 0;
  return has ? &words_[index - 1].folded : nullptr;
}

const std::string* Proofreader::right_of(std::size_t index) const {
  const bool has = index + 1 < words_.size() && words_[index + 1].follows &&
                   terms_.frequency(words_[index + 1].folded) > 0;
  return has ? &words_[index + 1].folded : nullptr;
}

Xapian::doccount Proofreader::pairs(const std::string& left, const std::string& right) const {
  return terms_.frequency(term_of(kBigramPrefix, left + ' ' + right));
}

/// Returns the words that hardly any article has beside a neighbour of theirs, the rarest first.
std::vector<std::size_t> Proofreader::suspects() const {
  std::vector<std::pair<Xapian::doccount, std::size_t>> rare;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool alone = left_of(i) == nullptr && right_of(i) == nullptr;
    if (!may_change(i) || alone) {
      continue;
    }
    const Xapian::doccount articles = beside_neighbours(i);
    if (is_rare(terms_.articles(), articles)) {
      rare.emplace_back(articles, i);
    }
  }
  std::sort(rare.begin(), rare.end());
  rare.resize(std::min(rare.size(), kMostSuspects));
  std::vector<std::size_t> indices;
  indices.reserve(rare.size());
  for (const auto& [articles, index] : rare) {
    indices.push_back(index);
  }
  return indices;
}

Xapian::doccount Proofreader::beside_neighbours(std::size_t index) const {
  const std::string& word = words_[index].folded;
  const Xapian::doccount left = left_of(index) != nullptr ? pairs(*left_of(index), word) : 0;
  const Xapian::doccount right = right_of(index) != nullptr ? pairs(word, *right_of(index)) : 0;
  return std::max(left, right);
}

/// Whether many articles have this word, as it is marked.
bool Proofreader::is_known(std::size_t index) const {
  const ProofWord& word = words_[index];
  const bool marked = word.key != word.folded;
  return !is_rare(terms_.articles(),
                  terms_.frequency(marked ? term_of(kAccentedPrefix, word.key) : word.folded));
}

void Proofreader::replace(std::size_t index) {
  const std::string& word = words_[index].folded;
  if (word.size() < 2) {
    return;  // any letter could be any other
  }
  const bool foreign = word.size() >= kForeignWord && !is_vietnamese_syllable(word);
  SpellingChange change;
  change.first = index;
  change.before = beside_neighbours(index);
  change.known = is_known(index);
  for (SpellingGuess& guess : guesses_of(word)) {
    if (is_vietnamese_syllable(guess.word) || (foreign && terms_.frequency(guess.word) > 0)) {
      change.parts = {std::move(guess.word)};
      add(change, guess.likelihood);
    }
  }
}

/// Parts words that were typed as one.
void Proofreader::part(std::size_t index) {
  SpellingChange change;
  change.first = index;
  change.before = beside_neighbours(index);
  change.known = is_known(index);
  for (auto& [left, right] : partings_of(words_[index].folded)) {
    change.parts = {std::move(left), std::move(right)};
    add_parts(change);
  }
}

/// Joins a word that was typed as two, or parts the two at another place.
void Proofreader::move_blank(std::size_t index) {
  if (index + 1 == words_.size()) {
    return;
  }
  const ProofWord& next = words_[index + 1];
  if (!next.follows || !may_change(index) || !may_change(index + 1)) {
    return;
  }
  SpellingChange change;
  change.first = index;
  change.count = 2;
  change.before = pairs(words_[index].folded, next.folded);
  change.known = is_known(index) && is_known(index + 1);
  if (!is_rare(terms_.articles(), change.before)) {
    return;
  }
  const std::string letters = words_[index].folded + next.folded;
  change.parts = {letters};
  add_parts(change);
  for (auto& [left, right] : partings_of(letters)) {
    if (left != words_[index].folded) {
      change.parts = {std::move(left), std::move(right)};
      add_parts(change);
    }
  }
}

/// Whether articles have this word, as it is marked.
bool Proofreader::is_written(const std::string& word) const {
  const SyllableForms forms = syllable_forms(word);
  return terms_.frequency(forms.marked ? term_of(kAccentedPrefix, forms.key) : forms.folded) > 0;
}

/// Adds a change that only moves blanks: the letters stay as they were typed.
void Proofreader::add_parts(SpellingChange change) {
  std::string_view typed = words_[change.first].text;
  std::string both;
  if (change.count == 2) {
    both = words_[change.first].text + words_[change.first + 1].text;
    typed = both;
  }
  for (const std::string& part : change.parts) {
    if (part.size() < 2 && !is_vietnamese_syllable(part)) {
      return;
    }
    const std::size_t size = bytes_of_letters(typed, part.size());
    change.spelled.emplace_back(typed.substr(0, size));
    typed.remove_prefix(size);
  }
  if (std::all_of(change.spelled.begin(), change.spelled.end(),
                  [this](const std::string& word) { return is_written(word); })) {
    add(std::move(change), kParted);
  }
}

/// Keeps a change where many more articles have it, beside all neighbours, than what was typed.
void Proofreader::add(SpellingChange change, double likelihood) {
  const std::string* left = left_of(change.first);
  const std::string* right = right_of(change.first + change.count - 1);
  change.window = change.parts;
  if (left != nullptr) {
    change.window.insert(change.window.begin(), *left);
  }
  if (right != nullptr) {
    change.window.push_back(*right);
  }
  if (change.window.size() < 2) {
    return;
  }
  // P(a b c) is about P(a b) P(b c) / P(b).
  change.support = static_cast<Xapian::doccount>(terms_.articles());
  double together = 1;
  for (std::size_t i = 1; i < change.window.size() && change.support > 0; ++i) {
    const Xapian::doccount articles = pairs(change.window[i - 1], change.window[i]);
    change.support = std::min(change.support, articles);
    together *= articles;
    if (i > 1 && articles > 0) {
      together /= std::max(1U, terms_.frequency(change.window[i - 1]));
    }
  }
  const Xapian::doccount least = change.known ? kMany : 1;
  if (change.support >= std::max(least, kMuchMore * change.before)) {
    change.score = likelihood * together;
    changes_.push_back(std::move(change));
  }
}

/// Spells a replaced word as authors do beside its neighbours.
void Proofreader::spell(SpellingChange& change) const {
  if (!change.spelled.empty()) {
    return;
  }
  change.spelled = change.parts;
  const std::size_t place = left_of(change.first) != nullptr ? 1 : 0;
  const std::optional<std::string> word = author_spelling(terms_, change.window, place);
  if (word && (marked_ || !syllable_forms(*word).marked)) {
    change.spelled = {*word};
  }
  if (!marked_) {
    return;
  }
  const std::string& key = words_[change.first].key;
  for (std::size_t i = other_marks(key, syllable_forms(change.spelled[0]).key); i > 0; --i) {
    change.score *= kOtherMark;
  }
}

}  // namespace tracuu
