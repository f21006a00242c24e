// SPDX-License-Identifier: MIT
#include <fealty/survival/time_dependent_auc.hpp>

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
const std::vector<double> ages{60, 180, 365, 540, 730};
const std::vector<std::string> predictions{"survival_60", "survival_180", "survival_365", "survival_540",
                                           "survival_730"};

/// Lung cancer with the linear predictor of R's Cox model of age, sex and ph.ecog and the survival that it
/// predicts, and a score with ties.
LifetimeColumns lung() {
  LifetimeColumns columns = test::lung();
  auto predicted = test::read_numbers("lung_predicted.csv");
  auto data = test::read_numbers("lung.csv");
  std::vector<double> tens;
  for (std::size_t i = 0; i < 228; ++i)
    tens.push_back(std::isnan(predicted["risk"][i]) ? not_a_number
                                                    : std::floor(data["age"][i] / 10) - 2 * data["sex"][i]);
  columns.attributes.add("tens", Column<double>(std::move(tens)));
  columns.attributes.add("risk", Column<double>(std::move(predicted["risk"])));
  for (const std::string& name : predictions)
    columns.attributes.add(name, Column<double>(std::move(predicted[name])));
  return columns;
}
void check(const std::vector<double>& found, const std::vector<double>& expected, double tolerance) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(tolerance));
}

/// Lives with ties of all kinds.
struct Scored {
  std::vector<double> duration, weight, score, other;
  std::vector<std::uint8_t> ended;

  explicit Scored(std::uint64_t seed, std::size_t rows = 60) {
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < rows; ++i) {
      duration.push_back(static_cast<double>(1 + random() % 12));
      ended.push_back(static_cast<std::uint8_t>(random() % 3 != 0));
      weight.push_back(static_cast<double>(1 + random() % 4));
      score.push_back(static_cast<double>(random() % 9) - 4);
      other.push_back(static_cast<double>(random() % 9));
    }
  }
  Lifetimes table(const std::vector<std::size_t>& rows, std::optional<WeightKind> kind) const {
    std::vector<double> d, w, first, second, cubed;
    std::vector<std::uint8_t> e;
    for (const std::size_t row : rows) {
      d.push_back(duration[row]), e.push_back(ended[row]), w.push_back(weight[row]);
      first.push_back(score[row]), second.push_back(other[row]);
      cubed.push_back(std::pow(score[row], 3) - 100);
    }
    Frame attributes;
    attributes.add("score", Column<double>(std::move(first)));
    attributes.add("other", Column<double>(std::move(second)));
    attributes.add("cubed", Column<double>(std::move(cubed)));
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
/// The area as a sum over all pairs, with the chance to be still watched read from its definition.
double recount(const Scored& data, double age, bool at_age) {
  const auto watched = [&](double until) {  // past censorings before `until`, or up to it
    double g = 1;
    for (double u = 1; u < until || (at_age && u == until); ++u) {
      double risk = 0, lost = 0;
      for (std::size_t i = 0; i < data.duration.size(); ++i) {
        const bool there = data.duration[i] > u || (data.duration[i] == u && data.ended[i] == 0);
        if (there) risk += data.weight[i];
        if (there && data.duration[i] == u) lost += data.weight[i];
      }
      if (risk > 0) g *= 1 - lost / risk;
    }
    return g;
  };
  double in_order = 0, pairs = 0;
  for (std::size_t i = 0; i < data.duration.size(); ++i)
    for (std::size_t j = 0; j < data.duration.size(); ++j) {
      const bool ends = data.duration[i] <= age && data.ended[i] == 1;
      const bool passes =
          data.duration[j] > age || (!at_age && data.duration[j] == age && data.ended[j] == 0);
      if (!ends || !passes) continue;
      const double pair = data.weight[i] * data.weight[j] / watched(data.duration[i]);
      pairs += pair;
      in_order += pair * (data.score[i] > data.score[j] ? 1 : data.score[i] == data.score[j] ? .5 : 0);
    }
  return in_order / pairs;
}

}  // namespace

