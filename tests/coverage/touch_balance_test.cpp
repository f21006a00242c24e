// SPDX-License-Identifier: MIT
#include <fealty/coverage/touch_balance.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using doctest::Approx;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

using BalanceFlags = std::vector<std::uint8_t>;

/// Ten rows in two strata, as data/touch_effect.R has them.
TouchStudyColumns ten_rows() {
  TouchStudyColumns columns{.account = Counts{0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
                            .treated = BalanceFlags{1, 1, 0, 0, 0, 1, 1, 1, 0, 0},
                            .outcome = BalanceFlags{0, 1, 0, 1, 0, 0, 1, 1, 0, 1},
                            .stratum = Counts{1, 1, 1, 1, 1, 2, 2, 2, 2, 2}};
  columns.attributes.add("x", Column<double>(Reals{5, 7, 4, 6, 9, 1, 2, 4, 2, 5}));
  return columns;
}

}  // namespace

TEST_SUITE("coverage/touch_balance") {
  TEST_CASE("standardized differences as R has them") {
    const auto found = touch_balance(TouchStudy(ten_rows()), {.design = StudyDesign::matched});
    CHECK(found.covariate == Texts{"x"});
    CHECK(found.treated_mean[0] == Approx(3.8).epsilon(1e-14));
    CHECK(found.control_mean[0] == Approx(5.2).epsilon(1e-14));
    CHECK(found.before[0] == Approx(-0.5622535302317).epsilon(1e-12).scale(0));
    CHECK(found.matched_treated_mean[0] == Approx(3.8).epsilon(1e-14));
    CHECK(found.matched_control_mean[0] == Approx(4.6333333333333).epsilon(1e-12).scale(0));
    CHECK(found.after[0] == Approx(-0.3346747203760).epsilon(1e-12).scale(0));
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].code == "imbalanced");
    CHECK(found.findings[0].rows == Counts{0});
    CHECK(found.findings[0].message ==
          "touch_balance: x of those compared differs by -0.33 standard deviations");
    CHECK(touch_balance(TouchStudy(ten_rows()), {.design = StudyDesign::matched, .largest = 0.4})
              .findings.empty());
  }

  TEST_CASE("a randomized study without strata is compared as it is") {
    TouchStudyColumns columns = ten_rows();
    columns.stratum = {};
    const auto found = touch_balance(TouchStudy(columns), {.design = StudyDesign::randomized});
    CHECK(found.after == found.before);
    CHECK(found.design == StudyDesign::randomized);
  }

  TEST_CASE("pairs by risk balance the risk, and texts have a row for each level but the first") {
    std::mt19937_64 random(31);
    Counts account;
    BalanceFlags treated, outcome;
    Reals risk;
    Texts plan;
    for (int i = 0; i < 2000; ++i) {
      account.push_back(i);
      risk.push_back(static_cast<double>(random() % 1000) / 1000);
      treated.push_back(static_cast<double>(random() % 1000) / 1000 < 0.1 + risk.back() * 0.5 ? 1 : 0);
      outcome.push_back(random() % 2 == 0 ? 1 : 0);
      plan.push_back(random() % 3 == 0 ? "pro" : "free");
    }
    TouchStudyColumns columns{
        .account = account, .treated = treated, .outcome = outcome, .risk = Column<double>(risk)};
    columns.attributes.add("plan", IdColumn(plan));
    const auto found = touch_balance(TouchStudy(columns),
                                     {.design = StudyDesign::matched, .exact = {"plan"}, .caliper = 0.05});
    CHECK(found.covariate == Texts{"risk", "plan=pro"});
    CHECK(found.before[0] > 0.5);
    CHECK(std::abs(found.after[0]) < 0.02);
    CHECK(found.after[1] == 0);
    CHECK(found.findings.empty());
  }

  TEST_CASE("nothing to compare has no differences") {
    const auto none = touch_balance(
        TouchStudy(
            {.account = Texts{}, .treated = BalanceFlags{}, .outcome = BalanceFlags{}, .risk = Reals{}}),
        {.design = StudyDesign::matched});
    CHECK(none.covariate == Texts{"risk"});
    CHECK(std::isnan(none.before[0]));
    CHECK(std::isnan(none.after[0]));
    const auto one = touch_balance(TouchStudy({.account = Texts{"a"},
                                               .treated = BalanceFlags{1},
                                               .outcome = BalanceFlags{1},
                                               .risk = Reals{0.5}}),
                                   {.design = StudyDesign::matched});
    CHECK(one.treated_mean[0] == 0.5);
    CHECK(std::isnan(one.before[0]));
  }

  TEST_CASE("refuses names of no attribute, and a largest difference of 0") {
    const TouchStudy study(ten_rows());
    CHECK_THROWS_WITH_AS(touch_balance(study, {.design = StudyDesign::matched, .covariates = {"plan"}}),
                         "touch_balance: covariates = \"plan\" is no attribute of the lives; there are x",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(touch_balance(study, {.design = StudyDesign::matched, .largest = 0}),
                         "touch_balance: largest = 0 is not a number above 0", InvalidInput);
    CHECK_THROWS_WITH_AS(touch_balance(study, {.design = StudyDesign::before_after, .exact = {"x"}}),
                         "touch_balance: exact = x stands beside strata: give one of the two", InvalidInput);
  }
}
