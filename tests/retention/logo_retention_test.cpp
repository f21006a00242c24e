// SPDX-License-Identifier: MIT
#include <fealty/retention/logo_retention.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/retention/detail/wilson.hpp>
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
using ledger_checks::difference;
using revenue::mrr_ledger;
using revenue::MrrLedger;
using tables::date;
using tables::days;
using tables::text;

namespace {

/// A ledger of January and February 2024 in which `kept` of `all` customers stay.
MrrLedger keeps(int kept, int all) {
  std::vector<naive::Row> rows;
  for (int i = 0; i < all; ++i)
    rows.push_back({i, tables::day("2024-01-10"), i < kept ? naive::never : tables::day("2024-02-10"), 100});
  return mrr_ledger(ledger_checks::subscriptions(rows), {.as_of = date("2024-02-29")});
}

}  // namespace

TEST_SUITE("retention/logo_retention") {
  TEST_CASE("Wilson's interval: the examples of Newcombe (1998)") {
    // Statistics in Medicine 17:857-872, table I, method 3, 95%.
    struct Example {
      int r, n;
      double lower, upper;
    };
    for (const Example& e : {Example{81, 263, 0.2553, 0.3662}, Example{15, 148, 0.0624, 0.1605},
                             Example{0, 20, 0.0000, 0.1611}, Example{1, 29, 0.0061, 0.1718}}) {
      const auto out = logo_retention(keeps(e.r, e.n), {.window = 1});
      REQUIRE(out.retention.size() == 1);
      CAPTURE(e.r);
      CHECK(out.retained_accounts[0] == e.r);
      CHECK(out.base_accounts[0] == e.n);
      CHECK(out.retention[0] == static_cast<double>(e.r) / e.n);
      CHECK(std::abs(out.lower[0] - e.lower) < 5e-5);
      CHECK(std::abs(out.upper[0] - e.upper) < 5e-5);
    }
  }

  TEST_CASE("the interval at other confidences, to full precision") {
    // Wilson's formula in Python, with statistics.NormalDist().inv_cdf for z.
    struct Example {
      double confidence, lower, upper;
    };
    for (const Example& e : {Example{0.5, 0.2891292575558208, 0.3275034714745823},
                             Example{0.8, 0.2727881330037386, 0.34556474709263163},
                             Example{0.9, 0.2633136171884814, 0.35656634960848815},
                             Example{0.95, 0.2552885198782742, 0.36620957698280004},
                             Example{0.99, 0.24013690268760773, 0.38528250231822986},
                             Example{0.999, 0.22346252870656996, 0.40769221070687606}}) {
      const auto out = logo_retention(keeps(81, 263), {.window = 1, .confidence = e.confidence});
      CAPTURE(e.confidence);
      CHECK(std::abs(out.lower[0] - e.lower) < 1e-14);
      CHECK(std::abs(out.upper[0] - e.upper) < 1e-14);
    }
  }

  TEST_CASE("an interval holds its rate, ends within [0, 1], and reaches 0 and 1 exactly at the ends") {
    for (const int n : {1, 2, 3, 10, 50, 1000})
      for (const int r : {0, 1, n / 2, n - 1, n})
        for (const double confidence : {1e-9, 0.5, 0.95, 0.999999}) {
          const auto out = logo_retention(keeps(r, n), {.window = 1, .confidence = confidence});
          CAPTURE(n);
          CAPTURE(r);
          CHECK(out.lower[0] >= 0);
          CHECK(out.lower[0] <= out.retention[0]);
          CHECK(out.retention[0] <= out.upper[0]);
          CHECK(out.upper[0] <= 1);
          if (r == 0) CHECK(out.lower[0] == 0);
          if (r == n) CHECK(out.upper[0] == 1);
        }
  }

  TEST_CASE("the normal quantile, to 15 digits") {
    // To 20 digits by the series of the normal distribution in 60-digit arithmetic; the first ones are in
    // every table.
    struct Example {
      double p, z;
    };
    for (const Example& e :
         {Example{0.75, 0.67448975019608174320}, Example{0.9, 1.28155156554460046696},
          Example{0.95, 1.64485362695147271486}, Example{0.975, 1.95996398454005423552},
          Example{0.99, 2.32634787404084110088}, Example{0.995, 2.57582930354890076097},
          Example{0.999, 3.09023230616781354154}, Example{0.9995, 3.29052673149189479322},
          Example{0.99995, 3.89059188641309396703}, Example{0.5000001, 2.50662827463102675176e-7}}) {
      CAPTURE(e.p);
      CHECK(std::abs(retention::detail::normal_quantile(e.p) - e.z) <
            1e-14 * e.z + 2e-16 / std::exp(-e.z * e.z / 2));
      CHECK(retention::detail::normal_quantile(1 - e.p) == doctest::Approx(-e.z).epsilon(1e-11));
    }
    CHECK(std::abs(retention::detail::normal_quantile(0.5)) < 1e-16);
  }

  TEST_CASE("a customer that left and came back within the window is retained") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100},
                                                          {"a", "2024-03-10", "open", 1},
                                                          {"b", "2024-01-10", "2024-03-01", 100},
                                                          {"c", "2024-02-10", "open", 100}}),
                                   {.as_of = date("2024-03-15")});
    const auto out = logo_retention(ledger, {.window = 2});
    CHECK(out.period.days == days({"2024-03-01"}));
    CHECK(out.period_end.days == days({"2024-03-31"}));
    CHECK(text(out.base_accounts) == "2");
    CHECK(text(out.retained_accounts) == "1");
    CHECK(out.retention[0] == 0.5);
    CHECK(text(out.complete) == "0");
    CHECK(text(out.small_base) == "1");
    CHECK(text(logo_retention(ledger, {.window = 2, .small_base = 2}).small_base) == "0");
  }

  TEST_CASE("a customer at 0 counts as a logo, in the base and among the retained") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100},
                                                          {"a", "2024-02-10", "open", 0},
                                                          {"free", "2024-01-10", "open", 0}}),
                                   {.as_of = date("2024-03-31")});
    const auto out = logo_retention(ledger, {.window = 1});
    CHECK(text(out.base_accounts) == "1 1");
    CHECK(text(out.retained_accounts) == "1 1");
  }

  TEST_CASE("without a base there is no rate and no interval") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-10", "2024-01-20", 100}, {"b", "2024-03-10", "open", 1}}),
        {.as_of = date("2024-04-30")});
    const auto out = logo_retention(ledger, {.window = 1});
    REQUIRE(out.retention.size() == 3);
    CHECK(std::isnan(out.retention[0]));
    CHECK(std::isnan(out.lower[0]));
    CHECK(std::isnan(out.upper[0]));
    CHECK(out.base_accounts[0] == 0);
    CHECK(out.small_base[0] == 1);
    CHECK(out.retention[2] == 1);
  }

  TEST_CASE("equals a naive ledger, for any window and period") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{
          .accounts = random.between(1, seed % 20 == 0 ? 2100 : 70), .rows = 7, .free = 30};
      const auto rows = naive::random_rows(random, shape);
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day, shape.first_day + shape.days + 200));
      const auto period = seed % 20 == 0 ? Period::month : static_cast<Period>(random.between(0, 4));
      const naive::Ledger want(rows, as_of, ledger_checks::cut_of(period), 1);
      const auto ledger =
          mrr_ledger(ledger_checks::subscriptions(rows), {.as_of = Date{as_of}, .period = period});
      for (const std::int32_t window : {1, 12, static_cast<std::int32_t>(random.between(1, 80))}) {
        const auto out = logo_retention(ledger, {.window = window});
        std::vector<std::int64_t> base, retained;
        for (auto i = static_cast<std::size_t>(window); i < want.periods.size(); ++i) {
          base.push_back(want.retention(i, static_cast<std::size_t>(window)).base_customers);
          retained.push_back(want.retention(i, static_cast<std::size_t>(window)).retained_customers);
        }
        CAPTURE(seed);
        CAPTURE(window);
        CHECK(difference("base", out.base_accounts, base) == "");
        CHECK(difference("retained", out.retained_accounts, retained) == "");
        CHECK(out.retention.size() == base.size());
        CHECK(out.period.days.size() == base.size());
      }
    }
  }

  TEST_CASE("short ledgers have no rows") {
    CHECK(logo_retention(keeps(1, 2)).retention.empty());
    CHECK(
        logo_retention(keeps(1, 2), {.window = std::numeric_limits<std::int32_t>::max()}).retention.empty());
    CHECK(logo_retention(mrr_ledger(tables::subscriptions({}))).retention.empty());
  }

  TEST_CASE("the columns have their names, in order") {
    LogoRetention out;
    std::string names;
    LogoRetention::each_column(out, [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "period period_end retention lower upper base_accounts retained_accounts small_base complete ");
  }

  TEST_CASE("refuses options out of range") {
    const auto ledger = keeps(1, 2);
    CHECK_THROWS_WITH_AS(logo_retention(ledger, {.window = 0}), "logo_retention: window = 0 is below 1",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(logo_retention(ledger, {.confidence = 95}),
                         "logo_retention: confidence = 95 is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(logo_retention(ledger, {.confidence = 1}),
                         "logo_retention: confidence = 1 is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(logo_retention(ledger, {.confidence = 0}),
                         "logo_retention: confidence = 0 is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(logo_retention(ledger, {.confidence = std::nan("")}),
                         "logo_retention: confidence = nan is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(logo_retention(ledger, {.small_base = -1}),
                         "logo_retention: small_base = -1 is negative", InvalidInput);
  }
}
