// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/factiva_reader.h"

#include <algorithm>
#include <array>

#include "common/language_code.h"
#include "common/text_fold.h"
#include "indexer/reader/export_reader.h"

namespace onrecord {
namespace {

enum class Part : std::uint8_t {
  ignored,
  headline,
  byline,
  section,
  published,
  source,
  agency,
  language,
  captions,
  lead,
  text,
};

struct Label {
  std::string_view name;
  Part part;
};

/// Labels of Factiva's index.
constexpr Label labels[] = {
    {"SE", Part::section},  {"HD", Part::headline},  {"BY", Part::byline},  {"CR", Part::agency},
    {"WC", Part::ignored},  {"PD", Part::published}, {"ET", Part::ignored}, {"SN", Part::source},
    {"SC", Part::ignored},  {"ED", Part::ignored},   {"PG", Part::ignored}, {"VOL", Part::ignored},
    {"LA", Part::language}, {"CY", Part::ignored},   {"CX", Part::ignored}, {"LP", Part::lead},
    {"TD", Part::text},     {"ART", Part::captions}, {"CT", Part::ignored}, {"RF", Part::ignored},
    {"CLM", Part::ignored}, {"NGC", Part::ignored},  {"GC", Part::ignored}, {"CO", Part::ignored},
    {"IN", Part::ignored},  {"NS", Part::ignored},   {"RE", Part::ignored}, {"IPC", Part::ignored},
    {"IPD", Part::ignored}, {"PUB", Part::ignored},  {"AN", Part::ignored}, {"DJIC", Part::ignored},
    {"DE", Part::ignored},
};

struct LabelledLine {
  const Label* label = nullptr;
  std::string_view value;
};

/// "HD   Dam holds", "LP" alone: two blanks or a tab at least, so that "IN 2019 the dam" is text.
LabelledLine read_label(std::string_view line) {
  line = trim_export(line);
  const std::size_t end =
      std::min(line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), line.size());
  const std::string_view name = line.substr(0, end);
  const std::string_view rest = line.substr(end);
  const bool gap = rest.empty() || rest.starts_with("  ") || rest.starts_with("\t") ||
                   rest.starts_with(" \t") || rest.starts_with("\xC2\xA0");
  if (!gap) return {};
  const auto* const found = std::find_if(std::begin(labels), std::end(labels),
                                         [&](const Label& row) { return row.name == name; });
  if (found == std::end(labels)) return {};
  return {found, trim_export(rest)};
}

/// "Document COUR000020190503ef530000b", in other languages "Dokument", "Documento": the last line
/// of an article.
bool is_document_id(std::string_view line) {
  constexpr std::array<std::string_view, 3> words = {"Document ", "Dokument ", "Documento "};
  constexpr std::size_t shortest = 20;
  constexpr std::size_t longest = 40;
  line = trim_export(line);
  if (line.starts_with("AN ")) line = trim_export(line.substr(3));
  for (const std::string_view word : words) {
    if (!line.starts_with(word)) continue;
    const std::string_view id = trim_export(line.substr(word.size()));
    const bool digits =
        std::count_if(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 8;
    return digits && id.size() >= shortest && id.size() <= longest &&
           std::all_of(id.begin(), id.end(), [](char c) {
             return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
  }
  return false;
}

bool is_headline(std::string_view line) {
  const LabelledLine read = read_label(line);
  return read.label != nullptr && read.label->part == Part::headline;
}

bool has_headline(std::string_view article) {
  HeadLines lines(article);
  while (const auto line = lines.next()) {
    if (is_headline(*line)) return true;
  }
  return false;
}

Cut cut_factiva(std::string_view line, std::string_view article) {
  if (is_document_id(line)) return Cut::after;
  // Without a last line the next headline ends an article.
  return is_headline(line) && has_headline(article) ? Cut::before : Cut::none;
}

/// "Page 2 of 40 © 2019 Factiva, Inc. All rights reserved.": foot of a printed page.
bool is_page_foot(std::string_view line) {
  constexpr std::size_t longest = 100;
  if (line.size() > longest) return false;
  const std::string text = fold(trim_export(line));
  if (text.find("factiva") != std::string::npos && text.find("\u00A9") != std::string::npos)
    return true;
  return text.starts_with("page ") && text.find(" of ") != std::string::npos && text.size() < 20 &&
         text.find_first_not_of("0123456789", 5) == text.find(" of ");
}

class FactivaArticle {
 public:
  Result<std::optional<RawRecord>> read(const ExportLines& all) {
    ExportLines lines;
    for (const std::string_view line : all) {
      if (!is_page_foot(line) && !is_document_id(line)) lines.push_back(line);
    }
    const bool labelled = std::any_of(lines.begin(), lines.end(), is_headline);
    if (!(labelled ? read_labelled(lines) : read_shown(lines))) return std::nullopt;
    if (part(Part::lead).empty() && part(Part::text).empty()) return fail("no text");
    return fill();
  }

 private:
  ExportLines& part(Part which) { return parts_[static_cast<std::size_t>(which)]; }

  bool read_labelled(const ExportLines& lines) {
    Part open = Part::ignored;
    for (const std::string_view line : lines) {
      const LabelledLine read = read_label(line);
      if (read.label != nullptr) {
        open = read.label->part;
        if (!read.value.empty()) part(open).push_back(read.value);
      } else {
        part(open).push_back(trim_export(line));
      }
    }
    return true;
  }

  /// [section] headline [byline] / 611 words / day [time] / outlet / its code / [edition] [page]
  /// language / copyright / text.
  bool read_shown(const ExportLines& all) {
    constexpr std::size_t longest_head = 40;
    ExportLines lines;
    for (const std::string_view line : all) lines.push_back(trim_export(line));
    const auto head_end =
        lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), longest_head));
    auto at = std::find_if(lines.begin(), head_end, is_word_count);
    if (at == head_end) return false;
    read_title(ExportLines(lines.begin(), at));
    ++at;
    const auto next_line = [&] {
      while (at != lines.end() && at->empty()) ++at;
      return at != lines.end();
    };
    if (next_line() && is_day(*at)) part(Part::published).push_back(*at++);
    if (next_line() && is_time(*at)) ++at;
    if (next_line()) part(Part::source).push_back(*at++);
    constexpr std::size_t most = 6;  // lines of edition, page and so on
    for (std::size_t i = 0; i < most && next_line() && !is_copyright(*at); ++i) {
      const bool language = !language_code(*at).empty() && at->size() > 3;
      if (language) part(Part::language).push_back(*at);
      if (!language && at->size() > longest_field) break;
      ++at;
      if (language) break;
    }
    if (next_line() && is_copyright(*at)) {
      while (at != lines.end() && !at->empty()) ++at;
    }
    part(Part::text).assign(at, lines.end());
    return true;
  }

  static bool is_time(std::string_view line) {
    return line.size() <= 8 && line.find(':') != std::string_view::npos && line.front() >= '0' &&
           line.front() <= '9';
  }

  /// The lines above the number of words. "By" tells a byline; without it the order does: a short
  /// line first is a section, a short one last a name.
  void read_title(const ExportLines& lines) {
    ExportLines title;
    for (const std::string_view line : lines) {
      if (!line.empty()) title.push_back(line);
    }
    if (title.size() > 1 && is_byline(title.back())) {
      part(Part::byline).push_back(title.back());
      title.pop_back();
    }
    if (title.size() > 1 && is_section(title.front()) && title[1].size() > title[0].size()) {
      part(Part::section).push_back(title.front());
      title.erase(title.begin());
    }
    part(Part::headline) = std::move(title);
  }

  static std::size_t words_in(std::string_view line) {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
  }

  static bool is_byline(std::string_view line) {
    constexpr std::array<std::string_view, 5> words = {"by ", "von ", "par ", "por ", "di "};
    const std::string text = fold(line.substr(0, 8));
    if (std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); }))
      return line.size() <= 200;
    if (line.find_first_of("0123456789?!:\"") != std::string_view::npos) return false;
    bool capitals = true;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const bool begins = i == 0 || line[i - 1] == ' ';
      if (begins && line[i] >= 'a' && line[i] <= 'z') capitals = false;
    }
    return capitals && words_in(line) >= 2 && words_in(line) <= 4;
  }

  static bool is_section(std::string_view line) { return line.size() <= 30 && words_in(line) <= 4; }

  Result<std::optional<RawRecord>> fill() {
    RawRecord record;
    RecordFields& fields = record.fields;
    fields.headline = one_line(part(Part::headline));
    if (auto byline = one_line(part(Part::byline)); !byline.empty()) fields.byline = {byline};
    fields.published = one_line(part(Part::published));
    fields.source = one_line(part(Part::source));
    fields.agency = one_line(part(Part::agency));
    fields.section = one_line(part(Part::section));
    fields.language = one_line(part(Part::language));
    for (const ExportLines& block : blocks_of(part(Part::captions))) {
      fields.captions.push_back(one_line(block));
    }
    record.kind = TextKind::body_only;
    record.text = join_lines(part(Part::lead));
    const std::string text = join_lines(part(Part::text));
    if (!record.text.empty() && !text.empty()) record.text += "\n\n";
    record.text += text;
    if (record.text.empty()) return fail("no text");
    return std::optional<RawRecord>(std::move(record));
  }

  static constexpr std::size_t longest_field = 80;
  ExportLines parts_[static_cast<std::size_t>(Part::text) + 1];
};

Result<std::optional<RawRecord>> read_factiva(const ExportLines& lines) {
  return FactivaArticle().read(lines);
}

constexpr ExportShape shape = {cut_factiva, read_factiva};

}  // namespace

bool looks_like_factiva(std::string_view head) {
  bool id = false;
  bool words = false;
  bool headline = false;
  bool outlet = false;
  HeadLines lines(head);
  while (const auto line = lines.next()) {
    id = id || is_document_id(*line);
    words = words || is_word_count(*line);
    const LabelledLine read = read_label(*line);
    if (read.label != nullptr) {
      headline = headline || read.label->part == Part::headline;
      outlet = outlet || read.label->name == "SN" || read.label->name == "WC";
    }
    if ((id && (words || headline)) || (headline && outlet)) return true;
  }
  return false;
}

std::unique_ptr<RecordReader> make_factiva_reader(OpenInput input) {
  return make_export_reader(std::move(input), shape);
}

}  // namespace onrecord
