// SPDX-License-Identifier: MIT
#include <fealty/survival/conditional_survival.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/survival_at.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-12); }
Lifetimes of(std::vector<std::int32_t> duration, std::vector<std::uint8_t> ended) {
  return Lifetimes({.duration = std::move(duration), .ended = std::move(ended)});
}
Frame aged(std::vector<double> ages) {
  Frame frame;
  frame.add("age", Column<double>(std::move(ages)));
  return frame;
}
Frame aged(std::vector<double> ages, std::vector<double> weights) {
  Frame frame = aged(std::move(ages));
  frame.add("mrr", Column<double>(std::move(weights)));
  return frame;
}

}  // namespace

TEST_SUITE("survival/conditional_survival") {
  TEST_CASE("lung of patients who lived so long agrees with R") {
    const auto found =
        conditional_survival(Lifetimes(test::lung()), aged({250, 100, 250}), {.ahead = {365, 90, 180}});
    CHECK(found.given_age == std::vector<double>{100, 100, 100, 250, 250, 250});
    CHECK(found.ahead == std::vector<double>{90, 180, 365, 90, 180, 365});
    CHECK(found.customers == std::vector<std::int64_t>{1, 1, 1, 2, 2, 2});
    CHECK(found.at_risk == std::vector<std::int64_t>{151, 104, 43, 78, 52, 23});
    const double survival[]{.80367330830984, .66589224892062, .35600237920265,
                            .78891947132050, .59708704215909, .34305071579556};
    const double std_error[]{.02857173792584, .03493511152128, .03977214596602,
                             .04013626524556, .04983478682304, .05233274855032};
    const double lower[]{.74035170523161, .59236971635695, .27894944151741,
                         .69694498214544, .49253069581977, .24296670772556};
    const double upper[]{.85308325720509, .72922576107479, .43365446229794,
                         .85582334866250, .68693592977460, .44529099754442};
    for (std::size_t i = 0; i < 6; ++i) {
      CHECK(found.survival[i] == near(survival[i]));
      CHECK(found.std_error[i] == near(std_error[i]));
      CHECK(found.lower[i] == near(lower[i]));
      CHECK(found.upper[i] == near(upper[i]));
      CHECK(found.expected_ended[i] == near((i < 3 ? 1 : 2) * (1 - survival[i])));
    }
  }
  TEST_CASE("by sex and with weights it agrees with R") {
    Frame customers = aged({200, 200});
    customers.add("sex", Column<double>(std::vector<double>{2, 1}));
    const auto by_sex =
        conditional_survival(Lifetimes(test::lung()), customers, {.ahead = {180}, .by = {"sex"}});
    CHECK(by_sex.group.text(0) == "1");
    CHECK(by_sex.at_risk == std::vector<std::int64_t>{34, 28});
    CHECK(by_sex.survival[0] == near(.53759498658697));
    CHECK(by_sex.std_error[0] == near(.06087482223039));
    CHECK(by_sex.survival[1] == near(.64047122112860));
    CHECK(by_sex.lower[1] == near(.49278979134793));

    auto columns = test::lung();
    std::vector<double> weight(228);
    for (std::size_t i = 0; i < 228; ++i) weight[i] = static_cast<double>(1 + i % 3);
    columns.weight = weight;
    const auto cases = conditional_survival(Lifetimes(columns), aged({100}), {.ahead = {180}});
    CHECK(cases.survival[0] == near(.67126626992027));
    CHECK(cases.std_error[0] == near(.02473423079291));
    for (std::size_t i = 0; i < 228; ++i) weight[i] = .5 + static_cast<double>((i + 1) % 7) / 4;
    columns.weight = weight;
    const auto sampling = conditional_survival(Lifetimes(columns), aged({100}), {.ahead = {180}});
    CHECK(sampling.robust);
    CHECK(sampling.survival[0] == near(.67479638757443));
    CHECK(sampling.std_error[0] == near(.03727738345615));
    CHECK(sampling.upper[0] == near(.74178579141202));
  }
  TEST_CASE("a band is the mean of its customers, by what they count for") {
    const Lifetimes lives(test::lung());
    const auto each = conditional_survival(lives, aged({10, 100, 250}), {.ahead = {180}});
    const auto band = conditional_survival(lives, aged({250, 10, 100, 10}, {5, 1, 3, 1}),
                                           {.ahead = {180}, .weight = "mrr", .bands = {0, 200}});
    CHECK(band.given_age == std::vector<double>{0, 200});
    CHECK(band.customers == std::vector<std::int64_t>{3, 1});
    CHECK(band.weight == std::vector<double>{5, 5});
    CHECK(band.survival[0] == near((2 * each.survival[0] + 3 * each.survival[1]) / 5));
    CHECK(band.survival[1] == near(each.survival[2]));
    CHECK(band.std_error[1] == near(each.std_error[2]));
    CHECK(band.expected_ended[1] == near(5 * (1 - each.survival[2])));
    CHECK(band.expected_ended_lower[1] == near(5 * (1 - each.upper[2])));
    CHECK(band.expected_ended_upper[1] == near(5 * (1 - each.lower[2])));
  }
  TEST_CASE("the mean of a band and its error agree with R's influences") {
    const Frame customers = aged({20, 100, 100, 250, 400}, {1, 2, 3, 4, 5});
    ConditionalSurvivalOptions options{.ahead = {90, 365}, .weight = "mrr", .bands = {0}};
    const auto found = conditional_survival(Lifetimes(test::lung()), customers, options);
    CHECK(found.survival[0] == near(.796165760891897));
    CHECK(found.std_error[0] == near(.023791449236692));
    CHECK(found.survival[1] == near(.315490204502903));
    CHECK(found.std_error[1] == near(.038129748167984));
    options.cluster = "inst";
    const auto by_site = conditional_survival(Lifetimes(test::lung()), customers, options);
    CHECK(by_site.robust);
    CHECK(by_site.std_error[0] == near(.019988529982773));
    CHECK(by_site.std_error[1] == near(.027650420868897));
  }
  TEST_CASE("the error of a band is that of how much each life moves its mean") {
    for (const bool late : {false, true})
      for (const bool weighted : {false, true}) {
        const test::RandomLives random(3, 60);
        const Frame customers = aged({2, 9, 9, 15, 20}, {1, 2, 3, 4, 5});
        const ConditionalSurvivalOptions options{.ahead = {8}, .weight = "mrr", .bands = {0}, .robust = true};
        const auto found = conditional_survival(random.table(late, weighted), customers, options);
        double squares = 0;
        for (std::size_t row = 0; row < random.size(); ++row) {
          const double weight = weighted ? random.weight[row] : 1, step = 1e-4 * weight;
          test::RandomLives more = random, less = random;
          if (!weighted) std::fill(more.weight.begin(), more.weight.end(), 1.0), less.weight = more.weight;
          more.weight[row] += step, less.weight[row] -= step;
          const double change = conditional_survival(more.table(late, true), customers, options).survival[0] -
                                conditional_survival(less.table(late, true), customers, options).survival[0];
          squares += std::pow(change / (2 * step) * weight, 2);
        }
        CHECK(found.std_error[0] == doctest::Approx(std::sqrt(squares)).epsilon(1e-6));
        if (!weighted) {  // what does not stand for others moves as much as Greenwood says
          ConditionalSurvivalOptions plain = options;
          plain.robust = false;
          const auto greenwood = conditional_survival(random.table(late, false), customers, plain);
          if (!late) CHECK(found.std_error[0] == near(greenwood.std_error[0]));
        }
      }
  }
  TEST_CASE("each age is the curve of lives that have passed it, of any lives") {
    for (const bool late : {false, true})
      for (const bool weighted : {false, true}) {
        const test::RandomLives random(late ? 5 : 6, 300);
        const Lifetimes lives = random.table(late, weighted);
        std::vector<double> ages;
        std::vector<std::string> groups;
        for (const char* group : {"a", "b", "c"})
          for (int age = 0; age < 45; ++age) ages.push_back(age), groups.emplace_back(group);
        Frame customers = aged(ages);
        customers.add("group", IdColumn(groups));
        const auto found = conditional_survival(lives, customers, {.ahead = {1, 10, 30}, .by = {"group"}});
        REQUIRE(found.survival.size() == 3 * ages.size());
        for (std::size_t row = 0; row < found.survival.size(); ++row) {
          const double age = found.given_age[row], until = age + found.ahead[row];
          const auto curve = kaplan_meier(lives, {.by = {"group"}, .given_age = age});
          const auto at = survival_at(curve, {.times = {until}});
          std::size_t mine = 0;
          while (mine < at.time.size() && at.group.text(mine) != found.group.text(row)) ++mine;
          const bool none = mine == at.time.size();
          const double survival = none ? std::nan("") : at.survival[mine];
          CHECK(found.unknown[row] == (std::isnan(survival) ? 1 : 0));
          if (std::isnan(survival)) {
            CHECK(std::isnan(found.survival[row]));
            continue;
          }
          CHECK(found.survival[row] == near(survival));
          CHECK(found.at_risk[row] == at.at_risk[mine]);
          if (survival > 0) CHECK(found.std_error[row] == near(at.std_error[mine]));
          else CHECK(std::isnan(found.std_error[row]));
          if (!std::isnan(at.lower[mine])) CHECK(found.lower[row] == near(at.lower[mine]));
        }
      }
  }
  TEST_CASE("beyond the last life nothing is known, and the others count alone") {
    const auto found = conditional_survival(of({1, 3, 5, 8}, {1, 1, 0, 0}), aged({0, 4, 9}, {1, 2, 4}),
                                            {.ahead = {4}, .weight = "mrr", .bands = {0}});
    CHECK(found.customers[0] == 3);
    CHECK(found.unknown[0] == 1);  // 4 + 4 is the last life's age, 9 + 4 beyond it
    CHECK(found.weight[0] == 7);
    CHECK(found.unknown_weight[0] == 4);
    CHECK(found.survival[0] == near((1 * .5 + 2 * 1) / 3));
    CHECK(found.expected_ended[0] == near(.5));
    CHECK(found.at_risk[0] == 1);
    const auto none = conditional_survival(of({1, 3}, {1, 0}), aged({2, 7}), {.ahead = {9}, .bands = {0}});
    CHECK(none.unknown[0] == 2);
    CHECK(std::isnan(none.survival[0]));
    CHECK(std::isnan(none.expected_ended[0]));
    CHECK(none.at_risk[0] == 0);
  }
  TEST_CASE("a curve that has come down to 0 stays there") {
    const auto found = conditional_survival(of({1, 3}, {1, 1}), aged({0, 2, 3}), {.ahead = {9}});
    CHECK(found.survival[0] == 0);
    CHECK(found.survival[1] == 0);
    CHECK(found.expected_ended[1] == 1);
    CHECK(std::isnan(found.std_error[0]));
    CHECK(std::isnan(found.survival[2]));  // nobody has been older
  }
  TEST_CASE("who enters after all have ended begins a curve anew") {
    const Lifetimes lives({.duration = std::vector<double>{2, 9, 10},
                           .entry = std::vector<double>{0, 4, 4},
                           .ended = std::vector<std::uint8_t>{1, 1, 0}});
    const auto found = conditional_survival(lives, aged({1, 5}), {.ahead = {4}});
    CHECK(found.survival == std::vector<double>{0, .5});
  }
  TEST_CASE("no life, no customer, one of each") {
    const auto nobody = conditional_survival(Lifetimes(test::lung()), aged({}), {.ahead = {1}});
    CHECK(nobody.survival.empty());
    const auto unknown = conditional_survival(of({}, {}), aged({3}), {.ahead = {1}});
    CHECK(unknown.customers == std::vector<std::int64_t>{1});
    CHECK(unknown.unknown == std::vector<std::int64_t>{1});
    CHECK(std::isnan(unknown.survival[0]));
    const auto one = conditional_survival(of({5}, {0}), aged({2}), {.ahead = {3}});
    CHECK(one.survival[0] == 1);
    CHECK(one.std_error[0] == 0);
    CHECK(one.lower[0] == 1);
  }
  TEST_CASE("a state and any order of customers give the same") {
    const test::RandomLives random(9, 200);
    const Lifetimes lives = random.table(false, true);
    const auto a = conditional_survival(lives, aged({1, 5, 5, 20}, {.1, .2, .3, .4}),
                                        {.ahead = {5, 9}, .weight = "mrr", .bands = {0, 3}});
    const auto b = conditional_survival(LifeTable(lives), aged({5, 20, 1, 5}, {.3, .4, .1, .2}),
                                        {.ahead = {9, 5}, .weight = "mrr", .bands = {0, 3}});
    for (std::size_t row = 0; row < 4; ++row) {
      CHECK(a.survival[row] == near(b.survival[row]));
      CHECK(a.std_error[row] == near(b.std_error[row]));
    }
  }
  TEST_CASE("what is wrong is refused by name") {
    const Lifetimes lives(test::lung());
    using O = ConditionalSurvivalOptions;
    const auto fails = [&](const Frame& customers, const O& options, const char* text) {
      CHECK_THROWS_WITH(conditional_survival(lives, customers, options), text);
    };
    fails(aged({1}), {.ahead = {0}}, "conditional_survival: ahead = 0 is not a length of time: a number > 0");
    fails(aged({1, -2}), {.ahead = {1}}, "conditional_survival: age[1] = -2 is not an age: a number >= 0");
    fails(aged({std::nan("")}), {.ahead = {1}},
          "conditional_survival: age[0] = null is not an age: a number >= 0");
    fails(aged({1}, {-1}), {.ahead = {1}, .weight = "mrr"},
          "conditional_survival: mrr[0] = -1 is not a number >= 0");
    fails(aged({1}), {.ahead = {1}, .bands = {2}},
          "conditional_survival: age[0] = 1 is below 2, the first of the bands");
    fails(aged({1}), {.ahead = {1}, .bands = {2, 2}},
          "conditional_survival: bands = 2 is not above 2, the one before");
    fails(aged({1}), {.ahead = {1}, .given = "days"},
          "conditional_survival: given = \"days\" is no attribute of the lives; there are age");
    fails(aged({1}), {.ahead = {1}, .confidence = 1},
          "conditional_survival: confidence = 1 is not in (0, 1)");
    Frame customers = aged({1});
    customers.add("sex", Column<double>(std::vector<double>{3}));
    fails(customers, {.ahead = {1}, .by = {"sex"}},
          "conditional_survival: customers = 3 is a group that no life is in");
    CHECK_THROWS_WITH(
        conditional_survival(LifeTable(lives), customers, {.ahead = {1}, .by = {"sex"}}),
        "conditional_survival: by = \"sex\" is an option for lives; a life table has its groups, and no "
        "clusters");
  }
}
