// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/day_order.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"

namespace onrecord {

DayOrder order_of_host(std::string_view host) {
  constexpr std::array<std::string_view, 38> day_first = {
      "uk", "ie", "au", "nz", "in", "pk", "za", "ng", "ke", "gh", "tz", "my", "sg",
      "de", "fr", "it", "es", "br", "ar", "mx", "gr", "tr", "il", "na", "pe", "co",
      "cl", "uy", "bo", "ve", "ec", "pt", "be", "nl", "ch", "at", "pl", "id"};
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return DayOrder::unknown;
  const std::string_view country = host.substr(dot + 1);
  if (country == "us") return DayOrder::month_first;
  const bool known = std::find(day_first.begin(), day_first.end(), country) != day_first.end();
  return known ? DayOrder::day_first : DayOrder::unknown;
}

DayOrder order_of_language(std::string_view code) {
  // Chinese, Japanese, Korean and Hungarian begin with the year.
  constexpr std::array<std::string_view, 22> day_first = {
      "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "nb", "nn",
      "fi", "pl", "cs", "sk", "ro", "tr", "el", "ru", "uk", "id", "vi"};
  const std::string key = fold(code);
  const std::string_view language = std::string_view(key).substr(0, key.find_first_of("-_"));
  const bool known = std::find(day_first.begin(), day_first.end(), language) != day_first.end();
  return known ? DayOrder::day_first : DayOrder::unknown;
}

}  // namespace onrecord
