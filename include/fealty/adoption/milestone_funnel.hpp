// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/milestones.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// Settings of milestone_funnel().
struct MilestoneFunnelOptions {
  std::vector<std::string> steps = {"signed", "onboarded", "first_value",
                                    "adopted"};       ///< milestones in order, two or more
  std::string churn = {};                             ///< milestone of leaving; or `lifetimes`
  std::optional<survival::Lifetimes> lifetimes = {};  ///< of customers, by days and accounts: the first end
                                                      ///< after the first step is churn
  std::optional<Date> as_of = {};                     ///< last day known; by default that of `lifetimes`, or
                                                      ///< the latest milestone
  std::optional<revenue::Accounts> accounts = {};     ///< whose attributes make groups
  std::vector<std::string> by =
      {};  ///< attributes whose values on the first step make the groups, or `cohort`
  std::optional<Period> cohort = {};   ///< cuts days of the first step into cohorts: the attribute `cohort`
  std::int32_t fiscal_year_start = 1;  ///< first month of the fiscal year, 1 to 12
};

/// A funnel: a row for each group and step. Those who came to the step before = reached + churned + waiting.
struct MilestoneFunnel {
  IdColumn group;                              ///< of `by`, ascending, null last; only with `by`
  std::vector<std::string> step;               ///< milestone, in order
  std::vector<std::int64_t> reached;           ///< accounts that have come to this step and all before it
  std::vector<std::int64_t> churned;           ///< that came to the step before, and left there
  std::vector<std::int64_t> waiting;           ///< that came to the step before, and are still there
  std::vector<double> from_previous;           ///< reached / reached of the step before; NaN for the first
  std::vector<double> from_first;              ///< reached / reached of the first step
  std::vector<double> lower_quartile;          ///< days since the step before by which a quarter of those who
                                               ///< came to it come to this one; NaN where they do not
  std::vector<double> median;                  ///< the same of one half
  std::vector<double> upper_quartile;          ///< the same of three quarters
  std::vector<double> reached_lower_quartile;  ///< the same of those who have come to this step alone: it
                                               ///< leaves out who is slow
  std::vector<double> reached_median;          ///< the same of one half of them
  std::vector<double> reached_upper_quartile;  ///< the same of three quarters of them
  std::vector<std::int64_t> out_of_order;      ///< of those reached, that came to it before the step before;
                                               ///< they have no time
  std::string churn;                   ///< milestone of leaving; empty where lifetimes, or nothing, told
  std::optional<Date> as_of = {};      ///< last day known; none for a table without rows
  bool as_of_inferred = false;         ///< it was not given
  std::optional<Period> cohort = {};   ///< how days of the first step were cut into cohorts
  std::vector<Finding> findings = {};  ///< codes: as of time_to_value(), and skipped_step,
                                       ///< step_out_of_order

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.step.empty()) f("group", self.group);
    f("step", self.step);
    f("reached", self.reached);
    f("churned", self.churned);
    f("waiting", self.waiting);
    f("from_previous", self.from_previous);
    f("from_first", self.from_first);
    f("lower_quartile", self.lower_quartile);
    f("median", self.median);
    f("upper_quartile", self.upper_quartile);
    f("reached_lower_quartile", self.reached_lower_quartile);
    f("reached_median", self.reached_median);
    f("reached_upper_quartile", self.reached_upper_quartile);
    f("out_of_order", self.out_of_order);
  }
};

/// How many accounts come to each of several steps, and how long each takes them.
///
/// An account is at a step on the day by which it has come to it and to all before it. So it counts as having
/// reached a step that came before its predecessor (finding step_out_of_order), but has no time between the
/// two; a step after one that was skipped does not count (skipped_step), nor does one after leaving
/// (milestone_after_churn). Who has no first step, or left before it, is left out.
///
/// Quartiles are of all who came to the step before: those who are still there count as long as they were
/// seen, and those who left never come on (Aalen and Johansen). Beside them stand the quartiles of those who
/// have come on already, who are the quick ones.
///
/// \param milestones  as made by Milestones
/// \param options     steps, churn, as_of, groups
/// \returns           one row for each group and step
/// \throws InvalidInput  as value_lifetimes(); for fewer than two steps; for a name of `by` that is no
///                       attribute
MilestoneFunnel milestone_funnel(const Milestones& milestones, const MilestoneFunnelOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_milestone_funnel.hpp>
