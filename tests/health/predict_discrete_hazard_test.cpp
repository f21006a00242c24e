// SPDX-License-Identifier: MIT
#include <fealty/health/predict_discrete_hazard.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "hazard_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using survival::Lifetimes;

namespace {

Frame rows(std::vector<double> seats, const std::vector<std::string>& plan) {
  Frame attributes;
  attributes.add("seats", Column<double>(std::move(seats)));
  attributes.add("plan", IdColumn(plan));
  return attributes;
}
void check(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(1e-10));
}
/// Hazards, survival and its errors, one after the other.
std::vector<double> all_of(const HazardPrediction& found) {
  std::vector<double> all(found.hazard);
  all.insert(all.end(), found.survival.begin(), found.survival.end());
  all.insert(all.end(), found.std_error.begin(), found.std_error.end());
  return all;
}
DiscreteHazardModel model(HazardBaseline baseline, HazardLink link = HazardLink::logit) {
  return discrete_hazard(Lifetimes(hazard_data::lives()),
                         {.features = {"seats", "plan"}, .link = link, .baseline = baseline});
}

}  // namespace

TEST_SUITE("health/predict_discrete_hazard") {
  TEST_CASE("survival and its errors are the products and sums of R's glm") {
    const Frame life = rows({10}, {"pro"});
    const auto cubic =
        predict_discrete_hazard(model(HazardBaseline::polynomial), life, {.ahead = 3, .given_age = 4});
    check(all_of(cubic),
          {0.22384928349369, 0.27420993396091, 0.33351604143819, 0.77615071650631, 0.56332247978940,
           0.37544539627690, 0.02908016168358, 0.04627024153415, 0.05261913298711});
    CHECK(cubic.period == std::vector<std::int64_t>{5, 6, 7});
    CHECK(cubic.findings.empty());
    check(all_of(predict_discrete_hazard(model(HazardBaseline::log_period, HazardLink::cloglog), life,
                                         {.ahead = 3, .given_age = 4})),
          {0.26512631511004, 0.28287292997730, 0.29860077044307, 0.73487368488996, 0.52699781248193,
           0.36963585965301, 0.02846282669722, 0.04409775842688, 0.04998631683813});
  }
  TEST_CASE("without features survival is that of Kaplan and Meier, and beyond the longest life unknown") {
    const auto found = predict_discrete_hazard(
        discrete_hazard(Lifetimes({.duration = std::vector<double>{1, 1, 2, 2, 4, 4, 4},
                                   .ended = std::vector<std::uint8_t>{1, 0, 1, 0, 1, 1, 0}}),
                        {}),
        [] {
          Frame one;
          one.add("any", Column<double>({1}));
          return one;
        }(),
        {.ahead = 5});
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> survival{6.0 / 7, 6.0 / 7 * 4 / 5, 6.0 / 7 * 4 / 5, 6.0 / 7 * 4 / 5 / 3,
                                       nothing};
    for (std::size_t i = 0; i < 4; ++i)
      CHECK(found.survival[i] == doctest::Approx(survival[i]).epsilon(1e-12));
    CHECK(found.hazard[2] == 0);  // nobody ended in period 3
    CHECK(std::isnan(found.survival[4]));
    CHECK(std::isnan(found.lower[4]));
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].message ==
          "predict_discrete_hazard: period 5 is beyond the 4 of the model's longest life");
    // Greenwood's error.
    CHECK(found.std_error[1] ==
          doctest::Approx(survival[1] * std::sqrt(1 / (7.0 * 6) + 1 / (5.0 * 4))).epsilon(1e-10));
  }
  TEST_CASE("survival given an age is that from the beginning, divided") {
    const auto fitted = model(HazardBaseline::log_period);
    Frame two = rows({3, 3}, {"basic", "basic"});
    two.add("passed", Column<double>({0, 5}));
    const auto found = predict_discrete_hazard(fitted, two, {.ahead = 8, .given = "passed"});
    for (std::size_t i = 0; i < 3; ++i)
      CHECK(found.survival[8 + i] ==
            doctest::Approx(found.survival[5 + i] / found.survival[4]).epsilon(1e-12));
    for (std::size_t i = 0; i < 8; ++i) CHECK(found.lower[i] < found.survival[i]);
  }
  TEST_CASE("missing features and ages have no survival") {
    Frame three = rows({3, std::numeric_limits<double>::quiet_NaN(), 3}, {"basic", "pro", "gold"});
    const auto found = predict_discrete_hazard(model(HazardBaseline::by_period), three, {.ahead = 2});
    CHECK_FALSE(std::isnan(found.survival[0]));
    for (std::size_t i = 2; i < 6; ++i) CHECK(std::isnan(found.survival[i]));
    CHECK(hazard_data::codes(found.findings) == std::vector<std::string>{"missing_feature", "unknown_level"});
    CHECK(predict_discrete_hazard(model(HazardBaseline::by_period), rows({}, {})).row.empty());
  }
  TEST_CASE("unusable settings are refused by name") {
    const auto fitted = model(HazardBaseline::by_period);
    const auto refused = [&](const HazardPredictionOptions& options, const char* text) {
      CHECK_THROWS_WITH_AS(predict_discrete_hazard(fitted, rows({1}, {"pro"}), options), text, InvalidInput);
    };
    refused({.ahead = 0}, "predict_discrete_hazard: ahead = 0 is not between 1 and 10,000");
    refused({.given_age = 1.5},
            "predict_discrete_hazard: given_age = 1.5 is not a whole number of periods >= 0");
    refused({.given_age = 1, .given = "seats"},
            "predict_discrete_hazard: given_age and given were both given");
    refused({.confidence = 1}, "predict_discrete_hazard: confidence = 1 is not in (0, 1)");
    CHECK_THROWS_WITH_AS(predict_discrete_hazard({}, rows({1}, {"pro"})),
                         "predict_discrete_hazard: model was not made by discrete_hazard()", InvalidInput);
  }
}
