// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/unpack.h"

#include <algorithm>
#include <array>
#include <optional>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "indexer/reader/gzip_source.h"

namespace onrecord {
namespace {

using namespace std::string_view_literals;

struct Packer {
  std::string_view ending;
  std::string_view first_bytes;
  int (*enable)(archive*);
};

constexpr std::string_view gzip_bytes = "\x1F\x8B\x08"sv;

constexpr std::array<Packer, 4> packers = {{
    {".gz", gzip_bytes, archive_read_support_filter_gzip},
    {".zst", "\x28\xB5\x2F\xFD"sv, archive_read_support_filter_zstd},
    {".xz", "\xFD\x37zXZ\0"sv, archive_read_support_filter_xz},
    {".bz2", "BZh"sv, archive_read_support_filter_bzip2},
}};

/// Below this size no ratio is too high: a text of blanks packs well.
constexpr std::uint64_t always_allowed_bytes = 1 << 20;

class Unpacker final : public ByteSource {
 public:
  Unpacker(std::unique_ptr<ByteSource> packed, const ReadLimits& limits)
      : packed_(std::move(packed)),
        limits_(limits),
        archive_(archive_read_new(), archive_read_free) {
    for (const Packer& packer : packers) packer.enable(archive_.get());
    archive_read_support_format_raw(archive_.get());
  }

  Result<std::string_view> read() override {
    if (!begun_) {
      if (auto problem = begin()) return tl::unexpected(*problem);
    }
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(archive_.get(), &data, &size, &offset);
    if (status == ARCHIVE_EOF) return std::string_view();
    if (status < ARCHIVE_WARN) return tl::unexpected(damage());
    unpacked_ += size;
    if (unpacked_ > always_allowed_bytes && unpacked_ > limits_.expansion_ratio * bytes_read()) {
      return fail(fmt::format("unpacks to more than {} times its size", limits_.expansion_ratio));
    }
    return std::string_view(static_cast<const char*>(data), size);
  }

  std::uint64_t bytes_read() const override { return packed_->bytes_read(); }

 private:
  std::optional<Error> begin() {
    begun_ = true;
    archive_entry* entry = nullptr;
    if (archive_read_open(archive_.get(), this, nullptr, &give_packed, nullptr) != ARCHIVE_OK ||
        archive_read_next_header(archive_.get(), &entry) < ARCHIVE_WARN) {
      return damage();
    }
    // One filter stands for no packing at all.
    if (archive_filter_count(archive_.get()) - 1 > limits_.nesting) {
      return Error{fmt::format("packed more than {} times over", limits_.nesting)};
    }
    return std::nullopt;
  }

  Error damage() const {
    if (read_error_) return *read_error_;
    const char* reason = archive_error_string(archive_.get());
    return Error{fmt::format("packed data is damaged ({}, after {} bytes)",
                             reason == nullptr ? "unknown" : reason, unpacked_)};
  }

  static la_ssize_t give_packed(archive* /*reader*/, void* self, const void** buffer) {
    auto* const unpacker = static_cast<Unpacker*>(self);
    const auto block = unpacker->packed_->read();
    if (!block) {
      unpacker->read_error_ = block.error();
      return ARCHIVE_FATAL;
    }
    *buffer = block->data();
    return static_cast<la_ssize_t>(block->size());
  }

  std::unique_ptr<ByteSource> packed_;
  ReadLimits limits_;
  std::unique_ptr<archive, decltype(&archive_read_free)> archive_;
  std::optional<Error> read_error_;
  std::uint64_t unpacked_ = 0;
  bool begun_ = false;
};

}  // namespace

bool is_packed(std::string_view head) {
  return std::any_of(packers.begin(), packers.end(), [&](const Packer& packer) {
    return head.substr(0, packer.first_bytes.size()) == packer.first_bytes;
  });
}

std::string_view without_packer_ending(std::string_view path) {
  for (const Packer& packer : packers) {
    if (path.ends_with(packer.ending)) path.remove_suffix(packer.ending.size());
  }
  return path;
}

std::unique_ptr<ByteSource> make_unpacker(ByteStream packed, const ReadLimits& limits) {
  const bool gzip = packed.peek(gzip_bytes.size()) == gzip_bytes;
  auto source = as_source(std::move(packed));
  if (gzip) return make_gzip_source(std::move(source), limits);
  return std::make_unique<Unpacker>(std::move(source), limits);
}

}  // namespace onrecord
