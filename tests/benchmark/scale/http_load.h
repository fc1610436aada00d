#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace tracuu {

/// What some clients saw who asked again as soon as they were answered.
struct Load {
  std::vector<double> milliseconds;  ///< of each request, sorted
  std::uint64_t errors = 0;          ///< 400 and above
  double seconds = 0;                ///< from the first request to the last answer

  double percentile(double share) const;  ///< 0.5: the median; 0 of nothing
  double per_second() const;
};

/// How long to ask.
struct LoadBounds {
  std::chrono::duration<double> time{1.0};
  std::size_t least = 20;       ///< requests of each client, however long they take
  std::size_t most = SIZE_MAX;  ///< of each client
};

/// Asks a server of this machine for the targets, in turn, with each client on a connection of its
/// own and at another place of the list. Throws std::runtime_error when it cannot be reached.
Load ask(int port, const std::vector<std::string>& targets, int clients, const LoadBounds& bounds);

}  // namespace tracuu
