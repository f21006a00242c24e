// SPDX-License-Identifier: MIT
// Numbers of data/voice.R.
#include <fealty/health/csat.hpp>

#include "health/survey_tables.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;

TEST_SUITE("health/csat") {
  TEST_CASE("gives the mean and the share of the top two boxes") {
    const Csat out = csat(survey_tables::scores("csat", {5, 4, 4, 3, 5, 2, 1, 5, 4, 5}));
    CHECK(out.mean[0] == doctest::Approx(3.8).epsilon(1e-14));
    CHECK(out.std_error[0] == doctest::Approx(0.442216638714053).epsilon(1e-13));
    CHECK(out.satisfied == std::vector<std::int64_t>{7});
    CHECK(out.share[0] == doctest::Approx(0.7).epsilon(1e-14));
    CHECK(out.lower[0] == doctest::Approx(0.396778147461145).epsilon(1e-13));
    CHECK(out.upper[0] == doctest::Approx(0.892208732593699).epsilon(1e-13));
  }

  TEST_CASE("takes the top two boxes of the scale that the surveys have") {
    const Surveys surveys({.account = tables::Texts{"a", "b", "c"},
                           .date = tables::days({"2024-01-01", "2024-01-01", "2024-01-01"}),
                           .kind = tables::Texts{"csat", "csat", "csat"},
                           .score = tables::Reals{9, 8.5, 10},
                           .csat_scale = {0, 10}});
    CHECK(csat(surveys).satisfied == std::vector<std::int64_t>{2});
  }

  TEST_CASE("has no standard error for one respondent, and nothing for none") {
    const Csat one = csat(survey_tables::scores("csat", {4}));
    CHECK(one.mean[0] == 4);
    CHECK(std::isnan(one.std_error[0]));
    CHECK(one.upper[0] == 1);
    const Csat none = csat(survey_tables::scores("nps", {4}));
    CHECK(none.respondents == std::vector<std::int64_t>{0});
    CHECK(std::isnan(none.mean[0]));
    CHECK(std::isnan(none.share[0]));
    CHECK(std::isnan(none.lower[0]));
    REQUIRE(none.findings.size() == 1);
    CHECK(none.findings[0].code == "no_answers");
  }

  TEST_CASE("has the standard error of a mean that is pooled from groups") {
    const Surveys surveys = survey_tables::surveys({{"a", "u", "2024-01-01", "csat", 5},
                                                    {"a", "v", "2024-01-01", "csat", 3},
                                                    {"b", "u", "2024-01-01", "csat", 1}});
    const Csat each = csat(surveys, {.by = {"account"}}), all = csat(surveys);
    CHECK(each.mean == std::vector<double>{4, 1});
    CHECK(each.std_error[0] == doctest::Approx(1).epsilon(1e-15));
    CHECK(all.mean[0] == doctest::Approx((2 * each.mean[0] + each.mean[1]) / 3).epsilon(1e-15));
  }

  TEST_CASE("refuses options that cannot be") {
    CHECK_THROWS_WITH_AS(csat(survey_tables::scores("csat", {4}), {.window_days = -1}),
                         "csat: window_days = -1 is not a number of days >= 1", InvalidInput);
  }
}
