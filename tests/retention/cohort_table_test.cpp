// SPDX-License-Identifier: MIT
#include <fealty/retention/cohort_table.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/core/dispatch.hpp>
#include <fealty/retention/detail/cohort_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;
using ledger_checks::difference;
using revenue::mrr_ledger;
using revenue::MrrLedger;
using tables::date;
using tables::text;

namespace {

/// January: a and b; February: c; a grows, b leaves in February and is back in April, c shrinks in March.
MrrLedger three_accounts() {
  return mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 1000},
                                           {"a", "2024-02-10", "open", 1500},
                                           {"b", "2024-01-10", "2024-02-20", 600},
                                           {"b", "2024-04-05", "open", 700},
                                           {"c", "2024-02-10", "2024-03-10", 300},
                                           {"c", "2024-03-10", "open", 100}}),
                    {.as_of = date("2024-04-15")});
}

std::string lines(const CohortTable& table) {
  std::string out;
  for (std::size_t i = 0; i < table.age.size(); ++i)
    out += fmt::format("{} {} {}: {}/{} {}/{} {} {:.4f} {}\n", to_string(Date{table.cohort.days[i]}),
                       table.age[i], to_string(Date{table.period.days[i]}), table.accounts[i],
                       table.base_accounts[i], table.net.minor[i], table.base.minor[i], table.gross.minor[i],
                       table.rate[i], table.complete[i]);
  return out;
}

}  // namespace

