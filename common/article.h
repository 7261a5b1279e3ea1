// SPDX-License-Identifier: GPL-3.0-or-later
// The value types that both programs share: an article and what was found in it.
//
// Plain structs, no behaviour. An Article owns its text, once, in `paragraphs`; everything found in
// it points there by index and byte span, so an article can be moved, stored and written without
// care. Links between things are indices, never pointers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"

namespace onrecord {

/// Bytes [begin, end) of one paragraph's text (UTF-8, between code points).
struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const TextSpan&) const = default;
};

/// A place in an article: a span of `Article::paragraphs[paragraph].text`.
struct Mention {
  std::uint32_t paragraph = 0;
  TextSpan span;
  bool operator==(const Mention&) const = default;
};

enum class ParagraphKind : std::uint8_t {
  headline,  ///< At most one, always the first paragraph.
  deck,      ///< Standfirst below the headline.
  body,
  subhead,
  list_item,
  block_quote,
  caption,  ///< Its credit is in Article::captions.
};

/// One run of text that was taken over unchanged: text bytes from `text_begin` up to the next run
/// stand in the record's decoded text from `source_begin` on. Joins, removed page furniture and
/// resolved ligatures start a new run.
struct SourceRun {
  std::uint32_t text_begin = 0;
  std::uint64_t source_begin = 0;
  bool operator==(const SourceRun&) const = default;
};

struct Paragraph {
  ParagraphKind kind = ParagraphKind::body;
  std::string text;               ///< Valid UTF-8, no line breaks, blanks squeezed.
  std::vector<SourceRun> source;  ///< Map back to the record; empty where none is known.
  bool operator==(const Paragraph&) const = default;
};

struct Caption {
  std::uint32_t paragraph = 0;  ///< The paragraph of kind caption.
  std::string credit;           ///< "Foreign Ministry / Agency"; empty if none.
  bool operator==(const Caption&) const = default;
};

/// "LIMA, Peru (Andes Wire) -". The words also stay in the body, where they stood.
struct Dateline {
  std::string text;    ///< The place or places as written: "LIMA, Peru".
  std::string agency;  ///< "Andes Wire"; empty if none.
  bool operator==(const Dateline&) const = default;
};

/// Where an article was read: for messages, for links, and to find it again.
struct Origin {
  std::string path;          ///< File as given on the command line, or archive!entry.
  std::uint64_t record = 1;  ///< 1-based number of the record inside the file.
  std::string format;        ///< Name of the input format: "text", "jsonl".
  bool operator==(const Origin&) const = default;
};

/// An office or description as the article gives it: "Foreign Minister".
struct Role {
  std::string text;
  Mention where;
  bool past = false;  ///< "former mayor", in any language.
  bool operator==(const Role&) const = default;
};

/// One step of an explanation: what kind of evidence, and what it was. {"title before", "Mayor"}.
struct Reason {
  std::string what;
  std::string detail;
  bool operator==(const Reason&) const = default;
};

/// Whether reasons are kept and printed: the keys "evidence", "why" and "trace" of the JSON.
enum class Explain : bool { no, yes };

enum class Gender : std::uint8_t { unknown, female, male };

/// A named individual. One entry a person, whatever the number and form of the mentions.
struct Person {
  std::string name;                 ///< The fullest form the article uses, without title.
  std::vector<Mention> mentions;    ///< Every mention by a part of the name, in text order.
  std::vector<Role> roles;          ///< As written, in text order.
  Gender gender = Gender::unknown;  ///< From courtesy titles, given names, pronouns.
  std::vector<Reason> why = {};     ///< Why it is a person; only when explained, never stored.
  bool operator==(const Person&) const = default;
};

struct Place {
  std::string name;     ///< "Lyon"
  std::string country;  ///< ISO 3166-1 alpha-2; empty if unknown or larger than one.
  std::vector<Mention> mentions;
  std::optional<double> latitude;  ///< Degrees, WGS 84.
  std::optional<double> longitude;
  std::vector<Reason> why = {};  ///< Why it is a place, and in that country; as in Person.
  bool operator==(const Place&) const = default;
};

