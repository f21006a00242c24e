// SPDX-License-Identifier: MIT
#include <fealty/revenue/changes.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
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
using tables::text;
using tables::Texts;

namespace {

/// By how much each account rises or falls, and when.
MrrChanges changes_of(const std::vector<naive::Row>& rows, naive::Random& random) {
  std::map<std::pair<std::int32_t, std::int64_t>, std::int64_t> change;
  for (const auto& row : rows) {
    change[{row.start, row.account}] += row.mrr;
    if (row.end != naive::never) change[{row.end, row.account}] -= row.mrr;
  }
  std::vector<naive::Row> lines;  // start and mrr of a row serve as date and change
  for (const auto& [key, amount] : change) lines.push_back({key.second, key.first, naive::never, amount});
  naive::shuffle(random, lines);
  Counts account, amount;
  tables::Days when;
  for (const auto& line : lines) {
    account.push_back(line.account);
    when.push_back(line.start);
    amount.push_back(line.mrr);
  }
  return MrrChanges({.account = account, .date = when, .change_minor = amount, .currency = "USD"});
}

ChangeColumns good() {
  return {.account = Texts{"a", "b", "a"},
          .date = days({"2024-01-31", "2024-02-29", "2024-02-29"}),
          .change = Reals{10, 2, -3},
          .currency = "USD"};
}

}  // namespace

