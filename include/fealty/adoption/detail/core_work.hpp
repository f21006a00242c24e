// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/option_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Refuses options of champions that are out of their range.
template <class Options>
void check_champion_options(const char* who, const Options& options) {
  const auto refuse = [&](const char* what, std::string value, const char* rule) {
    throw InvalidInput({.who = who, .what = what, .where = {}, .value = std::move(value), .rule = rule});
  };
  const auto share = [&](const char* what, double value) {
    if (!(value > 0 && value <= 1))
      refuse(what, fmt::format("{}", value), "is not a share above 0 and up to 1");
  };
  require_days(who, "window", options.window);
  share("power_share", options.power_share);
  if (options.power_days < 1)
    refuse("power_days", fmt::format("{}", options.power_days), "is not a number of days from 1 on");
  require_days(who, "silent_days", options.silent_days);
  share("key_person_share", options.key_person_share);
  if (!(options.key_person_users >= 1))
    refuse("key_person_users", fmt::format("{}", options.key_person_users),
           "is not a number of users from 1 on");
}

/// Tells of usage that does not say who did what.
inline void note_unknown_users(const char* who, const UsageData& data, std::vector<Finding>& findings) {
  if (data.rows > 0 && !data.users)
    findings.push_back({"users_unknown",
                        Severity::warning,
                        {},
                        fmt::format("{}: no column says who did what; nobody can be a champion", who)});
}

/// Core actions of each member on each of its active days.
class CoreWork {
 public:
  CoreWork(const UsageData& data, const QualifyingEvents& events) : data_(data), days_(data, events) {
    if (data.members() == 0) return;
    sums_.resize(place(data.members() - 1) + days_.of(data.members() - 1).size());
    for (std::size_t row = 0; row < data.rows; ++row) {
      if (!events.keeps(row)) continue;
      const std::uint32_t member = data.member[row];
      const auto days = days_.of(member);
      const auto day = std::lower_bound(days.begin(), days.end(), data.day[row]) - days.begin();
      sums_[place(member) + static_cast<std::size_t>(day)].add(data.value.present() ? data.value[row] : 1);
    }
  }

  std::span<const std::uint16_t> days(std::size_t member) const { return days_.of(member); }
  /// The sum of each of these days.
  std::span<const fealty::detail::DoubleSum> sums(std::size_t member) const {
    return std::span(sums_).subspan(place(member), days_.of(member).size());
  }
  /// Actions of a member on the days (after, last].
  fealty::detail::DoubleSum actions(std::size_t member, std::int32_t after, std::int32_t last) const {
    fealty::detail::DoubleSum sum;
    const auto within = days_within(days_.of(member), after, last);
    const auto from = static_cast<std::size_t>(within.data() - days_.of(member).data());
    for (std::size_t i = 0; i < within.size(); ++i) sum.add(sums(member)[from + i]);
    return sum;
  }
  /// The members of an account who are users, and were ever active.
  std::vector<std::uint32_t> users_of(std::uint32_t account) const {
    std::vector<std::uint32_t> users;
    for (std::uint32_t member = data_.begin[account]; member < data_.begin[account + std::size_t{1}];
         ++member)
      if (data_.user[member] != no_id && !days_.of(member).empty()) users.push_back(member);
    return users;
  }

 private:
  std::size_t place(std::size_t member) const {
    return static_cast<std::size_t>(days_.of(member).data() - days_.of(0).data());
  }

  const UsageData& data_;
  ActiveDays days_;
  std::vector<fealty::detail::DoubleSum> sums_;
};

/// Core actions of all users of an account together.
class AccountWork {
 public:
  AccountWork(const CoreWork& work, std::span<const std::uint32_t> users) {
    std::vector<std::pair<std::uint16_t, fealty::detail::DoubleSum>> all;
    for (const std::uint32_t user : users)
      for (std::size_t i = 0; i < work.days(user).size(); ++i)
        all.emplace_back(work.days(user)[i], work.sums(user)[i]);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    fealty::detail::DoubleSum sum;
    for (const auto& [day, actions] : all) {
      if (days_.empty() || days_.back() != day) {
        days_.push_back(day);
        before_.push_back(sum);
      }
      sum.add(actions);
    }
    before_.push_back(sum);
  }

  /// Actions on the days (after, last].
  double actions(std::int32_t after, std::int32_t last) const {
    fealty::detail::DoubleSum sum = before_[place_after(last)];
    sum.subtract(before_[place_after(after)]);
    return sum.value();
  }
  /// Whether anybody was active on the days (after, last].
  bool any(std::int32_t after, std::int32_t last) const { return place_after(after) < place_after(last); }

 private:
  std::size_t place_after(std::int32_t day) const {
    return static_cast<std::size_t>(std::upper_bound(days_.begin(), days_.end(), day) - days_.begin());
  }

  std::vector<std::uint16_t> days_;
  std::vector<fealty::detail::DoubleSum> before_;  // sums of the days before each, and of all
};

}  // namespace fealty::adoption::detail
