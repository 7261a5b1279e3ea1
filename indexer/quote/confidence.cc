// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/confidence.h"

namespace onrecord {
namespace {

float certainty_of(Resolution how) {
  switch (how) {
    case Resolution::name:
      return 0.98F;
    case Resolution::loose_name:
      return 0.7F;
    case Resolution::pronoun:
      return 0.9F;
    case Resolution::close_pronoun:
      return 0.75F;
    case Resolution::role:
      return 0.8F;
    case Resolution::somebody:
      return 0.45F;
    case Resolution::thing:
      return 0.8F;
    case Resolution::some_thing:
      return 0.5F;
    case Resolution::first_person:
      return 0.7F;
    case Resolution::nobody:
      return 0.7F;
    case Resolution::none:
      break;
  }
  return 0.3F;
}

}  // namespace

float confidence_of(const Attribution& attribution, Resolution how) {
  const float rule = attribution.rule == nullptr ? 1.0F : attribution.rule->certainty;
  return rule * certainty_of(how);
}

}  // namespace onrecord
