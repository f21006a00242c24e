// SPDX-License-Identifier: MIT
#include <fealty/survival/predict_cox.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "data.hpp"
#include "refusal.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

using test::refusal;

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

/// Two new lives.
Frame two() {
  Frame frame;
  const auto add = [&](const char* name, std::vector<double> values) {
    frame.add(name, Column<double>(std::move(values)));
  };
  add("age", {60, 75});
  add("sex", {1, 2});
  add("ph.ecog", {1, 2});
  add("o", {1.2, 1.5});
  add("surgery", {0, 1});
  return frame;
}
/// Figures of two lives at each of some ages: life after life.
void check(const CoxPrediction& found, std::size_t ages, const std::vector<double>& survival,
           const std::vector<double>& std_error, const std::vector<double>& lower,
           const std::vector<double>& upper) {
  REQUIRE(found.survival.size() == 2 * ages);
  for (std::size_t row = 0; row < 2; ++row)
    for (std::size_t age = 0; age < ages; ++age) {
      const std::size_t i = row * ages + age;
      CHECK(found.row[i] == static_cast<std::int64_t>(row));
      CHECK(found.survival[i] == near(survival[i]));
      CHECK(found.std_error[i] == near(std_error[i]));
      CHECK(found.lower[i] == near(lower[i]));
      CHECK(found.upper[i] == near(upper[i]));
      CHECK(found.cumulative_hazard[i] == near(-std::log(survival[i])));
    }
}
LifetimeColumns lung_with(const char* name, double (*value)(std::size_t, const LifetimeColumns&)) {
  LifetimeColumns columns = test::lung();
  std::vector<double> values;
  for (std::size_t i = 0; i < 228; ++i) values.push_back(value(i, columns));
  if (std::string(name) == "weight") columns.weight = std::move(values);
  else columns.attributes.add(name, Column<double>(std::move(values)));
  return columns;
}
}  // namespace

