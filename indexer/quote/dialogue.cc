// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/quote/dialogue.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <unicode/uchar.h>

#include "common/text_fold.h"
#include "common/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_label = 48;  // bytes
constexpr int fewest_turns = 3;

enum class Part : std::uint8_t { speaker, question, answer };

struct Label {
  std::uint32_t paragraph = 0;
  std::uint32_t begin = 0;  ///< Of what is said.
  std::string key;          ///< Folded.
  Part part = Part::speaker;
  LabelledSpeaker speaker;
};

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (blank > 0) words.push_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

/// "(Crosstalk.)", "(LAUGHTER)"
bool is_stage_direction(std::string_view text) {
  return text.starts_with('(') || text.starts_with('[');
}

/// In capitals throughout: "MR. RUIZ", "KRÁĽOVÁ-TÓTH"
bool is_in_capitals(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const auto c = static_cast<UChar32>(point.value);
    if (u_islower(c) != 0) return false;
    letters += u_isupper(c) != 0 ? 1 : 0;
    at += point.bytes;
  }
  return letters >= 2;
}

/// "RUIZ" as a name: "Ruiz"; "KRÁĽOVÁ-TÓTH": "Kráľová-Tóth".
std::string with_capitals(std::string_view text) {
  std::string name;
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, point.bytes);
    name += first ? std::string(bytes) : lower_case(bytes);
    first = u_isalpha(static_cast<UChar32>(point.value)) == 0;
    at += point.bytes;
  }
  return name;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  for (const std::string_view word : split_words(name)) initials += word.front();
  return initials;
}

class DialogueReader {
 public:
  DialogueReader(const Article& article, const QuoteLexicon& lexicon)
      : article_(article), lexicon_(lexicon) {}

  std::vector<DialogueTurn> run() {
    for (std::uint32_t p = 0; p < article_.paragraphs.size(); ++p) {
      if (auto label = read_label(p)) labels_.push_back(std::move(*label));
    }
    if (!is_dialogue()) return {};
    name_interviewee();
    return turns();
  }

 private:
  static bool is_running_text(ParagraphKind kind) {
    return kind == ParagraphKind::body || kind == ParagraphKind::list_item ||
           kind == ParagraphKind::block_quote;
  }

  /// A transcript between marks is left to them: its labels stand inside.
  static bool has_marks(std::string_view words) {
    return words.find('"') != std::string_view::npos ||
           words.find("\u201C") != std::string_view::npos;
  }

  std::optional<Label> read_label(std::uint32_t p) const {
    const Paragraph& paragraph = article_.paragraphs[p];
    const std::string_view text = paragraph.text;
    const std::size_t colon = text.substr(0, longest_label).find(':');
    if (!is_running_text(paragraph.kind) || colon == std::string_view::npos || colon == 0 ||
        colon + 2 >= text.size() || text[colon + 1] != ' ') {
      return std::nullopt;
    }
    Label label;
    label.paragraph = p;
    label.begin = static_cast<std::uint32_t>(colon + 2);
    const std::string_view words = text.substr(0, colon);
    if (has_marks(words)) return std::nullopt;
    label.key = name_key(words);
    if (!read_part(label) && !read_speaker(label, words)) return std::nullopt;
    return label;
  }

  /// "Q", "A", the outlet's name, the writer's
  bool read_part(Label& label) const {
    for (const auto& row : lexicon_.pack().table("dialogue_labels")) {
      if (row.size() < 2 || row.front() != label.key) continue;
      label.part = row[1] == "answer" ? Part::answer : Part::question;
      return true;
    }
    const auto names = [&](const std::string& name) {
      const std::string key = " " + name_key(name) + " ";
      return label.key.size() >= 3 && key.find(" " + label.key + " ") != std::string::npos;
    };
    if (names(article_.source) ||
        std::any_of(article_.byline.begin(), article_.byline.end(), names)) {
      label.part = Part::question;
      return true;
    }
    return false;
  }

