// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/byline.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/split/desk.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t most_words = 40;
constexpr std::size_t longest_name = 6;  // words: "Maria del Carmen de la Cruz"

using Words = std::vector<std::string_view>;

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 26> particles = {
      "de",  "la",  "le",  "du",  "da",  "di",  "do", "dos", "das", "del", "della", "van", "von",
      "den", "der", "ter", "ten", "bin", "ibn", "al", "el",  "ben", "y",   "e",     "zu",  "af"};
  const std::string key = name_key(word);
  return key.rfind("al-", 0) == 0 ||
         std::find(particles.begin(), particles.end(), key) != particles.end();
}

/// "Norland's minister": no name of an author.
bool is_possessive(std::string_view word) {
  const std::string key = name_key(word);
  return key.size() > 2 && key.substr(key.size() - 2) == "'s";
}

bool is_name_word(std::string_view word) {
  if (word.find('@') != std::string_view::npos) return false;
  if (std::any_of(word.begin(), word.end(), is_digit)) return false;
  if (is_particle(word)) return true;
  const auto first = static_cast<UChar32>(code_point_at(word, 0).value);
  if (is_possessive(word)) return false;
  if (u_isalpha(first) == 0 || word.find('/') != std::string_view::npos) return false;
  if (u_islower(first) == 0) return true;
  // "d'Angelo", "al-Masri", "iLembe": a capital follows inside.
  return std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_honorific(std::string_view word) {
  constexpr std::array<std::string_view, 8> honorifics = {"dr",  "prof", "professor", "mr",
                                                          "mrs", "ms",   "rev",       "sir"};
  const std::string key = name_key(word);
  return std::find(honorifics.begin(), honorifics.end(), key) != honorifics.end();
}

bool is_degree(std::string_view word) {
  constexpr std::array<std::string_view, 8> degrees = {"ba", "ma", "md",  "phd",
                                                       "jd", "rn", "mba", "esq"};
  std::string key = name_key(word);
  std::erase_if(key, [](char c) { return c == '.' || c == ' '; });
  return std::find(degrees.begin(), degrees.end(), key) != degrees.end();
}

/// Words between a name and an outlet or a town: "Ana Ruiz for AFP", "in Geneva".
bool is_linking_word(std::string_view word) {
  const std::string key = ascii_lower(word);
  return key == "for" || key == "in" || key == "from" || key == "at" || key == "via" || key == "on";
}

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos;
}

std::string join(Words::const_iterator begin, Words::const_iterator end) {
  std::string out;
  for (auto word = begin; word != end; ++word) {
    if (!out.empty()) out += ' ';
    out += *word;
  }
  return out;
}

std::string join(const Words& words) {
  return join(words.begin(), words.end());
}

/// The parts of a byline between commas, bars, bullets and "and".
std::vector<Words> cut_pieces(std::string_view line) {
  std::vector<Words> pieces(1);
  const auto add = [&pieces](std::string_view word) {
    if (!word.empty()) pieces.back().push_back(word);
  };
  const auto close = [&pieces] {
    if (!pieces.back().empty()) pieces.emplace_back();
  };
  for (std::string_view word : split_words(line)) {
    const std::string key = ascii_lower(word);
    if (key == "and" || key == "&" || key == "with" || key == "|" || key == "/" || key == "-" ||
        key == "\u2022" || key == "\u00B7" || key == "\u2013" || key == "\u2014" || key == "und") {
      close();
      continue;
    }
    // "Ana Ruiz. Graphics: Li Wen", but not "Prof. Ana Ruiz".
    const bool stop = word.size() > 4 && word.back() == '.' && !is_honorific(word);
    if (stop) word.remove_suffix(1);
    while (!word.empty()) {
      const std::size_t mark = word.find_first_of(",;|()[]");
      const std::size_t slash = is_url(word) ? std::string_view::npos : word.find('/');
      const std::size_t cut = std::min(mark, slash);
      add(word.substr(0, cut));
      if (cut == std::string_view::npos) break;
      close();
      word.remove_prefix(cut + 1);
    }
    if (stop) close();
  }
  if (pieces.back().empty()) pieces.pop_back();
  return pieces;
}

