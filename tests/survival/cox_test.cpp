// SPDX-License-Identifier: MIT
#include <fealty/survival/cox.hpp>

#include <fealty/survival/log_rank.hpp>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-8); }

struct Expected {
  std::vector<double> coef, std_error;
  double null_log_likelihood, log_likelihood, score, wald;
};
void check(const CoxModel& model, const Expected& expected) {
  REQUIRE(model.coef.size() == expected.coef.size());
  for (std::size_t i = 0; i < model.coef.size(); ++i) {
    CHECK(model.coef[i] == near(expected.coef[i]));
    CHECK(model.std_error[i] == near(expected.std_error[i]));
  }
  CHECK(model.null_log_likelihood == near(expected.null_log_likelihood));
  CHECK(model.log_likelihood == near(expected.log_likelihood));
  CHECK(model.score == near(expected.score));
  CHECK(model.wald == near(expected.wald));
}
std::vector<double> cases() {
  std::vector<double> weight;
  for (int i = 0; i < 228; ++i) weight.push_back(1 + i % 3);
  return weight;
}
std::vector<double> part() {
  std::vector<double> weight;
  for (int i = 1; i <= 228; ++i) weight.push_back(0.5 + (i % 7) / 4.0);
  return weight;
}
/// Lives with two covariates and ties.
LifetimeColumns random_lives(std::uint64_t seed, std::size_t rows, std::vector<double> first,
                             std::vector<double> second) {
  std::mt19937_64 random(seed);
  std::vector<double> duration;
  std::vector<std::uint8_t> ended;
  for (std::size_t i = 0; i < rows; ++i) {
    duration.push_back(static_cast<double>(1 + random() % 20));
    ended.push_back(static_cast<std::uint8_t>(random() % 3 != 0));
  }
  Frame attributes;
  attributes.add("first", Column<double>(std::move(first)));
  attributes.add("second", Column<double>(std::move(second)));
  return {.duration = std::move(duration), .ended = std::move(ended), .attributes = attributes};
}
std::vector<double> normal(std::uint64_t seed, std::size_t rows) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> draw;
  std::vector<double> values;
  for (std::size_t i = 0; i < rows; ++i) values.push_back(draw(random));
  return values;
}
std::vector<std::string> codes(const CoxModel& model) {
  std::vector<std::string> found;
  for (const Finding& each : model.findings) found.push_back(each.code);
  return found;
}

/// What a penalty makes of a model: R's coef, se, naive se, se2, log-likelihood, df and Wald test.
struct Penalized {
  std::vector<double> coef, std_error, naive, sampling;
  double log_likelihood, degrees_of_freedom, wald;
};
void check(const CoxModel& model, const Penalized& expected) {
  REQUIRE(model.coef.size() == expected.coef.size());
  for (std::size_t i = 0; i < model.coef.size(); ++i) {
    CHECK(model.coef[i] == near(expected.coef[i]));
    CHECK(model.std_error[i] == near(expected.std_error[i]));
    CHECK(model.naive_std_error[i] == near(expected.naive[i]));
    CHECK(model.sampling_std_error[i] == near(expected.sampling[i]));
  }
  CHECK(model.log_likelihood == near(expected.log_likelihood));
  // R's degrees of freedom are the trace where one term has all covariates.
  if (expected.degrees_of_freedom > 0)
    CHECK(model.effective_degrees_of_freedom == near(expected.degrees_of_freedom));
  CHECK(model.wald == near(expected.wald));
}
Lifetimes complete_lung(bool weighted) {
  auto columns = test::lung();
  if (weighted) columns.weight = part();
  Frame attributes;
  for (const char* name : {"age", "sex", "ph.ecog"}) {
    const auto& values = std::get<Column<double>>(columns.attributes.at(name));
    std::vector<double> kept;
    for (std::size_t i = 0; i < 228; ++i)
      kept.push_back(std::isnan(std::get<Column<double>>(columns.attributes.at("ph.ecog"))[i]) ? std::nan("")
                                                                                               : values[i]);
    attributes.add(name, Column<double>(std::move(kept)));
  }
  columns.attributes = attributes;
  return Lifetimes(columns);
}

}  // namespace

