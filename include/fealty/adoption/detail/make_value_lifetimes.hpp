// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/journeys.hpp>
#include <fealty/adoption/detail/wait_lives.hpp>
#include <fealty/adoption/detail/waits.hpp>
#include <fealty/adoption/value_lifetimes.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The lives of value_lifetimes(), and what was found on the way.
struct ValueLives {
  survival::Lifetimes lives;
  std::optional<Date> as_of;
  bool as_of_inferred;
  std::vector<Finding> findings;
};

/// \param who  the function that was called
inline ValueLives value_lives(const char* who, const Milestones& milestones,
                              const ValueLifetimesOptions& options) {
  fealty::detail::check_fiscal_year_start(who, options.fiscal_year_start);
  const JourneyRequest asked{.who = who,
                             .milestones = {{"start", options.start}, {"value", options.value}},
                             .churn = options.churn,
                             .lifetimes = options.lifetimes,
                             .as_of = options.as_of};
  Journeys journeys(milestones, asked);
  const Waits waits(journeys);
  std::vector<std::uint32_t> account;
  std::vector<std::int32_t> start;
  for (const Wait& wait : waits.all()) account.push_back(wait.account), start.push_back(wait.start);
  Frame attributes;
  attributes.add("account", IdColumn(std::move(account), journeys.ids()));
  attributes.add("start", Days{Column<std::int32_t>(std::move(start))});
  if (options.cohort)
    attributes.add("cohort", cohort_names(waits.all(), *options.cohort, options.fiscal_year_start));
  if (options.accounts) add_attributes(attributes, waits.all(), *journeys.ids(), *options.accounts);
  return {lives_of(waits.all(), journeys.ids(), std::move(attributes)), journeys.as_of(),
          journeys.as_of_inferred(), journeys.findings().take()};
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline survival::Lifetimes value_lifetimes(const Milestones& milestones,
                                           const ValueLifetimesOptions& options) {
  return detail::value_lives("value_lifetimes", milestones, options).lives;
}

}  // namespace fealty::adoption
