// SPDX-License-Identifier: MIT
#include <fealty/survival/fine_gray.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "data.hpp"
#include "refusal.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)
using enum fealty::survival::WatchingChance;

namespace {

/// Steps that do not converge are told, too.
constexpr auto refusal = [](const auto& f) { return test::refusal<Error>(f); };

doctest::Approx near(double value, double epsilon) { return doctest::Approx(value).epsilon(epsilon); }
FineGrayOptions options(WatchingChance chances, CoxTies ties = CoxTies::efron, std::string cause = "a") {
  return {.cause = std::move(cause),
          .covariates = {"age", "sex"},
          .ties = ties,
          .chances = chances,
          .tolerance = 1e-12};
}
struct Expected {
  std::vector<double> coef, std_error, naive;
  double null_log_likelihood, log_likelihood;
};
void check(const FineGrayModel& model, const Expected& expected) {
  REQUIRE(model.coef.size() == expected.coef.size());
  for (std::size_t i = 0; i < model.coef.size(); ++i) {
    CHECK(model.coef[i] == near(expected.coef[i], 1e-10));
    CHECK(model.std_error[i] == near(expected.std_error[i], 1e-10));
    CHECK(model.naive_std_error[i] == near(expected.naive[i], 1e-10));
  }
  CHECK(model.null_log_likelihood == near(expected.null_log_likelihood, 1e-11));
  CHECK(model.log_likelihood == near(expected.log_likelihood, 1e-11));
}
/// Two models that are the same, but for rounding.
void check_same(const FineGrayModel& a, const FineGrayModel& b, double epsilon) {
  REQUIRE(a.coef.size() == b.coef.size());
  for (std::size_t i = 0; i < a.coef.size(); ++i) {
    CHECK(std::abs(a.coef[i] - b.coef[i]) < epsilon * a.std_error[i]);
    CHECK(a.std_error[i] == near(b.std_error[i], epsilon));
  }
}
/// Lung cancer by other rows: each as often as a list has it.
Lifetimes picked(const std::vector<std::size_t>& rows, bool weighted = false, bool late = true) {
  const LifetimeColumns all = test::lung_causes(late);
  std::vector<double> duration, entry, weight, age, sex;
  std::vector<std::uint32_t> cause;
  std::vector<std::int64_t> id;
  const auto& ages = std::get<Column<double>>(all.attributes.at("age"));
  const auto& sexes = std::get<Column<double>>(all.attributes.at("sex"));
  for (const std::size_t row : rows) {
    duration.push_back(all.duration[row]);
    if (late) entry.push_back(all.entry[row]);
    weight.push_back(static_cast<double>(1 + row % 3));
    cause.push_back(all.cause.codes()[row]);
    age.push_back(ages[row]), sex.push_back(sexes[row]);
    id.push_back(static_cast<std::int64_t>(row));
  }
  Frame attributes;
  attributes.add("age", Column<double>(std::move(age)));
  attributes.add("sex", Column<double>(std::move(sex)));
  attributes.add("id", Column<std::int64_t>(std::move(id)));
  LifetimeColumns columns{.duration = std::move(duration),
                          .cause = IdColumn(std::move(cause), all.cause.ids()),
                          .attributes = attributes};
  if (late) columns.entry = std::move(entry);
  if (weighted) columns.weight = std::move(weight);
  return Lifetimes(columns);
}
std::vector<std::size_t> all_rows() {
  std::vector<std::size_t> rows(228);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}
}  // namespace

