// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/calibration_curve.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/probability_bins.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace fealty::health::detail {

/// Adds the bin whose lowest and highest probability are in place.
inline void add_curve_bin(CalibrationCurve& out, double z, const ProbabilityBin& bin, std::int64_t examples) {
  const double happened = std::min(bin.observed * bin.weight, bin.weight);  // sums of weights are rounded
  const auto interval = fealty::detail::weighted_wilson(happened, bin.weight, z);
  out.predicted.push_back(bin.predicted);
  out.observed.push_back(bin.observed);
  out.lower.push_back(bin.outcomes == 0 ? 0 : interval.lower);
  out.upper.push_back(bin.outcomes == examples ? 1 : interval.upper);
  out.examples.push_back(examples);
  out.outcomes.push_back(bin.outcomes);
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline CalibrationCurve calibration_curve(const Examples& examples, const CalibrationCurveOptions& options) {
  constexpr const char* who = "calibration_curve";
  fealty::detail::check_confidence(who, options.confidence);
  const double z = fealty::detail::normal_quantile(0.5 + options.confidence / 2);
  detail::CalibrationRows rows =
      detail::read_calibration_rows(who, examples, options.score, detail::ScoreRange::probability);
  CalibrationCurve out;
  for (const auto& bin : detail::probability_bins(who, rows, options.binning, options.bins)) {
    out.lowest.push_back(rows.rows[bin.begin].score);
    out.highest.push_back(rows.rows[bin.end - 1].score);
    detail::add_curve_bin(out, z, bin, static_cast<std::int64_t>(bin.end - bin.begin));
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
