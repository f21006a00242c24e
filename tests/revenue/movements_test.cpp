// SPDX-License-Identifier: MIT
#include <fealty/revenue/movements.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/random_subscriptions.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::Counts;
using tables::date;
using tables::days;
using tables::moves;
using tables::Reals;
using tables::text;
using tables::Texts;

namespace {

/// The ledger of 2024 by month.
MrrLedger of_2024(const Subscriptions& table) { return mrr_ledger(table, {.as_of = date("2024-12-31")}); }

std::string moves_2024(const std::vector<tables::Row>& rows) {
  return moves(of_2024(tables::subscriptions(rows)));
}

/// One account's rows, priced per interval.
SubscriptionColumns priced(std::initializer_list<std::string_view> start,
                           std::initializer_list<std::string_view> end, Reals amount) {
  return {.account = Texts(start.size(), "a"),
          .start = days(start),
          .end = days(end),
          .amount = std::move(amount),
          .currency = "USD"};
}

/// Where sums of movements, and what they leave, are not the ledger's periods; empty when they are.
std::string sums_difference(const MrrLedger& ledger) {
  const Movements moved = ledger.movements();
  std::map<std::pair<std::int32_t, MovementKind>, std::pair<std::int64_t, std::int64_t>> sums;
  for (std::size_t i = 0; i < moved.kind.size(); ++i) {
    auto& sum = sums[{moved.period.days[i], moved.kind[i]}];
    sum.first += moved.amount.minor[i];
    sum.second += 1;
  }
  const LedgerPeriods& p = ledger.periods();
  std::int64_t closing = 0, accounts = 0;
  for (std::size_t i = 0; i < p.period.days.size(); ++i) {
    const std::int32_t period = p.period.days[i];
    const auto differs = [&](MovementKind kind, std::int64_t amount, std::int64_t count) {
      const auto sum = sums[{period, kind}];
      closing += kind == MovementKind::contraction || kind == MovementKind::churn ? -sum.first : sum.first;
      if (kind == MovementKind::new_business || kind == MovementKind::reactivation) accounts += sum.second;
      if (kind == MovementKind::churn) accounts -= sum.second;
      return kind == MovementKind::exchange ? sum.first != amount : sum != std::pair(amount, count);
    };
    const bool opens = p.opening.minor[i] == closing && p.opening_accounts[i] == accounts;
    if (!opens || differs(MovementKind::new_business, p.new_business.minor[i], p.new_business_accounts[i]) ||
        differs(MovementKind::reactivation, p.reactivation.minor[i], p.reactivation_accounts[i]) ||
        differs(MovementKind::expansion, p.expansion.minor[i], p.expansion_accounts[i]) ||
        differs(MovementKind::contraction, p.contraction.minor[i], p.contraction_accounts[i]) ||
        differs(MovementKind::churn, p.churn.minor[i], p.churn_accounts[i]) ||
        differs(MovementKind::exchange, p.exchange.minor[i], 0) || p.closing.minor[i] != closing ||
        p.closing_accounts[i] != accounts)
      return fmt::format("{} differs", to_string(Date{period}));
  }
  return {};
}

/// The rows, in dollars, or with every third account in euros and another in yen; some rows in the next.
Subscriptions in_currencies(const std::vector<naive::Row>& rows, bool several) {
  tables::Days start, end;
  Counts mrr;
  Texts code;
  for (const auto& row : rows) {
    start.push_back(row.start);
    end.push_back(row.end == naive::never ? open : row.end);
    mrr.push_back(row.mrr);
    const std::int64_t which = several ? (row.account + (row.start % 50 == 0 ? 1 : 0)) % 3 : 0;
    code.push_back(which == 0 ? "USD" : which == 1 ? "EUR" : "JPY");
  }
  return Subscriptions({.account = ledger_checks::ids(rows, ledger_checks::IdKind::integers),
                        .start = start,
                        .end = end,
                        .mrr_minor = mrr,
                        .currency_column = code});
}

ExchangeRates random_rates(naive::Random& random, std::int32_t from, std::int32_t to) {
  tables::Days date;
  Texts base;
  Reals rate;
  for (std::int32_t day = from; day <= to; day += static_cast<std::int32_t>(random.between(1, 9)))
    for (const bool yen : {false, true}) {
      date.push_back(day);
      base.push_back(yen ? "JPY" : "EUR");
      rate.push_back(static_cast<double>(random.between(900, 1300)) / (yen ? 150'000 : 1'000));
    }
  const Texts quote(rate.size(), "USD");
  return ExchangeRates({.date = date, .base = base, .quote = quote, .rate = rate, .max_age_days = 30});
}

}  // namespace

