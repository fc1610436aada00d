#pragma once

#include <xapian.h>

#include <span>
#include <string>

#include "server/search/deadline.h"

namespace tracuu {

/// Restricts a Xapian query to given docids, without weight. Looks at the clock while it walks, so
/// that a match of any kind ends with DeadlineExceeded: Xapian itself cannot be stopped. For a
/// database of one part.
class DocidSource : public Xapian::PostingSource {
 public:
  /// `docids`, ascending, and `deadline` must outlive this.
  DocidSource(std::span<const Xapian::docid> docids, const Deadline& deadline);

  Xapian::doccount get_termfreq_min() const override;
  Xapian::doccount get_termfreq_est() const override;
  Xapian::doccount get_termfreq_max() const override;
  Xapian::docid get_docid() const override { return *at_; }
  void init(const Xapian::Database& database) override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool at_end() const override { return at_ == docids_.end(); }
  std::string get_description() const override;

 private:
  void step();

  std::span<const Xapian::docid> docids_;
  const Deadline& deadline_;
  std::span<const Xapian::docid>::iterator at_;
  bool started_ = false;
  std::size_t steps_ = 0;
};

/// Gives a fixed weight to the articles that bear a boolean term. For a database of one part.
class BooleanTermSource : public Xapian::PostingSource {
 public:
  BooleanTermSource(std::string term, double weight);

  Xapian::doccount get_termfreq_min() const override { return size_; }
  Xapian::doccount get_termfreq_est() const override { return size_; }
  Xapian::doccount get_termfreq_max() const override { return size_; }
  Xapian::docid get_docid() const override { return *posting_; }
  double get_weight() const override { return weight_; }
  void init(const Xapian::Database& database) override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool at_end() const override { return posting_ == end_; }
  std::string get_description() const override;

 private:
  std::string term_;
  double weight_;
  Xapian::doccount size_ = 0;
  Xapian::Database database_;
  Xapian::PostingIterator posting_;
  Xapian::PostingIterator end_;
  bool started_ = false;
};

}  // namespace tracuu
