// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/usage.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>

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

/// The active days of a batch, which need not have any of the events that count.
class BatchDays {
 public:
  BatchDays(const char* who, const UsageData& data, const std::vector<std::string>& events) {
    std::vector<std::string> counting;
    const std::vector<std::string> names = data.event_names();
    for (const std::string& name : events)
      if (std::find(names.begin(), names.end(), name) != names.end()) counting.push_back(name);
    if (events.empty() || !counting.empty())
      active_.emplace(data, QualifyingEvents(who, data, counting, std::nullopt));
  }
  /// The distinct days of a member, ascending.
  std::span<const std::uint16_t> operator()(std::size_t member) const {
    return active_ ? active_->of(member) : std::span<const std::uint16_t>();
  }

 private:
  std::optional<ActiveDays> active_;
};

/// Refuses ids that are texts beside such that are integers.
inline void require_same_kind(const char* who, const char* what, bool own_texts, bool texts) {
  if (own_texts == texts) return;
  throw InvalidInput({.who = who,
                      .what = what,
                      .where = {},
                      .value = texts ? "texts" : "integers",
                      .rule = own_texts ? "do not fit the ids so far, which are texts"
                                        : "do not fit the ids so far, which are integers"});
}
/// Whether a table tells of any row who did it.
inline bool names_users(const UsageData& data) {
  return std::any_of(data.user.begin(), data.user.end(), [](std::uint32_t user) { return user != no_id; });
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

/// Refuses a state that was made with other names.
inline void require_same_names(const char* who, const char* what, const char* none,
                               const std::vector<std::string>& own, const std::vector<std::string>& others) {
  const auto list = [&](const std::vector<std::string>& names) {
    return names.empty() ? std::string(none) : fmt::format("{}", fmt::join(names, ", "));
  };
  if (own != others)
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = {},
                        .value = list(others),
                        .rule = "are not this state's, which are " + list(own)});
}

}  // namespace fealty::adoption::detail
