// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/usage_days.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Names once each, in order.
inline std::vector<std::string> distinct(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}
/// Those of two ordered lists of names that are in both.
inline std::vector<std::string> common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  for (const std::string& name : a)
    if (std::find(b.begin(), b.end(), name) != b.end()) both.push_back(name);
  return both;
}
inline std::string list_of_events(const std::vector<std::string>& names) {
  return names.empty() ? "all" : fmt::format("{}", fmt::join(names, ", "));
}
/// Refuses a state whose events or user_scope are others.
inline void require_same_events(const char* who, const std::vector<std::string>& own,
                                const std::vector<std::string>& others) {
  if (own != others)
    throw InvalidInput({.who = who,
                        .what = "events",
                        .where = {},
                        .value = list_of_events(others),
                        .rule = "are not this state's, which are " + list_of_events(own)});
}
inline void require_same_scope(const char* who, std::optional<UserScope> own, UserScope more) {
  if (!own || *own == more) return;
  const auto name = [](UserScope scope) {
    return std::string(enum_names(UserScope{})[static_cast<std::size_t>(scope)]);
  };
  throw InvalidInput({.who = who,
                      .what = "user_scope",
                      .where = {},
                      .value = name(more),
                      .rule = "is not that of the usage so far, which is " + name(*own)});
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline UsageDays::UsageDays(UsageDaysOptions options)
    : events_(detail::distinct(std::move(options.events))) {}

inline void UsageDays::update(const Usage& usage) {
  const detail::UsageData& data = usage.data();
  if (data.rows == 0) return;
  detail::require_same_scope("UsageDays", scope_, usage.user_scope());
  days_.require_fitting("UsageDays", data);
  const auto counting = detail::common(events_, data.event_names());
  if (events_.empty() || !counting.empty()) {
    const detail::ActiveDays active(data, detail::QualifyingEvents("UsageDays", data, counting, {}));
    days_.add(data, [&](std::size_t member) { return active.of(member); });
  } else {
    days_.add(data, [](std::size_t) { return std::span<const std::uint16_t>(); });
  }
  scope_ = usage.user_scope();
}

inline void UsageDays::merge(const UsageDays& other) {
  detail::require_same_events("UsageDays", events_, other.events_);
  if (!other.scope_) return;
  detail::require_same_scope("UsageDays", scope_, *other.scope_);
  days_.require_fitting("UsageDays", other.days_);
  days_.add(other.days_);
  scope_ = other.scope_;
}

}  // namespace fealty::adoption
