// SPDX-License-Identifier: MIT
#include <fealty/revenue/accounts_behind.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::date;

namespace {

constexpr std::array<LedgerCell, 7> all_cells{
    LedgerCell::opening,     LedgerCell::new_business, LedgerCell::reactivation, LedgerCell::expansion,
    LedgerCell::contraction, LedgerCell::churn,        LedgerCell::closing};

using Parts = std::map<std::int64_t, std::int64_t>;  // account to amount

Parts parts(const AccountsBehind& behind) {
  Parts out;
  for (std::size_t i = 0; i < behind.amount.minor.size(); ++i)
    out[ledger_checks::account_of(behind.account, i)] = behind.amount.minor[i];
  return out;
}

/// Who stands behind a cell, by the naive ledger.
Parts wanted(const naive::Ledger& ledger, std::size_t period, LedgerCell cell) {
  if (cell == LedgerCell::closing) return ledger.customers[period];
  if (cell == LedgerCell::opening) return period == 0 ? Parts{} : ledger.customers[period - 1];
  Parts out;
  for (const auto& movement : ledger.movements[period])
    if (static_cast<int>(movement.kind) + 1 == static_cast<int>(cell))
      out[movement.account] = movement.amount;
  return out;
}

std::int64_t sum(const std::vector<std::int64_t>& values) {
  std::int64_t out = 0;
  for (const auto value : values) out += value;
  return out;
}

/// a grows in March, b leaves in March, c comes in March, d comes back in March.
MrrLedger march() {
  return mrr_ledger(tables::subscriptions({{"c", "2024-03-15", "open", 700},
                                           {"a", "2024-01-10", "2024-03-20", 5000},
                                           {"a", "2024-03-20", "open", 6000},
                                           {"b", "2024-01-10", "2024-03-01", 2000},
                                           {"b", "2024-01-10", "2024-03-31", 300},
                                           {"d", "2024-01-10", "2024-02-01", 80},
                                           {"d", "2024-03-02", "2024-06-01", 90},
                                           {"e", "2024-03-02", "2024-03-09", 1}}),
                    {.as_of = date("2024-04-30")});
}

std::string behind(LedgerCell cell, const std::string& period = "2024-03") {
  const AccountsBehind found = accounts_behind(march(), {.period = period, .kind = cell});
  std::string out;
  for (std::size_t i = 0; i < found.amount.minor.size(); ++i)
    out += fmt::format("{}{} {}", i == 0 ? "" : ", ", found.account.text(i), found.amount.minor[i]);
  return out;
}

std::string rows(LedgerCell cell) {
  const RowsBehind found = rows_behind(march(), {.period = "2024-03", .kind = cell});
  std::string out;
  for (std::size_t i = 0; i < found.row.size(); ++i)
    out += fmt::format("{}{} {} {}..{} {}>{}", i == 0 ? "" : ", ", found.row[i], found.account.text(i),
                       to_string(Date{found.start.days[i]}), to_string(Date{found.end.days[i]}),
                       found.before.minor[i], found.after.minor[i]);
  return out;
}

}  // namespace

