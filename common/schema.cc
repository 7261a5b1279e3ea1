// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/schema.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/article_text.h"
#include "common/index_terms.h"
#include "common/text_fold.h"
#include "common/varint.h"

namespace onrecord {
namespace {

using Values = std::vector<FieldValue>;

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

Values one(std::string_view text) {
  return text.empty() ? Values{} : Values{{std::string(text)}};
}

void add_distinct(Values& values, FieldValue value) {
  const auto same = [&](const FieldValue& other) { return other.text == value.text; };
  if (!value.text.empty() && std::none_of(values.begin(), values.end(), same)) {
    values.push_back(std::move(value));
  }
}

/// The texts of the mentions, as further forms of a name.
std::vector<std::string> mentioned_as(const Article& article,
                                      const std::vector<Mention>& mentions) {
  std::vector<std::string> forms;
  for (const Mention& mention : mentions) forms.emplace_back(text_of(article, mention));
  return forms;
}

FieldValue value_of(const Article& article, const Person& person) {
  FieldValue value{person.name, mentioned_as(article, person.mentions)};
  for (std::string& form : person_forms(person.name)) value.also.push_back(std::move(form));
  return value;
}

FieldValue value_of(const Article& article, const Organization& organization) {
  return {organization.name, mentioned_as(article, organization.mentions)};
}

bool is_country_itself(const Place& place) {
  if (place.country.empty()) return false;
  icu::UnicodeString display;
  icu::Locale("en", place.country.c_str()).getDisplayCountry(icu::Locale::getEnglish(), display);
  std::string country;
  display.toUTF8String(country);
  return name_form(country) == name_form(place.name);
}

/// "Valencia (ES)": places of one name in two countries are two values; found by either form.
FieldValue value_of(const Article& article, const Place& place) {
  FieldValue value{place.name, mentioned_as(article, place.mentions)};
  value.also.push_back(place.name);
  if (!place.country.empty() && !is_country_itself(place)) {
    value.text = fmt::format("{} ({})", place.name, place.country);
  }
  return value;
}

/// The speaker's name with the forms of the person or organization behind it.
FieldValue speaker_value(const Article& article, const Quote& quote) {
  FieldValue value;
  if (quote.person) {
    value = value_of(article, article.people[*quote.person]);
  } else if (quote.organization) {
    value = value_of(article, article.organizations[*quote.organization]);
  }
  value.also.push_back(std::move(value.text));
  value.text = quote.speaker;
  return value;
}

Values byline_values(const Article& article) {
  Values values;
  for (const std::string& author : article.byline) {
    add_distinct(values, {author, person_forms(author)});
  }
  return values;
}

Values byline_text(const Article& article) {
  Values values;
  for (const std::string& author : article.byline) values.push_back({author});
  return values;
}

Values caption_texts(const Article& article) {
  Values values;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == ParagraphKind::caption) values.push_back({paragraph.text});
  }
  return values;
}

Values all_people(const Article& article) {
  Values values;
  for (const Person& person : article.people) add_distinct(values, value_of(article, person));
  return values;
}

Values all_places(const Article& article) {
  Values values;
  for (const Place& place : article.places) add_distinct(values, value_of(article, place));
  return values;
}

Values all_countries(const Article& article) {
  Values values;
  for (const Place& place : article.places) add_distinct(values, {place.country});
  return values;
}

Values all_organizations(const Article& article) {
  Values values;
  for (const Organization& organization : article.organizations) {
    add_distinct(values, value_of(article, organization));
  }
  return values;
}

Values all_speakers(const Article& article) {
  Values values;
  for (const Quote& quote : article.quotes) {
    if (!quote.speaker.empty()) add_distinct(values, speaker_value(article, quote));
  }
  return values;
}

Values all_roles(const Article& article) {
  Values values;
  for (const Person& person : article.people) {
    for (const Role& role : person.roles) add_distinct(values, {role.text});
  }
  for (const Quote& quote : article.quotes) add_distinct(values, {quote.role});
  return values;
}

