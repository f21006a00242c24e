// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_plan.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// What a round of a proportional hazards model asks of lives.
enum class CoxRound {
  survey,       ///< which ages, strata and levels there are, and the means of covariates
  risks,        ///< sums of risks by age, at coefficients
  information,  ///< squares of covariates, by the baseline hazard that lives passed
  influence     ///< how much each life matters: for robust standard errors
};
constexpr auto enum_names(CoxRound) {
  return std::array<std::string_view, 4>{"survey", "risks", "information", "influence"};
}

/// What CoxRounds asks of all lives in a round: small, and the same for all partitions.
class CoxTask {
 public:
  explicit CoxTask(detail::CoxPlan plan);

  /// The number of the round, from 1.
  std::int64_t number() const { return plan_->number; }
  /// What it asks.
  CoxRound round() const { return plan_->round; }

  /// The task as bytes of version 1, for deserialize().
  std::vector<std::uint8_t> serialize() const;
  /// Reads a task back.
  ///
  /// \throws InvalidInput  for bytes that are no task, are cut short or of a newer version
  static CoxTask deserialize(std::span<const std::uint8_t> bytes);

  const detail::CoxPlan& plan() const { return *plan_; }

 private:
  friend class CoxPartial;

  std::shared_ptr<const detail::CoxPlan> plan_;
  std::uint64_t digest_;
};

}  // namespace fealty::survival

#include <fealty/survival/detail/cox_task_bytes.hpp>
