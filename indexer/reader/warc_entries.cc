// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/warc_entries.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/reader/http_payload.h"

namespace onrecord {
namespace {

constexpr std::size_t most_head_bytes = 256 << 10;

/// Payloads that may hold an article.
bool may_hold_article(std::string_view media_type, std::string_view url) {
  constexpr std::array<std::string_view, 8> types = {
      "",         "text/html",       "application/xhtml+xml", "text/plain", "application/json",
      "text/xml", "application/xml", "application/pdf"};
  const bool known = std::find(types.begin(), types.end(), media_type) != types.end() ||
                     media_type.ends_with("+xml") || media_type.ends_with("+json");
  return known && media_type != "image/svg+xml" && !url.ends_with("/robots.txt");
}

/// Crawlers also store what they note themselves, under addresses such as "metadata://" and "dns:".
bool is_of_the_web(std::string_view url) {
  constexpr std::array<std::string_view, 4> schemes = {"http:", "https:", "ftp:", "file:"};
  return url.empty() || std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
           return url.starts_with(scheme);
         });
}

/// What one record of either kind of file says of itself.
struct RecordHead {
  std::string url;
  std::string type;        ///< "response"; ARC records are responses.
  std::string media_type;  ///< Of the record, not of what the server answered.
  std::string charset;
  std::uint64_t length = 0;
};

/// The frame that WARC and ARC share: heads, then so many bytes.
class CrawlEntries : public EntryReader {
 public:
  explicit CrawlEntries(OpenInput& input)
      : limit_(input.settings->limits.record_bytes), stream_(std::move(input.stream)) {}

  Result<std::optional<Entry>> next() override {
    while (!over_) {
      skip_line_ends();
      if (stream_.peek(1).empty()) return end();
      ++number_;
      auto head = read_head();
      if (!head) return tl::unexpected(head.error());
      if (!is_wanted(*head)) {
        if (!pass_over(head->length)) return end_early();
        continue;
      }
      if (head->length > limit_) {
        if (!pass_over(head->length)) return end_early();
        return fail("larger than " + size_text(limit_));
      }
      const auto payload = read(head->length);
      if (!payload) return end_early();
      if (auto entry = make_entry(*head, *payload)) return std::optional(std::move(*entry));
    }
    return std::nullopt;
  }

  const std::string& name() const override { return no_name_; }
  std::uint64_t number() const override { return number_; }
  std::uint64_t bytes_read() const override { return stream_.bytes_read(); }

 protected:
  /// Reads the head at which the stream stands; after an error the stream stands at the next one.
  virtual Result<RecordHead> read_head() = 0;

  ByteStream& stream() { return stream_; }

  /// The bytes up to and with `end`, consumed; nothing where it does not come soon.
  std::optional<std::string> read_through(std::string_view end) {
    std::size_t searched = 0;
    while (true) {
      const std::size_t at = stream_.buffered().find(end, searched);
      if (at != std::string_view::npos) {
        std::string text(stream_.buffered().substr(0, at + end.size()));
        stream_.consume(text.size());
        return text;
      }
      searched = stream_.buffered().size() - std::min(end.size(), stream_.buffered().size());
      if (stream_.buffered().size() > most_head_bytes || !stream_.fill()) return std::nullopt;
    }
  }

  /// Goes on to the next line that begins so, or to the end.
  void find_line(std::string_view beginning) {
    const std::string wanted = "\n" + std::string(beginning);
    while (true) {
      const std::size_t at = stream_.buffered().find(wanted);
      if (at != std::string_view::npos) return stream_.consume(at + 1);
      const std::size_t kept = std::min(wanted.size(), stream_.buffered().size());
      stream_.consume(stream_.buffered().size() - kept);
      if (!stream_.fill()) return stream_.consume(stream_.buffered().size());
    }
  }

 private:
  void skip_line_ends() {
    while (true) {
      const std::string_view next = stream_.peek(1);
      if (next != "\r" && next != "\n") return;
      stream_.consume(1);
    }
  }

  static bool is_wanted(const RecordHead& head) {
    return is_of_the_web(head.url) &&
           (head.type == "response" || head.type == "resource" || head.type == "conversion");
  }

  /// False where the stream ends before.
  bool pass_over(std::uint64_t bytes) {
    while (bytes > 0) {
      if (stream_.buffered().empty() && !stream_.fill()) return false;
      const std::uint64_t some = std::min<std::uint64_t>(bytes, stream_.buffered().size());
      stream_.consume(some);
      bytes -= some;
    }
    return true;
  }

  std::optional<std::string> read(std::uint64_t bytes) {
    std::string text(stream_.peek(bytes));
    stream_.consume(text.size());
    return text.size() == bytes ? std::optional(std::move(text)) : std::nullopt;
  }

