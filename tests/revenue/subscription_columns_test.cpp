// SPDX-License-Identifier: MIT
#include <fealty/revenue/subscription_columns.hpp>

#include "revenue/tables.hpp"

#include <fealty/revenue/subscriptions.hpp>

#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::Counts;
using tables::days;
using tables::good;
using tables::priced;
using tables::Reals;
using tables::Texts;

namespace {

template <class Edit>
void refuses(SubscriptionColumns columns, Edit edit, const char* message) {
  edit(columns);
  CHECK_THROWS_WITH_AS(Subscriptions{columns}, message, InvalidInput);
  CHECK_THROWS_WITH_AS(audit(columns), message, InvalidInput);  // about the table, not about a row
  columns.on_error = OnError::drop;
  CHECK_THROWS_WITH_AS(Subscriptions{columns}, message, InvalidInput);
}

}  // namespace

TEST_SUITE("revenue/subscription_columns") {
  TEST_CASE("refuses columns that are missing, in each other's way, or of another length") {
    const char* amounts_0 =
        "Subscriptions: mrr, mrr_minor, amount, amount_minor = 0 columns were given; exactly one of the four "
        "says what is paid";
    const char* amounts_2 =
        "Subscriptions: mrr, mrr_minor, amount, amount_minor = 2 columns were given; exactly one of the four "
        "says what is paid";
    refuses(
        good(), [](auto& c) { c.account = {}; },
        "Subscriptions: account is missing; the table needs this column");
    refuses(
        good(), [](auto& c) { c.start = {}; },
        "Subscriptions: start is missing; the table needs this column");
    refuses(
        good(), [](auto& c) { c.mrr = {}; }, amounts_0);
    refuses(
        good(),
        [](auto& c) {
          c.mrr_minor = Counts{1, 2, 3};
        },
        amounts_2);
    refuses(
        priced(),
        [](auto& c) {
          c.amount_minor = Counts{1, 2, 3};
        },
        amounts_2);
    refuses(
        good(), [](auto& c) { c.currency = ""; },
        "Subscriptions: currency is missing: give a currency or a currency_column");
    refuses(
        good(),
        [](auto& c) {
          c.currency_column = Texts{"USD", "USD", "USD"};
        },
        "Subscriptions: currency = \"USD\" stands beside a currency_column: give one of the two");
    refuses(
        good(), [](auto& c) { c.currency = "usd"; },
        "Subscriptions: currency = \"usd\" is not a currency of ISO 4217");
    refuses(
        good(),
        [](auto& c) {
          c.kind = Texts{"trial", "trial", "trial"};
          c.trial = std::vector<std::uint8_t>{1, 1, 1};
        },
        "Subscriptions: trial stands beside kind; give one of the two");
    refuses(
        good(),
        [](auto& c) {
          c.interval_unit = Texts{"year", "year", "year"};
        },
        "Subscriptions: interval_unit belongs to amount; mrr is monthly already");
    refuses(
        good(),
        [](auto& c) {
          c.interval_count = Counts{1, 2, 3};
        },
        "Subscriptions: interval_count belongs to amount; mrr is monthly already");
    refuses(
        good(),
        [](auto& c) {
          c.quantity = Counts{1, 2, 3};
        },
        "Subscriptions: quantity belongs to amount; mrr is the whole row's");
    refuses(
        good(),
        [](auto& c) {
          c.discount = Reals{1, 2, 3};
        },
        "Subscriptions: discount belongs to amount; mrr is net of discounts");
    refuses(
        priced(),
        [](auto& c) {
          c.discount_end = days({"open", "open", "open"});
        },
        "Subscriptions: discount_end stands without a discount");
    refuses(
        good(), [](auto& c) { c.start = days({"2024-01-01"}); },
        "Subscriptions: start = 1 rows does not match the 3 rows of account");
    refuses(
        good(), [](auto& c) { c.end = days({"open"}); },
        "Subscriptions: end = 1 rows does not match the 3 rows of account");
    refuses(
        good(), [](auto& c) { c.mrr = AmountColumn(Reals{1}).named("mrr_amount"); },
        "Subscriptions: mrr_amount = 1 rows does not match the 3 rows of account");
    refuses(
        priced(),
        [](auto& c) {
          c.quantity = Counts{1, 2, 3, 4};
        },
        "Subscriptions: quantity = 4 rows does not match the 3 rows of account");
    refuses(
        good(), [](auto& c) { c.kind = Texts{"trial"}; },
        "Subscriptions: kind = 1 rows does not match the 3 rows of account");
  }
}
