// SPDX-License-Identifier: MIT
// Numbers of data/voice.R.
#include <fealty/health/ces.hpp>

#include "health/survey_tables.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;

TEST_SUITE("health/ces") {
  TEST_CASE("gives the mean and the share of those who agree") {
    const Ces out = ces(survey_tables::scores("ces", {7, 6, 5, 4, 3, 6, 7, 2}));
    CHECK(out.mean[0] == doctest::Approx(5).epsilon(1e-14));
    CHECK(out.std_error[0] == doctest::Approx(0.654653670707977).epsilon(1e-13));
    CHECK(out.agreeing == std::vector<std::int64_t>{5});
    CHECK(out.share[0] == doctest::Approx(0.625).epsilon(1e-14));
    CHECK(out.lower[0] == doctest::Approx(0.305742394602627).epsilon(1e-13));
    CHECK(out.upper[0] == doctest::Approx(0.863155714176403).epsilon(1e-13));
  }

  TEST_CASE("takes agreement from the upper half of the scale that the surveys have") {
    const Surveys surveys({.account = tables::Texts{"a", "b", "c"},
                           .date = tables::days({"2024-01-01", "2024-01-01", "2024-01-01"}),
                           .kind = tables::Texts{"ces", "ces", "ces"},
                           .score = tables::Reals{3, 4, 5},
                           .ces_scale = {1, 5}});
    CHECK(ces(surveys).agreeing == std::vector<std::int64_t>{2});
  }

  TEST_CASE("has nothing to say without answers") {
    const Ces none = ces(survey_tables::surveys({}));
    CHECK(std::isnan(none.mean[0]));
    CHECK(std::isnan(none.upper[0]));
    CHECK(none.findings[0].message == "ces: there is no answer of kind ces in the window");
    const Ces one = ces(survey_tables::scores("ces", {7}));
    CHECK(one.mean[0] == 7);
    CHECK(std::isnan(one.std_error[0]));
  }

  TEST_CASE("refuses options that cannot be") {
    CHECK_THROWS_WITH_AS(ces(survey_tables::scores("ces", {4}), {.confidence = 0}),
                         "ces: confidence = 0 is not in (0, 1)", InvalidInput);
  }
}
