// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/make_value_lifetimes.hpp>
#include <fealty/adoption/detail/waiting_curve.hpp>
#include <fealty/adoption/time_to_value.hpp>
#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/restricted_mean_time_lost.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Sums up each group of a curve.
class TimeToValueRows {
 public:
  TimeToValueRows(const survival::LifeTable& table, const WaitingCurve& curve,
                  const TimeToValueOptions& options)
      : curve_(curve), z_(survival::detail::band_width("time_to_value", options.confidence)),
        lost_(survival::restricted_mean_time_lost(
            table, {.horizon = options.horizon, .confidence = options.confidence})) {
    const auto& causes = table.causes();
    causes_ = causes.size();
    value_ = static_cast<std::size_t>(std::find(causes.begin(), causes.end(), "value") - causes.begin());
    const survival::detail::CurveGroups groups(curve.group, curve.time);
    horizon_ = options.horizon.value_or(std::numeric_limits<double>::infinity());
    for (const auto& rows : groups.all()) {
      if (!options.horizon) horizon_ = std::min(horizon_, curve.time[rows.end - 1]);
    }
    for (std::size_t g = 0; g < groups.all().size(); ++g) add(groups.all()[g], g);
    summary_.group = groups.column(1);
  }
  TimeToValueSummary take() { return std::move(summary_); }
  const std::vector<Finding>& findings() const { return lost_.findings; }

 private:
  void add(survival::detail::CurveRows rows, std::size_t group) {
    const auto sum = [&](const std::vector<std::int64_t>& counts) {
      const auto at = [&](std::size_t i) { return counts.begin() + static_cast<std::ptrdiff_t>(i); };
      return std::accumulate(at(rows.begin), at(rows.end), std::int64_t{0});
    };
    summary_.started.push_back(curve_.at_risk[rows.begin]);
    summary_.reached.push_back(sum(curve_.reached));
    summary_.churned.push_back(sum(curve_.churned));
    summary_.waiting.push_back(sum(curve_.censored));
    summary_.lower_quartile.push_back(share_reached(curve_, rows, .25));
    summary_.median.push_back(share_reached(curve_, rows, .5));
    summary_.upper_quartile.push_back(share_reached(curve_, rows, .75));
    const bool none_reached = value_ == causes_;
    const std::size_t i = group * causes_ + value_;
    const double seen = curve_.time[rows.end - 1];
    const bool truncated = horizon_ > seen && curve_.waiting[rows.end - 1] > 0;
    const double horizon = truncated ? seen : horizon_;
    add_mean(horizon, none_reached ? 0 : lost_.time_lost[i], none_reached ? 0 : lost_.std_error[i]);
    summary_.incidence.push_back(none_reached ? 0 : lost_.incidence[i]);
    summary_.truncated.push_back(truncated ? 1 : 0);
  }
  void add_mean(double horizon, double time_lost, double std_error) {
    const double mean = horizon - time_lost;
    summary_.horizon.push_back(horizon);
    summary_.restricted_mean.push_back(mean);
    summary_.std_error.push_back(std_error);
    summary_.lower.push_back(mean - z_ * std_error);
    summary_.upper.push_back(mean + z_ * std_error);
  }

  const WaitingCurve& curve_;
  double z_, horizon_ = 0;
  std::size_t causes_ = 0, value_ = 0;
  survival::RestrictedMeanTimeLost lost_;
  TimeToValueSummary summary_;
};

inline void check_options(const Frame& attributes, const TimeToValueOptions& options) {
  const auto refuse = [](const char* what, std::string value, std::string rule) {
    throw InvalidInput({.who = "time_to_value",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  };
  if (options.horizon && !(*options.horizon > 0 && std::isfinite(*options.horizon)))
    refuse("horizon", fmt::format("{}", *options.horizon), "is not a number of days above 0");
  survival::detail::band_width("time_to_value", options.confidence);
  survival::detail::grouping(attributes, options.by, "time_to_value", "by");
}

inline TimeToValueCurve public_curve(WaitingCurve&& curve) {
  return {.group = std::move(curve.group),
          .time = std::move(curve.time),
          .at_risk = std::move(curve.at_risk),
          .reached = std::move(curve.reached),
          .churned = std::move(curve.churned),
          .censored = std::move(curve.censored),
          .incidence = std::move(curve.incidence),
          .std_error = std::move(curve.std_error),
          .lower = std::move(curve.lower),
          .upper = std::move(curve.upper),
          .churn_incidence = std::move(curve.churn_incidence),
          .waiting = std::move(curve.waiting)};
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline TimeToValue time_to_value(const Milestones& milestones, const TimeToValueOptions& options) {
  detail::ValueLives found = detail::value_lives("time_to_value", milestones,
                                                 {.start = options.start,
                                                  .value = options.value,
                                                  .churn = options.churn,
                                                  .lifetimes = options.lifetimes,
                                                  .as_of = options.as_of,
                                                  .accounts = options.accounts,
                                                  .cohort = options.cohort,
                                                  .fiscal_year_start = options.fiscal_year_start});
  detail::check_options(found.lives.data().attributes, options);
  const survival::LifeTable table(found.lives, {.by = options.by});
  detail::WaitingCurve curve = detail::waiting_curve(table, options.confidence, options.scale);
  detail::TimeToValueRows rows(table, curve, options);
  for (Finding finding : rows.findings()) {  // horizon_beyond_support
    finding.message = "time_to_value" + finding.message.substr(finding.message.find(':'));
    found.findings.push_back(std::move(finding));
  }
  TimeToValue out{.curve = {},
                  .summary = rows.take(),
                  .start = options.start,
                  .value = options.value,
                  .churn = options.churn};
  out.curve = detail::public_curve(std::move(curve));
  out.as_of = found.as_of;
  out.as_of_inferred = found.as_of_inferred;
  out.cohort = options.cohort;
  out.confidence = options.confidence;
  out.scale = options.scale;
  out.findings = std::move(found.findings);
  return out;
}

}  // namespace fealty::adoption
