// SPDX-License-Identifier: MIT
#include <fealty/survival/survival_calibration.hpp>

#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/survival_at.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

const double not_a_number = std::numeric_limits<double>::quiet_NaN();

doctest::Approx near(double value, double tolerance = 1e-12) {
  return doctest::Approx(value).epsilon(tolerance);
}
/// Lung cancer, with the survival at 365 days that R's Cox model of age, sex and ph.ecog predicts.
LifetimeColumns lung() {
  LifetimeColumns columns = test::lung();
  auto predicted = test::read_numbers("lung_predicted.csv");
  columns.attributes.add("predicted", Column<double>(std::move(predicted["survival_365"])));
  return columns;
}
Lifetimes lives(std::vector<double> duration, std::vector<std::uint8_t> ended, std::vector<double> predicted,
                std::vector<double> weight = {}, std::optional<WeightKind> kind = {}) {
  Frame attributes;
  attributes.add("predicted", Column<double>(std::move(predicted)));
  LifetimeColumns columns{
      .duration = std::move(duration), .ended = std::move(ended), .attributes = attributes};
  if (kind) columns.weight = std::move(weight), columns.weight_kind = kind;
  return Lifetimes(columns);
}
/// Rows of lives with ties of ages and of predictions.
struct Rows {
  std::vector<double> duration, predicted, weight;
  std::vector<std::uint8_t> ended;

  void add(double d, std::uint8_t e, double p, double w) {
    duration.push_back(d), ended.push_back(e), predicted.push_back(p), weight.push_back(w);
  }
  explicit Rows(std::uint64_t seed = 0, std::size_t rows = 0) {
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < rows; ++i) {
      const auto d = static_cast<double>(1 + random() % 12);
      const auto e = static_cast<std::uint8_t>(random() % 3 != 0);
      const auto p = static_cast<double>(random() % 40) / 39;
      add(d, e, p, static_cast<double>(1 + random() % 4));
    }
  }
  Lifetimes table(std::optional<WeightKind> kind) const {
    return lives(duration, ended, predicted, weight, kind);
  }
};
void check(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::isnan(expected[i])) CHECK(std::isnan(found[i]));
    else CHECK(found[i] == near(expected[i]));
  }
}

}  // namespace

