#include "indexer/article_parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "indexer/credit_line.h"
#include "indexer/date_field.h"
#include "indexer/page_reading.h"
#include "indexer/page_source.h"
#include "indexer/portal_name.h"
#include "indexer/publication.h"
#include "indexer/publisher_name.h"
#include "indexer/source_line.h"
#include "indexer/title_words.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxLocalityHints = 24;
constexpr std::size_t kMaxHintBytes = 300;

/// Returns whether a footer's line is where a paper has its rooms: in a large city, whatever it
/// writes of.
bool is_newsroom(const LineShape& shape) {
  constexpr std::string_view kOpenings[] = {
      "toa soan",  "tru so toa soan",   "van phong dai dien", "vp dai dien",
      "quang cao", "lien he quang cao", "dia chi toa soan"};
  return opens_with_one_of(shape.folded, kOpenings);
}

/// Takes an article out of a page that was read.
class ArticleTaker {
 public:
  ArticleTaker(const RawPage& raw, PageReading page) : raw_(raw), page_(std::move(page)) {}

  /// Fills in what stands on the page; given fields come over it later.
  ParsedArticle take() {
    take_title();
    take_published();
    take_body();
    take_author();
    take_source();
    take_locality_hints();
    article_.lines = std::move(page_.lines);
    return std::move(article_);
  }

 private:
  void take_title() {
    const std::string suggested = on_one_line(raw_.suggested_title.value_or(""));
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (is_title(page_, i)) {
        article_.title.append(article_.title.empty() ? "" : " ");
        article_.title.append(on_one_line(page_.blocks[i].text));
      }
    }
    cut_title();
    drop_bullet();
    if (suggested.empty() || (page_.title && same_title(article_.title, suggested))) {
      return;
    }
    // The mark-up's title is not on the page: it may be better than the best line, or the site's.
    const auto share = [this](std::string_view title) {
      return share_of_title_in_text(title, page_.blocks, page_.first_prose);
    };
    const std::string spelled = normalized(suggested);
    const LineShape shape = shape_of(spelled, spelled);
    constexpr std::size_t kHeadlineWords = 4;
    if ((page_.title && shape.words.size() < kHeadlineWords) || is_portal_name(shape, spelled) ||
        is_body_name(shape, spelled)) {
      return;
    }
    constexpr double kBetter = 0.15;
    if (!article_.title.empty() && is_part_of(article_.title, suggested)) {
      article_.title = suggested;
      return;
    }
    if (!page_.title || share(suggested) >= share(article_.title) + kBetter) {
      article_.title = suggested;
    }
  }

  // Short news stand in lists.
  void drop_bullet() {
    for (const std::string_view bullet : {"* ", "+ ", "- ", "\u2022 ", "\u25CF ", "\u25AA ",
                                          "\u25A0 ", "\u2666 ", "\u25C6 ", "\u2013 "}) {
      if (article_.title.starts_with(bullet)) {
        article_.title.erase(0, bullet.size());
        return;
      }
    }
  }

  // Windows are titled by headline and site, lists print the date behind a headline.
  void cut_title() {
    if (!page_.title || page_.title_count > 1) {
      return;
    }
    const PageBlock& block = page_.blocks[*page_.title];
    std::size_t bytes = block.normalized.size();
    if (const auto dated = read_dated_title(block.normalized)) {
      bytes = dated->title_bytes;
    } else if (const auto site = site_behind(block.normalized)) {
      bytes = site->title_bytes;
    }
    if (bytes < block.normalized.size()) {
      article_.title = as_written(block.text, {0, static_cast<std::uint32_t>(bytes)});
    }
  }

  void take_published() {
    if (take_marked_date(raw_.suggested_date)) {
      return;
    }
    if (const auto found = find_publication(page_)) {
      article_.published = found->day;
      article_.published_by = PublishedBy::kDateLine;
      article_.published_evidence = on_one_line(found->evidence);
      return;
    }
    take_marked_date(raw_.shown_date);
  }

  bool take_marked_date(const std::optional<std::string>& written) {
    const auto date = written ? read_date_field(*written) : std::nullopt;
    const auto day = date ? date->as_day() : std::nullopt;
    if (day) {
      article_.published = day;
      article_.published_by = PublishedBy::kMarkup;
      article_.published_evidence = *written;
    }
    return day.has_value();
  }

  void take_body() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      if (page_.blocks[i].kind == LineKind::kContent && !is_title(page_, i)) {
        article_.body += article_.body.empty() ? "" : "\n";
        article_.body += page_.blocks[i].text;
      }
    }
    if (article_.title.empty()) {
      article_.title = on_one_line(title_from_text(article_.body));
    }
  }

  /// Takes the author of the credits below the text, or of those above its end.
  void take_credited_author(bool below_text) {
    for (std::size_t i = 0; i < page_.blocks.size() && article_.author.empty(); ++i) {
      const PageBlock& block = page_.blocks[i];
      const bool signs = block.kind == LineKind::kByline || block.kind == LineKind::kSourceLine;
      if (!signs || (i > page_.last_prose) != below_text) {
        continue;
      }
      const auto place = below_text ? BylinePlace::kBelowText : BylinePlace::kBelowTitle;
      if (const auto credit = read_credit(block.normalized, place); credit && credit->author) {
        article_.author = as_written(block.text, *credit->author);
      }
    }
  }

  /// Takes the author that the mark-up names; sites and accounts stand there as often.
  void take_marked_author(const std::optional<std::string>& written, BylinePlace place) {
    const std::string suggested = normalized(written.value_or(""));
    const bool site = std::any_of(
        raw_.site_names.begin(), raw_.site_names.end(),
        [&](const std::string& name) { return fold(normalized(name)) == fold(suggested); });
    const auto names = site ? std::nullopt : read_byline(suggested, place);
    if (names && article_.author.empty()) {
      article_.author = slice(suggested, *names);
    }
  }

  void take_author() {
    take_credited_author(true);
    take_credited_author(false);
    take_marked_author(raw_.linked_author, BylinePlace::kBelowText);
    take_marked_author(raw_.suggested_author, BylinePlace::kCredited);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      // A signature in capitals is the name beside the date, spelled as a name.
      const bool shouted = page_.dates[i] && article_.author != page_.dates[i]->person &&
                           fold(normalized(article_.author)) == fold(page_.dates[i]->person);
      if (page_.dates[i] && (article_.author.empty() || shouted) &&
          page_.blocks[i].kind == LineKind::kDateLine) {
        article_.author = page_.dates[i]->person;
      }
    }
  }

  void take_source() {
    source_ = find_source(
        page_, {host_of(raw_.url.value_or("")), raw_.site_names, raw_.brands, raw_.foot});
    article_.source = source_.name;
  }

  // Banner and footer of a page that reposts tell of the reposter's province, not the article's.
  void take_locality_hints() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const PageBlock& block = page_.blocks[i];
      const bool owner = (block.kind == LineKind::kFooter && !is_newsroom(block.shape)) ||
                         read_signature(block.normalized, block.shape).has_value();
      const bool says_whose = block.kind == LineKind::kSourceLine || (owner && !source_.reposted);
      if (says_whose && !is_title(page_, i) && block.text.size() <= kMaxHintBytes &&
          article_.locality_hints.size() < kMaxLocalityHints) {
        article_.locality_hints.push_back(block.text);
      }
    }
    // What a window's title holds beside the headline says whose page it is.
    auto& hints = article_.locality_hints;
    if (!source_.reposted) {
      hints.insert(hints.end(), raw_.brands.begin(), raw_.brands.end());
    }
    if (!source_.owner.empty() && !source_.reposted &&
        std::find(hints.begin(), hints.end(), source_.owner) == hints.end()) {
      hints.push_back(source_.owner);
    }
  }

  const RawPage& raw_;
  PageReading page_;
  PageSource source_;
  ParsedArticle article_;
};

