#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "common/index/checksum.h"
#include "common/index/frequent_terms.h"
#include "common/index/generation.h"
#include "common/index/lexicon.h"
#include "common/index/manifest.h"
#include "common/index/rare_terms.h"
#include "common/index/token_streams.h"
#include "tests/fuzz/expect.h"
#include "tests/support/file_bytes.h"
#include "tests/support/temporary_directory.h"

namespace {

using namespace tracuu;
namespace fs = std::filesystem;

void write(const fs::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// A small generation as it is written, and a folder in which its files are damaged.
struct Sample {
  Sample() {
    const std::vector<std::uint32_t> docids{3, 7, 20};
    const std::vector<std::uint32_t> lengths{10, 20, 30};
    write_lexicon(whole, {{"Nghị quyết 36", 3}, {"Chính quyền điện tử", 7}, {"Hải Phòng", 20}},
                  {{"công nghệ thông tin", 5}, {"hải phòng", 2}});
    const std::vector<TermPosting> postings{{0, 1}, {1, 2}, {2, 9}};
    FrequentTermsWriter frequent(whole, docids, lengths);
    frequent.add("XPhai-phong", postings, frequent.stored(postings));
    frequent.finish();
    RareTermsWriter rare(whole);
    for (TermKey key = 1; key < 200; ++key) {
      rare.add(key * 7, postings);
    }
    rare.finish();
    TokenStreamsWriter streams(whole);
    for (const std::uint32_t docid : docids) {
      std::vector<StreamUnit> units;
      append_units(0, units);
      append_units(kTitleEnd, units);
      append_units(1, units);
      streams.add(docid, units);
    }
    streams.finish({{"nghi", "nghi5", 3}, {"quyet", "quyêt1", 3}});
    write_manifest(whole);
  }
  const TemporaryDirectory written;
  const TemporaryDirectory damaged;
  const fs::path whole = written.path();
};

/// Returns `bytes` with some of them changed, or the end cut off or repeated, as `data` says.
std::string damage(std::string bytes, const std::uint8_t* data, std::size_t size) {
  for (std::size_t i = 0; i + 2 < size && i < 30 && !bytes.empty(); i += 3) {
    const std::size_t at = (data[i] * 256U + data[i + 1]) % bytes.size();
    if (data[i + 2] == 0) {
      bytes.resize(at);
    } else {
      bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(data[i + 2]));
    }
  }
  return bytes;
}

/// Opens a file and reads all of it. Returns whether it was refused.
template <typename File, typename Read>
bool is_refused(const fs::path& directory, Read read) {
  const Result<File> file = File::open(directory);
  if (!file) {
    expect(file.error().message.starts_with("index: "), "a refusal says what is wrong");
    return true;
  }
  try {
    return !read(*file);
  } catch (const std::runtime_error& error) {
    expect(std::string_view(error.what()).starts_with("index: "), "so does a late one");
    return true;
  }
}

bool is_refused(const fs::path& directory, std::string_view name) {
  if (name == kLexiconFile) {
    return is_refused<Lexicon>(directory, [](const Lexicon&) { return true; });
  }
  if (name == kFrequentTermsFile) {
    return is_refused<FrequentTerms>(directory, [](const FrequentTerms& terms) {
      terms.find("XPhai-phong");
      return terms.is_sound();
    });
  }
  if (name == kRareTermsFile) {
    return is_refused<RareTerms>(directory, [](const RareTerms& terms) {
      terms.find(700);
      return terms.is_sound();
    });
  }
  return is_refused<TokenStreams>(directory,
                                  [](const TokenStreams& streams) { return streams.is_sound(); });
}

void read_manifest_of(const fs::path& directory, const std::string& text) {
  write(directory / kManifestFile, text);
  const Result<Manifest> manifest = read_manifest(directory);
  if (!manifest) {
    expect(manifest.error().message.starts_with("index: "), "a refusal says what is wrong");
    return;
  }
  for (const ManifestEntry& file : manifest->files) {
    const fs::path name(file.name);
    expect(name.is_relative() && std::find(name.begin(), name.end(), "..") == name.end(),
           "names stay inside");
    expect(std::distance(name.begin(), name.end()) <= 2, "they name files of one folder at most");
  }
  verify_files(directory);
}

}  // namespace

// Whatever stands in a file of an index, it is read as it was written or refused in a sentence.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Sample sample;
  const fs::path& directory = sample.damaged.path();
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const char* name : {kLexiconFile, kFrequentTermsFile, kRareTermsFile, kTokenStreamsFile}) {
    const std::string whole = file_bytes(sample.whole / name);
    for (const std::string& damaged : {bytes, damage(whole, data, size)}) {
      write(directory / name, damaged);
      expect(damaged == whole || is_refused(directory, name), "no damage goes unseen");
    }
  }
  const std::string manifest = file_bytes(sample.whole / kManifestFile);
  const std::string lines = damage(manifest.substr(0, manifest.rfind("end ")), data, size);
  read_manifest_of(directory, bytes);
  read_manifest_of(directory, lines);
  // As if whoever wrote it had meant it so.
  read_manifest_of(directory, lines + "end " + checksum_of(lines) + "\n");
  write(directory / "CURRENT", bytes);
  const Result<Generation> current = current_generation(directory);
  expect(current || current.error().message.starts_with("index: "), "CURRENT is read or refused");
  return 0;
}
