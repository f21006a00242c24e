// SPDX-License-Identifier: MIT
#include <fealty/health/logistic.hpp>

#include <fealty/health/logistic_rounds.hpp>

#include <fealty/health/detail/logistic_likelihood.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "logistic_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

namespace {

const std::vector<std::string> features{"usage", "tickets", "plan"};

void check(const std::vector<double>& found, const std::vector<double>& expected, double epsilon = 1e-11) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(epsilon));
  }
}
Examples one_feature(std::vector<double> x, std::vector<std::uint8_t> outcome) {
  Frame attributes;
  attributes.add("x", Column<double>(std::move(x)));
  return Examples({.outcome = std::move(outcome), .attributes = attributes});
}
/// The slope of the mean negative log-likelihood with its penalty, by the sums of the definition.
std::vector<double> slopes(const ExampleColumns& columns, const LogisticModel& model, std::size_t count) {
  std::vector<double> found(count + 1);
  for (std::size_t j = 0; j < count; ++j) found[j + 1] = model.penalty * model.coef[j + 1];
  const std::size_t rows = columns.outcome.size();
  for (std::size_t i = 0; i < rows; ++i) {
    double predictor = model.coef[0];
    std::vector<double> x{1};
    for (std::size_t j = 0; j < count; ++j) {
      x.push_back(std::get<Column<double>>(columns.attributes.column(j))[i]);
      predictor += model.coef[j + 1] * x.back();
    }
    const double residual = 1 / (1 + std::exp(-predictor)) - columns.outcome[i];
    for (std::size_t j = 0; j <= count; ++j) found[j] += residual * x[j] / static_cast<double>(rows);
  }
  return found;
}

}  // namespace

