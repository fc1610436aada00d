#include "server/http/roll.h"

#include <utility>

#include "server/http/address.h"

namespace tracuu {

Roll::Place::Place(Roll& roll, std::string address, boost::beast::tcp_stream& stream)
    : roll_(roll),
      address_(std::move(address)),
      network_(network_of(address_)),
      stream_(stream),
      line_(roll.places_.insert(roll.places_.end(), this)) {
  ++roll_.by_network_[network_];
  ++roll_.size_;
}

Roll::Place::~Place() {
  roll_.places_.erase(line_);
  strike();
}

void Roll::Place::set_idle(bool idle) {
  if (idle && !idle_) {
    idle_since_ = std::chrono::steady_clock::now();
  }
  idle_ = idle;
}

void Roll::Place::dismiss() {
  stream_.close();
  strike();
}

void Roll::Place::strike() {
  if (!std::exchange(counted_, false)) {
    return;
  }
  --roll_.size_;
  const auto count = roll_.by_network_.find(network_);
  if (--count->second == 0) {
    roll_.by_network_.erase(count);
  }
}

std::size_t Roll::count_from(std::string_view address) const {
  const auto count = by_network_.find(network_of(address));
  return count == by_network_.end() ? 0 : count->second;
}

bool Roll::dismiss_longest_idle(std::string_view address) {
  const std::string network = network_of(address);
  Place* longest = nullptr;
  for (Place* place : places_) {
    boost::system::error_code error;
    if (place->counted_ && place->idle_ && (network.empty() || place->network_ == network) &&
        (longest == nullptr || place->idle_since_ < longest->idle_since_) &&
        place->stream_.socket().available(error) == 0) {
      longest = place;
    }
  }
  if (longest == nullptr) {
    return false;
  }
  longest->dismiss();
  return true;
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
