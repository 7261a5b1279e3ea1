// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an article from all that speaks of them: what the format gives stands above the
// head of the text, that above its end, that above addresses and file names.
#pragma once

#include "common/article.h"
#include "indexer/reader/reader.h"
#include "indexer/split/body_text.h"
#include "indexer/split/head_block.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/page_furniture.h"

namespace onrecord {

struct FieldSources {
  const RawRecord& record;
  const HeadBlock& head;
  const BodyText& body;
  const PageTraces& traces;
  DayOrder day_order;
};

/// Whether numeric dates of this record are written day first: by dates that can be read in one way
/// only, else by the country of the address.
DayOrder day_order_of(const RawRecord& record, const SourceLines& source, const PageTraces& traces);

/// Sets byline, dateline, published, source, agency, section, language, url and origin.
void fill_fields(const FieldSources& sources, const SplitLexicon& lexicon, Article& article,
                 Explain explain);

}  // namespace onrecord
