// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/content_id.h"

#include <cstdint>
#include <map>

#include <xxhash.h>

#include "common/text_fold.h"

namespace onrecord {
namespace {

constexpr char base32_digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int id_characters = 12;

std::string encode(char kind, const std::string& content) {
  std::uint64_t hash = XXH3_64bits(content.data(), content.size());
  std::string id = {kind, '-'};
  for (int i = 0; i < id_characters; ++i) {
    id += base32_digits[hash & 31U];
    hash >>= 5U;
  }
  return id;
}

}  // namespace

std::string article_id(const std::vector<std::string_view>& parts) {
  std::string content;
  for (const std::string_view part : parts) {
    content += squeeze_blanks(part);
    content += '\x1F';  // ASCII unit separator: ("ab", "c") and ("a", "bc") differ.
  }
  return encode('a', content);
}

std::string quote_id(std::string_view article_id, std::string_view quote_text, int occurrence) {
  std::string content(article_id);
  content += '\x1F';
  content += name_key(quote_text);
  content += '\x1F';
  content += std::to_string(occurrence);
  return encode('q', content);
}

void set_quote_ids(Article& article) {
  std::map<std::string, int> occurrences;
  for (Quote& quote : article.quotes) {
    quote.id = quote_id(article.id, quote.text, occurrences[name_key(quote.text)]++);
  }
}

}  // namespace onrecord
