// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace fealty::detail {

/// splitmix64: integer arithmetic alone, so that all compilers and machines draw the same.
///
/// \see Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014
class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

  /// 64 random bits.
  std::uint64_t next() { return mix(state_ += step); }

  static constexpr std::uint64_t step = 0x9e3779b97f4a7c15U;
  /// A permutation of all 64-bit numbers that leaves no pattern of its argument.
  static std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
  }

 private:
  std::uint64_t state_;
};

}  // namespace fealty::detail
