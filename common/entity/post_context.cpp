#include "common/entity/post_context.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/public_body.h"

namespace tracuu {
namespace {

constexpr std::size_t kTokensBack = 70;    ///< a sentence or two
constexpr std::size_t kTokensAhead = 3;    ///< "giám đốc một doanh nghiệp"
constexpr std::size_t kServiceTokens = 8;  ///< "Công an thành phố,"

/// Whether token `index` opens a board: "Ban Chỉ đạo", "Tổ công tác", "BCĐ".
bool opens_board(const WordedText& words, std::size_t index, std::string_view kind) {
  const Token& token = words.token(index);
  if (!token.capitalized || !words.starts(WordClass::kStateBody, index)) {
    return false;
  }
  if (kind == "ban") {
    return token.folded == "bcd" || token.folded == "bql" || token.folded == "bdh" ||
           (token.folded == "ban" && index + 1 < words.size() &&
            (words.token(index + 1).folded == "chi" || words.token(index + 1).folded == "dieu" ||
             words.token(index + 1).folded == "quan" || words.token(index + 1).folded == "to"));
  }
  return token.folded == kind;
}

/// Gives a head of a board ("Trưởng ban", "Tổ trưởng") the board named last before.
bool take_board(const WordedText& words, PostReading& post) {
  const std::string_view last = words.token(post.end - 1).folded;
  const std::string_view first = words.token(post.begin).folded;
  const std::string_view kind = last == "ban" ? last : (first == "to" ? first : "");
  if (kind.empty()) {
    return false;
  }
  const std::size_t floor = post.begin - std::min(post.begin, kTokensBack);
  for (std::size_t index = post.begin; index-- > floor;) {
    if (words.is_plain(index) || !opens_board(words, index, kind)) {
      continue;
    }
    const Body body = read_body(words, index);
    if (body.kind == BodyKind::kState && body.end > index + 1 && body.end <= post.begin) {
      post.kind = PostKind::kState;
      post.post.organisation = line_of(words, body.begin, body.end);
      return true;
    }
  }
  return false;
}

bool is_private_ahead(const WordedText& words, std::size_t index) {
  for (std::size_t i = index; i < std::min(words.size(), index + kTokensAhead); ++i) {
    if (words.starts(WordClass::kPrivateBody, i)) {
      return true;
    }
  }
  return false;
}

bool ends_sentence(std::string_view gap) {
  return gap.find_first_of(".;!?\n") != std::string_view::npos;
}

/// Returns the last body named before token `index`; empty when none is near.
Body body_before(const WordedText& words, std::size_t index) {
  const std::size_t floor = index - std::min(index, kTokensBack);
  for (std::size_t i = index; i-- > floor;) {
    if (words.is_plain(i) || !words.token(i).capitalized) {
      continue;
    }
    if (words.starts(WordClass::kPrivateBody, i)) {
      return {i, i, BodyKind::kPrivate};
    }
    if (words.starts(WordClass::kStateBody, i)) {
      const Body body = read_body(words, i);
      if (body.kind == BodyKind::kState || body.kind == BodyKind::kPrivate) {
        return body;
      }
    }
  }
  return {};
}

/// Whether only companies and associations are named before token `index`.
bool only_private_before(const WordedText& words, std::size_t index) {
  const std::size_t floor = index - std::min(index, kTokensBack);
  bool is_private = false;
  for (std::size_t i = index; i-- > floor;) {
    if (words.is_plain(i) || !words.token(i).capitalized) {
      continue;
    }
    is_private |= words.starts(WordClass::kPrivateBody, i);
    if (words.starts(WordClass::kStateBody, i)) {
      return false;
    }
  }
  return is_private;
}

bool stands_in_one_sentence(const WordedText& words, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i <= end; ++i) {
    const bool short_form = words.gap_before(i) == ". " && words.token(i - 1).span.size() <= 3;
    if (ends_sentence(words.gap_before(i)) && !short_form) {
      return false;
    }
  }
  return true;
}

/// "đoàn của Sở Nội vụ do Phó Giám đốc Lê Tám": the department named in the same sentence is meant.
bool leads(const WordedText& words, const Body& body, const PostReading& post) {
  constexpr std::array<std::string_view, 7> kLed = {"so", "trung", "cong", "ca",
                                                    "tt", "vien",  "dai"};
  return words.token(post.end - 1).folded == "doc" &&
         std::ranges::find(kLed, words.token(body.begin).folded) != kLed.end() &&
         body.end >= body.begin + 2 && body.end <= post.begin &&
         stands_in_one_sentence(words, body.end, post.begin);
}

bool is_service(const WordedText& words, std::size_t index) {
  constexpr std::array<std::string_view, 10> kServices = {"cong", "ca",   "bo",  "cuc", "phong",
                                                          "quan", "tong", "ban", "doi", "vien"};
  return index < words.size() && words.starts(WordClass::kStateBody, index) &&
         words.token(index).capitalized &&
         std::ranges::find(kServices, words.token(index).folded) != kServices.end();
}

/// "Công an thành phố, Thượng tá Lê Tám": the body that ends where the rank begins.
void take_service_before(const WordedText& words, PostReading& rank) {
  if (rank.begin == 0 || words.gap_before(rank.begin) != ", ") {
    return;
  }
  const std::size_t floor = rank.begin - std::min(rank.begin, kServiceTokens);
  for (std::size_t index = rank.begin; index-- > floor;) {
    if (!is_service(words, index)) {
      continue;
    }
    const Body body = read_body(words, index);
    if (body.kind == BodyKind::kState && body.end == rank.begin) {
      rank.post.organisation = line_of(words, body.begin, body.end);
      return;
    }
  }
}

/// Whether `body` is "Tỉnh ủy", "Huyện ủy Trực Ninh", not "Ủy ban nhân dân".
bool is_party_committee(std::string_view body) {
  return body.ends_with("ủy") || body.ends_with("uỷ") || body.find("ủy ") < body.find("ban");
}

}  // namespace

