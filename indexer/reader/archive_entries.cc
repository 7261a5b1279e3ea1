// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/archive_entries.h"

#include <filesystem>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

/// Below this size no ratio is too high.
constexpr std::uint64_t always_allowed_bytes = 1 << 20;

/// An archive of libarchive, and where its bytes come from.
class OpenArchive {
 public:
  explicit OpenArchive(OpenInput& input)
      : limits_(input.settings->limits), archive_(archive_read_new(), archive_read_free) {
    archive_read_support_format_zip(archive_.get());
    archive_read_support_format_tar(archive_.get());
    archive_read_support_format_gnutar(archive_.get());
    archive_read_support_format_7zip(archive_.get());
    open(input);
  }

  archive* get() const { return archive_.get(); }
  const std::optional<Error>& problem() const { return problem_; }

  std::uint64_t bytes_read() const {
    if (stream_ != nullptr) return stream_->bytes_read();
    const auto bytes = archive_filter_bytes(archive_.get(), -1);
    return bytes < 0 ? 0 : static_cast<std::uint64_t>(bytes);
  }

  /// Why the last call failed.
  Error damage(std::string_view what) const {
    if (problem_) return *problem_;
    const char* reason = archive_error_string(archive_.get());
    return Error{reason == nullptr ? std::string(what)
                                   : fmt::format("{} ({})", what, repair_utf8(reason))};
  }

  /// Counts unpacked bytes; an error when they are too many for what was read.
  std::optional<Error> count_unpacked(std::size_t bytes) {
    unpacked_ += bytes;
    if (unpacked_ > always_allowed_bytes && unpacked_ > limits_.expansion_ratio * bytes_read()) {
      problem_ =
          Error{fmt::format("unpacks to more than {} times its size", limits_.expansion_ratio)};
    }
    return problem_;
  }

 private:
  static constexpr std::size_t block_bytes = 128 << 10;

  void open(OpenInput& input) {
    int status = ARCHIVE_OK;
    std::error_code ignored;
    const bool needs_table = input.format != "tar";
    if (needs_table && input.context.depth == 0 &&
        std::filesystem::is_regular_file(input.path, ignored)) {
      status = archive_read_open_filename(archive_.get(), input.path.c_str(), block_bytes);
    } else if (input.format == "7z") {
      auto all = read_all(input.stream, limits_.record_bytes);
      if (!all) {
        problem_ = std::move(all.error());
        return;
      }
      memory_ = std::move(*all);
      status = archive_read_open_memory(archive_.get(), memory_.data(), memory_.size());
    } else {
      stream_ = as_source(std::move(input.stream));
      status = archive_read_open(archive_.get(), this, nullptr, &give_bytes, nullptr);
    }
    if (status != ARCHIVE_OK) problem_ = damage("the archive cannot be read");
  }

  static la_ssize_t give_bytes(archive* /*reader*/, void* self, const void** buffer) {
    auto* const open = static_cast<OpenArchive*>(self);
    const auto block = open->stream_->read();
    if (!block) {
      open->problem_ = block.error();
      return ARCHIVE_FATAL;
    }
    *buffer = block->data();
    return static_cast<la_ssize_t>(block->size());
  }

  ReadLimits limits_;
  std::string memory_;
  std::unique_ptr<ByteSource> stream_;
  std::unique_ptr<archive, decltype(&archive_read_free)> archive_;
  std::optional<Error> problem_;
  std::uint64_t unpacked_ = 0;
};

/// The bytes of the entry at which the archive stands.
class EntrySource final : public ByteSource {
 public:
  explicit EntrySource(OpenArchive& archive) : archive_(archive) {}

  Result<std::string_view> read() override {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    do {
      const int status = archive_read_data_block(archive_.get(), &data, &size, &offset);
      if (status == ARCHIVE_EOF) return std::string_view();
      if (status < ARCHIVE_WARN) return tl::unexpected(archive_.damage("damaged"));
    } while (size == 0);
    if (const auto problem = archive_.count_unpacked(size)) return tl::unexpected(*problem);
    return std::string_view(static_cast<const char*>(data), size);
  }

  std::uint64_t bytes_read() const override { return archive_.bytes_read(); }

 private:
  OpenArchive& archive_;
};

/// ".DS_Store", "__MACOSX/story.txt": what systems put there for themselves.
bool is_hidden(std::string_view name) {
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('/'));
    if ((part.starts_with('.') && part != "." && part != "..") || part == "__MACOSX") return true;
    name.remove_prefix(std::min(part.size() + 1, name.size()));
  }
  return false;
}

class ArchiveEntries final : public EntryReader {
 public:
  explicit ArchiveEntries(OpenInput& input)
      : archive_(input),
        most_entries_(input.settings->limits.entries),
        is_wacz_(input.path.ends_with(".wacz")) {}

  Result<std::optional<Entry>> next() override {
    name_.clear();
    if (at_end_) return std::nullopt;
    // What stopped an entry was told with it.
    if (archive_.problem()) return number_ == 0 ? end_with(*archive_.problem()) : end();
    archive_entry* entry = nullptr;
    while (true) {
      const int status = archive_read_next_header(archive_.get(), &entry);
      if (status == ARCHIVE_EOF) return end();
      if (status == ARCHIVE_FATAL) {
        // Of 7z the list of files may be encrypted, too.
        const bool hidden = archive_read_has_encrypted_entries(archive_.get()) > 0;
        if (hidden && number_ == 0) return end_with(Error{"encrypted"});
        return end_with(archive_.damage("the archive is damaged; the rest is left out"));
      }
      if (++number_ > most_entries_) {
        return end_with(
            Error{fmt::format("more than {} entries; the rest is left out", most_entries_)});
      }
      if (status < ARCHIVE_WARN) return tl::unexpected(archive_.damage("damaged"));
      name_ = name_of(entry);
      if (archive_entry_filetype(entry) == AE_IFREG && !is_hidden(name_) && is_content(name_))
        break;
      name_.clear();
    }
    if (archive_entry_is_encrypted(entry) != 0) return fail("encrypted");
    Entry found;
    found.name = name_;
    found.number = number_;
    found.bytes = std::make_unique<EntrySource>(archive_);
    return std::optional<Entry>(std::move(found));
  }

  const std::string& name() const override { return name_; }
  std::uint64_t number() const override { return number_; }
  std::uint64_t bytes_read() const override { return archive_.bytes_read(); }

 private:
  Result<std::optional<Entry>> end() {
    at_end_ = true;
    return std::nullopt;
  }

  Result<std::optional<Entry>> end_with(Error error) {
    at_end_ = true;
    return tl::unexpected<Error>(std::move(error));
  }

  /// A WACZ holds its pages as WARC in "archive/"; the rest are indexes of them.
  bool is_content(std::string_view name) const { return !is_wacz_ || name.starts_with("archive/"); }

  std::string name_of(archive_entry* entry) const {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? fmt::format("entry {}", number_) : repair_utf8(name);
  }

  OpenArchive archive_;
  std::uint64_t most_entries_;
  bool is_wacz_;
  std::string name_;
  std::uint64_t number_ = 0;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<EntryReader> make_archive_entries(OpenInput& input) {
  return std::make_unique<ArchiveEntries>(input);
}

}  // namespace onrecord
