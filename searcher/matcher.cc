// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matcher.h"

#include <algorithm>
#include <tuple>

#include "common/index_terms.h"

namespace onrecord {
namespace {

constexpr int max_leaves = 64;

bool has_forms(const IndexWord& word) {
  return word.stems;
}

/// Matches in order without overlaps: of two, the longer one that begins first stays and takes over
/// what the other stands for.
std::vector<Match> without_overlaps(std::vector<Match> matches) {
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return std::tuple(a.paragraph, a.span.begin, b.span.end) <
           std::tuple(b.paragraph, b.span.begin, a.span.end);
  });
  std::vector<Match> out;
  for (const Match& match : matches) {
    if (!out.empty() && out.back().paragraph == match.paragraph &&
        match.span.begin < out.back().span.end) {
      out.back().leaves |= match.leaves;
      out.back().span.end = std::max(out.back().span.end, match.span.end);
    } else {
      out.push_back(match);
    }
  }
  return out;
}

/// Do these mentions belong to the person, place or body that a filter names?
bool is_named(const std::string& name, const std::string& form,
              const std::vector<std::string>& forms) {
  return name_form(name) == form || std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

Matcher::Matcher(const SearchRequest& request) {
  if (request.query) add(*request.query);
  if (request.about) add(*request.about);
  for (const Filter& filter : request.filters) {
    if (!filter.exclude && filter.field->type == FieldType::name) {
      add_name(*filter.field, filter.value);
    }
  }
}

std::uint64_t Matcher::next_leaf() {
  const std::uint64_t leaf = leaves_ < max_leaves ? std::uint64_t{1} << leaves_ : 0;
  ++leaves_;
  return leaf;
}

void Matcher::add_name(const Field& field, const std::string& value) {
  const std::string form = name_form(value);
  if (!form.empty()) names_.push_back({form, &field, next_leaf()});
}

void Matcher::add(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::word:
      for (const IndexWord& word : index_words(node.text)) {
        const std::uint64_t leaf = next_leaf();
        exact_[word.term] |= leaf;
        if (has_forms(word)) words_[word.term] |= leaf;
        const std::string initialism = initialism_of(word.term);
        if (!initialism.empty()) exact_[initialism] |= leaf;
      }
      return;
    case NodeKind::phrase: {
      Phrase phrase;
      for (IndexWord& word : index_words(node.text)) phrase.terms.push_back(std::move(word.term));
      if (phrase.terms.empty()) return;
      phrase.leaf = next_leaf();
      phrases_[phrase.terms.front()].push_back(std::move(phrase));
      return;
    }
    case NodeKind::prefix:
      for (const IndexWord& word : index_words(node.text)) {
        prefixes_.emplace_back(word.term, next_leaf());
      }
      return;
    case NodeKind::value:
      if (node.field->type == FieldType::name) add_name(*node.field, node.text);
      return;
    case NodeKind::near:
    case NodeKind::all_of:
    case NodeKind::any_of:
      for (const QueryNode& child : node.children) add(child);
      return;
    case NodeKind::none_of:
    case NodeKind::dates:
    case NodeKind::everything:
      return;
  }
}

/// The stems of `words_` in a language. Made once for each language met.
const Matcher::TermLeaves& Matcher::stems_of(std::string_view language) const {
  const auto known = stems_.find(language);
  if (known != stems_.end()) return known->second;
  const Stemmer stemmer(language);
  TermLeaves stems;
  for (const auto& [word, leaves] : words_) stems[stemmer.term("", word)] |= leaves;
  return stems_.emplace(language, std::move(stems)).first->second;
}

std::vector<Match> Matcher::in_text(std::string_view text, std::string_view language) const {
  const std::vector<IndexWord> words = index_words(text);
  const TermLeaves& stems = stems_of(language);
  const Stemmer stemmer(language);
  const auto leaves_in = [](const TermLeaves& table, const std::string& term) {
    const auto found = table.find(term);
    return found == table.end() ? std::uint64_t{0} : found->second;
  };
  std::vector<Match> matches;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const IndexWord& word = words[i];
    std::uint64_t leaves = leaves_in(exact_, word.term);
    if (word.stems && !stems.empty()) leaves |= leaves_in(stems, stemmer.term("", word.term));
    for (const auto& [prefix, leaf] : prefixes_) {
      if (word.term.starts_with(prefix)) leaves |= leaf;
    }
    if (leaves != 0) matches.push_back({0, word.span, leaves});
    const auto phrases = phrases_.find(word.term);
    if (phrases == phrases_.end()) continue;
    for (const Phrase& phrase : phrases->second) {
      const std::size_t size = phrase.terms.size();
      if (size > words.size() - i) continue;
      const bool stands = std::equal(
          phrase.terms.begin(), phrase.terms.end(), words.begin() + static_cast<std::ptrdiff_t>(i),
          [](const std::string& term, const IndexWord& w) { return term == w.term; });
      if (!stands) continue;
      matches.push_back({0, {word.span.begin, words[i + size - 1].span.end}, phrase.leaf});
    }
  }
  return without_overlaps(std::move(matches));
}

std::vector<TextSpan> Matcher::spans_in_text(std::string_view text,
                                             std::string_view language) const {
  std::vector<TextSpan> spans;
  for (const Match& match : in_text(text, language)) spans.push_back(match.span);
  return spans;
}

/// The mentions of people, places and organizations that were asked for by name. The analysis
/// knows where they stand, whatever form of the name is written there.
void Matcher::match_names(const Article& article, std::vector<Match>& matches) const {
  const auto add_all = [&](const std::vector<Mention>& mentions, std::uint64_t leaf) {
    for (const Mention& mention : mentions)
      matches.push_back({mention.paragraph, mention.span, leaf});
  };
  for (const Name& wanted : names_) {
    for (const Person& person : article.people) {
      if (is_named(person.name, wanted.form, person_forms(person.name))) {
        add_all(person.mentions, wanted.leaf);
      }
    }
    for (const Place& place : article.places) {
      const bool named = is_named(place.name, wanted.form, {}) ||
                         name_form(place.name + " (" + place.country + ")") == wanted.form;
      if (named) add_all(place.mentions, wanted.leaf);
    }
    for (const Organization& organization : article.organizations) {
      if (is_named(organization.name, wanted.form, {})) {
        add_all(organization.mentions, wanted.leaf);
      }
    }
  }
}

std::vector<Match> Matcher::in_article(const Article& article) const {
  std::vector<Match> matches;
  for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p) {
    for (Match match : in_text(article.paragraphs[p].text, article.language)) {
      match.paragraph = p;
      matches.push_back(match);
    }
  }
  match_names(article, matches);
  return without_overlaps(std::move(matches));
}

}  // namespace onrecord
