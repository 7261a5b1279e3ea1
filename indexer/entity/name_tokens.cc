// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/name_tokens.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "common/utf8.h"

namespace onrecord {
namespace {

/// Hash of a word as it is compared: short ASCII words are folded without touching the heap.
std::uint64_t folded_hash(std::string_view word) {
  std::array<char, 48> buffer;
  if (word.size() > buffer.size()) return hash_word(fold(word));
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (static_cast<unsigned char>(c) >= 0x80) return hash_word(fold(word));
    buffer[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return hash_word({buffer.data(), word.size()});
}

char sign_of(std::string_view punctuation) {
  const CodePoint point = code_point_at(punctuation, 0);
  switch (point.value) {
    case U'\u2018':
    case U'\u2019':
      return '\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u00AB':
    case U'\u00BB':
      return '"';
    case U'\u2013':
    case U'\u2014':
      return '_';
    default:
      break;
  }
  if (punctuation == "--") return '_';
  if (punctuation == "''" || punctuation == "``") return '"';
  return point.value < 0x80 ? static_cast<char>(point.value) : '*';
}

void look_up(NameToken& token, const NameWords& words) {
  if (const WordEntry* entry = words.find(extend_name(0, token.hash))) {
    token.words = entry->flags;
    token.gender = entry->gender;
    token.percent = entry->percent;
    token.country = entry->country;
  }
}

/// What the language's own given names say, which the gazetteer has in other letters or not at all.
std::uint32_t given_fact(const NameToken& token) {
  if (!token.is(nw_given | nw_given_case)) return 0;
  if (token.gender == Gender::male) return word_given_male;
  if (token.gender == Gender::female) return word_given_female;
  return word_given;
}

constexpr std::uint32_t english_word = word_common | word_rare;

/// Facts are asked of words with a capital and of the two words on either side, which saves most
/// of the look-ups. `local`: the fact that says that a word is one of the article's language.
void look_up_facts(std::vector<NameToken>& tokens, const NameParagraph& paragraph,
                   const Gazetteer& gazetteer, std::uint32_t local) {
  constexpr std::uint32_t reach = 2;
  std::uint32_t from = paragraph.first;
  for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    if (!tokens[i].upper) continue;
    from = std::max(from, i > paragraph.first + reach ? i - reach : paragraph.first);
    const std::uint32_t to = std::min(paragraph.last, i + reach + 1);
    for (; from < to; ++from) {
      if (!tokens[from].is_word()) continue;
      const std::uint32_t facts = gazetteer.word(tokens[from].hash);
      tokens[from].facts = facts | given_fact(tokens[from]);
      if ((facts & local) != 0) tokens[from].facts |= word_local;
      // "Hector" is an English verb, but no Spanish one. German texts are full of English things.
      const bool other = local == word_spanish || local == word_french;
      const bool given = tokens[from].is_fact(word_given);
      if (other && given && (facts & local) == 0) tokens[from].facts &= ~english_word;
      // "Семен" has the letters of an English word, but is none.
      if (tokens[from].other_script) tokens[from].facts &= ~english_word;
    }
  }
}

/// "Kultursenator", "Bibliotheksleiterin": an office by its last part, unless it is a surname.
void look_up_compounds(NameText& text, const NameParagraph& paragraph) {
  for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    NameToken& token = text.tokens[i];
    if (!token.is_name_word() || token.words != 0 || token.is_fact(word_surname | word_given)) {
      continue;
    }
    if (const WordEntry* entry = text.words->find_office_within(fold(text.text_of(i)))) {
      token.words = nw_role;
      token.gender = entry->gender;
    }
  }
}

NameToken make_token(std::string_view text, const Token& token, std::uint32_t paragraph,
                     const NameWords& words) {
  NameToken made;
  made.span = token.span;
  made.paragraph = paragraph;
  made.kind = token.kind;
  made.blank_before = token.blank_before;
  made.upper = token.starts_upper;
  made.all_upper = token.all_upper;
  const std::string_view word = text_of(text, token);
  if (token.kind == TokenKind::punctuation) {
    made.sign = sign_of(word);
    return made;
  }
  if (word == "I") made.upper = false;  // the pronoun
  made.initial = token.kind == TokenKind::word && made.upper && count_code_points(word) == 1;
  constexpr unsigned char first_lead_behind_latin = 0xCE;
  made.other_script = static_cast<unsigned char>(word.front()) >= first_lead_behind_latin;
  made.hash = folded_hash(word);
  if (token.kind == TokenKind::word) look_up(made, words);
  return made;
}

/// Sentences begin behind full stops, but words take a capital behind opening marks and colons too.
void mark_sentence_starts(std::vector<NameToken>& tokens, const NameParagraph& paragraph,
                          const std::vector<TextSpan>& sentences) {
  std::size_t sentence = 0;
  bool starts = true;
  for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    NameToken& token = tokens[i];
    if (sentence < sentences.size() && token.span.begin >= sentences[sentence].begin) {
      starts = true;
      ++sentence;
    }
    if (token.kind == TokenKind::punctuation) {
      const bool opens = token.sign == '"' || token.sign == ':' || token.sign == '*';
      const bool opens_word = (token.sign == '\'' || token.sign == '(') && token.blank_before;
      starts = starts || opens || opens_word;
      continue;
    }
    token.sentence_start = starts;
    starts = false;
  }
}

