// SPDX-License-Identifier: MIT
#include <fealty/survival/turnbull.hpp>

#include <fealty/survival/kaplan_meier.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();
doctest::Approx near(double value, double epsilon) { return doctest::Approx(value).epsilon(epsilon); }

/// Lives by their ages, the age by which they had ended, and whether they ended at the former.
struct Rows {
  std::vector<double> duration, by;
  std::vector<std::uint8_t> ended;
  std::vector<double> weight = {};

  Lifetimes table() const {
    Frame attributes;
    attributes.add("by", Column<double>(std::vector<double>(by)));
    LifetimeColumns columns{.duration = std::vector<double>(duration),
                            .ended = std::vector<std::uint8_t>(ended),
                            .attributes = attributes};
    if (!weight.empty()) columns.weight = std::vector<double>(weight);
    return Lifetimes(columns);
  }
  TurnbullCurve curve() const { return turnbull(table(), {.ended_by = "by"}); }
  std::size_t size() const { return duration.size(); }
  void add(double age, double upper, bool has_ended, double w) {
    duration.push_back(age), by.push_back(upper), weight.push_back(w);
    ended.push_back(has_ended ? 1 : 0);
  }
};
/// Random lives, looked at now and then; ages are whole, so that many are ties, or not.
Rows random_rows(std::uint64_t seed, std::size_t rows, bool whole, bool exact) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> uniform;
  const auto age = [&](double most) {
    return whole ? std::floor(most * uniform(random)) : most * uniform(random);
  };
  Rows found;
  for (std::size_t i = 0; i < rows; ++i) {
    const double from = uniform(random) < 0.2 ? 0 : age(40), w = static_cast<double>(1 + random() % 5);
    const double kind = uniform(random);
    if (exact && kind < 0.3) found.add(from, nothing, true, w);
    else if (kind < 0.5) found.add(from, nothing, false, w);
    else found.add(from, from + 1 + age(20), false, w);
  }
  return found;
}
/// Compares the intervals that have mass.
void check(const TurnbullCurve& curve, const std::vector<double>& after, const std::vector<double>& until,
           const std::vector<double>& mass, double precision) {
  std::size_t k = 0;
  for (std::size_t i = 0; i < curve.after.size(); ++i) {
    if (curve.probability[i] == 0) continue;
    REQUIRE(k < mass.size());
    CHECK(curve.after[i] == after[k]);
    CHECK(curve.until[i] == until[k]);
    CHECK(std::abs(curve.probability[i] - mass[k]) < precision);
    ++k;
  }
  CHECK(k == mass.size());
}
LifetimeColumns cosmesis() {
  auto columns = test::read_numbers("cosmesis.csv");
  Frame attributes;
  attributes.add("right", Column<double>(std::vector<double>(columns["right"])));
  attributes.add("chemotherapy", Column<double>(std::vector<double>(columns["chemotherapy"])));
  std::vector<std::uint8_t> ended(columns["left"].size());
  return {
      .duration = std::vector<double>(columns["left"]), .ended = std::move(ended), .attributes = attributes};
}
LifetimeColumns of(std::vector<double> duration, std::vector<double> by) {
  Frame attributes;
  std::vector<std::uint8_t> ended(duration.size());
  attributes.add("by", Column<double>(std::move(by)));
  return {.duration = std::move(duration), .ended = std::move(ended), .attributes = attributes};
}

}  // namespace

