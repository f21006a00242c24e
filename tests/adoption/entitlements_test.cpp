// SPDX-License-Identifier: MIT
#include <fealty/adoption/entitlements.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using adoption::EntitlementColumns;
using adoption::Entitlements;
using Texts = std::vector<std::string>;
using Counts = std::vector<std::int64_t>;
using Dates = std::vector<std::int32_t>;

namespace {

std::string error_of(const EntitlementColumns& columns) {
  try {
    const Entitlements table(columns);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}

IdColumn with_null() { return IdColumn(std::vector<std::uint32_t>{0, no_id}, IdColumn(Texts{"a"}).ids()); }

}  // namespace

TEST_SUITE("adoption/entitlements") {
  TEST_CASE("rows hold from valid_from to the day before valid_to") {
    const Entitlements table({.account = Texts{"A", "A", "B"},
                              .feature = Texts{"share", "share", "report"},
                              .valid_from = Dates{10, 15, 20},
                              .valid_to = Dates{20, open, 20}});
    CHECK(table.size() == 3);
    CHECK(table.data().rows[0].holds_on(10));
    CHECK(!table.data().rows[0].holds_on(20));
    CHECK(table.data().rows[1].holds_on(100'000));
    CHECK(!table.data().rows[2].holds_on(20));
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "zero_length_period");
    CHECK(Entitlements({.account = Texts{}, .feature = Texts{}}).size() == 0);
  }

  TEST_CASE("numbers hold until the account's next") {
    const Entitlements table(
        {.account = Texts{"A", "A"}, .features = Counts{3, 5}, .valid_from = Dates{20, 10}});
    CHECK(table.data().rows[1].holds_on(19));
    CHECK(!table.data().rows[1].holds_on(20));
    CHECK(table.data().rows[0].holds_on(20));
  }

  TEST_CASE("bad rows are refused, or left out and told") {
    CHECK(
        error_of({.account = Texts{"A"}}) ==
        "Entitlements: feature, features = 0 columns were given; exactly one of the two says what an account "
        "may use");
    CHECK(error_of({.account = Texts{"A", "B"}, .feature = with_null()}) ==
          "Entitlements: feature[1] is null; every row needs it");
    CHECK(error_of({.account = Texts{"A", "B"}, .features = Counts{1, -2}}) ==
          "Entitlements: features[1] = -2 is not a number from 0 to 1,000,000,000");
    CHECK(error_of({.account = Texts{"A", "A"}, .features = Counts{1, 2}}) ==
          "Entitlements: account[0] = A stands in row 1 too; without valid_from and valid_to an account has "
          "one "
          "row");
    CHECK(error_of(
              {.account = Texts{"A"}, .feature = Texts{"x"}, .valid_from = Dates{20}, .valid_to = Dates{10}}) ==
          "Entitlements: valid_to[0] = 1970-01-11 is before valid_from 1970-01-21");
    CHECK(error_of({.account = Texts{"A"}, .feature = Texts{"x", "y"}}) ==
          "Entitlements: feature = 2 rows does not match the 1 rows of account");
    const Entitlements kept(
        {.account = Texts{"A", "B"}, .features = Counts{1, -2}, .on_error = OnError::drop});
    CHECK(kept.size() == 1);
    REQUIRE(kept.findings().size() == 1);
    CHECK(kept.findings()[0].code == "unusable_number");
    CHECK(kept.findings()[0].rows == Counts{1});
  }
}
