// SPDX-License-Identifier: GPL-3.0-or-later
// From one JSON object to a record: finds the fields by the field map and turns their values
// (strings, lists, objects with a name) into text.
#pragma once

#include <simdjson.h>

#include "common/result.h"
#include "indexer/reader/field_map.h"
#include "indexer/reader/reader.h"

namespace onrecord {

/// An error where the value is no object, or an object in which no key holds article text: then it
/// names the keys that there are. Origin and charset are left to the caller.
Result<RawRecord> record_from_json(simdjson::dom::element value, const FieldMap& map);

}  // namespace onrecord
