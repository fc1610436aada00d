#include "server/http/acceptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <system_error>
#include <utility>

namespace tracuu {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// Throws when an operation of Asio has failed; `what` begins the sentence.
void require(const boost::system::error_code& error, const std::string& what) {
  if (error) {
    throw std::system_error(static_cast<std::error_code>(error), what);
  }
}

}  // namespace

void SpareDescriptor::open() {
  descriptor_ = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

void SpareDescriptor::close() {
  if (descriptor_ >= 0) {
    ::close(std::exchange(descriptor_, -1));
  }
}

tcp::acceptor open_acceptor(asio::io_context& io, const ListenerOptions& options) {
  const std::string what =
      "cannot listen on " + options.address + " port " + std::to_string(options.port);
  boost::system::error_code error;
  const auto address = asio::ip::make_address(options.address, error);
  require(error, what);
  const tcp::endpoint endpoint(address, options.port);
  tcp::acceptor acceptor(io);
  acceptor.open(endpoint.protocol(), error);
  require(error, what);
  acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (address.is_v6()) {
    acceptor.set_option(asio::ip::v6_only(false), error);
  }
  acceptor.bind(endpoint, error);
  require(error, what);
  acceptor.listen(asio::socket_base::max_listen_connections, error);
  require(error, what);
  return acceptor;
}

std::string address_text(const tcp::endpoint& endpoint) {
  const auto address = endpoint.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

}  // namespace tracuu
