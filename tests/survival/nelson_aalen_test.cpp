// SPDX-License-Identifier: MIT
#include <fealty/survival/nelson_aalen.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

}  // namespace

TEST_SUITE("survival/nelson_aalen") {
  TEST_CASE("lung agrees with R, ties taken together or one after the other") {
    const Lifetimes lives(test::lung());
    auto curve = nelson_aalen(lives);
    std::size_t row = test::row_at(curve, 365);
    CHECK(curve.cumulative_hazard[row] == near(.88832457436818));
    CHECK(curve.std_error[row] == near(.08696538765693));
    CHECK(curve.survival[row] == near(std::exp(-.88832457436818)));
    CHECK(curve.at_risk[row + 1] == 65);
    curve = nelson_aalen(lives, {.ties = HazardTies::fleming_harrington});
    row = test::row_at(curve, 365);
    CHECK(curve.cumulative_hazard[row] == near(.88963081382736));
    CHECK(curve.std_error[row] == near(.08710554673837));
    CHECK(curve.survival[row] == near(.41080738916729));
  }
  TEST_CASE("weights and clusters agree with R") {
    auto columns = test::lung();
    std::vector<double> cases, part;
    for (int i = 0; i < 228; ++i) cases.push_back(1 + i % 3), part.push_back(0.5 + ((i + 1) % 7) / 4.0);
    columns.weight = cases;
    auto curve = nelson_aalen(Lifetimes(columns));
    std::size_t row = test::row_at(curve, 365);
    CHECK(curve.cumulative_hazard[row] == near(.90213014751190));
    CHECK(curve.std_error[row] == near(.06243474188345));
    columns.weight = part;
    curve = nelson_aalen(Lifetimes(columns));
    CHECK(curve.cumulative_hazard[row] == near(.79383320992070));
    CHECK(curve.std_error[row] == near(.08452752443847));
    curve = nelson_aalen(Lifetimes(test::lung()), {.cluster = "inst"});
    CHECK(curve.std_error[row] == near(.07249384791472));
    curve = nelson_aalen(Lifetimes(test::heart()), {.cluster = "id"});
    row = test::row_at(curve, 200);
    CHECK(curve.cumulative_hazard[row] == near(.85727557380632));
    CHECK(curve.std_error[row] == near(.11562324315061));
  }
  TEST_CASE("cases count as so many rows, however many end at one age") {
    const auto cases = [](double scale) {
      return Lifetimes({.duration = std::vector<double>{1, 1, 2, 3},
                        .ended = std::vector<std::uint8_t>{1, 0, 1, 0},
                        .weight = std::vector<double>{3 * scale, 2, 4 * scale, 1}});
    };
    std::vector<double> ages;
    std::vector<std::uint8_t> ended;
    const auto rows = [&](int count, double age, std::uint8_t end) {
      for (int i = 0; i < count; ++i) ages.push_back(age), ended.push_back(end);
    };
    rows(3, 1, 1), rows(2, 1, 0), rows(4, 2, 1), rows(1, 3, 0);
    const NelsonAalenOptions one_by_one{.ties = HazardTies::fleming_harrington};
    const auto weighted = nelson_aalen(cases(1), one_by_one);
    const auto single = nelson_aalen(Lifetimes({.duration = ages, .ended = ended}), one_by_one);
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(weighted.cumulative_hazard[i] == near(single.cumulative_hazard[i]));
      CHECK(weighted.std_error[i] == near(single.std_error[i]));
    }
    const auto many = nelson_aalen(cases(1000), one_by_one);  // summed in one
    double hazard = 0, variance = 0;
    for (int k = 0; k < 3000; ++k) hazard += 1.0 / (7003 - k), variance += 1.0 / (7003 - k) / (7003 - k);
    CHECK(many.cumulative_hazard[0] == near(hazard));
    CHECK(many.std_error[0] == near(std::sqrt(variance)));
  }
  TEST_CASE("the band is symmetric on its scale, and that of survival is turned around") {
    const Lifetimes lives(test::lung());
    const auto log = nelson_aalen(lives), plain = nelson_aalen(lives, {.scale = HazardScale::plain});
    const std::size_t row = test::row_at(log, 365);
    const double hazard = log.cumulative_hazard[row], half = 1.959963984540054 * log.std_error[row];
    CHECK(log.lower[row] == near(hazard * std::exp(-half / hazard)));
    CHECK(log.upper[row] == near(hazard * std::exp(half / hazard)));
    CHECK(plain.lower[row] == near(hazard - half));
    CHECK(plain.upper[row] == near(hazard + half));
    CHECK(plain.survival_lower[row] == near(std::exp(-hazard - half)));
    CHECK(plain.survival_upper[row] == near(std::exp(half - hazard)));
  }
  TEST_CASE("before the first end there is no hazard, and on the scale log no band") {
    const auto curve = nelson_aalen(
        Lifetimes({.duration = std::vector<std::int32_t>{1, 2}, .ended = std::vector<std::uint8_t>{0, 1}}));
    CHECK(curve.cumulative_hazard == std::vector<double>{0, 1});
    CHECK(std::isnan(curve.lower[0]));
    CHECK(std::isnan(curve.upper[0]));
    CHECK(nelson_aalen(LifeTable()).time.empty());
  }
  TEST_CASE("bad settings are refused by name") {
    CHECK_THROWS_WITH(nelson_aalen(LifeTable(), {.confidence = 0}),
                      "nelson_aalen: confidence = 0 is not in (0, 1)");
    CHECK_THROWS_WITH(nelson_aalen(LifeTable(), {.ties = HazardTies::fleming_harrington, .robust = true}),
                      "nelson_aalen: ties = fleming_harrington have no robust standard errors; take ties = "
                      "nelson_aalen or robust = false");
    CHECK_THROWS_WITH(
        nelson_aalen(LifeTable(), {.cluster = "id"}),
        "nelson_aalen: cluster = \"id\" is an option for lives; a life table has its groups, and no "
        "clusters");
  }
}
