// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/detail/curve_points.hpp>
#include <fealty/health/detail/discrimination_findings.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/kolmogorov_smirnov.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

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

/// Where that limit has so much beyond it.
inline double kolmogorov_quantile(double tail) {
  double low = 0, high = 20;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    (kolmogorov_tail(middle) > tail ? low : high) = middle;
  }
  return high;
}

/// The standard error of sensitivity + specificity - 1 at a threshold, of accounts where they are known, and
/// of rows.
class YoudenError {
 public:
  YoudenError(const CurvePoints& points, const ExampleData& data, std::size_t at)
      : points_(points),
        flagged_(points.groups.size() - at), share_{points.without[at] / points.groups.all_without,
                                                    points.with[at] / points.groups.all_with} {
    const ScoredRows& rows = points.rows;
    double of_rows = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) of_rows += influence(i) * influence(i);
    by_rows = by_units = std::sqrt(of_rows);
    if (!data.account.present()) return;
    std::vector<std::pair<std::uint32_t, double>> brings;
    for (std::size_t i = 0; i < rows.size(); ++i)
      brings.emplace_back(data.account.codes()[rows.rows[i]], influence(i));
    std::sort(brings.begin(), brings.end());  // sums do not depend on the order of rows
    double squares = 0, accounts = 0;
    for (std::size_t i = 0; i < brings.size(); ++accounts) {
      double sum = 0;
      for (const std::uint32_t account = brings[i].first; i < brings.size() && brings[i].first == account;
           ++i)
        sum += brings[i].second;
      squares += sum * sum;
    }
    by_units = accounts > 1 ? std::sqrt(accounts / (accounts - 1) * squares)
                            : std::numeric_limits<double>::quiet_NaN();
  }
  double by_rows = 0, by_units = 0;

 private:
  double influence(std::size_t i) const {
    const ScoredRows& rows = points_.rows;
    const bool happened = rows.outcome[i] != 0;
    const double apart = (points_.groups.group[i] >= flagged_ ? 1 : 0) - share_[happened ? 1 : 0];
    return rows.weight_of(i) * apart / (happened ? points_.groups.all_with : -points_.groups.all_without);
  }

  const CurvePoints& points_;
  std::size_t flagged_;  // the group of lowest risk that is
  std::array<double, 2> share_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline KolmogorovSmirnov kolmogorov_smirnov(const Examples& examples,
                                            const KolmogorovSmirnovOptions& options) {
  const char* const who = "kolmogorov_smirnov";
  fealty::detail::check_confidence(who, options.confidence);
  const detail::CurvePoints points(who, examples, options.score, options.higher_predicts_outcome);
  constexpr double missing = std::numeric_limits<double>::quiet_NaN();
  KolmogorovSmirnov found{{missing}, {missing}, {missing}, {missing}, {missing}, {missing},
                          {missing}, {missing}, {},        {},        {}};
  found.confidence = options.confidence;
  found.examples = {static_cast<std::int64_t>(points.rows.size())};
  found.outcomes = {points.rows.outcomes};
  found.left_out = {points.rows.left_out};
  detail::DiscriminationFindings notes(who, found.findings);
  if (!notes.classes(points.rows.outcomes, points.rows.others())) return found;
  notes.clusters(detail::Clustering(who, examples.data(), false));
  found.statistic[0] = -1;
  std::size_t at = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double sensitivity = points.with[i] / points.groups.all_with;
    const double missed = points.without[i] / points.groups.all_without;
    if (!(std::abs(sensitivity - missed) > found.statistic[0])) continue;
    found.statistic[0] = std::abs(sensitivity - missed);
    at = i;
    found.threshold[0] = points.threshold[i];
    found.sensitivity[0] = sensitivity;
    found.specificity[0] = 1 - missed;
  }
  const std::array<double, 2> sizes = detail::kish_sizes(points.rows);
  const double size = sizes[0] * sizes[1] / (sizes[0] + sizes[1]);
  found.p_value[0] = detail::kolmogorov_tail(std::sqrt(size) * found.statistic[0]);
  const detail::YoudenError error(points, examples.data(), at);
  found.std_error[0] = error.by_units;
  if (!(error.by_units > 0)) {
    notes.no_interval(
        "at the threshold all rows of a kind are alike, or there is one account: there is no interval");
    return found;
  }
  const double wider = error.by_rows > 0 ? std::max(1.0, error.by_units / error.by_rows) : 1;
  const double band = detail::kolmogorov_quantile(1 - options.confidence) / std::sqrt(size) * wider;
  const double z = fealty::detail::normal_quantile(0.5 + options.confidence / 2);
  found.lower[0] = std::max(0.0, found.statistic[0] - band);
  found.upper[0] = std::min(1.0, found.statistic[0] + z * error.by_units);
  return found;
}

}  // namespace fealty::health
