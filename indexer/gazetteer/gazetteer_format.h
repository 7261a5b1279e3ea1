// SPDX-License-Identifier: GPL-3.0-or-later
// Layout of gazetteer.bin, shared by the program that writes it and the one that maps it.
//
// Header, places, references, name slots, word slots, text; every part starts at a multiple of
// eight bytes. The file is made on the machine that reads it, in its byte order; the header tells
// when that is not so. Names are not stored as text but as hashes of their folded words: a look-up
// extends the hash word by word, without building a string.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

constexpr std::uint64_t gazetteer_magic = 0x3130'5a41'474e'4f00;  // also tells the byte order
constexpr std::uint32_t gazetteer_version = 2;

struct GazetteerHeader {
  std::uint64_t magic = gazetteer_magic;
  std::uint32_t version = gazetteer_version;
  std::uint32_t places = 0;      ///< Number of PlaceRecord.
  std::uint32_t references = 0;  ///< Number of uint32 place numbers.
  std::uint32_t name_slots = 0;  ///< A power of two.
  std::uint32_t word_slots = 0;  ///< A power of two.
  std::uint32_t text_bytes = 0;
  std::uint64_t checksum = 0;  ///< XXH3 of everything behind the header.
};

struct PlaceRecord {
  std::uint64_t state = 0;   ///< Name hash of the first-level subdivision; 0 if unknown.
  std::uint32_t name = 0;    ///< Offset of the name in the text, ended by NUL.
  std::uint32_t weight = 0;  ///< Population, or what stands for it; the larger is meant more often.
  float latitude = 0;        ///< Degrees; NaN if unknown.
  float longitude = 0;
  char country[2] = {0, 0};  ///< ISO 3166-1 alpha-2; NULs if none.
  std::uint8_t kind = 0;     ///< PlaceKind
  std::uint8_t unused = 0;
  std::uint32_t unused2 = 0;
};

struct NameSlot {
  std::uint64_t hash = 0;   ///< 0: free.
  std::uint32_t first = 0;  ///< First reference.
  std::uint16_t count = 0;  ///< Number of references, heaviest place first.
  std::uint8_t flags = 0;   ///< NameFlag
  std::uint8_t unused = 0;
};

/// Eight bytes, so that the table of all words stays small enough for the cache.
struct WordSlot {
  std::uint32_t tag = 0;    ///< Upper half of the hash, lowest bit set; 0: free.
  std::uint32_t flags = 0;  ///< WordFact
};

constexpr std::uint32_t tag_of_word(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32) | 1U;
}

/// Hash of one folded word; never 0. Cyrillic words have that of their Latin form (romanize).
std::uint64_t hash_word(std::string_view folded);

/// Hash of a name from the hash of the words before (0: none) and that of its next word.
constexpr std::uint64_t extend_name(std::uint64_t name, std::uint64_t word) {
  std::uint64_t hash =
      (name ^ (word + 0x9e37'79b9'7f4a'7c15 + (name << 6))) * 0xff51'afd7'ed55'8ccd;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

/// Hash of a whole name: its words without punctuation, as the tokenizer gives them.
std::uint64_t hash_name(std::string_view name);

}  // namespace onrecord
