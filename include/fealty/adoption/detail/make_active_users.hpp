// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/active_users.hpp>
#include <fealty/adoption/detail/count_active_users.hpp>
#include <fealty/adoption/detail/count_sketches.hpp>
#include <fealty/adoption/detail/day_counts.hpp>
#include <fealty/adoption/detail/option_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/usage_groups.hpp>
#include <fealty/adoption/detail/week_counts.hpp>
#include <fealty/adoption/detail/window_dates.hpp>
#include <fealty/core/detail/big_array.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

inline void check_window(const char* who, std::int32_t window) {
  if (window >= 1 && window <= 366) return;
  throw InvalidInput({.who = who,
                      .what = "window",
                      .where = {},
                      .value = fmt::format("{}", window),
                      .rule = "is not a number of days from 1 to 366"});
}

/// Writes the columns that say what each row is of.
inline void set_rows(ActiveUsers& out, const UsageGroups& groups, const WindowDates& dates) {
  const std::size_t rows = dates.size(), all = groups.count() * rows;
  std::vector<std::uint32_t> group;
  fealty::detail::reserve_big(group, all);
  fealty::detail::reserve_big(out.date.days, all);
  fealty::detail::reserve_big(out.complete, all);
  std::vector<std::uint8_t> complete;
  for (std::size_t i = 0; i < rows; ++i)
    complete.push_back(dates.complete(i, std::max(out.window, 7)) ? 1 : 0);
  for (std::uint32_t each = 0; each < groups.count(); ++each) {
    group.insert(group.end(), rows, each);
    out.date.days.insert(out.date.days.end(), dates.days.begin(), dates.days.end());
    out.complete.insert(out.complete.end(), complete.begin(), complete.end());
  }
  out.group = groups.column(std::move(group));
  if (rows > 0)
    note_long_window("active_users", out.since, Date{dates.days.back()}, std::max(out.window, 7),
                     out.findings);
}

/// \param count  counts the users of each group on each date
template <class Count>
ActiveUsers make_active_users(const UsageData& data, const ActiveUsersOptions& options, Count count) {
  constexpr const char* who = "active_users";
  check_window(who, options.window);
  static_cast<void>(thread_count(who, options.threads));
  const QualifyingEvents events(who, data, options.events, options.as_of);
  const UsageGroups groups(who, data, options.by, options.accounts);
  const WindowDates dates(who, data, events, options.every, options.since);
  ActiveUsers out;
  out.window = options.window;
  out.every = options.every;
  out.since = Date{dates.since};
  out.as_of = events.as_of();
  out.as_of_inferred = events.as_of_inferred();
  if (dates.size() == 0 || groups.count() == 0) {
    out.group = groups.column({});
    return out;
  }
  if (groups.count() > (std::size_t{1} << 31) / dates.size())
    throw InvalidInput(
        {.who = who,
         .what = "by",
         .where = {},
         .value = fmt::format("{} groups", groups.count()),
         .rule = fmt::format("on {} dates make more than 2^31 rows; take longer periods", dates.size())});
  WindowCounts counted = count(events, groups, dates);
  out.dau = std::move(counted[0]);
  out.wau = std::move(counted[1]);
  out.mau = std::move(counted[2]);
  set_rows(out, groups, dates);
  return out;
}

inline ActiveUsers make_active_users(const UsageData& data, const ActiveUsersOptions& options) {
  return make_active_users(
      data, options,
      [&](const QualifyingEvents& events, const UsageGroups& groups, const WindowDates& dates) {
        const std::size_t threads = thread_count("active_users", options.threads);
        const CountPlan plan{data, groups, dates, options.by == std::vector<std::string>{"account"}};
        return options.every == Period::week
                   ? count_active_users(plan, events, WeekCounts(dates, options.window), threads)
                   : count_active_users(plan, events, DayCounts(dates, options.window), threads);
      });
}

inline ActiveUsers make_active_users(const UsageSketch& usage, const ActiveUsersOptions& options) {
  if (usage.by().empty() && !options.by.empty())
    throw InvalidInput({.who = "active_users",
                        .what = "by",
                        .where = {},
                        .value = fmt::format("{}", fmt::join(options.by, ", ")),
                        .rule = "needs sketches by account; these are of all together"});
  ActiveUsers out =
      make_active_users(usage.cells().data(), options,
                        [&](const QualifyingEvents&, const UsageGroups& groups, const WindowDates& dates) {
                          return SketchCounts(usage.cells(), options.window).of(groups, dates);
                        });
  out.counting = DistinctCounting::approximate;
  out.std_error = usage.std_error();
  return out;
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline ActiveUsers active_users(const Usage& usage, const ActiveUsersOptions& options) {
  return detail::make_active_users(usage.data(), options);
}
inline ActiveUsers active_users(const UsageDays& usage, const ActiveUsersOptions& options) {
  return active_users(usage.table(), options);
}
inline ActiveUsers active_users(const UsageSketch& usage, const ActiveUsersOptions& options) {
  return detail::make_active_users(usage, options);
}

}  // namespace fealty::adoption
