#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>

#include "server/http/listener_options.h"

namespace tracuu {

/// A descriptor kept for the moment when there is none: giving it up lets the server accept, and
/// thereby close, the connection that would else wait in the kernel without an answer.
class SpareDescriptor {
 public:
  SpareDescriptor() { open(); }
  SpareDescriptor(const SpareDescriptor&) = delete;
  SpareDescriptor& operator=(const SpareDescriptor&) = delete;
  ~SpareDescriptor() { close(); }

  void open();
  void close();

 private:
  int descriptor_ = -1;
};

/// Returns an acceptor that listens as the options say. Throws std::system_error with the address
/// and port when it cannot.
boost::asio::ip::tcp::acceptor open_acceptor(boost::asio::io_context& io,
                                             const ListenerOptions& options);

/// Prints the address of `endpoint`. A client of "::" that speaks IPv4 counts, and is logged, as
/// the IPv4 address it has.
std::string address_text(const boost::asio::ip::tcp::endpoint& endpoint);

}  // namespace tracuu
