// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/xml_items.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

namespace onrecord {
namespace {

struct Namespace {
  std::string_view uri;  ///< Beginning of it: versions differ.
  std::string_view prefix;
};

/// Namespaces whose elements are told apart from those of the root; an empty prefix: they are not.
constexpr std::array<Namespace, 17> namespaces = {{
    {"http://purl.org/dc/elements/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://wordpress.org/export/1.0/excerpt/", "excerpt:"},
    {"http://wordpress.org/export/1.1/excerpt/", "excerpt:"},
    {"http://wordpress.org/export/1.2/excerpt/", "excerpt:"},
    {"http://wordpress.org/export/", "wp:"},
    {"http://search.yahoo.com/mrss", "media:"},
    {"http://www.w3.org/1999/xhtml", ""},
    {"http://www.w3.org/2005/Atom", "atom:"},
    {"http://purl.org/atom/", "atom:"},
    {"http://iptc.org/std/NITF/", ""},
    {"http://iptc.org/std/nar/", ""},
    {"http://www.tei-c.org/ns/", ""},
    {"http://www.w3.org/XML/1998/namespace", "xml:"},
    {"http://www.itunes.com/dtds/", "itunes:"},
}};

std::string_view as_view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string qualified(std::string_view name, std::string_view prefix, std::string_view uri,
                      std::string_view root_uri) {
  if (prefix.empty() && uri.empty()) return std::string(name);
  if (!uri.empty() && uri == root_uri) return std::string(name);
  for (const Namespace& known : namespaces) {
    if (!uri.empty() && uri.starts_with(known.uri)) return fmt::format("{}{}", known.prefix, name);
  }
  if (prefix.empty()) return std::string(name);
  return fmt::format("{}:{}", prefix, name);
}

}  // namespace

/// What libxml2 calls: builds the trees.
class XmlItems::Handler {
 public:
  Handler(std::vector<std::string_view> names, std::uint64_t limit)
      : names_(std::move(names)), limit_(limit) {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = start_element;
    sax.endElementNs = end_element;
    sax.characters = characters;
    sax.ignorableWhitespace = characters;
    sax.cdataBlock = characters;
    sax.serror = complain;
    context_ = xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr);
    if (context_ == nullptr) throw std::bad_alloc();
    // Limits are ours, on the trees; those of the parser would end the file.
    xmlCtxtUseOptions(context_, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE |
                                    XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    // Documents that follow each other in one file are read like one.
    parse("<archive>");
  }

  ~Handler() { xmlFreeParserCtxt(context_); }
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;

  void parse(std::string_view piece) {
    xmlParseChunk(context_, piece.data(), static_cast<int>(piece.size()), 0);
  }

  void finish() {
    parse(item_ ? "" : "</archive>");
    xmlParseChunk(context_, nullptr, 0, 1);
    if (!item_) return;
    // Of a file that was cut nothing is said about the end of the text.
    done_.emplace_back(tl::unexpected(Error{fmt::format("the file ends inside of <{}>", name_)}));
    item_.reset();
  }

  std::deque<Result<ElementTree>> done_;
  ElementTree around_{"around"};
  std::string complaint_;

 private:
  using Attributes = ElementTree::Attributes;

  static Handler& self(void* context) { return *static_cast<Handler*>(context); }

  static void start_element(void* context, const xmlChar* local, const xmlChar* prefix,
                            const xmlChar* uri, int, const xmlChar**, int count, int,
                            const xmlChar** values) {
    Handler& handler = self(context);
    if (handler.depth_++ == 0) return;  // <archive>
    if (handler.depth_ == 2) handler.root_uri_ = as_view(uri);
    Attributes attributes;
    for (int i = 0; i < count; ++i) {
      const xmlChar** const part = values + 5 * static_cast<std::ptrdiff_t>(i);
      const auto* const begin = reinterpret_cast<const char*>(part[3]);
      attributes.emplace_back(qualified(as_view(part[0]), as_view(part[1]), as_view(part[2]), ""),
                              std::string(begin, reinterpret_cast<const char*>(part[4])));
    }
    handler.start(qualified(as_view(local), as_view(prefix), as_view(uri), handler.root_uri_),
                  std::move(attributes));
  }

