// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/batch_days.hpp>
#include <fealty/adoption/usage_days.hpp>

#include <utility>

namespace fealty::adoption {

inline UsageDays::UsageDays(UsageDaysOptions options)
    : events_(detail::distinct(std::move(options.events))) {}

inline void UsageDays::update(const Usage& usage) {
  const detail::UsageData& data = usage.data();
  if (data.rows == 0) return;
  detail::require_same_scope("UsageDays", scope_, usage.user_scope());
  days_.require_fitting("UsageDays", data);
  days_.add(data, detail::BatchDays("UsageDays", data, events_));
  scope_ = usage.user_scope();
}

inline void UsageDays::merge(const UsageDays& other) {
  detail::require_same_names("UsageDays", "events", "all", events_, other.events_);
  if (!other.scope_) return;
  detail::require_same_scope("UsageDays", scope_, *other.scope_);
  days_.require_fitting("UsageDays", other.days_);
  days_.add(other.days_);
  scope_ = other.scope_;
}

}  // namespace fealty::adoption
