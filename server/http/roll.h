#pragma once

#include <atomic>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <cstddef>
#include <list>
#include <map>
#include <string>
#include <string_view>

namespace tracuu {

/// Who is connected: counts connections in all and by network, and reaches them when the server
/// stops. Not thread-safe, but for size().
class Roll {
 public:
  /// One connection's line in the roll, struck by the destructor.
  class Place {
   public:
    /// `stream` must outlive the place.
    Place(Roll& roll, std::string address, boost::beast::tcp_stream& stream);
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place();

    const std::string& address() const { return address_; }
    /// Says whether the connection only waits for a request, so that a stop, or somebody who finds
    /// no room, may cut it.
    void set_idle(bool idle);

   private:
    friend class Roll;

    void dismiss();
    void strike();

    Roll& roll_;
    std::string address_;
    std::string network_;
    boost::beast::tcp_stream& stream_;
    bool idle_ = true;
    bool counted_ = true;
    std::chrono::steady_clock::time_point idle_since_ = std::chrono::steady_clock::now();
    std::list<Place*>::iterator line_;
  };

  std::size_t size() const { return size_; }
  /// Counts connections from the network_of() an address: whoever has one IPv6 address has 2^64.
  std::size_t count_from(std::string_view address) const;

  /// Closes the connection that has been idle longest, of those from the network_of() an address
  /// when one is given, and strikes it from the counts at once. One whose client is just sending is
  /// left alone. Returns whether there was one.
  bool dismiss_longest_idle(std::string_view address = {});

  /// Ends the waits of idle connections; those that answer a request go on.
  void cancel_idle();
  /// Closes every connection.
  void close_all();

 private:
  std::list<Place*> places_;
  std::map<std::string, std::size_t> by_network_;
  std::atomic<std::size_t> size_{0};
};

}  // namespace tracuu
