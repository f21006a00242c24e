// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/calibration_curve.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/probability_bins.hpp>
#include <fealty/health/detail/share_interval.hpp>

#include <cstdint>
#include <utility>

namespace fealty::health {

inline CalibrationCurve calibration_curve(const Examples& examples, const CalibrationCurveOptions& options) {
  constexpr const char* who = "calibration_curve";
  fealty::detail::check_confidence(who, options.confidence);
  const double z = fealty::detail::normal_quantile(0.5 + options.confidence / 2);
  detail::CalibrationRows rows =
      detail::read_calibration_rows(who, examples, options.score, detail::ScoreRange::probability);
  CalibrationCurve out;
  for (const auto& bin : detail::probability_bins(who, rows, options.binning, options.bins)) {
    const auto interval = detail::share_interval(bin.observed * bin.weight, bin.weight, z);
    out.lowest.push_back(rows.rows[bin.begin].score);
    out.highest.push_back(rows.rows[bin.end - 1].score);
    out.predicted.push_back(bin.predicted);
    out.observed.push_back(bin.observed);
    out.lower.push_back(bin.outcomes == 0 ? 0 : interval.lower);
    out.upper.push_back(bin.outcomes == static_cast<std::int64_t>(bin.end - bin.begin) ? 1 : interval.upper);
    out.examples.push_back(static_cast<std::int64_t>(bin.end - bin.begin));
    out.outcomes.push_back(bin.outcomes);
  }
  out.left_out = rows.left_out;
  out.binning = options.binning;
  out.confidence = options.confidence;
  out.findings = std::move(rows.findings);
  detail::note_outcomes(who, rows, 0, out.findings);
  detail::note_dependent(who, rows, "intervals take them", out.findings);
  return out;
}

}  // namespace fealty::health
