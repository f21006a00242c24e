// SPDX-License-Identifier: MIT
#include <fealty/revenue/concentration.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using doctest::Approx;
using tables::Counts;
using tables::date;

namespace {

MrrLedger ledger_of(const Counts& amounts, std::string_view start = "2024-01-01") {
  std::vector<tables::Row> rows;
  for (std::size_t i = 0; i < amounts.size(); ++i)
    rows.push_back({fmt::format("A{}", i), start, "open", amounts[i]});
  return mrr_ledger(tables::subscriptions(rows), {.as_of = date("2024-01-31")});
}

}  // namespace

TEST_SUITE("revenue/concentration") {
  TEST_CASE("the example of the Horizontal Merger Guidelines: 30, 30, 20 and 20 percent are 2,600") {
    const auto out = concentration(ledger_of({3000, 2000, 3000, 2000}), {.top = 2});
    CHECK(out.herfindahl == std::vector<double>{0.26});
    CHECK(out.effective_accounts[0] == Approx(1 / 0.26).epsilon(1e-15));
    CHECK(out.top_share == std::vector<double>{0.6});
    CHECK(out.top_mrr.minor == Counts{6000});
    CHECK(out.max_share == std::vector<double>{0.3});
    CHECK(out.accounts == Counts{4});
    CHECK(out.mrr.minor == Counts{10000});
  }

  TEST_CASE("equal accounts: Herfindahl 1 / n, no Gini") {
    const auto out = concentration(ledger_of(Counts(50, 777)));
    CHECK(out.herfindahl[0] == 1.0 / 50);
    CHECK(out.effective_accounts[0] == 50);
    CHECK(out.gini[0] == 0);
    CHECK(out.top_share[0] == 0.2);
    CHECK(out.max_share[0] == 1.0 / 50);
  }

  TEST_CASE("one account has it all") {
    const auto out = concentration(ledger_of({12345}));
    CHECK(out.herfindahl[0] == 1);
    CHECK(out.effective_accounts[0] == 1);
    CHECK(out.gini[0] == 0);
    CHECK(out.top_share[0] == 1);
    CHECK(out.max_share[0] == 1);
  }

  TEST_CASE("1, 2, …, n: Gini (n - 1) / (3 n), Herfindahl 2 (2 n + 1) / (3 n (n + 1))") {
    for (const std::int64_t n : {2, 3, 10, 100, 1500}) {
      Counts amounts;
      for (std::int64_t i = 1; i <= n; ++i) amounts.push_back(i);
      const auto out = concentration(ledger_of(amounts));
      const auto size = static_cast<double>(n);
      CHECK(out.gini[0] == Approx((size - 1) / (3 * size)).epsilon(1e-15));
      CHECK(out.herfindahl[0] == Approx(2 * (2 * size + 1) / (3 * size * (size + 1))).epsilon(1e-15));
    }
  }

  TEST_CASE("equals half the relative mean difference of all pairs, on random ledgers of every period") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
      naive::Random random(seed);
      auto rows = naive::random_rows(random, {.accounts = random.between(1, 50), .free = 20});
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows), {.as_of = Date{19600}});
      const std::int64_t top = random.between(1, 12);
      const auto out = concentration(ledger, {.top = top});
      CAPTURE(seed);
      REQUIRE(out.accounts == ledger.periods().closing_accounts);
      CHECK(out.mrr.minor == ledger.periods().closing.minor);
      CHECK(out.complete == ledger.periods().complete);
      CHECK(out.period.days == ledger.periods().period.days);
      for (std::size_t i = 0; i < out.accounts.size(); ++i) {
        Counts amounts =
            accounts_behind(ledger, {.period = ledger.data().grid->label(i), .kind = LedgerCell::closing})
                .amount.minor;
        long double total = 0, squares = 0, differences = 0, largest = 0;
        for (const auto a : amounts) total += static_cast<long double>(a);
        if (total == 0) {
          CHECK(std::isnan(out.gini[i]));
          CHECK(std::isnan(out.herfindahl[i]));
          CHECK(std::isnan(out.effective_accounts[i]));
          CHECK(std::isnan(out.top_share[i]));
          CHECK(std::isnan(out.max_share[i]));
          continue;
        }
        for (const auto a : amounts) {
          squares += static_cast<long double>(a) / total * (static_cast<long double>(a) / total);
          for (const auto b : amounts) differences += static_cast<long double>(std::abs(a - b));
        }
        std::sort(amounts.begin(), amounts.end(), std::greater<>());
        for (std::size_t k = 0; k < amounts.size() && k < static_cast<std::size_t>(top); ++k)
          largest += static_cast<long double>(amounts[k]);
        const auto n = static_cast<long double>(amounts.size());
        CHECK(out.gini[i] == Approx(static_cast<double>(differences / (2 * n * total))).epsilon(1e-13));
        CHECK(out.herfindahl[i] == Approx(static_cast<double>(squares)).epsilon(1e-14));
        CHECK(out.top_share[i] == Approx(static_cast<double>(largest / total)).epsilon(1e-14));
        CHECK(out.max_share[i] ==
              Approx(static_cast<double>(static_cast<long double>(amounts[0]) / total)).epsilon(1e-14));
      }
      std::reverse(rows.begin(), rows.end());
      const auto again =
          concentration(mrr_ledger(ledger_checks::subscriptions(rows, ledger_checks::IdKind::texts),
                                   {.as_of = Date{19600}}),
                        {.top = top});
      CHECK(tables::text(again.gini) == tables::text(out.gini));
      CHECK(tables::text(again.herfindahl) == tables::text(out.herfindahl));
    }
  }

  TEST_CASE("a period by its name or by a day; a customer at 0 counts") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100},
                                                          {"b", "2024-01-10", "2024-02-10", 300},
                                                          {"b", "2024-02-10", "open", 0}}),
                                   {.as_of = date("2024-03-15")});
    CHECK(concentration(ledger).accounts == Counts{2, 2, 2});
    const auto february = concentration(ledger, {.period = "2024-02"});
    CHECK(february.period.days == tables::days({"2024-02-01"}));
    CHECK(february.period_end.days == tables::days({"2024-02-29"}));
    CHECK(february.max_share[0] == 1);
    CHECK(february.gini[0] == 0.5);  // 1 - 1 / n: one has all
    CHECK(concentration(ledger, {.period = "2024-02-20"}).mrr.minor == Counts{100});
    CHECK(concentration(ledger, {.period = "2024-03"}).complete == std::vector<std::uint8_t>{0});
    CHECK_THROWS_WITH_AS(concentration(ledger, {.period = "2025-01"}),
                         "concentration: period = \"2025-01\" is not one of 2024-01 to 2024-03",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(concentration(ledger, {.top = 0}), "concentration: top = 0 is below 1",
                         InvalidInput);
    CHECK(concentration(ledger, {.top = std::numeric_limits<std::int64_t>::max()}).top_share[0] == 1);
  }

  TEST_CASE("amounts as large as a ledger takes") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const auto out = concentration(ledger_of({most / 2, most / 4, most / 4}));
    CHECK(out.herfindahl[0] == Approx(0.375));
    CHECK(out.gini[0] == Approx((2 * 0.5 - 2 * 0.25) / 3));
  }

  TEST_CASE("the Lorenz curve: its area gives the Gini coefficient back") {
    const auto ledger = ledger_of({400, 100, 300, 200});
    const auto curve = lorenz_curve(ledger);
    CHECK(curve.account_share == std::vector<double>{0, 0.25, 0.5, 0.75, 1});
    CHECK(curve.mrr_share == std::vector<double>{0, 0.1, 0.3, 0.6, 1});
    double area = 0;
    for (std::size_t i = 1; i < curve.mrr_share.size(); ++i)
      area += (curve.mrr_share[i] + curve.mrr_share[i - 1]) / 2 * 0.25;
    CHECK(concentration(ledger).gini[0] == Approx(1 - 2 * area));
    CHECK(lorenz_curve(ledger, {.period = "2024-01"}).mrr_share == curve.mrr_share);
    CHECK_THROWS_WITH_AS(lorenz_curve(ledger, {.period = "2024-02"}),
                         "lorenz_curve: period = \"2024-02\" is not one of 2024-01 to 2024-01", InvalidInput);
  }

  TEST_CASE("empty, and the columns in order") {
    const auto none = mrr_ledger(tables::subscriptions({}));
    CHECK(concentration(none).accounts.empty());
    CHECK(lorenz_curve(none).mrr_share.empty());
    const auto left = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100}}),
                                 {.as_of = date("2024-02-29")});
    CHECK(concentration(left).accounts == Counts{1, 0});
    CHECK(std::isnan(concentration(left).gini[1]));
    CHECK(lorenz_curve(left).mrr_share.empty());
    CHECK_THROWS_WITH_AS(concentration(none, {.period = "2024-01"}),
                         "concentration: period = \"2024-01\" is not there; the ledger has no periods",
                         InvalidInput);
    std::string names;
    const auto nothing = concentration(none);
    Concentration::each_column(nothing,
                               [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "period period_end accounts mrr top_mrr top_share max_share herfindahl effective_accounts gini "
          "complete ");
  }
}
