// SPDX-License-Identifier: MIT
#include <fealty/survival/cox_path.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

/// What glmnet prints of a penalty.
struct Expected {
  double penalty;
  std::vector<double> coef;
  double deviance_ratio;
};
void check(const CoxPath& path, const std::vector<Expected>& expected) {
  const std::size_t columns = expected[0].coef.size();
  REQUIRE(path.coef.size() == columns * expected.size());
  for (std::size_t k = 0; k < expected.size(); ++k)
    for (std::size_t j = 0; j < columns; ++j) {
      const std::size_t row = k * columns + j;
      CAPTURE(row);
      CHECK(path.penalty[row] == expected[k].penalty);
      CHECK(path.covariate.codes()[row] == j);
      if (expected[k].coef[j] == 0) CHECK(path.coef[row] == 0);
      else CHECK(path.coef[row] == doctest::Approx(expected[k].coef[j]).epsilon(2e-8));
      CHECK(path.deviance_ratio[row] == doctest::Approx(expected[k].deviance_ratio).epsilon(1e-10));
      const auto zeros = std::count(expected[k].coef.begin(), expected[k].coef.end(), 0.0);
      CHECK(path.nonzero[row] == static_cast<std::int64_t>(columns) - zeros);
    }
}
std::vector<double> part() {
  std::vector<double> weight;
  for (int i = 1; i <= 228; ++i) weight.push_back(0.5 + (i % 7) / 4.0);
  return weight;
}
/// Those whose performance is known; a weight for each.
LifetimeColumns complete_lung(bool weighted) {
  const LifetimeColumns all = test::lung();
  const auto values = [&](const char* name) { return std::get<Column<double>>(all.attributes.at(name)); };
  const auto known = values("ph.ecog");
  std::vector<double> duration, weight;
  std::vector<std::uint8_t> ended;
  std::map<std::string, std::vector<double>> columns;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < 228; ++i) {
    if (std::isnan(known[i])) continue;
    duration.push_back(all.duration[i]), ended.push_back(all.ended[i]);
    weight.push_back(part()[i]);
    for (const char* name : {"age", "sex", "ph.ecog"}) columns[name].push_back(values(name)[i]);
    ++kept;
  }
  Frame attributes;
  for (auto& [name, column] : columns) attributes.add(name, Column<double>(std::move(column)));
  LifetimeColumns lives{.duration = std::move(duration), .ended = std::move(ended), .attributes = attributes};
  if (weighted) lives.weight = std::move(weight);
  REQUIRE(kept == 227);
  return lives;
}
/// Random lives of many covariates, of which a few matter; late entries, ties, weights, groups.
struct ManyCovariates {
  std::vector<double> duration, entry, weight, group;
  std::vector<std::uint8_t> ended;
  std::vector<std::vector<double>> x;  // column by column

  ManyCovariates(std::uint64_t seed, std::size_t rows, std::size_t columns, std::size_t days)
      : x(columns, std::vector<double>(rows)) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> draw;
    for (std::size_t i = 0; i < rows; ++i) {
      const double common = draw(random);
      for (std::size_t j = 0; j < columns; ++j)
        x[j][i] = static_cast<double>(j + 1) * (draw(random) + .7 * common) + 10;
      const double risk = x[0][i] / 2 - (columns > 2 ? x[2][i] / 4 : 0);
      const double wait =
          -std::log(static_cast<double>(1 + random() % 1000) / 1001) * std::exp(-(risk - 2) / 2);
      const double most = static_cast<double>(days);
      duration.push_back(std::ceil(std::min(wait, 3.0) / 3 * most) + 1);
      ended.push_back(static_cast<std::uint8_t>(wait < 3 && random() % 4 != 0));
      entry.push_back(random() % 3 == 0 ? std::floor(duration.back() / 2) : std::nan(""));
      weight.push_back(.5 + static_cast<double>(random() % 8) / 4);
      group.push_back(static_cast<double>(random() % 2));
    }
  }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (std::size_t j = 0; j < x.size(); ++j) found.push_back(fmt::format("x{}", j));
    return found;
  }
  Lifetimes table(bool late, bool weighted, const std::vector<std::size_t>& rows) const {
    const auto picked = [&](const auto& column) {
      auto values = column;
      values.clear();
      for (const std::size_t row : rows) values.push_back(column[row]);
      return values;
    };
    Frame attributes;
    for (std::size_t j = 0; j < x.size(); ++j) attributes.add(names()[j], Column<double>(picked(x[j])));
    attributes.add("group", Column<double>(picked(group)));
    LifetimeColumns columns{.duration = picked(duration), .ended = picked(ended), .attributes = attributes};
    if (late) columns.entry = picked(entry);
    if (weighted) columns.weight = picked(weight);
    return Lifetimes(columns);
  }
  Lifetimes table(bool late, bool weighted) const {
    std::vector<std::size_t> rows(duration.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return table(late, weighted, rows);
  }
};
/// The score of each coefficient, summed up life by life.
struct SlowScore {
  const ManyCovariates& data;
  bool late, weighted, strata, efron;

