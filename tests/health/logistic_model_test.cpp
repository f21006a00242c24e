// SPDX-License-Identifier: MIT
#include <fealty/health/logistic_model.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

TEST_SUITE("health/logistic_model") {
  TEST_CASE("columns are visited in the order of the fields, signs have their names") {
    fealty::health::LogisticModel model;
    std::string names;
    fealty::health::LogisticModel::each_column(
        model, [&](const char* name, const auto&) { names += name + std::string(" "); });
    CHECK(names == "covariate reference coef std_error odds_ratio z p_value lower upper ");
    CHECK(enum_names(fealty::health::CoefficientSign{})[2] == "negative");
  }
}
