// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/quote/case_file.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <string_view>

namespace onrecord::testing_support {
namespace {

std::vector<std::string> split(std::string_view text, char sign) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == sign) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (std::string& part : parts) {
    while (part.starts_with(' ')) part.erase(0, 1);
    while (part.ends_with(' ')) part.pop_back();
  }
  return parts;
}

bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 ||
                              static_cast<unsigned char>(text[at]) >= 0xC3);
}

bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || !is_letter(text, begin - 1)) && !is_letter(text, end);
}

std::vector<Mention> mentions_of(const Article& article, std::string_view name) {
  std::vector<Mention> mentions;
  for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p) {
    const std::string_view text = article.paragraphs[p].text;
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + name.size())) {
      if (!is_whole_word(text, at, at + name.size())) continue;
      mentions.push_back(
          {p, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())}});
    }
  }
  return mentions;
}

bool overlaps(const Mention& a, const Mention& b) {
  return a.paragraph == b.paragraph && a.span.begin < b.span.end && b.span.begin < a.span.end;
}

bool is_taken(const Article& article, const Mention& mention) {
  return std::any_of(article.people.begin(), article.people.end(), [&](const Person& person) {
    return std::any_of(person.mentions.begin(), person.mentions.end(),
                       [&](const Mention& other) { return overlaps(mention, other); });
  });
}

void add_mentions(Article& article, Person& person, std::string_view name) {
  for (const Mention& mention : mentions_of(article, name)) {
    const bool own = std::any_of(person.mentions.begin(), person.mentions.end(),
                                 [&](const Mention& other) { return overlaps(mention, other); });
    if (!own && !is_taken(article, mention)) person.mentions.push_back(mention);
  }
}

Gender gender_of(std::string_view letter) {
  if (letter == "f") return Gender::female;
  return letter == "m" ? Gender::male : Gender::unknown;
}

/// "Ivo Marsh m former goalkeeper, coach"
struct PersonLine {
  std::string name;
  Gender gender = Gender::unknown;
  std::vector<std::string> roles;
};

PersonLine parse_person(const std::string& text) {
  PersonLine person;
  std::istringstream words(text);
  std::string word;
  while (words >> word && word != "f" && word != "m" && word != "-") {
    if (!person.name.empty()) person.name += ' ';
    person.name += word;
  }
  person.gender = gender_of(word);
  std::string rest;
  std::getline(words, rest);
  for (std::string& role : split(rest, ',')) {
    if (!role.empty()) person.roles.push_back(std::move(role));
  }
  return person;
}

void add_surname(Article& article, Person& person) {
  const std::size_t blank = person.name.rfind(' ');
  if (blank == std::string::npos) return;
  add_mentions(article, person, person.name.substr(blank + 1));
  std::sort(person.mentions.begin(), person.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.paragraph != b.paragraph ? a.paragraph < b.paragraph : a.span.begin < b.span.begin;
  });
}

class CaseReader {
 public:
  explicit CaseReader(std::string file) : file_(std::move(file)) {}

  void read_line(const std::string& line) {
    if (line.empty() || line.starts_with('#')) return;
    if (line.starts_with("== ")) {
      finish();
      current_.emplace();
      current_->file = file_;
      constexpr std::size_t code_letters = 2;
      const std::string stem = file_.substr(0, file_.rfind('.'));
      const std::string code = stem.substr(stem.rfind('.') + 1);  // npos + 1 is 0
      current_->article.language = code.size() == code_letters ? code : "en";
      current_->name = line.substr(3);
    } else if (line.starts_with("people: ")) {
      people_ = split(line.substr(8), ';');
    } else if (line.starts_with("orgs: ")) {
      organizations_ = split(line.substr(6), ';');
    } else if (line.starts_with("places: ")) {
      places_ = split(line.substr(8), ';');
    } else if (line.starts_with("dateline: ")) {
      current_->article.dateline = Dateline{line.substr(10), {}};
    } else if (line.starts_with("published: ")) {
      current_->article.published = parse_iso_date(line.substr(11));
    } else if (line.starts_with("source: ")) {
      current_->article.source = line.substr(8);
    } else if (line.starts_with("byline: ")) {
      current_->article.byline = split(line.substr(8), ';');
    } else if (line.starts_with("> ")) {
      add_expected(split(line.substr(2), '|'));
    } else {
      add_paragraph(line);
    }
  }

