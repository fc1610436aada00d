#pragma once

#include <set>
#include <string>

#include "common/index/article.h"
#include "indexer/known_papers.h"

namespace tracuu {

/// Resolves over a whole corpus what one article leaves open: which of the papers that bear a
/// number is meant. First every article is seen, then settle(), then each article is completed.
/// Rules, in order, each with its reason in DocumentIdentity:
/// 1. a date written in the article stays; one by year or month is completed where only one known
///    paper fits;
/// 2. the papers that may be meant are those of the number (of type and number for "Nghị quyết 36",
///    narrowed by "của Bộ Chính trị"), not younger than the article, of its province or the one
///    named beside a local issuer; "36a" never is "36";
/// 3. a year in the number leaves one;
/// 4. the only one is taken when it is recent, its subject is spoken of, or it is commonly called
/// so;
/// 5. of several the one whose subject is spoken of, else the only recent one;
/// 6. else it stays open, and the reason lists what it may be.
/// The same articles in the same order give the same identities.
class CorpusLinker {
 public:
  /// Learns from an article as link_documents() left it. One thread.
  void see(const Article& article);
  /// Ends learning.
  void settle() { papers_.settle(); }
  /// Completes the identities of one article. Thread-safe after settle().
  void complete(Article& article) const;

  /// Returns whether an article seen so far leaves a paper of this number or class open, so that
  /// more articles about it would help. `identity_key` is a DocumentIdentity::key().
  bool needs(std::string_view identity_key) const;

 private:
  KnownPapers papers_;
  std::set<std::string, std::less<>> open_classes_;
};

}  // namespace tracuu
