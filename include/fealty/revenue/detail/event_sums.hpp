// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/revenue/detail/block_changes.hpp>
#include <fealty/revenue/detail/kind_sums.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/ledger_sums.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <tuple>
#include <vector>

namespace fealty::revenue::detail {

/// Sums of movements by event, over accounts of one currency: what UnitWalk tells, without a branch that
/// depends on the kind of a movement.
class EventSums {
 public:
  EventSums(std::size_t periods, const LedgerPolicy& policy)
      : sums_(periods), limit_(policy.reactivation_days.value_or(std::numeric_limits<std::int32_t>::max())),
        ignores_(policy.join_and_leave == JoinAndLeave::ignored) {}

  /// Adds what happened to one account.
  ///
  /// \param changes  in order, with LaneSort::beyond more
  template <class T>
  void add(std::span<DayChange<T>> changes, const std::uint16_t* period_of) {
    Life life, before;
    bool first = ignores_;  // no spell has been over but those that are ignored
    DayChange<T>* const end = changes.data() + changes.size();
    DayChange<T>* joined = changes.data();
    for (DayChange<T>* at = joined; at < end;) {
      if (!life.seen) before = life, joined = at;
      const Step step = take(at, end, life);
      sums_.add(period_of[step.day], step.kind, step.moved);
      const bool left = step.kind == MovementKinds::churn;
      const bool ignored = left & first & (period_of[joined->day()] == period_of[step.day]);
      first = first & (!left | ignored);
      if (ignored) [[unlikely]] {
        withdraw(joined, at, before, period_of);
        life.seen = false;
      }
    }
  }
  const KindSums& sums() const { return sums_; }

 private:
  /// What an account is between two changes.
  struct Life {
    std::int64_t level = 0, left = 0;
    bool seen = false, was = false;
  };
  struct Step {
    std::size_t day;
    MovementKinds::Kind kind;
    std::int64_t moved;
  };

  /// Takes one change from `at` on.
  template <class T>
  Step take(DayChange<T>*& at, DayChange<T>* end, Life& life) const {
    // A day on which some rows end and some begin is one change; otherwise each row is one.
    const bool two = at[0].same_day(at[1]);
    std::int64_t moved = at[0].change() + (two ? at[1].change() : 0);
    std::size_t taken = two ? 2 : 1;
    const bool third = at[0].same_day(at[2]), alike = at[0].begins() == at[1].begins();
    if (third | (two & alike)) [[unlikely]]
      taken = take_day(at, end, moved);
    const auto day = static_cast<std::int64_t>(at->day());
    life.level += moved;
    const bool is = life.level > 0, fresh = !life.seen | (day - life.left > limit_);
    const MovementKinds::Kind kind = movement_kinds(life.was, is, fresh, moved);
    life.left = kind == MovementKinds::churn ? day : life.left;
    life.seen |= is;
    life.was = is;
    at += taken;
    return {static_cast<std::size_t>(day), kind, moved};
  }
  template <class T>
  [[gnu::noinline]] void withdraw(DayChange<T>* at, DayChange<T>* end, Life life,
                                  const std::uint16_t* period_of) {
    while (at < end) {
      const Step step = take(at, end, life);
      sums_.withdraw(period_of[step.day], step.kind, step.moved);
    }
  }
  /// A day with several rows of a kind. Where all are of one, the smallest is taken, and put first.
  template <class T>
  static std::size_t take_day(DayChange<T>* at, DayChange<T>* end, std::int64_t& moved) {
    DayChange<T>* next = at;
    for (moved = 0; next < end && next->same_day(*at); ++next) moved += next->change();
    if (at->begins() != next[-1].begins()) return static_cast<std::size_t>(next - at);
    std::iter_swap(
        at, std::min_element(at, next, [](const auto& a, const auto& b) { return a.amount < b.amount; }));
    moved = at->change();
    return 1;
  }

  KindSums sums_;
  std::int64_t limit_;  // who returns after more days is new
  bool ignores_;        // a first spell that is over in the period in which it began
};

/// The movements of each period, by event; closings are left to others.
inline std::vector<PeriodSums> event_sums(const LedgerData& data) {
  const LedgerBlocks& blocks = data.blocks;
  struct Memory {
    EventSums sums;
    std::tuple<BlockChanges<std::int32_t>, BlockChanges<std::int64_t>> changes;
  };
  std::vector<Memory> memory(data.threads, {EventSums(blocks.periods(), data.policy), {}});
  for_each_block_type(blocks, data.threads, [&]<class T, bool>(std::size_t block, std::size_t slot) {
    auto& changes = std::get<BlockChanges<T>>(memory[slot].changes);
    changes.take(blocks, block, data.cells.days(), nullptr);
    for (std::size_t lane = 0; lane < blocks.lanes(); ++lane)
      memory[slot].sums.add(changes.of(lane), data.cells.starts());
  });
  std::vector<PeriodSums> sums(blocks.periods());
  for (const Memory& each : memory) each.sums.sums().add_to(sums);
  return sums;
}

}  // namespace fealty::revenue::detail
