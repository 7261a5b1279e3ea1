// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entity/entities.h"

namespace onrecord {

Entities find_entities(const Article& /*article*/, const LanguagePack& /*pack*/,
                       const Gazetteer& /*gazetteer*/) {
  return {};
}

}  // namespace onrecord
