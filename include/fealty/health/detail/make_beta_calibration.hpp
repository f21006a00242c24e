// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/beta_calibration.hpp>
#include <fealty/health/detail/calibration_newton.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/make_calibrator.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The best curve whose slopes are not below 0. The likelihood is concave, so it is the best within the face
/// of the constraints on which it lies: one of four.
class BetaCurve {
 public:
  BetaCurve(const CalibrationRows& rows, Calibrator& made, bool smoothed) : made_(made) {
    if (smoothed) require_whole_rows("beta_calibration", rows);
    const PlattTargets targets(rows);
    for (const CalibrationRow& row : rows.rows) {
      const double s = std::clamp(row.score, made.clip, 1 - made.clip);
      const double log_s = std::log(s), log_rest = std::log1p(-s);
      log_.push_back(made.higher_predicts_outcome ? log_s : log_rest);
      rest_.push_back(made.higher_predicts_outcome ? -log_rest : -log_s);
      data_.target.push_back(!smoothed          ? static_cast<double>(row.outcome)
                             : row.outcome != 0 ? targets.with
                                                : targets.without);
      data_.weight.push_back(row.weight);
    }
    take({});
    if (rows.fewer() == 0 || distinct() < 2) return;
    if (distinct() == 2) {
      std::vector<double> both(log_.size());
      for (std::size_t i = 0; i < both.size(); ++i) both[i] = log_[i] + rest_[i];
      take({{both, true, true}});
    } else {
      take({{log_, true, false}});
      take({{rest_, false, true}});
      take({{log_, true, false}, {rest_, false, true}});
    }
  }

 private:
  struct Feature {
    std::vector<double> values;
    bool log, rest;  // which slopes it has
  };
  std::size_t distinct() const {  // 3 for more
    std::size_t number = 1;
    for (std::size_t i = 1; i < log_.size() && number < 3; ++i)
      if (log_[i] != log_[i - 1] || rest_[i] != rest_[i - 1]) ++number;
    return number;
  }
  /// Tries a face of the constraints.
  void take(const std::vector<Feature>& features) {
    data_.features.clear();
    for (const Feature& each : features) data_.features.push_back(each.values);
    std::optional<LogisticCurve> curve;
    try {
      curve = CalibrationNewton("beta_calibration", data_).take();
    } catch (const NotConverged&) {
      return;  // its best lies at infinity, beyond the constraints
    }
    double slope = 0, rest_slope = 0;
    for (std::size_t i = 0; i < features.size(); ++i) {
      const double each = curve->coefficients[static_cast<Eigen::Index>(i) + 1];
      if (!(each >= 0 && std::isfinite(each))) return;
      if (features[i].log) slope = each;
      if (features[i].rest) rest_slope = each;
    }
    if (!(curve->loss < best_)) return;
    best_ = curve->loss;
    made_.intercept = curve->coefficients[0];
    made_.slope = slope;
    made_.rest_slope = rest_slope;
  }

  Calibrator& made_;
  CurveData data_;
  std::vector<double> log_, rest_;
  double best_ = std::numeric_limits<double>::infinity();
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Calibrator beta_calibration(const Examples& examples, const BetaCalibrationOptions& options) {
  constexpr const char* who = "beta_calibration";
  detail::check_clip(who, options.clip);
  detail::check_least_outcomes(who, options.least_outcomes);
  detail::CalibrationRows rows =
      detail::read_calibration_rows(who, examples, options.score, detail::ScoreRange::probability);
  Calibrator made = detail::calibrator_of(who, CalibratorKind::beta_calibration, rows,
                                          options.higher_predicts_outcome, options.least_outcomes);
  made.clip = options.clip;
  made.intercept = std::numeric_limits<double>::quiet_NaN();
  if (rows.size() == 0) return made;
  const bool separation = detail::separated(rows, options.higher_predicts_outcome);
  detail::BetaCurve(rows, made, separation || rows.fewer() == 0);
  detail::note_certain(who, made, rows);
  if (rows.fewer() == 0) return made;
  if (detail::all_alike(rows))
    detail::say(made, "no_spread", "beta_calibration: all scores are alike; they tell nothing");
  else if (made.slope == 0 && made.rest_slope == 0)
    detail::say(
        made, "wrong_direction",
        fmt::format("beta_calibration: the outcome is not more likely of {} scores, contrary to what was "
                    "expected",
                    options.higher_predicts_outcome ? "high" : "low"));
  if (separation)
    detail::say(made, "separation",
                "beta_calibration: the score tells all outcomes; the curve was fitted to Platt's targets");
  return made;
}

}  // namespace fealty::health
