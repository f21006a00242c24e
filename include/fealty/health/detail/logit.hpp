// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace fealty::health::detail {

/// log(p / (1 - p)).
inline double logit_of(double p) { return std::log(p) - std::log1p(-p); }

/// 1 / (1 + e^-x), also where that is very small.
inline double inverse_logit(double x) {
  if (x >= 0) return 1 / (1 + std::exp(-x));
  const double odds = std::exp(x);
  return odds / (1 + odds);
}

}  // namespace fealty::health::detail
