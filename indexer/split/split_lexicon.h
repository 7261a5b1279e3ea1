// SPDX-License-Identifier: GPL-3.0-or-later
// The words that splitting knows of a language, made ready for look-up. Built once from a language
// pack, then read-only; owns all its data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/language/language_pack.h"
#include "indexer/split/phrase_table.h"

namespace onrecord {

/// A table of words or names with a value each ("associated press" -> "AP"), compared as name keys.
class WordTable {
 public:
  /// First column: the word; second: its value (the word itself if there is none).
  static WordTable make(const DataTable& rows);

  bool has(std::string_view word) const;
  /// The value; null if the table has no such word.
  const std::string* find(std::string_view word) const;

 private:
  std::unordered_map<std::string, std::string> values_;
};

/// Names of agencies: written form and name. Forms in capitals count in capitals only: "ANA" is an
/// agency, "Ana" a person.
class AgencyTable {
 public:
  static AgencyTable make(const DataTable& rows);

  bool has(std::string_view text) const { return find(text) != nullptr; }
  /// The agency's name; null if `text` as a whole is none.
  const std::string* find(std::string_view text) const;
  /// The same for words of addresses, which are written small.
  const std::string* find_in_any_case(std::string_view text) const;

 private:
  struct Agency {
    std::string name;
    bool capitals = false;
  };
  std::unordered_map<std::string, Agency> agencies_;
};

struct SplitLexicon {
  explicit SplitLexicon(const LanguagePack& pack);

  PhraseTable junk;           ///< junk_lines: kind says what to do.
  PhraseTable page_marks;     ///< page_marks: "Continued on page A6".
  PhraseTable bylines;        ///< byline_words: "written by"; kind `strong` or `weak`.
  PhraseTable author_boxes;   ///< author_boxes: "can be reached at", behind an author's name.
  PhraseTable other_credits;  ///< other_credits: "photographs by": credits of non-authors.
  PhraseTable photo_labels;   ///< photo_labels: "photo:", "file photo".
  PhraseTable wire_prefixes;  ///< wire_prefixes: "UPDATE 2-".
  AgencyTable agencies;       ///< agencies: written form, name.
  WordTable photo_agencies;   ///< photo_agencies: who else is credited for pictures.
  WordTable byline_jobs;      ///< byline_jobs: "reporter", "political", "desk".
  WordTable affiliations;     ///< affiliation_words: "university", "institute".
  WordTable outlet_words;     ///< outlet_words: "times", "herald", "daily".
  WordTable kickers;          ///< kickers: "opinion"; value `section` or `drop`.
  WordTable header_keys;      ///< header_keys: "title" -> headline.
  WordTable date_words;       ///< date_words: "published" -> published, "updated" -> updated.
  WordTable months;           ///< months: name -> number.
  WordTable weekdays;         ///< weekdays.
  WordTable zones;            ///< zones: "gmt" -> minutes; "us-300" with daylight saving time.
  WordTable open_endings;     ///< open_endings: words that no sentence ends with.
  WordTable hyphen_parts;     ///< hyphen_parts: "anti", "led": keep their hyphen.
};

}  // namespace onrecord
