// SPDX-License-Identifier: MIT
#include <fealty/health/churn_by_band.hpp>

#include "calibration_tables.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using tables::Texts;
using test::codes;
using test::near;

namespace {

const Texts colors{"red", "yellow", "green"};

struct Cell {
  std::string band;
  int examples, outcomes;
};
Examples of(const std::vector<Cell>& cells) {
  Texts band;
  std::vector<std::uint8_t> outcome;
  for (const Cell& cell : cells)
    for (int i = 0; i < cell.examples; ++i) {
      band.push_back(cell.band);
      outcome.push_back(i < cell.outcomes ? 1 : 0);
    }
  ExampleColumns columns{.outcome = outcome};
  columns.attributes.add("band", IdColumn(band));
  return Examples(columns);
}

}  // namespace

TEST_SUITE("health/churn_by_band") {
  TEST_CASE("rates, the trend and neighbors agree with R") {
    const auto found =
        churn_by_band(of({{"green", 200, 30}, {"red", 60, 20}, {"yellow", 120, 25}}), {.order = colors});
    CHECK(found.band.text(0) == "red");
    CHECK(found.examples == std::vector<std::int64_t>{60, 120, 200});
    CHECK(found.outcomes == std::vector<std::int64_t>{20, 25, 30});
    CHECK(found.rate == std::vector<double>{20 / 60.0, 25 / 120.0, .15});
    CHECK(found.monotone_rate == found.rate);
    CHECK(found.monotone);
    CHECK(!found.exact);
    CHECK(found.trend == near(3.06848114387731, 1e-13));
    CHECK(found.p_value == near(0.00215149905783348, 1e-11));
    CHECK(found.next_p_value[0] == near(0.0678891548618291, 1e-12));
    CHECK(found.next_p_value[1] == near(0.180558081246077, 1e-12));
    CHECK(std::isnan(found.next_p_value[2]));
    CHECK(codes(found.findings) == Texts{"bands_alike", "bands_alike"});
    CHECK(found.findings[0].message ==
          "churn_by_band: red and yellow do not differ beyond chance: 20 of 60, 25 of 120");
    const auto narrow = churn_by_band(of({{"red", 17, 3}}), {.order = {"red"}});
    CHECK(narrow.lower[0] == near(0.06191126637621, 1e-12));
    CHECK(narrow.upper[0] == near(0.410294585688341, 1e-12));
  }
  TEST_CASE("with few outcomes p is that of looking at every way in which they may fall") {
    auto found = churn_by_band(of({{"red", 8, 4}, {"yellow", 15, 3}, {"green", 30, 2}}), {.order = colors});
    CHECK(found.exact);
    CHECK(found.p_value == near(0.00669085529806632, 1e-12));
    found = churn_by_band(of({{"a", 5, 1}, {"c", 7, 1}, {"d", 20, 1}}), {.order = {"a", "b", "c", "d"}});
    CHECK(found.p_value == near(0.448588709677419, 1e-12));
    found = churn_by_band(of({{"red", 8, 8}, {"yellow", 15, 13}, {"green", 30, 22}}), {.order = colors});
    CHECK(found.p_value == near(0.096708684695668, 1e-12));
    const auto rough = churn_by_band(of({{"red", 8, 4}, {"yellow", 15, 3}, {"green", 30, 2}}),
                                     {.order = colors, .exact_outcomes = 8});
    CHECK(!rough.exact);
  }
  TEST_CASE("the exact p nears the other one where there is much") {
    const auto examples = of({{"red", 300, 20}, {"yellow", 400, 14}, {"green", 500, 15}});
    const auto exact = churn_by_band(examples, {.order = colors});
    const auto rough = churn_by_band(examples, {.order = colors, .exact_outcomes = 0});
    CHECK(exact.exact);
    CHECK(!rough.exact);
    CHECK(exact.trend == rough.trend);
    CHECK(exact.p_value == doctest::Approx(rough.p_value).epsilon(.1));
  }
  TEST_CASE("of bands without meaning the exact p is below .05 in at most as many of 400 tables") {
    int below = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
      fealty::detail::SplitMix64 random(seed);
      std::vector<Cell> cells{{"red", 20, 0}, {"yellow", 30, 0}, {"green", 50, 0}};
      for (Cell& cell : cells)
        for (int i = 0; i < cell.examples; ++i) cell.outcomes += test::uniform(random) < .1 ? 1 : 0;
      const auto found = churn_by_band(of(cells), {.order = colors});
      below += found.p_value <= .05 ? 1 : 0;
    }
    CHECK(below <= 29);  // 20 and twice its error
    CHECK(below >= 5);
  }
  TEST_CASE("rates that go the wrong way are pooled and said") {
    const auto found =
        churn_by_band(of({{"red", 10, 2}, {"yellow", 10, 6}, {"green", 20, 1}}), {.order = colors});
    CHECK(!found.monotone);
    CHECK(found.monotone_rate == std::vector<double>{.4, .4, .05});
    REQUIRE(found.findings.size() == 2);
    CHECK(found.findings[0].message == "churn_by_band: red and yellow go the wrong way: 2 of 10, 6 of 10");
    CHECK(found.findings[1].code == "bands_alike");
  }
  TEST_CASE("a renewal is expected of good bands") {
    const auto found = churn_by_band(of({{"red", 10, 2}, {"yellow", 10, 5}, {"green", 20, 18}}),
                                     {.order = colors, .worse_predicts_outcome = false});
    CHECK(found.monotone);
    CHECK(found.trend < 0);
    CHECK(found.monotone_rate == found.rate);
  }
  TEST_CASE("the order of rows does not matter, and bands may be numbers") {
    Texts band;
    std::vector<std::int64_t> number;
    std::vector<std::uint8_t> outcome;
    for (int i = 0; i < 60; ++i) {
      number.push_back(i * 7 % 3);
      band.push_back(colors[static_cast<std::size_t>(number.back())]);
      outcome.push_back(i * 11 % 13 < 4 - number.back() ? 1 : 0);
    }
    const auto table = [&](bool turned) {
      if (turned) {
        std::reverse(band.begin(), band.end());
        std::reverse(number.begin(), number.end());
        std::reverse(outcome.begin(), outcome.end());
      }
      ExampleColumns columns{.outcome = outcome};
      columns.attributes.add("band", IdColumn(band));
      columns.attributes.add("number", Column<std::int64_t>(number));
      return churn_by_band(Examples(columns), {.order = colors});
    };
    const auto found = table(false), turned = table(true);
    CHECK(found.rate == turned.rate);
    CHECK(found.p_value == turned.p_value);
    ExampleColumns columns{.outcome = outcome};
    columns.attributes.add("number", Column<std::int64_t>(number));
    const auto numbered = churn_by_band(Examples(columns), {.order = {"0", "1", "2"}, .band = "number"});
    CHECK(numbered.rate == found.rate);
  }
  TEST_CASE("an empty band has no rate, and neighbors are those that have rows") {
    const auto found = churn_by_band(of({{"red", 20, 15}, {"green", 20, 1}}), {.order = colors});
    CHECK(std::isnan(found.rate[1]));
    CHECK(std::isnan(found.lower[1]));
    CHECK(std::isnan(found.monotone_rate[1]));
    CHECK(std::isnan(found.next_p_value[1]));
    CHECK(found.next_p_value[0] < 1e-4);
    CHECK(codes(found.findings) == Texts{"empty_band"});
    CHECK(found.findings[0].message == "churn_by_band: no example is yellow");
    CHECK(found.monotone);
  }
  TEST_CASE("no rows, one row, one outcome, no band, several rows of an account") {
    const auto none = churn_by_band(of({}), {.order = {"red"}});
    CHECK(std::isnan(none.p_value));
    CHECK(!none.monotone);
    CHECK(codes(none.findings) == Texts{"empty_band", "no_examples"});
    const auto one = churn_by_band(of({{"red", 1, 1}}), {.order = {"red", "green"}});
    CHECK(std::isnan(one.trend));
    CHECK(codes(one.findings) == Texts{"empty_band", "one_class"});
    CHECK(one.findings[1].message == "churn_by_band: all of 1 examples have the outcome");
    const auto same = churn_by_band(of({{"red", 5, 0}, {"green", 5, 0}}), {.order = {"red", "green"}});
    CHECK(std::isnan(same.p_value));
    CHECK(same.next_p_value[0] == 1);
    ExampleColumns columns{.outcome = std::vector<std::uint8_t>{1, 0, 1}};
    columns.attributes.add("band", tables::ids_with_nulls({"red", "", "red"}));
    columns.account = Texts{"x", "y", "x"};
    const auto found = churn_by_band(Examples(columns), {.order = {"red"}});
    CHECK(found.left_out == 1);
    CHECK(codes(found.findings) == Texts{"missing_band", "one_class", "many_rows"});
    CHECK(found.findings[0].rows == std::vector<std::int64_t>{1});
    CHECK(found.findings[0].message == "churn_by_band: band is missing in 1 of 3 rows, which were left out");
  }
  TEST_CASE("bad settings are refused by name") {
    const auto examples = of({{"red", 2, 1}, {"green", 2, 0}});
    CHECK_THROWS_WITH_AS(churn_by_band(examples, {}),
                         "churn_by_band: order is missing; it names all bands, the worst first",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(churn_by_band(examples, {.order = {"red"}}),
                         "churn_by_band: band[2] = \"green\" is not in the order red", InvalidInput);
    CHECK_THROWS_WITH_AS(churn_by_band(examples, {.order = {"red", "red"}}),
                         "churn_by_band: order = \"red\" is there twice", InvalidInput);
    CHECK_THROWS_WITH_AS(churn_by_band(examples, {.order = {""}}), "churn_by_band: order = \"\" is no band",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(churn_by_band(examples, {.order = colors, .band = "tier"}),
                         "churn_by_band: band = \"tier\" is no attribute of the examples", InvalidInput);
    CHECK_THROWS_WITH_AS(churn_by_band(test::waves().examples(), {.order = colors, .band = "score"}),
                         "churn_by_band: band = \"score\" is no column of texts or integers", InvalidInput);
    CHECK_THROWS_WITH_AS(churn_by_band(examples, {.order = colors, .exact_outcomes = -1}),
                         "churn_by_band: exact_outcomes = -1 is not between 0 and 1,000", InvalidInput);
    CHECK_THROWS_WITH_AS(churn_by_band(examples, {.order = colors, .confidence = 0}),
                         "churn_by_band: confidence = 0 is not in (0, 1)", InvalidInput);
  }
}
