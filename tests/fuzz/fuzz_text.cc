// SPDX-License-Identifier: GPL-3.0-or-later
// The text functions under everything else: repair, fold, tokens, sentences, dates.
#include "common/date.h"
#include "common/text_fold.h"
#include "common/tokens.h"
#include "common/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace onrecord;

namespace {

void check_spans(std::string_view text, const std::vector<Token>& tokens) {
  std::uint32_t last = 0;
  for (const Token& token : tokens) {
    fuzz::require(token.span.begin >= last && token.span.begin < token.span.end &&
                      token.span.end <= text.size(),
                  "tokens ascend inside the text");
    fuzz::require(is_valid_utf8(text_of(text, token)), "tokens are whole characters");
    last = token.span.end;
  }
  last = 0;
  for (const TextSpan& sentence : split_sentences(text, tokens, nullptr)) {
    fuzz::require(
        sentence.begin >= last && sentence.begin < sentence.end && sentence.end <= text.size(),
        "sentences ascend inside the text");
    last = sentence.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8(fuzz::as_text(data, size));
  fuzz::require(is_valid_utf8(text), "repaired text is valid");
  fuzz::require(repair_utf8(text) == text, "repaired text stays as it is");
  const std::string folded = fold(text);
  fuzz::require(is_valid_utf8(folded), "folded text is valid");
  fuzz::require(fold(folded) == folded, "folding twice changes nothing");
  fuzz::require(name_key(name_key(text)) == name_key(text), "a key is its own key");
  fuzz::require(squeeze_blanks(squeeze_blanks(text)) == squeeze_blanks(text), "blanks squeezed");
  check_spans(text, tokenize(text));
  if (const auto published = parse_iso_date(text)) {
    fuzz::require(parse_iso_date(to_iso(*published)) == published, "dates survive printing");
  }
  return 0;
}
