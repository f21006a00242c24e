// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace fealty::health {

/// The columns of a table of snapshots: what was known of each account on each of some days.
struct SnapshotColumns {
  IdColumn account;               ///< n ids, texts or integers
  Column<std::int32_t> as_of;     ///< days since 1970-01-01: the day on which the row was known
  Frame attributes = {};          ///< n rows: the score, its band, features, and baselines, by their names
  Column<std::int32_t> due = {};  ///< day of the next renewal; null where none is agreed
  Column<std::int32_t> known_on = {};   ///< latest date of anything that the row was made of
  Column<std::uint8_t> treated = {};    ///< 1 where somebody acted on the score afterwards
  AmountColumn mrr = {};                ///< what the account pays a month, in major units, >= 0
  Column<std::int64_t> mrr_minor = {};  ///< the same in minor units, >= 0
  std::string currency = {};            ///< ISO 4217 code of every amount
  OnError on_error = OnError::fail;     ///< what to do with a row that breaks a rule
};

namespace detail {
/// A day that is not told.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// A checked row.
struct SnapshotRow {
  std::uint32_t account;
  std::int32_t as_of;
  std::int32_t due, known_on;  // no_day where there is none
  std::uint8_t treated;
  std::int64_t mrr;
  std::int64_t row;  // of the caller's table
};
struct SnapshotData {
  std::shared_ptr<const Ids> accounts;
  std::vector<SnapshotRow> rows;  // by account id and as_of
  Frame attributes;               // in the same order
  bool has_due = false, has_known_on = false, has_treated = false, has_mrr = false;
  Currency currency;
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of snapshots: what scores and features were, before it was known what would happen.
/// Copies are cheap.
///
/// Findings: more_digits_than_currency.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or as_of, a day before 1900 or
///                       after 9999, two rows of an account and day, a flag that is not 0 or 1, an amount
///                       that is null, negative or not finite, an unknown currency
/// \throws Overflow      when an amount leaves 64 bits
class Snapshots {
 public:
  explicit Snapshots(const SnapshotColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return data_->findings; }

  const detail::SnapshotData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::SnapshotData> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/snapshot_rows.hpp>
