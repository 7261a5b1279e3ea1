// SPDX-License-Identifier: GPL-3.0-or-later
// What a page is that holds no article: for the message that says why it is skipped.
#pragma once

#include <string>

#include "indexer/split/html/body.h"
#include "indexer/split/html/lexicon.h"
#include "indexer/split/html/main_content.h"
#include "indexer/split/html/metadata.h"

namespace onrecord {

/// Does the text that was found amount to an article? Little does where the page says that it is
/// one or has nothing else (a news flash), not among the links of a front page.
bool holds_article(const HtmlBody& body, const MainContent& main, const PageMetadata& metadata);

/// "an error page, no article"; "a list of links, no article"; "a consent or browser notice, no
/// article"; "a video, no article text"; "pictures with captions, no article text".
std::string reason_without_article(const MainContent& main, const PageMetadata& metadata,
                                   const HtmlLexicon& lexicon);

}  // namespace onrecord
