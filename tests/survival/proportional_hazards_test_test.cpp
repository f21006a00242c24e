// SPDX-License-Identifier: MIT
#include <fealty/survival/proportional_hazards_test.hpp>

#include <cmath>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }
void check(const ProportionalHazardsTest& found, const std::vector<double>& statistics) {
  REQUIRE(found.statistic.size() == statistics.size());
  for (std::size_t i = 0; i < statistics.size(); ++i) CHECK(found.statistic[i] == near(statistics[i]));
}

}  // namespace

TEST_SUITE("survival/proportional_hazards_test") {
  TEST_CASE("it agrees with R's cox.zph for each transform of age") {
    const Lifetimes lives(test::lung());
    const CoxModel model = cox(lives, {.covariates = {"age", "sex", "ph.ecog"}});
    const auto found = proportional_hazards_test(lives, model);
    check(found, {0.1879876735605, 2.3054372267748, 2.0542487738628, 4.4636575881620});
    CHECK(found.covariate == std::vector<std::string>{"age", "sex", "ph.ecog", "all"});
    CHECK(found.degrees_of_freedom == std::vector<std::int64_t>{1, 1, 1, 3});
    CHECK(found.p_value[1] == near(std::erfc(std::sqrt(2.3054372267748 / 2))));
    check(proportional_hazards_test(lives, model, {.transform = AgeTransform::rank}),
          {0.1172915069184, 2.0446946796233, 2.5448783923885, 4.7106801407190});
    check(proportional_hazards_test(lives, model, {.transform = AgeTransform::identity}),
          {0.152350317151, 2.491913216508, 1.578235238253, 4.119382950936});
    check(proportional_hazards_test(lives, model, {.transform = AgeTransform::log}),
          {3.3736340108974, 2.0349368783578, 0.3704963247341, 5.3898214276414});
  }
  TEST_CASE("so it does with strata, late entries, weights, and levels of one covariate together") {
    const Lifetimes lives(test::lung()), late(test::heart());
    check(proportional_hazards_test(lives, cox(lives, {.covariates = {"age"}, .strata = {"sex"}})),
          {0.1458185916814, 0.1458185916814});
    check(proportional_hazards_test(late, cox(late, {.covariates = {"age", "surgery"}})),
          {0.89537934912778, 0.09829710890298, 0.99322104371450});
    LifetimeColumns columns = test::lung();
    std::vector<double> weight;
    std::vector<std::string> status;
    for (int i = 1; i <= 228; ++i) weight.push_back(0.5 + (i % 7) / 4.0);
    columns.weight = std::move(weight);
    const Lifetimes weighted(columns);
    check(proportional_hazards_test(weighted, cox(weighted, {.covariates = {"age", "sex"}})),
          {0.9191793591855, 3.8909694821400, 4.7258316920395});
    columns = test::lung();
    for (const double value : std::get<Column<double>>(*columns.attributes.find("ph.ecog")).values())
      status.push_back(value < 3 ? std::string(1, static_cast<char>('0' + static_cast<int>(value))) : "");
    columns.attributes.add("status", test::texts(status));
    const Lifetimes levels(columns);
    const auto found = proportional_hazards_test(levels, cox(levels, {.covariates = {"status", "age"}}));
    check(found, {2.0897212283140, 0.2669297822806, 2.1284008350805});
    CHECK(found.covariate == std::vector<std::string>{"status", "age", "all"});
    CHECK(found.degrees_of_freedom == std::vector<std::int64_t>{2, 1, 3});
    CHECK(found.p_value[0] == near(0.3517408436554));
  }
  TEST_CASE("what cannot be tested has no answer, and an end at age 0 no logarithm") {
    LifetimeColumns columns = test::lung();
    columns.attributes.add("constant", Column<double>(std::vector<double>(228, 3)));
    const Lifetimes lives(columns);
    const auto found = proportional_hazards_test(lives, cox(lives, {.covariates = {"constant", "age"}}));
    CHECK(std::isnan(found.statistic[0]));
    CHECK(std::isnan(found.p_value[0]));
    CHECK(found.degrees_of_freedom == std::vector<std::int64_t>{0, 1, 1});
    Frame attributes;
    attributes.add("x", Column<double>(std::vector<double>{1, 3, 2}));
    const Lifetimes zero({.duration = std::vector<double>{0, 1, 2},
                          .ended = std::vector<std::uint8_t>{1, 1, 1},
                          .attributes = attributes});
    std::string message;
    try {
      proportional_hazards_test(zero, cox(zero, {.covariates = {"x"}}), {.transform = AgeTransform::log});
    } catch (const InvalidInput& error) {
      message = error.what();
    }
    CHECK(message ==
          "proportional_hazards_test: transform = log of a life that ended at age 0 does not exist");
  }
  TEST_CASE("a model with a penalty is refused") {
    const Lifetimes lives(test::lung());
    const CoxModel model = cox(lives, {.covariates = {"age"}, .penalty = 1});
    CHECK_THROWS_WITH_AS(
        proportional_hazards_test(lives, model),
        "proportional_hazards_test: model has a penalty; the test is for a model without one", InvalidInput);
  }
}
