// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/logistic.hpp>

#include <cstdint>
#include <vector>

namespace fealty::health {

/// Settings of predict_logistic().
struct LogisticPredictionOptions {
  double confidence = 0.95;  ///< coverage of the intervals, in (0, 1)
};

/// Probabilities of rows.
struct LogisticPrediction {
  std::vector<std::int64_t> row;         ///< of the attributes, from 0
  std::vector<double> probability;       ///< of the outcome; NaN where a feature is missing or unknown
  std::vector<double> lower;             ///< of the interval of the probability
  std::vector<double> upper;             ///< of the interval of the probability
  std::vector<double> linear_predictor;  ///< log odds
  std::vector<double> std_error;         ///< of the log odds: how sure the coefficients are
  double confidence = 0.95;              ///< coverage of the intervals
  std::vector<Finding> findings = {};    ///< codes: missing_feature, unknown_level

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("probability", self.probability);
    f("lower", self.lower);
    f("upper", self.upper);
    f("linear_predictor", self.linear_predictor);
    f("std_error", self.std_error);
  }
};

/// How likely an outcome is of rows that the model may not have seen.
///
/// The interval is that of the expected probability, symmetric in log odds. A row in which a feature is
/// missing, or has a level that the model does not know, has NaN, and stands in a finding. Features without a
/// coefficient because they were constant are not looked at, but for their levels.
///
/// \param model       as made by logistic()
/// \param attributes  one row for each prediction: the model's features, by their names
/// \param options     confidence
/// \returns           one row for each of the attributes
/// \throws InvalidInput  for a model that logistic() did not make, attributes that are not there, are of
/// another
///                       kind than the model's or infinite; unless 0 < confidence < 1
/// \see McCullagh & Nelder (1989), Generalized Linear Models, ch. 4
LogisticPrediction predict_logistic(const LogisticModel& model, const Frame& attributes,
                                    const LogisticPredictionOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_predict_logistic.hpp>
