// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/detail/free_names.hpp>
#include <fealty/health/scores.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// What the groups of a card come to. A column for each group bears its id; for each top group, one that is
/// not within another, there is `<id>_micro` as well: what it adds to the score, in micro-points. In each row
/// these and the columns behind them add up to `score_micro` exactly.
struct GroupScores {
  IdColumn account;                    ///< as in the scores
  std::vector<std::string> group;      ///< ids, in the card's order
  std::vector<Column<double>> points;  ///< of each: what it comes to; NaN where nothing in it counts
  std::vector<std::string> top_group;  ///< ids of the top groups, in the card's order
  std::vector<Column<std::int64_t>> micro_points;  ///< of each: what it adds to the score
  Column<std::int64_t> ungrouped_micro;            ///< what measures without a group add
  Column<std::int64_t> exception;                  ///< what exceptions change
  Column<std::int64_t> clamp;                      ///< what is cut off at the ends of the scale
  Column<std::int64_t> rounding;                   ///< to whole micro-points and to the card's decimals
  Column<std::int64_t> score_micro;                ///< as in the scores

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    detail::FreeNames names;
    f(names.take("account"), self.account);
    for (std::size_t i = 0; i < self.points.size(); ++i) f(names.take(self.group[i]), self.points[i]);
    for (std::size_t i = 0; i < self.micro_points.size(); ++i)
      f(names.take(self.top_group[i] + "_micro"), self.micro_points[i]);
    f(names.take("ungrouped_micro"), self.ungrouped_micro);
    f(names.take("exception"), self.exception);
    f(names.take("clamp"), self.clamp);
    f(names.take("rounding"), self.rounding);
    f(names.take("score_micro"), self.score_micro);
  }
};

/// What each group of the card comes to, and what it adds to the score: with the two groups outcome and
/// experience, how much of customers' success is the one and how much the other.
///
/// A group's points are the mean of its members by weight, as they have faded and without those that are
/// missing, or their sum if the card says so. A top group adds its points by its share of the weights that
/// count in the row; so groups count for one that is missing, and there is no line for that. Each is rounded
/// to whole micro-points, and `rounding` is at most half a unit of the last decimal that is shown and half a
/// micro-point for each.
///
/// \param scores  as made by score()
/// \returns       a row for each of them, also for those without a score
/// \see contributions, explain
GroupScores group_scores(const Scores& scores);

}  // namespace fealty::health

#include <fealty/health/detail/make_group_scores.hpp>