  std::vector<QuoteCase> take() {
    finish();
    return std::move(cases_);
  }

 private:
  void add_expected(const std::vector<std::string>& columns) {
    ExpectedQuote quote;
    quote.text = columns[0];
    if (columns.size() > 1 && columns[1] != "-") quote.speaker = columns[1];
    for (std::size_t i = 2; i < columns.size(); ++i) add_property(quote, columns[i]);
    current_->quotes.push_back(std::move(quote));
  }

  /// "mixed", "class deny", "on" (nothing expected)
  static void add_property(ExpectedQuote& quote, const std::string& text) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string key = text.substr(0, blank);
    if (key == "direct" || key == "mixed" || key == "indirect") {
      quote.kind = key == "mixed"      ? QuoteKind::mixed
                   : key == "indirect" ? QuoteKind::indirect
                                       : QuoteKind::direct;
      return;
    }
    quote.context[key] = text.substr(std::min(blank + 1, text.size()));
  }

  void add_paragraph(const std::string& line) {
    Paragraph paragraph;
    paragraph.text = line;
    if (line.starts_with("headline: ")) {
      paragraph = {ParagraphKind::headline, line.substr(10), {}};
    } else if (line.starts_with("caption: ")) {
      paragraph = {ParagraphKind::caption, line.substr(9), {}};
    } else if (line.starts_with("block: ")) {
      paragraph = {ParagraphKind::block_quote, line.substr(7), {}};
    } else if (line.starts_with("subhead: ")) {
      paragraph = {ParagraphKind::subhead, line.substr(9), {}};
    }
    current_->article.paragraphs.push_back(std::move(paragraph));
  }

  void finish() {
    if (!current_) return;
    for (const std::string& text : people_) {
      const PersonLine person = parse_person(text);
      add_person(current_->article, person.name, person.gender, person.roles);
    }
    // Only when all full names are taken: a bare surname is the first one's of those who bear it.
    for (Person& person : current_->article.people) add_surname(current_->article, person);
    for (const std::string& name : organizations_) {
      current_->article.organizations.push_back({name, mentions_of(current_->article, name)});
    }
    for (const std::string& name : places_) {
      Place place;
      place.name = name;
      place.mentions = mentions_of(current_->article, name);
      current_->article.places.push_back(std::move(place));
    }
    cases_.push_back(std::move(*current_));
    current_.reset();
    people_.clear();
    places_.clear();
    organizations_.clear();
  }

  std::string file_;
  std::optional<QuoteCase> current_;
  std::vector<std::string> people_;
  std::vector<std::string> organizations_;
  std::vector<std::string> places_;
  std::vector<QuoteCase> cases_;
};

}  // namespace

void add_person(Article& article, std::string name, Gender gender,
                const std::vector<std::string>& roles) {
  Person person;
  person.gender = gender;
  add_mentions(article, person, name);
  for (const std::string& role : roles) {
    const auto where = mentions_of(article, role);
    person.roles.push_back({role, where.empty() ? Mention{} : where.front()});
  }
  person.name = std::move(name);
  article.people.push_back(std::move(person));
}

std::vector<QuoteCase> read_case_file(const std::filesystem::path& file) {
  std::ifstream in(file);
  CaseReader reader(file.filename().string());
  for (std::string line; std::getline(in, line);) reader.read_line(line);
  return reader.take();
}

}  // namespace onrecord::testing_support
