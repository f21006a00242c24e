// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/calibrator.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <string>

namespace fealty::health {

/// Settings of beta_calibration().
struct BetaCalibrationOptions {
  std::string score = "score";          ///< attribute that holds the score, in [0, 1]
  bool higher_predicts_outcome = true;  ///< whether the outcome is expected of high scores; otherwise s is
                                        ///< 1 - score, as of a health score and churn
  double clip = 1e-15;                  ///< scores are kept so far from 0 and 1; in (0, .5)
  std::int64_t least_outcomes = 30;     ///< fewer rows with the outcome, or without, are found; an assumption
};

/// Beta calibration: a curve from scores in [0, 1] to probabilities that may be bent at either end, or not at
/// all: Platt's cannot leave alone a score that is a probability already.
///
/// logit p = intercept + slope ln s - rest_slope ln(1 - s), with the largest likelihood of all slopes >= 0,
/// so that probabilities never fall with s. Weights count as so many rows. Scores that tell all outcomes, and
/// examples of one outcome, have no such curve: it is fitted to Platt's targets then. Two distinct scores
/// cannot tell both slopes: they are made equal.
///
/// \param examples  what was known, and what happened
/// \param options   the score, and which way it points
/// \returns         a calibrator for calibrate()
/// \throws InvalidInput  for a score that is no attribute, is no column of numbers, or is not in [0, 1];
///                       where scores tell all, for weights of rows with the outcome, or without, that come
///                       to less than 1; unless 0 < clip < .5 and least_outcomes >= 0
/// \see Kull, Silva Filho & Flach (2017), Electronic Journal of Statistics 11:5052-5080
Calibrator beta_calibration(const Examples& examples, const BetaCalibrationOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_beta_calibration.hpp>
