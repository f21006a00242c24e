// SPDX-License-Identifier: MIT
#include <fealty/health/roc_auc.hpp>

#include "health/asah.hpp"
#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using test::Scored;

namespace {

doctest::Approx near(double value, double epsilon = 1e-12) {
  return doctest::Approx(value).epsilon(epsilon).scale(0);
}

/// Area and DeLong's variance as sums over all pairs.
std::pair<double, double> by_pairs(const Scored& rows) {
  std::vector<double> with, without;
  std::vector<double> mine;
  double pairs = 0, m = 0, n = 0;
  for (const std::uint8_t happened : rows.outcome) (happened != 0 ? m : n) += 1;
  for (std::size_t i = 0; i < rows.score.size(); ++i) {
    double order = 0;
    for (std::size_t j = 0; j < rows.score.size(); ++j) {
      if (rows.outcome[j] == rows.outcome[i]) continue;
      const double apart =
          rows.outcome[i] != 0 ? rows.score[i] - rows.score[j] : rows.score[j] - rows.score[i];
      order += apart > 0 ? 1 : apart == 0 ? 0.5 : 0;
    }
    (rows.outcome[i] != 0 ? with : without).push_back(order / (rows.outcome[i] != 0 ? n : m));
    if (rows.outcome[i] != 0) pairs += order;
  }
  const double area = pairs / (m * n);
  double s10 = 0, s01 = 0;
  for (const double each : with) s10 += (each - area) * (each - area);
  for (const double each : without) s01 += (each - area) * (each - area);
  return {area, s10 / (m - 1) / m + s01 / (n - 1) / n};
}
/// What the area is without each of the rows of one kind: the jackknife of a U statistic.
double jackknife_variance(const Scored& rows) {
  double variance = 0;
  for (const int kind : {0, 1}) {
    std::vector<double> areas;
    for (std::size_t i = 0; i < rows.score.size(); ++i) {
      if (rows.outcome[i] != kind) continue;
      Scored fewer = rows;
      fewer.score.erase(fewer.score.begin() + static_cast<std::ptrdiff_t>(i));
      fewer.outcome.erase(fewer.outcome.begin() + static_cast<std::ptrdiff_t>(i));
      areas.push_back(by_pairs(fewer).first);
    }
    double mean = 0, squares = 0;
    const auto k = static_cast<double>(areas.size());
    for (const double each : areas) mean += each / k;
    for (const double each : areas) squares += (each - mean) * (each - mean);
    variance += squares * (k - 1) / k;
  }
  return variance;
}
bool same(const RocAuc& a, const RocAuc& b) {
  return a.auc == b.auc && a.std_error == b.std_error && a.lower == b.lower && a.upper == b.upper;
}
/// How often intervals cover the truth: `rows` normal scores, a fifth of which lie 1 higher, each of which is
/// there `times`.
int covered(AucInterval interval, std::size_t rows, std::size_t times, std::optional<bool> cluster,
            int tries) {
  const double truth = 0.5 * std::erfc(-0.5);  // P(Z < 1 / sqrt 2)
  std::mt19937_64 random(7);
  std::normal_distribution<double> normal;
  int found = 0;
  for (int i = 0; i < tries; ++i) {
    Scored drawn;
    for (std::size_t row = 0; row < rows; ++row) {
      const bool happened = row % 5 == 0;
      const double score = normal(random) + (happened ? 1 : 0);
      for (std::size_t time = 0; time < times; ++time) {
        drawn.score.push_back(score);
        drawn.outcome.push_back(happened ? 1 : 0);
        drawn.account.push_back(static_cast<std::int64_t>(row));
      }
    }
    const RocAuc auc = roc_auc(drawn.examples(), {.interval = interval, .cluster = cluster, .draws = 400});
    found += auc.lower[0] <= truth && truth <= auc.upper[0] ? 1 : 0;
  }
  return found;
}

}  // namespace

