// SPDX-License-Identifier: MIT
#include <fealty/health/binning.hpp>
#include <fealty/health/detail/probability_bins.hpp>

#include "calibration_tables.hpp"

#include <cstddef>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

namespace {

std::vector<std::size_t> sizes(const test::ScoreTable& table, Binning binning, std::int32_t bins) {
  const Examples examples = table.examples();
  const auto rows = health::detail::read_calibration_rows("test", examples, "score",
                                                          health::detail::ScoreRange::probability);
  std::vector<std::size_t> out;
  for (const auto& bin : health::detail::probability_bins("test", rows, binning, bins))
    out.push_back(bin.end - bin.begin);
  return out;
}

}  // namespace

TEST_SUITE("health/binning") {
  TEST_CASE("has names") {
    CHECK(enum_names(Binning{})[0] == "equal_mass");
    CHECK(enum_names(Binning{})[1] == "equal_width");
  }
  TEST_CASE("a bin of equal width holds its upper end, whatever rounding does") {
    CHECK(health::detail::bin_of_width(0, 10) == 0);
    CHECK(health::detail::bin_of_width(1, 10) == 9);
    for (int bins : {3, 7, 10, 29, 100})
      for (int i = 1; i <= bins; ++i) {
        const double edge = static_cast<double>(i) / bins;
        CHECK(health::detail::bin_of_width(edge, bins) == i - 1);
        if (i < bins) CHECK(health::detail::bin_of_width(std::nextafter(edge, 2), bins) == i);
      }
  }
  TEST_CASE("bins of equal mass have as many rows each, and keep ties together") {
    test::ScoreTable table{{0, 1, 0, 1, 0, 1}, {.1, .2, .3, .4, .5, .6}};
    CHECK(sizes(table, Binning::equal_mass, 3) == std::vector<std::size_t>{2, 2, 2});
    CHECK(sizes(table, Binning::equal_mass, 100) == std::vector<std::size_t>{1, 1, 1, 1, 1, 1});
    CHECK(sizes(table, Binning::equal_width, 2) == std::vector<std::size_t>{5, 1});
    table.score = {.1, .1, .1, .1, .5, .6};
    CHECK(sizes(table, Binning::equal_mass, 3) == std::vector<std::size_t>{4, 2});
    table.score.assign(6, .3);
    CHECK(sizes(table, Binning::equal_mass, 3) == std::vector<std::size_t>{6});
    CHECK(sizes({}, Binning::equal_mass, 3).empty());
  }
  TEST_CASE("a number of bins that is out of range is refused") {
    CHECK_THROWS_WITH_AS(sizes(test::waves(), Binning::equal_mass, 0),
                         "test: bins = 0 is not between 1 and 1,000,000", InvalidInput);
  }
}
