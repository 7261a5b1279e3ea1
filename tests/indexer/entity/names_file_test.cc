// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/names_file.h"

#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::Pair;

class NamesFile : public testing::Test {
 protected:
  Result<void> read(const std::string& text) {
    const std::filesystem::path file = folder_.path() / "names.txt";
    std::ofstream(file) << text;
    return names_.add_file(file);
  }

  std::string error_of(const std::string& text) {
    const auto added = read(text);
    if (added) return "no error";
    const std::string& message = added.error().message;
    return message.substr(message.find("names.txt"));
  }

  const NameHint* hint(const std::string& name) const {
    return names_.hints.find(hash_of_name(name));
  }

  TemporaryFolder folder_;
  UserNames names_;
};

TEST_F(NamesFile, EveryKindOfRow) {
  ASSERT_TRUE(
      read("# our names\n\nperson\tRose Bank\nplace\tOstervaag\tNO\nplace\tTorvik\n"
           "organization\tTorvik Solberg\nnothing\tBlack Friday\r\n"
           "same\tIlse Torvald\tPepperina\ndifferent\tTim Moberg\tTimothy Moberg\n"
           "title\tratu\tm\nrole\tharbour reeve\nparticle\tap\norganization word\tlaug\n"));
  EXPECT_EQ(hint("rose bank")->kind, HintKind::person);
  EXPECT_EQ(hint("Ostervaag")->country, "NO");
  EXPECT_EQ(hint("Torvik")->country, "");
  EXPECT_EQ(hint("Torvik Solberg")->kind, HintKind::organization);
  EXPECT_EQ(hint("Black Friday")->kind, HintKind::nothing);
  EXPECT_EQ(names_.hints.common_name(hash_of_name("Pepperina")), "Ilse Torvald");
  EXPECT_TRUE(
      names_.hints.are_different(hash_of_name("Timothy Moberg"), hash_of_name("Tim Moberg")));
  EXPECT_THAT(names_.rows, ElementsAre(Pair("titles", ElementsAre("ratu", "m")),
                                       Pair("roles", ElementsAre("harbour reeve", "-")),
                                       Pair("particles", ElementsAre("ap", "start")),
                                       Pair("org_words", ElementsAre("laug"))));
}

TEST_F(NamesFile, ErrorsNameFileAndLine) {
  EXPECT_EQ(error_of("person\tRose Bank\nperson Rose Bank\n"),
            "names.txt: line 2: no kind of row 'person Rose Bank' (columns are separated by TAB); "
            "kinds are person, place, organization, nothing, same, different, title, role, "
            "particle, organization word");
  EXPECT_EQ(error_of("\nsame\tIlse Torvald\n"),
            "names.txt: line 2: the row is not of the form 'same NAME NAME...', with TAB between "
            "the columns");
  EXPECT_EQ(error_of("place\tOstervaag\tNorway\n"),
            "names.txt: line 1: 'Norway' is no country code of two capitals, such as NO");
  EXPECT_EQ(error_of("title\tratu\tman\n"), "names.txt: line 1: 'man' is neither m nor f");
  EXPECT_EQ(error_of("person\t--\n"), "names.txt: line 1: '--' holds no word");
  EXPECT_EQ(error_of("different\tA\t\tB\n"),
            "names.txt: line 1: the row is not of the form 'different NAME NAME', with TAB between "
            "the columns");
}

TEST_F(NamesFile, AFileThatIsNotThere) {
  const auto added = names_.add_file(folder_.path() / "none");
  ASSERT_FALSE(added);
  EXPECT_THAT(added.error().message, testing::HasSubstr("none: cannot be read"));
}

}  // namespace
}  // namespace onrecord
