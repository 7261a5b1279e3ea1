// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/pdf_reader.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include "tests/indexer/reader/packed.h"
#include "tests/indexer/reader/read_records.h"
#include "tests/support/temporary_folder.h"

namespace onrecord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A page of lines in Helvetica, from the top.
std::string page_of(const std::vector<std::string>& lines) {
  std::string content = "BT /F1 12 Tf 72 720 Td 14 TL\n";
  for (const std::string& line : lines) content += "(" + line + ") Tj T*\n";
  return content + "ET";
}

/// The smallest file that holds these pages. `info`: "/Title (Ferry sinks)".
std::string pdf_of(const std::vector<std::string>& pages, const std::string& info = "") {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
  std::string kids;
  for (const std::string& content : pages) {
    const std::size_t number = objects.size() + 1;
    kids += fmt::format("{} 0 R ", number);
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R "
                    "/Resources << /Font << /F1 3 0 R >> >> >>",
                    number + 1));
    objects.push_back(
        fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content));
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  objects.push_back("<< " + info + " >>");
  std::string file = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return fmt::format("{}{}trailer\n<< /Size {} /Root 1 0 R /Info {} 0 R >>\nstartxref\n{}\n%%EOF\n",
                     file, table, objects.size() + 1, objects.size(), file.size());
}

const std::string ferry =
    pdf_of({page_of({"Ferry sinks off Moss", "By Ann Lee", "It sank, the harbour master said."}),
            page_of({"Nobody was hurt & all swam."})});

/// PATH as it was before the test.
class PdfReaderTest : public testing::Test {
 protected:
  void SetUp() override { path_ = std::getenv("PATH"); }
  void TearDown() override { setenv("PATH", path_.c_str(), 1); }

  bool has_poppler() const { return std::system("pdftotext -v >/dev/null 2>&1") == 0; }

  /// From now on the program `pdftotext` is this shell script, and no other is found.
  void replace_program(const std::string& script) {
    const auto file = folder_ / "pdftotext";
    std::ofstream(file) << "#!/bin/sh\nPATH=" << path_ << "\n" << script << "\n";
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    setenv("PATH", folder_.path().c_str(), 1);
  }

 private:
  std::string path_;
  TemporaryFolder folder_;
};

TEST_F(PdfReaderTest, GivesTheTextWithPageEnds) {
  if (!has_poppler()) GTEST_SKIP() << "poppler-utils is missing";
  for (const std::string& bytes :
       {ferry, packed("gzip", ferry), "HTTP junk\r\n\r\n" + ferry, "\xEF\xBB\xBF" + ferry}) {
    const ReadResult result = read_records(bytes, {}, "a.bin");
    ASSERT_THAT(result.records, SizeIs(1)) << testing::PrintToString(result.errors);
    const RawRecord& record = result.records[0];
    EXPECT_EQ(record.text,
              "Ferry sinks off Moss\nBy Ann Lee\nIt sank, the harbour master said.\n\f"
              "Nobody was hurt & all swam.\n");
    EXPECT_EQ(record.kind, TextKind::plain);
    EXPECT_EQ(record.origin, (Origin{"a.bin", 1, "pdf"}));
    EXPECT_EQ(record.charset, "UTF-8");
  }
}

TEST_F(PdfReaderTest, TitleAndAuthorAreBelievedWhereThePageShowsThem) {
  if (!has_poppler()) GTEST_SKIP() << "poppler-utils is missing";
  const std::vector<std::string> pages = {
      page_of({"\\223Ferry & pier\\224", "off Moss", "By ANN LEE", "It sank."})};
  const auto fields_of = [&](const std::string& info) {
    return read_records(pdf_of(pages, info)).records.at(0).fields;
  };
  const RecordFields shown = fields_of("/Title (\"Ferry & pier\" off Moss) /Author (Ann Lee)");
  EXPECT_EQ(shown.headline, "\"Ferry & pier\" off Moss");
  EXPECT_THAT(shown.byline, ElementsAre("Ann Lee"));
  const RecordFields other =
      fields_of("/Title (Microsoft Word - ferry2.doc) /Author (desk) /CreationDate (D:20190304)");
  EXPECT_EQ(other.headline, "");
  EXPECT_THAT(other.byline, IsEmpty());
  EXPECT_EQ(other.published, "");
}