bool ends_as_sentence(std::string_view line) {
  if (line.empty() || line.back() != '.') return false;
  return last_word(line).size() > 3 && line.find('(') == std::string_view::npos;
}

class BylineReader {
 public:
  enum class Text : std::uint8_t {
    line,  ///< As printed: "By Ana Ruiz, Nairobi".
    list,  ///< A record's field of authors: every part is one, "Ana Ruiz, Sukarno, dpa".
  };

  explicit BylineReader(const SplitLexicon& lexicon, Text text = Text::line)
      : lexicon_(lexicon), text_(text) {}

  /// Reads all pieces; false where a word has no place in the grammar.
  bool read(std::string_view text) {
    for (const Words& piece : cut_pieces(text)) {
      if (starts_other_credit(piece)) break;
      if (!read_piece(piece)) return false;
    }
    return true;
  }

  Byline take() {
    if (!byline_.people.empty()) {
      for (std::string& agency : listed_agencies_) add_name(std::move(agency));
    }
    return std::move(byline_);
  }
  const Byline& byline() const { return byline_; }

  bool met_job() const { return job_; }

  /// Something beside names was met that only bylines have.
  bool has_evidence() const { return evidence_; }

 private:
  bool starts_other_credit(const Words& piece) const {
    return lexicon_.other_credits.find(join(piece)).has_value();
  }

  bool read_piece(Words piece) {
    if (take_whole(join(piece))) {
      const bool listed = text_ == Text::list && lexicon_.agencies.find(join(piece)) != nullptr;
      if (listed) listed_agencies_.push_back(join(piece));
      return true;
    }
    if (is_reading_time(piece)) return true;
    drop_addresses(piece);
    const auto preposition = find_preposition(piece);
    if (preposition != piece.end() && !read_tail(*preposition, {preposition + 1, piece.end()})) {
      return false;
    }
    piece.erase(preposition, piece.end());
    return read_person(std::move(piece));
  }

  /// An agency or outlet that is the whole piece.
  bool take_whole(const std::string& text) {
    if (const std::string* agency = lexicon_.agencies.find(text)) {
      if (byline_.agency.empty()) byline_.agency = *agency;
      evidence_ = true;
      return true;
    }
    if (!is_outlet_name(text, lexicon_)) return false;
    if (byline_.source.empty()) byline_.source = text;
    evidence_ = true;
    return true;
  }

  static bool is_reading_time(const Words& piece) {
    return piece.size() >= 2 && piece.size() <= 4 &&
           std::all_of(piece[0].begin(), piece[0].end(), is_digit) &&
           starts_with_folded(piece[1], "min");
  }

  void drop_addresses(Words& piece) {
    const auto end = std::remove_if(piece.begin(), piece.end(), is_address);
    evidence_ = evidence_ || end != piece.end();
    piece.erase(end, piece.end());
  }

  static Words::iterator find_preposition(Words& piece) {
    return std::find_if(piece.begin(), piece.end(), [](std::string_view word) {
      return is_linking_word(word) || ascii_lower(word) == "of";
    });
  }

  /// "for AFP", "of the Almer Courier", "in Geneva": what a name may be followed by.
  bool read_tail(std::string_view preposition, const Words& tail) {
    if (tail.empty() || tail.size() > 6) return false;
    const std::string key = ascii_lower(preposition);
    const std::string text = join(tail);
    if (take_whole(text)) return true;
    if (starts_lower(tail.back()) && !lexicon_.byline_jobs.has(tail.back())) return false;
    if (starts_lower(tail.front()) && tail.front() != "the") return false;
    if (key == "for" || key == "via" || key == "of") {
      if (byline_.source.empty() && key != "of") byline_.source = text;
      evidence_ = true;
      return true;
    }
    place_evidence_ = true;
    return true;
  }

