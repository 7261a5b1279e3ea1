// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/formats.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "indexer/reader/anpa_reader.h"
#include "indexer/reader/csv_reader.h"
#include "indexer/reader/factiva_reader.h"
#include "indexer/reader/feed_reader.h"
#include "indexer/reader/html_reader.h"
#include "indexer/reader/json_feed_reader.h"
#include "indexer/reader/json_reader.h"
#include "indexer/reader/json_splitter.h"
#include "indexer/reader/lexis_reader.h"
#include "indexer/reader/newsml_reader.h"
#include "indexer/reader/ninjs_reader.h"
#include "indexer/reader/nitf_reader.h"
#include "indexer/reader/pdf_reader.h"
#include "indexer/reader/proquest_reader.h"
#include "indexer/reader/sgml_reader.h"
#include "indexer/reader/tei_reader.h"
#include "indexer/reader/text_reader.h"
#include "indexer/reader/xml_text.h"

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr InputFormat formats[] = {
    {"pdf", "PDF with text in it, by the program pdftotext: one article or several in a file",
     ".pdf", looks_like_pdf, make_pdf_reader, true},
    {"ninjs", "ninjs 1 to 3: the JSON of news agencies", "", looks_like_ninjs, make_ninjs_reader},
    {"jsonfeed", "JSON Feed: one article an item", "", looks_like_json_feed, make_json_feed_reader},
    {"jsonl", "JSON lines: one article a line", ".jsonl .ndjson .jl", looks_like_json_lines,
     make_json_lines_reader},
    {"json", "JSON: an article, a list of articles, or a list inside an object", ".json",
     looks_like_json, make_json_reader},
    {"csv", "CSV and TSV with a line of column names: one article a row", ".csv .tsv",
     looks_like_csv, make_csv_reader},
    {"feed", "RSS, Atom, WordPress exports: one article an item", ".rss .atom", looks_like_feed,
     make_feed_reader},
    {"nitf", "NITF: agency and archive texts, one or several in a file", ".nitf", looks_like_nitf,
     make_nitf_reader},
    {"newsml-g2", "NewsML-G2: items and messages of items, with XHTML, NITF or text", "",
     looks_like_newsml_g2, make_newsml_g2_reader},
    {"newsml", "NewsML 1.2: items with NITF, XHTML or text", "", looks_like_newsml,
     make_newsml_reader},
    {"trafilatura", "XML of trafilatura: <doc> with fields in attributes and <main>", "",
     looks_like_trafilatura, make_trafilatura_reader},
    {"tei", "TEI, of trafilatura and of corpora: one article a <TEI>", ".tei", looks_like_tei,
     make_tei_reader},
    {"sgml", "SGML of test collections: Reuters-21578, TREC, Gigaword", ".sgm .sgml",
     looks_like_sgml, make_sgml_reader},
    {"anpa", "Wire texts: ANPA 1312 and IPTC 7901, one or several messages in a file", "",
     looks_like_anpa, make_anpa_reader},
    {"html", "HTML: saved web pages; a live blog or round-up gives several articles",
     ".html .htm .xhtml .shtml", looks_like_html, make_html_reader},
    {"lexisnexis", "Text exports of LexisNexis and Nexis Uni: many articles in a file", "",
     looks_like_lexis, make_lexis_reader},
    {"factiva", "Text exports of Factiva, with labels (HD, BY, LP, TD) or without", "",
     looks_like_factiva, make_factiva_reader},
    {"proquest", "Text exports of ProQuest: articles between rules of underscores", "",
     looks_like_proquest, make_proquest_reader},
    {"text", "Plain text, as scraped or printed: one article or several in a file",
     ".txt .text .md .asc", nullptr, make_text_reader},
};

