// SPDX-License-Identifier: GPL-3.0-or-later
// Stored records: bytes that pass the checksum and still are no article of ours.
#include <string>

#include <xxhash.h>

#include "common/article_json.h"
#include "common/stored_article.h"
#include "tests/fuzz/fuzz.h"

using namespace onrecord;

namespace {

/// The frame of common/stored_article.cc: version, checksum, payload.
std::string with_checksum(std::string_view payload) {
  XXH64_canonical_t sum;
  XXH64_canonicalFromHash(&sum, XXH3_64bits(payload.data(), payload.size()));
  std::string bytes(1, '\1');
  bytes.append(reinterpret_cast<const char*>(sum.digest), sizeof sum.digest);
  return bytes.append(payload);
}

template <typename T, typename Decode>
void check(std::string_view bytes, Decode decode) {
  const Result<T> decoded = decode(bytes);
  if (!decoded) return;
  const std::string encoded = encode(*decoded);
  const Result<T> again = decode(encoded);
  fuzz::require(again && encode(*again) == encoded, "a stored record survives storing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const std::string framed = with_checksum(bytes);
  check<Article>(bytes, decode_article);
  check<Article>(framed, decode_article);
  check<StoredQuote>(framed, decode_quote);
  if (const auto article = decode_article(framed)) article_json_line(*article);
  return 0;
}
