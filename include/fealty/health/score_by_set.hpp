// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/observations.hpp>
#include <fealty/health/scorecard_set.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of score_by_set().
struct ScoreBySetOptions {
  std::optional<Date> as_of = {};  ///< the last day that is known; by default that of the last observation
  std::int32_t threads = 0;        ///< at most so many; 0 for all of the machine's
};

/// Scores of accounts, each by the scorecard that a set has for it.
struct SetScores {
  IdColumn account;                 ///< ascending
  IdColumn scorecard;               ///< the card's id; null where no rule holds
  IdColumn version;                 ///< the card's version; null likewise
  IdColumn fingerprint;             ///< the card's fingerprint; null likewise
  std::vector<std::int32_t> rule;   ///< the rule that holds first, counted from 0; -1 where none does
  std::vector<double> score;        ///< as it is shown; NaN where too little is known, or no rule holds
  IdColumn band;                    ///< of the account's card; "unknown" without a score, null without a card
  std::vector<double> coverage;     ///< share of the card's weight that was observed; NaN without a card
  std::vector<double> oldest_days;  ///< age of the oldest value that counts; NaN where there is none
  std::optional<Date> as_of = {};   ///< the day on which all this was known
  bool as_of_inferred = false;      ///< whether it is the last with an observation
  std::string set_fingerprint;      ///< of the set
  std::vector<Finding> findings = {};  ///< codes: no_scorecard, low_coverage, unobserved_measure,
                                       ///< exception_without_reason; those of a card bear its name

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
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

/// Scores each account as score() does, by the card that select_scorecards() finds for it on the day.
///
/// Bands of different cards are on different scales, whatever their names. Accounts have a row from their
/// first observation on, or because they are in `accounts`, also before their first valid_from. For one that
/// is not there, or has no attributes on the day, only a rule without conditions holds.
///
/// \param scorecards    rules, in order of precedence
/// \param observations  as made by Observations
/// \param accounts      their attributes, with the days from which they hold
/// \param options       day, threads
/// \returns             a row for each account, by id
/// \throws InvalidInput  for an attribute that the accounts do not have, accounts whose ids are texts where
///                       those of the observations are integers, or the reverse; on what score() refuses
/// \see score, select_scorecards, score_history_by_set
SetScores score_by_set(const ScorecardSet& scorecards, const Observations& observations,
                       const revenue::Accounts& accounts, const ScoreBySetOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_score_by_set.hpp>
