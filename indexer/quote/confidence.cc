// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/confidence.h"

namespace onrecord {
namespace {

/// How often the speaker was right where the words that name it were: the shares of the development
/// halves, a little nearer to the middle where few were counted.
float certainty_of(Resolution how) {
  switch (how) {
    case Resolution::name:
      return 0.98F;
    case Resolution::loose_name:
      return 0.83F;
    case Resolution::pronoun:
      return 0.94F;
    case Resolution::close_pronoun:
      return 0.78F;
    case Resolution::role:
      return 0.9F;
    case Resolution::somebody:
      return 0.76F;
    case Resolution::thing:
      return 0.88F;
    case Resolution::some_thing:
      return 0.7F;
    case Resolution::first_person:
      return 0.7F;
    case Resolution::nobody:
      return 0.68F;
    case Resolution::none:
      break;
  }
  return 0.5F;
}

}  // namespace

std::string_view name_of(Resolution how) {
  switch (how) {
    case Resolution::name:
      return "name";
    case Resolution::loose_name:
      return "unknown name";
    case Resolution::pronoun:
      return "pronoun";
    case Resolution::close_pronoun:
      return "pronoun, close";
    case Resolution::role:
      return "role";
    case Resolution::somebody:
      return "description";
    case Resolution::thing:
      return "word or owner";
    case Resolution::some_thing:
      return "body in mind";
    case Resolution::first_person:
      return "byline";
    case Resolution::nobody:
      return "nobody named";
    case Resolution::none:
      break;
  }
  return "none";
}

float confidence_of(const Attribution& attribution, Resolution how) {
  const float rule = attribution.rule == nullptr ? 1.0F : attribution.rule->certainty;
  return rule * certainty_of(how);
}

}  // namespace onrecord
