// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/wordpress_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace onrecord {
namespace {

/// Shortcodes that stand alone, of WordPress itself and of widespread plugins; others are known by
/// their attributes.
constexpr std::array<std::string_view, 14> shortcodes = {
    "gallery", "embed",      "video",     "audio",          "playlist", "youtube", "vimeo",
    "tweet",   "soundcloud", "instagram", "contact-form-7", "poll",     "caption", "wp_caption"};

/// These have nothing between them that anybody reads.
bool holds_no_text(std::string_view name) {
  return name == "embed" || name == "video" || name == "audio" || name == "youtube" ||
         name == "playlist" || name == "tweet";
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// "[name key=value]" or "[/name]" at the beginning of a text.
struct Shortcode {
  std::string_view name;
  std::string_view attributes;
  bool closing = false;
  std::size_t size = 0;  ///< 0: it is none.
};

Shortcode shortcode_at(std::string_view text) {
  constexpr std::size_t longest = 2000;
  Shortcode code;
  code.closing = text.substr(1, 1) == "/";
  std::size_t at = code.closing ? 2 : 1;
  const std::size_t begin = at;
  while (at < text.size() && is_name_character(text[at])) ++at;
  code.name = text.substr(begin, at - begin);
  const std::size_t end = text.substr(0, longest).find(']', at);
  if (code.name.empty() || end == std::string_view::npos) return {};
  code.attributes = text.substr(at, end - at);
  const bool known = std::find(shortcodes.begin(), shortcodes.end(), code.name) != shortcodes.end();
  const bool has_values = code.attributes.find("=\"") != std::string_view::npos ||
                          code.attributes.find("='") != std::string_view::npos;
  if (!known && !has_values && !(code.closing && code.attributes.empty())) return {};
  code.size = end + 1;
  return code;
}

/// The value of caption="...", which old versions wrote there.
std::string_view caption_attribute(std::string_view attributes) {
  constexpr std::string_view key = " caption=\"";
  const std::size_t at = attributes.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view value = attributes.substr(at + key.size());
  return value.substr(0, value.find('"'));
}

class WordpressReader {
 public:
  explicit WordpressReader(std::string_view text)
      : text_(text), blocks_(text.find("<!-- wp:") != std::string_view::npos) {}

  std::string run() {
    while (at_ < text_.size()) {
      const std::size_t next = std::min(text_.find_first_of("[\n<", at_), text_.size());
      out_ += text_.substr(at_, next - at_);
      at_ = next;
      if (at_ == text_.size()) break;
      if (text_[at_] == '[') {
        take_shortcode();
      } else if (text_[at_] == '\n') {
        take_line_end();
      } else {
        take_tag();
      }
    }
    return std::move(out_);
  }

 private:
  /// Preformatted text keeps its blank lines.
  void take_tag() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<pre")) preformatted_ = true;
    if (rest.starts_with("</pre")) preformatted_ = false;
    out_ += text_[at_++];
  }

  void take_line_end() {
    std::size_t end = at_;
    std::size_t lines = 0;
    while (end < text_.size() &&
           (text_[end] == '\n' || text_[end] == ' ' || text_[end] == '\r' || text_[end] == '\t')) {
      lines += text_[end++] == '\n' ? 1 : 0;
    }
    const bool paragraph = lines > 1 && !blocks_ && !preformatted_;
    out_ += paragraph ? std::string_view("\n\n<p>") : text_.substr(at_, end - at_);
    at_ = end;
  }

  void take_shortcode() {
    const Shortcode code = shortcode_at(text_.substr(at_));
    if (code.size == 0) {
      out_ += text_[at_++];
      return;
    }
    at_ += code.size;
    if (code.closing) {
      if (std::exchange(in_caption_, false)) out_ += "</figcaption></figure>";
    } else if (code.name == "caption" || code.name == "wp_caption") {
      out_ += fmt::format("<figure><figcaption>{}", caption_attribute(code.attributes));
      in_caption_ = true;
    } else if (holds_no_text(code.name)) {
      skip_content(code.name);
    }
  }

  void skip_content(std::string_view name) {
    constexpr std::size_t longest = 1000;
    const std::string end_tag = fmt::format("[/{}]", name);
    const std::size_t end = text_.substr(at_, longest).find(end_tag);
    if (end != std::string_view::npos) at_ += end + end_tag.size();
  }

  std::string_view text_;
  bool blocks_;  ///< Of the block editor: its paragraphs are marked.
  std::size_t at_ = 0;
  bool in_caption_ = false;
  bool preformatted_ = false;
  std::string out_;
};

}  // namespace

bool has_wordpress_marks(std::string_view text) {
  return text.find("[caption ") != std::string_view::npos ||
         text.find("<!-- wp:") != std::string_view::npos;
}

std::string html_of_wordpress(std::string_view text) {
  return WordpressReader(text).run();
}

}  // namespace onrecord
