// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/stored_article.h"

#include <algorithm>

#include <xxhash.h>

#include "common/article_text.h"
#include "common/binary_codec.h"

namespace onrecord {

template <>
inline constexpr ParagraphKind last_enumerator<ParagraphKind> = ParagraphKind::caption;
template <>
inline constexpr Gender last_enumerator<Gender> = Gender::male;
template <>
inline constexpr QuoteKind last_enumerator<QuoteKind> = QuoteKind::indirect;

// --- the field lists, one for both directions; the codec finds them by the types ---

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Date> d) {
  coder(d.year, d.month, d.day);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, ClockTime> t) {
  coder(t.hour, t.minute, t.second, t.utc_offset_minutes);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Published> p) {
  coder(p.date, p.time);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, TextSpan> s) {
  coder(s.begin, s.end);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Mention> m) {
  coder(m.paragraph, m.span);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, SourceRun> r) {
  coder(r.text_begin, r.source_begin);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Paragraph> p) {
  coder(p.kind, p.text, p.source);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Caption> c) {
  coder(c.paragraph, c.credit);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Dateline> d) {
  coder(d.text, d.agency);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Origin> o) {
  coder(o.path, o.record, o.format);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Role> r) {
  coder(r.text, r.past, r.where);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Reason> r) {
  coder(r.what, r.detail);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Person> p) {
  coder(p.name, p.mentions, p.roles, p.gender);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Place> p) {
  coder(p.name, p.country, p.mentions, p.latitude, p.longitude);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Organization> o) {
  coder(o.name, o.mentions);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Quote> q) {
  coder(q.id, q.text, q.kind, q.where, q.speaker, q.person, q.organization, q.speaker_mention,
        q.role, q.past_role, q.joint_speakers, q.cue, q.cue_class, q.addressee, q.occasion,
        q.said_on, q.confidence, q.rule, q.trace);
}

/// All but the fingerprint.
template <typename Coder>
void visit_content(Coder& coder, Ref<Coder, Article> a) {
  coder(a.id, a.origin, a.paragraphs, a.byline, a.desks, a.dateline, a.published, a.source,
        a.agency, a.section, a.language, a.url, a.captions, a.related, a.truncated, a.people,
        a.places, a.organizations, a.quotes);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, Article> a) {
  coder(a.fingerprint);
  visit_content(coder, a);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, QuoteContext> c) {
  coder(c.paragraph, c.text);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, StoredQuote> s) {
  coder(s.quote, s.context, s.people, s.article_id, s.headline, s.published, s.source, s.agency,
        s.section, s.language, s.url, s.path, s.record);
}

namespace {

// Change a field list above and this number changes with it.
constexpr char stored_version = 5;

// --- what every reader may rely on ---

bool lies_in(const TextSpan& span, std::string_view text) {
  return span.begin <= span.end && span.end <= text.size();
}

bool are_inside(const Article& article, const std::vector<Mention>& mentions) {
  return std::all_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return mention.paragraph < article.paragraphs.size() &&
           lies_in(mention.span, article.paragraphs[mention.paragraph].text);
  });
}

bool is_inside(const Article& article, const Quote& quote) {
  return are_inside(article, quote.where) &&
         (!quote.person || *quote.person < article.people.size()) &&
         (!quote.organization || *quote.organization < article.organizations.size());
}

bool is_inside(const Article& article, const Person& person) {
  return are_inside(article, person.mentions) &&
         std::all_of(person.roles.begin(), person.roles.end(),
                     [&](const Role& role) { return are_inside(article, {role.where}); });
}

bool is_consistent(const Article& article) {
  const auto all = [](const auto& values, auto holds) {
    return std::all_of(values.begin(), values.end(), holds);
  };
  const auto mentions_inside = [&](const auto& entity) {
    return are_inside(article, entity.mentions);
  };
  return all(article.captions,
             [&](const Caption& c) { return c.paragraph < article.paragraphs.size(); }) &&
         all(article.people, [&](const Person& p) { return is_inside(article, p); }) &&
         all(article.places, mentions_inside) && all(article.organizations, mentions_inside) &&
         all(article.quotes, [&](const Quote& q) { return is_inside(article, q); });
}

