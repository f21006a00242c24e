// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/goals.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::adoption {

/// Settings of outcomes().
struct OutcomesOptions {
  std::optional<Date> as_of = {};                  ///< last day known; by default the latest date
  std::optional<revenue::Accounts> accounts = {};  ///< who ought to have goals
  std::int32_t stalled_days = 90;  ///< a goal without progress for so many days is stalled, >= 1; a quarter,
                                   ///< as goals are mostly reviewed each quarter
};

/// Each goal of each account, by account id and then by goal; an account without any has a row without a
/// goal. progress = (actual - baseline), reversed where the target is below the baseline; value =
/// value_per_unit x progress; net_value = value - cost; roi = net_value / cost.
struct Outcomes {
  IdColumn account;          ///< whose
  IdColumn goal;             ///< what it wants; null for an account without goals
  IdColumn unit;             ///< what it is measured in, as told last
  DateColumn start;          ///< first date of the goal
  DateColumn measured_on;    ///< date of the last actual; null before the first
  DateColumn progressed_on;  ///< last date on which it was nearer to the target than ever before, or start
  DateColumn due;            ///< day by which the target shall be reached, as told last
  std::vector<double> baseline;         ///< the first that was told
  std::vector<double> target;           ///< the last that was told
  std::vector<double> actual;           ///< the last
  std::vector<double> attainment;       ///< (actual - baseline) / (target - baseline); NaN where any lacks
  std::vector<double> planned;          ///< share of the time from start to due that has passed, at most 1
  std::vector<double> pace;             ///< attainment / planned: below 1 it is behind; NaN on the first day
  std::vector<std::uint8_t> reached;    ///< 1 where attainment is 1 or more
  std::vector<std::uint8_t> stalled;    ///< 1 where it is not reached and long without progress
  MoneyColumn value;                    ///< realized by the last actual; 0 without has_value
  MoneyColumn cost;                     ///< the last that was told; 0 without has_cost
  MoneyColumn net_value;                ///< value - cost
  std::vector<std::uint8_t> has_value;  ///< 1 where there is an actual, a baseline and a value per unit
  std::vector<std::uint8_t> has_cost;   ///< 1 where a cost was told
  std::vector<double> roi;              ///< net_value / cost; NaN without either, and for a cost of 0
  std::vector<double> payback_days;  ///< from start to the first actual whose value covered the cost; or NaN
  std::optional<Date> as_of = {};    ///< last day known; none for a table without rows
  bool as_of_inferred = false;       ///< it was not given
  std::int32_t stalled_days = 90;    ///< as chosen
  std::vector<Finding> findings = {};  ///< by rows of the result: unstated_goal, incomplete_goal,
                                       ///< stalled_goal, target_is_baseline, target_changed, baseline_changed

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("goal", self.goal);
    f("unit", self.unit);
    f("start", self.start);
    f("measured_on", self.measured_on);
    f("progressed_on", self.progressed_on);
    f("due", self.due);
    f("baseline", self.baseline);
    f("target", self.target);
    f("actual", self.actual);
    f("attainment", self.attainment);
    f("planned", self.planned);
    f("pace", self.pace);
    f("reached", self.reached);
    f("stalled", self.stalled);
    f("value", self.value);
    f("cost", self.cost);
    f("net_value", self.net_value);
    f("has_value", self.has_value);
    f("has_cost", self.has_cost);
    f("roi", self.roi);
    f("payback_days", self.payback_days);
  }
};

/// How far customers have come with what they want, and what it was worth to them.
///
/// The plan is a straight line from the baseline on the goal's first date to the target on the day it is due.
/// What is told again counts from then on, but for the baseline; `cost` and `value_per_unit` told last count
/// for all of the goal's days. Rows dated after as_of are not known. A value is rounded half-even, once for
/// each goal, so that totals of goals are exact.
///
/// \param goals    as made by Goals
/// \param options  as_of, accounts, stalled_days
/// \returns        one row for each goal that is known, and for each account without any
/// \throws InvalidInput  unless stalled_days >= 1 and as_of is from 1900 to 9999; when accounts have texts
/// and
///                       goals integers, or the other way round
/// \throws Overflow      when a value leaves 64 bits
/// \see outcome_totals() for the portfolio
Outcomes outcomes(const Goals& goals, const OutcomesOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_outcomes.hpp>
