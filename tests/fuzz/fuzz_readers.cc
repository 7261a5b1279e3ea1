// SPDX-License-Identifier: GPL-3.0-or-later
// Every input format, and the detection of format, packing and charset: any bytes are read or
// refused with a reason, and every record is text.
#include <string>
#include <vector>

#include "common/utf8.h"
#include "indexer/reader/byte_source.h"
#include "indexer/reader/formats.h"
#include "tests/fuzz/fuzz.h"

using namespace onrecord;

namespace {

void check_record(const RawRecord& record) {
  const RecordFields& fields = record.fields;
  for (const std::string* text :
       {&record.text, &fields.headline, &fields.published, &fields.source, &fields.agency,
        &fields.section, &fields.language, &fields.url, &fields.dateline}) {
    fuzz::require(is_valid_utf8(*text), "records are UTF-8");
  }
  for (const auto* texts : {&fields.byline, &fields.captions}) {
    for (const std::string& text : *texts) fuzz::require(is_valid_utf8(text), "lists are UTF-8");
  }
}

void read_all(std::string_view bytes, const std::string& path, const ReadSettings& settings) {
  const auto reader = open_input(path, make_memory_source(bytes), settings);
  if (!reader) {
    fuzz::require(!reader.error().message.empty(), "a refusal has a reason");
    return;
  }
  // A record takes a byte at least, packed ones up to the ratio of the limits.
  for (std::size_t calls = 0;; ++calls) {
    fuzz::require(calls <= (bytes.size() + 1) * settings.limits.expansion_ratio, "reading ends");
    const auto record = (*reader)->next();
    if (!record) continue;
    if (!*record) return;
    check_record(**record);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  ReadSettings settings;
  settings.limits.record_bytes = 1U << 16U;
  read_all(bytes, "input", settings);
  for (const InputFormat& format : input_formats()) {
    settings.format = format.name;
    read_all(bytes, "input", settings);
  }
  return 0;
}
