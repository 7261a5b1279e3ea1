// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/comparison.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "common/text_fold.h"

namespace onrecord {
namespace {

using nlohmann::json;

std::string string_or_empty(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// The strings of a list; of a list of objects their value under `key`.
std::vector<std::string> strings(const json& object, const char* list, const char* key = "name") {
  std::vector<std::string> result;
  for (const json& item : object.value(list, json::array())) {
    result.push_back(item.is_string() ? item.get<std::string>() : string_or_empty(item, key));
  }
  return result;
}

std::set<std::string> keys_of(const std::vector<std::string>& names) {
  std::set<std::string> keys;
  for (const std::string& name : names) keys.insert(name_key(name));
  return keys;
}

/// The share, 0 to 1, that two clauses have in common: F1 over their words, each as often as it
/// stands.
double overlap(std::string_view left, std::string_view right) {
  const auto words = [](std::string_view text) {
    std::istringstream stream(name_key(text));
    return std::multiset<std::string>(std::istream_iterator<std::string>(stream), {});
  };
  const auto left_words = words(left);
  const auto right_words = words(right);
  std::vector<std::string> common;
  std::set_intersection(left_words.begin(), left_words.end(), right_words.begin(),
                        right_words.end(), std::back_inserter(common));
  const auto sum = static_cast<double>(left_words.size() + right_words.size());
  return sum == 0 ? 0 : 2 * static_cast<double>(common.size()) / sum;
}

/// Where a clause begins and ends is open to debate ("that", a date at its end): most of it is
/// enough.
constexpr double same_clause = 0.8;

/// One article's misses and scores under way.
class Scorer {
 public:
  Scorer(const json& expected, Comparison& comparison)
      : comparison_(comparison),
        article_(fmt::format("{} #{}", expected.at("path").get<std::string>(),
                             expected.at("record").get<int>())) {
    const json aliases = expected.value("aliases", json::object());
    for (const auto& [name, forms] : aliases.items()) {
      aliases_[name_key(name)] = keys_of(forms.get<std::vector<std::string>>());
    }
  }

  /// Equal, or another form of the name that the article's gold allows.
  bool same(std::string_view expected, std::string_view found) const {
    const auto forms = aliases_.find(name_key(expected));
    return name_key(expected) == name_key(found) ||
           (forms != aliases_.end() && forms->second.contains(name_key(found)));
  }

  void right(const char* field) { ++comparison_.fields[field].right; }

  void wrong(const char* field, std::string line) {
    ++comparison_.fields[field].wrong;
    comparison_.misses.push_back({article_, field, std::move(line)});
  }

  void value(const char* field, std::string_view expected, std::string_view found) {
    if (name_key(expected) == name_key(found)) return right(field);
    wrong(field, fmt::format("~ {} -> {}", shown(expected), shown(found)));
  }

  /// Pairs the items of two lists by key. Returns for each expected item the index of its partner.
  std::vector<std::optional<std::size_t>> list(const char* field,
                                               const std::vector<std::string>& expected,
                                               const std::vector<std::string>& found,
                                               const std::set<std::string>& ignored = {}) {
    std::vector<std::optional<std::size_t>> partners(expected.size());
    std::vector<bool> used(found.size(), false);
    for (std::size_t e = 0; e < expected.size(); ++e) {
      for (std::size_t f = 0; f < found.size() && !partners[e]; ++f) {
        if (used[f] || !same(expected[e], found[f])) continue;
        used[f] = true;
        partners[e] = f;
      }
      if (partners[e]) {
        right(field);
      } else {
        wrong(field, "- " + shown(expected[e]));
      }
    }
    for (std::size_t f = 0; f < found.size(); ++f) {
      if (!used[f] && !ignored.contains(name_key(found[f]))) wrong(field, "+ " + shown(found[f]));
    }
    return partners;
  }

 private:
  static std::string shown(std::string_view text) {
    return text.empty() ? "nothing" : fmt::format("[{}]", text);
  }

  Comparison& comparison_;
  std::string article_;
  std::map<std::string, std::set<std::string>> aliases_;
};

/// Expected answers are divided by "|": any of them is right.
bool is_any(std::string_view expected, std::string_view found, const Scorer& score) {
  while (true) {
    const std::size_t bar = expected.find('|');
    if (score.same(expected.substr(0, bar), found)) return true;
    if (bar == std::string_view::npos) return false;
    expected.remove_prefix(bar + 1);
  }
}

/// A role is right if it is the expected one or a part of it: "minister" of "Minister for Water".
bool is_role(const std::string& expected, const std::vector<std::string>& found) {
  const std::string key = name_key(expected);
  return std::any_of(found.begin(), found.end(), [&](const std::string& role) {
    const std::string part = name_key(role);
    return !part.empty() && (key.find(part) != std::string::npos || part.find(key) == 0);
  });
}

void compare_speaker(const char* field, const json& expected, const json& found, Scorer& score) {
  const std::string speaker = string_or_empty(expected, "speaker");
  const std::string answer = string_or_empty(found, "speaker");
  if (is_any(speaker, answer, score)) return score.right(field);
  score.wrong(field,
              fmt::format("~ {} -> {}: [{}]", speaker.empty() ? "nobody" : speaker,
                          answer.empty() ? "nobody" : answer, string_or_empty(expected, "text")));
}

void compare_quote(const json& expected, const json& found, Scorer& score) {
  compare_speaker("speaker", expected, found, score);
  score.value("kind", string_or_empty(expected, "kind"), string_or_empty(found, "kind"));
  const std::string cue = string_or_empty(expected, "cue");
  const std::string found_cue = string_or_empty(found, "cue");
  if (is_any(cue, found_cue, score)) {
    score.right("cue");
  } else {
    score.value("cue", cue, found_cue);
  }
}

/// The quotes found in the body, either the reported clauses or all others.
json body_quotes(const json& found, bool indirect) {
  json answers = json::array();
  for (const json& quote : found.value("quotes", json::array())) {
    if ((quote.value("kind", "") == "indirect") == indirect &&
        quote.value("in", "body") == "body") {
      answers.push_back(quote);
    }
  }
  return answers;
}

/// A clause that nobody asks for: set aside, or with words in quotation marks, which are a quote.
bool is_open_clause(const json& expected, std::string_view clause) {
  const auto set_aside = strings(expected, "set_aside");
  const auto quotes = strings(expected, "quotes", "text");
  const std::string key = name_key(clause);
  return std::any_of(set_aside.begin(), set_aside.end(),
                     [&](const auto& text) { return overlap(text, clause) >= same_clause; }) ||
         std::any_of(quotes.begin(), quotes.end(), [&](const auto& text) {
           return key.find(name_key(text)) != std::string::npos;
         });
}

/// Each expected clause is paired with the one found that shares most words with it.
void compare_indirect(const json& expected, const json& found, Scorer& score) {
  const json answers = body_quotes(found, true);
  std::vector<bool> used(answers.size(), false);
  for (const json& question : expected["indirect"]) {
    const std::string clause = string_or_empty(question, "text");
    std::optional<std::size_t> best;
    double most = same_clause;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const double share = used[i] ? 0 : overlap(clause, string_or_empty(answers[i], "text"));
      if (share < most) continue;
      most = share;
      best = i;
    }
    if (!best) {
      score.wrong("indirect", fmt::format("- [{}]", clause));
      continue;
    }
    used[*best] = true;
    score.right("indirect");
    compare_speaker("indirect_speaker", question, answers[*best], score);
  }
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::string clause = string_or_empty(answers[i], "text");
    if (!used[i] && !is_open_clause(expected, clause)) {
      score.wrong("indirect", fmt::format("+ [{}]", clause));
    }
  }
}

void compare_quotes(const json& expected, const json& found, Scorer& score) {
  const json answers = body_quotes(found, false);
  std::set<std::string> ignored = keys_of(strings(expected, "set_aside", "text"));
  ignored.merge(keys_of(strings(expected, "unmarked", "text")));
  const json questions = expected.value("quotes", json::array());
  const auto partners = score.list("quote", strings(expected, "quotes", "text"),
                                   strings({{"quotes", answers}}, "quotes", "text"), ignored);
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i]) compare_quote(questions[i], answers[*partners[i]], score);
  }
}