TEST_SUITE("health/logistic") {
  TEST_CASE("Telco agrees with R's glm and glmnet, with bounds too") {
    const auto examples = logistic_data::telco();
    if (!examples) return;
    const auto plain = logistic(*examples, {.features = {"tenure", "charges", "monthly"}});
    // glm with epsilon = 1e-15; as it stops by default, it prints -2.93090083, -.03779928997, .02913431164
    // and 1.327764001.
    check(plain.coef, {-2.930900836089532, -0.037799290000341, 0.029134311667298, 1.327764005310403}, 1e-12);
    CHECK(plain.deviance == doctest::Approx(6180.7174368772).epsilon(1e-13));
    CHECK(plain.examples == 7043);
    CHECK(plain.outcomes == 1869);
    CHECK(plain.findings.empty());
    // glmnet with thresh = 1e-30; with that of 1e-12 -1.766060637, -.325242405, 1.444639492, .9914406661.
    LogisticOptions options{
        .features = {"tens", "hundreds", "monthly"}, .penalty = .01, .standardize = false};
    check(logistic(*examples, options).coef,
          {-1.76606065337836, -0.32524239715627, 1.44463947832114, 0.99144067693870}, 1e-12);
    options.signs.assign(3, CoefficientSign::positive);
    const auto bounded = logistic(*examples, options);
    check(bounded.coef, {-2.780956038051, 0, 0.962611317165, 1.712091343444}, 1e-12);
    CHECK(bounded.coef[1] == 0);
    CHECK(std::isnan(bounded.std_error[1]));
    REQUIRE(logistic_data::codes(bounded.findings) == std::vector<std::string>{"held_by_sign"});
    CHECK(bounded.findings[0].message == "logistic: tens is held at 0 by the sign that it may have");
  }
  TEST_CASE("levels, and rows in which a feature is missing, are as in R's glm") {
    const auto model = logistic(Examples(logistic_data::snapshots()), {.features = features});
    CHECK(model.covariate ==
          std::vector<std::string>{"(intercept)", "usage", "tickets", "plan=pro", "plan=team"});
    CHECK(model.reference == std::vector<std::string>{"", "", "", "basic", "basic"});
    check(model.coef,
          {1.16710244244500, -0.45679381307344, 0.35844130354231, -0.91633577606907, -1.63574395075194});
    check(model.std_error,
          {0.58491454977879, 0.09757639372836, 0.13043419531508, 0.38444080328253, 0.47259956440057});
    CHECK(model.deviance == doctest::Approx(221.95782079746280).epsilon(1e-13));
    CHECK(model.null_deviance == doctest::Approx(264.32498512376156).epsilon(1e-13));
    CHECK(model.examples == 238);
    CHECK(model.left_out == 2);
    CHECK(model.weight == 238);
    CHECK(model.robust == false);
    CHECK(model.effective_degrees_of_freedom == doctest::Approx(5));
    CHECK(model.z[1] == doctest::Approx(-0.45679381307344 / 0.09757639372836).epsilon(1e-11));
    CHECK(model.p_value[1] == doctest::Approx(std::erfc(-model.z[1] / std::sqrt(2.0))));
    CHECK(model.odds_ratio[2] == doctest::Approx(std::exp(0.35844130354231)).epsilon(1e-11));
    CHECK(model.upper[2] ==
          doctest::Approx(std::exp(0.35844130354231 + 1.959963984540054 * 0.13043419531508)).epsilon(1e-11));
    CHECK(model.covariance[3][3] == doctest::Approx(model.std_error[3] * model.std_error[3]));
  }
  TEST_CASE("weights are those of R's glm, clusters those of its sandwich package") {
    auto columns = logistic_data::snapshots();
    columns.weight = logistic_data::snapshot_weights();
    const auto weighted = logistic(Examples(columns), {.features = features});
    check(weighted.coef,
          {0.95108725975414, -0.46394821920608, 0.49042948073392, -0.97951024562921, -1.58223464842292});
    check(weighted.std_error, {0.4500707621568923, 0.0740094343840572, 0.1023266456843683, 0.3073209935987109,
                               0.3666674380620641});
    CHECK(weighted.deviance == doctest::Approx(364.01019660413482).epsilon(1e-13));
    CHECK(weighted.null_deviance == doctest::Approx(446.52045255411315).epsilon(1e-13));
    columns.weight = {};
    columns.account = logistic_data::snapshot_accounts();
    const auto clustered = logistic(Examples(columns), {.features = features});
    CHECK(clustered.robust);
    check(clustered.std_error,
          {0.57243649348060, 0.09125577505016, 0.13268738496628, 0.39007438328509, 0.58053337376952});
    columns.account = {};
    check(logistic(Examples(columns), {.features = features, .robust = true}).std_error,
          {0.57847973743758, 0.09139886221656, 0.12351230271549, 0.39174761221441, 0.48695456462022});
  }
  TEST_CASE("the penalty is glmnet's, per standard deviation and per unit, with factors and bounds") {
    auto columns = logistic_data::snapshots();
    const Examples examples(columns);
    columns.weight = logistic_data::snapshot_weights();
    const auto weighted = logistic(Examples(columns), {.features = features, .penalty = .05});
    check(weighted.coef,
          {0.1231210284842, -0.3006025264425, 0.3622035086522, -0.4882556518739, -0.9051836662942});
    const auto units = logistic(examples, {.features = features, .penalty = .05, .standardize = false});
    check(units.coef,
          {0.2256562961185, -0.3549691107968, 0.3161239073804, -0.1865314019093, -0.4351036532187});
    check(units.std_error,
          {0.46975579508283, 0.08500834748227, 0.11379304289257, 0.22194899073096, 0.23183433993199});
    CHECK(units.effective_degrees_of_freedom == doctest::Approx(3.53411288221378).epsilon(1e-11));
    CHECK(units.equivalent_c == doctest::Approx(1 / (238 * .05)));
    check(logistic(examples, {.features = features, .penalty = .05, .penalty_factors = {1, 0, 2}}).coef,
          {0.0251931588836, -0.2997173063299, 0.3517047085678, -0.3153521070663, -0.7065102479667});
    using enum CoefficientSign;
    const auto bounded =
        logistic(examples, {.features = features, .signs = {positive, positive, any}, .penalty = .01});
    check(bounded.coef, {-1.1925301649372, 0, 0.2884507952080, -0.4537592201644, -1.0851817481965});
  }
  TEST_CASE("separation is told, and a weak prior holds the coefficients") {
    auto columns = logistic_data::snapshots();
    const auto& plan = std::get<IdColumn>(columns.attributes.at("plan"));
    std::vector<std::uint8_t> outcome;
    for (std::size_t i = 0; i < 240; ++i) outcome.push_back(plan.text(i) == "team" ? 0 : columns.outcome[i]);
    columns.outcome = std::move(outcome);
    const auto quasi = logistic(Examples(columns), {.features = features});
    CHECK(quasi.stabilized);
    check(quasi.coef,
          {1.0843450853413, -0.4419396512203, 0.3333442718479, -0.8444668467499, -4.3681833770203});
    check(quasi.std_error,
          {0.6248005833994, 0.1055685145443, 0.1405377892859, 0.3791547870814, 1.1162394929368});
    REQUIRE(quasi.findings.size() == 1);
    CHECK(quasi.findings[0].code == "separation");
    CHECK(quasi.findings[0].message ==
          "logistic: plan=team tells without error who has the outcome (of some examples: quasi-complete "
          "separation); a normal prior of standard deviation 2.5 for two standard deviations, or the step of "
          "one of two values, holds coefficients");
    // With a penalty there is nothing to hold.
    CHECK_FALSE(logistic(Examples(columns), {.features = features, .penalty = .01}).stabilized);
    const auto complete = logistic(one_feature({1, 2, 3, 4, 5, 6}, {0, 0, 0, 1, 1, 1}), {.features = {"x"}});
    CHECK(complete.stabilized);
    CHECK(complete.coef[1] > 0);
    CHECK(complete.coef[1] < 3);
    CHECK(complete.coef[0] == doctest::Approx(-3.5 * complete.coef[1]));
    CHECK(complete.findings[0].message ==
          "logistic: x tells without error who has the outcome (complete separation); a normal prior of "
          "standard deviation 2.5 for two standard deviations, or the step of one of two values, holds "
          "coefficients");
    // A sign on the other side leaves nothing to separate by.
    const auto held = logistic(one_feature({1, 2, 3, 4, 5, 6}, {0, 0, 0, 1, 1, 1}),
                               {.features = {"x"}, .signs = {CoefficientSign::negative}});
    CHECK_FALSE(held.stabilized);
    CHECK(held.coef[1] == 0);
  }
  TEST_CASE("one row on the wrong side is no separation") {
    std::vector<double> x;
    std::vector<std::uint8_t> outcome;
    for (int i = 0; i < 1000; ++i) {
      x.push_back(i);
      outcome.push_back(i >= 500 ? 1 : 0);
    }
    outcome[480] = 1;
    const auto model = logistic(one_feature(x, outcome), {.features = {"x"}});
    CHECK_FALSE(model.stabilized);
    CHECK(model.coef[1] > 0);
  }
  TEST_CASE("a feature that varies too little to be squared has no coefficient, and says so") {
    for (const double unit : {1e-100, 1e-151, 1e-155, 1e-300}) {
      Frame attributes;
      attributes.add("x", Column<double>({1 * unit, 4 * unit, 3 * unit, 2 * unit, 5 * unit, 6 * unit}));
      const Examples examples(
          {.outcome = std::vector<std::uint8_t>{0, 1, 0, 1, 1, 0}, .attributes = attributes});
      const auto model = logistic(examples, {.features = {"x"}});
      CHECK(std::isnan(model.coef[1]) == (unit < 1e-150));
      CHECK_FALSE(std::isinf(model.std_error[1]));
      CHECK((model.findings.front().message ==
             "logistic: x is the same in all examples, or nearly so; it has no coefficient") ==
            (unit < 1e-150));
      LogisticRounds rounds({.features = {"x"}});
      while (!rounds.done()) {
        LogisticPartial part(rounds.task());
        part.update(examples);
        rounds.advance(part);
      }
      CHECK(std::isnan(rounds.model().coef[1]) == (unit < 1e-150));
    }
  }
  TEST_CASE("a feature that no row has is named") {
    const double none = std::nan("");
    Frame attributes;
    attributes.add("x", Column<double>({1, 2, none, none}));
    attributes.add("empty", Column<double>({none, none, none, none}));
    attributes.add("y", Column<double>({none, none, 3, 4}));
    const Examples examples({.outcome = std::vector<std::uint8_t>{0, 1, 0, 1}, .attributes = attributes});
    CHECK_THROWS_WITH_AS(logistic(examples, {.features = {"x", "empty"}}),
                         "logistic: empty is missing in all 4 rows; a model needs its values", InvalidInput);
    CHECK_THROWS_WITH_AS(
        logistic(examples, {.features = {"x", "y"}}),
        "logistic: features are not all there in any of 4 rows; a model needs rows that miss "
        "none",
        InvalidInput);
  }
  TEST_CASE("constant and collinear features have no coefficient, few outcomes are told") {
    Frame attributes;
    attributes.add("x", Column<double>({1, 2, 3, 4, 5, 6}));
    attributes.add("twice", Column<double>({3, 5, 7, 9, 11, 13}));
    attributes.add("same", Column<double>({7, 7, 7, 7, 7, 7}));
    const Examples examples(
        {.outcome = std::vector<std::uint8_t>{0, 1, 0, 1, 1, 0}, .attributes = attributes});
    const auto model = logistic(examples, {.features = {"x", "twice", "same"}});
    CHECK(logistic_data::codes(model.findings) ==
          std::vector<std::string>{"collinear_covariate", "constant_covariate", "few_outcomes"});
    CHECK(std::isnan(model.coef[2]));
    CHECK(std::isnan(model.coef[3]));
    check({model.coef[0], model.coef[1]}, logistic(examples, {.features = {"x"}}).coef, 1e-9);
    CHECK(model.findings[1].message ==
          "logistic: same is the same in all examples, or nearly so; it has no coefficient");
    CHECK(model.findings[2].message ==
          "logistic: 3 examples with the outcome, fewer than 10 for each of 1 coefficients");
    const auto ridge = logistic(examples, {.features = {"x", "twice"}, .penalty = 1});
    CHECK(ridge.coef[1] == doctest::Approx(2 * ridge.coef[2]));  // they share the effect
  }
  TEST_CASE("bounds keep the conditions of Karush, Kuhn and Tucker") {
    using enum CoefficientSign;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const auto columns = logistic_data::random_rows(seed, 300, 6);
      const std::vector<CoefficientSign> signs{negative, any, positive, positive, negative, positive};
      const auto model = logistic(Examples(columns), {.features = logistic_data::random_names(6),
                                                      .signs = signs,
                                                      .penalty = seed % 2 == 0 ? .02 : 0,
                                                      .standardize = false});
      const std::vector<double> slope = slopes(columns, model, 6);
      CHECK(std::abs(slope[0]) < 1e-9);
      for (std::size_t j = 0; j < 6; ++j) {
        const double side = signs[j] == positive ? 1 : signs[j] == negative ? -1 : 0;
        CHECK(side * model.coef[j + 1] >= 0);
        if (model.coef[j + 1] != 0) CHECK(std::abs(slope[j + 1]) < 1e-9);
        else CHECK(side * slope[j + 1] >= 0);  // the side that is allowed only makes it worse
      }
    }
  }
  TEST_CASE("the slope and the curvature are those of the log-likelihood") {
    const Examples examples(logistic_data::random_rows(5, 700, 3));
    const health::detail::LogisticProblem problem("logistic", examples.data(), logistic_data::random_names(3),
                                                  1);
    const IdColumn none;
    health::detail::LogisticLikelihood likelihood(problem, none, 1);
    const Eigen::VectorXd at = Eigen::Vector4d(-.8, .3, -.2, 1.5);
    REQUIRE(likelihood.evaluate(at));
    const Eigen::VectorXd score = likelihood.score;
    const Eigen::MatrixXd information = likelihood.information;
    const double step = 1e-5;
    for (Eigen::Index j = 0; j < 4; ++j) {
      Eigen::VectorXd beside = at;
      beside[j] += step;
      REQUIRE(likelihood.evaluate(beside));
      const double up = likelihood.log_likelihood;
      const Eigen::VectorXd score_up = likelihood.score;
      beside[j] -= 2 * step;
      REQUIRE(likelihood.evaluate(beside));
      CHECK((up - likelihood.log_likelihood) / (2 * step) == doctest::Approx(score[j]).epsilon(1e-7));
      for (Eigen::Index k = 0; k < 4; ++k)
        CHECK((likelihood.score[k] - score_up[k]) / (2 * step) ==
              doctest::Approx(information(j, k)).epsilon(1e-7));
    }
  }
  TEST_CASE("the number of threads changes no bit, the order of rows next to nothing") {
    const std::size_t rows = 300'000;  // enough for a first guess from a part
    auto columns = logistic_data::random_rows(3, rows, 4);
    const auto names = logistic_data::random_names(4);
    const auto one = logistic(Examples(columns), {.features = names, .threads = 1});
    const auto two = logistic(Examples(columns), {.features = names, .threads = 2});
    CHECK(one.coef == two.coef);
    CHECK(one.std_error == two.std_error);
    CHECK(one.log_likelihood == two.log_likelihood);
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return columns.outcome[a] < columns.outcome[b]; });
    std::vector<std::uint8_t> outcome;
    for (const std::size_t i : order) outcome.push_back(columns.outcome[i]);
    Frame attributes;
    for (std::size_t j = 0; j < 4; ++j) {
      std::vector<double> moved;
      for (const std::size_t i : order)
        moved.push_back(std::get<Column<double>>(columns.attributes.column(j))[i]);
      attributes.add(names[j], Column<double>(std::move(moved)));
    }
    const Examples sorted({.outcome = outcome, .attributes = attributes});
    check(logistic(sorted, {.features = names}).coef, one.coef, 1e-12);
  }
  TEST_CASE("a weight of two is the row twice, a scaled feature scales its coefficient") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const auto columns = logistic_data::random_rows(seed, 200, 2);
      std::vector<double> weight, scaled, first, second;
      std::vector<std::uint8_t> outcome;
      for (std::size_t i = 0; i < 200; ++i) {
        weight.push_back(static_cast<double>(1 + i % 3));
        const double x = std::get<Column<double>>(columns.attributes.column(0))[i];
        scaled.push_back(1000 * x + 5e4);
        for (std::size_t n = 0; n <= i % 3; ++n) {
          first.push_back(x);
          second.push_back(std::get<Column<double>>(columns.attributes.column(1))[i]);
          outcome.push_back(columns.outcome[i]);
        }
      }
      auto weighted = columns;
      weighted.weight = weight;
      weighted.attributes.add("scaled", Column<double>(std::move(scaled)));
      Frame repeated;
      repeated.add("x0", Column<double>(std::move(first)));
      repeated.add("x1", Column<double>(std::move(second)));
      const LogisticOptions options{.features = {"x0", "x1"}, .penalty = .01};
      const auto once = logistic(Examples(weighted), options);
      const auto often = logistic(Examples({.outcome = outcome, .attributes = repeated}), options);
      check(once.coef, often.coef, 1e-10);
      check(once.std_error, often.std_error, 1e-10);
      CHECK(once.null_deviance == doctest::Approx(often.null_deviance).epsilon(1e-12));
      const auto larger = logistic(Examples(weighted), {.features = {"scaled", "x1"}, .penalty = .01});
      CHECK(1000 * larger.coef[1] == doctest::Approx(once.coef[1]).epsilon(1e-9));
      CHECK(larger.coef[2] == doctest::Approx(once.coef[2]).epsilon(1e-9));
      CHECK(larger.coef[0] == doctest::Approx(once.coef[0] - 50 * once.coef[1]).epsilon(1e-9));
    }
  }
  TEST_CASE("without rows, with one, or of one outcome there is nothing to learn") {
    CHECK_THROWS_WITH_AS(logistic(one_feature({}, {}), {.features = {"x"}}),
                         "logistic: outcome = 1 in 0 of 0 rows tells nothing; a model needs rows in which it "
                         "happened and rows in which it did not",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(logistic(one_feature({1}, {1}), {.features = {"x"}}),
                         "logistic: outcome = 1 in 1 of 1 rows tells nothing; a model needs rows in which it "
                         "happened and rows in which it did not",
                         InvalidInput);
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH_AS(logistic(one_feature({1, 2, nothing}, {0, 0, 1}), {.features = {"x"}}),
                         "logistic: outcome = 1 in 0 of 2 rows tells nothing; a model needs rows in which it "
                         "happened and rows in which it did not",
                         InvalidInput);
  }
  TEST_CASE("unusable settings and values are refused by name") {
    const Examples examples = one_feature({1, 2, 3, 5}, {0, 1, 0, 1});
    const auto refused = [&](const LogisticOptions& options, const char* text) {
      CHECK_THROWS_WITH_AS(logistic(examples, options), text, InvalidInput);
    };
    refused({.features = {}}, "logistic: features = 0 names were given; a model needs one");
    refused({.features = {"y"}}, "logistic: features = \"y\" is no attribute of the examples; there are x");
    refused({.features = {"x"}, .signs = {CoefficientSign::any, CoefficientSign::any}},
            "logistic: signs = 2 is not one for each of 1 features");
    refused({.features = {"x"}, .penalty = -1}, "logistic: penalty = -1 is not a number >= 0");
    refused({.features = {"x"}, .penalty_factors = {1, 2}},
            "logistic: penalty_factors = 2 numbers are not one for each of 1 covariates");
    refused({.features = {"x"}, .confidence = 1}, "logistic: confidence = 1 is not in (0, 1)");
    refused({.features = {"x"}, .tolerance = 0}, "logistic: tolerance = 0 is not in (0, 1)");
    refused({.features = {"x"}, .max_iterations = 0}, "logistic: max_iterations = 0 is less than 1");
    refused({.features = {"x"}, .threads = -1}, "logistic: threads = -1 is negative");
    CHECK_THROWS_WITH_AS(logistic(examples, {.features = {"x"}, .max_iterations = 1}),
                         "logistic: max_iterations = 1 steps do not reach the tolerance", NotConverged);
    CHECK_THROWS_WITH_AS(
        logistic(one_feature({1, std::numeric_limits<double>::infinity()}, {0, 1}), {.features = {"x"}}),
        "logistic: x[1] = inf is not a finite number", InvalidInput);
  }
}
