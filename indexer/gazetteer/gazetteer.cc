// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/gazetteer/gazetteer.h"

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "common/text_fold.h"
#include "common/tokens.h"

namespace onrecord {
namespace {

struct MappedFile {
  void* data = nullptr;
  std::size_t bytes = 0;
  ~MappedFile() {
    if (data != nullptr) ::munmap(data, bytes);
  }
};

std::shared_ptr<MappedFile> map_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return nullptr;
  struct stat status {};
  auto mapped = std::make_shared<MappedFile>();
  if (::fstat(descriptor, &status) == 0 && status.st_size > 0) {
    mapped->bytes = static_cast<std::size_t>(status.st_size);
    void* data = ::mmap(nullptr, mapped->bytes, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (data != MAP_FAILED) mapped->data = data;
  }
  ::close(descriptor);
  return mapped->data == nullptr ? nullptr : mapped;
}

std::size_t padded(std::size_t bytes) {
  return (bytes + 7) / 8 * 8;
}

/// Hands out the parts of the file one after the other.
class Parts {
 public:
  explicit Parts(const char* at) : at_(at) {}

  template <typename T>
  std::span<const T> take(std::size_t count) {
    const std::span<const T> part(reinterpret_cast<const T*>(at_), count);
    at_ += padded(part.size_bytes());
    return part;
  }

 private:
  const char* at_;
};

std::size_t size_of_parts(const GazetteerHeader& header) {
  return padded(header.places * sizeof(PlaceRecord)) +
         padded(header.references * sizeof(std::uint32_t)) +
         padded(header.name_slots * sizeof(NameSlot)) +
         padded(header.word_slots * sizeof(WordSlot)) + padded(header.text_bytes);
}

const NameSlot* find_slot(std::span<const NameSlot> slots, std::uint64_t hash) {
  if (slots.empty()) return nullptr;
  const std::size_t mask = slots.size() - 1;
  for (std::size_t at = hash & mask; slots[at].hash != 0; at = (at + 1) & mask) {
    if (slots[at].hash == hash) return &slots[at];
  }
  return nullptr;
}

}  // namespace

std::uint32_t word_of_language(std::string_view code) {
  if (code == "de") return word_german;
  if (code == "es") return word_spanish;
  if (code == "fr") return word_french;
  return 0;
}

std::uint64_t hash_word(std::string_view folded) {
  // Lists of names are in Latin letters.
  const bool cyrillic = std::any_of(folded.begin(), folded.end(), [](char c) {
    return static_cast<unsigned char>(c) == 0xD0 || static_cast<unsigned char>(c) == 0xD1;
  });
  if (cyrillic) {
    const std::string latin = romanize(folded);
    const std::uint64_t hash = XXH3_64bits(latin.data(), latin.size());
    return hash == 0 ? 1 : hash;
  }
  const std::uint64_t hash = XXH3_64bits(folded.data(), folded.size());
  return hash == 0 ? 1 : hash;
}

std::uint64_t hash_name(std::string_view name) {
  std::uint64_t hash = 0;
  for (const Token& token : tokenize(name)) {
    if (token.kind == TokenKind::punctuation) continue;
    hash = extend_name(hash, hash_word(fold(text_of(name, token))));
  }
  return hash;
}

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& file) {
  const auto mapped = map_file(file);
  if (!mapped) return fail(fmt::format("{}: the table of places cannot be read", file.string()));
  GazetteerHeader header;
  const auto* data = static_cast<const char*>(mapped->data);
  if (mapped->bytes < sizeof header) return fail(fmt::format("{}: too short", file.string()));
  std::memcpy(&header, data, sizeof header);
  if (header.magic != gazetteer_magic || header.version != gazetteer_version) {
    return fail(fmt::format("{}: not a table of places of this version", file.string()));
  }
  const std::size_t bytes = size_of_parts(header);
  if (mapped->bytes != sizeof header + bytes ||
      XXH3_64bits(data + sizeof header, bytes) != header.checksum) {
    return fail(fmt::format("{}: damaged; build it again", file.string()));
  }
  Gazetteer table;
  Parts parts(data + sizeof header);
  table.places_ = parts.take<PlaceRecord>(header.places);
  table.references_ = parts.take<std::uint32_t>(header.references);
  table.names_ = parts.take<NameSlot>(header.name_slots);
  table.words_ = parts.take<WordSlot>(header.word_slots);
  const auto text = parts.take<char>(header.text_bytes);
  table.text_ = {text.data(), text.size()};
  table.mapping_ = mapped;
  return table;
}

GazetteerName Gazetteer::find(std::uint64_t name_hash) const {
  const NameSlot* slot = find_slot(names_, name_hash);
  if (slot == nullptr) return {};
  return {references_.subspan(slot->first, slot->count), slot->flags};
}

std::uint32_t Gazetteer::word(std::uint64_t word_hash) const {
  if (words_.empty()) return 0;
  const std::size_t mask = words_.size() - 1;
  const std::uint32_t tag = tag_of_word(word_hash);
  for (std::size_t at = word_hash & mask; words_[at].tag != 0; at = (at + 1) & mask) {
    if (words_[at].tag == tag) return words_[at].flags;
  }
  return 0;
}

GazetteerPlace Gazetteer::place(std::uint32_t number) const {
  const PlaceRecord& record = places_[number];
  const std::string_view rest = text_.substr(record.name);
  const std::size_t country_size = record.country[0] == 0 ? 0 : 2;
  return {rest.substr(0, rest.find('\0')),
          {record.country, country_size},
          static_cast<PlaceKind>(record.kind),
          record.weight,
          record.latitude,
          record.longitude,
          record.state};
}

}  // namespace onrecord
