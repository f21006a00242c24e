// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_user_counts.hpp>
#include <fealty/adoption/detail/sketch_cells.hpp>
#include <fealty/adoption/detail/usage_groups.hpp>
#include <fealty/adoption/detail/window_dates.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fealty::adoption::detail {

/// Estimates distinct users in windows of days: from the shortest window to the longest, each adds the days
/// that those before it lack.
class SketchCounts {
 public:
  SketchCounts(const SketchCells& cells, std::int32_t window)
      : union_(cells.precision()), windows_{1, 7, window}, order_{0, 1, 2} {
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return windows_[a] < windows_[b]; });
    for (const auto& [key, sketch] : cells.all()) {
      begin_.resize(key.first + std::size_t{1}, days_.size());
      days_.push_back({UsageData::day_zero + key.second, &sketch});
    }
    begin_.resize(cells.by_account() ? cells.accounts().size() + 1 : 2, days_.size());
  }

  WindowCounts of(const UsageGroups& groups, const WindowDates& dates) {
    WindowCounts counts = no_counts(groups.count() * dates.size());
    std::vector<std::vector<std::uint32_t>> accounts(groups.count());
    for (std::size_t row = 0; row < dates.size(); ++row) {
      for (auto& each : accounts) each.clear();
      for (std::uint32_t account = 0; account + std::size_t{1} < begin_.size(); ++account)
        accounts[groups.of(account, dates.days[row])].push_back(account);
      for (std::size_t group = 0; group < groups.count(); ++group)
        count(accounts[group], dates.days[row], group * dates.size() + row, counts);
    }
    return counts;
  }

 private:
  struct Day {
    std::int32_t day;
    const HyperLogLog* sketch;
  };

  void count(const std::vector<std::uint32_t>& accounts, std::int32_t date, std::size_t at,
             WindowCounts& counts) {
    union_.clear();
    std::int32_t done = 0;  // days of the windows before
    for (const std::size_t measure : order_) {
      for (const std::uint32_t account : accounts)
        add(account, date - windows_[measure] + 1, date - done + 1);
      done = windows_[measure];
      constexpr double most = std::numeric_limits<std::int32_t>::max();
      counts[measure][at] = static_cast<std::int32_t>(std::min(std::round(union_.distinct()), most));
    }
  }
  void add(std::uint32_t account, std::int32_t first, std::int32_t end) {
    const auto last = days_.begin() + static_cast<std::ptrdiff_t>(begin_[account + std::size_t{1}]);
    auto at = std::lower_bound(days_.begin() + static_cast<std::ptrdiff_t>(begin_[account]), last, first,
                               [](const Day& each, std::int32_t day) { return each.day < day; });
    for (; at != last && at->day < end; ++at) union_.add(*at->sketch);
  }

  SketchUnion union_;
  std::array<std::int32_t, 3> windows_;
  std::array<std::size_t, 3> order_;
  std::vector<std::size_t> begin_;  // of each account's days, and the end of all
  std::vector<Day> days_;
};

}  // namespace fealty::adoption::detail
