// SPDX-License-Identifier: MIT
#include <fealty/health/lint.hpp>

#include "health/cards.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;

namespace {

/// A card that nothing is to be said against: no measure can move the score by more than 25 points.
ScorecardConfig sound() {
  ScorecardConfig config{.id = "sound",
                         .version = "1",
                         .bands = {{"red", 50}, {"yellow", 75}, {"green", 100}},
                         .exceptions = {{.when = "sponsor_left",
                                         .effect = ExceptionEffect::cap,
                                         .points = 49,
                                         .expires_days = 45,
                                         .reason_required = true}}};
  for (const char* id : {"usage", "goals", "support", "sponsor"})
    config.measures.push_back({.id = id,
                               .polarity = Polarity::higher_is_healthier,
                               .transform = {.points = {{0, 0}, {1, 100}}},
                               .validity_days = 90,
                               .relationship = std::string(id) == "sponsor"});
  return config;
}
/// What is said against the sound card after an edit: code, measure and message, on one line each.
template <class Edit>
std::vector<std::string> complaints(Edit edit, const LintOptions& options = {}) {
  ScorecardConfig config = sound();
  edit(config);
  const Lint found = lint(Scorecard(config), options);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < found.code.size(); ++i)
    lines.push_back(found.code[i] + " " + found.measure[i] + ": " + found.message[i]);
  return lines;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("health/lint") {
  TEST_CASE("says nothing against a card that is sound") {
    CHECK(complaints([](auto&) {}).empty());
    const LintOptions even{.bands = {"green", "green", "yellow", "red", "unknown"}};
    CHECK(complaints([](auto&) {}, even).empty());
  }

  TEST_CASE("says what is wrong with the whole card") {
    CHECK(complaints([](auto& c) { c.version = ""; }) ==
          Lines{"version_unstated : a card without a version cannot be told from the one before it"});
    CHECK(complaints([](auto& c) { c.min_coverage = 0; }) ==
          Lines{"no_min_coverage : min_coverage is 0: a score may be made of next to nothing"});
    CHECK(complaints([](auto& c) { c.measures[3].relationship = false; }) ==
          Lines{"no_relationship_measure : no measure tells of people: a sponsor who leaves is not seen "
                "until use "
                "falls"});
  }

  TEST_CASE("more than 80% in the healthiest band say nothing") {
    const auto some = [](std::size_t green, std::size_t red) {
      LintOptions options;
      options.bands.assign(green, "green");
      options.bands.insert(options.bands.end(), red, "red");
      options.bands.insert(options.bands.end(), 100, "unknown");
      return options;
    };
    const auto nothing = [](auto&) {};
    CHECK(complaints(nothing, some(8, 2)).empty());
    CHECK(complaints(nothing, some(9, 2)) ==
          Lines{"mostly_green : 9 of 11 accounts with a score are green: it sets none apart"});
    CHECK(complaints(nothing, some(0, 0)).empty());
    LintOptions half = some(6, 5);
    half.top_share = 0.5;
    CHECK(complaints(nothing, half).size() == 1);
    const auto risk = [](ScorecardConfig& c) {
      c.polarity = Polarity::lower_is_healthier;
      c.exceptions.clear();
      for (Measure& each : c.measures) each.polarity = Polarity::lower_is_healthier;
    };
    CHECK(complaints(risk, some(11, 0)).empty());
    CHECK(complaints(risk, some(0, 11)).size() == 1);
  }

  TEST_CASE("says what is wrong with a measure") {
    CHECK(complaints([](auto& c) { c.measures[1].polarity = {}; }) ==
          Lines{"polarity_unstated goals: goals does not say whether more of it is healthier"});
    CHECK(
        complaints([](auto& c) { c.measures[1].validity_days = {}; }) ==
        Lines{"validity_unstated goals: goals has no validity_days: an old value counts like one of today"});
    CHECK(complaints([](auto& c) {
            c.measures[1].validity_days = {};
            c.measures[1].decay = Decay::half_life;
            c.measures[1].half_life_days = 30;
          }).empty());
    CHECK(complaints([](auto& c) {
            c.measures[1].transform.points = {{0, 70}, {1, 70}};
          }) == Lines{"constant_measure goals: goals is worth 70 points whatever its value"});
    const auto neutral = [](double points) {
      return [points](ScorecardConfig& c) {
        c.measures[1].missing = MissingPolicy::neutral;
        c.measures[1].neutral = points;
      };
    };
    CHECK(complaints(neutral(75)).empty());
    CHECK(complaints(neutral(76)) ==
          Lines{"neutral_is_healthy goals: goals counts 76 points where it is missing, which is green"});
    CHECK(complaints([&](auto& c) {
            neutral(75)(c);
            c.band_rule = BandRule::upper_exclusive;
          }).size() == 1);
  }

  TEST_CASE("one measure that can carry a score across a band") {
    CHECK(complaints([](auto& c) { c.measures[0].weight = 1.01; }) ==
          Lines{"single_measure_crosses_band usage: usage alone can move the score by 25.187 points; yellow "
                "is 25 "
                "wide"});
    CHECK(complaints([](auto& c) {
            c.groups = {{"outcome", 3}, {"experience", 7}};
            for (std::size_t i = 0; i < 4; ++i) c.measures[i].group = i == 0 ? "outcome" : "experience";
          }) == Lines{"single_measure_crosses_band usage: usage alone can move the score by 30 points; "
                      "yellow is 25 wide"});
    CHECK(complaints([](auto& c) {
            c.bands = {{"red", 20}, {"green", 100}};
            c.exceptions.clear();
          }).size() == 4);
    CHECK(complaints([](auto& c) { c.bands = {{"all", 100}}; }).empty());
  }

  TEST_CASE("a sum moves by weight times points") {
    const auto sum = [](double weight) {
      return [weight](ScorecardConfig& c) {
        c.combination = Combination::sum;
        for (Measure& each : c.measures) {
          each.missing = MissingPolicy::fail;
          each.weight = weight;
        }
      };
    };
    CHECK(complaints(sum(0.25)).empty());
    CHECK(complaints(sum(0.26)).size() == 4);
  }

  TEST_CASE("says what is wrong with an exception") {
    CHECK(complaints([](auto& c) { c.exceptions[0].expires_days = {}; }) ==
          Lines{"override_never_expires sponsor_left: the cap of sponsor_left has no expires_days"});
    CHECK(complaints([](auto& c) { c.exceptions[0].reason_required = false; }) ==
          Lines{"override_without_reason sponsor_left: the cap of sponsor_left asks for no reason"});
    const auto effect = [](ExceptionEffect what, double points) {
      return [=](ScorecardConfig& c) {
        c.exceptions[0].effect = what;
        c.exceptions[0].points = points;
      };
    };
    CHECK(complaints(effect(ExceptionEffect::set, 80)) ==
          Lines{"override_makes_healthy sponsor_left: the set of sponsor_left makes an account green, "
                "whatever its "
                "measures say"});
    CHECK(complaints(effect(ExceptionEffect::floor, 80)).size() == 1);
    CHECK(complaints(effect(ExceptionEffect::cap, 80)).empty());
    CHECK(complaints(effect(ExceptionEffect::set, 75)).empty());
  }

  TEST_CASE("the example has what it has") {
    const Lint found = lint(Scorecard::from_json(cards::enterprise));
    CHECK(found.code == std::vector<std::string>{"no_relationship_measure", "polarity_unstated",
                                                 "single_measure_crosses_band", "polarity_unstated",
                                                 "validity_unstated", "polarity_unstated",
                                                 "single_measure_crosses_band"});
    CHECK(found.measure == std::vector<std::string>{"", "seat_utilization", "seat_utilization",
                                                    "goal_attainment", "goal_attainment", "csat", "csat"});
    CHECK(std::count(found.severity.begin(), found.severity.end(), Severity::warning) == 7);
  }

  TEST_CASE("refuses bands that the card does not have") {
    const auto refuses = [](const LintOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(lint(Scorecard(sound()), options), message, InvalidInput);
    };
    refuses({.bands = {"green", "orange"}}, "lint: bands[1] = orange is no band of the scorecard");
    refuses({.top_share = 1.5}, "lint: top_share = 1.5 is not in [0, 1]");
    refuses({.top_share = std::numeric_limits<double>::quiet_NaN()},
            "lint: top_share = nan is not in [0, 1]");
  }
}
