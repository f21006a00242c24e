// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/splitmix64.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>

namespace fealty::company::detail {

/// What a stream of draws is for: each purpose has its own, so that one table's draws move no other's.
enum class Stream : std::uint64_t {
  sale = 1,
  life,
  attributes,
  usage,
  surveys,
  observations,
  goals,
  csm,
  exchange
};

/// A stream of draws that depends on seed, number and purpose alone.
///
/// Everything is integer arithmetic, so that all compilers and machines draw the same. Two draws never
/// stand in one expression: their order would be the compiler's choice.
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t number, Stream stream)
      : bits_(mix(mix(mix(seed + step) + number + step) + static_cast<std::uint64_t>(stream) + step)) {}

  /// An integer from 0 to n − 1; n from 1 to 2^31.
  std::int64_t below(std::int64_t n) {
    return static_cast<std::int64_t>(((next() >> 32) * static_cast<std::uint64_t>(n)) >> 32);
  }
  /// An integer from `low` to `high`, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
  /// True with a probability of `ppm` in a million.
  bool chance(std::int64_t ppm) { return below(1'000'000) < ppm; }
  /// An integer around 0 with a triangular distribution on ±`half_width`.
  std::int64_t triangular(std::int64_t half_width) {
    const std::int64_t up = between(0, half_width);
    return up - between(0, half_width);
  }
  /// A count with the mean `hundredths` / 100: the integer below it or the one above.
  std::int64_t count(std::int64_t hundredths) {
    return hundredths / 100 + (below(100) < hundredths % 100 ? 1 : 0);
  }
  /// A day of [from, to).
  std::int32_t day(std::int32_t from, std::int32_t to) {
    return from + static_cast<std::int32_t>(below(to - from));
  }
  /// An index, in proportion to its weight.
  std::size_t pick(std::span<const std::int64_t> weights) {
    std::int64_t left = below(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}));
    std::size_t index = 0;
    while (left >= weights[index]) left -= weights[index++];
    return index;
  }

 private:
  static constexpr std::uint64_t step = fealty::detail::SplitMix64::step;
  static std::uint64_t mix(std::uint64_t x) { return fealty::detail::SplitMix64::mix(x); }
  std::uint64_t next() { return bits_.next(); }

  fealty::detail::SplitMix64 bits_;
};

}  // namespace fealty::company::detail
