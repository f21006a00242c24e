// SPDX-License-Identifier: MIT
#include <fealty/health/psi.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using doctest::Approx;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

/// So many rows of each of the scores 1, 2, ...
Frame of_counts(const std::vector<std::size_t>& counts) {
  Reals scores;
  for (std::size_t i = 0; i < counts.size(); ++i)
    scores.insert(scores.end(), counts[i], static_cast<double>(i + 1));
  Frame frame;
  frame.add("score", Column<double>(std::move(scores)));
  return frame;
}
Frame of_values(Reals values) {
  Frame frame;
  frame.add("score", Column<double>(std::move(values)));
  return frame;
}
Frame scored_under(const Texts& fingerprints) {
  Frame frame = of_values(Reals(fingerprints.size(), 1));
  frame.add("card", tables::ids_with_nulls(fingerprints));
  return frame;
}
/// Two rows of each of 48 accounts, or three.
Frame of_accounts(bool current) {
  Reals scores, accounts;
  for (int row = current ? 96 : 0; row < (current ? 240 : 96); ++row) {
    const int whose = row % 48;
    scores.push_back(current ? (whose * 7 + row / 96) % 5 * 3 / 4 : whose * 7 % 5 * whose % 4);
    accounts.push_back(whose);
  }
  Frame frame = of_values(scores);
  frame.add("account", Column<double>(std::move(accounts)));
  return frame;
}

}  // namespace

