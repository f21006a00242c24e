// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
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

namespace detail {
/// A text in one 16-byte piece: itself when it has up to 12 bytes, as ids mostly do, or else where it
/// stands in a pool.
class ShortText {
 public:
  ShortText(std::string_view text, std::vector<char>& pool) : size_(static_cast<std::uint32_t>(text.size())) {
    if (text.size() <= sizeof(bytes_)) {
      if (!text.empty()) std::memcpy(bytes_, text.data(), text.size());
      return;
    }
    const std::uint64_t offset = pool.size();
    std::memcpy(bytes_, &offset, sizeof(offset));
    pool.insert(pool.end(), text.begin(), text.end());
  }
  std::string_view view(const char* pool) const {
    if (size_ <= sizeof(bytes_)) return {bytes_, size_};
    std::uint64_t offset = 0;
    std::memcpy(&offset, bytes_, sizeof(offset));
    return {pool + offset, size_};
  }

 private:
  std::uint32_t size_;
  char bytes_[12] = {};
};

struct MinMax {
  const std::int64_t* values;
  std::size_t count;
  std::int64_t low = std::numeric_limits<std::int64_t>::max(),
               high = std::numeric_limits<std::int64_t>::min();

  FEALTY_KERNEL void run() {
    std::int64_t least = low, most = high;
    for (std::size_t i = 0; i < count; ++i) {
      least = values[i] < least ? values[i] : least;
      most = values[i] > most ? values[i] : most;
    }
    low = least;
    high = most;
  }
};
}  // namespace detail

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
  std::uint32_t encode(std::string_view id) { return insert_text(id, hash(id)); }
  std::uint32_t encode(std::int64_t id) { return insert_number(id, mix(static_cast<std::uint64_t>(id))); }

  /// The code of an id, none if it is not there.
  std::optional<std::uint32_t> find(std::string_view id) const {
    return slots_.empty() || !is_text_
               ? std::nullopt
               : code_at(probe(hash(id), [&](std::uint32_t code) { return view(code) == id; }));
  }
  std::optional<std::uint32_t> find(std::int64_t id) const {
    return slots_.empty() || is_text_
               ? std::nullopt
               : code_at(probe(mix(static_cast<std::uint64_t>(id)),
                               [&](std::uint32_t code) { return numbers_[code] == id; }));
  }

  /// Codes of n texts; `text_at(i)` gives the i-th. A few texts are hashed ahead, so that the table's
  /// memory is on its way when they are looked up.
  template <class TextAt>
  void encode_texts(std::size_t n, TextAt text_at, std::uint32_t* codes) {
    constexpr std::size_t ahead = 32;
    std::uint64_t hashes[ahead];
    for (std::size_t begin = 0; begin < n; begin += ahead) {
      const std::size_t end = std::min(n, begin + ahead);
      reserve(ahead);
      for (std::size_t i = begin; i < end; ++i) {
        hashes[i - begin] = hash(text_at(i));
        __builtin_prefetch(&slots_[hashes[i - begin] >> shift_]);
      }
      for (std::size_t i = begin; i < end; ++i)
        __builtin_prefetch(texts_.data() +
                           std::min<std::size_t>(slots_[hashes[i - begin] >> shift_].code, size()));
      for (std::size_t i = begin; i < end; ++i) codes[i] = insert_text(text_at(i), hashes[i - begin]);
    }
  }

  /// Codes of n integers; `present(i)` tells which are there, the others get `no_id`.
  template <class Present>
  void encode_numbers(std::span<const std::int64_t> ids, Present present, std::uint32_t* codes) {
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
  using Text = detail::ShortText;
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t code = no_id;
  };

  static std::uint64_t mix(std::uint64_t x) {  // the finaliser of splitmix64
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
  }
  static std::uint64_t hash(std::string_view id) {
    std::uint64_t h = id.size() * 0x9e3779b97f4a7c15U;
    const char* p = id.data();
    std::size_t left = id.size();
    for (; left > 8; left -= 8, p += 8) h = fold(h ^ load(p, 8));
    return fold(h ^ load(p, left));
  }
  static std::uint64_t load(const char* p, std::size_t bytes) {  // up to 8
    std::uint64_t word = 0;
    std::uint32_t low = 0, high = 0;
    if (bytes == 8) {
      std::memcpy(&word, p, 8);
    } else if (bytes >= 4) {  // two that overlap
      std::memcpy(&low, p, 4);
      std::memcpy(&high, p + bytes - 4, 4);
      word = std::uint64_t{high} << 32 | low;
    } else if (bytes > 0) {
      word = static_cast<std::uint64_t>(static_cast<unsigned char>(p[0])) |
             static_cast<std::uint64_t>(static_cast<unsigned char>(p[bytes / 2])) << 8 |
             static_cast<std::uint64_t>(static_cast<unsigned char>(p[bytes - 1])) << 16;
    }
    return word;
  }
  static std::uint64_t fold(std::uint64_t x) {  // both halves of a product: one multiplication mixes all bits
    const auto product = static_cast<detail::uint128>(x ^ 0xbf58476d1ce4e5b9U) * 0x94d049bb133111ebU;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  }

  template <class Same>
  std::size_t probe(std::uint64_t h, Same same) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = h >> shift_;; i = (i + 1) & mask) {
      const Slot& slot = slots_[i];
      if (slot.code == no_id || (slot.tag == static_cast<std::uint32_t>(h) && same(slot.code))) return i;
    }
  }
  std::optional<std::uint32_t> code_at(std::size_t slot) const {
    return slots_[slot].code == no_id ? std::nullopt : std::optional(slots_[slot].code);
  }

  std::uint32_t insert_text(std::string_view id, std::uint64_t h) {
    require_kind(true);
    reserve(1);
    Slot& slot = slots_[probe(h, [&](std::uint32_t code) { return view(code) == id; })];
    if (slot.code == no_id) {
      if (id.size() > no_id)
        throw InvalidInput({.who = "Ids",
                            .what = "id",
                            .where = {},
                            .value = fmt::format("{} bytes", id.size()),
                            .rule = "is longer than 4,294,967,295 bytes"});
      const std::uint32_t code = next_code();
      slot = {static_cast<std::uint32_t>(h), code};
      texts_.emplace_back(id, long_texts_);
    }
    return slot.code;
  }
  std::uint32_t insert_number(std::int64_t id, std::uint64_t h) {
    require_kind(false);
    reserve(1);
    Slot& slot = slots_[probe(h, [&](std::uint32_t code) { return numbers_[code] == id; })];
    if (slot.code == no_id) {
      slot = {static_cast<std::uint32_t>(h), next_code()};
      numbers_.push_back(id);
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
    if (size() >= no_id)
      throw Overflow({.who = "Ids",
                      .what = "id",
                      .where = {},
                      .value = "",
                      .rule = "there are more than 4,294,967,294 different ids"});
    return static_cast<std::uint32_t>(size());
  }

  /// Keeps the table at most half full with `more` further ids.
  void reserve(std::size_t more) {
    if (2 * (size() + more) <= slots_.size()) return;
    std::size_t bits = 10;
    while ((std::size_t{1} << bits) < 4 * (size() + more)) ++bits;
    slots_.assign(std::size_t{1} << bits, Slot{});
    shift_ = static_cast<int>(64 - bits);
    for (std::uint32_t code = 0; code < size(); ++code) {
      const std::uint64_t h = is_text_ ? hash(view(code)) : mix(static_cast<std::uint64_t>(numbers_[code]));
      slots_[probe(h, [](std::uint32_t) { return false; })] = {static_cast<std::uint32_t>(h), code};
    }
  }

  /// Integers within a range of a few times their number: marked in a table, coded in ascending order.
  template <class Present>
  bool encode_close_numbers(std::span<const std::int64_t> ids, Present present, std::uint32_t* codes) {
    detail::MinMax bounds{ids.data(), ids.size()};
    dispatch(bounds);
    const std::uint64_t first = static_cast<std::uint64_t>(bounds.low);
    const std::uint64_t range = static_cast<std::uint64_t>(bounds.high) - first;
    if (range >= 4 * ids.size() + 1024) return false;
    std::vector<std::uint32_t> code_of(range + 1, no_id);
    for (std::size_t i = 0; i < ids.size(); ++i)
      if (present(i)) code_of[static_cast<std::uint64_t>(ids[i]) - first] = 0;
    is_text_ = false;
    numbers_.reserve(std::min<std::size_t>(range + 1, ids.size()));
    for (std::size_t i = 0; i <= range; ++i)
      if (code_of[i] == 0) {
        code_of[i] = static_cast<std::uint32_t>(numbers_.size());
        numbers_.push_back(static_cast<std::int64_t>(first + i));
      }
    for (std::size_t i = 0; i < ids.size(); ++i)
      codes[i] = present(i) ? code_of[static_cast<std::uint64_t>(ids[i]) - first] : no_id;
    return true;
  }

  bool is_text_ = false;
  std::vector<Text> texts_;
  std::vector<char> long_texts_;
  std::vector<std::int64_t> numbers_;
  std::vector<Slot> slots_;
  int shift_ = 54;
};

