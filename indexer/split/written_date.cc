// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/written_date.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

enum class PieceKind : std::uint8_t { number, word, mark, end };

/// A number, a run of letters or one mark of the text.
struct Piece {
  PieceKind kind = PieceKind::end;
  std::string_view text;
  std::string key;  ///< Of a word: folded.
  int value = 0;    ///< Of a number of up to four digits.
  std::size_t begin = 0;
  bool blank_before = false;

  bool is(std::string_view mark) const { return kind == PieceKind::mark && text == mark; }
  bool has_digits(std::size_t count) const {
    return kind == PieceKind::number && text.size() == count;
  }
};

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool in_word(char c) {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t dash_size(std::string_view text) {
  return text.substr(0, 3) == "\u2013" || text.substr(0, 3) == "\u2014" ||
                 text.substr(0, 3) == "\u2022"
             ? 3
         : text.substr(0, 2) == "\u00B7" ? 2
                                         : 0;
}

int small_number(std::string_view digits) {
  int value = 0;
  if (digits.size() <= 4) std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Piece read_piece(std::string_view text, std::size_t at) {
  Piece piece;
  piece.begin = at;
  std::size_t end = at + 1;
  if (is_digit(text[at])) {
    while (end < text.size() && is_digit(text[end])) ++end;
    piece.kind = PieceKind::number;
    piece.value = small_number(text.substr(at, end - at));
  } else if (const std::size_t dash = dash_size(text.substr(at)); dash > 0) {
    piece.kind = PieceKind::mark;
    end = at + dash;
  } else if (in_word(text[at])) {
    while (end < text.size() && in_word(text[end]) && dash_size(text.substr(end)) == 0) ++end;
    piece.kind = PieceKind::word;
    piece.key = fold(text.substr(at, end - at));
  } else {
    piece.kind = PieceKind::mark;
  }
  piece.text = text.substr(at, end - at);
  return piece;
}

std::vector<Piece> cut_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      blank = true;
      ++at;
      continue;
    }
    pieces.push_back(read_piece(text, at));
    pieces.back().blank_before = blank;
    blank = false;
    at += pieces.back().text.size();
  }
  return pieces;
}

int full_year(const Piece& piece) {
  if (piece.has_digits(4)) return piece.value;
  if (piece.has_digits(2)) return piece.value + (piece.value < 70 ? 2000 : 1900);
  return 0;
}

/// "11.03.202420:25", "11.03.2420:25": date and time in two elements of a page.
int year_before_time(const Piece& piece) {
  if (piece.text.size() == 6) return small_number(piece.text.substr(0, 4));
  if (piece.text.size() != 4) return full_year(piece);
  const int year = small_number(piece.text.substr(0, 2));
  return year + (year < 70 ? 2000 : 1900);
}

