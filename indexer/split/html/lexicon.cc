// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/lexicon.h"

#include <utility>

namespace onrecord {

Result<HtmlLexicon> HtmlLexicon::load(const std::filesystem::path& folder,
                                      const LanguagePack& english, Gazetteer gazetteer) {
  auto pack = LanguagePack::load(folder);
  if (!pack) return tl::unexpected(pack.error());
  auto class_words = ClassWords::make(pack->table("class_words"));
  if (!class_words) return tl::unexpected(class_words.error());
  auto meta_names = MetaNames::make(pack->table("meta_names"));
  if (!meta_names) return tl::unexpected(meta_names.error());
  return HtmlLexicon{std::move(*class_words),
                     std::move(*meta_names),
                     PhraseTable::make(pack->table("page_lines")),
                     PhraseTable::make(pack->table("error_titles")),
                     WordTable::make(pack->table("organization_words")),
                     SplitLexicon(pack->joined_with(english)),
                     std::move(gazetteer)};
}

}  // namespace onrecord
