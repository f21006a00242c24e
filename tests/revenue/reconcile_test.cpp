// SPDX-License-Identifier: MIT
#include <fealty/revenue/reconcile.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using ledger_checks::IdKind;
using tables::Counts;
using tables::date;
using tables::days;
using tables::Reals;
using tables::text;
using tables::Texts;

namespace {

using Cells = std::array<std::int64_t, 7>;
using Key = std::pair<std::int32_t, std::int64_t>;  // first day of the period, account

/// A summary as somebody keeps it who does not know the library: by period and account, from the naive
/// ledger.
std::map<Key, Cells> naive_summary(const naive::Ledger& ledger) {
  std::map<Key, Cells> out;
  for (std::size_t p = 0; p < ledger.periods.size(); ++p) {
    const auto row = [&](std::int64_t account) -> Cells& { return out[{ledger.periods[p].first, account}]; };
    if (p > 0)
      for (const auto& [account, mrr] : ledger.customers[p - 1]) row(account)[0] = mrr;
    for (const auto& move : ledger.movements[p])
      row(move.account)[static_cast<std::size_t>(move.kind) + 1] = move.amount;
    for (const auto& [account, mrr] : ledger.customers[p]) row(account)[6] = mrr;
  }
  return out;
}

Summary summary_of(const std::map<Key, Cells>& rows, IdKind kind) {
  tables::Days when;
  std::vector<naive::Row> accounts;
  std::array<Counts, 7> cells;
  for (const auto& [key, values] : rows) {
    when.push_back(key.first);
    accounts.push_back({key.second, 0, 0, 0});
    for (std::size_t cell = 0; cell < 7; ++cell) cells[cell].push_back(values[cell]);
  }
  SummaryColumns columns;
  columns.date = when;
  columns.account = ledger_checks::ids(accounts, kind);
  columns.opening_minor = cells[0];
  columns.new_business_minor = cells[1];
  columns.reactivation_minor = cells[2];
  columns.expansion_minor = cells[3];
  columns.contraction_minor = cells[4];
  columns.churn_minor = cells[5];
  columns.closing_minor = cells[6];
  columns.currency = "USD";
  return Summary(columns);
}

/// Where a cell stands among the naive ledger's, which knows no exchange.
int place_of(LedgerCell cell) { return cell == LedgerCell::closing ? 6 : static_cast<int>(cell); }

/// The ledger's own periods as a summary.
SummaryColumns own(const LedgerPeriods& p) {
  SummaryColumns columns;
  columns.date = p.period.days;
  columns.opening_minor = p.opening.minor;
  columns.new_business_minor = p.new_business.minor;
  columns.reactivation_minor = p.reactivation.minor;
  columns.expansion_minor = p.expansion.minor;
  columns.contraction_minor = p.contraction.minor;
  columns.churn_minor = p.churn.minor;
  columns.closing_minor = p.closing.minor;
  columns.opening_accounts = p.opening_accounts;
  columns.new_business_accounts = p.new_business_accounts;
  columns.reactivation_accounts = p.reactivation_accounts;
  columns.expansion_accounts = p.expansion_accounts;
  columns.contraction_accounts = p.contraction_accounts;
  columns.churn_accounts = p.churn_accounts;
  columns.closing_accounts = p.closing_accounts;
  columns.currency = "USD";
  return columns;
}

/// The differences, such as "2024-01-01 a churn 100 - 200 = -100 sign" (summary - ledger), one on a line.
std::string lines(const Reconciliation& found) {
  const auto& d = found.amounts;
  std::string out;
  for (std::size_t i = 0; i < d.cell.size(); ++i)
    out += fmt::format("{}{} {} {} {} - {} = {} {}", i == 0 ? "" : "\n", to_string(Date{d.period.days[i]}),
                       d.account.text(i), enum_names(LedgerCell{})[static_cast<std::size_t>(d.cell[i])],
                       d.summary.minor[i], d.ledger.minor[i], d.difference.minor[i],
                       enum_names(DifferenceReason{})[static_cast<std::size_t>(d.reason[i])]);
  return out;
}
std::string count_lines(const Reconciliation& found) {
  const auto& d = found.counts;
  std::string out;
  for (std::size_t i = 0; i < d.cell.size(); ++i)
    out +=
        fmt::format("{}{} {} {} - {} = {} {}", i == 0 ? "" : "\n", to_string(Date{d.period.days[i]}),
                    enum_names(LedgerCell{})[static_cast<std::size_t>(d.cell[i])], d.summary[i], d.ledger[i],
                    d.difference[i], enum_names(DifferenceReason{})[static_cast<std::size_t>(d.reason[i])]);
  return out;
}

/// Where a reconciliation does not add up; empty when it does, to the last minor unit.
std::string wrong_sums(const Reconciliation& found, const MrrLedger& ledger) {
  std::map<std::pair<std::int32_t, LedgerCell>, std::int64_t> listed;
  for (std::size_t i = 0; i < found.amounts.cell.size(); ++i) {
    const auto& d = found.amounts;
    if (d.summary.minor[i] - d.ledger.minor[i] != d.difference.minor[i]) return fmt::format("row {}", i);
    listed[{d.period.days[i], d.cell[i]}] += d.difference.minor[i];
  }
  const auto& t = found.totals;
  const auto& p = ledger.periods();
  for (std::size_t i = 0; i < t.cell.size(); ++i) {
    const bool adds = t.summary.minor[i] - t.ledger.minor[i] == t.difference.minor[i] &&
                      t.explained.minor[i] + t.within_tolerance.minor[i] == t.difference.minor[i] &&
                      t.explained.minor[i] == listed[{t.period.days[i], t.cell[i]}];
    if (!adds) return fmt::format("total {}", i);
    const std::array<const MoneyColumn*, 8> columns{&p.opening,   &p.new_business, &p.reactivation,
                                                    &p.expansion, &p.contraction,  &p.churn,
                                                    &p.exchange,  &p.closing};
    for (std::size_t row = 0; row < p.period.days.size(); ++row)
      if (p.period.days[row] == t.period.days[i] &&
          columns[static_cast<std::size_t>(t.cell[i])]->minor[row] != t.ledger.minor[i])
        return fmt::format("total {} is not the ledger's", i);
  }
  return "";
}

/// a: 100 from January, 150 from March. b: 200 from January to March.
MrrLedger small() {
  return mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "2024-03-10", 10000},
                                           {"a", "2024-03-10", "open", 15000},
                                           {"b", "2024-01-20", "2024-03-20", 20000}}),
                    {.as_of = date("2024-04-30")});
}

