#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <sstream>

#include "tests/benchmark/scale/figures.h"

namespace tracuu {
namespace {

constexpr int kWidth = 420;
constexpr int kHeight = 300;
constexpr int kLeft = 60;
constexpr int kTop = 40;
constexpr int kLegend = 190;
constexpr std::array<const char*, 12> kColours = {"#0b5fa5", "#c8102e", "#2e7d32", "#8e5a00",
                                                  "#6a1b9a", "#00838f", "#ad1457", "#455a64",
                                                  "#9e9d24", "#4527a0", "#d84315", "#1b5e20"};

constexpr const char* kBare = " (bare Xapian)";

struct Point {
  double x;
  double y;
};
using Lines = std::map<std::string, std::vector<Point>>;

/// An axis on which each power of ten takes the same room.
struct Axis {
  int least = 0;  ///< exponents of ten
  int most = 1;

  double share(double value) const { return (std::log10(value) - least) / (most - least); }
};

Axis axis_of(const Lines& lines, double Point::*part) {
  double least = INFINITY;
  double most = 0;
  for (const auto& [name, points] : lines) {
    for (const Point& point : points) {
      least = std::min(least, point.*part);
      most = std::max(most, point.*part);
    }
  }
  Axis axis{static_cast<int>(std::floor(std::log10(least))),
            static_cast<int>(std::ceil(std::log10(most)))};
  axis.most = std::max(axis.most, axis.least + 1);
  return axis;
}

std::string power(int exponent) {
  std::ostringstream text;
  text << std::pow(10.0, exponent);
  return exponent < 4 ? text.str() : "10^" + std::to_string(exponent);
}

void draw_axes(std::ostream& svg, const Axis& x, const Axis& y) {
  for (int exponent = x.least; exponent <= x.most; ++exponent) {
    const double at = kLeft + kWidth * x.share(std::pow(10.0, exponent));
    svg << "<line class=\"g\" x1=\"" << at << "\" x2=\"" << at << "\" y1=\"" << kTop << "\" y2=\""
        << kTop + kHeight << "\"/><text text-anchor=\"middle\" x=\"" << at << "\" y=\""
        << kTop + kHeight + 18 << "\">" << power(exponent) << "</text>\n";
  }
  for (int exponent = y.least; exponent <= y.most; ++exponent) {
    const double at = kTop + kHeight * (1 - y.share(std::pow(10.0, exponent)));
    svg << "<line class=\"g\" x1=\"" << kLeft << "\" x2=\"" << kLeft + kWidth << "\" y1=\"" << at
        << "\" y2=\"" << at << "\"/><text text-anchor=\"end\" x=\"" << kLeft - 6 << "\" y=\""
        << at + 4 << "\">" << power(exponent) << "</text>\n";
  }
}

void draw_chart(std::ostream& svg, int offset, const char* title, const Lines& lines) {
  svg << "<g transform=\"translate(0," << offset << ")\"><text class=\"t\" x=\"" << kLeft
      << "\" y=\"24\">" << title << "</text>\n";
  const Axis x = axis_of(lines, &Point::x);
  const Axis y = axis_of(lines, &Point::y);
  draw_axes(svg, x, y);
  int line = -1;
  for (const auto& [name, points] : lines) {
    // A map puts what is bare right behind what it is compared with.
    const bool is_bare = name.ends_with(kBare);
    line += is_bare && line >= 0 ? 0 : 1;
    const char* const colour = kColours[static_cast<std::size_t>(line) % kColours.size()];
    svg << "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" << colour
        << (is_bare ? "\" stroke-dasharray=\"5 4" : "") << "\" points=\"";
    for (const Point& point : points) {
      svg << kLeft + kWidth * x.share(point.x) << ',' << kTop + kHeight * (1 - y.share(point.y))
          << ' ';
    }
    svg << "\"/>\n";
    for (const Point& point : points) {
      svg << "<circle r=\"3\" fill=\"" << colour << "\" cx=\"" << kLeft + kWidth * x.share(point.x)
          << "\" cy=\"" << kTop + kHeight * (1 - y.share(point.y)) << "\"/>";
    }
    if (!is_bare) {
      svg << "\n<text fill=\"" << colour << "\" x=\"" << kLeft + kWidth + 12 << "\" y=\""
          << kTop + 12 + 18 * line << "\">" << name << "</text>\n";
    }
  }
  svg << "</g>\n";
}

/// Whether a workload is one of the six that engines are compared by: "a title any".
bool is_compared(const Figure& figure) {
  return figure.name.size() > 1 && figure.name[1] == ' ';
}

Lines latency_lines(const std::vector<Figure>& figures, const char* measure,
                    const std::function<bool(const Figure&)>& is_drawn) {
  Lines lines;
  for (const Figure& figure : figures) {
    if (figure.clients == 1 && figure.measure == measure && figure.value > 0 && is_drawn(figure)) {
      lines[figure.name + (figure.part == "raw" ? kBare : "")].push_back(
          {static_cast<double>(figure.articles), figure.value});
    }
  }
  return lines;
}

Lines size_lines(const std::vector<Figure>& figures) {
  constexpr double kMegabyte = 1e6;
  Lines lines;
  for (const Figure& figure : figures) {
    const bool is_bytes = figure.measure.ends_with("_bytes") && figure.value > 0;
    if (is_bytes && (figure.part == "memory" || figure.part == "build")) {
      lines[figure.name + ' ' + figure.measure.substr(0, figure.measure.size() - 6)].push_back(
          {static_cast<double>(figure.articles), figure.value / kMegabyte});
    }
  }
  return lines;
}

}  // namespace

std::string scaling_drawing(const std::vector<Figure>& figures) {
  const std::array<std::pair<const char*, Lines>, 4> charts = {
      {{"Median latency in ms by articles, one client; dashed: bare Xapian",
        latency_lines(figures, "p50_ms",
                      [](const Figure& figure) {
                        return is_compared(figure) &&
                               (figure.part == "query" || figure.part == "raw");
                      })},
       {"Median latency in ms by articles, one client: what else is asked",
        latency_lines(
            figures, "p50_ms",
            [](const Figure& figure) { return figure.part == "query" && !is_compared(figure); })},
       {"99th of 100 latencies in ms by articles, one client",
        latency_lines(figures, "p99_ms",
                      [](const Figure& figure) { return figure.part == "query"; })},
       {"Memory and disk in MB by articles", size_lines(figures)}}};
  constexpr int kChart = kTop + kHeight + 40;
  std::ostringstream body;
  int offset = 0;
  for (const auto& [title, lines] : charts) {
    if (!lines.empty()) {
      draw_chart(body, offset, title, lines);
      offset += kChart;
    }
  }
  std::ostringstream svg;
  svg << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" << kLeft + kWidth + kLegend
      << ' ' << std::max(offset, 1)
      << "\"><style>text{font:12px sans-serif}.t{font-weight:bold}"
         ".g{stroke:#ddd}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
      << body.str() << "</svg>\n";
  return svg.str();
}

}  // namespace tracuu
