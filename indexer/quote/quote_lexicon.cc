// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/quote_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include <unicode/uchar.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

using NamedClass = std::pair<std::string_view, WordClass>;

constexpr std::array named_classes = {
    NamedClass{"determiner", WordClass::determiner},
    NamedClass{"indefinite", WordClass::indefinite},
    NamedClass{"possessive", WordClass::possessive},
    NamedClass{"preposition", WordClass::preposition},
    NamedClass{"conjunction", WordClass::conjunction},
    NamedClass{"subordinator", WordClass::subordinator},
    NamedClass{"relative", WordClass::relative},
    NamedClass{"auxiliary", WordClass::auxiliary},
    NamedClass{"adverb", WordClass::adverb},
    NamedClass{"day", WordClass::day},
    NamedClass{"according", WordClass::according},
    NamedClass{"complementizer", WordClass::complementizer},
    NamedClass{"be", WordClass::be},
    NamedClass{"negation", WordClass::negation},
    NamedClass{"people_noun", WordClass::people_noun},
    NamedClass{"person", WordClass::person_noun},
    NamedClass{"people", WordClass::people_noun},
    NamedClass{"spokes", WordClass::spokes_noun},
    NamedClass{"group", WordClass::group_noun},
    NamedClass{"document", WordClass::document_noun},
    NamedClass{"state", WordClass::state_noun},
    NamedClass{"joining", WordClass::joining},
    NamedClass{"source", WordClass::source},
    NamedClass{"force", WordClass::force_noun},
    NamedClass{"voice", WordClass::voice_noun},
    NamedClass{"before", WordClass::term_before},
    NamedClass{"title", WordClass::title_noun},
    NamedClass{"sign", WordClass::sign_noun},
    NamedClass{"call", WordClass::cue_calling},
    NamedClass{"manner", WordClass::cue_manner},
    NamedClass{"think", WordClass::cue_weak},
    NamedClass{"tell", WordClass::cue_telling},
};

constexpr std::array<std::pair<std::string_view, Complement>, 16> named_complements = {{
    {"clause", Complement::clause},
    {"that", Complement::that},
    {"whether", Complement::whether},
    {"object", Complement::object},
    {"infinitive", Complement::infinitive},
    {"order", Complement::order},
    {"on", Complement::on},
    {"gerund", Complement::gerund},
    {"of", Complement::of},
    {"for", Complement::for_},
    {"against", Complement::against},
    {"noun", Complement::noun},
    {"as", Complement::as},
    {"about", Complement::about},
    {"at", Complement::at},
    {"naming", Complement::naming},
}};

std::optional<WordClass> class_named(std::string_view name) {
  for (const auto& [known, one] : named_classes) {
    if (known == name) return one;
  }
  return std::nullopt;
}

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    if (blank != 0) parts.push_back(text.substr(0, blank));
    if (blank == std::string_view::npos) break;
    text.remove_prefix(blank + 1);
  }
  return parts;
}

bool is_letter_or_digit(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
         (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Gender gender_named(std::string_view name) {
  if (name == "male") return Gender::male;
  return name == "female" ? Gender::female : Gender::unknown;
}

std::string_view column(const std::vector<std::string>& row, std::size_t i) {
  return i < row.size() ? std::string_view(row[i]) : std::string_view();
}

/// What a verb of a class does with words, where the row does not say more.
std::string_view saying_of(const std::vector<std::string>& row) {
  if (!column(row, 5).empty()) return column(row, 5);
  const std::string_view nature = column(row, 1);
  if (nature == "call") return "describe";
  if (nature == "manner" || nature == "tell") return "say";
  return nature;
}

int number_in(std::string_view text) {
  int number = 0;
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), number);
  return minus ? -number : number;
}

/// A word in lower case with straight apostrophes, in a buffer of its own; longer words than any
/// pack holds come out empty.
class LowerCase {
 public:
  explicit LowerCase(std::string_view word) {
    std::size_t at = 0;
    while (at < word.size()) {
      const auto byte = static_cast<unsigned char>(word[at]);
      if (size_ + 4 > buffer_.size()) {
        size_ = 0;
        return;
      }
      if (byte < 0x80) {
        buffer_[size_++] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
        ++at;
        continue;
      }
      const CodePoint point = code_point_at(word, at);
      append(point.value == U'\u2019' ? U'\'' : point.value);
      at += point.bytes;
    }
  }

  std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  void append(char32_t c) {
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    if (lower < 0x80) {
      buffer_[size_++] = static_cast<char>(lower);
    } else if (lower < 0x800) {
      buffer_[size_++] = static_cast<char>(0xC0 | (lower >> 6));
      buffer_[size_++] = static_cast<char>(0x80 | (lower & 0x3F));
    } else if (lower < 0x10000) {
      buffer_[size_++] = static_cast<char>(0xE0 | (lower >> 12));
      buffer_[size_++] = static_cast<char>(0x80 | ((lower >> 6) & 0x3F));
      buffer_[size_++] = static_cast<char>(0x80 | (lower & 0x3F));
    }
  }