TEST_SUITE("survival/time_dependent_auc") {
  TEST_CASE("lung agrees with R, and its error with the definition and with riskRegression") {
    const auto auc = time_dependent_auc(Lifetimes(lung()), {.ages = ages, .score = "risk"});
    check(auc.auc, {.7099439775910, .6980249657694, .6473976600154, .6663484541191, .6933592706836}, 1e-12);
    check(auc.std_error,
          {.06958677038547, .03840949706873, .04177303064249, .05144849117452, .07592461044405}, 1e-8);
    // Score() of riskRegression 2022.11.28, which divides by n - 1 instead of n, of lives whose censorings
    // come .25 days later: there, ends do not come first at one age.
    std::vector<double> others{.0697405534740, .0384943800426, .0418653505896, .0515621927486,
                               .0760924051575};
    for (double& each : others) each *= std::sqrt(226.0 / 227);
    check(auc.std_error, others, 2e-7);
    CHECK(auc.mean_auc == doctest::Approx(.6747815105238).epsilon(1e-12));
    CHECK(auc.mean_std_error == doctest::Approx(.03580017196428).epsilon(1e-8));
    CHECK(auc.lower[0] ==
          doctest::Approx(.7099439775910 - 1.959963984540054 * .06958677038547).epsilon(1e-8));
    CHECK(auc.lives == 227);
    CHECK(auc.left_out == 1);
    CHECK(auc.ended[2] == 120);
    CHECK(auc.passed[2] == 65);
    const auto ties = time_dependent_auc(Lifetimes(lung()), {.ages = ages, .score = "tens"});
    check(ties.auc, {.7950980392157, .6451072645758, .5935486308263, .5966434368309, .6065259220480}, 1e-12);
    CHECK(ties.mean_auc == doctest::Approx(.6249119993238).epsilon(1e-12));
  }
  TEST_CASE("so do weights and clusters") {
    LifetimeColumns columns = lung();
    check(
        time_dependent_auc(Lifetimes(columns), {.ages = ages, .score = "risk", .cluster = "inst"}).std_error,
        {.06841851475660, .03975137244584, .03269954180753, .06705069572452, .05850403672041}, 1e-8);
    std::vector<double> weight;
    for (int i = 1; i <= 228; ++i) weight.push_back(.5 + (i % 7) / 4.0);
    columns.weight = std::move(weight);
    const auto auc = time_dependent_auc(Lifetimes(columns), {.ages = ages, .score = "risk"});
    check(auc.auc, {.7407896290096, .7080484349851, .6399514666807, .6767665516177, .7168377490187}, 1e-12);
    check(auc.std_error,
          {.06514131973795, .03858705855860, .04457440766583, .05499433703667, .08596543083877}, 1e-8);
    CHECK(auc.mean_auc == doctest::Approx(.6845220884967).epsilon(1e-12));
    CHECK(auc.mean_std_error == doctest::Approx(.03899097379614).epsilon(1e-8));
  }
  TEST_CASE("with the chance at the age itself it is scikit-survival's, also of a score for each age") {
    const Lifetimes lives(lung());
    const auto of = [&](const char* score) {
      return time_dependent_auc(lives, {.ages = ages, .score = score, .censoring = CensoringLimit::at_age});
    };
    check(of("risk").auc, {.709943977591, .6980798708792, .6475252392814, .6664829202673, .6934820870039},
          1e-12);
    CHECK(of("risk").mean_auc == doctest::Approx(.6748822590735).epsilon(1e-12));
    check(of("tens").auc, {.7950980392157, .6451225368418, .5936913971477, .5967565833706, .6066295050512},
          1e-12);
    CHECK(of("tens").mean_auc == doctest::Approx(.6250023787998).epsilon(1e-12));
    const auto each = time_dependent_auc(lives, {.ages = ages,
                                                 .scores = predictions,
                                                 .higher_ends_earlier = false,
                                                 .censoring = CensoringLimit::at_age});
    check(each.auc, {.709943977591, .6980798708792, .6475252392814, .6664829202673, .6934820870039}, 1e-12);
    CHECK(each.mean_auc == doctest::Approx(.6748822590735).epsilon(1e-12));
  }
  TEST_CASE("it is what a count of all pairs says, in any order of rows and on any scale of the score") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      const Scored data(seed, 200);
      for (const auto limit : {CensoringLimit::before_age, CensoringLimit::at_age}) {
        const TimeDependentAucOptions options{.ages = {3, 6.5, 9}, .score = "score", .censoring = limit};
        const Lifetimes lives = data.table(data.rows(), WeightKind::sampling);
        const auto auc = time_dependent_auc(lives, options);
        const bool at_age = limit == CensoringLimit::at_age;
        for (std::size_t i = 0; i < 3; ++i)
          CHECK(auc.auc[i] == doctest::Approx(recount(data, options.ages[i], at_age)).epsilon(1e-13));
        const auto cubed =
            time_dependent_auc(lives, {.ages = options.ages, .score = "cubed", .censoring = limit});
        CHECK(cubed.auc == auc.auc);
        CHECK(cubed.std_error == auc.std_error);
        const auto turned = time_dependent_auc(
            lives,
            {.ages = options.ages, .score = "score", .higher_ends_earlier = false, .censoring = limit});
        for (std::size_t i = 0; i < 3; ++i)
          CHECK(turned.auc[i] == doctest::Approx(1 - auc.auc[i]).epsilon(1e-13));
        check(turned.std_error, auc.std_error, 1e-12);
        std::vector<std::size_t> rows = data.rows();
        std::shuffle(rows.begin(), rows.end(), std::mt19937_64(seed));
        const auto other = time_dependent_auc(data.table(rows, WeightKind::sampling), options);
        check(other.auc, auc.auc, 1e-13);
        check(other.std_error, auc.std_error, 1e-12);
      }
    }
  }
  TEST_CASE("the error is what each life's weight changes, and cases are as many rows") {
    for (const auto limit : {CensoringLimit::before_age, CensoringLimit::at_age}) {
      const Scored data(5);
      const TimeDependentAucOptions options{.ages = {4, 7}, .scores = {"score", "other"}, .censoring = limit};
      const auto whole = time_dependent_auc(data.table(data.rows(), WeightKind::sampling), options);
      double squares[3] = {};
      for (std::size_t row = 0; row < data.duration.size(); ++row) {
        Scored more = data, less = data;
        const double step = 1e-4 * data.weight[row];
        more.weight[row] += step, less.weight[row] -= step;
        const auto up = time_dependent_auc(more.table(data.rows(), WeightKind::sampling), options);
        const auto down = time_dependent_auc(less.table(data.rows(), WeightKind::sampling), options);
        squares[0] += std::pow((up.auc[0] - down.auc[0]) / 2e-4, 2);
        squares[1] += std::pow((up.auc[1] - down.auc[1]) / 2e-4, 2);
        squares[2] += std::pow((up.mean_auc - down.mean_auc) / 2e-4, 2);
      }
      CHECK(whole.std_error[0] == doctest::Approx(std::sqrt(squares[0])).epsilon(1e-7));
      CHECK(whole.std_error[1] == doctest::Approx(std::sqrt(squares[1])).epsilon(1e-7));
      CHECK(whole.mean_std_error == doctest::Approx(std::sqrt(squares[2])).epsilon(1e-7));
      std::vector<std::size_t> repeated;
      for (const std::size_t row : data.rows())
        for (double i = 0; i < data.weight[row]; ++i) repeated.push_back(row);
      const auto cases = time_dependent_auc(data.table(data.rows(), WeightKind::cases), options);
      const auto rows = time_dependent_auc(data.table(repeated, {}), options);
      check(cases.auc, rows.auc, 1e-13);
      check(cases.std_error, rows.std_error, 1e-12);
      CHECK(cases.mean_std_error == doctest::Approx(rows.mean_std_error).epsilon(1e-12));
    }
  }
  TEST_CASE("without a pair there is no answer, nor beyond the last life") {
    Frame attributes;
    attributes.add("score", Column<double>(std::vector<double>{3, 1, 2, not_a_number}));
    const Lifetimes lives({.duration = std::vector<std::int32_t>{2, 4, 6, 9},
                           .ended = std::vector<std::uint8_t>{1, 1, 0, 0},
                           .attributes = attributes});
    const auto auc = time_dependent_auc(lives, {.ages = {1, 2, 4, 7}, .score = "score"});
    CHECK(auc.left_out == 1);
    CHECK(std::isnan(auc.auc[0]));  // none has ended
    CHECK(std::isnan(auc.std_error[0]));
    CHECK(auc.auc[1] == 1);
    CHECK(auc.std_error[1] == 0);
    CHECK(auc.auc[2] == .5);
    CHECK(std::isnan(auc.auc[3]));
    CHECK(auc.ended == std::vector<std::int64_t>{0, 1, 2, 2});
    CHECK(auc.passed == std::vector<std::int64_t>{3, 2, 1, 0});
    CHECK(std::isnan(auc.mean_auc));
    REQUIRE(auc.findings.size() == 1);
    CHECK(auc.findings[0].message ==
          "time_dependent_auc: ages[3] = 7 is beyond the last life that was seen, at 6");
    // The age at which none has ended counts nothing in the mean.
    CHECK(time_dependent_auc(lives, {.ages = {1, 2, 4}, .score = "score"}).mean_auc ==
          doctest::Approx((1 + .5) / 2));
    const auto tied = time_dependent_auc(
        lives, {.ages = {4}, .scores = {"score"}, .cluster = "score"});  // each life a cluster
    CHECK(tied.auc[0] == .5);
  }
  TEST_CASE("one row, no rows, all scores alike or infinite") {
    const auto of = [](std::vector<double> duration, std::vector<std::uint8_t> ended,
                       std::vector<double> score) {
      Frame attributes;
      attributes.add("score", Column<double>(std::move(score)));
      return time_dependent_auc(
          Lifetimes({.duration = std::move(duration), .ended = std::move(ended), .attributes = attributes}),
          {.ages = {2}, .score = "score"});
    };
    CHECK(std::isnan(of({3}, {1}, {1}).auc[0]));
    CHECK(std::isnan(of({3}, {1}, {1}).mean_auc));
    CHECK(std::isnan(of({}, {}, {}).auc[0]));
    CHECK(of({}, {}, {}).findings[0].message ==
          "time_dependent_auc: ages[0] = 2 is beyond the last life: there is none");
    CHECK(std::isnan(of({1, 3}, {1, 0}, {not_a_number, not_a_number}).auc[0]));
    CHECK(of({1, 3, 4}, {1, 0, 1}, {5, 5, 5}).auc[0] == .5);
    CHECK(of({1, 3, 4}, {1, 0, 1}, {5, 5, 5}).std_error[0] == 0);
    CHECK(of({1, 3, 4}, {1, 0, 1}, {HUGE_VAL, -HUGE_VAL, HUGE_VAL}).auc[0] == .75);
  }
  TEST_CASE("bad settings are refused by name") {
    const Lifetimes lives(lung());
    CHECK_THROWS_WITH(
        time_dependent_auc(lives, {.ages = {180}}),
        "time_dependent_auc: score is missing; it names the attribute that holds the predictions");
    CHECK_THROWS_WITH(
        time_dependent_auc(lives, {.ages = {180}, .score = "risk", .scores = {"risk"}}),
        "time_dependent_auc: scores = 1 names were given beside `score`; one of the two says them");
    CHECK_THROWS_WITH(time_dependent_auc(lives, {.ages = {180}, .scores = {"risk", "tens"}}),
                      "time_dependent_auc: scores = 2 names do not match the 1 ages");
    CHECK_THROWS_WITH(time_dependent_auc(lives, {.ages = {180, 180}, .score = "risk"}),
                      "time_dependent_auc: ages[1] = 180 is not after the age before, 180");
    CHECK_THROWS_WITH(time_dependent_auc(lives, {.ages = {not_a_number}, .score = "risk"}),
                      "time_dependent_auc: ages = nan is not an age: a number >= 0");
    CHECK_THROWS_WITH(time_dependent_auc(lives, {.ages = {180}, .score = "plan"}),
                      "time_dependent_auc: score = \"plan\" is no attribute of the lives; there are sex, "
                      "ph.ecog, age, inst, "
                      "tens, risk, survival_60, survival_180, survival_365, survival_540, survival_730");
    CHECK_THROWS_WITH(time_dependent_auc(lives, {.ages = {180}, .score = "risk", .confidence = 0}),
                      "time_dependent_auc: confidence = 0 is not in (0, 1)");
    LifetimeColumns columns = test::heart();
    CHECK_THROWS_WITH(time_dependent_auc(Lifetimes(columns), {.ages = {100}, .score = "age"}),
                      "time_dependent_auc: entry[3] = 1 is after the beginning; a weight by the chance to be "
                      "still watched needs lives that were watched from it on");
  }
}
