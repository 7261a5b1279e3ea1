// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/quote_filter.h"

#include "common/tokens.h"

namespace onrecord {
namespace {

/// The shape of the words between the marks.
struct Shape {
  int words = 0;
  int capitals = 0;       ///< Words with a capital that no sentence start explains.
  int lower_content = 0;  ///< Words of four letters or more in lower case.
  bool begins_upper = false;
  char last = '\0';  ///< Last sign if it is punctuation.
};

Shape shape_of(std::string_view text) {
  Shape shape;
  for (const Token& token : tokenize(text)) {
    if (token.kind == TokenKind::punctuation) {
      shape.last = text[token.span.begin];
      continue;
    }
    if (token.kind == TokenKind::clitic) continue;
    shape.last = '\0';
    if (shape.words == 0) shape.begins_upper = token.starts_upper;
    ++shape.words;
    if (token.starts_upper) ++shape.capitals;
    if (token.has_letter && !token.starts_upper && token.span.end - token.span.begin >= 4) {
      ++shape.lower_content;
    }
  }
  return shape;
}

/// "Salt Roads", "How to Lose a Town": capitals throughout but for small words.
bool looks_like_title(const Shape& shape) {
  return shape.capitals > 0 && shape.lower_content == 0 && shape.words <= 12 &&
         shape.capitals * 2 >= shape.words;
}

class Judge {
 public:
  Judge(const Scene& scene, const Attribution& attribution, std::uint32_t m)
      : scene_(scene),
        attribution_(attribution),
        marked_(scene.marked[m]),
        frame_(scene.frames[scene.frame_of[m]]),
        at_(scene.item_of[m]),
        shape_(shape_of(scene.text(marked_))) {}

  bool is_quotation() const {
    if (shape_.words == 0) return false;
    const ParagraphKind kind = scene_.article->paragraphs[marked_.paragraph].kind;
    if (kind == ParagraphKind::headline || kind == ParagraphKind::subhead) return is_in_headline();
    if (is_nickname() || is_behind_title_noun() || follows_term_word() || is_being_named() ||
        is_on_sign() || is_name_of()) {
      return false;
    }
    if (looks_like_title(shape_)) return is_spoken_in_capitals();
    if (has_rule("said-after") || has_rule("name-after")) return true;
    if (marked_.minor) return is_minor_quotation();
    if (is_before_noun() && !is_beside_cue() && shape_.words <= 3) return false;
    // A few words that nothing around them makes somebody's: a term.
    if (attribution_.rule == nullptr) return shape_.words >= 4 || is_utterance();
    // One word in a sentence without a cue: a scare quote.
    return !has_rule("clause-subject") || shape_.words >= 2;
  }

 private:
  const Item* before() const { return at_ > frame_.begin ? &scene_.items[at_ - 1] : nullptr; }
  const Item* after() const { return at_ + 1 < frame_.end ? &scene_.items[at_ + 1] : nullptr; }

  bool has_rule(std::string_view name) const {
    return attribution_.rule != nullptr && attribution_.rule->name == name;
  }

  /// "You knew?" - two words or more with a beginning and an end of their own
  bool is_utterance() const {
    const bool ended = shape_.last == '.' || shape_.last == '!' || shape_.last == '?';
    return shape_.words >= 2 && shape_.begins_upper && ended;
  }

  bool is_beside_cue() const { return attribution_.verb_beside && attribution_.cue; }

  bool is_right_behind_cue() const {
    return attribution_.cue && *attribution_.cue + 1 == at_word();
  }

  /// The item that ends the words before the marks: a comma or colon between does not count.
  std::uint32_t at_word() const {
    const Item* one = before();
    const bool sign = one != nullptr && (one->is(ItemKind::comma) || one->is(ItemKind::colon));
    return sign ? at_ - 1 : at_;
  }

  /// A headline's quotation needs a verb of saying or several words.
  bool is_in_headline() const {
    return shape_.words >= 4 || (shape_.words >= 2 && is_beside_cue());
  }

  /// Single marks in an article of double ones: a quotation only right behind a verb of saying.
  bool is_minor_quotation() const { return shape_.words >= 3 && is_beside_cue(); }

  /// Roberto "Beto" Salas
  bool is_nickname() const {
    return shape_.words <= 2 && before() != nullptr && after() != nullptr && before()->is_name() &&
           after()->is_name();
  }

  /// the film "Low tide", where no capitals tell: el buque «Marea baja»
  bool is_behind_title_noun() const {
    constexpr int longest = 6;
    return before() != nullptr && before()->has(WordClass::title_noun) && shape_.last == '\0' &&
           shape_.words <= longest && !is_beside_cue();
  }

