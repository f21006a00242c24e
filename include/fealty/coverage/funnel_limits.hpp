// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/coverage/performance.hpp>

#include <cstdint>
#include <vector>

namespace fealty::coverage {

/// Settings of funnel_limits().
struct FunnelLimitsOptions {
  std::int32_t points = 200;  ///< of the curves, 2 to 100,000
  double widest = 1.1;        ///< where they end, in multiples of the largest group's expectation, > 0
};

/// The curves of a funnel plot: between which ratios lie by chance alone, for each number of events expected.
struct FunnelLimits {
  std::vector<double> expected;   ///< ascending, in equal steps
  std::vector<double> lower_95;   ///< beyond these 5% of groups lie, at most
  std::vector<double> upper_95;   ///< likewise
  std::vector<double> lower_998;  ///< beyond these 0.2% of groups lie, at most
  std::vector<double> upper_998;  ///< likewise

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("expected", self.expected);
    f("lower_95", self.lower_95);
    f("upper_95", self.upper_95);
    f("lower_998", self.lower_998);
    f("upper_998", self.upper_998);
  }
};

/// The limits that performance() has for each group, as curves over what is expected.
///
/// Of counts, a group has exactly the limits of its expectation. Where the table has probabilities, curves
/// are those of events of one probability (`mean_probability`), while each group's own limits are of its own.
///
/// \param performance  as made by performance()
/// \param options      points, widest
/// \returns            one row for each point; none where nothing is expected
/// \throws InvalidInput  unless 2 <= points <= 100,000 and widest is a number above 0
/// \see Spiegelhalter (2005), Statistics in Medicine 24:1185-1202
FunnelLimits funnel_limits(const Performance& performance, const FunnelLimitsOptions& options = {});

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_funnel_limits.hpp>
