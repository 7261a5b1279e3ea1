// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/xml_text.h"

#include <algorithm>
#include <utility>

#include "common/text_fold.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/markup.h"

namespace onrecord {
namespace {

constexpr std::size_t block_bytes = 64 << 10;

/// Names in one tag. The parser compares each attribute with all before it, and long names byte by
/// byte with every piece: a million of them would take hours.
constexpr std::size_t most_tag_bytes = 16 << 10;

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_one_of_five(std::string_view name) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

std::string_view skip_blanks(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

}  // namespace

/// A block ends where no tag, reference or character is cut: before its last "<" or behind its
/// last line end or blank.
std::string XmlText::take_block() {
  const std::string_view bytes = stream_.peek(block_bytes);
  std::size_t size = bytes.size();
  if (size >= block_bytes) {
    size = bytes.rfind('<');
    if (size == std::string_view::npos || size < block_bytes / 2) {
      size = bytes.find_last_of(" \n") + 1;
    }
    if (size == 0) size = bytes.size();
  }
  std::string block(bytes.substr(0, size));
  stream_.consume(size);
  return block;
}

void XmlText::start() {
  started_ = true;
  declared_ = declared_xml_charset(stream_.peek(block_bytes));
  // The bytes of these are found by zeros and order marks, before anything is parsed.
  if (fold(declared_).starts_with("utf-16") || fold(declared_).starts_with("utf-32")) {
    declared_.clear();
  }
}

Result<std::string> XmlText::next() {
  if (!started_) start();
  while (true) {
    const std::string block = take_block();
    if (block.empty()) break;
    Decoded decoded = decode_text(block, declared_);
    if (decoded.charset != "UTF-8") charset_ = std::move(decoded.charset);
    std::string safe = make_safe(decoded.text);
    if (!safe.empty()) return safe;
  }
  if (stream_.damage() && !std::exchange(damage_told_, true)) {
    return tl::unexpected(*stream_.damage());
  }
  return std::string();
}

std::string XmlText::make_safe(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    if (state_ == State::text && text[at] == '<') {
      at = enter_markup(text, at, out);
    } else if (state_ == State::tag && tag_bytes_ > 2 * most_tag_bytes && text[at] == '&') {
      ++at;
    } else if ((state_ == State::text || state_ == State::tag) && text[at] == '&') {
      at = append_reference(text, at, out);
    } else if (state_ == State::text) {
      const std::size_t end = std::min(text.find_first_of("<&", at), text.size());
      // A form feed is no character of XML.
      for (; at < end; ++at) out += text[at] == '\f' ? '\n' : text[at];
    } else {
      at = leave_markup(text, at, out);
    }
  }
  return out;
}

std::size_t XmlText::enter_markup(std::string_view text, std::size_t at, std::string& out) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("<![CDATA[")) {
    state_ = State::cdata;
    out += "<![CDATA[";
    return at + 9;
  }
  if (rest.starts_with("<!--")) {
    state_ = State::comment;
    return at + 4;
  }
  if (rest.starts_with("<!")) {
    state_ = State::doctype;
    brackets_ = 0;
    quote_ = 0;
    return at + 2;
  }
  if (rest.starts_with("<?")) {
    state_ = State::instruction;
    return at + 2;
  }
  const std::size_t name = rest.starts_with("</") ? 2 : 1;
  if (rest.size() <= name || !is_name_start(rest[name])) {
    out += "&lt;";
    return at + 1;
  }
  state_ = State::tag;
  tag_bytes_ = 0;
  last_ = quote_ = 0;
  out += '<';
  return at + 1;
}

std::size_t XmlText::leave_markup(std::string_view text, std::size_t at, std::string& out) {
  const auto until = [&](std::string_view end_mark, bool keep) {
    const std::size_t end = text.find(end_mark, at);
    const bool found = end != std::string_view::npos;
    const std::size_t stop = found ? end + end_mark.size() : text.size();
    if (keep) {
      for (const char c : text.substr(at, stop - at)) out += c == '\f' ? '\n' : c;
    }
    if (found) state_ = State::text;
    return stop;
  };
  if (state_ == State::cdata) return until("]]>", true);
  if (state_ == State::comment) return until("-->", false);
  if (state_ == State::instruction) return until("?>", false);
  if (state_ == State::doctype) return skip_doctype(text, at);
  const char c = text[at];
  if (is_overlong_tag(c)) {
    if (quote_ != 0) {
      if (c == quote_) quote_ = 0;
    } else if (c == '"' || c == '\'') {
      quote_ = c;
    } else if (c == '>') {
      out += last_ == '/' ? "/>" : ">";
      state_ = State::text;
    }
    last_ = c;
    return at + 1;
  }
  last_ = c;
  if (quote_ == 0 && c == '>') state_ = State::text;
  if (quote_ == 0 && (c == '"' || c == '\'')) {
    quote_ = c;
  } else if (c == quote_) {
    quote_ = 0;
  }
  if (c == '<') {
    out += "&lt;";
  } else {
    out += c == '\f' ? ' ' : c;
  }
  return at + 1;
}

