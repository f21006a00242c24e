// SPDX-License-Identifier: MIT
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/survival/baseline_hazard.hpp>
#include <fealty/survival/cox_risk.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }
Frame two(double first) {
  Frame frame;
  frame.add("age", Column<double>(std::vector<double>{first, 75}));
  frame.add("sex", Column<double>(std::vector<double>{1, 2}));
  frame.add("ph.ecog", Column<double>(std::vector<double>{1, 2}));
  return frame;
}

}  // namespace

TEST_SUITE("survival/cox_risk") {
  TEST_CASE("linear predictors agree with R") {
    const CoxModel model = cox(Lifetimes(test::lung()), {.covariates = {"age", "sex", "ph.ecog"}});
    const CoxRisk risk = cox_risk(model, two(60));
    CHECK(risk.row == std::vector<std::int64_t>{0, 1});
    CHECK(risk.linear_predictor[0] == near(0.21436508449121));
    CHECK(risk.linear_predictor[1] == near(0.29148263301688));
    CHECK(risk.std_error[0] == near(0.07113111011532));
    CHECK(risk.std_error[1] == near(0.17898444061378));
    CHECK(risk.hazard_ratio[1] == near(std::exp(0.29148263301688)));
    CHECK(risk.lower[1] == near(std::exp(0.29148263301688 - 1.959963984540054 * 0.17898444061378)));
    CHECK(risk.upper[1] == near(std::exp(0.29148263301688 + 1.959963984540054 * 0.17898444061378)));
  }
  TEST_CASE("cases are as many rows: means of covariates count them") {
    const std::vector<std::string> names{"age", "sex", "ph.ecog"};
    LifetimeColumns cases = test::lung();
    std::vector<double> weight;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < 228; ++row) {
      weight.push_back(1 + row % 3);
      rows.insert(rows.end(), 1 + row % 3, row);
    }
    cases.weight = weight;
    LifetimeColumns expanded;
    std::vector<double> duration;
    std::vector<std::uint8_t> ended;
    for (const std::uint32_t row : rows) {
      duration.push_back(cases.duration[row]);
      ended.push_back(cases.ended[row]);
    }
    expanded.duration = duration;
    expanded.ended = ended;
    expanded.attributes = fealty::detail::select_rows(cases.attributes, &rows);
    const CoxOptions options{.covariates = names, .ties = CoxTies::breslow};
    const CoxModel few = cox(Lifetimes(cases), options), many = cox(Lifetimes(expanded), options);
    for (std::size_t row = 0; row < 2; ++row)
      CHECK(cox_risk(few, two(60)).linear_predictor[row] ==
            near(cox_risk(many, two(60)).linear_predictor[row]));
    const BaselineHazard one = baseline_hazard(few), all = baseline_hazard(many);
    REQUIRE(one.time == all.time);
    for (std::size_t i = 0; i < one.time.size(); ++i) {
      CHECK(one.cumulative_hazard[i] == near(all.cumulative_hazard[i]));
      CHECK(one.std_error[i] == near(all.std_error[i]));
    }
  }
  TEST_CASE("a life that misses a covariate has no risk that is known") {
    const CoxModel model = cox(Lifetimes(test::lung()), {.covariates = {"age", "sex", "ph.ecog"}});
    const CoxRisk risk = cox_risk(model, two(std::numeric_limits<double>::quiet_NaN()));
    CHECK(std::isnan(risk.linear_predictor[0]));
    CHECK(std::isnan(risk.std_error[0]));
    CHECK(std::isnan(risk.lower[0]));
    CHECK(std::isfinite(risk.linear_predictor[1]));
  }
  TEST_CASE("bad input is refused") {
    const auto refusal = [](const CoxModel& model, const CoxRiskOptions& options) {
      try {
        cox_risk(model, two(60), options);
        return std::string("nothing");
      } catch (const InvalidInput& error) {
        return std::string(error.what());
      }
    };
    CHECK(refusal({}, {}) == "cox_risk: model has no baseline hazard: cox() makes models that have one");
    CHECK(refusal(cox(Lifetimes(test::lung()), {.covariates = {"age"}}), {.confidence = 2}) ==
          "cox_risk: confidence = 2 is not in (0, 1)");
    CHECK_THROWS_WITH_AS(cox_risk(cox(Lifetimes(test::lung()), {.covariates = {"age"}}),
                                  two(std::numeric_limits<double>::infinity())),
                         "cox_risk: age[0] = inf is not a finite number", InvalidInput);
    CHECK(refusal(cox(Lifetimes(test::lung()), {.covariates = {"inst"}}), {}) ==
          "cox_risk: covariates = \"inst\" is no attribute of the lives; there are age, sex, ph.ecog");
  }
}