/// First Sunday or later of a month: the day of month of the `nth` Sunday.
int nth_sunday(int year, int month, int nth) {
  const int first = days_from_epoch({year, month, 1});
  const int weekday = ((first + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday; 0 is Sunday
  return 1 + (7 - weekday) % 7 + 7 * (nth - 1);
}

/// Daylight saving time of the United States as of 2007; unknown before.
std::optional<bool> us_summer_time(const Date& date) {
  if (date.year < 2007 || date.day == 0) return std::nullopt;
  const Date begin{date.year, 3, nth_sunday(date.year, 3, 2)};
  const Date end{date.year, 11, nth_sunday(date.year, 11, 1)};
  return date >= begin && date < end;
}

class DateScanner {
 public:
  DateScanner(std::string_view text, const SplitLexicon& lexicon, DayOrder order)
      : lexicon_(lexicon), order_(order), text_size_(text.size()), pieces_(cut_pieces(text)) {}

  std::vector<WrittenDate> scan() {
    std::vector<WrittenDate> found;
    std::size_t i = 0;
    while (i < pieces_.size()) {
      at_ = i;
      WrittenDate date;
      if (!read(date)) {
        ++i;
        continue;
      }
      date.begin = pieces_[i].begin;
      date.end = end_of(at_ - 1);
      found.push_back(date);
      i = at_;
    }
    return found;
  }

 private:
  const Piece& peek(std::size_t ahead = 0) const {
    static const Piece none;
    return at_ + ahead < pieces_.size() ? pieces_[at_ + ahead] : none;
  }

  std::size_t end_of(std::size_t i) const {
    return i < pieces_.size() ? pieces_[i].begin + pieces_[i].text.size() : text_size_;
  }

  bool accept(std::string_view mark) {
    if (!peek().is(mark)) return false;
    ++at_;
    return true;
  }

  bool accept_word(std::string_view key) {
    if (peek().kind != PieceKind::word || peek().key != key) return false;
    ++at_;
    return true;
  }

  /// [time ,] [weekday ,] date [, at time]
  bool read(WrittenDate& out) {
    const Piece& first = peek();
    const bool may_begin = first.kind == PieceKind::number ||
                           (first.kind == PieceKind::word && begins_word() &&
                            (month_of(first) != 0 || lexicon_.weekdays.has(first.key)));
    if (!may_begin || (at_ > 0 && inside_number())) return false;
    const std::size_t start = at_;
    std::optional<ClockTime> time = read_time_before();
    skip_weekday();
    if (!read_date(out.published.date)) {
      if (!time) return false;
      time.reset();
      at_ = start;
      if (!read_date(out.published.date)) return false;
    }
    if (!time) time = read_time_after();
    if (time) resolve_summer_time(out.published.date, *time);
    out.published.time = out.published.date.day == 0 ? std::nullopt : time;
    return true;
  }

  /// After a blank, or a comma that lacks one: "LIMA,March 11".
  bool begins_word() const {
    return pieces_[at_].blank_before || (at_ > 0 && pieces_[at_ - 1].is(","));
  }

  /// "1.5/2/24" and "A12" hold no date; "Published11.03.2024" does, from two elements of a page.
  bool inside_number() const {
    const Piece& before = pieces_[at_ - 1];
    if (pieces_[at_].blank_before || pieces_[at_].kind != PieceKind::number) return false;
    if (before.kind == PieceKind::word) return before.text.size() < 2 || !has_whole_year();
    return before.kind == PieceKind::number || before.is(".") || before.is("/") || before.is("-");
  }

  /// "11.03.2024", "2024-03-11", "2024\u5E743\u670811\u65E5"
  bool has_whole_year() const {
    const Piece& mark = peek(1);
    if (peek(2).kind != PieceKind::number || peek(4).kind != PieceKind::number) return false;
    const bool same = mark.text == peek(3).text && (mark.is(".") || mark.is("/") || mark.is("-"));
    return (same && (peek().has_digits(4) || peek(4).has_digits(4))) || is_year_sign(mark.text);
  }

  static bool is_year_sign(std::string_view text) { return text == "\u5E74" || text == "\uB144"; }

  int month_of(const Piece& piece) const {
    if (piece.kind != PieceKind::word) return 0;
    const std::string* number = lexicon_.months.find(piece.key);
    return number == nullptr ? 0 : small_number(*number);
  }

  void skip_weekday() {
    if (peek().kind != PieceKind::word || !lexicon_.weekdays.has(peek().key)) return;
    ++at_;
    accept(".");
    accept(",");
  }

  bool read_date(Date& date) {
    const std::size_t start = at_;
    if (read_month_first(date) || back_to(start)) return is_valid_or_yearless(date);
    if (read_day_first(date) || back_to(start)) return is_valid_or_yearless(date);
    if (read_numbers(date) || back_to(start)) return is_valid_or_yearless(date);
    if (read_east_asian(date) || back_to(start)) return is_valid_or_yearless(date);
    return false;
  }

  bool back_to(std::size_t start) {
    at_ = start;
    return false;
  }

  static bool is_valid_or_yearless(const Date& date) {
    if (date.year != 0) return is_valid(date);
    return is_valid({2000, date.month, date.day});  // a leap year: any day that may exist
  }

  /// "March 11, 2024", "Mar. 11", "March 2024".
  bool read_month_first(Date& date) {
    const int month = month_of(peek());
    if (month == 0) return false;
    ++at_;
    accept(".");
    date = {0, month, 0};
    if (peek().kind == PieceKind::number && peek().text.size() <= 2) {
      if (peek(1).is(":")) return false;  // "May 10:30"
      date.day = peek().value;
      ++at_;
      skip_ordinal();
      read_year(date);
      return date.day > 0;
    }
    accept(",");
    if (!peek().has_digits(4)) return false;
    date.year = peek().value;
    ++at_;
    return true;
  }

  /// "11 March 2024", "11th of March", "26-FEB-1987", "11/Mar/2024".
  bool read_day_first(Date& date) {
    if (peek().kind != PieceKind::number || peek().text.size() > 2) return false;
    date = {0, 0, peek().value};
    ++at_;
    skip_ordinal();
    accept(".");  // "11. M\u00E4rz 2024"
    if (!accept_word("of")) accept_word("de");
    const bool tight = accept("-") || accept("/");
    date.month = month_of(peek());
    if (date.month == 0 || date.day == 0) return false;
    ++at_;
    accept(".");
    const bool of_year = peek().key == "de" || peek().key == "del";
    if (of_year && peek(1).has_digits(4)) ++at_;  // "11 de marzo de 2024"
    if (tight && (accept("-") || accept("/"))) {
      date.year = full_year(peek());
      if (date.year == 0) return false;
      ++at_;
      return true;
    }
    read_year(date);
    return true;
  }

  void skip_ordinal() {
    if (peek().kind != PieceKind::word || peek().blank_before) return;
    const std::string& key = peek().key;
    if (key == "st" || key == "nd" || key == "rd" || key == "th") ++at_;
  }

  void read_year(Date& date) {
    const std::size_t start = at_;
    accept(",");
    if (peek().has_digits(4) && peek().value >= 1500 && peek().value < 2200 && !peek(1).is(":")) {
      date.year = peek().value;
      ++at_;
      return;
    }
    at_ = start;
  }

  /// "2024\u5E743\u670811\u65E5", "2024\uB144 3\uC6D4 11\uC77C"
  bool read_east_asian(Date& date) {
    if (!peek().has_digits(4) || !is_year_sign(peek(1).text)) return false;
    const std::string_view month = peek(3).text;
    const std::string_view day = peek(5).text;
    const bool signs = (month == "\u6708" && day.starts_with("\u65E5")) ||
                       (month == "\uC6D4" && day.starts_with("\uC77C"));
    if (!signs || peek(2).text.size() > 2 || peek(4).text.size() > 2) return false;
    date = {peek().value, peek(2).value, peek(4).value};
    at_ += 6;
    return date.month > 0 && date.day > 0;
  }

  /// "2024-03-11", "11/03/2024", "11.3.24": three numbers with the same mark between.
  bool read_numbers(Date& date) {
    const Piece& a = peek();
    const Piece& mark = peek(1);
    const Piece& b = peek(2);
    const Piece& c = peek(4);
    if (a.kind != PieceKind::number || b.kind != PieceKind::number || c.kind != PieceKind::number ||
        b.text.size() > 2) {
      return false;
    }
    if (!(mark.is("-") || mark.is("/") || mark.is(".")) || !peek(3).is(mark.text)) return false;
    if (mark.blank_before || b.blank_before || peek(3).blank_before || c.blank_before) return false;
    at_ += 5;
    const int year = peek().is(":") && !peek().blank_before ? year_before_time(c) : full_year(c);
    if (a.has_digits(4)) {
      date = {a.value, b.value, c.value};
      return c.text.size() <= 2 && date.month > 0 && date.day > 0;
    }
    if (a.text.size() > 2 || year == 0) return false;
    if (c.text.size() == 2 && mark.is("-")) return false;  // a score: "3-1-12"
    return order_numbers(a.value, b.value, year, mark.is("."), date);
  }

  bool order_numbers(int a, int b, int year, bool dotted, Date& date) const {
    if (a == 0 || b == 0 || a > 31 || b > 31 || (a > 12 && b > 12)) return false;
    const bool day_first = a > 12 || (b <= 12 && (dotted || order_ == DayOrder::day_first));
    const bool month_first = b > 12 || order_ == DayOrder::month_first;
    if (a == b || day_first) {
      date = {year, b, a};
    } else if (month_first) {
      date = {year, a, b};
    } else {
      date = {year, 0, 0};
    }
    return true;
  }

  std::optional<ClockTime> read_time_before() {
    const std::size_t start = at_;
    auto time = read_time();
    if (time) {
      while (accept(",") || accept("-") || accept("|") || accept_word("on") || accept("\u2013")) {
      }
      const bool date_follows = month_of(peek()) != 0 || peek().kind == PieceKind::number ||
                                lexicon_.weekdays.has(peek().key);
      if (date_follows) return time;
    }
    at_ = start;
    return std::nullopt;
  }

  std::optional<ClockTime> read_time_after() {
    const std::size_t start = at_;
    iso_ = peek().key == "t";
    for (int marks = 0; marks < 3; ++marks) {
      const bool skipped = accept(",") || accept("-") || accept("|") || accept("\u2013") ||
                           accept("\u2014") || accept("\u2022") || accept("\u00B7") ||
                           accept("/") || accept("@") || accept_word("at") || accept_word("t") ||
                           accept(":");
      if (!skipped) break;
    }
    auto time = read_time();
    if (!time) at_ = start;
    iso_ = false;
    return time;
  }

  /// "7:05", "7.05 pm", "19:05:30.12", "7 p.m.", "1430 GMT", each with an optional zone.
  std::optional<ClockTime> read_time() {
    const Piece& hour = peek();
    if (hour.kind != PieceKind::number) return std::nullopt;
    const std::size_t start = at_;
    ClockTime time;
    const bool joined = hour.has_digits(4);
    time.hour = joined ? hour.value / 100 : hour.value;
    time.minute = joined ? hour.value % 100 : 0;
    ++at_;
    const bool minutes = !joined && read_minutes(time);
    const bool half = !joined && read_day_half(time);
    const bool zone = read_zone(time, joined);
    const bool sure = minutes || half || (joined && zone);
    if (sure && time.hour < 24 && time.minute < 60 && time.second < 61) return time;
    at_ = start;
    return std::nullopt;
  }

  bool read_minutes(ClockTime& time) {
    const bool mark = peek().is(":") || peek().is(".") || (peek().key == "h");
    if (!mark || peek().blank_before || !peek(1).has_digits(2) || peek(1).blank_before)
      return false;
    if (peek().is(".") && peek(2).is(".") && peek(3).kind == PieceKind::number) return false;
    time.minute = peek(1).value;
    at_ += 2;
    if (peek().is(":") && peek(1).has_digits(2)) {
      time.second = peek(1).value;
      at_ += 2;
      if (peek().is(".") && peek(1).kind == PieceKind::number && !peek(1).blank_before) at_ += 2;
    }
    return true;
  }

  /// "a.m.", "pm".
  bool read_day_half(ClockTime& time) {
    if (peek().kind != PieceKind::word || time.hour > 12) return false;
    const std::string key = peek().key;
    const bool dotted = (key == "a" || key == "p") && peek(1).is(".") && peek(2).key == "m";
    if (!dotted && key != "am" && key != "pm") return false;
    at_ += dotted ? 3 : 1;
    if (dotted) accept(".");
    time.hour = time.hour % 12 + (key.front() == 'p' ? 12 : 0);
    return true;
  }

  /// `named`: an offset alone is none, "2024-03" is no clock time.
  bool read_zone(ClockTime& time, bool named) {
    const std::size_t start = at_;
    const bool bracket = accept("(");
    const std::string* zone =
        peek().kind == PieceKind::word ? lexicon_.zones.find(peek().key) : nullptr;
    if (zone != nullptr) {
      ++at_;
      us_zone_ = zone->rfind("us", 0) == 0;
      int minutes = 0;
      const char* digits = zone->data() + (us_zone_ ? 2 : 0);
      const auto read = std::from_chars(digits, zone->data() + zone->size(), minutes);
      if (read.ec == std::errc()) time.utc_offset_minutes = minutes;
      if (minutes == 0 && !us_zone_) read_offset(time);  // "GMT+5:30"
      if (bracket) accept(")");
      return true;
    }
    if (!bracket && !named && read_offset(time)) return true;
    at_ = start;
    return false;
  }

  /// "+0530", "-05:00", "+8".
  bool read_offset(ClockTime& time) {
    if (!(peek().is("+") || peek().is("-")) || peek(1).kind != PieceKind::number) return false;
    if (peek(1).blank_before || peek(1).text.size() > 4) return false;
    const int sign = peek().is("-") ? -1 : 1;
    const Piece number = peek(1);
    const bool joined = number.text.size() > 2;
    int hours = joined ? number.value / 100 : number.value;
    int minutes = joined ? number.value % 100 : 0;
    if (hours > 14 || minutes > 59) return false;
    const bool later = hours > time.hour || (hours == time.hour && time.minute == 0);
    if (sign < 0 && !iso_ && later && peek(2).is(":")) return false;  // "from 10:00-11:30"
    at_ += 2;
    if (!joined && peek().is(":") && peek(1).has_digits(2)) {
      minutes = peek(1).value;
      at_ += 2;
    }
    time.utc_offset_minutes = sign * (hours * 60 + minutes);
    return true;
  }

  void resolve_summer_time(const Date& date, ClockTime& time) {
    if (!us_zone_ || !time.utc_offset_minutes) return;
    const auto summer = us_summer_time(date);
    if (!summer) {
      time.utc_offset_minutes.reset();
    } else if (*summer) {
      *time.utc_offset_minutes += 60;
    }
  }

  const SplitLexicon& lexicon_;
  DayOrder order_;
  std::size_t text_size_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  bool us_zone_ = false;
  bool iso_ = false;  ///< The time is behind a "T": what follows is an offset.
};

/// ASCII digits for those of other scripts, so that the rest need not know of them.
std::string with_ascii_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.bytes;
    const char32_t c = point.value;
    const char32_t zero = c >= U'\u0660' && c <= U'\u0669'   ? U'\u0660'
                          : c >= U'\u06F0' && c <= U'\u06F9' ? U'\u06F0'
                          : c >= U'\u0966' && c <= U'\u096F' ? U'\u0966'
                                                             : U'\0';
    append_utf8(out, zero == 0 ? c : U'0' + (c - zero));
  }
  return out;
}

