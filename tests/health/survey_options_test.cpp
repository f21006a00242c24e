// SPDX-License-Identifier: MIT
#include <fealty/health/survey_options.hpp>

#include <doctest/doctest.h>

using namespace fealty::health;

TEST_SUITE("health/survey_options") {
  TEST_CASE("counts nobody twice unless asked to") {
    const SurveyOptions options;
    CHECK(options.counted == CountedAnswers::last_of_user);
    CHECK_FALSE(options.window_days.has_value());
    CHECK(options.confidence == 0.95);
    CHECK(enum_names(CountedAnswers{})[2] == "last_of_account");
  }
}
