// SPDX-License-Identifier: MIT
#include <fealty/survival/kaplan_meier.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

}  // namespace

TEST_SUITE("survival/kaplan_meier") {
  TEST_CASE("lung agrees with R on every scale") {
    const Lifetimes lives(test::lung());
    struct {
      ConfidenceScale scale;
      double lower, upper;
    } const limits[] = {{ConfidenceScale::log, .3447215818, .4858376035},
                        {ConfidenceScale::log_log, .3387142691, .4783807676},
                        {ConfidenceScale::plain, .3390285838, .4794546651},
                        {ConfidenceScale::logit, .3412963906, .4808393146},
                        {ConfidenceScale::arcsin, .3401907351, .4801400565}};
    for (const auto& each : limits) {
      const auto curve = kaplan_meier(lives, {.scale = each.scale});
      const std::size_t row = test::row_at(curve, 365);
      CHECK(curve.survival[row] == near(.40924162446006));
      CHECK(curve.std_error[row] == near(.03582363817204));
      CHECK(curve.lower[row] == doctest::Approx(each.lower).epsilon(1e-9));
      CHECK(curve.upper[row] == doctest::Approx(each.upper).epsilon(1e-9));
      CHECK(curve.at_risk[row + 1] == 65);
      CHECK_FALSE(curve.robust);
    }
    const auto curve = kaplan_meier(lives, {.confidence = .9, .scale = ConfidenceScale::logit});
    const std::size_t row = test::row_at(curve, 180);
    CHECK(curve.lower[row] == near(.6700985446693));
    CHECK(curve.upper[row] == near(.7679722697260));
  }
  TEST_CASE("weights of cases give the curve and Greenwood's error of so many lives") {
    auto columns = test::lung();
    std::vector<double> weight;
    for (int i = 0; i < 228; ++i) weight.push_back(1 + i % 3);
    columns.weight = weight;
    const auto curve = kaplan_meier(Lifetimes(columns));
    const std::size_t row = test::row_at(curve, 365);
    CHECK(curve.survival[row] == near(.40326468313208));
    CHECK(curve.std_error[row] == near(.02537687877883));
    CHECK(curve.at_risk_weight[row + 1] == 129);
    CHECK(curve.at_risk[row + 1] == 65);
    CHECK(curve.weight_kind == WeightKind::cases);
  }
  TEST_CASE("weights that are not cases, and clusters, have robust errors") {
    auto columns = test::lung();
    std::vector<double> weight;
    for (int i = 1; i <= 228; ++i) weight.push_back(0.5 + (i % 7) / 4.0);
    columns.weight = weight;
    auto curve = kaplan_meier(Lifetimes(columns));
    std::size_t row = test::row_at(curve, 365);
    CHECK(curve.survival[row] == near(.45022132235986));
    CHECK(curve.std_error[row] == near(.03850271774869));
    CHECK(curve.at_risk_weight[row + 1] == 90.25);
    CHECK(curve.robust);

    curve = kaplan_meier(Lifetimes(test::lung()), {.cluster = "inst"});
    row = test::row_at(curve, 365);
    CHECK(curve.survival[row] == near(.40924162446006));
    CHECK(curve.std_error[row] == near(.03006076023773));
  }
  TEST_CASE("stretches with delayed entries, by group and by cluster") {
    const Lifetimes lives(test::heart());
    auto curve = kaplan_meier(lives, {.by = {"transplant"}});
    const std::size_t second =
        static_cast<std::size_t>(std::find(curve.group.codes().begin(), curve.group.codes().end(),
                                           curve.group.ids()->find(1).value()) -
                                 curve.group.codes().begin());
    CHECK(curve.group.text(0) == "0");
    CHECK(curve.survival[test::row_at(curve, 50)] == near(.65223669454394));
    CHECK(curve.std_error[test::row_at(curve, 50)] == near(.06351099216824));
    CHECK(curve.survival[test::row_at(curve, 200)] == near(.44313728364603));
    CHECK(curve.std_error[test::row_at(curve, 200)] == near(.09879298939683));
    CHECK(curve.survival[test::row_at(curve, 50, second)] == near(.68490844885080));
    CHECK(curve.std_error[test::row_at(curve, 200, second)] == near(.07420131163077));

    curve = kaplan_meier(lives, {.cluster = "id"});
    CHECK(curve.survival[test::row_at(curve, 50)] == near(.67548068182136));
    CHECK(curve.std_error[test::row_at(curve, 50)] == near(.04650157177881));
    CHECK(curve.survival[test::row_at(curve, 200)] == near(.42049115843823));
    CHECK(curve.std_error[test::row_at(curve, 200)] == near(.04966039001270));
  }
  TEST_CASE("who has passed an age has a curve that begins there") {
    const auto curve = kaplan_meier(Lifetimes(test::lung()), {.given_age = 180});
    const std::size_t row = test::row_at(curve, 365);
    CHECK(curve.time.front() > 180);
    CHECK(curve.survival[row] == near(.56707533072943));
    CHECK(curve.std_error[row] == near(.04376456688978));
    CHECK(curve.given_age == 180);
  }
  TEST_CASE("on a tied day ends precede censorings, and a curve that comes down to 0 has no error") {
    const auto curve = kaplan_meier(Lifetimes(
        {.duration = std::vector<std::int32_t>{3, 3, 5, 0}, .ended = std::vector<std::uint8_t>{1, 0, 1, 0}}));
    CHECK(curve.time == std::vector<double>{0, 3, 5});
    CHECK(curve.at_risk == std::vector<std::int64_t>{4, 3, 1});
    CHECK(curve.ended == std::vector<std::int64_t>{0, 1, 1});
    CHECK(curve.censored == std::vector<std::int64_t>{1, 1, 0});
    CHECK(curve.survival[1] == near(2.0 / 3));
    CHECK(curve.survival[2] == 0);
    CHECK(std::isnan(curve.std_error[2]));
    CHECK(std::isnan(curve.lower[2]));
    CHECK(std::isnan(curve.upper[2]));
    CHECK(curve.lower[0] == 1);
    CHECK(curve.upper[0] == 1);
  }
  TEST_CASE("no lives give no rows, one life one") {
    CHECK(kaplan_meier(Lifetimes({.duration = std::vector<double>{}, .ended = std::vector<std::uint8_t>{}}))
              .time.empty());
    CHECK(kaplan_meier(LifeTable()).time.empty());
    const auto one = kaplan_meier(
        Lifetimes({.duration = std::vector<double>{2.5}, .ended = std::vector<std::uint8_t>{1}}));
    CHECK(one.time == std::vector<double>{2.5});
    CHECK(one.survival == std::vector<double>{0});
  }
  TEST_CASE("ages that differ by rounding are ties, whole numbers are not") {
    const auto curve = kaplan_meier(Lifetimes({.duration = std::vector<double>{0.1 * 3, 0.3, 0.3 + 1e-12},
                                               .ended = std::vector<std::uint8_t>{1, 0, 1}}));
    CHECK(curve.time.size() == 1);
    CHECK(curve.survival[0] == near(1.0 / 3));
    const auto far = kaplan_meier(Lifetimes({.duration = std::vector<std::int64_t>{4000000000, 4000000001},
                                             .ended = std::vector<std::uint8_t>{1, 1}}));
    CHECK(far.time == std::vector<double>{4000000000, 4000000001});
  }
  TEST_CASE("robust errors without weights and delayed entries are Greenwood's") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const Lifetimes lives = test::RandomLives(seed, 200).table(false, false);
      const auto plain = kaplan_meier(lives, {.by = {"group"}});
      const auto robust = kaplan_meier(lives, {.by = {"group"}, .robust = true});
      REQUIRE(robust.time == plain.time);
      for (std::size_t i = 0; i < plain.time.size(); ++i)
        if (plain.survival[i] > 0) CHECK(robust.std_error[i] == near(plain.std_error[i]));
    }
  }
  TEST_CASE("robust errors are the sum of squares of what each life changes") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const test::RandomLives random(seed, 40);
      for (const bool late : {false, true}) {
        const Lifetimes lives = random.table(late, true);
        const auto curve = kaplan_meier(lives, {.robust = true});
        // The derivative of the curve by each life's weight, by differences.
        std::vector<double> squares(curve.time.size());
        for (std::size_t row = 0; row < random.size(); ++row) {
          const double step = 1e-4 * random.weight[row];
          test::RandomLives more = random, less = random;
          more.weight[row] += step, less.weight[row] -= step;
          const auto up = kaplan_meier(more.table(late, true)), down = kaplan_meier(less.table(late, true));
          for (std::size_t i = 0; i < squares.size(); ++i)
            squares[i] += std::pow((up.survival[i] - down.survival[i]) / (2 * step) * random.weight[row], 2);
        }
        for (std::size_t i = 0; i < squares.size(); ++i)
          if (curve.survival[i] > 0)
            CHECK(curve.std_error[i] == doctest::Approx(std::sqrt(squares[i])).epsilon(1e-6));
      }
    }
  }
  TEST_CASE("a missing group comes last, and groups of two attributes are named by both") {
    Frame attributes;
    attributes.add("plan", IdColumn({0, no_id, 1}, std::make_shared<const Ids>([] {
                                      Ids ids;
                                      ids.encode("pro");
                                      ids.encode("free");
                                      return ids;
                                    }())));
    attributes.add("seats", Column<std::int64_t>(std::vector<std::int64_t>{10, 9, 10}));
    const Lifetimes lives({.duration = std::vector<std::int32_t>{1, 2, 3},
                           .ended = std::vector<std::uint8_t>{1, 1, 1},
                           .attributes = attributes});
    const auto plans = kaplan_meier(lives, {.by = {"plan"}});
    CHECK(plans.group.text(0) == "free");
    CHECK(plans.group.text(1) == "pro");
    CHECK(plans.group.text(2) == "null");
    const auto seats = kaplan_meier(lives, {.by = {"seats"}});
    CHECK(seats.group.ids()->number(seats.group.codes()[0]) == 9);
    const auto both = kaplan_meier(lives, {.by = {"plan", "seats"}});
    CHECK(both.group.text(0) == "free, 10");
    CHECK(both.group.text(1) == "null, 9");
  }
  TEST_CASE("bad settings are refused by name") {
    const Lifetimes lives(test::lung());
    CHECK_THROWS_WITH_AS(kaplan_meier(lives, {.confidence = 1}),
                         "kaplan_meier: confidence = 1 is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(kaplan_meier(lives, {.given_age = -1}),
                         "kaplan_meier: given_age = -1 is not an age: a number >= 0", InvalidInput);
    CHECK_THROWS_WITH_AS(
        kaplan_meier(lives, {.by = {"plan"}}),
        "LifeTable: by = \"plan\" is no attribute of the lives; there are sex, ph.ecog, age, inst",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        kaplan_meier(LifeTable(lives), {.by = {"sex"}}),
        "kaplan_meier: by = \"sex\" is an option for lives; a life table has its groups, and no "
        "clusters",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        kaplan_meier(LifeTable(Lifetimes(test::heart())), {.robust = true}),
        "kaplan_meier: robust standard errors of lives with a delayed entry need the lives; a "
        "life table does not know who entered when",
        InvalidInput);
  }
}
