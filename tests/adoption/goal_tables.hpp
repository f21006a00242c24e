// SPDX-License-Identifier: MIT
// Goals written by hand, and those of data/outcomes.py.
#pragma once

#include <fealty/adoption/goals.hpp>
#include <fealty/core/date.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace goal_tables {

struct Row {
  std::string account, goal;
  double baseline, target;
  std::int32_t date;
  double actual;
  std::int32_t due = fealty::open;
  double value_per_unit = 0, cost = 0;
};

/// Columns of rows; a due of `open` is null.
struct Table {
  std::vector<std::string> account, goal, unit;
  std::vector<double> baseline, target, actual, value, cost;
  std::vector<std::int32_t> date, due;
  std::vector<std::uint8_t> has_due;

  explicit Table(const std::vector<Row>& rows) : has_due(rows.size() / 8 + 1) {
    for (const Row& row : rows) {
      if (row.due != fealty::open)
        has_due[date.size() / 8] |= static_cast<std::uint8_t>(1U << date.size() % 8);
      account.push_back(row.account);
      goal.push_back(row.goal);
      unit.emplace_back("hours");
      baseline.push_back(row.baseline);
      target.push_back(row.target);
      date.push_back(row.date);
      actual.push_back(row.actual);
      due.push_back(row.due);
      value.push_back(row.value_per_unit);
      cost.push_back(row.cost);
    }
  }
  fealty::adoption::GoalColumns columns() const {
    return {.account = account,
            .goal = goal,
            .unit = unit,
            .baseline = baseline,
            .target = target,
            .date = date,
            .actual = actual,
            .due = fealty::Column<std::int32_t>(due, has_due.data(), 0, nullptr),
            .value_per_unit = value,
            .cost = cost,
            .currency = "EUR"};
  }
};

inline fealty::adoption::Goals goals(const std::vector<Row>& rows) {
  return fealty::adoption::Goals(Table(rows).columns());
}

/// The goals of data/outcomes.py; amounts in major units.
inline std::vector<Row> drawn_goals(std::int64_t seed) {
  std::int64_t state = 1000 * seed;
  const auto draw = [&](std::int64_t below) {
    state = 16807 * state % 2147483647;
    return below * state / 2147483647;
  };
  for (int i = 0; i < 3; ++i) draw(2);
  std::vector<Row> rows;
  const std::int64_t accounts = 10 + draw(10);
  for (std::int64_t account = 0; account < accounts; ++account) {
    const std::int64_t goals = draw(4);
    for (std::int64_t goal = 0; goal < goals; ++goal) {
      const std::int64_t baseline = draw(100);
      const std::int64_t way = draw(100) - 30;
      const std::int64_t first = draw(200);
      const std::int64_t length = 30 + draw(300);
      const std::int64_t value = draw(500);
      const std::int64_t cost = draw(20000);
      const std::int64_t count = 1 + draw(6);
      for (std::int64_t k = 0; k < count; ++k) {
        double actual = std::nan("");
        if (draw(5) != 0) {
          const std::int64_t moved = draw(60) - 20;
          actual = static_cast<double>(way > 0 ? baseline + moved : baseline - moved);
        }
        rows.push_back({.account = std::to_string(account),
                        .goal = std::to_string(goal),
                        .baseline = static_cast<double>(baseline),
                        .target = static_cast<double>(baseline + way),
                        .date = static_cast<std::int32_t>(first + 35 * k),
                        .actual = actual,
                        .due = static_cast<std::int32_t>(first + length),
                        .value_per_unit = static_cast<double>(value) / 100,
                        .cost = static_cast<double>(cost) / 100});
      }
    }
  }
  return rows;
}

}  // namespace goal_tables
