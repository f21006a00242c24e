// SPDX-License-Identifier: MIT
#include <fealty/revenue/mrr_ledger.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/core/dispatch.hpp>
#include <fealty/revenue/detail/make_ledger.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using ledger_checks::IdKind;
using tables::codes;
using tables::date;
using tables::days;
using tables::moves;
using tables::text;

namespace {

constexpr std::array<Period, 5> all_periods{Period::day, Period::week, Period::month, Period::quarter,
                                            Period::year};

/// The ledger of rows, compared with the naive one in every number.
std::string difference_from_naive(const std::vector<naive::Row>& rows, std::int32_t as_of, Period period,
                                  std::int32_t fiscal_year_start, IdKind kind = IdKind::integers) {
  const naive::Ledger want(rows, as_of, ledger_checks::cut_of(period), fiscal_year_start);
  const MrrLedger got =
      mrr_ledger(ledger_checks::subscriptions(rows, kind),
                 {.as_of = Date{as_of}, .period = period, .fiscal_year_start = fiscal_year_start});
  const std::string periods = ledger_checks::periods_difference(got.periods(), want);
  return periods.empty() ? ledger_checks::movements_difference(got.movements(), want) : periods;
}

std::vector<std::int64_t> highest_amounts() {
  return {
      10, 1'000, 50'000, 30'000'000, 2'000'000'000, 3'000'000'000, 1'000'000'000'000, 4'000'000'000'000'000};
}

/// The rows, each of which lasts to the next start of its account where nothing of it runs in between and
/// that is no more than `gap_days` away.
std::vector<naive::Row> without_gaps(const std::vector<naive::Row>& rows, std::int32_t gap_days,
                                     std::int32_t as_of) {
  std::map<std::int64_t, std::vector<naive::Row>> of_account;
  for (const auto& row : rows)
    if (row.start <= as_of && row.start < row.end) of_account[row.account].push_back(row);
  std::vector<naive::Row> out = rows;
  for (auto& row : out) {
    if (row.start >= row.end || row.end > as_of) continue;
    const std::int32_t end = row.end;
    std::int32_t next = naive::never;
    bool runs = false;
    for (const auto& other : of_account[row.account]) {
      runs = runs || (other.start <= end && end < other.end);
      if (other.start > end) next = std::min(next, other.start);
    }
    if (!runs && next != naive::never && next - end <= gap_days) row.end = next;
  }
  return out;
}

/// opening + new_business + reactivation + expansion - contraction - churn = closing, and every opening
/// is the closing before it: in money and in accounts.
bool adds_up(const LedgerPeriods& p) {
  for (std::size_t i = 0; i < p.period.days.size(); ++i) {
    if (p.opening.minor[i] + p.new_business.minor[i] + p.reactivation.minor[i] + p.expansion.minor[i] -
            p.contraction.minor[i] - p.churn.minor[i] !=
        p.closing.minor[i])
      return false;
    if (p.opening_accounts[i] + p.new_business_accounts[i] + p.reactivation_accounts[i] -
            p.churn_accounts[i] !=
        p.closing_accounts[i])
      return false;
    if (p.opening.minor[i] != (i == 0 ? 0 : p.closing.minor[i - 1])) return false;
    if (p.opening_accounts[i] != (i == 0 ? 0 : p.closing_accounts[i - 1])) return false;
  }
  return true;
}

/// Runs both kernels of the ledger at the baseline and at `level`, on random differences.
template <class T, bool Free>
bool same_at_all_levels(naive::Random& random, std::size_t lanes, SimdLevel level) {
  constexpr std::size_t periods = 40;
  const std::size_t cells = (periods + 2) * lanes;
  std::vector<T> change(cells), free(cells);
  for (std::size_t lane = 0; lane < lanes; ++lane)
    for (int i = 0; i < 4; ++i) {
      const auto first = static_cast<std::size_t>(random.between(1, periods)),
                 last =
                     static_cast<std::size_t>(random.between(static_cast<std::int64_t>(first), periods + 1));
      const auto amount = static_cast<T>(
          random.chance(20) ? 0 : random.between(1, sizeof(T) == 4 ? 100'000 : 1'000'000'000'000));
      change[first * lanes + lane] += amount;
      change[last * lanes + lane] -= amount;
      free[first * lanes + lane] += amount == 0 ? 1 : 0;
      free[last * lanes + lane] -= amount == 0 ? 1 : 0;
    }
  struct Outcome {
    std::vector<T> mrr, customer;
    std::vector<revenue::detail::PeriodSums> sums;
  };
  const auto run = [&](SimdLevel at) {
    Outcome out{change, free, std::vector<revenue::detail::PeriodSums>(periods)};
    std::vector<T> covered(lanes), seen(lanes);
    const revenue::detail::Integrate<T, Free> integrate{out.mrr.data(), out.customer.data(), covered.data(),
                                                        periods, lanes};
    revenue::detail::SumMovements<T, Free> sum{integrate, integrate.levels(), seen.data(), out.sums.data()};
    dispatch(sum, at);
    return out;
  };
  const Outcome a = run(SimdLevel::baseline), b = run(level);
  bool moved = false;
  for (const auto& sum : a.sums) moved = moved || sum.churn_accounts > 0;
  return moved && a.mrr == b.mrr && a.customer == b.customer &&
         std::memcmp(a.sums.data(), b.sums.data(), periods * sizeof(a.sums[0])) == 0;
}

}  // namespace

TEST_SUITE("revenue/mrr_ledger") {
  TEST_CASE("a ledger by hand") {
    // a pays 50, then 75 from 1 March; b comes on 5 February with 20 and leaves on 20 March; c comes in
    // January with 10, leaves in February and is back in March with 15.
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-03-01", 5000},
                                                          {"a", "2024-03-01", "open", 7500},
                                                          {"b", "2024-02-05", "2024-03-20", 2000},
                                                          {"c", "2024-01-31", "2024-02-29", 1000},
                                                          {"c", "2024-03-31", "open", 1500}}),
                                   {.as_of = date("2024-04-15")});
    const LedgerPeriods& p = ledger.periods();
    CHECK(p.period.days == days({"2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"}));
    CHECK(p.period_end.days == days({"2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"}));
    CHECK(text(p.opening.minor) == "0 6000 7000 9000");
    CHECK(text(p.new_business.minor) == "6000 2000 0 0");
    CHECK(text(p.reactivation.minor) == "0 0 1500 0");
    CHECK(text(p.expansion.minor) == "0 0 2500 0");
    CHECK(text(p.contraction.minor) == "0 0 0 0");
    CHECK(text(p.churn.minor) == "0 1000 2000 0");
    CHECK(text(p.closing.minor) == "6000 7000 9000 9000");
    CHECK(text(p.opening_accounts) == "0 2 2 2");
    CHECK(text(p.new_business_accounts) == "2 1 0 0");
    CHECK(text(p.reactivation_accounts) == "0 0 1 0");
    CHECK(text(p.expansion_accounts) == "0 0 1 0");
    CHECK(text(p.contraction_accounts) == "0 0 0 0");
    CHECK(text(p.churn_accounts) == "0 1 1 0");
    CHECK(text(p.closing_accounts) == "2 2 2 2");
    CHECK(text(p.complete) == "1 1 1 0");
    CHECK(ledger.currency() == currency("USD"));
    CHECK(p.closing.currency == currency("USD"));
    CHECK(ledger.as_of() == date("2024-04-15"));
    CHECK(codes(ledger.findings()).empty());
    CHECK(ledger.policy().ledger.period == Period::month);
    CHECK(ledger.policy().ledger.fiscal_year_start == 1);
  }

