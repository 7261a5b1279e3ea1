// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/schema.h"

#include <algorithm>
#include <array>

#include "common/field_values.h"
#include "common/varint.h"

namespace onrecord {
namespace {

// Facet slots. Numbers are part of the index format: never reuse one.
constexpr std::uint32_t person_slot = 10;
constexpr std::uint32_t place_slot = 11;
constexpr std::uint32_t country_slot = 12;
constexpr std::uint32_t organization_slot = 13;
constexpr std::uint32_t source_slot = 14;
constexpr std::uint32_t section_slot = 15;
constexpr std::uint32_t language_slot = 16;
constexpr std::uint32_t year_slot = 17;
constexpr std::uint32_t speaker_slot = 18;
constexpr std::uint32_t kind_slot = 19;
constexpr std::uint32_t cue_slot = 20;
constexpr std::uint32_t saying_slot = 21;

using enum FieldType;

const std::array table = {
    // Who, where, when: what archives are searched by. These are the facets.
    Field{.name = "speaker",
          .prefix = "XSP",
          .type = name,
          .facet_slot = speaker_slot,
          .of_article = values_of_article::speakers,
          .of_quote = values_of_quote::speaker,
          .help = "person or body that is quoted, by any form of the name"},
    Field{.name = "person",
          .prefix = "XP",
          .type = name,
          .repeats = true,
          .facet_slot = person_slot,
          .of_article = values_of_article::people,
          .of_quote = values_of_quote::people,
          .help = "person named in the article, or in the paragraph of the quote"},
    Field{.name = "place",
          .prefix = "XPL",
          .type = name,
          .repeats = true,
          .facet_slot = place_slot,
          .of_article = values_of_article::places,
          .inherited = true,
          .help = "place named in the article"},
    Field{.name = "country",
          .prefix = "N",
          .repeats = true,
          .facet_slot = country_slot,
          .of_article = values_of_article::countries,
          .inherited = true,
          .help = "country of a place in the article, as two letters (ISO 3166)"},
    Field{.name = "organization",
          .alias = "org",
          .prefix = "XO",
          .type = name,
          .repeats = true,
          .facet_slot = organization_slot,
          .of_article = values_of_article::organizations,
          .of_quote = values_of_quote::organizations,
          .help = "organization named in the article, or in the paragraph of the quote"},
    Field{.name = "source",
          .prefix = "XSO",
          .facet_slot = source_slot,
          .of_article = values_of_article::source,
          .inherited = true,
          .help = "outlet that published the article"},
    Field{.name = "section",
          .prefix = "XSE",
          .facet_slot = section_slot,
          .of_article = values_of_article::section,
          .inherited = true,
          .help = "section of the outlet"},
    Field{.name = "language",
          .alias = "lang",
          .prefix = "L",
          .facet_slot = language_slot,
          .of_article = values_of_article::language,
          .inherited = true,
          .help = "language of the article, as two letters (ISO 639)"},
    Field{.name = "year",
          .prefix = "Y",
          .facet_slot = year_slot,
          .of_article = values_of_article::year,
          .inherited = true,
          .help = "year of publication"},
    Field{.name = "kind",
          .prefix = "XK",
          .facet_slot = kind_slot,
          .of_quote = values_of_quote::kind,
          .help = "kind of quote: direct, mixed or indirect"},
    Field{.name = "cue",
          .prefix = "XC",
          .facet_slot = cue_slot,
          .of_quote = values_of_quote::cue,
          .help = "word that introduces the quote: said, denied"},
    Field{.name = "saying",
          .prefix = "XSY",
          .facet_slot = saying_slot,
          .of_quote = values_of_quote::saying,
          .help = "what is done by saying it: say, deny, promise, warn, accuse"},
    // Words in one part of the article.
    Field{.name = "headline",
          .prefix = "S",
          .type = text,
          .of_article = values_of_article::headline,
          .inherited = true,
          .help = "words in the headline"},
    Field{.name = "body",
          .prefix = not_in_body_prefix,
          .type = body,
          .help = "words in the body, not only in headline or captions"},
    Field{.name = "quote",
          .prefix = "XQ",
          .type = text,
          .repeats = true,
          .of_article = values_of_article::quote_texts,
          .of_quote = values_of_quote::text,
          .only_filters = true,
          .help = "words inside quotes"},
    Field{.name = "about",
          .prefix = "XAB",
          .type = text,
          .repeats = true,
          .of_quote = values_of_quote::paragraphs,
          .only_filters = true,
          .help = "words in the quote or its paragraph"},
    Field{.name = "caption",
          .prefix = "XCA",
          .type = text,
          .repeats = true,
          .of_article = values_of_article::captions,
          .help = "words in picture captions"},
    Field{.name = "byline",
          .prefix = "XBY",
          .type = text,
          .repeats = true,
          .of_article = values_of_article::byline,
          .help = "words in the byline"},
    Field{.name = "dateline",
          .prefix = "XDL",
          .type = text,
          .of_article = values_of_article::dateline,
          .inherited = true,
          .help = "words in the dateline"},
    Field{.name = "role",
          .prefix = "XR",
          .type = text,
          .repeats = true,
          .of_article = values_of_article::roles,
          .of_quote = values_of_quote::role,
          .help = "words of a role or office, as the article gives it"},
    // The rest of what is known about an article.
    Field{.name = "author",
          .prefix = "A",
          .type = name,
          .repeats = true,
          .of_article = values_of_article::authors,
          .inherited = true,
          .help = "author, by any form of the name"},
    Field{.name = "agency",
          .prefix = "XAG",
          .of_article = values_of_article::agency,
          .inherited = true,
          .help = "wire service that is credited"},
    Field{.name = "has",
          .prefix = "XH",
          .repeats = true,
          .of_article = values_of_article::contents,
          .help = "what the article has: quotes, byline, dateline, date, caption"},
    Field{.name = "url",
          .prefix = "U",
          .of_article = values_of_article::url,
          .inherited = true,
          .help = "address of the article"},
    Field{.name = "path",
          .prefix = "P",
          .of_article = values_of_article::path,
          .inherited = true,
          .help = "file the article was read from"},
    Field{.name = "article",
          .prefix = "XA",
          .of_quote = values_of_quote::article_id,
          .help = "id of the article of a quote"},
    Field{.name = "id",
          .prefix = "Q",
          .of_article = values_of_article::id,
          .of_quote = values_of_quote::id,
          .help = "id of the article or quote"},
};

}  // namespace

std::span<const Field> fields() {
  return table;
}

const Field* find_field(std::string_view wanted) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Field& field) {
    return field.name == wanted || (!field.alias.empty() && field.alias == wanted);
  });
  return found == table.end() ? nullptr : &*found;
}

bool has_field(DocumentKind kind, const Field& field) {
  if (kind == DocumentKind::quote) return field.of_quote != nullptr || field.inherited;
  return field.of_article != nullptr || field.type == FieldType::body;
}

std::string_view prefix_of(DocumentKind kind, const Field& field) {
  return kind == DocumentKind::quote && field.of_quote == values_of_quote::text ? "" : field.prefix;
}

bool has_positions(DocumentKind kind, const Field& field) {
  if (field.type == FieldType::body || prefix_of(kind, field).empty()) return true;
  if (field.type != FieldType::text || field.only_filters) return false;
  return kind == DocumentKind::article || !field.inherited;
}

std::string encode_facet_values(const std::vector<std::string>& values) {
  std::string encoded;
  for (const std::string& value : values) {
    append_varint(encoded, value.size());
    encoded += value;
  }
  return encoded;
}

std::vector<std::string_view> decode_facet_values(std::string_view encoded) {
  std::vector<std::string_view> values;
  while (!encoded.empty()) {
    const auto size = take_varint(encoded);
    if (!size || *size > encoded.size()) break;
    values.push_back(encoded.substr(0, *size));
    encoded.remove_prefix(*size);
  }
  return values;
}

}  // namespace onrecord
