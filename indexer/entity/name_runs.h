// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of capitals: from the first word with a capital as far as one name, or several in a row, may
// reach.
#pragma once

#include "indexer/entity/paragraph_tokens.h"

namespace onrecord {

class NameRuns : private ParagraphTokens {
 public:
  NameRuns(const NameText& text, const NameParagraph& paragraph)
      : ParagraphTokens(text, paragraph) {}

  /// "said van der Meer": lower-case particles before a capital belong to the name.
  std::uint32_t with_particles_before(std::uint32_t i) const;

  /// The token behind the run that word `i` begins.
  std::uint32_t end_of_run(std::uint32_t i) const;

  /// "de la" of "Queralt de la Fuente": grammar that the run has taken for a part of the name.
  bool is_particle_inside(std::uint32_t begin, std::uint32_t i) const;

 private:
  bool is_particle(std::uint32_t i, bool grammar) const;
  bool is_behind_given(std::uint32_t i) const;
  bool is_particle_use(std::uint32_t next) const;
  bool is_unknown(std::uint32_t i) const;
  std::uint32_t step(std::uint32_t i) const;
  std::uint32_t step_hyphen(std::uint32_t i) const;
  std::uint32_t step_full_stop(std::uint32_t i) const;
  std::uint32_t step_particles(std::uint32_t i) const;
  std::uint32_t step_role_complement(std::uint32_t i) const;
  std::uint32_t step_second_field(std::uint32_t i) const;
  std::uint32_t step_possessive(std::uint32_t i) const;
  std::uint32_t step_place_complement(std::uint32_t i) const;
  std::uint32_t step_nickname(std::uint32_t i) const;
};

}  // namespace onrecord
