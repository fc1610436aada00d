#include "server/api/csv_view.h"

#include <array>
#include <cstdio>

#include "common/index/article.h"

namespace tracuu {
namespace {

void append_value(std::string& values, std::string_view value) {
  if (!value.empty()) {
    values.append(values.empty() ? "" : "; ").append(value);
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string values;
  for (const std::string& part : parts) {
    append_value(values, part);
  }
  return values;
}

std::string documents(const Hit& hit) {
  std::string values;
  for (const DocumentIdentity& document : hit.article.documents) {
    append_value(values, document.number);
  }
  return values;
}

std::string identities(const Hit& hit) {
  std::string values;
  for (const DocumentIdentity& document : hit.article.documents) {
    append_value(values, document.key());
  }
  return values;
}

/// "Lê Khắc Nam (Phó Chủ tịch UBND thành phố)".
std::string officials(const Hit& hit) {
  std::string values;
  for (const OfficialSummary& official : officials_of(hit.article)) {
    std::string posts;
    for (const Post& post : official.posts) {
      const std::string blank = post.organisation.empty() ? "" : " ";
      posts.append(posts.empty() ? "" : ", ").append(post.position + blank + post.organisation);
    }
    append_value(values, posts.empty() ? official.name : official.name + " (" + posts + ')');
  }
  return values;
}

std::string score(const Hit& hit) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", hit.score);
  return text.data();
}

constexpr std::array<CsvColumn, 18> kColumns{{
    {"id", "mã bài, không đổi khi lập lại chỉ mục", "id, stable across rebuilds",
     [](const Hit& hit) { return hit.article.id; }},
    {"title", "tiêu đề", "title", [](const Hit& hit) { return std::string(hit.article.title()); }},
    {"published", "ngày đăng YYYY-MM-DD; trống: bài không nói",
     "day of publication, YYYY-MM-DD; "
     "empty: the page does not say",
     [](const Hit& hit) {
       const auto& day = hit.article.published;
       return day ? to_iso(PartialDate::of(*day)) : std::string();
     }},
    {"published_by", "ngày đăng lấy từ đâu: given, markup, date-line, unknown",
     "how that day is known: given, markup, date-line, unknown",
     [](const Hit& hit) { return std::string(name_of(hit.article.published_by)); }},
    {"source", "nguồn", "source", [](const Hit& hit) { return hit.article.source; }},
    {"author", "tác giả", "author", [](const Hit& hit) { return hit.article.author; }},
    {"url", "địa chỉ bài gốc", "address of the original",
     [](const Hit& hit) { return hit.article.url; }},
    {"primary_province", "địa phương chính; trống: bài toàn quốc",
     "main province; empty: a national article",
     [](const Hit& hit) { return hit.article.primary_province; }},
    {"provinces", "các địa phương bài viết về", "provinces the article is about",
     [](const Hit& hit) { return joined(hit.article.about); }},
    {"mentioned_provinces", "các địa phương được nhắc", "provinces it mentions",
     [](const Hit& hit) { return joined(mentioned_provinces(hit.article)); }},
    {"documents", "số hiệu văn bản được dẫn", "numbers of the documents cited", documents},
    {"identities", "văn bản cụ thể: số hiệu@ngày, khi biết là văn bản nào",
     "the very papers, number@date, where it is known which", identities},
    {"officials", "lãnh đạo được nêu (chức vụ)", "officials named (posts)", officials},
    {"snippet", "đoạn khớp với câu hỏi", "the piece that matches the question",
     [](const Hit& hit) { return hit.snippet.text; }},
    {"score", "điểm khi xếp theo độ liên quan", "score, when ranked by relevance", score},
    {"reprints", "số bài cùng một văn bản trong chỉ mục, kể cả bài này; trống: không có bài khác",
     "articles of the index that print the same text, this one included; empty: no other",
     [](const Hit& hit) {
       return hit.reprints ? std::to_string(hit.reprints->total) : std::string();
     }},
    {"first_printed", "mã của bài đăng đầu tiên trong số đó", "id of the one that ran it first",
     [](const Hit& hit) { return hit.reprints ? hit.reprints->first.id : std::string(); }},
    {"content_hash", "mã băm nội dung trang gốc", "hash of the captured page",
     [](const Hit& hit) { return hit.article.content_hash; }},
}};

}  // namespace

std::span<const CsvColumn> csv_columns() {
  return kColumns;
}

std::string csv_cell(std::string_view text) {
  constexpr std::string_view kStartsFormula = "=+-@\t\r";
  std::string cell;
  if (!text.empty() && kStartsFormula.find(text.front()) != std::string_view::npos) {
    cell += '\'';
  }
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) {
    return cell;
  }
  std::string quoted = "\"";
  for (const char character : cell) {
    quoted.append(character == '"' ? 2 : 1, character);
  }
  return quoted + '"';
}

std::string csv_header() {
  std::string line = "\xEF\xBB\xBF";
  for (const CsvColumn& column : kColumns) {
    line.append(&column == kColumns.data() ? "" : ",").append(column.name);
  }
  return line + "\r\n";
}

std::string csv_line(const Hit& hit) {
  std::string line;
  for (const CsvColumn& column : kColumns) {
    line.append(&column == kColumns.data() ? "" : ",").append(csv_cell(column.value(hit)));
  }
  return line + "\r\n";
}

}  // namespace tracuu
