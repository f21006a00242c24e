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

/// The columns of a costs table: what selling and serving cost, by period. At most one of each pair of
/// `sales_and_marketing` and `cost_of_goods_sold` is given, and at least one of the four.
struct CostColumns {
  Column<std::int32_t> period;            ///< n days since 1970-01-01: the period's first, or any in it
  AmountColumn sales_and_marketing = {};  ///< cost of winning customers, in major units, >= 0
  Column<std::int64_t> sales_and_marketing_minor = {};  ///< the same in minor units, >= 0
  AmountColumn cost_of_goods_sold = {};                 ///< cost of serving customers, in major units, >= 0
  Column<std::int64_t> cost_of_goods_sold_minor = {};   ///< the same in minor units, >= 0
  std::string currency = {};                            ///< ISO 4217 code of every row, or
  IdColumn currency_column = {};                        ///< the code of each row; all have to be the same
  OnError on_error = OnError::fail;                     ///< what to do with a row that breaks a rule
};

namespace detail {
/// What calculators read, by day.
struct CostRows {
  std::vector<std::int32_t> day;
  std::vector<std::int64_t> sales_and_marketing;  // minor units; empty when not given
  std::vector<std::int64_t> cost_of_goods_sold;   // minor units; empty when not given
  Currency currency;
};
}  // namespace detail

/// A validated table of costs.
///
/// A row belongs to whatever period holds its day: months add up to quarters. Rows of one day add up
/// (finding duplicate_period).
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null day or amount, a day before 1900 or
///                       after 9999, an amount that is negative or not finite, an unknown currency, several
///                       currencies
/// \throws Overflow      when an amount, or the sum of a column, leaves 64 bits
class Costs {
 public:
  explicit Costs(const CostColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->day.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }
  /// The currency of every amount.
  Currency currency() const { return data_->currency; }

  const detail::CostRows& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::CostRows> data_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::revenue

#include <fealty/revenue/detail/cost_rows.hpp>
