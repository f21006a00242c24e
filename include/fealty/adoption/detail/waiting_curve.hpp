// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/aalen_johansen.hpp>
#include <fealty/survival/detail/curve_rows.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/life_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// What became of waiting lives, for each group one after the other.
struct WaitingCurve {
  IdColumn group;
  std::vector<double> time;
  std::vector<std::int64_t> at_risk, reached, churned, censored;
  std::vector<double> incidence, std_error, lower, upper;  // of value
  std::vector<double> churn_incidence, waiting;

  std::vector<survival::detail::CurveRows> groups() const {
    return survival::detail::CurveGroups(group, time).all();
  }
};

/// Copies one cause of an Aalen-Johansen curve to the rows of the same groups and ages, if it is there.
class CauseRows {
 public:
  CauseRows(const survival::IncidenceCurve& curve, const std::vector<survival::detail::CurveRows>& groups,
            const std::vector<std::string>& causes, const std::string& cause)
      : curve_(curve), groups_(groups), causes_(causes.size()),
        place_(static_cast<std::size_t>(std::find(causes.begin(), causes.end(), cause) - causes.begin())) {}

  template <class T>
  std::vector<T> of(std::vector<T> survival::IncidenceCurve::*column, T missing) const {
    const std::size_t rows = groups_.empty() ? 0 : groups_.back().end;
    std::vector<T> found(rows, missing);
    if (place_ == causes_) return found;
    const std::vector<T>& from = curve_.*column;
    for (const auto& [begin, end] : groups_) {  // each group has its rows once for each cause
      const std::size_t first = begin * causes_ + place_ * (end - begin);
      for (std::size_t i = 0; i < end - begin; ++i) found[begin + i] = from[first + i];
    }
    return found;
  }

 private:
  const survival::IncidenceCurve& curve_;
  const std::vector<survival::detail::CurveRows>& groups_;
  std::size_t causes_, place_;
};

/// \param table  of lives that `value` or `churn` ends, by group
inline WaitingCurve waiting_curve(const survival::LifeTable& table, double confidence,
                                  survival::ConfidenceScale scale) {
  using survival::IncidenceCurve;
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  survival::SurvivalCurve all = survival::kaplan_meier(table);
  const IncidenceCurve curve = survival::aalen_johansen(table, {.confidence = confidence, .scale = scale});
  WaitingCurve out;
  out.group = std::move(all.group);
  out.time = std::move(all.time);
  out.at_risk = std::move(all.at_risk);
  out.censored = std::move(all.censored);
  out.waiting = std::move(all.survival);
  const auto groups = out.groups();
  const CauseRows value(curve, groups, table.causes(), "value"),
      churn(curve, groups, table.causes(), "churn");
  out.reached = value.of(&IncidenceCurve::ended, std::int64_t{0});
  out.incidence = value.of(&IncidenceCurve::incidence, 0.0);
  out.std_error = value.of(&IncidenceCurve::std_error, 0.0);
  out.lower = value.of(&IncidenceCurve::lower, nan);
  out.upper = value.of(&IncidenceCurve::upper, nan);
  out.churned = churn.of(&IncidenceCurve::ended, std::int64_t{0});
  out.churn_incidence = churn.of(&IncidenceCurve::incidence, 0.0);
  return out;
}

/// The first time by which a share has come to value; none where it has not.
inline double share_reached(const WaitingCurve& curve, survival::detail::CurveRows rows, double share) {
  constexpr double slack = 1e-12;  // of sums of products
  for (std::size_t i = rows.begin; i < rows.end; ++i)
    if (curve.incidence[i] >= share - slack) return curve.time[i];
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace fealty::adoption::detail
