// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/template_lines.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <string_view>

#include <xxhash.h>

#include "common/binary_codec.h"
#include "common/text_fold.h"
#include "indexer/split/outlet_name.h"
#include "indexer/split/text_shape.h"

namespace onrecord {
namespace {

constexpr std::size_t most_lines = 200'000;
constexpr std::size_t most_hosts = 50'000;
constexpr std::size_t longest_line = 40;  // words: what is longer is a paragraph of background

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

/// 0 if the article has no address.
std::uint64_t host_hash(const Article& article) {
  const std::string_view host = host_of(article.url);
  return host.empty() ? 0 : hash_of(host, 0);
}

std::uint64_t headline_bit(const Article& article) {
  if (article.paragraphs.empty()) return 1;
  constexpr unsigned bits = 64;
  return std::uint64_t{1} << (hash_of(article.paragraphs.front().text, 0) % bits);
}

bool can_be_template(const Paragraph& paragraph) {
  return paragraph.kind != ParagraphKind::headline && paragraph.kind != ParagraphKind::caption;
}

/// Those with quotation marks or with the name of somebody who is quoted. "Readers say our letter
/// is the best" is no quote to keep.
std::vector<bool> paragraphs_with_quotes(const Article& article) {
  std::vector<bool> with(article.paragraphs.size(), false);
  for (const Quote& quote : article.quotes) {
    if (quote.kind == QuoteKind::indirect) continue;
    for (const Mention& part : quote.where) with[part.paragraph] = true;
  }
  // "Harbour editor Ilse Torvald writes each Friday": who is quoted must stay in the article.
  for (const Quote& quote : article.quotes) {
    if (!quote.person) continue;
    for (const Mention& name : article.people[*quote.person].mentions) with[name.paragraph] = true;
  }
  return with;
}

/// Paragraph numbers before and after a removal.
class Renumbering {
 public:
  explicit Renumbering(const std::vector<bool>& marked) {
    std::uint32_t next = 0;
    for (const bool gone : marked) new_.push_back(gone ? none : next++);
  }

  bool is_gone(std::uint32_t paragraph) const { return new_[paragraph] == none; }

  void set_right(std::uint32_t& paragraph) const { paragraph = new_[paragraph]; }

  void set_right(std::vector<Mention>& mentions) const {
    std::erase_if(mentions, [&](const Mention& mention) { return is_gone(mention.paragraph); });
    for (Mention& mention : mentions) set_right(mention.paragraph);
  }

 private:
  static constexpr auto none = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> new_;
};

// What an index keeps.

struct KeptLine {
  std::uint64_t hash = 0;
  std::uint32_t articles = 0;
  std::uint64_t headlines = 0;
};

struct KeptHost {
  KeptLine all;  ///< Its hash is the host's.
  std::vector<KeptLine> lines;
};

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, KeptLine> line) {
  coder(line.hash, line.articles, line.headlines);
}

template <typename Coder>
void visit_fields(Coder& coder, Ref<Coder, KeptHost> host) {
  coder(host.all, host.lines);
}

std::uint32_t scaled_down(std::uint32_t articles, std::uint32_t of_host) {
  const std::uint64_t kept = TemplateLines::most_kept;
  if (of_host <= kept) return articles;
  return static_cast<std::uint32_t>(articles * kept / of_host);
}

/// Takes out names without mentions; the new index of each, nothing for those.
template <typename Name>
std::vector<std::optional<std::uint32_t>> drop_unmentioned(std::vector<Name>& names) {
  std::vector<std::optional<std::uint32_t>> now;
  std::uint32_t next = 0;
  for (const Name& name : names) {
    now.push_back(name.mentions.empty() ? std::nullopt : std::optional(next++));
  }
  std::erase_if(names, [](const Name& name) { return name.mentions.empty(); });
  return now;
}

}  // namespace

void remove_paragraphs(Article& article, const std::vector<bool>& marked) {
  const Renumbering renumbering(marked);
  std::vector<Paragraph> kept;
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    if (!marked[i]) kept.push_back(std::move(article.paragraphs[i]));
  }
  article.paragraphs = std::move(kept);
  for (Caption& caption : article.captions) renumbering.set_right(caption.paragraph);
  for (Person& person : article.people) {
    renumbering.set_right(person.mentions);
    std::erase_if(person.roles,
                  [&](const Role& role) { return renumbering.is_gone(role.where.paragraph); });
    for (Role& role : person.roles) renumbering.set_right(role.where.paragraph);
  }
  for (Place& place : article.places) renumbering.set_right(place.mentions);
  for (Organization& body : article.organizations) renumbering.set_right(body.mentions);
  const auto people = drop_unmentioned(article.people);
  const auto organizations = drop_unmentioned(article.organizations);
  std::erase_if(article.places, [](const Place& place) { return place.mentions.empty(); });
  for (Quote& quote : article.quotes) {
    renumbering.set_right(quote.where);
    if (quote.person) quote.person = people[*quote.person];
    if (quote.organization) quote.organization = organizations[*quote.organization];
  }
  std::erase_if(article.quotes, [](const Quote& quote) { return quote.where.empty(); });
}

