// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.h"

#include <fmt/format.h>

#include "indexer/commands.h"
#include "indexer/reader/containers.h"
#include "indexer/reader/field_map.h"

namespace onrecord {
namespace {

/// Words separated by commas in lines of at most 78 columns behind `indent` blanks.
std::string wrapped(std::span<const std::string_view> words, std::size_t indent) {
  constexpr std::size_t width = 78;
  std::string text;
  std::size_t column = indent;
  for (const std::string_view word : words) {
    if (!text.empty()) {
      const bool fits = column + word.size() + 3 <= width;
      text += fits ? ", " : fmt::format(",\n{:{}}", "", indent);
      column = fits ? column + 2 : indent;
    }
    text += word;
    column += word.size();
  }
  return text;
}

/// What is found by its content alone has no endings of names.
void print_row(std::string_view name, std::string_view about, std::string_view endings) {
  fmt::print("  {:<12}{}\n", name, about);
  if (!endings.empty()) fmt::print("{:14}{}\n", "", endings);
}

}  // namespace

ExitStatus run_formats() {
  fmt::print("Input formats; each also packed as .gz, .zst, .xz or .bz2:\n");
  for (const InputFormat& format : input_formats()) {
    print_row(format.name, format.about, format.endings);
  }
  fmt::print("\nContainers of such files, also one in another:\n");
  for (const Container& container : containers()) {
    if (container.about.empty()) continue;
    print_row(container.name, container.about, container.endings);
  }
  fmt::print(
      "\nKeys of JSON and columns of CSV, the first with a value counts; --map FIELD=KEY adds one "
      "in front:\n");
  for (const FieldKeys& row : known_field_keys()) {
    fmt::print("  {:<12}{}\n", row.name,
               row.keys.empty() ? "(none; names that the archive marks)" : wrapped(row.keys, 14));
  }
  return ExitStatus::done;
}

}  // namespace onrecord
