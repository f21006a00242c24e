// SPDX-License-Identifier: MIT
#include <fealty/health/weight_of_evidence_features.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

/// Weights of usage, in bins up to 1 and above, and of plans.
std::vector<WeightOfEvidence> two_weights() {
  ExampleColumns columns{.outcome = std::vector<std::uint8_t>{1, 1, 0, 1, 0, 0, 1}};
  columns.attributes.add("usage", Column<double>(Reals{1, 1, 1, 2, 2, 2, std::nan("")}));
  columns.attributes.add("plan", IdColumn(Texts{"a", "a", "b", "b", "a", "b", "a"}));
  const Examples examples(columns);
  return {weight_of_evidence(examples, {.feature = "usage", .min_share = 0}),
          weight_of_evidence(examples, {.feature = "plan"})};
}
Reals column(const Frame& frame, const char* name) {
  const auto values = std::get<Column<double>>(frame.at(name));
  return {values.values().begin(), values.values().end()};
}

}  // namespace

TEST_SUITE("health/weight_of_evidence_features") {
  TEST_CASE("each value has the weight of its bin, under the attribute's name") {
    const auto weights = two_weights();
    Frame rows;
    rows.add("plan", tables::ids_with_nulls({"b", "a", "c", ""}));
    rows.add("usage", Column<double>(Reals{0, 1.5, 99, std::nan("")}));
    rows.add("account", IdColumn(Texts{"w", "x", "y", "z"}));
    const Frame found = weight_of_evidence_features(rows, weights, {.keep = {"account"}});
    REQUIRE(found.size() == 3);
    CHECK(found.name(0) == "account");
    CHECK(column(found, "usage")[0] == weights[0].weight_of_evidence[0]);
    CHECK(column(found, "usage")[1] == weights[0].weight_of_evidence[1]);
    CHECK(column(found, "usage")[2] == weights[0].weight_of_evidence[1]);
    CHECK(column(found, "usage")[3] == weights[0].weight_of_evidence[2]);
    CHECK(column(found, "plan")[0] == weights[1].weight_of_evidence[1]);
    CHECK(column(found, "plan")[1] == weights[1].weight_of_evidence[0]);
    CHECK(std::isnan(column(found, "plan")[2]));  // no such plan, and none was missing
    CHECK(std::isnan(column(found, "plan")[3]));
    CHECK(column(weight_of_evidence_features(rows, weights, {.unseen = 0}), "plan")[2] == 0);
  }

  TEST_CASE("no rows and no weights are no columns' worth") {
    Frame none;
    none.add("usage", Column<double>(Reals{}));
    none.add("plan", IdColumn(Texts{}));
    CHECK(weight_of_evidence_features(none, two_weights()).rows() == 0);
    CHECK(weight_of_evidence_features(none, {}).size() == 0);
  }

  TEST_CASE("refuses columns of another kind, or that are not there") {
    const auto weights = two_weights();
    Frame rows;
    rows.add("usage", IdColumn(Texts{"a"}));
    rows.add("plan", Column<double>(Reals{1}));
    CHECK_THROWS_WITH_AS(weight_of_evidence_features(rows, {weights[0]}),
                         "weight_of_evidence_features: usage holds texts; its bins are of numbers",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(weight_of_evidence_features(rows, {weights[1]}),
                         "weight_of_evidence_features: plan holds numbers; its bins are of texts",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(weight_of_evidence_features(Frame{}, weights),
                         "weight_of_evidence_features: evidence = \"usage\" is no attribute; there are none",
                         InvalidInput);
    Frame good;
    good.add("usage", Column<double>(Reals{1}));
    CHECK_THROWS_WITH_AS(weight_of_evidence_features(good, {weights[0], weights[0]}),
                         "Frame: column = usage is there already", InvalidInput);
    CHECK_THROWS_WITH_AS(
        weight_of_evidence_features(good, {weights[0]}, {.unseen = std::numeric_limits<double>::infinity()}),
        "weight_of_evidence_features: unseen = inf is not a finite number; by default such values stay "
        "missing",
        InvalidInput);
    CHECK_THROWS_WITH_AS(weight_of_evidence_features(good, {weights[0]}, {.unseen = std::nan("")}),
                         "weight_of_evidence_features: unseen = nan is not a finite number; by default such "
                         "values stay missing",
                         InvalidInput);
  }
}
