// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/renewal_windows.hpp>
#include <fealty/adoption/detail/stage_rules.hpp>
#include <fealty/adoption/lifecycle_rules.hpp>
#include <fealty/core/date.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::adoption::detail {

/// A stage that an account has been in.
struct StageStay {
  LifecycleStage stage;
  std::int32_t entered;
  std::int32_t left;  // open while it lasts
  StageOutcome outcome;
};

/// Walks through what happened to one account.
class StagePath {
 public:
  /// \param day      of each milestone by its place; open where there is none
  /// \param windows  of contracts
  StagePath(const std::array<std::int32_t, StageRules::none>& day, std::vector<RenewalWindow> windows) {
    constexpr auto renewal = static_cast<std::size_t>(LifecycleStage::renewal);
    if (const std::int32_t from = day[renewal], to = day[StageRules::renewed]; from != open)
      windows.push_back({from, to < from ? open : to});
    std::vector<Step> steps;
    for (std::size_t i = 0; i < renewal; ++i)
      if (day[i] != open) steps.push_back({day[i], i});
    for (const RenewalWindow& each : windows) {
      steps.push_back({each.from, renewal});
      if (each.to != open) steps.push_back({each.to, StageRules::renewed});
    }
    if (day[StageRules::churn] != open) steps.push_back({day[StageRules::churn], StageRules::churn});
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
      return a.day != b.day ? a.day < b.day : a.what < b.what;
    });
    for (const Step& step : steps) {
      if (step.what == StageRules::churn) {
        leave(step.day, StageOutcome::churned);
        break;
      }
      take(step);
    }
  }

  const std::vector<StageStay>& stays() const { return stays_; }
  /// A milestone came after one of a later stage.
  bool out_of_order() const { return out_of_order_; }
  /// A renewal began before the milestone of expansion.
  bool renewal_before_adoption() const { return renewal_before_adoption_; }

 private:
  struct Step {
    std::int32_t day;
    std::size_t what;
  };

  void take(const Step& step) {
    if (step.what == StageRules::renewed) {
      if (!renewing_) return;
      renewing_ = false;
      leave(step.day, StageOutcome::renewed);
      if (stage_) enter(*stage_, step.day);
      return;
    }
    const auto to = static_cast<LifecycleStage>(step.what);
    if (to == LifecycleStage::renewal) {
      if (renewing_) return;
      renewing_ = true;
      renewal_before_adoption_ = renewal_before_adoption_ || stage_ != LifecycleStage::expansion;
    } else {
      out_of_order_ = out_of_order_ || (stage_ && *stage_ > to);
      if (stage_ && *stage_ > to) return;
      stage_ = to;
      if (renewing_) return;  // it will be back in the new one
    }
    leave(step.day, StageOutcome::moved_on);
    enter(to, step.day);
  }
  void enter(LifecycleStage stage, std::int32_t day) {
    stays_.push_back({stage, day, open, StageOutcome::current});
  }
  void leave(std::int32_t day, StageOutcome outcome) {
    if (stays_.empty() || stays_.back().left != open) return;
    stays_.back().left = day;
    stays_.back().outcome = outcome;
  }

  std::optional<LifecycleStage> stage_;  // by milestones
  bool renewing_ = false, out_of_order_ = false, renewal_before_adoption_ = false;
  std::vector<StageStay> stays_;
};

}  // namespace fealty::adoption::detail
