// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/charset.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "common/utf8.h"
#include "indexer/reader/mojibake.h"
#include "indexer/reader/windows_1252.h"

namespace onrecord {
namespace {

/// `text` in another charset.
std::string bytes_in(const char* charset, std::string_view text) {
  const auto unicode =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string bytes(text.size() * 4 + 8, '\0');
  const auto size = unicode.extract(0, unicode.length(), bytes.data(),
                                    static_cast<std::uint32_t>(bytes.size()), charset);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

/// UTF-8 taken for windows-1252 and converted to UTF-8.
std::string encode_twice(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    append_utf8(out, from_windows_1252(static_cast<unsigned char>(byte)));
  }
  return out;
}

constexpr std::string_view english =
    "“We can’t wait,” the mayor said on Tuesday – and the café stayed open.";

TEST(DecodeText, Utf8StaysAsItIs) {
  const Decoded decoded = decode_text(english);
  EXPECT_EQ(decoded.text, english);
  EXPECT_EQ(decoded.charset, "UTF-8");
  EXPECT_EQ(decoded.replaced, 0U);
}

TEST(DecodeText, ByteOrderMarksDecideAndDisappear) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBFLima").text, "Lima");
  for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const Decoded decoded = decode_text(bytes_in(charset, "\uFEFFLima – café"));
    EXPECT_EQ(decoded.text, "Lima – café") << charset;
    EXPECT_EQ(decoded.charset, charset);
  }
}

TEST(DecodeText, WideTextWithoutMarkIsSeenByItsZeros) {
  for (const char* charset : {"UTF-16LE", "UTF-16BE"}) {
    EXPECT_EQ(decode_text(bytes_in(charset, english)).text, english) << charset;
    EXPECT_EQ(wide_charset_of(bytes_in(charset, "Городской совет, мост и река.")), charset);
  }
  EXPECT_EQ(wide_charset_of("plain text"), "");
}

TEST(DecodeText, WesternTextIsWindows1252WhateverItDeclares) {
  const std::string bytes = bytes_in("windows-1252", english);
  for (const char* declared : {"", "iso-8859-1", "us-ascii", "utf-8"}) {
    const Decoded decoded = decode_text(bytes, declared);
    EXPECT_EQ(decoded.text, english) << declared;
    EXPECT_EQ(decoded.charset, "windows-1252") << declared;
  }
}

TEST(DecodeText, ShortWesternTextIsNotTakenForSomethingExotic) {
  EXPECT_EQ(decode_text("Caf\xE9").text, "Café");
  EXPECT_EQ(decode_text("S\xE3o Paulo").text, "São Paulo");
  EXPECT_EQ(decode_text("It\x92s over").text, "It’s over");
  EXPECT_EQ(decode_text("\x93No,\x94 she said \x96 twice\x85").text, "“No,” she said – twice…");
}

TEST(DecodeText, OtherCodePagesAreProvedByTheLanguage) {
  constexpr std::string_view russian =
      "Городской совет проголосует за новый мост на следующей неделе, заявила мэр города.";
  constexpr std::string_view polish =
      "Rada miasta zagłosuje w przyszłym tygodniu nad budową mostu, powiedziała burmistrz. Część "
      "mieszkańców sprzeciwia się tej budowie, bo droga będzie prowadzić przez park.";
  constexpr std::string_view greek =
      "Το δημοτικό συμβούλιο θα ψηφίσει την επόμενη εβδομάδα για τη νέα γέφυρα, είπε η δήμαρχος.";
  EXPECT_EQ(decode_text(bytes_in("windows-1251", russian)).text, russian);
  EXPECT_EQ(decode_text(bytes_in("koi8-r", russian)).text, russian);
  EXPECT_EQ(decode_text(bytes_in("windows-1250", polish)).text, polish);
  EXPECT_EQ(decode_text(bytes_in("windows-1253", greek)).text, greek);
}

