// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what a hit can show: keys of JSON hits, columns of CSV, names for --fields.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "searcher/result_page.h"

namespace onrecord {

struct Column {
  std::string_view name;
  bool of_articles = true;  ///< Shown for articles when no fields are chosen; likewise quotes.
  bool of_quotes = true;
  nlohmann::ordered_json (*value)(const Hit&) = nullptr;  ///< null where unknown.
};

std::span<const Column> columns();

/// The columns of a target, in order.
std::vector<const Column*> columns_of(DocumentKind target);

/// Those named; an unknown name is an error that lists the known ones.
Result<std::vector<const Column*>> choose_columns(const std::vector<std::string>& names,
                                                  DocumentKind target);

/// A value in one cell: lists joined by "; ", "Lyon (FR)" for a place, text of a snippet.
std::string as_cell(const nlohmann::ordered_json& value);

}  // namespace onrecord
