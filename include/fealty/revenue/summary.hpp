// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>
#include <fealty/revenue/detail/period_names.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fealty::revenue {

/// The columns of a summary that somebody else made: a billing system's export, a finance sheet. One row for
/// each period, or for each period and account; any of the cells, each in major or in minor units.
struct SummaryColumns {
  IdColumn period = {};                          ///< n names such as 2024-12, 2024-Q4 or FY2024, or days, or
  Column<std::int32_t> date = {};                ///< n days since 1970-01-01, each one of its period
  IdColumn account = {};                         ///< n ids, texts or integers; absent when rows are totals
  AmountColumn opening = {};                     ///< MRR at the end of the period before
  Column<std::int64_t> opening_minor = {};       ///< the same in minor units
  AmountColumn new_business = {};                ///< MRR of accounts that never had any
  Column<std::int64_t> new_business_minor = {};  ///< the same in minor units
  AmountColumn reactivation = {};                ///< MRR of accounts that once had some
  Column<std::int64_t> reactivation_minor = {};  ///< the same in minor units
  AmountColumn expansion = {};                   ///< increases
  Column<std::int64_t> expansion_minor = {};     ///< the same in minor units
  AmountColumn contraction = {};                 ///< decreases, of either sign
  Column<std::int64_t> contraction_minor = {};   ///< the same in minor units
  AmountColumn churn = {};                       ///< MRR of accounts that left, of either sign
  Column<std::int64_t> churn_minor = {};         ///< the same in minor units
  AmountColumn exchange = {};                    ///< what rates of exchange did, of either sign
  Column<std::int64_t> exchange_minor = {};      ///< the same in minor units
  AmountColumn closing = {};                     ///< MRR at the period's end
  Column<std::int64_t> closing_minor = {};       ///< the same in minor units
  Column<std::int64_t> opening_accounts =
      {};  ///< customers at the end of the period before; counts are of totals alone
  Column<std::int64_t> new_business_accounts = {};  ///< customers for the first time
  Column<std::int64_t> reactivation_accounts = {};  ///< customers again
  Column<std::int64_t> expansion_accounts = {};     ///< customers that pay more
  Column<std::int64_t> contraction_accounts = {};   ///< customers that pay less
  Column<std::int64_t> churn_accounts = {};         ///< customers no longer
  Column<std::int64_t> closing_accounts = {};       ///< customers at the period's end
  std::string currency = {};                        ///< ISO 4217 code of every row, or
  IdColumn currency_column = {};                    ///< the code of each row
  OnError on_error = OnError::fail;                 ///< what to do with a row that breaks a rule
};

namespace detail {
/// The accepted rows of a summary, column by column.
struct SummaryData {
  IdColumn period;                // of the caller's rows; absent when they have dates
  Column<std::int32_t> date;      // of the caller's rows
  std::vector<PeriodName> names;  // of each code of `period`
  std::vector<std::int64_t> row;  // of the caller's table, ascending
  IdColumn account;               // of the caller's rows; absent when they are totals
  std::vector<std::uint16_t> currency;
  std::vector<Currency> currencies;
  std::array<std::vector<std::int64_t>, cell_count> money, accounts;  // contraction and churn are losses, > 0
  std::array<bool, cell_count> has_money{}, has_accounts{};

  PeriodName name(std::size_t caller_row) const {
    if (!period.present()) return {.day = Date{date[caller_row]}};
    return names[period.codes()[caller_row]];
  }
  std::string period_text(std::size_t caller_row) const {
    return period.present() ? "\"" + period.text(caller_row) + "\"" : to_string(Date{date[caller_row]});
  }
  std::string period_field() const {
    const std::string& given = period.present() ? period.name() : date.name();
    return !given.empty() ? given : period.present() ? "period" : "date";
  }
};
std::shared_ptr<const SummaryData> read_summary(const SummaryColumns& columns,
                                                std::vector<Finding>& findings);
}  // namespace detail

/// A validated summary, for reconcile(). Its numbers may be wrong, so nothing is asked of them but that they
/// are numbers.
///
/// Many exports write contraction and churn with a minus sign. A column that has more amounts below 0 than
/// above is read with its signs reversed, which the finding signs_reversed says.
///
/// \throws InvalidInput  on a missing column, unequal lengths, no cell at all, a null or an amount that is
///                       not finite, a negative count, a text that is no period, an unknown currency
/// \throws Overflow      when an amount leaves 64 bits
class Summary {
 public:
  explicit Summary(const SummaryColumns& columns) : data_(detail::read_summary(columns, findings_)) {}

  /// Rows that were accepted.
  std::size_t size() const { return data_->row.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const detail::SummaryData& data() const { return *data_; }

 private:
  std::vector<Finding> findings_;
  std::shared_ptr<const detail::SummaryData> data_;
};

}  // namespace fealty::revenue

#include <fealty/revenue/detail/read_summary.hpp>
