// SPDX-License-Identifier: MIT
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/finding.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using fealty::detail::RowCheck;

namespace {

using Rows = std::vector<std::int64_t>;

/// The rules of a table of whole numbers, none of which may be negative or above its limit.
struct Table {
  std::vector<int> values;
  std::vector<int> limits;

  void check(RowCheck& check) const {
    check.rule(
        "negative", [&](std::size_t row) { return values[row] < 0; },
        [&](std::size_t row) {
          return ErrorDetail{"", "values", {}, std::to_string(values[row]), "is negative"};
        });
    check.rule<Overflow>(
        "too_large",
        [&](std::size_t row) { return values[row] > limits.at(static_cast<std::size_t>(values[row])); },
        [&](std::size_t row) {
          return ErrorDetail{"", "values", {}, std::to_string(values[row]), "is too large"};
        });
    check.note(
        "zero", Severity::information, [&](std::size_t row) { return values[row] == 0; },
        [&](std::size_t) {
          return ErrorDetail{"", "values", {}, "0", "is nothing"};
        });
  }
  std::vector<Finding> dropped() const {
    RowCheck rows("Table", OnError::drop, values.size());
    check(rows);
    return rows.take_findings();
  }
  void raise() const {
    RowCheck rows("Table", OnError::fail, values.size());
    check(rows);
  }
};

}  // namespace

TEST_SUITE("core/finding") {
  TEST_CASE("the names of the enumerators, in order") {
    CHECK(enum_names(Severity{}).at(static_cast<std::size_t>(Severity::information)) == "information");
    CHECK(enum_names(Severity{}).at(static_cast<std::size_t>(Severity::warning)) == "warning");
    CHECK(enum_names(Severity{}).at(static_cast<std::size_t>(Severity::error)) == "error");
    CHECK(enum_names(OnError{}).at(static_cast<std::size_t>(OnError::fail)) == "fail");
    CHECK(enum_names(OnError{}).at(static_cast<std::size_t>(OnError::drop)) == "drop");
  }

  TEST_CASE("raise: the first rule that is broken throws, for its first row") {
    CHECK_THROWS_WITH_AS((Table{{1, 9, -3, -4}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}}.raise()),
                         "Table: values[2] = -3 is negative", InvalidInput);
    CHECK_THROWS_WITH_AS((Table{{1, 2, 3}, {9, 9, 0, 0}}.raise()), "Table: values[1] = 2 is too large",
                         Overflow);
    CHECK_NOTHROW((Table{{0, 1}, {9, 9}}.raise()));
    CHECK_NOTHROW((Table{}.raise()));
  }

  TEST_CASE("drop: each bad row is listed once, under the rule it broke first") {
    const auto findings = Table{{-1, 0, 2, -5, 1, 2, 0}, {9, 9, 0}}.dropped();
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].code == "negative");
    CHECK(findings[0].severity == Severity::error);
    CHECK(findings[0].rows == Rows{0, 3});
    CHECK(findings[0].message == "Table: values[0] = -1 is negative");
    CHECK(findings[1].code == "too_large");
    CHECK(findings[1].severity == Severity::error);
    CHECK(findings[1].rows == Rows{2, 5});
    CHECK(findings[1].message == "Table: values[2] = 2 is too large");
    CHECK(findings[2].code == "zero");
    CHECK(findings[2].severity == Severity::information);
    CHECK(findings[2].rows == Rows{1, 6});
    CHECK(findings[2].message == "Table: values[1] = 0 is nothing");
  }

  TEST_CASE("a later rule is not asked about a bad row, for which it may make no sense") {
    // limits.at() throws for negative values
    CHECK(Table{{-1, -2, -3}, {}}.dropped().size() == 1);
    CHECK(Table{{-1, 1, -3}, {5, 5}}.dropped().size() == 1);
    CHECK(Table{{0}, {-1}}.dropped().size() == 1);  // nor is what is odd about it
  }

  TEST_CASE("nothing odd, nothing found") {
    CHECK(Table{}.dropped().empty());
    CHECK(Table{{1}, {9, 9}}.dropped().empty());
    CHECK(Table{std::vector<int>(1000, 1), {9, 9}}.dropped().empty());
  }

  TEST_CASE("which rows are bad") {
    RowCheck rows("Table", OnError::drop, 3);
    CHECK_FALSE(rows.any_bad());
    CHECK_FALSE(rows.is_bad(2));
    Table{{1, 0, -3}, {9, 9, 9, 9}}.check(rows);
    CHECK(rows.any_bad());
    CHECK_FALSE(rows.is_bad(0));
    CHECK_FALSE(rows.is_bad(1));  // odd is not bad
    CHECK(rows.is_bad(2));
  }

  TEST_CASE("every row may break a rule") {
    const auto findings = Table{std::vector<int>(500, -1), {}}.dropped();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rows.size() == 500);
    for (std::int64_t row = 0; row < 500; ++row)
      CHECK(findings[0].rows[static_cast<std::size_t>(row)] == row);
  }
}