/// Takes a text that came without a page around it: it is the body as it is.
ParsedArticle take_given_text(const RawPage& raw, PageReading page) {
  ParsedArticle article = ArticleTaker(raw, std::move(page)).take();
  article.title.clear();
  article.body.clear();
  for (PageLine& line : article.lines) {
    const std::string_view text = slice(raw.text, line.span);
    line.kind = text.empty() ? LineKind::kBlank : LineKind::kContent;
  }
  std::string_view rest = trim(raw.text);
  while (rest.starts_with('\n') || rest.ends_with('\n')) {
    rest = trim(rest.substr(rest.starts_with('\n') ? 1 : 0,
                            rest.size() - (rest.starts_with('\n') ? 1 : 0) -
                                (rest.size() > 1 && rest.ends_with('\n') ? 1 : 0)));
  }
  article.body = rest;
  return article;
}

/// Puts the fields that came with the page over what the page says.
std::optional<Error> put_given(const RawPage& raw, ParsedArticle& article) {
  if (raw.title) {
    article.title = on_one_line(*raw.title);
  }
  if (raw.source) {
    const std::string source = on_one_line(*raw.source);
    const std::string host = source.find(' ') == std::string::npos ? host_of(source) : "";
    article.source = host.empty() ? source : host;
  }
  if (raw.date) {
    const auto date = read_date_field(*raw.date);
    if (!date) {
      return Error{"date: not a date, use YYYY-MM-DD, YYYYMMDD or YYYY-MM: '" + *raw.date + "'"};
    }
    article.published = date->as_day();
    article.published_by = article.published ? PublishedBy::kGiven : PublishedBy::kUnknown;
    article.published_evidence = *raw.date;
  }
  article.url = raw.url.value_or("");
  return std::nullopt;
}

}  // namespace

Result<ParsedArticle> parse_article(const RawPage& page) {
  PageReading reading = read_page_text(page.text, page.suggested_title.value_or(""));
  ParsedArticle article = page.text_only ? take_given_text(page, std::move(reading))
                                         : ArticleTaker(page, std::move(reading)).take();
  if (article.body.empty()) {
    return Error{"page: no article text found"};
  }
  if (auto problem = put_given(page, article)) {
    return std::move(*problem);
  }
  return article;
}

}  // namespace tracuu
