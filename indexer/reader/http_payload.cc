// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/http_payload.h"

#include <algorithm>
#include <charconv>

#include <brotli/decode.h>
#include <zlib.h>

#include "common/text_fold.h"

namespace onrecord {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// The bytes behind the chunk sizes; nothing where they do not fit, as in a body stored decoded. A
/// body that ends early gives what there is.
std::optional<std::string> without_chunks(std::string_view body) {
  std::string joined;
  bool first = true;
  while (!body.empty()) {
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
    const std::size_t line_end = body.find('\n');
    const bool is_size = error == std::errc() && line_end != std::string_view::npos &&
                         (*end == '\r' || *end == '\n' || *end == ';' || *end == ' ');
    if (!is_size) return first ? std::nullopt : std::optional(std::move(joined));
    first = false;
    body.remove_prefix(line_end + 1);
    if (size == 0) break;
    joined += body.substr(0, size);
    body.remove_prefix(std::min<std::uint64_t>(size, body.size()));
    if (body.starts_with("\r\n")) {
      body.remove_prefix(2);
    } else if (body.starts_with('\n')) {
      body.remove_prefix(1);
    }
  }
  return joined;
}

/// gzip, zlib and raw deflate; nothing where it is none of them. What is damaged gives its start.
std::optional<std::string> inflated(std::string_view body, int window_bits, std::uint64_t limit) {
  z_stream stream = {};
  if (inflateInit2(&stream, window_bits) != Z_OK) return std::nullopt;
  // zlib takes its input as not constant and leaves it alone.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(body.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(body.size(), 1U << 30U));
  std::string out;
  std::string block(64 << 10, '\0');
  int status = Z_OK;
  while (status == Z_OK && out.size() < limit) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    status = inflate(&stream, Z_NO_FLUSH);
    const std::size_t made = block.size() - stream.avail_out;
    out.append(block, 0, made);
    if (made == 0 && stream.avail_in == 0) break;
  }
  inflateEnd(&stream);
  return out.empty() ? std::nullopt : std::optional(std::move(out));
}

std::optional<std::string> unbrotlied(std::string_view body, std::uint64_t limit) {
  BrotliDecoderState* state = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  if (state == nullptr) return std::nullopt;
  std::string out;
  std::string block(64 << 10, '\0');
  const auto* input = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t input_left = body.size();
  BrotliDecoderResult status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() < limit) {
    auto* output = reinterpret_cast<std::uint8_t*>(block.data());
    std::size_t output_left = block.size();
    status =
        BrotliDecoderDecompressStream(state, &input_left, &input, &output_left, &output, nullptr);
    out.append(block, 0, block.size() - output_left);
  }
  BrotliDecoderDestroyInstance(state);
  const bool failed = status == BROTLI_DECODER_RESULT_ERROR;
  return failed || out.empty() ? std::nullopt : std::optional(std::move(out));
}

/// Undoes one coding; nothing where the body does not have it.
std::optional<std::string> decoded(std::string_view coding, std::string_view body,
                                   std::uint64_t limit) {
  constexpr int gzip_or_zlib = 15 + 32;
  constexpr int raw_deflate = -15;
  if (coding == "gzip" || coding == "x-gzip") return inflated(body, gzip_or_zlib, limit);
  if (coding == "deflate") {
    auto out = inflated(body, gzip_or_zlib, limit);
    return out ? out : inflated(body, raw_deflate, limit);
  }
  if (coding == "br") return unbrotlied(body, limit);
  return std::nullopt;
}

/// Text is taken for what raw deflate would make rubbish of.
bool looks_like_text(std::string_view body) {
  const std::string_view start = trimmed(body.substr(0, 256));
  return start.starts_with('<') || start.starts_with('{') || start.starts_with('[');
}

std::string decoded_body(std::string_view stored, const HeaderFields& head, std::uint64_t limit) {
  std::string body(stored);
  if (fold(head.find("transfer-encoding")).find("chunked") != std::string::npos) {
    if (auto joined = without_chunks(body)) body = std::move(*joined);
  }
  // Several codings stand in the order in which they were applied.
  std::string codings = fold(head.find("content-encoding"));
  while (!codings.empty() && !looks_like_text(body)) {
    const std::size_t comma = codings.rfind(',');
    const std::size_t begin = comma == std::string::npos ? 0 : comma + 1;
    const std::string coding(trimmed(std::string_view(codings).substr(begin)));
    if (auto out = decoded(coding, body, limit)) body = std::move(*out);
    codings.resize(comma == std::string::npos ? 0 : comma);
  }
  if (body.size() > limit) body.resize(limit);
  return body;
}

}  // namespace

HeaderFields HeaderFields::parse(std::string_view lines) {
  HeaderFields head;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (trimmed(line).empty()) break;
    const std::size_t colon = line.find(':');
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    if ((goes_on || colon == std::string_view::npos) && !head.fields_.empty()) {
      head.fields_.back().second += ' ';
      head.fields_.back().second += trimmed(line);
    } else if (colon != std::string_view::npos) {
      head.fields_.emplace_back(fold(trimmed(line.substr(0, colon))),
                                trimmed(line.substr(colon + 1)));
    }
  }
  return head;
}

std::string_view HeaderFields::find(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view() : found->second;
}

std::string media_type_of(std::string_view content_type) {
  return fold(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
  constexpr std::string_view label = "charset=";
  const std::string folded = fold(content_type);
  const std::size_t at = folded.find(label);
  if (at == std::string::npos) return {};
  std::string_view value = std::string_view(folded).substr(at + label.size());
  value = value.substr(0, value.find_first_of("; ,"));
  while (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
  while (value.ends_with('"') || value.ends_with('\'')) value.remove_suffix(1);
  return std::string(value);
}

std::optional<HttpResponse> read_http_response(std::string_view stored, std::uint64_t limit) {
  if (!stored.starts_with("HTTP/")) return std::nullopt;
  std::size_t head_end = stored.find("\r\n\r\n");
  std::size_t body_at = head_end + 4;
  const std::size_t plain_end = stored.find("\n\n");
  if (head_end == std::string_view::npos || plain_end < head_end) {
    head_end = plain_end;
    body_at = plain_end + 2;
  }
  if (head_end == std::string_view::npos) head_end = body_at = stored.size();
  const std::string_view head = stored.substr(0, head_end);
  const std::size_t first_line = std::min(head.find('\n'), head.size());
  HttpResponse response;
  const std::size_t blank = head.substr(0, first_line).find(' ');
  if (blank != std::string_view::npos) {
    const std::string_view code = trimmed(head.substr(blank, first_line - blank));
    std::from_chars(code.data(), code.data() + code.size(), response.status);
  }
  const HeaderFields fields =
      HeaderFields::parse(head.substr(std::min(first_line + 1, head.size())));
  response.media_type = media_type_of(fields.find("content-type"));
  response.charset = charset_of(fields.find("content-type"));
  response.body = decoded_body(stored.substr(body_at), fields, limit);
  return response;
}

}  // namespace onrecord
