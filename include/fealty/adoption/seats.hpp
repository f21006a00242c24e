// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/seat_data.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::adoption {

/// The columns of a table of seats: how many users each account has paid for, and when.
struct SeatColumns {
  IdColumn account;                      ///< n ids, texts or integers
  Column<std::int64_t> seats;            ///< paid for, 0 to 1,000,000,000
  Column<std::int32_t> valid_from = {};  ///< first day; null: from ever
  Column<std::int32_t> valid_to = {};    ///< first day after; null or fealty::open while it lasts
  Column<std::int32_t> start = {};       ///< first day of the account; by default its first valid_from
  OnError on_error = OnError::fail;      ///< what to do with a row that breaks a rule
};

/// A validated table of paid seats. Copies are cheap.
///
/// Seats hold from valid_from on, on each day before valid_to; without a column valid_to, until the account's
/// next day with a row. Rows of an account that hold on the same days add up, as subscriptions do (finding
/// overlap).
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or number, a number that is not
///                       between 0 and 1,000,000,000, a day before 1900 or after 9999, a valid_to before its
///                       valid_from
class Seats {
 public:
  explicit Seats(const SeatColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
  /// zero_length_period, overlap.
  const std::vector<Finding>& findings() const { return data_->findings; }

  const detail::SeatData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::SeatData> data_;
};

}  // namespace fealty::adoption

#include <fealty/adoption/detail/seat_rows.hpp>
