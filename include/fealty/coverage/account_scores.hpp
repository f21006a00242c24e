// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fealty::coverage {

/// The columns of a table of what tells an account's tier: one row for each account, or, with `date`, for
/// each account and snapshot. Exactly one of `acv` and `acv_minor` is given.
struct ScoreColumns {
  IdColumn account;                     ///< n ids, texts or integers
  Column<std::int32_t> date = {};       ///< n days since 1970-01-01 of snapshots
  AmountColumn acv = {};                ///< annual contract value in major units, >= 0
  Column<std::int64_t> acv_minor = {};  ///< the same in minor units, >= 0
  Column<double> potential = {};        ///< factor >= 0: what it may come to / what it is; 1: no whitespace
  Column<double> complexity = {};       ///< factor >= 0: work against the usual; 1: usual
  IdColumn tier = {};         ///< the tier it has before this row; null: that of the row before, or none
  std::string currency = {};  ///< ISO 4217 code of every row
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked row.
struct ScoreRow {
  std::uint32_t account;
  std::int32_t date;  // 0 without a column
  std::int64_t acv;
  double score;
  std::uint32_t tier;  // no_id where none is told
  std::int64_t row;
};
/// What calculators read.
struct ScoreRows {
  std::shared_ptr<const Ids> accounts, tiers;
  Currency currency;
  bool dated = false;
  std::vector<ScoreRow> rows;  // by account id, then date
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of scores: annual contract value x potential x complexity. Copies are cheap.
///
/// A factor whose column is left out is 1, and the score an amount of `currency` a year.
///
/// Findings: more_digits_than_currency.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, date, acv or factor, a day
/// before
///                       1900 or after 9999, an amount or factor that is negative or not finite, two rows of
///                       an account and day, an unknown currency
/// \throws Overflow      when an amount leaves 64 bits
class AccountScores {
 public:
  explicit AccountScores(const ScoreColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return data_->findings; }

  const detail::ScoreRows& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::ScoreRows> data_;
};

}  // namespace fealty::coverage

#include <fealty/coverage/detail/score_rows.hpp>
