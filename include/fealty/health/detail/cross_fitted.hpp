// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/select_rows.hpp>
#include <fealty/health/calibrator.hpp>
#include <fealty/health/detail/proof_rows.hpp>
#include <fealty/health/platt.hpp>
#include <fealty/health/splits.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::health::detail {

/// Probabilities of scores: each fold of accounts gets Platt's curve of the others.
inline std::vector<double> cross_fitted(const ProofRows& rows, std::int32_t folds, std::uint64_t seed,
                                        bool higher_predicts_outcome) {
  const Splits splits = account_splits(rows.examples(rows.score), {.folds = folds, .seed = seed});
  std::vector<double> probability(rows.size());
  std::size_t at = 0;
  for (std::int32_t fold = 1; fold <= folds; ++fold) {
    std::vector<std::uint32_t> train, test;
    for (; at < splits.row.size() && splits.fold[at] == fold; ++at)
      (splits.role[at] == SplitRole::train ? train : test)
          .push_back(static_cast<std::uint32_t>(splits.row[at]));
    const Calibrator curve =
        platt(rows.some(train), {.higher_predicts_outcome = higher_predicts_outcome, .least_outcomes = 0});
    std::vector<double> scores;
    for (const std::uint32_t row : test) scores.push_back(rows.score[row]);
    const CalibratedScores fitted = calibrate(curve, scores);
    for (std::size_t i = 0; i < test.size(); ++i) probability[test[i]] = fitted.probability[i];
  }
  return probability;
}

}  // namespace fealty::health::detail
