// SPDX-License-Identifier: GPL-3.0-or-later
// Which key of a record holds which field: the names that common scrapers and news services use,
// in one table, and what the user adds with --map. For JSON and, by the same names, for CSV.
#pragma once

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace onrecord {

enum class RecordField {
  headline,
  byline,
  published,
  source,
  agency,
  section,
  language,
  url,
  dateline,
  captions,
  body,
  person,  ///< Names that the archive marks.
  place,
  organization,
};
inline constexpr std::size_t record_field_count = 14;

/// One row of the table.
struct FieldKeys {
  RecordField field;
  std::string_view name;                   ///< As in --map NAME=KEY and in the output.
  std::span<const std::string_view> keys;  ///< "fields.byline" goes down a level. The first key
                                           ///< with a value wins.
};

/// The built-in table, in the order of RecordField.
std::span<const FieldKeys> known_field_keys();

/// Does a body under this key mostly tell what the article is about, rather than be it: "summary"?
bool is_teaser_key(std::string_view key);

class FieldMap {
 public:
  /// The built-in table.
  FieldMap();

  /// "headline=Titel": this key before all others. May be given several times for a field; the
  /// first given is tried first.
  Result<void> add(std::string_view assignment);

  /// A file with one assignment a line; blank lines and lines that begin with # do not count.
  Result<void> add_file(const std::filesystem::path& file);

  const std::vector<std::string>& keys(RecordField field) const {
    return keys_[static_cast<std::size_t>(field)];
  }

 private:
  std::array<std::vector<std::string>, record_field_count> keys_;
  std::array<std::size_t, record_field_count> added_{};  ///< Keys of the user, in front.
};

}  // namespace onrecord