/// Of a tag with more names than any format has the rest is left out, from the next blank on if
/// there is one soon.
bool XmlText::is_overlong_tag(char next) {
  if (tag_bytes_ > 2 * most_tag_bytes) return true;
  if (quote_ == 0) ++tag_bytes_;
  const bool blank = quote_ == 0 && (next == ' ' || next == '\n' || next == '\t' || next == '\r');
  if (blank && tag_bytes_ > most_tag_bytes) tag_bytes_ = 2 * most_tag_bytes + 1;
  return tag_bytes_ > 2 * most_tag_bytes;
}

std::size_t XmlText::skip_doctype(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote_ != 0) {
      if (c == quote_) quote_ = 0;
    } else if (c == '"' || c == '\'') {
      quote_ = c;
    } else if (c == '[') {
      ++brackets_;
    } else if (c == ']' && brackets_ > 0) {
      --brackets_;
    } else if (c == '>' && brackets_ == 0) {
      state_ = State::text;
      return at + 1;
    }
  }
  return at;
}

std::size_t XmlText::append_reference(std::string_view text, std::size_t at, std::string& out) {
  constexpr std::size_t longest = 12;
  const std::size_t length = text.substr(at, longest).find(';');
  const std::string_view name =
      length == std::string_view::npos ? std::string_view() : text.substr(at + 1, length - 1);
  if (is_one_of_five(name)) {
    out += text.substr(at, length + 1);
    return at + length + 1;
  }
  const std::string_view reference = text.substr(at, name.empty() ? 1 : length + 1);
  const std::string value = name.empty() ? std::string(reference) : resolve_references(reference);
  if (value == reference) {
    // "&#2;" is no character of XML, and no text either.
    const bool number = name.size() > 1 && name.front() == '#' &&
                        name.find_first_not_of("0123456789abcdefABCDEFxX", 1) == name.npos;
    if (number) return at + length + 1;
    out += "&amp;";
    return at + 1;
  }
  for (const char c : value) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"' || c == '\'') {
      out += c == '"' ? "&quot;" : "&apos;";
    } else if (!control) {
      out += c;
    }
  }
  return at + length + 1;
}

std::string declared_xml_charset(std::string_view head) {
  head = skip_blanks(head.substr(head.starts_with("\xEF\xBB\xBF") ? 3 : 0));
  if (!head.starts_with("<?xml")) return {};
  head = head.substr(0, head.find("?>"));
  const std::size_t label = head.find("encoding");
  if (label == std::string_view::npos) return {};
  const std::size_t open = head.find_first_of("\"'", label);
  if (open == std::string_view::npos) return {};
  const std::size_t close = head.find(head[open], open + 1);
  return std::string(head.substr(open + 1, close == head.npos ? 0 : close - open - 1));
}

std::string_view first_tag(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  while (true) {
    head = skip_blanks(head);
    std::string_view end;
    if (head.starts_with("<?")) {
      end = "?>";
    } else if (head.starts_with("<!--")) {
      end = "-->";
    } else if (head.starts_with("<!")) {
      const std::size_t bracket = head.substr(0, head.find('>')).find('[');
      end = bracket == std::string_view::npos ? ">" : "]>";
      // "] >" is rare but allowed.
      if (end == "]>" && head.find(end) == std::string_view::npos) end = "]";
    } else {
      break;
    }
    const std::size_t found = head.find(end);
    if (found == std::string_view::npos) return {};
    head.remove_prefix(found + end.size());
  }
  if (head.size() < 2 || head.front() != '<' || !is_name_start(head[1])) return {};
  head.remove_prefix(1);
  return head.substr(0, head.find('>'));
}

std::string_view local_name(std::string_view tag) {
  tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
  const std::size_t colon = tag.find(':');
  return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

}  // namespace onrecord
