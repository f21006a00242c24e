// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/known_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/detail/usage_groups.hpp>
#include <fealty/adoption/detail/usage_units.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/period.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fealty::adoption::detail {

/// What becomes of a unit from one period to the next.
enum class UnitChange { new_users, resurrected, entered, retained, dormant, left };

/// Follows each unit through the periods in which it is active.
class GrowthWalk {
 public:
  /// \param options  those of growth_accounting()
  template <class Options>
  GrowthWalk(const char* who, const UsageData& data, const Options& options)
      : data_(data), events_(who, data, options.events, options.as_of),
        groups_(who, data, options.by, options.accounts), units_(data, options.unit), days_(data, events_) {
    const std::optional<Date> since = known_since(who, data, events_, options.since);
    if (!since) return;
    grid_.emplace(std::min(*data.first_day(), *since), events_.as_of(), options.every,
                  options.fiscal_year_start);
    first_period_ = grid_->index(since->days);
  }

  const QualifyingEvents& events() const { return events_; }
  const UsageGroups& groups() const { return groups_; }
  const UsageUnits& units() const { return units_; }
  const ActiveDays& days() const { return days_; }
  /// None when no day is known. Periods before the first that is asked for tell who is old.
  const std::optional<PeriodGrid>& grid() const { return grid_; }
  std::size_t first_period() const { return first_period_; }

  /// The groups in which anybody was active, in order; all where there is but one.
  std::vector<std::uint32_t> groups_in_use() const {
    std::vector<std::uint8_t> used(groups_.count(), groups_.count() == 1 ? 1 : 0);
    for (std::uint32_t member = 0; used.size() > 1 && member < data_.members(); ++member)
      for (const std::uint16_t day : days_.of(member)) used[seen_on(member, day).group] = 1;
    std::vector<std::uint32_t> groups;
    for (std::uint32_t group = 0; group < used.size(); ++group)
      if (used[group] != 0) groups.push_back(group);
    return groups;
  }

  /// \param f  takes a unit, what became of it, the period and the group
  template <class F>
  void each_change(F f) const {
    std::vector<Seen> seen;
    for (std::size_t unit = 0; grid_ && unit < units_.size(); ++unit) {
      find(unit, seen);
      walk(seen, [&](UnitChange change, std::size_t period, std::uint32_t group) {
        f(unit, change, period, group);
      });
    }
  }

  struct Seen {
    std::uint32_t period, group;
    auto operator<=>(const Seen&) const = default;
  };
  /// What a day of activity counts for: its account is in the group of the period's last known day.
  Seen seen_on(std::uint32_t member, std::uint16_t day) const {
    const std::uint32_t period = grid_->index(UsageData::day_zero + day);
    const Date last = std::min(grid_->last_day(period), events_.as_of());
    return {period, groups_.of(data_.account[member], last.days)};
  }

 private:
  /// The periods and groups in which a unit was active, in order.
  void find(std::size_t unit, std::vector<Seen>& seen) const {
    seen.clear();
    for (const std::uint32_t member : units_.members(unit))
      for (const std::uint16_t day : days_.of(member)) {
        const Seen next = seen_on(member, day);
        if (seen.empty() || seen.back() != next) seen.push_back(next);
      }
    if (!std::is_sorted(seen.begin(), seen.end())) std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  }

  static bool any_of(std::span<const Seen> seen, std::uint32_t group) {
    return std::any_of(seen.begin(), seen.end(), [&](const Seen& each) { return each.group == group; });
  }

  template <class F>
  void walk(std::span<const Seen> seen, F f) const {
    std::span<const Seen> before;  // of the last period with activity
    for (std::size_t i = 0; i < seen.size(); i += before.size()) {
      const std::uint32_t period = seen[i].period;
      std::size_t count = 1;
      while (i + count < seen.size() && seen[i + count].period == period) ++count;
      const auto now = seen.subspan(i, count);
      const bool goes_on = !before.empty() && before.front().period + 1 == period;
      if (!goes_on) fall_asleep(before, f);
      const UnitChange coming = before.empty() ? UnitChange::new_users
                                : goes_on      ? UnitChange::entered
                                               : UnitChange::resurrected;
      for (const Seen& each : now)
        f(goes_on && any_of(before, each.group) ? UnitChange::retained : coming, period, each.group);
      for (const Seen& each : before)
        if (goes_on && !any_of(now, each.group)) f(UnitChange::left, period, each.group);
      before = now;
    }
    fall_asleep(before, f);
  }
  template <class F>
  void fall_asleep(std::span<const Seen> before, F& f) const {
    for (const Seen& each : before)
      if (each.period + std::size_t{1} < grid_->size()) f(UnitChange::dormant, each.period + 1, each.group);
  }

  const UsageData& data_;
  QualifyingEvents events_;
  UsageGroups groups_;
  UsageUnits units_;
  ActiveDays days_;
  std::optional<PeriodGrid> grid_;
  std::size_t first_period_ = 0;
};

}  // namespace fealty::adoption::detail
