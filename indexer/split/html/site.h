// SPDX-License-Identifier: GPL-3.0-or-later
// The names that a page gives its site, to keep them out of headlines and bylines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/split/html/metadata.h"

namespace onrecord {

class SiteNames {
 public:
  explicit SiteNames(const PageMetadata& metadata);

  /// Is `text` a name of the site, whole or without "The", or its host?
  bool is_site(std::string_view text) const;

  /// `title` without the site's name at its end or start: "Lake talks stall | The Almer Courier".
  std::string strip_from(std::string_view title) const;

 private:
  std::vector<std::string> keys_;
  std::string host_key_;
};

/// Letters and digits only: how titles and names of sites are compared.
std::string title_key(std::string_view text);

/// The parts of a title between bars, dashes and the like with blanks around.
std::vector<std::string_view> title_parts(std::string_view title);

}  // namespace onrecord
