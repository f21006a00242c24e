// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Days since a start, and the one up to which they have to be known.
struct ReturnInterval {
  std::int32_t first, last, seen_to;
};

/// The intervals of the options of usage_retention(), checked.
template <class Options>
std::vector<ReturnInterval> return_intervals(const Options& options) {
  using Kind = decltype(options.kind);
  const auto refuse = [](const char* what, std::optional<std::int64_t> where, std::string value,
                         std::string rule) {
    throw InvalidInput({.who = "usage_retention",
                        .what = what,
                        .where = where,
                        .value = std::move(value),
                        .rule = std::move(rule)});
  };
  const bool bracket = options.kind == Kind::bracket;
  const std::vector<std::int32_t>&days = options.days, &last_days = options.last_days;
  if (days.empty()) refuse("days", {}, "", "has no day");
  if (last_days.size() != (bracket ? days.size() : 0))
    refuse("last_days", {}, fmt::format("{} days", last_days.size()),
           bracket ? fmt::format("are not one for each of the {} of `days`", days.size())
                   : std::string("are not asked for; intervals are of `bracket`"));
  std::vector<ReturnInterval> intervals;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto at = static_cast<std::int64_t>(i);
    const std::int32_t first = days[i], last = bracket ? last_days[i] : first;
    if (first < 0 || first > 0xffff)
      refuse("days", at, fmt::format("{}", first), "is not a day from 0 to 65,535");
    if (last < first || last > 0xffff)
      refuse("last_days", at, fmt::format("{}", last), fmt::format("is not a day from {} to 65,535", first));
    intervals.push_back({first, options.kind == Kind::unbounded ? open : last, last});
  }
  return intervals;
}

}  // namespace fealty::adoption::detail
