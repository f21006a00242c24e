// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/model.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>

namespace fealty::company::detail {

enum class Cause : std::uint8_t {
  no_roi,
  stalled_implementation,
  sponsor_or_power_user_lost,
  low_adoption,
  acquired_other_solution,
  missing_features,
  new_leader,
  quality_performance,
  wrong_solution,
  human_factors,
  involuntary_payment,
  customer_closed
};
inline constexpr std::array<std::string_view, 12> causes{
    "no_roi",        "stalled_implementation",  "sponsor_or_power_user_lost",
    "low_adoption",  "acquired_other_solution", "missing_features",
    "new_leader",    "quality_performance",     "wrong_solution",
    "human_factors", "involuntary_payment",     "customer_closed"};

/// What the hazard of one account and month depends on.
struct HazardInputs {
  std::size_t segment = 0;
  std::int64_t age = 0;               ///< whole months of the spell before this one
  std::int64_t activity = 0;          ///< of 1,000
  std::int64_t fit = 0;               ///< of 1,000
  std::int64_t pace = 0;              ///< value realized against plan, of 1,000
  std::int64_t payment_risk = 0;      ///< of 1,000
  std::int64_t open_escalations = 0;  ///< escalated tickets open at the end of the month
  bool annual = false;
  bool sponsor_missing = false;
  bool new_sponsor = false;  ///< came within the last 90 days
  bool onboarded = false;
  bool price_raised = false;  ///< announced within the last six months
  bool neglected = false;     ///< no touch within the last 90 days
  bool handed_over = false;   ///< another csm within the last 90 days
};

using HazardParts = std::array<std::int64_t, causes.size()>;  ///< ppm a month, by cause

/// The hazard of each cause: docs/simulator.md states the same formulas.
inline HazardParts hazard_parts(const HazardInputs& in) {
  const std::int64_t idle = 1000 - in.activity;
  const std::int64_t unfit = 1000 - in.fit;
  const std::int64_t shortfall = in.age < 6 ? 0 : std::max<std::int64_t>(0, 1000 - in.pace);
  HazardParts parts{
      10 * shortfall + (in.price_raised ? 2'500 : 0),
      !in.onboarded && in.age >= 3 ? 10'000 : 0,
      in.sponsor_missing ? 30'000 : 0,
      35 * idle * idle / 1000 * idle / 1000,
      600 + (in.price_raised ? 3'500 : 0),
      2 * unfit,
      300 + (in.new_sponsor ? 9'000 : 0),
      15'000 * std::min<std::int64_t>(in.open_escalations, 3),
      20 * unfit * unfit / 1000 * unfit / 1000 / (in.age < 12 ? 1 : 2),
      200 + (in.neglected ? 2'500 : 0) + (in.handed_over ? 2'500 : 0),
      in.annual ? 0 : 6 * in.payment_risk,
      segment_models[in.segment].closed_ppm,
  };
  for (auto cause = static_cast<std::size_t>(Cause::no_roi);
       cause <= static_cast<std::size_t>(Cause::human_factors); ++cause)
    parts[cause] = parts[cause] * segment_models[in.segment].leaving_percent / 100;
  return parts;
}

inline std::int64_t hazard_ppm(const HazardParts& parts) {
  return std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
}

/// An annual account decides once a year, so that its chance then stands for several months'.
inline constexpr std::int64_t renewal_weight = 9;
inline constexpr std::int64_t most_ppm = 900'000;

/// The chance that an account whose term allows it decides to leave in this month, in ppm.
inline std::int64_t leaving_ppm(const World& world, std::int64_t hazard, bool annual) {
  return std::min(most_ppm, hazard * (annual ? renewal_weight : 1) * world.churn_scale_ppm / 1'000'000);
}

}  // namespace fealty::company::detail
