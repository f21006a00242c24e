// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace fealty::detail {

/// A sum held as two doubles. Of whole numbers it is exact in any order while it stays below 2^104; of others
/// it is good to about 32 digits.
///
/// \see Dekker (1971), Numerische Mathematik 18:224-242; Knuth, The Art of Computer Programming, vol.
/// 2, 4.2.2
struct DoubleSum {
  double high = 0, low = 0;

  void add(double x) {
    const double sum = high + x, part = sum - high;
    renormalize(sum, low + ((high - (sum - part)) + (x - part)));
  }
  void add(const DoubleSum& other) {
    add(other.low);
    add(other.high);
  }
  void subtract(const DoubleSum& other) {
    add(-other.low);
    add(-other.high);
  }
  void add_product(double x, double y) {
    const double product = x * y;
    add(std::fma(x, y, -product));
    add(product);
  }
  double value() const { return high + low; }
  bool operator==(const DoubleSum&) const = default;

 private:
  void renormalize(double sum, double rest) {
    high = sum + rest;
    low = rest - (high - sum);
  }
};

}  // namespace fealty::detail
