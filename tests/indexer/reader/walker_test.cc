// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/walker.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class WalkerTest : public testing::Test {
 protected:
  std::string root() const { return folder_.path().string(); }

  void write(const std::string& name, const std::string& content = "x") const {
    const std::filesystem::path path = folder_.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << content;
  }

  /// Paths below the root, problems with "!" in front.
  std::vector<std::string> walk(std::vector<std::string> inputs, PathFilter filter = {}) const {
    Walker walker(each_of(std::move(inputs)), std::move(filter));
    std::vector<std::string> paths;
    while (const auto file = walker.next()) {
      const bool below = file->path.starts_with(root());
      paths.push_back((file->problem ? "!" : "") +
                      (below ? file->path.substr(root().size() + 1) : file->path));
    }
    return paths;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(WalkerTest, GoesThroughFoldersInAStableOrder) {
  for (const char* name : {"b.txt", "a/2.txt", "a/10.txt", "c/d/e.txt", "B.txt"}) write(name);
  EXPECT_THAT(walk({root()}), ElementsAre("B.txt", "a/10.txt", "a/2.txt", "b.txt", "c/d/e.txt"));
  EXPECT_THAT(walk({root() + "/c//", root() + "/b.txt"}), ElementsAre("c/d/e.txt", "b.txt"));
}

TEST_F(WalkerTest, PassesOverHiddenNamesLoopsAndWhatIsNoFile) {
  write("a.txt");
  write(".git/config");
  write(".hidden");
  std::filesystem::create_symlink("gone", root() + "/.#lock");
  std::filesystem::create_directory_symlink(root(), root() + "/loop");
  std::filesystem::create_symlink("a.txt", root() + "/link.txt");
  ASSERT_EQ(mkfifo((root() + "/pipe").c_str(), 0600), 0);
  EXPECT_THAT(walk({root()}), ElementsAre("a.txt", "link.txt"));
}

TEST_F(WalkerTest, TellsOfLinksThatLeadNowhere) {
  std::filesystem::create_symlink("gone", root() + "/broken.txt");
  std::filesystem::create_symlink("circle.txt", root() + "/circle.txt");
  EXPECT_THAT(walk({root()}), ElementsAre("!broken.txt", "!circle.txt"));
  EXPECT_THAT(walk({root()}, {{}, {"broken.*"}}), ElementsAre("!circle.txt"));
}

TEST_F(WalkerTest, TellsTheSizeOfFiles) {
  write("a.txt", "12345");
  Walker walker(each_of({root()}), {});
  EXPECT_EQ(walker.next()->bytes, 5U);
}

TEST_F(WalkerTest, GivesWhatIsNotThereToTheReaderToComplain) {
  EXPECT_THAT(walk({"/no/such/file", "-"}), ElementsAre("/no/such/file", "-"));
}

TEST_F(WalkerTest, FiltersByGlobs) {
  for (const char* name : {"news/a.txt", "news/a.html", "sport/b.txt", "sport/old/c.txt"})
    write(name);
  EXPECT_THAT(walk({root()}, {{"*.txt"}, {}}),
              ElementsAre("news/a.txt", "sport/b.txt", "sport/old/c.txt"));
  EXPECT_THAT(walk({root()}, {{"sport/*"}, {}}), ElementsAre("sport/b.txt", "sport/old/c.txt"));
  EXPECT_THAT(walk({root()}, {{"*.txt"}, {"old", "a.*"}}), ElementsAre("sport/b.txt"));
  EXPECT_THAT(walk({root() + "/news/a.html"}, {{"*.txt"}, {}}), IsEmpty());
}

TEST_F(WalkerTest, ReadsPathsFromAFile) {
  write("list", "one\n\ntwo words\nthree");
  auto next = paths_from(root() + "/list", false);
  ASSERT_TRUE(next);
  EXPECT_EQ((*next)(), "one");
  EXPECT_EQ((*next)(), "two words");
  EXPECT_EQ((*next)(), "three");
  EXPECT_EQ((*next)(), std::nullopt);
  write("zero", std::string("a\nb\0c\0", 6));
  next = paths_from(root() + "/zero", true);
  EXPECT_EQ((*next)(), "a\nb");
  EXPECT_EQ((*next)(), "c");
  EXPECT_EQ((*next)(), std::nullopt);
  EXPECT_FALSE(paths_from(root() + "/none", false));
}

}  // namespace
}  // namespace onrecord
