// SPDX-License-Identifier: MIT
// The edge cases of the field, by number, each with every outcome that a convention can give it. Number 34
// is a rate and stands in retention/edge_cases.
#include "revenue/tables.hpp"

#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/subscriptions.hpp>
#include <fealty/revenue/unit_economics.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::Counts;
using tables::date;
using tables::days;
using tables::ids_with_nulls;
using tables::moves;
using tables::Reals;
using tables::Row;
using tables::text;
using tables::Texts;

namespace {

/// The columns of rows, for more to be added.
SubscriptionColumns columns(const std::vector<Row>& rows) {
  Texts account;
  tables::Days start, end;
  Counts mrr;
  for (const auto& row : rows) {
    account.push_back(row.account);
    start.push_back(tables::day(row.start));
    end.push_back(tables::day(row.end));
    mrr.push_back(row.mrr_minor);
  }
  return {.account = account,
          .start = std::move(start),
          .end = std::move(end),
          .mrr_minor = std::move(mrr),
          .currency = "USD"};
}
/// The same, with the amounts as prices per interval.
SubscriptionColumns prices(const std::vector<Row>& rows) {
  SubscriptionColumns out = columns(rows);
  out.amount_minor = std::move(out.mrr_minor);
  out.mrr_minor = {};
  return out;
}

MrrLedger ledger_of(const SubscriptionColumns& rows, std::string_view as_of,
                    const LedgerPolicy& policy = {}) {
  return mrr_ledger(Subscriptions(rows), {.as_of = date(as_of), .policy = {.ledger = policy}});
}
/// What moved, under a policy.
std::string moved(const SubscriptionColumns& rows, std::string_view as_of, const LedgerPolicy& policy = {}) {
  return moves(ledger_of(rows, as_of, policy));
}

}  // namespace

