// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/life.hpp>
#include <fealty/company/detail/life_changes.hpp>
#include <fealty/company/detail/life_events.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace fealty::company::detail {

inline void begin_trial(Walk& walk) {
  const Sale& sale = walk.life.sale;
  SubscriptionRow row;
  row.start = row.signed_on = sale.created;
  row.end = row.paid_through = sale.start;
  row.mrr = sale.trial_priced ? sale.price * sale.seats : 0;
  row.seats = sale.seats;
  row.trial = true;
  row.plan = sale.plan;
  walk.life.subscriptions.push_back(row);
}

inline void begin_spell(Walk& walk, std::int32_t start) {
  State& state = walk.state;
  const Sale& sale = walk.life.sale;
  state.spell_start = start;
  state.month = state.notice = 0;
  state.leaving_on = state.cancel_requested = never;
  state.announced = -100;
  state.activity = 250 + sale.fit / 4;
  state.effort = 0;
  state.last_touch = start;
  state.handed_over = long_ago;
  if (walk.life.onboarded == never) plan_onboarding(walk);
  else if (state.value_day != never) state.value_day = std::max(state.value_day, start + 14);
  state.csm = draw_csm(walk.random, walk.account);
  if (walk.life.owners.empty()) walk.life.csm_skill = csm_skill(walk.world, state.csm);
  walk.life.owners.push_back({state.csm, start, never});
  SubscriptionRow row;
  row.start = start;
  row.signed_on = start == sale.start ? sale.signed_on : start;
  row.mrr = main_mrr(state);
  row.seats = state.seats;
  row.number = ++state.subscriptions;
  row.plan = state.plan;
  state.main_row = walk.life.subscriptions.size();
  state.add_on_rows.clear();
  walk.life.subscriptions.push_back(row);
}

inline HazardInputs hazard_inputs(const Walk& walk, std::int64_t escalations) {
  const State& state = walk.state;
  const Sale& sale = walk.life.sale;
  HazardInputs inputs;
  inputs.segment = sale.segment;
  inputs.age = state.month;
  inputs.activity = state.activity;
  inputs.fit = sale.fit;
  inputs.pace = state.effort * 1000 / (normal_activity * (state.month + 1));
  inputs.payment_risk = sale.payment_risk;
  inputs.open_escalations = escalations;
  inputs.annual = sale.annual;
  inputs.sponsor_missing = state.sponsor_missing;
  inputs.new_sponsor = !state.sponsor_missing && state.end - state.sponsor_came <= 90;
  inputs.onboarded = walk.life.onboarded != never;
  inputs.price_raised = state.month - state.announced < 6;
  inputs.neglected = state.end - state.last_touch > 90;
  inputs.handed_over = state.end - state.handed_over <= 90;
  return inputs;
}

/// Settles when the account goes: after a month's notice, at the end of an annual term, or at once.
inline void decide_to_leave(Walk& walk, Cause cause) {
  State& state = walk.state;
  const bool announces = cause != Cause::involuntary_payment && cause != Cause::customer_closed;
  const std::int32_t months = walk.life.sale.annual ? 3 : announces ? 2 : 1;
  state.cause = cause;
  state.leaving_on = add_months({state.spell_start}, state.month + months).days;
  const std::int32_t days_before = walk.random.day(1, 11);
  if (announces) state.cancel_requested = state.end - days_before;
}

/// Records the month, and lets chance decide whether the account leaves and why.
inline void step_decision(Walk& walk, std::int64_t escalations) {
  State& state = walk.state;
  const HazardInputs inputs = hazard_inputs(walk, escalations);
  const HazardParts parts = hazard_parts(inputs);
  const std::int64_t hazard = hazard_ppm(parts);
  const bool due = !inputs.annual || state.month % 12 == 9;
  const std::int64_t leaving = due ? leaving_ppm(walk.world, hazard, inputs.annual) : 0;
  const bool at_risk = state.leaving_on == never && state.end <= walk.world.until;
  // Who has decided to go uses the product ever less, unless there is no will to go.
  const bool fades = state.cancel_requested != never;
  const std::int64_t used = fades ? state.activity >> ++state.notice : state.activity;
  walk.life.months.push_back({state.begin, state.end, used, state.seats, inputs, hazard, leaving, at_risk});
  const bool leaves = walk.random.chance(leaving);
  const std::size_t cause = walk.random.pick(parts);
  if (leaves && at_risk) decide_to_leave(walk, static_cast<Cause>(cause));
}

