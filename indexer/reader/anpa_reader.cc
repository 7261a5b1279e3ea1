// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/anpa_reader.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/export_reader.h"

namespace onrecord {
namespace {

constexpr char start_of_heading = '\x01';
constexpr char start_of_text = '\x02';
constexpr char end_of_text = '\x03';
constexpr char end_of_transmission = '\x04';
constexpr char backspace = '\x08';

/// The letters of ANPA's categories that mean the same everywhere.
struct Category {
  char letter;
  std::string_view name;
};

constexpr Category categories[] = {
    {'a', "Domestic"},  {'e', "Entertainment"}, {'f', "Business"}, {'i', "International"},
    {'l', "Lifestyle"}, {'p', "Politics"},      {'s', "Sports"},   {'w', "Washington"},
};
constexpr char advisory = 'v';

Cut cut_anpa(std::string_view line, std::string_view article) {
  if (line.find(end_of_transmission) != std::string_view::npos) return Cut::after;
  // A message that lost its end.
  const bool begins = line.find(start_of_heading) != std::string_view::npos;
  return begins && article.find(end_of_text) != std::string_view::npos ? Cut::before : Cut::none;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; (begin = line.find_first_not_of(" \t\r\n", begin)) < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t\r\n", begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

int full_year(std::string_view two_digits) {
  const int year = number_of(two_digits);
  return year < 60 ? 2000 + year : 1900 + year;
}

std::string iso(int year, int month, int day, std::string_view clock) {
  return fmt::format("{:04}-{:02}-{:02}T{}:{}Z", year, month, day, clock.substr(0, 2),
                     clock.substr(2, 2));
}

/// "AP-WF-11-13-13 1509GMT" (ANPA: month, day, year), "131137 GMT Nov 13" (IPTC: day and time).
std::string published_of(std::string_view trailer) {
  constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto words = words_of(trailer);
  if (words.size() < 2) return {};
  const auto all_digits = [](std::string_view word, std::size_t count) {
    return word.size() >= count &&
           std::all_of(word.begin(), word.begin() + static_cast<int>(count), is_digit);
  };
  const std::string_view first = words[0];
  if (first.size() > 8 && all_digits(words[1], 4)) {
    const std::string_view day = first.substr(first.size() - 8);
    if (day[2] != '-' || day[5] != '-') return {};
    return iso(full_year(day.substr(6)), number_of(day.substr(0, 2)), number_of(day.substr(3, 2)),
               words[1]);
  }
  if (first.size() != 6 || !all_digits(first, 6)) return {};
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    // "Okt" and "Mai" of German desks begin like no other month.
    std::string name = fold(words[i]).substr(0, 3);
    if (name == "okt") name = "oct";
    if (name == "mai") name = "may";
    if (name == "dez") name = "dec";
    const auto* const month = std::find(months.begin(), months.end(), name);
    if (month == months.end() || !all_digits(words[i + 1], 2)) continue;
    return iso(full_year(words[i + 1].substr(0, 2)), static_cast<int>(month - months.begin()) + 1,
               number_of(first.substr(0, 2)), first.substr(2));
  }
  return {};
}

/// Typesetters' signs: two grave accents and two apostrophes are quotation marks, "_" is a dash.
std::string typeset(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> signs = {
      {{"``", "\u201C"}, {"''", "\u201D"}, {" _ ", " \u2014 "}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto* const sign = std::find_if(signs.begin(), signs.end(), [&](const auto& row) {
      return text.substr(at).starts_with(row.first);
    });
    out += sign == signs.end() ? text.substr(at, 1) : sign->second;
    at += sign == signs.end() ? 1 : sign->first.size();
  }
  return out;
}

/// One line of the text: "^Dam holds<", "^By ANA RUIZ=", "<TAB>   ALMER (AP) _ The river ...".
struct TextLine {
  std::string_view text;
  bool flush = false;      ///< "^" stood in front.
  bool paragraph = false;  ///< Indented by a tab or blanks.
};

TextLine read_line(std::string_view line) {
  TextLine read;
  read.paragraph = line.starts_with('\t') || line.starts_with("   ");
  line = trim_export(line);
  read.flush = line.starts_with('^');
  if (read.flush) line.remove_prefix(1);
  line = trim_export(line);
  const bool ended = line.ends_with('<') || line.ends_with('=');
  if (ended) line.remove_suffix(1);
  read.text = trim_export(line);
  return read;
}

class Message {
 public:
  explicit Message(std::string_view bytes) : bytes_(bytes) {}

  Result<RawRecord> read() {
    const std::size_t begin = std::min(bytes_.find(start_of_text), bytes_.size());
    const std::string_view head = bytes_.substr(0, begin);
    std::string_view text = bytes_.substr(std::min(begin + 1, bytes_.size()));
    const std::size_t end = std::min(text.find(end_of_text), text.size());
    const std::string_view trailer = text.substr(std::min(end + 1, text.size()));
    text = text.substr(0, end);
    // The line of codes of ANPA is divided by device controls.
    const bool anpa = head.find_first_of("\x11\x12\x13\x14\x1F") != std::string_view::npos;
    if (anpa && category_of(head) == advisory) return fail("an advisory to editors, no news");
    anpa ? read_anpa(text) : read_iptc(text);
    if (text_.empty()) return fail("a wire message without a text");
    const Decoded body = decode_text(text_);
    RawRecord record;
    record.kind = TextKind::body_only;
    record.text = body.text;
    record.charset = body.charset;
    const auto decoded = [&](const std::string& field) {
      return squeeze_blanks(decode_text(field, body.charset).text);
    };
    RecordFields& fields = record.fields;
    fields.headline = decoded(headline_);
    if (!byline_.empty()) fields.byline = {decoded(byline_)};
    fields.published = published_of(trailer.substr(0, trailer.find(end_of_transmission)));
    fields.source = decoded(anpa ? agency_of_trailer(trailer) : agency_of_head(head));
    fields.agency = fields.source;
    if (anpa) fields.section = section_of(head);
    return record;
  }

 private:
  /// "r s" at the beginning of the second line: urgency and category.
  static char category_of(std::string_view head) {
    const std::size_t line = head.find('\n');
    if (line == std::string_view::npos || line + 3 >= head.size()) return '\0';
    return head[line + 2] == ' ' ? head[line + 3] : '\0';
  }

  static std::string section_of(std::string_view head) {
    const char letter = category_of(head);
    const auto* const row =
        std::find_if(std::begin(categories), std::end(categories),
                     [letter](const Category& category) { return category.letter == letter; });
    return row == std::end(categories) ? std::string() : std::string(row->name);
  }

  /// "AP" of "AP-WF-11-13-13 1509GMT".
  static std::string agency_of_trailer(std::string_view trailer) {
    constexpr std::size_t longest = 8;
    const std::size_t dash = trailer.substr(0, longest).find('-');
    return dash == std::string_view::npos ? std::string() : std::string(trailer.substr(0, dash));
  }

  /// "dpa" of "eca062 4 i 211 ccccb   dpa 061" or "... dpa-tns 0908".
  static std::string agency_of_head(std::string_view head) {
    const std::size_t begin = head.find(start_of_heading);
    head.remove_prefix(begin == std::string_view::npos ? 0 : begin + 1);
    const auto words = words_of(head.substr(0, head.find('\n')));
    if (words.size() < 3 || !is_digit(words.back().front())) return {};
    const std::string_view agency = words[words.size() - 2];
    if (is_digit(agency.front())) return {};
    return std::string(agency.substr(0, agency.find('-')));
  }

  void add(std::string_view text, bool paragraph) {
    if (!text_.empty()) text_ += paragraph ? "\n\n" : "\n";
    text_ += typeset(text);
  }

  /// The slug, the headline, notes to editors and the byline stand on lines of their own above the
  /// first indented paragraph.
  void read_anpa(std::string_view text) {
    std::vector<std::string_view> head;
    bool below = false;
    each_line(text, [&](std::string_view raw) {
      if (raw.find(backspace) != std::string_view::npos) return;  // a table
      const TextLine line = read_line(raw);
      if (line.text.empty() || line.text == "END") return;
      below = below || line.paragraph;
      if (!below) {
        head.push_back(line.text);
      } else {
        add(line.text, line.paragraph || line.flush);
      }
    });
    std::vector<std::string_view> rest;
    for (std::size_t i = 1; i < head.size(); ++i) {  // the first is the slug
      const std::string start = fold(head[i].substr(0, 12));
      if (start.starts_with("by ")) {
        if (byline_.empty()) byline_ = head[i];
      } else if (!is_note(start)) {
        rest.push_back(head[i]);
      }
    }
    if (!rest.empty()) headline_ = typeset(rest.front());
    // A list of lines without any paragraph is all there is.
    if (!text_.empty()) return;
    for (std::size_t i = 1; i < rest.size(); ++i) add(rest[i], true);
  }

  static bool is_note(std::string_view start) {
    constexpr std::array<std::string_view, 6> notes = {
        "ap photo", "eds:", "(eds:", "eds ", "editor's", "ap video"};
    return std::any_of(notes.begin(), notes.end(),
                       [&](std::string_view note) { return start.starts_with(note); });
  }

  /// Headline lines up to one that ends in "="; above the headline may stand what the text replaces
  /// ("1ST LEAD"), the last may be the byline. Below "# Notebook" are notes to editors.
  void read_iptc(std::string_view text) {
    std::vector<std::string_view> head;
    const std::size_t end_of_head = head_end(text);
    each_line(text.substr(0, end_of_head), [&](std::string_view line) {
      const std::string_view trimmed = read_line(line).text;
      if (!trimmed.empty()) head.push_back(trimmed);
    });
    while (!head.empty() && is_version(head.front())) head.erase(head.begin());
    if (head.size() > 1 && fold(head.back().substr(0, 3)) == "by ") {
      byline_ = head.back();
      head.pop_back();
    }
    for (const std::string_view line : head) (headline_ += headline_.empty() ? "" : " ") += line;
    bool notes = false;
    bool after_blank = true;
    each_line(text.substr(end_of_head), [&](std::string_view line) {
      const std::string_view trimmed = trim_export(line);
      notes = notes || trimmed.starts_with("# ") || trimmed.starts_with("## ");
      if (!notes && !trimmed.empty()) add(trimmed, after_blank);
      after_blank = trimmed.empty();
    });
  }

  /// Behind the line that ends in "=", one of the first.
  static std::size_t head_end(std::string_view text) {
    constexpr int most_lines = 6;
    std::size_t begin = 0;
    for (int i = 0; i < most_lines && begin < text.size(); ++i) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (trim_export(text.substr(begin, end - begin)).ends_with('=')) return end;
      begin = end + 1;
    }
    return std::min(text.find('\n'), text.size());
  }

  /// "1ST LEAD", "REFILE", "(Achtung)": a mark, no headline.
  static bool is_version(std::string_view line) {
    constexpr std::size_t longest = 20;
    const bool small =
        std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return line.size() <= longest && (!small || line.starts_with('('));
  }

  template <typename Take>
  static void each_line(std::string_view text, const Take& take) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      take(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  std::string_view bytes_;
  std::string text_;
  std::string headline_;
  std::string byline_;
};

class AnpaReader final : public RecordReader {
 public:
  explicit AnpaReader(OpenInput input)
      : input_(std::move(input)),
        messages_(input_.stream, input_.settings->limits.record_bytes, cut_anpa) {}

  Result<std::optional<RawRecord>> next() override {
    while (!messages_.at_end()) {
      auto message = messages_.next();
      if (message) message = between_ends(std::move(*message));
      // Between two messages are fillings only.
      if (message && message->find(start_of_text) == std::string::npos) continue;
      ++records_read_;
      if (!message) return tl::unexpected(message.error());
      auto record = Message(*message).read();
      if (!record) return tl::unexpected(record.error());
      record->origin = {input_.path, records_read_, std::string(input_.format)};
      return std::optional<RawRecord>(std::move(*record));
    }
    if (std::exchange(told_, true) || records_read_ > 0) return std::nullopt;
    ++records_read_;
    return fail("no wire message in it");
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  /// The next message may begin on the line on which one ends.
  std::string between_ends(std::string bytes) {
    bytes.insert(0, std::exchange(begun_, {}));
    const std::size_t end = bytes.find(end_of_transmission);
    if (end != std::string::npos) begun_ = bytes.substr(end + 1);
    return bytes.substr(0, end);
  }

  OpenInput input_;
  ArticleCutter messages_;
  std::string begun_;
  bool told_ = false;
  std::uint64_t records_read_ = 0;
};

}  // namespace

bool looks_like_anpa(std::string_view head) {
  constexpr std::size_t enough = 1024;
  head = head.substr(0, enough);
  const std::size_t begin = head.find_first_not_of(std::string_view("\x16\r\n \x00", 5));
  return begin != std::string_view::npos && head[begin] == start_of_heading &&
         head.find(start_of_text) != std::string_view::npos;
}

std::unique_ptr<RecordReader> make_anpa_reader(OpenInput input) {
  return std::make_unique<AnpaReader>(std::move(input));
}

}  // namespace onrecord
