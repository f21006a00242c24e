// SPDX-License-Identifier: MIT
// Draws that data/coverage.py makes too.
#pragma once

#include <cstdint>

namespace fealty::coverage::test {

/// A linear congruential generator; its upper bits are the draws.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}
  /// A whole number of 0 to n - 1.
  std::int64_t below(std::int64_t n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::int64_t>((state_ >> 33) % static_cast<std::uint64_t>(n));
  }

 private:
  std::uint64_t state_;
};

}  // namespace fealty::coverage::test
