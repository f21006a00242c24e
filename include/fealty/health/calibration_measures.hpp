// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/binning.hpp>
#include <fealty/health/examples.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// Settings of calibration_measures().
struct CalibrationMeasuresOptions {
  std::string score = "score";            ///< attribute that holds the probability of the outcome, in [0, 1]
  std::int32_t bins = 10;                 ///< of the calibration errors; 1 or more
  Binning binning = Binning::equal_mass;  ///< how they are cut
  double clip = 1e-15;       ///< for logarithms, probabilities are kept so far from 0 and 1; in (0, .5)
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1)
  std::int64_t least_outcomes = 30;  ///< fewer rows with the outcome, or without, are found; an assumption
};

/// How probabilities are judged.
enum class CalibrationMeasure {
  brier,                       ///< mean square of probability - outcome
  brier_skill,                 ///< 1 - brier / that of the share of outcomes
  log_loss,                    ///< mean of less the logarithm of the probability of what happened
  calibration_slope,           ///< of a logistic curve on logit p; 1 if right, below for too extreme ones
  calibration_intercept,       ///< of the same curve
  calibration_in_the_large,    ///< intercept of the curve whose slope is 1; 0 if right
  mean_difference,             ///< mean probability - share of outcomes; 0 if right
  expected_observed_ratio,     ///< the one / the other; 1 if right
  expected_calibration_error,  ///< mean of |mean probability - share of outcomes| over bins
  maximum_calibration_error,   ///< largest of them
  spiegelhalter_z              ///< of Spiegelhalter's test that all probabilities are right; 0 on average
};
constexpr auto enum_names(CalibrationMeasure) {
  return std::array<std::string_view, 11>{"brier",
                                          "brier_skill",
                                          "log_loss",
                                          "calibration_slope",
                                          "calibration_intercept",
                                          "calibration_in_the_large",
                                          "mean_difference",
                                          "expected_observed_ratio",
                                          "expected_calibration_error",
                                          "maximum_calibration_error",
                                          "spiegelhalter_z"};
}

/// Whether probabilities are right, one row for each measure.
struct CalibrationMeasures {
  std::vector<CalibrationMeasure> measure;  ///< what the row tells
  std::vector<double> value;                ///< NaN where there is none, and a finding why
  std::vector<double> std_error;            ///< NaN of maximum_calibration_error and spiegelhalter_z
  std::vector<double> lower;            ///< of a normal interval; of the ratio, of one of its logarithm; of
                                        ///< calibration errors, see below; NaN of spiegelhalter_z, which is
                                        ///< in standard errors already and has its p_value
  std::vector<double> upper;            ///< likewise
  std::vector<double> p_value;          ///< two-sided, that it would be as far from what is right; NaN where
                                        ///< nothing is
  double expected_error_by_chance = 0;  ///< expected_calibration_error that right probabilities would show on
                                        ///< average in these bins, about
  double share = 0;                     ///< of outcomes
  double mean_probability = 0;          ///< of all examples
  std::int64_t examples = 0;            ///< rows that were used
  std::int64_t outcomes = 0;            ///< of them, with the outcome
  std::int64_t accounts = 0;            ///< they are of; 0 where it is not known
  std::int64_t left_out = 0;            ///< rows in which the probability is missing
  std::int64_t bins = 0;                ///< that have rows
  Binning binning = Binning::equal_mass;  ///< how they were cut
  double clip = 1e-15;                    ///< how far from 0 and 1 logarithms were taken
  double confidence = 0.95;               ///< coverage of the intervals
  std::vector<Finding> findings = {};     ///< codes: missing_score, no_examples, one_class, few_outcomes,
                                          ///< separation, no_spread, certain_scores, many_rows

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("measure", self.measure);
    f("value", self.value);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("p_value", self.p_value);
  }
};

/// How far probabilities are from what happened.
///
/// Calibration in the large is that of the offset fit; the intercept beside the slope is another number, and
/// says little by itself. Where accounts are given they are independent, and errors are those of sums over
/// accounts (sandwich, G / (G - 1)); otherwise rows are, and the logistic curves have the errors of maximum
/// likelihood. Spiegelhalter's test takes rows as independent always. Weights count as so many rows.
/// Probabilities of 0 and 1 are allowed: for logarithms and logits they are taken at `clip` from there
/// (finding certain_scores).
///
/// Calibration errors are above 0 by chance alone. Their intervals are of the errors that these bins would
/// show of ever more rows. The lower bound of the expected error is without what chance adds on average to
/// right probabilities with the spread that the bins show, and the upper one keeps it. That of the maximum is
/// of all bins at once (Bonferroni). Both cover more than they say.
///
/// \param examples  probabilities that were known, and what happened
/// \param options   the probability, bins, confidence
/// \returns         one row for each measure
/// \throws InvalidInput  for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins
///                       below 1; unless 0 < clip < .5, 0 < confidence < 1 and least_outcomes >= 0
/// \see Cox (1958), Biometrika 45:562-565; Spiegelhalter (1986), Statistics in Medicine 5:421-433; Steyerberg
///      & Vergouwe (2014), European Heart Journal 35:1925-1931; Van Calster et al. (2019), BMC Medicine
///      17:230
CalibrationMeasures calibration_measures(const Examples& examples,
                                         const CalibrationMeasuresOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_calibration_measures.hpp>
