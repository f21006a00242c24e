// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace fealty::adoption::detail {

/// How often each bit of many lines is set. A counter's binary digits stand in as many words, so that one
/// operation counts 64 bits; of each word there are eight, one for every eighth line, side by side.
class BitCounters {
 public:
  static constexpr std::size_t lanes = 8, digits = 5;
  static constexpr std::size_t most_lines = lanes * ((1U << digits) - 1);

  explicit BitCounters(std::size_t words) : words_(words), digits_(digits * words * lanes) {}

  void clear() { digits_.assign(digits_.size(), 0); }
  /// Counts eight lines: word by word, the eight lines' words side by side.
  FEALTY_KERNEL void add(const std::uint64_t* __restrict lines) {
    for (std::size_t word = 0; word < words_; ++word) {
      std::uint64_t carry[lanes];
      for (std::size_t lane = 0; lane < lanes; ++lane) carry[lane] = lines[word * lanes + lane];
      for (std::size_t digit = 0; digit < digits; ++digit) {
        std::uint64_t* __restrict const at = digits_.data() + (digit * words_ + word) * lanes;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
          const std::uint64_t sum = at[lane] ^ carry[lane];
          carry[lane] &= at[lane];
          at[lane] = sum;
        }
      }
    }
  }

  /// Writes the counts of all bits, 64 of each word.
  void read(std::uint8_t* counts) const {
    for (std::size_t word = 0; word < words_; ++word) {
      const std::array<std::uint64_t, digits + 3> sums = lanes_together(word);
      for (std::size_t byte = 0; byte < 8; ++byte) {
        std::uint64_t eight = 0;  // counts, one in each byte
        for (std::size_t digit = 0; digit < sums.size(); ++digit)
          eight += spread(sums[digit] >> (8 * byte) & 0xff) << digit;
        std::memcpy(counts + 64 * word + 8 * byte, &eight, 8);
      }
    }
  }

 private:
  /// The eight counters of each bit of a word added up, digit by digit.
  std::array<std::uint64_t, digits + 3> lanes_together(std::size_t word) const {
    std::uint64_t sums[digits + 3][lanes];
    for (std::size_t digit = 0; digit < digits; ++digit)
      for (std::size_t lane = 0; lane < lanes; ++lane)
        sums[digit][lane] = digits_[(digit * words_ + word) * lanes + lane];
    std::size_t known = digits;
    for (std::size_t half = lanes / 2; half > 0; half /= 2, ++known)
      for (std::size_t lane = 0; lane < half; ++lane) {
        std::uint64_t carry = 0;
        for (std::size_t digit = 0; digit < known; ++digit) {
          const std::uint64_t a = sums[digit][lane], b = sums[digit][lane + half], one = a ^ b;
          sums[digit][lane] = one ^ carry;
          carry = (a & b) | (one & carry);
        }
        sums[known][lane] = carry;
      }
    std::array<std::uint64_t, digits + 3> together;
    for (std::size_t digit = 0; digit < together.size(); ++digit) together[digit] = sums[digit][0];
    return together;
  }
  /// The bits of a byte as bytes of 0 or 1, the lowest first.
  static std::uint64_t spread(std::uint64_t byte) {
    const std::uint64_t copies = byte * 0x0101010101010101U & 0x8040201008040201U;
    return (copies + 0x7f7f7f7f7f7f7f7fU) >> 7 & 0x0101010101010101U;
  }

  std::size_t words_;
  std::vector<std::uint64_t> digits_;
};

}  // namespace fealty::adoption::detail
