// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption::detail {

/// What calculators read of a table of usage. A member is a user of an account: a user of two accounts is two
/// members and one person. Members are numbered by account, in the order of the accounts' codes.
struct UsageData {
  static constexpr std::int32_t day_zero = min_day;  // days are counted from it in 16 bits

  std::size_t rows = 0;
  bool everywhere = true;  // whether one user id in two accounts is one person
  std::shared_ptr<const Ids> accounts;
  std::shared_ptr<const Ids> users;    // null where accounts are their own users
  std::shared_ptr<const Ids> events;   // null where no event has a name
  Column<std::uint32_t> member;        // of each row
  Column<std::uint16_t> day;           // of each row, since day_zero
  Column<std::uint32_t> event;         // of each row, no_id where it has no name; absent
  Column<double> value;                // of each row; absent: 1
  std::vector<std::uint32_t> begin;    // the first member of each account's code, and the end of all
  std::vector<std::uint32_t> account;  // of each member
  std::vector<std::uint32_t> user;     // of each member; no_id for the account itself
  std::vector<std::uint8_t> shared;    // by member, 1 for a person in several accounts; empty where none is
  std::uint16_t first = 0, last = 0;   // days with events, since day_zero; only with rows
  std::vector<Finding> findings;

  std::size_t members() const { return account.size(); }
  bool is_shared(std::size_t who) const { return !shared.empty() && shared[who] != 0; }
  std::optional<Date> first_day() const {
    return rows == 0 ? std::nullopt : std::optional(Date{day_zero + first});
  }
  std::optional<Date> last_day() const {
    return rows == 0 ? std::nullopt : std::optional(Date{day_zero + last});
  }
  std::int64_t account_count() const {
    std::int64_t count = 0;
    for (std::size_t code = 0; code + 1 < begin.size(); ++code)
      count += begin[code] < begin[code + 1] ? 1 : 0;
    return count;
  }
  std::int64_t person_count() const {
    std::vector<std::uint32_t> several;  // users
    for (std::size_t who = 0; who < shared.size(); ++who)
      if (shared[who] != 0) several.push_back(user[who]);
    const auto rows_of_shared = static_cast<std::int64_t>(several.size());
    std::sort(several.begin(), several.end());
    const auto persons = std::unique(several.begin(), several.end()) - several.begin();
    return static_cast<std::int64_t>(members()) - rows_of_shared + static_cast<std::int64_t>(persons);
  }
  std::vector<std::string> event_names() const {
    std::vector<std::string> names;
    if (events)
      for (const std::uint32_t code : events->sorted()) names.push_back(events->text(code));
    return names;
  }
};

}  // namespace fealty::adoption::detail
