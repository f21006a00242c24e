// SPDX-License-Identifier: MIT
#include <fealty/health/logistic_contributions.hpp>

#include <fealty/health/predict_logistic.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "logistic_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

TEST_SUITE("health/logistic_contributions") {
  TEST_CASE("contributions add up to the log odds, from those of an average row on") {
    const auto columns = logistic_data::snapshots();
    const auto model = logistic(Examples(columns), {.features = {"usage", "tickets", "plan"}});
    const auto found = logistic_contributions(model, columns.attributes);
    const auto predicted = predict_logistic(model, columns.attributes);
    REQUIRE(found.contribution.size() == 4 * 240);
    for (std::size_t row = 0; row < 240; ++row) {
      double sum = 0;
      for (std::size_t i = 0; i < 4; ++i) sum += found.contribution[4 * row + i];
      if (!std::isnan(predicted.linear_predictor[row]))
        CHECK(sum == doctest::Approx(predicted.linear_predictor[row]).epsilon(1e-12));
      else CHECK(std::isnan(found.contribution[4 * row + 1]));  // the usage that is missing, and no other
    }
    CHECK_FALSE(std::isnan(found.contribution[4 * 6 + 2]));
    std::vector<std::string> names;
    for (std::size_t i = 0; i < 4; ++i) names.push_back(found.feature.text(i));
    CHECK(names == std::vector<std::string>{"(average)", "usage", "tickets", "plan"});
    CHECK(found.row[5] == 1);
    CHECK(found.findings.size() == 1);
    // usage adds its coefficient times how far it is from the mean of the rows used.
    CHECK(found.contribution[1] - found.contribution[5] ==
          doctest::Approx(model.coef[1] * (1.727 - 5.041)).epsilon(1e-11));
  }
  TEST_CASE("over the rows of the model each feature adds nothing on average") {
    const auto columns = logistic_data::random_rows(2, 1000, 2);
    const auto model = logistic(Examples(columns), {.features = {"x0", "x1"}});
    const auto found = logistic_contributions(model, columns.attributes);
    double first = 0, second = 0;
    for (std::size_t i = 0; i < found.contribution.size(); i += 3) {
      first += found.contribution[i + 1];
      second += found.contribution[i + 2];
    }
    CHECK(std::abs(first) < 1e-9);
    CHECK(std::abs(second) < 1e-9);
  }
  TEST_CASE("no rows have no lines, and a model of somebody else is refused") {
    const auto columns = logistic_data::snapshots();
    const auto model = logistic(Examples(columns), {.features = {"tickets"}});
    Frame none;
    none.add("tickets", Column<double>(std::vector<double>{}));
    CHECK(logistic_contributions(model, none).contribution.empty());
    CHECK_THROWS_WITH_AS(logistic_contributions({}, none),
                         "logistic_contributions: model was not made by logistic()", InvalidInput);
  }
}