TEST_SUITE("revenue/movements") {
  TEST_CASE("the columns have their names, in order, and the kinds theirs") {
    Movements movements;
    std::string names;
    Movements::each_column(movements,
                           [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "account part period date kind amount ");
    CHECK(fmt::format("{}", fmt::join(enum_names(MovementKind{}), " ")) ==
          "new_business reactivation expansion contraction churn exchange");
  }

  TEST_CASE("come by period and then by account: texts by their bytes, integers by value") {
    CHECK(moves_2024({{"b", "2024-01-05", "open", 1},
                      {"a10", "2024-01-05", "open", 2},
                      {"a9", "2024-01-05", "2024-02-10", 3},
                      {"B", "2024-02-01", "open", 4}}) ==
          "2024-01-01 a10 new_business 2\n2024-01-01 a9 new_business 3\n2024-01-01 b new_business 1\n"
          "2024-02-01 B new_business 4\n2024-02-01 a9 churn 3");
    const Subscriptions numbers({.account = Counts{10, 9, -3},
                                 .start = days({"2024-01-05", "2024-01-05", "2024-01-05"}),
                                 .mrr_minor = Counts{1, 2, 3},
                                 .currency = "USD"});
    CHECK(moves(of_2024(numbers)) ==
          "2024-01-01 -3 new_business 3\n2024-01-01 9 new_business 2\n2024-01-01 10 new_business 1");
  }

  TEST_CASE("sum to the ledger's cells, in money and in accounts") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{
          .accounts = random.between(1, 70), .rows = 8, .highest = seed % 3 == 0 ? 5'000'000'000 : 9'000};
      const auto period = static_cast<Period>(seed % 5);
      const auto ledger =
          mrr_ledger(ledger_checks::subscriptions(naive::random_rows(random, shape)), {.period = period});
      const Movements moved = ledger.movements();
      bool sorted = true, positive = true;
      for (std::size_t i = 0; i < moved.kind.size(); ++i) {
        positive = positive && (moved.amount.minor[i] > 0 ||
                                (moved.amount.minor[i] == 0 && moved.kind[i] == MovementKind::churn));
        if (i > 0)
          sorted = sorted &&
                   std::tuple(moved.period.days[i - 1], ledger_checks::account_of(moved.account, i - 1)) <
                       std::tuple(moved.period.days[i], ledger_checks::account_of(moved.account, i));
      }
      CAPTURE(seed);
      CHECK(moved.amount.currency == ledger.currency());
      CHECK(moved.policy == ledger.policy());
      CHECK(sorted);
      CHECK(positive);
      CHECK(sums_difference(ledger) == "");
    }
  }

  TEST_CASE("sum to the ledger's cells under random policies, in one currency or a reporting one") {
    for (std::uint64_t seed = 1; seed <= 250; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, seed % 5 == 0 ? 3000 : 90),
                               .rows = static_cast<int>(random.between(1, 12)),
                               .longest = seed % 2 == 0 ? 200 : 20,
                               .highest = seed % 3 == 0   ? 5'000'000'000
                                          : seed % 3 == 1 ? 40
                                                          : 9'000,
                               .free = seed % 4 == 0 ? 10 : 0,
                               .overlapping = seed % 7 == 0 ? 80 : 20};
      const auto rows = naive::random_rows(random, shape);
      LedgerPolicy policy = random_subscriptions::policy(random);
      policy.grain = Grain::account;
      const bool several = random.chance(40);
      policy.exchange = static_cast<ExchangeRule>(random.between(0, 2));
      if (policy.exchange == ExchangeRule::fixed) policy.exchange_date = Date{shape.first_day};
      if (random.chance(30)) policy.netting = Netting::period;
      if (policy.netting == Netting::event) policy.snapshot = Snapshot::last_day;
      MrrLedgerOptions options{
          .as_of = Date{static_cast<std::int32_t>(shape.first_day + random.between(100, shape.days + 100))},
          .policy = {.ledger = policy},
          .threads = static_cast<std::int32_t>(random.between(1, 3))};
      if (several) {
        options.reporting_currency = "USD";
        options.exchange_rates = random_rates(random, shape.first_day - 1, shape.first_day + 700);
      }
      CAPTURE(seed);
      CHECK(sums_difference(mrr_ledger(in_currencies(rows, several), options)) == "");
    }
  }

  TEST_CASE("sum to the ledger's cells of rows with prices, refunds and what else a policy reads") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
      naive::Random random(seed);
      auto rows = random_subscriptions::rows(random, random.between(1, 40));
      const bool several = random.chance(50);
      for (auto& row : rows)
        if (several && (random.chance(15) || row.account.back() % 3 == 0)) row.currency = "EUR";
      LedgerPolicy policy = random_subscriptions::policy(random);
      const auto table = random_subscriptions::table(rows);
      if (revenue::detail::account_below_zero(*table.spans(policy)) || several)
        policy.refund = RefundRule::ignored;  // refunds that are more than the rest of their currency
      policy.exchange = static_cast<ExchangeRule>(random.between(0, 2));
      if (policy.exchange == ExchangeRule::fixed) policy.exchange_date = Date{19'100};
      MrrLedgerOptions options{.as_of = Date{static_cast<std::int32_t>(random.between(19'050, 19'700))},
                               .policy = {.ledger = policy},
                               .threads = static_cast<std::int32_t>(random.between(1, 3))};
      if (several) {
        options.reporting_currency = random.chance(70) ? "USD" : "EUR";
        options.exchange_rates = random_rates(random, 18'900, 20'000);
      }
      CAPTURE(seed);
      CHECK(sums_difference(mrr_ledger(table, options)) == "");
    }
  }

  TEST_CASE("an account is new once, and only what left can come back") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 70), .rows = 9};
      const auto moved =
          mrr_ledger(ledger_checks::subscriptions(naive::random_rows(random, shape))).movements();
      std::map<std::string, bool> customer;  // no entry: never was one
      bool lawful = true;
      for (std::size_t i = 0; i < moved.kind.size(); ++i) {
        const std::string account = moved.account.text(i);
        const auto found = customer.find(account);
        switch (moved.kind[i]) {
          case MovementKind::new_business:
            lawful = lawful && found == customer.end();
            break;
          case MovementKind::reactivation:
            lawful = lawful && found != customer.end() && !found->second;
            break;
          default:
            lawful = lawful && found != customer.end() && found->second;
        }
        customer[account] = moved.kind[i] != MovementKind::churn;
      }
      CAPTURE(seed);
      CHECK(lawful);
    }
  }

  // ---------------------------------------------------------------------------------------------------
  // The edge cases of the field, at the default conventions. Those that are missing here need what this
  // release does not read (refunds, payment status, exchange rates, merged accounts, time zones); 34 is
  // in retention/revenue_retention, 35 and 36 are in revenue/mrr_ledger.

  TEST_CASE("edge case 1: a second subscription of 60 is an expansion of 60") {
    CHECK(moves_2024({{"a", "2024-01-10", "open", 10000}, {"a", "2024-03-05", "open", 6000}}) ==
          "2024-01-01 a new_business 10000\n2024-03-01 a expansion 6000");
  }

  TEST_CASE("edge case 2: one of two subscriptions cancelled is a contraction, not churn") {
    CHECK(moves_2024({{"a", "2024-01-10", "open", 10000}, {"a", "2024-01-10", "2024-04-15", 6000}}) ==
          "2024-01-01 a new_business 16000\n2024-04-01 a contraction 6000");
  }

  TEST_CASE("edge case 3: both cancelled the same day are churn of the total") {
    CHECK(moves_2024({{"a", "2024-01-10", "2024-04-15", 10000}, {"a", "2024-01-10", "2024-04-15", 6000}}) ==
          "2024-01-01 a new_business 16000\n2024-04-01 a churn 16000");
  }

  TEST_CASE("edge case 4: a plan switch from 50 to 75 without a gap is an expansion of 25") {
    CHECK(moves_2024({{"a", "2024-01-10", "2024-03-15", 5000}, {"a", "2024-03-15", "open", 7500}}) ==
          "2024-01-01 a new_business 5000\n2024-03-01 a expansion 2500");
    // also when the switch is on the period's first or last day
    for (const auto* when : {"2024-03-01", "2024-03-31"})
      CHECK(moves_2024({{"a", "2024-01-10", when, 5000}, {"a", when, "open", 7500}}) ==
            "2024-01-01 a new_business 5000\n2024-03-01 a expansion 2500");
  }

  TEST_CASE("edge case 5: a plan switch with a 3-day gap is churn where the gap covers a period's end") {
    CHECK(moves_2024({{"a", "2024-01-10", "2024-03-30", 5000}, {"a", "2024-04-02", "open", 7500}}) ==
          "2024-01-01 a new_business 5000\n2024-03-01 a churn 5000\n2024-04-01 a reactivation 7500");
    CHECK(moves_2024({{"a", "2024-01-10", "2024-03-28", 5000}, {"a", "2024-03-31", "open", 7500}}) ==
          "2024-01-01 a new_business 5000\n2024-03-01 a expansion 2500");
  }

  TEST_CASE("edge case 6: back after 100 days is a reactivation") {
    CHECK(moves_2024({{"a", "2024-01-10", "2024-02-10", 5000}, {"a", "2024-05-20", "open", 5500}}) ==
          "2024-01-01 a new_business 5000\n2024-02-01 a churn 5000\n2024-05-01 a reactivation 5500");
    // however long it was away
    CHECK(moves(mrr_ledger(tables::subscriptions(
                               {{"a", "1990-01-10", "1990-02-10", 5000}, {"a", "2024-05-20", "open", 5500}}),
                           {.as_of = date("2024-12-31"), .period = Period::year})) ==
          "2024-01-01 a new_business 5500");
    CHECK(moves(mrr_ledger(tables::subscriptions(
                               {{"a", "1990-01-10", "1991-02-10", 5000}, {"a", "2024-05-20", "open", 5500}}),
                           {.as_of = date("2024-12-31"), .period = Period::year})) ==
          "1990-01-01 a new_business 5000\n1991-01-01 a churn 5000\n2024-01-01 a reactivation 5500");
  }

  TEST_CASE("edge case 7: a gap inside one calendar month is nothing, netted") {
    CHECK(moves_2024({{"a", "2024-01-10", "2024-02-05", 5000}, {"a", "2024-02-20", "open", 5000}}) ==
          "2024-01-01 a new_business 5000");
  }

  TEST_CASE("edge case 8: joins and cancels in one month is nothing, netted") {
    CHECK(moves_2024({{"a", "2024-02-01", "2024-02-29", 5000}}) == "");
    CHECK(moves_2024({{"a", "2024-02-01", "2024-03-01", 5000}}) ==
          "2024-02-01 a new_business 5000\n2024-03-01 a churn 5000");
  }

  TEST_CASE("edge case 9: cancelled in May and paid to December is churn in December") {
    SubscriptionColumns columns = priced({"2023-12-15"}, {"2024-12-15"}, {1200});
    columns.interval_unit = Texts{"year"};
    const auto ledger = of_2024(Subscriptions(columns));
    CHECK(moves(ledger) == "2023-12-01 a new_business 10000\n2024-12-01 a churn 10000");
    CHECK(ledger.periods().closing.minor[11] == 10000);  // November
  }

  TEST_CASE(
      "edge case 10: a period that covers no period's end has no rows, a finding, and the next start is "
      "new") {
    const auto ledger = of_2024(
        tables::subscriptions({{"a", "2024-02-05", "2024-02-20", 5000}, {"a", "2024-05-01", "open", 5000}}));
    CHECK(moves(ledger) == "2024-05-01 a new_business 5000");
    const auto finding = tables::find(ledger.findings(), "covers_no_period_end");
    REQUIRE(finding.has_value());
    CHECK(finding->rows == std::vector<std::int64_t>{0});
  }

  TEST_CASE("edge case 11: 2,000 a year is new business of 166.67") {
    SubscriptionColumns columns = priced({"2024-01-10"}, {"open"}, {2000});
    columns.interval_unit = Texts{"year"};
    CHECK(moves(of_2024(Subscriptions(columns))) == "2024-01-01 a new_business 16667");
  }

  TEST_CASE("edge case 12: 10 a week is 43.33") {
    SubscriptionColumns columns = priced({"2024-01-10"}, {"open"}, {10});
    columns.interval_unit = Texts{"week"};
    CHECK(moves(of_2024(Subscriptions(columns))) == "2024-01-01 a new_business 4333");
  }

  TEST_CASE("edge case 13: 2,400 prepaid for 24 months is new business of 100") {
    SubscriptionColumns columns = priced({"2024-01-10"}, {"open"}, {2400});
    columns.interval_count = Counts{24};
    CHECK(moves(of_2024(Subscriptions(columns))) == "2024-01-01 a new_business 10000");
  }

  TEST_CASE("edge case 14: a trial that converts is new at its conversion") {
    for (const double trial_price : {0.0, 50.0}) {
      SubscriptionColumns columns =
          priced({"2024-01-10", "2024-02-09"}, {"2024-02-09", "open"}, {trial_price, 50});
      columns.kind = Texts{"trial", "recurring"};
      CHECK(moves(of_2024(Subscriptions(columns))) == "2024-02-01 a new_business 5000");
      columns.kind = {};
      columns.trial = std::vector<std::uint8_t>{1, 0};
      CHECK(moves(of_2024(Subscriptions(columns))) == "2024-02-01 a new_business 5000");
    }
  }

  TEST_CASE("edge case 15: a trial that ends unconverted is nothing, also when its price says 50") {
    for (const double trial_price : {0.0, 50.0}) {
      SubscriptionColumns columns = priced({"2024-01-10"}, {"2024-03-09"}, {trial_price});
      columns.kind = Texts{"trial"};
      const auto ledger = of_2024(Subscriptions(columns));
      CHECK(moves(ledger) == "");
      for (const auto closing : ledger.periods().closing_accounts) CHECK(closing == 0);
    }
  }

  TEST_CASE("edge case 16: a 50% coupon for ever is a contraction of half") {
    SubscriptionColumns columns = priced({"2024-01-10", "2024-04-10"}, {"2024-04-10", "open"}, {100, 100});
    columns.discount = Reals{0, 50};
    CHECK(moves(of_2024(Subscriptions(columns))) ==
          "2024-01-01 a new_business 10000\n2024-04-01 a contraction 5000");
  }

  TEST_CASE("edge case 17: a 3-month coupon is a contraction, and an expansion when it ends") {
    SubscriptionColumns columns = priced({"2024-01-10", "2024-04-10"}, {"2024-04-10", "open"}, {100, 100});
    columns.discount = Reals{0, 20};
    columns.discount_end = days({"open", "2024-07-10"});
    CHECK(moves(of_2024(Subscriptions(columns))) ==
          "2024-01-01 a new_business 10000\n2024-04-01 a contraction 2000\n2024-07-01 a expansion 2000");
    // An end of the discount that as_of does not know yet is open.
    CHECK(moves(mrr_ledger(Subscriptions(columns), {.as_of = date("2024-07-09")})) ==
          "2024-01-01 a new_business 10000\n2024-04-01 a contraction 2000");
    // A coupon on a first row: new at the discounted price.
    SubscriptionColumns first = priced({"2024-01-10"}, {"2024-10-10"}, {100});
    first.discount = Reals{20};
    first.discount_end = days({"2024-04-10"});
    CHECK(moves(of_2024(Subscriptions(first))) ==
          "2024-01-01 a new_business 8000\n2024-04-01 a expansion 2000\n2024-10-01 a churn 10000");
  }

  TEST_CASE("edge case 18: 50 off a plan of 49 is 0, never negative") {
    SubscriptionColumns columns = priced({"2024-01-10", "2024-04-10"}, {"2024-04-10", "open"}, {49, 49});
    columns.discount = Reals{0, 50};
    const Subscriptions table(columns);
    const auto ledger = of_2024(table);
    CHECK(moves(ledger) == "2024-01-01 a new_business 4900\n2024-04-01 a contraction 4900");
    CHECK(ledger.periods().closing.minor.back() == 0);
    CHECK(ledger.periods().closing_accounts.back() == 1);
    CHECK(tables::codes(table.findings()) == "discount_floored");
  }

  TEST_CASE("edge case 19: 500 off a yearly plan is -41.67 a month") {
    SubscriptionColumns columns = priced({"2023-01-10", "2024-01-10"}, {"2024-01-10", "open"}, {1200, 1200});
    columns.interval_unit = Texts{"year", "year"};
    columns.discount = Reals{0, 500};
    CHECK(moves(of_2024(Subscriptions(columns))) ==
          "2023-01-01 a new_business 10000\n2024-01-01 a contraction 4167");
  }

  TEST_CASE("edge case 20: a 100% discount is a contraction to 0, still active") {
    SubscriptionColumns columns =
        priced({"2024-01-10", "2024-04-10"}, {"2024-04-10", "2024-08-10"}, {100, 100});
    columns.discount = Reals{0, 100};
    const auto ledger = of_2024(Subscriptions(columns));
    CHECK(moves(ledger) ==
          "2024-01-01 a new_business 10000\n2024-04-01 a contraction 10000\n2024-08-01 a churn 0");
    CHECK(text(ledger.periods().closing_accounts) == "1 1 1 1 1 1 1 0 0 0 0 0");
  }

  TEST_CASE("edge case 23: paused for 3 months, zero at the paid period's end: churn and reactivation") {
    CHECK(moves_2024({{"a", "2024-01-10", "2024-04-10", 5000}, {"a", "2024-07-10", "open", 5000}}) ==
          "2024-01-01 a new_business 5000\n2024-04-01 a churn 5000\n2024-07-01 a reactivation 5000");
  }

  TEST_CASE("edge case 24: metered 0, 80, 20 is excluded") {
    SubscriptionColumns columns = priced({"2024-01-10", "2024-01-10", "2024-02-10", "2024-03-10"},
                                         {"open", "2024-02-10", "2024-03-10", "open"}, {30, 0, 80, 20});
    columns.kind = Texts{"recurring", "metered", "metered", "metered"};
    CHECK(moves(of_2024(Subscriptions(columns))) == "2024-01-01 a new_business 3000");
  }

  TEST_CASE("edge case 25: one seat of 10 more in mid-month, 5 of it prorated, is an expansion of 10") {
    SubscriptionColumns columns =
        priced({"2024-01-01", "2024-03-16", "2024-03-16"}, {"2024-03-16", "open", "2024-04-01"}, {10, 10, 5});
    columns.quantity = Counts{3, 4, 1};
    columns.kind = Texts{"recurring", "recurring", "one_time"};
    CHECK(moves(of_2024(Subscriptions(columns))) ==
          "2024-01-01 a new_business 3000\n2024-03-01 a expansion 1000");
  }

  TEST_CASE("edge case 26: 20 seats to 16 at renewal is a contraction then") {
    SubscriptionColumns columns = priced({"2023-07-01", "2024-07-01"}, {"2024-07-01", "open"}, {120, 120});
    columns.interval_unit = Texts{"year", "year"};
    columns.quantity = Counts{20, 16};
    CHECK(moves(of_2024(Subscriptions(columns))) ==
          "2023-07-01 a new_business 20000\n2024-07-01 a contraction 4000");
  }

  TEST_CASE(
      "edge case 29: a billing system migrated, the same account under a new subscription, is nothing") {
    CHECK(moves_2024({{"a", "2024-01-10", "2024-05-10", 5000}, {"a", "2024-05-10", "open", 5000}}) ==
          "2024-01-01 a new_business 5000");
  }

  TEST_CASE("edge case 30: an open-ended period is active, never lost") {
    const auto table = tables::subscriptions({{"a", "2024-01-10", "open", 5000}});
    const auto ledger = mrr_ledger(table, {.as_of = date("2104-12-31")});
    CHECK(moves(ledger) == "2024-01-01 a new_business 5000");
    CHECK(ledger.periods().closing.minor.back() == 5000);
    // A null end is open too, and so is no end column.
    const Subscriptions null_end({.account = Texts{"a"},
                                  .start = days({"2024-01-10"}),
                                  .end = tables::with_nulls(days({"2024-02-10"}), {0}),
                                  .mrr_minor = Counts{5000},
                                  .currency = "USD"});
    CHECK(moves(of_2024(null_end)) == "2024-01-01 a new_business 5000");
    const Subscriptions no_end(
        {.account = Texts{"a"}, .start = days({"2024-01-10"}), .mrr_minor = Counts{5000}, .currency = "USD"});
    CHECK(moves(of_2024(no_end)) == "2024-01-01 a new_business 5000");
  }

  TEST_CASE("edge case 31: a scheduled cancellation leaves MRR as it is") {
    const auto ledger = of_2024(tables::subscriptions({{"a", "2024-01-10", "2025-01-10", 5000}}));
    CHECK(moves(ledger) == "2024-01-01 a new_business 5000");
    CHECK(ledger.periods().closing.minor.back() == 5000);
  }

  TEST_CASE("edge case 32: when the price changes, history keeps the old one") {
    const auto ledger = of_2024(tables::subscriptions(
        {{"a", "2024-01-10", "2024-05-10", 10000}, {"a", "2024-05-10", "open", 12000}}));
    CHECK(text(ledger.periods().closing.minor) ==
          "10000 10000 10000 10000 12000 12000 12000 12000 12000 12000 12000 12000");
  }
}