struct Organization {
  std::string name;  ///< The long form where the article gives it.
  std::vector<Mention> mentions;
  std::vector<Reason> why = {};  ///< As in Person.
  bool operator==(const Organization&) const = default;
};

enum class QuoteKind : std::uint8_t {
  direct,    ///< A whole utterance between marks.
  mixed,     ///< A fragment inside the reporter's sentence.
  indirect,  ///< A reported clause without marks.
};

struct Quote {
  std::string id;    ///< "q-" and 12 characters, from content (content_id.h).
  std::string text;  ///< As spoken: no outer marks, paragraphs joined by a blank.
  QuoteKind kind = QuoteKind::direct;
  std::vector<Mention> where;  ///< One span (marks included) per paragraph it runs through.

  std::string speaker;                        ///< Canonical name; empty where nobody named speaks.
  std::optional<std::uint32_t> person;        ///< Index into Article::people.
  std::optional<std::uint32_t> organization;  ///< Index into Article::organizations.
  std::string speaker_mention;                ///< As written: "he", "the minister"; empty if none.
  std::string role;                           ///< The speaker's role at the time, as written.
  bool past_role = false;                     ///< "former mayor"
  std::vector<std::string> joint_speakers;    ///< Who speaks beside `speaker`: canonical names.
  std::string cue;                            ///< "said", "according to"; empty if none.
  std::string cue_class;                      ///< "say", "deny", "promise"; empty without a cue.
  std::string addressee;                      ///< "reporters", of "told reporters"; empty if none.
  std::string occasion;                       ///< "in a statement", as written; empty if none.
  std::optional<Date> said_on;                ///< "on Thursday", by the date of publication.
  float confidence = 0;                       ///< 0..1 that the speaker is right.
  std::string rule;                           ///< Name of the rule that decided.
  std::vector<Reason> trace;                  ///< How the speaker was found, step by step.
  bool operator==(const Quote&) const = default;
};

/// Where a field of an article was read, and what else would have stood for it.
struct FieldEvidence {
  std::string field;         ///< Key of `extract`: "headline".
  std::string origin;        ///< "json-ld headline", "first line"; empty where nothing was found.
  std::string other;         ///< The runner-up, where it differs; empty if none.
  std::string other_origin;  ///< Where the runner-up was read.
  bool operator==(const FieldEvidence&) const = default;
};

struct Article {
  std::string id;  ///< "a-" and 12 characters, from content (content_id.h).
  Origin origin;
  /// `fingerprint_of` the article as it was read, before the lines of its host's template went: by
  /// it an index knows that it has the article, whatever else was read before. 0: not yet taken.
  std::uint64_t fingerprint = 0;
  std::vector<Paragraph> paragraphs;  ///< All text: headline, body, captions, in reading order.
  std::vector<std::string> byline;    ///< Person names only.
  std::vector<std::string> desks;     ///< Who signs where no person does: "Courier staff", "AFP".
  std::optional<Dateline> dateline;
  std::optional<Published> published;
  std::string source;  ///< The outlet.
  std::string agency;  ///< The wire service, where one is credited.
  std::string section;
  std::string language;  ///< ISO 639-1, "en"; empty if unknown.
  std::string url;
  std::vector<Caption> captions;
  std::vector<std::string> related;     ///< Headlines of linked articles, taken out of the body.
  bool truncated = false;               ///< The text ends early: a paywall, a teaser, a stub.
  std::vector<FieldEvidence> evidence;  ///< Of the fields above; only when explained, never stored.

  std::vector<Person> people;
  std::vector<Place> places;
  std::vector<Organization> organizations;
  std::vector<Quote> quotes;
  bool operator==(const Article&) const = default;
};

}  // namespace onrecord
