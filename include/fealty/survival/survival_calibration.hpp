// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of survival_calibration().
struct SurvivalCalibrationOptions {
  double age;                ///< at which survival was predicted, > 0
  std::string survival;      ///< attribute that holds it: numbers in [0, 1]
  std::int32_t bins = 10;    ///< groups of about as many lives, by what was predicted; 1 or more
  std::string cluster = {};  ///< attribute of lives that are not independent
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1)
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which those of observed survival are symmetric
};

/// Predicted survival beside what was observed, one row for each bin, the lowest predictions first.
struct SurvivalCalibration {
  std::vector<double> lowest;       ///< prediction in the bin
  std::vector<double> highest;      ///< prediction in the bin
  std::vector<double> predicted;    ///< mean of the predictions
  std::vector<double> observed;     ///< Kaplan-Meier survival at the age; NaN beyond the bin's last life
  std::vector<double> std_error;    ///< of it, by how much each life matters: Greenwood's where none has a
                                    ///< weight; NaN where none is left
  std::vector<double> lower;        ///< of its interval; NaN likewise
  std::vector<double> upper;        ///< of its interval; NaN likewise
  std::vector<std::int64_t> lives;  ///< rows in the bin
  std::vector<std::int64_t> ended;  ///< of them, by the age
  double age = 0;                   ///< at which survival was predicted
  double mean_predicted = 0;        ///< of all lives
  double mean_observed = 0;         ///< Kaplan-Meier survival of all lives at the age
  double expected_ended = 0;        ///< sum of 1 - prediction: how many should end by the age
  double observed_ended = 0;        ///< lives x (1 - mean_observed): how many do, those that are last seen
                                    ///< before being made up for
  double ended_ratio = 0;           ///< observed_ended / expected_ended: calibration in the large, 1 if right
  double ended_ratio_lower = 0;     ///< of an interval of its logarithm, for what was observed
  double ended_ratio_upper = 0;     ///< likewise
  std::int64_t left_out = 0;        ///< rows in which the prediction is missing
  double confidence = 0.95;         ///< coverage of the intervals
  ConfidenceScale scale = ConfidenceScale::log_log;  ///< on which those of observed survival are symmetric
  std::vector<Finding> findings = {};                ///< code: beyond_last_life

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("lowest", self.lowest);
    f("highest", self.highest);
    f("predicted", self.predicted);
    f("observed", self.observed);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("lives", self.lives);
    f("ended", self.ended);
  }
};

/// Whether as many lives pass an age as was predicted, of those of low predictions and of those of high ones.
///
/// Lives are put in order of their predictions and cut into bins of equal weight; those with the same
/// prediction stay together, so that bins may be fewer.
///
/// \param lives    as made by Lifetimes, watched from the beginning
/// \param options  age, attribute that holds the predictions, bins
/// \returns        one row for each bin with lives, and calibration in the large
/// \throws InvalidInput  for an age that is not a number > 0, a name of no attribute, predictions that are no
///                       numbers in [0, 1], bins below 1, lives with a delayed entry; unless
///                       0 < confidence < 1
/// \see Royston & Altman (2013), BMC Medical Research Methodology 13:33; Crowson, Atkinson & Therneau (2016),
///      Statistical Methods in Medical Research 25:1692-1706
SurvivalCalibration survival_calibration(const Lifetimes& lives, const SurvivalCalibrationOptions& options);

}  // namespace fealty::survival

#include <fealty/survival/detail/make_survival_calibration.hpp>
