// SPDX-License-Identifier: MIT
// Tables of scores and outcomes; the first is that of data/calibration.R and data/calibration.py.
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/examples.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace fealty::health::test {

/// Rows of scores and outcomes, with or without accounts and weights.
struct ScoreTable {
  std::vector<std::uint8_t> outcome = {};
  std::vector<double> score = {};
  std::vector<std::int64_t> account = {};
  std::vector<double> weight = {};

  std::size_t size() const { return outcome.size(); }
  Examples examples() const {
    ExampleColumns columns{.outcome = outcome};
    columns.attributes.add("score", Column<double>(score));
    if (!account.empty()) columns.account = IdColumn(account);
    if (!weight.empty()) columns.weight = weight;
    return Examples(columns);
  }
  ScoreTable without_weights() const { return {outcome, score, account, {}}; }
  ScoreTable without_accounts() const { return {outcome, score, {}, weight}; }
  /// The rows of some places, in their order.
  ScoreTable at(const std::vector<std::size_t>& places) const {
    ScoreTable out;
    for (const std::size_t i : places) {
      out.outcome.push_back(outcome[i]);
      out.score.push_back(score[i]);
      if (!account.empty()) out.account.push_back(account[i]);
      if (!weight.empty()) out.weight.push_back(weight[i]);
    }
    return out;
  }
  ScoreTable shuffled(std::uint64_t seed) const {
    std::vector<std::size_t> places(size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    fealty::detail::SplitMix64 random(seed);
    for (std::size_t i = places.size(); i > 1; --i) std::swap(places[i - 1], places[random.next() % i]);
    return at(places);
  }
  /// Each row as often as its weight says.
  ScoreTable repeated() const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < size(); ++i)
      places.insert(places.end(), static_cast<std::size_t>(weight[i]), i);
    return at(places).without_weights();
  }
};

/// 200 rows of 40 accounts: probabilities that are too high.
inline ScoreTable waves() {
  ScoreTable table;
  for (int i = 0; i < 200; ++i) {
    const double p = ((i * 37) % 101 + 1) / 103.0;
    table.score.push_back(p);
    table.outcome.push_back(((i * 53) % 197) / 197.0 < 0.05 + 0.6 * p * p ? 1 : 0);
    table.account.push_back(i % 40);
    table.weight.push_back(1 + i % 3);
  }
  return table;
}
/// The same as a health score.
inline ScoreTable health_waves() {
  ScoreTable table = waves();
  for (double& score : table.score) score = 100 - 100 * score;
  return table;
}
/// The same probabilities, which are right.
inline ScoreTable even_waves() {
  ScoreTable table = waves();
  for (std::size_t i = 0; i < table.size(); ++i)
    table.outcome[i] = static_cast<double>((i * 71) % 199) / 199 < table.score[i] ? 1 : 0;
  return table;
}

/// A number in [0, 1).
inline double uniform(fealty::detail::SplitMix64& random) {
  return static_cast<double>(random.next() >> 11) * 0x1p-53;
}
/// A normal number.
inline double normal(fealty::detail::SplitMix64& random) {
  const double radius = std::sqrt(-2 * std::log(1 - uniform(random)));
  return radius * std::cos(2 * 3.14159265358979323846 * uniform(random));
}
/// Probabilities on a grid, so that some are equal, and outcomes that follow them.
inline ScoreTable random_table(std::uint64_t seed, int rows) {
  fealty::detail::SplitMix64 random(seed);
  ScoreTable table;
  for (int i = 0; i < rows; ++i) {
    table.score.push_back(std::round(20 + 960 * uniform(random)) / 1000);
    table.outcome.push_back(uniform(random) < table.score.back() ? 1 : 0);
    table.account.push_back(static_cast<std::int64_t>(random.next() % 15));
    table.weight.push_back(1 + static_cast<double>(random.next() % 3));
  }
  return table;
}

/// Accounts of three rows with the same probability and, mostly, the same outcome. Probabilities lie up
/// to .04 around ten levels, and outcomes have the share base + slope * probability.
inline ScoreTable clustered_levels(std::uint64_t seed, int accounts, double base, double slope) {
  fealty::detail::SplitMix64 random(seed);
  ScoreTable table;
  for (int i = 0; i < accounts; ++i) {
    const double level = 0.05 + 0.1 * static_cast<double>(random.next() % 10);
    const double p = level + 0.08 * uniform(random) - 0.04, shared = uniform(random);
    for (int row = 0; row < 3; ++row) {
      const double own = uniform(random) < 0.8 ? shared : uniform(random);
      table.score.push_back(p);
      table.outcome.push_back(own < base + slope * p ? 1 : 0);
      table.account.push_back(i);
    }
  }
  return table;
}

inline std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& each : findings) out.push_back(each.code);
  return out;
}
inline std::string message(const std::vector<Finding>& findings, std::string_view code) {
  for (const Finding& each : findings)
    if (each.code == code) return each.message;
  return "";
}

inline doctest::Approx near(double value, double epsilon = 1e-9) {
  return doctest::Approx(value).epsilon(epsilon);
}

}  // namespace fealty::health::test
