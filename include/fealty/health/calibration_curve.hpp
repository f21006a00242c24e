// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/binning.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of calibration_curve().
struct CalibrationCurveOptions {
  std::string score = "score";            ///< attribute that holds the probability of the outcome, in [0, 1]
  std::int32_t bins = 10;                 ///< 1 or more
  Binning binning = Binning::equal_mass;  ///< how they are cut
  double confidence = 0.95;               ///< coverage of the intervals, in (0, 1)
};

/// Probabilities beside what happened, one row for each bin, the lowest probabilities first.
struct CalibrationCurve {
  std::vector<double> lowest;             ///< probability in the bin
  std::vector<double> highest;            ///< probability in the bin
  std::vector<double> predicted;          ///< mean of the probabilities
  std::vector<double> observed;           ///< share of outcomes
  std::vector<double> lower;              ///< of Wilson's interval of it
  std::vector<double> upper;              ///< likewise
  std::vector<std::int64_t> examples;     ///< rows in the bin
  std::vector<std::int64_t> outcomes;     ///< of them, with the outcome
  std::int64_t left_out = 0;              ///< rows in which the probability is missing
  Binning binning = Binning::equal_mass;  ///< how bins were cut
  double confidence = 0.95;               ///< coverage of the intervals
  std::vector<Finding> findings = {};     ///< codes: missing_score, no_examples, one_class, many_rows

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("lowest", self.lowest);
    f("highest", self.highest);
    f("predicted", self.predicted);
    f("observed", self.observed);
    f("lower", self.lower);
    f("upper", self.upper);
    f("examples", self.examples);
    f("outcomes", self.outcomes);
  }
};

/// Whether the outcome happens as often as was predicted, of low probabilities and of high ones.
///
/// Weights count as so many rows. Intervals take rows as independent: finding many_rows where several
/// are of one account.
///
/// \param examples  probabilities that were known, and what happened
/// \param options   the probability, bins, confidence
/// \returns         one row for each bin that has examples
/// \throws InvalidInput  for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins
///                       below 1; unless 0 < confidence < 1
/// \see Bröcker & Smith (2007), Weather and Forecasting 22:651-661; Wilson (1927), JASA 22:209-212
CalibrationCurve calibration_curve(const Examples& examples, const CalibrationCurveOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_calibration_curve.hpp>
