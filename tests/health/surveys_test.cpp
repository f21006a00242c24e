// SPDX-License-Identifier: MIT
#include <fealty/health/surveys.hpp>

#include "revenue/tables.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

SurveyColumns good_surveys() {
  return {.account = Texts{"b", "a", "a"},
          .date = tables::days({"2024-01-05", "2024-01-03", "2024-01-01"}),
          .kind = Texts{"csat", "nps", "ces"},
          .score = Reals{4, 0, 6.5},
          .user = Texts{"u", "v", "v"}};
}
template <class Edit>
void refuses_surveys(Edit edit, const char* message) {
  SurveyColumns columns = good_surveys();
  edit(columns);
  CHECK_THROWS_WITH_AS(Surveys{columns}, message, InvalidInput);
}

}  // namespace

TEST_SUITE("health/surveys") {
  TEST_CASE("orders answers by kind, account, user and day") {
    const Surveys surveys(good_surveys());
    REQUIRE(surveys.size() == 3);
    CHECK(surveys.findings().empty());
    CHECK(surveys.last_day() == tables::date("2024-01-05"));
    std::vector<std::int64_t> rows;
    for (const auto& row : surveys.data().rows) rows.push_back(row.row);
    CHECK(rows == std::vector<std::int64_t>{1, 0, 2});
    const Surveys none({.account = Texts{}, .date = tables::Days{}, .kind = Texts{}, .score = Reals{}});
    CHECK(none.size() == 0);
    CHECK_FALSE(none.last_day().has_value());
  }

  TEST_CASE("tells of several answers of a user on one day") {
    SurveyColumns columns = good_surveys();
    columns.account = Texts{"a", "a", "a"};
    columns.date = tables::days({"2024-01-05", "2024-01-05", "2024-01-05"});
    columns.kind = Texts{"nps", "nps", "nps"};
    columns.score = Reals{4, 9, 6};
    const auto finding = tables::find(Surveys(columns).findings(), "several_answers");
    REQUIRE(finding.has_value());
    CHECK(finding->rows == std::vector<std::int64_t>{1});
    CHECK(finding->message ==
          "user v of account a answered nps several times on 2024-01-05; where one answer counts it is the "
          "lowest");
    columns.user = tables::ids_with_nulls({"", "", ""});
    CHECK(Surveys(columns).findings().empty());
  }

  TEST_CASE("refuses columns that are missing, or of another length") {
    refuses_surveys([](auto& c) { c.account = {}; },
                    "Surveys: account is missing; the table needs this column");
    refuses_surveys([](auto& c) { c.kind = {}; }, "Surveys: kind is missing; the table needs this column");
    refuses_surveys([](auto& c) { c.user = Texts{"u"}; },
                    "Surveys: user = 1 rows does not match the 3 rows of account");
  }

  TEST_CASE("refuses kinds that are none of the three, and lists them") {
    refuses_surveys(
        [](auto& c) {
          c.kind = Texts{"csat", "NPS", "ces"};
        },
        "Surveys: kind[1] = \"NPS\" is not one of nps, csat, ces");
    refuses_surveys(
        [](auto& c) {
          c.kind = tables::ids_with_nulls({"csat", "", "ces"});
        },
        "Surveys: kind[1] is null; every row needs it");
  }

  TEST_CASE("refuses scores that are not on the scale of their kind") {
    refuses_surveys(
        [](auto& c) {
          c.score = Reals{4, 9.5, 6};
        },
        "Surveys: score[1] = 9.5 is not a whole number from 0 to 10, as scores of nps are");
    refuses_surveys(
        [](auto& c) {
          c.score = Reals{4, 11, 6};
        },
        "Surveys: score[1] = 11 is not a whole number from 0 to 10, as scores of nps are");
    refuses_surveys(
        [](auto& c) {
          c.score = Reals{6, 9, 6};
        },
        "Surveys: score[0] = 6 is not a number from 1 to 5, as scores of csat are");
    refuses_surveys(
        [](auto& c) {
          c.score = Reals{4, 9, 0};
        },
        "Surveys: score[2] = 0 is not a number from 1 to 7, as scores of ces are");
    refuses_surveys(
        [](auto& c) {
          c.score = Reals{std::numeric_limits<double>::quiet_NaN(), 9, 6};
        },
        "Surveys: score[0] = nan is not a finite number");
    SurveyColumns columns = good_surveys();
    columns.score = Reals{10, 9, 0};
    columns.csat_scale = {1, 10};
    columns.ces_scale = {-2, 2};
    CHECK(Surveys(columns).size() == 3);
  }

  TEST_CASE("refuses scales that cannot be") {
    refuses_surveys(
        [](auto& c) {
          c.csat_scale = {5, 1};
        },
        "Surveys: csat_scale = [5, 1] is not two ascending numbers from -1,000 to 1,000");
    refuses_surveys([](auto& c) { c.ces_scale = {1}; },
                    "Surveys: ces_scale = [1] is not two ascending numbers from -1,000 to 1,000");
    refuses_surveys(
        [](auto& c) {
          c.ces_scale = {1, 1'001};
        },
        "Surveys: ces_scale = [1, 1001] is not two ascending numbers from -1,000 to 1,000");
  }

  TEST_CASE("refuses accounts and days that are null or out of range") {
    refuses_surveys(
        [](auto& c) {
          c.account = tables::ids_with_nulls({"b", "", "a"});
        },
        "Surveys: account[1] is null; every row needs it");
    refuses_surveys(
        [](auto& c) {
          c.date = tables::days({"2024-01-05", "1899-12-31", "2024-01-01"});
        },
        "Surveys: date[1] = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
  }

  TEST_CASE("leaves bad rows out if asked, and lists them") {
    SurveyColumns columns = good_surveys();
    columns.kind = Texts{"csat", "Nps", "ces"};
    columns.score = Reals{40, 9, 6};
    columns.on_error = OnError::drop;
    const Surveys surveys(columns);
    CHECK(surveys.size() == 1);
    REQUIRE(surveys.findings().size() == 2);
    CHECK(surveys.findings()[0].code == "unknown_kind");
    CHECK(surveys.findings()[0].rows == std::vector<std::int64_t>{1});
    CHECK(surveys.findings()[1].code == "score_off_scale");
    CHECK(surveys.findings()[1].rows == std::vector<std::int64_t>{0});
  }
}