Values all_quote_texts(const Article& article) {
  Values values;
  for (const Quote& quote : article.quotes) values.push_back({quote.text});
  return values;
}

/// Is one of the mentions in a paragraph that the quote runs through?
bool stands_with(const Quote& quote, const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return std::any_of(quote.where.begin(), quote.where.end(),
                       [&](const Mention& part) { return part.paragraph == mention.paragraph; });
  });
}

Values people_with_quote(const Article& article, const Quote& quote) {
  Values values;
  for (std::size_t i = 0; i < article.people.size(); ++i) {
    const Person& person = article.people[i];
    if (quote.person == i || stands_with(quote, person.mentions)) {
      add_distinct(values, value_of(article, person));
    }
  }
  return values;
}

Values organizations_with_quote(const Article& article, const Quote& quote) {
  Values values;
  for (std::size_t i = 0; i < article.organizations.size(); ++i) {
    const Organization& organization = article.organizations[i];
    if (quote.organization == i || stands_with(quote, organization.mentions)) {
      add_distinct(values, value_of(article, organization));
    }
  }
  return values;
}

/// The paragraphs that a quote runs through: what `--about` looks at.
Values paragraphs_of_quote(const Article& article, const Quote& quote) {
  Values values;
  for (const Mention& part : quote.where) {
    add_distinct(values, {article.paragraphs[part.paragraph].text});
  }
  return values;
}

Values year_of(const Article& article) {
  return article.published ? one(fmt::format("{:04}", article.published->date.year)) : Values{};
}

Values things_in(const Article& article) {
  Values values;
  if (!article.quotes.empty()) values.push_back({"quotes"});
  if (!article.byline.empty()) values.push_back({"byline"});
  if (article.dateline) values.push_back({"dateline"});
  if (article.published) values.push_back({"date"});
  if (!caption_texts(article).empty()) values.push_back({"caption"});
  return values;
}

Values headline_text(const Article& a) {
  return one(headline_of(a));
}
Values source_of(const Article& a) {
  return one(a.source);
}
Values section_of(const Article& a) {
  return one(a.section);
}
Values language_of(const Article& a) {
  return one(a.language);
}
Values agency_of(const Article& a) {
  return one(a.agency);
}
Values url_of(const Article& a) {
  return one(a.url);
}
Values path_of(const Article& a) {
  return one(a.origin.path);
}
Values id_of(const Article& a) {
  return one(a.id);
}
Values dateline_text(const Article& a) {
  return a.dateline ? one(a.dateline->text) : Values{};
}

Values article_of_quote(const Article& a, const Quote& /*quote*/) {
  return one(a.id);
}
Values quote_text(const Article& /*article*/, const Quote& q) {
  return one(q.text);
}
Values quote_role(const Article& /*article*/, const Quote& q) {
  return one(q.role);
}
Values quote_cue(const Article& /*article*/, const Quote& q) {
  return one(q.cue);
}
Values quote_kind(const Article& /*article*/, const Quote& q) {
  return one(name_of(q.kind));
}
Values quote_own_id(const Article& /*article*/, const Quote& q) {
  return one(q.id);
}

Values quote_speaker(const Article& article, const Quote& quote) {
  return quote.speaker.empty() ? Values{} : Values{speaker_value(article, quote)};
}

using enum FieldType;

