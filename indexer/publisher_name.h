#pragma once

#include <string>
#include <string_view>

namespace tracuu {

/// Returns the host that `text` is or begins with, in lower case and without "www.", "" when it is
/// none: "Baonghean.vn" and "http://www.baonghean.vn/x" are "baonghean.vn".
std::string host_of(std::string_view text);

/// Returns whether a text is one host or address and nothing else.
bool is_host(std::string_view text);

/// Returns whether a text opens with what publishers are: "Báo Lạng Sơn", "Đài PTTH tỉnh", "Tạp chí
/// X".
bool is_publisher(std::string_view text);

/// Returns whether a text is an agency or paper as datelines shorten them: "TTXVN", "Dân trí",
/// "VOV-Tokyo", "QĐND Online".
bool is_agency(std::string_view text);

/// Returns a source's name without the issue or day behind it: "Báo Nhân Dân" of "Báo Nhân Dân, số
/// ra ngày 13/6/2014".
std::string_view without_issue(std::string_view name);

/// Returns whether a text says that nobody is named: "Sưu tầm", "Tổng hợp".
bool names_nobody(std::string_view text);

/// Returns whether a text can be the name of a publisher: it begins with a capital, or says what it
/// is ("báo Nhân Dân"), and holds no comma, number or sentence.
bool can_name_publisher(std::string_view text);

}  // namespace tracuu
