// SPDX-License-Identifier: MIT
#include <fealty/survival/concordance.hpp>

#include <fealty/survival/cox.hpp>
#include <fealty/survival/cox_risk.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "data.hpp"
#include "refusal.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

using test::refusal;

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }
/// Concordance, its standard error, and pairs: concordant, discordant, of one score, of one age, of both.
void check(const Concordance& found, const std::vector<double>& expected) {
  const std::vector<double> values{found.concordance[0], found.std_error[0],  found.concordant[0],
                                   found.discordant[0],  found.tied_score[0], found.tied_age[0],
                                   found.tied_both[0]};
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(values[i] == near(expected[i]));
}
/// The same columns with a score.
LifetimeColumns scored(LifetimeColumns columns, std::vector<double> score) {
  columns.attributes.add("score", Column<double>(std::move(score)));
  return columns;
}
Concordance concordance_of(const LifetimeColumns& columns, std::vector<double> score,
                           ConcordanceOptions options = {.score = "score"}) {
  options.score = "score";
  return concordance(Lifetimes(scored(columns, std::move(score))), options);
}
/// A score with ties.
std::vector<double> lung_score() {
  const auto data = test::read_numbers("lung.csv");
  std::vector<double> score;
  for (std::size_t i = 0; i < 228; ++i)
    score.push_back(std::floor(data.at("age")[i] / 10) - 2 * data.at("sex")[i]);
  return score;
}
}  // namespace

