// SPDX-License-Identifier: MIT
// Lives for tests of discrete-time hazards: data/discrete_hazard.csv, made by data/discrete_hazard.R.
#pragma once

#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <string>
#include <vector>

#include "logistic_data.hpp"

namespace hazard_data {

using logistic_data::codes;

inline fealty::survival::LifetimeColumns lives() {
  auto cells = logistic_data::read("health/data/discrete_hazard.csv");
  REQUIRE_MESSAGE(cells["ended"].size() == 200, "health/data/discrete_hazard.csv");
  fealty::Frame attributes;
  attributes.add("seats", fealty::Column<double>(logistic_data::numbers(cells["seats"])));
  attributes.add("plan", fealty::IdColumn(cells["plan"]));
  return {.duration = logistic_data::numbers(cells["duration"]),
          .entry = logistic_data::numbers(cells["entry"]),
          .ended = logistic_data::flags(cells["ended"], "1"),
          .attributes = attributes};
}
inline std::vector<double> weights() {
  return logistic_data::numbers(logistic_data::read("health/data/discrete_hazard.csv")["weight"]);
}

}  // namespace hazard_data