void TemplateLines::observe(const Article& article) {
  const std::uint64_t host = host_hash(article);
  if (host == 0) return;
  const std::uint64_t headline = headline_bit(article);
  Count& all = hosts_[host];
  ++all.articles;
  all.headlines |= headline;
  std::vector<std::uint64_t> lines;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (can_be_template(paragraph)) lines.push_back(hash_of(paragraph.text, host));
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  for (const std::uint64_t line : lines) {
    LineCount& entry = lines_[line];
    entry.host = host;
    ++entry.count.articles;
    entry.count.headlines |= headline;
  }
  if (lines_.size() > most_lines || hosts_.size() > most_hosts) forget_rare_lines();
}

bool TemplateLines::may_become_template(const LineCount& line) const {
  constexpr std::uint32_t far_below = 3;
  const auto host = hosts_.find(line.host);
  return host != hosts_.end() && line.count.articles * far_below >= host->second.articles;
}

/// Keeps the lines that may still become their host's; where even they are too many, none.
void TemplateLines::forget_rare_lines() {
  std::erase_if(lines_, [this](const auto& entry) { return !may_become_template(entry.second); });
  if (lines_.size() > most_lines / 2 || hosts_.size() > most_hosts) {
    lines_.clear();
    hosts_.clear();
  }
}

std::string TemplateLines::encode() const {
  std::map<std::uint64_t, KeptHost> hosts;  // Sorted: the same counts give the same bytes.
  for (const auto& [hash, count] : hosts_) {
    const std::uint32_t articles = scaled_down(count.articles, count.articles);
    hosts[hash].all = {hash, articles, count.headlines};
  }
  for (const auto& [hash, line] : lines_) {
    if (!may_become_template(line)) continue;
    const std::uint32_t articles = scaled_down(line.count.articles, hosts_.at(line.host).articles);
    hosts[line.host].lines.push_back({hash, articles, line.count.headlines});
  }
  std::vector<KeptHost> kept;
  for (auto& [hash, host] : hosts) {
    std::sort(host.lines.begin(), host.lines.end(),
              [](const KeptLine& a, const KeptLine& b) { return a.hash < b.hash; });
    kept.push_back(std::move(host));
  }
  Encoder encoder;
  encoder(kept);
  return encoder.take();
}

TemplateLines TemplateLines::decode(std::string_view bytes) {
  std::vector<KeptHost> kept;
  Decoder decoder(bytes);
  decoder(kept);
  TemplateLines lines;
  if (!decoder.complete()) return lines;
  for (const KeptHost& host : kept) {
    lines.hosts_[host.all.hash] = {host.all.articles, host.all.headlines};
    for (const KeptLine& line : host.lines) {
      lines.lines_[line.hash] = {{line.articles, line.headlines}, host.all.hash};
    }
  }
  return lines;
}

bool TemplateLines::is_template(std::uint64_t host, const Paragraph& paragraph) const {
  const auto line = lines_.find(hash_of(paragraph.text, host));
  if (line == lines_.end()) return false;
  const Count& count = line->second.count;
  const auto all = hosts_.find(host);
  return std::popcount(count.headlines) >= static_cast<int>(least_articles) &&
         all != hosts_.end() && count.articles * 3 >= all->second.articles * 2;
}

std::vector<std::string> TemplateLines::take_out(Article& article) const {
  const std::uint64_t host = host_hash(article);
  if (host == 0) return {};
  const std::vector<bool> quoting = paragraphs_with_quotes(article);
  std::vector<bool> marked(article.paragraphs.size(), false);
  std::vector<std::string> lines;
  std::size_t words = 0;
  std::size_t words_gone = 0;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const Paragraph& paragraph = article.paragraphs[i];
    if (!can_be_template(paragraph)) continue;
    const std::size_t count = count_words(paragraph.text);
    words += count;
    if (quoting[i] || count > longest_line || !is_template(host, paragraph)) continue;
    marked[i] = true;
    words_gone += count;
    lines.push_back(paragraph.text);
  }
  if (lines.empty() || words_gone * 2 > words) return {};
  remove_paragraphs(article, marked);
  return lines;
}

}  // namespace onrecord
