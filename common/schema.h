// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of fields and facets. Document builder, query parser, options, facet counter,
// listings and JSON read it; a new facet is one row in schema.cc.
//
// Prefixes follow the Omega conventions where one exists, so that xapian-delve and Omega stay
// usable. How values become terms is in index_terms.h; docs/index-format.md tells the whole.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/field_values.h"

namespace onrecord {

/// Written into the index; a program refuses an index of another version with a clear message.
inline constexpr int index_format_version = 5;

/// Value slots that are not facets. Both are plain strings, fit for sorting and for collapsing on
/// local and remote databases.
inline constexpr std::uint32_t date_slot = 0;     ///< Publication date as YYYYMMDD; empty if none.
inline constexpr std::uint32_t article_slot = 1;  ///< Quotes: the id of their article.

/// The two databases of an index; each hit is one or the other.
enum class DocumentKind : std::uint8_t { article, quote };

enum class FieldType : std::uint8_t {
  text,     ///< Words, stemmed and with positions: "headline:strike".
  body,     ///< Words of the whole text that stand not only in headline or captions (`body:`).
  name,     ///< A person, place or organization: matched by any of its name forms, never by words.
  keyword,  ///< One literal value, folded: outlet, section, language.
};

struct Field {
  std::string_view name;        ///< As typed in queries and options and printed in JSON.
  std::string_view alias = {};  ///< A second, shorter name: "org", "lang".
  std::string_view prefix;      ///< Xapian term prefix; see `prefix_of`.
  FieldType type = FieldType::keyword;
  bool repeats = false;  ///< Several values a document: repeated filters mean AND, else OR.
  std::optional<std::uint32_t> facet_slot = {};  ///< Value slot of the values to be counted.
  /// Values of an article; null when articles do not have this field.
  Values (*of_article)(const Article&) = nullptr;
  /// Values of a quote of that article; null when quotes have none of their own.
  Values (*of_quote)(const Article&, const Quote&) = nullptr;
  bool inherited = false;  ///< Quotes have the values of their article.
  /// Text that must not count as the document's own: its terms have neither weight nor positions.
  bool only_filters = false;
  std::string_view help;  ///< One line for --help and the web page.
};

/// All fields, in the order in which help and facets list them.
std::span<const Field> fields();

/// The field of that name or alias, or null.
const Field* find_field(std::string_view name);

/// Does this kind of document have the field?
bool has_field(DocumentKind kind, const Field& field);

/// The prefix of a field's terms in that database. The words of a quote are the text of its
/// document, so `quote` has no prefix there.
std::string_view prefix_of(DocumentKind kind, const Field& field);

/// Do the words of a text field have weight and positions there? Where not, they filter: a phrase
/// means all of its words. Positions are most of an index, and documents with many quotes, or
/// quotes in long paragraphs, must not look longer than they are.
bool has_positions(DocumentKind kind, const Field& field);

/// Articles: marks a word (and a stem) that stands in headline or captions but nowhere in the body.
/// `body:strike` is the unprefixed word and not the word with this prefix.
inline constexpr std::string_view not_in_body_prefix = "XNB";

/// A facet's value slot holds all values of a document, each with its length before it.
std::string encode_facet_values(const std::vector<std::string>& values);

/// The values of a slot; those before the damage if it is damaged. Views into `encoded`.
std::vector<std::string_view> decode_facet_values(std::string_view encoded);

}  // namespace onrecord
