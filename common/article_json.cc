// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article_json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "common/article_text.h"
#include "common/utf8.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

Json string_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

/// Offsets in code points of positions given in bytes; counts in steps, so that many mentions in
/// one huge paragraph stay cheap.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at + step <= text.size(); at += step) {
      counts_.push_back(counts_.back() + count_code_points(text.substr(at, step)));
    }
  }

  std::size_t at(std::size_t byte) const {
    const std::size_t steps = byte / step;
    return counts_[steps] + count_code_points(text_.substr(steps * step, byte - steps * step));
  }

 private:
  static constexpr std::size_t step = 512;
  std::string_view text_;
  std::vector<std::size_t> counts_ = {0};
};

/// Makes the JSON of one article.
class ArticleWriter {
 public:
  ArticleWriter(const Article& article, Explain explain)
      : article_(article),
        explains_(explain == Explain::yes),
        body_(body_of(article)),
        paragraph_starts_(body_offsets(article)),
        offsets_(body_) {}

  Json write() const {
    Json json = fields();
    if (explains_) json["evidence"] = list(article_.evidence, &ArticleWriter::evidence);
    return json;
  }

 private:
  Json fields() const {
    return Json{{"id", string_or_null(article_.id)},
                {"path", article_.origin.path},
                {"record", article_.origin.record},
                {"format", string_or_null(article_.origin.format)},
                {"headline", string_or_null(headline_of(article_))},
                {"byline", signatures_of(article_)},
                {"published", published()},
                {"source", string_or_null(article_.source)},
                {"agency", string_or_null(article_.agency)},
                {"section", string_or_null(article_.section)},
                {"language", string_or_null(article_.language)},
                {"url", string_or_null(article_.url)},
                {"dateline", dateline()},
                {"body", body_},
                {"subheads", subheads()},
                {"captions", captions()},
                {"credits", credits()},
                {"related", article_.related},
                {"truncated", article_.truncated},
                {"quotes", list(article_.quotes, &ArticleWriter::quote)},
                {"people", list(article_.people, &ArticleWriter::person)},
                {"places", list(article_.places, &ArticleWriter::place)},
                {"organizations", list(article_.organizations, &ArticleWriter::organization)}};
  }

  template <typename T>
  Json list(const std::vector<T>& items, Json (ArticleWriter::*to_json)(const T&) const) const {
    Json out = Json::array();
    for (const T& item : items) out.push_back((this->*to_json)(item));
    return out;
  }

  Json published() const {
    return article_.published ? Json(to_iso(*article_.published)) : Json(nullptr);
  }

  Json dateline() const {
    if (!article_.dateline) return nullptr;
    return Json{{"text", article_.dateline->text},
                {"agency", string_or_null(article_.dateline->agency)}};
  }

  Json subheads() const {
    Json out = Json::array();
    for (const Paragraph& paragraph : article_.paragraphs) {
      if (paragraph.kind == ParagraphKind::subhead) out.push_back(paragraph.text);
    }
    return out;
  }

  Json captions() const {
    Json out = Json::array();
    for (const Caption& caption : article_.captions) {
      out.push_back(article_.paragraphs[caption.paragraph].text);
    }
    return out;
  }

  Json credits() const {
    Json out = Json::array();
    for (const Caption& caption : article_.captions) out.push_back(string_or_null(caption.credit));
    return out;
  }

  /// "body", "headline" or "caption".
  std::string_view part_of(const Mention& mention) const {
    const ParagraphKind kind = article_.paragraphs[mention.paragraph].kind;
    if (is_body(kind)) return "body";
    return kind == ParagraphKind::headline ? "headline" : "caption";
  }

  /// [start, end) in code points of the body; null outside the body.
  Json span(const Mention& mention) const {
    const std::size_t start = paragraph_starts_[mention.paragraph];
    if (start == std::string::npos) return nullptr;
    return Json::array(
        {offsets_.at(start + mention.span.begin), offsets_.at(start + mention.span.end)});
  }

  Json spans(const std::vector<Mention>& mentions) const {
    return list(mentions, &ArticleWriter::span);
  }