/// "I. Torvald": behind a lower-case word that is no office the pronoun may end a sentence, "it was
/// I. Torvald left".
void mark_initial_i(NameText& text, const NameParagraph& paragraph) {
  constexpr std::uint64_t before_names = nw_role | nw_title | nw_kin | nw_speech;
  for (std::uint32_t i = paragraph.first; i + 2 < paragraph.last; ++i) {
    NameToken& token = text.tokens[i];
    if (!token.is_word() || token.upper || text.text_of(i) != "I") continue;
    const NameToken& stop = text.tokens[i + 1];
    NameToken& name = text.tokens[i + 2];
    if (stop.sign != '.' || stop.blank_before || !name.is_name_word() || name.is(nw_function)) {
      continue;
    }
    const bool apart = i == paragraph.first || !text.tokens[i - 1].is_word() ||
                       text.tokens[i - 1].upper || text.tokens[i - 1].is(before_names);
    if (!apart) continue;
    token.upper = token.initial = true;
    name.sentence_start = false;
  }
}

/// "Christian Torvald", "Jesus Moberg": a faith before a surname is a given name; not so in
/// "Christian Aid", where a word follows.
void free_given_names(NameText& text, const NameParagraph& paragraph) {
  constexpr std::uint64_t no_surname =
      nw_group | nw_demonym | nw_org_word | nw_role | nw_title | nw_function | nw_calendar;
  constexpr std::uint32_t dictionary = word_common | word_rare | word_proper;
  for (std::uint32_t i = paragraph.first; i + 1 < paragraph.last; ++i) {
    NameToken& token = text.tokens[i];
    const NameToken& next = text.tokens[i + 1];
    if (!token.upper || !token.is(nw_group) || !token.is_fact(word_given)) continue;
    if (!next.is_name_word() || next.is(no_surname)) continue;
    const bool surname = next.is_fact(word_surname) && !next.is_fact(word_common);
    if (surname || !next.is_fact(dictionary)) token.words &= ~std::uint64_t{nw_group};
  }
}

/// Capitals that say nothing: a headline in title case, a line in capitals. "Torvald Vows Swift
/// Reply as Olsen Departs". Lines of the body must have hardly a lower-case word and no full stop.
/// "Torvald Hall is in Bergen, Norway." is a sentence although it stands above the others.
bool is_title_case(const std::vector<NameToken>& tokens, const NameParagraph& paragraph) {
  int upper = 0, words = 0, plain_upper = 0;
  bool has_small_verb = false;
  for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    const NameToken& token = tokens[i];
    has_small_verb = has_small_verb || (token.is(nw_subject_verb) && !token.upper);
    if (!token.is_word() || token.is(nw_function)) continue;
    ++words;
    upper += token.upper ? 1 : 0;
    const bool plain = token.upper && token.is_fact(word_common) && !token.is_fact(word_given) &&
                       !token.is(nw_title | nw_role | nw_calendar | nw_group | nw_demonym);
    plain_upper += plain && !token.sentence_start ? 1 : 0;
  }
  if (words < 3 || plain_upper < 2 || plain_upper * 5 < words) return false;
  const bool stop = tokens[paragraph.last - 1].sign == '.';
  if (paragraph.headline) return upper * 3 >= words * 2 && !(stop && has_small_verb);
  return words <= 40 && upper * 10 >= words * 9 && !stop;
}

bool is_in_capitals(const std::vector<NameToken>& tokens, const NameParagraph& paragraph) {
  int capitals = 0, words = 0;
  for (std::uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    if (!tokens[i].is_word() || tokens[i].initial) continue;
    ++words;
    capitals += tokens[i].all_upper ? 1 : 0;
  }
  // "CRANS-SUR-TORVIK, Switzerland": a dateline of its own.
  if (words <= 6) return words >= 2 && capitals == words;
  return capitals * 4 >= words * 3;
}

/// "Torvik: Olsen; Moberg, Hagen (Lind 75), ...": a team's name, a colon, and hardly anything but
/// names and commas. The token behind the colon; 0 if the paragraph is no such list.
std::uint32_t find_line_up(const std::vector<NameToken>& tokens, const NameParagraph& paragraph) {
  constexpr std::uint32_t team_name = 9;
  std::uint32_t colon = paragraph.first;
  while (colon < paragraph.last && tokens[colon].sign != ':') ++colon;
  if (colon == paragraph.last || colon == paragraph.first || colon > paragraph.first + team_name) {
    return 0;
  }
  int upper = 0, lower = 0, signs = 0;
  for (std::uint32_t i = colon + 1; i < paragraph.last; ++i) {
    upper += tokens[i].is_name_word() ? 1 : 0;
    lower += tokens[i].is_word() && !tokens[i].upper ? 1 : 0;
    signs += tokens[i].sign == ',' || tokens[i].sign == ';' ? 1 : 0;
  }
  return upper >= 7 && lower * 4 <= upper && signs * 3 >= upper ? colon + 1 : 0;
}

