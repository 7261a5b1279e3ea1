// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/entity/found_names.h"

#include <map>

#include <gtest/gtest.h>

#include "common/article_text.h"

namespace onrecord {
namespace {

const LanguagePack& pack_of(const std::string& language) {
  static const auto languages =
      Languages::load(std::string(ONRECORD_BINARY_DIR) + "/share/onrecord/languages");
  if (!languages) throw std::runtime_error(languages.error().message);
  return languages->pack(language);
}

const Gazetteer& gazetteer() {
  static const auto table =
      Gazetteer::open(std::string(ONRECORD_BINARY_DIR) + "/share/onrecord/gazetteer.bin");
  if (!table) throw std::runtime_error(table.error().message);
  return *table;
}

const Person* person_named(const Article& article, const std::string& name) {
  for (const Person& person : article.people) {
    if (person.name == name) return &person;
  }
  return nullptr;
}

}  // namespace

Article find_names(const std::string& headline, const std::vector<std::string>& body,
                   const std::string& language, const EntitySettings& settings) {
  static std::map<std::string, NameWords> compiled;
  const LanguagePack& pack = pack_of(language);
  const NameWords& words =
      compiled.try_emplace(pack.code(), NameWords::compile(pack)).first->second;
  Article article;
  article.language = language;
  if (!headline.empty()) {
    article.paragraphs.push_back({ParagraphKind::headline, headline, {}});
  }
  for (const std::string& text : body) {
    article.paragraphs.push_back({ParagraphKind::body, text, {}});
  }
  Entities found = find_entities(article, pack, words, gazetteer(), settings);
  article.people = std::move(found.people);
  article.places = std::move(found.places);
  article.organizations = std::move(found.organizations);
  return article;
}

std::vector<std::string> people_names(const Article& article) {
  std::vector<std::string> names;
  for (const Person& person : article.people) names.push_back(person.name);
  return names;
}

std::vector<std::string> place_names(const Article& article) {
  std::vector<std::string> names;
  for (const Place& place : article.places) {
    names.push_back(place.name + " " + (place.country.empty() ? "-" : place.country));
  }
  return names;
}

std::vector<std::string> organization_names(const Article& article) {
  std::vector<std::string> names;
  for (const Organization& organization : article.organizations) names.push_back(organization.name);
  return names;
}

std::vector<std::string> mentions_of_person(const Article& article, const std::string& name) {
  std::vector<std::string> texts;
  if (const Person* person = person_named(article, name)) {
    for (const Mention& mention : person->mentions) texts.emplace_back(text_of(article, mention));
  }
  return texts;
}

std::vector<std::string> roles_of_person(const Article& article, const std::string& name) {
  std::vector<std::string> texts;
  if (const Person* person = person_named(article, name)) {
    for (const Role& role : person->roles) texts.push_back(role.text);
  }
  return texts;
}

}  // namespace onrecord
