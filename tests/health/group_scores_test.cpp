// SPDX-License-Identifier: MIT
#include <fealty/health/group_scores.hpp>

#include "health/random_cards.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;

namespace {

using Texts = std::vector<std::string>;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

Measure as_it_is(const char* id, const char* group, double weight = 1) {
  return {.id = id, .group = group, .weight = weight, .transform = {.points = {{0, 0}, {100, 100}}}};
}
/// Success is customers' outcome and their experience; use is a part of the outcome.
ScorecardConfig success() {
  return {.id = "success",
          .bands = {{"all", 100}},
          .min_coverage = 0,
          .groups = {{"CO", 60}, {"use", 1, "CO"}, {"CX", 40}},
          .measures = {as_it_is("goals", "CO", 3), as_it_is("seats", "use", 2), as_it_is("depth", "use"),
                       as_it_is("csat", "CX"), as_it_is("ces", "CX")}};
}
MeasureColumns three_accounts() {
  MeasureColumns columns{.account = Texts{"a", "b", "c"}};
  const auto add = [&](const char* name, std::vector<double> values) {
    columns.values.add(name, Column<double>(std::move(values)));
  };
  add("goals", {80, nothing, nothing});
  add("seats", {90, 40, nothing});
  add("depth", {30, 10, nothing});
  add("csat", {50, nothing, nothing});
  add("ces", {70, nothing, nothing});
  return columns;
}
GroupScores of(const ScorecardConfig& card, const MeasureColumns& columns) {
  return group_scores(score(Scorecard(card), MeasureTable(columns)));
}
std::int64_t sum_of(const GroupScores& groups, std::size_t row) {
  std::int64_t sum =
      groups.ungrouped_micro[row] + groups.exception[row] + groups.clamp[row] + groups.rounding[row];
  for (const auto& each : groups.micro_points) sum += each[row];
  return sum;
}
std::string names_of(const GroupScores& groups) {
  std::string names;
  GroupScores::each_column(groups, [&](const char* name, const auto&) { names += std::string(name) + " "; });
  return names;
}
/// A group as a card of its own.
ScorecardConfig part_of(const ScorecardConfig& card, const std::string& group) {
  ScorecardConfig part = card;
  part.min_coverage = 0;
  part.decimals = 6;
  part.exceptions.clear();
  const auto within = [&](std::string each) {
    while (!each.empty() && each != group)
      each = std::find_if(card.groups.begin(), card.groups.end(), [&](const auto& g) {
               return g.id == each;
             })->parent;
    return each == group;
  };
  std::erase_if(part.groups, [&](const auto& each) { return each.id == group || !within(each.id); });
  std::erase_if(part.measures, [&](const auto& each) { return !within(each.group); });
  for (auto& each : part.groups)
    if (each.parent == group) each.parent = "";
  for (auto& each : part.measures)
    if (each.group == group) each.group = "";
  return part;
}
/// The same accounts, the last one first.
MeasureTable reversed(const MeasureTable& table) {
  const health::detail::MeasureData& all = *table.data();
  auto data = std::make_shared<health::detail::MeasureData>();
  const auto turned = [](const Column<double>& from) {
    return Column<double>(std::vector<double>(from.values().rbegin(), from.values().rend()));
  };
  const auto codes = all.account.codes();
  data->account = IdColumn(std::vector<std::uint32_t>(codes.rbegin(), codes.rend()), all.account.ids());
  for (const auto& each : all.series)
    data->series.push_back({each.measure, turned(each.values), turned(each.ages), IdColumn()});
  for (const auto& each : all.baselines)
    data->baselines.push_back({each.measure, each.days, turned(each.values)});
  return MeasureTable(data);
}

}  // namespace

