// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// What a subscription row is paid for.
enum class SubscriptionKind {
  recurring,  ///< counts as MRR
  trial,      ///< no MRR before its conversion, whatever its price says
  metered,    ///< no MRR
  one_time    ///< no MRR
};
constexpr auto enum_names(SubscriptionKind) {
  return std::array<std::string_view, 4>{"recurring", "trial", "metered", "one_time"};
}

/// The columns of a subscriptions table: one row for each period [start, end) in which an account pays
/// one price. Exactly one of `mrr`, `mrr_minor`, `amount` and `amount_minor` is given.
struct SubscriptionColumns {
  IdColumn account;                          ///< n ids, texts or integers
  Column<std::int32_t> start;                ///< n days since 1970-01-01: the first day
  Column<std::int32_t> end = {};             ///< the first day after; null or fealty::open while it lasts
  AmountColumn mrr = {};                     ///< monthly amount in major units, >= 0
  Column<std::int64_t> mrr_minor = {};       ///< monthly amount in minor units, >= 0
  AmountColumn amount = {};                  ///< price of one unit per interval, in major units, >= 0
  Column<std::int64_t> amount_minor = {};    ///< price of one unit per interval, in minor units, >= 0
  IdColumn interval_unit = {};               ///< day, week, month, quarter or year; month by default
  Column<std::int64_t> interval_count = {};  ///< intervals that the amount pays for, >= 1; 1 by default
  Column<std::int64_t> quantity = {};        ///< units, >= 0; 1 by default
  AmountColumn discount = {};                ///< off amount x quantity, per interval, in major units, >= 0
  Column<std::int32_t> discount_end = {};    ///< first day without the discount; null or absent: it lasts
  IdColumn kind = {};                        ///< recurring, trial, metered or one_time; recurring by default
  Column<std::uint8_t> trial = {};           ///< 1 for a trial; instead of `kind`
  std::string currency = {};                 ///< ISO 4217 code of every row, or
  IdColumn currency_column = {};             ///< the code of each row
  OnError on_error = OnError::fail;         ///< what to do with a row that breaks a rule
};

/// A validated subscriptions table.
///
/// Each row's monthly amount, (amount x quantity - discount) brought to one month, is rounded once,
/// half-even, to the currency's minor unit. The table keeps its own copy of what it needs.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, start or amount, an end
///                       before its start, a day before 1900 or after 9999, an amount that is negative
///                       or not finite, an unknown currency, kind or interval
/// \throws Overflow      when a monthly amount leaves 64 bits
class Subscriptions {
 public:
  explicit Subscriptions(const SubscriptionColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return size_; }

  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  ///
  /// Codes of single rows: zero_length_period, more_digits_than_currency, discount_floored. Codes that
  /// compare rows: duplicate_row, overlap, gap, ends_on_last_day.
  ///
  /// \returns  one finding for each code that occurs
  std::vector<Finding> findings() const;

  const std::shared_ptr<const detail::MrrSpans>& spans() const { return spans_; }

 private:
  std::size_t size_ = 0;
  std::shared_ptr<const detail::MrrSpans> spans_;
  std::vector<Finding> row_findings_;
};

/// Lists everything that is wrong or odd about the rows of a subscriptions table, and throws for none.
///
/// \param columns  as for Subscriptions; `on_error` is not looked at
/// \returns        the errors first, then the findings
/// \throws InvalidInput  on a missing column or unequal lengths
std::vector<Finding> audit(const SubscriptionColumns& columns);

}  // namespace fealty::revenue

#include <fealty/revenue/detail/subscription_rows.hpp>
