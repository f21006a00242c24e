// SPDX-License-Identifier: MIT
#include <fealty/revenue/snapshots.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/mrr_ledger.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::Counts;
using tables::date;
using tables::days;
using tables::moves;
using tables::Reals;
using tables::Texts;

namespace {

/// What each account pays on every day on which anything changes.
MrrSnapshots snapshots_of(const std::vector<naive::Row>& rows) {
  std::set<std::int32_t> changes;
  for (const auto& row : rows) {
    changes.insert(row.start);
    if (row.end != naive::never) changes.insert(row.end);
  }
  Counts account, mrr;
  tables::Days when;
  for (const auto day : changes) {
    std::map<std::int64_t, std::int64_t> state;
    for (const auto& row : rows)
      if (row.start <= day && day < row.end) state[row.account] += row.mrr;
    state[-1] += 0;  // so that a day on which nobody pays is in the table too
    for (const auto& [id, amount] : state) {
      account.push_back(id);
      when.push_back(day);
      mrr.push_back(amount);
    }
  }
  return MrrSnapshots({.account = account, .date = when, .mrr_minor = mrr, .currency = "USD"});
}

SnapshotColumns good() {
  return {.account = Texts{"a", "b", "c"},
          .date = days({"2024-01-31", "2024-02-29", "2024-02-29"}),
          .mrr = Reals{1, 2, 3},
          .currency = "USD"};
}

}  // namespace

