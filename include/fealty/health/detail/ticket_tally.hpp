// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/detail/exact_sum.hpp>
#include <fealty/health/detail/group_labels.hpp>
#include <fealty/health/detail/state_bytes.hpp>
#include <fealty/health/support_options.hpp>

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>

namespace fealty::health::detail {

/// How many tickets were closed after so many days, and how many were open for so long.
struct Lasted {
  std::int64_t closed = 0, open = 0;
};

/// Calls f(count) for each number of a tally.
template <class Tally, class F>
void each_count(Tally& tally, F f) {
  f(tally.opened), f(tally.escalated), f(tally.closed), f(tally.open), f(tally.open_escalated);
  f(tally.days), f(tally.scored);
}

/// What is known of a group's tickets.
struct TicketTally {
  std::int64_t opened = 0, escalated = 0, closed = 0, open = 0, open_escalated = 0, days = 0, scored = 0;
  fealty::detail::ExactSum score;
  std::map<std::int64_t, Lasted> lasted;  // by days, of those opened in the window

  void add(const TicketTally& other) {
    opened += other.opened;
    escalated += other.escalated;
    closed += other.closed;
    open += other.open;
    open_escalated += other.open_escalated;
    days += other.days;
    scored += other.scored;
    score.add(other.score);
    for (const auto& [after, more] : other.lasted) {
      lasted[after].closed += more.closed;
      lasted[after].open += more.open;
    }
  }
  void write(ByteWriter& to) const {
    each_count(*this, [&](std::int64_t count) { to.write(count); });
    score.write(to);
    to.write(static_cast<std::uint64_t>(lasted.size()));
    for (const auto& [after, tickets] : lasted) {
      to.write(after);
      to.write(tickets.closed);
      to.write(tickets.open);
    }
  }
  static TicketTally read(ByteReader& from) {
    TicketTally tally;
    each_count(tally, [&](std::int64_t& count) { count = read_rows(from); });
    tally.score = fealty::detail::ExactSum::read(from);
    std::int64_t left = tally.opened;
    for (auto rows = from.read<std::uint64_t>(); rows > 0; --rows) {
      const auto after = from.read<std::int64_t>();
      Lasted tickets;
      tickets.closed = read_rows(from);
      tickets.open = read_rows(from);
      left -= tickets.closed + tickets.open;
      if (after < 0 || after > max_day - min_day || left < 0 || tickets.closed + tickets.open == 0)
        from.refuse("has days that no tickets have");
      if (!tally.lasted.emplace(after, tickets).second) from.refuse("has a number of days twice");
    }
    if (left != 0 || tally.escalated > tally.opened || tally.open_escalated > tally.open ||
        tally.scored > tally.closed || !std::isfinite(tally.score.value()))
      from.refuse("has numbers of tickets that do not add up");
    return tally;
  }
};

/// Tickets by group.
struct TicketTallies {
  SupportOptions options = {};
  bool has_escalated = true;      // in all tables
  std::optional<Date> last = {};  // day of the tickets
  std::map<GroupLabel, TicketTally> groups = {};
};

}  // namespace fealty::health::detail
