// SPDX-License-Identifier: GPL-3.0-or-later
// How a line or paragraph looks: its length in words, its case, how it begins and ends. Everything
// here looks at the characters only and costs time linear in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// ASCII white space; all other white space has become a blank when this is asked.
inline bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\f';
}
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view text);

/// The parts of `text` between white space.
std::vector<std::string_view> split_words(std::string_view text);

/// Number of parts between white space; stops counting at `limit`.
std::size_t count_words(std::string_view text, std::size_t limit = 1'000'000);

std::string_view first_word(std::string_view text);
std::string_view last_word(std::string_view text);

/// `text` without quotation marks and brackets in front (behind).
std::string_view skip_opening_marks(std::string_view text);
std::string_view skip_closing_marks(std::string_view text);

/// The first letter (after marks) is lower case: "and the mayor", "'no' said".
bool starts_lower(std::string_view text);
bool starts_upper(std::string_view text);

/// Ends with . ! ? or their like in other scripts, closing marks ignored.
bool ends_sentence(std::string_view text);

/// Has letters and no lower case among them: "LAKE TALKS STALL".
bool all_capitals(std::string_view text);

/// Every word but small ones begins with a capital or a digit: "Li Wen of the Courier".
bool capitalised_words(std::string_view text);

/// "___", "* * *", "|": marks between parts, no letter and no digit.
bool is_rule(std::string_view text);

/// "https://courier.example/a", "www.courier.example": one word that is an address.
bool is_url(std::string_view word);

bool starts_with_folded(std::string_view text, std::string_view lower_ascii);

/// Lower case of ASCII letters only.
std::string ascii_lower(std::string_view text);

}  // namespace onrecord
