// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/life_cells.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival::detail {

/// Lives of a group at each renewal: how many were due, and how many of them ended. Weights are numbers of
/// lives where there are none.
struct Renewals {
  std::vector<double> due, ended;  // at renewal 1, 2, …
  double weight = 0;               // of all lives
  std::int64_t lives = 0;

  Renewals(const char* who, const LifeCells& cells) {
    const bool weighted = !cells.weights.empty();
    double at_risk = 0;  // from the beginning; those that enter come later
    for (std::size_t i = 0; i < cells.size(); ++i) {
      check(who, cells, i);
      for (std::size_t k = 0; k < cells.outcomes.size(); ++k) {
        lives += cells.outcomes[k][i];
        weight += amount(cells, k, i, weighted);
      }
      at_risk -= entered(cells, i, weighted);
    }
    at_risk += weight;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto age = static_cast<std::size_t>(cells.age[i]);
      due.resize(age, at_risk);
      ended.resize(age);
      for (std::size_t k = 0; k < cells.outcomes.size(); ++k) {
        const double gone = amount(cells, k, i, weighted);
        if (k > 0 && age > 0) ended[age - 1] += gone;
        at_risk -= gone;
      }
      at_risk += entered(cells, i, weighted);
    }
  }

  /// At how many renewals lives were seen.
  std::ptrdiff_t seen() const {
    return std::count_if(due.begin(), due.end(), [](double lives_due) { return lives_due > 0; });
  }

 private:
  static constexpr double most_periods = 1e6;

  static double amount(const LifeCells& cells, std::size_t outcome, std::size_t i, bool weighted) {
    return weighted ? cells.weights[outcome][i].value() : static_cast<double>(cells.outcomes[outcome][i]);
  }
  static double entered(const LifeCells& cells, std::size_t i, bool weighted) {
    return weighted ? cells.entered_weight[i].value() : static_cast<double>(cells.entered[i]);
  }
  static void check(const char* who, const LifeCells& cells, std::size_t i) {
    const double age = cells.age[i];
    std::int64_t ends = 0;
    for (std::size_t k = 1; k < cells.outcomes.size(); ++k) ends += cells.outcomes[k][i];
    const char* const rule = age != std::floor(age) ? "is not a whole number of periods"
                             : age > most_periods   ? "is more than 1000000 periods"
                             : age == 0 && ends > 0 ? "is no renewal at which a life can end"
                                                    : nullptr;
    if (rule != nullptr)
      throw InvalidInput(
          {.who = who, .what = "duration", .where = {}, .value = fmt::format("{}", age), .rule = rule});
  }
};

}  // namespace fealty::survival::detail
