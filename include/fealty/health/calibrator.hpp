// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// How a score becomes a probability.
enum class CalibratorKind {
  platt,            ///< logit p = intercept + slope x: x is the score, or its logit
  isotonic,         ///< linear between knots, as far as the outermost ones beyond them
  beta_calibration  ///< logit p = intercept + slope ln s - rest_slope ln(1 - s)
};
constexpr auto enum_names(CalibratorKind) {
  return std::array<std::string_view, 3>{"platt", "isotonic", "beta_calibration"};
}

/// On which scale a score is taken.
enum class ScoreScale {
  raw,   ///< as it is: points, a linear predictor
  logit  ///< ln(s / (1 - s)) of a probability s
};
constexpr auto enum_names(ScoreScale) { return std::array<std::string_view, 2>{"raw", "logit"}; }

/// What turns scores into probabilities of an outcome, one row for each knot: only isotonic ones have some.
struct Calibrator {
  std::vector<double> score;                    ///< of the knot, ascending
  std::vector<double> probability;              ///< at the knot
  CalibratorKind kind = CalibratorKind::platt;  ///< how a score becomes a probability
  double intercept = 0;                         ///< of the logit; NaN where nothing was learned
  double slope = 0;                             ///< of the score, of its logit, or of ln s
  double rest_slope = 0;                        ///< of beta calibration: of -ln(1 - s)
  ScoreScale scale = ScoreScale::raw;           ///< of Platt's: what the slope is of
  bool higher_predicts_outcome = true;          ///< which way the score was taken to point; beta calibration
                                                ///< of one that does not is of s = 1 - score
  double clip = 1e-15;                          ///< scores are kept so far from 0 and 1 for their logarithms
  std::int64_t examples = 0;                    ///< rows that it learned from
  std::int64_t outcomes = 0;                    ///< of them, with the outcome
  std::int64_t left_out = 0;                    ///< rows in which the score is missing
  std::vector<Finding> findings = {};  ///< codes: missing_score, no_examples, one_class, few_outcomes,
                                       ///< separation, no_spread, wrong_direction, certain_scores

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("score", self.score);
    f("probability", self.probability);
  }
};

/// Scores as probabilities, one row for each.
struct CalibratedScores {
  std::vector<double> score;           ///< as given
  std::vector<double> probability;     ///< of the outcome; NaN where the score is
  std::vector<Finding> findings = {};  ///< codes: missing_score, no_calibration

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("score", self.score);
    f("probability", self.probability);
  }
};

/// Turns scores into probabilities.
///
/// \param calibrator  as made by platt(), isotonic() or beta_calibration()
/// \param scores      numbers; NaN where one is missing
/// \returns           one row for each score, in the same order
/// \throws InvalidInput  for a score that is infinite, or not in [0, 1] where a logarithm of it is taken; for
///                       knots that do not ascend, or parameters that do not belong to the kind
CalibratedScores calibrate(const Calibrator& calibrator, const std::vector<double>& scores);

}  // namespace fealty::health

#include <fealty/health/detail/make_calibrator.hpp>
