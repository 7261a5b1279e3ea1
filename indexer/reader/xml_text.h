// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an XML file as text that is safe to parse: decoded by us, without declaration and
// document type, and with no entity left but the five of XML.
//
// So the parser never sees a declared entity: nothing can be expanded or fetched. Names of HTML
// ("&nbsp;", "&eacute;") become characters; an ampersand or "<" that begins nothing becomes itself.
#pragma once

#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/reader/byte_stream.h"

namespace onrecord {

class XmlText {
 public:
  explicit XmlText(ByteStream& stream) : stream_(stream) {}

  /// The next piece; empty at the end. An error (once) where the stream is damaged.
  Result<std::string> next();

  /// What the bytes were read as.
  const std::string& charset() const { return charset_; }

 private:
  enum class State : std::uint8_t { text, tag, cdata, comment, doctype, instruction };

  std::string take_block();
  void start();
  std::string make_safe(std::string_view text);
  std::size_t enter_markup(std::string_view text, std::size_t at, std::string& out);
  std::size_t leave_markup(std::string_view text, std::size_t at, std::string& out);
  bool is_overlong_tag(char next);
  static std::size_t append_reference(std::string_view text, std::size_t at, std::string& out);
  std::size_t skip_doctype(std::string_view text, std::size_t at);

  ByteStream& stream_;
  std::string declared_;
  std::string charset_ = "UTF-8";
  State state_ = State::text;
  std::size_t tag_bytes_ = 0;  ///< Of the open tag, without values.
  char last_ = 0;              ///< Byte of the open tag read last.
  char quote_ = 0;             ///< Open quotation mark in a tag or document type.
  std::size_t brackets_ = 0;   ///< Open "[" in a document type.
  bool started_ = false;
  bool damage_told_ = false;
};

/// "iso-8859-1" of `<?xml version="1.0" encoding="iso-8859-1"?>`; empty if not given.
std::string declared_xml_charset(std::string_view head);

/// The first element of an XML or SGML text: what stands between "<" and ">" of its start tag,
/// declarations and comments before it passed over. Empty where the text begins otherwise.
std::string_view first_tag(std::string_view head);

/// The name in `tag`, as first_tag gives it, without a prefix.
std::string_view local_name(std::string_view tag);

}  // namespace onrecord
