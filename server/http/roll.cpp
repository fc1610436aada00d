#include "server/http/roll.h"

#include <utility>

namespace tracuu {

Roll::Place::Place(Roll& roll, std::string address, boost::beast::tcp_stream& stream)
    : roll_(roll),
      address_(std::move(address)),
      stream_(stream),
      line_(roll.places_.insert(roll.places_.end(), this)) {
  ++roll_.by_address_[address_];
  ++roll_.size_;
}

Roll::Place::~Place() {
  roll_.places_.erase(line_);
  --roll_.size_;
  const auto count = roll_.by_address_.find(address_);
  if (--count->second == 0) {
    roll_.by_address_.erase(count);
  }
}

std::size_t Roll::count_from(const std::string& address) const {
  const auto count = by_address_.find(address);
  return count == by_address_.end() ? 0 : count->second;
}

void Roll::cancel_idle() {
  for (Place* place : places_) {
    if (place->idle_) {
      place->stream_.cancel();
    }
  }
}

void Roll::close_all() {
  for (Place* place : places_) {
    place->stream_.close();
  }
}

}  // namespace tracuu
