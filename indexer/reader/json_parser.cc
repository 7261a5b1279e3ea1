// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_parser.h"

#include <algorithm>

#include <fmt/format.h>

namespace onrecord {
namespace {

constexpr std::size_t max_depth = 256;

std::string_view describe(simdjson::error_code code) {
  switch (code) {
    case simdjson::DEPTH_ERROR:
      return "nested deeper than 256";
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::STRING_ERROR:
      return "a string holds a wrong escape";
    case simdjson::UNESCAPED_CHARS:
      return "a string holds a control character";
    case simdjson::NUMBER_ERROR:
      return "a number cannot be read";
    case simdjson::EMPTY:
      return "it is empty";
    case simdjson::TAPE_ERROR:
      return "a bracket, comma or quotation mark is missing or too much";
    default:
      return "a value cannot be read";
  }
}

/// Copies JSON and puts right what it passes.
class Mender {
 public:
  explicit Mender(std::string_view json) : json_(json) { out_.reserve(json.size() + 64); }

  std::string run() {
    while (at_ < json_.size()) {
      const char c = json_[at_];
      if (c == '"') {
        copy_string();
      } else if (is_word_character(c)) {
        copy_word();
      } else {
        out_ += c;
        ++at_;
      }
    }
    return std::move(out_);
  }

 private:
  static bool is_word_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.';
  }

  /// Whole numbers of more digits, and all with an exponent of three digits, go beyond 64 bits.
  static bool is_too_large(std::string_view word) {
    constexpr std::size_t safe_digits = 18;
    const std::size_t exponent = word.find_first_of("eE");
    if (exponent != std::string_view::npos) return word.size() - exponent > 4;
    return word.size() > safe_digits && word.find('.') == std::string_view::npos;
  }

  void copy_word() {
    const std::size_t start = at_;
    while (at_ < json_.size() && is_word_character(json_[at_])) ++at_;
    const std::string_view word = json_.substr(start, at_ - start);
    const bool number = word.find_first_of("0123456789") == word.find_first_not_of('-');
    if (word == "NaN" || word == "Infinity" || word == "-Infinity" || word == "nan") {
      out_ += "null";
    } else if (number && is_too_large(word)) {
      out_ += fmt::format("\"{}\"", word);
    } else {
      out_ += word;
    }
  }

  void copy_string() {
    out_ += json_[at_++];
    while (at_ < json_.size()) {
      const char c = json_[at_];
      if (c == '\\') {
        copy_escape();
      } else if (static_cast<unsigned char>(c) < 0x20) {
        out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        ++at_;
      } else {
        out_ += c;
        ++at_;
        if (c == '"') return;
      }
    }
  }

  void copy_escape() {
    const char escaped = at_ + 1 < json_.size() ? json_[at_ + 1] : '\0';
    if (escaped == 'u') {
      copy_unicode_escape();
    } else if (escaped == '\'') {
      out_ += '\'';
      at_ += 2;
    } else {
      out_ += json_.substr(at_, 2);
      at_ += 2;
    }
  }

  /// First three digits of the code unit at `at`, in lower case: "d83" begins "\ud83d".
  std::string unit_start(std::size_t at) const {
    if (at >= json_.size() || json_.substr(at, 2) != "\\u") return {};
    std::string digits(json_.substr(at + 2, 2));  // At most the end: two characters are there.
    std::transform(digits.begin(), digits.end(), digits.begin(), [](char c) {
      return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return digits;
  }

  static bool is_high(const std::string& start) { return start >= "d8" && start <= "db"; }
  static bool is_low(const std::string& start) { return start >= "dc" && start <= "df"; }

  void copy_unicode_escape() {
    constexpr std::size_t escape_size = 6;
    const std::string start = unit_start(at_);
    if (is_high(start) && is_low(unit_start(at_ + escape_size))) {
      out_ += json_.substr(at_, 2 * escape_size);
      at_ += escape_size;
    } else if (is_high(start) || is_low(start)) {
      out_ += "\\ufffd";
    } else {
      out_ += json_.substr(at_, escape_size);
    }
    at_ += escape_size;
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string mend_json(std::string_view json) {
  return Mender(json).run();
}

simdjson::error_code JsonParser::try_parse(std::string_view json, simdjson::dom::element& value) {
  if (parser_.capacity() < json.size() || parser_.max_depth() != max_depth) {
    // Grows by powers of two, so that a file of ever longer lines is not quadratic.
    std::size_t capacity = 64 << 10;
    while (capacity < json.size()) capacity *= 2;
    if (const auto error = parser_.allocate(capacity, max_depth)) return error;
  }
  return parser_.parse(json.data(), json.size()).get(value);
}

Result<simdjson::dom::element> JsonParser::parse(std::string_view json) {
  simdjson::dom::element value;
  const simdjson::error_code first = try_parse(json, value);
  if (first == simdjson::SUCCESS) return value;
  if (first != simdjson::DEPTH_ERROR && try_parse(mend_json(json), value) == simdjson::SUCCESS) {
    return value;
  }
  return fail(fmt::format("not JSON: {}", describe(first)));
}

}  // namespace onrecord
