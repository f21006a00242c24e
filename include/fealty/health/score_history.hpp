// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/period.hpp>
#include <fealty/health/observations.hpp>
#include <fealty/health/scorecard.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of score_history(): the days, or from when until when and how often.
struct ScoreHistoryOptions {
  std::vector<Date> dates = {};    ///< the days, in any order; empty: the last days of each `every`
  std::optional<Date> first = {};  ///< first day of these; by default that of the first observation
  std::optional<Date> last = {};   ///< last day; by default that of the last observation
  Period every = Period::month;    ///< a row for the last day of each that ends by `last`
  std::int32_t threads = 0;        ///< at most so many; 0 for all of the machine's
};

/// Scores of the past: for each account, by id, a row for each day from its first observation on.
struct ScoreHistory {
  IdColumn account;                    ///< ascending
  DateColumn as_of;                    ///< the day, ascending within an account
  std::vector<double> score;           ///< as it would have been shown; NaN where too little was known
  IdColumn band;                       ///< of the score; "unknown" without one
  std::vector<double> coverage;        ///< share of the card's weight that was observed
  std::vector<double> oldest_days;     ///< age of the oldest value that counts; NaN where there is none
  std::string fingerprint;             ///< of the scorecard
  std::vector<Finding> findings = {};  ///< codes: unobserved_measure

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("as_of", self.as_of);
    f("score", self.score);
    f("band", self.band);
    f("coverage", self.coverage);
    f("oldest_days", self.oldest_days);
  }
};

/// Scores accounts on days of the past, under any card: each day as score() does with observations up to it.
///
/// \param card          as made by Scorecard; not what was in force then, unless it is the same
/// \param observations  as made by Observations
/// \param options       days
/// \returns             a row for each account and day on which something was known of it
/// \throws InvalidInput  for dates beside first or last, a first after last, more than 65,535 days, a day
///                       before 1900 or after 9999; for a measure that is missing though its policy is
///                       `fail`
ScoreHistory score_history(const Scorecard& card, const Observations& observations,
                           const ScoreHistoryOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_score_history.hpp>
