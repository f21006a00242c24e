// SPDX-License-Identifier: MIT
// Public figures of rates, by number; those of ledgers stand in revenue/oracles.
#include "revenue/tables.hpp"

#include <fealty/retention/churn_rate.hpp>
#include <fealty/retention/revenue_retention.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;
using revenue::mrr_ledger;
using tables::date;

TEST_SUITE("retention/oracles") {
  TEST_CASE("oracle 1 (Fighting Churn with Data 2.1, 2.2, 2.4): five accounts, 2020-03-01 to 2020-04-01") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a1", "2020-01-05", "2020-03-15", 10000},
                                                          {"a2", "2020-01-05", "open", 10000},
                                                          {"a2", "2020-03-10", "open", 4000},
                                                          {"a3", "2020-01-05", "2020-03-20", 10000},
                                                          {"a3", "2020-03-20", "open", 6000},
                                                          {"a4", "2020-03-05", "open", 50000},
                                                          {"a5", "2020-01-05", "2020-03-10", 8000},
                                                          {"a5", "2020-03-25", "open", 8000}}),
                                   {.as_of = date("2020-03-31")});
    const auto retained = revenue_retention(ledger, {.window = 1});
    CHECK(retained.base.minor.back() == 38000);
    CHECK(retained.retained.minor.back() == 28000);
    CHECK(std::abs(retained.nrr.back() - 0.7368421) < 5e-8);
    const auto churned = churn_rate(ledger);
    CHECK(std::abs(churned.gross_mrr_churn.back() - 0.3684211) < 5e-8);
    CHECK(churned.logo_churn.back() == 0.25);
  }

  TEST_CASE("oracle 2 (Fighting Churn with Data 2.5): 10 of 100 lost in 92 days") {
    CHECK(std::abs(annualize(0.1, {.days = 92}) - 0.341641980894416) < 1e-15);
    CHECK(std::abs(annualize(0.1, {.days = 92, .target_days = 365.0 / 12}) - 0.03423415065805824) < 1e-16);
  }

  TEST_CASE("oracle 4 (ChartMogul): of 100, churn 10, contraction 10, expansion 10: 20% gross, 10% net") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"stays", "2024-01-01", "open", 5000},
                                                          {"grows", "2024-01-01", "open", 2000},
                                                          {"grows", "2024-02-10", "open", 1000},
                                                          {"shrinks", "2024-01-01", "2024-02-10", 2000},
                                                          {"shrinks", "2024-02-10", "open", 1000},
                                                          {"leaves", "2024-01-01", "2024-02-10", 1000}}),
                                   {.as_of = date("2024-02-29")});
    const auto out = churn_rate(ledger);
    CHECK(out.opening.minor.back() == 10000);
    CHECK(std::abs(out.gross_mrr_churn.back() - 0.2) < 1e-15);
    CHECK(std::abs(out.net_mrr_churn.back() - 0.1) < 1e-15);
  }

  TEST_CASE("oracle 8: 10.0M, contraction 0.6M, churn 0.9M, expansion 1.8M: GRR 85%, NRR 103%") {
    constexpr std::int64_t million = 100'000'000;
    const auto ledger =
        mrr_ledger(tables::subscriptions({{"stays", "2024-01-01", "open", 51 * million / 10},
                                          {"grows", "2024-01-01", "2024-02-10", 2 * million},
                                          {"grows", "2024-02-10", "open", 38 * million / 10},
                                          {"shrinks", "2024-01-01", "2024-02-10", 2 * million},
                                          {"shrinks", "2024-02-10", "open", 14 * million / 10},
                                          {"leaves", "2024-01-01", "2024-02-10", 9 * million / 10}}),
                   {.as_of = date("2024-02-29")});
    const auto out = revenue_retention(ledger, {.window = 1});
    CHECK(out.base.minor.back() == 10 * million);
    CHECK(std::abs(out.grr.back() - 0.85) < 1e-15);
    CHECK(std::abs(out.nrr.back() - 1.03) < 1e-15);
  }
}
