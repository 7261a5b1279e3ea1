// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/engine_advice.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/index_terms.h"
#include "common/text_fold.h"
#include "searcher/query/describe.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/similar.h"

namespace onrecord {
namespace {

/// Terms looked at for a suggestion: enough for the names of millions of articles, and done in
/// well under a second.
constexpr std::size_t max_scanned_terms = 400'000;
constexpr std::size_t max_suggestions = 3;

struct Suggestion {
  std::size_t distance = 0;
  Xapian::doccount documents = 0;
  std::string term;
};

/// Does `text` hold all the words of `wanted`, in any order? "accra morning ledger" those of "accra
/// ledger".
bool holds_words(std::string_view text, std::string_view wanted) {
  const std::string padded = " " + std::string(text) + " ";
  while (!wanted.empty()) {
    const std::size_t end = std::min(wanted.find(' '), wanted.size());
    if (padded.find(" " + std::string(wanted.substr(0, end)) + " ") == std::string::npos) {
      return false;
    }
    wanted.remove_prefix(std::min(end + 1, wanted.size()));
  }
  return true;
}

/// Terms with that prefix whose rest is within a few slips of `wanted`, then those that
/// hold all its words; the best first.
std::vector<Suggestion> nearest_terms(const Xapian::Database& database, const std::string& prefix,
                                      const std::string& start, const std::string& wanted) {
  const std::size_t most = allowed_slips(wanted.size());
  std::vector<Suggestion> found;
  std::size_t scanned = 0;
  const auto end = database.allterms_end(prefix + start);
  for (auto term = database.allterms_begin(prefix + start); term != end; ++term) {
    if (++scanned > max_scanned_terms) break;
    const std::string full = *term;
    const std::string_view rest = std::string_view(full).substr(prefix.size());
    // "XP" is also the beginning of "XPL"; what follows a prefix is in lower case.
    if (rest.empty() || (rest.front() >= 'A' && rest.front() <= 'Z')) continue;
    std::size_t distance = edit_distance(wanted, rest, most);
    if (distance > most && rest.size() > wanted.size() && holds_words(rest, wanted)) {
      distance = most + rest.size() - wanted.size();
    } else if (distance > most) {
      continue;
    }
    found.push_back({distance, term.get_termfreq(), full});
  }
  std::sort(found.begin(), found.end(), [](const Suggestion& a, const Suggestion& b) {
    return std::tie(a.distance, b.documents, a.term) < std::tie(b.distance, a.documents, b.term);
  });
  if (found.size() > max_suggestions) found.resize(max_suggestions);
  return found;
}

/// Words and values that a tree asks for, without those it excludes.
void collect_leaves(const QueryNode& node, std::vector<const QueryNode*>& leaves) {
  if (node.kind == NodeKind::none_of) return;
  if (node.children.empty()) leaves.push_back(&node);
  for (const QueryNode& child : node.children) collect_leaves(child, leaves);
}

class Adviser {
 public:
  Adviser(const SearchRequest& request, const Xapian::Database& database, QueryBuilder& builder)
      : request_(request), database_(database), builder_(builder) {}

  std::vector<std::string> advise() {
    if (request_.query) check_query();
    if (request_.about) check_about();
    for (const Filter& filter : request_.filters) {
      if (!filter.exclude && filter.field->type != FieldType::text) {
        check_value(*filter.field, filter.value);
      }
    }
    if (notes_.empty()) find_last_filter();
    hint_at_about();
    return std::move(notes_);
  }

 private:
  void check_query() {
    std::vector<const QueryNode*> leaves;
    collect_leaves(*request_.query, leaves);
    for (const QueryNode* leaf : leaves) check_leaf(*leaf);
  }

  void check_about() {
    const Field& about = *find_field("about");
    const bool own_field = has_field(request_.target, about);
    const std::string prefix(own_field ? prefix_of(request_.target, about) : "");
    std::vector<const QueryNode*> leaves;
    collect_leaves(*request_.about, leaves);
    for (const QueryNode* leaf : leaves) {
      SearchRequest alone;
      alone.target = request_.target;
      alone.about = *leaf;
      if (count(builder_.build(alone)) > 0) continue;
      notes_.push_back(fmt::format("No {} is about \"{}\"{}", thing(), leaf->text,
                                   suggest_word(leaf->text, prefix)));
    }
  }

