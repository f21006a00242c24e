// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/rank_weight.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// How p values of several tests are made larger, so that few of those called small are so by chance.
enum class PValueAdjustment {
  none,               ///< as they are
  holm,               ///< any false one is unlikely (Holm's step-down)
  benjamini_hochberg  ///< few of those called small are false (false discovery rate)
};
constexpr auto enum_names(PValueAdjustment) {
  return std::array<std::string_view, 3>{"none", "holm", "benjamini_hochberg"};
}

/// Settings of pairwise_log_rank().
struct PairwiseLogRankOptions {
  std::vector<std::string> by = {};               ///< attributes whose values make the groups
  std::vector<std::string> strata = {};           ///< attributes within whose values groups are compared
  RankWeight rank_weight = RankWeight::log_rank;  ///< how much an age counts
  double rho = 0;    ///< of fleming_harrington, >= 0: above 0, early ages count for more
  double gamma = 0;  ///< of fleming_harrington, >= 0: above 0, late ages count for more
  PValueAdjustment adjustment = PValueAdjustment::holm;  ///< for the number of pairs
  std::int32_t threads = 0;                              ///< at most so many; 0 for all of the machine's
};

/// Comparisons of each two groups.
struct PairwiseLogRank {
  IdColumn group;                 ///< ascending
  IdColumn other;                 ///< compared with it, after it in order
  std::vector<double> statistic;  ///< chi-squared on 1 degree of freedom; NaN where nothing can be compared
  std::vector<double> p_value;    ///< of the pair alone; NaN likewise
  std::vector<double> adjusted_p_value;                  ///< for the number of pairs that could be compared
  PValueAdjustment adjustment = PValueAdjustment::holm;  ///< as it was chosen
  std::int64_t left_out = 0;                             ///< lives without a group or a stratum

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("group", self.group);
    f("other", self.other);
    f("statistic", self.statistic);
    f("p_value", self.p_value);
    f("adjusted_p_value", self.adjusted_p_value);
  }
};

/// Rank tests of each two groups, by their lives alone, as log_rank() tests them.
///
/// \param lives    as made by Lifetimes
/// \param options  groups, strata, how much an age counts, how p values are adjusted
/// \returns        a row for each pair
/// \throws InvalidInput  as log_rank()
/// \see Holm (1979), Scandinavian Journal of Statistics 6:65-70; Benjamini & Hochberg (1995), Journal of the
///      Royal Statistical Society B 57:289-300
PairwiseLogRank pairwise_log_rank(const Lifetimes& lives, const PairwiseLogRankOptions& options = {});

/// The same of a state, whose groups and strata are its own.
///
/// \throws InvalidInput  as log_rank(); for `by` and `strata`, which only lives can tell
PairwiseLogRank pairwise_log_rank(const LifeTable& table, const PairwiseLogRankOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_pairwise_log_rank.hpp>