TEST_SUITE("revenue/snapshots") {
  TEST_CASE("a snapshot holds until the next day on which any account has one") {
    const MrrSnapshots table(
        {.account = Texts{"a", "b", "a", "c", "b"},
         .date = days({"2024-01-31", "2024-01-31", "2024-02-29", "2024-02-29", "2024-03-31"}),
         .mrr = Reals{10, 20, 15, 5, 20},
         .currency = "USD"});
    CHECK(table.size() == 5);
    CHECK(table.findings().empty());
    // b has no row on 29 February: it has left, and is back in March, when a and c have none.
    CHECK(moves(mrr_ledger(table, {.as_of = date("2024-04-30")})) ==
          "2024-01-01 a new_business 1000\n2024-01-01 b new_business 2000\n"
          "2024-02-01 a expansion 500\n2024-02-01 b churn 2000\n2024-02-01 c new_business 500\n"
          "2024-03-01 a churn 1500\n2024-03-01 b reactivation 2000\n2024-03-01 c churn 500");
  }

  TEST_CASE("the same ledger as from the subscriptions behind them") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40), .rows = 6, .free = 0, .zero_length = 0};
      const auto rows = naive::random_rows(random, shape);
      const MrrLedgerOptions options{.as_of = Date{static_cast<std::int32_t>(random.between(
                                         shape.first_day, shape.first_day + shape.days + 100))},
                                     .period = static_cast<Period>(seed % 5)};
      CAPTURE(seed);
      CHECK(ledger_checks::ledgers_difference(mrr_ledger(snapshots_of(rows), options),
                                              mrr_ledger(ledger_checks::subscriptions(rows), options)) == "");
    }
  }

  TEST_CASE("rows in any order; without as_of the last snapshot's day") {
    SnapshotColumns columns = good();
    columns.date = days({"2024-02-29", "2024-01-31", "2024-02-29"});
    const auto ledger = mrr_ledger(MrrSnapshots(columns));
    CHECK(ledger.as_of() == date("2024-02-29"));
    CHECK(moves(ledger) ==
          "2024-01-01 b new_business 200\n2024-02-01 a new_business 100\n2024-02-01 b churn 200\n"
          "2024-02-01 c new_business 300");
  }

  TEST_CASE("several rows of one account and day add up, and are found") {
    SnapshotColumns columns = good();
    columns.account = Texts{"a", "b", "b"};
    const MrrSnapshots table(columns);
    CHECK(table.size() == 3);
    REQUIRE(table.findings().size() == 1);
    const Finding& finding = table.findings()[0];
    CHECK(finding.code == "duplicate_snapshot");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.rows == std::vector<std::int64_t>{2});
    CHECK(finding.message == "row 2: account b has another snapshot on 2024-02-29; the two add up");
    CHECK(mrr_ledger(table, {.as_of = date("2024-02-29")}).periods().closing.minor.back() == 500);
  }

  TEST_CASE("a customer at 0 stays one, as with subscriptions") {
    const MrrSnapshots table({.account = Texts{"a", "b", "a", "b"},
                              .date = days({"2024-01-31", "2024-01-31", "2024-02-29", "2024-02-29"}),
                              .mrr = Reals{10, 0, 0, 0},
                              .currency = "USD"});
    const auto ledger = mrr_ledger(table, {.as_of = date("2024-02-29")});
    CHECK(moves(ledger) == "2024-01-01 a new_business 1000\n2024-02-01 a contraction 1000");
    CHECK(ledger.periods().closing_accounts.back() == 1);
  }

  TEST_CASE("empty") {
    const MrrSnapshots table({.account = Texts{}, .date = tables::Days{}, .mrr = Reals{}, .currency = "USD"});
    CHECK(table.size() == 0);
    CHECK(mrr_ledger(table).periods().period.days.empty());
  }

  TEST_CASE("refuses columns that are missing, twice there, or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      SnapshotColumns columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(MrrSnapshots{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "MrrSnapshots: account is missing; the table needs this column");
    refuses([](auto& c) { c.date = {}; }, "MrrSnapshots: date is missing; the table needs this column");
    refuses([](auto& c) { c.mrr = {}; },
            "MrrSnapshots: mrr, mrr_minor = 0 columns were given; exactly one of the two says the amount");
    refuses(
        [](auto& c) {
          c.mrr_minor = Counts{1, 2, 3};
        },
        "MrrSnapshots: mrr, mrr_minor = 2 columns were given; exactly one of the two says the amount");
    refuses([](auto& c) { c.date = days({"2024-01-31"}); },
            "MrrSnapshots: date = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.currency = ""; },
            "MrrSnapshots: currency is missing: give a currency or a currency_column");
    refuses([](auto& c) { c.currency = "US$"; },
            "MrrSnapshots: currency = \"US$\" is not a currency of ISO 4217");
    refuses(
        [](auto& c) {
          c.currency_column = Texts{"USD", "USD", "USD"};
        },
        "MrrSnapshots: currency = \"USD\" stands beside a currency_column: give one of the two");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(SnapshotColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](SnapshotColumns& c) {
           c.account = tables::ids_with_nulls({"a", "", "c"});
         },
         "null_account", "MrrSnapshots: account[1] is null; every row needs an account"},
        {[](SnapshotColumns& c) {
           c.date = tables::with_nulls(days({"2024-01-31", "2024-02-29", "2024-02-29"}), {1});
         },
         "null_date", "MrrSnapshots: date[1] is null; every row needs this date"},
        {[](SnapshotColumns& c) {
           c.mrr = AmountColumn(tables::with_nulls(Reals{1, 2, 3}, {1}));
         },
         "null_amount", "MrrSnapshots: mrr[1] is null; every row needs an amount"},
        {[](SnapshotColumns& c) {
           c.mrr = Reals{1, -2, 3};
         },
         "negative_amount", "MrrSnapshots: mrr[1] = -2 is negative"},
        {[](SnapshotColumns& c) {
           c.mrr = Reals{1, std::nan(""), 3};
         },
         "not_finite", "MrrSnapshots: mrr[1] = nan is not finite"},
        {[](SnapshotColumns& c) {
           c.mrr = Reals{1, std::numeric_limits<double>::infinity(), 3};
         },
         "not_finite", "MrrSnapshots: mrr[1] = inf is not finite"},
        {[](SnapshotColumns& c) {
           c.date = tables::Days{0, min_day - 1, 0};
         },
         "date_out_of_range", "MrrSnapshots: date[1] = 1899-12-31 is not between 1900-01-01 and 9999-12-31"},
        {[](SnapshotColumns& c) {
           c.date = tables::Days{0, max_day + 1, 0};
         },
         "date_out_of_range", "MrrSnapshots: date[1] = day 2932897 is not between 1900-01-01 and 9999-12-31"},
        {[](SnapshotColumns& c) {
           c.currency = "";
           c.currency_column = Texts{"USD", "XXQ", "USD"};
         },
         "unknown_currency", "MrrSnapshots: currency_column[1] = \"XXQ\" is not a currency of ISO 4217"},
    };
    for (const auto& each : cases) {
      SnapshotColumns columns = good();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(MrrSnapshots{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const MrrSnapshots table(columns);
      CHECK(table.size() == 2);
      const auto finding = tables::find(table.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->severity == Severity::error);
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == std::string(each.message));
      CHECK(mrr_ledger(table).periods().closing_accounts.back() > 0);
    }
  }

  TEST_CASE("an amount beyond 64 bits is an overflow that names the account") {
    SnapshotColumns columns = good();
    columns.mrr = Reals{1, 1e18, 3};
    CHECK_THROWS_AS(MrrSnapshots{columns}, Overflow);
    try {
      MrrSnapshots{columns};
    } catch (const Overflow& error) {
      CHECK(std::string(error.what()).find("mrr[1] = 1e+18") != std::string::npos);
      CHECK(std::string(error.what()).find("account b") != std::string::npos);
    }
    columns.on_error = OnError::drop;
    CHECK(tables::codes(MrrSnapshots(columns).findings()) == "overflow");
  }

  TEST_CASE("messages use the caller's names") {
    SnapshotColumns columns = good();
    columns.mrr = AmountColumn(Reals{1, -2, 3}).named("mrr_amount");
    CHECK_THROWS_WITH_AS(MrrSnapshots{columns}, "MrrSnapshots: mrr_amount[1] = -2 is negative", InvalidInput);
  }
}