bool is_consistent(const StoredQuote& stored) {
  return std::all_of(stored.quote.where.begin(), stored.quote.where.end(),
                     [&](const Mention& part) {
                       return part.paragraph < stored.context.size() &&
                              lies_in(part.span, stored.context[part.paragraph].text);
                     });
}

// --- the frame around the fields ---

constexpr std::size_t frame_bytes = 1 + sizeof(std::uint64_t);

std::string checksum_of(std::string_view payload) {
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, XXH3_64bits(payload.data(), payload.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof(canonical.digest)};
}

template <typename T>
std::string encode_framed(const T& value) {
  Encoder encoder;
  encoder(value);
  const std::string payload = encoder.take();
  return stored_version + checksum_of(payload) + payload;
}

Result<std::string_view> unframe(std::string_view bytes) {
  if (bytes.size() < frame_bytes) return fail("stored record ends early");
  if (bytes.front() != stored_version) return fail("stored record has an unknown version");
  const std::string_view payload = bytes.substr(frame_bytes);
  if (bytes.substr(1, frame_bytes - 1) != checksum_of(payload)) {
    return fail("stored record is damaged: its checksum does not agree");
  }
  return payload;
}

template <typename T>
Result<T> decode_framed(std::string_view bytes) {
  const auto payload = unframe(bytes);
  if (!payload) return tl::unexpected(payload.error());
  T value;
  Decoder decoder(*payload);
  decoder(value);
  if (!decoder.complete() || !is_consistent(value)) {
    return fail("stored record is damaged: its fields do not agree");
  }
  return value;
}

bool stands_in(const Person& person, std::uint32_t paragraph) {
  return std::any_of(person.mentions.begin(), person.mentions.end(),
                     [&](const Mention& mention) { return mention.paragraph == paragraph; });
}

}  // namespace

StoredQuote make_stored_quote(const Article& article, const Quote& quote) {
  StoredQuote stored;
  stored.quote = quote;
  stored.quote.person.reset();
  stored.quote.organization.reset();
  for (Mention& part : stored.quote.where) {
    if (stored.context.empty() || stored.context.back().paragraph != part.paragraph) {
      stored.context.push_back({part.paragraph, article.paragraphs[part.paragraph].text});
    }
    part.paragraph = static_cast<std::uint32_t>(stored.context.size() - 1);
  }
  for (const Person& person : article.people) {
    if (std::any_of(stored.context.begin(), stored.context.end(), [&](const QuoteContext& context) {
          return stands_in(person, context.paragraph);
        })) {
      stored.people.push_back(person.name);
    }
  }
  stored.article_id = article.id;
  stored.headline = headline_of(article);
  stored.published = article.published;
  stored.source = article.source;
  stored.agency = article.agency;
  stored.section = article.section;
  stored.language = article.language;
  stored.url = article.url;
  stored.path = article.origin.path;
  stored.record = article.origin.record;
  return stored;
}

std::string encode(const Article& article) {
  return encode_framed(article);
}

std::string encode(const StoredQuote& quote) {
  return encode_framed(quote);
}

std::uint64_t fingerprint_of(const Article& article) {
  Encoder encoder;
  visit_content(encoder, article);
  const std::string content = encoder.take();
  const auto hash = XXH3_64bits_withSeed(content.data(), content.size(), stored_version);
  return std::max<std::uint64_t>(hash, 1);
}

std::uint64_t stored_fingerprint(std::string_view bytes) {
  const auto payload = unframe(bytes);
  std::uint64_t fingerprint = 0;
  if (!payload) return 0;
  Decoder decoder(*payload);
  decoder(fingerprint);
  return fingerprint;
}

Result<Article> decode_article(std::string_view bytes) {
  return decode_framed<Article>(bytes);
}

Result<StoredQuote> decode_quote(std::string_view bytes) {
  return decode_framed<StoredQuote>(bytes);
}

}  // namespace onrecord
