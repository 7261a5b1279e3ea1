// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/names_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

#include "common/text_fold.h"

namespace onrecord {
namespace {

using Row = std::vector<std::string>;

Row columns_of(std::string_view line) {
  Row columns;
  while (true) {
    const std::size_t tab = line.find('\t');
    columns.push_back(squeeze_blanks(line.substr(0, tab)));
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  while (!columns.empty() && columns.back().empty()) columns.pop_back();
  return columns;
}

bool is_country_code(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// One kind of row: what its first column says, how many columns follow, what is done.
struct RowKind {
  std::string_view name;
  std::size_t least, most;
  std::string_view form;  ///< For messages.
  void (*apply)(UserNames&, const Row&);
};

template <HintKind kind>
void add_hint(UserNames& names, const Row& row) {
  names.hints.add({kind, row[1], row.size() > 2 ? row[2] : ""});
}

void add_same(UserNames& names, const Row& row) {
  names.hints.add_same({row.begin() + 1, row.end()});
}

void add_different(UserNames& names, const Row& row) {
  names.hints.add_different(row[1], row[2]);
}

/// Titles and offices stand in the packs with the bearer's gender, "-" if both.
void add_bearer_word(UserNames& names, const Row& row, const char* table) {
  names.rows.push_back({table, {row[1], row.size() > 2 ? row[2] : "-"}});
}

void add_title(UserNames& names, const Row& row) {
  add_bearer_word(names, row, "titles");
}

void add_role(UserNames& names, const Row& row) {
  add_bearer_word(names, row, "roles");
}

/// "bin Torvald said": a name may begin with it.
void add_particle(UserNames& names, const Row& row) {
  names.rows.push_back({"particles", {row[1], "start"}});
}

void add_organization_word(UserNames& names, const Row& row) {
  names.rows.push_back({"org_words", {row[1]}});
}

constexpr std::size_t any_number = 1000;
constexpr std::array kinds = {
    RowKind{"person", 1, 1, "person NAME", &add_hint<HintKind::person>},
    RowKind{"place", 1, 2, "place NAME [COUNTRY]", &add_hint<HintKind::place>},
    RowKind{"organization", 1, 1, "organization NAME", &add_hint<HintKind::organization>},
    RowKind{"nothing", 1, 1, "nothing NAME", &add_hint<HintKind::nothing>},
    RowKind{"same", 2, any_number, "same NAME NAME...", &add_same},
    RowKind{"different", 2, 2, "different NAME NAME", &add_different},
    RowKind{"title", 1, 2, "title WORD [m|f]", &add_title},
    RowKind{"role", 1, 2, "role WORD [m|f]", &add_role},
    RowKind{"particle", 1, 1, "particle WORD", &add_particle},
    RowKind{"organization word", 1, 1, "organization word WORD", &add_organization_word},
};

Result<void> add_row(UserNames& names, const Row& row) {
  const auto* const kind = std::find_if(
      kinds.begin(), kinds.end(), [&](const RowKind& known) { return known.name == row.front(); });
  if (kind == kinds.end()) {
    std::string known;
    for (const RowKind& each : kinds) {
      known += fmt::format("{}{}", known.empty() ? "" : ", ", each.name);
    }
    return fail(fmt::format("no kind of row '{}' (columns are separated by TAB); kinds are {}",
                            row.front(), known));
  }
  const std::size_t given = row.size() - 1;
  const bool holes = std::any_of(row.begin(), row.end(), [](const auto& c) { return c.empty(); });
  if (given < kind->least || given > kind->most || holes) {
    return fail(
        fmt::format("the row is not of the form '{}', with TAB between the columns", kind->form));
  }
  const auto has_words = [](const std::string& name) { return hash_of_name(name) != 0; };
  if (!has_words(row[1])) return fail(fmt::format("'{}' holds no word", row[1]));
  const bool place = kind->name == "place";
  if (place && given == 2 && !is_country_code(row[2])) {
    return fail(fmt::format("'{}' is no country code of two capitals, such as NO", row[2]));
  }
  const bool bearer = kind->name == "title" || kind->name == "role";
  if (bearer && given == 2 && row[2] != "m" && row[2] != "f") {
    return fail(fmt::format("'{}' is neither m nor f", row[2]));
  }
  kind->apply(names, row);
  return {};
}

}  // namespace

Result<void> UserNames::add_file(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return fail(fmt::format("{}: cannot be read", file.string()));
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (squeeze_blanks(line).empty() || line.front() == '#') continue;
    if (const auto added = add_row(*this, columns_of(line)); !added) {
      return fail(fmt::format("{}: line {}: {}", file.string(), number, added.error().message));
    }
  }
  return {};
}

}  // namespace onrecord
