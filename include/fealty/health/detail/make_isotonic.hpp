// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/make_calibrator.hpp>
#include <fealty/health/detail/pool_adjacent.hpp>
#include <fealty/health/isotonic.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fealty::health::detail {

/// Knots at both ends of each pool of scores.
inline void fit_isotonic(const CalibrationRows& rows, Calibrator& made) {
  std::vector<double> score;
  PoolAdjacent pooled;
  const auto place =
      [&](std::size_t i) -> const CalibrationRow& {  // those that predict the outcome come last
    return rows.rows[made.higher_predicts_outcome ? i : rows.size() - 1 - i];
  };
  for (std::size_t i = 0; i < rows.size();) {
    score.push_back(place(i).score);
    double sum = 0, weight = 0;
    for (; i < rows.size() && place(i).score == score.back(); ++i) {
      weight += place(i).weight;
      if (place(i).outcome != 0) sum += place(i).weight;
    }
    pooled.add(sum, weight);
  }
  for (const Pool& pool : pooled.pools()) {
    made.score.push_back(score[pool.begin]);
    made.probability.push_back(std::min(1.0, pool.mean()));
    if (pool.end - pool.begin == 1) continue;
    made.score.push_back(score[pool.end - 1]);
    made.probability.push_back(made.probability.back());
  }
  if (made.higher_predicts_outcome) return;
  std::reverse(made.score.begin(), made.score.end());
  std::reverse(made.probability.begin(), made.probability.end());
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Calibrator isotonic(const Examples& examples, const IsotonicOptions& options) {
  detail::check_least_outcomes("isotonic", options.least_outcomes);
  detail::CalibrationRows rows =
      detail::read_calibration_rows("isotonic", examples, options.score, detail::ScoreRange::any);
  Calibrator made = detail::calibrator_of("isotonic", CalibratorKind::isotonic, rows,
                                          options.higher_predicts_outcome, options.least_outcomes);
  detail::fit_isotonic(rows, made);
  if (rows.fewer() == 0) return made;
  if (detail::all_alike(rows))
    detail::say(made, "no_spread", "isotonic: all scores are alike; they tell nothing");
  else if (made.probability.front() == made.probability.back())
    detail::say(
        made, "wrong_direction",
        fmt::format("isotonic: the outcome is not more likely of {} scores, contrary to what was expected",
                    options.higher_predicts_outcome ? "high" : "low"));
  if (detail::separated(rows, options.higher_predicts_outcome))
    detail::say(made, "separation", "isotonic: the score tells all outcomes; probabilities are 0 and 1");
  return made;
}

}  // namespace fealty::health
