// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/detail/scored_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// What is flagged at each threshold, from none to all.
struct CurvePoints {
  Column<double> score;
  ScoredRows rows;
  RiskGroups groups;
  std::vector<double> threshold;
  std::vector<double> with, without;  // weight of those flagged, with the outcome and without
  std::vector<std::int64_t> true_positives, false_positives;  // rows flagged

  CurvePoints(const char* who, const Examples& examples, const std::string& name,
              bool higher_predicts_outcome)
      : score(score_column(who, examples, name, "score")), rows(examples.data(), {score}, false),
        groups(rows, score, higher_predicts_outcome) {
    std::vector<std::int64_t> counts[2];
    for (auto& each : counts) each.resize(groups.size());
    for (std::size_t i = 0; i < rows.size(); ++i) ++counts[rows.outcome[i]][groups.group[i]];
    const double beyond = std::numeric_limits<double>::infinity();
    threshold.push_back(higher_predicts_outcome ? beyond : -beyond);
    with.push_back(0), without.push_back(0);
    true_positives.push_back(0), false_positives.push_back(0);
    for (std::size_t g = groups.size(); g-- > 0;) {
      threshold.push_back(groups.score[g]);
      true_positives.push_back(true_positives.back() + counts[1][g]);
      false_positives.push_back(false_positives.back() + counts[0][g]);
      const bool last = g == 0;  // all, to the bit
      with.push_back(last ? groups.all_with : std::min(groups.all_with, with.back() + groups.with[g]));
      without.push_back(last ? groups.all_without
                             : std::min(groups.all_without, without.back() + groups.without[g]));
    }
  }
  std::size_t size() const { return threshold.size(); }
};

}  // namespace fealty::health::detail
