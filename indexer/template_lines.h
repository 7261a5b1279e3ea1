// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that a host's software puts on its pages ("Sign up for our morning letter"): found because
// they recur on most of the host's articles, whatever their markup and language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"

namespace onrecord {

/// Counts the lines of each host's articles. Bounded: about 10 MB, whatever the archive.
class TemplateLines {
 public:
  /// A line is the host's when so many articles with different headlines have it, and at least two
  /// thirds of all that were seen of the host. A background paragraph that an outlet repeats under
  /// a running story stays far below.
  static constexpr std::uint32_t least_articles = 8;

  /// Counts the article's lines. An article without an address has no host and is not counted.
  void observe(const Article& article);

  /// Takes the host's lines out of the article, with the names that stand nowhere else, and returns
  /// them. Captions, headlines and what holds a quotation stay; so does everything where more than
  /// half of the words would go: that is a new version of the same article.
  std::vector<std::string> take_out(Article& article) const;

  /// How many lines are remembered.
  std::size_t size() const { return lines_.size(); }

  /// What the next run should know, for an index to keep: the hosts and the lines that may still
  /// become theirs. No host counts for more than `most_kept` articles, so that the lines of a new
  /// design are found.
  static constexpr std::uint32_t most_kept = 200;
  std::string encode() const;

  /// From damaged bytes, and from none, as if nothing had been counted.
  static TemplateLines decode(std::string_view bytes);

 private:
  struct Count {
    std::uint32_t articles = 0;
    std::uint64_t headlines = 0;  ///< A bit for each, by hash: copies of one article are one.
  };

  struct LineCount {
    Count count;
    std::uint64_t host = 0;
  };

  bool is_template(std::uint64_t host, const Paragraph& paragraph) const;
  bool may_become_template(const LineCount& line) const;
  void forget_rare_lines();

  std::unordered_map<std::uint64_t, Count> hosts_;
  std::unordered_map<std::uint64_t, LineCount> lines_;  ///< By hash of host and line.
};

/// Takes out the paragraphs that are marked, with the mentions and quotes in them and the names
/// that have no other mention; what points to a later paragraph is set right. None may be a
/// caption.
void remove_paragraphs(Article& article, const std::vector<bool>& marked);

}  // namespace onrecord
