// SPDX-License-Identifier: MIT
#include <fealty/health/weight_of_evidence.hpp>

#include "health/telco.hpp"
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

using Churned = std::vector<std::uint8_t>;

Approx evidence(double value) { return Approx(value).epsilon(1e-12).scale(0); }

Examples examples_of(const Churned& outcome, FrameColumn feature, const Reals& weight = {}) {
  ExampleColumns columns{.outcome = Column<std::uint8_t>(outcome)};
  columns.attributes.add("usage", std::move(feature));
  if (!weight.empty()) columns.weight = Column<double>(weight);
  return Examples(columns);
}
WeightOfEvidence of_usage(const Churned& outcome, const Reals& usage, WeightOfEvidenceOptions options = {}) {
  options.feature = "usage";
  return weight_of_evidence(examples_of(outcome, Column<double>(usage)), options);
}
Reals ends(const WeightOfEvidence& bins) {
  Reals out;
  for (std::size_t i = 0; i < bins.kind.size(); ++i)
    if (bins.kind[i] == BinKind::numbers && std::isfinite(bins.upper[i])) out.push_back(bins.upper[i]);
  return out;
}

/// Twelve rows in which churn falls with usage, and two in which usage is not known.
const Churned fourteen{1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0};
Reals usage_of_fourteen() {
  const double unknown = std::nan("");
  return {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, unknown, unknown};
}

}  // namespace

