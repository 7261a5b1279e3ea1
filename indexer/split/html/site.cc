// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/split/html/site.h"

#include <algorithm>
#include <array>

#include "common/text_fold.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

struct TitleSeparator {
  std::string_view text;
  bool strong = false;  ///< Seldom part of a headline's own words.
};

constexpr std::array separators = {
    TitleSeparator{" | ", true},       TitleSeparator{" :: ", true},
    TitleSeparator{" \u00AB ", true},  TitleSeparator{" \u00BB ", true},
    TitleSeparator{" \u2022 ", true},  TitleSeparator{" \u00B7 ", true},
    TitleSeparator{" - ", false},      TitleSeparator{" \u2013 ", false},
    TitleSeparator{" \u2014 ", false}, TitleSeparator{" // ", false},
};

/// "www.almer-courier.example" to "almercourier".
std::string key_of_host(std::string_view url) {
  std::string_view host = host_of(url);
  if (host.starts_with("www.")) host.remove_prefix(4);
  const std::size_t dot = host.rfind('.');
  if (dot != std::string_view::npos) host = host.substr(0, dot);
  return title_key(host);
}

std::string without_article(std::string key) {
  for (const std::string_view article : {"the", "der", "die", "das", "el", "la", "le"}) {
    if (key.size() > article.size() + 3 && key.starts_with(article)) {
      return key.substr(article.size());
    }
  }
  return key;
}

}  // namespace

std::string title_key(std::string_view text) {
  std::string key = fold(text);
  std::erase_if(key, [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return !letter && static_cast<unsigned char>(c) < 0x80;
  });
  // Typographic marks, which differ between the titles of one page: U+2010 to U+2027, soft hyphens.
  std::string plain;
  for (std::size_t at = 0; at < key.size();) {
    const std::string_view rest = std::string_view(key).substr(at);
    const std::size_t mark = rest.starts_with("\xE2\x80")   ? 3
                             : rest.starts_with("\xC2\xAD") ? 2
                                                            : 0;
    if (mark == 0) plain += key[at];
    at += std::max<std::size_t>(mark, 1);
  }
  return plain;
}

std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < title.size(); ++at) {
    if (title[at] != ' ') continue;
    for (const TitleSeparator& separator : separators) {
      if (!title.substr(at).starts_with(separator.text)) continue;
      parts.push_back(trim(title.substr(begin, at - begin)));
      begin = at + separator.text.size();
      break;
    }
  }
  parts.push_back(trim(title.substr(begin)));
  return parts;
}

SiteNames::SiteNames(const PageMetadata& metadata) {
  const auto add = [this](std::string_view name) {
    // Some give the headline for the name of the site.
    constexpr std::size_t longest_name = 7;  // words
    const std::string key = without_article(title_key(name));
    if (key.size() > 1 && count_words(name) <= longest_name) keys_.push_back(key);
  };
  for (const PageValue* value : metadata.all(PageField::source)) add(value->value);
  for (const PageValue* value : metadata.all(PageField::url)) {
    if (host_key_.empty()) host_key_ = key_of_host(value->value);
  }
  // What <title> has behind the headline that the other titles agree on.
  const auto parts = title_parts(metadata.title);
  const std::string_view headline = metadata.first(PageField::headline);
  if (parts.size() > 1 && title_key(headline) == title_key(parts.front())) add(parts.back());
}

bool SiteNames::is_site(std::string_view text) const {
  const std::string key = without_article(title_key(text));
  if (key.empty()) return false;
  if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) return true;
  return !host_key_.empty() &&
         (key == host_key_ || key == "www" + host_key_ ||
          (key.size() > 3 && key.starts_with(host_key_) && key.size() <= host_key_.size() + 5));
}

std::string SiteNames::strip_from(std::string_view title) const {
  for (const TitleSeparator& separator : separators) {
    const std::size_t at = title.rfind(separator.text);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view behind = trim(title.substr(at + separator.text.size()));
    const std::string_view before = trim(title.substr(0, at));
    const bool short_name =
        separator.strong && count_words(behind) <= 5 && count_words(before) > count_words(behind);
    if (is_site(behind) || short_name) return strip_from(before);
    const std::size_t first = title.find(separator.text);
    if (is_site(title.substr(0, first))) {
      return strip_from(trim(title.substr(first + separator.text.size())));
    }
  }
  const std::size_t colon = title.find(": ");
  if (colon != std::string_view::npos && is_site(title.substr(0, colon))) {
    return std::string(trim(title.substr(colon + 2)));
  }
  return std::string(title);
}

}  // namespace onrecord
