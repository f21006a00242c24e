// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/curve_points.hpp>
#include <fealty/health/detail/discrimination_findings.hpp>
#include <fealty/health/roc_curve.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Makes the rows.
class RocCurveMaker {
 public:
  RocCurveMaker(const Examples& examples, const RocCurveOptions& options) {
    if (options.points < 0 || options.points == 1)
      throw InvalidInput({.who = who,
                          .what = "points",
                          .where = {},
                          .value = fmt::format("{}", options.points),
                          .rule = "is neither 0 nor 2 or more"});
    const CurvePoints points(who, examples, options.score, options.higher_predicts_outcome);
    found_.examples = static_cast<std::int64_t>(points.rows.size());
    found_.outcomes = points.rows.outcomes;
    found_.left_out = points.rows.left_out;
    DiscriminationFindings notes(who, found_.findings);
    notes.one_class(points.rows.outcomes, points.rows.others());
    double area = 0, sensitivity = 0, missed = 0, kept = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double next = points.with[i] / points.groups.all_with;
      const double flagged = points.without[i] / points.groups.all_without;
      area += (flagged - missed) * (sensitivity + next) / 2;
      sensitivity = next, missed = flagged;
      // From where the last row was kept on, or at the ends.
      const double gone = sensitivity + missed;
      const bool ends = i == 0 || i + 1 == points.size();
      if (options.points > 0 && !ends && gone - kept < 2 / static_cast<double>(options.points - 1)) continue;
      kept = gone;
      put(points, i, sensitivity, 1 - missed);
    }
    found_.auc = area;
  }
  RocCurve take() { return std::move(found_); }

 private:
  static constexpr const char* who = "roc_curve";

  void put(const CurvePoints& points, std::size_t i, double sensitivity, double specificity) {
    found_.threshold.push_back(points.threshold[i]);
    found_.sensitivity.push_back(sensitivity);
    found_.specificity.push_back(specificity);
    found_.true_positives.push_back(points.true_positives[i]);
    found_.false_positives.push_back(points.false_positives[i]);
  }

  RocCurve found_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline RocCurve roc_curve(const Examples& examples, const RocCurveOptions& options) {
  return detail::RocCurveMaker(examples, options).take();
}

}  // namespace fealty::health
