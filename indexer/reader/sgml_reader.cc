// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/sgml_reader.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/marked_body.h"
#include "indexer/reader/tag_soup.h"
#include "indexer/reader/xml_reader.h"
#include "indexer/reader/xml_text.h"

namespace onrecord {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "<DOC", then a blank, ">" or the line's end: not "<DOCNO>".
std::size_t find_tag(std::string_view line, std::string_view tag) {
  for (std::size_t at = line.find(tag); at != std::string_view::npos; at = line.find(tag, at + 1)) {
    const std::string_view rest = line.substr(at + tag.size());
    if (rest.empty() || rest.front() == '>' || rest.front() == ' ') return at;
  }
  return std::string_view::npos;
}

/// Field text of one line, references to control characters gone.
std::string line_at(const ElementTree& tree, std::string_view path) {
  return squeeze_blanks(clean_text(tree.text(tree.find(path))));
}

std::string first_line(const ElementTree& tree, std::initializer_list<std::string_view> paths) {
  for (const std::string_view path : paths) {
    std::string text = line_at(tree, path);
    if (!text.empty()) return text;
  }
  return {};
}

/// A text set for a teleprinter: paragraphs begin with three blanks or more, or behind blank lines.
void add_lines(std::string_view text, RawRecord& record) {
  constexpr std::size_t indent_of_paragraph = 3;
  std::string paragraph;
  const auto close = [&] {
    add_paragraph(paragraph, {}, record);
    paragraph.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    if (indent == line.size() || indent >= indent_of_paragraph) close();
    (paragraph += line) += ' ';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  close();
}

/// "Reuter" alone, the sign of the end.
void drop_end_mark(std::string& text) {
  const std::size_t end = text.find_last_not_of(" \n\t");
  if (end == std::string::npos) return;
  const std::size_t word = text.find_last_of(" \n\t", end) + 1;
  if (fold(std::string_view(text).substr(word, end + 1 - word)) == "reuter") text.erase(word);
}

void annotate(const ElementTree& tree, std::string_view path, AnnotationKind kind,
              RecordFields& fields) {
  for (const ElementId id : tree.all(path)) {
    std::string name = tree.text(id);
    std::replace(name.begin(), name.end(), '-', ' ');
    add_annotation(kind, std::move(name), fields);
  }
}

Result<RawRecord> read_reuters(const ElementTree& tree) {
  RawRecord record;
  RecordFields& fields = record.fields;
  fields.headline = line_at(tree, "REUTERS/TEXT/TITLE");
  fields.published = line_at(tree, "REUTERS/DATE");
  fields.dateline = line_at(tree, "REUTERS/TEXT/DATELINE");
  fields.source = "Reuters";
  fields.agency = "Reuters";
  const std::string author = line_at(tree, "REUTERS/TEXT/AUTHOR");
  if (!author.empty()) fields.byline = {author};
  annotate(tree, "REUTERS/PLACES/D", AnnotationKind::place, fields);
  annotate(tree, "REUTERS/PEOPLE/D", AnnotationKind::person, fields);
  annotate(tree, "REUTERS/ORGS/D", AnnotationKind::organization, fields);
  ElementId body = tree.find("REUTERS/TEXT/BODY");
  // Texts that were never marked up stand in TEXT itself.
  if (body == ElementTree::none) body = tree.find("REUTERS/TEXT");
  std::string text = clean_text(tree.raw_text(body));
  drop_end_mark(text);
  add_lines(text, record);
  if (!holds_text(record)) return fail("no text");
  return record;
}

/// What the first part of an id of Gigaword stands for.
struct Collection {
  std::string_view prefix;
  std::string_view source;
};

constexpr std::array<Collection, 7> collections = {{
    {"AFP_", "Agence France-Presse"},
    {"APW_", "Associated Press"},
    {"CNA_", "Central News Agency"},
    {"LTW_", "Los Angeles Times/Washington Post"},
    {"NYT_", "New York Times"},
    {"WPB_", "Washington Post/Bloomberg"},
    {"XIN_", "Xinhua"},
}};

/// "20030115" of "AFP_ENG_20030115.0001"; six digits are of a year of the last century.
std::string date_in_id(std::string_view id) {
  for (std::size_t begin = 0; begin < id.size(); ++begin) {
    if (!is_digit(id[begin])) continue;
    std::size_t end = begin;
    while (end < id.size() && is_digit(id[end])) ++end;
    const std::string digits(id.substr(begin, end - begin));
    if (digits.size() == 8) return digits;
    if (digits.size() == 6 && digits[0] >= '8') return "19" + digits;
    begin = end;
  }
  return {};
}

Result<RawRecord> read_doc(const ElementTree& tree) {
  const ElementId doc = tree.find("DOC");
  const std::string kind = fold(tree.attribute(doc, "type"));
  if (kind == "advis") return fail("an advisory to editors, no news");
  RawRecord record;
  RecordFields& fields = record.fields;
  fields.headline =
      first_line(tree, {"DOC/HEADLINE", "DOC/HEAD", "DOC/HL", "DOC/TITLE", "DOC//HEADLINE"});
  fields.dateline = first_line(tree, {"DOC/DATELINE", "DOC//DATELINE"});
  const std::string byline = first_line(tree, {"DOC/BYLINE", "DOC//BYLINE"});
  if (!byline.empty()) fields.byline = {byline};
  fields.section = first_line(tree, {"DOC/SECTION"});
  const std::string id = first_of({std::string(tree.attribute(doc, "id")),
                                   line_at(tree, "DOC/DOCNO"), line_at(tree, "DOC/DOCID")});
  std::string date =
      first_line(tree, {"DOC/DATE_TIME", "DOC/DATE", "DOC/PUBDATE", "DOC/DD", "DOC/DATE1"});
  if (date.empty() || date.find_first_not_of("0123456789") == std::string::npos) {
    const std::string of_id = date_in_id(date.empty() ? id : date);
    if (!of_id.empty()) date = of_id;
  }
  fields.published = date;
  for (const Collection& collection : collections) {
    if (id.starts_with(collection.prefix)) fields.source = collection.source;
  }
  for (const ElementId text : tree.all("DOC/TEXT")) {
    if (tree.find("P", text) != ElementTree::none) {
      for (const ElementId paragraph : tree.all("P", text)) {
        add_paragraph(clean_text(tree.raw_text(paragraph)), {}, record);
      }
    } else {
      add_lines(clean_text(tree.raw_text(text)), record);
    }
  }
  if (!holds_text(record)) return fail("no text");
  return record;
}

class SgmlReader final : public RecordReader {
 public:
  explicit SgmlReader(OpenInput input)
      : input_(std::move(input)), lines_(input_.stream, input_.settings->limits.record_bytes) {}

  Result<std::optional<RawRecord>> next() override {
    auto item = next_item();
    if (item && !*item) return std::nullopt;
    ++records_read_;
    if (!item) return tl::unexpected(item.error());
    const Decoded decoded = decode_text(**item);
    const ElementTree tree = read_tag_soup(decoded.text, Soup::sgml);
    auto record = name_ == "REUTERS" ? read_reuters(tree) : read_doc(tree);
    if (!record) return tl::unexpected(record.error());
    record->origin = {input_.path, records_read_, std::string(input_.format)};
    record->charset = decoded.charset;
    return std::optional<RawRecord>(std::move(*record));
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  /// The lines from a start tag to its end tag.
  Result<std::optional<std::string>> next_item() {
    std::string item;
    bool too_large = false;
    while (true) {
      auto line = lines_.next();
      if (!line) return tl::unexpected(line.error());
      if (!*line) break;
      if (!inside_ && !begin(**line)) continue;
      const bool ends = find_tag(**line, "</" + name_) != std::string::npos;
      too_large = too_large || item.size() + (*line)->size() > input_.settings->limits.record_bytes;
      if (!too_large) (item += **line) += '\n';
      if (!ends) continue;
      inside_ = false;
      if (too_large) {
        return fail("larger than " + size_text(input_.settings->limits.record_bytes));
      }
      return std::optional<std::string>(std::move(item));
    }
    if (std::exchange(inside_, false))
      return fail(fmt::format("the file ends inside of <{}>", name_));
    return std::nullopt;
  }

  /// Cuts what stands before a start tag.
  bool begin(std::string& line) {
    for (const char* name : {"REUTERS", "DOC"}) {
      const std::size_t tag = find_tag(line, fmt::format("<{}", name));
      if (tag == std::string::npos) continue;
      line.erase(0, tag);
      name_ = name;
      inside_ = true;
      return true;
    }
    return false;
  }

  OpenInput input_;
  LineReader lines_;
  std::string name_;
  bool inside_ = false;
  std::uint64_t records_read_ = 0;
};

}  // namespace

bool looks_like_sgml(std::string_view head) {
  const std::string_view name = local_name(first_tag(head));
  return name == "REUTERS" || name == "DOC";
}

std::unique_ptr<RecordReader> make_sgml_reader(OpenInput input) {
  return std::make_unique<SgmlReader>(std::move(input));
}

}  // namespace onrecord
