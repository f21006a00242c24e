// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/id_pieces.hpp>
#include <fealty/core/detail/min_max.hpp>
#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty {

/// The code of a missing id.
inline constexpr std::uint32_t no_id = std::numeric_limits<std::uint32_t>::max();

/// A dictionary of account ids, or of any names: each id gets the next code of 0, 1, 2, …
///
/// Ids are texts or integers, never both in one dictionary. A text costs one hash, one probe and one
/// comparison; integers that lie close together cost a table look-up.
class Ids {
 public:
  std::size_t size() const { return is_text_ ? texts_.size() : numbers_.size(); }
  bool is_text() const { return is_text_; }

  /// The id of a code, as text.
  std::string text(std::uint32_t code) const {
    return is_text_ ? std::string(view(code)) : fmt::format("{}", numbers_[code]);
  }
  std::string_view view(std::uint32_t code) const { return texts_[code].view(long_texts_.data()); }
  std::int64_t number(std::uint32_t code) const { return numbers_[code]; }

  /// The code of an id, which is added if it is not there.
  std::uint32_t encode(std::string_view id) {
    require_kind(true);
    reserve(1);
    return insert_text(id, tag_of(detail::hash_id(id)));
  }
  std::uint32_t encode(std::int64_t id) { return insert_number(id, tag_of(detail::hash_id(id))); }

  /// The code of an id, none if it is not there.
  std::optional<std::uint32_t> find(std::string_view id) const {
    return slots_.empty() || !is_text_ ? std::nullopt
                                       : code_at(probe(tag_of(detail::hash_id(id)),
                                                       [&](std::uint32_t code) { return view(code) == id; }));
  }
  std::optional<std::uint32_t> find(std::int64_t id) const {
    if (is_text_) return std::nullopt;
    if (slots_.empty()) {  // close numbers, in ascending order
      if (numbers_.empty() || id < numbers_.front() || id > numbers_.back()) return std::nullopt;
      const std::uint64_t place =
          static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(numbers_.front());
      if (place < numbers_.size() && numbers_[place] == id)
        return static_cast<std::uint32_t>(place);  // no gap
      const auto at = std::lower_bound(numbers_.begin(), numbers_.end(), id);
      if (at == numbers_.end() || *at != id) return std::nullopt;
      return static_cast<std::uint32_t>(at - numbers_.begin());
    }
    return code_at(
        probe(tag_of(detail::hash_id(id)), [&](std::uint32_t code) { return numbers_[code] == id; }));
  }

  /// Codes of n texts; `text_at(i)` gives the i-th. A few texts are hashed ahead, so that the table's
  /// memory is on its way when they are looked up.
  template <class TextAt>
  void encode_texts(std::size_t n, TextAt text_at, std::uint32_t* codes) {
    constexpr std::size_t ahead = 32;
    std::uint32_t tags[ahead];
    if (n > 0 || size() == 0) require_kind(true);  // without texts too, an empty dictionary is one of texts
    for (std::size_t begin = 0; begin < n; begin += ahead) {
      const std::size_t end = std::min(n, begin + ahead);
      reserve(ahead);
      for (std::size_t i = begin; i < end; ++i) {
        tags[i - begin] = tag_of(detail::hash_id(text_at(i)));
        __builtin_prefetch(&slots_[tags[i - begin] >> shift_]);
      }
      for (std::size_t i = begin; i < end; ++i)
        __builtin_prefetch(texts_.data() +
                           std::min<std::size_t>(slots_[tags[i - begin] >> shift_].code, size()));
      for (std::size_t i = begin; i < end; ++i) codes[i] = insert_text(text_at(i), tags[i - begin]);
    }
  }

  /// Codes of n integers; `present(i)` tells which are there, the others get `no_id`.
  template <class Present>
  void encode_numbers(std::span<const std::int64_t> ids, Present present, std::uint32_t* codes) {
    if (size() == 0) require_kind(false);
    if (size() == 0 && !ids.empty() && encode_close_numbers(ids, present, codes)) return;
    for (std::size_t i = 0; i < ids.size(); ++i) codes[i] = present(i) ? encode(ids[i]) : no_id;
  }

  /// The codes in ascending order of their ids: integers by value, texts by bytes.
  std::vector<std::uint32_t> sorted() const {
    std::vector<std::uint32_t> order(size());
    std::iota(order.begin(), order.end(), 0U);
    if (is_text_)
      std::sort(order.begin(), order.end(),
                [&](std::uint32_t a, std::uint32_t b) { return view(a) < view(b); });
    else
      std::sort(order.begin(), order.end(),
                [&](std::uint32_t a, std::uint32_t b) { return numbers_[a] < numbers_[b]; });
    return order;
  }
  /// The place of each code in that order.
  std::vector<std::uint32_t> ranks() const {
    const auto order = sorted();
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    return rank;
  }