TEST_SUITE("survival/turnbull") {
  TEST_CASE("breast cosmesis agrees with the published estimate, and with npsurv to all of its digits") {
    const auto both = turnbull(Lifetimes(cosmesis()), {.ended_by = "right", .by = {"chemotherapy"}});
    CHECK(both.log_likelihood == near(-58.06002195399 - 66.03757087419, 1e-12));
    CHECK(both.group.text(0) == "0");
    CHECK(both.group.text(both.after.size() - 1) == "1");
    TurnbullCurve groups[2];
    for (std::size_t i = 0; i < both.after.size(); ++i) {
      TurnbullCurve& curve = groups[both.group.text(i) == "0" ? 0 : 1];
      curve.after.push_back(both.after[i]), curve.until.push_back(both.until[i]);
      curve.probability.push_back(both.probability[i]), curve.survival.push_back(both.survival[i]);
    }
    check(groups[0], {4, 6, 7, 11, 24, 33, 38, 46}, {5, 7, 8, 12, 25, 34, 40, 48},
          {0.0463467739930, 0.0333633709347, 0.0886673680629, 0.0707529217925, 0.0926458365852,
           0.0817857649029, 0.1208798273505, 0.4655581363783},
          1e-11);
    check(
        groups[1], {4, 5, 11, 16, 18, 19, 24, 30, 35, 44, 48}, {5, 8, 12, 17, 19, 20, 25, 31, 36, 48, 60},
        {0.0432775943493, 0.0432775943493, 0.0717825875334, 0.1209493899175, 0.1641627494663, 0.1162378709111,
         0.0971455315376, 0.0717287369351, 0.1609122388403, 0.0552628530801, 0.0552628530801},
        1e-12);
    CHECK(groups[0].survival.back() == 0);
    CHECK(groups[0].survival[groups[0].after.size() - 2] == near(0.4655581363783, 1e-11));
  }
  TEST_CASE("lives seen exactly and at visits agree with npsurv, with weights too") {
    auto columns = test::lung_visits();
    const auto curve = turnbull(Lifetimes(columns), {.ended_by = "visit"});
    CHECK(curve.log_likelihood == near(-518.7252715419, 1e-12));
    const auto at = [&](const TurnbullCurve& of, double until) {
      for (std::size_t i = 0; i < of.after.size(); ++i)
        if (of.until[i] == until) return std::pair(of.after[i], of.probability[i]);
      return std::pair(nothing, nothing);
    };
    CHECK(at(curve, 5) == std::pair(5.0, at(curve, 5).second));
    CHECK(std::abs(at(curve, 5).second - 0.0118421052632) < 2e-12);
    CHECK(std::abs(at(curve, 201).second - 0.0235062027375) < 2e-12);
    CHECK(std::abs(at(curve, 791).second - 0.0256090087624) < 2e-12);
    CHECK(at(curve, 900).first == 840);
    CHECK(std::abs(at(curve, 900).second - 0.0307308105149) < 2e-12);
    CHECK(at(curve, endless).first == 1022);
    CHECK(std::abs(at(curve, endless).second - 0.0460962157723) < 2e-12);
    std::vector<double> weight;
    for (int i = 0; i < 228; ++i) weight.push_back(1 + i % 3);
    columns.weight = std::move(weight);
    const auto weighted = turnbull(Lifetimes(columns), {.ended_by = "visit"});
    CHECK(weighted.weight_kind == WeightKind::cases);
    CHECK(weighted.log_likelihood == near(-1152.205151527, 1e-12));
    CHECK(std::abs(at(weighted, 201).second - 0.0245651815033) < 2e-12);
    CHECK(std::abs(at(weighted, 900).second - 0.0202916174638) < 2e-12);
    CHECK(std::abs(at(weighted, endless).second - 0.0541109799033) < 2e-12);
  }
  TEST_CASE("without intervals it is the Kaplan-Meier curve") {
    const auto same = [](const Lifetimes& lives) {
      const auto curve = turnbull(lives);
      const auto expected = kaplan_meier(lives);
      std::size_t k = 0;
      for (std::size_t i = 0; i < expected.time.size(); ++i) {
        if (expected.ended[i] == 0) continue;
        REQUIRE(k < curve.after.size());
        CHECK(curve.after[k] == expected.time[i]);
        CHECK(curve.until[k] == expected.time[i]);
        CHECK(std::abs(curve.survival[k++] - expected.survival[i]) < 1e-12);
      }
      const double left = expected.survival.back();
      REQUIRE(curve.after.size() == k + (left > 0 ? 1 : 0));
      if (left == 0) return;
      CHECK(curve.until.back() == endless);
      CHECK(std::abs(curve.probability.back() - left) < 1e-12);
      CHECK(curve.survival.back() == 0);
    };
    same(Lifetimes(test::lung()));
    for (std::uint64_t seed = 0; seed < 20; ++seed)
      same(test::RandomLives(seed, 1 + 10 * seed).table(false, seed % 2 == 1));
  }
  TEST_CASE("no mass anywhere would raise the likelihood, and each that there is is in balance") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      const Rows rows = random_rows(seed, 3 + 4 * seed, seed % 2 == 0, seed % 3 != 0);
      const auto curve = rows.curve();
      std::vector<double> slope(curve.after.size());
      double total = 0, sum = 0, log_likelihood = 0;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const double from = rows.duration[i], to = std::isnan(rows.by[i]) ? endless : rows.by[i];
        const auto holds = [&](std::size_t j) {
          if (rows.ended[i] != 0) return curve.after[j] == from && curve.until[j] == from;
          if (curve.after[j] == curve.until[j] && curve.after[j] == from) return false;
          return curve.after[j] >= from && curve.until[j] <= to;
        };
        double chance = 0;
        for (std::size_t j = 0; j < slope.size(); ++j) chance += holds(j) ? curve.probability[j] : 0;
        for (std::size_t j = 0; j < slope.size(); ++j) slope[j] += holds(j) ? rows.weight[i] / chance : 0;
        total += rows.weight[i];
        log_likelihood += rows.weight[i] * std::log(chance);
      }
      for (std::size_t j = 0; j < slope.size(); ++j) {
        CHECK(slope[j] < total * (1 + 2e-9));
        if (curve.probability[j] > 0) CHECK(slope[j] > total * (1 - 2e-9));
        CHECK(std::abs(curve.survival[j] - (j == 0 ? 1 : curve.survival[j - 1]) + curve.probability[j]) <
              1e-14);
        sum += curve.probability[j];
      }
      CHECK(sum == near(1, 1e-14));
      CHECK(curve.log_likelihood == near(log_likelihood, 1e-12));
    }
  }
  TEST_CASE("neither the order of rows nor their weights as rows change it") {
    const Rows rows = random_rows(7, 60, true, true);
    Rows shuffled, single;
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), std::mt19937_64(3));
    for (const std::size_t i : order) {
      shuffled.add(rows.duration[i], rows.by[i], rows.ended[i] != 0, rows.weight[i]);
      for (int k = 0; k < static_cast<int>(rows.weight[i]); ++k)
        single.add(rows.duration[i], rows.by[i], rows.ended[i] != 0, 1);
    }
    const auto expected = rows.curve();
    for (const auto& curve : {shuffled.curve(), single.curve()}) {
      REQUIRE(curve.after == expected.after);
      for (std::size_t j = 0; j < curve.after.size(); ++j)
        CHECK(std::abs(curve.probability[j] - expected.probability[j]) < 1e-12);
    }
  }
  TEST_CASE("an end at an age is not in an interval above it, and ties are one age") {
    auto curve = Rows{{5, 5}, {nothing, 9}, {1, 0}}.curve();
    CHECK(curve.after == std::vector<double>{5, 5});
    CHECK(curve.until == std::vector<double>{5, 9});
    CHECK(curve.probability == std::vector<double>{0.5, 0.5});
    curve = Rows{{5, 2}, {nothing, 5}, {1, 0}}.curve();  // but it is in one up to it
    CHECK(curve.after == std::vector<double>{5});
    curve = Rows{{0.1 + 0.2, 0.1}, {nothing, 0.3}, {1, 0}}.curve();
    CHECK(curve.after.size() == 1);
    curve = Rows{{3, 3}, {3, nothing}, {1, 1}}.curve();  // it has ended by the age at which it ended
    CHECK(curve.until == std::vector<double>{3});
    curve = Rows{{0, 0}, {4, nothing}, {0, 1}}.curve();
    CHECK(curve.after == std::vector<double>{0, 0});
    CHECK(curve.until == std::vector<double>{0, 4});
  }
  TEST_CASE("a hundred thousand lives take few steps") {
    const Rows rows = random_rows(11, 100000, false, true);
    const auto curve = rows.curve();
    CHECK(curve.iterations < 30);
    double sum = 0;
    for (const double each : curve.probability) sum += each;
    CHECK(sum == near(1, 1e-12));
  }
  TEST_CASE("one life, and none") {
    auto curve = turnbull(Lifetimes(of({2}, {5})), {.ended_by = "by"});
    CHECK(curve.after == std::vector<double>{2});
    CHECK(curve.until == std::vector<double>{5});
    CHECK(curve.probability == std::vector<double>{1});
    CHECK(curve.survival == std::vector<double>{0});
    CHECK(curve.log_likelihood == 0);
    curve = turnbull(Lifetimes(of({2}, {nothing})), {.ended_by = "by"});
    CHECK(curve.until == std::vector<double>{endless});
    CHECK(turnbull(Lifetimes(of({}, {})), {.ended_by = "by"}).after.empty());
  }
  TEST_CASE("bad settings and rows are refused by name") {
    const Lifetimes lives(of({2, 4}, {5, 9}));
    const auto said = [](const Lifetimes& table, const TurnbullOptions& options) {
      try {
        turnbull(table, options);
        return std::string("nothing");
      } catch (const Error& error) {
        return std::string(error.what());
      }
    };
    CHECK(said(lives, {.ended_by = "until"}) ==
          "turnbull: ended_by = \"until\" is no attribute of the lives; there are by");
    CHECK(said(lives, {.by = {"plan"}}) ==
          "turnbull: by = \"plan\" is no attribute of the lives; there are by");
    CHECK(said(lives, {.tolerance = 0}) == "turnbull: tolerance = 0 is not in (0, 1)");
    CHECK(said(lives, {.max_iterations = 0}) == "turnbull: max_iterations = 0 is less than 1");
    CHECK(said(Lifetimes(of({2, 4}, {5, 4})), {.ended_by = "by"}) ==
          "turnbull: by[1] = 4 is not above 4, at which it was last seen");
    auto late = of({2, 4}, {5, 9});
    late.entry = std::vector<double>{0, 1};
    CHECK(said(Lifetimes(late), {.ended_by = "by"}) ==
          "turnbull: entry[1] = 1 is late: interval-censored lives are watched from the beginning");
    late.entry = std::vector<double>{0, nothing};
    CHECK(said(Lifetimes(late), {.ended_by = "by"}) == "nothing");
    CHECK(said(Lifetimes(cosmesis()), {.ended_by = "right", .max_iterations = 1}) ==
          "turnbull: max_iterations = 1 steps do not reach the tolerance");
  }
}
