#include "tests/benchmark/scale/raw_xapian.h"

#include <algorithm>
#include <functional>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;

constexpr Xapian::valueno kDateSlot = 0;
constexpr Xapian::valueno kProvinceSlot = 1;
constexpr Xapian::valueno kYearSlot = 2;
constexpr std::uint64_t kProvinces = 63;

std::uint64_t hash_of(std::string_view id) {
  std::uint64_t hash = 0;
  for (const char c : id) {
    hash = mixed(hash, static_cast<unsigned char>(c));
  }
  return hash;
}

/// Returns the words as the generator writes them: lower case, without a stem.
std::vector<std::string> terms_of(const std::string& words) {
  Xapian::TermGenerator generator;
  Xapian::Document document;
  generator.set_document(document);
  generator.index_text(words);
  std::vector<std::pair<Xapian::termpos, std::string>> placed;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      placed.emplace_back(*at, *term);
    }
  }
  std::sort(placed.begin(), placed.end());
  std::vector<std::string> terms;
  for (auto& [position, term] : placed) {
    terms.push_back(std::move(term));
  }
  return terms;
}

Xapian::Query query_of(const AskedWords& asked) {
  std::vector<std::string> terms = terms_of(asked.words);
  if (asked.mode == AskMode::kLastIsStart && !terms.empty()) {
    const Xapian::Query start(Xapian::Query::OP_WILDCARD, terms.back());
    terms.pop_back();
    return terms.empty()
               ? start
               : Xapian::Query(Xapian::Query::OP_AND,
                               Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()),
                               start);
  }
  const auto op = asked.mode == AskMode::kAny      ? Xapian::Query::OP_OR
                  : asked.mode == AskMode::kPhrase ? Xapian::Query::OP_PHRASE
                                                   : Xapian::Query::OP_AND;
  return Xapian::Query(op, terms.begin(), terms.end());
}

/// Restricts a query to the year, as a range of dates, and to the province.
Xapian::Query filtered(const Xapian::Query& query, const AskedWords& asked) {
  Xapian::Query all = query;
  if (asked.year > 0) {
    const std::string year = std::to_string(asked.year);
    all = Xapian::Query(
        Xapian::Query::OP_FILTER, all,
        Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kDateSlot, year + "-01-01", year + "-12-31"));
  }
  if (asked.province >= 0) {
    all = Xapian::Query(Xapian::Query::OP_FILTER, all,
                        Xapian::Query("XP" + std::to_string(asked.province)));
  }
  return all;
}

void answer(const Xapian::Database& database, const AskedWords& asked) {
  constexpr Xapian::doccount kPage = 10;
  Xapian::Enquire enquire(database);
  enquire.set_query(filtered(query_of(asked), asked));
  Xapian::ValueCountMatchSpy provinces(kProvinceSlot);
  Xapian::ValueCountMatchSpy years(kYearSlot);
  if (asked.facets) {
    enquire.add_matchspy(&provinces);
    enquire.add_matchspy(&years);
  }
  const Xapian::MSet found = enquire.get_mset(0, kPage, asked.facets ? database.get_doccount() : 0);
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    static_cast<void>(hit.get_document().get_data());
  }
}

}  // namespace

RawXapianWriter::RawXapianWriter(const std::filesystem::path& folder)
    : database_(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC) {}

void RawXapianWriter::add(const GeneratedArticle& article) {
  constexpr Xapian::termcount kBetween = 100;
  Xapian::Document document;
  generator_.set_document(document);
  generator_.index_text(normalized(article.title));
  generator_.increase_termpos(kBetween);
  generator_.index_text(normalized(article.text));
  document.set_data(article.title);
  const std::string province = std::to_string(hash_of(article.id) % kProvinces);
  const std::string year = article.date.substr(0, 4);
  document.add_value(kDateSlot, article.date);
  document.add_value(kProvinceSlot, province);
  document.add_value(kYearSlot, year);
  document.add_boolean_term("XP" + province);
  document.add_boolean_term("XY" + year);
  database_.add_document(document);
}

void RawXapianWriter::finish() {
  database_.commit();
  database_.close();
}

Load ask_raw_xapian(const std::filesystem::path& folder, const std::vector<AskedWords>& questions,
                    const LoadBounds& bounds) {
  const Xapian::Database database(folder.string());
  Load load;
  const Clock::time_point start = Clock::now();
  for (std::size_t asked = 0;
       asked < bounds.most && (asked < bounds.least || Clock::now() - start < bounds.time);
       ++asked) {
    const Clock::time_point begin = Clock::now();
    answer(database, questions[asked % questions.size()]);
    load.milliseconds.push_back(
        std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  load.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  std::sort(load.milliseconds.begin(), load.milliseconds.end());
  return load;
}

}  // namespace tracuu
