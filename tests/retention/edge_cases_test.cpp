// SPDX-License-Identifier: MIT
// The one edge case of the field that is a rate; the others stand in revenue/edge_cases.
#include "revenue/tables.hpp"

#include <fealty/retention/revenue_retention.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/policy.hpp>

#include <doctest/doctest.h>

using namespace fealty;
using tables::date;

TEST_SUITE("retention/edge_cases") {
  TEST_CASE("34: an upgrade from 500 to 1,379, then churn, within the window loses the 500, not 1,379") {
    const auto table = tables::subscriptions(
        {{"a", "2024-01-10", "2024-02-05", 50000}, {"a", "2024-02-05", "2024-02-25", 137900}});
    for (const auto netting : {revenue::Netting::period, revenue::Netting::event}) {
      const auto ledger = revenue::mrr_ledger(
          table, {.as_of = date("2024-02-29"), .policy = {.ledger = {.netting = netting}}});
      const auto out = retention::revenue_retention(ledger, {.window = 1});
      CHECK(out.base.minor.back() == 50000);
      CHECK(1 - out.grr.back() == 1.0);  // 100%, not 275.8%
      CHECK(out.nrr.back() == 0.0);
    }
  }
}