constexpr UnreadFormat unread[] = {
    {"RAR archives are not supported", ".rar", "Rar!\x1A\x07"},
    {"RTF is not supported", ".rtf", "{\\rtf"},
    {"Word and other Office files are not supported", ".doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
    {"e-mail is not supported", ".eml .mbox", "Delivered-To: "},
    {"e-mail is not supported", "", "Return-Path: "},
    {"e-mail is not supported", "", "Received: "},
    {"SQLite databases are not supported", ".sqlite .db", "SQLite format 3\0"sv},
    {"Parquet is not supported", ".parquet", "PAR1"},
    {"an image holds no article text", ".png", "\x89PNG\r\n"},
    {"an image holds no article text", ".jpg .jpeg", "\xFF\xD8\xFF"},
    {"an image holds no article text", ".gif", "GIF8"},
    {"an image holds no article text", ".webp", "WEBP", 8},
    {"an image holds no article text", ".tif .tiff", "II*\0"sv},
    {"an image holds no article text", ".svg", "<svg"},
    {"a font holds no article text", ".woff", "wOF"},
    {"sound and film hold no article text", ".mp4 .m4a .mov", "ftyp", 4},
    {"scripts and style sheets hold no article text", ".css .js .mjs .map", ""},
};

/// Control characters and bytes that are no text, as share of the start.
bool looks_binary(std::string_view head) {
  constexpr std::size_t enough = 8 << 10;
  head = head.substr(0, enough);
  const auto strange = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1A && byte != 0x1B) ||
           byte == 0x7F;
  });
  constexpr std::ptrdiff_t tenth = 10;
  return strange * tenth > static_cast<std::ptrdiff_t>(head.size());
}

/// The name of the first element of what is XML by its declaration, by a namespace, or by a name
/// that HTML has not ("contentSet"); empty for text and for pieces of HTML.
std::string_view root_of_xml(std::string_view head) {
  const std::string_view tag = first_tag(head);
  const std::string_view name = local_name(tag);
  const bool declared = head.substr(0, 8).find("<?xml") != std::string_view::npos;
  const bool in_namespace = tag.find("xmlns") != std::string_view::npos;
  const bool has_capital = std::any_of(name.begin() + (name.empty() ? 0 : 1), name.end(),
                                       [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool all_capitals =
      fold(name).size() == name.size() &&
      std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return declared || in_namespace || (has_capital && !all_capitals) ? name : std::string_view();
}

}  // namespace

bool has_ending(std::string_view folded_name, std::string_view endings) {
  while (!endings.empty()) {
    const std::size_t end = std::min(endings.find(' '), endings.size());
    if (folded_name.ends_with(endings.substr(0, end))) return true;
    endings.remove_prefix(std::min(end + 1, endings.size()));
  }
  return false;
}

std::span<const InputFormat> input_formats() {
  return formats;
}

std::span<const UnreadFormat> unread_formats() {
  return unread;
}

const UnreadFormat* find_unread_by_content(std::string_view head) {
  const auto* const found =
      std::find_if(std::begin(unread), std::end(unread), [&](const UnreadFormat& row) {
        return !row.first_bytes.empty() && row.offset < head.size() &&
               head.substr(row.offset).starts_with(row.first_bytes);
      });
  return found == std::end(unread) ? nullptr : found;
}

Result<const InputFormat*> find_binary_format(std::string_view wished, std::string_view head) {
  for (const InputFormat& row : formats) {
    if (!row.binary || !row.looks_like(head)) continue;
    if (wished == "auto" || wished == row.name) return &row;
    return fail(fmt::format("{} content, not {}", row.name, wished));
  }
  return nullptr;
}

Result<const InputFormat*> choose_format(std::string_view wished, std::string_view file_name,
                                         std::string_view head) {
  if (looks_binary(head)) return fail("binary data");
  const std::string name = fold(file_name);
  const auto first = [&](auto matches) {
    const auto* const found = std::find_if(std::begin(formats), std::end(formats), matches);
    return found == std::end(formats) ? nullptr : found;
  };
  if (wished != "auto") {
    const auto* const format = first([&](const InputFormat& row) { return row.name == wished; });
    if (format == nullptr) return fail(fmt::format("no input format '{}'", wished));
    return format;
  }
  const auto by_content = [&](const InputFormat& row) {
    return !row.binary && row.looks_like != nullptr && row.looks_like(head);
  };
  if (const auto* const format = first(by_content)) return format;
  if (const std::string_view root = root_of_xml(head); !root.empty()) {
    return fail(fmt::format("XML with the root <{}> is not read", root));
  }
  const auto by_name = [&](const InputFormat& row) { return has_ending(name, row.endings); };
  if (const auto* const format = first(by_name)) return format;
  for (const UnreadFormat& row : unread) {
    if (has_ending(name, row.endings)) return fail(std::string(row.reason));
  }
  return first([](const InputFormat& row) { return row.looks_like == nullptr; });
}

}  // namespace onrecord
