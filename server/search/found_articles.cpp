#include "server/search/found_articles.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "server/search/found_articles_state.h"
#include "server/search/hit_reader.h"

namespace tracuu {

FoundArticles::FoundArticles(std::unique_ptr<State> state) : state_(std::move(state)) {}
FoundArticles::FoundArticles(FoundArticles&&) noexcept = default;
FoundArticles& FoundArticles::operator=(FoundArticles&&) noexcept = default;
FoundArticles::~FoundArticles() = default;

const SearchResult& FoundArticles::result() const {
  return state_->result;
}

std::size_t FoundArticles::size() const {
  return state_->page.size();
}

std::vector<Hit> FoundArticles::next(std::size_t most, const Deadline& deadline) {
  State& state = *state_;
  const std::size_t end = state.done + std::min(most, state.page.size() - state.done);
  std::vector<Hit> hits;
  hits.reserve(end - state.done);
  try {
    for (; state.done < end; ++state.done) {
      deadline.check();
      hits.push_back(read_hit(state.snapshot->terms().stored(), state.snapshot->reprints(),
                              state.highlighter, state.page[state.done], &state.matches));
    }
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("index: cannot be read: '" + error.get_description() + "'");
  }
  return hits;
}

}  // namespace tracuu
