// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/present/speaker_line.h"

#include <cmath>

#include <fmt/format.h>

#include "common/article_text.h"

namespace onrecord {
namespace {

std::string role_words(const Quote& quote) {
  if (!quote.role.empty()) {
    return fmt::format(", {}{}", quote.past_role ? "" : "then ", quote.role);
  }
  if (quote.speaker_mention.empty() || quote.speaker_mention == quote.speaker) return {};
  return fmt::format(" (\u201C{}\u201D)", quote.speaker_mention);
}

std::string manner_words(const Quote& quote) {
  std::string words;
  if (!quote.cue.empty()) words += fmt::format(" \u00B7 {}", quote.cue);
  words += fmt::format(" \u00B7 {}", name_of(quote.kind));
  if (!quote.speaker.empty()) {
    words += fmt::format(" \u00B7 {:.0f} % sure", std::floor(quote.confidence * 100));
  }
  return words;
}

}  // namespace

StyledText speaker_line(const Quote& quote) {
  StyledText line;
  if (quote.speaker.empty()) {
    line.push_back({"speaker not named", Style::dim});
  } else {
    line.push_back({quote.speaker, Style::speaker});
  }
  line.push_back({role_words(quote)});
  line.push_back({manner_words(quote), Style::dim});
  return line;
}

}  // namespace onrecord
