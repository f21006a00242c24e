// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/observations.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// The columns of a table of what accounts think and do: one row for each account.
struct LoyaltyScoreColumns {
  IdColumn account;         ///< n ids, texts or integers
  Column<double> attitude;  ///< what it thinks: satisfaction, recommendation; null or NaN: unknown
  Column<double> behavior;  ///< what it does: usage, renewals, expansion; null or NaN: unknown
};

/// What accounts think and do, by account id.
///
/// \throws InvalidInput  on a missing column, unequal lengths, an account that is null or there twice, a
/// number
///                       that is infinite
struct LoyaltyScores {
  explicit LoyaltyScores(const LoyaltyScoreColumns& columns);
  LoyaltyScores() = default;

  IdColumn account;                       ///< whose
  std::vector<double> attitude;           ///< NaN where it is not known
  std::vector<double> behavior;           ///< NaN where it is not known
  std::vector<double> attitude_coverage;  ///< share of the measures' weight that was observed, 0 to 1
  std::vector<double> behavior_coverage;  ///< share of the measures' weight that was observed, 0 to 1
  std::optional<Date> as_of = {};         ///< last day known; none where it does not matter
  bool as_of_inferred = false;            ///< it was not given

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("attitude", self.attitude);
    f("behavior", self.behavior);
    f("attitude_coverage", self.attitude_coverage);
    f("behavior_coverage", self.behavior_coverage);
  }
};

/// Settings of loyalty_scores(). Lists of a side are as long as its measures, or empty.
struct LoyaltyScoresOptions {
  std::vector<std::string> attitude = {};     ///< measures of what accounts think; one or more
  std::vector<std::string> behavior = {};     ///< measures of what they do; one or more
  std::vector<double> attitude_weights = {};  ///< how much each counts, > 0; all the same by default
  std::vector<double> behavior_weights = {};  ///< how much each counts, > 0; all the same by default
  std::vector<double> attitude_low = {};      ///< value of each that is worth 0 points; 0 by default
  std::vector<double> attitude_high = {};     ///< value of each that is worth 100; 100 by default; below the
                                              ///< other where less is better
  std::vector<double> behavior_low = {};      ///< value of each that is worth 0 points; 0 by default
  std::vector<double> behavior_high = {};     ///< value of each that is worth 100; 100 by default
  double min_coverage = 0.5;                  ///< share of the weight that must be observed for a side to be
                                              ///< known, 0 to 1: half of it is a choice of this library
  std::optional<std::int32_t> validity_days = {};  ///< how old a value may be, >= 1; any age by default
  std::optional<Date> as_of = {};  ///< last day known; by default the last of the observations
};

/// Makes two numbers from measures: what accounts think and what they do, from 0 to 100.
///
/// Of each measure the last value up to as_of counts, of several on one day their mean; it is worth 0 points
/// at `low`, 100 at `high`, in between in proportion. A side is the weighted mean of the measures that were
/// observed, if they have enough of the weight.
///
/// \param observations  as made by Observations
/// \param options       measures, weights and ends of each side
/// \returns             one row for each account with an observation up to as_of
/// \throws InvalidInput  for a side without measures, a measure that is not observed at all or there twice,
///                       lists of another length, weights that are not above 0, ends that are the same or not
///                       finite, unless 0 <= min_coverage <= 1, validity_days >= 1 and as_of is from 1900 to
///                       9999
LoyaltyScores loyalty_scores(const Observations& observations, const LoyaltyScoresOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_loyalty_scores.hpp>