inline void step_month(Walk& walk) {
  State& state = walk.state;
  if (walk.life.sale.annual && state.month % 12 == 0) sign_contract(walk);
  announce_price(walk);
  step_sponsor(walk);
  step_tickets(walk);
  step_owner(walk);
  const std::int64_t escalations = open_escalations(walk.life, state.end - 1);
  step_touches(walk, escalations);
  step_milestones(walk);
  step_activity(walk, escalations);
  step_decision(walk, escalations);
  if (state.leaving_on == never && state.end < walk.world.until) change_terms(walk);
}

/// Dates the rows that are still open: their end, or how far they are paid.
inline void end_spell(Walk& walk) {
  State& state = walk.state;
  Life& life = walk.life;
  const bool left = state.leaving_on < walk.world.until;
  const std::int32_t months = life.sale.annual ? (state.month + 11) / 12 * 12 : state.month;
  state.add_on_rows.push_back(state.main_row);
  for (const std::size_t i : state.add_on_rows) {
    SubscriptionRow& row = life.subscriptions[i];
    row.paid_through = left ? state.leaving_on : add_months({state.spell_start}, months).days;
    row.cancel_requested = state.cancel_requested;
    if (left) row.end = state.leaving_on;
  }
  if (!left) return;
  for (TicketRow& ticket : life.tickets) ticket.closed = std::min(ticket.closed, state.leaving_on);
  life.owners.back().valid_to = state.leaving_on;
  life.churns.push_back({state.leaving_on, state.cause});
}

/// The day on which a lost account comes back, `never` if it does not.
inline std::int32_t return_day(Walk& walk) {
  const State& state = walk.state;
  const bool unpaid = state.cause == Cause::involuntary_payment;
  const std::int64_t ppm = unpaid ? 350'000 : state.cause == Cause::customer_closed ? 0 : 200'000;
  const bool returns = walk.random.chance(ppm);
  const std::int64_t gap = unpaid ? walk.random.between(5, 40) : walk.random.between(45, 300);
  return returns ? state.leaving_on + static_cast<std::int32_t>(gap) : never;
}

inline void live_spell(Walk& walk, std::int32_t start) {
  State& state = walk.state;
  begin_spell(walk, start);
  for (;; ++state.month) {
    state.begin = add_months({start}, state.month).days;
    state.end = add_months({start}, state.month + 1).days;
    if (state.begin >= walk.world.until || state.begin >= state.leaving_on) break;
    step_month(walk);
  }
  end_spell(walk);
}

/// The life of an account: trial, spell, and the spells after it comes back.
inline Life live(const World& world, std::int64_t account) {
  Walk walk{world, account, Random(world.seed, static_cast<std::uint64_t>(account), Stream::life), {}, {}};
  walk.life.sale = draw_sale(world, account);
  const Sale& sale = walk.life.sale;
  State& state = walk.state;
  state.plan = sale.plan;
  state.price = sale.price;
  state.seats = sale.seats;
  if (sale.trial_days > 0) begin_trial(walk);
  if (!sale.converts) return std::move(walk.life);
  for (std::int32_t start = sale.start; start < world.until;) {
    live_spell(walk, start);
    if (state.leaving_on >= world.until) break;
    start = return_day(walk);
    state.seats = std::max<std::int64_t>(1, state.seats * walk.random.between(60, 110) / 100);
  }
  return std::move(walk.life);
}

}  // namespace fealty::company::detail
