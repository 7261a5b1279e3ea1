// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which a quotation gets its speaker, each with an example and with how often the
// words that it finds are the right ones (docs/quotes.md tells how that is measured).
#pragma once

#include "indexer/quote/attribution.h"

namespace onrecord::attribution_rules {

// "No," said Osei. / "No," Osei said.
inline constexpr AttributionRule said_after{"said-after", 0.99F};
// "No," an angry Osei flung back.
inline constexpr AttributionRule name_after{"name-after", 0.97F};
// Osei said: "No."
inline constexpr AttributionRule said_before{"said-before", 0.96F};
// The pumps were "worn out," according to Osei.
inline constexpr AttributionRule according_to{"according-to", 0.98F};
// Guns are "a curse" and "a plague," Osei said.
inline constexpr AttributionRule sentence_end{"sentence-end", 0.92F};
// Her reply: "No."
inline constexpr AttributionRule noun_cue{"noun-cue", 0.93F};
// The paper quoted Osei as saying "no".
inline constexpr AttributionRule quoted_as{"quoted-as", 0.94F};
// The toll was described by Osei as "a tax on bread".
inline constexpr AttributionRule passive_agent{"passive-agent", 0.92F};
// The toll was called "a tax on bread". - nobody is named
inline constexpr AttributionRule passive{"passive", 0.9F};
// Osei shrugged: "Which one?"
inline constexpr AttributionRule before_colon{"colon", 0.85F};
// Osei took the "long road" home.
inline constexpr AttributionRule clause_subject{"clause-subject", 0.8F};
// Osei said the pier was closed. On the ninth it "was a ruin".
inline constexpr AttributionRule told{"told-before", 0.75F};
// "No," Osei said. "Never."
inline constexpr AttributionRule trailing{"trailing", 0.98F, true};
// Osei was brief. "No."
inline constexpr AttributionRule lead_in{"lead-in", 0.95F};
// A paragraph that is nothing but a quotation, after one with a quotation.
inline constexpr AttributionRule run_on{"run-on", 0.76F};
// MR. RUIZ: It was a field.
inline constexpr AttributionRule labelled{"label", 0.97F};
// The next paragraph of one quotation.
inline constexpr AttributionRule continued{"continued", 0.97F, true};

}  // namespace onrecord::attribution_rules
