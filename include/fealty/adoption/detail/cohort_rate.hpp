// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/cohort_rates.hpp>
#include <fealty/adoption/detail/journeys.hpp>
#include <fealty/adoption/detail/waits.hpp>
#include <fealty/adoption/milestones.hpp>
#include <fealty/core/detail/wilson.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The members of a result that count those who start, and those who come to the milestone.
template <class Rate>
struct RateCounts {
  std::vector<std::int64_t> Rate::*started;
  std::vector<std::int64_t> Rate::*reached;
  std::int64_t Rate::*total_started;
  std::int64_t Rate::*total_reached;
};

template <class Rate>
void add_cohort(const Cohort& cohort, const CohortRates& rates, const RateCounts<Rate>& counts, Rate& out) {
  out.period.days.push_back(rates.grid().start(cohort.period).days);
  out.period_end.days.push_back(rates.grid().last_day(cohort.period).days);
  out.rate.push_back(cohort.rate);
  out.lower.push_back(cohort.lower);
  out.upper.push_back(cohort.upper);
  out.complete.push_back(cohort.complete ? 1 : 0);
  (out.*counts.started).push_back(cohort.started());
  (out.*counts.reached).push_back(cohort.reached);
  out.churned.push_back(cohort.churned);
  out.missed.push_back(cohort.missed);
  out.undecided.push_back(cohort.undecided);
  if (!cohort.complete) return;
  out.*counts.total_started += cohort.started();
  out.*counts.total_reached += cohort.reached;
}

/// The rate of onboarding or of adoption.
///
/// \param start, milestone  an option's name, and the milestone that it names
template <class Rate, class Options>
Rate cohort_rate(const char* who, const Milestones& milestones,
                 const std::pair<std::string, std::string>& start,
                 const std::pair<std::string, std::string>& milestone, const Options& options,
                 const RateCounts<Rate>& counts) {
  const CohortRequest cohorts{options.window_days, options.period, options.fiscal_year_start,
                              options.accounts,    options.by,     options.confidence,
                              options.small_base};
  check_cohort_request(who, cohorts);
  const JourneyRequest asked{.who = who,
                             .milestones = {start, milestone},
                             .churn = options.churn,
                             .lifetimes = options.lifetimes,
                             .as_of = options.as_of};
  Journeys journeys(milestones, asked);
  const Waits waits(journeys);
  const CohortRates rates(who, journeys, waits.all(), cohorts);
  Rate out;
  for (const Cohort& cohort : rates.all()) {
    add_cohort(cohort, rates, counts, out);
    out.small_base.push_back(cohort.started() < options.small_base ? 1 : 0);
  }
  out.group = rates.group();
  out.start = start.second;
  out.milestone = milestone.second;
  out.churn = options.churn;
  out.window_days = options.window_days;
  out.cohort = options.period;
  out.as_of = journeys.as_of();
  out.as_of_inferred = journeys.as_of_inferred();
  out.confidence = options.confidence;
  const auto total = rates.interval(out.*counts.total_reached, out.*counts.total_started);
  out.total_rate = fealty::detail::rate(out.*counts.total_reached, out.*counts.total_started);
  out.total_lower = total.lower;
  out.total_upper = total.upper;
  out.findings = journeys.findings().take();
  return out;
}

}  // namespace fealty::adoption::detail
