// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/big_array.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <utility>

namespace fealty::health::detail {

/// Bits that are in the order of the numbers; 0 and -0 are one number.
inline std::uint64_t ordered_bits(double number) {
  const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);
  return bits >> 63 != 0 ? ~bits : bits | std::uint64_t{1} << 63;
}
/// The number of such bits.
inline double number_of_bits(std::uint64_t bits) {
  return std::bit_cast<double>(bits >> 63 != 0 ? bits & ~(std::uint64_t{1} << 63) : ~bits);
}

/// A row, by the bits of its number.
struct RowKey {
  std::uint64_t key;
  std::uint32_t row;
};
inline std::uint64_t key_of(std::uint64_t key) { return key; }
inline std::uint64_t key_of(const RowKey& item) { return item.key; }

/// Sorts by keys: counting sorts of the three highest digits in which they differ, then whatever few these do
/// not tell apart.
template <class Item>
class RadixSort {
 public:
  explicit RadixSort(std::span<Item> items) : items_(items) {
    if (items.size() < 256 || items.size() > std::numeric_limits<std::uint32_t>::max()) {
      std::sort(items.begin(), items.end(), less);
      return;
    }
    std::uint64_t differ = 0;
    for (const Item& each : items) differ |= key_of(each) ^ key_of(items[0]);
    low_ = std::max(0, 64 - std::countl_zero(differ) - digits * bits);
    const std::shared_ptr<Item[]> memory = fealty::detail::big_array<Item>(items.size());
    Item *from = items.data(), *to = memory.get();
    count();
    for (std::size_t digit = 0; digit < digits; ++digit)
      if (pass(digit, from, to)) std::swap(from, to);
    if (from != items.data()) std::copy(from, from + items.size(), items.data());
    if (low_ > 0) finish();
  }

 private:
  static constexpr int digits = 3, bits = 11;
  static constexpr std::size_t values = std::size_t{1} << bits;

  static bool less(const Item& a, const Item& b) { return key_of(a) < key_of(b); }
  std::size_t value(const Item& item, std::size_t digit) const {
    return static_cast<std::size_t>(key_of(item) >> low_ >> digit * bits & (values - 1));
  }
  void count() {
    for (const Item& each : items_)
      for (std::size_t digit = 0; digit < digits; ++digit) ++place_[digit][value(each, digit)];
  }
  /// False where all are alike.
  bool pass(std::size_t digit, const Item* from, Item* to) {
    auto& place = place_[digit];
    if (place[value(items_[0], digit)] == items_.size()) return false;
    std::uint32_t before = 0;
    for (std::uint32_t& each : place) before += std::exchange(each, before);
    for (std::size_t i = 0; i < items_.size(); ++i) to[place[value(from[i], digit)]++] = from[i];
    return true;
  }
  /// Sorts within runs that the digits do not tell apart.
  void finish() {
    for (auto first = items_.begin(); first != items_.end();) {
      auto last = first + 1;
      bool sorted = true;
      for (; last != items_.end() && key_of(*last) >> low_ == key_of(*first) >> low_; ++last)
        sorted &= !less(*last, *(last - 1));
      if (!sorted) std::sort(first, last, less);
      first = last;
    }
  }

  std::span<Item> items_;
  std::array<std::array<std::uint32_t, values>, digits> place_{};
  int low_ = 0;
};

template <class Item>
void radix_sort(std::span<Item> items) {
  RadixSort<Item> sorted(items);
}

}  // namespace fealty::health::detail
