// SPDX-License-Identifier: MIT
#include <fealty/survival/predict_fine_gray.hpp>

#include <fealty/survival/aalen_johansen.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "data.hpp"
#include "refusal.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)
using enum fealty::survival::WatchingChance;

namespace {

using test::refusal;

doctest::Approx near(double value, double epsilon) { return doctest::Approx(value).epsilon(epsilon); }
FineGrayModel model(bool late, WatchingChance chances) {
  return fine_gray(Lifetimes(test::lung_causes(late, true)), {.cause = "a",
                                                              .covariates = {"age", "sex"},
                                                              .ties = CoxTies::breslow,
                                                              .chances = chances,
                                                              .tolerance = 1e-12});
}
Frame two() {
  Frame attributes;
  attributes.add("age", Column<double>(std::vector<double>{60, 75}));
  attributes.add("sex", Column<double>(std::vector<double>{1, 2}));
  return attributes;
}
void check(const FineGrayPrediction& found, const std::vector<std::pair<double, double>>& expected) {
  REQUIRE(found.incidence.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(found.incidence[i] == near(expected[i].first, 1e-10));
    CHECK(found.std_error[i] == near(expected[i].second, 1e-10));
  }
}
}  // namespace

TEST_SUITE("survival/predict_fine_gray") {
  TEST_CASE("incidences are those of R's cmprsk, and errors those of sums life by life") {
    const FineGrayPredictionOptions at{.ages = {100, 300, 600}};
    const auto found = predict_fine_gray(model(false, estimated), two(), at);
    check(found, {{0.0993226568462, 0.0220824651646},
                  {0.363825160295, 0.043111084640},
                  {0.547415081711, 0.0484147725759},
                  {0.0755904128246, 0.0221100715167},
                  {0.288111140296, 0.053321850853},
                  {0.448809793962, 0.0729522078267}});
    CHECK(found.row == std::vector<std::int64_t>{0, 0, 0, 1, 1, 1});
    CHECK(found.time == std::vector<double>{100, 300, 600, 100, 300, 600});
    CHECK(found.cause == "a");
    const double k = 1.959963984540054 * 0.043111084640 / 0.363825160295 / std::abs(std::log(0.363825160295));
    CHECK(found.lower[1] == near(std::pow(0.363825160295, std::exp(k)), 1e-9));
    CHECK(found.upper[1] == near(std::pow(0.363825160295, std::exp(-k)), 1e-9));
    check(predict_fine_gray(model(false, known), two(), at), {{0.0993226568462, 0.0220820797918},
                                                              {0.363825160295, 0.0430940886993},
                                                              {0.547415081711, 0.0483367529997},
                                                              {0.0755904128246, 0.0221111843960},
                                                              {0.288111140296, 0.0533464457678},
                                                              {0.448809793962, 0.0731260554657}});
  }
  TEST_CASE("with delayed entries too") {
    const FineGrayPredictionOptions at{.ages = {100, 300, 600}};
    check(predict_fine_gray(model(true, estimated), two(), at), {{0.1149016912096, 0.0252394636027},
                                                                 {0.3731246023797, 0.0433907305507},
                                                                 {0.5485999970066, 0.0481118606492},
                                                                 {0.0899940647201, 0.0264017138717},
                                                                 {0.3028972506296, 0.0559676839765},
                                                                 {0.4591148861555, 0.0740254290058}});
    check(predict_fine_gray(model(true, known), two(), at), {{0.1149016912096, 0.0252502505301},
                                                             {0.3731246023797, 0.0434221741626},
                                                             {0.5485999970066, 0.0480503996282},
                                                             {0.0899940647201, 0.0264201013641},
                                                             {0.3028972506296, 0.0560398463507},
                                                             {0.4591148861555, 0.0742079924985}});
  }
  TEST_CASE("without an effect it is close to the curve of Aalen and Johansen, errors too") {
    auto columns = test::lung_causes();
    columns.attributes.add("one", Column<double>(std::vector<double>(228, 1)));
    const Lifetimes lives(columns);
    const auto curve = aalen_johansen(lives);
    Frame attributes;
    attributes.add("one", Column<double>(std::vector<double>{1}));
    const auto found = predict_fine_gray(fine_gray(lives, {.cause = "a", .covariates = {"one"}}), attributes);
    std::size_t k = 0;
    for (std::size_t i = 0; i < found.time.size(); ++i) {
      while (!(curve.time[k] == found.time[i] && curve.cause[k] == "a")) ++k;
      CHECK(std::abs(found.incidence[i] - curve.incidence[k]) < 0.006);  // exp(-sum) and a product
      if (found.time[i] < 700) CHECK(found.std_error[i] == near(curve.std_error[k], 0.03));
    }
    CHECK(found.time.size() > 80);
  }
  TEST_CASE(
      "strata have incidences of their own, cases are rows, and beyond the last life there is nothing") {
    const auto fit = [](bool weighted) {
      auto columns = test::lung_causes();
      if (weighted) columns.weight = std::vector<double>(228, 4);
      return fine_gray(Lifetimes(columns), {.cause = "a", .covariates = {"age"}, .strata = {"sex"}});
    };
    const FineGrayPredictionOptions at{.ages = {300, 2000}};
    const auto found = predict_fine_gray(fit(false), two(), at);
    const auto four = predict_fine_gray(fit(true), two(), at);
    for (const std::size_t i : {0U, 2U}) {
      CHECK(found.incidence[i] > 0.2);
      CHECK(four.std_error[i] == near(found.std_error[i] / 2, 1e-2));
      CHECK(std::isnan(found.incidence[i + 1]));
      CHECK(std::isnan(found.lower[i + 1]));
    }
    CHECK(found.incidence[0] != found.incidence[2]);
  }
  TEST_CASE("a missing covariate has no incidence, no lives have none, and before the first end it is 0") {
    Frame attributes;
    attributes.add("age", Column<double>(std::vector<double>{60, std::numeric_limits<double>::quiet_NaN()}));
    attributes.add("sex", Column<double>(std::vector<double>{1, 2}));
    const auto found = predict_fine_gray(model(false, known), attributes, {.ages = {1}});
    CHECK(found.incidence[0] == 0);
    CHECK(found.std_error[0] == 0);
    CHECK(std::isnan(found.incidence[1]));
    CHECK(std::isnan(found.std_error[1]));
    Frame none;
    none.add("age", Column<double>(std::vector<double>{}));
    none.add("sex", Column<double>(std::vector<double>{}));
    CHECK(predict_fine_gray(model(false, known), none).row.empty());
  }
  TEST_CASE("bad settings are refused by name") {
    const auto fitted = model(false, known);
    CHECK(refusal([] { predict_fine_gray({}, two()); }) ==
          "predict_fine_gray: model has no baseline hazard: fine_gray() makes models that have one");
    CHECK(refusal([&] { predict_fine_gray(fitted, {}); }) ==
          "predict_fine_gray: covariates = \"age\" is no attribute of the lives; there are none");
    CHECK(refusal([&] { predict_fine_gray(fitted, two(), {.ages = {-1}}); }) ==
          "predict_fine_gray: ages = -1 is not an age: a number >= 0");
    CHECK(refusal([&] { predict_fine_gray(fitted, two(), {.confidence = 0}); }) ==
          "predict_fine_gray: confidence = 0 is not in (0, 1)");
  }
}