TEST_SUITE("revenue/accounts_behind") {
  TEST_CASE("the accounts behind each cell") {
    CHECK(behind(LedgerCell::opening) == "a 5000, b 2300");
    CHECK(behind(LedgerCell::new_business) == "c 700");
    CHECK(behind(LedgerCell::reactivation) == "d 90");
    CHECK(behind(LedgerCell::expansion) == "a 1000");
    CHECK(behind(LedgerCell::contraction) == "");
    CHECK(behind(LedgerCell::churn) == "b 2300");
    CHECK(behind(LedgerCell::closing) == "a 6000, c 700, d 90");
    CHECK(accounts_behind(march(), {.period = "2024-03"}).account.text(0) ==
          "b");  // churn, if nothing else is asked
  }

  TEST_CASE("the rows behind each cell: what each adds before and after") {
    CHECK(rows(LedgerCell::new_business) == "0 c 2024-03-15..open 0>700");
    CHECK(rows(LedgerCell::reactivation) == "6 d 2024-03-02..open 0>90");  // ends after as_of
    CHECK(rows(LedgerCell::expansion) == "1 a 2024-01-10..2024-03-20 5000>0, 2 a 2024-03-20..open 0>6000");
    CHECK(rows(LedgerCell::churn) == "3 b 2024-01-10..2024-03-01 2000>0, 4 b 2024-01-10..2024-03-31 300>0");
    CHECK(rows(LedgerCell::contraction) == "");
  }

  TEST_CASE("a period is asked for by its name, or by any day in it") {
    for (const auto* name : {"2024-03", "2024-03-01", "2024-03-17", "2024-03-31"})
      CHECK(behind(LedgerCell::churn, name) == "b 2300");
    const auto table = tables::subscriptions({{"a", "2024-01-01", "2024-07-03", 5}});
    const auto churned = [&](Period period, std::int32_t month, const std::string& name) {
      const auto ledger =
          mrr_ledger(table, {.as_of = date("2024-12-31"), .period = period, .fiscal_year_start = month});
      return accounts_behind(ledger, {.period = name}).amount.minor == std::vector<std::int64_t>{5};
    };
    CHECK(churned(Period::day, 1, "2024-07-03"));
    CHECK(churned(Period::week, 1, "2024-W27"));
    CHECK(churned(Period::week, 1, "2024-07-07"));
    CHECK(churned(Period::quarter, 1, "2024-Q3"));
    CHECK(churned(Period::quarter, 1, "2024-09-30"));
    CHECK(churned(Period::quarter, 4, "FY2025-Q2"));
    CHECK(churned(Period::year, 7, "FY2025"));
    CHECK_FALSE(churned(Period::year, 7, "2024-06-30"));
  }

  TEST_CASE("a year that churned is found by its name") {
    const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2023-01-01", "2024-07-03", 5}}),
                                   {.as_of = date("2024-12-31"), .period = Period::year});
    CHECK(accounts_behind(ledger, {.period = "2024"}).amount.minor == std::vector<std::int64_t>{5});
    CHECK(accounts_behind(ledger, {.period = "2024-07-03"}).amount.minor == std::vector<std::int64_t>{5});
  }

  TEST_CASE("invariant 6: the accounts behind every cell sum to it, and are those of a naive ledger") {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40),
                               .rows = 7,
                               .days = seed % 5 == 0 ? 60 : 400,
                               .highest = seed % 4 == 0 ? 5'000'000'000 : 9'000};
      const auto period = static_cast<Period>(seed % 5);
      const auto table = naive::random_rows(random, shape);
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day, shape.first_day + shape.days + 100));
      const auto ledger =
          mrr_ledger(ledger_checks::subscriptions(table), {.as_of = Date{as_of}, .period = period});
      const naive::Ledger want(table, as_of, ledger_checks::cut_of(period), 1);
      const LedgerPeriods& p = ledger.periods();
      const std::array<const std::vector<std::int64_t>*, 7> amounts{
          &p.opening.minor,     &p.new_business.minor, &p.reactivation.minor, &p.expansion.minor,
          &p.contraction.minor, &p.churn.minor,        &p.closing.minor};
      const std::array<const std::vector<std::int64_t>*, 7> counts{
          &p.opening_accounts,     &p.new_business_accounts, &p.reactivation_accounts, &p.expansion_accounts,
          &p.contraction_accounts, &p.churn_accounts,        &p.closing_accounts};
      bool same = true, sums = true, counted = true;
      for (std::size_t i = 0; i < p.period.days.size(); ++i)
        for (std::size_t c = 0; c < 7; ++c) {
          const auto found =
              accounts_behind(ledger, {.period = to_string(Date{p.period.days[i]}), .kind = all_cells[c]});
          same = same && parts(found) == wanted(want, i, all_cells[c]) &&
                 found.amount.currency == ledger.currency();
          sums = sums && sum(found.amount.minor) == (*amounts[c])[i];
          counted = counted && static_cast<std::int64_t>(found.account.size()) == (*counts[c])[i];
        }
      CAPTURE(seed);
      CHECK(same);
      CHECK(sums);
      CHECK(counted);
    }
  }

  TEST_CASE("invariant 1: each account's movement is the difference of its two states") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = 30, .rows = 8};
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(naive::random_rows(random, shape)),
                                     {.period = seed % 2 == 0 ? Period::month : Period::quarter});
      const auto moved = ledger.movements();
      std::map<std::int32_t, Parts> change;
      for (std::size_t i = 0; i < moved.kind.size(); ++i) {
        const bool down = moved.kind[i] == MovementKind::churn || moved.kind[i] == MovementKind::contraction;
        change[moved.period.days[i]][ledger_checks::account_of(moved.account, i)] +=
            down ? -moved.amount.minor[i] : moved.amount.minor[i];
      }
      bool same = true;
      Parts last;
      for (const auto day : ledger.periods().period.days) {
        const std::string name = to_string(Date{day});
        Parts opening = parts(accounts_behind(ledger, {.period = name, .kind = LedgerCell::opening}));
        same = same && opening == last;
        for (const auto& [account, amount] : change[day]) opening[account] += amount;
        const Parts closing = parts(accounts_behind(ledger, {.period = name, .kind = LedgerCell::closing}));
        for (const auto& [account, amount] : opening)
          same = same && amount == (closing.count(account) != 0 ? closing.at(account) : 0);
        last = closing;
      }
      CAPTURE(seed);
      CHECK(same);
    }
  }

  TEST_CASE("rows: after less before is each account's movement") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 30), .rows = 7};
      const auto table = naive::random_rows(random, shape);
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day, shape.first_day + shape.days + 100));
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(table), {.as_of = Date{as_of}});
      bool same = true, true_rows = true, ordered = true;
      for (const auto day : ledger.periods().period.days)
        for (std::size_t c = 0; c < 7; ++c) {
          const BehindOptions cell{.period = to_string(Date{day}), .kind = all_cells[c]};
          const auto found = rows_behind(ledger, cell);
          Parts before, after;
          for (std::size_t i = 0; i < found.row.size(); ++i) {
            const auto& source = table[static_cast<std::size_t>(found.row[i])];
            const auto end = source.end == naive::never || source.end > as_of ? open : source.end;
            true_rows = true_rows && source.account == ledger_checks::account_of(found.account, i) &&
                        source.start == found.start.days[i] && end == found.end.days[i] &&
                        (found.before.minor[i] == 0 || found.before.minor[i] == source.mrr) &&
                        (found.after.minor[i] == 0 || found.after.minor[i] == source.mrr);
            ordered = ordered && (i == 0 || found.row[i - 1] < found.row[i]);
            before[source.account] += found.before.minor[i];
            after[source.account] += found.after.minor[i];
          }
          const bool state = all_cells[c] == LedgerCell::opening || all_cells[c] == LedgerCell::closing;
          const bool down = all_cells[c] == LedgerCell::churn || all_cells[c] == LedgerCell::contraction;
          const auto accounts = parts(accounts_behind(ledger, cell));
          same = same && (before.size() == accounts.size());
          for (const auto& [account, amount] : accounts)
            same = same &&
                   amount == (state ? (all_cells[c] == LedgerCell::opening ? before[account] : after[account])
                              : down ? before[account] - after[account]
                                     : after[account] - before[account]);
        }
      CAPTURE(seed);
      CHECK(same);
      CHECK(true_rows);
      CHECK(ordered);
    }
  }

  TEST_CASE("a row whose discount ends is one row, that pays more") {
    const Subscriptions table({.account = tables::Texts{"a"},
                               .start = tables::days({"2024-01-10"}),
                               .amount = tables::Reals{100},
                               .discount = tables::Reals{20},
                               .discount_end = tables::days({"2024-03-10"}),
                               .currency = "USD"});
    const auto found = rows_behind(mrr_ledger(table, {.as_of = date("2024-04-30")}),
                                   {.period = "2024-03", .kind = LedgerCell::expansion});
    CHECK(found.row == std::vector<std::int64_t>{0});
    CHECK(found.start.days == tables::days({"2024-01-10"}));
    CHECK(found.end.days == tables::days({"open"}));
    CHECK(found.before.minor == std::vector<std::int64_t>{8000});
    CHECK(found.after.minor == std::vector<std::int64_t>{10000});
  }

  TEST_CASE("rows keep their number in the caller's table, when others are dropped or no MRR") {
    const Subscriptions table(
        {.account = tables::Texts{"x", "x", "a", "x", "b"},
         .start = tables::days({"2024-01-10", "2024-01-10", "2024-01-10", "2024-01-10", "2024-01-11"}),
         .end = tables::days({"2024-01-09", "open", "open", "open", "open"}),
         .mrr = tables::Reals{5, -1, 7, 9, 3},
         .kind = tables::Texts{"recurring", "recurring", "recurring", "trial", "recurring"},
         .currency = "USD",
         .on_error = OnError::drop});
    const auto found = rows_behind(mrr_ledger(table, {.as_of = date("2024-01-31")}),
                                   {.period = "2024-01", .kind = LedgerCell::new_business});
    CHECK(found.row == std::vector<std::int64_t>{2, 4});
    CHECK(found.after.minor == std::vector<std::int64_t>{700, 300});
  }

  TEST_CASE("the columns have their names, in order") {
    std::string names;
    const auto add = [&](const char* name, const auto&) { names += std::string(name) + " "; };
    AccountsBehind accounts;
    AccountsBehind::each_column(accounts, add);
    CHECK(names == "account part amount ");
    names.clear();
    RowsBehind row;
    RowsBehind::each_column(row, add);
    CHECK(names == "row account start end before after ");
  }

  TEST_CASE("says which periods there are") {
    const auto ledger = march();
    CHECK_THROWS_WITH_AS(accounts_behind(ledger, {.period = "2024-05"}),
                         "accounts_behind: period = \"2024-05\" is not one of 2024-01 to 2024-04",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(accounts_behind(ledger, {.period = "2023-12-31"}),
                         "accounts_behind: period = \"2023-12-31\" is not one of 2024-01 to 2024-04",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(accounts_behind(ledger, {.period = ""}),
                         "accounts_behind: period = \"\" is not one of 2024-01 to 2024-04", InvalidInput);
    CHECK_THROWS_WITH_AS(rows_behind(ledger, {.period = "2024-02-30"}),
                         "rows_behind: period = \"2024-02-30\" is not one of 2024-01 to 2024-04",
                         InvalidInput);
    const auto empty = mrr_ledger(tables::subscriptions({}));
    CHECK_THROWS_WITH_AS(accounts_behind(empty, {.period = "2024-05"}),
                         "accounts_behind: period = \"2024-05\" is not there; the ledger has no periods",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(rows_behind(empty, {.period = "2024-05"}),
                         "rows_behind: period = \"2024-05\" is not there; the ledger has no periods",
                         InvalidInput);
  }
}
