// SPDX-License-Identifier: MIT
#include <fealty/revenue/subscriptions.hpp>

#include "revenue/tables.hpp"

#include <fealty/revenue/monthly_amount.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::codes;
using tables::Counts;
using tables::date;
using tables::days;
using tables::good;
using tables::priced;
using tables::Reals;
using tables::Texts;

namespace {

using Rows = std::vector<std::int64_t>;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

/// What one row counts for.
std::int64_t minor(const SubscriptionColumns& columns) {
  return mrr_ledger(Subscriptions(columns), {.as_of = date("2024-01-31")}).periods().closing.minor.back();
}
SubscriptionColumns one(AmountColumn mrr, std::string currency = "USD") {
  return {.account = Texts{"a"},
          .start = days({"2024-01-01"}),
          .mrr = std::move(mrr),
          .currency = std::move(currency)};
}

/// Row 1 of three is bad: thrown, or left out and listed, or listed by audit.
template <class Thrown = InvalidInput, class Edit>
void bad_row(SubscriptionColumns columns, Edit edit, const char* code, const char* message) {
  edit(columns);
  CAPTURE(message);
  CHECK_THROWS_WITH_AS(Subscriptions{columns}, message, Thrown);

  const auto listed = [&](const std::vector<Finding>& findings) {
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == std::string(code));
    CHECK(findings[0].severity == Severity::error);
    CHECK(findings[0].rows == Rows{1});
    CHECK(findings[0].message == std::string(message));
  };
  listed(audit(columns));
  columns.on_error = OnError::drop;
  listed(audit(columns));
  const Subscriptions table(columns);
  listed(table.findings());
  CHECK(table.size() == 2);
  CHECK(mrr_ledger(table, {.as_of = date("2024-02-29")}).periods().closing_accounts.back() == 2);
}

}  // namespace