TEST_SUITE("revenue/changes") {
  TEST_CASE("oracle 6: Lago's four months, in cents") {
    // 0 + 25016546 - 1314800 = 23701746; + 6171791 - 6416321 = 23457216; + 4334134 - 2969402 = 24821948;
    // + 1306340 - 300000 = 25828288.
    const MrrChanges table(
        {.account = Texts{"base", "base", "second", "base", "third", "base", "fourth", "base"},
         .date = days({"2023-11-03", "2023-11-20", "2023-12-01", "2023-12-31", "2024-01-15", "2024-01-15",
                       "2024-02-01", "2024-02-29"}),
         .change_minor = Counts{25016546, -1314800, 6171791, -6416321, 4334134, -2969402, 1306340, -300000},
         .currency = "EUR"});
    const auto ledger = mrr_ledger(table, {.as_of = date("2024-02-29")});
    const LedgerPeriods& p = ledger.periods();
    CHECK(text(p.closing.minor) == "23701746 23457216 24821948 25828288");
    CHECK(text(p.new_business.minor) == "23701746 6171791 4334134 1306340");
    CHECK(text(p.contraction.minor) == "0 6416321 2969402 300000");
    CHECK(ledger.currency() == currency("EUR"));
  }

  TEST_CASE("an account whose changes sum to 0 has left, and can come back") {
    const MrrChanges table({.account = Texts{"a", "a", "a", "a"},
                            .date = days({"2024-01-10", "2024-02-10", "2024-04-01", "2024-05-31"}),
                            .change = Reals{50, -50, 20, 5},
                            .currency = "USD"});
    const auto ledger = mrr_ledger(table, {.as_of = date("2024-05-31")});
    CHECK(moves(ledger) ==
          "2024-01-01 a new_business 5000\n2024-02-01 a churn 5000\n2024-04-01 a reactivation 2000\n"
          "2024-05-01 a expansion 500");
    CHECK(text(ledger.periods().closing_accounts) == "1 0 0 1 1");
    const auto rows = rows_behind(ledger, {.period = "2024-02"});
    CHECK(text(rows.row) == "0 1");
    CHECK(text(rows.before.minor) == "5000 0");
    CHECK(text(rows.after.minor) == "5000 -5000");
  }

  TEST_CASE("the same ledger as from the subscriptions behind them") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40),
                               .rows = 6,
                               .highest = seed % 3 == 0 ? 5'000'000'000 : 9'000,
                               .free = 0,
                               .zero_length = 0};
      const auto rows = naive::random_rows(random, shape);
      const MrrLedgerOptions options{.as_of = Date{static_cast<std::int32_t>(random.between(
                                         shape.first_day, shape.first_day + shape.days + 100))},
                                     .period = static_cast<Period>(seed % 5)};
      CAPTURE(seed);
      CHECK(ledger_checks::ledgers_difference(mrr_ledger(changes_of(rows, random), options),
                                              mrr_ledger(ledger_checks::subscriptions(rows), options)) == "");
    }
  }

  TEST_CASE("the changes of one day are one: they may pass below 0 within it") {
    const MrrChanges table({.account = Texts{"a", "a"},
                            .date = days({"2024-01-10", "2024-01-10"}),
                            .change = Reals{-10, 25},
                            .currency = "USD"});
    CHECK(mrr_ledger(table).periods().closing.minor.back() == 1500);
  }

  TEST_CASE("changes of 0 change nothing") {
    const MrrChanges table({.account = Texts{"a", "b", "a", "a"},
                            .date = days({"2024-01-10", "2024-01-10", "2024-02-10", "2024-03-10"}),
                            .change = Reals{10, 0, -10, 0},
                            .currency = "USD"});
    const auto ledger = mrr_ledger(table, {.as_of = date("2024-03-31")});
    CHECK(moves(ledger) == "2024-01-01 a new_business 1000\n2024-02-01 a churn 1000");
    CHECK(text(ledger.periods().closing_accounts) == "1 0 0");
  }

  TEST_CASE("large sums that meet, of both signs") {
    constexpr std::int64_t big = std::int64_t{1} << 60;
    const MrrChanges table({.account = Texts{"a", "a", "a", "a"},
                            .date = days({"2024-01-10", "2024-02-10", "2024-03-10", "2024-04-10"}),
                            .change_minor = Counts{big, -big, big, -big},
                            .currency = "USD"});
    CHECK(moves(mrr_ledger(table, {.as_of = date("2024-04-30")})) ==
          "2024-01-01 a new_business 1152921504606846976\n2024-02-01 a churn 1152921504606846976\n"
          "2024-03-01 a reactivation 1152921504606846976\n2024-04-01 a churn 1152921504606846976");
  }

  TEST_CASE("empty") {
    const MrrChanges table(
        {.account = Texts{}, .date = tables::Days{}, .change = Reals{}, .currency = "USD"});
    CHECK(table.size() == 0);
    CHECK(mrr_ledger(table).periods().period.days.empty());
  }

  TEST_CASE("MRR is never below 0: whatever on_error says") {
    ChangeColumns columns = good();
    columns.change = Reals{10, 2, -10.01};
    constexpr auto message =
        "MrrChanges: change[2] = -1001 minor units takes account a to -1 on 2024-02-29; MRR is never below 0";
    CHECK_THROWS_WITH_AS(MrrChanges{columns}, message, InvalidInput);
    columns.on_error = OnError::drop;
    CHECK_THROWS_WITH_AS(MrrChanges{columns}, message, InvalidInput);
    // Another account's MRR does not help.
    CHECK_THROWS_WITH_AS(MrrChanges({.account = Texts{"a", "b", "b"},
                                     .date = days({"2024-01-31", "2024-01-31", "2024-02-29"}),
                                     .change = Reals{10, 5, -6},
                                     .currency = "USD"}),
                         "MrrChanges: change[2] = -600 minor units takes account b to -100 on 2024-02-29; "
                         "MRR is never below 0",
                         InvalidInput);
    // The order of rows does not matter, the days do.
    CHECK_THROWS_WITH_AS(MrrChanges({.account = Texts{"a", "a"},
                                     .date = days({"2024-02-01", "2024-01-31"}),
                                     .change = Reals{10, -1},
                                     .currency = "USD"}),
                         "MrrChanges: change[1] = -100 minor units takes account a to -100 on 2024-01-31; "
                         "MRR is never below 0",
                         InvalidInput);
  }

  TEST_CASE("a sum beyond 64 bits is an overflow that names the account") {
    CHECK_THROWS_WITH_AS(MrrChanges({.account = Texts{"acme", "acme"},
                                     .date = days({"2024-01-01", "2024-02-01"}),
                                     .change_minor = Counts{std::numeric_limits<std::int64_t>::max(), 1},
                                     .currency = "USD"}),
                         "MrrChanges: change_minor[1] = 1 minor units takes account acme beyond 64 bits",
                         Overflow);
  }

  TEST_CASE("what the order of a day's changes is does not matter, whatever their sums on the way") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    for (const auto& changes : {Counts{most, 1, -5}, Counts{1, -5, most}, Counts{-5, most, 1}}) {
      const MrrChanges table({.account = Texts{"a", "a", "a"},
                              .date = days({"2024-01-10", "2024-01-10", "2024-01-10"}),
                              .change_minor = changes,
                              .currency = "USD"});
      CHECK(table.size() == 3);
    }
    CHECK_THROWS_WITH_AS(
        MrrChanges({.account = Texts{"a", "a"},
                    .date = days({"2024-01-10", "2024-01-10"}),
                    .change_minor = Counts{most, std::numeric_limits<std::int64_t>::min()},
                    .currency = "USD"}),
        "MrrChanges: change_minor[1] = -9223372036854775808 of account a is too large to be exact", Overflow);
  }

  TEST_CASE("refuses columns that are missing, twice there, or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      ChangeColumns columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(MrrChanges{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "MrrChanges: account is missing; the table needs this column");
    refuses([](auto& c) { c.date = {}; }, "MrrChanges: date is missing; the table needs this column");
    refuses(
        [](auto& c) { c.change = {}; },
        "MrrChanges: change, change_minor = 0 columns were given; exactly one of the two says the amount");
    refuses(
        [](auto& c) {
          c.change_minor = Counts{1, 2, 3};
        },
        "MrrChanges: change, change_minor = 2 columns were given; exactly one of the two says the amount");
    refuses([](auto& c) { c.change = Reals{1}; },
            "MrrChanges: change = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.currency = ""; },
            "MrrChanges: currency is missing: give a currency or a currency_column");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(ChangeColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](ChangeColumns& c) {
           c.account = tables::ids_with_nulls({"a", "", "a"});
         },
         "null_account", "MrrChanges: account[1] is null; every row needs an account"},
        {[](ChangeColumns& c) {
           c.date = tables::with_nulls(days({"2024-01-31", "2024-02-29", "2024-02-29"}), {1});
         },
         "null_date", "MrrChanges: date[1] is null; every row needs this date"},
        {[](ChangeColumns& c) {
           c.change = AmountColumn(tables::with_nulls(Reals{10, 2, -3}, {1}));
         },
         "null_amount", "MrrChanges: change[1] is null; every row needs an amount"},
        {[](ChangeColumns& c) {
           c.change = Reals{10, -std::numeric_limits<double>::infinity(), -3};
         },
         "not_finite", "MrrChanges: change[1] = -inf is not finite"},
        {[](ChangeColumns& c) {
           c.date = tables::Days{0, min_day - 1, 0};
         },
         "date_out_of_range", "MrrChanges: date[1] = 1899-12-31 is not between 1900-01-01 and 9999-12-31"},
    };
    for (const auto& each : cases) {
      ChangeColumns columns = good();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(MrrChanges{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const MrrChanges table(columns);
      CHECK(table.size() == 2);
      const auto finding = tables::find(table.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == std::string(each.message));
    }
  }
}
