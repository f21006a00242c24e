// SPDX-License-Identifier: MIT
#include <fealty/survival/gray_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx gray_digits(double value) { return doctest::Approx(value).epsilon(1e-11); }

/// Lung cancer, where every third of those who died counts as dead of another cause.
LifetimeColumns lung_causes(std::size_t repeat = 1) {
  const auto data = test::read_numbers("lung.csv");
  std::vector<double> time, sex, ecog;
  std::vector<std::string> cause;
  for (std::size_t i = 0; i < data.at("time").size(); ++i)
    for (std::size_t r = 0; r < (repeat == 1 ? 1 : 1 + i % repeat); ++r) {
      time.push_back(data.at("time")[i]);
      sex.push_back(data.at("sex")[i]);
      ecog.push_back(data.at("ph.ecog")[i]);
      cause.emplace_back(data.at("status")[i] == 0 ? "none" : (i + 1) % 3 == 0 ? "b" : "a");
    }
  LifetimeColumns columns{.duration = std::move(time), .cause = cause, .censored = "none"};
  columns.attributes.add("sex", Column<double>(std::move(sex)));
  columns.attributes.add("ph.ecog", Column<double>(std::move(ecog)));
  return columns;
}

struct Drawn {
  std::vector<double> time;
  std::vector<std::string> cause;
  std::vector<std::int64_t> group, site;

  LifetimeColumns columns() const {
    LifetimeColumns lives{.duration = std::vector<double>(time), .cause = cause, .censored = "0"};
    lives.attributes.add("group", Column<std::int64_t>(std::vector<std::int64_t>(group)));
    lives.attributes.add("site", Column<std::int64_t>(std::vector<std::int64_t>(site)));
    return lives;
  }
};

/// The lives of data/gray_test.R.
Drawn drawn(std::int64_t seed) {
  std::int64_t state = 1000 * seed;
  const auto draw = [&](std::int64_t below) {
    state = 16807 * state % 2147483647;
    return below * state / 2147483647;
  };
  for (int i = 0; i < 3; ++i) draw(2);
  const std::int64_t n = 20 + draw(300);
  const std::int64_t groups = 2 + draw(4);
  const std::int64_t ages = 3 + draw(60);
  const std::int64_t causes = 2 + draw(2);
  const std::int64_t sites = 1 + draw(3);
  Drawn lives;
  for (std::int64_t i = 0; i < n; ++i) {
    const std::int64_t time = 1 + draw(ages);
    const std::int64_t cause = draw(causes + 1);
    const std::int64_t group = draw(groups);
    lives.time.push_back(static_cast<double>(time + (cause == 1 ? group : 0)));
    lives.cause.push_back(std::to_string(cause));
    lives.group.push_back(group);
    lives.site.push_back(draw(sites));
  }
  return lives;
}

