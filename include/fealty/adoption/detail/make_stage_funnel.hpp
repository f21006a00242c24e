// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/no_figure.hpp>
#include <fealty/adoption/stage_funnel.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/survival_quantile.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Quartiles of the time in a stage.
inline std::vector<double> stage_quartiles(const Lifecycle& lifecycle, LifecycleStage stage) {
  std::vector<std::int64_t> days;
  std::vector<std::uint8_t> ended;
  for (std::size_t row = 0; row < lifecycle.stage.size(); ++row) {
    if (lifecycle.stage[row] != stage) continue;
    days.push_back(lifecycle.days[row]);
    ended.push_back(lifecycle.ended[row]);
  }
  if (days.empty()) return {no_figure, no_figure, no_figure};
  const survival::Lifetimes lives({.duration = std::move(days), .ended = std::move(ended)});
  return survival::survival_quantile(survival::kaplan_meier(lives)).time;
}

/// Adds the row of a stage.
inline void add_stage(StageFunnel& out, const Lifecycle& lifecycle, LifecycleStage stage, std::size_t all) {
  std::int64_t outcomes[4] = {}, stalled = 0;
  std::set<std::uint32_t> accounts;
  for (std::size_t row = 0; row < lifecycle.stage.size(); ++row) {
    if (lifecycle.stage[row] != stage) continue;
    accounts.insert(lifecycle.account.codes()[row]);
    ++outcomes[static_cast<std::size_t>(lifecycle.outcome[row])];
    stalled += lifecycle.stalled[row];
  }
  const auto of = [&](StageOutcome outcome) { return outcomes[static_cast<std::size_t>(outcome)]; };
  out.stage.push_back(stage);
  out.accounts.push_back(static_cast<std::int64_t>(accounts.size()));
  out.share.push_back(static_cast<double>(accounts.size()) / static_cast<double>(all));
  out.visits.push_back(outcomes[0] + outcomes[1] + outcomes[2] + outcomes[3]);
  out.moved_on.push_back(of(StageOutcome::moved_on));
  out.renewed.push_back(of(StageOutcome::renewed));
  out.churned.push_back(of(StageOutcome::churned));
  out.current.push_back(of(StageOutcome::current));
  out.stalled.push_back(stalled);
  const std::vector<double> quartiles = stage_quartiles(lifecycle, stage);
  out.lower_quartile.push_back(quartiles[0]);
  out.median.push_back(quartiles[1]);
  out.upper_quartile.push_back(quartiles[2]);
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline StageFunnel stage_funnel(const Lifecycle& lifecycle) {
  StageFunnel out;
  out.as_of = lifecycle.as_of;
  const auto codes = lifecycle.account.codes();
  const std::size_t all = std::set<std::uint32_t>(codes.begin(), codes.end()).size();
  for (std::size_t stage = 0; all > 0 && stage < enum_names(LifecycleStage{}).size(); ++stage)
    detail::add_stage(out, lifecycle, static_cast<LifecycleStage>(stage), all);
  return out;
}

}  // namespace fealty::adoption