  /// the so-called "quiet zone"; known as "the Pit"
  bool follows_term_word() const {
    if (before() == nullptr) return false;
    if (before()->has(WordClass::term_before)) return !is_beside_cue();
    std::uint32_t i = at_ - 1;
    if (scene_.items[i].has(WordClass::determiner) && i > frame_.begin) --i;
    if (!scene_.items[i].has(WordClass::subordinator) || i == frame_.begin) return false;
    return scene_.items[i - 1].has(WordClass::term_before) ||
           (attribution_.cue && scene_.items[*attribution_.cue].has(WordClass::term_before));
  }

  /// A banner read "Row Harder". - somebody's words, but nobody says them
  bool is_on_sign() const {
    return attribution_.mention.kind == MentionKind::description &&
           scene_.items[attribution_.mention.head].has(WordClass::sign_noun);
  }

  /// The islet is often called the "Bell of the North": a name in use, nobody's words.
  bool is_name_of() const {
    return has_rule("passive") && attribution_.cue && shape_.words <= 6 &&
           scene_.items[*attribution_.cue].has(WordClass::cue_calling) &&
           at_ - *attribution_.cue <= 2 && before()->has(WordClass::determiner);
  }

  /// A leaflet called "What to do"; but: what Osei called "a mess".
  bool is_being_named() const {
    if (before() == nullptr || !before()->has(WordClass::cue_calling)) return false;
    if (!before()->has(WordClass::cue_past) || at_ < frame_.begin + 2) return false;
    std::uint32_t i = at_ - 2;
    while (i > frame_.begin && scene_.items[i].has(WordClass::adverb)) --i;
    const Item& subject = scene_.items[i];
    const bool agent = subject.is_name() || subject.has(WordClass::personal) ||
                       subject.has(WordClass::person_noun) || subject.has(WordClass::people_noun) ||
                       subject.has(WordClass::auxiliary) || subject.has(WordClass::conjunction) ||
                       subject.has(WordClass::group_noun);
    return !agent || subject.has(WordClass::be);
  }

  /// Capitals throughout, and still somebody's words: "No," Osei said. "Never." - or a title.
  bool is_spoken_in_capitals() const {
    const bool cried = shape_.last == '!' || shape_.last == '?';
    if (before() == nullptr || cried) return attribution_.rule != nullptr;
    if (marked_.minor) return is_right_behind_cue() && shape_.words >= 3;
    if (is_right_behind_cue() || is_behind_noun_for_words()) return true;
    if (is_beside_cue() && scene_.items[*attribution_.cue].has(WordClass::cue_calling)) return true;
    return !is_title_in_place();
  }

  /// She added the words, "Never Again."
  bool is_behind_noun_for_words() const {
    return at_word() < at_ && at_word() > frame_.begin &&
           scene_.items[at_word() - 1].has(WordClass::cue_noun);
  }

  /// On "Morning Desk"; her memoir, "Salt Roads,"
  bool is_title_in_place() const {
    const Item* one = before();
    if (one->is(ItemKind::comma) && at_ > frame_.begin + 1) one = &scene_.items[at_ - 2];
    return one->has(WordClass::preposition) || one->has(WordClass::title_noun) ||
           one->has(WordClass::determiner) || one->has(WordClass::possessive) ||
           one->has(WordClass::conjunction) || one->is(ItemKind::possessive) || one->is_name() ||
           one->is(ItemKind::quote) || one->is(ItemKind::word);
  }

  /// the "quiet zone" rule; without any cue also: the notorious "quiet zone" rule
  bool is_before_noun() const {
    return before() != nullptr && after() != nullptr && shape_.last == '\0' &&
           (before()->has(WordClass::determiner) || before()->has(WordClass::possessive) ||
            before()->is(ItemKind::possessive) || has_rule("clause-subject")) &&
           after()->is(ItemKind::word) && !after()->has(WordClass::preposition) &&
           !after()->has(WordClass::conjunction) && !after()->has(WordClass::auxiliary);
  }

  const Scene& scene_;
  const Attribution& attribution_;
  const MarkedText& marked_;
  const Frame& frame_;
  std::uint32_t at_;
  Shape shape_;
};

}  // namespace

bool is_quotation(const Scene& scene, const Attribution& attribution, std::uint32_t m) {
  return Judge(scene, attribution, m).is_quotation();
}

}  // namespace onrecord
