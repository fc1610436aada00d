#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tracuu {

/// One measured number.
struct Figure {
  std::uint64_t articles = 0;  ///< size of the corpus
  std::string part;            ///< "build", "query", "cold", "raw", "bare", "memory"
  std::string name;            ///< workload, or what was built
  int clients = 0;             ///< 0 where none asks
  std::string measure;         ///< "p50_ms", "articles_per_s" ...
  double value = 0;

  bool operator==(const Figure&) const = default;
};

/// Writes figures as CSV with a header.
void write_figures(const std::filesystem::path& file, const std::vector<Figure>& figures);

/// Reads what write_figures() wrote. Throws std::runtime_error, naming the line that is none.
std::vector<Figure> read_figures(const std::filesystem::path& file);

/// Prints figures as a table, those of one part, name and number of clients on a line.
std::string figures_table(const std::vector<Figure>& figures);

/// Draws how figures grow with the corpus: latency of each workload (median and 99th in 100, one
/// client), and memory and disk, on logarithmic axes. Returns an SVG document.
std::string scaling_drawing(const std::vector<Figure>& figures);

}  // namespace tracuu
