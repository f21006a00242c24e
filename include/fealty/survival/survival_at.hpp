// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_rows.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/kaplan_meier.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fealty::survival {

/// Settings of survival_at().
struct SurvivalAtOptions {
  std::vector<double> times;  ///< ages, each a number >= 0
};

/// A curve at chosen ages: what stands beneath a plot, and in a table.
struct SurvivalAt {
  IdColumn group;                     ///< as in the curve; only with groups
  std::vector<double> time;           ///< age
  std::vector<std::int64_t> at_risk;  ///< lives at risk just before it; 0 beyond the last
  std::vector<std::int64_t> ended;    ///< lives that ended up to it, since the age before
  std::vector<double> survival;       ///< P(life > time); NaN beyond the last life, where nothing is known
  std::vector<double> std_error;      ///< of `survival`; NaN where survival is 0 or unknown
  std::vector<double> lower;          ///< pointwise band; NaN likewise
  std::vector<double> upper;          ///< pointwise band; NaN likewise

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.time.empty()) f("group", self.group);
    f("time", self.time);
    f("at_risk", self.at_risk);
    f("ended", self.ended);
    f("survival", self.survival);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
  }
};

/// A survival curve at chosen ages.
///
/// A curve that has come down to 0 stays there; one that has not ends with the last life that was seen.
///
/// \param curve    as made by kaplan_meier()
/// \param options  times
/// \returns        one row for each group and age, ages ascending
/// \throws InvalidInput  for an age that is not a number >= 0
SurvivalAt survival_at(const SurvivalCurve& curve, const SurvivalAtOptions& options);

namespace detail {
/// Fills in a row for one age.
inline void add_survival_at(const SurvivalCurve& curve, CurveRows rows, double since, double time,
                            SurvivalAt& out) {
  std::size_t after = rows.begin;
  std::int64_t ended = 0;
  for (; after < rows.end && curve.time[after] <= time; ++after)
    if (curve.time[after] > since) ended += curve.ended[after];
  const bool starts = after == rows.begin, known = after < rows.end;
  const std::size_t at = starts ? after : after - 1;
  const bool on_row = !starts && curve.time[at] == time;
  const bool says = known || on_row || curve.survival[at] == 0;
  out.time.push_back(time);
  out.at_risk.push_back(on_row ? curve.at_risk[at] : known ? curve.at_risk[after] : 0);
  out.ended.push_back(ended);
  out.survival.push_back(!says ? nan : starts ? 1 : curve.survival[at]);
  out.std_error.push_back(!says ? nan : starts ? 0 : curve.std_error[at]);
  out.lower.push_back(!says ? nan : starts ? 1 : curve.lower[at]);
  out.upper.push_back(!says ? nan : starts ? 1 : curve.upper[at]);
}
}  // namespace detail

inline SurvivalAt survival_at(const SurvivalCurve& curve, const SurvivalAtOptions& options) {
  std::vector<double> times = options.times;
  for (const double time : times) static_cast<void>(detail::checked_age("survival_at", "times", time));
  std::sort(times.begin(), times.end());
  SurvivalAt out;
  const detail::CurveGroups groups(curve.group, curve.time);
  for (const detail::CurveRows rows : groups.all()) {
    double since = -1;
    for (const double time : times) {
      detail::add_survival_at(curve, rows, since, time, out);
      since = time;
    }
  }
  out.group = groups.column(times.size());
  return out;
}

}  // namespace fealty::survival
