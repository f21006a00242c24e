// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>
#include <fealty/revenue/detail/segment_cell.hpp>
#include <fealty/revenue/movements.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// What a unit adds to a cell of a segment.
struct SegmentEntry {
  std::uint32_t segment;  // code of the attribute's values; `no_id` for unknown
  std::uint32_t period, unit;
  SegmentCell cell;
  std::int64_t amount;
};

inline SegmentCell segment_cell(MovementKind kind) {
  switch (kind) {
    case MovementKind::new_business:
      return SegmentCell::new_business;
    case MovementKind::reactivation:
      return SegmentCell::reactivation;
    case MovementKind::expansion:
      return SegmentCell::expansion;
    case MovementKind::contraction:
      return SegmentCell::contraction;
    case MovementKind::churn:
      return SegmentCell::churn;
    case MovementKind::exchange:
      return SegmentCell::exchange;
  }
  return SegmentCell::exchange;
}
/// The account of each unit, as the accounts table knows it.
inline std::vector<std::uint32_t> known_accounts(const LedgerData& data, const Accounts& accounts) {
  if (!data.spans->owners) return accounts.match(*data.spans->ids);
  const auto known = accounts.match(*data.spans->owners->accounts);
  std::vector<std::uint32_t> of_unit(data.spans->owners->account);
  for (std::uint32_t& account : of_unit) account = known[account];
  return of_unit;
}

/// Follows one unit after the other through the segments it is in.
class SegmentWalk {
 public:
  /// \param account_of  known_accounts()
  SegmentWalk(const LedgerData& data, const Accounts& accounts, std::size_t attribute,
              const std::vector<std::uint32_t>& account_of)
      : data_(data), accounts_(accounts), attribute_(attribute), account_of_(account_of),
        by_event_(data.policy.netting == Netting::event) {}

  /// Calls f(SegmentEntry) for everything that happened to a unit.
  ///
  /// \param movements  all of the unit's, in order of time
  template <class F>
  void run(std::uint32_t unit, std::span<const Movement> movements, F f) {
    changes_ = accounts_.attribute_changes(account_of_[unit], attribute_);
    mrr_ = 0;
    customer_ = false;
    segment_ = no_id;
    std::size_t change = 0;
    for (std::size_t i = 0; i < movements.size();) {
      const std::uint32_t period = movements[i].period;
      std::size_t end = i + 1;
      while (end < movements.size() && movements[end].period == period) ++end;
      const auto part = movements.subspan(i, end - i);
      by_event_ ? take_events(unit, period, part, change, f) : take_period(unit, period, part, change, f);
      i = end;
    }
    change_until(unit, static_cast<std::uint32_t>(data_.grid->size()), change, f);
  }

 private:
  std::uint32_t segment_on(std::int32_t day) const { return value_on(changes_, day); }
  std::int32_t last_day(std::uint32_t period) const {
    return std::min(data_.grid->last_day(period).days, data_.as_of);
  }
  /// The period in which a change of segment is seen; those before the ledger are seen in the first.
  std::uint32_t period_of(const AttributeChange& change) const {
    return change.from_day <= data_.grid->start(0).days ? 0 : data_.grid->index(change.from_day);
  }

