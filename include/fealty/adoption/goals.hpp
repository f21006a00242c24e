// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/goal_columns.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fealty::adoption {

namespace detail {
/// A checked row.
struct GoalRow {
  std::uint32_t account, goal, unit;                 // codes; no_id where there is none
  std::int32_t date, due;                            // open where there is none
  double baseline, target, actual;                   // NaN where it is not told
  std::optional<std::int64_t> value_per_unit, cost;  // minor units
  std::int64_t row;                                  // of the caller's table
};

/// What calculators read.
struct GoalRows {
  std::shared_ptr<const Ids> accounts, goals, units;  // no units: null
  std::vector<GoalRow> rows;                          // by account id, goal, date and what they tell
  Currency currency;
};
}  // namespace detail

/// A validated table of the customers' own goals. Copies are cheap.
///
/// Of several actuals of one goal and day the highest counts (finding several_actuals). Instants are the days
/// of UTC.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, goal or date, a day before
///                       1900 or after 9999, an infinite number, an amount that is negative or not finite, an
///                       amount in major and in minor units, without or with an unknown currency, several
///                       currencies
/// \throws Overflow      when an amount leaves 64 bits
class Goals {
 public:
  explicit Goals(const GoalColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }
  /// The currency of every amount.
  Currency currency() const { return data_->currency; }
  /// The latest date; none without rows.
  std::optional<Date> last_day() const;

  const detail::GoalRows& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::GoalRows> data_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::adoption

#include <fealty/adoption/detail/goal_rows.hpp>