  static void end_element(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    self(context).end();
  }

  static void characters(void* context, const xmlChar* text, int size) {
    self(context).add({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  }

  static void complain(void* context, xmlErrorPtr error) {
    Handler& handler = self(context);
    if (!handler.complaint_.empty() || error->level < XML_ERR_ERROR) return;
    std::string message = error->message == nullptr ? "" : error->message;
    while (!message.empty() && message.back() == '\n') message.pop_back();
    handler.complaint_ = fmt::format("line {}: {}", error->line, message);
  }

  void start(std::string name, Attributes attributes) {
    const bool is_item = std::find(names_.begin(), names_.end(), name) != names_.end();
    if (is_item && item_) end_item();
    if (is_item) {
      name_ = name;
      item_depth_ = depth_;
      item_.emplace(std::move(name), std::move(attributes));
    } else if (item_) {
      if (!too_large_) item_->open(std::move(name), std::move(attributes));
      shrink();
    } else if (around_.bytes() < limit_) {
      around_.open(std::move(name), std::move(attributes));
    } else {
      ++around_left_out_;
    }
  }

  void end() {
    // After an item that ended another, ends of the outer item's elements are of none.
    if (item_ && depth_ == item_depth_) {
      end_item();
    } else if (item_ && depth_ > item_depth_) {
      if (!too_large_) item_->close();
    } else if (around_left_out_ > 0) {
      --around_left_out_;
    } else if (around_.depth() > 1) {
      around_.close();
    }
    --depth_;
  }

  void add(std::string_view text) {
    if (item_) {
      if (!too_large_) item_->add_text(text);
      shrink();
    } else if (around_.bytes() < limit_) {
      around_.add_text(text);
    }
  }

  /// What is too large is not kept any longer; its end is still looked for.
  void shrink() {
    if (too_large_ || (item_->bytes() <= limit_ && !item_->is_full())) return;
    too_large_ = true;
    item_.emplace(name_);
  }

  void end_item() {
    if (too_large_) {
      done_.emplace_back(
          tl::unexpected(Error{fmt::format("<{}> is larger than {} or has more than {} parts",
                                           name_, size_text(limit_), ElementTree::most_nodes)}));
    } else {
      item_->seal();
      done_.emplace_back(std::move(*item_));
    }
    item_.reset();
    too_large_ = false;
  }

  std::vector<std::string_view> names_;
  std::uint64_t limit_;
  xmlParserCtxtPtr context_ = nullptr;
  std::optional<ElementTree> item_;  ///< Open, or empty where it is too large.
  std::string name_;
  std::string root_uri_;
  bool too_large_ = false;
  std::size_t depth_ = 0;
  std::size_t item_depth_ = 0;
  std::size_t around_left_out_ = 0;
};

XmlItems::XmlItems(ByteStream& stream, std::vector<std::string_view> names, std::uint64_t limit)
    : text_(stream), handler_(std::make_unique<Handler>(std::move(names), limit)) {}

XmlItems::~XmlItems() = default;

const ElementTree& XmlItems::around() {
  handler_->around_.seal();
  return handler_->around_;
}

const std::string& XmlItems::complaint() const {
  return handler_->complaint_;
}

Result<std::optional<ElementTree>> XmlItems::next() {
  while (handler_->done_.empty()) {
    if (at_end_) return std::nullopt;
    auto piece = text_.next();
    if (!piece) {
      at_end_ = true;
      handler_->finish();
      handler_->done_.clear();
      return tl::unexpected(piece.error());
    }
    if (piece->empty()) {
      at_end_ = true;
      handler_->finish();
    } else {
      handler_->parse(*piece);
    }
  }
  auto item = std::move(handler_->done_.front());
  handler_->done_.pop_front();
  if (!item) return tl::unexpected(item.error());
  return std::optional<ElementTree>(std::move(*item));
}

}  // namespace onrecord
