// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/marked_body.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/text_fold.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/markup.h"
#include "indexer/reader/tag_soup.h"

namespace onrecord {
namespace {

enum class Role : std::uint8_t {
  inline_text,
  block,
  subhead,
  item,
  quote,
  figure,  ///< Text in it is a caption.
  caption,
  credit,
  line_break,
  cell,
  bold,
  preformatted,
  silent,
};

struct ElementRole {
  std::string_view name;
  Role role;
};

/// Elements of HTML, NITF (hl2, bq, media), TEI and trafilatura's XML (head, item, quote, ab).
constexpr ElementRole element_roles[] = {
    {"p", Role::block},
    {"div", Role::block},
    {"section", Role::block},
    {"article", Role::block},
    {"main", Role::block},
    {"address", Role::block},
    {"block", Role::block},
    {"ab", Role::block},
    {"dl", Role::block},
    {"dt", Role::block},
    {"dd", Role::block},
    {"ul", Role::block},
    {"ol", Role::block},
    {"list", Role::block},
    {"table", Role::block},
    {"nitf-table", Role::block},
    {"tr", Role::block},
    {"row", Role::block},
    {"hr", Role::block},
    {"caption", Role::block},  // of a table
    {"li", Role::item},
    {"item", Role::item},
    {"h1", Role::subhead},
    {"h2", Role::subhead},
    {"h3", Role::subhead},
    {"h4", Role::subhead},
    {"h5", Role::subhead},
    {"h6", Role::subhead},
    {"hl1", Role::subhead},
    {"hl2", Role::subhead},
    {"head", Role::subhead},
    {"blockquote", Role::quote},
    {"bq", Role::quote},
    {"quote", Role::quote},
    {"figure", Role::figure},
    {"media", Role::figure},
    {"figcaption", Role::caption},
    {"media-caption", Role::caption},
    {"media-producer", Role::credit},
    {"br", Role::line_break},
    {"lb", Role::line_break},
    {"td", Role::cell},
    {"th", Role::cell},
    {"cell", Role::cell},
    {"b", Role::bold},
    {"strong", Role::bold},
    {"pre", Role::preformatted},
    {"media-metadata", Role::silent},
    {"media-reference", Role::silent},
    {"media-object", Role::silent},
    {"header", Role::silent},
    {"footer", Role::silent},
    {"script", Role::silent},
    {"style", Role::silent},
    {"template", Role::silent},
    {"noscript", Role::silent},
    {"iframe", Role::silent},
    {"object", Role::silent},
    {"svg", Role::silent},
    {"form", Role::silent},
    {"button", Role::silent},
    {"nav", Role::silent},
    {"video", Role::silent},
    {"audio", Role::silent},
    {"title", Role::silent},
    {"fw", Role::silent},  // head or foot of a printed page
};

bool has_class(std::string_view classes, std::string_view name) {
  for (std::size_t at = classes.find(name); at != std::string_view::npos;
       at = classes.find(name, at + 1)) {
    const bool begins = at == 0 || classes[at - 1] == ' ';
    const std::size_t end = at + name.size();
    if (begins && (end == classes.size() || classes[end] == ' ')) return true;
  }
  return false;
}

Role role_of(const ElementTree& tree, ElementId id) {
  const std::string_view classes = tree.attribute(id, "class");
  if (has_class(classes, "wp-caption-text")) return Role::caption;
  if (has_class(classes, "wp-caption")) return Role::figure;
  if (has_class(classes, "wp-block-pullquote")) return Role::silent;  // stands in the text, too
  if (tree.attribute(id, "type") == "header" || tree.attribute(id, "rend") == "h2") {
    return Role::subhead;
  }
  const std::string& name = tree[id].name;
  const auto* const found = std::find_if(std::begin(element_roles), std::end(element_roles),
                                         [&](const ElementRole& row) { return row.name == name; });
  return found == std::end(element_roles) ? Role::inline_text : found->role;
}

/// The address of a film or post alone: an editing system shows that in its place.
bool is_address(std::string_view text) {
  const bool web = text.starts_with("http://") || text.starts_with("https://");
  return web && text.find(' ') == std::string_view::npos;
}

/// A wire text in one element, its paragraphs as on a teleprinter: each begins with blanks, its
/// other lines do not. Where all lines are indented it is only the layout of the file.
std::vector<std::string_view> indented_parts(std::string_view text) {
  constexpr std::size_t least_indent = 2;
  std::vector<std::size_t> begins = {0};
  bool flush_left = false;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    const std::size_t word = text.find_first_not_of(" \t", end + 1);
    if (word == std::string_view::npos || text[word] == '\n') continue;
    if (word == end + 1) flush_left = true;
    if (word > end + least_indent) begins.push_back(end);
  }
  if (!flush_left) return {text};
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    parts.push_back(text.substr(begins[i], end - begins[i]));
  }
  return parts;
}

bool breaks_text(Role role) {
  return role != Role::inline_text && role != Role::bold && role != Role::cell &&
         role != Role::line_break && role != Role::credit && role != Role::silent;
}

class BodyWriter {
 public:
  BodyWriter(const ElementTree& tree, RawRecord& record) : tree_(tree), record_(record) {}

  void run(ElementId from) {
    for (ElementId id = from + 1; id < tree_.end_of(from);) {
      while (!open_.empty() && tree_[open_.back().id].end <= id) close();
      if (tree_.is_text(id)) {
        add_text(tree_[id].text);
        ++id;
        continue;
      }
      const Role role = role_of(tree_, id);
      if (role == Role::silent) {
        id = tree_[id].end;
        continue;
      }
      open(id, role);
      ++id;
    }
    while (!open_.empty()) close();
    flush();
  }

