// SPDX-License-Identifier: MIT
#include <fealty/survival/predict_parametric.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "data.hpp"
#include "refusal.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)
using enum fealty::survival::LifetimeDistribution;

namespace {

using test::refusal;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
doctest::Approx near(double value, double epsilon = 1e-9) { return doctest::Approx(value).epsilon(epsilon); }

/// A man of 60, and a woman of 75.
Frame two() {
  Frame frame;
  frame.add("age", Column<double>(std::vector<double>{60, 75}));
  frame.add("sex", Column<double>(std::vector<double>{1, 2}));
  return frame;
}
ParametricModel lung(ParametricOptions options) {
  options.covariates = {"age", "sex"};
  return parametric(Lifetimes(test::lung()), options);
}
/// Survival of the man, its standard error and its limits.
void check(const ParametricModel& model, const ParametricPredictionOptions& options,
           const std::vector<double>& expected) {
  const auto found = predict_parametric(model, two(), options);
  REQUIRE(found.row == std::vector<std::int64_t>{0, 1});
  CHECK(found.survival[0] == near(expected[0]));
  CHECK(found.std_error[0] == near(expected[1], 1e-7));
  CHECK(found.lower[0] == near(expected[2], 1e-7));
  CHECK(found.upper[0] == near(expected[3], 1e-7));
  CHECK(found.cumulative_hazard[0] == near(-std::log(expected[0])));
}
}  // namespace

