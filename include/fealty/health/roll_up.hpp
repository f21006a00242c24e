// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/child_scores.hpp>
#include <fealty/health/polarity.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of roll_up().
struct RollUpOptions {
  Polarity polarity = Polarity::higher_is_healthier;  ///< which way the scores point
  std::optional<double> worse_than = {};              ///< points: for share_worse
  std::vector<std::string> bands = {};                ///< names: for share_in_bands
};

/// The children that make a roll-up, by parent id and child id: every figure opens to them.
struct RolledUpChildren {
  IdColumn parent;                   ///< what the child belongs to
  IdColumn child;                    ///< whose score it is
  std::vector<double> score;         ///< its points; NaN where it has none
  std::vector<double> weight;        ///< how much it counts
  std::vector<double> contribution;  ///< what it adds to weighted_mean; NaN where it adds nothing
  IdColumn band;                     ///< its band; null where it has none

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("parent", self.parent);
    f("child", self.child);
    f("score", self.score);
    f("weight", self.weight);
    f("contribution", self.contribution);
    f("band", self.band);
  }
};

/// Scores of children rolled up to their parents, one row for each parent.
struct RollUp {
  IdColumn parent;                     ///< ascending
  std::vector<std::int64_t> children;  ///< how many it has
  std::vector<std::int64_t> scored;    ///< how many of them have a score
  std::vector<double> coverage;  ///< share of the children's weight that has a score; NaN without weight
  std::vector<double> mean;      ///< of scores, each the same; NaN without scores
  std::vector<double>
      weighted_mean;                ///< of scores, each as it weighs; NaN where none of them weighs anything
  std::vector<double> worst;        ///< the least healthy score; NaN without scores
  IdColumn worst_child;             ///< whose it is, the first by id; null without scores
  std::vector<double> share_worse;  ///< share of scores beyond worse_than; NaN without it
  std::vector<double> share_in_bands;  ///< share of bands that are one of `bands`; NaN without them
  RolledUpChildren members;            ///< what the rows are made of
  Polarity polarity = Polarity::higher_is_healthier;  ///< which way the scores point
  std::optional<double> worse_than = {};              ///< as it was asked
  std::vector<std::string> bands = {};                ///< as they were asked
  std::vector<Finding> findings;  ///< what to look at. Codes: no_child_scored, no_child_weighs

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("parent", self.parent);
    f("children", self.children);
    f("scored", self.scored);
    f("coverage", self.coverage);
    f("mean", self.mean);
    f("weighted_mean", self.weighted_mean);
    f("worst", self.worst);
    f("worst_child", self.worst_child);
    f("share_worse", self.share_worse);
    f("share_in_bands", self.share_in_bands);
  }
};

/// Rolls scores up: of accounts to their groups, of products to their accounts. Every usual figure stands
/// beside the others, as they disagree where it matters: a mean of 76 may hide a child at 40.
///
/// Children without a score count in none of the figures, and lower the coverage.
///
/// \param children  whose scores
/// \param options   polarity, worse_than, bands
/// \returns         one row for each parent
/// \throws InvalidInput  when worse_than is not finite, or bands are named and the children have none
RollUp roll_up(const ChildScores& children, const RollUpOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_roll_up.hpp>