  /// A name with titles before it and a job behind it, or a job or desk alone.
  bool read_person(Words piece) {
    const auto name = std::find_if_not(piece.begin(), piece.end(), is_honorific);
    const std::string title = text_ == Text::list ? join(piece.begin(), name) : std::string();
    piece.erase(piece.begin(), name);
    const auto job = find_job(piece);
    const bool had_job = job != piece.end();
    evidence_ = evidence_ || had_job;
    job_ = job_ || had_job;
    piece.erase(job, piece.end());
    if (piece.empty() || take_whole(join(piece))) return true;
    if (had_job && piece.size() == 1) return take_desk(piece);
    if (piece.size() > longest_name) return false;
    if (!std::all_of(piece.begin(), piece.end(), is_name_word)) return false;
    if (is_particle(piece.back()) && starts_lower(piece.back())) return false;
    return take_name(piece, title);
  }

  /// "Courier staff", "Guardian-like desks": one word before a job is no person's name.
  bool take_desk(const Words& piece) {
    if (starts_lower(piece.front()) && !is_our(piece.front())) return false;
    if (byline_.source.empty() && !is_our(piece.front())) byline_.source = std::string(piece[0]);
    return true;
  }

  static bool is_our(std::string_view word) {
    const std::string key = name_key(word);
    return key == "our" || key == "a" || key == "an" || key == "the";
  }

  /// The first word from which on all words are of jobs and desks.
  Words::iterator find_job(Words& piece) const {
    auto begin = piece.end();
    while (begin != piece.begin() && lexicon_.byline_jobs.has(*(begin - 1))) --begin;
    if (begin != piece.end()) return begin;
    // "IN-Redaktion": a desk in one word.
    if (piece.size() == 1) {
      const std::size_t hyphen = piece[0].rfind('-');
      if (hyphen != std::string_view::npos &&
          lexicon_.byline_jobs.has(piece[0].substr(hyphen + 1))) {
        return piece.begin();
      }
    }
    return piece.end();
  }

  bool take_name(const Words& piece, const std::string& title) {
    if (piece.size() == 1 && title.empty()) return take_single(piece.front());
    const bool affiliation =
        !byline_.people.empty() && std::any_of(piece.begin(), piece.end(), [this](auto word) {
          return lexicon_.affiliations.has(word);
        });
    if (affiliation) return true;
    add_name(title.empty() ? join(piece) : title + " " + join(piece));
    return true;
  }

  /// In a printed line a single word is a name only where it stands first ("By Sukarno"); later it
  /// is a place ("By Ana Ruiz, Nairobi") or a degree ("Ana Ruiz, MD").
  bool take_single(std::string_view word) {
    if (lexicon_.weekdays.has(word) || lexicon_.months.has(word)) return false;
    const bool listed = text_ == Text::list && !is_degree(word);
    if (byline_.people.empty() || listed || is_whole_name(word)) add_name(std::string(word));
    return true;
  }

  void add_name(std::string name) {
    while (!name.empty() && (name.back() == ':' || name.back() == ',')) name.pop_back();
    const bool known =
        std::find(byline_.people.begin(), byline_.people.end(), name) != byline_.people.end();
    if (!known && !name.empty()) byline_.people.push_back(std::move(name));
  }

  const SplitLexicon& lexicon_;
  Text text_;
  Byline byline_;
  std::vector<std::string> listed_agencies_;
  bool evidence_ = false;
  bool job_ = false;

 public:
  bool place_evidence_ = false;
};

Byline byline_of(std::string_view name) {
  Byline byline;
  byline.people.emplace_back(name);
  return byline;
}

bool is_empty(const Byline& byline) {
  return byline.people.empty() && byline.agency.empty() && byline.source.empty();
}

/// "Ruiz, Ana" as files of authors have it.
std::optional<std::string> turned_name(std::string_view field, const SplitLexicon& lexicon) {
  const std::size_t comma = field.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view last = trim(field.substr(0, comma));
  const std::string_view first = trim(field.substr(comma + 1));
  if (first.find(',') != std::string_view::npos || count_words(last) != 1) return std::nullopt;
  if (count_words(first) != 1 || !is_name_word(last) || !is_name_word(first)) return std::nullopt;
  if (is_whole_name(last) && is_whole_name(first)) return std::nullopt;
  for (const std::string_view part : {last, first}) {
    if (lexicon.byline_jobs.has(part) || lexicon.agencies.has(part)) return std::nullopt;
  }
  return std::string(first) + " " + std::string(last);
}

