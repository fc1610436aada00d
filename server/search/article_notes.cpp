#include "server/search/article_notes.h"

namespace tracuu {

const Article& ArticleNotes::article(Xapian::docid docid) {
  const auto known = read_.find(docid);
  if (known != read_.end()) {
    return known->second;
  }
  deadline_.check();
  return read_.emplace(docid, stored_.article(docid)).first->second;
}

ArticleNote ArticleNotes::note(Xapian::docid docid, std::optional<Span> span) {
  const Article& stored = article(docid);
  ArticleNote note;
  note.id = stored.id;
  note.title = stored.title();
  note.url = stored.url;
  note.source = stored.source;
  note.published = stored.published;
  note.provinces = stored.about;
  if (span) {
    note.surface = slice(stored.text, *span);
    note.sentence = slice(stored.text, sentence_around(stored.text, *span));
  }
  return note;
}

}  // namespace tracuu