TEST_SUITE("health/weight_of_evidence") {
  TEST_CASE("Contract of IBM's customers, as arithmetic has it") {
    const auto telco = telco::examples();
    if (!telco) return;
    const auto found = weight_of_evidence(*telco, {.feature = "Contract"});
    CHECK(found.category == Texts{"Month-to-month", "One year", "Two year"});
    CHECK(found.weight_of_evidence[0] == evidence(0.7245363682352));
    CHECK(found.weight_of_evidence[1] == evidence(-1.0452593699773));
    CHECK(found.weight_of_evidence[2] == evidence(-2.5172671639793));
    CHECK(found.information_value == evidence(1.2385597927843));
    CHECK(found.findings.empty());
  }

  TEST_CASE("no way to cut tenure or charges tells more, of all that there are") {
    const auto telco = telco::examples();
    if (!telco) return;
    const auto& charges = std::get<Column<double>>(telco->data().attributes.at("MonthlyCharges"));
    Reals steps;
    for (const double each : charges.values()) steps.push_back(std::floor(each / 5));
    const auto wide = telco::examples(std::pair{std::string("steps"), steps});
    struct Case {
      const char* feature;
      double least;
      std::int32_t most;
      Monotone monotone;
      double value;
      Reals ends;
    };
    using M = Monotone;
    for (const Case& each : {Case{"tenure", .05, 5, M::none, 0.832263941144, {5, 17, 43, 70}},
                             Case{"tenure", .05, 5, M::decreasing, 0.832263941144, {5, 17, 43, 70}},
                             Case{"tenure", .05, 5, M::increasing, 0, {}},
                             Case{"tenure", .15, 4, M::any_direction, 0.766061697012, {5, 22, 59}},
                             Case{"steps", .05, 5, M::none, 0.404768659502, {5, 9, 13, 20}},
                             Case{"steps", .05, 5, M::increasing, 0.345523064929, {3, 5, 13}},
                             Case{"steps", .05, 5, M::decreasing, 0.006242624760, {20}},
                             Case{"steps", .05, 5, M::any_direction, 0.345523064929, {3, 5, 13}},
                             Case{"steps", .1, 3, M::none, 0.344533146036, {5, 13}}}) {
      CAPTURE(each.feature);
      CAPTURE(static_cast<int>(each.monotone));
      const auto found = weight_of_evidence(
          *wide,
          {.feature = each.feature, .bins = each.most, .min_share = each.least, .monotone = each.monotone});
      CHECK(std::abs(found.information_value - each.value) < 1e-12);
      CHECK(ends(found) == each.ends);
    }
  }

  TEST_CASE("missing values are a bin of their own, and the parts add up") {
    const auto found = of_usage(fourteen, usage_of_fourteen(), {.min_share = 0});
    REQUIRE(found.kind ==
            std::vector<BinKind>{BinKind::numbers, BinKind::numbers, BinKind::numbers, BinKind::missing});
    CHECK(found.examples == Counts{4, 4, 4, 2});
    CHECK(found.outcomes == Counts{3, 2, 1, 1});
    CHECK(found.lower[0] == -std::numeric_limits<double>::infinity());
    CHECK(found.upper[0] == 1);
    CHECK(found.lower[1] == 1);
    CHECK(found.upper[2] == std::numeric_limits<double>::infinity());
    CHECK(std::isnan(found.lower[3]));
    CHECK(found.share_outcomes[0] == evidence(3 / 7.0));
    CHECK(found.weight_of_evidence[0] == evidence(std::log(3.0)));
    CHECK(found.weight_of_evidence[2] == evidence(-std::log(3.0)));
    CHECK(found.weight_of_evidence[3] == 0);
    double sum = 0;
    for (const double each : found.contribution) sum += each;
    CHECK(found.information_value == evidence(sum));
    CHECK(found.information_value == evidence(4 / 7.0 * std::log(3.0)));
  }

  TEST_CASE("weights count as so many examples") {
    Reals usage = usage_of_fourteen(), weight(14, 1), twice = usage;
    Churned outcome = fourteen;
    weight[3] = weight[8] = 2;
    for (const std::size_t row : {3U, 8U}) twice.push_back(usage[row]), outcome.push_back(fourteen[row]);
    const auto weighted = weight_of_evidence(examples_of(fourteen, Column<double>(usage), weight),
                                             {.feature = "usage", .min_share = 0});
    const auto repeated = of_usage(outcome, twice, {.min_share = 0});
    CHECK(weighted.weight_of_evidence == repeated.weight_of_evidence);
    CHECK(weighted.information_value == repeated.information_value);
    CHECK(weighted.examples[0] == 4);
  }

  TEST_CASE("a bin of one class is never infinite, and the result says so") {
    const auto found = of_usage({1, 1, 0, 0}, {1, 1, 2, 2}, {.min_share = 0});
    CHECK(found.weight_of_evidence[0] == evidence(std::log(2.5 / 0.5)));
    CHECK(found.share_outcomes[0] == evidence(2.5 / 2));
    CHECK(found.weight_of_evidence[1] == evidence(-std::log(2.5 / 0.5)));
    CHECK(tables::codes(found.findings) == "empty_cell");
    CHECK(found.findings.front().message ==
          "weight_of_evidence: 2 bins of usage have no outcomes, or nothing else: 0.5 examples were added to "
          "both cells of (-inf, 1], (1, inf]");
    CHECK(of_usage({1, 1, 0, 0}, {1, 1, 2, 2}, {.min_share = 0, .smoothing = 1}).weight_of_evidence[0] ==
          evidence(std::log(3.0)));
  }

  TEST_CASE("what tells nothing is said") {
    const double unknown = std::nan("");
    const auto constant = of_usage({1, 0, 1}, {3, 3, 3});
    CHECK(constant.weight_of_evidence == Reals{0});
    CHECK(constant.information_value == 0);
    CHECK(constant.findings.front().message ==
          "weight_of_evidence: all examples are in one bin of usage, which tells nothing");
    const auto missing = of_usage({1, 0}, {unknown, unknown});
    CHECK(missing.kind == std::vector<BinKind>{BinKind::missing});
    CHECK(tables::codes(missing.findings) == "one_bin");
    const auto one_class = of_usage({0, 0, 0}, {1, 2, unknown});
    CHECK(std::isnan(one_class.information_value));
    for (const double each : one_class.weight_of_evidence) CHECK(std::isnan(each));
    CHECK(one_class.findings.front().message ==
          "weight_of_evidence: none of 3 examples have the outcome: there is nothing to compare");
    const auto empty = of_usage({}, {});
    CHECK(empty.kind.empty());
    CHECK(std::isnan(empty.information_value));
    CHECK(tables::codes(empty.findings) == "no_examples");
    CHECK(tables::codes(of_usage({1}, {1}).findings) == "one_class");
  }

  TEST_CASE("edges of one's own stay as they are when asked") {
    const auto found = of_usage(fourteen, usage_of_fourteen(), {.edges = Reals{0, 1, 2}, .merge = false});
    CHECK(found.examples == Counts{0, 4, 4, 4, 2});
    CHECK(std::isnan(found.weight_of_evidence[0]));
    CHECK(found.contribution[0] == 0);
    CHECK(found.information_value == evidence(4 / 7.0 * std::log(3.0)));
    CHECK(ends(of_usage(fourteen, usage_of_fourteen(), {.min_share = 0, .edges = Reals{2}})) == Reals{2});
  }

  TEST_CASE("counts of parts give the same answer as all rows") {
    EvidenceCounts all({.feature = "usage", .edges = Reals{1, 2}}),
        rest({.feature = "usage", .edges = Reals{1, 2}});
    const Reals usage = usage_of_fourteen();
    const auto part = [&](std::size_t begin, std::size_t end) {
      const auto from = static_cast<std::ptrdiff_t>(begin), to = static_cast<std::ptrdiff_t>(end);
      return examples_of({fourteen.begin() + from, fourteen.begin() + to},
                         Column<double>(Reals(usage.begin() + from, usage.begin() + to)));
    };
    all.update(part(0, 5));
    rest.update(part(5, 14));
    all.merge(rest);
    const auto found = weight_of_evidence(all, {.min_share = 0});
    const auto whole = of_usage(fourteen, usage, {.min_share = 0});
    CHECK(found.weight_of_evidence == whole.weight_of_evidence);
    CHECK(found.feature == "usage");
    CHECK_THROWS_WITH_AS(weight_of_evidence(all, {.feature = "seats"}),
                         "weight_of_evidence: feature = \"seats\" is not \"usage\", of which the counts are",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(weight_of_evidence(all, {.edges = Reals{1}}),
                         "weight_of_evidence: edges are those of the counts; they cannot be given again",
                         InvalidInput);
    Reals many(200);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = static_cast<double>(i);
    EvidenceCounts fine({.feature = "usage", .edges = many});
    fine.update(part(0, 5));
    CHECK_THROWS_WITH_AS(weight_of_evidence(fine, {}),
                         "weight_of_evidence: edges = 201 bins are too many to be merged; 200 are possible",
                         InvalidInput);
    CHECK(weight_of_evidence(fine, {.merge = false}).kind.size() == 201);
  }

  TEST_CASE("no order of rows matters, and bins keep to what was asked") {
    std::mt19937_64 random(7);
    for (int round = 0; round < 30; ++round) {
      const std::size_t rows = 40 + random() % 400;
      std::vector<std::size_t> order(rows);
      Reals usage(rows);
      Churned outcome(rows);
      for (std::size_t i = 0; i < rows; ++i) {
        order[i] = i;
        usage[i] = random() % 11 == 0 ? std::nan("") : static_cast<double>(random() % 300) / 7;
        outcome[i] = random() % 100 < 20 + static_cast<unsigned>(std::isnan(usage[i]) ? 0 : usage[i]) ? 1 : 0;
      }
      outcome[0] = 1, outcome[1] = 0;
      std::shuffle(order.begin(), order.end(), random);
      Reals other(rows);
      Churned moved(rows);
      for (std::size_t i = 0; i < rows; ++i) other[i] = usage[order[i]], moved[i] = outcome[order[i]];
      const WeightOfEvidenceOptions options{.bins = 4, .min_share = .1, .monotone = Monotone::any_direction};
      const auto found = of_usage(outcome, usage, options), again = of_usage(moved, other, options);
      CHECK(found.weight_of_evidence == again.weight_of_evidence);
      CHECK(ends(found) == ends(again));
      CHECK(ends(found).size() < 4);
      const bool rises = found.monotone == Monotone::increasing;
      std::int64_t known = 0;
      for (std::size_t i = 0; i < found.kind.size(); ++i)
        known += found.kind[i] == BinKind::numbers ? found.examples[i] : 0;
      for (std::size_t i = 0; i <= ends(found).size(); ++i) {
        CHECK(static_cast<double>(found.examples[i]) >= .1 * static_cast<double>(known) - 1e-9);
        if (i > 0) CHECK((found.weight_of_evidence[i] > found.weight_of_evidence[i - 1]) == rises);
      }
      const auto free = of_usage(outcome, usage, {.bins = 4, .min_share = .1});
      CHECK(free.information_value >= found.information_value - 1e-12);
    }
  }

  TEST_CASE("refuses what cannot be put into bins") {
    const auto refuses = [](const WeightOfEvidenceOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(of_usage({1, 0}, {1, 2}, options), message, InvalidInput);
    };
    refuses({.bins = 0}, "weight_of_evidence: bins = 0 is below 1");
    refuses({.min_share = .6}, "weight_of_evidence: min_share = 0.6 is not between 0 and 0.5");
    refuses({.min_share = std::nan("")}, "weight_of_evidence: min_share = nan is not between 0 and 0.5");
    refuses({.smoothing = 0}, "weight_of_evidence: smoothing = 0 is not a finite number above 0");
    refuses({.edges = Reals{2, 1}},
            "weight_of_evidence: edges[1] = 1 does not ascend; edges are finite numbers, each above the one "
            "before");
    CHECK_THROWS_WITH_AS(of_usage({1, 0}, {1, std::numeric_limits<double>::infinity()}),
                         "weight_of_evidence: usage[1] = inf is not a finite number", InvalidInput);
    const Examples texts = examples_of({1, 0}, IdColumn(Texts{"a", "b"}));
    CHECK_THROWS_WITH_AS(weight_of_evidence(texts, {.feature = "usage", .edges = Reals{1}}),
                         "weight_of_evidence: usage holds texts, for which there are no edges", InvalidInput);
    CHECK_THROWS_WITH_AS(weight_of_evidence(texts, {.feature = "seats"}),
                         "weight_of_evidence: feature = \"seats\" is no attribute; there are usage",
                         InvalidInput);
    const Examples dates = examples_of({1, 0}, Days{tables::days({"2024-01-01", "2024-01-02"})});
    CHECK_THROWS_WITH_AS(
        weight_of_evidence(dates, {.feature = "usage"}),
        "weight_of_evidence: usage holds dates or times; bins are of numbers, flags or texts", InvalidInput);
  }
}
