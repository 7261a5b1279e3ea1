// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/tag_soup.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/text_fold.h"
#include "indexer/reader/markup.h"

namespace onrecord {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view name) {
  return is_one_of(name, {"br", "img", "hr", "input", "meta", "link", "source", "wbr", "col",
                          "embed", "area", "param", "track", "base"});
}

/// A paragraph ends where one of these begins.
bool ends_paragraph(std::string_view name) {
  return is_one_of(name, {"p", "div", "ul", "ol", "li", "table", "blockquote", "figure", "pre",
                          "h1", "h2", "h3", "h4", "h5", "h6", "section", "aside", "hr"});
}

/// These end the open element of the same name beside them.
bool ends_like(std::string_view name) {
  return is_one_of(name, {"li", "tr", "td", "th", "dt", "dd", "option"});
}

/// Inside these the rule of `ends_like` begins anew.
bool is_container(std::string_view name) {
  return is_one_of(name, {"ul", "ol", "table", "dl", "div", "blockquote", "section", "article"});
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

std::string lower(std::string_view name) {
  std::string out(name);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

class SoupReader {
 public:
  SoupReader(std::string_view markup, Soup kind) : markup_(markup), kind_(kind) {}

  ElementTree run() {
    while (at_ < markup_.size()) {
      const std::size_t tag = std::min(markup_.find('<', at_), markup_.size());
      if (tag > at_) add_text(markup_.substr(at_, tag - at_));
      at_ = tag;
      if (at_ < markup_.size()) read_markup();
    }
    tree_.seal();
    return std::move(tree_);
  }

 private:
  void add_text(std::string_view text) { tree_.add_text(resolve_references(text)); }

  void read_markup() {
    const std::string_view rest = markup_.substr(at_);
    if (rest.starts_with("<!--")) return skip_to("-->", no_comment_end_);
    if (rest.starts_with("<![CDATA[")) return read_cdata();
    if (rest.starts_with("<!") || rest.starts_with("<?")) return skip_to(">", no_tag_end_);
    const std::size_t name = rest.starts_with("</") ? 2 : 1;
    if (rest.size() <= name || !is_letter(rest[name])) {
      tree_.add_text("<");
      ++at_;
      return;
    }
    name == 2 ? read_end_tag() : read_start_tag();
  }

  /// Behind the next `mark`, or behind one character where there is none; remembers that.
  void skip_to(std::string_view mark, bool& none_left) {
    const std::size_t end = none_left ? std::string_view::npos : markup_.find(mark, at_);
    none_left = end == std::string_view::npos;
    at_ = none_left ? at_ + 1 : end + mark.size();
  }

  void read_cdata() {
    at_ += 9;
    const std::size_t end = std::min(markup_.find("]]>", at_), markup_.size());
    tree_.add_text(markup_.substr(at_, end - at_));
    at_ = std::min(end + 3, markup_.size());
  }

  std::string read_name() {
    const std::size_t begin = at_;
    while (at_ < markup_.size() && !is_blank(markup_[at_]) && markup_[at_] != '>' &&
           markup_[at_] != '/' && markup_[at_] != '=') {
      ++at_;
    }
    const std::string_view name = markup_.substr(begin, at_ - begin);
    return kind_ == Soup::html ? lower(name) : std::string(name);
  }

  void read_end_tag() {
    at_ += 2;
    const std::string name = read_name();
    skip_to(">", no_tag_end_);
    const auto open = open_.find(name);
    if (open == open_.end() || open->second == 0) return;
    while (true) {
      const std::string innermost = tree_.open_name();
      close_innermost();
      if (innermost == name) return;
    }
  }

  void close_innermost() {
    --open_[tree_.open_name()];
    tree_.close();
  }

  void read_start_tag() {
    ++at_;
    std::string name = read_name();
    ElementTree::Attributes attributes;
    const bool closed = read_attributes(attributes);
    const std::string key = lower(name);
    if (kind_ == Soup::html && is_one_of(key, {"script", "style", "template", "noscript"})) {
      return skip_element(key);
    }
    make_room(key);
    if (tree_.depth() >= ElementTree::deepest || tree_.is_full()) return;
    ++open_[name];
    tree_.open(std::move(name), std::move(attributes));
    if (closed || is_void(key)) close_innermost();
  }

  /// True for "<br/>".
  bool read_attributes(ElementTree::Attributes& attributes) {
    while (at_ < markup_.size() && markup_[at_] != '>') {
      if (is_blank(markup_[at_]) || markup_[at_] == '=') {
        ++at_;
      } else if (markup_[at_] == '/') {
        ++at_;
        if (at_ < markup_.size() && markup_[at_] == '>') {
          ++at_;
          return true;
        }
      } else if (markup_[at_] == '<') {
        return false;  // the tag was never closed
      } else {
        std::string name = read_name();
        attributes.emplace_back(std::move(name), read_value());
      }
    }
    at_ = std::min(at_ + 1, markup_.size());
    return false;
  }

  std::string read_value() {
    while (at_ < markup_.size() && is_blank(markup_[at_])) ++at_;
    if (at_ >= markup_.size() || markup_[at_] != '=') return {};
    ++at_;
    while (at_ < markup_.size() && is_blank(markup_[at_])) ++at_;
    if (at_ >= markup_.size()) return {};
    const char quote = markup_[at_];
    std::size_t end = 0;
    if (quote == '"' || quote == '\'') {
      bool& none_left = quote == '"' ? no_double_quote_ : no_single_quote_;
      end = none_left ? std::string_view::npos : markup_.find(quote, at_ + 1);
      none_left = end == std::string_view::npos;
      if (!none_left) {
        std::string value = resolve_references(markup_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        return value;
      }
    }
    for (end = at_; end < markup_.size() && !is_blank(markup_[end]) && markup_[end] != '>';) ++end;
    std::string value = resolve_references(markup_.substr(at_, end - at_));
    at_ = end;
    return value;
  }

  /// A script without an end is one to the end.
  void skip_element(const std::string& name) {
    const std::string end_tag = "</" + name;
    while (at_ < markup_.size()) {
      const std::size_t tag = markup_.find("</", at_);
      if (tag == std::string_view::npos) break;
      at_ = tag + 2;
      if (lower(markup_.substr(tag, end_tag.size())) != end_tag) continue;
      return skip_to(">", no_tag_end_);
    }
    at_ = markup_.size();
  }

  /// Closes what ends where an element of this name begins.
  void make_room(const std::string& name) {
    const std::string open = lower(tree_.open_name());
    if (open == "p" && ends_paragraph(name)) {
      close_innermost();
    } else if (ends_like(name) && open != name && !is_container(open) && open_[name] > 0) {
      // "<li><b>A<li>": what is open in the item ends with it.
      while (lower(tree_.open_name()) != name && !is_container(lower(tree_.open_name())) &&
             tree_.depth() > 1) {
        close_innermost();
      }
    }
    if (ends_like(name) && lower(tree_.open_name()) == name) close_innermost();
  }

  std::string_view markup_;
  Soup kind_;
  std::size_t at_ = 0;
  ElementTree tree_{"body"};
  std::unordered_map<std::string, std::size_t> open_;  ///< How many of a name are open.
  bool no_comment_end_ = false;
  bool no_tag_end_ = false;
  bool no_double_quote_ = false;
  bool no_single_quote_ = false;
};

}  // namespace

ElementTree read_tag_soup(std::string_view markup, Soup kind) {
  return SoupReader(markup, kind).run();
}

}  // namespace onrecord
