// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/comparison.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

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

/// One article's misses and scores under way.
class Scorer {
 public:
  Scorer(const json& expected, Comparison& comparison)
      : comparison_(comparison),
        article_(fmt::format("{} #{}", expected.at("path").get<std::string>(),
                             expected.at("record").get<int>())) {}

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
        if (used[f] || name_key(expected[e]) != name_key(found[f])) continue;
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
};

/// Expected speakers are divided by "|": any of them is right.
bool is_speaker(std::string_view expected, std::string_view found) {
  while (true) {
    const std::size_t bar = expected.find('|');
    if (name_key(expected.substr(0, bar)) == name_key(found)) return true;
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

void compare_quote(const json& expected, const json& found, Scorer& score) {
  const std::string speaker = string_or_empty(expected, "speaker");
  const std::string answer = string_or_empty(found, "speaker");
  if (is_speaker(speaker, answer)) {
    score.right("speaker");
  } else {
    score.wrong("speaker",
                fmt::format("~ {} -> {}: [{}]", speaker.empty() ? "nobody" : speaker,
                            answer.empty() ? "nobody" : answer, string_or_empty(expected, "text")));
  }
  score.value("kind", string_or_empty(expected, "kind"), string_or_empty(found, "kind"));
  score.value("cue", string_or_empty(expected, "cue"), string_or_empty(found, "cue"));
}

void compare_quotes(const json& expected, const json& found, Scorer& score) {
  json answers = json::array();
  for (const json& quote : found.value("quotes", json::array())) {
    if (quote.value("kind", "") != "indirect" && quote.value("in", "body") == "body") {
      answers.push_back(quote);
    }
  }
  std::set<std::string> ignored = keys_of(strings(expected, "set_aside", "text"));
  ignored.merge(keys_of(strings(expected, "unmarked", "text")));
  const json questions = expected.value("quotes", json::array());
  const auto partners = score.list("quote", strings(expected, "quotes", "text"),
                                   strings({{"quotes", answers}}, "quotes", "text"), ignored);
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i]) compare_quote(questions[i], answers[*partners[i]], score);
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
    if (!partners[i] || !roles.contains(names[i])) continue;
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
      "article",  "headline", "byline",  "published", "source", "dateline",
      "subheads", "captions", "credits", "quote",     "kind",   "speaker",
      "cue",      "people",   "role",    "places",    "country"};
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
