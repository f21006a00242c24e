// SPDX-License-Identifier: MIT
#include <fealty/retention/revenue_retention.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/core/dispatch.hpp>
#include <fealty/retention/detail/window_sums.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

constexpr double ulp = 1e-15;

struct Wanted {
  std::vector<std::int64_t> period, base, retained, gross_retained, base_accounts, small_base, complete;
};

/// The form of GRR that goes with one of NRR.
GrossForm gross_of(NetForm form) {
  return form == NetForm::movement ? GrossForm::movement : GrossForm::cohort;
}

/// Retention by the naive ledger, in either form.
Wanted wanted(const naive::Ledger& ledger, std::size_t window, NetForm form, bool count_reactivation,
              std::int64_t small_base) {
  Wanted out;
  for (std::size_t i = window; i < ledger.periods.size(); ++i) {
    const naive::Retention cohort = ledger.retention(i, window);
    std::int64_t retained = cohort.retained, gross = cohort.gross_retained;
    if (form == NetForm::movement) {
      retained = gross = ledger.periods[i - window].closing;
      for (std::size_t p = i - window + 1; p <= i; ++p) {
        const auto& amount = ledger.periods[p].amount;
        const std::int64_t lost = amount[naive::contraction] + amount[naive::churn];
        gross -= lost;
        retained += amount[naive::expansion] - lost + (count_reactivation ? amount[naive::reactivation] : 0);
      }
    }
    out.period.push_back(ledger.periods[i].first);
    out.base.push_back(cohort.base);
    out.retained.push_back(retained);
    out.gross_retained.push_back(gross);
    out.base_accounts.push_back(cohort.base_accounts);
    out.small_base.push_back(cohort.base_accounts < small_base ? 1 : 0);
    out.complete.push_back(ledger.periods[i].complete ? 1 : 0);
  }
  return out;
}

std::string difference_from(const RevenueRetention& got, const Wanted& want) {
  for (const std::string& found :
       {difference("period", got.period.days, want.period), difference("base", got.base.minor, want.base),
        difference("retained", got.retained.minor, want.retained),
        difference("gross_retained", got.gross_retained.minor, want.gross_retained),
        difference("base_accounts", got.base_accounts, want.base_accounts),
        difference("small_base", got.small_base, want.small_base),
        difference("complete", got.complete, want.complete)})
    if (!found.empty()) return found;
  if (got.nrr.size() != got.base.minor.size() || got.grr.size() != got.base.minor.size())
    return "rates of another length";
  for (std::size_t i = 0; i < got.nrr.size(); ++i) {
    const auto base = static_cast<double>(got.base.minor[i]);
    if (got.base.minor[i] == 0) {
      if (!std::isnan(got.nrr[i]) || !std::isnan(got.grr[i]))
        return fmt::format("[{}]: a rate without a base", i);
    } else if (got.nrr[i] != static_cast<double>(got.retained.minor[i]) / base ||
               got.grr[i] != static_cast<double>(got.gross_retained.minor[i]) / base) {
      return fmt::format("[{}]: nrr {} or grr {} is not the quotient", i, got.nrr[i], got.grr[i]);
    }
  }
  return {};
}

MrrLedger five_accounts() {  // oracle 1
  return mrr_ledger(tables::subscriptions({{"a1", "2020-01-05", "2020-03-15", 10000},
                                           {"a2", "2020-01-05", "open", 10000},
                                           {"a2", "2020-03-10", "open", 4000},
                                           {"a3", "2020-01-05", "2020-03-20", 10000},
                                           {"a3", "2020-03-20", "open", 6000},
                                           {"a4", "2020-03-05", "open", 50000},
                                           {"a5", "2020-01-05", "2020-03-10", 8000},
                                           {"a5", "2020-03-25", "open", 8000}}),
                    {.as_of = date("2020-03-31")});
}

}  // namespace

