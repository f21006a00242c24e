// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/detail/score_source.hpp>
#include <fealty/health/measure_table.hpp>
#include <fealty/health/observations.hpp>
#include <fealty/health/scorecard.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fealty::health {

/// Settings of score().
struct ScoreOptions {
  std::optional<Date> as_of =
      {};  ///< of observations: the last day that is known; by default the last of them
  std::optional<revenue::Accounts> accounts = {};  ///< of observations: accounts that have a row without any
  bool with_contributions = false;                 ///< whether contributions() are computed along with it
  std::int32_t threads = 0;                        ///< at most so many; 0 for all of the machine's
};

/// Scores of accounts, and all that it takes to explain them.
struct Scores {
  IdColumn account;                    ///< in the order of the measures
  Column<double> score;                ///< as it is shown; NaN where too little is known
  IdColumn band;                       ///< the band of what is shown; "unknown" without a score
  Column<double> coverage;             ///< share of the card's weight that was observed, 0 to 1
  Column<double> oldest_days;          ///< age of the oldest value that counts; NaN where no ages are known
  Column<std::int64_t> score_micro;    ///< micro-points that the lines add up to, also without a score
  std::optional<Date> as_of = {};      ///< the day on which all this was known
  bool as_of_inferred = false;         ///< whether it is the last with an observation
  std::vector<Finding> findings = {};  ///< codes: low_coverage, unobserved_measure, undated_measure,
                                       ///< exception_without_reason
  std::shared_ptr<const detail::ScoreSource> source = {};  ///< card and measures

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("score", self.score);
    f("band", self.band);
    f("coverage", self.coverage);
    f("oldest_days", self.oldest_days);
    f("score_micro", self.score_micro);
  }
};

/// Scores accounts by a card.
///
/// Values become points by the transform of their measure. Points of a value fade toward neutral as it ages,
/// if the card says so; a value that is too old, or has nothing to be compared with (a target or baseline
/// that is missing or not above 0), is missing, and the measure's policy says what counts. A group is the
/// mean of its members by weight, without those that are missing; one without any is missing itself.
/// Exceptions whose flag is up change the result in the card's order. It is held within the scale and
/// rounded: to whole micro-points (millionths of a point), then to the card's decimals, half to even.
///
/// Below the card's `min_coverage` there is no score, and the band is "unknown", whatever exceptions say.
/// Values without ages are taken to be of the day. Accounts in `accounts` have a row on every day, also
/// before their first valid_from, as measures_on() says.
///
/// \param card      as made by Scorecard
/// \param measures  as made by MeasureTable or measures_on()
/// \param options   contributions, threads
/// \returns         a row for each of the measures' accounts
/// \throws InvalidInput  for a measure that is missing though its policy is `fail`, naming the account; for
///                       as_of or accounts beside measures, an as_of before 1900 or after 9999, a negative
///                       number of threads
Scores score(const Scorecard& card, const MeasureTable& measures, const ScoreOptions& options = {});
/// The same of observations: of each measure the last one on or before `as_of`.
Scores score(const Scorecard& card, const Observations& observations, const ScoreOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_scores.hpp>
