// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/hazard.hpp>
#include <fealty/company/detail/sale.hpp>
#include <fealty/core/date.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::company::detail {

inline constexpr std::int32_t never = open;            ///< a day that does not come
inline constexpr std::int32_t long_ago = -10'000'000;  ///< a day before all others

struct SubscriptionRow {
  std::int32_t start = 0, end = never;
  std::int64_t mrr = 0;  ///< minor units
  std::int64_t seats = 0;
  bool trial = false;
  std::int32_t number = 1;  ///< of the subscription, within the account
  std::size_t plan = 0;
  std::int32_t cancel_requested = never, paid_through = never, signed_on = 0;
};

struct ContractRow {
  std::int32_t signed_on, start, end;
  std::int64_t total, one_time;  ///< minor units
};

/// A month of a spell, from anniversary to anniversary.
struct MonthRow {
  std::int32_t start, end;
  std::int64_t activity, seats;
  HazardInputs inputs;
  std::int64_t hazard, leaving;  ///< ppm; `leaving` is 0 where the term allows no decision
  bool at_risk;                  ///< false once the decision to leave is taken
};

struct ChurnRow {
  std::int32_t end;
  Cause cause;
};

struct TicketRow {
  std::int32_t opened, closed;
  std::size_t severity;
  bool escalated;
  std::int64_t score;  ///< 0 = not given
};

struct TouchRow {
  std::int32_t date;
  std::size_t channel, direction;
  std::int64_t csm, quarter_hours;
};

struct OwnerRow {
  std::int64_t csm;
  std::int32_t valid_from, valid_to;
};

struct SponsorGap {
  std::int32_t lost, replaced;
};

/// Everything that happens to one account; what lies after the last day is cut by the tables.
struct Life {
  Sale sale;
  std::vector<SubscriptionRow> subscriptions;
  std::vector<ContractRow> contracts;
  std::vector<MonthRow> months;
  std::vector<ChurnRow> churns;
  std::vector<TicketRow> tickets;
  std::vector<TouchRow> touches;
  std::vector<OwnerRow> owners;
  std::vector<SponsorGap> sponsor_gaps;
  std::vector<std::int32_t> price_announcements;
  std::int32_t onboarded = never, first_value = never, adopted = never;
  bool stalled = false;        ///< the first onboarding never ends
  std::int64_t csm_skill = 0;  ///< of the first csm
};

/// What a life needs to remember from month to month.
struct State {
  std::int32_t spell_start = 0, begin = 0, end = 0;  ///< of the spell, of this month
  std::int32_t leaving_on = never;                   ///< end of the spell, once decided
  std::int32_t cancel_requested = never;
  std::int32_t month = 0;         ///< of the spell, from 0
  std::int32_t notice = 0;        ///< months since the decision
  std::int32_t announced = -100;  ///< month of the last price announcement
  std::int32_t onboarding_day = never, value_day = never;
  std::int32_t last_touch = 0, sponsor_came = long_ago, handed_over = long_ago;
  std::int64_t activity = 0, effort = 0, seats = 0, price = 0, csm = 0;
  std::size_t plan = 0;
  std::size_t main_row = 0;
  std::vector<std::size_t> add_on_rows;
  std::int32_t subscriptions = 0;  ///< numbers given
  bool sponsor_missing = false;
  Cause cause = Cause::no_roi;
};

/// One account on its way through time.
struct Walk {
  const World& world;
  std::int64_t account;
  Random random;
  Life life;
  State state;
};

inline bool in_renewal_month(const State& state) { return state.month % 12 == 11; }

/// The skill of a csm: it moves the activity of the accounts in the csm's book.
inline std::int64_t csm_skill(const World& world, std::int64_t csm) {
  Random random(world.seed, static_cast<std::uint64_t>(csm), Stream::csm);
  return random.between(-csm_skill_high, csm_skill_high);
}

/// MRR of the main subscription.
inline std::int64_t main_mrr(const State& state) { return state.price * state.seats; }

}  // namespace fealty::company::detail
