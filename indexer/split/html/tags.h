// SPDX-License-Identifier: GPL-3.0-or-later
// The elements of HTML that matter for reading an article, and how each of them behaves.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

/// Elements that rules ask for by name. All others (also custom ones) are `other`.
enum class Tag : std::uint8_t {
  other,
  text,  ///< Not an element: a run of text.
  a,
  address,
  amp_img,
  area,
  article,
  aside,
  audio,
  b,
  base,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  col,
  dd,
  details,
  dialog,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  frame,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  label,
  legend,
  li,
  link,
  main,
  map,
  menu,
  meta,
  nav,
  noscript,
  object,
  ol,
  option,
  p,
  param,
  picture,
  pre,
  q,
  script,
  section,
  select,
  small,
  source,
  span,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  u,
  ul,
  video,
  wbr,
};

namespace tag_flags {
constexpr std::uint8_t block = 1;       ///< Stands on lines of its own.
constexpr std::uint8_t empty = 2;       ///< Has no end tag and no content.
constexpr std::uint8_t raw = 4;         ///< Content is not markup.
constexpr std::uint8_t silent = 8;      ///< Content is not shown as text of the page.
constexpr std::uint8_t closes_p = 16;   ///< Ends an open paragraph.
constexpr std::uint8_t head_only = 32;  ///< May stand in the head.
constexpr std::uint8_t scope = 64;      ///< End tags inside do not close elements outside.
}  // namespace tag_flags

/// The element of that name, any case.
Tag tag_named(std::string_view name);

std::string_view tag_name(Tag tag);
std::uint8_t flags_of(Tag tag);

inline bool has_flag(Tag tag, std::uint8_t flag) {
  return (flags_of(tag) & flag) != 0;
}
inline bool is_block(Tag tag) {
  return has_flag(tag, tag_flags::block);
}
inline bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

}  // namespace onrecord
