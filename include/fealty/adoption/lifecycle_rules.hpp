// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/revenue/contracts.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fealty::adoption {

/// What an account's life is about.
enum class LifecycleStage {
  onboarding,  ///< to come to a first value
  adoption,    ///< to make the product a part of the work
  expansion,   ///< to do more with it
  renewal      ///< to decide whether it goes on
};
constexpr auto enum_names(LifecycleStage) {
  return std::array<std::string_view, 4>{"onboarding", "adoption", "expansion", "renewal"};
}

/// How a stage ended.
enum class StageOutcome {
  moved_on,  ///< the account entered a later stage
  renewed,   ///< the account has renewed, and is back in the stage that its milestones say
  churned,   ///< the account left
  current    ///< it has not ended, as far as is known
};
constexpr auto enum_names(StageOutcome) {
  return std::array<std::string_view, 4>{"moved_on", "renewed", "churned", "current"};
}

/// Settings of lifecycle(). Whoever has dated stages of their own gives them as milestones, by their names.
struct LifecycleOptions {
  std::string onboarding = "signed";                  ///< milestone that begins the stage
  std::string adoption = "first_value";               ///< the same
  std::string expansion = "adopted";                  ///< the same
  std::string renewal = {};                           ///< the same; or `contracts`
  std::string renewed = {};                           ///< milestone that ends a renewal; or `contracts`
  std::string churn = {};                             ///< milestone of leaving
  std::optional<revenue::Contracts> contracts = {};   ///< whose ends are renewals
  std::int32_t renewal_days = 90;                     ///< a renewal begins so many days before a contract's
                                                      ///< end, >= 0; as early_days of renewal_rate()
  std::optional<std::int32_t> onboarding_limit = {};  ///< longer in the stage, an account is stalled, >= 0
  std::optional<std::int32_t> adoption_limit = {};    ///< the same
  std::optional<std::int32_t> expansion_limit = {};   ///< the same
  std::optional<std::int32_t> renewal_limit = {};     ///< the same
  double stalled_quantile = 0.9;  ///< without a limit, it is this quantile of those that moved on or renewed,
                                  ///< in (0, 1): longer than nine of ten
  std::optional<Date> as_of = {};  ///< last day known; by default the latest milestone
};

}  // namespace fealty::adoption
