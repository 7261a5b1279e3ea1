// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reader/container_reader.h"

#include <utility>

#include "indexer/reader/containers.h"

namespace onrecord {
namespace {

class ContainerReader final : public RecordReader {
 public:
  ContainerReader(const OpenInput& input, std::unique_ptr<EntryReader> entries)
      : path_(input.path),
        settings_(*input.settings),
        depth_(input.context.depth),
        included_(input.context.included),
        entries_(std::move(entries)) {}

  Result<std::optional<RawRecord>> next() override {
    while (true) {
      if (!inner_) {
        auto opened = open_next();
        if (!opened) return count(tl::unexpected(opened.error()));
        if (!*opened) return std::nullopt;
      }
      auto record = inner_->next();
      if (record && !*record) {
        inner_.reset();
        continue;
      }
      if (record) complete(**record);
      return count(std::move(record));
    }
  }

  std::uint64_t records_read() const override { return records_read_; }
  std::uint64_t bytes_read() const override { return entries_->bytes_read(); }

  std::string entry() const override {
    if (inner_ && !inner_->entry().empty()) return inner_->entry();
    return label();
  }

  /// Entries without names are counted in the container.
  std::uint64_t number_in_entry() const override {
    if (entries_->name().empty()) return entries_->number();
    return inner_ ? inner_->number_in_entry() : 0;
  }

 private:
  std::string label() const {
    return entries_->name().empty() ? path_ : path_ + "!" + entries_->name();
  }

  bool is_included() const {
    return included_ || (!entries_->name().empty() && settings_.filter.includes(label()));
  }

  /// May the entry, or if it is an archive what stands in it, be read?
  bool is_wanted() const {
    const std::string& name = entries_->name();
    return (is_included() || has_archive_ending(name)) &&
           !settings_.filter.excludes_entry(path_, name);
  }

  /// Opens the next entry; false at the end.
  Result<bool> open_next() {
    auto entry = entries_->next();
    while (entry && *entry && !is_wanted()) entry = entries_->next();
    if (!entry) return tl::unexpected(entry.error());
    if (!*entry) return false;
    url_ = std::move((*entry)->url);
    auto opened = open_input(label(), std::move((*entry)->bytes), settings_,
                             {depth_ + 1, std::move((*entry)->charset), is_included()});
    if (!opened) return tl::unexpected(opened.error());
    inner_ = std::move(*opened);
    return true;
  }

  void complete(RawRecord& record) const {
    if (record.fields.url.empty()) record.fields.url = url_;
    if (entries_->name().empty()) record.origin.record = entries_->number();
  }

  Result<std::optional<RawRecord>> count(Result<std::optional<RawRecord>> record) {
    ++records_read_;
    return record;
  }

  std::string path_;
  const ReadSettings& settings_;
  int depth_;
  bool included_;
  std::unique_ptr<EntryReader> entries_;
  std::unique_ptr<RecordReader> inner_;  // Reads from the entry: goes before `entries_`.
  std::string url_;
  std::uint64_t records_read_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> make_container_reader(const OpenInput& input,
                                                    std::unique_ptr<EntryReader> entries) {
  return std::make_unique<ContainerReader>(input, std::move(entries));
}

}  // namespace onrecord