TEST_SUITE("survival/predict_cox") {
  TEST_CASE("survival of new lives agrees with R") {
    const Lifetimes lives(test::lung());
    const CoxModel model = cox(lives, {.covariates = {"age", "sex", "ph.ecog"}});
    check(predict_cox(model, two(), {.ages = {180, 365}}), 2,
          {0.68594297440480, 0.33586336959781, 0.66552347542563, 0.30773405107229},
          {0.03645759436402, 0.04337186662507, 0.05864209867237, 0.07276417280473},
          {0.60838432923212, 0.25260790523844, 0.53671741464578, 0.17441939995090},
          {0.75130469332024, 0.42098303357975, 0.76610758757152, 0.45142474320132});
    const auto log = predict_cox(model, two(), {.ages = {365}, .scale = ConfidenceScale::log});
    CHECK(log.lower[0] == doctest::Approx(.2607608261).epsilon(1e-9));
    CHECK(log.upper[0] == doctest::Approx(.4325964320).epsilon(1e-9));
    check(predict_cox(cox(lives, {.covariates = {"age", "sex"}, .ties = CoxTies::breslow}), two(),
                      {.ages = {180, 365}}),
          2, {0.68874138393439, 0.35586737453563, 0.74955638797075, 0.44989318595321},
          {0.03605971288162, 0.04331819420828, 0.04464684204295, 0.06719748297427},
          {0.61200543986009, 0.27210457229294, 0.64908005336313, 0.31589672771238},
          {0.75338240096402, 0.44036062195022, 0.82507872185331, 0.57484742545386});
  }
  TEST_CASE("so it does for late entries, weights, offsets and strata") {
    const CoxModel late = cox(Lifetimes(test::heart()), {.covariates = {"age", "surgery"}});
    check(predict_cox(late, two(), {.ages = {50, 200}}), 2,
          {5.811839266024e-02, 1.471005243318e-03, 1.247782515409e-01, 8.476362352869e-03},
          {1.394676106536e-01, 8.108764666545e-03, 2.841859846263e-01, 4.425391983634e-02},
          {3.517247396533e-07, 1.425624159839e-15, 1.907361562836e-08, 2.007007154394e-18},
          {5.799724441234e-01, 2.881540213560e-01, 7.837356380220e-01, 5.720860452259e-01});
    const auto weight = [](std::size_t i, const LifetimeColumns&) {
      return 0.5 + static_cast<double>((i + 1) % 7) / 4;
    };
    const CoxModel sampled = cox(Lifetimes(lung_with("weight", weight)), {.covariates = {"age", "sex"}});
    CHECK(sampled.robust);
    check(predict_cox(sampled, two(), {.ages = {180, 365}}), 2,
          {0.69038497982949, 0.39462055684177, 0.75218850293580, 0.48935773878539},
          {0.03286941155035, 0.04022136387751, 0.04246449275231, 0.06351637577589},
          {0.62087647696509, 0.31578912440059, 0.65705260021279, 0.36051556722466},
          {0.74975033246856, 0.47233603743151, 0.82441387203086, 0.60615565948834});
    const auto offset = [](std::size_t i, const LifetimeColumns& columns) {
      return std::get<Column<double>>(*columns.attributes.find("age"))[i] / 50;
    };
    const CoxModel moved = cox(Lifetimes(lung_with("o", offset)), {.covariates = {"sex"}, .offset = "o"});
    check(predict_cox(moved, two(), {.ages = {365}}), 1, {0.35950137652371, 0.43647632002058},
          {0.04133449212181, 0.05412905903285}, {0.27939302420850, 0.32907521871407},
          {0.44008849332303, 0.53883313503730});
    const CoxModel strata = cox(Lifetimes(test::lung()), {.covariates = {"age"}, .strata = {"sex"}});
    check(predict_cox(strata, two(), {.ages = {365}}), 1, {0.35833792116193, 0.45705173795919},
          {0.04547001138883, 0.07485705667172}, {0.27043995257963, 0.30735003019598},
          {0.44690145056681, 0.59474991605270});
  }
  TEST_CASE("lives that have passed an age have better chances, told from it on") {
    const CoxModel model = cox(Lifetimes(test::lung()), {.covariates = {"age", "sex", "ph.ecog"}});
    check(predict_cox(model, two(), {.ages = {365}, .given_age = 180}), 1,
          {0.48963745111500, 0.46239398373662}, {0.05312780575185, 0.07891965900093},
          {0.38219890675492, 0.30418323470373}, {0.58850514498000, 0.60658174709456});
    Frame today = two();
    today.add("passed", Column<double>(std::vector<double>{180, 0}));
    const auto each = predict_cox(model, today, {.ahead = {0, 185, 365}, .given = "passed"});
    CHECK(each.time == std::vector<double>{180, 365, 545, 0, 185, 365});
    CHECK(each.survival[0] == 1);
    CHECK(each.std_error[0] == 0);
    CHECK(each.survival[1] == near(0.48963745111500));
    CHECK(each.survival[5] == near(0.30773405107229));
  }
  TEST_CASE("levels are those of the model, in any order of the new lives") {
    LifetimeColumns columns = test::lung();
    std::vector<std::string> words, fresh{"woman", "man"};
    for (const double sex : std::get<Column<double>>(*columns.attributes.find("sex")).values())
      words.push_back(sex == 1 ? "man" : "woman");
    columns.attributes.add("word", IdColumn(words));
    const CoxModel by_word = cox(Lifetimes(columns), {.covariates = {"age", "word"}});
    CHECK(by_word.covariate == std::vector<std::string>{"age", "word=woman"});
    CHECK(by_word.reference == std::vector<std::string>{"", "man"});
    const CoxModel by_number = cox(Lifetimes(columns), {.covariates = {"age", "sex"}});
    Frame lives;
    lives.add("word", IdColumn(fresh));
    lives.add("age", Column<double>(std::vector<double>{70, 50}));
    lives.add("sex", Column<double>(std::vector<double>{2, 1}));
    const auto a = predict_cox(by_word, lives, {.ages = {300}});
    const auto b = predict_cox(by_number, lives, {.ages = {300}});
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(a.survival[i] == near(b.survival[i]));
      CHECK(a.std_error[i] == near(b.std_error[i]));
    }
    Frame other = lives;
    std::vector<std::string> unknown{"man", "child"};
    Frame changed;
    changed.add("word", IdColumn(unknown));
    changed.add("age", Column<double>(std::vector<double>{70, 50}));
    CHECK(refusal([&] { predict_cox(by_word, changed); }) ==
          "predict_cox: word[1] = child is no level of the model; it has man, woman");
  }
  TEST_CASE(
      "by default each age at which a life ended, none beyond what was seen, NaN where something is "
      "missing") {
    const LifetimeColumns three{.duration = std::vector<double>{1, 2, 2, 3, 5},
                                .ended = std::vector<std::uint8_t>{1, 1, 0, 1, 0}};
    LifetimeColumns columns = three;
    columns.attributes.add("x", Column<double>(std::vector<double>{1, 0, 2, 1, 0}));
    const CoxModel model = cox(Lifetimes(columns), {.covariates = {"x"}});
    Frame lives;
    lives.add("x", Column<double>(std::vector<double>{1, std::numeric_limits<double>::quiet_NaN()}));
    const auto found = predict_cox(model, lives);
    CHECK(found.row == std::vector<std::int64_t>{0, 0, 0});
    CHECK(found.time == std::vector<double>{1, 2, 3});
    const auto at = predict_cox(model, lives, {.ages = {0, 5, 5.5}});
    CHECK(at.survival[0] == 1);
    CHECK(at.survival[1] == found.survival[2]);
    for (std::size_t i = 2; i < 6; ++i) {
      CHECK(std::isnan(at.survival[i]));
      CHECK(std::isnan(at.std_error[i]));
      CHECK(std::isnan(at.lower[i]));
    }
    CHECK(predict_cox(model, Frame(columns.attributes), {.ages = {2}}).row.size() == 5);
  }
  TEST_CASE("a covariate that is named twice moves no other") {
    const Lifetimes lives(test::lung());
    const CoxModel once = cox(lives, {.covariates = {"age", "sex"}});
    const CoxModel twice = cox(lives, {.covariates = {"age", "age", "sex"}});
    CHECK(twice.findings.at(0).code == "collinear_covariate");
    const auto a = predict_cox(once, two(), {.ages = {365}}), b = predict_cox(twice, two(), {.ages = {365}});
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(b.survival[i] == near(a.survival[i]));
      CHECK(b.std_error[i] == near(a.std_error[i]));
    }
  }
  TEST_CASE("bad input is refused") {
    const CoxModel model = cox(Lifetimes(test::lung()), {.covariates = {"age"}, .strata = {"sex"}});
    Frame lives = two();
    CHECK(refusal([&] { predict_cox({}, lives); }) ==
          "predict_cox: model has no baseline hazard: cox() makes models that have one");
    CHECK(refusal([&] { predict_cox(model, lives, {.ages = {-1}}); }) ==
          "predict_cox: ages = -1 is not an age: a number >= 0");
    CHECK(refusal([&] { predict_cox(model, lives, {.ages = {1}, .ahead = {1}}); }) ==
          "predict_cox: ages and ahead were both given");
    CHECK(refusal([&] { predict_cox(model, lives, {.given_age = 1, .given = "age"}); }) ==
          "predict_cox: given_age and given were both given");
    CHECK(refusal([&] { predict_cox(model, lives, {.confidence = 1}); }) ==
          "predict_cox: confidence = 1 is not in (0, 1)");
    Frame strange;
    strange.add("age", Column<double>(std::vector<double>{60}));
    CHECK(refusal([&] { predict_cox(model, strange); }) ==
          "predict_cox: strata = \"sex\" is no attribute of the lives; there are age");
    strange.add("sex", Column<double>(std::vector<double>{3}));
    CHECK(refusal([&] { predict_cox(model, strange); }) ==
          "predict_cox: sex[0] = 3 is no stratum of the model");
  }
  TEST_CASE("that of a penalized model agrees with R") {
    const Lifetimes lives(test::lung());
    const CoxModel model =
        cox(lives, {.covariates = {"age", "sex", "ph.ecog"}, .penalty = 10, .standardize = false});
    check(predict_cox(model, two(), {.ages = {180, 365}}), 2,
          {0.69461253013525, 0.35142157383807, 0.65346008453023, 0.29492417944829},
          {0.03541665754525, 0.04291714128364, 0.05743903976439, 0.06854577232401},
          {0.61916620553126, 0.26854520577541, 0.52842233159095, 0.16979361075919},
          {0.75805532591278, 0.43525358927160, 0.75291312029975, 0.43135347425236});
  }
}