/// n ids as codes of one dictionary.
class IdColumn {
 public:
  IdColumn() = default;
  IdColumn(std::span<const std::int64_t> ids) {
    Ids dictionary;
    std::vector<std::uint32_t> codes(ids.size());
    dictionary.encode_numbers(
        ids, [](std::size_t) { return true; }, codes.data());
    *this = IdColumn(std::move(codes), std::make_shared<const Ids>(std::move(dictionary)));
  }
  IdColumn(const std::vector<std::int64_t>& ids) : IdColumn(std::span<const std::int64_t>(ids)) {}
  template <class Text>
  requires std::is_convertible_v<const Text&, std::string_view> IdColumn(std::span<const Text> ids) {
    Ids dictionary;
    std::vector<std::uint32_t> codes(ids.size());
    dictionary.encode_texts(
        ids.size(), [&](std::size_t i) { return std::string_view(ids[i]); }, codes.data());
    *this = IdColumn(std::move(codes), std::make_shared<const Ids>(std::move(dictionary)));
  }
  IdColumn(const std::vector<std::string>& ids) : IdColumn(std::span<const std::string>(ids)) {}
  IdColumn(const std::vector<std::string_view>& ids) : IdColumn(std::span<const std::string_view>(ids)) {}
  /// \param codes  n codes of `ids`, `no_id` where an id is missing
  IdColumn(std::vector<std::uint32_t> codes, std::shared_ptr<const Ids> ids)
      : codes_(std::make_shared<const std::vector<std::uint32_t>>(std::move(codes))), ids_(std::move(ids)) {}

  bool present() const { return ids_ != nullptr; }
  std::size_t size() const { return codes_ ? codes_->size() : 0; }
  std::span<const std::uint32_t> codes() const {
    return codes_ ? std::span<const std::uint32_t>(*codes_) : std::span<const std::uint32_t>();
  }
  const std::shared_ptr<const Ids>& ids() const { return ids_; }
  /// Keeps `codes()` alive.
  std::shared_ptr<const void> memory() const { return codes_; }
  /// The id of a row, as text; "null" where it is missing.
  std::string text(std::size_t row) const {
    return (*codes_)[row] == no_id ? "null" : ids_->text((*codes_)[row]);
  }

  /// The caller's name for this column, used in messages.
  const std::string& name() const { return name_; }
  IdColumn named(std::string name) && {
    name_ = std::move(name);
    return std::move(*this);
  }
  IdColumn named(std::string name) const& { return IdColumn(*this).named(std::move(name)); }

 private:
  std::shared_ptr<const std::vector<std::uint32_t>> codes_;
  std::shared_ptr<const Ids> ids_;
  std::string name_;
};

}  // namespace fealty