std::vector<std::string_view> split_at_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t comma = 0; comma != std::string_view::npos;) {
    comma = text.find(',');
    parts.push_back(trim(text.substr(0, comma)));
    if (comma != std::string_view::npos) text.remove_prefix(comma + 1);
  }
  return parts;
}

/// "nrk/tow, olm": the signs of several editors, each in small letters.
bool signed_with_initials(std::string_view value) {
  const std::vector<std::string_view> parts = split_at_commas(value);
  return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    return starts_lower(part) && count_words(part) == 1;
  });
}

std::string_view strip_brackets(std::string_view line) {
  line = trim(line);
  if (line.size() > 2 && (line.front() == '(' || line.front() == '[')) {
    line.remove_prefix(1);
    if (line.back() == ')' || line.back() == ']') line.remove_suffix(1);
  }
  return trim(line);
}

std::string capitalise(std::string_view word) {
  std::string out(word);
  if (out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 32);
  return out;
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line, const SplitLexicon& lexicon) {
  line = trim(line);
  if (line.empty() || line.size() > 400) return std::nullopt;
  if (count_words(line, most_words + 1) > most_words) return std::nullopt;
  if (line.back() == '!' || line.back() == '?') return std::nullopt;
  const auto announced = lexicon.bylines.find(line);
  std::string_view rest = announced ? line.substr(announced->end) : line;
  if (ends_as_sentence(rest) && count_words(rest) > 6) return std::nullopt;
  if (!rest.empty() && rest.back() == '.' && ends_as_sentence(rest)) rest.remove_suffix(1);
  BylineReader reader(lexicon);
  if (rest.empty() || !reader.read(rest) || is_empty(reader.byline())) {
    if (!announced || rest.empty() || !is_empty(reader.byline()) || !reader.has_evidence()) {
      return std::nullopt;
    }
  }
  const bool strong = announced && announced->kind != "weak";
  const bool weak = announced && reader.place_evidence_;
  if (!strong && !weak && !reader.has_evidence()) return std::nullopt;
  Byline byline = reader.take();
  byline.announced = announced.has_value();
  byline.closing = announced && announced->kind == "closing";
  // An outlet alone in a line is the paper's head.
  const bool signs = byline.announced || !byline.agency.empty() || reader.met_job();
  if (byline.people.empty() && signs) byline.desk = read_desk(rest, lexicon);
  const bool doubtful = !byline.announced && !byline.people.empty();
  if (doubtful && !could_be_name(byline.people.front(), lexicon)) return std::nullopt;
  return byline;
}

namespace {

Byline read_field(std::string_view field, const SplitLexicon& lexicon, BylineReader::Text text) {
  field = trim(field);
  if (field.empty() || field.size() > 2000 || is_url(field)) return {};
  const auto announced = lexicon.bylines.find(field);
  if (announced) {
    field.remove_prefix(announced->end);
    text = BylineReader::Text::line;
  }
  if (auto name = turned_name(field, lexicon)) return byline_of(*name);
  BylineReader reader(lexicon, text);
  Byline byline;
  if (reader.read(field)) byline = reader.take();
  if (byline.people.empty()) byline.desk = read_desk(field, lexicon);
  return byline;
}

}  // namespace

Byline read_byline_field(std::string_view field, const SplitLexicon& lexicon) {
  return read_field(field, lexicon, BylineReader::Text::line);
}

std::vector<Byline> read_author_list(std::string_view value, const SplitLexicon& lexicon) {
  std::vector<Byline> authors;
  for (const std::string_view part :
       signed_with_initials(value) ? split_at_commas(value) : std::vector{value}) {
    authors.push_back(read_field(part, lexicon, BylineReader::Text::list));
  }
  return authors;
}

