#include "indexer/extraction.h"

#include <exception>
#include <future>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/article_reader.h"
#include "indexer/parallel.h"

namespace tracuu {
namespace {

/// Inputs are read in batches: enough to keep all cores busy, small enough to hold.
constexpr std::size_t kBatchInputs = 256;
constexpr std::size_t kBatchBytes = 16U << 20U;

/// What became of one input.
struct Outcome {
  std::optional<Article> article;
  ReprintSketch sketch;  ///< of the article
  ArticleTokens tokens;  ///< of the article
  std::string charset;
  std::string rejection;  ///< "" when not rejected
};

/// Inputs that are read together.
struct Batch {
  std::vector<RawInput> inputs;
  std::vector<Outcome> outcomes;
};

Outcome process(const RawInput& input, const std::function<bool(const RawPage&)>& is_known) {
  Outcome outcome;
  try {
    Result<RawPage> page = read_page(input);
    if (!page) {
      outcome.rejection = page.error().message;
      return outcome;
    }
    outcome.charset = name_of(page->charset);
    if (is_known(*page)) {
      return outcome;
    }
    Result<ReadArticle> read = read_article(std::move(*page));
    if (read) {
      outcome.article = std::move(read->article);
      outcome.tokens = tokens_of(*outcome.article);
      outcome.sketch = reprint_sketch(*outcome.article, outcome.tokens);
    } else {
      outcome.rejection = read.error().message;
    }
  } catch (const std::exception& error) {
    // One bad page never stops a run, whatever it does to the program.
    outcome.rejection = std::string("page: cannot be processed: '") + error.what() + "'";
  }
  return outcome;
}

/// Reads all inputs on all cores and hands the articles on in the order of the inputs.
class Extraction {
 public:
  Extraction(const PipelineOptions& options, Progress& progress, IndexReport& report,
             const ExtractionSinks& sinks)
      : options_(options), progress_(progress), report_(report), sinks_(sinks) {}

  void run() {
    walk_inputs(
        options_.inputs,
        [&](RawInput input) {
          batch_bytes_ += input.bytes.size();
          batch_.push_back(std::move(input));
          if (batch_.size() >= kBatchInputs || batch_bytes_ >= kBatchBytes) {
            flush();
          }
          return true;
        },
        [&](Rejection rejection) {
          wait();
          reject(std::move(rejection));
        });
    flush();
    wait();
  }

 private:
  void flush() {
    Batch batch;
    batch.inputs = std::exchange(batch_, {});
    batch.outcomes.resize(batch.inputs.size());
    batch_bytes_ = 0;
    run_jobs(batch.inputs.size(), options_.threads,
             [&](std::size_t i) { batch.outcomes[i] = process(batch.inputs[i], sinks_.is_known); });
    wait();
    finishing_ = std::async(std::launch::async, [this, batch = std::move(batch)]() mutable {
      for (std::size_t i = 0; i < batch.inputs.size(); ++i) {
        finish(batch.inputs[i], std::move(batch.outcomes[i]));
      }
    });
  }

  /// Waits until what was read is handed on.
  void wait() {
    if (finishing_.valid()) {
      finishing_.get();
    }
  }

  void finish(const RawInput& input, Outcome outcome) {
    report_.bytes += input.bytes.size();
    progress_.bytes_read += input.bytes.size();
    ++progress_.pages_read;
    if (!outcome.charset.empty()) {
      ++report_.charsets[outcome.charset];
    }
    if (!outcome.rejection.empty()) {
      sinks_.take_unread_id(input.id);
      reject({input.file, std::move(outcome.rejection)});
    } else if (outcome.article) {
      report_.undated += outcome.article->published ? 0 : 1;
      sinks_.take(*outcome.article, std::move(outcome.sketch), outcome.tokens);
    } else {
      ++report_.unchanged;
    }
  }

  void reject(Rejection rejection) {
    ++progress_.rejected;
    report_.rejections.push_back(std::move(rejection));
  }

  const PipelineOptions& options_;
  Progress& progress_;
  IndexReport& report_;
  const ExtractionSinks& sinks_;
  std::vector<RawInput> batch_;
  std::size_t batch_bytes_ = 0;
  std::future<void> finishing_;
};

}  // namespace

void extract_articles(const PipelineOptions& options, Progress& progress, IndexReport& report,
                      const ExtractionSinks& sinks) {
  Extraction(options, progress, report, sinks).run();
}

}  // namespace tracuu
