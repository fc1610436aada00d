#include "server/search/misspelling.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tracuu {
namespace {

// Relative, by rule of thumb: fingers swap and double letters, and hit the next key, far more often
// than any other.
constexpr double kLikely = 1.0;
constexpr double kCommon = 0.5;
constexpr double kUnlikely = 0.1;

constexpr std::array<std::string_view, 3> kKeyRows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

/// Whether two keys touch on a keyboard; each row stands half a key to the right of the one above.
bool are_neighbours(char a, char b) {
  int row_a = -1;
  int row_b = -1;
  int column_a = 0;
  int column_b = 0;
  for (int row = 0; row < 3; ++row) {
    const std::string_view keys = kKeyRows[static_cast<std::size_t>(row)];
    if (const auto found = keys.find(a); found != std::string_view::npos) {
      row_a = row;
      column_a = static_cast<int>(found);
    }
    if (const auto found = keys.find(b); found != std::string_view::npos) {
      row_b = row;
      column_b = static_cast<int>(found);
    }
  }
  if (row_a < 0 || row_b < 0) {
    return false;
  }
  const int to_the_right = column_b - column_a;
  switch (row_b - row_a) {
    case 0:
      return to_the_right == 1 || to_the_right == -1;
    case 1:
      return to_the_right == 0 || to_the_right == -1;
    case -1:
      return to_the_right == 0 || to_the_right == 1;
    default:
      return false;
  }
}

/// Collects guesses, each once with the likeliest slip that leads to it.
class Guesser {
 public:
  explicit Guesser(std::string_view word) : word_(word) {}

  std::vector<SpellingGuess> run() {
    for (std::size_t i = 0; i < word_.size(); ++i) {
      swap(i);
      leave_out(i);
    }
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      for (std::size_t i = 0; i < word_.size(); ++i) {
        std::string guess(word_);
        guess[i] = letter;
        add(std::move(guess), are_neighbours(letter, word_[i]) ? kCommon : kUnlikely);
      }
      for (std::size_t i = 0; i <= word_.size(); ++i) {
        std::string guess(word_);
        guess.insert(i, 1, letter);
        add(std::move(guess), kCommon);
      }
    }
    return std::move(guesses_);
  }

 private:
  void swap(std::size_t index) {
    if (index + 1 < word_.size()) {
      std::string guess(word_);
      std::swap(guess[index], guess[index + 1]);
      add(std::move(guess), kLikely);
    }
  }

  void leave_out(std::size_t index) {
    const bool doubled = index > 0 && word_[index] == word_[index - 1];
    std::string guess(word_);
    guess.erase(index, 1);
    add(std::move(guess), doubled ? kLikely : kCommon);
  }

  void add(std::string guess, double likelihood) {
    if (guess.empty() || guess == word_) {
      return;
    }
    const auto [known, is_new] = index_by_word_.try_emplace(guess, guesses_.size());
    if (is_new) {
      guesses_.push_back({std::move(guess), likelihood});
    } else {
      double& so_far = guesses_[known->second].likelihood;
      so_far = std::max(so_far, likelihood);
    }
  }

  std::string_view word_;
  std::vector<SpellingGuess> guesses_;
  std::unordered_map<std::string, std::size_t> index_by_word_;
};

}  // namespace

std::vector<SpellingGuess> guesses_of(std::string_view word) {
  return Guesser(word).run();
}

std::vector<std::pair<std::string, std::string>> partings_of(std::string_view letters) {
  std::vector<std::pair<std::string, std::string>> partings;
  partings.reserve(letters.size());
  for (std::size_t i = 1; i < letters.size(); ++i) {
    partings.emplace_back(letters.substr(0, i), letters.substr(i));
  }
  return partings;
}

}  // namespace tracuu