std::optional<Byline> read_closing_byline(std::string_view line, const SplitLexicon& lexicon) {
  line = strip_brackets(line);
  constexpr std::string_view dash = "\u2014";
  const bool signed_off = line.substr(0, dash.size()) == dash;
  if (signed_off) line = trim(line.substr(dash.size()));
  const std::size_t other = line.find(';');
  if (auto byline = read_byline(line.substr(0, other), lexicon); byline && byline->announced) {
    return byline;
  }
  Byline byline;
  if (signed_off) byline.people = read_bare_names(line, lexicon);
  if (byline.people.empty()) return std::nullopt;
  return byline;
}

std::optional<Byline> read_author_box(std::string_view paragraph, const SplitLexicon& lexicon) {
  const auto phrase = lexicon.author_boxes.find(paragraph);
  if (!phrase || phrase->begin == 0) return std::nullopt;
  std::string_view name = trim(paragraph.substr(0, phrase->begin));
  while (!name.empty() && (name.back() == ',' || name.back() == ':')) name.remove_suffix(1);
  if (!could_be_name(name, lexicon)) return std::nullopt;
  return byline_of(name);
}

std::optional<Byline> read_author_address(std::string_view url, const SplitLexicon& lexicon) {
  constexpr std::array<std::string_view, 9> folders = {"/author/",  "/authors/",   "/by/",
                                                       "/profile/", "/profiles/",  "/people/",
                                                       "/staff/",   "/reporters/", "/journalists/"};
  for (const std::string_view folder : folders) {
    const std::size_t begin = url.find(folder);
    if (begin == std::string_view::npos) continue;
    std::string_view slug = url.substr(begin + folder.size());
    slug = slug.substr(0, slug.find_first_of("/?#."));
    std::string words;
    for (const char c : slug) words += c == '-' || c == '_' || c == '+' ? ' ' : c;
    std::string name;
    for (const std::string_view word : split_words(words)) {
      const bool after_for = name.size() > 4 && name.substr(name.size() - 4) == " for";
      if (!name.empty()) name += ' ';
      const std::string* agency = after_for ? lexicon.agencies.find_in_any_case(word) : nullptr;
      const bool small = word == "for" || word == "and";
      name += agency != nullptr ? *agency : small ? std::string(word) : capitalise(word);
    }
    BylineReader reader(lexicon);
    if (count_words(name) < 2 || !reader.read(name) || is_empty(reader.byline())) return {};
    return reader.take();
  }
  return std::nullopt;
}

std::vector<std::string> read_bare_names(std::string_view line, const SplitLexicon& lexicon) {
  std::vector<std::string> names;
  if (line.empty() || line.back() == ',') return names;
  for (const Words& piece : cut_pieces(line)) {
    std::string name = join(piece);
    if (!could_be_name(name, lexicon)) return {};
    names.push_back(std::move(name));
  }
  return names;
}

bool could_be_name(std::string_view text, const SplitLexicon& lexicon) {
  const Words words = split_words(text);
  if (words.size() < 2 || words.size() > 4 || ends_sentence(text)) return false;
  if (starts_lower(words.back())) return false;  // "Tips by"
  constexpr std::array<std::string_view, 5> wide_marks = {"\uFF08", "\uFF09", "\uFF0C", "\uFF1A",
                                                          "\u3001"};
  for (const std::string_view mark : wide_marks) {
    if (text.find(mark) != std::string_view::npos) return false;
  }
  return std::all_of(words.begin(), words.end(), [&lexicon](std::string_view word) {
    return is_name_word(word) && word.find_first_of(":;,!?()") == std::string_view::npos &&
           !lexicon.byline_jobs.has(word) && !lexicon.outlet_words.has(word) &&
           !lexicon.weekdays.has(word) && !lexicon.months.has(word) && !lexicon.kickers.has(word) &&
           !lexicon.open_endings.has(word);
  });
}

bool is_whole_name(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const CodePoint point = code_point_at(word, at);
    const bool han = point.value >= U'\u4E00' && point.value <= U'\u9FFF';
    const bool hangul = point.value >= U'\uAC00' && point.value <= U'\uD7A3';
    if (!han && !hangul) return false;
    at += point.bytes;
  }
  return letters >= 2 && letters <= 4;
}

}  // namespace onrecord