  double weight(std::size_t i) const { return weighted ? data.weight[i] : 1; }
  bool at_risk(std::size_t k, std::size_t i) const {
    const bool entered = !late || std::isnan(data.entry[k]) || data.entry[k] < data.duration[i];
    return entered && data.duration[k] >= data.duration[i] && (!strata || data.group[k] == data.group[i]);
  }
  bool tied(std::size_t k, std::size_t i) const {
    return data.ended[k] != 0 && data.duration[k] == data.duration[i] &&
           (!strata || data.group[k] == data.group[i]);
  }
  std::vector<double> at(const std::vector<double>& beta) const {
    const std::size_t n = data.duration.size(), p = data.x.size();
    std::vector<double> risk(n), score(p);
    for (std::size_t i = 0; i < n; ++i) {
      double predictor = 0;
      for (std::size_t j = 0; j < p; ++j) predictor += beta[j] * (data.x[j][i] - 10);
      risk[i] = weight(i) * std::exp(predictor);
    }
    for (std::size_t i = 0; i < n; ++i) {
      if (data.ended[i] == 0) continue;
      double ties = 0, before = 0, ended_weight = 0;
      for (std::size_t k = 0; k < n; ++k)
        if (tied(k, i)) ties += 1, before += k < i ? 1 : 0, ended_weight += weight(k);
      const double share = efron ? before / ties : 0, mean_weight = efron ? ended_weight / ties : weight(i);
      double all = 0;
      std::vector<double> sums(p);
      for (std::size_t k = 0; k < n; ++k) {
        if (!at_risk(k, i)) continue;
        const double part = risk[k] * (tied(k, i) ? 1 - share : 1);
        all += part;
        for (std::size_t j = 0; j < p; ++j) sums[j] += part * data.x[j][k];
      }
      for (std::size_t j = 0; j < p; ++j) score[j] += weight(i) * data.x[j][i] - mean_weight * sums[j] / all;
    }
    return score;
  }
};
std::vector<double> coefficients(const CoxPath& path, std::size_t penalty, std::size_t columns) {
  const auto begin = path.coef.begin() + static_cast<std::ptrdiff_t>(penalty * columns);
  return {begin, begin + static_cast<std::ptrdiff_t>(columns)};
}
std::string refusal(const Lifetimes& lives, const CoxPathOptions& options) {
  try {
    cox_path(lives, options);
    return "nothing";
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_SUITE("survival/cox_path") {
  TEST_CASE("lung agrees with glmnet, for the lasso and half of it") {
    const Lifetimes lives(complete_lung(false));
    const CoxPathOptions options{
        .covariates = {"age", "sex", "ph.ecog"}, .ties = CoxTies::breslow, .penalties = {.001, .1, .01, .1}};
    const CoxPath path = cox_path(lives, options);
    check(path, {{.1, {0, -0.2438906578914, 0.2733484414110}, 0.01561518131958},
                 {.01, {0.009584409434373, -0.519470176149408, 0.444698815055355}, 0.02141930573496},
                 {.001, {0.01089458520018, -0.54862635835329, 0.46112166528538}, 0.02148611692472}});
    CHECK(path.lives == 227);
    CHECK(path.ended == 164);
    CHECK(path.null_log_likelihood == doctest::Approx(-744.6928192662).epsilon(1e-12));
    CHECK(path.covariate.ids()->text(1) == "sex");
    CoxPathOptions half = options;
    half.l1_ratio = .5;
    check(cox_path(lives, half),
          {{.1, {0.004039279496082, -0.365965425293748, 0.345266831920437}, 0.01927194292638},
           {.01, {0.0102774041081, -0.5313510272173, 0.4504762522009}, 0.02146111708658},
           {.001, {0.01096402688608, -0.54981298386893, 0.46169226569503}, 0.02148653487158}});
    half.standardize = false;
    half.penalties = {.1, .01};
    check(cox_path(lives, half),
          {{.1, {0.01329727404217, -0.17890587364450, 0.26328209922017}, 0.01598684975492},
           {.01, {0.01125747234879, -0.50273555879095, 0.44042003065740}, 0.02140182679609}});
  }
  TEST_CASE("factors, weights and strata agree with glmnet") {
    const CoxPathOptions options{
        .covariates = {"age", "sex", "ph.ecog"}, .ties = CoxTies::breslow, .penalties = {.1, .01}};
    CoxPathOptions factors = options;
    factors.penalty_factors = {0, 1, 3};
    check(cox_path(Lifetimes(complete_lung(false)), factors),
          {{.1, {0.01823765474389, -0.20652138556132, 0}, 0.007469327888324},
           {.01, {0.01194628401319, -0.51597198911298, 0.39890608418310}, 0.02123773625065}});
    const Lifetimes weighted(complete_lung(true));
    check(cox_path(weighted, options),
          {{.1, {0, -0.2545626409803, 0.2881578184802}, 0.01677141650769},
           {.01, {0.01010017925384, -0.53497883840063, 0.46362754961453}, 0.02270477845723}});
    CoxPathOptions strata = options;
    strata.covariates = {"age", "ph.ecog"}, strata.strata = {"sex"}, strata.l1_ratio = .7;
    check(cox_path(weighted, strata), {{.1, {0.0008289557286719, 0.3313956758125989}, 0.01376524209653},
                                       {.01, {0.01027368095933, 0.46157259990802}, 0.01642680114439}});
  }
  TEST_CASE("rossi, and the stretches of heart, agree with glmnet") {
    auto data = test::read_numbers("rossi.csv");
    const std::vector<std::string> covariates{"fin", "age", "race", "wexp", "mar", "paro", "prio"};
    Frame attributes;
    for (const auto& name : covariates) attributes.add(name, Column<double>(std::vector<double>(data[name])));
    check(cox_path(Lifetimes({.duration = std::vector<double>(data["week"]),
                              .ended = test::flags(data["arrest"]),
                              .attributes = attributes}),
                   {.covariates = covariates,
                    .ties = CoxTies::breslow,
                    .l1_ratio = .9,
                    .penalties = {.02, .005, .0005}}),
          {{.02,
            {-0.22333013915110, -0.04205760535096, 0.07709518325266, -0.12977515880203, -0.21641695961856, 0,
             0.07546919838157},
            0.0265914006971},
           {.005,
            {-0.33867315712849, -0.05295285818440, 0.25066324544182, -0.14694603635051, -0.37400629558657,
             -0.04832168441452, 0.08769254068305},
            0.02912737733139},
           {.0005,
            {-0.37496861910614, -0.05680613097506, 0.30766153575425, -0.15071424968673, -0.42666491403953,
             -0.08130935925894, 0.09077381246783},
            0.02932808986804}});
    check(cox_path(Lifetimes(test::heart()), {.covariates = {"age", "year", "surgery", "transplant"},
                                              .ties = CoxTies::breslow,
                                              .penalties = {.05, .01, .001}}),
          {{.05, {0.01438289098847, -0.09296704000297, -0.31972079121258, 0}, 0.02193557150039},
           {.01, {0.0244570098680, -0.1356975330660, -0.5663904963172, 0}, 0.02680359768924},
           {.001,
            {0.026796819098925, -0.145014697998185, -0.629031262470221, -0.002052204945873},
            0.02701492440792}});
  }
  TEST_CASE("the sequence begins where the first comes in, as glmnet has it") {
    const Lifetimes lives(complete_lung(false));
    CoxPathOptions options{.covariates = {"age", "sex", "ph.ecog"}, .ties = CoxTies::breslow, .count = 5};
    const CoxPath path = cox_path(lives, options);
    REQUIRE(path.penalty.size() == 15);
    for (std::size_t k = 0; k < 5; ++k)
      CHECK(path.penalty[3 * k] ==
            doctest::Approx(2.254680209107e-01 * std::pow(10, -static_cast<double>(k))).epsilon(1e-11));
    CHECK(coefficients(path, 0, 3) == std::vector<double>{0, 0, 0});
    CHECK(path.nonzero[0] == 0);
    CHECK(path.deviance_ratio[0] == 0);
    CHECK(path.nonzero[3] > 0);
    options.l1_ratio = .5, options.count = 1;
    CHECK(cox_path(lives, options).penalty[0] == doctest::Approx(4.509360418214e-01).epsilon(1e-11));
    options.count = 3, options.ratio = .25;
    CHECK(cox_path(lives, options).penalty[6] == doctest::Approx(4.509360418214e-01 / 4).epsilon(1e-11));
  }
  TEST_CASE("slopes of the likelihood are what the penalty asks for, by a slow sum of them") {
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
      CAPTURE(seed);
      const bool late = seed % 2 == 1, weighted = seed % 3 == 1, strata = seed % 4 > 1, efron = seed % 5 > 1;
      const std::size_t p = 3 + seed % 9, n = seed % 6 == 5 ? 12 : 90;
      const ManyCovariates data(seed, n, p, seed % 2 == 0 ? 12 : 3000);
      CoxPathOptions options{.covariates = data.names(),
                             .ties = efron ? CoxTies::efron : CoxTies::breslow,
                             .l1_ratio = seed % 3 == 0 ? 1 : .3,
                             .count = 6,
                             .ratio = .01,
                             .standardize = seed % 7 != 0};
      if (strata) options.strata = {"group"};
      if (seed % 4 == 0 && n > 12) {
        options.penalty_factors.assign(p, 1);
        options.penalty_factors[1] = 0, options.penalty_factors[2] = 2.5;
      }
      const CoxPath path = cox_path(data.table(late, weighted), options);
      REQUIRE(path.coef.size() == 6 * p);
      double weights = 0, ends = 0;
      for (std::size_t i = 0; i < n; ++i) {
        const double weight = weighted ? data.weight[i] : 1;
        weights += weight, ends += data.ended[i] != 0 ? weight : 0;
      }
      for (std::size_t k = 0; k < 6; ++k) {
        const std::vector<double> beta = coefficients(path, k, p);
        const std::vector<double> score = SlowScore{data, late, weighted, strata, efron}.at(beta);
        for (std::size_t j = 0; j < p; ++j) {
          double mean = 0, square = 0;
          for (std::size_t i = 0; i < n; ++i)
            mean += (weighted ? data.weight[i] : 1) * data.x[j][i] / weights;
          for (std::size_t i = 0; i < n; ++i)
            square += (weighted ? data.weight[i] : 1) * std::pow(data.x[j][i] - mean, 2) / weights;
          const double unit = options.standardize ? std::sqrt(square) : 1;
          const double factor = options.penalty_factors.empty() ? 1 : options.penalty_factors[j];
          const double penalty = path.penalty[k * p] * factor * unit;
          const double slope = score[j] / weights - penalty * (1 - options.l1_ratio) * beta[j] * unit;
          const double tolerance = 2e-9 * ends / weights * std::sqrt(square);
          if (beta[j] != 0)
            CHECK(std::abs(slope - std::copysign(penalty * options.l1_ratio, beta[j])) < tolerance);
          else CHECK(std::abs(slope) < penalty * options.l1_ratio + tolerance);
        }
      }
    }
  }
  TEST_CASE("a small penalty gives what cox() finds, and the last is the penalized model of cox()") {
    const Lifetimes lives(complete_lung(true));
    const std::vector<std::string> three{"age", "sex", "ph.ecog"};
    const CoxModel model = cox(lives, {.covariates = three});
    const CoxPath path = cox_path(lives, {.covariates = three, .penalties = {1e-10}});
    for (std::size_t j = 0; j < 3; ++j) CHECK(path.coef[j] == doctest::Approx(model.coef[j]).epsilon(1e-6));
    CHECK(path.log_likelihood[0] == doctest::Approx(model.log_likelihood).epsilon(1e-12));
    // A penalty that is nearly all of squares is the ridge, times the sum of weights.
    double weights = 0;
    const LifetimeColumns columns = complete_lung(true);
    for (std::size_t i = 0; i < columns.weight.size(); ++i) weights += columns.weight[i];
    const CoxModel ridge = cox(lives, {.covariates = three, .penalty = .2 * weights});
    const CoxPath net = cox_path(lives, {.covariates = three, .l1_ratio = 1e-9, .penalties = {.2}});
    for (std::size_t j = 0; j < 3; ++j) CHECK(net.coef[j] == doctest::Approx(ridge.coef[j]).epsilon(1e-6));
  }
  TEST_CASE("the order of rows, units, and the number of threads do not matter") {
    const ManyCovariates data(77, 3000, 12, 400);
    std::vector<std::size_t> order(3000);
    std::iota(order.begin(), order.end(), std::size_t{0});
    CoxPathOptions options{.covariates = data.names(), .l1_ratio = .8, .count = 8, .threads = 1};
    const CoxPath path = cox_path(data.table(true, true), options);
    CHECK(path.nonzero.back() == 12);
    options.threads = 2;
    CHECK(cox_path(data.table(true, true), options).coef == path.coef);
    std::shuffle(order.begin(), order.end(), std::mt19937_64(3));
    const CoxPath shuffled = cox_path(data.table(true, true, order), options);
    ManyCovariates far = data;
    for (double& value : far.x[1]) value = 1e8 + 1e3 * value;
    const CoxPath other = cox_path(far.table(true, true), options);
    for (std::size_t row = 0; row < path.coef.size(); ++row) {
      CHECK(shuffled.coef[row] == doctest::Approx(path.coef[row]).epsilon(1e-9));
      CHECK(other.coef[row] * (row % 12 == 1 ? 1e3 : 1) == doctest::Approx(path.coef[row]).epsilon(1e-6));
    }
  }
  TEST_CASE("more covariates than rows, and one that tells who ends before whom, have coefficients") {
    const ManyCovariates data(5, 40, 120, 200);
    const CoxPath path =
        cox_path(data.table(false, false), {.covariates = data.names(), .l1_ratio = .9, .count = 20});
    CHECK(path.penalty.back() == doctest::Approx(path.penalty[0] / 100));
    CHECK(path.nonzero.back() > 5);
    CHECK(path.nonzero.back() < 60);
    for (std::size_t k = 1; k < 20; ++k) CHECK(path.log_likelihood[120 * k] > path.log_likelihood[0]);
    CHECK(path.deviance_ratio.back() < 1);
    ManyCovariates separated(6, 60, 2, 50);
    for (std::size_t i = 0; i < 60; ++i) separated.x[1][i] = -separated.duration[i];
    const CoxPath told =
        cox_path(separated.table(false, false), {.covariates = separated.names(), .count = 10});
    CHECK(std::isfinite(told.coef.back()));
    CHECK(told.coef.back() > 0);
    CHECK(told.deviance_ratio.back() > .75);
    CHECK(refusal(separated.table(false, false),
                  {.covariates = separated.names(), .penalty_factors = {1, 0}}) ==
          "cox_path: x1 tells who ends before whom; without a penalty its coefficient has no end");
  }
  TEST_CASE("what the data do not tell has no coefficient; of two that are alike the sum counts") {
    ManyCovariates data(9, 80, 5, 300);
    data.x[1] = data.x[0];
    std::fill(data.x[3].begin(), data.x[3].end(), 4.5);
    data.x[4] = data.x[2];
    const Lifetimes lives = data.table(false, false);
    const CoxPathOptions options{
        .covariates = data.names(), .l1_ratio = .5, .penalties = {.05}, .penalty_factors = {1, 1, 0, 1, 0}};
    const CoxPath path = cox_path(lives, options);
    REQUIRE(path.findings.size() == 2);
    CHECK(path.findings[0].code == "constant_covariate");
    CHECK(path.findings[0].message == "cox_path: x3 is the same in all lives; it has no coefficient");
    CHECK(path.findings[1].code == "collinear_covariate");
    CHECK(path.findings[1].message ==
          "cox_path: x4 is told by strata or by covariates before it that have no penalty; it has no "
          "coefficient");
    CHECK(std::isnan(path.coef[3]));
    CHECK(std::isnan(path.coef[4]));
    CHECK(path.nonzero[0] == 3);
    CHECK(path.coef[0] == doctest::Approx(path.coef[1]).epsilon(1e-7));
    CoxPathOptions lasso = options;
    lasso.l1_ratio = 1, lasso.penalty_factors = {};
    CoxPathOptions one = lasso;
    one.covariates = {"x0", "x2"};
    const CoxPath both = cox_path(lives, lasso), alone = cox_path(lives, one);
    CHECK(both.coef[0] + both.coef[1] == doctest::Approx(alone.coef[0]).epsilon(1e-7));
    CHECK(both.log_likelihood[0] == doctest::Approx(alone.log_likelihood[0]).epsilon(1e-11));
    // Nothing to let in.
    one.covariates = {"x3"}, one.penalties = {};
    CHECK(cox_path(lives, one).coef.empty());
  }
  TEST_CASE("texts are covariates by their levels") {
    LifetimeColumns columns = test::lung();
    std::vector<std::string> level;
    for (int i = 0; i < 228; ++i) level.push_back(i % 3 == 0 ? "mild" : i % 3 == 1 ? "none" : "severe");
    columns.attributes.add("level", test::texts(level));
    const CoxPath path = cox_path(Lifetimes(columns), {.covariates = {"level", "age"}, .count = 2});
    CHECK(path.covariate.ids()->text(path.covariate.codes()[0]) == "level=none");
    CHECK(path.covariate.ids()->text(path.covariate.codes()[1]) == "level=severe");
    CHECK(path.covariate.ids()->text(path.covariate.codes()[5]) == "age");
  }
  TEST_CASE("a table of one row, and of none") {
    Frame attributes;
    attributes.add("x", Column<double>(std::vector<double>{3}));
    const CoxPath one = cox_path(Lifetimes({.duration = std::vector<double>{4},
                                            .ended = std::vector<std::uint8_t>{1},
                                            .attributes = attributes}),
                                 {.covariates = {"x"}, .penalties = {1}});
    CHECK(one.coef.size() == 1);
    CHECK(std::isnan(one.coef[0]));
    CHECK(one.findings.size() == 1);
    Frame none;
    none.add("x", Column<double>(std::vector<double>{}));
    CHECK(refusal(Lifetimes({.duration = std::vector<double>{},
                             .ended = std::vector<std::uint8_t>{},
                             .attributes = none}),
                  {.covariates = {"x"}}) ==
          "cox_path: lives = 0 rows none of which has ended tell no hazard");
  }
  TEST_CASE("bad settings are refused by name") {
    const Lifetimes lives(test::lung());
    const std::vector<std::string> age{"age"};
    CHECK(refusal(lives, {.covariates = {}}) ==
          "cox_path: covariates = 0 names were given; a path needs one");
    CHECK(refusal(lives, {.covariates = {"plan"}}) ==
          "cox_path: covariates = \"plan\" is no attribute of the lives; there are sex, ph.ecog, age, inst");
    CHECK(refusal(lives, {.covariates = age, .ties = CoxTies::exact}) ==
          "cox_path: ties = exact is for cox(); a path has efron and breslow");
    CHECK(refusal(lives, {.covariates = age, .l1_ratio = 0}) == "cox_path: l1_ratio = 0 is not in (0, 1]");
    CHECK(refusal(lives, {.covariates = age, .penalties = {.1, 0}}) ==
          "cox_path: penalties = 0 is not above 0; cox() fits without a penalty");
    CHECK(refusal(lives, {.covariates = age, .penalties = {std::nan("")}}) ==
          "cox_path: penalties = nan is not a number >= 0");
    CHECK(refusal(lives, {.covariates = age, .count = 0}) == "cox_path: count = 0 is less than 1");
    CHECK(refusal(lives, {.covariates = age, .ratio = 1.}) == "cox_path: ratio = 1 is not in (0, 1)");
    CHECK(refusal(lives, {.covariates = age, .penalty_factors = {1, 2}}) ==
          "cox_path: penalty_factors = 2 numbers are not one for each of 1 covariates");
    CHECK(refusal(lives, {.covariates = age, .tolerance = 0}) == "cox_path: tolerance = 0 is not in (0, 1)");
    CHECK(refusal(lives, {.covariates = age, .max_iterations = 0}) ==
          "cox_path: max_iterations = 0 is less than 1");
    CHECK(refusal(lives, {.covariates = age, .ratio = 1e-3, .max_iterations = 1}) ==
          "cox_path: max_iterations = 1 steps do not reach the tolerance");
  }
}
