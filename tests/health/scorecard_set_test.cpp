// SPDX-License-Identifier: MIT
#include <fealty/health/scorecard_set.hpp>

#include "health/cards.hpp"
#include "revenue/tables.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;

namespace {

ScorecardConfig named(const char* id, const char* version = "1") {
  ScorecardConfig config = cards::small();
  config.id = id;
  config.version = version;
  return config;
}
ScorecardSetConfig two_segments() {
  return {.id = "all",
          .version = "2026",
          .rules = {{.where = {{"plan", {"enterprise", "scale"}}}, .scorecard = named("enterprise")},
                    {.scorecard = named("standard")}}};
}
template <class Edit>
void refuses(Edit edit, const char* message) {
  ScorecardSetConfig config = two_segments();
  edit(config);
  CHECK_THROWS_WITH_AS(ScorecardSet{config}, message, InvalidInput);
}
void refuses_json(const std::string& json, const char* message) {
  CHECK_THROWS_WITH_AS(ScorecardSet::from_json(json), message, InvalidInput);
}
/// A set of one rule, whose card or other keys are given.
std::string one_rule(const std::string& keys) { return R"({"id": "all", "rules": [{)" + keys + "}]}"; }

}  // namespace

TEST_SUITE("health/scorecard_set") {
  TEST_CASE("what is written is read back, and equal sets are equal texts") {
    ScorecardSetConfig config = two_segments();
    config.rules[0].valid_from = tables::date("2026-06-01");
    config.rules[0].where.push_back({"stage", {"live"}});
    const ScorecardSet set(config);
    CHECK(set.id() == "all");
    CHECK(set.version() == "2026");
    REQUIRE(set.scorecards().size() == 2);
    CHECK(set.scorecards()[1].id() == "standard");
    const ScorecardSet again = ScorecardSet::from_json(set.to_json());
    CHECK(again.config() == config);
    CHECK(again.to_json() == set.to_json());
    CHECK(again.fingerprint() == set.fingerprint());
    std::swap(config.rules[0].where[0], config.rules[0].where[1]);
    CHECK(ScorecardSet(config).fingerprint() == set.fingerprint());
    config.rules[0].valid_from = tables::date("2026-06-02");
    CHECK(ScorecardSet(config).fingerprint() != set.fingerprint());
  }

  TEST_CASE("reads a set as it was drawn up") {
    const ScorecardSet set = ScorecardSet::from_json(
        R"({"id": "all", "rules": [{"where": {"tier": [1, "2"]}, "valid_from": "2026-01-31", "scorecard": )" +
        std::string(cards::enterprise) + R"(}, {"scorecard": )" + cards::every_field + "}]}");
    const SelectionRule& first = set.config().rules[0];
    CHECK(first.where == std::vector<AttributeCondition>{{"tier", {"1", "2"}}});
    CHECK(first.valid_from == tables::date("2026-01-31"));
    CHECK(set.scorecards()[0].fingerprint() == Scorecard::from_json(cards::enterprise).fingerprint());
    CHECK(set.config().rules[1].where.empty());
  }

  TEST_CASE("a new version stands above the old one") {
    ScorecardSetConfig config = two_segments();
    config.rules = {{.valid_from = tables::date("2026-06-01"), .scorecard = named("standard", "2")},
                    {.scorecard = named("standard", "1")}};
    CHECK(ScorecardSet(config).config() == config);
    std::swap(config.rules[0], config.rules[1]);
    CHECK_THROWS_WITH_AS(
        ScorecardSet{config},
        "ScorecardSet: rules[1] is never reached: rules[0] takes the same accounts, and no later",
        InvalidInput);
  }

  TEST_CASE("refuses rules that select nobody, or contradict one another") {
    refuses([](auto& c) { c.id = ""; }, "ScorecardSet: id is empty");
    refuses([](auto& c) { c.rules.clear(); }, "ScorecardSet: rules are empty; a set needs at least one");
    refuses([](auto& c) { c.rules.resize(1001); }, "ScorecardSet: 1001 rules are more than 1,000");
    refuses([](auto& c) { std::swap(c.rules[0], c.rules[1]); },
            "ScorecardSet: rules[1] stands after rules[0], which takes every account");
    refuses([](auto& c) { c.rules[0].where[0].values.clear(); },
            "ScorecardSet: rules[0].where[plan] has no values");
    refuses([](auto& c) { c.rules[0].where[0].attribute = ""; }, "ScorecardSet: rules[0].where is empty");
    refuses(
        [](auto& c) {
          c.rules[0].where.push_back({"plan", {"free"}});
        },
        "ScorecardSet: rules[0].where[plan] stands there twice");
    refuses(
        [](auto& c) {
          c.rules.insert(c.rules.begin() + 1, c.rules[0]);
          c.rules[1].where[0].values = {"scale", "enterprise", "scale"};
        },
        "ScorecardSet: rules[1] is never reached: rules[0] takes the same accounts, and no later");
    refuses([](auto& c) { c.rules[0].valid_from = Date{9'999'999}; },
            "ScorecardSet: rules[0].valid_from = day 9999999 is not between 1900-01-01 and 9999-12-31");
    refuses(
        [](auto& c) {
          c.rules[1].scorecard = named("enterprise");
          c.rules[1].scorecard.decimals = 0;
        },
        "ScorecardSet: rules[1].scorecard = enterprise 1 is another card than that of rules[0]");
    refuses([](auto& c) { c.rules[1].scorecard.measures[0].weight = -1; },
            "ScorecardSet: rules[1].scorecard.measures[seats].weight = -1 is not above 0");
    refuses([](auto& c) { c.rules[1].scorecard.measures.resize(1001); },
            "ScorecardSet: rules[1].scorecard = 1001 measures are more than 1,000");
  }

  TEST_CASE("refuses texts that are no set") {
    refuses_json("{", "ScorecardSet: json is no JSON at character 2");
    refuses_json("{}", "ScorecardSet: id is missing");
    refuses_json(R"({"id": "a", "format": 7})",
                 "ScorecardSet: format = 7 is newer than 1, the newest that this version reads");
    refuses_json(R"({"id": "a", "cards": []})",
                 "ScorecardSet: cards is no key; the keys are format, id, version, rules");
    refuses_json(std::string(16'777'217, ' '),
                 "ScorecardSet: json = 16777217 characters are more than 16,777,216");
    refuses_json(std::string(10'000, '['), "ScorecardSet: json is nested too deeply for a set of scorecards");
    refuses_json(one_rule(""), "ScorecardSet: rules[0].scorecard is missing");
    refuses_json(one_rule(R"("scorecard": 1)"), "ScorecardSet: rules[0].scorecard = 1 is not an object");
    refuses_json(one_rule(R"("scorecard": {})"), "ScorecardSet: rules[0].scorecard.id is missing");
    refuses_json(one_rule(R"("where": ["plan"])"),
                 "ScorecardSet: rules[0].where = [\"plan\"] is not an object");
    refuses_json(one_rule(R"("where": {"plan": "a"})"),
                 "ScorecardSet: rules[0].where[plan] = \"a\" is not a list");
    refuses_json(one_rule(R"("where": {"plan": [1.5]})"),
                 "ScorecardSet: rules[0].where[plan][0] = 1.5 is not a text");
    refuses_json(one_rule(R"("where": {"plan": [], "plan": []})"), "ScorecardSet: plan stands there twice");
    refuses_json(one_rule(R"("valid_from": "2026-02-30")"),
                 "ScorecardSet: rules[0].valid_from = \"2026-02-30\" is not a day written YYYY-MM-DD");
    refuses_json(one_rule(R"("when": 1)"),
                 "ScorecardSet: rules[0].when is no key; the keys are where, valid_from, scorecard");
  }
}