TEST_SUITE("revenue/edge_cases") {
  TEST_CASE("1: a second subscription of 60 is an expansion; new business by subscription") {
    auto rows = columns({{"a", "2024-01-10", "open", 5000}, {"a", "2024-02-10", "open", 6000}});
    rows.subscription = Texts{"s1", "s2"};
    CHECK(moved(rows, "2024-02-29") == "2024-01-01 a new_business 5000\n2024-02-01 a expansion 6000");
    CHECK(moved(rows, "2024-02-29", {.grain = Grain::subscription}) ==
          "2024-01-01 a new_business 5000\n2024-02-01 a new_business 6000");
  }

  TEST_CASE("2: one of two subscriptions cancelled is a contraction; churn by subscription") {
    auto rows = columns({{"a", "2024-01-10", "open", 5000}, {"a", "2024-01-10", "2024-03-10", 6000}});
    rows.subscription = Texts{"s1", "s2"};
    CHECK(moved(rows, "2024-03-31") == "2024-01-01 a new_business 11000\n2024-03-01 a contraction 6000");
    CHECK(moved(rows, "2024-03-31", {.grain = Grain::subscription}) ==
          "2024-01-01 a new_business 5000\n2024-01-01 a new_business 6000\n2024-03-01 a churn 6000");
  }

  TEST_CASE("3: both cancelled the same day are churn of the total; contraction, then churn, by event") {
    const auto rows =
        columns({{"a", "2024-01-10", "2024-03-10", 6000}, {"a", "2024-01-12", "2024-03-10", 5000}});
    CHECK(moved(rows, "2024-03-31") == "2024-01-01 a new_business 11000\n2024-03-01 a churn 11000");
    CHECK(moved(rows, "2024-03-31", {.netting = Netting::event}) ==
          "2024-01-01 a new_business 6000\n2024-01-01 a expansion 5000\n"
          "2024-03-01 a contraction 5000\n2024-03-01 a churn 6000");
  }

  TEST_CASE("4: a plan switch from 50 to 75 without a gap is an expansion of 25") {
    const auto rows = columns({{"a", "2024-01-10", "2024-03-10", 5000}, {"a", "2024-03-10", "open", 7500}});
    for (const auto netting : {Netting::period, Netting::event})
      CHECK(moved(rows, "2024-03-31", {.netting = netting}) ==
            "2024-01-01 a new_business 5000\n2024-03-01 a expansion 2500");
  }

  TEST_CASE("5: a plan switch with a 3-day gap is churn and reactivation, unless gaps of 3 days are none") {
    const auto rows = columns({{"a", "2023-12-10", "2024-01-30", 5000}, {"a", "2024-02-02", "open", 7500}});
    const std::string apart =
        "2023-12-01 a new_business 5000\n2024-01-01 a churn 5000\n2024-02-01 a reactivation 7500";
    const std::string one = "2023-12-01 a new_business 5000\n2024-02-01 a expansion 2500";
    for (const auto netting : {Netting::period, Netting::event}) {
      CHECK(moved(rows, "2024-02-29", {.netting = netting}) == apart);
      CHECK(moved(rows, "2024-02-29", {.netting = netting, .gap_days = 2}) == apart);
      CHECK(moved(rows, "2024-02-29", {.netting = netting, .gap_days = 3}) == one);
    }
    // A return that is not yet known closes no gap.
    CHECK(moved(rows, "2024-02-01", {.gap_days = 3}) ==
          "2023-12-01 a new_business 5000\n2024-01-01 a churn 5000");
  }

  TEST_CASE("6: back after 100 days is a reactivation; new business under a rule of 90 days") {
    const auto rows = columns({{"a", "2024-01-10", "2024-03-01", 5000}, {"a", "2024-06-09", "open", 6000}});
    const std::string before = "2024-01-01 a new_business 5000\n2024-03-01 a churn 5000\n2024-06-01 a ";
    for (const auto netting : {Netting::period, Netting::event}) {
      CHECK(moved(rows, "2024-06-30", {.netting = netting}) == before + "reactivation 6000");
      CHECK(moved(rows, "2024-06-30", {.netting = netting, .reactivation_days = 100}) ==
            before + "reactivation 6000");
      CHECK(moved(rows, "2024-06-30", {.netting = netting, .reactivation_days = 99}) ==
            before + "new_business 6000");
      CHECK(moved(rows, "2024-06-30", {.netting = netting, .reactivation_days = 90}) ==
            before + "new_business 6000");
    }
  }

  TEST_CASE("7: a gap inside one month is nothing, netted; churn and reactivation by event") {
    const auto rows = columns({{"a", "2024-01-10", "2024-02-10", 5000}, {"a", "2024-02-20", "open", 5000}});
    CHECK(moved(rows, "2024-02-29") == "2024-01-01 a new_business 5000");
    CHECK(moved(rows, "2024-02-29", {.netting = Netting::event}) ==
          "2024-01-01 a new_business 5000\n2024-02-01 a churn 5000\n2024-02-01 a reactivation 5000");
  }

  TEST_CASE("8: joins and cancels in one month: nothing, netted or ignored; new and churn by event") {
    const auto rows = columns({{"a", "2024-02-05", "2024-02-20", 5000}});
    CHECK(moved(rows, "2024-02-29").empty());
    CHECK(moved(rows, "2024-02-29", {.netting = Netting::event}) ==
          "2024-02-01 a new_business 5000\n2024-02-01 a churn 5000");
    CHECK(moved(rows, "2024-02-29", {.netting = Netting::event, .join_and_leave = JoinAndLeave::ignored})
              .empty());
  }

  TEST_CASE("8: one that is ignored has never been a customer") {
    const auto rows = columns({{"a", "2024-02-05", "2024-02-20", 5000}, {"a", "2024-04-05", "open", 6000}});
    CHECK(moved(rows, "2024-04-30", {.netting = Netting::event, .join_and_leave = JoinAndLeave::ignored}) ==
          "2024-04-01 a new_business 6000");
  }

  TEST_CASE("9: cancelled in June, served to August, paid to December: churn in any of them") {
    auto rows = columns({{"a", "2024-01-10", "2024-08-01", 5000}});
    rows.cancel_requested = days({"2024-06-15"});
    rows.paid_through = days({"2024-12-15"});
    const std::string start = "2024-01-01 a new_business 5000\n";
    CHECK(moved(rows, "2024-12-31") == start + "2024-12-01 a churn 5000");
    CHECK(moved(rows, "2024-12-31", {.churn_date = ChurnDate::service_end}) ==
          start + "2024-08-01 a churn 5000");
    CHECK(moved(rows, "2024-12-31", {.churn_date = ChurnDate::cancel_request}) ==
          start + "2024-06-01 a churn 5000");
  }

  TEST_CASE("9: cancelled without an end: it ends where what was paid for does") {
    auto rows = columns({{"a", "2024-01-10", "open", 5000}});
    rows.cancel_requested = days({"2024-06-15"});
    rows.paid_through = days({"2024-12-15"});
    const std::string start = "2024-01-01 a new_business 5000\n";
    CHECK(moved(rows, "2024-12-31") == start + "2024-12-01 a churn 5000");
    CHECK(moved(rows, "2024-12-31", {.churn_date = ChurnDate::service_end}) ==
          start + "2024-12-01 a churn 5000");
    CHECK(moved(rows, "2024-12-31", {.churn_date = ChurnDate::cancel_request}) ==
          start + "2024-06-01 a churn 5000");
  }

  TEST_CASE("10: a row that covers no period's end is none, a finding, and the next start is new") {
    const auto rows = columns({{"a", "2024-01-05", "2024-01-20", 5000}, {"a", "2024-03-05", "open", 6000}});
    const auto ledger = ledger_of(rows, "2024-03-31");
    CHECK(moves(ledger) == "2024-03-01 a new_business 6000");
    CHECK(tables::codes(ledger.findings()) == "covers_no_period_end");
    CHECK(moved(rows, "2024-03-31", {.netting = Netting::event}) ==
          "2024-01-01 a new_business 5000\n2024-01-01 a churn 5000\n2024-03-01 a reactivation 6000");
  }

  TEST_CASE("11: 2,000 a year is new business of 166.67") {
    auto rows = prices({{"a", "2024-01-10", "open", 200000}});
    rows.interval_unit = Texts{"year"};
    CHECK(moved(rows, "2024-01-31") == "2024-01-01 a new_business 16667");
  }

  TEST_CASE("12: 10 a week is 43.33, 43.30, 40 or nothing") {
    auto rows = prices({{"a", "2024-01-10", "open", 1000}});
    rows.interval_unit = Texts{"week"};
    const std::string is = "2024-01-01 a new_business ";
    CHECK(moved(rows, "2024-01-31") == is + "4333");
    CHECK(moved(rows, "2024-01-31", {.week_factor = WeekFactor::times_4_33}) == is + "4330");
    CHECK(moved(rows, "2024-01-31", {.week_factor = WeekFactor::times_4}) == is + "4000");
    CHECK(moved(rows, "2024-01-31", {.week_factor = WeekFactor::zero}).empty());
  }

  TEST_CASE("12: 10 a day is 304.17, 300 or nothing") {
    auto rows = prices({{"a", "2024-01-10", "open", 1000}});
    rows.interval_unit = Texts{"day"};
    CHECK(moved(rows, "2024-01-31") == "2024-01-01 a new_business 30417");
    CHECK(moved(rows, "2024-01-31", {.day_factor = DayFactor::times_30}) ==
          "2024-01-01 a new_business 30000");
    CHECK(moved(rows, "2024-01-31", {.day_factor = DayFactor::zero}).empty());
  }

  TEST_CASE("13: 2,400 prepaid for 24 months is new business of 100") {
    auto rows = prices({{"a", "2024-01-10", "2026-01-10", 240000}});
    rows.interval_unit = Texts{"month"};
    rows.interval_count = Counts{24};
    CHECK(moved(rows, "2024-01-31") == "2024-01-01 a new_business 10000");
  }

  TEST_CASE("14: a trial that converts is new at its conversion") {
    auto rows = columns({{"a", "2024-01-10", "2024-02-10", 5000}, {"a", "2024-02-10", "open", 5000}});
    rows.kind = Texts{"trial", "recurring"};
    CHECK(moved(rows, "2024-02-29") == "2024-02-01 a new_business 5000");
    rows.kind = {};
    rows.status = Texts{"trialing", "active"};
    CHECK(moved(rows, "2024-02-29") == "2024-02-01 a new_business 5000");
  }

  TEST_CASE("15: a trial that ends unconverted is nothing, also when its price says 50") {
    for (const std::int64_t price : {0, 5000}) {
      auto rows = columns({{"a", "2024-01-10", "2024-03-10", price}});
      rows.kind = Texts{"trial"};
      CHECK(moved(rows, "2024-03-31").empty());
      CHECK(moved(rows, "2024-03-31", {.netting = Netting::event}).empty());
    }
  }

  TEST_CASE("16: a 50% coupon for ever is a contraction of half, where discounts count") {
    auto rows = prices({{"a", "2024-01-10", "2024-02-10", 10000}, {"a", "2024-02-10", "open", 10000}});
    rows.discount = Reals{0, 50};
    const std::string half = "2024-01-01 a new_business 10000\n2024-02-01 a contraction 5000";
    CHECK(moved(rows, "2024-02-29") == half);
    CHECK(moved(rows, "2024-02-29", {.discount = DiscountRule::recurring}) == half);
    CHECK(moved(rows, "2024-02-29", {.discount = DiscountRule::none}) == "2024-01-01 a new_business 10000");
  }

  TEST_CASE("17: a 3-month coupon is a contraction, then an expansion; or nothing") {
    auto rows = prices({{"a", "2024-01-10", "2024-02-10", 10000}, {"a", "2024-02-10", "2025-02-10", 10000}});
    rows.discount = Reals{0, 30};
    rows.discount_end = days({"open", "2024-05-10"});
    CHECK(moved(rows, "2024-06-30") ==
          "2024-01-01 a new_business 10000\n2024-02-01 a contraction 3000\n2024-05-01 a expansion 3000");
    for (const auto rule : {DiscountRule::recurring, DiscountRule::none})
      CHECK(moved(rows, "2024-06-30", {.discount = rule}) == "2024-01-01 a new_business 10000");
  }

  TEST_CASE("18: 50 off a plan of 49 is 0, never negative") {
    auto rows = prices({{"a", "2024-01-10", "2024-02-10", 4900}, {"a", "2024-02-10", "open", 4900}});
    rows.discount = Reals{0, 50};
    const auto ledger = ledger_of(rows, "2024-02-29");
    CHECK(moves(ledger) == "2024-01-01 a new_business 4900\n2024-02-01 a contraction 4900");
    CHECK(text(ledger.periods().closing.minor) == "4900 0");
  }

  TEST_CASE("19: 500 off a yearly plan of 2,000 is 41.67 a month less") {
    auto rows = prices({{"a", "2024-01-10", "2025-01-10", 200000}, {"a", "2025-01-10", "open", 200000}});
    rows.interval_unit = Texts{"year", "year"};
    rows.discount = Reals{0, 500};
    CHECK(moved(rows, "2025-01-31") == "2024-01-01 a new_business 16667\n2025-01-01 a contraction 4167");
  }

  TEST_CASE("20: a 100% discount is a contraction to 0, still active; or churn") {
    auto rows = prices({{"a", "2024-01-10", "2024-02-10", 5000}, {"a", "2024-02-10", "open", 5000}});
    rows.discount = Reals{0, 50};
    const auto active = ledger_of(rows, "2024-02-29");
    CHECK(moves(active) == "2024-01-01 a new_business 5000\n2024-02-01 a contraction 5000");
    CHECK(text(active.periods().closing_accounts) == "1 1");
    const auto churned = ledger_of(rows, "2024-02-29", {.free = FreeRule::churned});
    CHECK(moves(churned) == "2024-01-01 a new_business 5000\n2024-02-01 a churn 5000");
    CHECK(text(churned.periods().closing_accounts) == "1 0");
  }

  TEST_CASE("20: a customer at 0 that leaves is churn of 0; a free row alone makes no customer") {
    const auto rows = columns({{"a", "2024-01-10", "2024-02-10", 5000},
                               {"a", "2024-02-10", "2024-03-10", 0},
                               {"b", "2024-01-10", "open", 0}});
    for (const auto netting : {Netting::period, Netting::event})
      CHECK(moved(rows, "2024-03-31", {.netting = netting}) ==
            "2024-01-01 a new_business 5000\n2024-02-01 a contraction 5000\n2024-03-01 a churn 0");
  }

  TEST_CASE("21: one month refunded is nothing, or a negative line") {
    auto rows = columns({{"a", "2024-01-10", "open", 5000}, {"a", "2024-02-10", "2024-03-10", 2000}});
    rows.kind = Texts{"recurring", "refund"};
    CHECK(moved(rows, "2024-03-31") == "2024-01-01 a new_business 5000");
    CHECK(moved(rows, "2024-03-31", {.refund = RefundRule::negative_line}) ==
          "2024-01-01 a new_business 5000\n2024-02-01 a contraction 2000\n2024-03-01 a expansion 2000");
  }

  TEST_CASE("21: a refund of more than there is to refund is an error") {
    auto rows = columns({{"a", "2024-01-10", "open", 5000}, {"a", "2024-02-10", "2024-03-10", 5001}});
    rows.kind = Texts{"recurring", "refund"};
    CHECK(moved(rows, "2024-03-31") == "2024-01-01 a new_business 5000");
    CHECK_THROWS_AS(moved(rows, "2024-03-31", {.refund = RefundRule::negative_line}), InvalidInput);
  }

  TEST_CASE("22: past due, then recovered, is nothing; or churn after 30 days, and reactivation") {
    auto rows = columns({{"a", "2024-01-10", "2024-02-10", 5000},
                         {"a", "2024-02-10", "2024-04-25", 5000},
                         {"a", "2024-04-25", "open", 5000}});
    rows.status = Texts{"active", "past_due", "active"};
    const std::string start = "2024-01-01 a new_business 5000";
    const std::string away = start + "\n2024-03-01 a churn 5000\n2024-04-01 a reactivation 5000";
    CHECK(moved(rows, "2024-04-30") == away);
    CHECK(moved(rows, "2024-04-30", {.past_due_days = std::nullopt}) == start);
    CHECK(moved(rows, "2024-04-30", {.past_due_days = 75}) == start);  // 2024-04-25
    CHECK(moved(rows, "2024-04-30", {.netting = Netting::event, .past_due_days = 74}) ==
          start + "\n2024-04-01 a churn 5000\n2024-04-01 a reactivation 5000");
    rows.status = Texts{"active", "unpaid", "active"};
    CHECK(moved(rows, "2024-04-30") == away);
    CHECK(moved(rows, "2024-04-30", {.unpaid = UnpaidRule::churned}) ==
          start + "\n2024-02-01 a churn 5000\n2024-04-01 a reactivation 5000");
  }

  TEST_CASE("22: past due counts its days from the end of what is paid") {
    auto rows = columns({{"a", "2024-01-10", "open", 5000}});
    rows.status = Texts{"past_due"};
    rows.paid_through = days({"2024-03-15"});
    CHECK(moved(rows, "2024-05-31", {.past_due_days = 20}) ==  // 2024-04-04
          "2024-01-01 a new_business 5000\n2024-04-01 a churn 5000");
  }

  TEST_CASE("23: paused for 3 months is held; or churn, at once or when the paid period ends") {
    auto rows = columns({{"a", "2024-01-10", "2024-02-10", 5000},
                         {"a", "2024-02-10", "2024-05-10", 5000},
                         {"a", "2024-05-10", "open", 5000}});
    rows.status = Texts{"active", "paused", "active"};
    rows.paid_through = tables::with_nulls(days({"2024-02-10", "2024-03-20", "2024-06-10"}), {0, 2});
    const std::string start = "2024-01-01 a new_business 5000";
    CHECK(moved(rows, "2024-05-31", {.paused = PausedRule::hold}) == start);
    CHECK(moved(rows, "2024-05-31", {.paused = PausedRule::zero_now}) ==
          start + "\n2024-02-01 a churn 5000\n2024-05-01 a reactivation 5000");
    CHECK(moved(rows, "2024-05-31") == start + "\n2024-03-01 a churn 5000\n2024-05-01 a reactivation 5000");
    rows.paid_through = {};
    CHECK(moved(rows, "2024-05-31") == start + "\n2024-02-01 a churn 5000\n2024-05-01 a reactivation 5000");
  }

  TEST_CASE("24: metered 0, 80, 20 is excluded, or moves monthly, with the others or alone") {
    auto rows = columns({{"a", "2024-01-01", "2024-02-01", 0},
                         {"a", "2024-02-01", "2024-03-01", 8000},
                         {"a", "2024-03-01", "open", 2000},
                         {"b", "2024-01-01", "open", 5000}});
    rows.kind = Texts{"metered", "metered", "metered", "recurring"};
    const std::string metered = "2024-02-01 a new_business 8000\n2024-03-01 a contraction 6000";
    CHECK(moved(rows, "2024-03-31") == "2024-01-01 b new_business 5000");
    CHECK(moved(rows, "2024-03-31", {.metered = MeteredRule::included}) ==
          "2024-01-01 b new_business 5000\n" + metered);
    CHECK(moved(rows, "2024-03-31", {.metered = MeteredRule::separate}) == metered);
  }

  TEST_CASE("25: one seat of 10 more in mid-month, 5 of it prorated, is an expansion of 10") {
    auto rows = prices({{"a", "2024-01-10", "2024-03-16", 1000},
                        {"a", "2024-03-16", "open", 1000},
                        {"a", "2024-03-16", "2024-04-01", 500}});
    rows.quantity = Counts{4, 5, 1};
    rows.kind = Texts{"recurring", "recurring", "one_time"};
    CHECK(moved(rows, "2024-03-31") == "2024-01-01 a new_business 4000\n2024-03-01 a expansion 1000");
  }

  TEST_CASE("26: 20 seats to 16 at renewal is a contraction then") {
    auto rows = prices({{"a", "2024-01-15", "2025-01-15", 12000}, {"a", "2025-01-15", "2026-01-15", 12000}});
    rows.interval_unit = Texts{"year", "year"};
    rows.quantity = Counts{20, 16};
    CHECK(moved(rows, "2025-01-31") == "2024-01-01 a new_business 20000\n2025-01-01 a contraction 4000");
  }

  TEST_CASE("27: a flat price in euros while the rate moves is an exchange row alone") {
    auto rows = columns({{"a", "2024-01-10", "open", 10000}});
    rows.currency = "EUR";
    const Texts base(4, "EUR"), quote(4, "USD");
    const auto when = days({"2024-01-10", "2024-01-31", "2024-02-29", "2024-03-31"});
    const Reals rate{1.0, 1.25, 1.5, 1.375};
    const auto with = [&](const LedgerPolicy& policy) {
      return mrr_ledger(
          Subscriptions(rows),
          {.as_of = date("2024-03-31"),
           .policy = {.ledger = policy},
           .reporting_currency = "USD",
           .exchange_rates = ExchangeRates({.date = when, .base = base, .quote = quote, .rate = rate})});
    };
    const auto row = [](const MrrLedger& ledger) {
      const auto& p = ledger.periods();
      for (const auto* moved : {&p.reactivation, &p.expansion, &p.contraction, &p.churn})
        CHECK(text(moved->minor) == "0 0 0");
      return text(p.new_business.minor) + " | " + text(p.exchange.minor) + " | " + text(p.closing.minor);
    };
    CHECK(row(with({})) == "12500 0 0 | 0 2500 -1250 | 12500 15000 13750");
    CHECK(row(with({.exchange = ExchangeRule::service_start})) == "10000 0 0 | 0 0 0 | 10000 10000 10000");
    CHECK(row(with({.exchange = ExchangeRule::fixed, .exchange_date = date("2024-02-29")})) ==
          "15000 0 0 | 0 0 0 | 15000 15000 15000");
  }

  TEST_CASE("28: two accounts merged are recomputed as one, or stay apart") {
    const auto rows = columns({{"a", "2024-01-10", "2024-03-10", 5000}, {"b", "2024-03-10", "open", 6000}});
    const Accounts accounts({.account = Texts{"a", "b"}, .merged_into = ids_with_nulls({"b", ""})});
    CHECK(moves(mrr_ledger(Subscriptions(rows), {.as_of = date("2024-03-31"), .accounts = accounts})) ==
          "2024-01-01 b new_business 5000\n2024-03-01 b expansion 1000");
    CHECK(moves(mrr_ledger(Subscriptions(rows), {.as_of = date("2024-03-31"),
                                                 .policy = {.ledger = {.merged = MergedRule::separate}},
                                                 .accounts = accounts})) ==
          "2024-01-01 a new_business 5000\n2024-03-01 a churn 5000\n2024-03-01 b new_business 6000");
  }

  TEST_CASE("29: a billing system migrated, the same account under a new subscription, is nothing") {
    auto rows = columns({{"a", "2024-01-10", "2024-03-10", 5000}, {"a", "2024-03-10", "open", 5000}});
    rows.subscription = Texts{"old-1", "new-1"};
    for (const auto netting : {Netting::period, Netting::event})
      CHECK(moved(rows, "2024-03-31", {.netting = netting}) == "2024-01-01 a new_business 5000");
  }

  TEST_CASE("30: an open-ended period is active, never lost") {
    const auto ledger = ledger_of(columns({{"a", "2024-01-10", "open", 5000}}), "2044-12-31");
    CHECK(moves(ledger) == "2024-01-01 a new_business 5000");
    CHECK(ledger.periods().closing.minor.size() == 21 * 12);
    CHECK(ledger.periods().closing.minor.back() == 5000);
    CHECK(ledger.periods().closing_accounts.back() == 1);
  }

  TEST_CASE("31: a cancellation that is scheduled leaves MRR as it is, and lowers CMRR") {
    auto rows = columns({{"a", "2024-01-10", "2024-06-10", 5000}, {"b", "2024-01-10", "open", 2000}});
    rows.cancel_requested = tables::with_nulls(days({"2024-03-15", "2024-03-15"}), {1});
    const auto ledger = ledger_of(rows, "2024-03-31");
    CHECK(moves(ledger) == "2024-01-01 a new_business 5000\n2024-01-01 b new_business 2000");
    const auto economics = unit_economics(ledger);
    CHECK(economics.mrr.minor.back() == 7000);
    CHECK(economics.cmrr.minor.back() == 2000);
  }

  TEST_CASE("32: when the price changes, history keeps the old one") {
    const auto ledger = ledger_of(
        columns({{"a", "2024-01-10", "2024-03-01", 5000}, {"a", "2024-03-01", "open", 7000}}), "2024-03-31");
    CHECK(text(ledger.periods().closing.minor) == "5000 5000 7000");
  }

  TEST_CASE("33: 31 January 23:00 at UTC-8 is January there, February in UTC") {
    SubscriptionColumns rows{.account = Texts{"a"},
                             .start = DayColumn::of_instants(
                                 std::vector<std::int64_t>{1'706'770'800'000'000}),  // 2024-02-01 07:00 UTC
                             .mrr_minor = Counts{5000},
                             .currency = "USD"};
    for (const char* zone : {"UTC-8", "America/Los_Angeles"})
      CHECK(moved(rows, "2024-02-29", {.time_zone = zone}) == "2024-01-01 a new_business 5000");
    CHECK(moved(rows, "2024-02-29") == "2024-02-01 a new_business 5000");
  }

  TEST_CASE("35: an amount near the limit of 64 bits is an overflow that names the account") {
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    auto rows = prices({{"small", "2024-01-10", "open", 1}, {"acme", "2024-01-10", "open", most}});
    CHECK(ledger_of(columns({{"acme", "2024-01-10", "open", most}}), "2024-01-31").periods().closing.minor ==
          Counts{most});
    rows.quantity = Counts{1, 2};
    std::string message;
    try {
      ledger_of(rows, "2024-01-31");
    } catch (const Overflow& error) {
      message = error.what();
    }
    CHECK(message.find("acme") != std::string::npos);
  }

  TEST_CASE("36: yen have no minor unit, dinars three digits") {
    const auto closing = [](double mrr, const char* currency) {
      const Subscriptions rows(
          {.account = Texts{"a"}, .start = days({"2024-01-10"}), .mrr = Reals{mrr}, .currency = currency});
      return mrr_ledger(rows, {.as_of = date("2024-01-31")}).periods().closing.minor.back();
    };
    CHECK(closing(1000, "JPY") == 1000);
    CHECK(closing(1.234, "KWD") == 1234);
    CHECK(closing(1.5, "USD") == 150);
  }
}