TEST_SUITE("survival/survival_calibration") {
  TEST_CASE("fifths of lung agree with R, and so does calibration in the large") {
    const auto found =
        survival_calibration(Lifetimes(lung()), {.age = 365, .survival = "predicted", .bins = 5});
    check(found.lowest,
          {.04591166791363, .29959716259667, .34004897883596, .47641280524603, .55197637231712});
    check(found.highest,
          {.29560548501942, .33992067292670, .47249797585117, .54845346691449, .72097513242477});
    check(found.predicted,
          {.20244998701943, .31571058461047, .39543074337714, .51307154663320, .63375955153025});
    check(found.observed,
          {.21481178396072, .35304181790684, .34690690690691, .61171049928333, .53900465560959});
    check(found.std_error,
          {.06176477333584, .08575364485218, .07397701126536, .07721868134726, .09036293405897});
    check(found.lower, {.10875651232823, .19305918209453, .20780060064714, .44348481654606, .34932957809344});
    check(found.upper, {.34432921896822, .51732549381395, .48998604843190, .74297070198299, .69546674752016});
    CHECK(found.lives == std::vector<std::int64_t>{47, 44, 45, 46, 45});
    CHECK(found.ended == std::vector<std::int64_t>{36, 24, 28, 16, 16});
    CHECK(found.mean_predicted == near(.41110691422349));
    CHECK(found.mean_observed == near(.41104445099954));
    CHECK(found.expected_ended == near(227 * (1 - .41110691422349)));
    CHECK(found.observed_ended == near(227 * (1 - .41104445099954)));
    CHECK(found.ended_ratio == near(1.0001060688697));
    CHECK(found.ended_ratio_lower == near(.8873779789583));
    CHECK(found.ended_ratio_upper == near(1.1271545752849));
    CHECK(found.left_out == 1);
    CHECK(found.findings.empty());
  }
  TEST_CASE("a bin is a Kaplan-Meier curve of its lives, with their weights and clusters") {
    const Rows rows(2, 120);
    std::vector<std::string> site;
    for (std::size_t i = 0; i < 120; ++i) site.push_back(std::to_string(i % 7));
    for (const auto kind : {WeightKind::cases, WeightKind::sampling})
      for (const std::string cluster : {"", "site"}) {
        LifetimeColumns columns{
            .duration = rows.duration, .ended = rows.ended, .weight = rows.weight, .weight_kind = kind};
        columns.attributes.add("predicted", Column<double>(rows.predicted));
        columns.attributes.add("site", IdColumn(site));
        std::vector<std::string> half;  // of the weight, by what was predicted
        const auto found = survival_calibration(
            Lifetimes(columns), {.age = 6, .survival = "predicted", .bins = 2, .cluster = cluster});
        REQUIRE(found.observed.size() == 2);
        for (const double p : rows.predicted) half.push_back(p <= found.highest[0] ? "low" : "top");
        columns.attributes.add("half", IdColumn(half));
        const auto curve = survival_at(kaplan_meier(Lifetimes(columns), {.by = {"half"}, .cluster = cluster}),
                                       {.times = {6}});
        check(found.observed, curve.survival);
        check(found.std_error, curve.std_error);
        check(found.lower, curve.lower);
        check(found.upper, curve.upper);
      }
  }
  TEST_CASE("bins are of equal size, and predictions that are alike stay together") {
    std::vector<double> duration, predicted;
    for (int i = 0; i < 30; ++i) duration.push_back(1 + i), predicted.push_back((i * 7 % 30) / 30.0);
    const std::vector<std::uint8_t> ended(30, 1);
    const auto tenths =
        survival_calibration(lives(duration, ended, predicted), {.age = 15, .survival = "predicted"});
    CHECK(tenths.lives == std::vector<std::int64_t>(10, 3));
    CHECK(tenths.lowest[4] == 12 / 30.0);
    CHECK(tenths.highest[4] == 14 / 30.0);
    CHECK(tenths.predicted[4] == near(13 / 30.0));
    for (int i = 0; i < 30; ++i)
      if (predicted[static_cast<std::size_t>(i)] < .5) predicted[static_cast<std::size_t>(i)] = .2;
    const auto ties =
        survival_calibration(lives(duration, ended, predicted), {.age = 15, .survival = "predicted"});
    CHECK(ties.lives == std::vector<std::int64_t>{15, 3, 3, 3, 3, 3});
    CHECK(ties.lowest[0] == .2);
    CHECK(ties.highest[0] == .2);
    std::fill(predicted.begin(), predicted.end(), .4);
    const auto one =
        survival_calibration(lives(duration, ended, predicted), {.age = 15, .survival = "predicted"});
    CHECK(one.lives == std::vector<std::int64_t>{30});
    CHECK(one.observed[0] == near(.5));
    CHECK(one.ended_ratio == near(.5 / .6));
  }
  TEST_CASE("cases are as many rows, and their order does not matter") {
    const Rows rows(3, 90);
    Rows repeated, shuffled;
    for (std::size_t i = 0; i < 90; ++i)
      for (double k = 0; k < rows.weight[i]; ++k)
        repeated.add(rows.duration[i], rows.ended[i], rows.predicted[i], 1);
    std::vector<std::size_t> order(90);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937_64(4));
    for (const std::size_t i : order)
      shuffled.add(rows.duration[i], rows.ended[i], rows.predicted[i], rows.weight[i]);
    const SurvivalCalibrationOptions options{.age = 5, .survival = "predicted", .bins = 6};
    const auto cases = survival_calibration(rows.table(WeightKind::cases), options);
    for (const auto& other : {survival_calibration(repeated.table({}), options),
                              survival_calibration(shuffled.table(WeightKind::cases), options)}) {
      check(cases.lowest, other.lowest);
      check(cases.predicted, other.predicted);
      check(cases.observed, other.observed);
      check(cases.std_error, other.std_error);
      CHECK(cases.ended_ratio == near(other.ended_ratio));
      CHECK(cases.ended_ratio_lower == near(other.ended_ratio_lower));
    }
  }
  TEST_CASE("what was observed of a right prediction is it, and the ratio is 1") {
    // Of those with p, p of ten pass the age.
    Rows rows;
    for (int tenth = 1; tenth <= 9; ++tenth)
      for (int i = 0; i < 10; ++i) rows.add(i < tenth ? 9 : 3, 1, tenth / 10.0, 1);
    const auto found = survival_calibration(rows.table({}), {.age = 5, .survival = "predicted", .bins = 9});
    check(found.observed, found.predicted);
    CHECK(found.ended_ratio == near(1));
    CHECK(found.ended_ratio_lower < 1);
    CHECK(found.ended_ratio_upper == near(1 / found.ended_ratio_lower));
  }
  TEST_CASE("beyond the last life of a bin nothing is known of it") {
    const auto found = survival_calibration(lives({1, 2, 3, 9}, {1, 0, 1, 0}, {.1, .2, .8, .9}),
                                            {.age = 4, .survival = "predicted", .bins = 2});
    CHECK(std::isnan(found.observed[0]));
    CHECK(std::isnan(found.std_error[0]));
    CHECK(std::isnan(found.lower[0]));
    CHECK(found.predicted[0] == near(.15));
    CHECK(found.ended[0] == 1);
    CHECK(found.observed[1] == .5);
    CHECK(found.mean_observed == near(.75 * .5));
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].code == "beyond_last_life");
    CHECK(found.findings[0].message ==
          "survival_calibration: age = 4 is beyond the last life of bin 1 that was seen, at 2");
    const auto all =
        survival_calibration(lives({1, 2}, {1, 0}, {.1, .2}), {.age = 4, .survival = "predicted", .bins = 1});
    CHECK(std::isnan(all.mean_observed));
    CHECK(std::isnan(all.ended_ratio));
    CHECK(all.expected_ended == near(1.7));
  }
  TEST_CASE("one row, no rows, none ended, all ended") {
    const SurvivalCalibrationOptions options{.age = 4, .survival = "predicted"};
    const auto one = survival_calibration(lives({6}, {0}, {.75}), options);
    CHECK(one.observed == std::vector<double>{1});
    CHECK(one.std_error == std::vector<double>{0});
    CHECK(one.lower == std::vector<double>{1});
    CHECK(one.ended_ratio == 0);
    const auto gone = survival_calibration(lives({1, 2}, {1, 1}, {.5, .5}), options);
    CHECK(gone.observed == std::vector<double>{0});
    CHECK(std::isnan(gone.std_error[0]));
    CHECK(std::isnan(gone.upper[0]));
    CHECK(gone.ended_ratio == 2);
    CHECK(std::isnan(gone.ended_ratio_lower));
    for (const auto& none : {survival_calibration(lives({}, {}, {}), options),
                             survival_calibration(lives({3}, {1}, {not_a_number}), options)}) {
      CHECK(none.observed.empty());
      CHECK(std::isnan(none.mean_predicted));
      CHECK(std::isnan(none.ended_ratio));
      CHECK(none.expected_ended == 0);
    }
  }
  TEST_CASE("bad settings and predictions are refused by name") {
    const Lifetimes table(lung());
    CHECK_THROWS_WITH(survival_calibration(table, {.age = 0, .survival = "predicted"}),
                      "survival_calibration: age = 0 is not an age above 0");
    CHECK_THROWS_WITH(survival_calibration(table, {.age = not_a_number, .survival = "predicted"}),
                      "survival_calibration: age = nan is not an age above 0");
    CHECK_THROWS_WITH(survival_calibration(table, {.age = 9, .survival = "predicted", .bins = 0}),
                      "survival_calibration: bins = 0 is less than 1");
    CHECK_THROWS_WITH(survival_calibration(table, {.age = 9, .survival = ""}),
                      "survival_calibration: survival is missing; it names the attribute that holds the "
                      "predictions");
    CHECK_THROWS_WITH(survival_calibration(table, {.age = 9, .survival = "age"}),
                      "survival_calibration: age[0] = 74 is not a probability: a number in [0, 1]");
    CHECK_THROWS_WITH(survival_calibration(table, {.age = 9, .survival = "predicted", .cluster = "site"}),
                      "survival_calibration: cluster = \"site\" is no attribute of the lives; there are sex, "
                      "ph.ecog, age, inst, predicted");
    CHECK_THROWS_WITH(survival_calibration(table, {.age = 9, .survival = "predicted", .confidence = 2}),
                      "survival_calibration: confidence = 2 is not in (0, 1)");
    CHECK_THROWS_WITH(
        survival_calibration(Lifetimes(test::heart()), {.age = 9, .survival = "surgery"}),
        "survival_calibration: entry[3] = 1 is after the beginning; a mean of predictions needs "
        "lives that were watched from it on");
  }
}
