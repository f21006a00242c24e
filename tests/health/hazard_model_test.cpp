// SPDX-License-Identifier: MIT
#include <fealty/health/hazard_model.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

TEST_SUITE("health/hazard_model") {
  TEST_CASE("columns are visited in the order of the fields, links and baselines have their names") {
    fealty::health::DiscreteHazardModel model;
    std::string names;
    fealty::health::DiscreteHazardModel::each_column(
        model, [&](const char* name, const auto&) { names += name + std::string(" "); });
    CHECK(names == "covariate reference coef std_error exp_coef z p_value lower upper ");
    CHECK(enum_names(fealty::health::HazardLink{})[1] == "cloglog");
    CHECK(enum_names(fealty::health::HazardBaseline{})[0] == "by_period");
  }
}