  Json written(const Mention& mention) const { return text_of(article_, mention); }

  Json texts(const std::vector<Mention>& mentions) const {
    return list(mentions, &ArticleWriter::written);
  }

  Json evidence(const FieldEvidence& evidence) const {
    return Json{{"field", evidence.field},
                {"from", string_or_null(evidence.origin)},
                {"other", string_or_null(evidence.other)},
                {"other_from", string_or_null(evidence.other_origin)}};
  }

  Json reason(const Reason& reason) const { return Json::array({reason.what, reason.detail}); }

  /// `json` with the reasons under `key`, where they are asked for.
  Json explained(Json json, const char* key, const std::vector<Reason>& reasons) const {
    if (explains_) json[key] = list(reasons, &ArticleWriter::reason);
    return json;
  }

  Json quote(const Quote& quote) const {
    const std::string_view part = quote.where.empty() ? "body" : part_of(quote.where.front());
    Json json{{"id", string_or_null(quote.id)},
              {"text", quote.text},
              {"kind", name_of(quote.kind)},
              {"speaker", string_or_null(quote.speaker)},
              {"speaker_mention", string_or_null(quote.speaker_mention)},
              {"joint_speakers", quote.joint_speakers},
              {"cue", string_or_null(quote.cue)},
              {"cue_class", string_or_null(quote.cue_class)},
              {"addressee", string_or_null(quote.addressee)},
              {"occasion", string_or_null(quote.occasion)},
              {"said_on", quote.said_on ? Json(to_iso(*quote.said_on)) : Json(nullptr)},
              {"role", string_or_null(quote.role)},
              {"confidence", std::round(static_cast<double>(quote.confidence) * 100) / 100},
              {"rule", string_or_null(quote.rule)},
              {"in", part},
              {"spans", part == "body" ? spans(quote.where) : Json(nullptr)}};
    return explained(std::move(json), "trace", quote.trace);
  }

  Json role(const Role& role) const { return role.text; }

  Json person(const Person& person) const {
    Json json{{"name", person.name},
              {"mentions", texts(person.mentions)},
              {"spans", spans(person.mentions)},
              {"roles", list(person.roles, &ArticleWriter::role)},
              {"gender", gender(person.gender)}};
    return explained(std::move(json), "why", person.why);
  }

  static Json gender(Gender gender) {
    if (gender == Gender::unknown) return nullptr;
    return gender == Gender::female ? "female" : "male";
  }

  Json place(const Place& place) const {
    Json json{{"name", place.name},
              {"country", string_or_null(place.country)},
              {"mentions", texts(place.mentions)},
              {"spans", spans(place.mentions)},
              {"latitude", degrees(place.latitude)},
              {"longitude", degrees(place.longitude)}};
    return explained(std::move(json), "why", place.why);
  }

  /// Four decimals are eleven metres.
  static Json degrees(const std::optional<double>& angle) {
    return angle ? Json(std::round(*angle * 1e4) / 1e4) : Json(nullptr);
  }

  Json organization(const Organization& organization) const {
    Json json{{"name", organization.name},
              {"mentions", texts(organization.mentions)},
              {"spans", spans(organization.mentions)}};
    return explained(std::move(json), "why", organization.why);
  }

  const Article& article_;
  bool explains_;
  std::string body_;
  std::vector<std::size_t> paragraph_starts_;
  CodePointOffsets offsets_;
};

}  // namespace

nlohmann::ordered_json article_to_json(const Article& article, Explain explain) {
  return ArticleWriter(article, explain).write();
}

std::string article_json_line(const Article& article, const std::vector<std::string>& keys,
                              Explain explain) {
  Json json = article_to_json(article, explain);
  if (!keys.empty()) {
    Json chosen = Json::object();
    for (const std::string& key : keys) chosen[key] = std::move(json[key]);
    json = std::move(chosen);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<std::string> article_json_keys() {
  std::vector<std::string> keys;
  const Json json = article_to_json(Article(), Explain::yes);
  for (const auto& item : json.items()) keys.push_back(item.key());
  return keys;
}

}  // namespace onrecord
