// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fealty::revenue {

/// The columns of a contracts table: one row for each term [start, end) that an account has signed.
/// Exactly one of `total` and `total_minor` is given, and at most one of `one_time` and `one_time_minor`.
struct ContractColumns {
  IdColumn account;                          ///< n ids, texts or integers
  Column<std::int32_t> signed_on;            ///< n days since 1970-01-01: known from this day on
  Column<std::int32_t> start;                ///< the first day of the term
  Column<std::int32_t> end;                  ///< the first day after it
  AmountColumn total = {};                   ///< recurring, over the whole term, in major units, >= 0
  Column<std::int64_t> total_minor = {};     ///< the same in minor units, >= 0
  AmountColumn one_time = {};                ///< once, beside the total, in major units, >= 0; null: nothing
  Column<std::int64_t> one_time_minor = {};  ///< the same in minor units, >= 0; null: nothing
  IdColumn contract = {};                    ///< the contract's own id
  std::string currency = {};                 ///< ISO 4217 code of every row, or
  IdColumn currency_column = {};             ///< the code of each row
  OnError on_error = OnError::fail;          ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked contract, in minor units.
struct ContractRow {
  std::uint32_t account;
  std::uint32_t contract;  // no_id where it has none
  std::uint16_t currency;
  std::int32_t signed_on, start, end;
  std::int64_t total, one_time;
  std::int64_t row;  // of the caller's table
};

/// What calculators read.
struct ContractRows {
  std::shared_ptr<const Ids> accounts;
  std::shared_ptr<const Ids> contracts;  // ids of contracts
  std::vector<Currency> currencies;
  std::vector<ContractRow> rows;  // by account id, then start, end and all the rest
};
}  // namespace detail

/// A validated table of contracts.
///
/// The recurring part and the one-time part stand apart: `total` is what the term costs without
/// `one_time`, and both together are the total contract value.
///
/// A renewal is a row of its own, whether or not it keeps the contract's id.
///
/// Findings: signed_after_start, duplicate_contract (a row that repeats another in every column: both
/// count), more_digits_than_currency.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, date or total, an end that
///                       is not after its start, a day before 1900 or after 9999, an amount that is
///                       negative or not finite, an unknown currency
/// \throws Overflow      when a contract's amounts, or what they are in a year, leave 64 bits
class Contracts {
 public:
  explicit Contracts(const ContractColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const detail::ContractRows& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::ContractRows> data_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::revenue

#include <fealty/revenue/detail/contract_rows.hpp>
