// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/json_splitter.h"

#include <algorithm>
#include <array>
#include <vector>

namespace onrecord {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Where the lists of news services stand: News API, Guardian, New York Times, Fundus, CMS exports.
/// Paths from the top object.
constexpr std::array<std::string_view, 14> list_paths = {
    "articles", "data",  "results", "response.results", "response.docs", "items", "docs",
    "records",  "posts", "stories", "documents",        "entries",       "news",  "hits.hits"};

/// Keys that only an article itself has, so that a list further on is a part of it.
constexpr std::array<std::string_view, 5> article_keys = {"maintext", "text", "body", "articleBody",
                                                          "content"};

/// Follows JSON character by character: where a value ends and which quotes are inside strings.
class ValueScanner {
 public:
  /// Takes one character; true when it closes the value that the first bracket opened.
  bool closes(char c) {
    if (in_string_) {
      in_string_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
      return false;
    }
    if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      return --depth_ <= 0;
    }
    return false;
  }

  bool in_string() const { return in_string_; }

 private:
  std::int64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

/// Where the value that begins `text` ends (behind its bracket); npos if it goes on.
std::size_t end_of_value(std::string_view text) {
  ValueScanner scanner;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (scanner.closes(text[i])) return i + 1;
  }
  return npos;
}

/// Walks the keys of the first object of a file to find the list that holds the records.
class ListFinder {
 public:
  explicit ListFinder(std::string_view head) : head_(head) {}

  /// Behind the "[" of the list; npos if the object is no wrapper of a list.
  std::size_t find() {
    for (; at_ < head_.size(); ++at_) {
      const char c = head_[at_];
      if (c == '"') {
        if (!take_string()) return npos;
      } else if (c == '{') {
        path_.emplace_back();
        expects_key_ = true;
      } else if (c == '}') {
        if (path_.empty()) return npos;
        path_.pop_back();
        if (path_.empty()) return npos;
      } else if (c == ',') {
        expects_key_ = true;
      } else if (c == '[') {
        if (is_list_of_records()) return at_ + 1;
        if (!pass_over_list()) return npos;
      }
    }
    return npos;
  }

 private:
  /// Leaves `at_` on the closing mark. False at the end, and at a key of an article.
  bool take_string() {
    const std::size_t start = at_ + 1;
    std::size_t end = start;
    while (end < head_.size() && head_[end] != '"') end += head_[end] == '\\' ? 2 : 1;
    if (end >= head_.size()) return false;
    at_ = end;
    if (!expects_key_ || path_.empty()) return true;
    expects_key_ = false;
    path_.back() = head_.substr(start, end - start);
    return path_.size() > 1 ||
           std::find(article_keys.begin(), article_keys.end(), path_.back()) == article_keys.end();
  }

  bool is_list_of_records() const {
    std::string path;
    for (const std::string_view key : path_) (path += path.empty() ? "" : ".") += key;
    const std::size_t first = head_.find_first_not_of(blanks, at_ + 1);
    return std::find(list_paths.begin(), list_paths.end(), path) != list_paths.end() &&
           first != npos && head_[first] == '{';
  }

  bool pass_over_list() {
    const std::size_t end = end_of_value(head_.substr(at_));
    if (end == npos) return false;
    at_ += end - 1;
    return true;
  }

  std::string_view head_;
  std::size_t at_ = 0;
  std::vector<std::string_view> path_;  ///< The current key of each open object.
  bool expects_key_ = false;
};

class LineSplitter final : public JsonSplitter {
 public:
  LineSplitter(ByteStream& stream, std::uint64_t limit) : lines_(stream, limit) {}

  Result<std::optional<std::string>> next() override {
    while (true) {
      auto line = lines_.next();
      if (line && !*line) return line;
      ++number_;
      if (!line) return line;
      if (number_ == 1 && (*line)->starts_with(byte_order_mark))
        (*line)->erase(0, byte_order_mark.size());
      if ((*line)->find_first_not_of(blanks) != npos) return line;
    }
  }

  std::uint64_t number() const override { return number_; }

 private:
  LineReader lines_;
  std::uint64_t number_ = 0;
};

class ValueSplitter final : public JsonSplitter {
 public:
  ValueSplitter(ByteStream& stream, std::uint64_t limit) : stream_(stream), limit_(limit) {}

  Result<std::optional<std::string>> next() override {
    if (!begun_) begin();
    const std::optional<char> first = first_of_value();
    if (!first) return end();
    ++number_;
    if (first == '{' || first == '[') return take_value();
    if (in_list_) return take_scalar();
    at_end_ = true;
    return fail("not JSON: an object was expected; the rest of the file is left out");
  }

  std::uint64_t number() const override { return number_; }

 private:
  static constexpr std::size_t head_bytes = 64 << 10;

