// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/survival/confidence_scale.hpp>

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fealty::survival::detail {

inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// How many standard errors a two-sided interval reaches to each side.
///
/// \throws InvalidInput  unless 0 < confidence < 1
inline double band_width(const char* who, double confidence) {
  fealty::detail::check_confidence(who, confidence);
  return boost::math::quantile(boost::math::normal(), 0.5 + confidence / 2);
}

struct Band {
  double lower, upper;
};

/// A band around a probability.
///
/// \param p          in [0, 1]
/// \param std_error  of log p, its relative standard error
/// \param z          band_width()
inline Band band(double p, double std_error, double z, ConfidenceScale scale) {
  const double half = z * std_error;
  if (p <= 0 || std::isnan(half)) return {nan, nan};
  if (half == 0) return {p, p};
  if (p >= 1 && scale != ConfidenceScale::plain && scale != ConfidenceScale::log) return {nan, nan};
  const double q = 1 - p;
  switch (scale) {
    case ConfidenceScale::plain:
      return {std::max(0.0, p - p * half), std::min(1.0, p + p * half)};
    case ConfidenceScale::log:
      return {p * std::exp(-half), std::min(1.0, p * std::exp(half))};
    case ConfidenceScale::log_log: {
      const double k = half / std::abs(std::log(p));
      return {std::pow(p, std::exp(k)), std::pow(p, std::exp(-k))};
    }
    case ConfidenceScale::logit: {
      const double k = std::exp(half / q);
      return {p / (p + q * k), p * k / (p * k + q)};
    }
    case ConfidenceScale::arcsin: {
      const double at = std::asin(std::sqrt(p)), k = half / 2 * std::sqrt(p / q);
      const double low = std::sin(std::max(0.0, at - k)),
                   high = std::sin(std::min(std::numbers::pi / 2, at + k));
      return {low * low, high * high};
    }
  }
  return {nan, nan};
}

}  // namespace fealty::survival::detail
