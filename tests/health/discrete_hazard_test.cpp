// SPDX-License-Identifier: MIT
#include <fealty/health/discrete_hazard.hpp>

#include <fealty/health/logistic.hpp>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "hazard_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using survival::Lifetimes;

namespace {

void check(const std::vector<double>& found, const std::vector<double>& expected, double epsilon = 1e-10) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(epsilon));
  }
}
/// Coefficients, standard errors and deviance, without periods that have none.
std::vector<double> all_of(const DiscreteHazardModel& model) {
  std::vector<double> found, errors;
  for (std::size_t i = 0; i < model.coef.size(); ++i) {
    if (std::isnan(model.coef[i])) continue;
    found.push_back(model.coef[i]);
    errors.push_back(model.std_error[i]);
  }
  found.insert(found.end(), errors.begin(), errors.end());
  found.push_back(model.deviance);
  return found;
}
const std::vector<std::string> features{"seats", "plan"};

}  // namespace

TEST_SUITE("health/discrete_hazard") {
  TEST_CASE("both links agree with R's glm of a row for each life and period") {
    const Lifetimes lives(hazard_data::lives());
    const auto logit = discrete_hazard(lives, {.features = features});
    check(all_of(logit), {-2.140135422203973, -1.922211985952532, -1.684020609607726, -1.837950068162605,
                          -1.419065558182138, -1.332307719813155, -0.726471367665196, -0.953936467545659,
                          -0.030319471909500, -1.329709353928781, -0.025975575523282, 0.866453828253592,
                          0.296608626442657,  0.294127370006139,  0.285169956777135,  0.304555340184541,
                          0.305489961213756,  0.344401989567220,  0.343869184496949,  0.434588165014882,
                          0.449777570222157,  0.793464968333720,  0.005827896513121,  0.199061135582920,
                          714.658435013026974});
    check(all_of(discrete_hazard(lives, {.features = features, .link = HazardLink::cloglog})),
          {-2.196065685410302, -2.003147051953261, -1.784009040775258, -1.909721550063822,
           -1.538750431838850, -1.458969386129117, -0.922170602881895, -1.090702836730037,
           -0.331591688625306, -1.482968674430035, -0.023830111151685, 0.788135526784692,
           0.274134140105745,  0.269904262655627,  0.258323254507632,  0.277370783672328,
           0.271733659067083,  0.305075935263267,  0.289941857688144,  0.374945826789928,
           0.356591370199699,  0.737037258984022,  0.005312675591093,  0.177474964789795,
           714.051870200288477});
    CHECK(logit.covariate[0] == "period=1");
    CHECK(logit.covariate[12] == "seats");
    CHECK(logit.covariate[13] == "plan=pro");
    CHECK(logit.reference[13] == "basic");
    CHECK(std::isnan(logit.coef[4]));
    CHECK(logit.periods == 12);
    CHECK(logit.lives == 200);
    REQUIRE(hazard_data::codes(logit.findings) == std::vector<std::string>{"certain_period"});
    CHECK(logit.findings[0].message ==
          "discrete_hazard: in period 5 none or all of those at risk ended, and in 1 more; there is no "
          "coefficient "
          "then");
  }
  TEST_CASE("weights, and baselines of few coefficients, agree with R's glm") {
    auto columns = hazard_data::lives();
    const Lifetimes lives(columns);
    check(all_of(discrete_hazard(lives, {.features = features, .baseline = HazardBaseline::polynomial})),
          {-1.433325053900086, -0.602293629925877, 0.142049790802440, -0.007585133423493, -0.024988507747037,
           0.848201449098522, 0.463159802946236, 0.323248835700234, 0.063064046336699, 0.003512067475457,
           0.005684814639316, 0.194758647526289, 761.326311219036484});
    check(all_of(discrete_hazard(
              lives,
              {.features = features, .link = HazardLink::cloglog, .baseline = HazardBaseline::log_period})),
          {-2.360696350518084, 0.418836182199624, -0.021690640360620, 0.726040344986928, 0.239042337252738,
           0.127591677417563, 0.005145568613138, 0.174762306082684, 770.407481657715380});
    columns.weight = hazard_data::weights();
    check(all_of(discrete_hazard(Lifetimes(columns), {.features = features})),
          {-2.150553312424e+00, -2.089282036962e+00, -1.563697849275e+00, -1.603540530428e+00,
           -1.668498587548e+00, -1.393793314156e+00, -6.316938898853e-01, -8.753051441416e-01,
           3.090518846683e-01,  -1.151840125753e+00, -2.724031666654e-02, 8.216954939370e-01,
           2.164101363040e-01,  2.227689421217e-01,  1.991504472207e-01,  2.071497273382e-01,
           2.347809980704e-01,  2.463848391200e-01,  2.368295956839e-01,  3.030221997715e-01,
           3.097164866071e-01,  5.665538210717e-01,  4.256378664765e-03,  1.415902880463e-01,
           1.406158389083e+03});
  }
  TEST_CASE("the penalty is glmnet's of the expanded table") {
    const auto model =
        discrete_hazard(Lifetimes(hazard_data::lives()), {.features = features,
                                                          .baseline = HazardBaseline::polynomial,
                                                          .degree = 2,
                                                          .penalty = .02,
                                                          .standardize = false});
    check(model.coef,
          {-1.973262054226395, 0.059892621301111, 0.005267437017625, -0.024055827133947, 0.485067457858406},
          1e-9);
  }
  TEST_CASE("without features the chance of a period is the share that ended") {
    const auto model = discrete_hazard(Lifetimes({.duration = std::vector<double>{1, 1, 2, 2, 3, 3, 3},
                                                  .ended = std::vector<std::uint8_t>{1, 0, 1, 0, 1, 1, 0}}),
                                       {});
    check(model.coef, {std::log(1.0 / 6), std::log(1.0 / 4), std::log(2.0)}, 1e-12);
    CHECK(model.person_periods == 7 + 5 + 3);
    CHECK(model.ended == 4);
  }
  TEST_CASE("it is logistic() of the expanded table, for random lives; threads change no bit") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      std::mt19937_64 random(seed);
      std::normal_distribution<double> draw;
      std::vector<double> duration, x, long_x, period;
      std::vector<std::uint8_t> ended, long_ended;
      for (int i = 0; i < 400; ++i) {
        duration.push_back(static_cast<double>(1 + random() % 6));
        ended.push_back(static_cast<std::uint8_t>(random() % 2));
        x.push_back(draw(random));
        for (int k = 1; k <= static_cast<int>(duration.back()); ++k) {
          long_x.push_back(x.back());
          period.push_back(std::log(static_cast<double>(k)));
          long_ended.push_back(ended.back() != 0 && k == static_cast<int>(duration.back()) ? 1 : 0);
        }
      }
      Frame attributes, expanded;
      attributes.add("x", Column<double>(std::vector(x)));
      expanded.add("period", Column<double>(std::move(period)));
      expanded.add("x", Column<double>(std::move(long_x)));
      const Lifetimes lives({.duration = duration, .ended = ended, .attributes = attributes});
      DiscreteHazardOptions options{.features = {"x"}, .baseline = HazardBaseline::log_period, .threads = 1};
      const auto model = discrete_hazard(lives, options);
      const auto rows =
          logistic(Examples({.outcome = long_ended, .attributes = expanded}), {.features = {"period", "x"}});
      check(model.coef, rows.coef);
      check(model.std_error, rows.std_error);
      CHECK(model.deviance == doctest::Approx(rows.deviance).epsilon(1e-12));
      options.threads = 2;
      CHECK(discrete_hazard(lives, options).coef == model.coef);
    }
  }
  TEST_CASE("separation is told and held, constant features have no coefficient") {
    Frame attributes;
    attributes.add("x", Column<double>({0, 0, 0, 0, 1, 1, 1, 1}));
    attributes.add("same", Column<double>(std::vector<double>(8, 2)));
    const Lifetimes lives({.duration = std::vector<double>{1, 2, 2, 3, 1, 2, 3, 3},
                           .ended = std::vector<std::uint8_t>{1, 1, 1, 1, 0, 0, 0, 0},
                           .attributes = attributes});
    for (const HazardLink link : {HazardLink::logit, HazardLink::cloglog}) {
      const auto model = discrete_hazard(
          lives, {.features = {"x", "same"}, .link = link, .baseline = HazardBaseline::log_period});
      CHECK(model.stabilized);
      CHECK(hazard_data::codes(model.findings) ==
            std::vector<std::string>{"separation", "constant_covariate", "few_outcomes"});
      CHECK(model.coef[2] < -1);
      CHECK(model.coef[2] > -6);
    }
  }
  TEST_CASE("what has no periods, or tells nothing, is refused") {
    const auto refused = [](const survival::LifetimeColumns& columns, const DiscreteHazardOptions& options,
                            const char* text) {
      CHECK_THROWS_WITH_AS(discrete_hazard(Lifetimes(columns), options), text, InvalidInput);
    };
    const std::vector<std::uint8_t> one{1}, none{0};
    refused({.duration = std::vector<double>{2.5}, .ended = one}, {},
            "discrete_hazard: duration[0] = 2.5 is not a whole number of periods");
    refused(
        {.duration = std::vector<double>{0}, .ended = one}, {},
        "discrete_hazard: duration[0] = 0 is that of a life that ended; it ends in period 1 at the earliest");
    refused({.duration = std::vector<double>{3}, .ended = none}, {},
            "discrete_hazard: lives = 1 rows none of which has ended tell no hazard");
    refused({.duration = std::vector<double>{}, .ended = std::vector<std::uint8_t>{}}, {},
            "discrete_hazard: lives = 0 rows none of which has ended tell no hazard");
    refused({.duration = std::vector<double>{20000}, .ended = one}, {},
            "discrete_hazard: duration[0] = 20000 is more than 10,000 periods; longer ones are enough");
    refused(
        {.duration = std::vector<double>{2000}, .ended = one}, {},
        "discrete_hazard: baseline = by_period has 2000 periods, more than 1,000; polynomial and log_period "
        "have few coefficients");
    refused({.duration = std::vector<double>{3}, .ended = one}, {.degree = 7},
            "discrete_hazard: degree = 7 is not between 1 and 6");
    refused({.duration = std::vector<double>{3}, .ended = one}, {.features = {"x"}},
            "discrete_hazard: features = \"x\" is no attribute of the lives; there are none");
    // One life that ended in its only period at risk: its chance is 1.
    const auto single = discrete_hazard(Lifetimes({.duration = std::vector<double>{1}, .ended = one}), {});
    CHECK(std::isnan(single.coef[0]));
    CHECK(single.deviance == 0);
  }
}