std::optional<Published> read_epoch(std::string_view digits) {
  if (digits.size() != 9 && digits.size() != 10 && digits.size() != 13) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  long long seconds = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (digits.size() == 13) seconds /= 1000;
  const int of_day = static_cast<int>(seconds % 86400);
  return Published{date_from_days(static_cast<int>(seconds / 86400)),
                   ClockTime{of_day / 3600, of_day / 60 % 60, of_day % 60, 0}};
}

bool is_missing(const Date& date) {
  return date == Date{1970, 1, 1};
}

}  // namespace

std::vector<WrittenDate> find_dates(std::string_view text, const SplitLexicon& lexicon,
                                    DayOrder order) {
  return DateScanner(text, lexicon, order).scan();
}

DayOrder find_day_order(std::string_view text) {
  bool day_first = false;
  bool month_first = false;
  const auto pieces = cut_pieces(text);
  for (std::size_t i = 0; i + 4 < pieces.size(); ++i) {
    const bool slashed = pieces[i + 1].is("/") && pieces[i + 3].is("/");
    if (!slashed || pieces[i].text.size() > 2 || pieces[i + 2].text.size() > 2) continue;
    if (pieces[i + 4].kind != PieceKind::number || pieces[i].value > 31) continue;
    day_first = day_first || (pieces[i].value > 12 && pieces[i + 2].value <= 12);
    month_first = month_first || (pieces[i + 2].value > 12 && pieces[i].value <= 12);
  }
  if (day_first == month_first) return DayOrder::unknown;
  return day_first ? DayOrder::day_first : DayOrder::month_first;
}

