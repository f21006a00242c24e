// SPDX-License-Identifier: MIT
#include <fealty/health/information_value.hpp>

#include "health/telco.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

Examples rated(const std::vector<std::uint8_t>& outcome) {
  ExampleColumns columns{.outcome = Column<std::uint8_t>(outcome)};
  Reals same(outcome.size(), 3), known(outcome.size()), missing(outcome.size(), std::nan(""));
  for (std::size_t i = 0; i < outcome.size(); ++i) known[i] = i % 3 == 0 ? std::nan("") : outcome[i];
  columns.attributes.add("same", Column<double>(std::move(same)));
  columns.attributes.add("leak", Column<double>(std::move(known)));
  columns.attributes.add("missing", Column<double>(std::move(missing)));
  columns.attributes.add("since", Days{tables::Days(outcome.size(), 19'000)});
  return Examples(columns);
}

}  // namespace

TEST_SUITE("health/information_value") {
  TEST_CASE("the most telling attribute of IBM's customers comes first, and it is a suspect") {
    const auto telco = telco::examples();
    if (!telco) return;
    const auto found = information_value(*telco);
    REQUIRE(found.feature.size() == 19);
    CHECK(found.feature.front() == "Contract");
    CHECK(found.information_value.front() == doctest::Approx(1.2385597927843).epsilon(1e-12));
    CHECK(found.reading.front() == EvidenceReading::suspicious);
    CHECK(std::is_sorted(found.information_value.rbegin(), found.information_value.rend()));
    const auto at = [&](const std::string& name) {
      return static_cast<std::size_t>(std::find(found.feature.begin(), found.feature.end(), name) -
                                      found.feature.begin());
    };
    CHECK(found.reading[at("gender")] == EvidenceReading::useless);
    CHECK(found.missing[at("TotalCharges")] == 11);
    CHECK(found.bins[at("Contract")] == 3);
    CHECK(tables::codes(found.findings) == "suspicious_feature");
  }

  TEST_CASE("a feature that is the outcome stands out; one that is the same for all tells nothing") {
    const auto found = information_value(rated({1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0}), {.min_share = 0});
    CHECK(found.feature == Texts{"leak", "missing", "same"});  // dates have no bins
    CHECK(found.reading == std::vector<EvidenceReading>{EvidenceReading::suspicious, EvidenceReading::useless,
                                                        EvidenceReading::useless});
    CHECK(found.bins == Counts{3, 1, 1});
    CHECK(found.missing == Counts{4, 12, 0});
    REQUIRE(tables::codes(found.findings) == "suspicious_feature");
    CHECK(
        found.findings.front().message.ends_with(") tell more than most features can, 0.5 or above: are they "
                                                 "known beforehand, or made of the outcome?"));
  }

  TEST_CASE("one class and no examples have no information value") {
    const auto one = information_value(rated({0, 0, 0}));
    CHECK(std::isnan(one.information_value[0]));
    CHECK(one.reading[0] == EvidenceReading::none);
    CHECK(tables::codes(one.findings) == "one_class");
    CHECK(tables::codes(information_value(rated({})).findings) == "no_examples");
    CHECK(information_value(Examples({.outcome = std::vector<std::uint8_t>{1}})).feature.empty());
  }

  TEST_CASE("refuses names that are not there, or there twice") {
    const Examples examples = rated({1, 0});
    CHECK_THROWS_WITH_AS(information_value(examples, {.features = {"same", "same"}}),
                         "information_value: features[1] = \"same\" is there twice", InvalidInput);
    CHECK_THROWS_WITH_AS(
        information_value(examples, {.features = {"seats"}}),
        "information_value: feature = \"seats\" is no attribute; there are same, leak, missing, since",
        InvalidInput);
    CHECK_THROWS_WITH_AS(information_value(examples, {.suspicious = 0}),
                         "information_value: suspicious = 0 is not above 0", InvalidInput);
    CHECK_THROWS_WITH_AS(information_value(examples, {.bins = 0}), "information_value: bins = 0 is below 1",
                         InvalidInput);
  }
}
