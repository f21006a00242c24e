// SPDX-License-Identifier: MIT
#include <fealty/adoption/user_roles.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using adoption::UserRoleColumns;
using adoption::UserRoles;
using Texts = std::vector<std::string>;
using Dates = std::vector<std::int32_t>;

namespace {

std::string error_of(const UserRoleColumns& columns) {
  try {
    const UserRoles table(columns);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}
IdColumn with_null() { return IdColumn(std::vector<std::uint32_t>{0, no_id}, IdColumn(Texts{"u"}).ids()); }

}  // namespace

TEST_SUITE("adoption/user_roles") {
  TEST_CASE("without valid_to a role holds until the user's next day with a row") {
    const UserRoles table({.account = Texts{"A", "A", "A", "A"},
                           .user = Texts{"u", "u", "v", "u"},
                           .role = Texts{"user", "sponsor", "user", "admin"},
                           .valid_from = Dates{20, 10, 15, 20}});
    REQUIRE(table.size() == 4);
    const auto& rows = table.data().rows;
    CHECK(table.data().roles->text(rows[0].role) == "sponsor");
    CHECK(rows[0].to == 20);
    CHECK(table.data().roles->text(rows[1].role) == "admin");  // of one day by id
    CHECK(rows[1].to == open);
    CHECK(rows[2].holds_on(30));
    CHECK(rows[3].to == open);
    CHECK(UserRoles({.account = Texts{}, .user = Texts{}, .role = Texts{}}).size() == 0);
  }

  TEST_CASE("roles may overlap, and one without days is told") {
    const UserRoles table({.account = Texts{"A", "A"},
                           .user = Texts{"u", "u"},
                           .role = Texts{"user", "sponsor"},
                           .valid_from = Dates{10, 15},
                           .valid_to = Dates{20, 15}});
    CHECK(table.data().rows[0].holds_on(19));
    CHECK(!table.data().rows[1].holds_on(15));
    REQUIRE(table.findings().size() == 1);
    CHECK(table.findings()[0].code == "zero_length_period");
  }

  TEST_CASE("bad rows are refused, or left out and told") {
    const Texts two{"A", "A"};
    CHECK(error_of({.account = two, .user = with_null(), .role = two}) ==
          "UserRoles: user[1] is null; every row needs it");
    CHECK(error_of({.account = two, .user = two, .role = with_null()}) ==
          "UserRoles: role[1] is null; every row needs it");
    CHECK(error_of({.account = with_null(), .user = two, .role = two}) ==
          "UserRoles: account[1] is null; every row needs an account");
    CHECK(error_of({.account = two, .user = two, .role = {}}) ==
          "UserRoles: role is missing; the table needs this column");
    CHECK(
        error_of(
            {.account = two, .user = two, .role = two, .valid_from = Dates{3, 3}, .valid_to = Dates{4, 2}}) ==
        "UserRoles: valid_to[1] = 1970-01-03 is before valid_from 1970-01-04");
    const UserRoles kept({.account = two, .user = with_null(), .role = two, .on_error = OnError::drop});
    CHECK(kept.size() == 1);
    CHECK(kept.findings()[0].code == "null_user");
  }
}
