// The stored form of an article: fields in the order of the structs, integers as LEB128.

#include <cmath>

#include "common/index/article.h"
#include "common/index/bytes.h"

namespace tracuu {
namespace {

constexpr std::uint64_t kFormat = 2;

void write(ByteWriter& out, const DocumentMention& mention);
void write(ByteWriter& out, const DateMention& mention);
void write(ByteWriter& out, const ProvinceMention& mention);
void write(ByteWriter& out, const OfficialMention& mention);
void write(ByteWriter& out, const DocumentIdentity& identity);
void write(ByteWriter& out, const PaperRelation& relation);
void write(ByteWriter& out, const Post& post);

template <typename T>
void write_all(ByteWriter& out, const std::vector<T>& values) {
  out.unsigned_integer(values.size());
  for (const T& value : values) {
    write(out, value);
  }
}

void write(ByteWriter& out, Span span) {
  out.unsigned_integer(span.begin);
  out.unsigned_integer(span.size());
}

Span read_span(ByteReader& in) {
  const auto begin = static_cast<std::uint32_t>(in.unsigned_integer());
  return {begin, begin + static_cast<std::uint32_t>(in.unsigned_integer())};
}

void write(ByteWriter& out, const PartialDate& date) {
  out.unsigned_integer(static_cast<std::uint64_t>(date.precision));
  out.signed_integer(date.year);
  out.signed_integer(date.end_year);
  out.unsigned_integer(date.quarter);
  out.unsigned_integer(date.month);
  out.unsigned_integer(date.day);
}

PartialDate read_date(ByteReader& in) {
  PartialDate date;
  date.precision = static_cast<DatePrecision>(in.unsigned_integer());
  date.year = static_cast<std::int16_t>(in.signed_integer());
  date.end_year = static_cast<std::int16_t>(in.signed_integer());
  date.quarter = static_cast<std::uint8_t>(in.unsigned_integer());
  date.month = static_cast<std::uint8_t>(in.unsigned_integer());
  date.day = static_cast<std::uint8_t>(in.unsigned_integer());
  return date;
}

void write(ByteWriter& out, const std::optional<PartialDate>& date) {
  out.unsigned_integer(date ? 1 : 0);
  if (date) {
    write(out, *date);
  }
}

std::optional<PartialDate> read_optional_date(ByteReader& in) {
  return in.unsigned_integer() != 0 ? std::optional(read_date(in)) : std::nullopt;
}

void write(ByteWriter& out, const DocumentMention& mention) {
  write(out, mention.span);
  out.signed_integer(mention.number.number);
  out.text(mention.number.suffix);
  out.signed_integer(mention.number.year);
  out.text(mention.number.type);
  out.text(mention.number.issuer);
  out.text(mention.number.name);
  out.text(mention.type_name);
  write(out, mention.date);
  write(out, mention.date_span);
  out.unsigned_integer(static_cast<std::uint64_t>(mention.relation));
}

DocumentMention read_document(ByteReader& in) {
  DocumentMention mention;
  mention.span = read_span(in);
  mention.number.number = static_cast<std::int32_t>(in.signed_integer());
  mention.number.suffix = in.text();
  mention.number.year = static_cast<std::int16_t>(in.signed_integer());
  mention.number.type = in.text();
  mention.number.issuer = in.text();
  mention.number.name = in.text();
  mention.type_name = in.text();
  mention.date = read_optional_date(in);
  mention.date_span = read_span(in);
  mention.relation = static_cast<DocumentRelation>(in.unsigned_integer());
  return mention;
}

void write(ByteWriter& out, const DateMention& mention) {
  write(out, mention.span);
  write(out, mention.date);
  out.unsigned_integer(static_cast<std::uint64_t>(mention.role));
  out.unsigned_integer(mention.year_inferred ? 1 : 0);
}

DateMention read_date_mention(ByteReader& in) {
  DateMention mention;
  mention.span = read_span(in);
  mention.date = read_date(in);
  mention.role = static_cast<DateRole>(in.unsigned_integer());
  mention.year_inferred = in.unsigned_integer() != 0;
  return mention;
}

void write(ByteWriter& out, const ProvinceMention& mention) {
  write(out, mention.span);
  out.text(mention.province);
  out.unsigned_integer(static_cast<std::uint64_t>(mention.evidence));
  out.unsigned_integer(mention.local_cue ? 1 : 0);
}

ProvinceMention read_province(ByteReader& in) {
  ProvinceMention mention;
  mention.span = read_span(in);
  mention.province = in.text();
  mention.evidence = static_cast<ProvinceEvidence>(in.unsigned_integer());
  mention.local_cue = in.unsigned_integer() != 0;
  return mention;
}

template <typename Read>
auto read_all(ByteReader& in, Read read_one) {
  std::vector<decltype(read_one(in))> values(in.count());
  for (auto& value : values) {
    value = read_one(in);
  }
  return values;
}

void write(ByteWriter& out, const Post& post) {
  out.text(post.position);
  out.text(post.organisation);
  write(out, post.span);
}

Post read_post(ByteReader& in) {
  Post post;
  post.position = in.text();
  post.organisation = in.text();
  post.span = read_span(in);
  return post;
}

void write(ByteWriter& out, const OfficialMention& mention) {
  write(out, mention.span);
  out.text(mention.name);
  write_all(out, mention.posts);
}

OfficialMention read_official(ByteReader& in) {
  OfficialMention mention;
  mention.span = read_span(in);
  mention.name = in.text();
  mention.posts = read_all(in, read_post);
  return mention;
}

void write(ByteWriter& out, const DocumentIdentity& identity) {
  out.text(identity.number);
  out.text(identity.type_name);
  write(out, identity.date);
  out.text(identity.province);
  out.text(identity.title);
  out.unsigned_integer(static_cast<std::uint64_t>(std::lround(identity.confidence * 1000)));
  out.text(identity.reason);
  out.unsigned_integer(identity.mentions.size());
  for (const std::uint32_t mention : identity.mentions) {
    out.unsigned_integer(mention);
  }
}

DocumentIdentity read_identity(ByteReader& in) {
  DocumentIdentity identity;
  identity.number = in.text();
  identity.type_name = in.text();
  identity.date = read_optional_date(in);
  identity.province = in.text();
  identity.title = in.text();
  identity.confidence = static_cast<float>(in.unsigned_integer()) / 1000.0F;
  identity.reason = in.text();
  identity.mentions = read_all(
      in, [](ByteReader& from) { return static_cast<std::uint32_t>(from.unsigned_integer()); });
  return identity;
}

void write(ByteWriter& out, const PaperRelation& relation) {
  out.unsigned_integer(relation.from);
  out.unsigned_integer(relation.to);
  out.unsigned_integer(static_cast<std::uint64_t>(relation.relation));
  out.unsigned_integer(relation.from_mention);
  out.unsigned_integer(relation.to_mention);
}

PaperRelation read_relation(ByteReader& in) {
  PaperRelation relation;
  relation.from = static_cast<std::uint32_t>(in.unsigned_integer());
  relation.to = static_cast<std::uint32_t>(in.unsigned_integer());
  relation.relation = static_cast<DocumentRelation>(in.unsigned_integer());
  relation.from_mention = static_cast<std::uint32_t>(in.unsigned_integer());
  relation.to_mention = static_cast<std::uint32_t>(in.unsigned_integer());
  return relation;
}

}  // namespace

std::string serialize(const Article& article) {
  ByteWriter out;
  out.unsigned_integer(kFormat);
  for (const std::string* text :
       {&article.id, &article.file, &article.url, &article.text, &article.source, &article.author,
        &article.published_evidence, &article.charset, &article.content_hash,
        &article.primary_province}) {
    out.text(*text);
  }
  out.unsigned_integer(article.title_size);
  out.unsigned_integer(article.published ? 1 : 0);
  out.signed_integer(article.published ? day_number(*article.published) : 0);
  out.unsigned_integer(static_cast<std::uint64_t>(article.published_by));
  write_all(out, article.entities.documents);
  write_all(out, article.entities.dates);
  write_all(out, article.entities.provinces);
  write_all(out, article.entities.officials);
  write_all(out, article.documents);
  write_all(out, article.relations);
  out.unsigned_integer(article.about.size());
  for (const std::string& province : article.about) {
    out.text(province);
  }
  return out.take();
}

Result<Article> deserialize(std::string_view bytes) {
  ByteReader in(bytes);
  if (in.unsigned_integer() != kFormat) {
    return Error{"article: not in the stored form of this version, rebuild the index"};
  }
  Article article;
  for (std::string* text : {&article.id, &article.file, &article.url, &article.text,
                            &article.source, &article.author, &article.published_evidence,
                            &article.charset, &article.content_hash, &article.primary_province}) {
    *text = in.text();
  }
  article.title_size = static_cast<std::uint32_t>(in.unsigned_integer());
  const bool dated = in.unsigned_integer() != 0;
  const auto number = static_cast<std::int32_t>(in.signed_integer());
  if (dated) {
    article.published = day_of_number(number);
  }
  article.published_by = static_cast<PublishedBy>(in.unsigned_integer());
  article.entities.documents = read_all(in, read_document);
  article.entities.dates = read_all(in, read_date_mention);
  article.entities.provinces = read_all(in, read_province);
  article.entities.officials = read_all(in, read_official);
  article.documents = read_all(in, read_identity);
  article.relations = read_all(in, read_relation);
  article.about = read_all(in, [](ByteReader& from) { return std::string(from.text()); });
  if (in.failed() || !in.at_end() || article.title_size > article.text.size() ||
      !is_whole(article)) {
    return Error{"article: the stored form is damaged, check or rebuild the index"};
  }
  return article;
}

Result<std::string> deserialize_id(std::string_view bytes) {
  ByteReader in(bytes);
  const bool known = in.unsigned_integer() == kFormat;
  std::string id(in.text());
  if (!known || in.failed()) {
    return Error{"article: the stored form is damaged, check or rebuild the index"};
  }
  return id;
}

}  // namespace tracuu