/// A headline that was made of the text's beginning: its names are mentioned but once.
bool is_repeated_headline(const Article& article, std::uint32_t p) {
  const Paragraph& headline = article.paragraphs[p];
  if (headline.kind != ParagraphKind::headline || headline.text.empty()) return false;
  const auto body = std::find_if(article.paragraphs.begin(), article.paragraphs.end(),
                                 [](const auto& one) { return one.kind == ParagraphKind::body; });
  return body != article.paragraphs.end() && body->text.starts_with(headline.text);
}

/// A report full of names from elsewhere is easily taken for the language of the names; the words
/// of grammar tell.
bool is_language_of_pack(const NameText& text) {
  std::uint32_t grammar = 0, all = 0;
  for (const NameToken& token : text.tokens) {
    if (!token.is_word() || token.upper) continue;
    ++all;
    grammar += token.is(nw_function) ? 1 : 0;
  }
  return grammar * 4 >= all && all > 0;
}

}  // namespace

std::string_view NameText::text_of(std::uint32_t token) const {
  return text_of(token, token + 1);
}

std::string_view NameText::text_of(std::uint32_t first, std::uint32_t last) const {
  const std::string_view text = article->paragraphs[tokens[first].paragraph].text;
  return text.substr(tokens[first].span.begin,
                     tokens[last - 1].span.end - tokens[first].span.begin);
}

const NameHint* NameText::hint(std::uint64_t name_hash) const {
  const NameHint* found = user_hints == nullptr ? nullptr : user_hints->find(name_hash);
  if (found != nullptr || archive_hints == nullptr) return found;
  return archive_hints->find(name_hash);
}

const NameHint* NameText::marked_bearer(std::uint32_t token) const {
  return archive_hints == nullptr ? nullptr
                                  : archive_hints->person_with_surname(tokens[token].hash);
}

NameText make_name_text(const Article& article, const LanguagePack& pack, const NameWords& words,
                        const Gazetteer& gazetteer) {
  NameText made;
  made.article = &article;
  made.words = &words;
  made.gazetteer = &gazetteer;
  made.capital_nouns = pack.lists("traits", "capital nouns");
  for (std::uint32_t p = 0; p < article.paragraphs.size(); ++p) {
    const std::string_view text = article.paragraphs[p].text;
    const std::vector<Token> tokens =
        is_repeated_headline(article, p) ? std::vector<Token>() : tokenize(text);
    NameParagraph paragraph;
    paragraph.first = static_cast<std::uint32_t>(made.tokens.size());
    for (const Token& token : tokens) {
      made.tokens.push_back(make_token(text, token, p, words));
    }
    paragraph.last = static_cast<std::uint32_t>(made.tokens.size());
    paragraph.headline = article.paragraphs[p].kind == ParagraphKind::headline;
    look_up_facts(made.tokens, paragraph, gazetteer, word_of_language(pack.code()));
    if (words.has_compounds()) look_up_compounds(made, paragraph);
    mark_sentence_starts(made.tokens, paragraph, split_sentences(text, tokens, &pack));
    mark_initial_i(made, paragraph);
    free_given_names(made, paragraph);
    paragraph.capitals = is_in_capitals(made.tokens, paragraph);
    paragraph.line_up = find_line_up(made.tokens, paragraph);
    paragraph.title_case =
        paragraph.capitals || (paragraph.line_up == 0 && is_title_case(made.tokens, paragraph));
    made.paragraphs.push_back(paragraph);
  }
  const bool other = !article.language.empty() && article.language != pack.code();
  made.has_dictionary = pack.code() == "en";
  made.foreign = other && !is_language_of_pack(made);
  return made;
}

std::uint32_t match_hint(const NameText& text, std::uint32_t at, std::uint32_t end) {
  if (text.user_hints == nullptr && text.archive_hints == nullptr) return at;
  const auto continues = [&text](std::uint64_t hash) {
    return (text.user_hints != nullptr && text.user_hints->continues(hash)) ||
           (text.archive_hints != nullptr && text.archive_hints->continues(hash));
  };
  std::uint64_t hash = 0;
  std::uint32_t best = at;
  for (std::uint32_t i = at; i < end; ++i) {
    if (!text.tokens[i].is_word()) continue;
    hash = extend_name(hash, text.tokens[i].hash);
    if (text.tokens[i].upper && text.hint(hash) != nullptr) best = i + 1;
    if (!continues(hash)) break;
  }
  return best;
}

std::uint64_t name_hash(const NameText& text, std::uint32_t first, std::uint32_t last) {
  std::uint64_t hash = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const NameToken& token = text.tokens[i];
    if (token.kind == TokenKind::word) hash = extend_name(hash, token.hash);
  }
  return hash;
}

}  // namespace onrecord
