#include <httplib.h>
#include <algorithm>
#include <stdexcept>

#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdio>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/benchmark/relevance/judged_folder.h"
#include "tests/benchmark/relevance/known_items.h"
#include "tests/benchmark/relevance/measures.h"
#include "tests/support/server_process.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

struct Options {
  std::string path;
  std::vector<std::string> parameters;  ///< "match=any"
  std::size_t articles = 10'000;
  std::size_t queries = 500;
  unsigned seed = 20'260'101;
  bool list_misses = false;
};

httplib::Params parsed(const std::vector<std::string>& parameters) {
  httplib::Params pairs;
  for (const std::string& parameter : parameters) {
    const std::size_t equals = parameter.find('=');
    if (equals == std::string::npos) {
      throw std::runtime_error("--parameter: not of the form name=value: '" + parameter + "'");
    }
    pairs.emplace(parameter.substr(0, equals), parameter.substr(equals + 1));
  }
  return pairs;
}

struct Answer {
  std::vector<std::string> hits;
  bool refused = false;
};

Answer ask(httplib::Client& client, const std::string& text, const httplib::Params& more) {
  httplib::Params query{{"q", text}, {"limit", "10"}, {"facets", "none"}, {"highlight", "none"}};
  query.insert(more.begin(), more.end());
  const httplib::Result response = client.Get("/api/v1/search", query, httplib::Headers());
  if (!response || response->status != 200) {
    return {{}, true};
  }
  Answer answer;
  const nlohmann::json body = nlohmann::json::parse(response->body);
  for (const auto& hit : body.at("hits")) {
    answer.hits.push_back(hit.at("id"));
  }
  return answer;
}

/// Asks every question, two at a time; the answers stand in the order of the questions.
std::vector<Answer> ask_all(int port, const std::vector<JudgedQuery>& queries,
                            const httplib::Params& more) {
  std::vector<Answer> answers(queries.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    httplib::Client client("127.0.0.1", port);
    client.set_keep_alive(true);
    for (std::size_t i = next++; i < queries.size(); i = next++) {
      answers[i] = ask(client, queries[i].text, more);
    }
  };
  std::thread second(work);
  work();
  second.join();
  return answers;
}

void print_table(const std::vector<JudgedQuery>& queries, const std::vector<Answer>& answers,
                 bool list_misses) {
  std::vector<std::pair<std::string, QualityMean>> rows;
  std::size_t refused = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    auto row = std::find_if(rows.begin(), rows.end(),
                            [&](const auto& known) { return known.first == queries[i].kind; });
    if (row == rows.end()) {
      row = rows.insert(rows.end(), {queries[i].kind, {}});
    }
    const Quality quality = judge(answers[i].hits, queries[i].relevant);
    row->second.add(quality);
    refused += answers[i].refused ? 1 : 0;
    if (list_misses && quality.success_at_1 == 0) {
      std::printf("miss: %s: %s -> %s (%.2f)\n", queries[i].kind.c_str(), queries[i].text.c_str(),
                  queries[i].relevant.begin()->c_str(), quality.mrr_at_10);
    }
  }
  std::printf("| questions | n | success@1 | MRR@10 | nDCG@10 | recall@10 |\n");
  std::printf("| --- | --- | --- | --- | --- | --- |\n");
  for (const auto& [kind, quality] : rows) {
    const Quality mean = quality.mean();
    std::printf("| %s | %zu | %.4f | %.4f | %.4f | %.4f |\n", kind.c_str(), quality.count(),
                mean.success_at_1, mean.mrr_at_10, mean.ndcg_at_10, mean.recall_at_10);
  }
  std::printf("%zu questions were refused\n", refused);
}

/// Indexes `articles`, asks all of `queries` of a real server and prints the table.
void measure(const std::filesystem::path& articles, const std::vector<JudgedQuery>& queries,
             const Options& options) {
  const TemporaryDirectory directory;
  const std::filesystem::path index = directory.path() / "index";
  std::string output;
  if (run_program({TRACUU_INDEXER, "build", "--index", index.string(), articles.string()},
                  output) != 0) {
    throw std::runtime_error("the index could not be built");
  }
  const ServerProcess server(index);
  print_table(queries, ask_all(server.port(), queries, parsed(options.parameters)),
              options.list_misses);
}

void measure_known_items(const Options& options) {
  const std::vector<PlainArticle> articles = read_articles(options.path, options.articles);
  const TemporaryDirectory directory;
  const std::filesystem::path part = directory.path() / "articles.jsonl";
  {
    std::ofstream out(part);
    for (const PlainArticle& article : articles) {
      out << nlohmann::json{{"id", article.id}, {"title", article.title}, {"text", article.text}}
          << '\n';
    }
  }
  measure(part, known_items(articles, options.queries, options.seed), options);
}

int run(int argc, char** argv) {
  CLI::App app("Measures how well the real server ranks: success@1, MRR@10, nDCG@10, recall@10");
  Options options;
  app.add_option("--parameter", options.parameters, "of every request: match=any");
  app.add_flag("--misses", options.list_misses, "also list the questions whose first hit is wrong");
  app.require_subcommand(1);
  CLI::App* folder =
      app.add_subcommand("questions", "a folder with corpus.jsonl, queries.jsonl and qrels.tsv");
  folder->add_option("folder", options.path)->required();
  CLI::App* known =
      app.add_subcommand("known-items", "questions taken from the articles of a JSONL file");
  known->add_option("file", options.path)->required();
  known->add_option("--articles", options.articles, "how many of the file's articles are indexed");
  known->add_option("--queries", options.queries, "how many questions of a kind");
  known->add_option("--seed", options.seed, "of the draw");
  CLI11_PARSE(app, argc, argv);
  if (folder->parsed()) {
    measure(std::filesystem::path(options.path) / "corpus.jsonl", read_judged_folder(options.path),
            options);
  } else {
    measure_known_items(options);
  }
  return 0;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  try {
    return tracuu::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "relevance_benchmark: %s\n", error.what());
    return 1;
  }
}
