// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/language/detect.h"

#include <cld2/public/compact_lang_det.h>

#include "common/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t looked_at_bytes = 16 << 10;

/// CLD2 still prints some codes that ISO 639 has withdrawn, and its own for no language ("xxx").
std::string current_code(std::string_view code) {
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code.size() > 2 && code[2] == '-') code = code.substr(0, 2);  // "zh-Hant"
  return code.size() == 2 ? std::string(code) : std::string();
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view start = cut_utf8(text, looked_at_bytes);
  bool sure = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(start.data(), static_cast<int>(start.size()), true, &sure);
  if (!sure || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return current_code(CLD2::LanguageCode(language));
}

}  // namespace onrecord
