#include "indexer/article_spool.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace tracuu {

ArticleSpool::ArticleSpool(std::filesystem::path file)
    : file_(std::move(file)),
      descriptor_(
          ::open(file_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
  if (descriptor_ < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
}

ArticleSpool::~ArticleSpool() {
  ::close(descriptor_);
  std::error_code gone_already;
  std::filesystem::remove(file_, gone_already);
}

ArticleSpool::Place ArticleSpool::append(const Article& article) {
  const std::string bytes = serialize(article);
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::write(descriptor_, bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
    }
    done += count > 0 ? static_cast<std::size_t>(count) : 0;
  }
  const Place place{size_, bytes.size()};
  size_ += bytes.size();
  return place;
}

Article ArticleSpool::load(Place place) const {
  std::string bytes(place.size, '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::pread(descriptor_, bytes.data() + done, bytes.size() - done,
                                  static_cast<off_t>(place.offset + done));
    if (count == 0 || (count < 0 && errno != EINTR)) {
      throw std::system_error(errno, std::generic_category(), "cannot read " + file_.string());
    }
    done += count > 0 ? static_cast<std::size_t>(count) : 0;
  }
  Result<Article> article = deserialize(bytes);
  if (!article) {
    throw std::runtime_error(article.error().message);
  }
  return std::move(*article);
}

}  // namespace tracuu
