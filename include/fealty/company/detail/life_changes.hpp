// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/life.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

// What changes in an account's subscriptions at the end of a month, when it stays.
namespace fealty::company::detail {

inline constexpr std::int64_t highest_price = 10'000'000;  ///< keeps every sum within 64 bits

inline void sign_contract(Walk& walk) {
  const State& state = walk.state;
  const Sale& sale = walk.life.sale;
  const bool first = state.begin == sale.start;
  const std::int32_t days_before = state.month == 0 ? 0 : walk.random.day(0, 30);
  const std::int32_t signed_on = first ? sale.signed_on : state.begin - days_before;
  walk.life.contracts.push_back({signed_on, state.begin,
                                 add_months({state.spell_start}, state.month + 12).days, 12 * main_mrr(state),
                                 first ? segment_models[sale.segment].setup_fee : 0});
}

inline void change_seats(Walk& walk, bool may_shrink) {
  State& state = walk.state;
  Random& random = walk.random;
  const std::int64_t most = 10 * walk.life.sale.seats;
  const bool grows = random.chance(75'000);
  const bool shrinks = random.chance(walk.life.sale.annual ? 350'000 : 40'000);
  const std::int64_t percent_up = random.between(5, 30), percent_down = random.between(10, 35);
  if (grows && state.activity >= 550)
    state.seats = std::min(most, state.seats + std::max<std::int64_t>(1, state.seats * percent_up / 100));
  else if (shrinks && may_shrink && state.activity < 500)
    state.seats =
        std::max<std::int64_t>(1, state.seats - std::max<std::int64_t>(1, state.seats * percent_down / 100));
}

inline void change_plan(Walk& walk, bool may_shrink) {
  State& state = walk.state;
  const bool up = walk.random.chance(10'000);
  const bool down = walk.random.chance(walk.life.sale.annual ? 100'000 : 10'000);
  std::size_t plan = state.plan;
  if (up && state.activity >= 650 && plan < premium) ++plan;
  if (down && may_shrink && state.activity < 450 && plan > 0) --plan;
  if (plan == state.plan) return;
  state.price = std::min(highest_price, state.price * plan_price[plan] / plan_price[state.plan]);
  state.plan = plan;
}

/// A rise is announced two months before a year is full, to seven accounts in ten, and comes with the new
/// year.
inline void change_price(Walk& walk) {
  State& state = walk.state;
  if (in_renewal_month(state) && state.announced == state.month - 2)
    state.price = std::min(highest_price,
                           state.price + (state.price * walk.world.price_rise_ppm + 500'000) / 1'000'000);
}

inline void announce_price(Walk& walk) {
  State& state = walk.state;
  if (state.month % 12 != 9) return;
  const bool announced = walk.random.chance(700'000);
  if (!announced || walk.world.price_rise_ppm == 0) return;
  state.announced = state.month;
  walk.life.price_announcements.push_back(state.begin);
}

inline void change_add_ons(Walk& walk) {
  State& state = walk.state;
  Life& life = walk.life;
  for (std::size_t i = state.add_on_rows.size(); i-- > 0;)
    if (walk.random.chance(20'000)) {
      life.subscriptions[state.add_on_rows[i]].end = state.end;
      life.subscriptions[state.add_on_rows[i]].paid_through = state.end;
      state.add_on_rows.erase(state.add_on_rows.begin() + static_cast<std::ptrdiff_t>(i));
    }
  const bool wanted = walk.random.chance(20'000);
  const std::size_t plan = first_add_on + static_cast<std::size_t>(walk.random.below(2));
  const std::int64_t percent = walk.random.between(10, 25);
  if (!wanted || state.activity < 600 || state.add_on_rows.size() == 2) return;
  SubscriptionRow row;
  row.start = row.signed_on = state.end;
  row.mrr = std::max<std::int64_t>(100, main_mrr(state) * percent / 100);
  row.seats = state.seats;
  row.number = ++state.subscriptions;
  row.plan = plan;
  state.add_on_rows.push_back(life.subscriptions.size());
  life.subscriptions.push_back(row);
}

/// Closes the main row at the end of the month and opens the next, where price, seats or plan changed.
inline void change_row(Walk& walk) {
  State& state = walk.state;
  std::vector<SubscriptionRow>& rows = walk.life.subscriptions;
  SubscriptionRow row = rows[state.main_row];
  if (row.mrr == main_mrr(state) && row.seats == state.seats && row.plan == state.plan) return;
  rows[state.main_row].end = rows[state.main_row].paid_through = state.end;
  row.start = row.signed_on = state.end;
  row.mrr = main_mrr(state);
  row.seats = state.seats;
  row.plan = state.plan;
  state.main_row = rows.size();
  rows.push_back(row);
}

inline void change_terms(Walk& walk) {
  const bool may_shrink = !walk.life.sale.annual || in_renewal_month(walk.state);
  change_seats(walk, may_shrink);
  change_plan(walk, may_shrink);
  change_price(walk);
  change_row(walk);
  change_add_ons(walk);
}

}  // namespace fealty::company::detail
