// SPDX-License-Identifier: MIT
#include <fealty/revenue/amount_summary.hpp>

#include "revenue/contract_tables.hpp"
#include "revenue/ledger_checks.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
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

AmountSummary of(Counts minor, const char* code = "USD") {
  return amount_summary(MoneyColumn{std::move(minor), currency(code)});
}
/// Every number of a line, as text with all its digits.
std::string line(const AmountSummary& out, std::size_t row = 0) {
  return fmt::format("{} {} {} {} {} {} {} | {} {} {} {} {}", out.name[row], out.count[row],
                     out.total.minor[row], out.mean[row], out.variance[row], out.std_dev[row],
                     out.skewness[row], out.minimum[row], out.lower_quartile[row], out.median[row],
                     out.upper_quartile[row], out.maximum[row]);
}

}  // namespace

TEST_SUITE("revenue/amount_summary") {
  TEST_CASE("SciPy's example of skewness, and NumPy's mean, variance and quartiles of it") {
    // scipy.stats.skew documents 0.2650554122698573; numpy 2.x gives the others.
    const auto out = of({200, 800, 0, 400, 100, 900, 900, 0});
    CHECK(out.count == Counts{8});
    CHECK(out.total.minor == Counts{3300});
    CHECK(out.mean[0] == 4.125);
    CHECK(out.variance[0] == Approx(13.859375).epsilon(1e-14));
    CHECK(out.std_dev[0] == Approx(3.7228181529588578).epsilon(1e-14));
    CHECK(out.skewness[0] == Approx(0.2650554122698573).epsilon(1e-13));
    CHECK(out.minimum[0] == 0);
    CHECK(out.lower_quartile[0] == 0.75);
    CHECK(out.median[0] == 3);
    CHECK(out.upper_quartile[0] == 8.25);
    CHECK(out.maximum[0] == 9);
    CHECK(out.name == tables::Texts{"amount"});
  }

  TEST_CASE("moments keep their digits where amounts are large and close together") {
    // The same numbers of minor units on top of ten trillion: around 0 their third powers have 39 digits.
    const std::int64_t base = 1'000'000'000'000'000;
    const auto out = of({base + 2, base + 8, base, base + 4, base + 1, base + 9, base + 9, base}, "JPY");
    CHECK(out.std_dev[0] == Approx(of({2, 8, 0, 4, 1, 9, 9, 0}, "JPY").std_dev[0]).epsilon(1e-14));
    CHECK(out.skewness[0] == Approx(0.2650554122698573).epsilon(1e-13));
    CHECK(out.mean[0] == 1'000'000'000'000'004.125);
  }

  TEST_CASE("one amount, equal amounts, none") {
    CHECK(line(of({150})) == "amount 1 150 1.5 0 0 nan | 1.5 1.5 1.5 1.5 1.5");
    CHECK(line(of({7, 7, 7}, "JPY")) == "amount 3 21 7 0 0 nan | 7 7 7 7 7");
    CHECK(line(of({})) == "amount 0 0 nan nan nan nan | nan nan nan nan nan");
    CHECK(line(of({-100, 100})) == "amount 2 0 0 1 1 0 | -1 -0.5 0 0.5 1");
  }

  TEST_CASE("a symmetric column has no skewness, and its mirror image the opposite one") {
    CHECK(of({1, 2, 3, 4, 5}).skewness[0] == 0);
    naive::Random random(3);
    Counts amounts, mirrored;
    for (int i = 0; i < 100; ++i) amounts.push_back(random.between(0, 1000) * random.between(0, 1000));
    for (const auto amount : amounts) mirrored.push_back(2'000'000 - amount);
    CHECK(of(mirrored).skewness[0] == Approx(-of(amounts).skewness[0]).epsilon(1e-12));
    CHECK(of(mirrored).variance[0] == Approx(of(amounts).variance[0]).epsilon(1e-13));
  }

  TEST_CASE("amounts up to the ends of 64 bits") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max(),
                           least = std::numeric_limits<std::int64_t>::min();
    const auto out = of({most, least}, "JPY");
    CHECK(out.total.minor == Counts{-1});
    CHECK(out.mean[0] == -0.5);
    CHECK(out.median[0] == -0.5);
    CHECK(out.std_dev[0] == Approx(9.223372036854775808e18));
    CHECK_THROWS_WITH_AS(of({most, 1}), "amount_summary: total = amount is beyond 64 bits of minor units",
                         Overflow);
  }

  TEST_CASE("equals two passes over random amounts, in any order, to the last bit of it") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      naive::Random random(seed);
      Counts amounts;
      const std::int64_t n = random.between(1, 300);
      for (std::int64_t i = 0; i < n; ++i) amounts.push_back(random.between(-5'000, 100'000));
      const auto out = of(amounts, "JPY");
      const std::string before = line(out);
      const auto size = static_cast<long double>(n);
      long double mean = 0, second = 0, third = 0;
      for (const auto amount : amounts) mean += static_cast<long double>(amount) / size;
      for (const auto amount : amounts) {
        const long double off = static_cast<long double>(amount) - mean;
        second += off * off / size;
        third += off * off * off / size;
      }
      CAPTURE(seed);
      CHECK(out.mean[0] == Approx(static_cast<double>(mean)).epsilon(1e-13));
      CHECK(out.variance[0] == Approx(static_cast<double>(second)).epsilon(1e-12));
      if (n > 1)
        CHECK(out.skewness[0] ==
              Approx(static_cast<double>(third / (second * std::sqrt(second)))).epsilon(1e-9));
      std::sort(amounts.begin(), amounts.end());
      const double place = static_cast<double>(n - 1) * 0.25;
      const auto below = static_cast<std::size_t>(place);
      const double low = static_cast<double>(amounts[below]),
                   high = static_cast<double>(amounts[std::min(below + 1, amounts.size() - 1)]);
      CHECK(out.lower_quartile[0] == Approx(low + (place - static_cast<double>(below)) * (high - low)));
      CHECK(line(of(amounts, "JPY")) == before);
      std::reverse(amounts.begin(), amounts.end());
      CHECK(line(of(amounts, "JPY")) == before);
    }
  }

  TEST_CASE("contracts: total, annual and monthly value") {
    const auto out = amount_summary(contract_value(
        tables::contracts({tables::contract("a", "2024-01-01", "2024-01-01", "2026-01-01", 240'000, 12'000),
                           tables::contract("b", "2024-01-01", "2024-01-01", "2025-01-01", 60'000)})));
    CHECK(line(out, 0) == "tcv 2 312000 1560 921600 960 0 | 600 1080 1560 2040 2520");
    CHECK(line(out, 1) == "acv 2 186000 930 108900 330 0 | 600 765 930 1095 1260");
    CHECK(line(out, 2) == "recurring_acv 2 180000 900 90000 300 0 | 600 750 900 1050 1200");
    CHECK(line(out, 3) == "mrr 2 15000 75 625 25 0 | 50 62.5 75 87.5 100");
  }

  TEST_CASE("a ledger: its mean is ARPA, and customers at 0 count") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100},
                                                          {"b", "2024-01-10", "2024-02-10", 300},
                                                          {"b", "2024-02-10", "2024-03-10", 0},
                                                          {"c", "2024-02-10", "open", 500}}),
                                   {.as_of = date("2024-03-31")});
    const auto out = amount_summary(ledger);
    CHECK(line(out, 0) == "2024-01 2 400 2 1 1 0 | 1 1.5 2 2.5 3");
    CHECK(out.count == ledger.periods().closing_accounts);
    CHECK(out.count == Counts{2, 3, 2});
    CHECK(out.minimum[1] == 0);
    CHECK(out.total.minor == ledger.periods().closing.minor);
  }

  TEST_CASE("random ledgers: count and total are those of the periods, in any order of accounts") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      naive::Random random(seed);
      auto rows = naive::random_rows(random, {.accounts = random.between(1, 60)});
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows), {.as_of = Date{19600}});
      const auto out = amount_summary(ledger);
      CAPTURE(seed);
      CHECK(out.count == ledger.periods().closing_accounts);
      CHECK(out.total.minor == ledger.periods().closing.minor);
      std::reverse(rows.begin(), rows.end());
      const auto again = amount_summary(mrr_ledger(
          ledger_checks::subscriptions(rows, ledger_checks::IdKind::texts), {.as_of = Date{19600}}));
      for (std::size_t i = 0; i < out.count.size(); ++i) CHECK(line(again, i) == line(out, i));
    }
  }

  TEST_CASE("empty, and the columns in order") {
    CHECK(amount_summary(mrr_ledger(tables::subscriptions({}))).count.empty());
    CHECK(amount_summary(contract_value(tables::contracts({}))).count == Counts{0, 0, 0, 0});
    std::string names;
    const auto nothing = of({});
    AmountSummary::each_column(nothing,
                               [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "name count total mean variance std_dev skewness minimum lower_quartile median upper_quartile "
          "maximum ");
  }
}
