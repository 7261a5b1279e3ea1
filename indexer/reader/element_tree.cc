// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/element_tree.h"

#include <algorithm>

#include "common/text_fold.h"

namespace onrecord {
namespace {

/// One name of a path, and whether it may stand anywhere below.
struct Step {
  std::string_view name;
  bool anywhere = false;
};

std::vector<Step> steps_of(std::string_view path) {
  std::vector<Step> steps;
  while (!path.empty()) {
    const bool anywhere = path.starts_with("//");
    path.remove_prefix(anywhere ? 2 : path.front() == '/' ? 1 : 0);
    const std::size_t end = std::min(path.find('/'), path.size());
    steps.push_back({path.substr(0, end), anywhere});
    path.remove_prefix(end);
  }
  return steps;
}

}  // namespace

ElementTree::ElementTree(std::string root_name, Attributes attributes) {
  nodes_.push_back({std::move(root_name), {}, 0, 1, std::move(attributes)});
  open_.push_back(0);
}

void ElementTree::open(std::string name, Attributes attributes) {
  if (open_.size() >= deepest || too_deep_ > 0 || is_full()) {
    ++too_deep_;
    return;
  }
  bytes_ += name.size();
  for (const auto& [key, value] : attributes) bytes_ += key.size() + value.size();
  const ElementId id = size();
  nodes_.push_back({std::move(name), {}, open_.back(), id + 1, std::move(attributes)});
  open_.push_back(id);
}

void ElementTree::close() {
  if (too_deep_ > 0) {
    --too_deep_;
    return;
  }
  nodes_[open_.back()].end = size();
  if (open_.size() > 1) open_.pop_back();
}

bool ElementTree::close(std::string_view name) {
  // What is too deep has no names any more; the element of this name may be one of them.
  if (too_deep_ > 0) {
    --too_deep_;
    return true;
  }
  const auto found = std::find_if(open_.rbegin(), open_.rend() - 1,
                                  [&](ElementId id) { return nodes_[id].name == name; });
  if (found == open_.rend() - 1) return false;
  for (auto count = found - open_.rbegin() + 1; count > 0; --count) close();
  return true;
}

void ElementTree::add_text(std::string_view text) {
  if (text.empty()) return;
  bytes_ += text.size();
  ElementNode& last = nodes_.back();
  const bool goes_on = last.name.empty() && last.parent == open_.back();
  if (goes_on) {
    last.text += text;
  } else if (!is_full()) {
    nodes_.push_back({{}, std::string(text), open_.back(), size() + 1});
  }
}

void ElementTree::seal() {
  for (const ElementId id : open_) nodes_[id].end = size();
}

std::vector<ElementId> ElementTree::all(std::string_view path, ElementId from) const {
  std::vector<ElementId> found;
  if (from == none) return found;
  found.push_back(from);
  for (const Step& step : steps_of(path)) {
    std::vector<ElementId> below;
    ElementId done = 0;  // Subtrees that overlap are walked once.
    for (const ElementId id : found) {
      for (ElementId child = std::max(id + 1, done); child < nodes_[id].end;) {
        if (nodes_[child].name == step.name) below.push_back(child);
        child = step.anywhere ? child + 1 : nodes_[child].end;
      }
      if (step.anywhere) done = std::max(done, nodes_[id].end);
    }
    found = std::move(below);
  }
  return found;
}

ElementId ElementTree::find(std::string_view path, ElementId from) const {
  const auto found = all(path, from);
  return found.empty() ? none : found.front();
}

std::string_view ElementTree::attribute(ElementId id, std::string_view name) const {
  if (id == none) return {};
  for (const auto& [key, value] : nodes_[id].attributes) {
    if (key == name) return value;
  }
  return {};
}

std::string ElementTree::raw_text(ElementId id) const {
  std::string text;
  if (id == none) return text;
  for (ElementId node = id; node < nodes_[id].end; ++node) text += nodes_[node].text;
  return text;
}

std::string ElementTree::text(ElementId id) const {
  std::string text;
  if (id == none) return text;
  for (ElementId node = id; node < nodes_[id].end; ++node) {
    const std::string& name = nodes_[node].name;
    if (name == "br" || name == "p" || name == "lb") text += ' ';
    text += nodes_[node].text;
  }
  return squeeze_blanks(text);
}

}  // namespace onrecord
