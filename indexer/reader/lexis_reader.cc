// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/lexis_reader.h"

#include <algorithm>

#include "common/text_fold.h"
#include "indexer/reader/export_reader.h"

namespace onrecord {
namespace {

enum class Part : std::uint8_t {
  ignored,
  headline,
  byline,
  section,
  dateline,
  deck,
  length,
  text,
  captions,
  language,
};

struct Label {
  std::string_view name;  ///< Folded; stands at the beginning of a line, a colon behind it.
  Part part;
  bool below_text;  ///< Written in capitals it ends the text.
};

constexpr Label labels[] = {
    {"headline", Part::headline, false},
    {"byline", Part::byline, false},
    {"author", Part::byline, false},
    {"autor", Part::byline, false},
    {"auteur", Part::byline, false},
    {"section", Part::section, false},
    {"rubrik", Part::section, false},
    {"rubrique", Part::section, false},
    {"seccion", Part::section, false},
    {"sectie", Part::section, false},
    {"dateline", Part::dateline, false},
    {"highlight", Part::deck, false},
    {"abstract", Part::deck, false},
    {"encart", Part::deck, false},
    {"length", Part::length, false},
    {"lange", Part::length, false},
    {"longueur", Part::length, false},
    {"longitud", Part::length, false},
    {"lengte", Part::length, false},
    {"body", Part::text, false},
    {"series", Part::ignored, false},
    {"series title", Part::ignored, false},
    {"column", Part::ignored, false},
    {"dist", Part::ignored, false},
    {"graphic", Part::captions, true},
    {"grafik", Part::captions, true},
    {"load-date", Part::ignored, true},
    {"load date", Part::ignored, true},
    {"update", Part::ignored, true},
    {"date-chargement", Part::ignored, true},
    {"language", Part::language, true},
    {"sprache", Part::language, true},
    {"langue", Part::language, true},
    {"lengua", Part::language, true},
    {"publication-type", Part::ignored, true},
    {"publication type", Part::ignored, true},
    {"type-publication", Part::ignored, true},
    {"pub-type", Part::ignored, true},
    {"document-type", Part::ignored, true},
    {"journal-code", Part::ignored, true},
    {"journal code", Part::ignored, true},
    {"zeitungs-code", Part::ignored, true},
    {"subject", Part::ignored, true},
    {"organization", Part::ignored, true},
    {"company", Part::ignored, true},
    {"ticker", Part::ignored, true},
    {"industry", Part::ignored, true},
    {"person", Part::ignored, true},
    {"geographic", Part::ignored, true},
    {"city", Part::ignored, true},
    {"state", Part::ignored, true},
    {"country", Part::ignored, true},
    {"correction", Part::ignored, true},
    {"correction-date", Part::ignored, true},
    {"type", Part::ignored, true},
    {"notes", Part::ignored, true},
    {"acc-no", Part::ignored, true},
    {"url", Part::ignored, true},
};

/// Single words on a line in exports of Nexis Uni.
constexpr Label headings[] = {
    {"Body", Part::text, false},
    {"Graphic", Part::captions, true},
    {"Classification", Part::ignored, true},
    {"Notes", Part::ignored, true},
    {"Correction", Part::ignored, true},
};

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789,.") == std::string_view::npos;
}

/// "12 of 200 DOCUMENTS", "FOCUS - 12 of 200 DOCUMENTS", "Document 12 of 200", in German "Dokument
/// 12 von 200".
bool is_count(std::string_view line) {
  constexpr std::size_t longest = 60;
  line = trim_export(line);
  const bool digits = line.find_first_of("0123456789") != std::string_view::npos;
  if (line.size() > longest || !digits) return false;
  std::vector<std::string> words;
  std::string text = fold(line);
  for (std::size_t begin = 0; (begin = text.find_first_not_of(" \t", begin)) < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  if (words.size() == 6 && words[0] == "focus") words.erase(words.begin(), words.begin() + 2);
  if (words.size() != 4) return false;
  const auto is_of = [](const std::string& w) { return w == "of" || w == "von" || w == "de"; };
  const auto is_document = [](const std::string& w) {
    return w.starts_with("document") || w.starts_with("dokument");
  };
  return (is_number(words[0]) && is_of(words[1]) && is_number(words[2]) && is_document(words[3])) ||
         (is_document(words[0]) && is_number(words[1]) && is_of(words[2]) && is_number(words[3]));
}

bool is_end(std::string_view line) {
  constexpr std::size_t longest = 40;
  line = trim_export(line);
  return line.size() <= longest && fold(line) == "end of document";
}

Cut cut_lexis(std::string_view line, std::string_view /*article*/) {
  return is_count(line) || is_end(line) ? Cut::here : Cut::none;
}

struct LabelledLine {
  const Label* label = nullptr;
  std::string_view value;
  bool capitals = false;
};

/// "LENGTH: 355 words", "Byline: Ana Ruiz", "Body".
LabelledLine read_label(std::string_view line) {
  constexpr std::size_t longest = 20;
  line = trim_export(line);
  for (const Label& heading : headings) {
    if (line == heading.name) return {&heading, {}, true};
  }
  const std::size_t colon = line.substr(0, longest).find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view written = line.substr(0, colon);
  const std::string name = fold(written);
  const auto* const found = std::find_if(std::begin(labels), std::end(labels),
                                         [&](const Label& row) { return row.name == name; });
  if (found == std::end(labels)) return {};
  const bool capitals =
      std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return {found, trim_export(line.substr(colon + 1)), capitals || name == "load-date"};
}

class LexisArticle {
 public:
  Result<std::optional<RawRecord>> read(const ExportLines& lines) {
    for (const std::string_view line : lines) {
      take(line);
      after_blank_ = trim_export(line).empty();
    }
    const bool is_article = has_length_ || has_text_label_ || !part(Part::headline).empty();
    if (!is_article) return std::nullopt;
    if (one_line(text_).empty()) return fail("no text");
    read_head();
    fill();
    return std::optional<RawRecord>(std::move(record_));
  }

 private:
  ExportLines& part(Part which) { return parts_[static_cast<std::size_t>(which)]; }

  void take(std::string_view line) {
    if (trim_export(line) == "Link to Image") return;
    const LabelledLine read = read_label(line);
    const bool in_text = !text_.empty() && !below_text_;
    if (read.label != nullptr && (!in_text || ends_text(read))) return open(read);
    if (trim_export(line).empty()) return take_blank();
    if (!labelled_) return head_.push_back(line);
    if (after_blank_ && open_ != Part::text) open_ = unlabelled_part(line);
    (open_ == Part::text ? text_ : part(open_)).push_back(line);
  }

  bool ends_text(const LabelledLine& read) const {
    return read.label->below_text && read.capitals && after_blank_;
  }

  /// A text without a label of its own begins with the first lines behind the fields; captions go
  /// on behind blank lines.
  Part unlabelled_part(std::string_view line) const {
    if (below_text_) return open_ == Part::captions && !is_copyright(line) ? open_ : Part::ignored;
    return open_ == Part::deck && !has_length_ ? open_ : Part::text;
  }

  void open(const LabelledLine& read) {
    labelled_ = true;
    open_ = read.label->part;
    below_text_ = read.label->below_text && (!text_.empty() || has_length_);
    has_length_ = has_length_ || open_ == Part::length;
    has_text_label_ = has_text_label_ || open_ == Part::text;
    if (!read.value.empty()) (open_ == Part::text ? text_ : part(open_)).push_back(read.value);
  }

  void take_blank() {
    if (!labelled_) return head_.push_back({});
    if (open_ == Part::text) text_.push_back({});
    if (open_ == Part::captions) part(open_).push_back({});
  }

  /// What stands above the labels: copyright, the outlet's name, the day, in new exports the
  /// headline first, in some old ones last.
  void read_head() {
    std::vector<ExportLines> above;
    std::vector<ExportLines> below;
    for (const ExportLines& block : blocks_of(head_)) {
      if (is_copyright(block.front())) continue;
      ExportLines lines;
      for (const std::string_view line : block) {
        if (is_copyright(line)) break;
        const bool day = published_.empty() && is_day(line) && !is_label_of_cover(line);
        if (day) {
          published_ = squeeze_blanks(line);
          if (!lines.empty()) above.push_back(std::exchange(lines, {}));
          day_indent_ = indent_of(line);
          edition_ = true;
          continue;
        }
        if (edition_) continue;  // of the day's lines
        lines.push_back(line);
      }
      edition_ = false;
      if (!lines.empty()) (published_.empty() ? above : below).push_back(std::move(lines));
    }
    constexpr std::size_t centred = 3;
    if (published_.empty() || above.empty()) return;
    if (day_indent_ >= centred) {
      source_ = one_line(above.back());
      for (const ExportLines& block : below) {
        if (headline_.empty() && indent_of(block.front()) < centred) headline_ = one_line(block);
      }
      return;
    }
    ExportLines last = above.back();
    source_ = squeeze_blanks(last.back());
    last.pop_back();
    if (last.empty() && above.size() > 1) last = above[above.size() - 2];
    headline_ = one_line(last);
  }

  /// "Date and Time: Friday, May 3, 2019" of a cover page.
  static bool is_label_of_cover(std::string_view line) {
    return fold(trim_export(line).substr(0, 8)).starts_with("date and") ||
           fold(trim_export(line).substr(0, 8)).starts_with("time of");
  }

  void fill() {
    RecordFields& fields = record_.fields;
    fields.headline = one_line(part(Part::headline));
    if (fields.headline.empty()) fields.headline = headline_;
    if (auto byline = one_line(part(Part::byline)); !byline.empty()) fields.byline = {byline};
    fields.published = published_;
    fields.source = source_;
    const std::string section = one_line(part(Part::section));
    fields.section = squeeze_blanks(section.substr(0, section.find(';')));
    fields.dateline = one_line(part(Part::dateline));
    const std::string language = one_line(part(Part::language));
    fields.language = squeeze_blanks(language.substr(0, language.find(';')));
    for (const ExportLines& block : blocks_of(part(Part::captions))) {
      std::string caption = one_line(block);
      // "PHOTO", "Map": what kind of picture, no caption.
      if (caption.find(' ') != std::string::npos) fields.captions.push_back(std::move(caption));
    }
    record_.kind = TextKind::body_only;
    record_.text = join_lines(part(Part::deck));
    if (!record_.text.empty()) record_.text += "\n\n";
    record_.text += join_lines(text_);
  }

  RawRecord record_;
  ExportLines head_;
  ExportLines text_;
  ExportLines parts_[static_cast<std::size_t>(Part::language) + 1];
  Part open_ = Part::ignored;
  bool labelled_ = false;
  bool has_length_ = false;
  bool has_text_label_ = false;
  bool below_text_ = false;
  bool after_blank_ = true;
  bool edition_ = false;
  std::size_t day_indent_ = 0;
  std::string published_;
  std::string source_;
  std::string headline_;
};

Result<std::optional<RawRecord>> read_lexis(const ExportLines& lines) {
  return LexisArticle().read(lines);
}

constexpr ExportShape shape = {cut_lexis, read_lexis};

}  // namespace

bool looks_like_lexis(std::string_view head) {
  bool bounds = false;
  bool length = false;
  bool load_date = false;
  bool kind = false;
  HeadLines lines(head);
  while (const auto line = lines.next()) {
    bounds = bounds || is_count(*line) || is_end(*line);
    const LabelledLine read = read_label(*line);
    if (read.label == nullptr) continue;
    length = length || (read.label->part == Part::length && is_word_count(read.value));
    load_date = load_date || read.label->name == "load-date";
    kind = kind || read.label->name == "publication-type";
    if (bounds + length + load_date + kind > 1) return true;
  }
  return false;
}

std::unique_ptr<RecordReader> make_lexis_reader(OpenInput input) {
  return make_export_reader(std::move(input), shape);
}

}  // namespace onrecord
