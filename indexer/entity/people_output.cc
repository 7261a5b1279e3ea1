// SPDX-License-Identifier: GPL-3.0-or-later
// From the people found to the article's: mentions in title case, names as they are shown, roles.
#include <algorithm>
#include <unordered_map>

#include "indexer/entity/letter_case.h"
#include "indexer/entity/people.h"
#include "indexer/entity/person_roles.h"

namespace onrecord {
namespace {

/// Names of all people by the hash of their words, for lines in title case.
std::unordered_map<std::uint64_t, std::uint32_t> index_names(const PeopleFound& found) {
  std::unordered_map<std::uint64_t, std::uint32_t> names;
  for (std::uint32_t p = 0; p < found.people.size(); ++p) {
    const auto& words = found.people[p].words;
    // All tails ("de la Vega"), and the form without middle names.
    for (std::size_t first = 0; first < words.size(); ++first) {
      std::uint64_t hash = 0;
      for (std::size_t i = first; i < words.size(); ++i) hash = extend_name(hash, words[i]);
      names.emplace(hash, p);
    }
    names.emplace(extend_name(extend_name(0, words.front()), words.back()), p);
  }
  return names;
}

bool is_in_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || c == '.'; });
}

/// "Dag TORVALD" and "ILSE TORVALD" are shown in small letters; "J.R." and "III" stay.
std::string plain_case(const NameText& text, TokenRange range) {
  std::string name;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const NameToken& token = text.tokens[i];
    if (i > range.first && token.blank_before) name += ' ';
    const std::string_view word = text.text_of(i);
    const bool capitals = word.size() > 3 && !token.is(nw_suffix) && is_in_capitals(word);
    name += capitals ? in_title_case(word) : std::string(word);
  }
  return name;
}

std::string name_text(const NameText& text, const PersonDraft& person) {
  if (!person.given_name.empty()) return person.given_name;
  std::string name = plain_case(text, person.name);
  const std::uint32_t behind = person.name.last;
  const bool stop = person.suffix != 0 && behind < text.tokens.size() &&
                    text.tokens[behind].sign == '.' && !text.tokens[behind].blank_before;
  return stop ? name + '.' : name;
}

Mention mention_of(const NameText& text, TokenRange range) {
  const NameToken& first = text.tokens[range.first];
  return {first.paragraph, {first.span.begin, text.tokens[range.last - 1].span.end}};
}

}  // namespace

void match_title_case(const NameText& text, PeopleFound& found, std::vector<bool>& claimed) {
  const auto names = index_names(found);
  for (const NameParagraph& paragraph : text.paragraphs) {
    if (!paragraph.title_case) continue;
    for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
      if (!text.tokens[i].is_name_word()) continue;
      std::uint64_t hash = 0;
      std::uint32_t end = i, person = 0;
      for (std::uint32_t n = i; n < paragraph.last && n < i + 8; ++n) {
        const NameToken& token = text.tokens[n];
        if (token.kind == TokenKind::punctuation) continue;
        if (!token.is_word()) break;
        hash = extend_name(hash, token.hash);
        if (const auto known = names.find(hash); known != names.end()) {
          end = n + 1;
          person = known->second;
        }
      }
      if (end == i) continue;
      found.people[person].headline_mentions.push_back({i, end});
      for (std::uint32_t n = i; n < end; ++n) claimed[n] = true;
      i = end - 1;
    }
  }
}

std::vector<Person> make_people(const NameText& text, const NameGroups& groups,
                                const PeopleFound& found) {
  std::vector<Person> people;
  for (const PersonDraft& draft : found.people) {
    Person& person = people.emplace_back();
    person.name = draft.nominative.empty() ? name_text(text, draft) : draft.nominative;
    person.gender = draft.gender;
    for (const TokenRange& range : draft.headline_mentions) {
      person.mentions.push_back(mention_of(text, range));
    }
    for (const std::uint32_t number : draft.candidates) {
      person.mentions.push_back(mention_of(text, groups.candidates[number].tokens));
      add_roles(text, groups.candidates[number], person);
    }
    const auto in_text_order = [](const Mention& a, const Mention& b) {
      return std::pair(a.paragraph, a.span.begin) < std::pair(b.paragraph, b.span.begin);
    };
    std::sort(person.mentions.begin(), person.mentions.end(), in_text_order);
  }
  return people;
}

}  // namespace onrecord
