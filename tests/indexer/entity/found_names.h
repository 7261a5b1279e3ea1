// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the finder of names on a few lines of text with the pack of the language, else the English
// one, and the built gazetteer.
#pragma once

#include <string>
#include <vector>

#include "indexer/entity/entities.h"

namespace onrecord {

/// An article found in, with its entities set. Empty headline: none.
Article find_names(const std::string& headline, const std::vector<std::string>& body,
                   const std::string& language = "en", const EntitySettings& settings = {});

std::vector<std::string> people_names(const Article& article);

/// "Bergen NO"; without a country "Africa -".
std::vector<std::string> place_names(const Article& article);

std::vector<std::string> organization_names(const Article& article);

/// The texts of a person's mentions, in order; empty if there is no such person.
std::vector<std::string> mentions_of_person(const Article& article, const std::string& name);

/// The texts of a person's roles.
std::vector<std::string> roles_of_person(const Article& article, const std::string& name);

}  // namespace onrecord
