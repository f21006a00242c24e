// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/calibrator.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <string>

namespace fealty::health {

/// Settings of platt().
struct PlattOptions {
  std::string score = "score";          ///< attribute that holds the score
  ScoreScale scale = ScoreScale::raw;   ///< on which it is taken; logit for one that is a probability
  bool higher_predicts_outcome = true;  ///< whether the outcome is expected of high scores; of a health score
                                        ///< and churn it is not
  double clip = 1e-15;                  ///< for the logit, scores are kept so far from 0 and 1; in (0, .5)
  std::int64_t least_outcomes = 30;     ///< fewer rows with the outcome, or without, are found; an assumption
};

/// Platt scaling: a logistic curve from scores to probabilities.
///
/// It is fitted to (N1 + 1) / (N1 + 2) for rows with the outcome and 1 / (N0 + 2) for the others, N1 and N0
/// being how many there are, so that there is a curve even where the score tells all. Weights count as so
/// many rows. The slope has the sign that the examples say: finding wrong_direction where it is not the
/// one expected. Where all scores are alike, or all outcomes, the slope is 0.
///
/// \param examples  what was known, and what happened
/// \param options   the score, and how it is taken
/// \returns         a calibrator for calibrate()
/// \throws InvalidInput  for a score that is no attribute, is no column of numbers, is infinite, or for the
///                       logit is not in [0, 1]; for weights of rows with the outcome, or without, that come
///                       to less than 1; unless 0 < clip < .5 and least_outcomes >= 0
/// \see Platt (1999), Advances in Large Margin Classifiers, 61-74; Lin, Lin & Weng (2007), Machine Learning
///      68:267-276
Calibrator platt(const Examples& examples, const PlattOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_platt.hpp>
