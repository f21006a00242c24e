// SPDX-License-Identifier: MIT
#include <fealty/health/scorecard_set_config.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty::health;

TEST_SUITE("health/scorecard_set_config") {
  TEST_CASE("every field is visited, in order") {
    std::vector<std::string> names;
    const auto note = [&](const char* name, const auto&) { names.emplace_back(name); };
    const ScorecardSetConfig config{.rules = {{.where = {{"plan", {"pro"}}}}}};
    ScorecardSetConfig::each_field(config, note);
    SelectionRule::each_field(config.rules[0], note);
    AttributeCondition::each_field(config.rules[0].where[0], note);
    CHECK(names == std::vector<std::string>{"id", "version", "rules", "where", "valid_from", "scorecard",
                                            "attribute", "values"});
  }

  TEST_CASE("what differs in one field is not the same") {
    ScorecardSetConfig config{.rules = {{.where = {{"plan", {"pro"}}}}}};
    const ScorecardSetConfig same = config;
    CHECK(config == same);
    config.rules[0].where[0].values = {"free"};
    CHECK_FALSE(config == same);
  }
}