  std::array<char, 48> buffer_{};
  std::size_t size_ = 0;
};

}  // namespace

QuoteLexicon::QuoteLexicon(const LanguagePack& pack)
    : pack_(&pack),
      drops_subjects_(pack.lists("traits", "drops subjects")),
      capital_nouns_(pack.lists("traits", "capital nouns")),
      no_articles_(pack.lists("traits", "no articles")),
      attributions_inside_(pack.lists("traits", "attributions inside")) {
  read_function_words();
  read_pronouns();
  read_nouns();
  read_cues();
  read_complements();
  read_occasions();
  read_days();
  read_bodies();
  add_all("issuing_verbs", WordClass::issuing);
  for (const auto& row : pack_->table("cue_nouns")) {
    WordInfo& info = entry(row.front());
    info.add(WordClass::cue_noun);
    info.noun_saying = column(row, 1).empty() ? std::string_view("say") : column(row, 1);
  }
  add_all("elided", WordClass::elided);
  add_all("titles", WordClass::title);
  add_all("demonyms", WordClass::demonym);
  add_all("groups", WordClass::demonym);
  add_all("functions", WordClass::function);
  read_heads("roles", WordClass::person_noun);
  read_heads("roles", WordClass::office_noun);
  for (const auto& row : pack_->table("role_modifiers")) {
    const std::string_view kind = column(row, 1);
    if (kind != "time" && kind != "past") office_modifiers_.insert(row.front());
  }
}

const WordInfo& QuoteLexicon::find(std::string_view word) const {
  static const WordInfo none;
  const auto found = words_.find(LowerCase(word).view());
  return found == words_.end() ? none : found->second;
}

bool QuoteLexicon::is_particle_of(std::string_view verb, std::string_view particle) const {
  const auto found = particles_.find(LowerCase(verb).view());
  return found != particles_.end() && std::find(found->second.begin(), found->second.end(),
                                                LowerCase(particle).view()) != found->second.end();
}

std::string_view QuoteLexicon::saying(std::string_view verb, std::string_view particle) const {
  std::string key(LowerCase(verb).view());
  key += ' ';
  key += LowerCase(particle).view();
  const auto found = phrasal_sayings_.find(key);
  return found != phrasal_sayings_.end() ? found->second : find(verb).saying;
}

WordInfo& QuoteLexicon::entry(std::string_view word) {
  return words_[std::string(LowerCase(word).view())];
}

void QuoteLexicon::add_all(std::string_view table, WordClass one) {
  for (const auto& row : pack_->table(table)) entry(row.front()).add(one);
}

/// The last word of a role or title is its head: "prime minister".
void QuoteLexicon::read_heads(std::string_view table, WordClass one) {
  for (const auto& row : pack_->table(table)) entry(split_at_blanks(row.front()).back()).add(one);
}

void QuoteLexicon::read_function_words() {
  for (const std::string_view table : {"function_words", "not_quotes"}) {
    for (const auto& row : pack_->table(table)) {
      for (const std::string_view name : split_at_blanks(column(row, 1))) {
        if (const auto one = class_named(name)) {
          // In not_quotes.txt "title" means titles of works, never of people.
          entry(row.front()).add(*one);
        }
      }
    }
  }
}

void QuoteLexicon::read_pronouns() {
  for (const auto& row : pack_->table("pronouns")) {
    WordInfo& info = entry(row.front());
    info.add(WordClass::personal);
    info.person = column(row, 1) == "first" ? PronounPerson::first : PronounPerson::third;
    info.number = column(row, 2) == "plural" ? Number::plural : Number::singular;
    info.gender = gender_named(column(row, 3));
    info.impersonal = column(row, 3) == "thing";
    info.subject_form = column(row, 4) == "subject";
  }
}

void QuoteLexicon::read_nouns() {
  for (const auto& row : pack_->table("speaker_nouns")) {
    const auto one = class_named(column(row, 1));
    if (!one) continue;
    WordInfo& info = entry(row.front());
    info.add(*one);
    if (*one == WordClass::spokes_noun || *one == WordClass::voice_noun) {
      info.add(WordClass::person_noun);
    }
    if (*one == WordClass::force_noun) info.add(WordClass::people_noun);
    if (*one == WordClass::group_noun || *one == WordClass::state_noun ||
        *one == WordClass::document_noun) {
      info.family = column(row, 2);
      continue;
    }
    if (info.gender == Gender::unknown) info.gender = gender_named(column(row, 2));
  }
}