  std::string_view thing() const {
    return request_.target == DocumentKind::article ? "article" : "quote";
  }

  /// "1 article matches", "12 quotes match"
  std::string matching(std::size_t count) const {
    return fmt::format("{} {}{} match{}", count, thing(), count == 1 ? "" : "s",
                       count == 1 ? "es" : "");
  }

  std::size_t count(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
  }

  void check_leaf(const QueryNode& leaf) {
    if (leaf.kind == NodeKind::value) check_value(*leaf.field, leaf.text);
    if (leaf.kind == NodeKind::word) check_word(leaf);
    if (leaf.kind == NodeKind::phrase && count(builder_.build(leaf)) == 0) check_phrase(leaf);
  }

  void check_word(const QueryNode& leaf) {
    if (count(builder_.build(leaf)) > 0) return;
    notes_.push_back(
        fmt::format("No {} holds \"{}\"{}", thing(), describe(leaf), suggest_word(leaf.text)));
  }

  void check_phrase(const QueryNode& leaf) {
    const auto words = index_words(leaf.text);
    for (const IndexWord& word : words) {
      if (database_.term_exists(word.term)) continue;
      notes_.push_back(
          fmt::format("No {} holds \"{}\"{}", thing(), word.term, suggest_word(word.term)));
      return;
    }
    if (words.size() < 2) return;
    notes_.push_back(fmt::format(
        "No {} holds the words of \"{}\" in a row; without quotation marks they may stand apart.",
        thing(), leaf.text));
  }

  /// Typing errors are rare in the first letter; looking at one letter only keeps this quick.
  std::string suggest_word(const std::string& text, const std::string& prefix = "") const {
    const auto words = index_words(text);
    if (words.size() != 1) return ".";
    const std::string& wanted = words.front().term;
    std::vector<std::string> names;
    for (const Suggestion& near : nearest_terms(database_, prefix, wanted.substr(0, 1), wanted)) {
      names.push_back(fmt::format("\"{}\" ({})", near.term.substr(prefix.size()), near.documents));
    }
    if (names.empty()) return ".";
    return fmt::format("; did you mean {}?", fmt::join(names, " or "));
  }

  void check_value(const Field& field, const std::string& value) {
    const std::string term = value_term(request_.target, field, value);
    if (!term.empty() && database_.term_exists(term)) return;
    notes_.push_back(fmt::format("No {} with {} \"{}\"{}", thing(), field.name, value,
                                 suggest_value(field, value)));
  }

  std::string suggest_value(const Field& field, const std::string& value) const {
    std::vector<std::string> names;
    for (const std::string& term : near_values(field, value)) {
      const std::string name =
          fmt::format("\"{}\" ({})", display_name(field, term), database_.get_termfreq(term));
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (!names.empty()) return fmt::format("; did you mean {}?", fmt::join(names, " or "));
    return few_values(field);
  }

  /// "President Jane Roe" may be known as "Jane Roe" or "Roe"; else what is spelled alike.
  std::vector<std::string> near_values(const Field& field, const std::string& value) const {
    const std::string prefix(prefix_of(request_.target, field));
    std::vector<std::string> terms;
    if (field.type == FieldType::name) {
      for (const std::string& form : person_forms(value)) {
        const std::string term = make_term(prefix, form);
        if (terms.empty() && database_.term_exists(term)) terms.push_back(term);
      }
    }
    const std::string wanted = value_term(request_.target, field, value);
    if (wanted.size() <= prefix.size()) return terms;
    for (const Suggestion& near :
         nearest_terms(database_, prefix, "", wanted.substr(prefix.size()))) {
      terms.push_back(near.term);
    }
    return terms;
  }

  /// A term is folded and may be a short form; the first document that has it knows the name.
  std::string display_name(const Field& field, const std::string& term) const {
    const std::string_view prefix = prefix_of(request_.target, field);
    const std::string form = term.substr(prefix.size());
    const auto post = database_.postlist_begin(term);
    if (!field.facet_slot || post == database_.postlist_end(term)) return form;
    const std::string encoded = database_.get_document(*post).get_value(*field.facet_slot);
    for (const std::string_view value : decode_facet_values(encoded)) {
      if (value_term(request_.target, field, std::string(value)) == term) return std::string(value);
    }
    for (const std::string_view value : decode_facet_values(encoded)) {
      const std::string shorter = written_form(value, form);
      if (!shorter.empty()) return shorter;
    }
    return form;
  }

  /// The part of a name whose folded form is `form`: "Varga" of "Ilse Varga" for "varga".
  static std::string written_form(std::string_view name, const std::string& form) {
    constexpr std::size_t longest_name = 200;
    if (name.size() > longest_name) return {};
    for (std::size_t from = 0; from < name.size(); from = next_word(name, from)) {
      for (std::size_t to = next_word(name, from);; to = next_word(name, to)) {
        const std::string part = squeeze_blanks(name.substr(from, to - from));
        if (name_form(part) == form) return part;
        if (to >= name.size()) break;
      }
    }
    return {};
  }

  static std::size_t next_word(std::string_view name, std::size_t at) {
    const std::size_t blank = name.find(' ', at);
    return blank == std::string_view::npos ? name.size() : blank + 1;
  }

  /// Where there are only a few values, like kinds of quotes, they are all named.
  std::string few_values(const Field& field) const {
    constexpr std::size_t few = 10;
    if (field.type != FieldType::keyword || !field.facet_slot) return ".";
    const std::string prefix(prefix_of(request_.target, field));
    std::vector<std::string> names;
    for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
         ++term) {
      if (names.size() == few) return ".";
      names.push_back(display_name(field, *term));
    }
    if (names.empty()) return fmt::format("; the archive has no {} at all.", field.name);
    return fmt::format("; there are {}.", fmt::join(names, ", "));
  }

