#pragma once

#include <memory>

namespace tracuu {

/// A server of this process that answers every request with the same few bytes: what Boost.Beast
/// and the machine cost by themselves. A thread for each connection.
class BareBeast {
 public:
  BareBeast();
  ~BareBeast();
  BareBeast(const BareBeast&) = delete;
  BareBeast& operator=(const BareBeast&) = delete;

  int port() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tracuu
