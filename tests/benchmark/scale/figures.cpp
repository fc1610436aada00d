#include "tests/benchmark/scale/figures.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tracuu {
namespace {

constexpr const char* kHeader = "articles,part,name,clients,measure,value";

std::string printed(double value) {
  std::ostringstream text;
  text.precision(6);
  text << value;
  return text.str();
}

Figure parse(const std::string& line) {
  std::istringstream cells(line);
  Figure figure;
  std::string articles;
  std::string clients;
  std::string value;
  std::getline(cells, articles, ',');
  std::getline(cells, figure.part, ',');
  std::getline(cells, figure.name, ',');
  std::getline(cells, clients, ',');
  std::getline(cells, figure.measure, ',');
  std::getline(cells, value, ',');
  const auto read = [&](const std::string& text, auto& number) {
    const char* const end = text.data() + text.size();
    if (text.empty() || std::from_chars(text.data(), end, number).ptr != end) {
      throw std::runtime_error("not a line of figures: '" + line + "'");
    }
  };
  read(articles, figure.articles);
  read(clients, figure.clients);
  read(value, figure.value);
  return figure;
}

}  // namespace

void write_figures(const std::filesystem::path& file, const std::vector<Figure>& figures) {
  std::ofstream out(file);
  out << kHeader << '\n';
  for (const Figure& figure : figures) {
    out << figure.articles << ',' << figure.part << ',' << figure.name << ',' << figure.clients
        << ',' << figure.measure << ',' << printed(figure.value) << '\n';
  }
  if (!out.flush()) {
    throw std::runtime_error("cannot write " + file.string());
  }
}

std::vector<Figure> read_figures(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<Figure> figures;
  std::string line;
  if (!std::getline(in, line) || line != kHeader) {
    throw std::runtime_error("no figures in " + file.string());
  }
  while (std::getline(in, line)) {
    figures.push_back(parse(line));
  }
  return figures;
}

std::string figures_table(const std::vector<Figure>& figures) {
  std::ostringstream table;
  const Figure* before = nullptr;
  for (const Figure& figure : figures) {
    if (before == nullptr || before->articles != figure.articles || before->part != figure.part ||
        before->name != figure.name || before->clients != figure.clients) {
      std::string head = figure.part + ' ' + figure.name;
      head += figure.clients > 0 ? " x" + std::to_string(figure.clients) : "";
      head.resize(std::max<std::size_t>(head.size(), 30), ' ');
      table << (before == nullptr ? "" : "\n") << figure.articles << '\t' << head;
    }
    table << "  " << figure.measure << ' ' << printed(figure.value);
    before = &figure;
  }
  table << '\n';
  return table.str();
}

}  // namespace tracuu