TEST_SUITE("retention/cohort_table") {
  TEST_CASE("a table by hand") {
    CHECK(lines(cohort_table(three_accounts())) ==
          "2024-01-01 0 2024-01-01: 2/2 1600/1600 1600 1.0000 1\n"
          "2024-01-01 1 2024-02-01: 1/2 1500/1600 1000 0.5000 1\n"
          "2024-01-01 2 2024-03-01: 1/2 1500/1600 1000 0.5000 1\n"
          "2024-01-01 3 2024-04-01: 2/2 2200/1600 1600 1.0000 0\n"
          "2024-02-01 0 2024-02-01: 1/1 300/300 300 1.0000 1\n"
          "2024-02-01 1 2024-03-01: 1/1 100/300 100 1.0000 1\n"
          "2024-02-01 2 2024-04-01: 1/1 100/300 100 1.0000 0\n");
  }

  TEST_CASE("the rate is of the chosen value") {
    const auto net = cohort_table(three_accounts(), {.value = CohortValue::net});
    CHECK(net.rate ==
          std::vector<double>{1, 1500.0 / 1600, 1500.0 / 1600, 2200.0 / 1600, 1, 100.0 / 300, 100.0 / 300});
    const auto gross = cohort_table(three_accounts(), {.value = CohortValue::gross});
    CHECK(gross.rate == std::vector<double>{1, 1000.0 / 1600, 1000.0 / 1600, 1, 1, 100.0 / 300, 100.0 / 300});
    // All else is the same.
    CHECK(text(net.gross.minor) == text(gross.gross.minor));
    CHECK(text(net.accounts) == text(gross.accounts));
    CHECK(net.base.currency == currency("USD"));
  }

  TEST_CASE("cohorts of weeks, quarters and years; cohorts without customers have no rows") {
    const auto table = tables::subscriptions({{"a", "2024-01-01", "open", 100},
                                              {"b", "2024-01-15", "2024-01-22", 50},
                                              {"c", "2025-02-01", "open", 70}});
    const auto starts = [&](Period period, std::int32_t month, std::string_view as_of) {
      const auto out = cohort_table(
          mrr_ledger(table, {.as_of = date(as_of), .period = period, .fiscal_year_start = month}));
      std::string text;
      for (std::size_t i = 0; i < out.age.size(); ++i)
        if (out.age[i] == 0)
          text += fmt::format("{} {} ", to_string(Date{out.cohort.days[i]}), out.base.minor[i]);
      return text + fmt::format("{}", out.age.size());
    };
    CHECK(starts(Period::week, 1, "2024-02-04") == "2024-01-01 100 2024-01-15 50 8");
    CHECK(starts(Period::month, 1, "2024-02-04") == "2024-01-01 100 2");  // b covers no month's end
    CHECK(starts(Period::quarter, 2, "2025-04-30") == "2023-11-01 100 2025-02-01 70 7");
    CHECK(starts(Period::year, 1, "2025-12-31") == "2024-01-01 100 2025-01-01 70 3");
  }

  TEST_CASE("a cohort is joined once: who comes back belongs to its first one") {
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100}, {"a", "2024-04-10", "open", 900}}),
        {.as_of = date("2024-05-31")});
    CHECK(lines(cohort_table(ledger, {.value = CohortValue::net})) ==
          "2024-01-01 0 2024-01-01: 1/1 100/100 100 1.0000 1\n"
          "2024-01-01 1 2024-02-01: 0/1 0/100 0 0.0000 1\n"
          "2024-01-01 2 2024-03-01: 0/1 0/100 0 0.0000 1\n"
          "2024-01-01 3 2024-04-01: 1/1 900/100 100 9.0000 1\n"
          "2024-01-01 4 2024-05-01: 1/1 900/100 100 9.0000 1\n");
  }

  TEST_CASE("equals a naive ledger, in every cell") {
    const std::vector<std::int64_t> highest{10, 9'000, 30'000'000, 3'000'000'000, 4'000'000'000'000};
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, seed % 25 == 0 ? 2100 : 70),
                               .rows = 7,
                               .days = seed % 5 == 0 ? 150 : 500,
                               .highest = highest[seed / 5 % 5],
                               .free = 20};
      const auto rows = naive::random_rows(random, shape);
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day, shape.first_day + shape.days + 100));
      const auto period = static_cast<Period>(seed % 5 == 0 ? 0 : random.between(1, 4));
      const auto month = static_cast<std::int32_t>(random.between(1, 12));
      const naive::Ledger naive_ledger(rows, as_of, ledger_checks::cut_of(period), month);
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows),
                                     {.as_of = Date{as_of}, .period = period, .fiscal_year_start = month});
      const auto value = static_cast<CohortValue>(seed % 3);
      const auto out = cohort_table(ledger, {.value = value});
      std::vector<std::string> got, want;
      for (std::size_t i = 0; i < out.age.size(); ++i)
        got.push_back(fmt::format("{} {} {} {} {} {} {} {} {} {}", out.cohort.days[i], out.age[i],
                                  out.period.days[i], out.base_accounts[i], out.accounts[i],
                                  out.base.minor[i], out.net.minor[i], out.gross.minor[i], out.complete[i],
                                  out.rate[i]));
      for (const auto& cell : naive_ledger.cohorts()) {
        const std::int64_t now = value == CohortValue::logos ? cell.accounts
                                 : value == CohortValue::net ? cell.net
                                                             : cell.gross;
        const std::int64_t base = value == CohortValue::logos ? cell.base_accounts : cell.base;
        want.push_back(fmt::format("{} {} {} {} {} {} {} {} {} {}", naive_ledger.periods[cell.cohort].first,
                                   cell.period - cell.cohort, naive_ledger.periods[cell.period].first,
                                   cell.base_accounts, cell.accounts, cell.base, cell.net, cell.gross,
                                   naive_ledger.periods[cell.period].complete ? 1 : 0,
                                   static_cast<double>(now) / static_cast<double>(base)));
      }
      CAPTURE(seed);
      CHECK(difference("cells", got, want) == "");
    }
  }

  TEST_CASE("the cohorts of a period sum to the ledger's closing") {
    for (const std::int64_t accounts : {40, 1024, 5000}) {
      naive::Random random(static_cast<std::uint64_t>(accounts));
      const naive::Shape shape{
          .accounts = accounts, .rows = 5, .highest = accounts == 1024 ? 5'000'000'000 : 40'000};
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(naive::random_rows(random, shape)));
      const auto out = cohort_table(ledger);
      const auto& p = ledger.periods();
      std::vector<std::int64_t> mrr(p.period.days.size()), customers(p.period.days.size()),
          joined(p.period.days.size());
      bool bounded = true;
      for (std::size_t i = 0; i < out.age.size(); ++i) {
        const auto at = static_cast<std::size_t>(
            std::find(p.period.days.begin(), p.period.days.end(), out.period.days[i]) -
            p.period.days.begin());
        mrr[at] += out.net.minor[i];
        customers[at] += out.accounts[i];
        if (out.age[i] == 0) joined[at] = out.base_accounts[i];
        bounded = bounded && out.gross.minor[i] <= std::min(out.base.minor[i], out.net.minor[i]) &&
                  out.accounts[i] <= out.base_accounts[i];
      }
      CHECK(difference("mrr", mrr, p.closing.minor) == "");
      CHECK(difference("customers", customers, p.closing_accounts) == "");
      CHECK(difference("joined", joined, p.new_business_accounts) == "");
      CHECK(bounded);
    }
  }

  TEST_CASE("the last cells are not final where as_of cuts their period short") {
    const auto complete_of = [](std::string_view as_of) {
      return text(cohort_table(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 1}}),
                                          {.as_of = date(as_of)}))
                      .complete);
    };
    CHECK(complete_of("2024-02-28") == "1 0");
    CHECK(complete_of("2024-02-29") == "1 1");
  }

  TEST_CASE("every instruction set gives the same bits, those of adding one account after the other") {
    naive::Random random(13);
    constexpr std::size_t periods = 30, lanes = 64;
    const std::size_t width = retention::detail::CohortSums::width(periods);
    CHECK(width == 32);
    std::vector<std::int32_t> changes(lanes * width);
    std::vector<std::uint32_t> begin(lanes, periods);
    retention::detail::CohortSums want(periods);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      std::int32_t level = 0, base = 0;
      std::size_t cohort = periods;
      for (std::size_t period = 0; period < periods; ++period) {
        const std::int32_t before = level;
        if (random.chance(20))
          level = random.chance(30) ? 0 : static_cast<std::int32_t>(random.between(1, 1'000'000));
        changes[lane * width + period] = level - before;
        if (level > 0 && cohort == periods) {
          cohort = period;
          base = level;
          begin[lane] = static_cast<std::uint32_t>(period - (period > 0 && random.chance(50) ? 1 : 0));
        }
        if (cohort == periods) continue;
        const std::size_t cell = want.row(cohort) + period;
        want.accounts[cell] += level > 0 ? 1 : 0;
        want.net[cell] += level;
        want.gross[cell] += std::min(level, base);
      }
      changes[lane * width + periods] = -level;  // where what never ends ends
    }
    for (const SimdLevel level : {SimdLevel::baseline, SimdLevel::avx2, SimdLevel::avx512}) {
      if (level > best_simd_level()) continue;
      std::vector<std::int32_t> mrr = changes;
      retention::detail::CohortSums sums(periods);
      retention::detail::AddToCohorts<std::int32_t, false> kernel{mrr.data(), nullptr, begin.data(), lanes,
                                                                  periods,    width,   &sums};
      dispatch(kernel, level);
      CHECK(sums.accounts == want.accounts);
      CHECK(sums.net == want.net);
      CHECK(sums.gross == want.gross);
    }
  }

  TEST_CASE("small and empty") {
    CHECK(cohort_table(mrr_ledger(tables::subscriptions({}))).age.empty());
    CHECK(cohort_table(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 0}}))).age.empty());
    const auto one = cohort_table(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 5}})));
    CHECK(text(one.age) == "0");
    CHECK(one.rate == std::vector<double>{1});
  }

  TEST_CASE("the columns have their names, in order") {
    CohortTable out;
    std::string names;
    CohortTable::each_column(out, [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "cohort age period base_accounts accounts base net gross rate complete ");
  }

  TEST_CASE("takes at most 4,096 periods") {
    const auto of = [](std::int32_t n) {
      return mrr_ledger(ledger_checks::subscriptions({{1, 10'000, naive::never, 5}}),
                        {.as_of = Date{10'000 + n - 1}, .period = Period::day});
    };
    CHECK(cohort_table(of(4096)).age.size() == 4096);
    CHECK_THROWS_WITH_AS(
        cohort_table(of(4097)),
        "cohort_table: ledger = 4097 periods has more than 4,096 periods; make a ledger of longer ones",
        InvalidInput);
  }
}
