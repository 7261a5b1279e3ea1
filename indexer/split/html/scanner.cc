// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/scanner.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::size_t most_attributes = 64;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

bool same_ignoring_case(std::string_view text, std::string_view lower_name) {
  return std::equal(text.begin(), text.end(), lower_name.begin(), lower_name.end(),
                    [](char a, char b) { return lower(a) == b; });
}

}  // namespace

std::size_t HtmlScanner::find_ahead(std::string_view what, bool& exhausted) const {
  if (exhausted) return std::string_view::npos;
  const std::size_t found = page_.find(what, at_);
  exhausted = found == std::string_view::npos;
  return found;
}

/// A tag, comment or declaration begins at this "<"; else it is only a sign ("a < b").
bool HtmlScanner::at_tag(std::size_t at) const {
  if (at + 1 >= page_.size()) return false;
  const char next = page_[at + 1];
  if (is_letter(next) || next == '!' || next == '?') return true;
  return next == '/' && at + 2 < page_.size() && is_letter(page_[at + 2]);
}

void HtmlScanner::next(HtmlToken& token) {
  token.attributes.clear();
  token.self_closing = false;
  token.text = {};
  while (at_ < page_.size()) {
    if (page_[at_] == '<' && at_tag(at_)) {
      const char sign = page_[at_ + 1];
      if (sign != '!' && sign != '?') return read_tag(token);
      skip_declaration();
      continue;
    }
    std::size_t end = at_ + 1;
    while (true) {
      end = std::min(page_.find('<', end), page_.size());
      if (end == page_.size() || at_tag(end)) break;
      ++end;
    }
    token.kind = HtmlToken::Kind::text;
    token.tag = Tag::text;
    token.text = page_.substr(at_, end - at_);
    at_ = end;
    return;
  }
  token.kind = HtmlToken::Kind::end_of_input;
}

/// Comments, declarations, processing instructions. A comment that never ends is only its "<!--".
void HtmlScanner::skip_declaration() {
  if (page_.substr(at_).starts_with("<!--")) {
    at_ += 4;
    const bool empty = page_.substr(at_).starts_with(">");
    const std::size_t end = empty ? at_ : find_ahead("-->", no_comment_end_);
    if (end != std::string_view::npos) at_ = end + (empty ? 1 : 3);
    return;
  }
  at_ = std::min(page_.find('>', at_), page_.size() - 1) + 1;
}

void HtmlScanner::read_tag(HtmlToken& token) {
  const bool closing = page_[at_ + 1] == '/';
  at_ += closing ? 2 : 1;
  const std::size_t begin = at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') {
    ++at_;
  }
  token.kind = closing ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
  token.name = page_.substr(begin, at_ - begin);
  token.tag = tag_named(token.name);
  read_attributes(token);
  if (!closing && has_flag(token.tag, tag_flags::raw)) read_raw_content(token);
}

void HtmlScanner::read_attributes(HtmlToken& token) {
  while (true) {
    skip_blanks();
    if (at_ >= page_.size()) return;
    if (page_[at_] == '>') {
      ++at_;
      return;
    }
    if (page_[at_] == '/') {
      token.self_closing = at_ + 1 < page_.size() && page_[at_ + 1] == '>';
      ++at_;
      continue;
    }
    const HtmlAttribute attribute = read_attribute();
    if (token.attributes.size() < most_attributes) token.attributes.push_back(attribute);
  }
}

HtmlAttribute HtmlScanner::read_attribute() {
  const std::size_t begin = at_++;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' &&
         page_[at_] != '/') {
    ++at_;
  }
  HtmlAttribute attribute{page_.substr(begin, at_ - begin), {}};
  skip_blanks();
  if (at_ < page_.size() && page_[at_] == '=') {
    ++at_;
    skip_blanks();
    attribute.value = read_value();
  }
  return attribute;
}

std::string_view HtmlScanner::read_value() {
  if (at_ < page_.size() && (page_[at_] == '"' || page_[at_] == '\'')) {
    return quoted_value(page_[at_]);
  }
  const std::size_t begin = at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
  return page_.substr(begin, at_ - begin);
}

/// A value whose mark is never closed ends with the tag.
std::string_view HtmlScanner::quoted_value(char quote) {
  const std::size_t begin = ++at_;
  bool& exhausted = quote == '"' ? no_double_quote_ : no_single_quote_;
  std::size_t end = find_ahead(std::string_view(&quote, 1), exhausted);
  const bool closed = end != std::string_view::npos;
  if (!closed) end = std::min(page_.find('>', at_), page_.size());
  at_ = end + (closed ? 1 : 0);
  return page_.substr(begin, end - begin);
}

/// The content of scripts, styles and titles up to their end tag. Without one, a script takes the
/// rest of the page, and a title nothing.
void HtmlScanner::read_raw_content(HtmlToken& token) {
  const std::string_view name = tag_name(token.tag);
  bool& exhausted = no_end_tag_[static_cast<std::size_t>(token.tag)];
  std::size_t end = at_;
  while (!exhausted) {
    end = page_.find("</", end);
    if (end == std::string_view::npos)
      exhausted = true;
    else if (same_ignoring_case(page_.substr(end + 2, name.size()), name))
      break;
    else
      end += 2;
  }
  const bool code = token.tag == Tag::script || token.tag == Tag::style;
  if (exhausted) end = code ? page_.size() : at_;
  token.text = page_.substr(at_, end - at_);
  at_ = end;
}

void HtmlScanner::skip_blanks() {
  while (at_ < page_.size() && is_space(page_[at_])) ++at_;
}

}  // namespace onrecord