  /// Puts the parts of the request together one by one and names the one that left nothing.
  void find_last_filter() {
    SearchRequest so_far;
    so_far.target = request_.target;
    so_far.query = request_.query;
    std::size_t before = so_far.query ? count(builder_.build(so_far)) : database_.get_doccount();
    if (before == 0 && so_far.query->kind == NodeKind::all_of) {
      notes_.push_back(fmt::format(
          "No {} holds all of this together; --any finds those with some of it.", thing()));
    }
    if (before == 0) return;
    const auto removes_all = [&](const std::string& what) {
      const std::size_t after = count(builder_.build(so_far));
      if (after == 0) {
        notes_.push_back(fmt::format("{} without \"{}\".", matching(before), what));
      }
      before = after;
      return after == 0;
    };
    so_far.about = request_.about;
    if (so_far.about && removes_all("about: " + describe(*so_far.about))) return;
    for (const Filter& filter : request_.filters) {
      so_far.filters.push_back(filter);
      if (removes_all(describe(filter))) return;
    }
    so_far.dates = request_.dates;
    if (!so_far.dates.is_open()) removes_all(describe(so_far.dates));
  }

  /// Each word is there, but never all together.
  void explain_query() {
    if (request_.query->kind != NodeKind::all_of) return;
    notes_.push_back(fmt::format(
        "No {} holds all of this together; --any finds those with some of it.", thing()));
  }

  /// Reporters look for what a quote is about; the words often stand beside it.
  void hint_at_about() {
    const bool fits = request_.target == DocumentKind::quote && request_.query && !request_.about;
    if (!fits || !are_words(*request_.query)) return;
    SearchRequest nearby = request_;
    nearby.query.reset();
    nearby.about = words_of(request_.text);
    const std::size_t hits = count(builder_.build(nearby));
    if (hits == 0) return;
    notes_.push_back(fmt::format("{} with --about: the words are in the paragraph of the quote.",
                                 matching(hits)));
  }

  static bool are_words(const QueryNode& node) {
    const bool words = node.kind == NodeKind::word || node.kind == NodeKind::phrase;
    return (words && node.field == nullptr) ||
           (node.kind == NodeKind::all_of &&
            std::all_of(node.children.begin(), node.children.end(), are_words));
  }

  const SearchRequest& request_;
  const Xapian::Database& database_;
  QueryBuilder& builder_;
  std::vector<std::string> notes_;
};

}  // namespace

std::vector<std::string> advise(const SearchRequest& request, const Xapian::Database& database,
                                QueryBuilder& builder) {
  return Adviser(request, database, builder).advise();
}

}  // namespace onrecord
