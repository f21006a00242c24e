// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/exchange_values.hpp>
#include <fealty/revenue/detail/snapshot_cells.hpp>
#include <fealty/revenue/detail/unit_spans.hpp>
#include <fealty/revenue/movement_kind.hpp>
#include <fealty/revenue/policy.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// One thing that happened to a unit.
struct Movement {
  std::uint32_t period, unit;
  MovementKind kind;
  std::int64_t amount;  // >= 0; that of an exchange effect has a sign
  std::int32_t day;     // by event: when; otherwise the period's last day
};

/// Walks through the life of one unit after the other, change by change, and tells what happened.
///
/// It is for policies under which the difference of two period-end states does not say everything.
class UnitWalk {
 public:
  UnitWalk(const UnitSpans& spans, const PeriodGrid& grid, const SnapshotCells& cells,
           const LedgerPolicy& policy, const ExchangeValues& values, std::int32_t as_of)
      : spans_(spans), grid_(grid), cells_(cells), policy_(policy), values_(values), as_of_(as_of),
        by_event_(policy.netting == Netting::event), now_(values.currencies()) {}

  /// Calls f(Movement) for each, in order of time.
  template <class F>
  void run(std::uint32_t unit, F f) {
    const auto rows = spans_.of(unit);
    if (rows.empty()) return;
    begin(unit, rows);
    for (std::size_t i = 0; i < changes_.size();) {
      const std::size_t next = group_end(i);
      const std::uint32_t period = changes_[i].period;
      revalue_until(by_event_ ? period + 1 : period, f);  // events take the rates of their period's end
      for (; i < next; ++i) apply(changes_[i]);
      classify(period, f);
    }
    revalue_until(static_cast<std::uint32_t>(grid_.size()), f);
    flush(f);
  }

 private:
  struct Change {
    std::uint32_t period;
    std::int32_t day;
    bool begins;
    UnitSpan row;
  };

  void begin(std::uint32_t unit, std::span<const UnitSpan> rows);
  void find_gaps(std::span<const UnitSpan> rows);
  std::size_t group_end(std::size_t i) const;
  void apply(const Change& change);
  bool returns_as_new(std::uint32_t period, std::int32_t day);
  template <class F>
  void classify(std::uint32_t period, F& f);
  template <class F>
  void revalue_until(std::uint32_t period, F& f);
  template <class F>
  void tell(std::uint32_t period, MovementKind kind, std::int64_t amount, F& f);
  template <class F>
  void flush(F& f);

  const UnitSpans& spans_;
  const PeriodGrid& grid_;
  const SnapshotCells& cells_;
  const LedgerPolicy& policy_;
  const ExchangeValues& values_;
  std::int32_t as_of_;
  bool by_event_;

  std::uint32_t unit_ = 0;
  std::vector<Change> changes_;
  std::vector<std::pair<std::int32_t, std::int32_t>> gaps_;  // days in which the unit was no customer
  ExchangeState now_;                                        // native sums and what they are worth
  std::int64_t value_ = 0;                                   // in the ledger's currency, as last told
  std::int64_t free_ = 0;                                    // free rows that count
  std::uint32_t period_ = 0;                                 // up to which exchange effects have been told
  std::int32_t day_ = 0, away_since_ = 0;
  bool customer_ = false, seen_ = false, gaps_known_ = false;
  bool first_spell_ = false;         // in the first spell, which may be ignored
  std::vector<Movement> held_back_;  // of the first spell, until its period is over
};

inline void UnitWalk::begin(std::uint32_t unit, std::span<const UnitSpan> rows) {
  unit_ = unit;
  changes_.clear();
  for (const UnitSpan& row : rows) {
    const std::uint32_t first = cells_.start(row.start), last = cells_.end(row.end);
    if (first == grid_.size() || (!by_event_ && first >= last)) continue;
    changes_.push_back({first, row.start, true, row});
    if (last < grid_.size()) changes_.push_back({last, row.end, false, row});
  }
  // By event, what ends comes before what begins, and small before large.
  std::sort(changes_.begin(), changes_.end(), [&](const Change& a, const Change& b) {
    if (a.period != b.period) return a.period < b.period;
    if (a.day != b.day) return a.day < b.day;
    if (a.begins != b.begins) return b.begins;
    if (a.row.amount != b.row.amount) return a.row.amount < b.row.amount;
    return a.row.currency < b.row.currency;
  });
  gaps_known_ = false;
  now_.clear();
  value_ = free_ = 0;
  customer_ = seen_ = first_spell_ = false;
  period_ = changes_.empty() ? static_cast<std::uint32_t>(grid_.size()) : changes_.front().period;
}

/// The changes that are one: those of a period, or by event those of a day when some end and some begin.
inline std::size_t UnitWalk::group_end(std::size_t i) const {
  std::size_t end = i + 1;
  if (!by_event_) {
    while (end < changes_.size() && changes_[end].period == changes_[i].period) ++end;
    return end;
  }
  const std::int32_t day = changes_[i].day;
  const auto of_day = [&](std::size_t k) { return k < changes_.size() && changes_[k].day == day; };
  if (i > 0 && changes_[i - 1].day == day) return end;  // the day was found to be of one sort
  while (of_day(end)) ++end;
  return changes_[i].begins == changes_[end - 1].begins ? i + 1 : end;
}

