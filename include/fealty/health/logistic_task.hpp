// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/logistic_plan.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace fealty::health {

/// What a round of a logistic regression asks of examples.
enum class LogisticRound {
  survey,    ///< which levels there are, the means of features, how many have the outcome
  sums,      ///< the log-likelihood, its slope and its curvature, at coefficients
  margins,   ///< how far a direction takes examples to the side of their outcomes: for separation
  influence  ///< how much each account moves the slope: for robust standard errors
};
constexpr auto enum_names(LogisticRound) {
  return std::array<std::string_view, 4>{"survey", "sums", "margins", "influence"};
}

/// What LogisticRounds asks of all examples in a round: small, and the same for all partitions.
class LogisticTask {
 public:
  explicit LogisticTask(detail::LogisticPlan plan);

  /// The number of the round, from 1.
  std::int64_t number() const { return plan_->number; }
  /// What it asks.
  LogisticRound round() const { return plan_->round; }

  /// The task as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a task back.
  ///
  /// \throws InvalidInput  for bytes that are no task, are cut short or of a newer version
  static LogisticTask deserialize(std::span<const std::uint8_t> bytes);

  const detail::LogisticPlan& plan() const { return *plan_; }

 private:
  friend class LogisticPartial;

  std::shared_ptr<const detail::LogisticPlan> plan_;
  std::uint64_t digest_;
};

}  // namespace fealty::health

#include <fealty/health/detail/logistic_task_bytes.hpp>
