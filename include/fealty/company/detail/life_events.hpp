// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/life.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

// What happens to an account in a month, before anybody thinks of leaving.
namespace fealty::company::detail {

inline void plan_onboarding(Walk& walk) {
  Random& random = walk.random;
  const SegmentModel& model = segment_models[walk.life.sale.segment];
  const std::int64_t unfit = 1000 - walk.life.sale.fit;
  const bool stalls = random.chance(30'000 + 300 * unfit);
  const std::int64_t days = skewed(random, model.onboarding_days_low, model.onboarding_days_high);
  const std::int64_t to_value = random.between(3, 60);
  const bool finds_value = random.chance(920'000);
  State& state = walk.state;
  state.onboarding_day = stalls ? never : state.spell_start + static_cast<std::int32_t>(days);
  state.value_day =
      stalls || !finds_value ? never : state.onboarding_day + static_cast<std::int32_t>(to_value);
  if (state.spell_start == walk.life.sale.start) walk.life.stalled = stalls;
}

/// The champion may leave; after a loss another may come.
inline void step_sponsor(Walk& walk) {
  State& state = walk.state;
  const bool changes = walk.random.chance(state.sponsor_missing ? 120'000 : 12'000);
  const std::int32_t day = walk.random.day(state.begin, state.end);
  if (!changes) return;
  if (state.sponsor_missing) {
    walk.life.sponsor_gaps.back().replaced = day;
    state.sponsor_came = day;
  } else {
    walk.life.sponsor_gaps.push_back({day, never});
  }
  state.sponsor_missing = !state.sponsor_missing;
}

inline std::int32_t days_to_close(Random& random, std::size_t severity, bool escalated) {
  const std::int64_t most = escalated ? 75 : 4 + 5 * static_cast<std::int64_t>(severity);
  return static_cast<std::int32_t>(random.between(escalated ? 15 : 0, most));
}

inline void step_tickets(Walk& walk) {
  Random& random = walk.random;
  const std::int64_t n = random.count(segment_models[walk.life.sale.segment].tickets);
  for (std::int64_t i = 0; i < n; ++i) {
    TicketRow ticket{};
    ticket.opened = random.day(walk.state.begin, walk.state.end);
    ticket.severity = random.pick(severity_shares);
    ticket.escalated = random.chance(escalation_ppm[ticket.severity]);
    ticket.closed = ticket.opened + days_to_close(random, ticket.severity, ticket.escalated);
    const std::int64_t mean = ticket.escalated ? 260 : 420;  // hundredths of a point
    const std::int64_t score = std::clamp<std::int64_t>((mean + random.triangular(150) + 50) / 100, 1, 5);
    ticket.score = random.chance(400'000) ? score : 0;
    walk.life.tickets.push_back(ticket);
  }
}

inline std::int64_t open_escalations(const Life& life, std::int32_t day) {
  return std::count_if(life.tickets.begin(), life.tickets.end(), [&](const TicketRow& ticket) {
    return ticket.escalated && ticket.opened <= day && day < ticket.closed;
  });
}

inline std::int64_t draw_csm(Random& random, std::int64_t account) {
  return account / accounts_per_team * csms_per_team + random.below(csms_per_team);
}

/// The account may get another csm of the same team.
inline void step_owner(Walk& walk) {
  State& state = walk.state;
  const bool changes = walk.random.chance(20'000);
  const std::int32_t day = walk.random.day(state.begin, state.end);
  const std::int64_t csm = draw_csm(walk.random, walk.account);
  OwnerRow& owner = walk.life.owners.back();
  if (!changes || csm == owner.csm || day <= owner.valid_from) return;
  owner.valid_to = day;
  walk.life.owners.push_back({csm, day, never});
  state.csm = csm;
  state.handed_over = day;
}

inline std::int64_t csm_at(const Life& life, std::int32_t day) {
  std::size_t i = life.owners.size() - 1;
  while (i > 0 && life.owners[i].valid_from > day) --i;
  return life.owners[i].csm;
}

/// Touches by plan, and more of them where there is an open escalation or no champion.
inline void step_touches(Walk& walk, std::int64_t escalations) {
  Random& random = walk.random;
  State& state = walk.state;
  const std::int64_t reactive = escalations > 0 || state.sponsor_missing ? 50 : 0;
  const std::int64_t n = random.count(segment_models[walk.life.sale.segment].touches + reactive);
  for (std::int64_t i = 0; i < n; ++i) {
    TouchRow touch{};
    touch.date = random.day(state.begin, state.end);
    touch.channel = random.pick(touch_channel_shares);
    touch.direction = random.chance(750'000) ? 0 : 1;
    touch.csm = csm_at(walk.life, touch.date);
    touch.quarter_hours =
        random.between(touch_quarter_hours_low[touch.channel], touch_quarter_hours_high[touch.channel]);
    state.last_touch = std::max(state.last_touch, touch.date);
    walk.life.touches.push_back(touch);
  }
}

inline void step_milestones(Walk& walk) {
  const State& state = walk.state;
  Life& life = walk.life;
  if (life.onboarded == never && state.onboarding_day < state.end) life.onboarded = state.onboarding_day;
  if (life.first_value == never && state.value_day < state.end) life.first_value = state.value_day;
  const bool valued = life.first_value != never && life.first_value + 60 < state.end;
  if (life.adopted == never && valued && state.activity >= 550) life.adopted = state.end - 1;
}

/// Activity moves a third of the way to its target, with noise.
inline void step_activity(Walk& walk, std::int64_t escalations) {
  const Life& life = walk.life;
  State& state = walk.state;
  std::int64_t target = 160 + life.sale.fit * 7 / 10 + csm_skill(walk.world, state.csm);
  if (life.adopted != never) target += 120;
  if (state.sponsor_missing) target -= 250;
  target -= 60 * std::min<std::int64_t>(escalations, 3);
  if (life.onboarded == never) target = target * 3 / 5;
  const std::int64_t noise = walk.random.triangular(150);
  state.activity =
      std::clamp<std::int64_t>(state.activity + (target - state.activity) * 35 / 100 + noise, 20, 1000);
  state.effort += state.activity;
}

}  // namespace fealty::company::detail
