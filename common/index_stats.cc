// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index_stats.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

#include <fmt/format.h>
#include <xapian.h>

#include "common/date.h"
#include "common/schema.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

std::uint64_t count_distinct(const Xapian::Database& database, std::string_view field) {
  const std::uint32_t slot = find_field(field)->facet_slot.value();
  std::unordered_set<std::string> distinct;
  const auto end = database.valuestream_end(slot);
  for (auto it = database.valuestream_begin(slot); it != end; ++it) {
    const std::string values = *it;  // Outlives the views into it.
    for (const std::string_view value : decode_facet_values(values)) distinct.emplace(value);
  }
  return distinct.size();
}

/// "20210300" as "2021-03".
std::string iso_date(const std::string& sort_key) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    for (const char digit : sort_key.substr(at, digits)) value = value * 10 + (digit - '0');
    return value;
  };
  return sort_key.size() == 8 ? to_iso(Date{number(0, 4), number(4, 2), number(6, 2)}) : "";
}

void read_dates(const Xapian::Database& articles, IndexStats& stats) {
  std::string first;
  std::string last;
  const auto end = articles.valuestream_end(date_slot);
  for (auto it = articles.valuestream_begin(date_slot); it != end; ++it) {
    const std::string date = *it;
    if (first.empty() || date < first) first = date;
    if (date > last) last = date;
  }
  stats.first_date = iso_date(first);
  stats.last_date = iso_date(last);
  stats.undated = articles.get_doccount() - articles.get_value_freq(date_slot);
}

void read_databases(const fs::path& index, IndexStats& stats) {
  const Xapian::Database articles(articles_database(index).string());
  const Xapian::Database quotes(quotes_database(index).string());
  stats.articles = articles.get_doccount();
  stats.quotes = quotes.get_doccount();
  stats.quotes_with_speaker = quotes.get_value_freq(find_field("speaker")->facet_slot.value());
  stats.people = count_distinct(articles, "person");
  stats.places = count_distinct(articles, "place");
  stats.organizations = count_distinct(articles, "organization");
  stats.sources = count_distinct(articles, "source");
  read_dates(articles, stats);
}

/// Files may come and go while a writer is at work.
std::uint64_t bytes_of(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code gone;
    const std::uint64_t size = it->is_regular_file(gone) ? it->file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  return bytes;
}

/// "48,279".
std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string size_text(std::uint64_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (size < 1e6) return fmt::format("{:.0f} kB", size / 1e3);
  if (size < 1e9) return fmt::format("{:.1f} MB", size / 1e6);
  return fmt::format("{:.1f} GB", size / 1e9);
}

std::string dates_text(const IndexStats& stats) {
  if (stats.first_date.empty()) return "none";
  std::string text = fmt::format("{} .. {}", stats.first_date, stats.last_date);
  if (stats.undated > 0) text += fmt::format(" ({} articles without)", grouped(stats.undated));
  return text;
}

nlohmann::ordered_json text_or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
}

}  // namespace

Result<IndexStats> read_stats(const fs::path& index) {
  IndexStats stats;
  auto manifest = read_manifest(index);
  if (!manifest) return tl::unexpected(manifest.error());
  stats.manifest = std::move(*manifest);
  try {
    read_databases(index, stats);
  } catch (const Xapian::Error& error) {
    return fail(fmt::format("{}: {}", index.string(), error.get_msg()));
  }
  stats.bytes = bytes_of(index);
  return stats;
}

std::string to_text(const IndexStats& stats) {
  const double known = stats.quotes == 0 ? 0
                                         : 100.0 * static_cast<double>(stats.quotes_with_speaker) /
                                               static_cast<double>(stats.quotes);
  std::string text = fmt::format("articles       {}\n", grouped(stats.articles));
  text +=
      fmt::format("quotes         {} (speaker known: {:.0f} %)\n", grouped(stats.quotes), known);
  text += fmt::format("people         {}\n", grouped(stats.people));
  text += fmt::format("places         {}\n", grouped(stats.places));
  text += fmt::format("organizations  {}\n", grouped(stats.organizations));
  text += fmt::format("sources        {}\n", grouped(stats.sources));
  text += fmt::format("dates          {}\n", dates_text(stats));
  text += fmt::format("languages      {}\n", fmt::join(stats.manifest.languages, " "));
  text += fmt::format("size           {}, format {}\n", size_text(stats.bytes),
                      stats.manifest.format_version);
  text += fmt::format("last update    {} by {}\n", stats.manifest.updated, stats.manifest.program);
  return text;
}

std::string to_json(const IndexStats& stats) {
  const nlohmann::ordered_json json = {{"articles", stats.articles},
                                       {"quotes", stats.quotes},
                                       {"quotes_with_speaker", stats.quotes_with_speaker},
                                       {"people", stats.people},
                                       {"places", stats.places},
                                       {"organizations", stats.organizations},
                                       {"sources", stats.sources},
                                       {"undated", stats.undated},
                                       {"first_date", text_or_null(stats.first_date)},
                                       {"last_date", text_or_null(stats.last_date)},
                                       {"languages", stats.manifest.languages},
                                       {"bytes", stats.bytes},
                                       {"format_version", stats.manifest.format_version},
                                       {"created", stats.manifest.created},
                                       {"updated", stats.manifest.updated},
                                       {"program", stats.manifest.program}};
  return json.dump(2) + "\n";
}

}  // namespace onrecord
