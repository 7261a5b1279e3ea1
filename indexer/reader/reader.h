// SPDX-License-Identifier: GPL-3.0-or-later
// What every input format gives: records of decoded text with the fields the format itself names.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/result.h"

namespace onrecord {

/// What kind of text a record holds; decides how it is split.
enum class TextKind : std::uint8_t {
  plain,      ///< As scraped or printed: headline, byline and furniture stand in the text.
  body_only,  ///< Paragraphs of a body; headline and the rest come in `fields`.
  html,
  paragraphs,  ///< A body whose format says what each paragraph is: see RawRecord::lines.
};

enum class AnnotationKind : std::uint8_t { person, place, organization };

/// A name that the archive itself marks as one: NITF <person>, ninjs places[].
struct Annotation {
  AnnotationKind kind = AnnotationKind::person;
  std::string name;
  std::string country = {};  ///< ISO 3166-1 alpha-2; empty if not given.
};

/// Fields that the format itself gives (JSON keys, XML elements). Empty: not given. They stand
/// above what the splitter finds in the text.
struct RecordFields {
  std::string headline;
  std::vector<std::string> byline;  ///< As written: may hold "By A and B", desks, agencies.
  bool names_authors = false;       ///< `byline` is a field of names, no line as printed.
  std::string published;            ///< As written; the splitter reads the date.
  std::string source;
  std::string agency;
  std::string section;
  std::string language;
  std::string url;
  std::string dateline;
  std::vector<std::string> captions;
  std::vector<Annotation> annotations;
  bool truncated = false;  ///< The text is a teaser or was cut.
};

/// What one line of a record is, where the format says so.
struct LineMark {
  ParagraphKind kind = ParagraphKind::body;
  std::string credit = {};  ///< Of a caption.
};

/// One article, or several in one text, as an archive holds it.
struct RawRecord {
  Origin origin;
  TextKind kind = TextKind::plain;
  std::string text;  ///< Valid UTF-8; the base of all source offsets.
  RecordFields fields;
  std::string charset;               ///< What the bytes were read as: "UTF-8", "windows-1252".
  std::vector<LineMark> lines = {};  ///< Of `paragraphs`: one for each line of `text`.
};

/// Bounds on one input; what is over them is skipped with a message.
struct ReadLimits {
  std::uint64_t record_bytes = 64ULL << 20U;
  std::uint64_t expansion_ratio = 200;  ///< Unpacked bytes for each packed one, above 1 MiB.
  int nesting = 4;                      ///< Archives in archives.
  std::uint64_t entries = 10'000'000;   ///< Of one zip or tar.
};

/// Reads the records of one input one after the other.
class RecordReader {
 public:
  virtual ~RecordReader() = default;

  /// The next record; std::nullopt at the end. An error concerns one record only (its number is
  /// `records_read()`): the caller reports it and calls again.
  virtual Result<std::optional<RawRecord>> next() = 0;

  /// How many records, good or bad, were met so far.
  virtual std::uint64_t records_read() const = 0;

  /// Where the last record, good or bad, was met, for messages; empty where that is the input
  /// itself. In containers "archive.zip!2019/story.html".
  virtual std::string entry() const { return {}; }

  /// The number of the last record there; 0: the entry as a whole.
  virtual std::uint64_t number_in_entry() const { return records_read(); }

  /// How many bytes of the input file have been used up, for the progress line.
  virtual std::uint64_t bytes_read() const = 0;
};

}  // namespace onrecord
