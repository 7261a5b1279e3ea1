// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/stored_article.h"

#include <gtest/gtest.h>
#include <xxhash.h>

#include "tests/support/sample_article.h"

namespace onrecord {
namespace {

/// `bytes` with the checksum that fits the damaged payload, as a forger would make it.
std::string with_new_checksum(std::string bytes) {
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, XXH3_64bits(bytes.data() + 9, bytes.size() - 9));
  bytes.replace(1, 8, reinterpret_cast<const char*>(canonical.digest), 8);
  return bytes;
}

/// Uses every mention, as a reader would; dies if one points outside.
std::size_t bytes_mentioned(const Article& article) {
  std::size_t bytes = 0;
  const auto use = [&](const Mention& mention) {
    bytes += article.paragraphs.at(mention.paragraph)
                 .text.substr(mention.span.begin, mention.span.end - mention.span.begin)
                 .size();
  };
  for (const Person& person : article.people) {
    for (const Mention& mention : person.mentions) use(mention);
    for (const Role& role : person.roles) use(role.where);
  }
  for (const Place& place : article.places) {
    for (const Mention& mention : place.mentions) use(mention);
  }
  for (const Quote& quote : article.quotes) {
    for (const Mention& mention : quote.where) use(mention);
    if (quote.person) bytes += article.people.at(*quote.person).name.size();
    if (quote.organization) bytes += article.organizations.at(*quote.organization).name.size();
  }
  return bytes;
}

TEST(StoredArticle, ComesBackEqual) {
  const Article article = sample_article();
  const auto decoded = decode_article(encode(article));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, article);
  EXPECT_EQ(*decode_article(encode(Article{})), Article{});
}

TEST(StoredArticle, FingerprintIsOfTheContent) {
  Article article = sample_article();
  const std::uint64_t fingerprint = fingerprint_of(article);
  EXPECT_NE(fingerprint, 0U);
  article.fingerprint = fingerprint;
  EXPECT_EQ(fingerprint_of(article), fingerprint);
  std::string bytes = encode(article);
  EXPECT_EQ(stored_fingerprint(bytes), fingerprint);
  bytes.back() = static_cast<char>(bytes.back() + 1);
  EXPECT_EQ(stored_fingerprint(bytes), 0U) << "damaged";
  article.section += "s";
  EXPECT_NE(fingerprint_of(article), fingerprint);
}

TEST(StoredArticle, QuoteComesBackEqual) {
  const Article article = sample_article();
  const StoredQuote stored = make_stored_quote(article, article.quotes[0]);
  const auto decoded = decode_quote(encode(stored));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, stored);
}

TEST(StoredArticle, QuoteShowsItsContextWithoutTheArticle) {
  const Article article = sample_article();
  const StoredQuote stored = make_stored_quote(article, article.quotes[0]);
  ASSERT_EQ(stored.context.size(), 1U);
  EXPECT_EQ(stored.context[0].paragraph, 1U);
  EXPECT_EQ(stored.context[0].text, article.paragraphs[1].text);
  EXPECT_EQ(stored.quote.where[0].paragraph, 0U);
  EXPECT_EQ(stored.people, std::vector<std::string>{"Mara K. Lindqvist"});
  EXPECT_EQ(stored.article_id, article.id);
  EXPECT_EQ(stored.headline, "Harbour strike ends");
}

TEST(StoredArticle, EveryTruncationIsAnError) {
  const std::string bytes = encode(sample_article());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_article(std::string_view(bytes).substr(0, size))) << size;
  }
}

TEST(StoredArticle, EveryFlippedBitIsAnError) {
  const std::string bytes = encode(sample_article());
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string damaged = bytes;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(decode_article(damaged)) << bit;
  }
}

TEST(StoredArticle, ForgedBytesNeverPointOutside) {
  const std::string bytes = encode(sample_article());
  int accepted = 0;
  for (std::size_t bit = 72; bit < bytes.size() * 8; ++bit) {
    std::string forged = bytes;
    forged[bit / 8] = static_cast<char>(forged[bit / 8] ^ (1 << bit % 8));
    const auto decoded = decode_article(with_new_checksum(std::move(forged)));
    if (!decoded) continue;
    ++accepted;
    bytes_mentioned(*decoded);
  }
  EXPECT_GT(accepted, 0) << "a changed letter is no structural damage";
}

TEST(StoredArticle, ForgedTruncationsAreErrors) {
  const std::string bytes = encode(sample_article());
  for (std::size_t size = 9; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_article(with_new_checksum(bytes.substr(0, size)))) << size;
  }
}

TEST(StoredArticle, HugeCountDoesNotTakeMemory) {
  std::string bytes(9, '\1');
  bytes.append(9, '\xFF');  // An id of 2^63 bytes.
  bytes += '\1';
  EXPECT_FALSE(decode_article(with_new_checksum(bytes)));
}

TEST(StoredArticle, OtherVersionIsNamed) {
  std::string bytes = encode(Article{});
  bytes[0] = 99;
  const auto decoded = decode_article(bytes);
  ASSERT_FALSE(decoded);
  EXPECT_NE(decoded.error().message.find("version"), std::string::npos);
}

}  // namespace
}  // namespace onrecord
