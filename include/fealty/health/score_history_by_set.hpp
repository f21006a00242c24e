// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/observations.hpp>
#include <fealty/health/score_history.hpp>
#include <fealty/health/scorecard_set.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Scores of the past, each by the card of its time: for each account, by id, a row for each day from its
/// first observation on.
struct SetScoreHistory {
  IdColumn account;                    ///< ascending
  DateColumn as_of;                    ///< the day, ascending within an account
  IdColumn scorecard;                  ///< the id of that day's card; null where no rule holds
  IdColumn version;                    ///< its version; null likewise
  IdColumn fingerprint;                ///< its fingerprint; null likewise
  std::vector<std::int32_t> rule;      ///< the rule that holds first, counted from 0; -1 where none does
  std::vector<double> score;           ///< as it would have been shown; NaN without one
  IdColumn band;                       ///< of that day's card; "unknown" without a score, null without a card
  std::vector<double> coverage;        ///< share of the card's weight that was observed; NaN without a card
  std::vector<double> oldest_days;     ///< age of the oldest value that counts; NaN where there is none
  std::string set_fingerprint;         ///< of the set
  std::vector<Finding> findings = {};  ///< codes: no_scorecard, unobserved_measure

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("as_of", self.as_of);
    f("scorecard", self.scorecard);
    f("version", self.version);
    f("fingerprint", self.fingerprint);
    f("rule", self.rule);
    f("score", self.score);
    f("band", self.band);
    f("coverage", self.coverage);
    f("oldest_days", self.oldest_days);
  }
};

/// Scores accounts on days of the past, as was done then: each day by the card that select_scorecards() finds
/// for it, with the observations and the attributes up to it. A step where `fingerprint` changes is that of
/// the card too, not of the customer alone.
///
/// \param scorecards    rules, in order of precedence, with the days from which they are used
/// \param observations  as made by Observations
/// \param accounts      their attributes, with the days from which they hold
/// \param options       days, as of score_history()
/// \returns             a row for each account and day on which something was known of it
/// \throws InvalidInput  on what score_history() and score_by_set() refuse
/// \see score_by_set, score_history
SetScoreHistory score_history_by_set(const ScorecardSet& scorecards, const Observations& observations,
                                     const revenue::Accounts& accounts,
                                     const ScoreHistoryOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_score_history_by_set.hpp>
