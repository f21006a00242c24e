// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/coverage/detail/event_counts.hpp>
#include <fealty/coverage/funnel_limits.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace fealty::coverage::detail {

inline void check_funnel(const FunnelLimitsOptions& options) {
  const auto refuse = [](const char* what, std::string value, const char* rule) {
    throw InvalidInput(
        {.who = "funnel_limits", .what = what, .where = {}, .value = std::move(value), .rule = rule});
  };
  if (options.points < 2 || options.points > 100'000)
    refuse("points", fmt::format("{}", options.points), "is not between 2 and 100,000");
  if (!(options.widest > 0 && std::isfinite(options.widest)))
    refuse("widest", fmt::format("{}", options.widest), "is not a number above 0");
}

template <class Count>
void add_limits(const Count& count, double expected, bool mid, FunnelLimits& found) {
  const Tails<Count> tails{count, mid};
  const auto often = tails.limits(0.025), seldom = tails.limits(0.001);
  found.expected.push_back(expected);
  found.lower_95.push_back(often.first / expected);
  found.upper_95.push_back(often.second / expected);
  found.lower_998.push_back(seldom.first / expected);
  found.upper_998.push_back(seldom.second / expected);
}

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline FunnelLimits funnel_limits(const Performance& performance, const FunnelLimitsOptions& options) {
  detail::check_funnel(options);
  FunnelLimits found;
  double most = 0;
  for (const double expected : performance.expected) most = std::max(most, expected);
  if (!(most > 0)) return found;
  const bool mid = performance.tails == CountTails::mid_p;
  const double chance = performance.mean_probability;
  for (std::int32_t i = 1; i <= options.points; ++i) {
    const double expected = options.widest * most * i / options.points;
    // Of events that are all but certain there is one number, and no funnel.
    if (chance > 0)
      detail::add_limits(
          detail::BinomialCount{expected / std::min(chance, 1 - 1e-9), std::min(chance, 1 - 1e-9)}, expected,
          mid, found);
    else detail::add_limits(detail::PoissonCount{expected}, expected, mid, found);
  }
  return found;
}

}  // namespace fealty::coverage
