#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tracuu {

/// Writes who has which term (see common/index/{frequent,rare}_terms.h) into the directory of a new
/// generation. Equal generations give equal bytes. Throws std::runtime_error, std::system_error
/// among them.
class TermsBuilder {
 public:
  /// Collects the terms of the text from the token streams in `directory` on `threads` threads.
  /// Memory is bounded by the terms of kRunArticles articles a thread.
  TermsBuilder(std::filesystem::path directory, std::size_t threads);
  ~TermsBuilder();
  TermsBuilder(const TermsBuilder&) = delete;
  TermsBuilder& operator=(const TermsBuilder&) = delete;

  /// Writes the files, with the frequent terms of entities from the database beside them.
  void write();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Adds a sentence to `problems` for each file of terms in `directory` that is not as it was
/// written.
void check_terms(const std::filesystem::path& directory, std::vector<std::string>& problems);

}  // namespace tracuu
