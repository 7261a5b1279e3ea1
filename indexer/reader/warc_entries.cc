// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/warc_entries.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
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

/// The frame that WARC and ARC share: heads, then so many bytes. Lengths are not trusted: what
/// counts is that a record begins behind them.
class CrawlEntries : public EntryReader {
 public:
  explicit CrawlEntries(OpenInput& input)
      : limit_(input.settings->limits.record_bytes), stream_(std::move(input.stream)) {}

  Result<std::optional<Entry>> next() override {
    while (!over_) {
      skip_line_ends();
      if (stream_.peek(1).empty() && !stream_.damage()) break;
      ++number_;
      if (stream_.buffered().empty()) return lose("");
      auto head = read_head();
      if (!head) return skip(head.error());
      if (head->length > limit_) {
        if (!pass_to_record(head->length)) return lose(ends_early);
        if (is_wanted(*head)) return fail("larger than " + size_text(limit_));
        continue;
      }
      const auto block = take_block(head->length);
      if (!block || spoils_block()) return lose(ends_early);
      if (!is_wanted(*head)) {
        // The crawl's own description must not be all that a file of records is read as.
        if (run_on_ > most_behind) return fail("damaged: no record follows");
        continue;
      }
      auto entry = make_entry(*head, *block);
      if (!entry) return tl::unexpected(entry.error());
      if (*entry) return entry;
    }
    return std::nullopt;
  }

  const std::string& name() const override { return no_name_; }
  std::uint64_t number() const override { return number_; }
  std::uint64_t bytes_read() const override { return stream_.bytes_read(); }

 protected:
  /// Reads the head at which the stream stands; after an error the stream stands somewhere behind.
  virtual Result<RecordHead> read_head() = 0;

  /// Does a record begin with these bytes, the first of a line?
  virtual bool begins_record(std::string_view bytes) const = 0;

  /// How gzip members with a record begin.
  virtual std::string_view beginning() const = 0;

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

 private:
  static constexpr std::string_view ends_early = "the file ends inside this record";

  /// Bytes behind the last record of a file that may be passed over in silence.
  static constexpr std::size_t most_behind = 4 << 10;

  /// Enough to see that a record begins.
  static constexpr std::size_t line_bytes = 2 << 10;

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

  /// Where the first record at the start of a line begins; npos where there is none in the first
  /// `most` bytes.
  std::size_t find_record(std::uint64_t most) {
    std::size_t at = 0;
    while (true) {
      const std::size_t end = stream_.buffered().find('\n', at);
      if (end == std::string_view::npos) {
        at = stream_.buffered().size();
        if (at > most || !stream_.fill()) return std::string_view::npos;
        continue;
      }
      at = end + 1;
      while (stream_.buffered().size() < at + line_bytes && stream_.fill()) {
      }
      if (begins_record(stream_.buffered().substr(at))) return at;
      if (at > most) return std::string_view::npos;
    }
  }

  /// Goes on to the next record among the next `most` bytes, else behind them; false where the
  /// stream ends before.
  bool pass_to_record(std::uint64_t most) {
    constexpr std::uint64_t step = 1 << 20;
    while (most > 0) {
      const std::uint64_t some = std::min(most, step);
      const std::size_t next = find_record(some);
      const std::size_t passed = std::min<std::size_t>(next, stream_.peek(some).size());
      stream_.consume(passed);
      if (passed == next) return true;
      if (passed < some) return false;
      most -= passed;
    }
    return true;
  }

  bool ends_well(std::uint64_t length) const {
    std::string_view behind = stream_.buffered();
    if (behind.size() < length) return false;
    behind.remove_prefix(length);
    if (behind.starts_with("\r\n\r\n") || behind.starts_with("\n\n")) return true;
    behind.remove_prefix(std::min(behind.find_first_not_of("\r\n"), behind.size()));
    return behind.empty() || begins_record(behind);
  }

  /// The bytes of a block, consumed. Where its length is wrong it goes up to the next record, or to
  /// the end; nothing where it is cut there.
  std::optional<std::string> take_block(std::uint64_t length) {
    run_on_ = 0;
    const bool whole = stream_.peek(length + line_bytes).size() >= length;
    if (!ends_well(length)) {
      const std::size_t next = find_record(limit_);
      const bool found = next != std::string_view::npos;
      if (!found && !whole) return std::nullopt;
      const std::size_t real = found ? next : stream_.buffered().size();
      if (!found) run_on_ = real - length;
      if (found || real <= limit_) length = real;
    }
    std::string block(stream_.buffered().substr(0, length));
    stream_.consume(block.size());
    return block;
  }

  /// Does it turn out at the end of its gzip member that the block is not as it was?
  bool spoils_block() {
    skip_line_ends();
    stream_.peek(1);
    return stream_.buffered().empty() && stream_.spoils_last();
  }

