// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/health/detail/glm_likelihood.hpp>
#include <fealty/survival/detail/cox_survey.hpp>
#include <fealty/survival/detail/life_cells.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

namespace fealty::health::detail {

using fealty::detail::DoubleSum;
using survival::detail::Label;

/// What a feature is in examples: weighted sums and the range of numbers, or the weight of each level.
struct SurveyedFeature {
  survival::detail::SurveyedTerm term;
  double least = std::numeric_limits<double>::infinity(), most = -least;

  void add(const SurveyedFeature& other) {
    term.add(other.term);
    least = std::min(least, other.least);
    most = std::max(most, other.most);
  }
};

/// What examples of a partition come to in a round.
struct LogisticTotals {
  std::uint8_t accounts = 0;  // 1 where examples have none, 2 where they have; 0 before the first
  // Of the survey:
  std::int64_t outcomes = 0;
  DoubleSum weight, outcome_weight;
  std::vector<SurveyedFeature> features;
  // Of later rounds:
  std::vector<DoubleSum> sums;  // of LogisticTiles; of influence, the triangle of squares of rows
  Margins margins;
  std::map<Label, std::vector<double>> clusters;  // of each account, what it moves the slope by

  void add(const LogisticTotals& other) {
    accounts = std::max(accounts, other.accounts);
    outcomes += other.outcomes;
    weight.add(other.weight);
    outcome_weight.add(other.outcome_weight);
    for (std::size_t i = 0; i < features.size(); ++i) features[i].add(other.features[i]);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add(other.sums[i]);
    margins = {std::min(margins.least, other.margins.least), std::max(margins.most, other.margins.most)};
    for (const auto& [label, more] : other.clusters) {
      const auto [at, is_new] = clusters.try_emplace(label, more);
      for (std::size_t i = 0; !is_new && i < more.size(); ++i) at->second[i] += more[i];
    }
  }
};

}  // namespace fealty::health::detail
