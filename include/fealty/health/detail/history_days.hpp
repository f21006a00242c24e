// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/period.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/observations.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The days of a history, ascending: those that are named, or the last ones of periods.
///
/// \tparam Options  a template, because those of histories include their makers
template <class Options>
class HistoryDays {
 public:
  HistoryDays(const char* who, const Observations& observations, const Options& options)
      : who_(who), observations_(observations), options_(options) {}

  std::vector<std::int32_t> days() const {
    std::set<std::int32_t> days;
    for (const Date each : options_.dates) {
      check_day(who_, "dates", each);
      days.insert(each.days);
    }
    check_day(who_, "first", options_.first);
    check_day(who_, "last", options_.last);
    if (!days.empty() && (options_.first || options_.last))
      refuse("dates", fmt::format("{} days", options_.dates.size()),
             "stand beside first or last; give one of them");
    if (days.empty()) return periods();
    if (days.size() > PeriodGrid::max_size)
      refuse("dates", fmt::format("{} days", days.size()), "are more than 65,535");
    return {days.begin(), days.end()};
  }

 private:
  [[noreturn]] void refuse(const char* what, std::string value, std::string rule) const {
    throw InvalidInput(
        {.who = who_, .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  std::vector<std::int32_t> periods() const {
    const auto& rows = observations_.data().rows;
    std::vector<std::int32_t> days;
    if (rows.empty()) return days;
    const auto earliest = std::min_element(rows.begin(), rows.end(),
                                           [](const auto& a, const auto& b) { return a.date < b.date; });
    const Date first = options_.first.value_or(Date{earliest->date});
    const Date last = options_.last.value_or(*observations_.last_day());
    if (first > last) refuse("first", to_string(first), "is after last, " + to_string(last));
    const PeriodGrid grid({first.days}, last, options_.every);
    for (std::size_t i = 0; i < grid.size() && grid.last_day(i) <= last; ++i)
      days.push_back(grid.last_day(i).days);
    return days;
  }

  const char* who_;
  const Observations& observations_;
  const Options& options_;
};

template <class Options>
std::vector<std::int32_t> history_days(const char* who, const Observations& observations,
                                       const Options& options) {
  return HistoryDays<Options>(who, observations, options).days();
}

}  // namespace fealty::health::detail
