// SPDX-License-Identifier: MIT
#include <fealty/health/evidence_counts.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;

namespace {

Examples with_usage(const std::vector<std::uint8_t>& outcome, const Reals& usage, const Reals& weight) {
  ExampleColumns columns{.outcome = Column<std::uint8_t>(outcome)};
  columns.attributes.add("usage", Column<double>(usage));
  columns.weight = Column<double>(weight);
  return Examples(columns);
}

}  // namespace

TEST_SUITE("health/evidence_counts") {
  TEST_CASE("counts outcomes and others, and what they weigh") {
    EvidenceCounts counts({.feature = "usage", .edges = Reals{5}});
    counts.update(with_usage({1, 0, 0, 1}, {1, 2, 9, std::nan("")}, {1, 2, 3, 4}));
    CHECK(counts.size() == 4);
    CHECK(counts.outcomes() == 2);
    CHECK(counts.with_outcome().numbers[0].weight.value() == 1);
    CHECK(counts.without_outcome().numbers[0].weight.value() == 2);
    CHECK(counts.without_outcome().numbers[1].weight.value() == 3);
    CHECK(counts.with_outcome().missing.weight.value() == 4);
  }

  TEST_CASE("states add up in any order, and survive their bytes") {
    EvidenceCounts all({.feature = "usage", .edges = Reals{5}}), one = all, other = all;
    all.update(with_usage({1, 0, 0}, {1, 2, 9}, {.5, 2, 3}));
    one.update(with_usage({1}, {1}, {.5}));
    other.update(with_usage({0, 0}, {2, 9}, {2, 3}));
    other.merge(EvidenceCounts::deserialize(one.serialize()));
    CHECK(other.serialize() == all.serialize());
    CHECK(other.size() == 3);
  }

  TEST_CASE("refuses other bins, other bytes and attributes that are not there") {
    EvidenceCounts counts({.feature = "usage", .edges = Reals{5}});
    CHECK_THROWS_WITH_AS(
        counts.merge(EvidenceCounts({.feature = "usage"})),
        "EvidenceCounts: edges differ; only counts of the same bins can be added or compared", InvalidInput);
    CHECK_THROWS_WITH_AS(counts.update(Examples({.outcome = std::vector<std::uint8_t>{1}})),
                         "EvidenceCounts: feature = \"usage\" is no attribute; there are none", InvalidInput);
    const auto bytes = counts.serialize();
    for (std::size_t length = 0; length < bytes.size(); ++length)
      CHECK_THROWS_AS(EvidenceCounts::deserialize({bytes.data(), length}), InvalidInput);
    auto newer = bytes;
    newer[8 + 14] = 2;  // after the length and the letters of the name
    CHECK_THROWS_WITH_AS(EvidenceCounts::deserialize(newer),
                         doctest::Contains("has version 2; this library reads up to version 1"),
                         InvalidInput);
  }
}
