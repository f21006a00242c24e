// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/curve_points.hpp>
#include <fealty/health/detail/discrimination_findings.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/kolmogorov_smirnov.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

namespace fealty::health::detail {

/// P(K > x) of Kolmogorov's limit distribution, by the series that converges.
inline double kolmogorov_tail(double x) {
  if (!(x > 0)) return 1;
  constexpr double pi = 3.14159265358979323846;
  double sum = 0;
  if (x < 1) {
    for (int k = 1; k < 20; k += 2) sum += std::exp(-k * k * pi * pi / (8 * x * x));
    return 1 - std::sqrt(2 * pi) / x * sum;
  }
  for (int k = 1; k < 20; ++k) sum += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * x * x);
  return sum;
}

/// How many rows that count alike rows with these weights are worth.
inline std::array<double, 2> kish_sizes(const ScoredRows& rows) {
  std::array<double, 2> sum{}, squares{};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    sum[rows.outcome[i]] += rows.weight_of(i);
    squares[rows.outcome[i]] += rows.weight_of(i) * rows.weight_of(i);
  }
  return {sum[0] * sum[0] / squares[0], sum[1] * sum[1] / squares[1]};
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline KolmogorovSmirnov kolmogorov_smirnov(const Examples& examples,
                                            const KolmogorovSmirnovOptions& options) {
  const char* const who = "kolmogorov_smirnov";
  const detail::CurvePoints points(who, examples, options.score, options.higher_predicts_outcome);
  constexpr double missing = std::numeric_limits<double>::quiet_NaN();
  KolmogorovSmirnov found{{missing}, {missing}, {missing}, {missing}, {missing}, {}, {}, {}};
  found.examples = {static_cast<std::int64_t>(points.rows.size())};
  found.outcomes = {points.rows.outcomes};
  found.left_out = {points.rows.left_out};
  detail::DiscriminationFindings notes(who, found.findings);
  if (!notes.classes(points.rows.outcomes, points.rows.others())) return found;
  notes.clusters(detail::Clustering(who, examples.data(), false));
  found.statistic[0] = -1;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double sensitivity = points.with[i] / points.groups.all_with;
    const double missed = points.without[i] / points.groups.all_without;
    if (!(std::abs(sensitivity - missed) > found.statistic[0])) continue;
    found.statistic[0] = std::abs(sensitivity - missed);
    found.threshold[0] = points.threshold[i];
    found.sensitivity[0] = sensitivity;
    found.specificity[0] = 1 - missed;
  }
  const std::array<double, 2> sizes = detail::kish_sizes(points.rows);
  const double size = sizes[0] * sizes[1] / (sizes[0] + sizes[1]);
  found.p_value[0] = detail::kolmogorov_tail(std::sqrt(size) * found.statistic[0]);
  return found;
}

}  // namespace fealty::health
