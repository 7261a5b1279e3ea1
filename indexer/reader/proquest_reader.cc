// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/proquest_reader.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/reader/export_reader.h"

namespace onrecord {
namespace {

enum class Part : std::uint8_t {
  ignored,
  headline,
  byline,
  info,  ///< "The Courier ; Almer, 03 May 2019: A.12."
  published,
  year,
  source,
  section,
  dateline,
  language,
  url,
  captions,
  abstract,
  text,
};

struct Label {
  std::string_view name;  ///< Folded; a colon behind it.
  Part part;
};

constexpr Label labels[] = {
    {"title", Part::headline},
    {"headline", Part::headline},
    {"author", Part::byline},
    {"authors", Part::byline},
    {"byline", Part::byline},
    {"publication info", Part::info},
    {"publication date", Part::published},
    {"date", Part::published},
    {"publication year", Part::year},
    {"year", Part::year},
    {"publication title", Part::source},
    {"publication", Part::source},
    {"section", Part::section},
    {"column", Part::ignored},
    {"dateline", Part::dateline},
    {"language of publication", Part::language},
    {"language", Part::language},
    {"document url", Part::url},
    {"proquest document link", Part::ignored},
    {"caption", Part::captions},
    {"illustration caption", Part::captions},
    {"illustration", Part::ignored},
    {"abstract", Part::abstract},
    {"abstract (summary)", Part::abstract},
    {"full text", Part::text},
    {"credit", Part::ignored},
    {"links", Part::ignored},
    {"subject", Part::ignored},
    {"subjects", Part::ignored},
    {"location", Part::ignored},
    {"people", Part::ignored},
    {"company / organization", Part::ignored},
    {"company/organization", Part::ignored},
    {"business indexing term", Part::ignored},
    {"identifier / keyword", Part::ignored},
    {"identifiers / keywords", Part::ignored},
    {"classification", Part::ignored},
    {"ethnicity", Part::ignored},
    {"volume", Part::ignored},
    {"issue", Part::ignored},
    {"edition", Part::ignored},
    {"pages", Part::ignored},
    {"page", Part::ignored},
    {"first page", Part::ignored},
    {"number of pages", Part::ignored},
    {"publisher", Part::ignored},
    {"place of publication", Part::ignored},
    {"country of publication", Part::ignored},
    {"publication subject", Part::ignored},
    {"issn", Part::ignored},
    {"e-issn", Part::ignored},
    {"coden", Part::ignored},
    {"source", Part::ignored},
    {"source type", Part::ignored},
    {"document type", Part::ignored},
    {"document feature", Part::ignored},
    {"proquest document id", Part::ignored},
    {"accession number", Part::ignored},
    {"copyright", Part::ignored},
    {"last updated", Part::ignored},
    {"database", Part::ignored},
    {"correspondence author", Part::ignored},
};

struct LabelledLine {
  const Label* label = nullptr;
  std::string_view value;
};

LabelledLine read_label(std::string_view line) {
  constexpr std::size_t longest = 26;
  line = trim_export(line);
  const std::size_t colon = line.substr(0, longest).find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string name = fold(line.substr(0, colon));
  const auto* const found = std::find_if(std::begin(labels), std::end(labels),
                                         [&](const Label& row) { return row.name == name; });
  if (found == std::end(labels)) return {};
  return {found, trim_export(line.substr(colon + 1))};
}

bool is_rule(std::string_view line) {
  constexpr std::size_t shortest = 20;
  line = trim_export(line);
  return line.size() >= shortest && (line.find_first_not_of('_') == std::string_view::npos ||
                                     line.find_first_not_of('*') == std::string_view::npos);
}

Cut cut_proquest(std::string_view line, std::string_view /*article*/) {
  return is_rule(line) ? Cut::here : Cut::none;
}

/// "Document 12 of 200" above the headline.
bool is_count(std::string_view line) {
  const std::string text = fold(trim_export(line).substr(0, 40));
  return text.starts_with("document ") && text.size() > 9 && text[9] >= '0' && text[9] <= '9' &&
         text.find(" of ") != std::string::npos;
}

/// "Ruiz, Ana; Hale, Tom" turned round; other names stay.
std::vector<std::string> names_in(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    std::string name = squeeze_blanks(list.substr(0, end));
    const std::size_t comma = name.find(", ");
    const bool turned =
        comma != std::string::npos && name.find(',', comma + 1) == std::string::npos;
    if (turned) name = name.substr(comma + 2) + " " + name.substr(0, comma);
    if (!name.empty()) names.push_back(std::move(name));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

class ProquestArticle {
 public:
  Result<std::optional<RawRecord>> read(const ExportLines& lines) {
    const auto blocks = blocks_of(lines);
    std::size_t at = 0;
    for (; at < blocks.size() && !begins_text(blocks[at]); ++at) take(blocks[at]);
    const std::size_t end = end_of_text(blocks, at);
    take_text(blocks, at, end);
    for (at = end; at < blocks.size(); ++at) take(blocks[at]);
    if (!labelled_) return std::nullopt;
    return fill();
  }

 private:
  ExportLines& part(Part which) { return parts_[static_cast<std::size_t>(which)]; }

  static bool begins_text(const ExportLines& block) {
    return std::any_of(block.begin(), block.end(), [](std::string_view line) {
      const LabelledLine read = read_label(line);
      return read.label != nullptr && read.label->part == Part::text;
    });
  }

  /// The fields below the text are a run of labelled blocks up to the end: a block of the text that
  /// begins like one ("Location: the old pier") is none.
  static std::size_t end_of_text(const std::vector<ExportLines>& blocks, std::size_t begin) {
    std::size_t end = blocks.size();
    while (end > begin + 1 && read_label(blocks[end - 1].front()).label != nullptr) --end;
    return end;
  }

  void take(const ExportLines& block) {
    Part open = Part::ignored;
    bool labelled = false;
    for (const std::string_view line : block) {
      const LabelledLine read = read_label(line);
      if (read.label != nullptr) {
        labelled = labelled_ = true;
        open = read.label->part;
        if (!read.value.empty()) part(open).push_back(read.value);
      } else if (labelled) {
        part(open).push_back(trim_export(line));
      } else if (!labelled_ && !is_count(line)) {
        title_.push_back(trim_export(line));
      }
    }
  }

  void take_text(const std::vector<ExportLines>& blocks, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      bool in_text = i > begin;
      for (const std::string_view line : blocks[i]) {
        const LabelledLine read = read_label(line);
        const bool starts = !in_text && read.label != nullptr && read.label->part == Part::text;
        if (starts) {
          labelled_ = in_text = true;
          text_.push_back(read.value);
        } else if (in_text) {
          text_.push_back(line);
        } else {
          take({line});
        }
      }
      text_.push_back({});
    }
  }

  Result<std::optional<RawRecord>> fill() {
    RawRecord record;
    RecordFields& fields = record.fields;
    record.kind = TextKind::body_only;
    record.text = join_lines(text_);
    constexpr std::size_t longest_notice = 40;
    const bool missing = record.text.size() < longest_notice &&
                         fold(record.text).find("not available") != std::string::npos;
    if (missing || record.text.empty()) {
      record.text = join_lines(part(Part::abstract));
      fields.truncated = true;
      if (record.text.empty()) return fail("no full text in the export");
    }
    fields.headline = one_line(part(Part::headline));
    if (fields.headline.empty()) fields.headline = one_line(title_);
    fields.byline = names_in(one_line(part(Part::byline)));
    const std::string info = one_line(part(Part::info));
    fields.published = one_line(part(Part::published));
    if (fields.published.empty()) fields.published = day_of(info);
    if (fields.published.empty()) fields.published = one_line(part(Part::year));
    fields.source = one_line(part(Part::source));
    if (fields.source.empty()) fields.source = squeeze_blanks(info.substr(0, info.find(';')));
    // "The Courier; Almer": the place of publication belongs to no name.
    fields.source = squeeze_blanks(fields.source.substr(0, fields.source.find(';')));
    fields.section = one_line(part(Part::section));
    fields.dateline = one_line(part(Part::dateline));
    fields.language = one_line(part(Part::language));
    for (const ExportLines& block : blocks_of(part(Part::captions))) {
      fields.captions.push_back(one_line(block));
    }
    return std::optional<RawRecord>(std::move(record));
  }

  /// "03 May 2019" of "The Courier ; Almer [Almer]. 03 May 2019: A.12."
  static std::string day_of(std::string_view info) {
    std::size_t begin = std::min(info.find(';'), info.size());
    for (std::string_view rest = info.substr(begin); !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(",.:["), rest.size());
      if (is_day(rest.substr(0, end))) return squeeze_blanks(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
  }

  ExportLines title_;
  ExportLines text_;
  ExportLines parts_[static_cast<std::size_t>(Part::text) + 1];
  bool labelled_ = false;
};

Result<std::optional<RawRecord>> read_proquest(const ExportLines& lines) {
  return ProquestArticle().read(lines);
}

constexpr ExportShape shape = {cut_proquest, read_proquest};

}  // namespace

bool looks_like_proquest(std::string_view head) {
  bool rule = false;
  bool full_text = false;
  bool id = false;
  bool outlet = false;
  HeadLines lines(head);
  while (const auto line = lines.next()) {
    rule = rule || is_rule(*line);
    const LabelledLine read = read_label(*line);
    if (read.label == nullptr) continue;
    full_text = full_text || read.label->part == Part::text;
    id = id || read.label->name == "proquest document id";
    outlet = outlet || read.label->name == "publication title" || read.label->part == Part::info;
    if (id && (full_text || outlet)) return true;
    if (rule && full_text && outlet) return true;
  }
  return false;
}

std::unique_ptr<RecordReader> make_proquest_reader(OpenInput input) {
  return make_export_reader(std::move(input), shape);
}

}  // namespace onrecord