 private:
  static constexpr std::size_t most_ids = std::size_t{1} << 31;  // they fill half of the 2^32 slots
  using Text = detail::ShortText;
  struct Slot {
    std::uint32_t tag = 0;  // the hash; its first bits say where the probe begins
    std::uint32_t code = no_id;
  };
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  template <class Same>
  std::size_t probe(std::uint32_t tag, Same same) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = tag >> shift_;; i = (i + 1) & mask) {
      const Slot& slot = slots_[i];
      if (slot.code == no_id || (slot.tag == tag && same(slot.code))) return i;
    }
  }
  std::optional<std::uint32_t> code_at(std::size_t slot) const {
    return slots_[slot].code == no_id ? std::nullopt : std::optional(slots_[slot].code);
  }

  std::uint32_t insert_text(std::string_view id, std::uint32_t tag) {
    const char* const pool = long_texts_.data();
    Slot& slot = slots_[probe(tag, [&](std::uint32_t code) { return texts_[code].is(id, pool); })];
    if (slot.code == no_id) {
      if (id.size() > no_id)
        throw InvalidInput({.who = "Ids",
                            .what = "id",
                            .where = {},
                            .value = fmt::format("{} bytes", id.size()),
                            .rule = "is longer than 4,294,967,295 bytes"});
      const std::uint32_t code = next_code();
      texts_.emplace_back(id, long_texts_);  // may throw: then the slot is still free
      slot = {tag, code};
    }
    return slot.code;
  }
  std::uint32_t insert_number(std::int64_t id, std::uint32_t tag) {
    require_kind(false);
    reserve(1);
    Slot& slot = slots_[probe(tag, [&](std::uint32_t code) { return numbers_[code] == id; })];
    if (slot.code == no_id) {
      const std::uint32_t code = next_code();
      numbers_.push_back(id);
      slot = {tag, code};
    }
    return slot.code;
  }
  void require_kind(bool text) {
    if (size() == 0) is_text_ = text;
    if (is_text_ != text)
      throw InvalidInput(
          {.who = "Ids",
           .what = "id",
           .where = {},
           .value = text ? "a text" : "an integer",
           .rule = text ? "does not fit ids that are integers" : "does not fit ids that are texts"});
  }
  std::uint32_t next_code() const {
    if (size() >= most_ids)
      throw Overflow({.who = "Ids",
                      .what = "id",
                      .where = {},
                      .value = "",
                      .rule = "there are more than 2,147,483,648 different ids"});
    return static_cast<std::uint32_t>(size());
  }

  /// Keeps the table at most half full with `more` further ids. Tags keep their order when it grows, so
  /// the slots move without a look at the ids.
  void reserve(std::size_t more) {
    if (2 * (size() + more) <= slots_.size()) return;
    int bits = 10;
    while (bits < 32 && (std::size_t{1} << bits) < 2 * (size() + more)) ++bits;
    std::vector<Slot> old(std::size_t{1} << bits);
    old.swap(slots_);
    shift_ = 32 - bits;
    if (old.empty() && !is_text_) {  // close integers were coded without a table
      for (std::uint32_t code = 0; code < size(); ++code)
        place({tag_of(detail::hash_id(numbers_[code])), code});
    }
    for (const Slot& slot : old)
      if (slot.code != no_id) place(slot);
  }
  void place(const Slot& slot) {
    slots_[probe(slot.tag, [](std::uint32_t) { return false; })] = slot;
  }

  /// Integers within a range of a few times their number: marked in a table, coded in ascending order.
  template <class Present>
  bool encode_close_numbers(std::span<const std::int64_t> ids, Present present, std::uint32_t* codes) {
    detail::MinMax<std::int64_t> bounds{ids.data(), ids.size()};
    dispatch(bounds);
    const std::uint64_t first = static_cast<std::uint64_t>(bounds.low);
    const std::uint64_t range = static_cast<std::uint64_t>(bounds.high) - first;
    if (range >= 4 * ids.size() + 1024) return false;
    const auto place = [&](std::size_t i) { return static_cast<std::uint64_t>(ids[i]) - first; };
    std::vector<std::uint8_t> marks(range + 1);
    for (std::size_t i = 0; i < ids.size(); ++i)
      if (present(i)) marks[place(i)] = 1;
    is_text_ = false;
    numbers_.reserve(std::min<std::size_t>(range + 1, ids.size()));
    std::vector<std::uint32_t> code_of(range + 1);
    for (std::size_t i = 0; i <= range; ++i) {
      code_of[i] = static_cast<std::uint32_t>(numbers_.size());
      if (marks[i] != 0) numbers_.push_back(static_cast<std::int64_t>(first + i));
    }
    if (numbers_.size() == range + 1)  // no gap: the code is the place
      for (std::size_t i = 0; i < ids.size(); ++i)
        codes[i] = present(i) ? static_cast<std::uint32_t>(place(i)) : no_id;
    else
      for (std::size_t i = 0; i < ids.size(); ++i) codes[i] = present(i) ? code_of[place(i)] : no_id;
    return true;
  }

  bool is_text_ = false;
  std::vector<Text> texts_;
  std::vector<char> long_texts_;
  std::vector<std::int64_t> numbers_;
  std::vector<Slot> slots_;
  int shift_ = 22;
};

}  // namespace fealty
