// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The first day that is known: `since`, or else the first with an event. None when no day is known.
///
/// \throws InvalidInput  for a since after as_of
inline std::optional<Date> known_since(const char* who, const UsageData& data, const QualifyingEvents& events,
                                       std::optional<Date> since) {
  const std::optional<Date> first = data.first_day();
  if (first && since && events.as_of() < *since)
    throw InvalidInput({.who = who,
                        .what = "since",
                        .where = {},
                        .value = to_string(*since),
                        .rule = fmt::format("is after as_of {}", to_string(events.as_of()))});
  if (!first || events.as_of() < *first) return std::nullopt;
  return since ? since : first;
}

/// Tells of rows whose period nothing is known before: who is new in it may be old.
inline Finding no_history(const char* who, const char* column, std::int64_t number, const std::string& period,
                          Date since, std::vector<std::int64_t> rows) {
  const std::int64_t row = rows.front();
  return {"no_history", Severity::information, std::move(rows),
          fmt::format("{}: {}[{}] = {} of {} may be old: nothing is known of the days before {}", who, column,
                      row, number, period, to_string(since))};
}

}  // namespace fealty::adoption::detail
