// SPDX-License-Identifier: GPL-3.0-or-later
// Compares what `onrecord-index extract` prints with corpus/expected.jsonl, field by field.
// corpus/README.md says what the keys mean and what counts as the same.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// How often a field was right. Lists count their items: what is missing and what is too much are
/// both one wrong answer.
struct FieldScore {
  int right = 0;
  int wrong = 0;

  /// 0 to 100; 100 if nothing was asked.
  double percent() const { return right + wrong == 0 ? 100 : 100.0 * right / (right + wrong); }
};

/// One line of a diff: "- missing", "+ too much" or "~ expected -> found".
struct Miss {
  std::string article;  ///< Path and record number.
  std::string field;
  std::string line;
};

struct Comparison {
  std::map<std::string, FieldScore, std::less<>> fields;
  std::vector<Miss> misses;
};

/// The fields in the order of the report.
const std::vector<std::string_view>& compared_fields();

/// Adds one article. `answer` is null when the program printed nothing for it.
void compare_article(const nlohmann::json& expected, const nlohmann::json& answer,
                     Comparison& comparison);

/// Adds an article that the program printed and nobody expects.
void count_surplus_article(const std::string& article, Comparison& comparison);

/// The misses as a diff to read, by article; only those of `field` if one is given.
std::string to_text(const std::vector<Miss>& misses, std::string_view field = {});

}  // namespace onrecord