TEST_SUITE("survival/fine_gray") {
  TEST_CASE("lung with two causes agrees with R's finegray and coxph") {
    const Lifetimes lives(test::lung_causes());
    const auto model = fine_gray(lives, options(known));
    check(model, {{0.0130477177889, -0.4819363693834},
                  {0.011435179959, 0.200131971389},
                  {0.0113113793485, 0.2097607018798},
                  -526.814795246,
                  -523.083742408});
    CHECK(model.wald == near(7.4620400811, 1e-9));
    CHECK(model.wald_p_value == near(std::exp(-7.4620400811 / 2), 1e-9));
    CHECK(model.covariate == std::vector<std::string>{"age", "sex"});
    CHECK(model.exp_coef[1] == near(std::exp(-0.4819363693834), 1e-10));
    CHECK(model.lower[1] == near(std::exp(-0.4819363693834 - 1.959963984540054 * 0.200131971389), 1e-9));
    CHECK(model.cause == "a");
    CHECK(model.lives == 228);
    CHECK(model.ended + model.competing == 165);
    CHECK(model.degrees_of_freedom == 2);
    check(fine_gray(lives, options(known, CoxTies::breslow)), {{0.0130395581254, -0.4816757034215},
                                                               {0.011418750150, 0.199909898876},
                                                               {0.011311210781, 0.209761626886},
                                                               -526.912409619,
                                                               -523.185612483});
    check(fine_gray(lives, options(known, CoxTies::efron, "b")), {{0.00519377118333, -0.12317111769545},
                                                                  {0.0145210703038, 0.2745218808258},
                                                                  {0.0150093934398, 0.2792420096536},
                                                                  -286.267093325,
                                                                  -286.090567787});
  }
  TEST_CASE("strata, delayed entries and cases agree with it too") {
    check(fine_gray(
              Lifetimes(test::lung_causes()),
              {.cause = "a", .covariates = {"age"}, .strata = {"sex"}, .chances = known, .tolerance = 1e-12}),
          {{0.0120380683735}, {0.0111091633816}, {0.0112529154989}, -458.470426493, -457.888298723});
    check(fine_gray(Lifetimes(test::lung_causes(true)), options(known)), {{0.0123548850689, -0.4439652309372},
                                                                          {0.0113165507449, 0.2010020893314},
                                                                          {0.0112901985939, 0.2100155841211},
                                                                          -523.889006268,
                                                                          -520.659234893});
    check(fine_gray(picked(all_rows(), true, false), options(known, CoxTies::breslow)),
          {{0.0127468545773, -0.5438287772938},
           {0.00943388015618, 0.16987439209242},
           {0.00934023884025, 0.17655339840988},
           -909.267387344,
           -902.776366718});
  }
  TEST_CASE("without ties it agrees with R's cmprsk, whose errors count that chances are estimated") {
    check(fine_gray(Lifetimes(test::lung_causes(false, true)), options(estimated, CoxTies::breslow)),
          {{0.0130457211615, -0.4815356407351},
           {0.011429756017, 0.200378945851},
           {0.0113106391963, 0.2097620708636},
           -526.819888314,
           -523.093957803});
    // With delayed entries, life by life as fine_gray.R has it.
    check(fine_gray(Lifetimes(test::lung_causes(true, true)), options(estimated, CoxTies::breslow)),
          {{0.0123755236226, -0.4435920981123},
           {0.0113051116306, 0.2012068438261},
           {0.0112875102001, 0.2100120851601},
           -523.916261897,
           -520.688602086});
  }
  TEST_CASE("without another cause it is the model of Cox, with robust errors") {
    auto columns = test::lung();
    std::vector<std::string> cause;
    for (const auto each : columns.ended.values()) cause.emplace_back(each != 0 ? "a" : "");
    const auto expected = cox(Lifetimes(columns), {.covariates = {"age", "sex"}, .robust = true});
    columns.ended = {};
    columns.cause = test::texts(cause);
    for (const auto chances : {known, estimated}) {
      const auto model = fine_gray(Lifetimes(columns), options(chances));
      for (std::size_t i = 0; i < 2; ++i) {
        CHECK(model.coef[i] == near(expected.coef[i], 1e-9));
        CHECK(model.std_error[i] == near(expected.std_error[i], 1e-9));
      }
      CHECK(model.competing == 0);
      CHECK(model.log_likelihood == near(expected.log_likelihood, 1e-12));
    }
  }
  TEST_CASE("neither the order of rows nor threads change it, and cases are rows, or clusters of them") {
    std::vector<std::size_t> rows = all_rows(), single;
    for (const std::size_t row : rows) single.insert(single.end(), 1 + row % 3, row);
    const auto expected = fine_gray(picked(rows, true), options(estimated, CoxTies::breslow));
    check_same(fine_gray(picked(single), options(estimated, CoxTies::breslow)), expected, 1e-9);
    std::shuffle(rows.begin(), rows.end(), std::mt19937_64(5));
    check_same(fine_gray(picked(rows, true), options(estimated, CoxTies::breslow)), expected, 1e-10);
    auto alone = options(estimated, CoxTies::breslow);
    alone.threads = 1;
    CHECK(fine_gray(picked(rows, true), alone).coef ==
          fine_gray(picked(rows, true), options(estimated, CoxTies::breslow)).coef);
    // Copies of a life in one cluster are one life that weighs more.
    auto by_id = options(estimated, CoxTies::breslow);
    by_id.cluster = "id";
    check_same(fine_gray(picked(single), by_id), fine_gray(picked(all_rows(), true), by_id), 1e-9);
  }
  TEST_CASE("errors with estimated chances are those of the estimate, as rows are drawn anew") {
    // The jackknife: what leaving out each life changes.
    const Lifetimes lives = picked(all_rows());
    const auto model = fine_gray(lives, options(estimated));
    double squares[2] = {0, 0};
    for (std::size_t out = 0; out < 228; ++out) {
      std::vector<std::size_t> rows = all_rows();
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(out));
      const auto without = fine_gray(picked(rows), options(estimated));
      for (std::size_t i = 0; i < 2; ++i) squares[i] += std::pow(without.coef[i] - model.coef[i], 2);
    }
    for (std::size_t i = 0; i < 2; ++i) CHECK(model.std_error[i] == near(std::sqrt(squares[i]), 0.03));
  }
  TEST_CASE("a covariate that is constant or told by others has no coefficient") {
    auto columns = test::lung_causes();
    columns.attributes.add("one", Column<double>(std::vector<double>(228, 1)));
    const auto model = fine_gray(Lifetimes(columns), {.cause = "a", .covariates = {"age", "one", "age"}});
    CHECK(std::isnan(model.coef[1]));
    CHECK(std::isnan(model.coef[2]));
    REQUIRE(model.findings.size() == 2);
    CHECK(model.findings[0].message == "fine_gray: one is the same in all lives; it has no coefficient");
    CHECK(model.findings[1].code == "collinear_covariate");
    const auto none = fine_gray(Lifetimes(columns), {.cause = "a", .covariates = {"one"}});
    CHECK(none.degrees_of_freedom == 0);
    CHECK(std::isnan(none.std_error[0]));
  }
  TEST_CASE("one life") {
    Frame attributes;
    attributes.add("x", Column<double>(std::vector<double>{1}));
    const auto model = fine_gray(
        Lifetimes(
            {.duration = std::vector<double>{3}, .cause = test::texts({"a"}), .attributes = attributes}),
        {.cause = "a", .covariates = {"x"}});
    CHECK(model.ended == 1);
    CHECK(std::isnan(model.coef[0]));
  }
  TEST_CASE("bad settings and lives are refused by name") {
    const Lifetimes lives(test::lung_causes());
    const auto said = [&](const FineGrayOptions& wrong) { return refusal([&] { fine_gray(lives, wrong); }); };
    CHECK(said({.cause = "c", .covariates = {"age"}}) ==
          "fine_gray: cause = \"c\" is no cause of the lives; there are a, b");
    CHECK(said({.cause = "", .covariates = {"age"}}) ==
          "fine_gray: cause = \"\" is no cause of the lives; there are a, b");
    CHECK(refusal([] {
            auto columns = test::lung();
            fine_gray(Lifetimes(columns), {.cause = "", .covariates = {"age"}});
          }) == "fine_gray: cause = \"\" is no cause of the lives; there are none");
    CHECK(said({.cause = "a", .covariates = {}}) ==
          "fine_gray: covariates = 0 names were given; a model needs one");
    CHECK(said({.cause = "a", .covariates = {"plan"}}) ==
          "fine_gray: covariates = \"plan\" is no attribute of the lives; there are age, sex");
    CHECK(said({.cause = "a", .covariates = {"age"}, .ties = CoxTies::exact}) ==
          "fine_gray: ties = exact is for lives without weights; those of other causes have them");
    CHECK(said({.cause = "a", .covariates = {"age"}, .tolerance = 0}) ==
          "fine_gray: tolerance = 0 is not in (0, 1)");
    CHECK(said({.cause = "a", .covariates = {"age"}, .max_iterations = 0}) ==
          "fine_gray: max_iterations = 0 is less than 1");
    CHECK(said({.cause = "a", .covariates = {"age"}, .confidence = 1}) ==
          "fine_gray: confidence = 1 is not in (0, 1)");
    CHECK(said({.cause = "a", .covariates = {"age", "sex"}, .max_iterations = 1}) ==
          "fine_gray: max_iterations = 1 steps do not reach the tolerance");
  }
  TEST_CASE("stretches of one life, and ages before which nobody is left, are refused") {
    const auto table = [](std::vector<double> entry, std::vector<double> duration,
                          const std::vector<std::string>& cause, bool accounts) {
      Frame attributes;
      std::vector<double> x;
      for (std::size_t i = 0; i < duration.size(); ++i) x.push_back(static_cast<double>(i * i % 5));
      attributes.add("x", Column<double>(std::move(x)));
      LifetimeColumns columns{.duration = std::move(duration),
                              .entry = std::move(entry),
                              .cause = test::texts(cause),
                              .attributes = attributes};
      if (accounts) columns.account = IdColumn(std::vector<std::string>{"A", "A", "B", "B"});
      return refusal([&] { fine_gray(Lifetimes(columns), {.cause = "a", .covariates = {"x"}}); });
    };
    CHECK(table({0, 5, 1, 9}, {5, 9, 8, 12}, {"", "a", "b", "a"}, true) ==
          "fine_gray: entry[1] = 5 goes on where row 0 of its account leaves off; each row has to be a life");
    CHECK(table({0, 6, 1, 7}, {5, 9, 8, 12}, {"", "a", "b", "a"}, true) == "nothing");
    CHECK(table({0, 6, 6, 7}, {5, 9, 8, 12}, {"b", "a", "", "a"}, false) ==
          "fine_gray: entry leaves nobody at risk for a while after age 5, at which one ended by another "
          "cause: how many had entered is not known");
  }
}