/// The short forms that the article uses for a name must be among the mentions joined to it.
void compare_mentions(const json& expected, const std::string& name, const json& found,
                      Scorer& score) {
  const auto mentions = keys_of(strings(found, "mentions"));
  for (const std::string& mention :
       strings(expected.value("mentions", json::object()), name.c_str())) {
    if (mentions.contains(name_key(mention))) {
      score.right("mentions");
    } else {
      score.wrong("mentions", fmt::format("- {}: [{}]", name, mention));
    }
  }
}

void compare_organizations(const json& expected, const json& found,
                           const std::set<std::string>& ignored, Scorer& score) {
  const json answers = found.value("organizations", json::array());
  const auto names = strings(expected, "organizations");
  const auto partners =
      score.list("organizations", names, strings(found, "organizations"), ignored);
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i]) compare_mentions(expected, names[i], answers[*partners[i]], score);
  }
}

void compare_names(const json& expected, const json& found, Scorer& score) {
  std::set<std::string> ignored = keys_of(strings(expected, "optional"));
  ignored.merge(keys_of(strings(expected, "byline")));

  const json people = found.value("people", json::array());
  const auto names = strings(expected, "people");
  const json roles = expected.value("roles", json::object());
  const auto partners = score.list("people", names, strings(found, "people"), ignored);
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (!partners[i]) continue;
    compare_mentions(expected, names[i], people[*partners[i]], score);
    if (!roles.contains(names[i])) continue;
    const std::string role = roles[names[i]].get<std::string>();
    if (is_role(role, strings(people[*partners[i]], "roles"))) {
      score.right("role");
    } else {
      score.wrong("role", fmt::format("- {}: [{}]", names[i], role));
    }
  }

  const json places = expected.value("places", json::array());
  const json found_places = found.value("places", json::array());
  const auto pairs =
      score.list("places", strings(expected, "places"), strings(found, "places"), ignored);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!pairs[i]) continue;
    const std::string country = string_or_empty(places[i], "country");
    const std::string answer = string_or_empty(found_places[*pairs[i]], "country");
    if (country == answer) {
      score.right("country");
    } else {
      score.wrong("country", fmt::format("~ {}: {} -> {}", string_or_empty(places[i], "name"),
                                         country.empty() ? "none" : country,
                                         answer.empty() ? "none" : answer));
    }
  }
  if (expected.contains("organizations")) {
    compare_organizations(expected, found, ignored, score);
  }
}

