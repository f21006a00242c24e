// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/curve_rows.hpp>
#include <fealty/survival/kaplan_meier.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace fealty::survival {

/// Settings of survival_quantile().
struct SurvivalQuantileOptions {
  std::vector<double> probabilities = {0.25, 0.5, 0.75};  ///< shares of lives that have ended, in (0, 1)
  bool midpoint =
      false;  ///< where the curve runs level at a share, the middle of that stretch, not its begin
};

/// Ages by which shares of lives have ended.
struct SurvivalQuantiles {
  IdColumn group;                   ///< as in the curve; only with groups
  std::vector<double> probability;  ///< share of lives that have ended
  std::vector<double> time;         ///< the age; NaN where the curve does not come down to it
  std::vector<double> lower;        ///< where the curve's lower band comes down to it; NaN where it does not
  std::vector<double> upper;        ///< where the curve's upper band does; NaN where it does not

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.time.empty()) f("group", self.group);
    f("probability", self.probability);
    f("time", self.time);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

namespace detail {
/// The first age at which a curve is down to a level.
inline double age_at_level(const SurvivalCurve& curve, CurveRows rows, const std::vector<double>& values,
                           double level, bool midpoint) {
  constexpr double slack = 1e-12;  // of products of survivals
  for (std::size_t i = rows.begin; i < rows.end; ++i) {
    if (!(values[i] <= level + slack)) continue;
    if (!midpoint || values[i] < level - slack) return curve.time[i];
    for (std::size_t j = i + 1; j < rows.end; ++j)
      if (!(values[j] >= values[i] - slack)) return (curve.time[i] + curve.time[j]) / 2;
    return (curve.time[i] + curve.time[rows.end - 1]) / 2;
  }
  return std::numeric_limits<double>::quiet_NaN();
}
}  // namespace detail

/// The ages by which shares of lives have ended, with the limits that the curve's band gives: of the median
/// that of Brookmeyer and Crowley.
///
/// A quantile is the first age at which so many have ended. R's survfit() takes the midpoint where the curve
/// is exactly at the share for a while.
///
/// \param curve    as made by kaplan_meier()
/// \param options  probabilities, midpoint
/// \returns        one row for each group and probability, in their order
/// \throws InvalidInput  for a probability that is not in (0, 1)
/// \see Brookmeyer & Crowley (1982), Biometrics 38:29-41
inline SurvivalQuantiles survival_quantile(const SurvivalCurve& curve,
                                           const SurvivalQuantileOptions& options = {}) {
  for (const double p : options.probabilities)
    if (!(p > 0 && p < 1))
      throw InvalidInput({.who = "survival_quantile",
                          .what = "probabilities",
                          .where = {},
                          .value = fmt::format("{}", p),
                          .rule = "is not in (0, 1)"});
  SurvivalQuantiles out;
  detail::CurveGroups groups(curve.group, curve.time);
  for (const detail::CurveRows rows : groups.all()) {
    for (const double p : options.probabilities) {
      const auto age = [&](const std::vector<double>& values) {
        return detail::age_at_level(curve, rows, values, 1 - p, options.midpoint);
      };
      out.probability.push_back(p);
      out.time.push_back(age(curve.survival));
      out.lower.push_back(age(curve.lower));
      out.upper.push_back(age(curve.upper));
    }
  }
  out.group = groups.column(options.probabilities.size());
  return out;
}

}  // namespace fealty::survival
