// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/milestones.hpp>
#include <fealty/adoption/value_lifetimes.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// Settings of time_to_value().
struct TimeToValueOptions {
  std::string start = "signed";                       ///< milestone from which on time counts
  std::string value = "first_value";                  ///< milestone of the first value
  std::string churn = {};                             ///< milestone of leaving; or `lifetimes`
  std::optional<survival::Lifetimes> lifetimes = {};  ///< of customers, by days and accounts: the first end
                                                      ///< after the start is churn
  std::optional<Date> as_of = {};                     ///< last day known; by default that of `lifetimes`, or
                                                      ///< the latest milestone
  std::optional<revenue::Accounts> accounts = {};     ///< whose attributes make groups
  std::vector<std::string> by = {};    ///< attributes whose values make the groups, or `cohort`
  std::optional<Period> cohort = {};   ///< cuts starts into cohorts: the attribute `cohort`
  std::int32_t fiscal_year_start = 1;  ///< first month of the fiscal year, 1 to 12
  std::optional<double> horizon = {};  ///< days up to which time counts in the mean, > 0; by
                                       ///< default the most that every group reaches
  double confidence = 0.95;            ///< coverage of band and intervals, in (0, 1)
  survival::ConfidenceScale scale = survival::ConfidenceScale::log_log;  ///< on which the band is symmetric
};

/// How many have come to value by a day, for each group: a row for each day since the start on which any came
/// to value, left, or was last seen.
struct TimeToValueCurve {
  IdColumn group;                       ///< of `by`, ascending, null last; only with `by`
  std::vector<double> time;             ///< days since the start
  std::vector<std::int64_t> at_risk;    ///< accounts that wait just before `time`
  std::vector<std::int64_t> reached;    ///< accounts that come to value at `time`
  std::vector<std::int64_t> churned;    ///< accounts that leave at `time`, without value
  std::vector<std::int64_t> censored;   ///< accounts last seen at `time`, as they still wait
  std::vector<double> incidence;        ///< P(value by `time`)
  std::vector<double> std_error;        ///< of `incidence`
  std::vector<double> lower;            ///< pointwise band of `incidence`; NaN where it is 0
  std::vector<double> upper;            ///< pointwise band of `incidence`; NaN where it is 0
  std::vector<double> churn_incidence;  ///< P(left without value by `time`)
  std::vector<double> waiting;          ///< P(neither by `time`): the three add up to 1

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.time.empty()) f("group", self.group);
    f("time", self.time);
    f("at_risk", self.at_risk);
    f("reached", self.reached);
    f("churned", self.churned);
    f("censored", self.censored);
    f("incidence", self.incidence);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("churn_incidence", self.churn_incidence);
    f("waiting", self.waiting);
  }
};

/// What the curve comes to: a row for each group. started = reached + churned + waiting.
struct TimeToValueSummary {
  IdColumn group;                       ///< of `by`, ascending, null last; only with `by`
  std::vector<std::int64_t> started;    ///< accounts
  std::vector<std::int64_t> reached;    ///< that have come to value
  std::vector<std::int64_t> churned;    ///< that have left without
  std::vector<std::int64_t> waiting;    ///< that still wait
  std::vector<double> lower_quartile;   ///< days by which a quarter has come to value; NaN where it has not
  std::vector<double> median;           ///< the same of one half of all who started
  std::vector<double> upper_quartile;   ///< the same of three quarters
  std::vector<double> horizon;          ///< days up to which time counted in the mean
  std::vector<double> incidence;        ///< P(value by the horizon)
  std::vector<double> restricted_mean;  ///< mean days without value up to the horizon: who leaves has none
  std::vector<double> std_error;        ///< of `restricted_mean`
  std::vector<double> lower;            ///< of a normal interval of `restricted_mean`
  std::vector<double> upper;            ///< of a normal interval of `restricted_mean`
  std::vector<std::uint8_t> truncated;  ///< 1 where the asked horizon is beyond the last day that was seen;
                                        ///< `horizon` then is what was seen

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.started.empty()) f("group", self.group);
    f("started", self.started);
    f("reached", self.reached);
    f("churned", self.churned);
    f("waiting", self.waiting);
    f("lower_quartile", self.lower_quartile);
    f("median", self.median);
    f("upper_quartile", self.upper_quartile);
    f("horizon", self.horizon);
    f("incidence", self.incidence);
    f("restricted_mean", self.restricted_mean);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("truncated", self.truncated);
  }
};

/// How long it takes to value, and how it was asked.
struct TimeToValue {
  TimeToValueCurve curve;             ///< day by day
  TimeToValueSummary summary;         ///< a row for each group
  std::string start;                  ///< milestone from which on time counts
  std::string value;                  ///< milestone of the first value
  std::string churn;                  ///< milestone of leaving; empty where lifetimes, or nothing, told
  std::optional<Date> as_of = {};     ///< last day known; none for a table without rows
  bool as_of_inferred = false;        ///< it was not given
  std::optional<Period> cohort = {};  ///< how starts were cut into cohorts
  double confidence = 0.95;           ///< coverage of band and intervals
  survival::ConfidenceScale scale = survival::ConfidenceScale::log_log;  ///< of the band
  std::vector<Finding> findings = {};  ///< codes: no_competing_event, unknown_milestone,
                                       ///< milestone_before_start, milestone_without_start,
                                       ///< milestone_after_churn, account_without_lifetime,
                                       ///< horizon_beyond_support
};

/// How long accounts take from a start to their first value, of all who started: those who still wait count
/// as long as they were seen, and those who left without value never come to it.
///
/// The curve is that of Aalen and Johansen, in which leaving competes. Quartiles are the first days by which
/// so many of all who started have come to value. Neither the median of those who made it, nor one minus a
/// Kaplan-Meier curve in which those who left count as last seen when they left, would do: both flatter. The
/// mean is the area above the curve up to the horizon.
///
/// What makes the lives, and what is left out, stands at value_lifetimes(), which gives them to any other
/// calculator of survival.
///
/// \param milestones  as made by Milestones
/// \param options     which milestones, as_of, groups, horizon, band
/// \returns           the curve and a summary, by group
/// \throws InvalidInput  as value_lifetimes(); unless 0 < confidence < 1 and the horizon is a number above 0;
///                       for a name of `by` that is no attribute
/// \see Aalen & Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Andersen (2013), Statistics in
///      Medicine 32:5278-5285
TimeToValue time_to_value(const Milestones& milestones, const TimeToValueOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_time_to_value.hpp>