TEST_SUITE("survival/cox") {
  TEST_CASE("lung agrees with R, by Efron's ties and by Breslow's") {
    const Lifetimes lives(test::lung());
    const auto model = cox(lives, {.covariates = {"age", "sex", "ph.ecog"}});
    check(model, {{.01106676456, -.55261239570, .46372847537},
                  {.009267411014, .167739053787, .113577266162},
                  -744.480455761,
                  -729.230121375,
                  30.49992270,
                  29.9292512});
    CHECK(model.lives == 227);
    CHECK(model.left_out == 1);
    CHECK(model.ended == 164);
    CHECK(model.likelihood_ratio == near(2 * (744.480455761 - 729.230121375)));
    CHECK(model.exp_coef[1] == near(std::exp(-.55261239570)));
    CHECK(model.upper[1] == near(std::exp(-.55261239570 + 1.959963984540054 * .167739053787)));
    CHECK(model.p_value[1] == near(std::erfc(.55261239570 / .167739053787 / std::sqrt(2.0))));
    CHECK(model.covariate == std::vector<std::string>{"age", "sex", "ph.ecog"});
    check(cox(lives, {.covariates = {"age", "sex", "ph.ecog"}, .ties = CoxTies::breslow}),
          {{1.104113638571e-02, -5.518895696377e-01, 4.629470403345e-01},
           {9.266770114202e-03, 1.677424480178e-01, 1.135740520606e-01},
           -7.446928192662e+02,
           -7.294887051768e+02,
           3.040640691533e+01,
           2.983900082878e+01});
  }
  TEST_CASE("exact ties agree with R, of stretches and strata too") {
    check(cox(Lifetimes(test::lung()), {.covariates = {"age", "sex", "ph.ecog"}, .ties = CoxTies::exact}),
          {{1.106708587552e-02, -5.534356129027e-01, 4.643874164845e-01},
           {9.280849406821e-03, 1.679677151227e-01, 1.137769921827e-01},
           -7.256476988507e+02,
           -7.104010515794e+02,
           3.048776688958e+01,
           2.990884012278e+01});
    check(cox(Lifetimes(test::heart()),
              {.covariates = {"age", "surgery"}, .strata = {"transplant"}, .ties = CoxTies::exact}),
          {{0.03234117865537, -0.77161936512145},
           {0.01413469772430, 0.36247584908621},
           -254.11683438684503,
           -248.61553334146089,
           10.26553104709664,
           9.91387372264876});
    LifetimeColumns columns = test::lung();
    columns.weight = cases();
    const auto refused = [](const LifetimeColumns& lives, std::optional<bool> robust) {
      try {
        cox(Lifetimes(lives), {.covariates = {"age"}, .ties = CoxTies::exact, .robust = robust});
        return std::string("nothing");
      } catch (const InvalidInput& error) {
        return std::string(error.what());
      }
    };
    CHECK(refused(columns, {}) == "cox: ties = exact is for lives without weights");
    CHECK(refused(test::lung(), true) == "cox: ties = exact has no robust standard errors");
  }
  TEST_CASE("many lives at few ages are as many cases, which are summed up otherwise") {
    const auto columns = test::read_numbers("lung.csv");
    const auto repeated = [&](const std::string& name, std::size_t times) {
      std::vector<double> values;
      for (std::size_t i = 0; i < times; ++i)
        values.insert(values.end(), columns.at(name).begin(), columns.at(name).end());
      return values;
    };
    const auto table = [&](std::size_t times) {
      Frame attributes;
      for (const char* name : {"age", "sex"}) attributes.add(name, Column<double>(repeated(name, times)));
      return LifetimeColumns{.duration = repeated("time", times),
                             .ended = test::flags(repeated("status", times)),
                             .attributes = attributes};
    };
    LifetimeColumns weighted = table(1);
    weighted.weight = std::vector<double>(228, 200);
    const CoxOptions options{.covariates = {"age", "sex"}, .ties = CoxTies::breslow};
    const CoxModel many = cox(Lifetimes(table(200)), options), cases = cox(Lifetimes(weighted), options);
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(many.coef[i] == doctest::Approx(cases.coef[i]).epsilon(1e-11));
      CHECK(many.std_error[i] == doctest::Approx(cases.std_error[i]).epsilon(1e-11));
    }
    CHECK(many.log_likelihood == doctest::Approx(cases.log_likelihood).epsilon(1e-12));
  }
  TEST_CASE("the number of threads changes no bit") {
    for (const std::size_t days : {std::size_t{10}, std::size_t{100'000}}) {
      std::mt19937_64 random(11);
      const std::size_t rows = 30'000;
      std::vector<double> duration;
      std::vector<std::uint8_t> ended;
      for (std::size_t i = 0; i < rows; ++i) {
        duration.push_back(static_cast<double>(1 + random() % days));
        ended.push_back(static_cast<std::uint8_t>(random() % 3 != 0));
      }
      Frame attributes;
      attributes.add("first", Column<double>(normal(12, rows)));
      attributes.add("second", Column<double>(normal(13, rows)));
      const Lifetimes lives(
          {.duration = std::move(duration), .ended = std::move(ended), .attributes = attributes});
      const CoxModel one = cox(lives, {.covariates = {"first", "second"}, .robust = true, .threads = 1});
      const CoxModel two = cox(lives, {.covariates = {"first", "second"}, .robust = true, .threads = 2});
      CHECK(one.coef == two.coef);
      CHECK(one.std_error == two.std_error);
      CHECK(one.log_likelihood == two.log_likelihood);
      CHECK(one.std_error[0] == doctest::Approx(one.naive_std_error[0]).epsilon(.05));
    }
  }
  TEST_CASE("robust errors, weights, strata, offsets and clusters agree with R") {
    auto columns = test::lung();
    const auto robust = cox(Lifetimes(columns), {.covariates = {"age", "sex", "ph.ecog"}, .robust = true});
    const std::vector<double> errors{.00988139278, .16474842795, .12415884861};
    for (std::size_t i = 0; i < 3; ++i)
      CHECK(robust.std_error[i] == doctest::Approx(errors[i]).epsilon(1e-7));
    CHECK(robust.naive_std_error[1] == near(.167739053787));
    check(cox(Lifetimes(columns), {.covariates = {"age", "ph.ecog"}, .strata = {"sex"}}),
          {{1.056625460095e-02, 4.624244343583e-01},
           {9.241373893092e-03, 1.147610978548e-01},
           -6.385097649842e+02,
           -6.287709395012e+02,
           1.995749974369e+01,
           1.962594621791e+01});
    columns.weight = cases();
    check(cox(Lifetimes(columns), {.covariates = {"age", "sex"}}), {{1.574344951495e-02, -4.946515120060e-01},
                                                                    {6.548843599266e-03, 1.186293667858e-01},
                                                                    -1.733844685228e+03,
                                                                    -1.721109291384e+03,
                                                                    2.465347467228e+01,
                                                                    2.424176804038e+01});
    columns.weight = part();
    check(cox(Lifetimes(columns), {.covariates = {"age", "sex"}}), {{.01770332799690, -.52874334690342},
                                                                    {.01116760305665, .17336791247907},
                                                                    -975.87737418526842,
                                                                    -966.90790825490080,
                                                                    17.37653696866170,
                                                                    10.49900413620956});
    columns = test::lung();
    std::vector<double> offset;
    for (const double age : std::get<Column<double>>(columns.attributes.at("age")).values())
      offset.push_back(age / 50);
    columns.attributes.add("offset", Column<double>(offset));
    check(cox(Lifetimes(columns), {.covariates = {"sex"}, .offset = "offset"}), {{-.5102855268056},
                                                                                 {.1672101121368},
                                                                                 -747.7990132751867,
                                                                                 -742.8993584823124,
                                                                                 9.5137520055897,
                                                                                 9.3132535156012});
  }
  TEST_CASE("heart: stretches of lives, and clusters of them, agree with R") {
    const Lifetimes lives(test::heart());
    const std::vector<std::string> covariates{"age", "year", "surgery", "transplant"};
    const auto model = cox(lives, {.covariates = covariates});
    const std::vector<double> coef{.02716664096, -.14634634567, -.63720988997, -.01025077241};
    for (std::size_t i = 0; i < 4; ++i) CHECK(model.coef[i] == doctest::Approx(coef[i]).epsilon(1e-8));
    CHECK(model.log_likelihood == near(-290.565616218));
    check(cox(lives, {.covariates = covariates, .cluster = "id"}),
          {{.02716664095768, -.14634634567420, -.63720988996697, -.01025077240908},
           {.01389189292408, .07307985923936, .35821020238443, .31688234906249},
           -298.12135567298429,
           -290.56561621848948,
           15.03419791304129,
           16.83299304431171});
  }
  TEST_CASE("rossi agrees with R") {
    auto data = test::read_numbers("rossi.csv");
    const std::vector<std::string> covariates{"fin", "age", "race", "wexp", "mar", "paro", "prio"};
    Frame attributes;
    for (const auto& name : covariates) attributes.add(name, Column<double>(std::vector<double>(data[name])));
    const auto model = cox(Lifetimes({.duration = std::vector<double>(data["week"]),
                                      .ended = test::flags(data["arrest"]),
                                      .attributes = attributes}),
                           {.covariates = covariates});
    const std::vector<double> coef{-.37942216649, -.05743774268, .31389978784, -.14979569767,
                                   -.43370387794, -.08487108250, .09149708099};
    for (std::size_t i = 0; i < 7; ++i) CHECK(model.coef[i] == doctest::Approx(coef[i]).epsilon(1e-8));
    CHECK(model.log_likelihood == near(-658.747659446));
  }
  TEST_CASE("texts are covariates by their levels, against the first in order") {
    auto columns = test::lung();
    std::vector<std::string> status;
    for (const double value : std::get<Column<double>>(columns.attributes.at("ph.ecog")).values())
      status.push_back(std::isnan(value) ? "" : fmt::format("level {}", value));
    Ids ids;
    std::vector<std::uint32_t> rows;
    for (const auto& each : status) rows.push_back(each.empty() ? no_id : ids.encode(each));
    columns.attributes.add("status", IdColumn(rows, std::make_shared<const Ids>(ids)));
    const auto model = cox(Lifetimes(columns), {.covariates = {"status"}});
    CHECK(model.covariate == std::vector<std::string>{"status=level 1", "status=level 2", "status=level 3"});
    check(model, {{.3688400897693, .9163870381837, 2.2079802559010},
                  {.1986574972923, .2245484921006, 1.0258332235850},
                  -744.4804557614402,
                  -735.2581829441586,
                  21.9680522789527,
                  20.2181207603675});
  }
  TEST_CASE("the score test of one group by Breslow's ties is the log-rank test where there are no ties") {
    auto columns = random_lives(5, 80, normal(1, 80), normal(2, 80));
    std::vector<double> duration, group;
    for (int i = 0; i < 80; ++i) duration.push_back(1 + (i * 37) % 80), group.push_back(i % 2);
    columns.duration = duration;
    columns.attributes.add("group", Column<double>(group));
    const Lifetimes lives(columns);
    const double score = cox(lives, {.covariates = {"group"}, .ties = CoxTies::breslow}).score;
    CHECK(score == near(log_rank(lives, {.by = {"group"}}).statistic));
    CHECK(cox(lives, {.covariates = {"group"}}).score == near(score));
  }
  TEST_CASE("units, order of rows and splits of lives do not matter") {
    const auto first = normal(3, 120), second = normal(4, 120);
    const auto columns = random_lives(6, 120, first, second);
    const auto model = cox(Lifetimes(columns), {.covariates = {"first", "second"}});
    std::vector<double> scaled;
    for (const double value : first) scaled.push_back(1e8 + 1e6 * value);
    const auto large =
        cox(Lifetimes(random_lives(6, 120, scaled, second)), {.covariates = {"first", "second"}});
    CHECK(1e6 * large.coef[0] == doctest::Approx(model.coef[0]).epsilon(1e-6));
    CHECK(large.coef[1] == near(model.coef[1]));
    // Each life of more than a day in two stretches.
    std::vector<double> stop, entry, x, y;
    std::vector<std::uint8_t> ended;
    for (std::size_t i = 0; i < 120; ++i) {
      const double duration = columns.duration[i];
      const bool split = duration > 1;
      const double middle = std::ceil(duration / 2);
      if (split && middle < duration)
        stop.push_back(middle), entry.push_back(0), ended.push_back(0), x.push_back(first[i]),
            y.push_back(second[i]);
      stop.push_back(duration), entry.push_back(split && middle < duration ? middle : 0);
      ended.push_back(columns.ended[i]), x.push_back(first[i]), y.push_back(second[i]);
    }
    Frame attributes;
    attributes.add("first", Column<double>(x));
    attributes.add("second", Column<double>(y));
    const auto stretches =
        cox(Lifetimes({.duration = stop, .entry = entry, .ended = ended, .attributes = attributes}),
            {.covariates = {"first", "second"}});
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(stretches.coef[i] == near(model.coef[i]));
      CHECK(stretches.std_error[i] == near(model.std_error[i]));
    }
  }
  TEST_CASE("a covariate that tells nothing has no coefficient, and one that tells all has none either") {
    std::vector<double> first = normal(7, 60), constant(60, 3.5), twice;
    for (const double value : first) twice.push_back(1 - 2 * value);
    auto columns = random_lives(8, 60, first, twice);
    columns.attributes.add("constant", Column<double>(constant));
    const auto alone = cox(Lifetimes(columns), {.covariates = {"first"}});
    const auto model = cox(Lifetimes(columns), {.covariates = {"first", "second", "constant"}});
    CHECK(codes(model) == std::vector<std::string>{"collinear_covariate", "constant_covariate"});
    CHECK(model.findings[0].message ==
          "cox: second is told by strata or by covariates before it; it has no coefficient");
    CHECK(model.coef[0] == near(alone.coef[0]));
    CHECK(std::isnan(model.coef[1]));
    CHECK(std::isnan(model.std_error[1]));
    CHECK(std::isnan(model.coef[2]));
    CHECK(model.degrees_of_freedom == 1);
    std::vector<double> order;  // those that end earlier have more of it
    for (std::size_t i = 0; i < 60; ++i) order.push_back(-columns.duration[i]);
    columns.attributes.add("order", Column<double>(order));
    const auto separated = cox(Lifetimes(columns), {.covariates = {"order"}});
    CHECK(codes(separated) == std::vector<std::string>{"separation"});
    CHECK(std::isnan(separated.coef[0]));
    CHECK(separated.likelihood_ratio_p_value < 1e-6);
  }
  TEST_CASE("what tells everything is reported however many lives, ages and covariates tell it") {
    for (const std::size_t rows : {5U, 20U, 40U, 100U, 400U}) {
      for (const bool wide : {false, true}) {
        std::vector<double> age, order;
        for (std::size_t i = 0; i < rows; ++i) {
          age.push_back(static_cast<double>(i + 1));
          order.push_back(wide ? std::exp(age.back() * 30 / static_cast<double>(rows)) : -age.back());
        }
        Frame attributes;
        attributes.add("order", Column<double>(order));
        for (const CoxTies ties : {CoxTies::efron, CoxTies::breslow, CoxTies::exact}) {
          if (wide && ties == CoxTies::exact) continue;  // takes more steps than are allowed
          const auto model = cox(
              Lifetimes(
                  {.duration = age, .ended = std::vector<std::uint8_t>(rows, 1), .attributes = attributes}),
              {.covariates = {"order"}, .ties = ties});
          CHECK(codes(model) == std::vector<std::string>{"separation"});
          CHECK(std::isnan(model.coef[0]));
          CHECK(std::isnan(model.std_error[0]));
          // At its end, which is far out, the likelihood is 1, and its logarithm 0.
          const double most = 2 * std::lgamma(age.back() + 1);
          CHECK(model.likelihood_ratio < most * (1 + 1e-9));
          CHECK(model.likelihood_ratio > most * (wide ? 0.2 : 0.97));
        }
      }
    }
  }
  TEST_CASE("more covariates than ends have no more coefficients than can be told") {
    Frame attributes;
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < 6; ++i) {
      names.push_back(fmt::format("x{}", i));
      attributes.add(names.back(), Column<double>(normal(20 + i, 5)));
    }
    const auto model = cox(Lifetimes({.duration = std::vector<double>{1, 2, 3, 4, 5},
                                      .ended = std::vector<std::uint8_t>{1, 0, 1, 0, 0},
                                      .attributes = attributes}),
                           {.covariates = names});
    CHECK_FALSE(model.findings.empty());
    for (const double coef : model.coef) CHECK((std::isnan(coef) || std::abs(coef) < 100));
  }
  TEST_CASE("penalized coefficients agree with R's ridge, with what is said of them") {
    const Lifetimes lives = complete_lung(false);
    const std::vector<std::string> three{"age", "sex", "ph.ecog"};
    const CoxModel unit = cox(lives, {.covariates = three, .penalty = 10, .standardize = false});
    const std::vector<double> errors{0.009260389875661, 0.145995580105013, 0.107182840888163};
    check(unit, Penalized{{0.01186979611966, -0.42995878367806, 0.40686009494898},
                          errors,
                          errors,
                          {0.009240594501617, 0.129484764839795, 0.100810997002526},
                          -729.6082800157,
                          2.671113743883,
                          25.972888166253});
    CHECK(unit.degrees_of_freedom == 3);
    CHECK(unit.likelihood_ratio == near(2 * (744.4804557614 - 729.6082800157)));
    CHECK(unit.likelihood_ratio_p_value == doctest::Approx(1.088e-06).epsilon(1e-3));
    CHECK(unit.lower[1] == near(std::exp(-0.42995878367806 - 1.959963984540054 * 0.145995580105013)));
    CHECK(unit.penalty == 10);
    CHECK_FALSE(unit.standardize);
    // R's standard deviations have n - 1 for n.
    const std::vector<double> scaled{0.008938996517655, 0.161437975621410, 0.109966373238997};
    check(cox(lives, {.covariates = three, .penalty = 10 * 227.0 / 226}),
          Penalized{{0.01072687185441, -0.51588312148307, 0.43522260908899},
                    scaled,
                    scaled,
                    {0.008630929960352, 0.156288192800636, 0.106375527536658},
                    -729.2863263593,
                    2.808989348263,
                    28.233913603234});
    const std::vector<double> breslow{0.167730979188932, 0.008936975828851, 0.109858222251066};
    check(cox(lives, {.covariates = {"sex", "age", "ph.ecog"},
                      .ties = CoxTies::breslow,
                      .penalty = 10 * 227.0 / 226,
                      .penalty_factors = {0, 1, 1}}),
          Penalized{{-0.54984096519889, 0.01069068857845, 0.43560126057083},
                    breslow,
                    breslow,
                    {0.167718371867429, 0.008629422684804, 0.106289538799466},
                    -729.5209485442,
                    0,
                    28.708492150073});
  }
  TEST_CASE("penalties of weighted lives, strata, stretches and clusters agree with R") {
    check(cox(complete_lung(true), {.covariates = {"age", "sex"}, .penalty = 20, .standardize = false}),
          Penalized{{0.01805092585346, -0.36554925040836},
                    {0.01103238030841, 0.11918022001586},
                    {0.008624550685176, 0.122419880296214},
                    {0.008617397305782, 0.102443323735845},
                    -964.7276936709,
                    1.698779800675,
                    10.723726682884});
    check(cox(Lifetimes(test::heart()), {.covariates = {"age", "surgery"},
                                         .strata = {"transplant"},
                                         .cluster = "id",
                                         .penalty = 5,
                                         .standardize = false}),
          Penalized{{0.03228623548513, -0.48316381057118},
                    {0.01423168786443, 0.19678497335585},
                    {0.01424960042001, 0.26478649654512},
                    {0.01424186699126, 0.21338577703859},
                    -257.4037550050,
                    1.648425300676,
                    11.942402775447});
  }
  TEST_CASE("weighted standard deviations make weights as good as copies") {
    auto columns = random_lives(31, 50, normal(32, 50), normal(33, 50));
    std::vector<double> duration, weight, first, second;
    std::vector<std::uint8_t> ended;
    for (std::size_t i = 0; i < 50; ++i)
      for (std::size_t copy = 0; copy <= i % 3; ++copy) {
        duration.push_back(columns.duration[i]), ended.push_back(columns.ended[i]);
        first.push_back(std::get<Column<double>>(columns.attributes.at("first"))[i]);
        second.push_back(std::get<Column<double>>(columns.attributes.at("second"))[i]);
      }
    Frame attributes;
    attributes.add("first", Column<double>(first));
    attributes.add("second", Column<double>(second));
    for (std::size_t i = 0; i < 50; ++i) weight.push_back(static_cast<double>(1 + i % 3));
    columns.weight = weight;
    const CoxOptions options{.covariates = {"first", "second"}, .ties = CoxTies::breslow, .penalty = 7};
    const auto weighted = cox(Lifetimes(columns), options);
    const auto copied =
        cox(Lifetimes({.duration = duration, .ended = ended, .attributes = attributes}), options);
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(weighted.coef[i] == doctest::Approx(copied.coef[i]).epsilon(1e-10));
      CHECK(weighted.std_error[i] == doctest::Approx(copied.std_error[i]).epsilon(1e-10));
    }
  }
  TEST_CASE("a penalty gives coefficients to covariates that tell the same, or all") {
    const auto first = normal(7, 60);
    auto columns = random_lives(8, 60, first, first);
    std::vector<double> order;  // those that end earlier have more of it
    for (std::size_t i = 0; i < 60; ++i) order.push_back(1e8 - 1e6 * columns.duration[i]);
    columns.attributes.add("order", Column<double>(order));
    columns.attributes.add("constant", Column<double>(std::vector<double>(60, 3.5)));
    const Lifetimes lives(columns);
    const auto twice = cox(lives, {.covariates = {"first", "second", "constant"}, .penalty = 4});
    const auto once = cox(lives, {.covariates = {"first"}, .penalty = 2});
    CHECK(codes(twice) == std::vector<std::string>{"constant_covariate"});
    CHECK(std::isnan(twice.coef[2]));
    CHECK(twice.coef[0] == doctest::Approx(once.coef[0] / 2).epsilon(1e-10));
    CHECK(twice.coef[1] == doctest::Approx(once.coef[0] / 2).epsilon(1e-10));
    const auto separated = cox(lives, {.covariates = {"order"}, .ties = CoxTies::breslow, .penalty = 1e-3});
    CHECK(separated.findings.empty());
    CHECK(separated.coef[0] > 0);
    CHECK(separated.std_error[0] > 0);
    // At the largest the slope of the likelihood is the penalty's.
    double sum = 0, square = 0, slope = 0;
    for (const double value : order) sum += value;
    for (const double value : order) square += (value - sum / 60) * (value - sum / 60) / 60;
    for (std::size_t i = 0; i < 60; ++i) {
      if (columns.ended[i] == 0) continue;
      double risk = 0, moment = 0;
      for (std::size_t k = 0; k < 60; ++k)
        if (columns.duration[k] >= columns.duration[i]) {
          const double each = std::exp(separated.coef[0] * (order[k] - order[i]));
          risk += each, moment += each * (order[i] - order[k]);
        }
      slope += moment / risk;
    }
    CHECK(slope == doctest::Approx(1e-3 * square * separated.coef[0]).epsilon(1e-6));
    // What strata tell has nothing to gain, nor has what the largest penalty is on.
    std::vector<double> half;
    for (int i = 0; i < 60; ++i) half.push_back(i % 2);
    columns.attributes.add("half", Column<double>(half));
    const auto told =
        cox(Lifetimes(columns), {.covariates = {"half", "first"}, .strata = {"half"}, .penalty = 4});
    CHECK(std::abs(told.coef[0]) < 1e-15);
    CHECK(told.std_error[0] == doctest::Approx(1).epsilon(1e-12));  // 1 / (root of 4 x half)
    CHECK(told.sampling_std_error[0] < 1e-7);
    const auto none = cox(lives, {.covariates = {"first"}, .penalty = 1e100});
    CHECK(std::abs(none.coef[0]) < 1e-90);
    CHECK(none.likelihood_ratio_p_value == doctest::Approx(1));
    CHECK(none.effective_degrees_of_freedom < 1e-90);
  }
  TEST_CASE("more covariates than ends have coefficients with a penalty") {
    Frame attributes;
    std::vector<std::string> names;
    for (std::uint64_t i = 0; i < 6; ++i) {
      names.push_back(fmt::format("x{}", i));
      attributes.add(names.back(), Column<double>(normal(20 + i, 5)));
    }
    const Lifetimes lives({.duration = std::vector<double>{1, 2, 3, 4, 5},
                           .ended = std::vector<std::uint8_t>{1, 0, 1, 0, 0},
                           .attributes = attributes});
    const auto model = cox(lives, {.covariates = names, .penalty = .1});
    CHECK(model.findings.empty());
    for (const double coef : model.coef) CHECK(std::abs(coef) < 100);
    CHECK(model.effective_degrees_of_freedom < 6);
    const auto robust = cox(lives, {.covariates = names, .penalty = .1, .robust = true});
    for (const double error : robust.std_error) CHECK(error >= 0);
  }
  TEST_CASE("a penalty that vanishes leaves the model as it was; factors of 0 do at once") {
    const Lifetimes lives(test::lung());
    const CoxOptions none{.covariates = {"age", "sex", "ph.ecog"}};
    CoxOptions small = none, free = none, factors = none;
    small.penalty = 1e-9;
    free.penalty = 100, free.penalty_factors = {0, 0, 0};
    factors.penalty_factors = {3, 2, 1};
    const CoxModel model = cox(lives, none);
    CHECK(cox(lives, factors).coef == model.coef);
    CHECK(model.sampling_std_error.empty());
    CHECK(model.effective_degrees_of_freedom == 3);
    for (const CoxModel& other : {cox(lives, small), cox(lives, free)})
      for (std::size_t i = 0; i < 3; ++i) {
        CHECK(other.coef[i] == near(model.coef[i]));
        CHECK(other.std_error[i] == near(model.std_error[i]));
        CHECK(other.sampling_std_error[i] == near(model.std_error[i]));
      }
    // Levels of a text share a factor.
    auto columns = test::lung();
    std::vector<std::string> level;
    for (int i = 0; i < 228; ++i) level.push_back(std::string(1, static_cast<char>('a' + i % 3)));
    columns.attributes.add("level", test::texts(level));
    columns.attributes.add("b", Column<double>([&] {
                             std::vector<double> values;
                             for (const auto& each : level) values.push_back(each == "b" ? 1 : 0);
                             return values;
                           }()));
    columns.attributes.add("c", Column<double>([&] {
                             std::vector<double> values;
                             for (const auto& each : level) values.push_back(each == "c" ? 1 : 0);
                             return values;
                           }()));
    const auto texts =
        cox(Lifetimes(columns), {.covariates = {"level", "age"}, .penalty = 9, .penalty_factors = {2, 0}});
    const auto numbers = cox(Lifetimes(columns),
                             {.covariates = {"b", "c", "age"}, .penalty = 9, .penalty_factors = {2, 2, 0}});
    CHECK(texts.coef == numbers.coef);
  }
  TEST_CASE("bad settings and data are refused by name") {
    const Lifetimes penalized(test::lung());
    CHECK_THROWS_WITH(cox(penalized, {.covariates = {"age"}, .penalty = -1}),
                      "cox: penalty = -1 is not a number >= 0");
    CHECK_THROWS_WITH(cox(penalized, {.covariates = {"age"}, .penalty = std::nan("")}),
                      "cox: penalty = nan is not a number >= 0");
    CHECK_THROWS_WITH(cox(penalized, {.covariates = {"age"}, .penalty = HUGE_VAL}),
                      "cox: penalty = inf is too large to compute with");
    CHECK_THROWS_WITH(cox(penalized, {.covariates = {"age", "sex"}, .penalty_factors = {1}}),
                      "cox: penalty_factors = 1 numbers are not one for each of 2 covariates");
    CHECK_THROWS_WITH(cox(penalized, {.covariates = {"age", "sex"}, .penalty_factors = {1, -.5}}),
                      "cox: penalty_factors[1] = -0.5 is not a number >= 0");
    LifetimeColumns small = test::lung();
    small.attributes.add("small", Column<double>([] {
                           std::vector<double> values;
                           for (int i = 0; i < 228; ++i) values.push_back(1e-130 * (i % 5));
                           return values;
                         }()));
    CHECK_THROWS_WITH(
        cox(Lifetimes(small), {.covariates = {"small"}, .penalty = 1e60, .standardize = false}),
        "cox: standardize = false makes the penalty of small covariates too large to compute with");
    const Lifetimes lives(test::lung());
    CHECK_THROWS_WITH(cox(lives, {.covariates = {}}),
                      "cox: covariates = 0 names were given; a model needs one");
    CHECK_THROWS_WITH(
        cox(lives, {.covariates = {"plan"}}),
        "cox: covariates = \"plan\" is no attribute of the lives; there are sex, ph.ecog, age, inst");
    CHECK_THROWS_WITH(cox(lives, {.covariates = {"age"}, .confidence = 0}),
                      "cox: confidence = 0 is not in (0, 1)");
    CHECK_THROWS_WITH(cox(lives, {.covariates = {"age"}, .tolerance = 0}),
                      "cox: tolerance = 0 is not in (0, 1)");
    CHECK_THROWS_WITH_AS(cox(lives, {.covariates = {"age", "sex"}, .max_iterations = 1}),
                         "cox: max_iterations = 1 steps do not reach the tolerance", NotConverged);
    auto columns = test::lung();
    columns.ended = std::vector<std::uint8_t>(228, 0);
    CHECK_THROWS_WITH(cox(Lifetimes(columns), {.covariates = {"age"}}),
                      "cox: lives = 228 rows none of which has ended tell no hazard");
    columns = test::lung();
    columns.attributes.add("bad", Column<double>(std::vector<double>(228, HUGE_VAL)));
    CHECK_THROWS_WITH(cox(Lifetimes(columns), {.covariates = {"bad"}}),
                      "cox: bad[0] = inf is not a finite number");
  }
}
