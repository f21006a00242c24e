// SPDX-License-Identifier: MIT
// IBM's customers of a telephone company, where the data lie beside the tree: who has left, and what was
// known.
#pragma once

#include <fealty/health/examples.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace telco {

/// None, with a message, without the data. Attributes have the file's names; TotalCharges is missing for
/// eleven.
///
/// \param extra  a further attribute
inline std::optional<fealty::health::Examples> examples(
    std::optional<std::pair<std::string, std::vector<double>>> extra = {}) {
  std::ifstream file("../../shared/data/telco_ibm/telco.csv");
  if (!file) {
    MESSAGE("skipped: ../shared/data/telco_ibm is not there");
    return std::nullopt;
  }
  const auto cells = [](const std::string& line) {
    std::vector<std::string> found;
    std::istringstream text(line);
    for (std::string cell; std::getline(text, cell, ',');) found.push_back(cell);
    return found;
  };
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> names = cells(line);
  std::vector<std::vector<std::string>> columns(names.size());
  while (std::getline(file, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const std::vector<std::string> row = cells(line);
    for (std::size_t i = 0; i < names.size(); ++i) columns[i].push_back(row.at(i));
  }
  fealty::health::ExampleColumns found;
  found.account = fealty::IdColumn(columns.front());
  std::vector<std::uint8_t> churn;
  for (const std::string& each : columns.back()) churn.push_back(each.starts_with("Yes") ? 1 : 0);
  REQUIRE(churn.size() == 7043);
  found.outcome = std::move(churn);
  const std::array<std::string, 4> numbers{"SeniorCitizen", "tenure", "MonthlyCharges", "TotalCharges"};
  for (std::size_t i = 1; i + 1 < names.size(); ++i) {
    if (std::find(numbers.begin(), numbers.end(), names[i]) == numbers.end()) {
      found.attributes.add(names[i], fealty::IdColumn(columns[i]));
      continue;
    }
    std::vector<double> values;
    for (const std::string& cell : columns[i])
      values.push_back(cell.find_first_of("0123456789") == std::string::npos
                           ? std::numeric_limits<double>::quiet_NaN()
                           : std::stod(cell));
    found.attributes.add(names[i], fealty::Column<double>(std::move(values)));
  }
  if (extra) found.attributes.add(extra->first, fealty::Column<double>(std::move(extra->second)));
  return fealty::health::Examples(found);
}

}  // namespace telco
