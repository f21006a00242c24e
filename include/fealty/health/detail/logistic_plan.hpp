// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_baseline.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::health {

enum class LogisticRound;

namespace detail {

/// What a round asks of examples.
struct LogisticPlan {
  std::int64_t number = 1;  // of the round
  LogisticRound round{};
  std::vector<std::string> features;

  // After the survey:
  std::vector<survival::detail::CovariateLevels> terms;  // of each feature
  std::vector<double> mean, scale;                       // of each column
  std::vector<double> values;  // coefficients, or a direction of them: the intercept, then of each column
};

}  // namespace detail
}  // namespace fealty::health