std::optional<Published> read_date_field(std::string_view text, const SplitLexicon& lexicon,
                                         DayOrder order) {
  const std::string digits = with_ascii_digits(trim(text));
  auto published = parse_iso_date(digits);
  if (!published) published = read_epoch(digits);
  if (!published) {
    for (const WrittenDate& date : find_dates(digits, lexicon, order)) {
      if (date.published.date.year == 0) continue;
      published = date.published;
      break;
    }
  }
  if (published && (is_missing(published->date) || !is_valid(published->date))) return std::nullopt;
  return published;
}

std::optional<Date> find_date_in_path(std::string_view path, const SplitLexicon& lexicon) {
  const auto pieces = cut_pieces(path);
  std::optional<Date> month_only;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != PieceKind::number) continue;
    if (pieces[i].has_digits(8)) {
      const auto date = parse_iso_date(pieces[i].text);
      if (date && date->date.year > 1980) return date->date;
    }
    const int year = pieces[i].has_digits(4) ? pieces[i].value : 0;
    if (year < 1980 || year > 2199 || i + 2 >= pieces.size()) continue;
    const Piece& month_piece = pieces[i + 2];
    const std::string* named = lexicon.months.find(month_piece.text);
    const int month = named != nullptr                        ? small_number(*named)
                      : month_piece.kind == PieceKind::number ? month_piece.value
                                                              : 0;
    const Date year_month{year, month, 0};
    if (month == 0 || month_piece.text.size() > 9 || !is_valid(year_month)) continue;
    const bool day_follows = i + 4 < pieces.size() && pieces[i + 4].kind == PieceKind::number &&
                             pieces[i + 4].text.size() <= 2 &&
                             pieces[i + 3].text == pieces[i + 1].text;
    const Date full{year, month, day_follows ? pieces[i + 4].value : 0};
    if (full.day > 0 && is_valid(full)) return full;
    if (!month_only && pieces[i + 1].is("/")) month_only = year_month;
  }
  return month_only;
}

}  // namespace onrecord
