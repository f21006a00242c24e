// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/growth_walk.hpp>
#include <fealty/adoption/growth_accounting.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// What a number of growth_accounting() is opened with.
struct GrowthSource {
  Usage usage;
  GrowthAccountingOptions options;
};

/// Counts what becomes of units, one group after the other.
class GrowthCounts {
 public:
  GrowthCounts(const Usage& usage, const GrowthAccountingOptions& options)
      : data_(usage.data()), walk_("growth_accounting", data_, options) {
    out_.every = options.every;
    out_.unit = options.unit;
    out_.since = options.since ? options.since : data_.first_day();
    out_.as_of_inferred = walk_.events().as_of_inferred();
    if (data_.rows > 0 || !out_.as_of_inferred) out_.as_of = walk_.events().as_of();
    out_.source = std::make_shared<const GrowthSource>(GrowthSource{usage, options});
    if (walk_.grid()) count();
    else out_.group = walk_.groups().column({});
  }
  GrowthAccounting take() { return std::move(out_); }

 private:
  void count() {
    const PeriodGrid& grid = *walk_.grid();
    const std::vector<std::uint32_t> in_use = walk_.groups_in_use();
    const std::size_t first = walk_.first_period(), rows = grid.size() - first;  // of each group
    check_rows(in_use.size(), rows);
    for (auto* column :
         {&out_.new_users, &out_.resurrected, &out_.entered, &out_.dormant, &out_.left, &out_.retained})
      column->assign(in_use.size() * rows, 0);
    std::vector<std::size_t> begin(walk_.groups().count());  // a group's first row
    for (std::size_t i = 0; i < in_use.size(); ++i) begin[in_use[i]] = i * rows;
    walk_.each_change([&](std::size_t, UnitChange change, std::size_t period, std::uint32_t group) {
      if (period >= first) ++counter(change)[begin[group] + period - first];
    });
    std::vector<std::uint32_t> group_of_row;
    for (const std::uint32_t group : in_use)
      for (std::size_t period = first; period < grid.size(); ++period) {
        group_of_row.push_back(group);
        finish(grid, period, begin[group] + period - first);
      }
    out_.group = walk_.groups().column(std::move(group_of_row));
    note_history(grid, rows);
  }

  static void check_rows(std::size_t groups, std::size_t periods) {
    if (groups * periods > 20'000'000)
      throw InvalidInput({.who = "growth_accounting",
                          .what = "by",
                          .where = {},
                          .value = fmt::format("{} groups", groups),
                          .rule = fmt::format("times {} periods are more than 20,000,000 rows; take longer "
                                              "periods or fewer groups",
                                              periods)});
  }

  std::vector<std::int64_t>& counter(UnitChange change) {
    switch (change) {
      case UnitChange::new_users:
        return out_.new_users;
      case UnitChange::resurrected:
        return out_.resurrected;
      case UnitChange::entered:
        return out_.entered;
      case UnitChange::dormant:
        return out_.dormant;
      case UnitChange::left:
        return out_.left;
      case UnitChange::retained:
        break;
    }
    return out_.retained;
  }

  void finish(const PeriodGrid& grid, std::size_t period, std::size_t row) {
    const Date first = grid.start(period), last = grid.last_day(period);
    out_.period.days.push_back(first.days);
    out_.period_end.days.push_back(last.days);
    out_.opening.push_back(out_.retained[row] + out_.dormant[row] + out_.left[row]);
    out_.active.push_back(out_.new_users[row] + out_.resurrected[row] + out_.entered[row] +
                          out_.retained[row]);
    const auto won = static_cast<double>(out_.new_users[row] + out_.resurrected[row]);
    out_.quick_ratio.push_back(out_.dormant[row] == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                      : won / static_cast<double>(out_.dormant[row]));
    out_.known_days.push_back(std::max<std::int64_t>(0, std::int64_t{first.days} - out_.since->days));
    out_.complete.push_back(last <= walk_.events().as_of() ? 1 : 0);
  }

  void note_history(const PeriodGrid& grid, std::size_t periods) {
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < out_.known_days.size(); ++row)
      if (out_.known_days[row] == 0 && out_.new_users[row] > 0)
        rows.push_back(static_cast<std::int64_t>(row));
    if (rows.empty()) return;
    const auto row = static_cast<std::size_t>(rows.front());
    out_.findings.push_back(no_history("growth_accounting", "new_users", out_.new_users[row],
                                       grid.label(walk_.first_period() + row % periods), *out_.since,
                                       std::move(rows)));
  }

  const UsageData& data_;
  GrowthWalk walk_;
  GrowthAccounting out_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline GrowthAccounting growth_accounting(const Usage& usage, const GrowthAccountingOptions& options) {
  return detail::GrowthCounts(usage, options).take();
}
inline GrowthAccounting growth_accounting(const UsageDays& usage, const GrowthAccountingOptions& options) {
  return growth_accounting(usage.table(), options);
}

}  // namespace fealty::adoption
