// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/output/document_builder.h"

#include <unordered_set>

#include "common/article_text.h"
#include "common/schema.h"
#include "common/stored_article.h"

namespace onrecord {
namespace {

/// A word of the headline counts as much as that many in the body.
constexpr Xapian::termcount headline_weight = 3;

/// Between paragraphs, so that phrases and NEAR stay inside one.
constexpr Xapian::termpos paragraph_gap = 20;

/// Adds the words of texts to one document under one prefix.
class TextAdder {
 public:
  TextAdder(Xapian::Document& document, const Stemmer& stemmer, std::string_view prefix)
      : document_(document), stemmer_(stemmer), prefix_(prefix) {}

  void add(const std::vector<IndexWord>& words, Xapian::termcount weight) {
    for (const IndexWord& word : words) {
      document_.add_posting(prefix_ + word.term, ++position_, weight);
      if (word.stems) document_.add_term(stemmer_.term(prefix_, word.term), weight);
    }
    position_ += paragraph_gap;
  }

  void add_filter(const std::vector<IndexWord>& words) {
    for (const IndexWord& word : words) {
      document_.add_boolean_term(prefix_ + word.term);
      if (word.stems) document_.add_boolean_term(stemmer_.term(prefix_, word.term));
    }
  }

 private:
  Xapian::Document& document_;
  const Stemmer& stemmer_;
  std::string prefix_;
  Xapian::termpos position_ = 0;
};

/// The article's text, searched without a field: headline, body, captions in reading order.
class MainText {
 public:
  MainText(const Article& article, const Stemmer& stemmer) : article_(article), stemmer_(stemmer) {
    for (const Paragraph& paragraph : article.paragraphs) {
      words_.push_back(index_words(paragraph.text));
    }
  }

  void add_to(Xapian::Document& document) const {
    TextAdder text(document, stemmer_, "");
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool headline = article_.paragraphs[i].kind == ParagraphKind::headline;
      text.add(words_[i], headline ? headline_weight : 1);
    }
    mark_words_not_in_body(document);
  }

 private:
  /// What `body:` must leave out; much less than a second copy of all words of the body.
  void mark_words_not_in_body(Xapian::Document& document) const {
    std::unordered_set<std::string> in_body;
    for_each_term(true, [&](std::string term) { in_body.insert(std::move(term)); });
    for_each_term(false, [&](const std::string& term) {
      if (!in_body.contains(term)) document.add_boolean_term(make_term(not_in_body_prefix, term));
    });
  }

  template <typename Action>
  void for_each_term(bool of_body, Action action) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is_body(article_.paragraphs[i].kind) != of_body) continue;
      for (const IndexWord& word : words_[i]) {
        action(word.term);
        if (word.stems) action(stemmer_.term("", word.term));
      }
    }
  }

  const Article& article_;
  const Stemmer& stemmer_;
  std::vector<std::vector<IndexWord>> words_;  ///< Of each paragraph.
};

/// Adds terms and facet values of one field to a document.
class FieldAdder {
 public:
  FieldAdder(Xapian::Document& document, DocumentKind kind, const Stemmer& stemmer)
      : document_(document), kind_(kind), stemmer_(stemmer) {}

  void add(const Field& field, const Values& values) {
    const std::string prefix(prefix_of(kind_, field));
    if (field.type == FieldType::text) {
      add_text(field, prefix, values);
    } else {
      for (const FieldValue& value : values) add_value(field, prefix, value);
    }
    if (field.facet_slot && !values.empty()) add_facet(*field.facet_slot, values);
  }

 private:
  void add_text(const Field& field, const std::string& prefix, const Values& values) {
    TextAdder text(document_, stemmer_, prefix);
    for (const FieldValue& value : values) {
      const std::vector<IndexWord> words = index_words(value.text);
      if (has_positions(kind_, field)) {
        text.add(words, 1);
      } else {
        text.add_filter(words);
      }
    }
  }

  void add_value(const Field& field, const std::string& prefix, const FieldValue& value) {
    if (field.type == FieldType::keyword) {
      document_.add_boolean_term(keyword_term(prefix, value.text));
      return;
    }
    add_name(name_term(prefix, value.text));
    for (const std::string& form : value.also) add_name(name_term(prefix, form));
  }

  void add_name(const std::string& term) {
    if (!term.empty()) document_.add_boolean_term(term);
  }

  void add_facet(std::uint32_t slot, const Values& values) {
    std::vector<std::string> texts;
    for (const FieldValue& value : values) texts.push_back(value.text);
    document_.add_value(slot, encode_facet_values(texts));
  }

  Xapian::Document& document_;
  DocumentKind kind_;
  const Stemmer& stemmer_;
};

void add_date(Xapian::Document& document, const Article& article) {
  if (!article.published) return;
  document.add_value(date_slot, to_sort_key(article.published->date));
  for (const std::string& term : date_terms(article.published->date)) {
    document.add_boolean_term(term);
  }
}

/// What all quotes of an article have in common, worked out once.
struct Inherited {
  const Field* field = nullptr;
  Values values;
};

std::vector<Inherited> inherited_values(const Article& article) {
  std::vector<Inherited> inherited;
  for (const Field& field : fields()) {
    if (field.inherited) inherited.push_back({&field, field.of_article(article)});
  }
  return inherited;
}

Xapian::Document build_article(const Article& article, const Stemmer& stemmer) {
  Xapian::Document document;
  MainText(article, stemmer).add_to(document);
  FieldAdder adder(document, DocumentKind::article, stemmer);
  for (const Field& field : fields()) {
    if (field.of_article != nullptr) adder.add(field, field.of_article(article));
  }
  add_date(document, article);
  document.set_data(encode(article));
  return document;
}

Xapian::Document build_quote(const Article& article, const Quote& quote,
                             const std::vector<Inherited>& inherited, const Stemmer& stemmer) {
  Xapian::Document document;
  FieldAdder adder(document, DocumentKind::quote, stemmer);
  for (const Field& field : fields()) {
    if (field.of_quote != nullptr) adder.add(field, field.of_quote(article, quote));
  }
  for (const Inherited& part : inherited) adder.add(*part.field, part.values);
  add_date(document, article);
  document.add_value(article_slot, article.id);
  document.set_data(encode(make_stored_quote(article, quote)));
  return document;
}

}  // namespace

BuiltDocuments DocumentBuilder::build(const Article& article) {
  const Stemmer& stems = stemmer(article.language);
  BuiltDocuments documents;
  documents.article = build_article(article, stems);
  const std::vector<Inherited> inherited = inherited_values(article);
  for (const Quote& quote : article.quotes) {
    documents.quotes.push_back(build_quote(article, quote, inherited, stems));
  }
  return documents;
}

const Stemmer& DocumentBuilder::stemmer(const std::string& language) {
  return stemmers_.try_emplace(language, language).first->second;
}

}  // namespace onrecord