TEST_SUITE("retention/revenue_retention") {
  TEST_CASE("oracle 1: net retention 280/380") {
    // Gold, Fighting Churn with Data, listing 2.1, run on PostgreSQL 15: 0.7368421.
    const auto out = revenue_retention(five_accounts(), {.window = 1});
    REQUIRE(out.nrr.size() == 2);
    CHECK(out.base.minor[1] == 38000);
    CHECK(out.retained.minor[1] == 28000);
    CHECK(std::abs(out.nrr[1] - 0.7368421) < 5e-8);
    // Of what they paid, none more than before: 100 + 60 + 80 of 380.
    CHECK(out.gross_retained.minor[1] == 24000);
    CHECK(std::abs(out.grr[1] - 240.0 / 380) < ulp);
    CHECK(out.base_accounts[1] == 4);
    CHECK(out.small_base[1] == 1);
    CHECK(out.complete[1] == 1);
    CHECK(out.base.currency == currency("USD"));
    // In the movement form a2's 40 more and a3's 40 less are movements of all accounts.
    const auto moved = revenue_retention(
        five_accounts(), {.window = 1, .nrr_form = NetForm::movement, .grr_form = GrossForm::movement});
    CHECK(moved.retained.minor[1] == 28000);
    CHECK(moved.gross_retained.minor[1] == 24000);
  }

  TEST_CASE("oracle 8: contraction 0.6M, churn 0.9M, expansion 1.8M of 10.0M: GRR 85%, NRR 103%") {
    const auto ledger =
        mrr_ledger(tables::subscriptions({{"stays", "2024-01-01", "open", 640'000'000},
                                          {"grows", "2024-01-01", "open", 100'000'000},
                                          {"grows", "2024-02-01", "open", 180'000'000},
                                          {"shrinks", "2024-01-01", "2024-02-15", 170'000'000},
                                          {"shrinks", "2024-02-15", "open", 110'000'000},
                                          {"leaves", "2024-01-01", "2024-02-10", 90'000'000},
                                          {"comes", "2024-02-10", "open", 77'000'000}}),
                   {.as_of = date("2024-02-29")});
    for (const NetForm form : {NetForm::cohort, NetForm::movement}) {
      const auto out = revenue_retention(ledger, {.window = 1, .nrr_form = form, .grr_form = gross_of(form)});
      REQUIRE(out.nrr.size() == 1);
      CHECK(out.base.minor[0] == 1'000'000'000);
      CHECK(out.retained.minor[0] == 1'030'000'000);
      CHECK(out.gross_retained.minor[0] == 850'000'000);
      CHECK(std::abs(out.nrr[0] - 1.03) < ulp);
      CHECK(std::abs(out.grr[0] - 0.85) < ulp);
    }
  }

  TEST_CASE("edge case 34: upgraded from 500 to 1,379 and churned within the window") {
    // The cohort form loses the opening 500, 100%; the movement form loses 1,379 of 500, and says so.
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 50000},
                                                          {"a", "2024-02-10", "2024-03-05", 137900}}),
                                   {.as_of = date("2024-03-31")});
    const auto cohort = revenue_retention(ledger, {.window = 2});
    CHECK(text(cohort.base.minor) == "50000");
    CHECK(cohort.nrr == std::vector<double>{0});
    CHECK(cohort.grr == std::vector<double>{0});
    const auto moved = revenue_retention(
        ledger, {.window = 2, .nrr_form = NetForm::movement, .grr_form = GrossForm::movement});
    CHECK(text(moved.retained.minor) == "0");
    CHECK(text(moved.gross_retained.minor) == "-87900");
    CHECK(std::abs(1 - moved.grr[0] - 2.758) < 1e-12);
    CHECK(cohort.findings.empty());
    REQUIRE(moved.findings.size() == 1);
    CHECK(moved.findings[0].code == "gross_retained_below_zero");
    CHECK(moved.findings[0].rows == std::vector<std::int64_t>{0});
    CHECK(
        moved.findings[0].message ==
        "row 0: more than the base of 500.00 USD was lost by 2024-03-31: movements count what was won within "
        "the window and lost again");
    // Netted within one month, even the movement form sees the 500 alone.
    const auto netted =
        revenue_retention(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 50000},
                                                            {"a", "2024-02-10", "2024-02-25", 137900}}),
                                     {.as_of = date("2024-02-29")}),
                          {.window = 1, .nrr_form = NetForm::movement, .grr_form = GrossForm::movement});
    CHECK(netted.grr == std::vector<double>{0});
  }

  TEST_CASE("GRR is capped per account, not in total") {
    // a doubles, b leaves: the total is unchanged, but half of the revenue was lost.
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100},
                                                          {"a", "2024-02-10", "open", 100},
                                                          {"b", "2024-01-10", "2024-02-10", 100}}),
                                   {.as_of = date("2024-02-29")});
    const auto out = revenue_retention(ledger, {.window = 1});
    CHECK(out.nrr[0] == 1);
    CHECK(out.grr[0] == 0.5);
  }

  TEST_CASE("an account that left and came back within the window is retained; movements count it as asked") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100},
                                                          {"a", "2024-03-10", "open", 150},
                                                          {"b", "2024-01-10", "open", 100}}),
                                   {.as_of = date("2024-03-31")});
    const auto cohort = revenue_retention(ledger, {.window = 2});
    CHECK(cohort.nrr[0] == 1.25);
    CHECK(cohort.grr[0] == 1);
    const auto without = revenue_retention(
        ledger, {.window = 2, .nrr_form = NetForm::movement, .grr_form = GrossForm::movement});
    CHECK(without.nrr[0] == 0.5);
    CHECK(without.grr[0] == 0.5);
    const auto with = revenue_retention(ledger, {.window = 2,
                                                 .nrr_form = NetForm::movement,
                                                 .grr_form = GrossForm::movement,
                                                 .nrr_reactivation = true});
    CHECK(with.nrr[0] == 1.25);
    CHECK(with.grr[0] == 0.5);
  }

  TEST_CASE("trailing 12 months, the default") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2023-01-10", "2024-01-15", 10000},
                                                          {"a", "2024-01-15", "open", 12000},
                                                          {"b", "2023-01-20", "2023-12-20", 5000},
                                                          {"c", "2023-02-01", "open", 1000}}),
                                   {.as_of = date("2024-02-10")});
    const auto out = revenue_retention(ledger);
    CHECK(out.period.days == days({"2024-01-01", "2024-02-01"}));
    CHECK(out.period_end.days == days({"2024-01-31", "2024-02-29"}));
    CHECK(text(out.base.minor) == "15000 16000");
    CHECK(text(out.retained.minor) == "12000 13000");
    CHECK(text(out.gross_retained.minor) == "10000 11000");
    CHECK(text(out.base_accounts) == "2 3");
    CHECK(text(out.complete) == "1 0");
    CHECK(text(revenue_retention(ledger, {.small_base = 3}).small_base) == "1 0");
    CHECK(text(revenue_retention(ledger, {.small_base = 0}).small_base) == "0 0");
  }

  TEST_CASE("accounts at 0 are no base of a rate; a base of 0 has no rate") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-02-10", 100},
                                                          {"a", "2024-02-10", "2024-04-10", 0},
                                                          {"a", "2024-04-10", "open", 500}}),
                                   {.as_of = date("2024-05-31")});
    const auto out = revenue_retention(ledger, {.window = 1});
    CHECK(text(out.base.minor) == "100 0 0 500");
    CHECK(text(out.base_accounts) == "1 0 0 1");
    CHECK(out.nrr[0] == 0);
    CHECK(std::isnan(out.nrr[1]));
    CHECK(std::isnan(out.grr[1]));
    CHECK(std::isnan(out.nrr[2]));
    CHECK(out.nrr[3] == 1);
  }

  TEST_CASE("equals a naive ledger, in both forms, for any window and period") {
    const std::vector<std::int64_t> highest{10, 9'000, 30'000'000, 3'000'000'000, 4'000'000'000'000};
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 70), .rows = 7, .highest = highest[seed % 5]};
      const auto rows = naive::random_rows(random, shape);
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day, shape.first_day + shape.days + 200));
      const auto period = static_cast<Period>(random.between(0, 4));
      const auto month = static_cast<std::int32_t>(random.between(1, 12));
      const naive::Ledger naive_ledger(rows, as_of, ledger_checks::cut_of(period), month);
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows),
                                     {.as_of = Date{as_of}, .period = period, .fiscal_year_start = month});
      for (const std::int32_t window : {1, 2, 3, 12, static_cast<std::int32_t>(random.between(1, 40))})
        for (const NetForm form : {NetForm::cohort, NetForm::movement}) {
          const bool count = random.chance(50);
          CAPTURE(seed);
          CAPTURE(window);
          CHECK(difference_from(revenue_retention(ledger, {.window = window,
                                                           .nrr_form = form,
                                                           .grr_form = gross_of(form),
                                                           .nrr_reactivation = count,
                                                           .small_base = 7}),
                                wanted(naive_ledger, static_cast<std::size_t>(window), form, count, 7)) ==
                "");
        }
    }
  }

  TEST_CASE("equals a naive ledger across blocks of accounts, wide sums and many periods") {
    for (const std::int64_t accounts : {1023, 1024, 1025, 5000}) {
      naive::Random random(static_cast<std::uint64_t>(accounts));
      const naive::Shape shape{
          .accounts = accounts, .rows = 4, .days = 800, .highest = accounts == 1024 ? 4'000'000'000 : 60'000};
      const auto rows = naive::random_rows(random, shape);
      const std::int32_t as_of = shape.first_day + shape.days;
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows), {.as_of = Date{as_of}});
      const naive::Ledger naive_ledger(rows, as_of, naive::Cut::month, 1);
      CAPTURE(accounts);
      CHECK(difference_from(revenue_retention(ledger),
                            wanted(naive_ledger, 12, NetForm::cohort, false, 30)) == "");
    }
    naive::Random random(3);
    const naive::Shape shape{.accounts = 20, .rows = 9, .days = 3000, .longest = 900};
    const auto rows = naive::random_rows(random, shape);
    const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows),
                                   {.as_of = Date{shape.first_day + 3000}, .period = Period::day});
    const naive::Ledger naive_ledger(rows, shape.first_day + 3000, naive::Cut::day, 1);
    for (const std::int32_t window : {1, 63, 64, 65, 365, 2047, 2048, 2900})
      CHECK(difference_from(
                revenue_retention(ledger, {.window = window}),
                wanted(naive_ledger, static_cast<std::size_t>(window), NetForm::cohort, false, 30)) == "");
  }

  TEST_CASE("sums of 64 bits stay exact") {
    // 2^62 + 1 cents and 2^62 - 7: a double holds neither.
    constexpr std::int64_t big = std::int64_t{1} << 62;
    const auto ledger = mrr_ledger(
        tables::subscriptions({{"a", "2024-01-10", "open", big - 7}, {"a", "2024-02-10", "open", 8}}),
        {.as_of = date("2024-02-29")});
    const auto out = revenue_retention(ledger, {.window = 1});
    CHECK(out.base.minor[0] == big - 7);
    CHECK(out.retained.minor[0] == big + 1);
    CHECK(out.gross_retained.minor[0] == big - 7);
    CHECK(out.grr[0] == 1);
  }

  TEST_CASE("invariant 5: in a closed cohort GRR <= min(1, NRR), and movements of its accounts add up") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 60), .rows = 7};
      const auto rows = naive::random_rows(random, shape);
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows));
      for (const std::int32_t window : {1, 3, 12}) {
        const auto out = revenue_retention(ledger, {.window = window});
        bool lawful = true;
        for (std::size_t i = 0; i < out.nrr.size(); ++i) {
          lawful = lawful &&
                   out.gross_retained.minor[i] <= std::min(out.base.minor[i], out.retained.minor[i]) &&
                   out.gross_retained.minor[i] >= 0;
          if (out.base.minor[i] > 0) lawful = lawful && out.grr[i] <= std::min(1.0, out.nrr[i]);
        }
        CAPTURE(seed);
        CHECK(lawful);
      }
      // The accounts of the first period with MRR alone: start + expansion - contraction - churn +
      // reactivation = end, in each period, and their MRR is what the cohort form retains.
      const auto& p = ledger.periods();
      const auto first = static_cast<std::size_t>(
          std::find_if(p.closing.minor.begin(), p.closing.minor.end(), [](auto mrr) { return mrr > 0; }) -
          p.closing.minor.begin());
      if (first == p.closing.minor.size()) continue;
      const naive::Ledger all(rows, ledger.as_of()->days, naive::Cut::month, 1);
      std::vector<naive::Row> cohort;
      for (const auto& row : rows)
        if (all.customers[first].count(row.account) != 0) cohort.push_back(row);
      cohort.push_back({-1, p.period.days[0], naive::never, 0});  // keeps the grid
      const auto closed =
          mrr_ledger(ledger_checks::subscriptions(cohort), {.as_of = ledger.as_of()}).periods();
      bool same = closed.closing.minor.size() == p.closing.minor.size();
      for (std::size_t i = first + 1; same && i < closed.closing.minor.size(); ++i) {
        same = closed.new_business.minor[i] == 0 &&
               closed.opening.minor[i] + closed.expansion.minor[i] - closed.contraction.minor[i] -
                       closed.churn.minor[i] + closed.reactivation.minor[i] ==
                   closed.closing.minor[i];
        const auto window = static_cast<std::int32_t>(i - first);
        const auto out = revenue_retention(ledger, {.window = window});
        same = same && out.retained.minor[first] == closed.closing.minor[i];
      }
      CHECK(same);
    }
  }

  TEST_CASE("every instruction set gives the same bits") {
    naive::Random random(12);
    constexpr std::size_t periods = 30, lanes = 128;
    std::vector<std::int64_t> mrr((periods + 2) * lanes), customer((periods + 2) * lanes);
    for (std::size_t i = lanes; i < (periods + 1) * lanes; ++i) {
      mrr[i] = random.chance(40) ? 0 : random.between(1, 1'000'000'000'000);
      customer[i] = mrr[i] > 0 || random.chance(10) ? -1 : 0;
    }
    const auto run = [&](SimdLevel level) {
      std::vector<retention::detail::WindowSums> sums(periods);
      revenue::detail::SumWindow<std::int64_t, true> with_free{
          {mrr.data(), customer.data(), periods, lanes}, 5, sums.data()};
      dispatch(with_free, level);
      revenue::detail::SumWindow<std::int64_t, false> without{
          {mrr.data(), customer.data(), periods, lanes}, 7, sums.data()};
      dispatch(without, level);
      return sums;
    };
    const auto want = run(SimdLevel::baseline);
    CHECK(want.back().retained_customers > 0);
    for (const SimdLevel level : {SimdLevel::avx2, SimdLevel::avx512}) {
      if (level > best_simd_level()) continue;
      const auto got = run(level);
      CHECK(std::memcmp(got.data(), want.data(), periods * sizeof(got[0])) == 0);
    }
  }

  TEST_CASE("short ledgers have no rows") {
    const auto ledger =
        mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100}}), {.as_of = date("2024-12-31")});
    CHECK(revenue_retention(ledger).nrr.empty());
    CHECK(revenue_retention(ledger, {.window = 11}).nrr.size() == 1);
    CHECK(revenue_retention(ledger, {.window = 2'147'483'647}).nrr.empty());
    CHECK(revenue_retention(mrr_ledger(tables::subscriptions({}))).nrr.empty());
    CHECK(revenue_retention(mrr_ledger(tables::subscriptions({})),
                            {.nrr_form = NetForm::movement, .grr_form = GrossForm::movement})
              .nrr.empty());
  }

  TEST_CASE("the columns have their names, in order") {
    RevenueRetention out;
    std::string names;
    RevenueRetention::each_column(out,
                                  [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names ==
          "period period_end nrr grr nrr_lower nrr_upper grr_lower grr_upper base retained gross_retained "
          "base_accounts small_base complete ");
  }

  TEST_CASE("refuses options out of range") {
    CHECK_THROWS_WITH_AS(revenue_retention(five_accounts(), {.window = 0}),
                         "revenue_retention: window = 0 is below 1", InvalidInput);
    CHECK_THROWS_WITH_AS(revenue_retention(five_accounts(), {.window = -12}),
                         "revenue_retention: window = -12 is below 1", InvalidInput);
    CHECK_THROWS_WITH_AS(revenue_retention(five_accounts(), {.small_base = -1}),
                         "revenue_retention: small_base = -1 is negative", InvalidInput);
  }
}