Reconciliation closings(const Texts& periods, const Texts& accounts, const Counts& closing) {
  SummaryColumns columns;
  columns.period = periods;
  if (!accounts.empty()) columns.account = accounts;
  columns.closing_minor = closing;
  columns.currency = "USD";
  return reconcile(small(), Summary(columns));
}

}  // namespace

TEST_SUITE("revenue/reconcile") {
  TEST_CASE("a ledger differs nowhere from its own numbers, nor from those of a ledger kept by hand") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40), .rows = 6};
      const auto rows = naive::random_rows(random, shape);
      const IdKind kind = seed % 2 == 0 ? IdKind::texts : IdKind::integers;
      const auto period = static_cast<Period>(1 + seed % 4);
      const auto fiscal = static_cast<std::int32_t>(random.between(1, 12));
      const std::int32_t as_of = shape.first_day + shape.days;
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows, kind),
                                     {.as_of = Date{as_of}, .period = period, .fiscal_year_start = fiscal});
      const naive::Ledger by_hand(rows, as_of, ledger_checks::cut_of(period), fiscal);
      CAPTURE(seed);
      const auto totals = reconcile(ledger, Summary(own(ledger.periods())));
      CHECK(lines(totals) == "");
      CHECK(count_lines(totals) == "");
      CHECK(wrong_sums(totals, ledger) == "");
      CHECK(totals.totals.cell.size() == 7 * ledger.periods().period.days.size());
      const auto accounts = reconcile(ledger, summary_of(naive_summary(by_hand), kind));
      CHECK(lines(accounts) == "");
      CHECK(wrong_sums(accounts, ledger) == "");
    }
  }

  TEST_CASE("every corruption is found where it is, and nothing else; the sums are exact") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40), .rows = 6};
      const auto rows = naive::random_rows(random, shape);
      const std::int32_t as_of = shape.first_day + shape.days;
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows), {.as_of = Date{as_of}});
      const naive::Ledger by_hand(rows, as_of, naive::Cut::month, 1);
      const auto truth = naive_summary(by_hand);
      if (truth.empty()) continue;
      auto said = truth;
      for (int i = 0; i < 12; ++i) {
        auto at = said.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(random.next() % said.size()));
        const auto what = random.between(0, 9);
        auto& value = at->second[static_cast<std::size_t>(random.between(0, 6))];
        if (what == 0 && said.size() > 3) said.erase(at);  // the row is left out
        else if (what == 1)
          said[{at->first.first, 1'000'000 + i}] = {0, random.between(1, 99), 0, 0, 0, 0, 5};
        else if (what <= 3) value += random.between(1, 3);
        else value += random.between(1, 1'000'000);
      }
      // What differs, by comparing the two tables row by row, between the first and the last period said.
      std::map<std::tuple<std::int32_t, std::int64_t, int>, std::int64_t> want;
      const auto first = said.begin()->first.first, last = said.rbegin()->first.first;
      for (const auto* table : {&truth, &std::as_const(said)})
        for (const auto& [key, cells] : *table)
          for (int cell = 0; cell < 7; ++cell)
            if (key.first >= first && key.first <= last)
              want[{key.first, key.second, cell}] +=
                  (table == &said ? 1 : -1) * cells[static_cast<std::size_t>(cell)];
      std::vector<std::string> wanted, got;
      for (const auto& [key, difference] : want)
        if (difference != 0)
          wanted.push_back(
              fmt::format("{} {} {} {}", std::get<0>(key), std::get<1>(key), std::get<2>(key), difference));
      const auto found = reconcile(ledger, summary_of(said, IdKind::integers));
      for (std::size_t i = 0; i < found.amounts.cell.size(); ++i)
        got.push_back(fmt::format("{} {} {} {}", found.amounts.period.days[i], found.amounts.account.text(i),
                                  place_of(found.amounts.cell[i]), found.amounts.difference.minor[i]));
      CAPTURE(seed);
      CHECK(ledger_checks::difference("differences", got, wanted) == "");
      CHECK(wrong_sums(found, ledger) == "");

      const auto tolerance = random.between(1, 500'000);
      const auto rough =
          reconcile(ledger, summary_of(said, IdKind::integers), {.tolerance_minor = tolerance});
      CHECK(wrong_sums(rough, ledger) == "");
      const auto large = std::count_if(want.begin(), want.end(), [&](const auto& each) {
        return each.second > tolerance || each.second < -tolerance;
      });
      CHECK(std::ssize(rough.amounts.cell) == large);
    }
  }

  TEST_CASE("the order of the summary's rows changes nothing") {
    naive::Random random(3);
    const auto rows = naive::random_rows(random, {});
    const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows, IdKind::texts));
    Texts period, account, shuffled_period, shuffled_account;
    Counts closing, shuffled_closing;
    for (int i = 0; i < 300; ++i) {
      period.push_back(fmt::format("2022-{:02}", 1 + i % 12));
      account.push_back(fmt::format("A{:07}", i / 12));
      closing.push_back(random.between(-500, 50'000));
    }
    std::vector<naive::Row> order;
    for (std::int64_t i = 0; i < 300; ++i) order.push_back({i, 0, 0, 0});
    naive::shuffle(random, order);
    for (const auto& each : order) {
      shuffled_period.push_back(period[static_cast<std::size_t>(each.account)]);
      shuffled_account.push_back(account[static_cast<std::size_t>(each.account)]);
      shuffled_closing.push_back(closing[static_cast<std::size_t>(each.account)]);
    }
    SummaryColumns one, other;
    one.period = period, one.account = account, one.closing_minor = closing, one.currency = "USD";
    other.period = shuffled_period, other.account = shuffled_account, other.closing_minor = shuffled_closing;
    other.currency = "USD";
    const auto found = reconcile(ledger, Summary(one));
    CHECK(lines(found) == lines(reconcile(ledger, Summary(other))));
    CHECK(found.amounts.cell.size() > 100);
  }

  TEST_CASE("a missing account, and one that the ledger does not have") {
    CHECK(lines(closings({"2024-01", "2024-02", "2024-03", "2024-04"}, {"a", "a", "a", "a"},
                         {10000, 10000, 15000, 15000})) ==
          "2024-01-01 b closing 0 - 20000 = -20000 missing_in_summary\n"
          "2024-02-01 b closing 0 - 20000 = -20000 missing_in_summary");
    const auto found =
        closings({"2024-01", "2024-01", "2024-01", "2024-01"}, {"a", "b", "c", "d"}, {10000, 20000, 500, 0});
    CHECK(lines(found) == "2024-01-01 c closing 500 - 0 = 500 missing_in_ledger");
    CHECK(text(found.totals.difference.minor) == "500");
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].code == "periods_not_compared");
    CHECK(found.findings[0].message ==
          "the summary has 2024-01 to 2024-01; periods of the ledger that were not compared: 0 before, 3 "
          "after");
  }

  TEST_CASE("periods that only one of the two has") {
    CHECK(lines(closings({"2023-12", "2024-01", "2024-03"}, {}, {7, 30000, 15000})) ==
          "2023-12-01 null closing 7 - 0 = 7 missing_in_ledger\n"
          "2024-02-01 null closing 0 - 30000 = -30000 missing_in_summary");
    CHECK(lines(closings({"2024-04", "2024-06"}, {"a", "a"}, {15000, 15000})) ==
          "2024-06-01 a closing 15000 - 0 = 15000 missing_in_ledger");
  }

  TEST_CASE("the same amount with the other sign, in cents for dollars, off by a cent") {
    CHECK(lines(closings({"2024-01", "2024-02", "2024-03", "2024-04"}, {}, {-30000, 300, 1500000, 15001})) ==
          "2024-01-01 null closing -30000 - 30000 = -60000 sign\n"
          "2024-02-01 null closing 300 - 30000 = -29700 currency_units\n"
          "2024-03-01 null closing 1500000 - 15000 = 1485000 currency_units\n"
          "2024-04-01 null closing 15001 - 15000 = 1 rounding");
    // Two customers: two cents may be theirs; with accounts each may have one.
    CHECK(lines(closings({"2024-01", "2024-02"}, {}, {30002, 30003})) ==
          "2024-01-01 null closing 30002 - 30000 = 2 rounding\n"
          "2024-02-01 null closing 30003 - 30000 = 3 amount_differs");
    CHECK(lines(closings({"2024-01", "2024-01"}, {"a", "b"}, {10002, 19999})) ==
          "2024-01-01 a closing 10002 - 10000 = 2 amount_differs\n"
          "2024-01-01 b closing 19999 - 20000 = -1 rounding");
  }

  TEST_CASE("an event in a neighboring period: the movement, and the level that is late or early") {
    SummaryColumns columns;
    columns.period = Texts{"2024-01", "2024-02", "2024-03", "2024-04"};
    columns.account = Texts{"b", "b", "b", "b"};
    columns.new_business_minor = Counts{0, 20000, 0, 0};
    columns.churn_minor = Counts{0, 0, 0, 20000};
    columns.closing_minor = Counts{0, 20000, 20000, 0};
    columns.currency = "USD";
    const auto only_b = mrr_ledger(tables::subscriptions({{"b", "2024-01-20", "2024-03-20", 20000}}),
                                   {.as_of = date("2024-04-30")});
    CHECK(lines(reconcile(only_b, Summary(columns))) ==
          "2024-01-01 b new_business 0 - 20000 = -20000 moved_period\n"
          "2024-01-01 b closing 0 - 20000 = -20000 moved_period\n"
          "2024-02-01 b new_business 20000 - 0 = 20000 moved_period\n"
          "2024-03-01 b churn 0 - 20000 = -20000 moved_period\n"
          "2024-03-01 b closing 20000 - 0 = 20000 moved_period\n"
          "2024-04-01 b churn 20000 - 0 = 20000 moved_period");
    columns.new_business_minor = {};
    columns.churn_minor = Counts{0, 20000, 0, 0};  // early
    columns.closing_minor = Counts{20000, 0, 0, 0};
    CHECK(lines(reconcile(only_b, Summary(columns))) ==
          "2024-02-01 b churn 20000 - 0 = 20000 moved_period\n"
          "2024-02-01 b closing 0 - 20000 = -20000 moved_period\n"
          "2024-03-01 b churn 0 - 20000 = -20000 moved_period");
  }

  TEST_CASE("the same amount under another kind; gains and losses are never taken for one another") {
    SummaryColumns columns;
    columns.period = Texts{"2024-03"};
    columns.new_business_minor = Counts{5000};
    columns.expansion_minor = Counts{0};
    columns.contraction_minor = Counts{20000};
    columns.churn_minor = Counts{0};
    columns.currency = "USD";
    CHECK(lines(reconcile(small(), Summary(columns))) ==
          "2024-03-01 null new_business 5000 - 0 = 5000 kind_differs\n"
          "2024-03-01 null expansion 0 - 5000 = -5000 kind_differs\n"
          "2024-03-01 null contraction 20000 - 0 = 20000 kind_differs\n"
          "2024-03-01 null churn 0 - 20000 = -20000 kind_differs");
    columns.new_business_minor = {};
    columns.contraction_minor = {};
    columns.churn_minor = Counts{15000};  // 5000 less, as expansion
    CHECK(lines(reconcile(small(), Summary(columns))) ==
          "2024-03-01 null expansion 0 - 5000 = -5000 amount_differs\n"
          "2024-03-01 null churn 15000 - 20000 = -5000 amount_differs");
  }

  TEST_CASE("numbers of accounts") {
    SummaryColumns columns;
    columns.period = Texts{"2024-01", "2024-03"};
    columns.new_business_accounts = Counts{1, 1};
    columns.expansion_accounts = Counts{0, 0};
    columns.closing_accounts = Counts{2, 1};
    columns.currency = "USD";
    const auto found = reconcile(small(), Summary(columns));
    CHECK(lines(found) == "");
    CHECK(found.totals.cell.empty());
    CHECK(count_lines(found) ==
          "2024-01-01 new_business 1 - 2 = -1 amount_differs\n"
          "2024-02-01 closing 0 - 2 = -2 missing_in_summary\n"
          "2024-03-01 new_business 1 - 0 = 1 kind_differs\n"
          "2024-03-01 expansion 0 - 1 = -1 kind_differs");
  }

  TEST_CASE("losses written below 0 are the same losses, and the finding says so") {
    SummaryColumns columns;
    columns.period = Texts{"2024-03", "2024-04"};
    columns.churn = Reals{-200, 0};
    columns.currency = "USD";
    const auto found = reconcile(small(), Summary(columns));
    CHECK(lines(found) == "");
    CHECK(tables::codes(found.findings) == "signs_reversed periods_not_compared");
    columns.churn = Reals{-200, 1};
    columns.period = Texts{"2024-03", "2024-02"};
    CHECK(tables::codes(Summary(columns).findings()) == "");  // one of each: as they stand
    CHECK(lines(reconcile(small(), Summary(columns))) ==
          "2024-02-01 null churn 100 - 0 = 100 amount_differs\n"
          "2024-03-01 null churn -20000 - 20000 = -40000 sign");
  }

  TEST_CASE("quarters, fiscal years and weeks by name; a day stands for its period") {
    const auto rows = tables::subscriptions({{"a", "2024-01-10", "open", 100}});
    SummaryColumns columns;
    columns.period = Texts{"2024-Q1", "2024-05-17"};
    columns.closing_minor = Counts{100, 100};
    columns.currency = "USD";
    const auto quarters = mrr_ledger(rows, {.as_of = date("2024-06-30"), .period = Period::quarter});
    CHECK(lines(reconcile(quarters, Summary(columns))) == "");
    columns.period = Texts{"FY2024-Q4", "FY2025-Q1"};  // from February
    const auto fiscal =
        mrr_ledger(rows, {.as_of = date("2024-04-30"), .period = Period::quarter, .fiscal_year_start = 2});
    CHECK(lines(reconcile(fiscal, Summary(columns))) == "");
    columns.period = Texts{"2024-W02", "2024-W03"};
    CHECK(lines(reconcile(mrr_ledger(rows, {.as_of = date("2024-01-21"), .period = Period::week}),
                          Summary(columns))) == "");
  }

  TEST_CASE("a last period that as_of cuts short is compared, and said to be cut") {
    const auto ledger =
        mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100}}), {.as_of = date("2024-01-20")});
    SummaryColumns columns;
    columns.period = Texts{"2024-01"};
    columns.closing_minor = Counts{100};
    columns.currency = "USD";
    const auto found = reconcile(ledger, Summary(columns));
    CHECK(lines(found) == "");
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].code == "incomplete_period");
    CHECK(found.findings[0].message ==
          "the ledger ends within 2024-01, on 2024-01-20; the summary may go on");
  }

  TEST_CASE("refuses other periods, currencies, ids, and rows that are there twice") {
    const auto refuses = [](auto edit, const char* message, MrrLedgerOptions options = {}) {
      SummaryColumns columns;
      columns.period = Texts{"2024-01", "2024-02"};
      columns.closing_minor = Counts{1, 2};
      columns.currency = "USD";
      edit(columns);
      options.as_of = date("2024-04-30");
      const auto ledger = mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 100}}), options);
      CHECK_THROWS_WITH_AS(reconcile(ledger, Summary(columns)), message, InvalidInput);
    };
    refuses(
        [](auto& c) {
          c.period = IdColumn(Texts{"2024-01", "2024-Q1"}).named("quarter");
        },
        "reconcile: quarter[1] = \"2024-Q1\" is a quarter; the ledger has months, 2024-01 to 2024-04");
    refuses([](auto&) {},
            "reconcile: period[0] = \"2024-01\" is a month; the ledger has quarters, 2024-Q1 to 2024-Q2",
            {.period = Period::quarter});
    refuses(
        [](auto& c) {
          c.period = Texts{"2024-Q1", "2024-Q2"};
        },
        "reconcile: period[0] = \"2024-Q1\" is a calendar quarter; the ledger has fiscal quarters, FY2024-Q4 "
        "to "
        "FY2025-Q1",
        {.period = Period::quarter, .fiscal_year_start = 2});
    refuses([](auto& c) { c.currency = "EUR"; }, "reconcile: currency[0] = EUR is not the ledger's, USD");
    refuses(
        [](auto& c) {
          c.currency = "";
          c.currency_column = Texts{"USD", "JPY"};
        },
        "reconcile: currency[1] = JPY is not the ledger's, USD");
    refuses(
        [](auto& c) {
          c.account = Counts{1, 2};
        },
        "reconcile: account = integers do not fit the ledger's ids, which are texts");
    refuses(
        [](auto& c) {
          c.period = Texts{"2024-01", "2024-01-31"};
        },
        "reconcile: period[1] = \"2024-01-31\" is in row 0 already");
    refuses(
        [](auto& c) {
          c.period = Texts{"2024-01", "2024-01"};
          c.account = Texts{"a", "a"};
        },
        "reconcile: period[1] = \"2024-01\" of account a is in row 0 already");
    refuses(
        [](auto& c) {
          c.period = {};
          c.date = days({"1900-01-01", "9999-12-31"});
        },
        "reconcile: date = 1900-01-01 to 9999-12-27 are more than 65,535 of the ledger's periods",
        {.period = Period::week});
    refuses(
        [](auto& c) {  // the first row that repeats another is named, whatever its period
          c.period = Texts{"2024-02", "2024-02", "2024-01", "2024-01"};
          c.closing_minor = Counts{1, 2, 3, 4};
        },
        "reconcile: period[1] = \"2024-02\" is in row 0 already");
    CHECK_THROWS_WITH_AS(reconcile(small(), Summary(own(small().periods())), {.tolerance_minor = -1}),
                         "reconcile: tolerance_minor = -1 is negative", InvalidInput);
  }

  TEST_CASE("a ledger without rows, a summary without rows") {
    const auto empty = mrr_ledger(tables::subscriptions({}));
    SummaryColumns columns;
    columns.period = Texts{"2024-01"};
    columns.account = Texts{"a"};
    columns.closing_minor = Counts{100};
    columns.currency = "USD";
    CHECK(lines(reconcile(empty, Summary(columns))) ==
          "2024-01-01 a closing 100 - 0 = 100 missing_in_ledger");
    columns.account = {};
    CHECK(lines(reconcile(empty, Summary(columns))) ==
          "2024-01-01 null closing 100 - 0 = 100 missing_in_ledger");
    columns.period = Texts{};
    columns.closing_minor = Counts{};
    const auto nothing = reconcile(small(), Summary(columns));
    CHECK(nothing.amounts.cell.empty());
    CHECK(nothing.totals.cell.empty());
  }

  TEST_CASE("amounts near 64 bits are exact or an overflow, never wrapped") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const auto ledger =
        mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", most}}), {.as_of = date("2024-01-31")});
    SummaryColumns columns;
    columns.period = Texts{"2024-01", "2024-01"};
    columns.account = Texts{"a", "b"};
    columns.closing_minor = Counts{most - 5, 3};
    columns.currency = "USD";
    const auto found = reconcile(ledger, Summary(columns));
    CHECK(text(found.amounts.difference.minor) == "-5 3");
    CHECK(text(found.totals.difference.minor) == "-2");
    columns.closing_minor = Counts{-5, 3};
    CHECK_THROWS_WITH_AS(reconcile(ledger, Summary(columns)),
                         "reconcile: difference = closing of 2024-01 is beyond 64 bits of minor units",
                         Overflow);
    columns.closing_minor = Counts{most, most};
    CHECK_THROWS_WITH_AS(reconcile(ledger, Summary(columns)),
                         "reconcile: summary = closing of 2024-01 is beyond 64 bits of minor units",
                         Overflow);
  }
}