inline void UnitWalk::apply(const Change& change) {
  day_ = change.day;
  now_.add(change.row, values_.value_of(change.row), change.begins);
  if (change.row.amount == 0) free_ += change.begins ? 1 : -1;
}

/// The stretches of days between two spells of being a customer.
inline void UnitWalk::find_gaps(std::span<const UnitSpan> rows) {
  gaps_.clear();
  std::vector<std::pair<std::int32_t, UnitSpan>> days;
  for (const UnitSpan& row : rows) {
    days.emplace_back(row.start, row);
    if (row.end <= as_of_) days.emplace_back(row.end, row);
  }
  std::sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  ExchangeState state = now_;
  state.clear();
  std::int64_t free = 0;
  bool customer = false, any = false;
  std::int32_t since = 0;
  for (std::size_t i = 0; i < days.size();) {
    const std::int32_t day = days[i].first;
    for (; i < days.size() && days[i].first == day; ++i) {
      const bool begins = days[i].second.start == day;
      state.add(days[i].second, 0, begins);
      if (days[i].second.amount == 0) free += begins ? 1 : -1;
    }
    const bool was = customer;
    customer = state.positive() || (was && free > 0);
    if (was && !customer) since = day;
    if (!was && customer && any) gaps_.emplace_back(since, day);
    any |= customer;
  }
}

/// Whether a unit that comes back was away for too long to be reactivated.
inline bool UnitWalk::returns_as_new(std::uint32_t period, std::int32_t day) {
  if (!policy_.reactivation_days) return false;
  if (by_event_) return std::int64_t{day} - away_since_ > *policy_.reactivation_days;
  if (!gaps_known_) find_gaps(spans_.of(unit_));
  gaps_known_ = true;
  // Netted by period, the gap is the one that was open at the end of the period before, or else the latest.
  const bool first_day = policy_.snapshot == Snapshot::first_day;
  const std::int32_t before = first_day ? grid_.start(period - 1).days : grid_.last_day(period - 1).days;
  const std::int32_t now = first_day ? grid_.start(period).days : grid_.last_day(period).days;
  std::int64_t latest = 0;
  for (const auto& [since, until] : gaps_) {
    if (until > now) break;
    latest = std::int64_t{until} - since;
    if (since <= before && before < until) break;
  }
  return latest > *policy_.reactivation_days;
}

template <class F>
void UnitWalk::classify(std::uint32_t period, F& f) {
  const bool was = customer_;
  customer_ = now_.positive() || (was && free_ > 0);
  const ExchangeChange change = values_.take_change(now_, period, by_event_);
  const std::int64_t before = value_ + change.exchange;
  if (change.exchange != 0) tell(period, MovementKind::exchange, change.exchange, f);
  const std::int64_t moved = change.value - before;
  value_ = change.value;
  if (!was && !customer_) return;
  if (!was) {
    const bool fresh = !seen_ || returns_as_new(period, day_);
    first_spell_ = !seen_ && by_event_ && policy_.join_and_leave == JoinAndLeave::ignored;
    seen_ = true;
    tell(period, fresh ? MovementKind::new_business : MovementKind::reactivation, moved, f);
  } else if (!customer_) {
    away_since_ = day_;
    tell(period, MovementKind::churn, -moved, f);
    if (first_spell_) {  // came and went within the period: as if never seen
      held_back_.clear();
      seen_ = false;
    }
    first_spell_ = false;
  } else if (moved != 0) {
    tell(period, moved > 0 ? MovementKind::expansion : MovementKind::contraction, moved < 0 ? -moved : moved,
         f);
  }
}

/// Tells the exchange effects of the periods before `period`, in which nothing else happened.
template <class F>
void UnitWalk::revalue_until(std::uint32_t period, F& f) {
  if (values_.moves() && now_.positive()) {
    for (; period_ < period; ++period_) {
      const std::int64_t value = values_.value(now_, period_);
      if (value != value_) tell(period_, MovementKind::exchange, value - value_, f);
      value_ = value;
    }
  }
  period_ = period;
}

template <class F>
void UnitWalk::tell(std::uint32_t period, MovementKind kind, std::int64_t amount, F& f) {
  const bool of_opening = kind == MovementKind::exchange && values_.moves();
  const std::int32_t day = by_event_ && !of_opening ? day_ : std::min(grid_.last_day(period).days, as_of_);
  const Movement movement{period, unit_, kind, amount, day};
  if (!held_back_.empty() && held_back_.front().period != period) {
    flush(f);
    first_spell_ = false;
  }
  if (first_spell_) held_back_.push_back(movement);
  else f(movement);
}

template <class F>
void UnitWalk::flush(F& f) {
  for (const Movement& movement : held_back_) f(movement);
  held_back_.clear();
}

}  // namespace fealty::revenue::detail