  template <class F>
  void move_to(std::uint32_t unit, std::uint32_t period, std::uint32_t segment, F& f) {
    if (customer_ && segment != segment_) {
      f(SegmentEntry{segment_, period, unit, SegmentCell::left, mrr_});
      f(SegmentEntry{segment, period, unit, SegmentCell::entered, mrr_});
    }
    segment_ = segment;
  }
  /// Takes the changes of segment in the periods before `period`.
  template <class F>
  void change_until(std::uint32_t unit, std::uint32_t period, std::size_t& change, F& f) {
    for (; change < changes_.size() && changes_[change].from_day <= data_.as_of; ++change) {
      const std::uint32_t when = period_of(changes_[change]);
      if (when >= period) return;
      const bool last_of_period = change + 1 == changes_.size() || period_of(changes_[change + 1]) != when ||
                                  changes_[change + 1].from_day > data_.as_of;
      if (by_event_ || last_of_period) move_to(unit, when, changes_[change].value, f);
    }
  }
  template <class F>
  void take(std::uint32_t unit, const Movement& movement, std::uint32_t segment, F& f) {
    f(SegmentEntry{segment, movement.period, unit, segment_cell(movement.kind), movement.amount});
    mrr_ += signed_amount(movement.kind, movement.amount);
    if (movement.kind == MovementKind::new_business || movement.kind == MovementKind::reactivation)
      customer_ = true;
    if (movement.kind == MovementKind::churn) customer_ = false;
  }
  template <class F>
  void take_period(std::uint32_t unit, std::uint32_t period, std::span<const Movement> movements,
                   std::size_t& change, F& f) {
    change_until(unit, period, change, f);
    const bool churns = std::any_of(movements.begin(), movements.end(),
                                    [](const Movement& each) { return each.kind == MovementKind::churn; });
    const std::uint32_t now = segment_on(last_day(period));
    if (!churns) move_to(unit, period, now, f);
    for (const Movement& movement : movements) take(unit, movement, segment_, f);
    segment_ = now;
    while (change < changes_.size() && period_of(changes_[change]) <= period) ++change;
  }
  template <class F>
  void take_events(std::uint32_t unit, std::uint32_t period, std::span<const Movement> movements,
                   std::size_t& change, F& f) {
    change_until(unit, period, change, f);
    for (const Movement& movement : movements) {
      // What rates did to the opening is told first, and stays where the opening is.
      if (movement.kind != MovementKind::exchange || !data_.values.moves())
        for (; change < changes_.size() && changes_[change].from_day <= movement.day; ++change)
          move_to(unit, period_of(changes_[change]), changes_[change].value, f);
      take(unit, movement, segment_, f);
    }
  }

  const LedgerData& data_;
  const Accounts& accounts_;
  std::size_t attribute_;
  const std::vector<std::uint32_t>& account_of_;
  bool by_event_;

  std::span<const AttributeChange> changes_;
  std::int64_t mrr_ = 0;
  bool customer_ = false;
  std::uint32_t segment_ = no_id;
};

/// Hands the movements of each unit over to a walk through segments.
class SegmentFeed {
 public:
  SegmentFeed(const LedgerData& data, const Accounts& accounts, std::size_t attribute,
              const std::vector<std::uint32_t>& account_of)
      : walk_(data, accounts, attribute, account_of) {}

  template <class F>
  void take(const Movement& movement, F f) {
    if (!movements_.empty() && movements_.front().unit != movement.unit) flush(f);
    movements_.push_back(movement);
  }
  template <class F>
  void flush(F f) {
    if (!movements_.empty()) walk_.run(movements_.front().unit, movements_, f);
    movements_.clear();
  }

 private:
  SegmentWalk walk_;
  std::vector<Movement> movements_;
};

/// Calls f(SegmentEntry) for everything that happened in a ledger.
template <class F>
void for_each_segment_entry(const LedgerData& data, const Accounts& accounts, std::size_t attribute, F f) {
  if (!data.grid) return;
  const std::vector<std::uint32_t> account_of = known_accounts(data, accounts);
  SegmentFeed feed(data, accounts, attribute, account_of);
  for_each_movement(data, [&](const Movement& movement) { feed.take(movement, f); });
  feed.flush(f);
}

/// The segment of each unit that is in one as long as the ledger lasts, `segments` where it is unknown as
/// long; `no_id` for those that change.
inline std::vector<std::uint32_t> lasting_segments(const LedgerData& data, const Accounts& accounts,
                                                   std::size_t attribute, std::uint32_t segments,
                                                   const std::vector<std::uint32_t>& account_of) {
  std::vector<std::uint32_t> segment(account_of.size(), segments);
  for (std::size_t unit = 0; unit < segment.size(); ++unit) {
    std::size_t seen = 0;  // changes that come after the ledger's begin, and no later than its end
    for (const AttributeChange& change : accounts.attribute_changes(account_of[unit], attribute)) {
      if (change.from_day <= data.grid->start(0).days)
        segment[unit] = change.value == no_id ? segments : change.value;
      else if (change.from_day <= data.as_of) ++seen;
    }
    if (seen != 0) segment[unit] = no_id;
  }
  return segment;
}

}  // namespace fealty::revenue::detail
