// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/class_totals.hpp>
#include <fealty/health/detail/curve_points.hpp>
#include <fealty/health/detail/discrimination_findings.hpp>
#include <fealty/health/detail/drawn_rows.hpp>
#include <fealty/health/precision_recall.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fealty::health {

inline PrecisionRecall precision_recall(const Examples& examples, const PrecisionRecallOptions& options) {
  const char* const who = "precision_recall";
  const detail::CurvePoints points(who, examples, options.score, options.higher_predicts_outcome);
  PrecisionRecall found;
  found.examples = static_cast<std::int64_t>(points.rows.size());
  found.outcomes = points.rows.outcomes;
  found.left_out = points.rows.left_out;
  detail::DiscriminationFindings(who, found.findings).one_class(points.rows.outcomes, points.rows.others());
  for (std::size_t i = 1; i < points.size(); ++i) {
    found.threshold.push_back(points.threshold[i]);
    found.precision.push_back(points.with[i] / (points.with[i] + points.without[i]));
    found.recall.push_back(points.with[i] / points.groups.all_with);
    found.true_positives.push_back(points.true_positives[i]);
    found.false_positives.push_back(points.false_positives[i]);
  }
  found.prevalence = points.groups.prevalence();
  return found;
}

inline AveragePrecision average_precision(const Examples& examples, const AveragePrecisionOptions& options) {
  AveragePrecision found;
  const detail::DrawnRows rows("average_precision", examples, options, {}, found.findings);
  const auto tell = [](const detail::ClassTotals& totals, double* to) {
    *to = detail::step_average_precision(totals);
  };
  const std::vector<detail::DrawnInterval> drawn = rows.intervals(1, tell);
  const bool told = !rows.rows.one_class();
  found.average_precision = {told ? detail::step_average_precision(rows.totals())
                                  : std::numeric_limits<double>::quiet_NaN()};
  found.std_error = {drawn[0].std_error};
  found.lower = {drawn[0].lower};
  found.upper = {drawn[0].upper};
  if (drawn[0].std_error == 0)
    detail::DiscriminationFindings("average_precision", found.findings)
        .no_interval("no draw differs; there is no interval");
  found.prevalence = {rows.groups.prevalence()};
  found.examples = {static_cast<std::int64_t>(rows.rows.size())};
  found.outcomes = {rows.rows.outcomes};
  found.left_out = {rows.rows.left_out};
  found.clustered = rows.clustering.asked;
  found.confidence = options.confidence;
  return found;
}

}  // namespace fealty::health
