// SPDX-License-Identifier: MIT
#include <fealty/survival/baseline_hazard.hpp>

#include <fealty/survival/nelson_aalen.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }
std::size_t at(const BaselineHazard& hazard, double age, std::size_t from = 0) {
  const auto begin = hazard.time.begin() + static_cast<std::ptrdiff_t>(from);
  const auto row = std::find(begin, hazard.time.end(), age);
  REQUIRE(row != hazard.time.end());
  return static_cast<std::size_t>(row - hazard.time.begin());
}

}  // namespace

TEST_SUITE("survival/baseline_hazard") {
  TEST_CASE("it agrees with R, at the means and at 0") {
    const Lifetimes lives(test::lung());
    const CoxModel model = cox(lives, {.covariates = {"age", "sex", "ph.ecog"}});
    const auto centered = baseline_hazard(model), origin = baseline_hazard(model, {.centered = false});
    CHECK_FALSE(centered.stratum.present());
    CHECK(centered.time.size() == 138);
    CHECK(centered.cumulative_hazard[0] == near(3.963022464811e-03));
    CHECK(centered.cumulative_hazard[at(centered, 291)] == near(6.028982953721e-01));
    CHECK(origin.cumulative_hazard[0] == near(2.762815067627e-03));
    CHECK(origin.cumulative_hazard[at(origin, 291)] == near(4.203096271825e-01));
    CHECK(origin.survival[0] == near(std::exp(-2.762815067627e-03)));
    const auto breslow =
        baseline_hazard(cox(lives, {.covariates = {"age", "sex"}, .ties = CoxTies::breslow}));
    CHECK(breslow.cumulative_hazard[at(breslow, 288)] == near(6.003106958303e-01));
    CHECK(breslow.std_error[at(breslow, 88)] == near(0.02358757661704));
    CHECK(breslow.std_error[at(breslow, 364)] == near(0.08744635746289));
  }
  TEST_CASE("each stratum has its own") {
    const auto found =
        baseline_hazard(cox(Lifetimes(test::lung()), {.covariates = {"age"}, .strata = {"sex"}}));
    REQUIRE(found.stratum.present());
    const auto second = static_cast<std::size_t>(
        std::find(found.stratum.codes().begin(), found.stratum.codes().end(), found.stratum.codes().back()) -
        found.stratum.codes().begin());
    CHECK(found.stratum.ids()->number(found.stratum.codes()[0]) == 1);
    CHECK(found.stratum.ids()->number(found.stratum.codes()[second]) == 2);
    CHECK(found.cumulative_hazard[0] == near(2.138399445702e-02));
    CHECK(found.time[0] == 11);
    CHECK(found.time[second] == 5);
    CHECK(found.cumulative_hazard[second - 1] == near(3.152923706897));
    CHECK(found.cumulative_hazard[second] == near(1.124687705085e-02));
    CHECK(found.cumulative_hazard.back() == near(2.360747473222));
  }
  TEST_CASE(
      "without an effect it is the Nelson-Aalen estimate, or Fleming and Harrington's with Efron's ties") {
    LifetimeColumns columns = test::lung();
    columns.attributes.add("none", Column<double>(std::vector<double>(228, 7)));
    const Lifetimes lives(columns);
    for (const bool efron : {true, false}) {
      const CoxModel model =
          cox(lives, {.covariates = {"none"}, .ties = efron ? CoxTies::efron : CoxTies::breslow});
      CHECK(model.findings.at(0).code == "constant_covariate");
      const auto found = baseline_hazard(model);
      const auto curve =
          nelson_aalen(lives, {.ties = efron ? HazardTies::fleming_harrington : HazardTies::nelson_aalen});
      for (std::size_t i = 0; i < found.time.size(); ++i) {
        const auto row = test::row_at(curve, found.time[i]);
        CHECK(found.cumulative_hazard[i] == near(curve.cumulative_hazard[row]));
        CHECK(found.std_error[i] == near(curve.std_error[row]));
      }
    }
  }
  TEST_CASE("a model that was not fitted is refused") {
    std::string message;
    try {
      baseline_hazard({});
    } catch (const InvalidInput& error) {
      message = error.what();
    }
    CHECK(message == "baseline_hazard: model has no baseline hazard: cox() makes models that have one");
  }
}
