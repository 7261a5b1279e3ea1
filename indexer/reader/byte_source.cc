// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/byte_source.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/stop.h"

namespace onrecord {
namespace {

std::string reason_of(int error_number) {
  return std::generic_category().message(error_number);
}

class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, bool may_block)
      : descriptor_(descriptor), may_block_(may_block), buffer_(block_bytes, '\0') {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (descriptor_ != STDIN_FILENO) close(descriptor_);
  }

  Result<std::string_view> read() override {
    ssize_t size = -1;
    do {
      if (may_block_ && !wait_for_input()) return std::string_view();
      size = ::read(descriptor_, buffer_.data(), buffer_.size());
    } while (size < 0 && (errno == EINTR || errno == EAGAIN));
    if (size < 0) return fail("cannot be read (" + reason_of(errno) + ")");
    bytes_read_ += static_cast<std::uint64_t>(size);
    return std::string_view(buffer_.data(), static_cast<std::size_t>(size));
  }

  std::uint64_t bytes_read() const override { return bytes_read_; }

 private:
  static constexpr std::size_t block_bytes = 128 << 10;

  /// Waits for a pipe in short turns, so that a signal ends the wait; false when it did.
  bool wait_for_input() const {
    constexpr int turn_milliseconds = 100;
    pollfd waiting = {descriptor_, POLLIN, 0};
    while (!stop_requested()) {
      if (poll(&waiting, 1, turn_milliseconds) > 0) return true;
    }
    return false;
  }

  int descriptor_;
  bool may_block_;
  std::string buffer_;
  std::uint64_t bytes_read_ = 0;
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  Result<std::string_view> read() override {
    const std::string_view all = bytes_.substr(bytes_read_);
    bytes_read_ = bytes_.size();
    return all;
  }

  std::uint64_t bytes_read() const override { return bytes_read_; }

 private:
  std::string_view bytes_;
  std::uint64_t bytes_read_ = 0;
};

class StringSource final : public ByteSource {
 public:
  explicit StringSource(std::string bytes) : bytes_(std::move(bytes)), view_(bytes_) {}
  Result<std::string_view> read() override { return view_.read(); }
  std::uint64_t bytes_read() const override { return view_.bytes_read(); }

 private:
  std::string bytes_;
  MemorySource view_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::string& path) {
  // Without O_NONBLOCK a named pipe that nobody writes to is waited for beyond any signal.
  constexpr int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
  const int descriptor = path == "-" ? STDIN_FILENO : open(path.c_str(), flags);
  if (descriptor < 0) return fail("cannot be opened (" + reason_of(errno) + ")");
  struct stat info {};
  const bool known = fstat(descriptor, &info) == 0;
  const bool regular = known && S_ISREG(info.st_mode);
  auto source = std::make_unique<FileSource>(descriptor, !regular);
  if (known && S_ISDIR(info.st_mode)) return fail("is a folder");
  const bool device = known && (S_ISBLK(info.st_mode) || S_ISCHR(info.st_mode));
  if (!known || (device && path != "-")) return fail("is no regular file");
  return source;
}

std::unique_ptr<ByteSource> make_string_source(std::string bytes) {
  return std::make_unique<StringSource>(std::move(bytes));
}

std::unique_ptr<ByteSource> make_memory_source(std::string_view bytes) {
  return std::make_unique<MemorySource>(bytes);
}

}  // namespace onrecord
