// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace fealty::detail {

struct Interval {
  double lower, upper;
};

/// The standard normal quantile: Newton's method on the distribution function, from a start that is
/// good to a few digits (Abramowitz & Stegun 26.2.23). core stays free of Boost.Math.
inline double normal_quantile(double p) {
  if (p < 0.5) return -normal_quantile(1 - p);
  const double t = std::sqrt(-2 * std::log(1 - p));
  double z =
      t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (int step = 0; step < 4; ++step) {
    const double upper_tail = 0.5 * std::erfc(z / std::sqrt(2.0));
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979323846);
    z += (upper_tail - (1 - p)) / density;
  }
  return z;
}

/// The interval of `part` of `whole` that a score test does not reject; none for a part that is no share.
/// Weights count as so many rows.
///
/// \see Wilson (1927), JASA 22:209-212
inline Interval weighted_wilson(double part, double whole, double z) {
  if (!(whole > 0 && part >= 0 && part <= whole))
    return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  const double p = part / whole, z2 = z * z;
  const double centre = p + z2 / (2 * whole);
  const double half = z * std::sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole));
  return {part == 0 ? 0.0 : std::max(0.0, (centre - half) / (1 + z2 / whole)),
          part == whole ? 1.0 : std::min(1.0, (centre + half) / (1 + z2 / whole))};
}
/// The same of rows.
inline Interval wilson(std::int64_t part, std::int64_t whole, double z) {
  return weighted_wilson(static_cast<double>(part), static_cast<double>(whole), z);
}

inline void check_confidence(const char* who, double confidence) {
  if (!(confidence > 0 && confidence < 1))
    throw InvalidInput({.who = who,
                        .what = "confidence",
                        .where = {},
                        .value = fmt::format("{}", confidence),
                        .rule = "is not in (0, 1)"});
}

/// part / whole, none for an empty whole.
inline double rate(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? std::numeric_limits<double>::quiet_NaN()
                    : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace fealty::detail