TEST_SUITE("survival/predict_parametric") {
  TEST_CASE("survival, and what is left of it after an age, agree with the delta method in R") {
    check(lung({}), {.ages = {365}},
          {0.37842543631352, 0.03706897763229, 0.30605038800883, 0.45044346455120});
    check(lung({}), {.ages = {365}, .given_age = 180},
          {0.55365817085354, 0.03386730239128, 0.48475075896820, 0.61712026526520});
    check(lung({.distribution = loglogistic}), {.ages = {365}, .given_age = 180},
          {0.53904063836800, 0.03406220187956, 0.46996427456938, 0.60306207805796});
    const auto gamma = lung({.distribution = generalized_gamma});
    check(gamma, {.ages = {365}}, {0.37757399789379, 0.03919139763464, 0.30112332418728, 0.45366784547628});
    check(gamma, {.ages = {365}, .given_age = 180},
          {0.55292340956873, 0.03560066705988, 0.48038104193281, 0.61948061771193});
    check(lung({.cure = true}), {.ages = {365}, .given_age = 180},
          {0.53944799385735, 0.03671852682783, 0.46480703168291, 0.60821106481169});
    check(lung({.distribution = piecewise_exponential, .breaks = {180, 365}}),
          {.ages = {400}, .given_age = 100},
          {0.39557437875818, 0.04224842886482, 0.31278083197748, 0.47709980323187});
  }
  TEST_CASE("the hazard is the slope of the cumulative hazard") {
    for (const auto distribution : {exponential, weibull, lognormal, loglogistic, generalized_gamma})
      for (const bool cure : {false, true}) {
        const auto model = lung({.distribution = distribution, .cure = cure});
        const auto at =
            predict_parametric(model, two(), {.ages = {1, 99.99, 100, 100.01, 1000}, .given_age = 0.5});
        CHECK(at.hazard[2] == near((at.cumulative_hazard[3] - at.cumulative_hazard[1]) / 0.02, 1e-6));
        CHECK((at.survival[1] > at.survival[2] && at.survival[4] > 0));
      }
    const auto model = lung({.distribution = piecewise_exponential, .breaks = {180}});
    const auto at = predict_parametric(model, two(), {.ages = {90, 180, 181, 281}});
    CHECK(at.hazard[0] == at.hazard[1]);
    CHECK(at.cumulative_hazard[1] == near(180 * at.hazard[0]));
    CHECK(at.cumulative_hazard[3] - at.cumulative_hazard[2] == near(100 * at.hazard[2]));
  }
  TEST_CASE("each life from the age that it has passed on; none of one of which something is missing") {
    const auto model = lung({});
    Frame today = two();
    today.add("passed", Column<double>(std::vector<double>{180, 0}));
    const auto each = predict_parametric(model, today, {.ahead = {0, 185}, .given = "passed"});
    CHECK(each.time == std::vector<double>{180, 365, 0, 185});
    CHECK(each.survival[0] == 1);
    CHECK(each.std_error[0] == 0);
    CHECK(each.survival[1] == near(0.55365817085354));
    CHECK(each.survival[2] == 1);
    CHECK(std::isnan(each.hazard[2]));
    CHECK(each.survival[3] == near(predict_parametric(model, two(), {.ages = {185}}).survival[1]));
    Frame missing;
    missing.add("age", Column<double>(std::vector<double>{nothing, 75}));
    missing.add("sex", Column<double>(std::vector<double>{1, 2}));
    missing.add("passed", Column<double>(std::vector<double>{0, nothing}));
    for (const auto& options : {ParametricPredictionOptions{.ages = {1, 2}, .given = "passed"},
                                ParametricPredictionOptions{.ahead = {1, 2}, .given = "passed"}}) {
      const auto found = predict_parametric(model, missing, options);
      REQUIRE(found.row == std::vector<std::int64_t>{0, 0, 1, 1});
      for (std::size_t i = 0; i < 4; ++i) {
        CHECK(std::isnan(found.survival[i]));
        CHECK(std::isnan(found.std_error[i]));
        CHECK(std::isnan(found.lower[i]));
        CHECK(std::isnan(found.hazard[i]));
      }
    }
    CHECK(predict_parametric(model, missing, {.given = "passed"}).row.empty());
  }
  TEST_CASE("by default at each age at which a life ended, and of one life without covariates") {
    const Lifetimes lives(
        {.duration = std::vector<double>{1, 2, 2, 3, 5}, .ended = std::vector<std::uint8_t>{1, 1, 0, 1, 0}});
    const auto model = parametric(lives, {.distribution = exponential});
    const auto found = predict_parametric(model);
    CHECK(found.time == std::vector<double>{1, 2, 3});
    CHECK(found.row == std::vector<std::int64_t>{0, 0, 0});
    CHECK(found.survival[2] == near(std::exp(-3 * 3.0 / 13), 1e-13));
    CHECK(found.std_error[2] == near(9.0 / 13 / std::sqrt(3.0) * std::exp(-9.0 / 13), 1e-12));
    CHECK(predict_parametric(model, {}, {.given_age = 2}).time == std::vector<double>{3});
    CHECK(predict_parametric(model, {}, {.ages = {1e9}}).survival[0] == 0);
    CHECK(predict_parametric(model, two(), {.ages = {1}}).row.size() == 2);
    CHECK(refusal([] { predict_parametric(lung({})); }) ==
          "predict_parametric: covariates = \"age\" is no attribute of the lives; there are none");
  }
  TEST_CASE("levels are those of the model, in any order of the new lives, also of the cure") {
    LifetimeColumns columns = test::lung();
    std::vector<std::string> words;
    for (const double sex : std::get<Column<double>>(*columns.attributes.find("sex")).values())
      words.push_back(sex == 1 ? "man" : "woman");
    columns.attributes.add("word", test::texts(words));
    const Lifetimes lives(columns);
    const auto by_word =
        parametric(lives, {.covariates = {"age"}, .cure = true, .cure_covariates = {"word"}});
    const auto by_number =
        parametric(lives, {.covariates = {"age"}, .cure = true, .cure_covariates = {"sex"}});
    Frame fresh = two(), unknown = two();
    fresh.add("word", test::texts({"woman", "man"}));
    Frame numbers;
    numbers.add("age", Column<double>(std::vector<double>{60, 75}));
    numbers.add("sex", Column<double>(std::vector<double>{2, 1}));
    const auto a = predict_parametric(by_word, fresh, {.ages = {300, 900}});
    const auto b = predict_parametric(by_number, numbers, {.ages = {300, 900}});
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(a.survival[i] == near(b.survival[i]));
      CHECK(a.std_error[i] == near(b.std_error[i], 1e-7));
    }
    const auto c =
        predict_parametric(parametric(lives, {.covariates = {"word", "age"}}), fresh, {.ages = {9}});
    const auto d = predict_parametric(lung({}), numbers, {.ages = {9}});
    CHECK(c.survival[1] == near(d.survival[1]));
    CHECK(c.std_error[1] == near(d.std_error[1], 1e-7));
    unknown.add("word", test::texts({"man", "child"}));
    CHECK(refusal([&] { predict_parametric(by_word, unknown); }) ==
          "predict_parametric: word[1] = child is no level of the model; it has man, woman");
    Frame no_text;
    no_text.add("age", Column<double>(std::vector<double>{60}));
    no_text.add("word", Column<double>(std::vector<double>{1}));
    CHECK(refusal([&] { predict_parametric(by_word, no_text); }) ==
          "predict_parametric: word holds no texts, but did in the lives of the model");
  }
  TEST_CASE("a model that names a covariate twice, or one that tells nothing, predicts as without") {
    const auto model = parametric(Lifetimes(test::lung()), {.covariates = {"age", "age", "sex"}});
    const auto twice = predict_parametric(model, two(), {.ages = {365}});
    const auto once = predict_parametric(lung({}), two(), {.ages = {365}});
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(twice.survival[i] == near(once.survival[i]));
      CHECK(twice.std_error[i] == near(once.std_error[i]));
    }
  }
  TEST_CASE("where a coefficient has no end survival has no standard error") {
    LifetimeColumns columns = test::lung();
    std::vector<double> never;
    for (std::size_t i = 0; i < 228; ++i) never.push_back(columns.ended[i] == 0 && i % 3 == 0 ? 1 : 0);
    columns.attributes.add("never", Column<double>(never));
    const auto model = parametric(Lifetimes(columns), {.covariates = {"never"}});
    REQUIRE(model.findings.size() == 1);
    Frame both;
    both.add("never", Column<double>(std::vector<double>{0, 1}));
    const auto found = predict_parametric(model, both, {.ages = {500}});
    CHECK((found.survival[0] > 0.1 && found.survival[0] < 0.5));
    CHECK(found.survival[1] == near(1, 1e-6));
    CHECK(std::isnan(found.std_error[0]));
    CHECK(std::isnan(found.lower[0]));
  }
  TEST_CASE("beyond a break after which no life was watched nothing is known") {
    const Lifetimes lives({.duration = std::vector<double>{1, 2, 4, 7, 9, 9},
                           .ended = std::vector<std::uint8_t>{1, 1, 0, 1, 1, 0}});
    const auto model = parametric(lives, {.distribution = piecewise_exponential, .breaks = {3, 5, 20}});
    const auto found = predict_parametric(model, {}, {.ages = {3, 4, 5, 20, 21}});
    CHECK(found.survival[0] == near(std::exp(-3 * 2 / 15.0), 1e-12));
    CHECK(found.survival[1] == found.survival[0]);
    CHECK(found.std_error[1] == found.std_error[0]);
    CHECK(found.survival[2] == found.survival[0]);
    CHECK(found.hazard[1] == 0);
    CHECK(found.survival[3] == near(std::exp(-6 / 15.0 - 15 * 2 / 10.0), 1e-12));
    CHECK(std::isnan(found.survival[4]));
    CHECK(std::isnan(found.std_error[4]));
  }
  TEST_CASE("bad input is refused") {
    const auto model = lung({});
    CHECK(refusal([&] { predict_parametric({}, two()); }) ==
          "predict_parametric: model has no curve: parametric() makes models that have one");
    CHECK(refusal([&] { predict_parametric(model, two(), {.ages = {-1}}); }) ==
          "predict_parametric: ages = -1 is not an age: a number >= 0");
    CHECK(refusal([&] { predict_parametric(model, two(), {.ahead = {HUGE_VAL}}); }) ==
          "predict_parametric: ahead = inf is not an age: a number >= 0");
    CHECK(refusal([&] { predict_parametric(model, two(), {.given_age = nothing}); }) ==
          "predict_parametric: given_age = nan is not an age: a number >= 0");
    CHECK(refusal([&] { predict_parametric(model, two(), {.ages = {1}, .ahead = {1}}); }) ==
          "predict_parametric: ages and ahead were both given");
    CHECK(refusal([&] { predict_parametric(model, two(), {.given_age = 1, .given = "age"}); }) ==
          "predict_parametric: given_age and given were both given");
    CHECK(refusal([&] { predict_parametric(model, two(), {.confidence = 0}); }) ==
          "predict_parametric: confidence = 0 is not in (0, 1)");
    Frame strange;
    strange.add("age", Column<double>(std::vector<double>{60}));
    CHECK(refusal([&] { predict_parametric(model, strange); }) ==
          "predict_parametric: covariates = \"sex\" is no attribute of the lives; there are age");
    strange.add("sex", Column<double>(std::vector<double>{HUGE_VAL}));
    CHECK(refusal([&] { predict_parametric(model, strange); }) ==
          "predict_parametric: sex[0] = inf is not a finite number");
    Frame passed = two();
    passed.add("passed", Column<double>(std::vector<double>{1, -1}));
    CHECK(refusal([&] { predict_parametric(model, passed, {.given = "passed"}); }) ==
          "predict_parametric: passed[1] = -1 is not an age: a number >= 0");
  }
}