TEST_SUITE("health/psi") {
  TEST_CASE("its interval is by derivatives taken numerically, of rows and of accounts") {
    constexpr double z = 1.959963984540054;
    const auto found = psi(of_counts({40, 30, 30}), of_counts({35, 25, 40}));
    CHECK(found.std_error == Approx(0.0718956148959706).epsilon(1e-7));
    CHECK(found.psi_lower == 0);
    CHECK(found.psi_upper == Approx(found.psi + z * 0.0718956148959706).epsilon(1e-7));
    const auto large = psi(of_counts({100, 100, 100, 100}), of_counts({60, 90, 120, 130}));
    CHECK(large.psi_upper == Approx(large.psi + z * 0.0425508211373962).epsilon(1e-7));
    const PsiOptions options{.edges = Reals{0, 1, 2}, .account = "account"};
    const auto of = psi(of_accounts(false), of_accounts(true), options);
    CHECK(of.psi == Approx(0.242389782856037).epsilon(1e-12));
    CHECK(of.std_error == Approx(0.130524066235085).epsilon(1e-7));
    CHECK(of.psi_lower == 0);
    CHECK(of.psi_upper == Approx(0.242389782856037 + z * 0.130524066235085).epsilon(1e-7));
    const auto less = psi(of_accounts(false), of_accounts(true),
                          {.edges = Reals{0, 1, 2}, .confidence = 0.5, .account = "account"});
    CHECK(
        less.psi_lower ==
        Approx(0.242389782856037 - 0.0586548515181279 - 0.674489750196082 * 0.130524066235085).epsilon(1e-7));
  }

  TEST_CASE("the interval holds the index of ever more rows at least as often as it says") {
    const Reals shares{.1, .2, .3, .4};
    for (const double moved : {0.0, 0.02, 0.08})
      for (const int repeats : {1, 4}) {
        const Reals later{.1 + moved, .2 + moved, .3 - moved, .4 - moved};
        double index = 0;
        for (std::size_t k = 0; k < 4; ++k) index += (later[k] - shares[k]) * std::log(later[k] / shares[k]);
        std::mt19937_64 random(5);
        int holds = 0;
        for (int i = 0; i < 300; ++i) {
          const auto draw = [&](const Reals& from, double first) {
            std::discrete_distribution<int> bin(from.begin(), from.end());
            Reals scores, accounts;
            for (int account = 0; account < 250; ++account) {
              scores.insert(scores.end(), static_cast<std::size_t>(repeats), bin(random));
              accounts.insert(accounts.end(), static_cast<std::size_t>(repeats), first + account);
            }
            Frame frame = of_values(scores);
            frame.add("account", Column<double>(std::move(accounts)));
            return frame;
          };
          const Frame before = draw(shares, 0), now = draw(later, 1000);
          const auto found = psi(before, now, {.edges = Reals{0, 1, 2}, .account = "account"});
          holds += found.psi_lower <= index && index <= found.psi_upper ? 1 : 0;
        }
        CHECK(holds >= 275);  // of 285, by nearly three errors of the count
      }
  }

  TEST_CASE("accounts that are missing are refused; one account, one bin or no row make no interval") {
    Frame before = of_values({1, 2}), now = of_values({1, 1});
    before.add("account", tables::ids_with_nulls({"a", "b"}));
    now.add("account", tables::ids_with_nulls({"a", ""}));
    CHECK_THROWS_WITH_AS(psi(before, now, {.account = "account"}),
                         "psi: account[1] is missing; every row is of an account", InvalidInput);
    CHECK_THROWS_WITH_AS(psi(before, now, {.account = "customer"}),
                         "psi: account = \"customer\" is no attribute; there are score, account",
                         InvalidInput);
    CHECK(std::isnan(psi(of_values({1, 1}), of_values({1})).psi_upper));
    CHECK(std::isnan(psi(of_values({}), of_values({1})).psi_upper));
    Frame one = of_values({1, 2});
    one.add("account", Column<double>(Reals{7, 7}));
    const auto alone = psi(one, one, {.account = "account"});
    CHECK(alone.psi == 0);
    CHECK(std::isnan(alone.std_error));
    CHECK(psi(of_values({1, 2}), of_values({1, 2})).psi_upper > 0);
  }

  TEST_CASE("tables worked by arithmetic") {
    struct Case {
      std::vector<std::size_t> reference, current;
      double psi, expected, limit, p_value;
    };
    for (const Case& each :
         {Case{{40, 30, 30}, {35, 25, 40}, 0.044560854716, 0.04, 0.119829290942, 0.328236344394},
          Case{std::vector<std::size_t>(10, 100),
               {60, 80, 90, 95, 100, 105, 110, 115, 120, 125},
               0.038724469279,
               0.018,
               0.033837955209,
               0.0222831197033},
          Case{
              {10, 20, 30}, {0, 25, 40}, 0.554060676987, 0.064102564103, 0.192034120100, 0.00017629592885}}) {
      const auto found = psi(of_counts(each.reference), of_counts(each.current));
      CHECK(found.psi == Approx(each.psi).epsilon(1e-10));
      CHECK(found.expected == Approx(each.expected).epsilon(1e-10));
      CHECK(found.limit == Approx(each.limit).epsilon(1e-10));
      CHECK(found.p_value == Approx(each.p_value).epsilon(1e-9));
      CHECK(found.degrees_of_freedom == static_cast<std::int64_t>(each.reference.size()) - 1);
      double sum = 0;
      for (const double part : found.contribution) sum += part;
      CHECK(found.psi == Approx(sum).epsilon(1e-14));
    }
  }

  TEST_CASE("readings know nothing of the size of samples; the result does") {
    const auto large = psi(of_counts({4000, 3000, 3000}), of_counts({2500, 3000, 4500}));
    CHECK(large.reading == DriftReading::moderate);
    CHECK(tables::codes(large.findings) == "drift");
    CHECK(
        large.findings.front().message ==
        "psi: score has moved beyond chance: its index is 0.131; in samples of this size chance stays below "
        "0.001 in 95% of cases");
    const auto small = psi(of_counts({16, 12, 12}), of_counts({10, 12, 18}));
    CHECK(small.psi == Approx(large.psi).epsilon(1e-12));
    CHECK(tables::codes(small.findings) == "within_chance");
    CHECK(small.findings.front().severity == Severity::information);
    const auto none = psi(of_counts({5, 5}), of_counts({50, 50}));
    CHECK(none.psi == 0);
    CHECK(none.p_value == 1);
    CHECK(none.reading == DriftReading::stable);
    CHECK(none.findings.empty());
  }

  TEST_CASE("chance exceeds the limit as often as was asked") {
    std::mt19937_64 random(2);
    int over = 0;
    for (int round = 0; round < 1000; ++round) {
      std::vector<std::size_t> one(10), other(10);
      for (int i = 0; i < 500; ++i) ++one[random() % 10];
      for (int i = 0; i < 300; ++i) ++other[random() % 10];
      if (psi(of_counts(one), of_counts(other)).p_value < .05) ++over;
    }
    CHECK(over > 30);
    CHECK(over < 70);
  }

  TEST_CASE("deciles of the reference, at values that occur; missing scores are apart") {
    Reals before, now;
    for (int i = 1; i <= 100; ++i) before.push_back(i), now.push_back(i + 10);
    now.push_back(std::nan(""));
    const auto found = psi(of_values(before), of_values(now));
    REQUIRE(found.kind.size() == 11);
    CHECK(found.kind.back() == BinKind::missing);
    CHECK(found.upper[0] == 10);
    CHECK(found.upper[8] == 90);
    CHECK(found.reference == Counts{10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0});
    CHECK(found.current == Counts{0, 10, 10, 10, 10, 10, 10, 10, 10, 20, 1});
    CHECK(tables::find(found.findings, "empty_cell")->message ==
          "psi: 2 bins of score have rows of one sample alone: 0.5 rows were added to both cells of (-inf, "
          "10], "
          "missing");
    CHECK(psi(of_values(before), of_values(now), {.bins = 4}).kind.size() == 5);
    CHECK(psi(of_values(before), of_values(now), {.edges = Reals{50}}).reference == Counts{50, 50, 0});
    const auto ties = psi(of_values({1, 1, 1, 1, 1, 1, 1, 2}), of_values({1, 2}));
    CHECK(ties.upper[0] == 1);
    CHECK(ties.kind.size() == 2);
  }

  TEST_CASE("bands are bins as well") {
    Frame before, now;
    before.add("band", IdColumn(Texts{"green", "green", "red", "green"}));
    now.add("band", IdColumn(Texts{"red", "green"}));
    const auto found = psi(before, now, {.score = "band"});
    CHECK(found.category == Texts{"green", "red"});
    CHECK(found.psi == Approx(-.25 * std::log(.5 / .75) + .25 * std::log(.5 / .25)).epsilon(1e-14));
  }

  TEST_CASE("information value is a stability index of two classes: swapping samples changes nothing") {
    const auto one = psi(of_counts({40, 30, 30}), of_counts({35, 25, 40}), {.edges = Reals{1, 2}});
    const auto other = psi(of_counts({35, 25, 40}), of_counts({40, 30, 30}), {.edges = Reals{1, 2}});
    CHECK(one.psi == Approx(other.psi).epsilon(1e-14));
    CHECK(one.p_value == Approx(other.p_value).epsilon(1e-14));
  }

  TEST_CASE("counts of parts give the same index as all rows") {
    BinCounts before({.feature = "score", .edges = Reals{1, 2}}), now = before, rest = before;
    before.update(of_counts({40, 30, 30}));
    now.update(of_counts({30, 20, 10}));
    rest.update(of_counts({5, 5, 30}));
    now.merge(rest);
    const auto found = psi(before, now);
    CHECK(found.psi == Approx(0.044560854716).epsilon(1e-10));
    CHECK_THROWS_WITH_AS(psi(before, BinCounts({.feature = "score", .edges = Reals{1}})),
                         "psi: edges differ; only counts of the same bins can be added or compared",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(psi(before, now, {.fingerprint = "card"}),
                         "psi: fingerprint is of rows; counts have their own bins and know of no rows",
                         InvalidInput);
  }

  TEST_CASE("a configuration that was changed silently is told") {
    const auto found =
        psi(scored_under({"a1", "a1"}), scored_under({"a1", "b2", "b2", "b2"}), {.fingerprint = "card"});
    CHECK(
        tables::find(found.findings, "configuration_changed")->message ==
        "psi: rows were scored under 2 configurations: those of the reference under a1 (100%); current ones "
        "under a1 (25%), b2 (75%)");
    CHECK(!tables::find(psi(scored_under({"a1"}), scored_under({"a1"}), {.fingerprint = "card"}).findings,
                        "configuration_changed"));
    CHECK(tables::find(psi(scored_under({"a1"}), scored_under({""}), {.fingerprint = "card"}).findings,
                       "configuration_changed"));
    CHECK_THROWS_WITH_AS(psi(of_values({1}), of_values({1}), {.fingerprint = "card"}),
                         "psi: fingerprint = \"card\" is no attribute; there are score", InvalidInput);
    CHECK_THROWS_WITH_AS(psi(of_values({1}), of_values({1}), {.fingerprint = "score"}),
                         "psi: score holds no texts", InvalidInput);
  }

  TEST_CASE("empty samples have no index; one bin tells nothing") {
    const auto empty = psi(of_values({1, 2}), of_values({}));
    CHECK(std::isnan(empty.psi));
    CHECK(std::isnan(empty.p_value));
    CHECK(empty.reading == DriftReading::none);
    CHECK(empty.findings.front().message ==
          "psi: the reference has 2 rows, the current sample 0: there is nothing to compare");
    CHECK(tables::codes(psi(of_values({}), of_values({})).findings) == "empty_sample");
    const double unknown = std::nan("");
    const auto missing = psi(of_values({unknown}), of_values({unknown, unknown}));
    CHECK(missing.psi == 0);
    CHECK(std::isnan(missing.p_value));
    CHECK(tables::codes(missing.findings) == "one_bin");
    CHECK(missing.reading == DriftReading::none);
    CHECK(psi(of_values({3, 3}), of_values({3})).psi == 0);
    // What came later is in the one bin too, wherever it lies: that is not stable.
    const auto constant = psi(of_values({3, 3}), of_values({3, 90, -5}));
    CHECK(constant.psi == 0);
    CHECK(constant.reading == DriftReading::none);
    REQUIRE(tables::codes(constant.findings) == "one_bin");
    CHECK(constant.findings.front().message == "psi: all rows are in one bin of score, which tells nothing");
    const auto with_edges = psi(of_values({3, 3}), of_values({3, 90, -5}), {.edges = Reals{2, 4}});
    CHECK(with_edges.reading == DriftReading::large);
  }

  TEST_CASE("refuses what cannot be compared") {
    const auto refuses = [](const PsiOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(psi(of_values({1, 2}), of_values({1}), options), message, InvalidInput);
    };
    refuses({.score = "usage"}, "psi: score = \"usage\" is no attribute; there are score");
    refuses({.bins = 0}, "psi: bins = 0 is not between 1 and 1,000");
    refuses({.edges = Reals{std::nan("")}},
            "psi: edges[0] = nan does not ascend; edges are finite numbers, each above the one before");
    refuses({.smoothing = -1}, "psi: smoothing = -1 is not a finite number above 0");
    refuses({.confidence = 1}, "psi: confidence = 1 is not in (0, 1)");
    CHECK_THROWS_WITH_AS(psi(of_values({1}), of_values({-std::numeric_limits<double>::infinity()})),
                         "psi: score[0] = -inf is not a finite number", InvalidInput);
    Frame texts;
    texts.add("score", IdColumn(Texts{"a"}));
    CHECK_THROWS_WITH_AS(psi(of_values({1}), texts), "psi: score holds texts, for which there are no edges",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(psi(texts, of_values({1})), "psi: score holds numbers; their bins need edges",
                         InvalidInput);
  }
}
