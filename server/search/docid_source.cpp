#include "server/search/docid_source.h"

#include <algorithm>
#include <utility>

namespace tracuu {
namespace {

constexpr std::size_t kDeadlineEvery = 256;

}  // namespace

DocidSource::DocidSource(std::span<const Xapian::docid> docids, const Deadline& deadline)
    : docids_(docids), deadline_(deadline), at_(docids_.begin()) {}

Xapian::doccount DocidSource::get_termfreq_min() const {
  return get_termfreq_max();
}
Xapian::doccount DocidSource::get_termfreq_est() const {
  return get_termfreq_max();
}
Xapian::doccount DocidSource::get_termfreq_max() const {
  return static_cast<Xapian::doccount>(docids_.size());
}

void DocidSource::init(const Xapian::Database& /*database*/) {
  at_ = docids_.begin();
  started_ = false;
}

void DocidSource::next(double /*min_weight*/) {
  step();
  if (started_) {
    ++at_;
  }
  started_ = true;
}

void DocidSource::skip_to(Xapian::docid docid, double /*min_weight*/) {
  step();
  started_ = true;
  // The goal is usually near: look ahead in doubling steps, then search between.
  std::ptrdiff_t reach = 1;
  auto low = at_;
  while (docids_.end() - low > reach && low[reach] < docid) {
    low += reach;
    reach *= 2;
  }
  const auto high = low + std::min<std::ptrdiff_t>(reach + 1, docids_.end() - low);
  at_ = std::lower_bound(low, high, docid);
}

std::string DocidSource::get_description() const {
  return "DocidSource(" + std::to_string(docids_.size()) + ")";
}

void DocidSource::step() {
  if (++steps_ % kDeadlineEvery == 0) {
    deadline_.check();
  }
}

BooleanTermSource::BooleanTermSource(std::string term, double weight)
    : term_(std::move(term)), weight_(weight) {}

void BooleanTermSource::init(const Xapian::Database& database) {
  database_ = database;
  size_ = database_.get_termfreq(term_);
  posting_ = database_.postlist_begin(term_);
  end_ = database_.postlist_end(term_);
  started_ = false;
  set_maxweight(weight_);
}

void BooleanTermSource::next(double /*min_weight*/) {
  if (started_) {
    ++posting_;
  }
  started_ = true;
}

void BooleanTermSource::skip_to(Xapian::docid docid, double /*min_weight*/) {
  started_ = true;
  posting_.skip_to(docid);
}

std::string BooleanTermSource::get_description() const {
  return "BooleanTermSource(" + term_ + ")";
}

}  // namespace tracuu