const std::array table = {
    // Who, where, when: what archives are searched by. These are the facets.
    Field{.name = "speaker",
          .prefix = "XSP",
          .type = name,
          .facet_slot = speaker_slot,
          .of_article = all_speakers,
          .of_quote = quote_speaker,
          .help = "person or body that is quoted, by any form of the name"},
    Field{.name = "person",
          .prefix = "XP",
          .type = name,
          .repeats = true,
          .facet_slot = person_slot,
          .of_article = all_people,
          .of_quote = people_with_quote,
          .help = "person named in the article, or in the paragraph of the quote"},
    Field{.name = "place",
          .prefix = "XPL",
          .type = name,
          .repeats = true,
          .facet_slot = place_slot,
          .of_article = all_places,
          .inherited = true,
          .help = "place named in the article"},
    Field{.name = "country",
          .prefix = "N",
          .repeats = true,
          .facet_slot = country_slot,
          .of_article = all_countries,
          .inherited = true,
          .help = "country of a place in the article, as two letters (ISO 3166)"},
    Field{.name = "organization",
          .alias = "org",
          .prefix = "XO",
          .type = name,
          .repeats = true,
          .facet_slot = organization_slot,
          .of_article = all_organizations,
          .of_quote = organizations_with_quote,
          .help = "organization named in the article, or in the paragraph of the quote"},
    Field{.name = "source",
          .prefix = "XSO",
          .facet_slot = source_slot,
          .of_article = source_of,
          .inherited = true,
          .help = "outlet that published the article"},
    Field{.name = "section",
          .prefix = "XSE",
          .facet_slot = section_slot,
          .of_article = section_of,
          .inherited = true,
          .help = "section of the outlet"},
    Field{.name = "language",
          .alias = "lang",
          .prefix = "L",
          .facet_slot = language_slot,
          .of_article = language_of,
          .inherited = true,
          .help = "language of the article, as two letters (ISO 639)"},
    Field{.name = "year",
          .prefix = "Y",
          .facet_slot = year_slot,
          .of_article = year_of,
          .inherited = true,
          .help = "year of publication"},
    Field{.name = "kind",
          .prefix = "XK",
          .facet_slot = kind_slot,
          .of_quote = quote_kind,
          .help = "kind of quote: direct, mixed or indirect"},
    Field{.name = "cue",
          .prefix = "XC",
          .facet_slot = cue_slot,
          .of_quote = quote_cue,
          .help = "word that introduces the quote: said, denied"},
    // Words in one part of the article.
    Field{.name = "headline",
          .prefix = "S",
          .type = text,
          .of_article = headline_text,
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
          .of_article = all_quote_texts,
          .of_quote = quote_text,
          .help = "words inside quotes"},
    Field{.name = "about",
          .prefix = "XAB",
          .type = text,
          .repeats = true,
          .of_quote = paragraphs_of_quote,
          .help = "words in the quote or its paragraph"},
    Field{.name = "caption",
          .prefix = "XCA",
          .type = text,
          .repeats = true,
          .of_article = caption_texts,
          .help = "words in picture captions"},
    Field{.name = "byline",
          .prefix = "XBY",
          .type = text,
          .repeats = true,
          .of_article = byline_text,
          .help = "words in the byline"},
    Field{.name = "dateline",
          .prefix = "XDL",
          .type = text,
          .of_article = dateline_text,
          .inherited = true,
          .help = "words in the dateline"},
    Field{.name = "role",
          .prefix = "XR",
          .type = text,
          .repeats = true,
          .of_article = all_roles,
          .of_quote = quote_role,
          .help = "words of a role or office, as the article gives it"},
    // The rest of what is known about an article.
    Field{.name = "author",
          .prefix = "A",
          .type = name,
          .repeats = true,
          .of_article = byline_values,
          .inherited = true,
          .help = "author, by any form of the name"},
    Field{.name = "agency",
          .prefix = "XAG",
          .of_article = agency_of,
          .inherited = true,
          .help = "wire service that is credited"},
    Field{.name = "has",
          .prefix = "XH",
          .repeats = true,
          .of_article = things_in,
          .help = "what the article has: quotes, byline, dateline, date, caption"},
    Field{.name = "url",
          .prefix = "U",
          .of_article = url_of,
          .inherited = true,
          .help = "address of the article"},
    Field{.name = "path",
          .prefix = "P",
          .of_article = path_of,
          .inherited = true,
          .help = "file the article was read from"},
    Field{.name = "article",
          .prefix = "XA",
          .of_quote = article_of_quote,
          .help = "id of the article of a quote"},
    Field{.name = "id",
          .prefix = "Q",
          .of_article = id_of,
          .of_quote = quote_own_id,
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
  return kind == DocumentKind::quote && field.of_quote == quote_text ? "" : field.prefix;
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
