// SPDX-License-Identifier: GPL-3.0-or-later
// Is a name that stands where authors stand that of a person, of a desk, or of neither?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/split/html/fields.h"

namespace onrecord {

inline constexpr std::string_view author_link_origin = "author link";

class AuthorCheck {
 public:
  AuthorCheck(const HtmlPage& page, const HtmlLexicon& lexicon)
      : page_(page), lexicon_(lexicon), words_(lexicon.words) {}

  /// `origin` says how far the page is to be believed: software fills in accounts and owners.
  bool is_person(const std::string& name, std::string_view origin);

  /// The site, an agency, or a name with a word that only desks and organizations have. Software
  /// fills in the owner of the site, who has written nothing.
  bool is_desk(std::string_view name, std::string_view origin) const;

  /// The page shows the name somewhere.
  bool is_shown(std::string_view name);

 private:
  bool is_shown_alone(std::string_view name);
  const std::string& shown();
  bool ends_desk(std::string_view word) const;
  bool is_made_of_words(const std::vector<std::string_view>& parts) const;

  const HtmlPage& page_;
  const HtmlLexicon& lexicon_;
  const SplitLexicon& words_;
  std::string shown_;  ///< All text of the page as name keys, made when first asked for.
};

}  // namespace onrecord
