// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/calibrator.hpp>
#include <fealty/health/detail/calibration_newton.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/detail/logit.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Refuses what no fit gives.
inline void check_calibrator(const char* who, const Calibrator& calibrator) {
  const auto refuse = [&](const char* what, std::optional<std::int64_t> where, std::string value,
                          const char* rule) {
    throw InvalidInput({.who = who, .what = what, .where = where, .value = std::move(value), .rule = rule});
  };
  const auto finite = [&](const char* what, double value) {
    if (!std::isfinite(value)) refuse(what, {}, fmt::format("{}", value), "is not a finite number");
  };
  check_clip(who, calibrator.clip);
  finite("slope", calibrator.slope);
  finite("rest_slope", calibrator.rest_slope);
  if (std::isinf(calibrator.intercept)) finite("intercept", calibrator.intercept);
  if (calibrator.kind == CalibratorKind::beta_calibration) {
    if (calibrator.slope < 0) refuse("slope", {}, fmt::format("{}", calibrator.slope), "is less than 0");
    if (calibrator.rest_slope < 0)
      refuse("rest_slope", {}, fmt::format("{}", calibrator.rest_slope), "is less than 0");
  }
  const std::vector<double>&score = calibrator.score, &probability = calibrator.probability;
  if (score.size() != probability.size())
    refuse("probability", {}, fmt::format("{} rows", probability.size()), "does not match the knots");
  for (std::size_t i = 0; i < score.size(); ++i) {
    const auto row = static_cast<std::int64_t>(i);
    if (!std::isfinite(score[i])) refuse("score", row, fmt::format("{}", score[i]), "is not a finite number");
    if (i > 0 && !(score[i] > score[i - 1]))
      refuse("score", row, fmt::format("{}", score[i]), "is not above the knot before");
    if (!(probability[i] >= 0 && probability[i] <= 1))
      refuse("probability", row, fmt::format("{}", probability[i]), "is not in [0, 1]");
    if (i > 0 && (calibrator.higher_predicts_outcome ? probability[i] < probability[i - 1]
                                                     : probability[i] > probability[i - 1]))
      refuse("probability", row, fmt::format("{}", probability[i]),
             "goes against the direction of the score");
  }
}

/// The probability that belongs to a score.
class ProbabilityOf {
 public:
  explicit ProbabilityOf(const Calibrator& calibrator) : c_(calibrator) {}

  bool learned() const {
    return c_.kind == CalibratorKind::isotonic ? !c_.score.empty() : !std::isnan(c_.intercept);
  }
  bool needs_share() const {
    return c_.kind == CalibratorKind::beta_calibration ||
           (c_.kind == CalibratorKind::platt && c_.scale == ScoreScale::logit);
  }
  double operator()(double score) const {
    if (c_.kind == CalibratorKind::isotonic) return between_knots(score);
    if (!needs_share()) return inverse_logit(c_.intercept + c_.slope * score);
    const double s = std::clamp(score, c_.clip, 1 - c_.clip);
    if (c_.kind == CalibratorKind::platt) return inverse_logit(c_.intercept + c_.slope * logit_of(s));
    const double log_s = std::log(s), log_rest = std::log1p(-s);
    return inverse_logit(c_.intercept + (c_.higher_predicts_outcome
                                             ? c_.slope * log_s - c_.rest_slope * log_rest
                                             : c_.slope * log_rest - c_.rest_slope * log_s));
  }

 private:
  double between_knots(double score) const {
    const auto next = std::upper_bound(c_.score.begin(), c_.score.end(), score);
    const auto i = static_cast<std::size_t>(next - c_.score.begin());
    if (i == 0) return c_.probability.front();
    if (i == c_.score.size()) return c_.probability.back();
    // Halves, so that the distance of the largest doubles is no infinity.
    const double part = (score / 2 - c_.score[i - 1] / 2) / (c_.score[i] / 2 - c_.score[i - 1] / 2);
    const double from = c_.probability[i - 1], to = c_.probability[i];
    return std::clamp(from + part * (to - from), std::min(from, to), std::max(from, to));
  }

  const Calibrator& c_;
};