  bool read_speaker(Label& label, std::string_view words) const {
    const std::vector<std::string_view> all = split_words(words);
    if (all.empty() || all.size() > 5 || label.key.empty()) return false;
    const bool capitals = is_in_capitals(words);
    std::string_view name = words;
    bool office = false;
    for (const std::string_view word : all) {
      const WordInfo& info = lexicon_.find(word.substr(0, word.find('.')));
      const bool title = info.has(WordClass::title) || info.has(WordClass::person_noun) ||
                         info.has(WordClass::people_noun) || info.has(WordClass::determiner);
      office = office || info.has(WordClass::person_noun) || info.has(WordClass::people_noun);
      if (!title) break;
      name = words.substr(static_cast<std::size_t>(word.data() - words.data()) + word.size());
      while (name.starts_with(' ')) name.remove_prefix(1);
    }
    if (name.empty()) return capitals && office;  // "HOST": nobody by name
    label.speaker.person = person_called(name, capitals);
    if (label.speaker.person) return true;
    if (!capitals) return false;
    label.speaker.name = with_capitals(name);
    return true;
  }

  /// By the whole name, its last words, or its initials; nobody where it could be two.
  std::optional<std::uint32_t> person_called(std::string_view name, bool capitals) const {
    const std::string key = name_key(name);
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = 0; i < article_.people.size(); ++i) {
      const std::string full = name_key(article_.people[i].name);
      const bool same =
          full == key || full.ends_with(" " + key) || full.starts_with(key + " ") ||
          (capitals && key.size() >= 2 && key.size() <= 3 && initials_of(full) == key);
      if (!same) continue;
      if (full == key) return i;
      if (found) return std::nullopt;
      found = i;
    }
    return found;
  }

  bool is_dialogue() const {
    std::map<std::string_view, int> counts;
    int most = 0;
    for (const Label& label : labels_) most = std::max(most, ++counts[label.key]);
    return static_cast<int>(labels_.size()) >= fewest_turns && most >= 2;
  }

  /// "A": whoever the article names first before the first question, not its writer.
  void name_interviewee() {
    const std::uint32_t first = labels_.front().paragraph;
    std::optional<std::uint32_t> interviewee;
    Mention earliest{first, {}};
    for (std::uint32_t i = 0; i < article_.people.size(); ++i) {
      const Person& person = article_.people[i];
      const bool writer = std::find(article_.byline.begin(), article_.byline.end(), person.name) !=
                          article_.byline.end();
      if (writer || person.mentions.empty()) continue;
      const Mention& mention = person.mentions.front();
      const bool before = mention.paragraph < earliest.paragraph ||
                          (interviewee && mention.paragraph == earliest.paragraph &&
                           mention.span.begin < earliest.span.begin);
      if (!before) continue;
      interviewee = i;
      earliest = mention;
    }
    for (Label& label : labels_) {
      if (label.part == Part::answer) label.speaker.person = interviewee;
      label.speaker.interviewer = label.part == Part::question;
    }
  }

  std::vector<DialogueTurn> turns() const {
    std::vector<DialogueTurn> found;
    // Where labels are rarer, what stands between them is told by the reporter.
    const std::uint32_t length = labels_.back().paragraph - labels_.front().paragraph + 1;
    const bool dense = 2 * labels_.size() >= length;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const Label& label = labels_[i];
      found.push_back({label.paragraph, label.begin, label.speaker, false});
      const std::uint32_t next =
          i + 1 < labels_.size() ? labels_[i + 1].paragraph : label.paragraph + 1;
      for (std::uint32_t p = label.paragraph + 1; dense && p < next; ++p) {
        if (!is_running_text(article_.paragraphs[p].kind)) break;
        if (is_stage_direction(article_.paragraphs[p].text)) continue;
        found.push_back({p, 0, label.speaker, true});
      }
    }
    return found;
  }

  const Article& article_;
  const QuoteLexicon& lexicon_;
  std::vector<Label> labels_;
};

}  // namespace

std::vector<DialogueTurn> find_dialogue(const Article& article, const QuoteLexicon& lexicon) {
  return DialogueReader(article, lexicon).run();
}

}  // namespace onrecord
