// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/field_values.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "common/article_text.h"
#include "common/index_terms.h"

namespace onrecord {
namespace {

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

/// The English name of a country in the form in which names are compared.
const std::string& country_form(const std::string& code) {
  thread_local std::map<std::string, std::string> known;  // ICU takes its time.
  const auto [entry, is_new] = known.try_emplace(code);
  if (is_new) {
    icu::UnicodeString display;
    icu::Locale("en", code.c_str()).getDisplayCountry(icu::Locale::getEnglish(), display);
    std::string name;
    display.toUTF8String(name);
    entry->second = name_form(name);
  }
  return entry->second;
}

bool is_country_itself(const Place& place) {
  return !place.country.empty() && country_form(place.country) == name_form(place.name);
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
  } else {
    value.also = person_forms(quote.speaker);
  }
  value.also.push_back(std::move(value.text));
  value.text = quote.speaker;
  return value;
}

/// The same for everybody who speaks beside the first.
Values speaker_values(const Article& article, const Quote& quote) {
  Values values;
  if (!quote.speaker.empty()) values.push_back(speaker_value(article, quote));
  for (const std::string& name : quote.joint_speakers) {
    const auto person = std::find_if(article.people.begin(), article.people.end(),
                                     [&](const Person& one) { return one.name == name; });
    FieldValue value{name, person_forms(name)};
    if (person != article.people.end()) value = value_of(article, *person);
    add_distinct(values, std::move(value));
  }
  return values;
}

/// Is one of the mentions in a paragraph that the quote runs through?
bool stands_with(const Quote& quote, const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return std::any_of(quote.where.begin(), quote.where.end(),
                       [&](const Mention& part) { return part.paragraph == mention.paragraph; });
  });
}

}  // namespace

namespace values_of_article {

Values authors(const Article& article) {
  Values values;
  for (const std::string& author : article.byline) {
    add_distinct(values, {author, person_forms(author)});
  }
  return values;
}

Values byline(const Article& article) {
  Values values;
  for (const std::string& author : signatures_of(article)) values.push_back({author});
  return values;
}

Values captions(const Article& article) {
  Values values;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == ParagraphKind::caption) values.push_back({paragraph.text});
  }
  return values;
}

Values people(const Article& article) {
  Values values;
  for (const Person& person : article.people) add_distinct(values, value_of(article, person));
  return values;
}

Values places(const Article& article) {
  Values values;
  for (const Place& place : article.places) add_distinct(values, value_of(article, place));
  return values;
}

Values countries(const Article& article) {
  Values values;
  for (const Place& place : article.places) add_distinct(values, {place.country});
  return values;
}

Values organizations(const Article& article) {
  Values values;
  for (const Organization& organization : article.organizations) {
    add_distinct(values, value_of(article, organization));
  }
  return values;
}

Values speakers(const Article& article) {
  Values values;
  for (const Quote& quote : article.quotes) {
    for (FieldValue& value : speaker_values(article, quote)) add_distinct(values, std::move(value));
  }
  return values;
}

Values roles(const Article& article) {
  Values values;
  for (const Person& person : article.people) {
    for (const Role& role : person.roles) add_distinct(values, {role.text});
  }
  for (const Quote& quote : article.quotes) add_distinct(values, {quote.role});
  return values;
}

Values quote_texts(const Article& article) {
  Values values;
  for (const Quote& quote : article.quotes) values.push_back({quote.text});
  return values;
}

Values year(const Article& article) {
  return article.published ? one(fmt::format("{:04}", article.published->date.year)) : Values{};
}

Values contents(const Article& article) {
  Values values;
  if (!article.quotes.empty()) values.push_back({"quotes"});
  if (!signatures_of(article).empty()) values.push_back({"byline"});
  if (article.dateline) values.push_back({"dateline"});
  if (article.published) values.push_back({"date"});
  if (!captions(article).empty()) values.push_back({"caption"});
  return values;
}

Values headline(const Article& a) {
  return one(headline_of(a));
}

Values source(const Article& a) {
  return one(a.source);
}

Values section(const Article& a) {
  return one(a.section);
}

Values language(const Article& a) {
  return one(a.language);
}

Values agency(const Article& a) {
  return one(a.agency);
}

Values url(const Article& a) {
  return one(a.url);
}

Values path(const Article& a) {
  return one(a.origin.path);
}

Values id(const Article& a) {
  return one(a.id);
}

Values dateline(const Article& a) {
  return a.dateline ? one(a.dateline->text) : Values{};
}

}  // namespace values_of_article

namespace values_of_quote {

Values people(const Article& article, const Quote& quote) {
  Values values;
  for (std::size_t i = 0; i < article.people.size(); ++i) {
    const Person& person = article.people[i];
    if (quote.person == i || stands_with(quote, person.mentions)) {
      add_distinct(values, value_of(article, person));
    }
  }
  return values;
}

Values organizations(const Article& article, const Quote& quote) {
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
Values paragraphs(const Article& article, const Quote& quote) {
  Values values;
  for (const Mention& part : quote.where) {
    add_distinct(values, {article.paragraphs[part.paragraph].text});
  }
  return values;
}

Values article_id(const Article& a, const Quote& /*quote*/) {
  return one(a.id);
}

Values text(const Article& /*article*/, const Quote& q) {
  return one(q.text);
}

Values role(const Article& /*article*/, const Quote& q) {
  return one(q.role);
}

Values cue(const Article& /*article*/, const Quote& q) {
  return one(q.cue);
}

Values saying(const Article& /*article*/, const Quote& q) {
  return one(q.cue_class);
}

Values kind(const Article& /*article*/, const Quote& q) {
  return one(name_of(q.kind));
}

Values id(const Article& /*article*/, const Quote& q) {
  return one(q.id);
}

Values speaker(const Article& article, const Quote& quote) {
  return speaker_values(article, quote);
}

}  // namespace values_of_quote
}  // namespace onrecord