std::string gray_error(const Lifetimes& lives, const GrayTestOptions& options) {
  try {
    gray_test(lives, options);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_SUITE("survival/gray_test") {
  TEST_CASE("lung by sex agrees with R's cmprsk") {  // data/gray_test.R
    const Lifetimes lives(lung_causes());
    const GrayTest a = gray_test(lives, {.cause = "a", .by = {"sex"}});
    CHECK(a.statistic == gray_digits(5.0215340769977166));
    CHECK(a.p_value == doctest::Approx(.0250339806034).epsilon(1e-10));
    CHECK(a.degrees_of_freedom == 1);
    CHECK(a.lives == std::vector<std::int64_t>{138, 90});
    CHECK(a.ended[0] + a.ended[1] == 108);
    CHECK(a.observed[0] + a.observed[1] == doctest::Approx(a.expected[0] + a.expected[1]).epsilon(1e-14));
    CHECK(a.group.text(1) == "2");
    CHECK(a.cause == "a");
    const GrayTest b = gray_test(lives, {.cause = "b", .by = {"sex"}});
    CHECK(b.statistic == gray_digits(.0645726157663406));
    CHECK(gray_test(lives, {.cause = "a", .by = {"sex"}, .rho = 1}).statistic ==
          gray_digits(7.37163202762071));
    CHECK(gray_test(lives, {.cause = "b", .by = {"sex"}, .rho = -0.5}).statistic ==
          gray_digits(.041066567525026));
  }

  TEST_CASE("time to value with churn as the competing cause agrees with R's cmprsk") {
    LifetimeColumns columns{
        .duration = std::vector<double>{1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 10},
        .cause = std::vector<std::string>{"1", "1", "2", "1", "0", "1", "2", "1", "0", "1", "0", "2"},
        .censored = "0"};
    columns.attributes.add("plan", IdColumn(std::vector<std::string>{"a", "a", "b", "a", "b", "a", "b", "a",
                                                                     "b", "b", "a", "b"}));
    const GrayTest test = gray_test(Lifetimes(columns), {.cause = "1", .by = {"plan"}});
    CHECK(test.statistic == doctest::Approx(5.744053315).epsilon(1e-9));
    CHECK(test.p_value == doctest::Approx(.0165445697).epsilon(1e-8));
    CHECK(test.ended == std::vector<std::int64_t>{5, 1});
  }

  TEST_CASE("strata and several groups agree with R's cmprsk") {
    const Lifetimes lives(lung_causes());
    const GrayTest strata = gray_test(lives, {.cause = "a", .by = {"sex"}, .strata = {"ph.ecog"}});
    CHECK(strata.statistic == gray_digits(4.6129637784150530));
    CHECK(strata.left_out == 1);
    CHECK(gray_test(lives, {.cause = "a", .by = {"sex"}, .strata = {"ph.ecog"}, .rho = 2}).statistic ==
          gray_digits(9.653482382549218));
    const GrayTest groups = gray_test(lives, {.cause = "b", .by = {"ph.ecog"}});
    CHECK(groups.statistic == gray_digits(2.36137058641037));
    CHECK(groups.degrees_of_freedom == 3);
  }

  TEST_CASE("cases count as so many rows") {
    const Lifetimes rows(lung_causes(3));
    CHECK(gray_test(rows, {.cause = "a", .by = {"sex"}}).statistic == gray_digits(8.910434716965204));
    LifetimeColumns columns = lung_causes();
    std::vector<double> weight(228);
    for (std::size_t i = 0; i < weight.size(); ++i) weight[i] = 1 + static_cast<double>(i % 3);
    columns.weight = std::move(weight);
    const Lifetimes cases(columns);
    CHECK(gray_test(cases, {.cause = "a", .by = {"sex"}}).statistic == gray_digits(8.910434716965204));
  }

  TEST_CASE("random lives with ties, causes, groups and strata agree with R's cmprsk") {
    const double oracle[][3] = {// of cause 1: rho 0, rho 1, strata
                                {1.52956589545012, 1.88816604480293, 1.99863360647526},
                                {2.14640014934572, 1.80246049245302, 1.00841264611153},
                                {0.5243249782272302, 0.5537797813094993, 0.4626865127197227},
                                {0.162640508372638, 0.291067044915233, 0.334500557765766},
                                {6.78825630299709, 5.94460716962831, 6.78825630299709},
                                {1.23187581571959, 0.943193128566872, 1.23187581571959},
                                {0.74768326739601, 1.04839185858532, 0.74768326739601},
                                {0.00443741470213467, 0.0390968867524195, 0.113753070293128},
                                {1.77167989593178, 1.71018826407085, 0.916983573559276},
                                {1.497051780402765, 1.659080195339290, 1.119420757685851},
                                {2.14673128070867, 2.40141035626299, 2.19809794809801},
                                {0.4909101400589210, 0.6961220290092788, 0.43488493741504280}};
    for (std::int64_t seed = 1; seed <= 12; ++seed) {
      CAPTURE(seed);
      const Lifetimes lives(drawn(seed).columns());
      const auto& figures = oracle[seed - 1];
      CHECK(gray_test(lives, {.cause = "1", .by = {"group"}}).statistic == gray_digits(figures[0]));
      CHECK(gray_test(lives, {.cause = "1", .by = {"group"}, .rho = 1}).statistic == gray_digits(figures[1]));
      CHECK(gray_test(lives, {.cause = "1", .by = {"group"}, .strata = {"site"}}).statistic ==
            gray_digits(figures[2]));
    }
  }

  TEST_CASE("neither the order of rows nor their partition counts") {
    const Drawn rows = drawn(3);
    const GrayTest test = gray_test(Lifetimes(rows.columns()), {.cause = "1", .by = {"group"}});
    std::vector<std::size_t> order(rows.time.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(1);
    std::shuffle(order.begin(), order.end(), random);
    Drawn parts[2];
    for (std::size_t i = 0; i < order.size(); ++i) {
      Drawn& part = parts[i % 2];
      part.time.push_back(rows.time[order[i]]);
      part.cause.push_back(rows.cause[order[i]]);
      part.group.push_back(rows.group[order[i]]);
      part.site.push_back(rows.site[order[i]]);
    }
    LifeTable table(Lifetimes(parts[0].columns()), {.by = {"group"}});
    table.merge(LifeTable(Lifetimes(parts[1].columns()), {.by = {"group"}}));
    const GrayTest merged = gray_test(table, {.cause = "1"});
    CHECK(merged.statistic == test.statistic);
    CHECK(merged.variance == test.variance);
  }

  TEST_CASE("where nothing can be compared there is no answer") {
    LifetimeColumns one{.duration = std::vector<double>{3}, .cause = std::vector<std::string>{"left"}};
    one.attributes.add("plan", IdColumn(std::vector<std::string>{"pro"}));
    const GrayTest single = gray_test(Lifetimes(one), {.cause = "left", .by = {"plan"}});
    CHECK(single.degrees_of_freedom == 0);
    CHECK(std::isnan(single.statistic));
    CHECK(std::isnan(single.p_value));
    CHECK(single.observed == std::vector<double>{1});
    CHECK(single.variance == std::vector<double>{0});
    // Of a group of which nobody is left, and one that all left at once.
    LifetimeColumns two{.duration = std::vector<double>{1, 1, 2, 2},
                        .cause = std::vector<std::string>{"a", "a", "b", "a"}};
    two.attributes.add("plan", IdColumn(std::vector<std::string>{"x", "x", "y", "y"}));
    const GrayTest gone = gray_test(Lifetimes(two), {.cause = "a", .by = {"plan"}});
    CHECK(std::isfinite(gone.statistic));
    CHECK(gone.variance[0] >= 0);
  }

  TEST_CASE("what it refuses") {
    const Lifetimes lives(lung_causes());
    CHECK(gray_error(lives, {.cause = "a"}) == "gray_test: by is missing; a comparison needs groups");
    CHECK(gray_error(lives, {.cause = "c", .by = {"sex"}}) ==
          "gray_test: cause = \"c\" is no cause of the lives; there are a, b");
    CHECK(gray_error(lives, {.cause = "a", .by = {"sex"}, .rho = std::nan("")}) ==
          "gray_test: rho = nan is not a finite number");
    LifetimeColumns columns = lung_causes();
    std::vector<double> entry(228, 0), weight(228, 0.5);
    entry[7] = 1;
    columns.entry = std::move(entry);
    CHECK(gray_error(Lifetimes(columns), {.cause = "a", .by = {"sex"}}) ==
          "gray_test: lives have a delayed entry, for which the test is not known");
    columns = lung_causes();
    columns.weight = std::move(weight);
    CHECK(gray_error(Lifetimes(columns), {.cause = "a", .by = {"sex"}}) ==
          "gray_test: weight_kind = sampling has no rank test; a test counts lives");
    const LifeTable table(lives, {.by = {"sex"}});
    CHECK_THROWS_WITH_AS(
        gray_test(table, {.cause = "a", .by = {"sex"}}),
        "gray_test: by = \"sex\" is an option for lives; a life table has its groups and strata "
        "already",
        InvalidInput);
  }
}
