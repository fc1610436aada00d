#include "indexer/extraction.h"

#include <exception>
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
  std::string charset;
  std::string rejection;  ///< "" when not rejected
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
      outcome.sketch = reprint_sketch(*outcome.article);
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
        [&](Rejection rejection) { reject(std::move(rejection)); });
    flush();
  }

 private:
  void flush() {
    std::vector<Outcome> outcomes(batch_.size());
    run_jobs(batch_.size(), options_.threads,
             [&](std::size_t i) { outcomes[i] = process(batch_[i], sinks_.is_known); });
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      finish(batch_[i], std::move(outcomes[i]));
    }
    batch_.clear();
    batch_bytes_ = 0;
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
      sinks_.take(*outcome.article, std::move(outcome.sketch));
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
};

}  // namespace

void extract_articles(const PipelineOptions& options, Progress& progress, IndexReport& report,
                      const ExtractionSinks& sinks) {
  Extraction(options, progress, report, sinks).run();
}

}  // namespace tracuu