void QuoteLexicon::read_bodies() {
  for (const auto& row : pack_->table("known_bodies")) {
    for (const std::string_view noun : split_at_blanks(column(row, 1))) {
      bodies_[row.front()].push_back(noun);
    }
  }
  for (const auto& row : pack_->table("seats")) {
    const std::string_view seat = row.front();
    const std::size_t blank = seat.find(' ');
    if (blank != std::string_view::npos) seats_[std::string(seat.substr(0, blank))].push_back(seat);
  }
}

std::size_t QuoteLexicon::seat_at(std::string_view text) const {
  const auto found = seats_.find(text.substr(0, text.find(' ')));
  if (found == seats_.end()) return 0;
  std::size_t longest = 0;
  for (const std::string_view seat : found->second) {
    const bool ends = text.size() == seat.size() ||
                      (text.size() > seat.size() && !is_letter_or_digit(text[seat.size()]));
    if (ends && seat.size() > longest && text.starts_with(seat)) longest = seat.size();
  }
  return longest;
}

bool QuoteLexicon::is_called(std::string_view name, std::string_view noun) const {
  const auto found = bodies_.find(name);
  return found != bodies_.end() &&
         std::find(found->second.begin(), found->second.end(), noun) != found->second.end();
}

void QuoteLexicon::read_occasions() {
  for (const auto& row : pack_->table("occasions")) {
    WordInfo& info = entry(row.front());
    info.occasion_opener = column(row, 1) == "before";
    info.occasion = !info.occasion_opener;
    info.occasion_name = column(row, 1) == "name";
  }
}

void QuoteLexicon::read_days() {
  for (const auto& row : pack_->table("weekdays")) {
    entry(row.front()).day.weekday = static_cast<std::int8_t>(number_in(column(row, 1)));
  }
  for (const auto& row : pack_->table("months")) {
    entry(row.front()).day.month = static_cast<std::int8_t>(number_in(column(row, 1)));
  }
  for (const auto& row : pack_->table("spoken_days")) {
    DayWord& day = entry(row.front()).day;
    day.previous = column(row, 1) == "previous";
    day.relative = !day.previous;
    day.shift = static_cast<std::int8_t>(number_in(column(row, 1)));
  }
}

void QuoteLexicon::read_cues() {
  for (const bool phrasal : {false, true}) {
    for (const auto& row : pack_->table("cues")) {
      if ((row.front().find(' ') != std::string::npos) == phrasal) add_cue_forms(row);
    }
  }
}

/// The complements of a verb go to all its forms, which are in cues.txt.
void QuoteLexicon::read_complements() {
  std::unordered_map<std::string_view, std::uint16_t> complements;
  for (const auto& row : pack_->table("complements")) {
    for (const std::string_view name : split_at_blanks(column(row, 1))) {
      for (const auto& [known, one] : named_complements) {
        if (known == name) complements[row.front()] |= static_cast<std::uint16_t>(one);
      }
    }
  }
  for (const auto& row : pack_->table("cues")) {
    const std::string_view verb = split_at_blanks(row.front()).front();
    const auto found = complements.find(verb);
    if (found == complements.end()) continue;
    entry(verb).complements = found->second;
    for (std::size_t i = 2; i <= 4; ++i) {
      for (const auto form : split_at_blanks(column(row, i))) {
        entry(form).complements = found->second;
      }
    }
  }
}

void QuoteLexicon::add_cue_forms(const std::vector<std::string>& row) {
  const std::vector<std::string_view> lemma = split_at_blanks(row.front());
  const auto nature = class_named(column(row, 1));
  const std::string_view saying = saying_of(row);
  const bool phrasal = lemma.size() > 1;
  const auto add = [&](std::string_view form, WordClass one) {
    WordInfo& info = entry(form);
    if (phrasal) {
      std::string key(LowerCase(form).view());
      key += ' ';
      key += LowerCase(lemma[1]).view();
      phrasal_sayings_.emplace(std::move(key), saying);
    }
    // "call on" adds nothing to "call", which is a cue by itself.
    if (phrasal && info.is_cue() && !info.has(WordClass::cue_phrasal)) return;
    if (phrasal) particles_[std::string(LowerCase(form).view())].emplace_back(lemma[1]);
    info.add(one);
    if (phrasal) info.add(WordClass::cue_phrasal);
    if (nature) info.add(*nature);
    if (!phrasal || info.saying.empty()) info.saying = saying;
  };
  const auto forms = [&](std::size_t i) {
    return column(row, i) == "-" ? std::string_view() : column(row, i);
  };
  for (const auto form : split_at_blanks(forms(2))) add(form, WordClass::cue_finite);
  for (const auto form : split_at_blanks(forms(3))) add(form, WordClass::cue_participle);
  for (const auto form : split_at_blanks(forms(4))) add(form, WordClass::cue_past);
  add(lemma.front(), WordClass::cue_base);
}

}  // namespace onrecord