void complete_post(const WordedText& words, PostReading& post) {
  if (post.kind == PostKind::kRank) {
    take_service_before(words, post);
    return;
  }
  if (post.chair_alone && only_private_before(words, post.begin)) {
    post.kind = PostKind::kPrivate;  // "Hiệp hội bầu ... Các Phó Chủ tịch gồm ..."
    return;
  }
  if (post.kind != PostKind::kBare || take_board(words, post)) {
    return;
  }
  const Body body = body_before(words, post.begin);
  if (body.kind != BodyKind::kState || is_private_ahead(words, post.end)) {
    return;
  }
  post.kind = PostKind::kState;
  if (leads(words, body, post)) {
    post.post.organisation = line_of(words, body.begin, body.end);
  }
}

void complete_rank(const WordedText& words, std::size_t name_end, PostReading& rank) {
  if (rank.kind != PostKind::kRank || !is_service(words, name_end) ||
      !rank.post.organisation.empty()) {
    return;
  }
  const auto gap = words.gap_before(name_end);
  if (gap != " (" && gap != ", ") {
    return;
  }
  const Body body = read_body(words, name_end);
  if (body.kind == BodyKind::kState) {
    rank.post.organisation = line_of(words, body.begin, body.end);
  }
}

bool is_on_behalf(const WordedText& words, std::size_t index) {
  if (index < 2 || words.gap_before(index) != " " || words.gap_before(index - 1) != " ") {
    return false;
  }
  const auto& first = words.token(index - 2).folded;
  const auto& second = words.token(index - 1).folded;
  return (first == "thua" && second == "lenh") || (first == "uy" && second == "quyen") ||
         (first == "thay" && second == "mat");
}

void share_committee(const WordedText& words, const PostReading& post, PostReading& before) {
  if (before.post.organisation.empty() &&
      words.phrase_length(WordClass::kPosition, before.begin) > 2 &&
      is_party_committee(post.post.organisation)) {
    before.post.organisation = post.post.organisation;
  }
}

}  // namespace tracuu
