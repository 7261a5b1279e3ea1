// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/pdf_reader.h"

#include <fmt/format.h>

#include "common/text_fold.h"
#include "common/utf8.h"
#include "indexer/reader/charset.h"
#include "indexer/reader/child_program.h"
#include "indexer/reader/formats.h"
#include "indexer/reader/pdf_layout.h"

namespace onrecord {
namespace {

constexpr std::string_view magic = "%PDF-";
constexpr std::string_view blanks = " \t\r\n\f";

/// A page of a newspaper takes some 50 MB.
constexpr std::uint64_t program_memory = 2ULL << 30U;

/// pdftotext in the order of reading, which goes down one column and then the next, every word with
/// its place.
const std::vector<std::string>& command() {
  static const std::vector<std::string> words = {"pdftotext", "-bbox-layout", "-enc", "UTF-8",
                                                 "-eol",      "unix",         "-",    "-"};
  return words;
}

/// Letters and digits alone: lines are broken and hyphens set otherwise on the page.
std::string letters_of(std::string_view text) {
  std::string letters = name_key(text);
  std::erase_if(letters, [](char c) { return c == ' ' || c == '\''; });
  return letters;
}

/// A title or an author is believed where the first page shows it: in many files they are names of
/// templates, files and machines ("Microsoft Word - ferry_final2.doc", "newsroom-pc7"). Dates are
/// never taken: they are those of the printing.
bool is_shown(std::string_view value, std::string_view page_letters) {
  constexpr std::size_t fewest_letters = 6;
  const std::string letters = letters_of(value);
  return letters.size() >= fewest_letters && page_letters.find(letters) != std::string_view::npos;
}

class PdfReader final : public RecordReader {
 public:
  explicit PdfReader(OpenInput input) : input_(std::move(input)) {}

  Result<std::optional<RawRecord>> next() override {
    if (records_read_ > 0) return std::nullopt;
    records_read_ = 1;
    const auto printed = print();
    if (!printed) return tl::unexpected(printed.error());
    if (!*printed) return std::nullopt;
    return record_of(**printed);
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return input_.stream.bytes_read(); }

 private:
  /// What the program prints; nothing when the user stops the run.
  Result<std::optional<std::string>> print() {
    if (!looks_like_pdf(input_.stream.peek(binary_head_bytes))) return fail("no PDF");
    auto file = MemoryFile::make();
    if (!file) return tl::unexpected(file.error());
    if (auto copied = copy_to(*file); !copied) return tl::unexpected(copied.error());
    const ReadSettings& settings = *input_.settings;
    auto result = run_program(
        command(), *file, {settings.limits.record_bytes, settings.program_time, program_memory});
    if (!result) return tl::unexpected(result.error());
    if (result->end == ProgramEnd::stopped) return std::nullopt;
    if (auto problem = problem_of(*result)) return tl::unexpected(std::move(*problem));
    return std::move(result->output);
  }

  Result<void> copy_to(MemoryFile& file) {
    ByteStream& stream = input_.stream;
    const std::uint64_t limit = input_.settings->limits.record_bytes;
    std::uint64_t size = 0;
    do {
      const std::string_view block = stream.buffered();
      size += block.size();
      if (size > limit) return fail("larger than " + size_text(limit));
      if (auto copied = file.append(block); !copied) return copied;
      stream.consume(block.size());
    } while (stream.fill());
    if (stream.damage()) return tl::unexpected(*stream.damage());
    return {};
  }

  std::optional<Error> problem_of(const ProgramResult& result) const {
    const ReadSettings& settings = *input_.settings;
    switch (result.end) {
      case ProgramEnd::not_found:
        return Error{"PDF needs pdftotext of the package poppler-utils"};
      case ProgramEnd::too_slow:
        return Error{fmt::format("PDF took pdftotext longer than {} seconds",
                                 std::chrono::duration<double>(settings.program_time).count())};
      case ProgramEnd::too_much:
        return Error{"text larger than " + size_text(settings.limits.record_bytes)};
      case ProgramEnd::crashed:
        return Error{"PDF is damaged: pdftotext crashed or needed too much memory"};
      case ProgramEnd::stopped:
      case ProgramEnd::exited:
        break;
    }
    if (result.status == 0) return std::nullopt;
    constexpr int not_allowed = 3;
    const bool locked = result.messages.find("ncorrect password") != std::string::npos;
    if (locked) return Error{"encrypted PDF: it opens with a password only"};
    if (result.status == not_allowed) return Error{"encrypted PDF: it does not allow copying text"};
    return Error{fmt::format("PDF is damaged ({})", last_line(result.messages))};
  }

  /// Of the messages of a program, for ours.
  static std::string last_line(std::string_view messages) {
    constexpr std::size_t longest = 100;
    messages = messages.substr(0, messages.find_last_not_of(blanks) + 1);
    const std::size_t begin = messages.find_last_of('\n') + 1;
    const std::string_view line = messages.substr(begin, longest);
    return line.empty() ? "pdftotext does not say why" : repair_utf8(line);
  }

  Result<std::optional<RawRecord>> record_of(std::string_view printed) {
    PdfText pdf = lay_out_pdf(printed);
    if (pdf.text.find_first_not_of(blanks) == std::string::npos) {
      return fail("PDF without text (a scan needs character recognition first)");
    }
    const std::string letters = letters_of(pdf.first_page);
    RawRecord record;
    record.origin = {input_.path, 1, std::string(input_.format)};
    const bool titled = is_shown(pdf.title, letters);
    record.fields.headline = decode_text(titled ? pdf.title : pdf.headline, "UTF-8").text;
    if (is_shown(pdf.author, letters)) {
      record.fields.byline.push_back(decode_text(pdf.author, "UTF-8").text);
    }
    Decoded decoded = decode_text(pdf.text, "UTF-8");
    record.text = std::move(decoded.text);
    record.charset = std::move(decoded.charset);
    return record;
  }

  OpenInput input_;
  std::uint64_t records_read_ = 0;
};

}  // namespace

bool looks_like_pdf(std::string_view head) {
  if (head.starts_with(magic)) return true;
  // A text about PDF has the name, but not the objects.
  constexpr std::size_t junk_bytes = 1024;
  return head.substr(0, junk_bytes).find(magic) != std::string_view::npos &&
         head.find(" obj") != std::string_view::npos;
}

std::unique_ptr<RecordReader> make_pdf_reader(OpenInput input) {
  return std::make_unique<PdfReader>(std::move(input));
}

}  // namespace onrecord
