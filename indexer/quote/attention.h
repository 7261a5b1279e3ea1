// SPDX-License-Identifier: GPL-3.0-or-later
// Follows the reporter's text sentence by sentence and keeps who is in the reader's mind, so that
// "he", "the minister" and "the company" find whom they mean (salience.h has the method).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/quote/attribution.h"
#include "indexer/quote/clause.h"
#include "indexer/quote/office.h"
#include "indexer/quote/reported_clause.h"
#include "indexer/quote/salience.h"
#include "indexer/quote/scene.h"

namespace onrecord {

/// Somebody who could have been meant, and why it is somebody else.
struct Rejected {
  Referent referent;
  std::string_view why;
};

/// Whom a mention means, and how clearly.
struct Choice {
  std::optional<Referent> best;
  double share = 1;                ///< Of the two most salient that fit, the part of the first.
  std::vector<Rejected> rejected;  ///< The next best, three at most.
};

class Attention {
 public:
  static constexpr std::uint32_t no_quote = 0xFFFFFFFF;

  Attention(const Scene& scene, const std::vector<Attribution>& attributions,
            const std::vector<ReportedClause>& clauses);

  /// Takes in the next frame: its mentions in order, pronouns resolved on the way.
  void read(std::uint32_t frame);

  /// The speaker of a quotation draws attention once more.
  void note_speaker(Referent referent);

  /// Whom the pronoun at item `i` was taken to mean when it was read.
  const Choice* meant_by(std::uint32_t i) const;

  /// Somebody of that gender and number, `quote` being what he or she is to have said; `office`:
  /// described by an office that nobody is known to hold, so rather nobody who holds another post.
  Choice somebody(Gender gender, bool plural, std::uint32_t quote,
                  std::string_view office = {}) const;

  /// Whoever bears a role with the description's head: "the minister" is the Foreign Minister.
  Choice with_role(const Frame& frame, const SpeakerMention& mention, std::uint32_t quote) const;

  /// The organization, person or country that "the ministry", "the letter", "the country" is of.
  Choice thing(const Frame& frame, const SpeakerMention& mention) const;

  /// What the name at item `i` means.
  Referent referent_of(const Frame& frame, std::uint32_t i) const;

  /// The organisation, or owner of a document, that the phrase names; else its name together with
  /// its head: "the Homeland Agency's memo", "Osei's letter", "the Adair campaign".
  std::optional<Referent> name_inside(const Frame& frame, const SpeakerMention& mention) const;

  /// "the chairman of the port board, Liberal MP Ruth Abara": item of the name behind the phrase.
  std::optional<std::uint32_t> name_behind(const Frame& frame, const SpeakerMention& mention) const;

  bool is_owned(const SpeakerMention& mention) const;
  bool is_document(const SpeakerMention& mention) const {
    return item(mention.head).has(WordClass::document_noun);
  }

  /// Canonical name; empty for the unnamed.
  std::string name_of(const Referent& referent) const;
  const std::vector<std::uint32_t>& joint(std::uint32_t index) const { return joint_[index]; }
  std::uint32_t frame() const { return frame_; }

 private:
  struct AuthorOf {
    std::string document;  ///< "letter"
    Referent author;
  };

  const Item& item(std::uint32_t i) const { return scene_.items[i]; }
  bool begins_new_story(const Frame& frame) const;
  bool read_mention(const Clause& clause, const Frame& frame, std::uint32_t i, bool subject_open);
  void read_joint(const Frame& frame, std::uint32_t i);
  void read_pronoun(const Clause& clause, const Frame& frame, std::uint32_t i);
  bool read_description(const Clause& clause, const Frame& frame, std::uint32_t i);
  bool read_thing(const Clause& clause, const Frame& frame, const SpeakerMention& mention);
  void note_author(const Clause& clause, const Frame& frame, std::uint32_t i);
  std::optional<Referent> issuer_of(const Clause& clause, const Frame& frame,
                                    std::uint32_t document) const;
  double weight_of(const Clause& clause, const Frame& frame, std::uint32_t i,
                   bool subject_open) const;
  bool is_subject_of_cue(const Clause& clause, const Frame& frame, std::uint32_t i) const;
  bool is_apposition(const Frame& frame, const SpeakerMention& mention) const;
  void note(const Referent& referent, double weight, MentionForm form);
  /// A noun for bodies, "company"; none: anything.
  struct Noun {
    const WordInfo* info = nullptr;
    std::string_view word;
  };
  Choice most_salient_thing(bool group, bool place, const Noun& noun) const;
  bool is_of_family(const std::string& name, const WordInfo& head, std::string_view noun) const;
  std::optional<Referent> thing_called(const Frame& frame, std::string_view word) const;
  Referent named_from(const Frame& frame, std::uint32_t first, std::uint32_t last) const;
  Referent publisher_called(const Frame& frame, std::uint32_t i) const;
  double named_inside(const Referent& referent, std::uint32_t quote) const;
  std::string_view words_before_and(const Frame& frame, const SpeakerMention& mention) const;
  OfficeFit office_fit(std::uint32_t person, std::string_view office) const;
  bool has_post(std::uint32_t person) const;
  std::uint32_t bearer_of_surname(const Frame& frame, std::uint32_t i) const;

  const Scene& scene_;
  const Article& article_;
  Salience salience_;
  std::uint32_t frame_ = 0;
  std::uint32_t paragraph_ = 0;
  std::vector<std::uint32_t> quote_of_head_;                ///< Of items that head its mention.
  std::vector<bool> asked_;                                 ///< Items that head any mention.
  std::vector<std::pair<std::uint32_t, Choice>> pronouns_;  ///< By item, in text order.
  std::vector<std::uint32_t> times_speaking_;               ///< Of each person, so far.
  std::vector<std::vector<std::uint32_t>> joint_;           ///< People named together.
  std::vector<AuthorOf> authors_;                           ///< Of documents, latest last.
};

}  // namespace onrecord
