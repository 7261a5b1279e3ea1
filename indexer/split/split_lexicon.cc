// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/split_lexicon.h"

#include "common/text_fold.h"
#include "indexer/split/text_shape.h"

namespace onrecord {

WordTable WordTable::make(const DataTable& rows) {
  WordTable table;
  for (const auto& row : rows) {
    table.values_.emplace(name_key(row.front()), row.size() > 1 ? row[1] : row.front());
  }
  return table;
}

bool WordTable::has(std::string_view word) const {
  return find(word) != nullptr;
}

const std::string* WordTable::find(std::string_view word) const {
  const auto found = values_.find(name_key(word));
  return found == values_.end() ? nullptr : &found->second;
}

AgencyTable AgencyTable::make(const DataTable& rows) {
  AgencyTable table;
  for (const auto& row : rows) {
    const std::string& name = row.size() > 1 ? row[1] : row.front();
    table.agencies_.emplace(name_key(row.front()), Agency{name, all_capitals(row.front())});
  }
  return table;
}

const std::string* AgencyTable::find(std::string_view text) const {
  const auto found = agencies_.find(name_key(text));
  if (found == agencies_.end()) return nullptr;
  return !found->second.capitals || all_capitals(text) ? &found->second.name : nullptr;
}

const std::string* AgencyTable::find_in_any_case(std::string_view text) const {
  const auto found = agencies_.find(name_key(text));
  return found == agencies_.end() ? nullptr : &found->second.name;
}

SplitLexicon::SplitLexicon(const LanguagePack& pack)
    : junk(PhraseTable::make(pack.table("junk_lines"))),
      page_marks(PhraseTable::make(pack.table("page_marks"))),
      bylines(PhraseTable::make(pack.table("byline_words"))),
      author_boxes(PhraseTable::make(pack.table("author_boxes"))),
      other_credits(PhraseTable::make(pack.table("other_credits"))),
      photo_labels(PhraseTable::make(pack.table("photo_labels"))),
      wire_prefixes(PhraseTable::make(pack.table("wire_prefixes"))),
      agencies(AgencyTable::make(pack.table("agencies"))),
      photo_agencies(WordTable::make(pack.table("photo_agencies"))),
      byline_jobs(WordTable::make(pack.table("byline_jobs"))),
      affiliations(WordTable::make(pack.table("affiliation_words"))),
      outlet_words(WordTable::make(pack.table("outlet_words"))),
      kickers(WordTable::make(pack.table("kickers"))),
      header_keys(WordTable::make(pack.table("header_keys"))),
      date_words(WordTable::make(pack.table("date_words"))),
      months(WordTable::make(pack.table("months"))),
      weekdays(WordTable::make(pack.table("weekdays"))),
      zones(WordTable::make(pack.table("zones"))),
      open_endings(WordTable::make(pack.table("open_endings"))),
      hyphen_parts(WordTable::make(pack.table("hyphen_parts"))) {}

}  // namespace onrecord
