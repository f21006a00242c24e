// SPDX-License-Identifier: MIT
#include <fealty/health/bin_counts.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

Frame scores(const Reals& values) {
  Frame frame;
  frame.add("score", Column<double>(values));
  return frame;
}
std::vector<std::int64_t> rows_of(const BinCounts& counts) {
  std::vector<std::int64_t> rows;
  for (const auto& cell : counts.tally().numbers) rows.push_back(cell.rows);
  for (const auto& each : counts.tally().categories) rows.push_back(each.second.rows);
  rows.push_back(counts.tally().missing.rows);
  return rows;
}

}  // namespace

TEST_SUITE("health/bin_counts") {
  TEST_CASE("a bin holds its upper end; missing values are apart") {
    BinCounts counts({.feature = "score", .edges = Reals{10, 20}});
    counts.update(scores({10, 10.5, 20, 21, -5, std::nan("")}));
    CHECK(rows_of(counts) == std::vector<std::int64_t>{2, 2, 1, 1});
    CHECK(counts.size() == 6);
    CHECK(counts.feature() == "score");
    counts.update(scores({}));
    CHECK(counts.size() == 6);
  }

  TEST_CASE("states add up in any order, and survive their bytes") {
    BinCounts all({.feature = "score", .edges = Reals{10}}), one = all, other = all;
    all.update(scores({1, 20, 3}));
    one.update(scores({1}));
    other.update(scores({20, 3}));
    other.merge(BinCounts::deserialize(one.serialize()));
    CHECK(other.serialize() == all.serialize());
    all.merge(all);
    CHECK(rows_of(all) == std::vector<std::int64_t>{4, 2, 0});
  }

  TEST_CASE("texts are told by themselves, whatever their dictionary") {
    Frame one, other;
    one.add("plan", IdColumn(Texts{"b", "a", "b"}));
    other.add("plan", tables::ids_with_nulls({"c", "", "a"}));
    BinCounts counts({.feature = "plan"});
    counts.update(one);
    counts.update(other);
    CHECK(rows_of(counts) == std::vector<std::int64_t>{2, 2, 1, 1});
    CHECK(rows_of(BinCounts::deserialize(counts.serialize())) == rows_of(counts));
  }

  TEST_CASE("refuses other bins and other bytes") {
    BinCounts counts({.feature = "score", .edges = Reals{10}});
    CHECK_THROWS_WITH_AS(counts.merge(BinCounts({.feature = "score", .edges = Reals{11}})),
                         "BinCounts: edges differ; only counts of the same bins can be added or compared",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(counts.merge(BinCounts({.feature = "plan", .edges = Reals{10}})),
                         "BinCounts: feature = \"plan\" is not \"score\", which the other counts are of",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(BinCounts({.feature = "score", .edges = Reals{1, 1}}),
                         "BinCounts: edges[1] = 1 does not ascend; edges are finite numbers, each above the "
                         "one before",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(BinCounts({.feature = "score"}).update(scores({1})),
                         "BinCounts: score holds numbers; their bins need edges", InvalidInput);
    CHECK_THROWS_WITH_AS(counts.update(Frame{}),
                         "BinCounts: feature = \"score\" is no attribute; there are none", InvalidInput);
    CHECK_THROWS_WITH_AS(counts.update(scores({1, std::numeric_limits<double>::infinity()})),
                         "BinCounts: score[1] = inf is not a finite number", InvalidInput);
    CHECK(counts.size() == 0);
    auto bytes = counts.serialize();
    bytes.pop_back();
    CHECK_THROWS_WITH_AS(BinCounts::deserialize(bytes), doctest::Contains("is cut short"), InvalidInput);
    for (std::size_t length = 0; length < bytes.size(); ++length)
      CHECK_THROWS_AS(BinCounts::deserialize({bytes.data(), length}), InvalidInput);
  }
}
