// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/history_days.hpp>
#include <fealty/health/detail/observation_sweep.hpp>
#include <fealty/health/detail/selection_rules.hpp>
#include <fealty/health/detail/set_scorer.hpp>
#include <fealty/health/score_history_by_set.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

inline SetScoreHistory score_history_by_set(const ScorecardSet& scorecards, const Observations& observations,
                                            const revenue::Accounts& accounts,
                                            const ScoreHistoryOptions& options) {
  constexpr const char* who = "score_history_by_set";
  detail::SetScorer scorer(who, scorecards, observations, accounts,
                           detail::history_days(who, observations, options), options.threads);
  const std::vector<std::int32_t>& days = scorer.days();
  const detail::ObservationSweep sweep(observations.data(), {}, {}, days);
  SetScoreHistory out;
  for (const std::uint32_t code : observations.data().accounts->sorted()) {
    const auto first = std::lower_bound(days.begin(), days.end(), sweep.first_day()[code]);
    if (first == days.end()) continue;
    scorer.add(code, static_cast<std::size_t>(first - days.begin()));
    out.as_of.days.insert(out.as_of.days.end(), first, days.end());
  }
  scorer.score(out, false);
  detail::note_unmatched(who, out, [&](std::size_t row, std::size_t others) {
    const std::string more = others == 0 ? "" : fmt::format(" and {} more rows", others);
    return out.account.text(row) + " on " + to_string(Date{out.as_of.days[row]}) + more;
  });
  return out;
}

}  // namespace fealty::health
