// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/calibration_newton.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/logit.hpp>
#include <fealty/health/detail/make_calibrator.hpp>
#include <fealty/health/platt.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline void fit_platt(const CalibrationRows& rows, Calibrator& made) {
  const PlattTargets targets(rows);
  CurveData data;
  std::vector<double> x;
  for (const CalibrationRow& row : rows.rows) {
    x.push_back(made.scale == ScoreScale::raw ? row.score
                                              : logit_of(std::clamp(row.score, made.clip, 1 - made.clip)));
    data.target.push_back(row.outcome != 0 ? targets.with : targets.without);
    data.weight.push_back(row.weight);
  }
  const bool flat = x.front() == x.back() || rows.fewer() == 0;
  if (!flat) data.features.push_back(std::move(x));
  const LogisticCurve curve = CalibrationNewton("platt", data).take();
  made.intercept = curve.coefficients[0];
  if (!flat) made.slope = curve.coefficients[1];
  if (!std::isfinite(made.slope) || !std::isfinite(made.intercept))
    throw InvalidInput({.who = "platt",
                        .what = "score",
                        .where = {},
                        .value = fmt::format("{}", rows.rows.back().score),
                        .rule = "is too large or too small to compute with"});
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Calibrator platt(const Examples& examples, const PlattOptions& options) {
  detail::check_clip("platt", options.clip);
  detail::check_least_outcomes("platt", options.least_outcomes);
  const bool logit = options.scale == ScoreScale::logit;
  detail::CalibrationRows rows = detail::read_calibration_rows(
      "platt", examples, options.score, logit ? detail::ScoreRange::probability : detail::ScoreRange::any);
  Calibrator made = detail::calibrator_of("platt", CalibratorKind::platt, rows,
                                          options.higher_predicts_outcome, options.least_outcomes);
  made.scale = options.scale;
  made.clip = options.clip;
  made.intercept = std::numeric_limits<double>::quiet_NaN();
  if (rows.size() == 0) return made;
  detail::require_whole_rows("platt", rows);
  detail::fit_platt(rows, made);
  if (logit) detail::note_certain("platt", made, rows);
  if (detail::all_alike(rows))
    detail::say(made, "no_spread", "platt: all scores are alike; they tell nothing");
  if (detail::separated(rows, options.higher_predicts_outcome))
    detail::say(
        made, "separation",
        "platt: the score tells all outcomes; only Platt's targets keep the slope from being infinite");
  if (options.higher_predicts_outcome ? made.slope < 0 : made.slope > 0)
    detail::say(made, "wrong_direction",
                fmt::format("platt: the outcome is more likely of {} scores, contrary to what was expected",
                            made.slope > 0 ? "high" : "low"));
  return made;
}

}  // namespace fealty::health
