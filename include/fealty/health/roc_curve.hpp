// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of roc_curve().
struct RocCurveOptions {
  std::string score = "score";          ///< attribute that holds the scores
  bool higher_predicts_outcome = true;  ///< false for a health score and a churn
  std::int64_t points = 0;              ///< at most about so many rows, for drawing, >= 2; 0 for all
};

/// What a score finds at each threshold, one row for each score, from the highest risk down.
struct RocCurve {
  std::vector<double> threshold;  ///< rows with this score or one of more risk are flagged; in the first row
                                  ///< none is, and it is infinite
  std::vector<double> sensitivity;            ///< share flagged of the rows with the outcome: recall
  std::vector<double> specificity;            ///< share not flagged of the others
  std::vector<std::int64_t> true_positives;   ///< rows flagged that have the outcome
  std::vector<std::int64_t> false_positives;  ///< rows flagged that do not
  double auc = 0;             ///< area under the curve of all thresholds, by trapezoids; NaN without a pair
  std::int64_t examples = 0;  ///< rows that were used
  std::int64_t outcomes = 0;  ///< of them, with the outcome
  std::int64_t left_out = 0;  ///< rows whose score is missing
  std::vector<Finding> findings = {};  ///< code: one_class

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("threshold", self.threshold);
    f("sensitivity", self.sensitivity);
    f("specificity", self.specificity);
    f("true_positives", self.true_positives);
    f("false_positives", self.false_positives);
  }
};

/// The ROC curve of a score.
///
/// With `points`, thresholds are left out that lie closer to the one before than 2 / (points - 1), in steps
/// of sensitivity and specificity together; what is kept lies on the curve. Shares count weights, counts do
/// not.
///
/// \param examples  as made by Examples
/// \param options   score, its direction, how many points
/// \returns         one row for each threshold; NaN for shares of rows of which there are none
/// \throws InvalidInput  for a name of no attribute, scores that are no numbers or infinite; for points that
///                       are 1 or negative
/// \see Fawcett (2006), Pattern Recognition Letters 27:861-874
RocCurve roc_curve(const Examples& examples, const RocCurveOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_roc_curve.hpp>