TEST(DecodeText, AsianCharsetsAreRead) {
  constexpr std::string_view japanese =
      "市議会は来週、新しい橋の建設について採決すると市長が述べた。住民の一部は反対している。";
  EXPECT_EQ(decode_text(bytes_in("shift_jis", japanese)).text, japanese);
  EXPECT_EQ(decode_text(bytes_in("euc-jp", japanese)).text, japanese);
}

TEST(DecodeText, DeclaredCharsetIsUsedWhereTheContentAllows) {
  EXPECT_EQ(decode_text(bytes_in("iso-8859-5", "Мост"), "iso-8859-5").text, "Мост");
  EXPECT_EQ(decode_text("Caf\xE9", "no-such-charset").text, "Café");
}

TEST(DecodeText, ForeignBytesInsideUtf8AreReadAndCutCharactersMarked) {
  const Decoded pasted = decode_text("“Sí,” dijo. It\x92s late – señor.");
  EXPECT_EQ(pasted.text, "“Sí,” dijo. It’s late – señor.");
  EXPECT_EQ(pasted.charset, "UTF-8");
  const Decoded cut = decode_text("“Yes,” he said – \xE2\x80");
  EXPECT_EQ(cut.text, "“Yes,” he said – \uFFFD");
  EXPECT_EQ(cut.replaced, 2U);
}

TEST(DecodeText, ControlCharactersGoAndLinesEndInOneWay) {
  EXPECT_EQ(decode_text(std::string_view("a\0b\x01"
                                         "c\x7F",
                                         6))
                .text,
            "abc");
  EXPECT_EQ(decode_text("one\r\ntwo\rthree\n\vfour\ffive\tsix").text,
            "one\ntwo\nthree\n\nfour\ffive\tsix");
  EXPECT_EQ(decode_text("It\u0092s \uFEFFhere\u0085").text, "It’s here…");
}

TEST(DecodeText, EmptyAndTinyInputs) {
  EXPECT_EQ(decode_text("").text, "");
  EXPECT_EQ(decode_text("\xEF\xBB\xBF").text, "");
  EXPECT_EQ(decode_text("\xFF\xFE").text, "");
  EXPECT_EQ(decode_text("\xFF").text, "ÿ");
  EXPECT_EQ(decode_text(std::string(10, '\0')).text, "");
}

TEST(RepairMojibake, PutsTextRightThatWasConvertedTwice) {
  EXPECT_EQ(repair_mojibake("We donâ€™t know, she said â€“ again."),
            "We don’t know, she said – again.");
  EXPECT_EQ(repair_mojibake("The cafÃ© in SÃ£o Paulo"), "The café in São Paulo");
  EXPECT_EQ(repair_mojibake("â€œYes,â€\u009d said Ã‰lise at the cafÃ©"),
            "“Yes,” said Élise at the café");
  for (const std::string_view text :
       {std::string_view("Мосты и реки"), std::string_view("Γέφυρα και ποτάμι"), english}) {
    EXPECT_EQ(repair_mojibake(encode_twice(text)), text);
  }
}

TEST(RepairMojibake, LeavesSoundTextAlone) {
  for (const char* sound : {"“CAFÉ”", "«VOILÀ»", "São Paulo – AVIÃO", "Â", "Ã", "100 €", "plain",
                            "â ê î ô û", "l’été à Orléans…", "NAÏVETÉ–", "MANHÃ»", "Мост – река",
                            "« Le voilà\u00A0»", "un café\u00A0– froid"}) {
    EXPECT_EQ(repair_mojibake(sound), std::nullopt) << sound;
  }
}

TEST(RepairMojibake, TouchesOnlyTheCertainPartsOfMixedText) {
  EXPECT_EQ(repair_mojibake("“CAFÉ” opens; donâ€™t miss the soirée"),
            "“CAFÉ” opens; don’t miss the soirée");
}

}  // namespace
}  // namespace onrecord
