// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/copyright_line.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t most_words = 90;

constexpr std::string_view sign = "\u00A9";

/// Takes "Copyright", "(c)" and the sign off the front; tells if the sign was among them.
bool take_marks(std::string_view& text, bool& with_sign) {
  const std::size_t before = text.size();
  constexpr std::array<std::string_view, 3> marks = {"copyright", "(c)", sign};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : marks) {
      if (!starts_with_folded(text, mark)) continue;
      with_sign = with_sign || mark != "copyright";
      text = trim(text.substr(mark.size()));
      found = true;
    }
    if (!text.empty() && (text.front() == ',' || text.front() == ':')) text = trim(text.substr(1));
  }
  return text.size() < before;
}

int take_year(std::string_view& text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end - text.data() != 4 || year < 1800 || year > 2199) return 0;
  text.remove_prefix(4);
  while (!text.empty() && (text.front() == ',' || text.front() == ' ' || text.front() == '-' ||
                           is_digit(text.front()))) {
    text.remove_prefix(1);
  }
  return year;
}

/// The words up to the end of the sentence: "The Norland Press".
std::string holder_of(std::string_view text) {
  if (starts_with_folded(text, "by ")) text.remove_prefix(3);
  std::size_t end = text.find(". ");
  end = std::min({end, text.find(" - "), text.find(" | "), text.find(", all"), text.find("  "),
                  text.find(" All rights"), text.find(" all rights")});
  std::string_view holder = trim(text.substr(0, end));
  while (!holder.empty() && (holder.back() == '.' || holder.back() == ',')) holder.remove_suffix(1);
  const bool sound = count_words(holder, 9) <= 8 && starts_upper(holder);
  return sound ? std::string(holder) : std::string();
}

}  // namespace

std::optional<CopyrightLine> read_copyright(std::string_view paragraph) {
  paragraph = trim(paragraph);
  if (count_words(paragraph, most_words + 1) > most_words) return std::nullopt;
  bool with_sign = false;
  std::string_view rest = paragraph;
  if (!take_marks(rest, with_sign)) return std::nullopt;
  CopyrightLine line;
  line.year = take_year(rest);
  if (line.year == 0 && !with_sign) return std::nullopt;
  if (line.year == 0 && count_words(rest, 9) > 8) return std::nullopt;
  line.holder = holder_of(rest);
  return line;
}

}  // namespace onrecord