void compare_captions(const json& expected, const json& found, Scorer& score) {
  score.list("captions", strings(expected, "captions", "text"), strings(found, "captions"));
  std::vector<std::string> credits = strings(expected, "captions", "credit");
  std::vector<std::string> answers = strings(found, "credits");
  std::erase(credits, "");
  std::erase(answers, "");
  score.list("credits", credits, answers);
}

std::string dateline_of(const json& article) {
  const json dateline = article.value("dateline", json());
  return dateline.is_object() ? string_or_empty(dateline, "text")
                              : string_or_empty(article, "dateline");
}

}  // namespace

const std::vector<std::string_view>& compared_fields() {
  static const std::vector<std::string_view> fields = {
      "article",  "headline",      "byline",           "published", "source", "dateline",
      "subheads", "captions",      "credits",          "quote",     "kind",   "speaker",
      "cue",      "indirect",      "indirect_speaker", "people",    "role",   "places",
      "country",  "organizations", "mentions"};
  return fields;
}

void compare_article(const json& expected, const json& answer, Comparison& comparison) {
  Scorer score(expected, comparison);
  if (answer.is_null()) {
    score.wrong("article", "- not found");
  } else {
    score.right("article");
  }
  const json found = answer.is_null() ? json::object() : answer;
  score.value("headline", string_or_empty(expected, "headline"),
              string_or_empty(found, "headline"));
  score.list("byline", strings(expected, "byline"), strings(found, "byline"));
  score.value("published", string_or_empty(expected, "published"),
              string_or_empty(found, "published").substr(0, 10));
  score.value("source", string_or_empty(expected, "source"), string_or_empty(found, "source"));
  score.value("dateline", dateline_of(expected), dateline_of(found));
  score.list("subheads", strings(expected, "subheads"), strings(found, "subheads"));
  compare_captions(expected, found, score);
  compare_quotes(expected, found, score);
  if (expected.contains("indirect")) compare_indirect(expected, found, score);
  compare_names(expected, found, score);
}

void count_surplus_article(const std::string& article, Comparison& comparison) {
  ++comparison.fields["article"].wrong;
  comparison.misses.push_back({article, "article", "+ not expected"});
}

std::string to_text(const std::vector<Miss>& misses, std::string_view field) {
  std::string text;
  std::string_view article;
  for (const Miss& miss : misses) {
    if (!field.empty() && miss.field != field) continue;
    if (miss.article != article) text += fmt::format("{}\n", miss.article);
    article = miss.article;
    text += fmt::format("  {:<10} {}\n", miss.field, miss.line);
  }
  return text;
}

}  // namespace onrecord
