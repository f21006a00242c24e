// SPDX-License-Identifier: MIT
// Public figures, by number; those of rates stand in retention/oracles.
#include "revenue/tables.hpp"

#include <fealty/core/date.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/contract_value.hpp>
#include <fealty/revenue/monthly_amount.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/subscriptions.hpp>
#include <fealty/revenue/unit_economics.hpp>

#include <cmath>
#include <cstdint>
#include <string>
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

/// `minor` US cents per year, per month, in units of 10^-decimals dollars.
std::int64_t yearly(std::int64_t minor, std::int32_t decimals) {
  return monthly_amount({minor, currency("USD")},
                        {.interval_unit = IntervalUnit::year, .decimals = decimals});
}

}  // namespace

TEST_SUITE("revenue/oracles") {
  TEST_CASE("oracle 3 (ChartMogul, the life of a customer): new, up, down, gone and back") {
    const Subscriptions rows({.account = Texts(3, "c"),
                              .start = days({"2024-01-15", "2024-03-01", "2025-03-01"}),
                              .end = days({"2025-01-15", "2024-06-01", "open"}),
                              .amount = Reals{2000, 60, 150},
                              .interval_unit = Texts{"year", "month", "month"},
                              .subscription = Texts{"gold", "silver", "gold"},
                              .currency = "USD"});
    for (const auto netting : {Netting::period, Netting::event})
      CHECK(moves(mrr_ledger(rows,
                             {.as_of = date("2025-03-31"), .policy = {.ledger = {.netting = netting}}})) ==
            "2024-01-01 c new_business 16667\n"
            "2024-03-01 c expansion 6000\n"
            "2024-06-01 c contraction 6000\n"
            "2025-01-01 c churn 16667\n"
            "2025-03-01 c reactivation 15000");
  }

  TEST_CASE("oracle 5 (Kill Bill, 4 decimals): yearly prices per month") {
    CHECK(yearly(1829, 4) == 15242);
    CHECK(yearly(1995, 4) == 16625);
    CHECK(yearly(59995, 4) == 499958);
    CHECK(yearly(549900, 4) == 4582500);
  }

  TEST_CASE("oracle 5 (Kill Bill): what has no billing period is 0") {
    const Subscriptions rows({.account = Texts{"a", "b"},
                              .start = days({"2024-01-01", "2024-01-01"}),
                              .amount = Reals{10, 5499},
                              .kind = Texts{"recurring", "one_time"},
                              .currency = "USD"});
    CHECK(mrr_ledger(rows, {.as_of = date("2024-01-31")}).periods().closing.minor == Counts{1000});
  }

  TEST_CASE("oracle 6 (Lago, euro cents): four months add up") {
    const auto ledger =
        mrr_ledger(tables::subscriptions({{"all", "2024-01-05", "2024-01-20", 25016546},
                                          {"all", "2024-01-20", "2024-02-05", 23701746},
                                          {"all", "2024-02-05", "2024-02-20", 23701746 + 6171791},
                                          {"all", "2024-02-20", "2024-03-05", 23457216},
                                          {"all", "2024-03-05", "2024-03-20", 23457216 + 4334134},
                                          {"all", "2024-03-20", "2024-04-05", 24821948},
                                          {"all", "2024-04-05", "2024-04-20", 24821948 + 1306340},
                                          {"all", "2024-04-20", "open", 25828288}},
                                         "EUR"),
                   {.as_of = date("2024-04-30"), .policy = {.ledger = {.netting = Netting::event}}});
    const LedgerPeriods& periods = ledger.periods();
    CHECK(text(periods.opening.minor) == "0 23701746 23457216 24821948");
    CHECK(text(periods.new_business.minor) == "25016546 0 0 0");
    CHECK(text(periods.expansion.minor) == "0 6171791 4334134 1306340");
    CHECK(text(periods.contraction.minor) == "1314800 6416321 2969402 300000");
    CHECK(text(periods.closing.minor) == "23701746 23457216 24821948 25828288");
  }

  TEST_CASE("oracle 7 (Stripe): 1,200 a year is 100") { CHECK(yearly(120000, 2) == 10000); }

  TEST_CASE("oracle 7 (ProfitWell): 120 a year less 10% is 9") {
    const Subscriptions rows({.account = Texts{"a"},
                              .start = days({"2024-01-01"}),
                              .amount = Reals{120},
                              .interval_unit = Texts{"year"},
                              .discount = Reals{12},
                              .currency = "USD"});
    CHECK(mrr_ledger(rows, {.as_of = date("2024-01-31")}).periods().closing.minor == Counts{900});
  }

  TEST_CASE("oracle 9: 2.0M + 100k + 80k - 30k - 10k = 2.14M, quick ratio 4.5, ARPA 10,700") {
    std::vector<tables::Row> rows;
    constexpr std::int64_t thousand = 100000;
    const auto add = [&](int n, const char* start, const char* end, std::int64_t mrr) {
      rows.push_back({"a" + std::to_string(n), start, end, mrr * thousand});
    };
    for (int n = 0; n < 200; ++n) add(n, "2024-01-01", n < 7 ? "2024-02-10" : "open", 10);
    for (int n = 1; n < 7; ++n) add(n, "2024-02-10", "open", 5);     // 6 of them lose 5 each, 0 leaves
    for (int n = 10; n < 18; ++n) add(n, "2024-02-10", "open", 10);  // 8 gain 10 each
    add(200, "2024-02-10", "open", 100);
    const auto ledger = mrr_ledger(tables::subscriptions(rows), {.as_of = date("2024-02-29")});
    const LedgerPeriods& periods = ledger.periods();
    CHECK(periods.opening.minor[1] == 2000 * thousand);
    CHECK(periods.new_business.minor[1] == 100 * thousand);
    CHECK(periods.expansion.minor[1] == 80 * thousand);
    CHECK(periods.contraction.minor[1] == 30 * thousand);
    CHECK(periods.churn.minor[1] == 10 * thousand);
    CHECK(periods.closing.minor[1] == 2140 * thousand);
    CHECK(periods.closing_accounts[1] == 200);
    const auto economics = unit_economics(ledger);
    CHECK(economics.quick_ratio.back() == 4.5);
    CHECK(std::abs(economics.arpa.back() - 10700) < 1e-9);
  }

  TEST_CASE("oracle 10 (Zuora): 5 at 7 from 2018-08-18 to 2019-01-01: MRR 35, TCV 155.81") {
    const Subscriptions rows({.account = Texts{"a"},
                              .start = days({"2018-08-18"}),
                              .end = days({"2019-01-01"}),
                              .amount = Reals{7},
                              .quantity = Counts{5},
                              .currency = "USD"});
    CHECK(mrr_ledger(rows, {.as_of = date("2018-08-31")}).periods().closing.minor == Counts{3500});
    CHECK(total_contract_value({3500, currency("USD")},
                               {.start = date("2018-08-18"), .end = date("2019-01-01")}) == 15581);
  }

  TEST_CASE("oracle 11 (GitLab's handbook): 2020-01-01 to 2020-01-12 is 11 days, the same day 0") {
    CHECK(date("2020-01-12").days - date("2020-01-01").days == 11);
    CHECK(date("2020-01-01").days - date("2020-01-01").days == 0);
  }
}
