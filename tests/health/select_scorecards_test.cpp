// SPDX-License-Identifier: MIT
#include <fealty/health/select_scorecards.hpp>

#include "health/cards.hpp"
#include "revenue/tables.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using revenue::Accounts;
using tables::Texts;

namespace {

ScorecardConfig named(const char* id, const char* version = "1") {
  ScorecardConfig config = cards::small();
  config.id = id;
  config.version = version;
  return config;
}
/// Enterprises have their own card, which changed in June; those that are new have another, wherever they
/// are.
ScorecardSetConfig rules() {
  const AttributeCondition enterprise{"plan", {"enterprise", "scale"}};
  return {.id = "all",
          .rules = {{.where = {{"stage", {"onboarding"}}}, .scorecard = named("onboarding")},
                    {.where = {enterprise},
                     .valid_from = tables::date("2024-06-01"),
                     .scorecard = named("enterprise", "2")},
                    {.where = {enterprise}, .scorecard = named("enterprise", "1")},
                    {.where = {{"plan", {"free"}}, {"stage", {"live"}}}, .scorecard = named("free")}}};
}
Accounts accounts() {
  return Accounts(
      {.account = Texts{"b", "a", "a", "c", "d"},
       .valid_from = tables::days({"2024-01-01", "2024-01-01", "2024-03-01", "2024-01-01", "2024-01-01"}),
       .attributes = {
           {"plan", tables::ids_with_nulls({"enterprise", "free", "free", "scale", ""})},
           {"stage", tables::ids_with_nulls({"live", "onboarding", "live", "onboarding", "live"})}}});
}
std::vector<std::string> texts(const IdColumn& column) {
  std::vector<std::string> out;
  for (std::size_t row = 0; row < column.size(); ++row) out.push_back(column.text(row));
  return out;
}
using Rules = std::vector<std::int32_t>;

}  // namespace

TEST_SUITE("health/select_scorecards") {
  TEST_CASE("the first rule that holds selects") {
    const ScorecardSet set(rules());
    const SelectedScorecards found = select_scorecards(set, accounts(), tables::date("2024-02-01"));
    CHECK(texts(found.account) == Texts{"a", "b", "c", "d"});
    CHECK(found.rule == Rules{0, 2, 0, -1});
    CHECK(texts(found.scorecard) == Texts{"onboarding", "enterprise", "onboarding", "null"});
    CHECK(texts(found.version) == Texts{"1", "1", "1", "null"});
    CHECK(found.fingerprint.text(1) == set.scorecards()[2].fingerprint());
    CHECK(found.as_of == tables::date("2024-02-01"));
    CHECK(found.set_fingerprint == set.fingerprint());
  }

  TEST_CASE("a past day finds the attributes and the card of its time") {
    const ScorecardSet set(rules());
    const auto on = [&](const char* day) {
      return select_scorecards(set, accounts(), tables::date(day)).rule;
    };
    CHECK(on("2024-02-29") == Rules{0, 2, 0, -1});
    CHECK(on("2024-03-01") == Rules{3, 2, 0, -1});
    CHECK(on("2024-05-31") == Rules{3, 2, 0, -1});
    CHECK(on("2024-06-01") == Rules{3, 1, 0, -1});
    CHECK(on("2023-12-31") == Rules{-1, -1, -1, -1});
  }

  TEST_CASE("accounts that no rule holds for are told of") {
    const ScorecardSet set(rules());
    const auto one =
        tables::find(select_scorecards(set, accounts(), tables::date("2024-03-01")).findings, "no_scorecard");
    REQUIRE(one.has_value());
    CHECK(one->rows == std::vector<std::int64_t>{3});
    CHECK(one->message == "select_scorecards: no rule holds for d on 2024-03-01");
    const auto all =
        tables::find(select_scorecards(set, accounts(), tables::date("2023-12-31")).findings, "no_scorecard");
    REQUIRE(all.has_value());
    CHECK(all->message == "select_scorecards: no rule holds for a and 3 more on 2023-12-31");
    ScorecardSetConfig with_default = rules();
    with_default.rules.push_back({.scorecard = named("standard")});
    const SelectedScorecards found =
        select_scorecards(ScorecardSet(with_default), accounts(), tables::date("2023-12-31"));
    CHECK(found.rule == Rules{4, 4, 4, 4});
    CHECK(found.findings.empty());
  }

  TEST_CASE("before its attributes are known an account has a row, and the card without conditions") {
    const Accounts late({.account = Texts{"a"},
                         .valid_from = tables::days({"2024-03-01"}),
                         .attributes = {{"plan", Texts{"free"}}}});
    const ScorecardSet set(ScorecardSetConfig{
        .id = "two",
        .rules = {{.where = {{"plan", {"free"}}}, .scorecard = named("free")}, {.scorecard = named("all")}}});
    CHECK(select_scorecards(set, late, tables::date("2024-02-29")).rule == Rules{1});
    CHECK(select_scorecards(set, late, tables::date("2024-03-01")).rule == Rules{0});
  }

  TEST_CASE("integers are written as texts") {
    const Accounts numbered({.account = std::vector<std::int64_t>{10, 9},
                             .attributes = {{"tier", std::vector<std::int64_t>{1, 2}}}});
    const ScorecardSet set(ScorecardSetConfig{
        .id = "tiers", .rules = {{.where = {{"tier", {"1"}}}, .scorecard = named("first")}}});
    const SelectedScorecards found = select_scorecards(set, numbered, tables::date("2024-01-01"));
    CHECK(texts(found.account) == Texts{"9", "10"});
    CHECK(found.rule == Rules{-1, 0});
  }

  TEST_CASE("accounts without rows, and parents that are only named, have no card") {
    const ScorecardSet set(ScorecardSetConfig{.id = "one", .rules = {{.scorecard = named("standard")}}});
    const Accounts none({.account = Texts{}});
    CHECK(select_scorecards(set, none, tables::date("2024-01-01")).rule.empty());
    const Accounts child({.account = Texts{"child"}, .parent = Texts{"group"}});
    CHECK(texts(select_scorecards(set, child, tables::date("2024-01-01")).account) == Texts{"child"});
  }

  TEST_CASE("refuses attributes that the accounts do not have") {
    const Accounts bare({.account = Texts{"a"}, .attributes = {{"plan", Texts{"free"}}}});
    CHECK_THROWS_WITH_AS(select_scorecards(ScorecardSet(rules()), bare, tables::date("2024-01-01")),
                         "select_scorecards: rules[0].where = stage is no attribute of the accounts",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(select_scorecards(ScorecardSet(rules()), bare, Date{min_day - 1}),
                         "select_scorecards: as_of = 1899-12-31 is not between 1900-01-01 and 9999-12-31",
                         InvalidInput);
  }
}
