// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/subscription_columns.hpp>

#include <cstddef>
#include <string>

namespace fealty::revenue::detail {

/// Refuses columns that contradict each other.
inline void check_subscription_pairs(const std::string& who, const SubscriptionColumns& c) {
  const auto refuse = [&](const char* what, const char* rule) {
    throw InvalidInput({.who = who, .what = what, .where = {}, .value = "", .rule = rule});
  };
  const int prices = int{c.mrr.present()} + int{c.mrr_minor.present()} + int{c.amount.present()} +
                     int{c.amount_minor.present()};
  if (prices != 1)
    throw InvalidInput({.who = who,
                        .what = "mrr, mrr_minor, amount, amount_minor",
                        .where = {},
                        .value = fmt::format("{} columns", prices),
                        .rule = "were given; exactly one of the four says what is paid"});
  const bool monthly = c.mrr.present() || c.mrr_minor.present();
  if (monthly && c.interval_unit.present())
    refuse("interval_unit", "belongs to amount; mrr is monthly already");
  if (monthly && c.interval_count.present())
    refuse("interval_count", "belongs to amount; mrr is monthly already");
  if (monthly && c.quantity.present()) refuse("quantity", "belongs to amount; mrr is the whole row's");
  if (monthly && c.discount.present()) refuse("discount", "belongs to amount; mrr is net of discounts");
  if (c.discount_end.present() && !c.discount.present()) refuse("discount_end", "stands without a discount");
  if (c.item.present() && !c.subscription.present()) refuse("item", "stands without a subscription");
  if (c.kind.present() && c.trial.present()) refuse("trial", "stands beside kind; give one of the two");
}

/// Refuses a table that lacks a column or has columns of different lengths.
inline void check_subscription_shape(const std::string& who, const SubscriptionColumns& c) {
  const std::size_t rows = c.account.size();
  require_column(who, "account", c.account, rows);
  require_column(who, "start", c.start, rows);
  check_subscription_pairs(who, c);
  check_length(who, "end", c.end, rows);
  check_length(who, "mrr", c.mrr, rows);
  check_length(who, "mrr_minor", c.mrr_minor, rows);
  check_length(who, "amount", c.amount, rows);
  check_length(who, "amount_minor", c.amount_minor, rows);
  check_length(who, "interval_unit", c.interval_unit, rows);
  check_length(who, "interval_count", c.interval_count, rows);
  check_length(who, "quantity", c.quantity, rows);
  check_length(who, "discount", c.discount, rows);
  check_length(who, "discount_end", c.discount_end, rows);
  check_length(who, "kind", c.kind, rows);
  check_length(who, "trial", c.trial, rows);
  check_length(who, "status", c.status, rows);
  check_length(who, "subscription", c.subscription, rows);
  check_length(who, "item", c.item, rows);
  check_length(who, "cancel_requested", c.cancel_requested, rows);
  check_length(who, "paid_through", c.paid_through, rows);
  check_length(who, "signed_on", c.signed_on, rows);
  check_length(who, "currency_column", c.currency_column, rows);
}

}  // namespace fealty::revenue::detail
