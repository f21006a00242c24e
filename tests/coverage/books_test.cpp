// SPDX-License-Identifier: MIT
#include <fealty/coverage/books.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

BookColumns good_books() {
  return {.account = Texts{"a", "b", "c"},
          .group = Texts{"ann", "bob", "ann"},
          .observed = Counts{1, 0, 1},
          .expected = Reals{0.5, 0.25, 0.75}};
}
BookColumns likely_books() {
  BookColumns columns = good_books();
  columns.probability = columns.expected;
  columns.expected = {};
  return columns;
}

}  // namespace

TEST_SUITE("coverage/books") {
  TEST_CASE("rows by group, whatever their order") {
    const Books books(good_books());
    CHECK(books.size() == 3);
    CHECK(books.findings().empty());
    const coverage::detail::BookData& data = books.data();
    CHECK(!data.bernoulli);
    CHECK(!data.exposed);
    CHECK(data.rows[0].expected == 0.5);
    CHECK(data.rows[1].expected == 0.75);
    CHECK(data.groups->text(data.rows[2].group) == "bob");
    CHECK(Books(likely_books()).data().bernoulli);
  }

  TEST_CASE("nobody's rows, and those of which nothing is known, are left out and found") {
    BookColumns columns = good_books();
    columns.account = Texts{"a", "b", "c", "d"};
    columns.group = tables::ids_with_nulls({"ann", "", "ann", "bob"});
    columns.observed = Counts{1, 0, 1, 2};
    columns.expected = Reals{0.5, 0.25, std::nan(""), 0};
    const Books books(columns);
    CHECK(books.size() == 2);
    REQUIRE(books.findings().size() == 3);
    CHECK(tables::codes(books.findings()) == "nobodys_book unknown_expectation impossible_outcome");
    CHECK(books.findings()[0].message == "Books: group[1] is null; the row was left out");
    CHECK(books.findings()[0].severity == Severity::information);
    CHECK(books.findings()[1].message == "Books: expected[2] is null; the row was left out");
    CHECK(books.findings()[2].message == "Books: expected[3] = 0 does not allow what happened: 2");
  }

  TEST_CASE("a certain event that did not happen is impossible") {
    BookColumns columns = likely_books();
    columns.probability = Reals{1, 1, 0.5};
    const Books books(columns);
    CHECK(books.size() == 3);
    REQUIRE(books.findings().size() == 1);
    CHECK(books.findings()[0].message == "Books: probability[1] = 1 does not allow what happened: 0");
  }

  TEST_CASE("empty, and of one row") {
    const Books none({.account = Texts{}, .group = Texts{}, .observed = Counts{}, .expected = Reals{}});
    CHECK(none.size() == 0);
    CHECK(none.findings().empty());
    const Books one({.account = Counts{7}, .group = Counts{1}, .observed = Counts{3}, .expected = Reals{2}});
    CHECK(one.size() == 1);
    CHECK(one.data().rows[0].observed == 3);
  }

  TEST_CASE("refuses columns that are missing, twice there, or of another length") {
    const auto refuses = [](auto edit, const char* message) {
      BookColumns columns = good_books();
      edit(columns);
      CHECK_THROWS_WITH_AS(Books{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "Books: account is missing; the table needs this column");
    refuses([](auto& c) { c.group = {}; }, "Books: group is missing; the table needs this column");
    refuses([](auto& c) { c.observed = {}; }, "Books: observed is missing; the table needs this column");
    refuses(
        [](auto& c) { c.expected = {}; },
        "Books: expected, probability = 0 columns were given; exactly one of the two says what was expected");
    refuses(
        [](auto& c) { c.probability = c.expected; },
        "Books: expected, probability = 2 columns were given; exactly one of the two says what was expected");
    refuses([](auto& c) { c.exposure = Reals{1}; },
            "Books: exposure = 1 rows does not match the 3 rows of account");
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    struct Case {
      void (*edit)(BookColumns&);
      const char* code;
      const char* message;
    };
    const std::vector<Case> cases{
        {[](BookColumns& c) {
           c.account = tables::ids_with_nulls({"a", "", "c"});
         },
         "null_account", "Books: account[1] is null; every row needs an account"},
        {[](BookColumns& c) {
           c.observed = tables::with_nulls(Counts{1, 0, 1}, {1});
         },
         "null_outcome", "Books: observed[1] is null; every row needs a number of events"},
        {[](BookColumns& c) {
           c.observed = Counts{1, -1, 1};
         },
         "unusable_outcome", "Books: observed[1] = -1 is not a number of events: at least 0, up to 2^40"},
        {[](BookColumns& c) {
           c.probability = Column<double>(Reals{.5, .5, .5});
           c.expected = {};
           c.observed = Counts{1, 2, 1};
         },
         "unusable_outcome", "Books: observed[1] = 2 is not 0 or 1, which a probability asks for"},
        {[](BookColumns& c) {
           c.expected = Reals{1, -0.5, 1};
         },
         "unusable_expectation", "Books: expected[1] = -0.5 is not a number in [0, 1e12]"},
        {[](BookColumns& c) {
           c.expected = Reals{1, std::numeric_limits<double>::infinity(), 1};
         },
         "unusable_expectation", "Books: expected[1] = inf is not a number in [0, 1e12]"},
        {[](BookColumns& c) {
           c.expected = {};
           c.probability = Column<double>(Reals{1, 1.5, 1}).named("risk");
         },
         "unusable_expectation", "Books: risk[1] = 1.5 is not in [0, 1]"},
        {[](BookColumns& c) {
           c.exposure = Reals{1, std::nan(""), 1};
         },
         "unusable_exposure", "Books: exposure[1] = nan is not a number >= 0"},
    };
    for (const auto& each : cases) {
      BookColumns columns = good_books();
      each.edit(columns);
      CAPTURE(each.message);
      CHECK_THROWS_WITH_AS(Books{columns}, each.message, InvalidInput);
      columns.on_error = OnError::drop;
      const Books books(columns);
      CHECK(books.size() == 2);
      const auto finding = tables::find(books.findings(), each.code);
      REQUIRE(finding.has_value());
      CHECK(finding->rows == std::vector<std::int64_t>{1});
      CHECK(finding->message == std::string(each.message));
    }
  }
}