 private:
  struct Open {
    ElementId id;
    Role role;
  };

  bool is_in(Role role) const { return counts_[static_cast<std::size_t>(role)] > 0; }

  void open(ElementId id, Role role) {
    if (role == Role::line_break) {
      // Two in a row are the end of a paragraph.
      if (std::exchange(after_break_, true)) flush();
      text_ += ' ';
    }
    if (role == Role::cell && !text_.empty()) text_ += ' ';
    if (breaks_text(role)) flush();
    open_.push_back({id, role});
    ++counts_[static_cast<std::size_t>(role)];
  }

  void close() {
    const Role role = open_.back().role;
    if (breaks_text(role)) flush();
    open_.pop_back();
    --counts_[static_cast<std::size_t>(role)];
    if (role == Role::figure || (role == Role::credit && !is_in(Role::figure))) give_credit();
    if (role == Role::figure && !is_in(Role::figure)) captions_begin_ = record_.lines.size();
  }

  void add_text(std::string_view text) {
    if (is_in(Role::credit)) {
      credit_ += text;
      return;
    }
    if (text.find_first_not_of(" \t\n\r") != std::string_view::npos) after_break_ = false;
    if (is_in(Role::preformatted)) return add_lines(text);
    if (is_in(Role::bold)) bold_bytes_ += squeeze_blanks(text).size();
    text_ += text;
  }

  /// A blank line or an indented one begins a paragraph.
  void add_lines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
      if (indent == line.size() || indent > 1) flush();
      (text_ += line) += ' ';
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void flush() {
    after_break_ = false;
    const std::size_t bold = std::exchange(bold_bytes_, 0);
    const std::string raw = std::exchange(text_, {});
    for (const std::string_view part : indented_parts(raw)) add_part(part, bold);
  }

  void add_part(std::string_view part, std::size_t bold) {
    const std::string text = squeeze_blanks(part);
    if (text.empty() || is_address(text)) return;
    add_paragraph(text, {kind_of(text, bold)}, record_);
  }

  ParagraphKind kind_of(std::string_view text, std::size_t bold) const {
    if (is_in(Role::caption)) return ParagraphKind::caption;
    if (is_in(Role::figure) && !is_in(Role::quote)) return ParagraphKind::caption;
    if (is_in(Role::quote)) return ParagraphKind::block_quote;
    if (is_in(Role::item)) return ParagraphKind::list_item;
    if (is_in(Role::subhead)) return ParagraphKind::subhead;
    // "<p><b>The dam</b></p>" is a heading in all but name.
    constexpr std::size_t longest = 80;
    const bool sentence = std::string_view(".!?\",:;").find(text.back()) != std::string_view::npos;
    const bool is_bold = bold > 0 && bold + 1 >= text.size() && text.size() <= longest && !sentence;
    return is_bold ? ParagraphKind::subhead : ParagraphKind::body;
  }

  void give_credit() {
    const std::string credit = squeeze_blanks(std::exchange(credit_, {}));
    auto& lines = record_.lines;
    if (credit.empty() || lines.size() <= captions_begin_) return;
    if (lines.back().kind == ParagraphKind::caption) lines.back().credit = credit;
  }

  const ElementTree& tree_;
  RawRecord& record_;
  std::vector<Open> open_;
  std::array<std::size_t, static_cast<std::size_t>(Role::silent) + 1> counts_{};
  std::string text_;
  std::string credit_;
  std::size_t bold_bytes_ = 0;
  std::size_t captions_begin_ = 0;  ///< A credit is of a caption from here on.
  bool after_break_ = false;
};

bool holds_block(const ElementTree& tree, ElementId from) {
  for (ElementId id = from + 1; id < tree.end_of(from); ++id) {
    const Role role = tree.is_text(id) ? Role::inline_text : role_of(tree, id);
    if (breaks_text(role) || role == Role::line_break || role == Role::silent) return true;
  }
  return false;
}

}  // namespace

void add_paragraph(std::string_view text, LineMark mark, RawRecord& record) {
  const std::string line = squeeze_blanks(text);
  if (line.empty()) return;
  record.kind = TextKind::paragraphs;
  if (!record.text.empty()) {
    const auto lines = std::count(record.text.begin(), record.text.end(), '\n') + 1;
    record.lines.resize(static_cast<std::size_t>(lines));
    record.text += '\n';
  }
  record.text += line;
  record.lines.push_back(std::move(mark));
}

bool holds_text(const RawRecord& record) {
  if (record.kind != TextKind::paragraphs) return !record.text.empty();
  return std::any_of(record.lines.begin(), record.lines.end(), [](const LineMark& line) {
    return line.kind != ParagraphKind::caption && line.kind != ParagraphKind::subhead;
  });
}

void add_body(const ElementTree& tree, ElementId from, RawRecord& record) {
  if (from == ElementTree::none) return;
  if (!holds_block(tree, from) && record.lines.empty()) {
    const std::string text = clean_text(tree.raw_text(from));
    if (squeeze_blanks(text).empty()) return;
    record.kind = TextKind::body_only;
    if (!record.text.empty()) record.text += "\n\n";
    record.text += text;
    return;
  }
  BodyWriter(tree, record).run(from);
}

void add_html_body(std::string_view html, RawRecord& record) {
  const ElementTree tree = read_tag_soup(html, Soup::html);
  add_body(tree, 0, record);
}

}  // namespace onrecord
