// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/pdf_layout.h"

#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace onrecord {
namespace {

struct Line {
  double left;
  double top;
  double height;
  std::string text;
};

std::string line_of(const Line& line) {
  std::string out = fmt::format("<line xMin=\"{}\" yMin=\"{}\" xMax=\"500\" yMax=\"{}\">\n",
                                line.left, line.top, line.top + line.height);
  for (std::string_view rest = line.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    out += fmt::format("<word xMin=\"1\">{}</word>\n", rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out + "</line>\n";
}

using Block = std::vector<Line>;

/// Pages of blocks as pdftotext prints them.
std::string printed(const std::vector<std::vector<Block>>& pages, const std::string& head = "") {
  std::string out = "<head>" + head + "</head><body><doc>";
  for (const auto& blocks : pages) {
    out += "<page width=\"612\" height=\"792\"><flow>\n";
    for (const Block& block : blocks) {
      out += "<block xMin=\"0\">\n";
      for (const Line& line : block) out += line_of(line);
      out += "</block>";
    }
    out += "</flow></page>";
  }
  return out + "</doc></body>";
}

TEST(PdfLayout, IndentsAndGapsBeginParagraphs) {
  const PdfText pdf = lay_out_pdf(printed({{{{50, 100, 10, "It sank off"},
                                             {50, 112, 10, "Moss at noon"},
                                             {58, 124, 10, "Nobody was"},
                                             {50, 136, 10, "hurt"},
                                             {50, 170, 10, "The end"}}}}));
  EXPECT_EQ(pdf.text, "It sank off\nMoss at noon\n\nNobody was\nhurt\n\nThe end\n");
}

TEST(PdfLayout, ColumnsAndPagesMayEndInsideASentence) {
  const PdfText pdf = lay_out_pdf(printed({{{{50, 100, 10, "It sank"}, {50, 112, 10, "in the"}},
                                            {{300, 100, 10, "night."}},
                                            {{300, 150, 10, "All swam"}}},
                                           {{{50, 100, 10, "ashore."}}}}));
  EXPECT_EQ(pdf.text, "It sank\nin the\nnight.\n\nAll swam\n\fashore.\n");
  EXPECT_EQ(pdf.first_page, "It sank\nin the\nnight.\n\nAll swam\n");
}

TEST(PdfLayout, TheHeadlineIsSetInTheLargestTypeButForTheNameOfThePaper) {
  const PdfText pdf =
      lay_out_pdf(printed({{{{50, 10, 40, "The Evening Post"}},
                            {{50, 60, 20, "Ferry sinks off Moss"}, {50, 82, 20, "&amp; all swim"}},
                            {{50, 110, 14, "How it came to be so"}},
                            {{50, 130, 10, "It sank off Moss at noon, the harbour master said."},
                             {50, 142, 10, "Nobody was hurt, and all of them swam ashore."}}}}));
  EXPECT_EQ(pdf.headline, "Ferry sinks off Moss & all swim");
  EXPECT_EQ(lay_out_pdf(printed({{{{50, 10, 10, "All of one size here"}}}})).headline, "");
}

TEST(PdfLayout, GivesThePropertiesAndBearsAnything) {
  const PdfText pdf = lay_out_pdf(printed(
      {}, "<title>A &lt;b&gt; &quot;c&quot;</title>\n<meta name=\"Author\" content=\"Ann Lee\"/>"));
  EXPECT_EQ(pdf.title, "A <b> \"c\"");
  EXPECT_EQ(pdf.author, "Ann Lee");
  EXPECT_EQ(pdf.text, "");
  const std::string whole = printed({{{{50, 1e308, -1, "It &amp; sank"}}}});
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    EXPECT_LE(lay_out_pdf(std::string_view(whole).substr(0, size)).text.size(), 20U);
  }
}

}  // namespace
}  // namespace onrecord
