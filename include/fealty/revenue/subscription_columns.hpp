// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

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
  OnError on_error = OnError::fail;          ///< what to do with a row that breaks a rule
};

}  // namespace fealty::revenue
