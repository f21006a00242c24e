// SPDX-License-Identifier: MIT
// What the tests of discrimination share: scored rows, and the patients of asah.csv.
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/health/examples.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace fealty::test {

/// Rows of a score and an outcome, with what else they may have.
struct Scored {
  std::vector<double> score;
  std::vector<std::uint8_t> outcome;
  std::vector<std::int64_t> account = {};
  std::vector<double> weight = {};
  std::vector<double> other = {};  // a second attribute

  health::Examples examples() const {
    health::ExampleColumns columns{.outcome = outcome};
    columns.attributes.add("score", Column<double>(score));
    if (!other.empty()) columns.attributes.add("other", Column<double>(other));
    if (!account.empty()) columns.account = account;
    if (!weight.empty()) columns.weight = weight;
    return health::Examples(columns);
  }
  /// Another order of the same rows.
  Scored shuffled(std::mt19937_64& random) const {
    std::vector<std::size_t> order(score.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random);
    const auto in_order = [&](const auto& values) {
      auto moved = values;
      for (std::size_t i = 0; i < moved.size(); ++i) moved[i] = values[order[i]];
      return moved;
    };
    return {in_order(score), in_order(outcome), in_order(account), in_order(weight), in_order(other)};
  }
};

/// Scores with ties that tell something; accounts of three rows on average, which go together.
inline Scored drawn_rows(std::size_t rows, std::mt19937_64& random, bool extras = false) {
  std::normal_distribution<double> normal;
  Scored drawn;
  std::vector<double> lean(rows / 3 + 1);
  for (double& each : lean) each = normal(random);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t account = random() % lean.size();
    const bool happened = normal(random) + lean[account] > 0.7;
    drawn.score.push_back(std::round(4 * (normal(random) + lean[account] + (happened ? 1 : 0))) / 4);
    drawn.outcome.push_back(happened ? 1 : 0);
    if (!extras) continue;
    drawn.account.push_back(static_cast<std::int64_t>(account));
    drawn.weight.push_back(static_cast<double>(1 + random() % 5) / 3);
  }
  return drawn;
}

/// The patients of asah.csv, by a column of it.
inline Scored asah(const std::string& score, const std::string& other = "wfns") {
  std::ifstream file("health/data/asah.csv");
  REQUIRE_MESSAGE(file.good(), "asah.csv");
  std::vector<std::string> names;
  std::string line;
  const auto cells = [&line] {
    std::vector<std::string> found(1);
    for (const char c : line)
      if (c == ',') found.emplace_back();
      else found.back() += c;
    return found;
  };
  std::getline(file, line);
  names = cells();
  Scored patients;
  while (std::getline(file, line)) {
    const std::vector<std::string> values = cells();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const double value = std::stod(values[i]);
      if (names[i] == "outcome") patients.outcome.push_back(value == 1 ? 1 : 0);
      if (names[i] == score) patients.score.push_back(value);
      if (names[i] == other) patients.other.push_back(value);
    }
  }
  return patients;
}
/// The accounts and weights that data/discrimination.R makes up for them.
inline Scored asah_with(bool accounts, bool weights) {
  Scored patients = asah("s100b");
  for (std::size_t row = 1; row <= patients.score.size(); ++row) {
    if (accounts) patients.account.push_back(static_cast<std::int64_t>(row * 7 % 40));
    if (weights) patients.weight.push_back(static_cast<double>(1 + row % 3));
  }
  return patients;
}

/// What is refused, as text.
template <class F>
std::string refusal(F f) {
  try {
    f();
    return "nothing";
  } catch (const InvalidInput& error) {
    return error.what();
  }
}

}  // namespace fealty::test
