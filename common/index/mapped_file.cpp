#include "common/index/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tracuu {

std::unique_ptr<MappedFile> MappedFile::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return nullptr;
  }
  struct stat status {};
  std::unique_ptr<MappedFile> mapped;
  if (::fstat(descriptor, &status) == 0 && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (begin != MAP_FAILED) {  // NOLINT: the macro casts
      mapped.reset(new MappedFile(std::string_view(static_cast<char*>(begin), size)));
    }
  }
  ::close(descriptor);
  return mapped;
}

MappedFile::~MappedFile() {
  ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());  // NOLINT: as mmap gave it
}

void MappedFile::read_on_demand() const {
  ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);  // NOLINT
  ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_RANDOM);    // NOLINT
}

}  // namespace tracuu