  std::optional<Entry> make_entry(const RecordHead& head, const std::string& payload) {
    Entry entry;
    entry.number = number_;
    entry.url = head.url;
    auto response = read_http_response(payload, limit_);
    if (response) {
      constexpr int ok = 200;
      if (response->status != ok || !may_hold_article(response->media_type, head.url)) return {};
      entry.charset = std::move(response->charset);
      if (response->body.empty()) return {};
      entry.bytes = make_string_source(std::move(response->body));
      return entry;
    }
    if (head.type == "response" && head.media_type.starts_with("application/http")) return {};
    if (!may_hold_article(head.media_type, head.url) || payload.empty()) return {};
    entry.charset = head.charset;
    entry.bytes = make_string_source(payload);
    return entry;
  }

  Result<std::optional<Entry>> end() {
    over_ = true;
    if (!stream_.damage()) return std::nullopt;
    return tl::unexpected(*stream_.damage());
  }

  Result<std::optional<Entry>> end_early() {
    over_ = true;
    if (stream_.damage()) return tl::unexpected(*stream_.damage());
    return fail("the file ends inside this record");
  }

  std::uint64_t limit_;
  ByteStream stream_;
  std::string no_name_;
  std::uint64_t number_ = 0;
  bool over_ = false;
};

/// WARC-Target-URI, in old wget files between angle brackets.
std::string url_of(std::string_view written) {
  if (written.starts_with('<') && written.ends_with('>')) {
    written = written.substr(1, written.size() - 2);
  }
  return repair_utf8(written);
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [parsed, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || parsed != end) return std::nullopt;
  return number;
}

class WarcEntries final : public CrawlEntries {
 public:
  using CrawlEntries::CrawlEntries;

 protected:
  Result<RecordHead> read_head() override {
    if (stream().peek(beginning.size()) != beginning) {
      return damaged("damaged: no record begins where one should");
    }
    const auto version = read_through("\n");
    const auto lines = version ? read_lines() : std::nullopt;
    if (!lines) return damaged("damaged: the head of the record does not end");
    const HeaderFields fields = HeaderFields::parse(*lines);
    const auto length = number_in(fields.find("content-length"));
    if (!length) return damaged("damaged: the record does not say its length");
    RecordHead head;
    head.length = *length;
    head.type = fold(fields.find("warc-type"));
    head.url = url_of(fields.find("warc-target-uri"));
    head.media_type = media_type_of(fields.find("content-type"));
    head.charset = charset_of(fields.find("content-type"));
    return head;
  }

 private:
  static constexpr std::string_view beginning = "WARC/";

  /// All lines up to an empty one.
  std::optional<std::string> read_lines() {
    std::string lines;
    while (lines.size() < most_head_bytes) {
      const auto line = read_through("\n");
      if (!line) return std::nullopt;
      if (*line == "\r\n" || *line == "\n") return lines;
      lines += *line;
    }
    return std::nullopt;
  }

  Result<RecordHead> damaged(std::string reason) {
    find_line(beginning);
    return fail(std::move(reason));
  }
};

/// "http://a.example/ 192.0.2.7 20050102030405 text/html 1234"
class ArcEntries final : public CrawlEntries {
 public:
  using CrawlEntries::CrawlEntries;

 protected:
  Result<RecordHead> read_head() override {
    const auto line = read_through("\n");
    if (!line) {
      stream().consume(stream().buffered().size());
      return fail("damaged: no record begins where one should");
    }
    std::string_view rest = *line;
    while (!rest.empty() && (rest.back() == '\n' || rest.back() == '\r')) rest.remove_suffix(1);
    const std::size_t blank = rest.rfind(' ');
    const auto length =
        blank == std::string_view::npos ? std::nullopt : number_in(rest.substr(blank + 1));
    if (!length) {
      find_line("http");
      return fail("damaged: no record begins where one should");
    }
    RecordHead head;
    head.length = *length;
    // An address may hold blanks itself: the four fields behind it may not.
    constexpr int fields_behind = 4;
    std::string_view url = rest;
    for (int i = 0; i < fields_behind; ++i)
      url = url.substr(0, std::min(url.rfind(' '), url.size()));
    head.url = repair_utf8(url);
    head.type = head.url.starts_with("filedesc:") ? "warcinfo" : "response";
    head.media_type = "application/http";
    return head;
  }
};

}  // namespace

std::unique_ptr<EntryReader> make_warc_entries(OpenInput& input) {
  return std::make_unique<WarcEntries>(input);
}

std::unique_ptr<EntryReader> make_arc_entries(OpenInput& input) {
  return std::make_unique<ArcEntries>(input);
}

}  // namespace onrecord
