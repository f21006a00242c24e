// SPDX-License-Identifier: MIT
// Examples for tests of logistic regression.
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/health/logistic.hpp>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace logistic_data {

/// The cells of a file by column; none where it is not there.
inline std::map<std::string, std::vector<std::string>> read(const std::string& path) {
  std::ifstream file(path);
  std::map<std::string, std::vector<std::string>> columns;
  std::vector<std::string> names;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells(1);
    for (const char c : line)
      if (c == ',') cells.emplace_back();
      else if (c != '\r') cells.back() += c;
    if (names.empty()) names = cells;
    else
      for (std::size_t i = 0; i < names.size(); ++i) columns[names[i]].push_back(cells.at(i));
  }
  return columns;
}
inline std::vector<double> numbers(const std::vector<std::string>& cells) {
  std::vector<double> found;
  for (const std::string& cell : cells)
    found.push_back(cell.empty() ? std::numeric_limits<double>::quiet_NaN() : std::stod(cell));
  return found;
}
inline std::vector<std::uint8_t> flags(const std::vector<std::string>& cells, const std::string& yes) {
  std::vector<std::uint8_t> found;
  for (const std::string& cell : cells) found.push_back(cell == yes ? 1 : 0);
  return found;
}

/// Snapshots of 60 accounts, made by data/logistic.R; without accounts and weights.
inline fealty::health::ExampleColumns snapshots() {
  auto cells = read("health/data/logistic.csv");
  REQUIRE_MESSAGE(cells["outcome"].size() == 240, "health/data/logistic.csv");
  fealty::Frame attributes;
  attributes.add("usage", fealty::Column<double>(numbers(cells["usage"])));
  attributes.add("tickets", fealty::Column<double>(numbers(cells["tickets"])));
  attributes.add("plan", fealty::IdColumn(cells["plan"]));
  return {.outcome = flags(cells["outcome"], "1"), .attributes = attributes};
}
inline fealty::IdColumn snapshot_accounts() {
  return fealty::IdColumn(read("health/data/logistic.csv")["account"]);
}
inline std::vector<double> snapshot_weights() { return numbers(read("health/data/logistic.csv")["weight"]); }

/// IBM's Telco customers; none, with a message, without the data.
inline std::optional<fealty::health::Examples> telco() {
  auto cells = read("../../shared/data/telco_ibm/telco.csv");
  if (cells.empty()) {
    MESSAGE("skipped: ../shared/data/telco_ibm is not there");
    return std::nullopt;
  }
  REQUIRE(cells["Churn"].size() == 7043);
  const std::vector<double> tenure = numbers(cells["tenure"]), charges = numbers(cells["MonthlyCharges"]);
  std::vector<double> tens, hundreds;
  for (std::size_t i = 0; i < tenure.size(); ++i) {
    tens.push_back(tenure[i] / 10);
    hundreds.push_back(charges[i] / 100);
  }
  fealty::Frame attributes;
  attributes.add("tenure", fealty::Column<double>(std::vector(tenure)));
  attributes.add("charges", fealty::Column<double>(std::vector(charges)));
  attributes.add("tens", fealty::Column<double>(std::move(tens)));
  attributes.add("hundreds", fealty::Column<double>(std::move(hundreds)));
  attributes.add("monthly",
                 fealty::Flags{fealty::Column<std::uint8_t>(flags(cells["Contract"], "Month-to-month"))});
  attributes.add("contract", fealty::IdColumn(cells["Contract"]));
  return fealty::health::Examples({.outcome = flags(cells["Churn"], "Yes"), .attributes = attributes});
}

/// Rows of random features x0, x1, ..., of which the first three move the outcome.
inline fealty::health::ExampleColumns random_rows(std::uint64_t seed, std::size_t rows,
                                                  std::size_t features) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> draw;
  std::uniform_real_distribution<double> chance;
  std::vector<std::vector<double>> x(features);
  std::vector<std::uint8_t> outcome;
  for (std::size_t i = 0; i < rows; ++i) {
    for (auto& column : x) column.push_back(draw(random));
    double predictor = -1;
    for (std::size_t j = 0; j < features && j < 3; ++j) predictor += (j == 1 ? -0.5 : 0.4) * x[j].back();
    outcome.push_back(chance(random) < 1 / (1 + std::exp(-predictor)) ? 1 : 0);
  }
  fealty::Frame attributes;
  for (std::size_t j = 0; j < features; ++j)
    attributes.add("x" + std::to_string(j), fealty::Column<double>(std::move(x[j])));
  return {.outcome = std::move(outcome), .attributes = attributes};
}
inline std::vector<std::string> random_names(std::size_t features) {
  std::vector<std::string> names;
  for (std::size_t j = 0; j < features; ++j) names.push_back("x" + std::to_string(j));
  return names;
}

inline std::vector<std::string> codes(const std::vector<fealty::Finding>& findings) {
  std::vector<std::string> found;
  for (const fealty::Finding& each : findings) found.push_back(each.code);
  return found;
}

}  // namespace logistic_data
