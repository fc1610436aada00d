#include "tests/benchmark/relevance/judged_folder.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "tests/benchmark/relevance/retyping.h"

namespace tracuu {
namespace {

std::ifstream open(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) {
    throw std::runtime_error("cannot be read: '" + file.string() + "'");
  }
  return in;
}

std::map<std::string, std::set<std::string>> read_judgements(const std::filesystem::path& file) {
  std::map<std::string, std::set<std::string>> relevant;
  std::ifstream in = open(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream columns(line);
    std::string query;
    std::string article;
    int relevance = 0;
    if (columns >> query >> article >> relevance && relevance > 0) {
      relevant[query].insert(article);
    }
  }
  return relevant;
}

}  // namespace

std::vector<JudgedQuery> read_judged_folder(const std::filesystem::path& folder) {
  const auto relevant = read_judgements(folder / "qrels.tsv");
  std::ifstream in = open(folder / "queries.jsonl");
  std::vector<JudgedQuery> queries;
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json query = nlohmann::json::parse(line);
    const auto judged = relevant.find(query.at("id").get<std::string>());
    if (judged == relevant.end()) {
      continue;
    }
    const auto text = query.at("text").get<std::string>();
    queries.push_back({"as asked", text, judged->second});
    queries.push_back({"no marks", without_marks(text), judged->second});
    queries.push_back({"half without marks", partly_without_marks(text, 2), judged->second});
    queries.push_back({"a third without marks", partly_without_marks(text, 3), judged->second});
  }
  return queries;
}

}  // namespace tracuu
