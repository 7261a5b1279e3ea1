// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/open_input.h"

#include <fmt/format.h>

#include "indexer/reader/charset.h"
#include "indexer/reader/containers.h"
#include "indexer/reader/formats.h"
#include "indexer/reader/transcode.h"
#include "indexer/reader/unpack.h"

namespace onrecord {
namespace {

/// Enough for the first line of most JSON lines.
constexpr std::size_t head_bytes = 256 << 10;

}  // namespace

Result<std::unique_ptr<RecordReader>> open_input(const std::string& path,
                                                 std::unique_ptr<ByteSource> source,
                                                 const ReadSettings& settings,
                                                 InputContext context) {
  constexpr std::size_t magic_bytes = 512;
  ByteStream stream(std::move(source));
  std::string_view name = path;
  for (int layers = 0; is_packed(stream.peek(magic_bytes)); ++layers) {
    if (layers == settings.limits.nesting) {
      return fail(fmt::format("packed more than {} times over", settings.limits.nesting));
    }
    stream = ByteStream(make_unpacker(std::move(stream), settings.limits));
    name = without_packer_ending(path);
  }
  if (const Container* container = find_container(stream.peek(magic_bytes))) {
    if (context.depth >= settings.limits.nesting) {
      return fail(fmt::format("packed more than {} times over", settings.limits.nesting));
    }
    const std::string_view format = container->name;
    return container->open(OpenInput{path, format, std::move(stream), &settings, context});
  }
  if (!context.included) return fail("no archive, though its name is like one's");
  if (const UnreadFormat* unread = find_unread_by_content(stream.peek(magic_bytes))) {
    return fail(std::string(unread->reason));
  }
  const auto binary = find_binary_format(settings.format, stream.peek(binary_head_bytes));
  if (!binary) return tl::unexpected(binary.error());
  if (*binary != nullptr) {
    return (*binary)->open(
        OpenInput{path, (*binary)->name, std::move(stream), &settings, std::move(context)});
  }
  if (const auto wide = wide_charset_of(stream.peek(head_bytes)); !wide.empty()) {
    stream = ByteStream(make_transcoder(as_source(std::move(stream)), wide));
  }
  const std::string_view head = stream.peek(head_bytes);
  if (head.empty()) return stream.damage() ? tl::unexpected(*stream.damage()) : fail("empty");
  const auto format = choose_format(settings.format, name, head);
  if (!format) return tl::unexpected(format.error());
  return (*format)->open(
      OpenInput{path, (*format)->name, std::move(stream), &settings, std::move(context)});
}

Result<std::unique_ptr<RecordReader>> open_input(const std::string& path,
                                                 const ReadSettings& settings) {
  auto source = open_file(path);
  if (!source) return tl::unexpected(source.error());
  return open_input(path, std::move(*source), settings, {0, {}, settings.filter.includes(path)});
}

}  // namespace onrecord
