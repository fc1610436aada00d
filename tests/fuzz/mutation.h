#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace tracuu {

/// Makes new inputs from seeds: bytes flipped, cut, repeated, spliced, and pieces put in that
/// matter to readers of Vietnamese pages. The same seeds and number give the same inputs.
class Mutation {
 public:
  Mutation(std::vector<std::string> seeds, std::uint32_t number)
      : seeds_(std::move(seeds)), random_(number) {}

  /// Returns the next input, at most 8 KiB, one in 64 repeated up to 64 KiB.
  std::string next();
  /// Returns a piece of a seed repeated to `size` bytes.
  std::string repeated(std::size_t size);

 private:
  std::size_t below(std::size_t limit);
  const std::string& seed() { return seeds_[below(seeds_.size())]; }
  void change(std::string& input);

  std::vector<std::string> seeds_;
  std::mt19937 random_;
};

}  // namespace tracuu
