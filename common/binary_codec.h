// SPDX-License-Identifier: GPL-3.0-or-later
// Structs to bytes and back by one list of their fields, so that both directions cannot drift:
//
//   template <typename Coder>
//   void visit_fields(Coder& coder, Ref<Coder, Date> date) { coder(date.year, date.month); }
//
// Numbers take as few bytes as they need; the bytes are the same on every machine.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "common/varint.h"

namespace onrecord {

/// To be specialised for every enum that is stored: larger numbers are damage.
template <typename T>
inline constexpr T last_enumerator = T();

/// `const T&` for the Encoder, `T&` for the Decoder.
template <typename Coder, typename T>
using Ref = typename Coder::template Ref<T>;

/// Writes values; the counterpart of Decoder.
class Encoder {
 public:
  template <typename T>
  using Ref = const T&;

  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

  std::string take() { return std::move(out_); }

 private:
  template <std::unsigned_integral T>
  void put(T value) {
    append_varint(out_, value);
  }

  /// Zigzag: small negative numbers stay short.
  void put(int value) {
    const auto bits = static_cast<std::uint32_t>(value);
    append_varint(out_, (bits << 1U) ^ (value < 0 ? ~0U : 0U));
  }

  void put(float value) { put_bits(std::bit_cast<std::uint32_t>(value)); }
  void put(double value) { put_bits(std::bit_cast<std::uint64_t>(value)); }

  /// Little-endian, whatever the machine.
  template <std::unsigned_integral T>
  void put_bits(T bits) {
    for (std::size_t i = 0; i < sizeof(T); ++i) out_ += static_cast<char>(bits >> (8 * i) & 0xFFU);
  }

  void put(const std::string& value) {
    append_varint(out_, value.size());
    out_ += value;
  }

  template <typename T>
  requires std::is_enum_v<T>
  void put(T value) { out_ += static_cast<char>(value); }

  template <typename T>
  void put(const std::optional<T>& value) {
    out_ += value ? '\1' : '\0';
    if (value) put(*value);
  }

  template <typename T>
  void put(const std::vector<T>& values) {
    append_varint(out_, values.size());
    for (const T& value : values) put(value);
  }

  template <typename T>
  requires std::is_class_v<T>
  void put(const T& value) { visit_fields(*this, value); }

  std::string out_;
};

/// Reads values back; after the first that makes no sense all others stay as they are.
class Decoder {
 public:
  template <typename T>
  using Ref = T&;

  explicit Decoder(std::string_view in) : in_(in) {}

  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

  bool complete() const { return ok_ && in_.empty(); }

 private:
  std::uint64_t number(std::uint64_t most) {
    const auto value = ok_ ? take_varint(in_) : std::nullopt;
    ok_ = value && *value <= most;
    return ok_ ? *value : 0;
  }

  template <std::unsigned_integral T>
  void get(T& value) {
    value = static_cast<T>(number(std::numeric_limits<T>::max()));
  }

  void get(int& value) {
    const auto bits = static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
    value = static_cast<int>((bits >> 1U) ^ ((bits & 1U) != 0 ? ~0U : 0U));
  }

  void get(float& value) { value = std::bit_cast<float>(bits<std::uint32_t>()); }
  void get(double& value) { value = std::bit_cast<double>(bits<std::uint64_t>()); }

  template <std::unsigned_integral T>
  T bits() {
    const std::string_view bytes = take(sizeof(T));
    T value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      value |= static_cast<T>(static_cast<T>(static_cast<unsigned char>(bytes[i])) << (8 * i));
    }
    return value;
  }

  void get(std::string& value) { value = take(number(in_.size())); }

  template <typename T>
  requires std::is_enum_v<T>
  void get(T& value) {
    value = static_cast<T>(number(static_cast<std::uint64_t>(last_enumerator<T>)));
  }

  template <typename T>
  void get(std::optional<T>& value) {
    if (number(1) == 1) get(value.emplace());
  }

  /// Every element takes a byte at least, so a count beyond the rest is damage, not memory.
  template <typename T>
  void get(std::vector<T>& values) {
    const std::uint64_t count = number(in_.size());
    for (std::uint64_t i = 0; i < count && ok_; ++i) get(values.emplace_back());
  }

  template <typename T>
  requires std::is_class_v<T>
  void get(T& value) { visit_fields(*this, value); }

  std::string_view take(std::uint64_t bytes) {
    ok_ = ok_ && bytes <= in_.size();
    if (!ok_) return {};
    const std::string_view taken = in_.substr(0, bytes);
    in_.remove_prefix(bytes);
    return taken;
  }

  std::string_view in_;
  bool ok_ = true;
};

}  // namespace onrecord
