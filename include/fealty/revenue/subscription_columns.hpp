// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/day_column.hpp>
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
  metered,    ///< no MRR, unless the policy says otherwise
  one_time,   ///< no MRR
  refund      ///< no MRR; by policy a negative line
};
constexpr auto enum_names(SubscriptionKind) {
  return std::array<std::string_view, 5>{"recurring", "trial", "metered", "one_time", "refund"};
}

/// How a subscription stands while a row lasts: rows of one subscription follow one another when it changes.
enum class SubscriptionStatus {
  active,    ///< counts; also the meaning of no status, and of one that has ended
  trialing,  ///< a trial: no MRR
  past_due,  ///< a payment is late
  unpaid,    ///< a payment was given up
  paused     ///< the customer, or the seller, has paused it
};
constexpr auto enum_names(SubscriptionStatus) {
  return std::array<std::string_view, 5>{"active", "trialing", "past_due", "unpaid", "paused"};
}

/// The columns of a subscriptions table: one row for each period [start, end) in which an account pays
/// one price. Exactly one of `mrr`, `mrr_minor`, `amount` and `amount_minor` is given.
struct SubscriptionColumns {
  IdColumn account;                          ///< n ids, texts or integers
  DayColumn start;                           ///< n days since 1970-01-01, or instants: the first day
  DayColumn end = {};                        ///< the first day after; null or fealty::open while it lasts
  AmountColumn mrr = {};                     ///< monthly amount in major units, >= 0
  Column<std::int64_t> mrr_minor = {};       ///< monthly amount in minor units, >= 0
  AmountColumn amount = {};                  ///< price of one unit per interval, in major units, >= 0
  Column<std::int64_t> amount_minor = {};    ///< price of one unit per interval, in minor units, >= 0
  IdColumn interval_unit = {};               ///< day, week, month, quarter or year; month by default
  Column<std::int64_t> interval_count = {};  ///< intervals that the amount pays for, >= 1; 1 by default
  Column<std::int64_t> quantity = {};        ///< units, >= 0; 1 by default
  AmountColumn discount = {};                ///< off amount x quantity, per interval, in major units, >= 0
  Column<std::int32_t> discount_end = {};    ///< first day without the discount; null or absent: it lasts
  IdColumn kind = {};               ///< recurring, trial, metered, one_time or refund; recurring by default
  Column<std::uint8_t> trial = {};  ///< 1 for a trial; instead of `kind`
  IdColumn status = {};             ///< active, trialing, past_due, unpaid or paused; active by default
  IdColumn subscription = {};       ///< whose row it is: needed for the grain of subscriptions and of items
  IdColumn item = {};               ///< its item: needed for the grain of items
  Column<std::int32_t> cancel_requested = {};  ///< the day the customer asked to cancel; null where none did
  Column<std::int32_t> paid_through = {};      ///< the first day that is not paid for; null where unknown
  Column<std::int32_t> signed_on = {};         ///< the day it was signed; null where unknown
  std::string currency = {};                   ///< ISO 4217 code of every row, or
  IdColumn currency_column = {};               ///< the code of each row
  OnError on_error = OnError::fail;            ///< what to do with a row that breaks a rule
};

}  // namespace fealty::revenue