TEST_SUITE("health/group_scores") {
  TEST_CASE("success is outcome and experience") {
    const GroupScores groups = of(success(), three_accounts());
    CHECK(groups.group == Texts{"CO", "use", "CX"});
    CHECK(groups.top_group == Texts{"CO", "CX"});
    CHECK(groups.points[1][0] == 70);    // (2 x 90 + 30) / 3
    CHECK(groups.points[0][0] == 77.5);  // (3 x 80 + 70) / 4
    CHECK(groups.points[2][0] == 60);
    CHECK(groups.micro_points[0][0] == 46'500'000);
    CHECK(groups.micro_points[1][0] == 24'000'000);
    CHECK(groups.score_micro[0] == 70'500'000);
    CHECK(groups.rounding[0] == 0);
    CHECK(names_of(groups) ==
          "account CO use CX CO_micro CX_micro ungrouped_micro exception clamp rounding score_micro ");
  }

  TEST_CASE("a group of which nothing counts has no points, and others count for it") {
    const GroupScores groups = of(success(), three_accounts());
    CHECK(groups.points[1][1] == 30);  // (2 x 40 + 10) / 3
    CHECK(groups.points[0][1] == 30);
    CHECK(std::isnan(groups.points[2][1]));
    CHECK(groups.micro_points[0][1] == 30'000'000);
    CHECK(groups.micro_points[1][1] == 0);
    CHECK(groups.score_micro[1] == 30'000'000);
    for (const auto& each : groups.points) CHECK(std::isnan(each[2]));
    CHECK(groups.micro_points[0][2] == 0);
    CHECK(groups.score_micro[2] == 0);
  }

  TEST_CASE("points are those that have faded, and what stands in a missing measure's place") {
    ScorecardConfig card = success();
    card.measures[0].decay = Decay::linear;
    card.measures[0].validity_days = 20;
    card.measures[3].missing = MissingPolicy::neutral;
    MeasureColumns columns = three_accounts();
    columns.ages.add("goals_days", Column<double>(std::vector<double>{10, 0, 0}));
    const GroupScores groups = of(card, columns);
    CHECK(groups.points[0][0] == 66.25);  // goals are worth 65: half the way to 50
    CHECK(groups.points[2][1] == 50);
    CHECK(groups.micro_points[0][1] == 18'000'000);
    CHECK(groups.micro_points[1][1] == 20'000'000);
  }

  TEST_CASE("what no group has: measures without one, exceptions, the scale's ends, decimals") {
    ScorecardConfig card = success();
    card.measures.push_back(as_it_is("tenure", "", 100));
    card.exceptions = {{.when = "left", .effect = ExceptionEffect::cap, .points = 40}};
    MeasureColumns columns = three_accounts();
    columns.values.add("tenure", Column<double>(std::vector<double>{10.5, 33.333, 20}));
    columns.values.add("left", Column<double>(std::vector<double>{1, 0, 0}));
    const GroupScores groups = of(card, columns);
    CHECK(groups.micro_points[0][0] == 23'250'000);
    CHECK(groups.micro_points[1][0] == 12'000'000);
    CHECK(groups.ungrouped_micro[0] == 5'250'000);
    CHECK(groups.exception[0] == -500'000);
    CHECK(groups.score_micro[0] == 40'000'000);
    CHECK(groups.micro_points[0][1] == 11'250'000);  // 60 of 160 that count
    CHECK(groups.ungrouped_micro[1] == 20'833'125);  // 100 of 160
    CHECK(groups.rounding[1] == -3'125);             // 32.083125 is shown as 32.08
    CHECK(groups.ungrouped_micro[2] == 20'000'000);
    card.combination = Combination::sum;
    card.groups = {{"CO", 1}, {"use", 2, "CO"}, {"CX", .5}};
    card.measures = {as_it_is("goals", "CO"), as_it_is("seats", "use", .25), as_it_is("csat", "CX")};
    for (auto& each : card.measures) {
      each.missing = MissingPolicy::neutral;
      each.neutral = 0;
    }
    card.exceptions.clear();
    const GroupScores sums = of(card, three_accounts());
    CHECK(sums.points[1][0] == 22.5);
    CHECK(sums.points[0][0] == 125);  // 80 + 2 x 22.5
    CHECK(sums.points[2][0] == 50);
    CHECK(sums.micro_points[0][0] == 125'000'000);
    CHECK(sums.micro_points[1][0] == 25'000'000);
    CHECK(sums.clamp[0] == -50'000'000);
    CHECK(sums.score_micro[0] == 100'000'000);
  }

  TEST_CASE("add up exactly under random cards, and a group is worth what it is as a card of its own") {
    std::int64_t rows = 0, grouped = 0, missing = 0, compared = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      random_cards::Random random(seed);
      const Scorecard card = random_cards::random_scorecard(random);
      const ScorecardConfig& config = card.config();
      const MeasureTable table = random_cards::random_measures(random, 700);
      const Scores scores = score(card, table);
      const GroupScores groups = group_scores(scores);
      const double bound = .5 * std::pow(10, 6 - config.decimals) +
                           .5 * static_cast<double>(config.groups.size() + config.exceptions.size() + 3);
      CAPTURE(seed);
      std::int64_t wrong = 0, unbounded = 0;
      for (std::size_t row = 0; row < table.size(); ++row) {
        wrong += sum_of(groups, row) == scores.score_micro[row] ? 0 : 1;
        unbounded += static_cast<double>(std::abs(groups.rounding[row])) <= bound ? 0 : 1;
      }
      rows += static_cast<std::int64_t>(table.size());
      REQUIRE(wrong == 0);
      REQUIRE(unbounded == 0);
      REQUIRE(groups.group.size() == config.groups.size());
      if (config.combination == Combination::sum) continue;
      for (std::size_t g = 0; g < groups.group.size(); ++g) {
        const Scores alone = score(Scorecard(part_of(config, groups.group[g])), table);
        for (std::size_t row = 0; row < table.size(); ++row) {
          const double points = groups.points[g][row];
          wrong += std::isnan(points) == std::isnan(alone.score[row]) ? 0 : 1;
          missing += std::isnan(points) ? 1 : 0;
          if (std::isnan(points) || std::isnan(alone.score[row])) continue;
          // a weight of evidence may be beyond the scale, where a score is not
          if (points < config.scale_lower || points > config.scale_upper) continue;
          ++compared;
          wrong += std::abs(points - alone.score[row]) <= 1e-6 ? 0 : 1;
        }
        ++grouped;
      }
      REQUIRE(wrong == 0);
    }
    CHECK(rows == 70'000);
    CHECK(grouped > 100);
    CHECK(compared > 50'000);
    CHECK(missing > 1'000);
  }

  TEST_CASE("to the last bit the same in any order of rows") {
    random_cards::Random random(5);
    Scorecard card = random_cards::random_scorecard(random);
    while (card.config().groups.size() < 3) card = random_cards::random_scorecard(random);
    const MeasureTable table = random_cards::random_measures(random, 1501);
    const GroupScores there = group_scores(score(card, table)),
                      back = group_scores(score(card, reversed(table)));
    std::int64_t wrong = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
      const std::size_t other = table.size() - 1 - row;
      for (std::size_t g = 0; g < there.points.size(); ++g) {
        const double a = there.points[g][row], b = back.points[g][other];
        wrong += a == b || (std::isnan(a) && std::isnan(b)) ? 0 : 1;
      }
      for (std::size_t g = 0; g < there.micro_points.size(); ++g)
        wrong += there.micro_points[g][row] == back.micro_points[g][other] ? 0 : 1;
      wrong += there.ungrouped_micro[row] == back.ungrouped_micro[other] ? 0 : 1;
      wrong += there.rounding[row] == back.rounding[other] ? 0 : 1;
    }
    CHECK(wrong == 0);
  }

  TEST_CASE("of no scores, and of a card without groups") {
    CHECK(group_scores(Scores{}).group.empty());
    const GroupScores none = group_scores(score(Scorecard(success()), MeasureTable()));
    CHECK(none.points.size() == 3);
    CHECK(none.points[0].size() == 0);
    CHECK(none.score_micro.size() == 0);
    ScorecardConfig flat = success();
    flat.groups.clear();
    for (auto& each : flat.measures) each.group = "";
    const GroupScores whole = of(flat, three_accounts());
    CHECK(names_of(whole) == "account ungrouped_micro exception clamp rounding score_micro ");
    CHECK(whole.ungrouped_micro[0] == 71'250'000);  // (3 x 80 + 2 x 90 + 30 + 50 + 70) / 8
  }

  TEST_CASE("a group may bear the name of another column") {
    ScorecardConfig card = success();
    card.groups = {{"account"}, {"CX"}, {"CX_micro"}};
    card.measures = {as_it_is("x", "account"), as_it_is("y", "CX"), as_it_is("z", "CX_micro")};
    CHECK(
        names_of(of(card, three_accounts())) ==
        "account account_ CX CX_micro account_micro CX_micro_ CX_micro_micro ungrouped_micro exception clamp "
        "rounding score_micro ");
  }
}