TEST_SUITE("health/roc_auc") {
  TEST_CASE("areas, errors and intervals are pROC's") {
    const auto check = [](const char* score, const std::vector<double>& expected) {
      const RocAuc found = roc_auc(test::asah(score).examples());
      CHECK(found.auc[0] == near(expected[0]));
      CHECK(found.std_error[0] * found.std_error[0] == near(expected[1]));
      CHECK(found.lower[0] == near(expected[2]));
      CHECK(found.upper[0] == near(expected[3]));
      CHECK(found.examples == tables::Counts{113});
      CHECK(found.outcomes == tables::Counts{41});
      CHECK(found.left_out == tables::Counts{0});
      CHECK(found.findings.empty());
      CHECK_FALSE(found.clustered);
    };
    check("s100b", {0.731368563685637, 0.002668682457172, 0.630118211761623, 0.832618915609651});
    check("wfns", {0.823678861788618, 0.001469914708824, 0.748534887819453, 0.898822835757783});
    check("ndka", {0.611957994579946, 0.003190810549391, 0.501244999271703, 0.722670989888189});
    const RocAuc narrow = roc_auc(test::asah("s100b").examples(), {.confidence = 0.8});
    CHECK(narrow.lower[0] == near(0.6651645170584));
    CHECK(narrow.upper[0] == near(0.7975726103129));
    CHECK(narrow.confidence == 0.8);
  }

  TEST_CASE("clusters and weights as sums over all pairs have them") {
    const auto check = [](bool accounts, bool weights, double auc, double std_error) {
      const RocAuc found = roc_auc(test::asah_with(accounts, weights).examples());
      CHECK(found.auc[0] == near(auc));
      CHECK(found.std_error[0] == near(std_error));
      CHECK(found.clustered == accounts);
    };
    check(true, false, 0.73136856368564, 0.04615787236312);
    check(false, true, 0.72398508699254, 0.05814144094986);
    check(true, true, 0.72398508699254, 0.05896100373956);
  }

  TEST_CASE("the bootstrap comes to what pROC's does, whatever the number of threads") {
    const Examples patients = test::asah("s100b").examples();
    const RocAuc found = roc_auc(patients, {.interval = AucInterval::bootstrap, .draws = 20000});
    CHECK(found.lower[0] == near(0.6278791661482, 0.005));  // of 20,000 other draws
    CHECK(found.upper[0] == near(0.8288205610806, 0.005));
    CHECK(found.std_error[0] == near(std::sqrt(0.002668682457172), 0.03));
    CHECK(found.interval == AucInterval::bootstrap);
    const RocAucOptions options{.interval = AucInterval::bootstrap, .draws = 200, .threads = 1};
    RocAucOptions threads = options, seed = options;
    threads.threads = 2;
    seed.seed = 2;
    CHECK(same(roc_auc(patients, options), roc_auc(patients, threads)));
    CHECK_FALSE(same(roc_auc(patients, options), roc_auc(patients, seed)));
  }

  TEST_CASE("the logit interval is that of the logarithm of the odds") {
    const RocAuc found = roc_auc(test::asah("s100b").examples(), {.interval = AucInterval::logit});
    // plogis(qlogis(auc) + c(-1, 1) * qnorm(.975) * sqrt(var) / (auc * (1 - auc)))
    const double auc = 0.731368563685637, half = 1.959963984540054 * std::sqrt(0.002668682457172);
    const double middle = std::log(auc / (1 - auc)), wide = half / (auc * (1 - auc));
    CHECK(found.lower[0] == near(1 / (1 + std::exp(-(middle - wide)))));
    CHECK(found.upper[0] == near(1 / (1 + std::exp(-(middle + wide)))));
  }

  TEST_CASE("all pairs, one by one, and the jackknife agree") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 20; ++i) {
      const Scored rows = test::drawn_rows(20 + random() % 300, random);
      const auto pairs = by_pairs(rows);
      const RocAuc found = roc_auc(rows.examples());
      CHECK(found.auc[0] == near(pairs.first));
      CHECK(found.std_error[0] == near(std::sqrt(pairs.second)));
    }
    const Scored few = test::drawn_rows(60, random);  // its variance is the jackknife's to the last digit
    CHECK(roc_auc(few.examples()).std_error[0] == near(std::sqrt(jackknife_variance(few)), 1e-9));
  }

  TEST_CASE("rows in another order, and scores through a rising function, change no bit") {
    std::mt19937_64 random(2);
    for (const bool extras : {false, true})
      for (int i = 0; i < 10; ++i) {
        Scored rows = test::drawn_rows(2 + random() % 1000, random, extras);
        if (extras) rows.weight.clear();
        const auto all_same = [&](const Scored& others) {
          for (const AucInterval interval : {AucInterval::delong, AucInterval::bootstrap}) {
            const RocAucOptions options{.interval = interval, .draws = 20};
            const RocAuc a = roc_auc(rows.examples(), options), b = roc_auc(others.examples(), options);
            if (std::isnan(a.auc[0]) || std::isnan(a.lower[0])) continue;
            CHECK(same(a, b));
          }
        };
        all_same(rows.shuffled(random));
        Scored risen = rows;
        for (double& each : risen.score) each = std::exp(each) - 5;
        all_same(risen);
      }
  }

  TEST_CASE("the other direction has the other pairs in order") {
    std::mt19937_64 random(3);
    Scored rows = test::drawn_rows(500, random, true);
    const RocAuc found = roc_auc(rows.examples());
    CHECK(found.auc[0] + roc_auc(rows.examples(), {.higher_predicts_outcome = false}).auc[0] == near(1));
    for (double& each : rows.score) each = -each;
    const RocAuc down = roc_auc(rows.examples(), {.higher_predicts_outcome = false});
    CHECK(same(found, down));
    const RocAuc wrong = roc_auc(rows.examples());
    REQUIRE(tables::codes(wrong.findings) == "wrong_direction");
    CHECK(wrong.findings[0].message ==
          fmt::format("roc_auc: the area is below .5, with its whole interval up to {:.4f}: the score points "
                      "the other way than higher_predicts_outcome says",
                      wrong.upper[0]));
  }

  TEST_CASE("weights that are all alike, and accounts of one row, are DeLong") {
    std::mt19937_64 random(4);
    Scored rows = test::drawn_rows(400, random);
    const RocAuc found = roc_auc(rows.examples());
    rows.weight.assign(400, 3);
    const RocAuc weighted = roc_auc(rows.examples());
    CHECK(weighted.auc[0] == near(found.auc[0]));
    CHECK(weighted.std_error[0] == near(found.std_error[0]));
    for (std::int64_t i = 0; i < 400; ++i) rows.account.push_back(i);
    CHECK(roc_auc(rows.examples()).std_error[0] == near(found.std_error[0]));
    rows.weight.clear();
    CHECK(same(roc_auc(rows.examples()), found));
  }

  TEST_CASE("scores of every size are sorted: signs, tiny and huge, alike but for the last bits") {
    std::mt19937_64 random(5);
    const auto compare = [&](const auto& draw) {
      Scored rows;
      for (std::size_t i = 0; i < 700; ++i) {
        rows.score.push_back(draw());
        rows.outcome.push_back(random() % 3 == 0 ? 1 : 0);
      }
      CHECK(roc_auc(rows.examples()).auc[0] == near(by_pairs(rows).first));
      rows.weight.assign(700, 1);  // sorted with their rows
      CHECK(roc_auc(rows.examples()).auc[0] == near(by_pairs(rows).first));
    };
    compare([&] {
      return std::ldexp(static_cast<double>(random()) - 9e18, static_cast<int>(random() % 1900) - 1060);
    });
    compare([&] { return 1 + static_cast<double>(random() % 500) * 0x1p-52; });
    compare(
        [&] { return static_cast<double>(random() % 3) - 1 + static_cast<double>(random() % 50) * 0x1p-50; });
    compare([&] { return random() % 2 == 0 ? 0.0 : -0.0; });
    compare([&] { return static_cast<double>(random() % 10001) / 100; });
    compare([&] { return (random() % 2 == 0 ? 1 : -1) * std::numeric_limits<double>::max(); });
  }

  TEST_CASE("scores that are missing are left out, and counted") {
    Scored rows{{0.1, 0.4, std::nan(""), 0.35, 0.8, std::nan("")}, {0, 0, 1, 1, 1, 0}};
    for (const AucInterval interval : {AucInterval::delong, AucInterval::bootstrap}) {
      const RocAuc found = roc_auc(rows.examples(), {.interval = interval, .draws = 20});
      CHECK(found.auc[0] == 0.75);
      CHECK(found.examples == tables::Counts{4});
      CHECK(found.outcomes == tables::Counts{2});
      CHECK(found.left_out == tables::Counts{2});
    }
    ExampleColumns nulls{.outcome = rows.outcome};
    nulls.attributes.add("score", tables::with_nulls<std::int64_t>({10, 40, 99, 35, 80, 98}, {2, 5}));
    CHECK(roc_auc(Examples(nulls)).auc[0] == 0.75);
    ExampleColumns kinds{.outcome = std::vector<std::uint8_t>{0, 0, 1, 1}};
    kinds.attributes.add("amount", DecimalColumn{std::vector<std::int64_t>{10, 40, 35, 80}, 2});
    kinds.attributes.add("flag", Flags{std::vector<std::uint8_t>{0, 1, 1, 1}});
    CHECK(roc_auc(Examples(kinds), {.score = "amount"}).auc[0] == 0.75);
    CHECK(roc_auc(Examples(kinds), {.score = "flag"}).auc[0] == 0.75);
  }

  TEST_CASE("no pair, no area") {
    const auto none = [](Scored rows, const char* counts) {
      for (const AucInterval interval : {AucInterval::delong, AucInterval::bootstrap}) {
        const RocAuc found = roc_auc(rows.examples(), {.interval = interval});
        CHECK(std::isnan(found.auc[0]));
        CHECK(std::isnan(found.std_error[0]));
        CHECK(std::isnan(found.lower[0]));
        CHECK(std::isnan(found.upper[0]));
        REQUIRE(tables::codes(found.findings) == "one_class");
        CHECK(found.findings[0].message == fmt::format("roc_auc: the outcome happened in {} rows; there is "
                                                       "nothing to tell apart",
                                                       counts));
      }
    };
    none({}, "0 of 0");
    none({{1}, {1}}, "1 of 1");
    none({{1, 2, 3}, {0, 0, 0}}, "0 of 3");
    none({{std::nan(""), 2, 3}, {1, 0, 0}}, "0 of 2");
  }

  TEST_CASE("an error of 0, or none, makes no interval") {
    const auto check = [](const Scored& rows, double auc, bool zero) {
      for (const AucInterval interval : {AucInterval::delong, AucInterval::logit, AucInterval::bootstrap}) {
        const RocAuc found = roc_auc(rows.examples(), {.interval = interval, .draws = 50});
        CHECK(found.auc[0] == auc);
        CHECK((zero ? found.std_error[0] == 0 : std::isnan(found.std_error[0])));
        CHECK(std::isnan(found.lower[0]));
        CHECK(tables::codes(found.findings) == "few_outcomes no_interval");
      }
    };
    check({{1, 2, 3, 4}, {0, 0, 1, 1}}, 1, true);
    check({{1, 2, 3, 4}, {1, 1, 0, 0}}, 0, true);
    check({{5, 5, 5, 5}, {1, 1, 0, 0}}, 0.5, true);
    check({{1, 2, 3, 4}, {0, 0, 1, 0}}, 2.0 / 3, false);             // a single row with the outcome
    check({{1, 2, 3, 4}, {0, 1, 0, 1}, {7, 7, 7, 8}}, 0.75, false);  // others of one account
    const RocAuc all = roc_auc(Scored{{5, 5, 5, 5}, {1, 1, 0, 0}}.examples());
    CHECK(all.findings[1].message ==
          "roc_auc: all pairs are alike: in order, in the wrong order or tied; the standard error is 0, and "
          "there is no interval");
    const RocAuc single = roc_auc(Scored{{1, 2, 3, 4}, {0, 0, 1, 0}}.examples());
    CHECK(single.findings[1].message ==
          "roc_auc: a single row or account of a kind has no spread; there is no interval");
  }

  TEST_CASE("accounts whose rows cancel out may have a variance below 0, and then no interval") {
    const Scored rows{{1, 1, 1, 1, 2.5, 2.5}, {0, 1, 0, 1, 0, 1}, {0, 0, 1, 1, 2, 2}};
    const RocAuc found = roc_auc(rows.examples());
    CHECK(found.auc[0] == 0.5);
    CHECK(std::isnan(found.std_error[0]));
    CHECK(std::isnan(found.lower[0]));
    REQUIRE(tables::codes(found.findings) == "few_outcomes no_interval");
    CHECK(found.findings[1].message ==
          "roc_auc: accounts have rows of both kinds that cancel out: their variance comes out below 0, and "
          "there is no interval; the bootstrap may have one");
    const RocAuc drawn = roc_auc(rows.examples(), {.interval = AucInterval::bootstrap, .draws = 50});
    CHECK(drawn.std_error[0] == 0);  // here every draw has its rows tied as well
    CHECK(std::isnan(drawn.lower[0]));
    CHECK(tables::codes(drawn.findings) == "few_outcomes no_interval");
  }

  TEST_CASE("three events are few, and the result says so") {
    std::mt19937_64 random(6);
    Scored rows;
    for (int i = 0; i < 200; ++i) {
      rows.score.push_back(static_cast<double>(random() % 100));
      rows.outcome.push_back(i < 3 ? 1 : 0);
    }
    const RocAuc found = roc_auc(rows.examples());
    CHECK(found.upper[0] > found.lower[0]);
    CHECK(found.findings[0].code == "few_outcomes");
    CHECK(found.findings[0].message ==
          "roc_auc: the outcome happened in 3 of 200 rows; with fewer than 30 of either kind, an interval "
          "covers less than it says");
  }

  TEST_CASE("rows of one account that are taken as independent are told") {
    Scored rows = test::asah_with(true, false);
    const RocAuc found = roc_auc(rows.examples(), {.cluster = false});
    CHECK(found.std_error[0] == near(0.05165929206999));
    REQUIRE(tables::codes(found.findings) == "many_rows");
    CHECK(found.findings[0].message == "roc_auc: 40 accounts have several rows, which are not independent");
  }

  TEST_CASE("intervals cover what they say") {
    CHECK(std::abs(covered(AucInterval::delong, 200, 1, {}, 1000) - 950) < 21);  // three standard errors
    CHECK(std::abs(covered(AucInterval::logit, 200, 1, {}, 1000) - 950) < 21);
    CHECK(std::abs(covered(AucInterval::bootstrap, 200, 1, {}, 300) - 285) < 16);
    CHECK(std::abs(covered(AucInterval::delong, 200, 3, {}, 1000) - 950) < 21);  // rows that stand thrice
    CHECK(std::abs(covered(AucInterval::bootstrap, 200, 3, {}, 200) - 190) < 12);
    CHECK(covered(AucInterval::delong, 200, 3, false, 300) < 250);  // as if they told more
  }

  TEST_CASE("what is refused") {
    Scored rows{{1, 2, 3}, {0, 1, 0}, {}, {}, {}};
    const Examples examples = rows.examples();
    const auto refused = [&](const RocAucOptions& options) {
      return test::refusal([&] { roc_auc(examples, options); });
    };
    CHECK(refused({.score = "risk"}) ==
          "roc_auc: score = \"risk\" is no attribute of the examples; there are score");
    CHECK(refused({.cluster = true}) == "roc_auc: cluster = true needs examples with accounts");
    CHECK(refused({.draws = 1}) == "roc_auc: draws = 1 is not between 2 and 1,000,000");
    CHECK(refused({.confidence = 1}) == "roc_auc: confidence = 1 is not in (0, 1)");
    CHECK(refused({.threads = -1}) == "roc_auc: threads = -1 is negative");
    rows.score[1] = std::numeric_limits<double>::infinity();
    CHECK(test::refusal([&] { roc_auc(rows.examples()); }) ==
          "roc_auc: score[1] = inf is not a finite number");
    ExampleColumns texts{.outcome = std::vector<std::uint8_t>{0, 1}};
    CHECK(test::refusal([&] { roc_auc(Examples(texts)); }) ==
          "roc_auc: score = \"score\" is no attribute of the examples; there are none");
    texts.attributes.add("score", IdColumn(tables::Texts{"red", "green"}));
    CHECK(test::refusal([&] { roc_auc(Examples(texts)); }) ==
          "roc_auc: score holds texts, dates or times, which are no numbers");
  }
}
