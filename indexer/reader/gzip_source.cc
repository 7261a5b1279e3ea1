// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/gzip_source.h"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <span>
#include <string>

#include <fmt/format.h>
#include <zlib.h>

#include "indexer/reader/byte_stream.h"

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view magic = "\x1F\x8B\x08"sv;

/// Below this size no ratio is too high: a text of blanks packs well.
constexpr std::uint64_t always_allowed_bytes = 1 << 20;

/// Does a member begin here, as far as its first four bytes tell?
bool begins_member(std::string_view bytes) {
  constexpr unsigned reserved_flags = 0xE0;
  return bytes.size() > magic.size() && bytes.starts_with(magic) &&
         (static_cast<unsigned char>(bytes[magic.size()]) & reserved_flags) == 0;
}

/// zlib's state for one member; heads and checksums are its business.
class Inflater {
 public:
  Inflater() {
    constexpr int gzip_only = 15 + 16;
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  void restart() { inflateReset(&stream_); }

  struct Step {
    int status = Z_OK;
    std::size_t used = 0;
    std::size_t made = 0;
  };

  Step unpack(std::string_view packed, std::span<char> out) {
    constexpr std::size_t most = 1 << 30;
    const auto offered = static_cast<uInt>(std::min(packed.size(), most));
    // zlib takes its input as not constant and leaves it alone.
    stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
    stream_.avail_in = offered;
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    Step step;
    step.status = inflate(&stream_, Z_NO_FLUSH);
    step.used = offered - stream_.avail_in;
    step.made = out.size() - stream_.avail_out;
    return step;
  }

  const char* reason() const { return stream_.msg == nullptr ? "bad data" : stream_.msg; }

 private:
  z_stream stream_ = {};
};

class GzipSource final : public ByteSource {
 public:
  GzipSource(std::unique_ptr<ByteSource> packed, const ReadLimits& limits)
      : packed_(std::move(packed)), ratio_(limits.expansion_ratio), buffer_(64 << 10, '\0') {}

  Result<std::string_view> read() override {
    while (!problem_) {
      if (!in_member_ && !begin_member()) break;
      const std::size_t made = unpack_some();
      if (made > 0) return std::string_view(buffer_).substr(0, made);
    }
    if (problem_) return tl::unexpected(*problem_);
    return std::string_view();
  }

  std::uint64_t bytes_read() const override { return packed_.bytes_read(); }

  bool spoils_last() const override { return spoilt_; }

  bool resume(std::string_view beginning) override {
    if (!may_resume_) return false;
    // The damaged member itself is no place to go on, if its head is still there.
    if (in_member_) position_ = head_is_kept_ ? 1 : 0;
    in_member_ = false;
    while (find_magic() && false_starts_ < most_false_starts) {
      if (unpacks_to(beginning)) {
        problem_.reset();
        spoilt_ = may_resume_ = false;
        return true;
      }
      ++false_starts_;
      ++position_;
    }
    return false;
  }

 private:
  /// Of the packed bytes so many are kept behind, since damage is often noticed late, when the next
  /// members have been taken for a part of this one.
  static constexpr std::size_t look_back = 256 << 10;

  /// Bounds the work on files made to look like thousands of members.
  static constexpr int most_false_starts = 10'000;

  std::string_view rest() const { return packed_.buffered().substr(position_); }

  bool fill() {
    if (position_ > 2 * look_back) {
      packed_.consume(position_ - look_back);
      position_ = look_back;
      head_is_kept_ = false;
    }
    return packed_.fill();
  }

  /// Puts the position at the next bytes that look like the head of a member; false at the end.
  bool find_magic() {
    while (true) {
      while (rest().size() < magic.size() + 1 && fill()) {
      }
      if (rest().size() < magic.size() + 1) return false;
      const std::size_t at = rest().find(magic);
      position_ += std::min(at, rest().size() - magic.size());
      if (rest().size() > magic.size() && begins_member(rest())) return true;
      if (at != std::string_view::npos && rest().size() > magic.size()) ++position_;
    }
  }

  bool unpacks_to(std::string_view beginning) {
    constexpr std::size_t enough = 512;
    while (rest().size() < enough && fill()) {
    }
    std::array<char, 16> out{};
    trial_.restart();
    const auto step = trial_.unpack(rest().substr(0, enough), out);
    return std::string_view(out.data(), step.made).starts_with(beginning);
  }

  /// False at the end, and where something else stands before a further member.
  bool begin_member() {
    while (rest().size() < magic.size() + 1 && fill()) {
    }
    if (rest().empty()) {
      if (packed_.damage()) problem_ = packed_.damage();
      return false;
    }
    if (!begins_member(rest())) {
      // Blocks of tapes are filled up with zeros: that is no damage.
      const std::size_t from = position_;
      if (!find_magic()) return false;
      may_resume_ = true;
      problem_ = Error{fmt::format("packed data is damaged (no gzip data at {} of its bytes)",
                                   packed_.bytes_read() - packed_.buffered().size() + from)};
      return false;
    }
    packed_.consume(position_);
    position_ = 0;
    head_is_kept_ = in_member_ = true;
    member_bytes_ = 0;
    inflater_.restart();
    return true;
  }

  /// How many bytes stand in the buffer; 0 where more are needed, or with a problem.
  std::size_t unpack_some() {
    if (rest().empty() && !fill()) {
      problem_ = packed_.damage() ? *packed_.damage() : damaged("it ends early");
      return 0;
    }
    const auto step = inflater_.unpack(rest(), buffer_);
    position_ += step.used;
    unpacked_ += step.made;
    member_bytes_ += step.made;
    if (unpacked_ > always_allowed_bytes && unpacked_ > ratio_ * bytes_read()) {
      problem_ = Error{fmt::format("unpacks to more than {} times its size", ratio_)};
      return 0;
    }
    if (step.status == Z_STREAM_END) {
      in_member_ = false;
    } else if (step.status != Z_OK && step.status != Z_BUF_ERROR) {
      // A member that gave nothing yet has spoilt none of its bytes.
      spoilt_ = member_bytes_ > 0;
      may_resume_ = true;
      problem_ = damaged(inflater_.reason());
    }
    return step.made;
  }

  Error damaged(std::string_view reason) const {
    return Error{fmt::format("packed data is damaged ({}, after {} bytes)", reason, unpacked_)};
  }

  ByteStream packed_;
  std::uint64_t ratio_;
  std::string buffer_;
  Inflater inflater_;
  Inflater trial_;
  std::size_t position_ = 0;  ///< In what `packed_` has buffered.
  std::uint64_t unpacked_ = 0;
  std::uint64_t member_bytes_ = 0;  ///< Unpacked of the member under way.
  std::optional<Error> problem_;    ///< Why reading ended early.
  bool in_member_ = false;
  bool head_is_kept_ = false;
  bool may_resume_ = false;
  bool spoilt_ = false;
  int false_starts_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> make_gzip_source(std::unique_ptr<ByteSource> packed,
                                             const ReadLimits& limits) {
  return std::make_unique<GzipSource>(std::move(packed), limits);
}

}  // namespace onrecord
