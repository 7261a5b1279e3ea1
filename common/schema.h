// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of fields and facets. Document builder, query parser, options, facet counter,
// listings and JSON read it; a new facet is one row in schema.cc.
//
// Prefixes follow the Omega conventions where one exists, so that xapian-delve and Omega stay
// usable.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace onrecord {

/// Written into the index; a program refuses an index of another version with a clear message.
inline constexpr int index_format_version = 1;

/// Value slots that are not facets.
inline constexpr std::uint32_t date_slot = 0;     ///< Publication date as YYYYMMDD; empty if none.
inline constexpr std::uint32_t article_slot = 1;  ///< Quotes: the id of their article.

enum class FieldType : std::uint8_t {
  text,     ///< Words, stemmed and with positions: "headline:strike".
  name,     ///< A person, place or organization: matched by any of its name keys, never by words.
  keyword,  ///< One literal value, folded: outlet, section, language.
};

struct Field {
  std::string_view name;    ///< As typed in queries and options and printed in JSON.
  std::string_view prefix;  ///< Xapian term prefix.
  FieldType type = FieldType::keyword;
  bool repeats = false;  ///< Several values a document: repeated filters mean AND, else OR.
  std::optional<std::uint32_t> facet_slot;  ///< Value slot of the values to be counted.
  /// Values of an article; null when articles do not have this field.
  std::vector<std::string> (*of_article)(const Article&) = nullptr;
  /// Values of a quote of that article; null when quotes do not have this field.
  std::vector<std::string> (*of_quote)(const Article&, const Quote&) = nullptr;
  std::string_view help;  ///< One line for --help and the web page.
};

/// All fields, in the order in which help and facets list them.
std::span<const Field> fields();

/// The field of that name, or null.
const Field* find_field(std::string_view name);

}  // namespace onrecord
