// SPDX-License-Identifier: MIT
#include <fealty/survival/brier.hpp>

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
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

const double not_a_number = std::numeric_limits<double>::quiet_NaN();
const BrierOptions lung_options{
    .ages = {60, 180, 365, 540, 730},
    .survival = {"survival_60", "survival_180", "survival_365", "survival_540", "survival_730"}};

/// Lung cancer, with the survival that R's Cox model of age, sex and ph.ecog predicts.
LifetimeColumns lung() {
  LifetimeColumns columns = test::lung();
  auto predicted = test::read_numbers("lung_predicted.csv");
  for (const std::string& name : lung_options.survival)
    columns.attributes.add(name, Column<double>(std::move(predicted[name])));
  return columns;
}
std::vector<double> sampled() {
  std::vector<double> weight;
  for (int i = 1; i <= 228; ++i) weight.push_back(.5 + (i % 7) / 4.0);
  return weight;
}
void check(const std::vector<double>& found, const std::vector<double>& expected, double tolerance) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(tolerance));
}

/// Lives with ties of ends and of those last seen, and what was predicted of them at two ages.
struct Predicted {
  std::vector<double> duration, weight, early, late;
  std::vector<std::uint8_t> ended;

  explicit Predicted(std::uint64_t seed, std::size_t rows = 60) {
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < rows; ++i) {
      duration.push_back(static_cast<double>(1 + random() % 12));
      ended.push_back(static_cast<std::uint8_t>(random() % 3 != 0));
      weight.push_back(static_cast<double>(1 + random() % 4));
      early.push_back(static_cast<double>(random() % 100) / 99);
      late.push_back(early.back() * static_cast<double>(random() % 100) / 99);
    }
  }
  Lifetimes table(const std::vector<std::size_t>& rows, std::optional<WeightKind> kind) const {
    std::vector<double> d, w, first, second;
    std::vector<std::uint8_t> e;
    for (const std::size_t row : rows) {
      d.push_back(duration[row]), e.push_back(ended[row]), w.push_back(weight[row]);
      first.push_back(early[row]), second.push_back(late[row]);
    }
    Frame attributes;
    attributes.add("early", Column<double>(std::move(first)));
    attributes.add("late", Column<double>(std::move(second)));
    LifetimeColumns columns{.duration = std::move(d), .ended = std::move(e), .attributes = attributes};
    if (kind) columns.weight = std::move(w), columns.weight_kind = kind;
    return Lifetimes(columns);
  }
  std::vector<std::size_t> rows() const {
    std::vector<std::size_t> all(duration.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }
};
BrierOptions two_ages(CensoringLimit limit = CensoringLimit::before_age) {
  return {.ages = {4, 7}, .survival = {"early", "late"}, .censoring = limit};
}

}  // namespace