  TEST_CASE("the columns have their names, in order") {
    LedgerPeriods periods;
    std::string names;
    LedgerPeriods::each_column(periods,
                               [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(
        names ==
        "period period_end opening new_business reactivation expansion contraction churn exchange closing "
        "opening_accounts "
        "new_business_accounts reactivation_accounts expansion_accounts contraction_accounts churn_accounts "
        "closing_accounts complete ");
  }

  // ---------------------------------------------------------------------------------------------------
  // Published figures

  TEST_CASE("oracle 1: five accounts, March 2020") {
    // Gold, Fighting Churn with Data, listings 2.1, 2.2 and 2.4. a5 is away from 10 to 25 March, which
    // two snapshots do not see.
    const auto ledger = mrr_ledger(tables::subscriptions({{"a1", "2020-01-05", "2020-03-15", 10000},
                                                          {"a2", "2020-01-05", "open", 10000},
                                                          {"a2", "2020-03-10", "open", 4000},
                                                          {"a3", "2020-01-05", "2020-03-20", 10000},
                                                          {"a3", "2020-03-20", "open", 6000},
                                                          {"a4", "2020-03-05", "open", 50000},
                                                          {"a5", "2020-01-05", "2020-03-10", 8000},
                                                          {"a5", "2020-03-25", "open", 8000}}),
                                   {.as_of = date("2020-03-31")});
    const LedgerPeriods& p = ledger.periods();
    REQUIRE(p.period.days.size() == 3);
    CHECK(p.opening.minor[2] == 38000);
    CHECK(p.new_business.minor[2] == 50000);
    CHECK(p.reactivation.minor[2] == 0);
    CHECK(p.expansion.minor[2] == 4000);
    CHECK(p.contraction.minor[2] == 4000);
    CHECK(p.churn.minor[2] == 10000);
    CHECK(p.closing.minor[2] == 78000);
    CHECK(p.opening_accounts[2] == 4);
    CHECK(p.churn_accounts[2] == 1);
  }

  TEST_CASE("oracle 3: the life of a customer") {
    // ChartMogul's example: 4 Gold at 2,000 a year, 2 Silver more, these cancelled, Gold cancelled, and
    // back with 3 Gold by the month.
    const Subscriptions table({.account = tables::Texts{"x", "x", "x"},
                               .start = days({"2023-01-15", "2023-03-10", "2024-05-05"}),
                               .end = days({"2024-01-15", "2023-06-20", "open"}),
                               .amount = tables::Reals{500, 30, 50},
                               .interval_unit = tables::Texts{"year", "month", "month"},
                               .quantity = tables::Counts{4, 2, 3},
                               .currency = "USD"});
    CHECK(moves(mrr_ledger(table, {.as_of = date("2024-06-30")})) ==
          "2023-01-01 x new_business 16667\n"
          "2023-03-01 x expansion 6000\n"
          "2023-06-01 x contraction 6000\n"
          "2024-01-01 x churn 16667\n"
          "2024-05-01 x reactivation 15000");
  }

  TEST_CASE("oracle 9: 2.0M + 100k + 80k - 30k - 10k = 2.14M") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"stays", "2024-01-01", "open", 150'000'000},
                                                          {"grows", "2024-01-01", "open", 30'000'000},
                                                          {"grows", "2024-02-10", "open", 8'000'000},
                                                          {"shrinks", "2024-01-01", "2024-02-10", 19'000'000},
                                                          {"shrinks", "2024-02-10", "open", 16'000'000},
                                                          {"leaves", "2024-01-01", "2024-02-20", 1'000'000},
                                                          {"comes", "2024-02-02", "open", 10'000'000}}),
                                   {.as_of = date("2024-02-29")});
    const LedgerPeriods& p = ledger.periods();
    CHECK(p.opening.minor[1] == 200'000'000);
    CHECK(p.new_business.minor[1] == 10'000'000);
    CHECK(p.expansion.minor[1] == 8'000'000);
    CHECK(p.contraction.minor[1] == 3'000'000);
    CHECK(p.churn.minor[1] == 1'000'000);
    CHECK(p.closing.minor[1] == 214'000'000);
  }

  TEST_CASE("oracle 10: 5 units at 7 from 2018-08-18 to 2019-01-01 are 35 a month") {
    const Subscriptions table({.account = tables::Texts{"z"},
                               .start = days({"2018-08-18"}),
                               .end = days({"2019-01-01"}),
                               .amount = tables::Reals{7},
                               .quantity = tables::Counts{5},
                               .currency = "USD"});
    const auto ledger = mrr_ledger(table, {.as_of = date("2019-01-31")});
    CHECK(text(ledger.periods().closing.minor) == "3500 3500 3500 3500 3500 0");
    CHECK(moves(ledger) == "2018-08-01 z new_business 3500\n2019-01-01 z churn 3500");
  }

  // ---------------------------------------------------------------------------------------------------
  // The invariants

  TEST_CASE("equals a naive ledger, on hundreds of small tables of every kind of period") {
    const auto highest = highest_amounts();
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
      naive::Random random(seed);
      naive::Shape shape;
      shape.accounts = random.between(1, 70);
      shape.rows = static_cast<int>(random.between(1, 9));
      shape.highest = highest[static_cast<std::size_t>(random.between(0, 7))];
      const auto rows = naive::random_rows(random, shape);
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day - 5, shape.first_day + shape.days + 250));
      const auto month = static_cast<std::int32_t>(random.between(1, 12));
      const Period period = all_periods[seed % 5];
      CAPTURE(seed);
      CHECK(difference_from_naive(rows, as_of, period, month,
                                  seed % 2 == 0 ? IdKind::texts : IdKind::integers) == "");
    }
  }

  TEST_CASE("equals a naive ledger around the sizes of blocks") {
    for (const std::int64_t accounts :
         {1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1023, 1024, 1025, 2048, 2049, 5000})
      for (const std::int64_t highest : {std::int64_t{50'000}, std::int64_t{3'000'000'000}}) {
        naive::Random random(static_cast<std::uint64_t>(accounts));
        const naive::Shape shape{.accounts = accounts, .rows = 4, .highest = highest};
        const auto rows = naive::random_rows(random, shape);
        CAPTURE(accounts);
        CAPTURE(highest);
        CHECK(difference_from_naive(rows, shape.first_day + shape.days, Period::month, 1) == "");
      }
  }

  TEST_CASE(
      "equals a naive ledger around the numbers of periods that change the size of blocks and records") {
    for (const std::int32_t n :
         {61, 62, 63, 126, 127, 254, 255, 510, 511, 1022, 1023, 2046, 2047, 2048, 4093, 4094, 4095, 4096}) {
      naive::Random random(static_cast<std::uint64_t>(n));
      const naive::Shape shape{.accounts = 40, .rows = 8, .first_day = 10000, .days = n - 1, .longest = n};
      auto rows = naive::random_rows(random, shape);
      rows.push_back({3, shape.first_day, naive::never, 700});             // in the first period
      rows.push_back({4, shape.first_day + n - 1, naive::never, 800});     // in the last
      rows.push_back({5, shape.first_day, shape.first_day + n - 1, 900});  // leaves in the last
      CAPTURE(n);
      CHECK(difference_from_naive(rows, shape.first_day + n - 1, Period::day, 1) == "");
    }
  }

  TEST_CASE("equals a naive ledger where sums leave 32 bits, and up to the last of 64") {
    constexpr std::int64_t two_31 = std::int64_t{1} << 31;
    for (const std::int64_t total : {two_31 - 1, two_31, two_31 + 1, 2 * two_31 - 1, 2 * two_31,
                                     2 * two_31 + 1, std::numeric_limits<std::int64_t>::max()})
      for (const int parts : {1, 2, 3, 1024}) {
        // One part each for as many accounts, and once more all of it for one account after the other.
        std::vector<naive::Row> rows;
        for (int i = 0; i < parts; ++i)
          rows.push_back({i, 19000 + i % 40, 19200 - i % 3, total / parts + (i < total % parts ? 1 : 0)});
        CAPTURE(total);
        CAPTURE(parts);
        CHECK(difference_from_naive(rows, 19300, Period::month, 1) == "");
        for (auto& row : rows) row.account = 7;
        CHECK(difference_from_naive(rows, 19300, Period::month, 1) == "");
      }
  }

  TEST_CASE("all days that the grid can hold") {
    // 65,535 days are the most; the naive ledger is right about any number of them.
    const std::int32_t first = -25567, last = first + 65'534;
    const std::vector<naive::Row> rows{
        {1, first, naive::never, 5}, {2, first + 300, last, 7}, {3, last, naive::never, 9}};
    CHECK(difference_from_naive(rows, last, Period::day, 1) == "");
    CHECK_THROWS_AS(difference_from_naive(rows, last + 1, Period::day, 1), InvalidInput);
  }

  TEST_CASE("1900-01-01 to 9999-12-31 by week, month, quarter and year") {
    const std::vector<naive::Row> rows{
        {1, min_day, naive::never, 5}, {2, min_day + 9, max_day, 7}, {3, max_day, naive::never, 9}};
    CHECK(difference_from_naive(rows, max_day, Period::year, 1) == "");
    for (const std::int32_t month : {2, 12}) {
      const auto ledger =
          mrr_ledger(ledger_checks::subscriptions(rows),
                     {.as_of = Date{max_day}, .period = Period::quarter, .fiscal_year_start = month});
      CHECK(adds_up(ledger.periods()));
      CHECK(ledger.periods().closing.minor.back() == 5 + 9);
    }
    CHECK_THROWS_AS(mrr_ledger(ledger_checks::subscriptions(rows), {.as_of = Date{max_day}}), InvalidInput);
  }

  TEST_CASE("invariants 1 and 2: every period adds up, and an account moves once in it") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 70), .rows = 8};
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(naive::random_rows(random, shape)),
                                     {.period = all_periods[seed % 5]});
      CAPTURE(seed);
      CHECK(adds_up(ledger.periods()));
      const auto moved = ledger.movements();
      std::map<std::pair<std::int32_t, std::string>, int> times;
      for (std::size_t i = 0; i < moved.kind.size(); ++i)
        times[{moved.period.days[i], moved.account.text(i)}] += 1;
      CHECK(times.size() == moved.kind.size());
    }
  }

  TEST_CASE("invariant 3: the ledgers of any two sets of accounts add to that of both") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = 50, .rows = 6};
      const auto rows = naive::random_rows(random, shape);
      std::array<std::vector<naive::Row>, 2> part;
      for (const auto& row : rows) part[static_cast<std::size_t>(row.account % 3 == 0)].push_back(row);
      // The grid begins with the first row: a free one that both parts have keeps it the same.
      for (auto& each : part) each.push_back({99, shape.first_day, naive::never, 0});
      auto all = rows;
      all.push_back({99, shape.first_day, naive::never, 0});
      const Period period = all_periods[seed % 5];
      const auto make = [&](const std::vector<naive::Row>& of) {
        return mrr_ledger(ledger_checks::subscriptions(of),
                          {.as_of = Date{shape.first_day + shape.days}, .period = period})
            .periods();
      };
      const LedgerPeriods a = make(part[0]), b = make(part[1]), both = make(all);
      CAPTURE(seed);
      bool same = true;
      std::vector<std::vector<std::int64_t>> sums;
      const auto add = [&](const char*, const auto& column) {
        if constexpr (std::is_same_v<std::decay_t<decltype(column)>, MoneyColumn>)
          sums.push_back(column.minor);
        if constexpr (std::is_same_v<std::decay_t<decltype(column)>, std::vector<std::int64_t>>)
          sums.push_back(column);
      };
      LedgerPeriods::each_column(a, add);
      LedgerPeriods::each_column(b, add);
      LedgerPeriods::each_column(both, add);
      REQUIRE(sums.size() == 3 * 15);
      for (std::size_t c = 0; c < 15; ++c)
        for (std::size_t i = 0; i < both.period.days.size(); ++i)
          same = same && sums[c][i] + sums[c + 15][i] == sums[c + 30][i];
      CHECK(same);
    }
  }

  TEST_CASE("invariant 4: net change adds over finer periods, classes do not") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = 40, .rows = 8};
      const auto table = ledger_checks::subscriptions(naive::random_rows(random, shape));
      const auto month = static_cast<std::int32_t>(random.between(1, 12));
      const Date as_of{shape.first_day + shape.days};
      const auto ledger = [&](Period period) {
        return mrr_ledger(table, {.as_of = as_of, .period = period, .fiscal_year_start = month}).periods();
      };
      const auto closing_on = [](const LedgerPeriods& p) {
        std::map<std::int32_t, std::pair<std::int64_t, std::int64_t>> out;
        for (std::size_t i = 0; i < p.period.days.size(); ++i)
          out[p.period_end.days[i]] = {p.closing.minor[i], p.closing_accounts[i]};
        return out;
      };
      const auto by_day = closing_on(ledger(Period::day)), by_month = closing_on(ledger(Period::month)),
                 by_quarter = closing_on(ledger(Period::quarter));
      bool same = true;
      std::size_t compared = 0;
      // Customers at 0 depend on what the periods before have seen, so only money is compared.
      const auto compare = [&](const auto& coarse, const auto& fine) {
        for (const auto& [end, value] : coarse) {
          const auto found = fine.find(end);
          if (found == fine.end()) continue;
          ++compared;
          same = same && found->second.first == value.first;
        }
      };
      compare(by_month, by_day);
      compare(by_quarter, by_month);
      compare(closing_on(ledger(Period::year)), by_quarter);
      compare(closing_on(ledger(Period::week)), by_day);
      CAPTURE(seed);
      CHECK(same);
      CHECK(compared > 0);
    }
    // Up by 30 in January, down by 30 in February: an expansion and a contraction by month, neither by year.
    const auto table = tables::subscriptions({{"a", "2023-12-05", "2024-01-10", 10000},
                                              {"a", "2024-01-10", "2024-02-10", 13000},
                                              {"a", "2024-02-10", "open", 10000}});
    CHECK(moves(mrr_ledger(table, {.as_of = date("2024-12-31")})) ==
          "2023-12-01 a new_business 10000\n2024-01-01 a expansion 3000\n2024-02-01 a contraction 3000");
    CHECK(moves(mrr_ledger(table, {.as_of = date("2024-12-31"), .period = Period::year})) ==
          "2023-01-01 a new_business 10000");
  }

  TEST_CASE("gap_days: what ends shortly before the next start lasts until then, as in a naive ledger") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      naive::Random random(seed);
      // Few days, so that gaps of all lengths are many; or so many that they are found another way.
      const naive::Shape shape{.accounts = seed % 10 == 0 ? 1500 : random.between(1, 60),
                               .rows = 9,
                               .first_day = seed % 20 == 3 ? -25'000 : 19'000,
                               .days = seed % 20 == 3 ? 90'000 : 500,
                               .longest = seed % 2 == 0 ? 200 : 15,
                               .highest = seed % 3 == 0 ? 3'000'000'000 : 9'000};
      const auto rows = naive::random_rows(random, shape);
      const auto gap_days = static_cast<std::int32_t>(random.between(1, seed % 4 == 0 ? 90 : 20));
      const std::int32_t as_of = shape.first_day + static_cast<std::int32_t>(random.between(60, shape.days));
      const Period period = seed % 20 == 3 ? Period::year : all_periods[seed % 5];
      const naive::Ledger want(without_gaps(rows, gap_days, as_of), as_of, ledger_checks::cut_of(period), 1);
      const auto got = mrr_ledger(ledger_checks::subscriptions(rows),
                                  {.as_of = Date{as_of},
                                   .policy = {.ledger = {.gap_days = gap_days}},
                                   .period = period,
                                   .threads = static_cast<std::int32_t>(random.between(1, 3))});
      CAPTURE(seed);
      CHECK(ledger_checks::periods_difference(got.periods(), want) == "");
      CHECK(ledger_checks::movements_difference(got.movements(), want) == "");
      // Whichever day tells: rows may begin after the last period's.
      for (const Snapshot snapshot : {Snapshot::first_day, Snapshot::any_day}) {
        const auto with_gaps = [&](const std::vector<naive::Row>& table, std::int32_t days) {
          return mrr_ledger(ledger_checks::subscriptions(table),
                            {.as_of = Date{as_of},
                             .policy = {.ledger = {.snapshot = snapshot, .gap_days = days}},
                             .period = period});
        };
        CHECK(ledger_checks::ledgers_difference(with_gaps(rows, gap_days),
                                                with_gaps(without_gaps(rows, gap_days, as_of), 0)) == "");
      }
    }
  }

  TEST_CASE("invariant 7: the order of rows and the number of threads change nothing") {
    for (const std::int64_t accounts : {3, 70, 5000}) {
      naive::Random random(static_cast<std::uint64_t>(accounts));
      const naive::Shape shape{.accounts = accounts, .rows = 5, .highest = 3'000'000};
      auto rows = naive::random_rows(random, shape);
      for (const Period period : {Period::month, Period::week}) {
        const MrrLedgerOptions alone{
            .as_of = Date{shape.first_day + shape.days}, .period = period, .threads = 1};
        const auto first = mrr_ledger(ledger_checks::subscriptions(rows, IdKind::texts), alone);
        REQUIRE(first.movements().kind.size() >= static_cast<std::size_t>(accounts));
        for (const std::int32_t threads : {0, 2, 8}) {
          MrrLedgerOptions options = alone;
          options.threads = threads;
          CAPTURE(accounts);
          CAPTURE(threads);
          CHECK(ledger_checks::ledgers_difference(
                    mrr_ledger(ledger_checks::subscriptions(rows, IdKind::texts), options), first) == "");
        }
        naive::shuffle(random, rows);
        CHECK(ledger_checks::ledgers_difference(
                  mrr_ledger(ledger_checks::subscriptions(rows, IdKind::texts), alone), first) == "");
        std::sort(rows.begin(), rows.end(),
                  [](const auto& a, const auto& b) { return a.account > b.account; });
        CHECK(ledger_checks::ledgers_difference(
                  mrr_ledger(ledger_checks::subscriptions(rows, IdKind::texts), alone), first) == "");
      }
    }
  }

  TEST_CASE("every instruction set gives the same bits") {
    naive::Random random(11);
    for (const SimdLevel level : {SimdLevel::avx2, SimdLevel::avx512}) {
      if (level > best_simd_level()) continue;
      for (const std::size_t lanes : {std::size_t{16}, std::size_t{128}, std::size_t{1024}}) {
        CAPTURE(static_cast<int>(level));
        CAPTURE(lanes);
        CHECK(same_at_all_levels<std::int32_t, false>(random, lanes, level));
        CHECK(same_at_all_levels<std::int32_t, true>(random, lanes, level));
        CHECK(same_at_all_levels<std::int64_t, false>(random, lanes, level));
        CHECK(same_at_all_levels<std::int64_t, true>(random, lanes, level));
      }
    }
  }

  TEST_CASE("ids may be any integers and texts of wildly different length") {
    constexpr std::int64_t low = std::numeric_limits<std::int64_t>::min(),
                           high = std::numeric_limits<std::int64_t>::max();
    const Subscriptions numbers(
        {.account = tables::Counts{high, low, 0, -1, high},
         .start = days({"2024-01-01", "2024-01-01", "2024-01-01", "2024-01-01", "2024-02-01"}),
         .mrr_minor = tables::Counts{1, 2, 4, 8, 16},
         .currency = "USD"});
    CHECK(moves(mrr_ledger(numbers, {.as_of = date("2024-02-29")})) ==
          "2024-01-01 -9223372036854775808 new_business 2\n"
          "2024-01-01 -1 new_business 8\n"
          "2024-01-01 0 new_business 4\n"
          "2024-01-01 9223372036854775807 new_business 1\n"
          "2024-02-01 9223372036854775807 expansion 16");
    const std::string long_id(100'000, 'x');
    const Subscriptions texts(
        {.account = tables::Texts{long_id, "", "x", long_id + "y", long_id},
         .start = days({"2024-01-01", "2024-01-01", "2024-01-01", "2024-01-01", "2024-02-01"}),
         .mrr_minor = tables::Counts{1, 2, 4, 8, 16},
         .currency = "USD"});
    CHECK(moves(mrr_ledger(texts, {.as_of = date("2024-02-29")})) ==
          "2024-01-01  new_business 2\n2024-01-01 x new_business 4\n2024-01-01 " + long_id +
              " new_business 1\n2024-01-01 " + long_id + "y new_business 8\n2024-02-01 " + long_id +
              " expansion 16");
  }

  TEST_CASE("ids that no row has are no accounts, and the order of a dictionary does not matter") {
    naive::Random random(21);
    const auto rows = naive::random_rows(random, {.accounts = 60});
    auto wide = std::make_shared<Ids>();
    std::vector<std::uint32_t> code_of;
    for (std::int64_t id = 3000; id >= 0; --id) {
      const std::uint32_t code = wide->encode(id);
      if (id < 60) code_of.insert(code_of.begin(), code);
    }
    std::vector<std::uint32_t> codes_of_rows;
    tables::Days start, end;
    tables::Counts mrr;
    for (const auto& row : rows) {
      codes_of_rows.push_back(code_of[static_cast<std::size_t>(row.account)]);
      start.push_back(row.start);
      end.push_back(row.end);
      mrr.push_back(row.mrr);
    }
    const Subscriptions table({.account = IdColumn(codes_of_rows, wide),
                               .start = start,
                               .end = end,
                               .mrr_minor = mrr,
                               .currency = "USD"});
    CHECK(ledger_checks::ledgers_difference(mrr_ledger(table),
                                            mrr_ledger(ledger_checks::subscriptions(rows))) == "");
  }

  TEST_CASE("several threads may make ledgers at once") {
    naive::Random random(22);
    const auto table = ledger_checks::subscriptions(naive::random_rows(random, {.accounts = 3000}));
    const auto want = mrr_ledger(table, {.threads = 1});
    std::vector<std::string> found(4, "not run");
    std::vector<std::thread> threads;
    for (auto& difference : found)
      threads.emplace_back([&] { difference = ledger_checks::ledgers_difference(mrr_ledger(table), want); });
    for (auto& thread : threads) thread.join();
    for (const auto& difference : found) CHECK(difference == "");
  }

  // ---------------------------------------------------------------------------------------------------
  // Point in time

  TEST_CASE("what as_of hides: later starts are not there, later ends are open") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40), .rows = 7};
      const auto rows = naive::random_rows(random, shape);
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day, shape.first_day + shape.days));
      std::vector<naive::Row> known;
      for (naive::Row row : rows) {
        if (row.start > as_of) continue;
        if (row.end > as_of) row.end = naive::never;
        known.push_back(row);
      }
      const MrrLedgerOptions options{.as_of = Date{as_of}, .period = all_periods[seed % 5]};
      CAPTURE(seed);
      CHECK(ledger_checks::ledgers_difference(mrr_ledger(ledger_checks::subscriptions(rows), options),
                                              mrr_ledger(ledger_checks::subscriptions(known), options)) ==
            "");
    }
  }

  TEST_CASE("a later as_of rewrites no period that was complete") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40), .rows = 7};
      const auto table = ledger_checks::subscriptions(naive::random_rows(random, shape));
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day + 40, shape.first_day + shape.days));
      const auto later = static_cast<std::int32_t>(random.between(as_of, as_of + 200));
      const Period period = all_periods[seed % 5];
      const auto p = mrr_ledger(table, {.as_of = Date{as_of}, .period = period}).periods();
      const auto q = mrr_ledger(table, {.as_of = Date{later}, .period = period}).periods();
      REQUIRE(p.period.days.size() <= q.period.days.size());
      bool same = true;
      for (std::size_t i = 0; i < p.period.days.size() && p.complete[i] != 0; ++i)
        same = same && p.closing.minor[i] == q.closing.minor[i] && p.churn.minor[i] == q.churn.minor[i] &&
               p.new_business.minor[i] == q.new_business.minor[i] &&
               p.expansion.minor[i] == q.expansion.minor[i] &&
               p.closing_accounts[i] == q.closing_accounts[i] && q.complete[i] == 1;
      CAPTURE(seed);
      CHECK(same);
    }
  }

  TEST_CASE("an end on as_of is known, one on the day after is not") {
    const auto table = tables::subscriptions({{"a", "2024-01-10", "2024-02-16", 5000}});
    CHECK(moves(mrr_ledger(table, {.as_of = date("2024-02-15")})) == "2024-01-01 a new_business 5000");
    CHECK(moves(mrr_ledger(table, {.as_of = date("2024-02-16")})) ==
          "2024-01-01 a new_business 5000\n2024-02-01 a churn 5000");
    // A start on as_of is known.
    CHECK(moves(mrr_ledger(table, {.as_of = date("2024-01-10")})) == "2024-01-01 a new_business 5000");
    CHECK(mrr_ledger(table, {.as_of = date("2024-01-09")}).periods().period.days.empty());
    CHECK(mrr_ledger(table, {.as_of = date("2024-01-09")}).as_of() == date("2024-01-09"));
  }

  TEST_CASE("the last period is complete when as_of is its last day") {
    const auto table = tables::subscriptions({{"a", "2024-01-10", "open", 5000}});
    const auto last = [&](std::string_view as_of, Period period) {
      const auto p =
          mrr_ledger(table, {.as_of = date(as_of), .period = period, .fiscal_year_start = 2}).periods();
      for (std::size_t i = 0; i + 1 < p.complete.size(); ++i) CHECK(p.complete[i] == 1);
      return fmt::format("{}..{} {}", to_string(Date{p.period.days.back()}),
                         to_string(Date{p.period_end.days.back()}), p.complete.back());
    };
    CHECK(last("2024-02-28", Period::month) == "2024-02-01..2024-02-29 0");
    CHECK(last("2024-02-29", Period::month) == "2024-02-01..2024-02-29 1");
    CHECK(last("2024-03-01", Period::month) == "2024-03-01..2024-03-31 0");
    CHECK(last("2024-03-01", Period::day) == "2024-03-01..2024-03-01 1");
    CHECK(last("2024-03-02", Period::week) == "2024-02-26..2024-03-03 0");
    CHECK(last("2024-03-03", Period::week) == "2024-02-26..2024-03-03 1");
    CHECK(last("2024-04-29", Period::quarter) == "2024-02-01..2024-04-30 0");
    CHECK(last("2024-04-30", Period::quarter) == "2024-02-01..2024-04-30 1");
    CHECK(last("2025-01-30", Period::year) == "2024-02-01..2025-01-31 0");
    CHECK(last("2025-01-31", Period::year) == "2024-02-01..2025-01-31 1");
  }

  TEST_CASE("a row that as_of does not see cannot make the others overflow") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const auto table =
        tables::subscriptions({{"a", "2024-01-05", "open", 1}, {"b", "2024-03-15", "open", most}});
    CHECK(text(mrr_ledger(table, {.as_of = date("2024-02-29")}).periods().closing.minor) == "1 1");
    CHECK_THROWS_AS(mrr_ledger(table, {.as_of = date("2024-03-31")}), Overflow);
  }

  TEST_CASE("columns of the caller that change after the table was made lead nowhere else") {
    const auto ends = std::make_shared<tables::Days>(days({"2024-02-01", "open", "2024-03-01"}));
    const Subscriptions table({.account = tables::Texts{"a", "b", "c"},
                               .start = days({"2024-01-01", "2024-01-01", "2024-01-01"}),
                               .end = Column<std::int32_t>(*ends, nullptr, 0, ends),
                               .mrr_minor = tables::Counts{1, 2, 4},
                               .currency = "USD"});
    (*ends)[0] = -2'000'000;
    CHECK(mrr_ledger(table, {.as_of = date("2024-02-29")}).periods().closing_accounts.size() == 2);
  }

  TEST_CASE("without as_of: the latest start, or an end at most one period later, and a finding") {
    const auto inferred = [](std::string_view end, Period period) {
      const auto ledger =
          mrr_ledger(tables::subscriptions({{"a", "2024-01-05", end, 100}, {"b", "2024-03-15", "open", 100}}),
                     {.period = period});
      REQUIRE(ledger.findings().size() == 1);
      const Finding finding = ledger.findings()[0];
      CHECK(finding.code == "as_of_inferred");
      const bool ends_later = end != "open" && date(end) > *ledger.as_of();
      CHECK(finding.severity == (ends_later ? Severity::warning : Severity::information));
      CHECK(finding.rows == (ends_later ? std::vector<std::int64_t>{0} : std::vector<std::int64_t>{}));
      std::string message =
          fmt::format("no as_of was given; the rows reach to {}", to_string(*ledger.as_of()));
      if (ends_later)
        message +=
            fmt::format("; ends after it, up to {}, are read as open: give an as_of if they have come", end);
      CHECK(finding.message == message);
      CHECK(ledger.periods().complete.back() ==
            (ledger.periods().period_end.days.back() == ledger.as_of()->days ? 1 : 0));
      return to_string(*ledger.as_of());
    };
    CHECK(inferred("open", Period::month) == "2024-03-15");
    CHECK(inferred("2024-02-01", Period::month) == "2024-03-15");
    CHECK(inferred("2024-03-31", Period::month) == "2024-03-31");
    CHECK(inferred("2024-04-15", Period::month) == "2024-04-15");
    CHECK(inferred("2024-04-16", Period::month) == "2024-03-15");
    CHECK(inferred("2024-03-16", Period::day) == "2024-03-16");
    CHECK(inferred("2024-03-17", Period::day) == "2024-03-15");
    CHECK(inferred("2024-03-22", Period::week) == "2024-03-22");
    CHECK(inferred("2024-03-23", Period::week) == "2024-03-15");
    CHECK(inferred("2024-06-15", Period::quarter) == "2024-06-15");
    CHECK(inferred("2024-06-16", Period::quarter) == "2024-03-15");
    CHECK(inferred("2025-03-15", Period::year) == "2025-03-15");
    CHECK(inferred("2025-03-16", Period::year) == "2024-03-15");
    // With as_of nothing is inferred.
    CHECK(mrr_ledger(tables::subscriptions({{"a", "2024-01-05", "open", 100}}), {.as_of = date("2024-03-15")})
              .findings()
              .empty());
  }

  TEST_CASE("the last days of the calendar are no trap for as_of") {
    const auto table = tables::subscriptions({{"a", "9999-12-31", "open", 100}});
    const auto ledger = mrr_ledger(table);
    CHECK(ledger.as_of() == date("9999-12-31"));
    CHECK(moves(ledger) == "9999-12-01 a new_business 100");
    CHECK(moves(mrr_ledger(table, {.period = Period::week})) == "9999-12-27 a new_business 100");
    CHECK(moves(mrr_ledger(tables::subscriptions({{"a", "1900-01-01", "1900-01-02", 100}}),
                           {.period = Period::week})) == "");
  }

  // ---------------------------------------------------------------------------------------------------
  // Small and empty

  TEST_CASE("a table without rows has a ledger without periods") {
    const Subscriptions empty(
        {.account = tables::Texts{}, .start = tables::Days{}, .mrr = tables::Reals{}, .currency = "JPY"});
    const auto ledger = mrr_ledger(empty);
    CHECK(ledger.periods().period.days.empty());
    CHECK(ledger.periods().closing.minor.empty());
    CHECK_FALSE(ledger.as_of().has_value());
    CHECK(ledger.currency() == currency("JPY"));
    CHECK(ledger.movements().kind.empty());
    CHECK(ledger.findings().empty());
    const auto dated = mrr_ledger(empty, {.as_of = date("2024-02-29")});
    CHECK(dated.periods().period.days.empty());
    CHECK(dated.as_of() == date("2024-02-29"));
  }

  TEST_CASE("one row") {
    const auto ledger =
        mrr_ledger(tables::subscriptions({{"a", "2024-01-31", "open", 1}}), {.as_of = date("2024-01-31")});
    CHECK(text(ledger.periods().closing.minor) == "1");
    CHECK(text(ledger.periods().complete) == "1");
    CHECK(moves(ledger) == "2024-01-01 a new_business 1");
  }

  TEST_CASE("all rows filtered out: trials, metered and one-time charges have no MRR") {
    for (const std::string kind : {"trial", "metered", "one_time"}) {
      const Subscriptions table({.account = tables::Texts{"a", "b"},
                                 .start = days({"2024-01-05", "2024-02-05"}),
                                 .mrr = tables::Reals{50, 0},
                                 .kind = tables::Texts{kind, kind},
                                 .currency = "USD"});
      CAPTURE(kind);
      CHECK(table.size() == 2);
      const auto ledger = mrr_ledger(table, {.as_of = date("2024-03-31")});
      CHECK(ledger.movements().kind.empty());
      for (const auto closing : ledger.periods().closing.minor) CHECK(closing == 0);
      for (const auto closing : ledger.periods().closing_accounts) CHECK(closing == 0);
      CHECK(mrr_ledger(table).movements().kind.empty());
    }
  }

  TEST_CASE("zero-length rows and rows that cover no period's end do not move, and are found") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-05", "open", 100},
                                                          {"b", "2024-02-05", "2024-02-25", 700},
                                                          {"c", "2024-02-10", "2024-02-10", 900},
                                                          {"d", "2024-02-28", "2024-03-01", 50},
                                                          {"e", "2024-03-02", "2024-03-05", 40}}),
                                   {.as_of = date("2024-03-20")});
    CHECK(moves(ledger) ==
          "2024-01-01 a new_business 100\n2024-02-01 d new_business 50\n2024-03-01 d churn 50");
    const auto finding = tables::find(ledger.findings(), "covers_no_period_end");
    REQUIRE(finding.has_value());
    CHECK(finding->severity == Severity::information);
    CHECK(finding->rows == std::vector<std::int64_t>{1, 2, 4});
    CHECK(finding->message ==
          "row 1: account b, [2024-02-05, 2024-02-25) begins and ends within 2024-02; netted by period, it "
          "does not move");
    // A discount that ends within a period is not a row that does.
    const Subscriptions dearer({.account = tables::Texts{"a"},
                                .start = days({"2024-01-01"}),
                                .amount = tables::Reals{100},
                                .discount = tables::Reals{20},
                                .discount_end = days({"2024-01-15"}),
                                .currency = "USD"});
    CHECK(codes(mrr_ledger(dearer, {.as_of = date("2024-03-20")}).findings()) == "");
    // An end on as_of is known, one on the day after is not.
    const auto table = tables::subscriptions({{"e", "2024-03-02", "2024-03-20", 40}});
    CHECK(codes(mrr_ledger(table, {.as_of = date("2024-03-20")}).findings()) == "covers_no_period_end");
    CHECK(codes(mrr_ledger(table, {.as_of = date("2024-03-19")}).findings()) == "");
  }

  TEST_CASE("a free plan alone makes no customer; a customer at 0 stays one until its rows end") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"free", "2024-01-05", "open", 0},
                                                          {"a", "2024-01-05", "2024-02-05", 0},
                                                          {"a", "2024-02-05", "2024-03-05", 900},
                                                          {"a", "2024-03-05", "2024-04-05", 0},
                                                          {"a", "2024-05-05", "2024-06-05", 0},
                                                          {"a", "2024-06-05", "open", 300}}),
                                   {.as_of = date("2024-06-30")});
    CHECK(moves(ledger) ==
          "2024-02-01 a new_business 900\n"
          "2024-03-01 a contraction 900\n"
          "2024-04-01 a churn 0\n"
          "2024-06-01 a reactivation 300");
    CHECK(text(ledger.periods().closing_accounts) == "0 1 1 0 0 1");
  }

  TEST_CASE("fiscal years: quarters and years begin in their month") {
    const auto table = tables::subscriptions({{"a", "2024-01-10", "2024-05-01", 100}});
    const auto starts = [&](Period period, std::int32_t month) {
      const auto ledger =
          mrr_ledger(table, {.as_of = date("2024-06-30"), .period = period, .fiscal_year_start = month});
      CHECK(ledger.policy().ledger.fiscal_year_start == month);
      CHECK(ledger.policy().ledger.period == period);
      std::string out;
      for (const auto day : ledger.periods().period.days) out += to_string(Date{day}) + " ";
      return out;
    };
    CHECK(starts(Period::quarter, 1) == "2024-01-01 2024-04-01 ");
    CHECK(starts(Period::quarter, 2) == "2023-11-01 2024-02-01 2024-05-01 ");
    CHECK(starts(Period::quarter, 3) == "2023-12-01 2024-03-01 2024-06-01 ");
    CHECK(starts(Period::quarter, 4) == starts(Period::quarter, 1));
    CHECK(starts(Period::year, 1) == "2024-01-01 ");
    CHECK(starts(Period::year, 4) == "2023-04-01 2024-04-01 ");
    CHECK(starts(Period::year, 12) == "2023-12-01 ");
    CHECK(starts(Period::month, 7) == "2024-01-01 2024-02-01 2024-03-01 2024-04-01 2024-05-01 2024-06-01 ");
    // 1 January 2024 was a Monday.
    CHECK(starts(Period::week, 1).substr(0, 22) == "2024-01-08 2024-01-15 ");
  }

  // ---------------------------------------------------------------------------------------------------
  // Refusals

  TEST_CASE("refuses what cannot be a ledger, with who, what and why") {
    const auto table = tables::subscriptions({{"a", "2024-01-05", "open", 100}});
    CHECK_THROWS_WITH_AS(mrr_ledger(table, {.fiscal_year_start = 13}),
                         "mrr_ledger: fiscal_year_start = 13 is not a month from 1 to 12", InvalidInput);
    CHECK_THROWS_WITH_AS(mrr_ledger(table, {.fiscal_year_start = 0}),
                         "mrr_ledger: fiscal_year_start = 0 is not a month from 1 to 12", InvalidInput);
    CHECK_THROWS_WITH_AS(mrr_ledger(table, {.threads = -1}), "mrr_ledger: threads = -1 is negative",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(mrr_ledger(table, {.as_of = Date{max_day + 1}}),
                         "mrr_ledger: as_of = day 2932897 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(mrr_ledger(table, {.as_of = Date{min_day - 1}}),
                         "mrr_ledger: as_of = 1899-12-31 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(mrr_ledger(table, {.as_of = Date{std::numeric_limits<std::int32_t>::min()}}),
                         "mrr_ledger: as_of = day -2147483648 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
    try {
      mrr_ledger(table, {.fiscal_year_start = 13});
    } catch (const InvalidInput& error) {
      CHECK(error.detail().who == "mrr_ledger");
      CHECK(error.detail().what == "fiscal_year_start");
      CHECK(error.detail().value == "13");
      CHECK(error.detail().rule == "is not a month from 1 to 12");
    }
  }

  TEST_CASE("refuses more periods than a ledger holds, by its own name") {
    const auto table = tables::subscriptions({{"a", "1900-01-01", "open", 100}});
    CHECK_THROWS_WITH_AS(mrr_ledger(table, {.as_of = date("2100-01-01"), .period = Period::day}),
                         "mrr_ledger: period = day makes more than 65,535 periods of 1900-01-01 to "
                         "2100-01-01; take a longer one",
                         InvalidInput);
  }

  TEST_CASE("refuses several currencies, and not those that no row has") {
    const auto make = [](const tables::Texts& currencies, const tables::Texts& kinds) {
      return Subscriptions({.account = tables::Texts{"a", "b"},
                            .start = days({"2024-01-05", "2024-01-05"}),
                            .mrr = tables::Reals{1, 2},
                            .kind = kinds,
                            .currency_column = currencies});
    };
    CHECK_THROWS_WITH_AS(
        mrr_ledger(make({"USD", "EUR"}, {"recurring", "recurring"})),
        "mrr_ledger: currency = USD, EUR are several; without exchange rates a ledger takes one: split "
        "the rows by currency",
        InvalidInput);
    CHECK(mrr_ledger(make({"EUR", "EUR"}, {"recurring", "recurring"})).currency() == currency("EUR"));
    auto names = std::make_shared<Ids>();
    const std::uint32_t usd = names->encode("USD");
    names->encode("EUR");
    names->encode("nonsense");
    const Subscriptions one({.account = tables::Texts{"a"},
                             .start = days({"2024-01-05"}),
                             .mrr = tables::Reals{1},
                             .currency_column = IdColumn({usd}, names)});
    CHECK(mrr_ledger(one).currency() == currency("USD"));
    CHECK(mrr_ledger(one).periods().closing.minor.back() == 100);
  }

  TEST_CASE("edge case 35: an amount near the limit of 64 bits is an error that names the account") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const auto table = [](std::int64_t one, std::int64_t other) {
      return tables::subscriptions(
          {{"small", "2024-01-05", "2024-02-05", one}, {"acme", "2024-01-05", "open", other}});
    };
    CHECK(mrr_ledger(table(0, most)).periods().closing.minor.back() == most);
    CHECK(mrr_ledger(table(1, most - 1)).periods().closing.minor.front() == most);
    CHECK_THROWS_AS(mrr_ledger(table(1, most)), Overflow);
    try {
      mrr_ledger(table(1, most));
    } catch (const Overflow& error) {
      CHECK(error.detail().who == "mrr_ledger");
      CHECK(std::string(error.what()).find("account acme") != std::string::npos);
      CHECK(std::string(error.what()).find("beyond 64 bits") != std::string::npos);
      CHECK(std::string(error.what()).find("9223372036854775807") != std::string::npos);
    }
  }

  TEST_CASE("edge case 36: yen have no minor unit, dinars three digits") {
    const auto make = [](const std::string& code, double mrr) {
      return mrr_ledger(Subscriptions({.account = tables::Texts{"a"},
                                       .start = days({"2024-01-05"}),
                                       .mrr = tables::Reals{mrr},
                                       .currency = code}));
    };
    CHECK(make("JPY", 12345).periods().closing.minor.back() == 12345);
    CHECK(make("JPY", 12345).currency().exponent == 0);
    CHECK(make("KWD", 12.345).periods().closing.minor.back() == 12345);
    CHECK(make("KWD", 12.345).periods().closing.currency.exponent == 3);
    CHECK(make("USD", 12.34).periods().closing.minor.back() == 1234);
    CHECK(make("CLF", 1.2345).periods().closing.minor.back() == 12345);
  }

  TEST_CASE("rows of accounts that the accounts do not know are told") {
    const auto table = tables::subscriptions(
        {{"a", "2024-01-05", "open", 100}, {"x", "2024-01-05", "open", 100}, {"y", "2024-01-06", "open", 1}});
    const Accounts accounts(
        {.account = tables::Texts{"a", "b"}, .merged_into = tables::ids_with_nulls({"", "y"})});
    const auto ledger = mrr_ledger(table, {.as_of = date("2024-01-31"), .accounts = accounts});
    const auto orphans = tables::find(ledger.findings(), "orphan_account");
    REQUIRE(orphans);
    CHECK(orphans->rows == std::vector<std::int64_t>{1, 2});  // y is only named by b
    CHECK(orphans->message == "row 1: account x is not in the accounts");
    CHECK(codes(mrr_ledger(table, {.as_of = date("2024-01-31")}).findings()).empty());
  }
}
