// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::adoption {

/// Whether one user id in two accounts is one person.
enum class UserScope {
  everywhere,  ///< one id is one person, in whichever account
  account      ///< ids are those of an account: user 1 of A and user 1 of B are two
};
constexpr auto enum_names(UserScope) { return std::array<std::string_view, 2>{"everywhere", "account"}; }

/// The columns of a table of usage: one row for each event, or for what happened on a day.
struct UsageColumns {
  IdColumn account;                              ///< n ids, texts or integers
  IdColumn user = {};                            ///< who did it; without it, an account is its own user
  DayColumn time;                                ///< n days since 1970-01-01, or instants
  IdColumn event = {};                           ///< what was done
  Column<double> value = {};                     ///< how often, or how much, >= 0; 1 by default
  Column<std::int32_t> start = {};               ///< first day of the account, for the finding before_start
  std::string time_zone = "UTC";                 ///< in which instants become days
  UserScope user_scope = UserScope::everywhere;  ///< whether one user id in two accounts is one person
  OnError on_error = OnError::fail;              ///< what to do with a row that breaks a rule
};

/// A validated table of usage. Copies are cheap.
///
/// A user of two accounts is active in both, and counts once where accounts are taken together. An event
/// without a user is its account's own, as if the account were a user. An event before the start of its
/// account counts; the finding `before_start` lists such rows. Times without a zone are read as UTC, which
/// `time_without_zone` tells: with the rows, where their day is another one in `time_zone`.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or time, a day before
///                       1900-01-01 or after 2079-06-06, a value that is not a number >= 0, an unknown time
///                       zone, more than 4,294,967,294 rows
class Usage {
 public:
  explicit Usage(const UsageColumns& columns);
  explicit Usage(std::shared_ptr<const detail::UsageData> data) : data_(std::move(data)) {}

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows; }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
  /// account_is_user, null_user, user_in_several_accounts, time_without_zone, before_start, null_value.
  const std::vector<Finding>& findings() const { return data_->findings; }
  /// First day with an event; none without rows.
  std::optional<Date> first_day() const { return data_->first_day(); }
  /// Last day with an event; none without rows.
  std::optional<Date> last_day() const { return data_->last_day(); }
  /// Accounts that have events.
  std::int64_t accounts() const { return data_->account_count(); }
  /// Users that have events: of `user_scope` everywhere each once.
  std::int64_t users() const { return data_->person_count(); }
  /// Whether users are known at all; otherwise each account is its own user.
  bool has_users() const { return data_->users != nullptr; }
  /// Whether one user id in two accounts is one person.
  UserScope user_scope() const { return data_->everywhere ? UserScope::everywhere : UserScope::account; }
  /// What the events are called, in order.
  std::vector<std::string> events() const { return data_->event_names(); }

  const detail::UsageData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::UsageData> data_;
};

}  // namespace fealty::adoption

#include <fealty/adoption/detail/usage_rows.hpp>
