// SPDX-License-Identifier: MIT
#include <fealty/health/band_counts.hpp>
#include <fealty/health/churn_by_band.hpp>

#include "calibration_tables.hpp"
#include "partial_states.hpp"
#include "revenue/tables.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using tables::Texts;

namespace {

const ChurnByBandOptions colors{.order = {"red", "yellow", "green"}};

struct Row {
  std::string band;  // "" for none
  std::uint8_t outcome;
};
Examples of(const std::vector<Row>& rows) {
  Texts band;
  std::vector<std::uint8_t> outcome;
  for (const Row& row : rows) {
    band.push_back(row.band);
    outcome.push_back(row.outcome);
  }
  ExampleColumns columns{.outcome = outcome};
  columns.attributes.add("band", tables::ids_with_nulls(band));
  return Examples(columns);
}
std::vector<Row> random_rows(fealty::detail::SplitMix64& random) {
  std::vector<Row> rows;
  for (std::uint64_t i = 0, n = random.next() % 200; i < n; ++i)
    rows.push_back({Texts{"red", "yellow", "green", ""}[random.next() % 4],
                    random.next() % 3 == 0 ? std::uint8_t{1} : std::uint8_t{0}});
  return rows;
}

}  // namespace

TEST_SUITE("health/band_counts") {
  TEST_CASE("parts in any order come to the same bytes, and to the bands of the whole") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      fealty::detail::SplitMix64 random(seed);
      const std::vector<Row> rows = random_rows(random);
      BandCounts whole;
      whole.update(of(rows));
      const auto parts = test::random_parts(rows, random);
      const auto merged = test::merged_in_any_order(parts, random, BandCounts(), of);
      REQUIRE(merged.serialize() == whole.serialize());
      CHECK(merged.size() == static_cast<std::int64_t>(rows.size()));
      const auto direct = churn_by_band(of(rows), colors), found = churn_by_band(merged, colors);
      CHECK(test::columns_of(found) == test::columns_of(direct));
      CHECK(fmt::format("{:a} {:a}", found.trend, found.p_value) ==
            fmt::format("{:a} {:a}", direct.trend, direct.p_value));
      CHECK(found.exact == direct.exact);
      CHECK(found.left_out == direct.left_out);
      REQUIRE(found.findings.size() == direct.findings.size());
      for (std::size_t i = 0; i < found.findings.size(); ++i)
        CHECK(found.findings[i].message == direct.findings[i].message);
    }
  }
  TEST_CASE("a state of nothing is that of an empty table, and adds nothing") {
    CHECK(churn_by_band(BandCounts(), colors).examples == std::vector<std::int64_t>{0, 0, 0});
    BandCounts counts;
    counts.update(of({{"red", 1}}));
    const auto bytes = counts.serialize();
    counts.merge(BandCounts());
    counts.update(of({}));
    CHECK(counts.serialize() == bytes);
    counts.merge(counts);
    CHECK(counts.size() == 2);
  }
  TEST_CASE("bands may be integers") {
    ExampleColumns columns{.outcome = std::vector<std::uint8_t>{1, 0}};
    columns.attributes.add("tier", Column<std::int64_t>(std::vector<std::int64_t>{2, 1}));
    BandCounts counts({.band = "tier"});
    counts.update(Examples(columns));
    CHECK(churn_by_band(counts, {.order = {"2", "1"}, .band = "tier"}).outcomes ==
          std::vector<std::int64_t>{1, 0});
  }
  TEST_CASE("refuses other attributes, bands that are not in the order, and bytes that are none") {
    BandCounts counts;
    counts.update(of({{"red", 1}, {"blue", 0}}));
    CHECK_THROWS_WITH_AS(churn_by_band(counts, colors),
                         "churn_by_band: band = \"blue\" is not in the order red, yellow, green",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(churn_by_band(counts, {.order = {"red", "blue"}, .band = "color"}),
                         "churn_by_band: band = \"color\" is not \"band\", of which the state is",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(counts.merge(BandCounts({.band = "color"})),
                         "BandCounts: band = \"color\" is not \"band\", of which the state is", InvalidInput);
    CHECK_THROWS_WITH_AS(BandCounts({.band = "color"}).update(of({{"red", 1}})),
                         "BandCounts: band = \"color\" is no attribute of the examples", InvalidInput);
    test::check_bad_bytes(counts);
    auto more = counts.serialize();
    more[more.size() - 1] = 0x7f;  // outcomes of red
    CHECK_THROWS_WITH_AS(BandCounts::deserialize(more),
                         doctest::Contains("has a number of rows that is none"), InvalidInput);
  }
}