  /// Nothing of records that hold no article: pictures, redirections.
  Result<std::optional<Entry>> make_entry(const RecordHead& head, const std::string& payload) {
    Entry entry;
    entry.number = number_;
    entry.url = head.url;
    auto response = read_http_response(payload, limit_);
    if (response) {
      constexpr int ok = 200;
      if (response->status != ok || !may_hold_article(response->media_type, head.url)) {
        return std::nullopt;
      }
      entry.charset = std::move(response->charset);
      if (response->body.empty()) return std::nullopt;
      entry.bytes = make_string_source(std::move(response->body));
      return std::optional(std::move(entry));
    }
    if (payload.empty()) return std::nullopt;
    if (head.type == "response" && head.media_type.starts_with("application/http")) {
      return fail("damaged: the answer has no HTTP head");
    }
    if (!may_hold_article(head.media_type, head.url)) return std::nullopt;
    entry.charset = head.charset;
    entry.bytes = make_string_source(payload);
    return std::optional(std::move(entry));
  }

  /// A head that cannot be read costs its record.
  tl::unexpected<Error> skip(const Error& problem) {
    pass_to_record(std::numeric_limits<std::uint64_t>::max());
    return stream_.buffered().empty() ? lose(problem.message) : tl::unexpected(problem);
  }

  /// A record that the stream's end or damage cuts; behind damage the next one is looked for.
  tl::unexpected<Error> lose(std::string_view reason) {
    Error error = stream_.damage() ? *stream_.damage() : Error{std::string(reason)};
    over_ = !stream_.resume(beginning());
    return tl::unexpected(std::move(error));
  }

  std::uint64_t limit_;
  ByteStream stream_;
  std::string no_name_;
  std::uint64_t number_ = 0;
  std::uint64_t run_on_ = 0;  ///< Bytes behind the last block that begin no record.
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
  std::string_view beginning() const override { return "WARC/"; }

  /// "WARC/1.0" and the end of the line.
  bool begins_record(std::string_view bytes) const override {
    constexpr std::size_t longest_version = 8;
    if (!bytes.starts_with(beginning())) return false;
    bytes.remove_prefix(beginning().size());
    const std::size_t end = bytes.find_first_not_of("0123456789.");
    return end > 0 && end <= longest_version && (bytes[end] == '\r' || bytes[end] == '\n');
  }

  Result<RecordHead> read_head() override {
    if (stream().peek(beginning().size()) != beginning()) {
      return fail("damaged: no record begins where one should");
    }
    const auto version = read_through("\n");
    const auto lines = version ? read_lines() : std::nullopt;
    if (!lines) return fail("damaged: the head of the record does not end");
    const HeaderFields fields = HeaderFields::parse(*lines);
    const auto length = number_in(fields.find("content-length"));
    if (!length) return fail("damaged: the record does not say its length");
    RecordHead head;
    head.length = *length;
    head.type = fold(fields.find("warc-type"));
    head.url = url_of(fields.find("warc-target-uri"));
    head.media_type = media_type_of(fields.find("content-type"));
    head.charset = charset_of(fields.find("content-type"));
    return head;
  }

 private:
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
};

/// "http://a.example/ 192.0.2.7 20050102030405 text/html 1234": a head of ARC; nothing where it is
/// none.
std::optional<RecordHead> arc_head(std::string_view line) {
  constexpr std::size_t date_digits = 14;
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  // An address may hold blanks itself: the four fields behind it may not.
  std::array<std::string_view, 4> behind;  // address of the server, date, type, length
  for (std::size_t i = behind.size(); i-- > 0;) {
    const std::size_t blank = line.rfind(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    behind[i] = line.substr(blank + 1);
    line = line.substr(0, blank);
  }
  const auto length = number_in(behind[3]);
  const bool dated = number_in(behind[1]) && behind[1].size() <= date_digits;
  if (!length || !dated || line.find(':') == std::string_view::npos) return std::nullopt;
  RecordHead head;
  head.length = *length;
  head.url = repair_utf8(line);
  head.type = line.starts_with("filedesc:") ? "warcinfo" : "response";
  head.media_type = "application/http";
  return head;
}

class ArcEntries final : public CrawlEntries {
 public:
  using CrawlEntries::CrawlEntries;

 protected:
  std::string_view beginning() const override { return "http"; }

  bool begins_record(std::string_view bytes) const override {
    const std::size_t end = bytes.find('\n');
    return bytes.starts_with(beginning()) &&
           (end == std::string_view::npos || arc_head(bytes.substr(0, end)));
  }

  Result<RecordHead> read_head() override {
    const auto line = read_through("\n");
    auto head = line ? arc_head(*line) : std::nullopt;
    if (!head) return fail("damaged: no record begins where one should");
    return std::move(*head);
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