TEST_SUITE("revenue/subscriptions") {
  TEST_CASE("a tidy table has no findings") {
    const Subscriptions table(good());
    CHECK(table.size() == 3);
    CHECK(table.findings().empty());
    CHECK(audit(good()).empty());
    CHECK(Subscriptions(priced()).findings().empty());
  }

  TEST_CASE("keeps its own copy of what it needs") {
    const auto make = [] {
      Texts account{"a", "a"};
      tables::Days start = days({"2024-01-01", "2024-01-15"}), end = days({"2024-01-15", "open"});
      Counts mrr{100, 200};
      return Subscriptions(
          {.account = account, .start = start, .end = end, .mrr_minor = mrr, .currency = "USD"});
    };
    const Subscriptions table = make();
    CHECK(mrr_ledger(table, {.as_of = date("2024-01-31")}).periods().closing.minor.back() == 200);
    CHECK(table.findings().empty());
  }

  // ---------------------------------------------------------------------------------------------------
  // What a row counts for

  TEST_CASE("amounts in major units are rounded once, half-even, to the minor unit") {
    CHECK(minor(one(Reals{19.99})) == 1999);
    CHECK(minor(one(Reals{0.1})) == 10);
    CHECK(minor(one(Reals{0.125})) == 12);  // ties that binary numbers hold exactly
    CHECK(minor(one(Reals{0.375})) == 38);
    CHECK(minor(one(Reals{1234567.89})) == 123456789);
    CHECK(minor(one(Reals{-0.0})) == 0);
    CHECK(minor(one(Reals{1e-300})) == 0);
    CHECK(minor(one(Reals{99}, "JPY")) == 99);
    CHECK(minor(one(Reals{2.5}, "JPY")) == 2);
    CHECK(minor(one(Reals{3.5}, "JPY")) == 4);
    CHECK(minor(one(Reals{1.2345}, "KWD")) == 1234);
    CHECK(minor(one(Reals{45'035'996'273'704.96})) == 4'503'599'627'370'496);  // 2^52: still exact
    CHECK_THROWS_AS(minor(one(Reals{45'035'996'273'704.97})), Overflow);
    CHECK(minor(one(AmountColumn(Column<std::int64_t>(Counts{92'233'720'368'547'758})))) ==
          9'223'372'036'854'775'800);
    CHECK(minor(one(AmountColumn(DecimalColumn{Column<std::int64_t>(Counts{12'345}), 3}))) == 1234);
    CHECK(minor(one(AmountColumn(DecimalColumn{Column<std::int64_t>(Counts{12'355}), 3}))) == 1236);
    CHECK(minor(one(AmountColumn(DecimalColumn{Column<std::int64_t>(Counts{most}), 18}))) == 922);
    CHECK(minor(one(AmountColumn(DecimalColumn{Column<std::int64_t>(Counts{7}), 0}))) == 700);
  }

  TEST_CASE("decimal prices as binary numbers come out as written") {
    // Every price of 0.00 to 999.99, and a thousand ones around a million.
    Texts account;
    tables::Days start;
    Reals mrr;
    std::int64_t want = 0;
    for (std::int64_t cents = 0; cents < 100'000; ++cents) {
      account.push_back("a");
      start.push_back(0);
      mrr.push_back(std::stod(fmt::format("{}.{:02}", cents / 100, cents % 100)));
      want += cents;
    }
    for (std::int64_t cents = 99'999'500; cents < 100'000'500; ++cents) {
      account.push_back("a");
      start.push_back(0);
      mrr.push_back(std::stod(fmt::format("{}.{:02}", cents / 100, cents % 100)));
      want += cents;
    }
    const Subscriptions table({.account = account, .start = start, .mrr = mrr, .currency = "USD"});
    CHECK(mrr_ledger(table, {.as_of = Date{0}}).periods().closing.minor.back() == want);
    CHECK_FALSE(tables::find(table.findings(), "more_digits_than_currency").has_value());
  }

  TEST_CASE("price, quantity, discount and interval make the monthly amount, rounded once") {
    const auto row = [](double amount, std::int64_t quantity, double discount, const char* unit,
                        std::int64_t count) {
      SubscriptionColumns columns = one({});
      columns.amount = Reals{amount};
      columns.quantity = Counts{quantity};
      columns.discount = Reals{discount};
      columns.interval_unit = Texts{unit};
      columns.interval_count = Counts{count};
      return minor(columns);
    };
    CHECK(row(120, 1, 12, "year", 1) == 900);  // oracle 7: 120 a year less 10%
    CHECK(row(1200, 1, 0, "year", 1) == 10000);
    CHECK(row(10, 3, 0, "month", 1) == 3000);
    CHECK(row(10, 3, 5, "month", 1) == 2500);  // the discount is off the whole line, not off each unit
    CHECK(row(10, 0, 0, "month", 1) == 0);
    CHECK(row(10, 1, 11, "month", 1) == 0);  // never negative
    CHECK(row(9.99, 7, 0, "quarter", 1) == 2331);
    CHECK(row(9.99, 7, 0, "quarter", 2) == 1166);  // 1165.5, a tie, to the even one
    CHECK(row(10, 1, 0, "week", 2) == 2167);
    CHECK(row(1, 1, 0, "day", 7) == 435);  // 434.52
    CHECK(row(0.01, 1'000'000, 0, "year", 1) == 83333);
    CHECK(row(0.01, 50, 0, "year", 100) == 0);
  }

  TEST_CASE("minor units by the row, and by the interval") {
    SubscriptionColumns columns = one({});
    columns.mrr_minor = Counts{most};
    CHECK(minor(columns) == most);
    columns.mrr_minor = {};
    columns.amount_minor = Counts{1999};
    columns.interval_unit = Texts{"year"};
    columns.quantity = Counts{12};
    CHECK(minor(columns) == 1999);
    // The product may leave 64 bits on its way.
    columns.amount_minor = Counts{most / 2};
    columns.quantity = Counts{24};
    CHECK(minor(columns) == most - 1);
    // A discount is in major units also beside minor ones.
    columns.amount_minor = Counts{1200};
    columns.quantity = Counts{1};
    columns.discount = Reals{3};
    CHECK(minor(columns) == 75);
  }

  TEST_CASE("the same as monthly_amount, whatever the interval") {
    for (const char* unit : {"day", "week", "month", "quarter", "year"})
      for (const std::int64_t count : {1, 2, 7, 24})
        for (const std::int64_t amount : {1, 5, 1999, 123'456'789}) {
          SubscriptionColumns columns = one({});
          columns.amount_minor = Counts{amount};
          columns.interval_unit = Texts{unit};
          columns.interval_count = Counts{count};
          const auto names = enum_names(IntervalUnit{});
          const auto place =
              static_cast<IntervalUnit>(std::find(names.begin(), names.end(), unit) - names.begin());
          CHECK(minor(columns) ==
                monthly_amount({amount, currency("USD")},
                               {.interval_unit = place, .interval_count = static_cast<std::int32_t>(count)}));
        }
  }

  TEST_CASE("a discount ends on its day, before the row's end, or not at all") {
    const auto closings = [](const char* discount_end) {
      SubscriptionColumns columns = one({});
      columns.start = days({"2024-01-10"});
      columns.end = days({"2024-06-10"});
      columns.amount = Reals{100};
      columns.discount = Reals{20};
      columns.discount_end = days({discount_end});
      return tables::text(
          mrr_ledger(Subscriptions(columns), {.as_of = date("2024-06-30")}).periods().closing.minor);
    };
    CHECK(closings("open") == "8000 8000 8000 8000 8000 0");
    CHECK(closings("2024-03-31") == "8000 8000 10000 10000 10000 0");
    CHECK(closings("2024-04-01") == "8000 8000 8000 10000 10000 0");
    CHECK(closings("2024-06-10") == "8000 8000 8000 8000 8000 0");
    CHECK(closings("2025-01-01") == "8000 8000 8000 8000 8000 0");
    CHECK(closings("2024-01-10") == "10000 10000 10000 10000 10000 0");
    CHECK(closings("2023-01-01") == "10000 10000 10000 10000 10000 0");
  }

  TEST_CASE("a discount that lasts leaves a row in one piece") {
    for (const char* discount_end : {"open", "2024-06-10", "2024-07-10"}) {
      SubscriptionColumns columns = one({});
      columns.start = days({"2024-01-10"});
      columns.end = days({"2024-06-10"});
      columns.amount = Reals{100};
      columns.discount = Reals{20};
      columns.discount_end = days({discount_end});
      const Subscriptions table(columns);
      CHECK(table.findings().empty());
      const auto ledger = mrr_ledger(table);
      CHECK(ledger.as_of() == date("2024-01-10"));
      CHECK(codes(ledger.findings()) == "as_of_inferred");
    }
  }

  TEST_CASE("kinds: only recurring rows are MRR; a trial column says the same as a kind") {
    SubscriptionColumns columns = good();
    columns.end = {};
    columns.start = days({"2024-01-01", "2024-01-01", "2024-01-01"});
    columns.kind = Texts{"recurring", "trial", "metered"};
    CHECK(minor(columns) == 100);
    columns.kind = Texts{"one_time", "recurring", "recurring"};
    CHECK(minor(columns) == 500);
    columns.kind = {};
    columns.trial = std::vector<std::uint8_t>{0, 1, 0};
    CHECK(minor(columns) == 400);
    columns.trial = tables::with_nulls(std::vector<std::uint8_t>{1, 1, 0}, {0});
    CHECK(minor(columns) == 400);
  }

  TEST_CASE("a trial's price does not matter, whatever it says") {
    for (const double price : {0.0, 50.0, 0.001, 1e300, -1.0, infinity, std::nan("")}) {
      SubscriptionColumns columns = good();
      columns.mrr = Reals{1, price, 3};
      columns.kind = Texts{"recurring", "trial", "recurring"};
      CAPTURE(price);
      CHECK(audit(columns).empty());
      CHECK(
          mrr_ledger(Subscriptions(columns), {.as_of = date("2024-02-29")}).periods().closing.minor.back() ==
          400);
    }
    SubscriptionColumns columns = good();
    columns.mrr = AmountColumn(tables::with_nulls(Reals{1, 2, 3}, {1}));
    columns.trial = std::vector<std::uint8_t>{0, 1, 0};
    CHECK(audit(columns).empty());
  }

  TEST_CASE("a null in an optional column is its default") {
    SubscriptionColumns columns = priced();
    columns.end = tables::with_nulls(days({"2024-01-02", "2024-01-02", "2024-01-02"}), {0, 1, 2});
    columns.start = days({"2024-01-01", "2024-01-01", "2024-01-01"});
    columns.interval_count = tables::with_nulls(Counts{0, 1, 12}, {0});
    columns.quantity = tables::with_nulls(Counts{1, -5, 1}, {1});
    columns.discount = AmountColumn(tables::with_nulls(Reals{0, -7, 0}, {1}));
    columns.discount_end = tables::with_nulls(days({"open", "2024-01-01", "open"}), {1});
    columns.interval_unit = tables::ids_with_nulls({"", "month", "month"});
    columns.kind = tables::ids_with_nulls({"recurring", "", "recurring"});
    CHECK(Subscriptions(columns).size() == 3);
    CHECK(minor(columns) == 100 + 200 + 25);
  }

  // ---------------------------------------------------------------------------------------------------
  // Findings

  TEST_CASE("more digits than the currency has") {
    SubscriptionColumns columns = good();
    columns.mrr = Reals{1.5, 2.125, 19.999};
    const auto findings = Subscriptions(columns).findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "more_digits_than_currency");
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].rows == Rows{1, 2});
    CHECK(findings[0].message ==
          "Subscriptions: mrr[1] = 2.125 has more digits than its currency; it was rounded half-even");
    columns.currency = "KWD";
    CHECK(codes(Subscriptions(columns).findings()) == "");
    columns.currency = "JPY";
    CHECK(Subscriptions(columns).findings()[0].rows == Rows{0, 1, 2});
  }

  TEST_CASE("a decimal with too many digits is shown as it was written") {
    SubscriptionColumns columns = good();
    columns.mrr = AmountColumn(DecimalColumn{Column<std::int64_t>(Counts{1000, 12'345, 2000}), 3});
    const auto findings = Subscriptions(columns).findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message ==
          "Subscriptions: mrr[1] = 12.345 has more digits than its currency; it was rounded half-even");
  }

  TEST_CASE("what the reader of a column found is told with the caller's names") {
    const auto texts = [](std::size_t row) { return fmt::format("cell {}", row); };
    const std::uint8_t not_1 = 0b101;
    const auto odd = [&](const tables::Days& values, Severity severity, const char* code) {
      return Column<std::int32_t>(values, severity == Severity::error ? &not_1 : nullptr, 0, nullptr)
          .found({.code = code, .severity = severity, .rows = {1}, .rule = "is odd", .value = texts})
          .named("when");
    };
    const tables::Days starts = days({"2024-01-01", "2024-01-01", "2024-02-01"}),
                       ends = days({"open", "2024-03-01", "open"});
    bad_row(
        good(), [&](auto& c) { c.end = odd(ends, Severity::error, "unreadable_date"); }, "unreadable_date",
        "Subscriptions: when[1] = cell 1 is odd");
    bad_row(
        good(), [&](auto& c) { c.start = odd(starts, Severity::error, "unreadable_date"); },
        "unreadable_date", "Subscriptions: when[1] = cell 1 is odd");  // and not missing besides

    SubscriptionColumns columns = good();
    columns.start = odd(starts, Severity::warning, "ends_at_end_of_day");
    CHECK(Subscriptions(columns).findings().empty());  // a start at the end of a day means the day
    columns.start = starts;
    columns.end = odd(ends, Severity::warning, "ends_at_end_of_day");
    const auto finding = tables::find(Subscriptions(columns).findings(), "ends_at_end_of_day");
    REQUIRE(finding.has_value());
    CHECK(finding->rows == Rows{1});
    CHECK(finding->message == "Subscriptions: when[1] = cell 1 is odd");
  }

  TEST_CASE("a missing interval is read as a month, and told") {
    SubscriptionColumns columns = priced();
    columns.interval_unit = IdColumn({no_id, 0, no_id}, IdColumn(Texts{"year"}).ids()).named("billed");
    columns.trial = std::vector<std::uint8_t>{0, 0, 1};  // of a trial it does not matter
    const auto finding = tables::find(Subscriptions(columns).findings(), "interval_assumed");
    REQUIRE(finding.has_value());
    CHECK(finding->severity == Severity::warning);
    CHECK(finding->rows == Rows{0});
    CHECK(finding->message == "Subscriptions: billed[0] is missing; the row counts as monthly");
  }

  TEST_CASE("zero-length periods") {
    SubscriptionColumns columns = good();
    columns.end = Column<std::int32_t>(days({"open", "2024-01-01", "2024-02-01"})).named("end_date");
    const auto findings = Subscriptions(columns).findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "zero_length_period");
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].rows == Rows{1, 2});
    CHECK(findings[0].message ==
          "Subscriptions: end_date[1] = 2024-01-01 is its own start; the row covers no day");
  }

  TEST_CASE("edge case 18: a discount larger than its price") {
    SubscriptionColumns columns = priced();
    columns.amount = Reals{10, 49, 10};
    columns.discount = Reals{10, 50, 0};
    const auto findings = Subscriptions(columns).findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "discount_floored");
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].rows == Rows{1});
    CHECK(findings[0].message ==
          "Subscriptions: amount[1] = 49 is less than its discount; the row counts as 0");
    // A discount of one line is not compared with the price of one unit.
    columns.quantity = Counts{1, 2, 1};
    CHECK(codes(Subscriptions(columns).findings()) == "");
  }

  TEST_CASE("rows that repeat another, overlap it, or come after a gap") {
    const Subscriptions table = tables::subscriptions({{"a", "2024-01-01", "2024-02-01", 100},
                                                       {"a", "2024-01-01", "2024-02-01", 100},
                                                       {"a", "2024-01-20", "2024-03-01", 50},
                                                       {"b", "2024-01-01", "2024-02-01", 100},
                                                       {"c", "2024-01-01", "2024-02-01", 100},
                                                       {"c", "2024-02-11", "open", 100},
                                                       {"d", "2024-01-01", "2024-02-01", 100},
                                                       {"d", "2024-02-01", "open", 100}});
    const auto findings = table.findings();
    CHECK(codes(findings) == "duplicate_row overlap gap");
    const auto repeated = tables::find(findings, "duplicate_row"),
               overlap = tables::find(findings, "overlap"), gap = tables::find(findings, "gap");
    REQUIRE((repeated && overlap && gap));
    CHECK(repeated->severity == Severity::warning);
    CHECK(repeated->rows == Rows{1});
    CHECK(repeated->message ==
          "row 1: account a, [2024-01-01, 2024-02-01) repeats row 0, [2024-01-01, 2024-02-01)");
    CHECK(overlap->severity == Severity::information);
    CHECK(overlap->rows == Rows{2});
    CHECK(overlap->message ==
          "row 2: account a, [2024-01-20, 2024-03-01) overlaps row 0, [2024-01-01, 2024-02-01)");
    CHECK(gap->severity == Severity::information);
    CHECK(gap->rows == Rows{5});
    CHECK(gap->message ==
          "row 5: account c, [2024-02-11, open) comes after a gap since row 4, [2024-01-01, 2024-02-01)");
    CHECK(audit(good()).empty());
  }

  TEST_CASE("rows of two currencies do not repeat each other") {
    const Subscriptions table({.account = Texts{"a", "a"},
                               .start = days({"2024-01-01", "2024-01-01"}),
                               .mrr = Reals{1, 1},
                               .currency_column = Texts{"USD", "EUR"}});
    CHECK_FALSE(tables::find(table.findings(), "duplicate_row").has_value());
    const auto finding = tables::find(table.findings(), "several_currencies");
    REQUIRE(finding.has_value());
    CHECK(finding->severity == Severity::warning);
    CHECK(finding->rows == Rows{1});
    CHECK(finding->message == "row 1 is in EUR, row 0 in USD; a ledger of both needs a reporting currency");
  }

  TEST_CASE("a gap is counted from the last day that any row covers") {
    // The long row covers what lies between the short ones.
    CHECK(codes(tables::subscriptions({{"a", "2024-01-01", "2024-01-10", 1},
                                       {"a", "2024-01-02", "2024-12-01", 1},
                                       {"a", "2024-06-01", "open", 1}})
                    .findings()) == "overlap");
    CHECK(codes(tables::subscriptions({{"a", "2024-01-01", "2024-12-01", 1},
                                       {"a", "2024-01-05", "2024-01-10", 1},
                                       {"a", "2024-06-01", "open", 1}})
                    .findings()) == "overlap");
    CHECK(codes(tables::subscriptions({{"a", "2024-06-01", "open", 1}, {"a", "2024-01-01", "2024-05-31", 1}})
                    .findings()) == "gap");
    CHECK(codes(tables::subscriptions({{"a", "2024-06-01", "open", 1}, {"a", "2024-01-01", "2024-06-01", 1}})
                    .findings()) == "");
    CHECK(codes(tables::subscriptions({{"a", "2024-06-01", "open", 1}, {"a", "2024-06-01", "open", 2}})
                    .findings()) == "overlap");
  }

  TEST_CASE("the edge of an export: many rows that end on the last day of the data") {
    std::vector<tables::Row> rows;
    for (int i = 0; i < 60; ++i)
      rows.push_back({fmt::format("c{:02}", i), "2024-01-01", i % 3 == 0 ? "2024-03-01" : "2024-06-30", 100});
    const auto finding = tables::find(tables::subscriptions(rows).findings(), "ends_on_last_day");
    REQUIRE(finding.has_value());
    CHECK(finding->severity == Severity::warning);
    CHECK(finding->rows.size() == 40);
    CHECK(finding->rows[0] == 1);
    CHECK(finding->message ==
          "40 rows end on 2024-06-30, the last day of the data, 0 in the 90 days before; if the export "
          "closed what was "
          "still open, leave these ends out");
    // Six ends a day, the last included, are no edge.
    std::vector<std::string> ends;
    for (int i = 0; i < 100; ++i) ends.push_back(to_string(Date{tables::day("2024-06-30") - i}));
    rows.clear();
    for (int i = 0; i < 600; ++i)
      rows.push_back({fmt::format("c{:03}", i), "2024-01-01", ends[static_cast<std::size_t>(i % 100)], 100});
    CHECK_FALSE(tables::find(tables::subscriptions(rows).findings(), "ends_on_last_day").has_value());
    CHECK_FALSE(tables::find(tables::subscriptions({{"a", "2024-01-01", "2024-06-30", 1}}).findings(),
                             "ends_on_last_day")
                    .has_value());
  }

  // ---------------------------------------------------------------------------------------------------
  // Errors of rows

  TEST_CASE("missing values") {
    bad_row(
        good(),
        [](auto& c) {
          c.account = tables::ids_with_nulls({"a", "", "c"});
        },
        "null_account", "Subscriptions: account[1] is null; every row needs an account");
    bad_row(
        good(),
        [](auto& c) {
          c.start = tables::with_nulls(days({"2024-01-01", "2024-01-01", "2024-02-01"}), {1});
        },
        "null_date", "Subscriptions: start[1] is null; every row needs this date");
    bad_row(
        good(),
        [](auto& c) {
          c.mrr = AmountColumn(tables::with_nulls(Reals{1, 2, 3}, {1}));
        },
        "null_amount", "Subscriptions: mrr[1] is null; every row needs an amount");
    bad_row(
        good(),
        [](auto& c) {
          c.mrr = {};
          c.mrr_minor = tables::with_nulls(Counts{1, 2, 3}, {1}).named("cents");
        },
        "null_amount", "Subscriptions: cents[1] is null; every row needs an amount");
  }

  TEST_CASE("a missing currency is an error of its row, also when bad rows are left out") {
    SubscriptionColumns columns = good();
    columns.currency = "";
    columns.currency_column = tables::ids_with_nulls({"USD", "", "USD"});
    CHECK_THROWS_AS(Subscriptions{columns}, InvalidInput);
    CHECK(codes(audit(columns)) == "null_currency");
    columns.on_error = OnError::drop;
    CHECK(Subscriptions(columns).size() == 2);
    CHECK(tables::find(Subscriptions(columns).findings(), "null_currency")->rows == Rows{1});
  }

  TEST_CASE("days") {
    bad_row(
        good(),
        [](auto& c) {
          c.start =
              Column<std::int32_t>(days({"2024-01-01", "2024-03-01", "2024-02-01"})).named("start_date");
          c.end = Column<std::int32_t>(days({"open", "2024-02-01", "open"})).named("end_date");
        },
        "end_before_start", "Subscriptions: end_date[1] = 2024-02-01 is before start_date 2024-03-01");
    bad_row(
        good(),
        [](auto& c) {
          c.end = days({"open", "2023-12-31", "open"});
        },
        "end_before_start", "Subscriptions: end[1] = 2023-12-31 is before start 2024-01-01");
    bad_row(
        good(),
        [](auto& c) {
          c.start = tables::Days{0, min_day - 1, 0};
        },
        "date_out_of_range", "Subscriptions: start[1] = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
    bad_row(
        good(),
        [](auto& c) {
          c.start = tables::Days{0, max_day + 1, 0};
        },
        "date_out_of_range",
        "Subscriptions: start[1] = day 2932897 is not between 1900-01-01 and 9999-12-31");
    bad_row(
        good(),
        [](auto& c) {
          c.end = tables::Days{open, max_day + 1, open};
        },
        "date_out_of_range", "Subscriptions: end[1] = day 2932897 is not between 1900-01-01 and 9999-12-31");
    bad_row(
        good(),
        [](auto& c) {
          c.start = tables::Days{0, std::numeric_limits<std::int32_t>::min(), 0};
        },
        "date_out_of_range",
        "Subscriptions: start[1] = day -2147483648 is not between 1900-01-01 and 9999-12-31");
    bad_row(
        good(),
        [](auto& c) {
          c.end = tables::Days{open, std::numeric_limits<std::int32_t>::min(), open};
        },
        "date_out_of_range",
        "Subscriptions: end[1] = day -2147483648 is not between 1900-01-01 and 9999-12-31");
    // The first and the last day that a table takes.
    SubscriptionColumns columns = good();
    columns.start = tables::Days{min_day, min_day, max_day};
    columns.end = tables::Days{max_day, open, open};
    CHECK(Subscriptions(columns).size() == 3);
  }

  TEST_CASE("amounts") {
    bad_row(
        good(),
        [](auto& c) {
          c.mrr = Reals{1, std::nan(""), 3};
        },
        "not_finite", "Subscriptions: mrr[1] = nan is not finite");
    bad_row(
        good(),
        [](auto& c) {
          c.mrr = Reals{1, infinity, 3};
        },
        "not_finite", "Subscriptions: mrr[1] = inf is not finite");
    bad_row(
        good(),
        [](auto& c) {
          c.mrr = Reals{1, -infinity, 3};
        },
        "not_finite", "Subscriptions: mrr[1] = -inf is not finite");
    bad_row(
        good(),
        [](auto& c) {
          c.mrr = Reals{1, -0.5, 3};
        },
        "negative_amount", "Subscriptions: mrr[1] = -0.5 is negative");
    bad_row(
        good(),
        [](auto& c) {
          c.mrr = Reals{1, -1e-9, 3};
        },
        "negative_amount", "Subscriptions: mrr[1] = -1e-09 is negative");
    bad_row(
        priced(),
        [](auto& c) {
          c.amount = Reals{1, -5, 3};
        },
        "negative_amount", "Subscriptions: amount[1] = -5 is negative");
    bad_row(
        good(),
        [](auto& c) {
          c.mrr = {};
          c.mrr_minor = Counts{1, std::numeric_limits<std::int64_t>::min(), 3};
        },
        "negative_amount", "Subscriptions: mrr_minor[1] = -9223372036854775808 is negative");
    bad_row(
        priced(),
        [](auto& c) {
          c.discount = Reals{0, -2, 0};
        },
        "negative_discount", "Subscriptions: discount[1] = -2 is negative");
    bad_row(
        priced(),
        [](auto& c) {
          c.discount = Reals{0, std::nan(""), 0};
        },
        "discount_not_finite", "Subscriptions: discount[1] = nan is not finite");
    bad_row(
        priced(),
        [](auto& c) {
          c.quantity = Counts{1, -1, 1};
        },
        "negative_quantity", "Subscriptions: quantity[1] = -1 is negative");
    bad_row(
        priced(),
        [](auto& c) {
          c.interval_count = Counts{1, 0, 1};
        },
        "interval_count_below_1", "Subscriptions: interval_count[1] = 0 is below 1");
  }

  TEST_CASE("names") {
    bad_row(
        priced(),
        [](auto& c) {
          c.interval_unit = Texts{"month", "fortnight", "year"};
        },
        "unknown_interval",
        "Subscriptions: interval_unit[1] = \"fortnight\" is not one of day, week, month, quarter, year");
    bad_row(
        good(),
        [](auto& c) {
          c.kind = Texts{"recurring", "Trial", "recurring"};
        },
        "unknown_kind",
        "Subscriptions: kind[1] = \"Trial\" is not one of recurring, trial, metered, one_time, refund");
    bad_row(
        good(),
        [](auto& c) {
          c.currency = "";
          c.currency_column = IdColumn(Texts{"USD", "XXQ", "USD"}).named("ccy");
        },
        "unknown_currency", "Subscriptions: ccy[1] = \"XXQ\" is not a currency of ISO 4217");
  }

  TEST_CASE("edge case 35: an amount beyond 64 bits is an overflow that names the account") {
    const auto names = [](SubscriptionColumns columns, const std::string& what) {
      CHECK_THROWS_AS(Subscriptions{columns}, Overflow);
      try {
        Subscriptions{columns};
      } catch (const Overflow& error) {
        const std::string message = error.what();
        CAPTURE(message);
        CHECK(message.find(what) != std::string::npos);
        CHECK(message.find("account b") != std::string::npos);
      }
      columns.on_error = OnError::drop;
      CHECK(Subscriptions(columns).size() == 2);
      CHECK(codes(Subscriptions(columns).findings()) == "overflow");
    };
    SubscriptionColumns columns = good();
    columns.mrr = Reals{1, 1e17, 3};
    names(columns, "mrr[1] = 1e+17");
    columns.mrr = AmountColumn(Column<std::int64_t>(Counts{1, most, 3}));
    names(columns, "mrr[1] = 9223372036854775807");
    columns.mrr = {};
    columns.amount_minor = Counts{1, most / 2, 3};
    columns.quantity = Counts{1, 3, 1};
    names(columns, "amount_minor[1] = 4611686018427387903");
    columns.quantity = Counts{1, most, 1};
    names(columns, "amount_minor[1] = 4611686018427387903");
    columns.quantity = {};
    columns.interval_unit = Texts{"month", "day", "month"};
    names(columns, "amount_minor[1] = 4611686018427387903");
    columns = priced();
    columns.quantity = Counts{1, 4, 1};
    columns.discount = AmountColumn(Reals{0, 1e30, 0}).named("off");
    names(columns, "amount[1] = 2 x quantity 4 - off 1e+30 of account b makes");
  }

  TEST_CASE("the first error in the order of the rules is thrown, and nothing is built; drop lists all") {
    SubscriptionColumns columns{.account = tables::ids_with_nulls({"a", "", "c", "d", "e"}),
                                .start = tables::Days{19000, 19000, 19000, min_day - 1, 19000},
                                .end = tables::Days{18999, open, open, open, open},
                                .mrr = Reals{1, -2, std::nan(""), 4, 5},
                                .currency = "USD"};
    CHECK_THROWS_AS(Subscriptions{columns}, InvalidInput);
    columns.on_error = OnError::drop;
    const Subscriptions table(columns);
    CHECK(table.size() == 1);
    // Each dropped row is listed, with every rule that it breaks.
    std::vector<std::int64_t> listed;
    for (const auto& finding : table.findings()) {
      CHECK(finding.severity == Severity::error);
      listed.insert(listed.end(), finding.rows.begin(), finding.rows.end());
    }
    std::sort(listed.begin(), listed.end());
    listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
    CHECK(listed == Rows{0, 1, 2, 3});
    CHECK(mrr_ledger(table, {.as_of = Date{19000}}).periods().closing.minor.back() == 500);
    CHECK(audit(columns).size() == table.findings().size());
  }

  TEST_CASE("all rows bad leaves an empty table") {
    SubscriptionColumns columns = good();
    columns.mrr = Reals{-1, -1, -1};
    columns.on_error = OnError::drop;
    const Subscriptions table(columns);
    CHECK(table.size() == 0);
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].rows == Rows{0, 1, 2});
    CHECK(mrr_ledger(table).periods().period.days.empty());
  }

  TEST_CASE("errors come before what is odd, in whatever order the columns are looked at") {
    SubscriptionColumns columns = priced();
    columns.interval_unit = IdColumn({no_id, 0, 0}, IdColumn(Texts{"year"}).ids());
    columns.quantity = Counts{1, -1, 1};
    CHECK(codes(audit(columns)) == "negative_quantity interval_assumed");
  }

  TEST_CASE("what the reader of an amount found is told, and the row is not read without it") {
    const std::uint8_t not_1 = 0b101;
    const Reals amounts{0.5, 2, 1};
    const auto unread = [&] {
      return AmountColumn(Column<double>(amounts, &not_1, 0, nullptr)
                              .found({.code = "unreadable_number",
                                      .rows = {1},
                                      .rule = "is no number",
                                      .value = [](std::size_t) { return std::string("two"); }}));
    };
    bad_row(
        good(), [&](auto& c) { c.mrr = unread(); }, "unreadable_number",
        "Subscriptions: mrr[1] = two is no number");
    bad_row(
        priced(), [&](auto& c) { c.discount = unread(); }, "unreadable_number",
        "Subscriptions: discount[1] = two is no number");
  }

  TEST_CASE("audit lists errors first, then findings, and throws for no row") {
    SubscriptionColumns columns{.account = Texts{"a", "a", "b", "c"},
                                .start = days({"2024-01-01", "2024-01-01", "2024-01-01", "2024-01-01"}),
                                .end = days({"2024-02-01", "2024-02-01", "2023-01-01", "2024-01-01"}),
                                .mrr = Reals{1, 1, 1, 1.005},
                                .currency = "USD"};
    CHECK(codes(audit(columns)) ==
          "end_before_start more_digits_than_currency zero_length_period duplicate_row");
  }

  TEST_CASE("an empty table, and one row") {
    const Subscriptions empty(
        {.account = Texts{}, .start = tables::Days{}, .mrr = Reals{}, .currency = "USD"});
    CHECK(empty.size() == 0);
    CHECK(empty.findings().empty());
    const Subscriptions single = tables::subscriptions({{"a", "2024-01-01", "open", 1}});
    CHECK(single.size() == 1);
    CHECK(single.findings().empty());
  }
}
