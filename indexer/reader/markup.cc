// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/reader/windows_1252.h"

namespace onrecord {
namespace {

struct NamedReference {
  std::string_view name;
  char32_t value;
};

/// Those that news texts use.
constexpr NamedReference named_references[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},    {"nbsp", 0xA0},    {"lsquo", 0x2018},  {"rsquo", 0x2019},
    {"sbquo", 0x201A}, {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"bdquo", 0x201E},
    {"laquo", 0xAB},   {"raquo", 0xBB},   {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}, {"bull", 0x2022},
    {"middot", 0xB7},  {"euro", 0x20AC},  {"pound", 0xA3},    {"cent", 0xA2},
    {"yen", 0xA5},     {"deg", 0xB0},     {"copy", 0xA9},     {"reg", 0xAE},
    {"trade", 0x2122}, {"sect", 0xA7},    {"para", 0xB6},     {"frac12", 0xBD},
    {"frac14", 0xBC},  {"times", 0xD7},   {"shy", 0xAD},      {"agrave", 0xE0},
    {"aacute", 0xE1},  {"acirc", 0xE2},   {"atilde", 0xE3},   {"auml", 0xE4},
    {"aring", 0xE5},   {"aelig", 0xE6},   {"ccedil", 0xE7},   {"egrave", 0xE8},
    {"eacute", 0xE9},  {"ecirc", 0xEA},   {"euml", 0xEB},     {"igrave", 0xEC},
    {"iacute", 0xED},  {"icirc", 0xEE},   {"iuml", 0xEF},     {"ntilde", 0xF1},
    {"ograve", 0xF2},  {"oacute", 0xF3},  {"ocirc", 0xF4},    {"otilde", 0xF5},
    {"ouml", 0xF6},    {"oslash", 0xF8},  {"ugrave", 0xF9},   {"uacute", 0xFA},
    {"ucirc", 0xFB},   {"uuml", 0xFC},    {"yacute", 0xFD},   {"szlig", 0xDF},
    {"Agrave", 0xC0},  {"Aacute", 0xC1},  {"Acirc", 0xC2},    {"Atilde", 0xC3},
    {"Auml", 0xC4},    {"Aring", 0xC5},   {"AElig", 0xC6},    {"Ccedil", 0xC7},
    {"Egrave", 0xC8},  {"Eacute", 0xC9},  {"Ecirc", 0xCA},    {"Euml", 0xCB},
    {"Iacute", 0xCD},  {"Icirc", 0xCE},   {"Ntilde", 0xD1},   {"Oacute", 0xD3},
    {"Ocirc", 0xD4},   {"Ouml", 0xD6},    {"Oslash", 0xD8},   {"Uacute", 0xDA},
    {"Uuml", 0xDC},    {"scaron", 0x161}, {"Scaron", 0x160},  {"oelig", 0x153},
};

/// Elements that stand on lines of their own.
constexpr std::array<std::string_view, 24> block_elements = {
    "p",     "div", "h1", "h2",    "h3",         "h4",      "h5",      "h6",
    "ul",    "ol",  "li", "table", "blockquote", "section", "article", "figure",
    "aside", "tr",  "hr", "dl",    "figcaption", "header",  "footer",  "pre"};

/// Elements whose content is no text.
constexpr std::array<std::string_view, 3> silent_elements = {"script", "style", "template"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

struct Tag {
  std::string name;  ///< Lower case; empty for comments and declarations.
  bool closing = false;
  std::size_t end = 0;  ///< Behind its ">".
};

void end_paragraph(std::string& out, std::string_view break_text) {
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  if (!out.empty()) out += break_text;
}

/// Finds the next occurrence of one text again and again; linear in all, since it remembers.
class NextOccurrence {
 public:
  NextOccurrence(std::string_view text, std::string_view what) : text_(text), what_(what) {}

  /// From `at` on; npos if there is none. `at` must not go back.
  std::size_t from(std::size_t at) {
    if (found_ != std::string_view::npos && (!searched_ || found_ < at))
      found_ = text_.find(what_, at);
    searched_ = true;
    return found_;
  }

 private:
  std::string_view text_;
  std::string_view what_;
  std::size_t found_ = 0;
  bool searched_ = false;
};

/// Takes the text of a fragment apart.
class FragmentReader {
 public:
  explicit FragmentReader(std::string_view markup)
      : markup_(markup), tag_end_(markup, ">"), comment_end_(markup, "-->") {}

  std::string run() {
    while (at_ < markup_.size()) {
      const auto tag = markup_[at_] == '<' ? tag_here() : std::nullopt;
      tag ? take(*tag) : take_character();
    }
    end_paragraph(out_, "");
    return resolve_references(out_);
  }

 private:
  /// The tag or comment that begins here; nothing where "<" is only a sign.
  std::optional<Tag> tag_here() {
    const std::string_view rest = markup_.substr(at_);
    const bool comment = rest.starts_with("<!--");
    const std::size_t close = comment ? comment_end_.from(at_) : tag_end_.from(at_);
    if (close == std::string_view::npos) return std::nullopt;
    Tag tag;
    tag.end = close + (comment ? 3 : 1);
    if (rest.starts_with("<!")) return tag;
    tag.closing = rest.starts_with("</");
    const std::size_t start = tag.closing ? 2 : 1;
    if (rest.size() <= start || !is_letter(rest[start])) return std::nullopt;
    std::size_t end = start;
    while (is_name_character(rest[end])) ++end;
    tag.name = fold(rest.substr(start, end - start));
    return tag;
  }

  /// Line breaks of the source are blanks.
  void take_character() {
    const char c = markup_[at_++];
    const bool blank = c == '\n' || c == '\t' || c == '\r' || c == ' ';
    if (!blank) {
      out_ += c;
    } else if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n') {
      out_ += ' ';
    }
  }

  void take(const Tag& tag) {
    at_ = tag.end;
    if (tag.name == "br") {
      end_paragraph(out_, "\n");
    } else if (holds(block_elements, tag.name)) {
      end_paragraph(out_, "\n\n");
    } else if (holds(silent_elements, tag.name) && !tag.closing) {
      const std::size_t end = markup_.find("</" + tag.name, at_);
      at_ = end == std::string_view::npos ? markup_.size() : end;
    }
  }

  std::string_view markup_;
  NextOccurrence tag_end_;
  NextOccurrence comment_end_;
  std::size_t at_ = 0;
  std::string out_;
};

std::optional<char32_t> numeric_reference(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [parsed, error] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (error != std::errc() || parsed != end || value == 0 || value > 0x10FFFF || surrogate) {
    return std::nullopt;
  }
  // "&#146;" is meant as windows-1252, as in browsers.
  return value < 0x100 ? from_windows_1252(static_cast<unsigned char>(value)) : value;
}

std::optional<char32_t> reference_value(std::string_view name) {
  if (name.starts_with('#')) return numeric_reference(name.substr(1));
  const auto* const found =
      std::find_if(std::begin(named_references), std::end(named_references),
                   [&](const NamedReference& reference) { return reference.name == name; });
  if (found == std::end(named_references)) return std::nullopt;
  return found->value;
}

}  // namespace

bool looks_like_markup(std::string_view text) {
  constexpr std::array<std::string_view, 13> signs = {"</p>", "<p>",  "<p ",   "<br",   "</div>",
                                                      "</a>", "</b>", "</em>", "</li>", "</span>",
                                                      "</P>", "<BR",  "<P>"};
  if (text.find('<') == std::string_view::npos) return false;
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

std::string text_of_markup(std::string_view markup) {
  return FragmentReader(markup).run();
}

std::string resolve_references(std::string_view text) {
  constexpr std::size_t longest_name = 8;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(at, longest_name + 2).find(';') : 0;
    const bool possible = text[at] == '&' && end != std::string_view::npos;
    const auto value = possible ? reference_value(text.substr(at + 1, end - 1)) : std::nullopt;
    if (value) {
      append_utf8(out, *value);
      at += end + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string line_of_markup(std::string_view field) {
  const bool tags = looks_like_markup(field) || field.find("</") != std::string_view::npos;
  return squeeze_blanks(tags ? text_of_markup(field) : resolve_references(field));
}

}  // namespace onrecord
