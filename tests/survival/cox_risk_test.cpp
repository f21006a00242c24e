// SPDX-License-Identifier: MIT
#include <fealty/survival/cox_risk.hpp>

#include <cmath>
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
    CHECK(refusal(cox(Lifetimes(test::lung()), {.covariates = {"inst"}}), {}) ==
          "cox_risk: covariates = \"inst\" is no attribute of the lives; there are age, sex, ph.ecog");
  }
}
