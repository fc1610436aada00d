// Scores `extract` against labels and measures its speed.
//   entity_benchmark                          the bundled corpus, tuned part and hold-out apart
//   entity_benchmark ARTICLES LABELS.jsonl    any folder of captures and its labels
//   --details                                 also each difference; refused for the hold-out
//   --no-speed                                the scores alone

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/article_reader.h"
#include "indexer/report.h"
#include "tests/benchmark/entities/scores.h"
#include "tests/benchmark/entities/speed.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

struct LabelledSet {
  std::string name;
  fs::path articles;
  fs::path labels;
  bool held_out = false;
};

std::vector<RawInput> inputs_of(const fs::path& folder) {
  std::vector<RawInput> inputs;
  walk_inputs(
      {folder},
      [&](RawInput input) {
        inputs.push_back(std::move(input));
        return true;
      },
      [](const Rejection&) {});
  return inputs;
}

/// Returns what `extract` prints of each input, by file name.
std::map<std::string, Json> outputs_of(const std::vector<RawInput>& inputs) {
  std::map<std::string, Json> outputs;
  for (const RawInput& input : inputs) {
    Result<RawPage> page = read_page(input);
    const Result<ReadArticle> read = page ? read_article(std::move(*page)) : page.error();
    if (read) {
      outputs.emplace(fs::path(input.file).filename(), Json::parse(to_extract_json(read->article)));
    }
  }
  return outputs;
}

void report(const LabelledSet& set, bool details, bool speed) {
  const std::vector<RawInput> inputs = inputs_of(set.articles);
  const std::map<std::string, Json> outputs = outputs_of(inputs);
  std::ifstream labels(set.labels);
  if (!labels) {
    throw std::runtime_error("labels: cannot be read: '" + set.labels.string() + "'");
  }
  Scores scores;
  for (std::string line; std::getline(labels, line);) {
    const Json label = Json::parse(line);
    const auto output = outputs.find(label.at("doc").get<std::string>());
    add_to(scores, label, output == outputs.end() ? nullptr : &output->second);
  }
  std::fputs(table_of(scores, set.name).c_str(), stdout);
  if (details && !set.held_out) {
    for (const Difference& difference : scores.differences) {
      std::printf("  %s\t%s\tfound '%s'\tlabel '%s'\n", difference.doc.c_str(),
                  difference.kind.c_str(), difference.extra.c_str(), difference.missing.c_str());
    }
  }
  if (speed) {
    std::fputs(speed_table(inputs).c_str(), stdout);
  }
  std::fputs("\n", stdout);
}

int run(const std::vector<std::string>& arguments) {
  bool details = false;
  bool speed = true;
  std::vector<fs::path> paths;
  for (const std::string& argument : arguments) {
    if (argument == "--details") {
      details = true;
    } else if (argument == "--no-speed") {
      speed = false;
    } else {
      paths.emplace_back(argument);
    }
  }
  if (paths.size() == 1 || paths.size() > 2) {
    throw std::runtime_error("arguments: name a folder of captures and its labels, or neither");
  }
  if (paths.size() == 2) {
    report({paths[0], paths[0], paths[1], paths[0].filename() == "holdout"}, details, speed);
    return 0;
  }
  const fs::path corpus = fs::path(TRACUU_SOURCE_DIR) / "corpus";
  for (const bool held_out : {false, true}) {
    const std::string part = held_out ? "holdout" : "tuned";
    report({"corpus, " + part, corpus / "articles" / part, corpus / "labels" / (part + ".jsonl"),
            held_out},
           details, speed && !held_out);
  }
  return 0;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  try {
    return tracuu::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "entity_benchmark: %s\n", error.what());
    return 64;
  }
}
