// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/rank_weight.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of log_rank().
struct LogRankOptions {
  std::vector<std::string> by = {};               ///< attributes whose values make the groups
  std::vector<std::string> strata = {};           ///< attributes within whose values groups are compared
  RankWeight rank_weight = RankWeight::log_rank;  ///< how much an age counts
  double rho = 0;                   ///< of fleming_harrington, >= 0: above 0, early ages count for more
  double gamma = 0;                 ///< of fleming_harrington, >= 0: above 0, late ages count for more
  std::vector<double> scores = {};  ///< of the groups in order: tests for a trend along them
  std::int32_t threads = 0;         ///< at most so many; 0 for all of the machine's
};

/// A comparison of groups.
struct LogRank {
  double statistic;                 ///< chi-squared; NaN where nothing can be compared
  std::int64_t degrees_of_freedom;  ///< of it: 1 for a trend
  double p_value;                   ///< that groups of one hazard would differ as much; NaN likewise
  IdColumn group;                   ///< ascending; lives without a group or a stratum are left out
  std::vector<std::int64_t> lives;  ///< in the group
  std::vector<double> observed;     ///< ends, each as much as its age counts
  std::vector<double> expected;     ///< the same if all groups had one hazard
  std::vector<double> variance;     ///< of observed - expected
  RankWeight rank_weight = RankWeight::log_rank;  ///< how much an age counted
  double rho = 0;                                 ///< of fleming_harrington
  double gamma = 0;                               ///< of fleming_harrington
  std::int64_t left_out = 0;                      ///< lives without a group or a stratum

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("group", self.group);
    f("lives", self.lives);
    f("observed", self.observed);
    f("expected", self.expected);
    f("variance", self.variance);
  }
};

/// Tests whether groups have one and the same hazard at every age.
///
/// At each age the ends of a group are compared with its share of those at risk; the sums of the differences
/// are judged by their hypergeometric covariance. With strata only lives of one stratum are compared. Lives
/// with a delayed entry count from it on. Groups that nobody could be compared with add no degree of freedom.
///
/// \param lives    as made by Lifetimes
/// \param options  groups, strata, how much an age counts, scores of a trend
/// \returns        the test, and a row for each group
/// \throws InvalidInput  without `by`, or for names of no attribute; unless rho and gamma are numbers >= 0;
///                       for as many scores as there are no groups; for weights that are not cases
/// \see Mantel (1966), Cancer Chemotherapy Reports 50:163-170; Fleming & Harrington (1991), Counting
///      Processes and Survival Analysis, ch. 7; Klein & Moeschberger (2003), Survival Analysis, sec. 7.3-7.5
LogRank log_rank(const Lifetimes& lives, const LogRankOptions& options = {});

/// The same of a state, whose groups and strata are its own.
///
/// \throws InvalidInput  as above; for `by` and `strata`, which only lives can tell
LogRank log_rank(const LifeTable& table, const LogRankOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_log_rank.hpp>
