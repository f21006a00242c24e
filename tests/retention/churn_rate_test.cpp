// SPDX-License-Identifier: MIT
#include <fealty/retention/churn_rate.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/retention/logo_retention.hpp>
#include <fealty/retention/revenue_retention.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;
using revenue::mrr_ledger;
using tables::date;
using tables::days;
using tables::text;

TEST_SUITE("retention/churn_rate") {
  TEST_CASE("oracle 1: MRR churn 140/380, account churn 1/4") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a1", "2020-01-05", "2020-03-15", 10000},
                                                          {"a2", "2020-01-05", "open", 10000},
                                                          {"a2", "2020-03-10", "open", 4000},
                                                          {"a3", "2020-01-05", "2020-03-20", 10000},
                                                          {"a3", "2020-03-20", "open", 6000},
                                                          {"a4", "2020-03-05", "open", 50000},
                                                          {"a5", "2020-01-05", "2020-03-10", 8000},
                                                          {"a5", "2020-03-25", "open", 8000}}),
                                   {.as_of = date("2020-03-31")});
    const auto out = churn_rate(ledger);
    CHECK(out.period.days == days({"2020-02-01", "2020-03-01"}));
    CHECK(out.period_end.days == days({"2020-02-29", "2020-03-31"}));
    CHECK(std::abs(out.gross_mrr_churn[1] - 0.3684211) < 5e-8);
    CHECK(out.logo_churn[1] == 0.25);
    CHECK(std::abs(out.net_mrr_churn[1] - (140.0 - 40.0) / 380) < 1e-15);
    CHECK(text(out.opening.minor) == "38000 38000");
    CHECK(text(out.lost.minor) == "0 14000");
    CHECK(text(out.opening_accounts) == "4 4");
    CHECK(text(out.churn_accounts) == "0 1");
    CHECK(out.logo_churn[0] == 0);  // nobody left: 0, not none
    CHECK(out.gross_mrr_churn[0] == 0);
    CHECK(text(out.small_base) == "1 1");
    CHECK(text(churn_rate(ledger, {.small_base = 5}).small_base) == "1 1");
    CHECK(text(churn_rate(ledger, {.small_base = 4}).small_base) == "0 0");
    CHECK(text(out.complete) == "1 1");
    // Wilson's interval of 1 in 4 at 95%, by its formula.
    CHECK(std::abs(out.lower[1] - 0.04558726080970055) < 1e-14);
    CHECK(std::abs(out.upper[1] - 0.6993581574175981) < 1e-14);
  }

  TEST_CASE("oracle 4: opening 100, churn 10, contraction 10, expansion 10: gross 20%, net 10%") {
    // ChartMogul's example; its net churn subtracts reactivation too.
    const auto ledger = mrr_ledger(tables::subscriptions({{"stays", "2024-01-01", "open", 5000},
                                                          {"grows", "2024-01-01", "open", 2000},
                                                          {"grows", "2024-03-10", "open", 1000},
                                                          {"shrinks", "2024-01-01", "2024-03-10", 2000},
                                                          {"shrinks", "2024-03-10", "open", 1000},
                                                          {"leaves", "2024-01-01", "2024-03-10", 1000},
                                                          {"back", "2024-01-01", "2024-02-10", 400},
                                                          {"back", "2024-03-10", "open", 500}}),
                                   {.as_of = date("2024-03-31")});
    const auto out = churn_rate(ledger);
    CHECK(out.opening.minor[1] == 10000);
    CHECK(std::abs(out.gross_mrr_churn[1] - 0.2) < 1e-15);
    CHECK(std::abs(out.net_mrr_churn[1] - 0.1) < 1e-15);
    const auto with = churn_rate(ledger, {.net_churn_reactivation = true});
    CHECK(std::abs(with.gross_mrr_churn[1] - 0.2) < 1e-15);
    CHECK(std::abs(with.net_mrr_churn[1] - 0.05) < 1e-15);
  }

  TEST_CASE("net churn falls below 0 when expansion outweighs what was lost") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-01", "open", 1000}, {"a", "2024-02-10", "open", 500}}),
        {.as_of = date("2024-02-15")});
    const auto out = churn_rate(ledger);
    CHECK(out.net_mrr_churn[0] == -0.5);
    CHECK(out.gross_mrr_churn[0] == 0);
    CHECK(text(out.complete) == "0");
  }

  TEST_CASE("edge case 34: an upgrade and churn within the month are 100% of the opening") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 50000},
                                                          {"a", "2024-02-10", "2024-02-25", 137900}}),
                                   {.as_of = date("2024-02-29")});
    CHECK(churn_rate(ledger).gross_mrr_churn[0] == 1);
  }

  TEST_CASE("without an opening there is no rate") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-10", "2024-01-20", 100}, {"b", "2024-03-10", "2024-04-10", 1}}),
        {.as_of = date("2024-05-31")});
    const auto out = churn_rate(ledger);
    REQUIRE(out.logo_churn.size() == 4);
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
      CHECK(std::isnan(out.logo_churn[i]));
      CHECK(std::isnan(out.lower[i]));
      CHECK(std::isnan(out.upper[i]));
      CHECK(std::isnan(out.gross_mrr_churn[i]));
      CHECK(std::isnan(out.net_mrr_churn[i]));
    }
    CHECK(out.logo_churn[2] == 1);
    CHECK(out.gross_mrr_churn[2] == 1);
  }

  TEST_CASE("customers at 0 are an opening of accounts, not of MRR") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100}, {"a", "2024-02-10", "2024-03-10", 0}}),
        {.as_of = date("2024-03-31")});
    const auto out = churn_rate(ledger);
    CHECK(text(out.opening_accounts) == "1 1");
    CHECK(out.logo_churn == std::vector<double>{0, 1});
    CHECK(out.gross_mrr_churn[0] == 1);
    CHECK(std::isnan(out.gross_mrr_churn[1]));
  }

  TEST_CASE("is the complement of retention over one period, and its numbers are the ledger's") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 70), .rows = 7};
      const auto period = static_cast<Period>(seed % 5);
      const auto ledger =
          mrr_ledger(ledger_checks::subscriptions(naive::random_rows(random, shape)), {.period = period});
      const auto out = churn_rate(ledger);
      const auto logos = logo_retention(ledger, {.window = 1});
      const auto mrr = revenue_retention(
          ledger, {.window = 1, .nrr_form = NetForm::movement, .grr_form = GrossForm::movement});
      const auto& p = ledger.periods();
      REQUIRE(out.logo_churn.size() == (p.period.days.empty() ? 0 : p.period.days.size() - 1));
      REQUIRE(out.logo_churn.size() == logos.retention.size());
      bool same = true;
      const auto near = [](double a, double b) {
        return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) < 1e-12 * (1 + std::abs(b));
      };
      for (std::size_t i = 0; i < out.logo_churn.size(); ++i)
        same = same && near(out.logo_churn[i], 1 - logos.retention[i]) &&
               near(out.lower[i], 1 - logos.upper[i]) && near(out.upper[i], 1 - logos.lower[i]) &&
               near(out.gross_mrr_churn[i], 1 - mrr.grr[i]) && near(out.net_mrr_churn[i], 1 - mrr.nrr[i]) &&
               out.opening_accounts[i] == p.opening_accounts[i + 1] &&
               out.churn_accounts[i] == p.churn_accounts[i + 1] &&
               out.opening.minor[i] == p.opening.minor[i + 1] &&
               out.lost.minor[i] == p.churn.minor[i + 1] + p.contraction.minor[i + 1];
      CAPTURE(seed);
      CHECK(same);
    }
  }

  TEST_CASE("short ledgers have no rows") {
    CHECK(churn_rate(mrr_ledger(tables::subscriptions({}))).logo_churn.empty());
    CHECK(churn_rate(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 1}}))).logo_churn.empty());
  }

  TEST_CASE("the columns have their names, in order") {
    ChurnRate out;
    std::string names;
    ChurnRate::each_column(out, [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "period period_end logo_churn lower upper gross_mrr_churn net_mrr_churn opening lost "
          "opening_accounts base_accounts "
          "churn_accounts small_base complete ");
  }

  TEST_CASE("refuses options out of range") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 1}}));
    CHECK_THROWS_WITH_AS(churn_rate(ledger, {.confidence = 0}), "churn_rate: confidence = 0 is not in (0, 1)",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(churn_rate(ledger, {.confidence = 1}), "churn_rate: confidence = 1 is not in (0, 1)",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(churn_rate(ledger, {.confidence = std::nan("")}),
                         "churn_rate: confidence = nan is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(churn_rate(ledger, {.small_base = -30}), "churn_rate: small_base = -30 is negative",
                         InvalidInput);
  }

  TEST_CASE("oracle 2: 10 of 100 accounts lost in 92 days") {
    // Gold, Fighting Churn with Data, listing 2.5.
    CHECK(std::abs(annualize(0.1, {.days = 92}) - 0.341641980894416) < 1e-15);
    CHECK(std::abs(annualize(0.1, {.days = 92, .target_days = 365.0 / 12}) - 0.03423415065805824) < 1e-16);
  }

  TEST_CASE("annualize compounds: back and forth, in steps, and never past 1") {
    CHECK(annualize(0, {.days = 31}) == 0);
    CHECK(annualize(1, {.days = 31}) == 1);
    CHECK(annualize(1, {.days = 10'000, .target_days = 1}) == 1);
    CHECK(std::abs(annualize(0.02, {.days = 365}) - 0.02) < 1e-17);
    CHECK(std::abs(annualize(0.5, {.days = 1, .target_days = 2}) - 0.75) < 1e-16);
    for (const double rate : {1e-12, 1e-6, 0.01, 0.3}) {
      const double year = annualize(rate, {.days = 30});
      CAPTURE(rate);
      CHECK(std::abs(annualize(year, {.days = 365, .target_days = 30}) - rate) < 1e-14 * rate);
      double kept = 1;  // twelve times a twelfth of a year
      for (int i = 0; i < 12; ++i) kept *= 1 - annualize(year, {.days = 365, .target_days = 365.0 / 12});
      CHECK(std::abs(1 - kept - year) < 1e-15);
    }
    CHECK(annualize(0.999999, {.days = 1}) == 1);
    // Small rates keep their digits: 365/30 times 1e-12, less a hair.
    CHECK(annualize(1e-12, {.days = 30}) == doctest::Approx(365.0 / 30 * 1e-12).epsilon(1e-10));
    CHECK(annualize(std::numeric_limits<double>::denorm_min(), {.days = 365}) ==
          std::numeric_limits<double>::denorm_min());
  }

  TEST_CASE("annualize refuses what is no rate and no length") {
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH_AS(annualize(-0.1, {.days = 30}), "annualize: rate = -0.1 is not in [0, 1]",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(annualize(5, {.days = 30}), "annualize: rate = 5 is not in [0, 1]", InvalidInput);
    CHECK_THROWS_WITH_AS(annualize(std::nan(""), {.days = 30}), "annualize: rate = nan is not in [0, 1]",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(annualize(0.1, {.days = 0}), "annualize: days = 0 is not a number above 0",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(annualize(0.1, {.days = infinity}), "annualize: days = inf is not a number above 0",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(annualize(0.1, {.days = 30, .target_days = -1}),
                         "annualize: target_days = -1 is not a number above 0", InvalidInput);
    CHECK_THROWS_WITH_AS(annualize(0.1, {.days = 30, .target_days = std::nan("")}),
                         "annualize: target_days = nan is not a number above 0", InvalidInput);
  }
}
