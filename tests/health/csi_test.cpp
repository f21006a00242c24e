// SPDX-License-Identifier: MIT
#include <fealty/health/csi.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using doctest::Approx;
using tables::Reals;
using tables::Texts;

namespace {

/// So many rows of each of usage 1, 2, 3, all with three seats.
Frame of_counts(const std::vector<std::size_t>& counts) {
  Reals usage;
  for (std::size_t i = 0; i < counts.size(); ++i)
    usage.insert(usage.end(), counts[i], static_cast<double>(i + 1));
  Reals seats(usage.size(), 3);
  Frame frame;
  frame.add("usage", Column<double>(std::move(usage)));
  frame.add("seats", Column<double>(std::move(seats)));
  return frame;
}
/// Bins of usage: 1, 2 and above, worth 10, 20 and 40 points.
PointsScorecard ten_twenty_forty() {
  PointsScorecard card;
  card.feature = Texts{"usage", "usage", "usage"};
  card.kind = std::vector<BinKind>(3, BinKind::numbers);
  const double infinity = std::numeric_limits<double>::infinity();
  card.lower = {-infinity, 1, 2};
  card.upper = {1, 2, infinity};
  card.category = Texts(3);
  card.points = {10, 20, 40};
  return card;
}

}  // namespace

TEST_SUITE("health/csi") {
  TEST_CASE("each has the interval of psi") {
    const Frame before = of_counts({40, 30, 30}), now = of_counts({35, 25, 40});
    const auto found = csi(before, now, {.features = {"usage", "seats"}});
    const auto alone = psi(before, now, {.score = "usage"});
    CHECK(found.std_error[0] == alone.std_error);
    CHECK(found.lower[0] == alone.psi_lower);
    CHECK(found.upper[0] == alone.psi_upper);
    CHECK(std::isnan(found.upper[1]));  // one bin
    const auto points = csi(before, now, {.points = ten_twenty_forty()});
    CHECK(points.upper[0] == Approx(found.upper[0]).epsilon(1e-12));
    Frame whose = of_counts({40, 30, 30}), later = of_counts({35, 25, 40});
    Reals accounts(100);
    for (std::size_t i = 0; i < 100; ++i) accounts[i] = static_cast<double>(i / 2);
    whose.add("account", Column<double>(accounts));
    later.add("account", Column<double>(accounts));
    const auto clustered = csi(whose, later, {.points = ten_twenty_forty(), .account = "account"});
    CHECK(clustered.csi[0] == Approx(found.csi[0]).epsilon(1e-12));
    CHECK(clustered.std_error[0] != Approx(found.std_error[0]).epsilon(1e-3));
  }

  TEST_CASE("what has moved most comes first") {
    const auto found =
        csi(of_counts({400, 300, 300}), of_counts({350, 250, 400}), {.features = {"seats", "usage"}});
    CHECK(found.feature == Texts{"usage", "seats"});
    CHECK(found.csi[0] == Approx(0.044560854716).epsilon(1e-10));
    CHECK(found.csi[1] == 0);
    CHECK(found.share_of_all == Reals{1, 0});
    CHECK(found.bins == tables::Counts{3, 1});
    CHECK(found.largest_bin == Texts{"(2, inf]", "(-inf, inf]"});
    CHECK(found.p_value[0] < .05);
    CHECK(std::isnan(found.p_value[1]));
    CHECK(std::isnan(found.points_shift[0]));
    CHECK(found.reading == std::vector<DriftReading>{DriftReading::stable, DriftReading::none});
    CHECK(tables::codes(found.findings) == "one_bin");  // seats; usage has moved for certain, and little
    const auto alone = psi(of_counts({400, 300, 300}), of_counts({350, 250, 400}), {.score = "usage"});
    CHECK(found.csi[0] == alone.psi);
    CHECK(found.limit[0] == alone.limit);
  }

  TEST_CASE("by how many points a mean score has moved") {
    const auto found = csi(of_counts({40, 30, 30}), of_counts({35, 25, 40}), {.points = ten_twenty_forty()});
    CHECK(found.csi[0] == Approx(0.044560854716).epsilon(1e-10));
    CHECK(found.points_shift[0] == Approx(-.05 * 10 - .05 * 20 + .1 * 40).epsilon(1e-13));
    CHECK(found.points_shift_sum == found.points_shift[0]);
    Frame before = of_counts({40, 30, 30}), unknown;
    unknown.add("usage", Column<double>(Reals{1, std::nan("")}));
    const auto left_out = csi(before, unknown, {.points = ten_twenty_forty()});
    CHECK(tables::find(left_out.findings, "unseen_value")->message ==
          "csi: 1 rows have a value of usage that no bin holds; they are left out");
  }

  TEST_CASE("drift is told of each attribute, and a change of configuration once") {
    Frame before = of_counts({400, 300, 300}), now = of_counts({100, 300, 600});
    before.add("card", IdColumn(Texts(1000, "a1")));
    now.add("card", IdColumn(Texts(1000, "b2")));
    const auto found = csi(before, now, {.features = {"usage", "seats"}, .fingerprint = "card"});
    CHECK(tables::codes(found.findings) == "drift one_bin configuration_changed");
    CHECK(found.reading == std::vector<DriftReading>{DriftReading::large, DriftReading::none});
  }

  TEST_CASE("empty samples have no index") {
    const auto found = csi(of_counts({1}), of_counts({}), {.features = {"usage"}});
    CHECK(std::isnan(found.csi[0]));
    CHECK(tables::codes(found.findings) == "empty_sample");
    CHECK(std::isnan(csi(of_counts({1}), of_counts({}), {.points = ten_twenty_forty()}).points_shift[0]));
  }

  TEST_CASE("refuses when it is not told which attributes") {
    const Frame frame = of_counts({1, 1});
    CHECK_THROWS_WITH_AS(csi(frame, frame, {.features = {}}),
                         "csi: features, points = none were given; one of the two says which attributes",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(csi(frame, frame, {.features = {"usage"}, .points = ten_twenty_forty()}),
                         "csi: features, points = both were given; one of the two says which attributes",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(csi(frame, frame, {.features = {"usage", "usage"}}),
                         "csi: features[1] = \"usage\" is there twice", InvalidInput);
    CHECK_THROWS_WITH_AS(csi(frame, frame, {.features = {"plan"}}),
                         "csi: features = \"plan\" is no attribute; there are usage, seats", InvalidInput);
  }
}