TEST_F(PdfReaderTest, SaysWhyThereIsNoText) {
  if (!has_poppler()) GTEST_SKIP() << "poppler-utils is missing";
  EXPECT_THAT(read_records(pdf_of({"0 0 m 9 9 l S"})).errors,
              ElementsAre("1: PDF without text (a scan needs character recognition first)"));
  EXPECT_THAT(read_records(ferry.substr(0, 200)).errors,
              ElementsAre(HasSubstr("1: PDF is damaged (Syntax Error: ")));
  const std::string locked =
      ferry.substr(0, ferry.find("/Info")) + "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" +
      std::string(32, 'o') + ") /U (" + std::string(32, 'u') +
      ") >> /ID [(a) (b)] >>\nstartxref\n" + ferry.substr(ferry.find("startxref\n") + 10);
  EXPECT_THAT(read_records(locked).errors,
              ElementsAre("1: encrypted PDF: it opens with a password only"));
}

TEST_F(PdfReaderTest, WithoutTheProgramItNamesThePackage) {
  setenv("PATH", "/nowhere", 1);
  EXPECT_THAT(read_records(ferry).errors,
              ElementsAre("1: PDF needs pdftotext of the package poppler-utils"));
}

TEST_F(PdfReaderTest, TheProgramGetsTheWholeFile) {
  replace_program("printf '<body><page ><line ><word >%s</word>' $(wc -c)");
  const std::string large = ferry + std::string(3 << 20, '%');
  const ReadResult result = read_records(large);
  ASSERT_THAT(result.records, SizeIs(1));
  EXPECT_EQ(result.records[0].text, std::to_string(large.size()) + "\n");
}

TEST_F(PdfReaderTest, AProgramThatHangsOrFloodsIsKilled) {
  ReadSettings settings;
  settings.program_time = std::chrono::milliseconds(300);
  settings.limits.record_bytes = 100000;
  for (const char* script : {"sleep 60", "exec >&- 2>&-; sleep 60", "sleep 60 & exit 0"}) {
    replace_program(script);
    EXPECT_THAT(read_records(ferry, settings).errors,
                ElementsAre("1: PDF took pdftotext longer than 0.3 seconds"))
        << script;
  }
  settings.program_time = std::chrono::seconds(30);
  replace_program("yes");
  EXPECT_THAT(read_records(ferry, settings).errors, ElementsAre("1: text larger than 98 KB"));
  replace_program("kill -SEGV $$");
  EXPECT_THAT(read_records(ferry, settings).errors, ElementsAre(HasSubstr("crashed")));
  replace_program("yes message | head -c 1000000 >&2; echo 'Copying is not allowed' >&2; exit 3");
  EXPECT_THAT(read_records(ferry, settings).errors, ElementsAre(HasSubstr("does not allow")));
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

TEST_F(PdfReaderTest, ManyThreadsReadAtOnce) {
  replace_program("cat >/dev/null; echo '<body><page ><line ><word >Ferry</word>'");
  std::vector<std::jthread> threads;
  std::atomic<int> read = 0;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 5; ++j) read += static_cast<int>(read_records(ferry).records.size());
    });
  }
  threads.clear();
  EXPECT_EQ(read, 40);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

TEST_F(PdfReaderTest, OnlyPdfIsReadAsPdf) {
  ReadSettings settings;
  settings.format = "pdf";
  EXPECT_THAT(read_records("It sank.", settings).errors, ElementsAre("1: no PDF"));
  settings.format = "html";
  EXPECT_THAT(read_records(ferry, settings).errors, ElementsAre("pdf content, not html"));
  EXPECT_EQ(read_records("A file begins with %PDF-1.7, always.").records.at(0).origin.format,
            "text");
}

TEST_F(PdfReaderTest, TheLimitOfRecordsHolds) {
  ReadSettings settings;
  settings.limits.record_bytes = 1000;
  EXPECT_THAT(read_records(ferry + std::string(1000, '%'), settings).errors,
              ElementsAre("1: larger than 1000 bytes"));
}

}  // namespace
}  // namespace onrecord
