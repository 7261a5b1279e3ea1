// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/transcode.h"

#include <array>
#include <stdexcept>

#include <unicode/ucnv.h>

namespace onrecord {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no converter for " + charset);
  return converter;
}

class Transcoder final : public ByteSource {
 public:
  Transcoder(std::unique_ptr<ByteSource> wide, std::string_view charset)
      : wide_(std::move(wide)),
        from_(open_converter(std::string(charset))),
        to_(open_converter("UTF-8")) {}

  Result<std::string_view> read() override {
    while (!at_end_) {
      auto block = wide_->read();
      if (!block) return block;
      at_end_ = block->empty();
      convert(*block);
      if (!out_.empty()) return std::string_view(out_);
    }
    return std::string_view();
  }

  std::uint64_t bytes_read() const override { return wide_->bytes_read(); }

 private:
  void convert(std::string_view block) {
    out_.clear();
    std::array<char, 16 << 10> buffer{};
    const char* source = block.data();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      char* target = buffer.data();
      ucnv_convertEx(to_.get(), from_.get(), &target, buffer.data() + buffer.size(), &source,
                     block.data() + block.size(), pivot_.data(), &pivot_source_, &pivot_target_,
                     pivot_.data() + pivot_.size(), 0, static_cast<UBool>(at_end_), &status);
      out_.append(buffer.data(), target);
    }
  }

  std::unique_ptr<ByteSource> wide_;
  Converter from_;
  Converter to_;
  std::array<UChar, 4096> pivot_{};
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
  std::string out_;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> make_transcoder(std::unique_ptr<ByteSource> wide,
                                            std::string_view charset) {
  return std::make_unique<Transcoder>(std::move(wide), charset);
}

}  // namespace onrecord
