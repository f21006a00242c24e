// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/binning.hpp>
#include <fealty/health/detail/calibration_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::health::detail {

/// Rows `begin` to `end` of those that are in order of their probabilities.
struct ProbabilityBin {
  std::size_t begin = 0, end = 0;
  double weight = 0, predicted = 0, observed = 0;  // means of the bin
  std::int64_t outcomes = 0;
};

/// The bin of an equal width that holds a probability, counted from 0; it holds its upper end.
inline std::int32_t bin_of_width(double p, std::int32_t bins) {
  const auto edge = [&](std::int32_t i) { return static_cast<double>(i) / bins; };
  auto bin = std::clamp(static_cast<std::int32_t>(p * bins), 0, bins - 1);
  while (bin > 0 && p <= edge(bin)) --bin;  // the product may have been rounded over an edge
  while (bin + 1 < bins && p > edge(bin + 1)) ++bin;
  return bin;
}

inline ProbabilityBin bin_of_rows(const CalibrationRows& rows, std::size_t begin, std::size_t end) {
  fealty::detail::DoubleSum weight, predicted, observed;
  ProbabilityBin bin{begin, end, 0, 0, 0, 0};
  for (std::size_t i = begin; i < end; ++i) {
    const CalibrationRow& row = rows.rows[i];
    weight.add(row.weight);
    predicted.add_product(row.weight, row.score);
    if (row.outcome != 0) observed.add(row.weight);
    bin.outcomes += row.outcome;
  }
  bin.weight = weight.value();
  bin.predicted = predicted.value() / bin.weight;
  bin.observed = observed.value() / bin.weight;
  return bin;
}

/// Cuts rows into bins. Rows of equal mass go where the middle of the weight of their probability lies.
inline std::vector<ProbabilityBin> probability_bins(const char* who, const CalibrationRows& rows,
                                                    Binning binning, std::int32_t bins) {
  if (bins < 1 || bins > 1'000'000)
    throw InvalidInput({.who = who,
                        .what = "bins",
                        .where = {},
                        .value = fmt::format("{}", bins),
                        .rule = "is not between 1 and 1,000,000"});
  std::vector<ProbabilityBin> out;
  std::size_t begin = 0;
  std::int32_t current = 0;
  double before = 0;
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first;
    double tied = 0;
    const double p = rows.rows[first].score;
    for (; last < rows.size() && rows.rows[last].score == p; ++last) tied += rows.rows[last].weight;
    const std::int32_t to =
        binning == Binning::equal_width
            ? bin_of_width(p, bins)
            : std::min(bins - 1, static_cast<std::int32_t>((before + tied / 2) * bins / rows.weight));
    if (to != current && first > begin) {
      out.push_back(bin_of_rows(rows, begin, first));
      begin = first;
    }
    current = to;
    before += tied;
    first = last;
  }
  if (begin < rows.size()) out.push_back(bin_of_rows(rows, begin, rows.size()));
  return out;
}

}  // namespace fealty::health::detail
