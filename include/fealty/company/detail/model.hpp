// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

// The true constants of the process; docs/simulator.md explains them. Shares and percentages are of
// 100, fit, activity and their kin of 1,000, hazards and rare chances of a million.
namespace fealty::company::detail {

/// What one call simulates, in integers.
struct World {
  std::uint64_t seed;
  std::int32_t first;                ///< first day
  std::int32_t until;                ///< the day after the last
  std::int64_t churn_scale_ppm;      ///< million = as documented
  std::int64_t price_rise_ppm;       ///< a year
  std::int64_t events_per_week_ppm;  ///< of an account of average size at activity 600
};

inline constexpr std::array<std::string_view, 3> segments{"enterprise", "mid_market", "small_business"};
inline constexpr std::size_t small_business = 2;
inline constexpr std::array<std::int64_t, 3> segment_shares{10, 30, 60};

struct SegmentModel {
  std::int64_t annual_percent;         ///< share with annual terms
  std::int64_t trial_percent;          ///< share that begins with a trial
  std::int64_t seats_low, seats_high;  ///< at sale, skewed to the low end
  std::int64_t sales_days_low, sales_days_high;
  std::int64_t onboarding_days_low, onboarding_days_high;
  std::int64_t leaving_percent;    ///< factor of all causes but payment and closing
  std::int64_t closed_ppm;         ///< hazard of customer_closed
  std::int64_t payment_risk_high;  ///< latent, uniform from 0
  std::int64_t tickets;            ///< a month, in hundredths
  std::int64_t touches;            ///< a month, in hundredths
  std::int64_t usage_percent;      ///< of `events_per_week`
  std::int64_t goal_percent;       ///< share with a stated goal
  std::int64_t setup_fee;          ///< minor units
};
inline constexpr std::array<SegmentModel, 3> segment_models{{
    {90, 0, 40, 240, 30, 120, 30, 150, 45, 120, 120, 90, 220, 330, 90, 750'000},
    {60, 15, 12, 60, 10, 60, 15, 75, 80, 350, 300, 35, 110, 130, 70, 150'000},
    {25, 40, 2, 12, 1, 20, 5, 30, 170, 900, 600, 22, 40, 65, 30, 0},
}};

inline constexpr std::array<std::string_view, 3> regions{"americas", "emea", "apac"};
inline constexpr std::array<std::int64_t, 3> region_shares{50, 35, 15};
inline constexpr std::array<std::int64_t, 3> region_first_hour{14, 7, 0};  ///< UTC, of a day of nine hours

inline constexpr std::array<std::string_view, 5> channels{"referral", "inbound", "partner", "outbound",
                                                          "paid_search"};
inline constexpr std::array<std::int64_t, 5> channel_shares{15, 30, 15, 25, 15};
inline constexpr std::array<std::int64_t, 5> channel_fit{720, 640, 590, 500, 470};

inline constexpr std::array<std::string_view, 8> sellers{"seller_1", "seller_2", "seller_3", "seller_4",
                                                         "seller_5", "seller_6", "seller_7", "seller_8"};
inline constexpr std::array<std::int64_t, 8> seller_fit{-90, -50, -20, 0, 10, 30, 50, 70};

inline constexpr std::array<std::string_view, 6> industries{"software", "retail",        "finance",
                                                            "health",   "manufacturing", "education"};
inline constexpr std::array<std::int64_t, 6> industry_shares{28, 18, 16, 14, 14, 10};

inline constexpr std::array<std::string_view, 5> plans{"starter", "standard", "premium", "analytics",
                                                       "support"};
inline constexpr std::size_t premium = 2, first_add_on = 3;
inline constexpr std::array<std::int64_t, 3> plan_price{3'500, 5'500,
                                                        8'000};  ///< a seat and month, minor units
inline constexpr std::array<std::array<std::int64_t, 3>, 3> plan_shares{
    {{5, 45, 50}, {25, 55, 20}, {65, 30, 5}}};

inline constexpr std::array<std::int64_t, 5> discount_percents{0, 5, 10, 20, 30};
inline constexpr std::array<std::int64_t, 5> discount_shares{55, 15, 15, 10, 5};
inline constexpr std::int64_t deep_discount = 20, deep_discount_fit = -60;

inline constexpr std::array<std::string_view, 4> severities{"low", "medium", "high", "critical"};
inline constexpr std::array<std::int64_t, 4> severity_shares{45, 35, 15, 5};
inline constexpr std::array<std::int64_t, 4> escalation_ppm{20'000, 60'000, 200'000, 400'000};

inline constexpr std::array<std::string_view, 4> touch_channels{"email", "call", "meeting", "review"};
inline constexpr std::array<std::int64_t, 4> touch_channel_shares{45, 30, 17, 8};
inline constexpr std::array<std::int64_t, 4> touch_quarter_hours_low{1, 2, 3, 8};
inline constexpr std::array<std::int64_t, 4> touch_quarter_hours_high{2, 4, 8, 16};
inline constexpr std::array<std::string_view, 2> directions{"outbound", "inbound"};

inline constexpr std::array<std::string_view, 6> events{"login",  "create", "share",
                                                        "report", "export", "integrate"};
inline constexpr std::array<std::int64_t, 5> event_shares{40, 25, 15, 12, 8};  ///< of what follows a login
inline constexpr std::size_t events_before_adoption = 2;                       ///< create and share
inline constexpr std::array<std::int64_t, 7> weekday_shares{19, 21, 21, 20, 15, 2, 2};  ///< Monday first

inline constexpr std::int64_t normal_activity = 600;
inline constexpr std::int64_t accounts_per_team = 100, csms_per_team = 4, csm_skill_high = 80;
inline constexpr std::int64_t champion_percent = 30;  ///< share of the sessions

}  // namespace fealty::company::detail