TEST_SUITE("survival/concordance") {
  TEST_CASE("all weights of pairs agree with R") {
    const LifetimeColumns columns = test::lung();
    const auto of = [&](PairWeight weight) {
      return concordance_of(columns, lung_score(), {.score = "score", .pair_weight = weight});
    };
    check(of(PairWeight::harrell),
          {6.022034575797e-01, 2.449242539652e-02, 1.019500000000e+04, 6.104000000000e+03, 3.715000000000e+03,
           2.300000000000e+01, 5.000000000000e+00});
    check(of(PairWeight::uno),
          {5.930862186935e-01, 2.254631473926e-02, 1.288664716013e+04, 8.095462829769e+03, 4.753086893218e+03,
           3.000092217987e+01, 5.241128494613e+00});
    check(of(PairWeight::survival),
          {5.979536896439e-01, 2.339540409648e-02, 1.127831594263e+04, 6.906110686745e+03, 4.133289384047e+03,
           2.587071037413e+01, 5.116972308283e+00});
    check(of(PairWeight::schemper),
          {5.930862186935e-01, 2.254631473926e-02, 1.288664716013e+04, 8.095462829769e+03, 4.753086893218e+03,
           3.000092217987e+01, 5.241128494613e+00});
    check(of(PairWeight::information),
          {0.58079092807674, 0.02259300366572, 78.98584758114674, 52.85988947201867, 29.84294960428758,
           0.18346216708540, 0.02756077292721});
  }
  TEST_CASE("so do cases, strata, clusters, a horizon and the other direction") {
    LifetimeColumns columns = test::lung();
    check(concordance_of(columns, lung_score(), {.score = "score", .higher_ends_earlier = false}),
          {3.977965424203e-01, 2.449242539652e-02, 6.104000000000e+03, 1.019500000000e+04, 3.715000000000e+03,
           2.300000000000e+01, 5.000000000000e+00});
    check(concordance_of(columns, lung_score(), {.score = "score", .horizon = 365}),
          {6.052858219399e-01, 2.586784602709e-02, 9.528000000000e+03, 5.616000000000e+03, 3.434000000000e+03,
           2.100000000000e+01, 5.000000000000e+00});
    check(concordance_of(columns, lung_score(), {.score = "score", .strata = {"ph.ecog"}}),
          {5.832983046098e-01, 2.493607289763e-02, 3.497000000000e+03, 2.308000000000e+03, 1.332000000000e+03,
           6.000000000000e+00, 1.000000000000e+00});
    CHECK(concordance_of(columns, lung_score(), {.score = "score", .strata = {"ph.ecog"}}).left_out == 1);
    check(concordance_of(columns, lung_score(), {.score = "score", .cluster = "inst"}),
          {6.022034575797e-01, 1.741488877889e-02, 1.019500000000e+04, 6.104000000000e+03, 3.715000000000e+03,
           2.300000000000e+01, 5.000000000000e+00});
    std::vector<double> weight;
    for (int i = 0; i < 228; ++i) weight.push_back(1 + i % 3);
    columns.weight = std::move(weight);
    columns.weight_kind = WeightKind::sampling;  // as R takes them
    check(concordance_of(columns, lung_score()),
          {5.992861168514e-01, 2.539200447337e-02, 4.036400000000e+04, 2.450900000000e+04, 1.497200000000e+04,
           7.000000000000e+01, 2.300000000000e+01});
    check(concordance_of(columns, lung_score(), {.score = "score", .pair_weight = PairWeight::uno}),
          {5.881430053913e-01, 2.379538022122e-02, 5.092189765125e+04, 3.279753387890e+04, 1.909283185863e+04,
           9.371021556994e+01, 2.463930983496e+01});
  }
  TEST_CASE("stretches of lives agree with R, and so do the models' own scores") {
    const auto data = test::read_numbers("stanford_heart.csv");
    std::vector<double> score;
    for (std::size_t i = 0; i < 172; ++i)  // R rounds halves to even, of which there are none
      score.push_back(std::round(data.at("age")[i]) - 10 * data.at("surgery")[i]);
    const LifetimeColumns late = test::heart();
    check(concordance_of(late, score),
          {5.988050453640e-01, 3.620427958255e-02, 2.639000000000e+03, 1.746000000000e+03, 1.340000000000e+02,
           1.600000000000e+01, 0.000000000000e+00});
    check(concordance_of(late, score, {.score = "score", .cluster = "id"}),
          {5.98805045364e-01, 3.58441793344e-02, 2.63900000000e+03, 1.74600000000e+03, 1.34000000000e+02,
           1.60000000000e+01, 0.00000000000e+00});
    const LifetimeColumns lung = test::lung();
    const CoxModel model = cox(Lifetimes(lung), {.covariates = {"age", "sex", "ph.ecog"}});
    const auto own = concordance_of(lung, cox_risk(model, lung.attributes).linear_predictor);
    CHECK(own.concordance[0] == doctest::Approx(.637135493).epsilon(1e-9));
    CHECK(own.std_error[0] == doctest::Approx(.02506797385).epsilon(1e-9));
    CHECK(own.lives == 227);
    CHECK(own.left_out == 1);
  }
  TEST_CASE("it is what a count of all pairs says, in any order of rows and on any scale of the score") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      test::RandomLives random(seed, 120);
      const bool late = seed % 2 == 0;
      std::mt19937_64 draw(seed);
      std::vector<double> score, cubed;
      for (std::size_t i = 0; i < random.size(); ++i) {
        score.push_back(static_cast<double>(draw() % 9));
        cubed.push_back(std::pow(score.back(), 3) - 100);
      }
      double concordant = 0, discordant = 0, tied = 0;
      for (std::size_t i = 0; i < random.size(); ++i)
        for (std::size_t j = 0; j < random.size(); ++j) {
          const bool outlives = random.duration[j] > random.duration[i] ||
                                (random.duration[j] == random.duration[i] && random.ended[j] == 0);
          const bool there = !late || std::isnan(random.entry[j]) || random.entry[j] < random.duration[i];
          if (random.ended[i] == 0 || !outlives || !there) continue;
          const double pair = random.weight[i] * random.weight[j];
          (score[i] > score[j] ? concordant : score[i] < score[j] ? discordant : tied) += pair;
        }
      const ConcordanceOptions options{.score = "score"};
      random.score = score;
      const auto found = concordance(random.table(late, true), options);
      CHECK(found.concordant[0] == near(concordant));
      CHECK(found.discordant[0] == near(discordant));
      CHECK(found.tied_score[0] == near(tied));
      CHECK(found.concordance[0] == near((concordant + tied / 2) / (concordant + discordant + tied)));
      std::vector<std::size_t> back;
      for (std::size_t i = random.size(); i-- > 0;) back.push_back(i);
      const auto other = concordance(random.table(back, late, true), options);
      CHECK(other.concordance[0] == near(found.concordance[0]));
      CHECK(other.std_error[0] == near(found.std_error[0]));
      random.score = cubed;
      CHECK(concordance(random.table(late, true), options).concordance[0] == found.concordance[0]);
    }
  }
  TEST_CASE("cases are so many lives that are alike") {
    test::RandomLives random(9, 40), repeated(9, 0);
    std::mt19937_64 draw(3);
    for (std::size_t i = 0; i < random.size(); ++i) {
      random.score.push_back(static_cast<double>(draw() % 5));
      random.weight[i] = static_cast<double>(1 + draw() % 4);
      for (int times = 0; times < random.weight[i]; ++times) {
        repeated.duration.push_back(random.duration[i]), repeated.entry.push_back(random.entry[i]);
        repeated.ended.push_back(random.ended[i]), repeated.group.push_back(random.group[i]);
        repeated.weight.push_back(1), repeated.score.push_back(random.score[i]);
      }
    }
    for (const bool late : {false, true}) {
      const auto cases = concordance(random.table(late, true), {.score = "score"});
      const auto rows = concordance(repeated.table(late, false), {.score = "score"});
      CHECK(cases.concordance[0] == near(rows.concordance[0]));
      CHECK(cases.std_error[0] == near(rows.std_error[0]));
      CHECK(cases.tied_age[0] == near(rows.tied_age[0]));
      CHECK(cases.tied_both[0] == near(rows.tied_both[0]));
    }
  }
  TEST_CASE("nothing is left of weights that are gone") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      std::mt19937_64 draw(seed);
      LifetimeColumns columns;  // each life begins after the one before has ended
      std::vector<double> duration, entry, weight, score;
      for (int i = 0; i < 12; ++i) {
        entry.push_back(i), duration.push_back(i + 1);
        weight.push_back(static_cast<double>(1 + draw() % 1000) / 7);
        score.push_back(static_cast<double>(draw() % 4));
      }
      columns.duration = std::move(duration), columns.entry = std::move(entry);
      columns.weight = std::move(weight), columns.ended = std::vector<std::uint8_t>(12, 1);
      CHECK(std::isnan(concordance_of(columns, score).concordance[0]));
    }
  }
  TEST_CASE("without pairs there is no answer; a constant score tells nothing") {
    const LifetimeColumns one{.duration = std::vector<double>{3}, .ended = std::vector<std::uint8_t>{1}};
    const auto none = concordance_of(one, {1});
    CHECK(std::isnan(none.concordance[0]));
    CHECK(std::isnan(none.std_error[0]));
    CHECK(std::isnan(none.lower[0]));
    CHECK(none.concordant[0] == 0);
    const LifetimeColumns columns = test::lung();
    const auto flat = concordance_of(columns, std::vector<double>(228, 2));
    CHECK(flat.concordance[0] == .5);
    CHECK(flat.std_error[0] == 0);
    const auto missing =
        concordance_of(columns, std::vector<double>(228, std::numeric_limits<double>::quiet_NaN()));
    CHECK(missing.left_out == 228);
    CHECK(std::isnan(missing.concordance[0]));
  }
  TEST_CASE("bad input is refused") {
    const LifetimeColumns columns = test::lung();
    CHECK(refusal([&] {
            concordance(Lifetimes(test::heart()), {.score = "age", .pair_weight = PairWeight::uno});
          }) == "concordance: pair_weight = uno needs lives that were watched from the beginning");
    CHECK(refusal([&] { concordance(Lifetimes(columns), {.score = "risk"}); }) ==
          "concordance: score = \"risk\" is no attribute of the lives; there are sex, ph.ecog, age, inst");
    std::vector<double> score = lung_score();
    score[3] = std::numeric_limits<double>::infinity();
    CHECK(refusal([&] { concordance_of(columns, score); }) ==
          "concordance: score[3] = inf is not a finite number");
    CHECK(refusal([&] { concordance_of(columns, lung_score(), {.score = "score", .horizon = -1}); }) ==
          "concordance: horizon = -1 is not an age: a number >= 0");
    CHECK(refusal([&] { concordance_of(columns, lung_score(), {.score = "score", .confidence = 0}); }) ==
          "concordance: confidence = 0 is not in (0, 1)");
  }
}
