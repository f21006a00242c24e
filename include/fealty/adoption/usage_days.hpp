// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/member_days.hpp>
#include <fealty/adoption/usage.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/partial_state.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption {

/// Settings of UsageDays.
struct UsageDaysOptions {
  std::vector<std::string> events = {};  ///< names of the events that count; by default all do
};

/// The exact partial state of whatever counts users by days: who of which account was active on which day.
///
/// Tables of partitions, batches of a stream and states from other processes add up to the state of all their
/// rows, in any order and bit by bit; a row that is there twice changes nothing. Names and values of events
/// are not kept, so what needs them takes a table.
class UsageDays {
 public:
  explicit UsageDays(UsageDaysOptions options = {});
  /// The state of all rows.
  explicit UsageDays(const Usage& usage, UsageDaysOptions options = {}) : UsageDays(std::move(options)) {
    update(usage);
  }

  /// Adds a table's days. A batch need not have any of the events that count.
  ///
  /// \throws InvalidInput  when its ids or its user_scope are of another kind than those so far; nothing is
  ///                       added then
  void update(const Usage& usage);
  /// Adds those of another state.
  ///
  /// \throws InvalidInput  when its events, its ids or its user_scope are others; nothing is added then
  void merge(const UsageDays& other);

  /// Days on which users were active: each of a user of an account counts once.
  std::int64_t size() const { return days_.size(); }
  /// Accounts so far, also those of which no event counts.
  std::int64_t accounts() const { return days_.accounts(); }
  /// Users so far, as of `user_scope`; also those of whom no event counts.
  std::int64_t users() const { return days_.users(scope_ != UserScope::account); }
  /// Names of the events that count, in order; empty where all do.
  const std::vector<std::string>& events() const { return events_; }
  /// Whether one user id in two accounts is one person; none before the first row.
  std::optional<UserScope> user_scope() const { return scope_; }
  /// First day with an event, also with one that does not count.
  std::optional<Date> first_day() const { return days_.first_day(); }
  /// Last day with an event, also with one that does not count.
  std::optional<Date> last_day() const { return days_.last_day(); }

  /// The state as bytes of version 1, for deserialize(). Equal states have equal bytes.
  std::vector<std::uint8_t> serialize() const;
  /// Reads a state back.
  ///
  /// \throws InvalidInput  for bytes that are no state, are cut short or of a newer version
  static UsageDays deserialize(std::span<const std::uint8_t> bytes);

  /// A table with one row for each day of a user, for calculators that need no more than that. Its events
  /// have no names, and count once.
  Usage table() const {
    return Usage(std::make_shared<const detail::UsageData>(days_.data(scope_ != UserScope::account)));
  }

 private:
  std::vector<std::string> events_;
  std::optional<UserScope> scope_;
  detail::MemberDays days_;
};
static_assert(PartialState<UsageDays, Usage>);

}  // namespace fealty::adoption

#include <fealty/adoption/detail/usage_days_bytes.hpp>
#include <fealty/adoption/detail/usage_days_rows.hpp>
