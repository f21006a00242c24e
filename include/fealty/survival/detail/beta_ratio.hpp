// SPDX-License-Identifier: MIT
// Differences of log-gamma functions and of their slopes. The functions can be larger than what they differ
// by in all digits of a double: their expansions for large arguments are subtracted term by term.
#pragma once

#include <boost/math/special_functions/log1p.hpp>

#include <algorithm>
#include <cmath>

namespace fealty::survival::detail {

/// From here on five terms of the expansions are enough.
inline constexpr double far_argument = 16;

/// log B(a, z + h) - log B(a, z), which is <= 0.
///
/// \param a, z  > 0
/// \param h     >= 0
inline double log_beta_step(double a, double z, double h) {
  const double least = std::min(a, h), most = std::max(a, h);  // they can change places
  double nearby = 0;
  for (; z < far_argument; z += 1) nearby += std::log1p(most / z * (least / (z + most + least)));
  const double i = 1 / z, j = 1 / (z + most), k = 1 / (z + least), l = 1 / (z + least + most);
  const auto rest = [](double x) {
    const double xx = x * x;
    return x * xx * (-1.0 / 360 + xx * (1.0 / 1260 + xx * (-1.0 / 1680 + xx / 1188)));
  };
  const auto beyond_x = [](double x) { return boost::math::log1pmx(x); };  // of log(1 + x)
  const double twelfth = -least * i * (most * l) * (2 * z + least + most) * j * k / 12;
  return -nearby - least * std::log1p(most * k) - least / 2 * (most * i * j) +
         (z - 0.5) * beyond_x(least * i) - (z + most - 0.5) * beyond_x(least * j) + twelfth +
         (rest(k) - rest(l)) - (rest(i) - rest(j));
}

/// digamma(z) - digamma(z + w), which is <= 0.
inline double digamma_gap(double z, double w) {
  double nearby = 0;
  for (; z < far_argument; z += 1) nearby += w / z / (z + w);
  const double i = 1 / z, j = 1 / (z + w), apart = w * i * j;
  const auto rest = [](double x) {
    const double xx = x * x;
    return xx * xx * (1.0 / 120 + xx * (-1.0 / 252 + xx * (1.0 / 240 - xx / 132)));
  };
  return -nearby - std::log1p(w * i) - apart / 2 - apart * (i + j) / 12 + rest(i) - rest(j);
}

/// trigamma(z) - trigamma(z + w), which is >= 0.
inline double trigamma_gap(double z, double w) {
  double nearby = 0;
  for (; z < far_argument; z += 1) nearby += w / z / (z + w) * (1 / z + 1 / (z + w));
  const double i = 1 / z, j = 1 / (z + w), apart = w * i * j;
  const auto rest = [](double x) {
    const double xx = x * x;
    return x * xx * xx * (-1.0 / 30 + xx * (1.0 / 42 + xx * (-1.0 / 30 + xx * 5 / 66)));
  };
  return nearby + apart * (1 + (i + j) / 2 + (i * i + i * j + j * j) / 6) + rest(i) - rest(j);
}

}  // namespace fealty::survival::detail
