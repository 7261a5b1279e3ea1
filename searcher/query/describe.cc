// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/describe.h"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace onrecord {
namespace {

std::string field_prefix(const QueryNode& node) {
  return node.field == nullptr ? std::string() : fmt::format("{}:", node.field->name);
}

std::string joined(const QueryNode& node, std::string_view operator_text) {
  std::vector<std::string> parts;
  for (const QueryNode& child : node.children) {
    const bool group = !child.children.empty() && child.kind != NodeKind::none_of;
    parts.push_back(group ? "(" + describe(child) + ")" : describe(child));
  }
  return fmt::format("{}", fmt::join(parts, operator_text));
}

std::string describe_range(const DateRange& dates) {
  if (dates.since == dates.until) return to_iso(*dates.since);
  return fmt::format("{}..{}", dates.since ? to_iso(*dates.since) : "",
                     dates.until ? to_iso(*dates.until) : "");
}

}  // namespace

std::string describe(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::word:
      return field_prefix(node) + node.text;
    case NodeKind::phrase:
      return fmt::format("{}\"{}\"", field_prefix(node), node.text);
    case NodeKind::prefix:
      return fmt::format("{}{}*", field_prefix(node), node.text);
    case NodeKind::near:
      return joined(node, fmt::format(" {}/{} ", node.ordered ? "ADJ" : "NEAR", node.distance));
    case NodeKind::value: {
      const bool quoted = node.text.find(' ') != std::string::npos;
      return fmt::format(fmt::runtime(quoted ? "{}\"{}\"" : "{}{}"), field_prefix(node), node.text);
    }
    case NodeKind::dates:
      return "date:" + describe_range(node.dates);
    case NodeKind::everything:
      return "*";
    case NodeKind::all_of:
      return joined(node, " AND ");
    case NodeKind::any_of:
      return joined(node, " OR ");
    case NodeKind::none_of:
      return "NOT " + joined(node, "");
  }
  return {};
}

std::string describe(const Filter& filter) {
  return fmt::format("{}{}: {}", filter.exclude ? "not " : "", filter.field->name, filter.value);
}

std::string describe(const DateRange& dates) {
  if (dates.is_open()) return {};
  if (dates.since == dates.until) return "in " + to_iso(*dates.since);
  if (!dates.until) return "since " + to_iso(*dates.since);
  if (!dates.since) return "until " + to_iso(*dates.until);
  return fmt::format("from {} to {}", to_iso(*dates.since), to_iso(*dates.until));
}

std::string describe(const SearchRequest& request) {
  std::vector<std::string> parts;
  if (request.query) parts.push_back(describe(*request.query));
  if (request.about) parts.push_back("about: " + describe(*request.about));
  for (const Filter& filter : request.filters) parts.push_back(describe(filter));
  if (!request.dates.is_open()) parts.push_back(describe(request.dates));
  if (parts.empty()) parts.emplace_back("*");
  if (request.sort != SortOrder::relevance) {
    parts.emplace_back(request.sort == SortOrder::newest ? "newest first" : "oldest first");
  }
  return fmt::format("{}", fmt::join(parts, " \u00B7 "));
}

}  // namespace onrecord
