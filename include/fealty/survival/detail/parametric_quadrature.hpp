// SPDX-License-Identifier: MIT
#pragma once

#include <boost/math/quadrature/gauss.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fealty::survival::detail {

/// Calls f(v, weight) at the points of Gauss-Legendre rules on [0, width], on panels that halve towards 0
/// until they are as fine as asked for.
template <class F>
void graded_gauss(double width, double finest, F f) {
  using Rule = boost::math::quadrature::gauss<double, 20>;
  const int halvings = static_cast<int>(std::clamp(std::ceil(std::log2(width / finest)), 0.0, 60.0));
  double from = 0, to = std::ldexp(width, -halvings);
  for (int panel = 0; panel <= halvings; ++panel) {
    const double middle = (from + to) / 2, half = (to - from) / 2;
    for (std::size_t i = 0; i < Rule::abscissa().size(); ++i) {
      const double x = half * Rule::abscissa()[i], weight = half * Rule::weights()[i];
      f(middle - x, weight);
      f(middle + x, weight);
    }
    from = to;
    to *= 2;
  }
}

}  // namespace fealty::survival::detail
