// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/make_measures_on.hpp>
#include <fealty/health/detail/observation_sweep.hpp>
#include <fealty/health/detail/selection_rules.hpp>
#include <fealty/health/detail/set_scorer.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/score_by_set.hpp>

#include <cstddef>
#include <cstdint>

namespace fealty::health {

inline SetScores score_by_set(const ScorecardSet& scorecards, const Observations& observations,
                              const revenue::Accounts& accounts, const ScoreBySetOptions& options) {
  constexpr const char* who = "score_by_set";
  detail::check_as_of(who, options.as_of);
  SetScores out;
  out.as_of = options.as_of ? options.as_of : observations.last_day();
  out.as_of_inferred = !options.as_of;
  const std::int32_t day = out.as_of ? out.as_of->days : min_day;
  detail::SetScorer scorer(who, scorecards, observations, accounts, {day}, options.threads);
  const detail::ObservationSweep sweep(observations.data(), {}, {}, {day});
  for (const std::uint32_t account : detail::known_accounts(sweep, *scorer.ids(), accounts, day))
    scorer.add(account, 0);
  scorer.score(out, true);
  detail::note_unmatched(who, out, [&](std::size_t row, std::size_t others) {
    return detail::first_and_others(out.account.text(row), others, out.as_of);
  });
  return out;
}

}  // namespace fealty::health