  void begin() {
    begun_ = true;
    if (stream_.peek(byte_order_mark.size()) == byte_order_mark)
      stream_.consume(byte_order_mark.size());
    const std::string_view head = stream_.peek(head_bytes);
    const std::size_t start = std::min(head.find_first_not_of(blanks), head.size());
    if (start == head.size()) return;
    if (head[start] == '[') return enter_list(start + 1);
    const std::size_t list = ListFinder(head.substr(start)).find();
    if (list != npos) {
      wrapped_ = true;
      enter_list(start + list);
    }
  }

  void enter_list(std::size_t bytes) {
    in_list_ = true;
    stream_.consume(bytes);
  }

  /// Passes over what stands between values; nothing at the end.
  std::optional<char> first_of_value() {
    while (!at_end_) {
      const std::string_view buffered = stream_.buffered();
      const std::size_t start = buffered.find_first_not_of(" \t\r\n,");
      stream_.consume(std::min(start, buffered.size()));
      if (start == npos) {
        if (stream_.fill()) continue;
        return std::nullopt;
      }
      const char first = buffered[start];
      if (!in_list_ || first != ']') return first;
      in_list_ = false;
      stream_.consume(1);
      // What follows the list inside its object (a count, a link to the next page) holds no record.
      if (wrapped_) at_end_ = true;
    }
    return std::nullopt;
  }

  Result<std::optional<std::string>> end() {
    if (stream_.damage() && !damage_told_) {
      damage_told_ = true;
      ++number_;
      return tl::unexpected(*stream_.damage());
    }
    return std::nullopt;
  }

  Result<std::optional<std::string>> take_value() {
    ValueScanner scanner;
    std::string value;
    bool too_large = false;
    while (true) {
      const std::string_view buffered = stream_.buffered();
      std::size_t size = 0;
      bool closed = false;
      while (size < buffered.size() && !closed) closed = scanner.closes(buffered[size++]);
      too_large = too_large || value.size() + size > limit_;
      if (!too_large) value += buffered.substr(0, size);
      stream_.consume(size);
      if (closed) break;
      if (!stream_.fill()) return unclosed();
    }
    if (too_large) return fail("record larger than " + size_text(limit_));
    return value;
  }

  /// A text or number among the items of a list: "null" for a missing article.
  Result<std::optional<std::string>> take_scalar() {
    ValueScanner scanner;
    std::string value;
    while (!stream_.buffered().empty() || stream_.fill()) {
      const char c = stream_.buffered().front();
      if (!scanner.in_string() && (c == ',' || c == ']' || c == '\n')) return value;
      scanner.closes(c);
      if (value.size() < limit_) value += c;
      stream_.consume(1);
    }
    return unclosed();
  }

  Result<std::optional<std::string>> unclosed() {
    damage_told_ = true;
    if (stream_.damage()) return tl::unexpected(*stream_.damage());
    return fail("not JSON: the file ends inside a record");
  }

  ByteStream& stream_;
  std::uint64_t limit_;
  std::uint64_t number_ = 0;
  bool begun_ = false;
  bool in_list_ = false;
  bool wrapped_ = false;
  bool at_end_ = false;  ///< Nothing more is read.
  bool damage_told_ = false;
};

std::string_view without_mark_and_blanks(std::string_view head) {
  if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
  head.remove_prefix(std::min(head.find_first_not_of(blanks), head.size()));
  return head;
}

}  // namespace

std::unique_ptr<JsonSplitter> make_line_splitter(ByteStream& stream, std::uint64_t limit) {
  return std::make_unique<LineSplitter>(stream, limit);
}

std::unique_ptr<JsonSplitter> make_value_splitter(ByteStream& stream, std::uint64_t limit) {
  return std::make_unique<ValueSplitter>(stream, limit);
}

bool looks_like_json(std::string_view head) {
  head = without_mark_and_blanks(head);
  if (head.empty() || (head[0] != '{' && head[0] != '[')) return false;
  const std::string_view inside = without_mark_and_blanks(head.substr(1));
  if (inside.empty()) return false;
  return head[0] == '{' ? inside[0] == '"' || inside[0] == '}' : inside[0] == '{';
}

bool looks_like_json_lines(std::string_view head) {
  head = without_mark_and_blanks(head);
  if (!head.starts_with('{') || ListFinder(head).find() != npos) return false;
  const std::size_t line_end = head.find('\n');
  const std::size_t value_end = end_of_value(head);
  if (line_end == npos) return value_end == npos;
  const std::string_view rest = without_mark_and_blanks(head.substr(line_end));
  if (value_end <= line_end) return !rest.empty();
  // The first line may be damaged.
  const std::string_view opens = "[{,:";
  const char last = head[head.find_last_not_of(blanks, line_end)];
  return rest.starts_with('{') && opens.find(last) == npos;
}

}  // namespace onrecord