/// What a calibrator is told of the rows that it learns from.
inline Calibrator calibrator_of(const char* who, CalibratorKind kind, CalibrationRows& rows,
                                bool higher_predicts_outcome, std::int64_t least_outcomes) {
  Calibrator made;
  made.kind = kind;
  made.higher_predicts_outcome = higher_predicts_outcome;
  made.examples = static_cast<std::int64_t>(rows.size());
  made.outcomes = rows.outcomes;
  made.left_out = rows.left_out;
  made.findings = std::move(rows.findings);
  note_outcomes(who, rows, least_outcomes, made.findings);
  return made;
}
inline void say(Calibrator& made, const char* code, std::string message) {
  made.findings.push_back({code, Severity::warning, {}, std::move(message)});
}
/// Whether some threshold parts all rows with the outcome from all without, in the direction of the score.
inline bool separated(const CalibrationRows& rows, bool higher_predicts_outcome) {
  if (rows.fewer() == 0) return false;
  const double endless = std::numeric_limits<double>::infinity();
  double least[2] = {endless, endless}, most[2] = {-endless, -endless};  // by outcome
  for (const CalibrationRow& row : rows.rows) {
    least[row.outcome] = std::min(least[row.outcome], row.score);
    most[row.outcome] = std::max(most[row.outcome], row.score);
  }
  if (least[0] == most[0] && least[1] == most[1] && least[0] == least[1]) return false;
  return higher_predicts_outcome ? most[0] <= least[1] : most[1] <= least[0];
}
inline bool all_alike(const CalibrationRows& rows) {
  return rows.size() == 0 || rows.rows.front().score == rows.rows.back().score;
}
/// Platt's targets: as if one more example of either kind had been seen.
struct PlattTargets {
  double with, without;
  explicit PlattTargets(const CalibrationRows& rows)
      : with((rows.outcome_weight + 1) / (rows.outcome_weight + 2)),
        without(1 / (rows.weight - rows.outcome_weight + 2)) {}
};
/// Weights that are shares of a whole would count as less than one row, and the targets flatten the curve.
///
/// \throws InvalidInput  for rows of either kind that together weigh less than 1
inline void require_whole_rows(const char* who, const CalibrationRows& rows) {
  for (const bool with : {true, false}) {
    const double weight = with ? rows.outcome_weight : rows.weight - rows.outcome_weight;
    const std::int64_t of_kind =
        with ? rows.outcomes : static_cast<std::int64_t>(rows.size()) - rows.outcomes;
    if (of_kind > 0 && !(weight > 1 - 1e-9))
      throw InvalidInput({.who = who,
                          .what = "weight",
                          .where = {},
                          .value = fmt::format("{:.6g}", weight),
                          .rule = fmt::format("is all that rows {} the outcome weigh, less than one row; "
                                              "weights count as so many rows",
                                              with ? "with" : "without")});
  }
}
inline void note_certain(const char* who, Calibrator& made, const CalibrationRows& rows) {
  std::int64_t certain = 0;
  for (const CalibrationRow& row : rows.rows)
    if (row.score < made.clip || row.score > 1 - made.clip) ++certain;
  if (certain > 0)
    say(made, "certain_scores",
        fmt::format("{}: {} scores are 0 or 1; their logarithms are taken at {} from there", who, certain,
                    made.clip));
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline CalibratedScores calibrate(const Calibrator& calibrator, const std::vector<double>& scores) {
  detail::check_calibrator("calibrate", calibrator);
  const detail::ProbabilityOf probability(calibrator);
  CalibratedScores out{
      scores, std::vector<double>(scores.size(), std::numeric_limits<double>::quiet_NaN()), {}};
  std::vector<std::int64_t> missing;
  for (std::size_t row = 0; row < scores.size(); ++row) {
    if (std::isnan(scores[row])) {
      missing.push_back(static_cast<std::int64_t>(row));
      continue;
    }
    const bool good =
        probability.needs_share() ? scores[row] >= 0 && scores[row] <= 1 : std::isfinite(scores[row]);
    if (!good)
      throw InvalidInput({.who = "calibrate",
                          .what = "scores",
                          .where = static_cast<std::int64_t>(row),
                          .value = fmt::format("{}", scores[row]),
                          .rule = probability.needs_share() ? "is not in [0, 1]" : "is not a finite number"});
    if (probability.learned()) out.probability[row] = probability(scores[row]);
  }
  if (!missing.empty())
    out.findings.push_back(
        {"missing_score", Severity::warning, missing,
         fmt::format("calibrate: {} of {} scores are missing", missing.size(), scores.size())});
  if (!probability.learned())
    out.findings.push_back(
        {"no_calibration", Severity::warning, {}, "calibrate: the calibrator had no examples to learn from"});
  return out;
}

}  // namespace fealty::health