TEST_SUITE("survival/brier") {
  TEST_CASE("lung agrees with R, and its error with the definition") {
    const auto score = brier(Lifetimes(lung()), lung_options);
    check(score.brier, {.06639365729932, .17868554026814, .22559630931723, .17793184627232, .09959113032325},
          1e-11);
    CHECK(score.brier[1] == doctest::Approx(.1786855403).epsilon(1e-9));  // brier() of survival 3.8-11
    CHECK(score.brier[2] == doctest::Approx(.2255963093).epsilon(1e-9));
    check(score.null_brier,
          {.06928137553611, .19944255876804, .24208691030203, .19074414211869, .10269967823887}, 1e-11);
    check(score.std_error,
          {.014078493765184, .012687366914107, .011840260880461, .016950649510702, .019368715833209}, 1e-7);
    CHECK(score.r_squared[1] == doctest::Approx(1 - .17868554026814 / .19944255876804).epsilon(1e-10));
    CHECK(score.lower[1] ==
          doctest::Approx(.17868554026814 - 1.959963984540054 * .012687366914107).epsilon(1e-7));
    CHECK(score.integrated_brier == doctest::Approx(.1698122676587).epsilon(1e-11));
    CHECK(score.integrated_null_brier == doctest::Approx(.1831564059224).epsilon(1e-11));
    CHECK(score.integrated_std_error == doctest::Approx(.008058398641815).epsilon(1e-7));
    CHECK(score.integrated_r_squared == doctest::Approx(1 - .1698122676587 / .1831564059224).epsilon(1e-9));
    CHECK(score.lives == 227);
    CHECK(score.left_out == 1);
    CHECK(score.findings.empty());
  }
  TEST_CASE("so do weights and clusters") {
    LifetimeColumns columns = lung();
    BrierOptions options = lung_options;
    options.cluster = "inst";
    check(brier(Lifetimes(columns), options).std_error,
          {.013536950656279, .011662333668461, .009142945519289, .016350934077417, .012933949795989}, 1e-7);
    columns.weight = sampled();
    const auto score = brier(Lifetimes(columns), lung_options);
    check(score.brier, {.06866211213101, .17739791169883, .23404923361931, .17941228380037, .09991830736498},
          1e-11);
    check(score.null_brier,
          {.07220712036302, .19888971096145, .24760036842720, .19556289721190, .10701734273233}, 1e-11);
    check(score.std_error,
          {.015356447893659, .013183746288525, .013338961747506, .018752514364974, .021137410817681}, 1e-7);
    CHECK(score.integrated_std_error == doctest::Approx(.008321184618509).epsilon(1e-7));
    std::vector<double> cases;
    for (int i = 0; i < 228; ++i) cases.push_back(1 + i % 3);
    columns.weight = std::move(cases);
    check(brier(Lifetimes(columns), lung_options).brier,
          {.06658432941793, .17605947813220, .22810485155109, .18402362710391, .09867009341284}, 1e-11);
  }
  TEST_CASE("with the chance at the age itself it is scikit-survival's") {
    BrierOptions options = lung_options;
    options.censoring = CensoringLimit::at_age;
    const auto score = brier(Lifetimes(lung()), options);
    check(score.brier, {.06639365729932, .1787234874778, .2256530405811, .1779541273286, .09959448306894},
          1e-12);
    CHECK(score.integrated_brier == doctest::Approx(.1698426906148).epsilon(1e-12));
  }
  TEST_CASE("where nobody is last seen before an age it is a mean of squares") {
    const Predicted data(3);
    Frame attributes;
    attributes.add("late", Column<double>(data.late));
    const Lifetimes lives({.duration = data.duration,
                           .ended = std::vector<std::uint8_t>(data.duration.size(), 1),
                           .attributes = attributes});
    double squares = 0, passed = 0;
    for (std::size_t i = 0; i < data.duration.size(); ++i) {
      const double target = data.duration[i] > 7 ? 1 : 0;
      squares += std::pow(target - data.late[i], 2);
      passed += target;
    }
    const auto n = static_cast<double>(data.duration.size());
    const auto score = brier(lives, {.ages = {7}, .survival = {"late"}});
    CHECK(score.brier[0] == doctest::Approx(squares / n).epsilon(1e-14));
    CHECK(score.null_brier[0] == doctest::Approx(passed / n * (1 - passed / n)).epsilon(1e-14));
    double spread = 0;  // that of a mean
    for (std::size_t i = 0; i < data.duration.size(); ++i)
      spread += std::pow(std::pow((data.duration[i] > 7) - data.late[i], 2) - squares / n, 2);
    CHECK(score.std_error[0] == doctest::Approx(std::sqrt(spread) / n).epsilon(1e-13));
  }
  TEST_CASE(
      "the curve's own score is survival x (1 - survival), and that of one prediction for all is near") {
    const Predicted data(4);
    LifetimeColumns columns{.duration = data.duration, .ended = data.ended};
    columns.attributes.add("same", Column<double>(std::vector<double>(data.duration.size(), .25)));
    const Lifetimes lives(columns);
    const double curve = survival_at(kaplan_meier(lives), {.times = {6}}).survival[0];
    const auto score = brier(lives, {.ages = {6}, .survival = {"same"}});
    CHECK(score.null_brier[0] == doctest::Approx(curve * (1 - curve)).epsilon(1e-14));
    CHECK(score.brier[0] == doctest::Approx(curve * (1 - curve) + std::pow(curve - .25, 2)).epsilon(1e-14));
  }
  TEST_CASE("the error is what each life's weight changes, and cases are as many rows") {
    for (const auto limit : {CensoringLimit::before_age, CensoringLimit::at_age}) {
      const Predicted data(5);
      const BrierOptions options = two_ages(limit);
      const auto whole = brier(data.table(data.rows(), WeightKind::sampling), options);
      double squares[3] = {};
      for (std::size_t row = 0; row < data.duration.size(); ++row) {
        Predicted more = data, less = data;
        const double step = 1e-4 * data.weight[row];
        more.weight[row] += step, less.weight[row] -= step;
        const auto up = brier(more.table(data.rows(), WeightKind::sampling), options);
        const auto down = brier(less.table(data.rows(), WeightKind::sampling), options);
        squares[0] += std::pow((up.brier[0] - down.brier[0]) / 2e-4, 2);
        squares[1] += std::pow((up.brier[1] - down.brier[1]) / 2e-4, 2);
        squares[2] += std::pow((up.integrated_brier - down.integrated_brier) / 2e-4, 2);
      }
      CHECK(whole.std_error[0] == doctest::Approx(std::sqrt(squares[0])).epsilon(1e-7));
      CHECK(whole.std_error[1] == doctest::Approx(std::sqrt(squares[1])).epsilon(1e-7));
      CHECK(whole.integrated_std_error == doctest::Approx(std::sqrt(squares[2])).epsilon(1e-7));
      std::vector<std::size_t> repeated;
      for (const std::size_t row : data.rows())
        for (double i = 0; i < data.weight[row]; ++i) repeated.push_back(row);
      const auto cases = brier(data.table(data.rows(), WeightKind::cases), options);
      const auto rows = brier(data.table(repeated, {}), options);
      check(cases.brier, rows.brier, 1e-13);
      check(cases.std_error, rows.std_error, 1e-12);
      CHECK(cases.integrated_std_error == doctest::Approx(rows.integrated_std_error).epsilon(1e-12));
    }
  }
  TEST_CASE("the order of rows does not matter") {
    const Predicted data(6, 200);
    std::vector<std::size_t> rows = data.rows();
    const auto one = brier(data.table(rows, WeightKind::revenue), two_ages());
    std::shuffle(rows.begin(), rows.end(), std::mt19937_64(1));
    const auto other = brier(data.table(rows, WeightKind::revenue), two_ages());
    check(other.brier, one.brier, 1e-13);
    check(other.std_error, one.std_error, 1e-12);
  }
  TEST_CASE("beyond the last life nothing is known, unless all have ended") {
    Frame attributes;
    attributes.add("predicted", Column<double>(std::vector<double>{.2, .4, not_a_number}));
    const auto lives = [&](std::uint8_t last_ended) {
      return Lifetimes({.duration = std::vector<std::int32_t>{2, 5, 9},
                        .ended = std::vector<std::uint8_t>{1, last_ended, 1},
                        .attributes = attributes});
    };
    const BrierOptions options{.ages = {5, 6}, .survival = {"predicted", "predicted"}};
    const auto cut = brier(lives(0), options);
    CHECK(cut.left_out == 1);
    CHECK(cut.brier[0] == doctest::Approx((.04 + .36) / 2));
    CHECK(std::isnan(cut.brier[1]));
    CHECK(std::isnan(cut.std_error[1]));
    CHECK(std::isnan(cut.null_brier[1]));
    CHECK(std::isnan(cut.r_squared[1]));
    CHECK(std::isnan(cut.integrated_brier));
    CHECK(std::isnan(cut.integrated_std_error));
    REQUIRE(cut.findings.size() == 1);
    CHECK(cut.findings[0].code == "beyond_last_life");
    CHECK(cut.findings[0].message == "brier: ages[1] = 6 is beyond the last life that was seen, at 5");
    const auto all = brier(lives(1), options);
    CHECK(all.brier[1] == doctest::Approx((.04 + .16) / 2));
    CHECK(all.findings.empty());
    // Who is last seen at 5 is not known to have passed it, and none is left to make up for it.
    CHECK(std::isnan(
        brier(lives(0), {.ages = {5}, .survival = {"predicted"}, .censoring = CensoringLimit::at_age})
            .brier[0]));
  }
  TEST_CASE("one row, no rows and one age") {
    Frame attributes;
    attributes.add("predicted", Column<double>(std::vector<double>{.25}));
    const auto one = brier(Lifetimes({.duration = std::vector<std::int32_t>{3},
                                      .ended = std::vector<std::uint8_t>{1},
                                      .attributes = attributes}),
                           {.ages = {2}, .survival = {"predicted"}});
    CHECK(one.brier[0] == .75 * .75);
    CHECK(one.std_error[0] == 0);
    CHECK(one.null_brier[0] == 0);
    CHECK(std::isnan(one.r_squared[0]));
    CHECK(std::isnan(one.integrated_brier));
    Frame empty;
    empty.add("predicted", Column<double>(std::vector<double>{}));
    const auto none = brier(Lifetimes({.duration = std::vector<std::int32_t>{},
                                       .ended = std::vector<std::uint8_t>{},
                                       .attributes = empty}),
                            {.ages = {2}, .survival = {"predicted"}});
    CHECK(std::isnan(none.brier[0]));
    CHECK(none.findings[0].message == "brier: ages[0] = 2 is beyond the last life: there is none");
    CHECK(brier(Lifetimes(lung()), {.ages = {}, .survival = {}}).brier.empty());
  }
  TEST_CASE("bad settings and predictions are refused by name") {
    const Lifetimes lives(lung());
    CHECK_THROWS_WITH(brier(lives, {.ages = {180, 90}, .survival = {"survival_180", "survival_180"}}),
                      "brier: ages[1] = 90 is not after the age before, 180");
    CHECK_THROWS_WITH(brier(lives, {.ages = {-1}, .survival = {"survival_180"}}),
                      "brier: ages = -1 is not an age: a number >= 0");
    CHECK_THROWS_WITH(brier(lives, {.ages = {180}, .survival = {}}),
                      "brier: survival = 0 names do not match the 1 ages");
    CHECK_THROWS_WITH(brier(lives, {.ages = {180}, .survival = {"risk"}}),
                      "brier: survival = \"risk\" is no attribute of the lives; there are sex, ph.ecog, age, "
                      "inst, survival_60, survival_180, survival_365, survival_540, survival_730");
    CHECK_THROWS_WITH(brier(lives, {.ages = {180}, .survival = {""}}),
                      "brier: survival is missing; it names the attribute that holds the predictions");
    CHECK_THROWS_WITH(brier(lives, {.ages = {180}, .survival = {"age"}}),
                      "brier: age[0] = 74 is not a probability: a number in [0, 1]");
    CHECK_THROWS_WITH(brier(lives, {.ages = {180}, .survival = {"survival_180"}, .cluster = "site"}),
                      "brier: cluster = \"site\" is no attribute of the lives; there are sex, ph.ecog, age, "
                      "inst, survival_60, survival_180, survival_365, survival_540, survival_730");
    CHECK_THROWS_WITH(brier(lives, {.ages = {180}, .survival = {"survival_180"}, .confidence = 1}),
                      "brier: confidence = 1 is not in (0, 1)");
    LifetimeColumns columns = lung();
    columns.attributes.add("plan", test::texts(std::vector<std::string>(228, "a")));
    CHECK_THROWS_WITH(brier(Lifetimes(columns), {.ages = {180}, .survival = {"plan"}}),
                      "brier: survival = \"plan\" is no column of numbers");
    std::vector<double> entry(228, 0);
    columns.entry = entry;  // from the beginning
    CHECK(brier(Lifetimes(columns), {.ages = {180}, .survival = {"survival_180"}}).brier[0] ==
          doctest::Approx(.17868554026814).epsilon(1e-11));
    entry[2] = 5;
    columns.entry = entry;
    CHECK_THROWS_WITH(
        brier(Lifetimes(columns), {.ages = {180}, .survival = {"survival_180"}}),
        "brier: entry[2] = 5 is after the beginning; a weight by the chance to be still watched "
        "needs lives that were watched from it on");
  }
  TEST_CASE("predictions may be whole numbers, and null where there is none") {
    const std::vector<double> survival{0, 0, 1, 1, 0};
    const std::vector<std::int64_t> whole{0, 0, 1, 1, 0};
    const std::uint8_t validity = 0b01111;
    LifetimeColumns columns{.duration = std::vector<double>{1, 2, 5, 6, 3},
                            .ended = std::vector<std::uint8_t>{1, 1, 1, 0, 1}};
    columns.attributes.add("real", Column<double>(std::vector<double>(survival)));
    columns.attributes.add("whole", Column<std::int64_t>(std::vector<std::int64_t>(whole)));
    columns.attributes.add("null", Column<double>(survival, &validity, 0, nullptr));
    const Lifetimes lives(columns);
    const auto of = [&](const char* name) { return brier(lives, {.ages = {4}, .survival = {name}}); };
    CHECK(of("real").brier[0] == 0);
    CHECK(of("whole").brier[0] == 0);
    CHECK(of("null").brier[0] == 0);
    CHECK(of("whole").left_out == 0);
    CHECK(of("null").left_out == 1);
  }
}
