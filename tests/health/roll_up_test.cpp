// SPDX-License-Identifier: MIT
#include <fealty/health/roll_up.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// A group of 10 accounts: 5 at 100, 3 at 60 and 2 at 40 points.
ChildScoreColumns ten_accounts() {
  return {
      .parent = Texts(10, "group"),
      .child = std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
      .score = Reals{100, 100, 100, 100, 100, 60, 60, 60, 40, 40},
      .band = Texts{"green", "green", "green", "green", "green", "yellow", "yellow", "yellow", "red", "red"}};
}
/// Accounts of several parents, some without a score, in the order that `order` gives them.
ChildScores shuffled(const std::vector<std::size_t>& order) {
  std::mt19937 random(7);
  std::vector<std::int64_t> parents, children;
  Reals scores, weights;
  for (std::size_t i = 0; i < order.size(); ++i) {
    parents.push_back(static_cast<std::int64_t>(random() % 7));
    children.push_back(static_cast<std::int64_t>(i));
    scores.push_back(random() % 5 == 0 ? nothing : static_cast<double>(random() % 1000) / 7);
    weights.push_back(static_cast<double>(random() % 100) / 3);
  }
  const auto ordered = [&](const auto& values) {
    auto out = values;
    for (std::size_t i = 0; i < order.size(); ++i) out[i] = values[order[i]];
    return out;
  };
  return ChildScores({.parent = ordered(parents),
                      .child = ordered(children),
                      .score = ordered(scores),
                      .weight = ordered(weights)});
}

}  // namespace

TEST_SUITE("health/roll_up") {
  TEST_CASE("5, 3 and 2 accounts at 100, 60 and 40 points are 76 points") {
    const RollUp found = roll_up(ChildScores(ten_accounts()), {.worse_than = 60, .bands = {"red", "yellow"}});
    REQUIRE(found.parent.size() == 1);
    CHECK(found.parent.text(0) == "group");
    CHECK(found.children == Counts{10});
    CHECK(found.scored == Counts{10});
    CHECK(found.coverage == Reals{1});
    CHECK(found.mean == Reals{76});
    CHECK(found.weighted_mean == Reals{76});
    CHECK(found.worst == Reals{40});
    CHECK(found.worst_child.text(0) == "9");
    CHECK(found.share_worse == Reals{0.2});
    CHECK(found.share_in_bands == Reals{0.5});
    CHECK(found.findings.empty());
  }

  TEST_CASE("products weigh what they bring") {
    const ChildScores children({.parent = Texts{"a", "a", "b", "a"},
                                .child = Texts{"crm", "mail", "crm", "chat"},
                                .score = Reals{90, 30, 50, nothing},
                                .weight = Reals{30'000, 10'000, 5, 10'000}});
    const RollUp found = roll_up(children);
    CHECK(found.mean == Reals{60, 50});
    CHECK(found.weighted_mean == Reals{75, 50});
    CHECK(found.coverage == Reals{0.8, 1});
    CHECK(found.children == Counts{3, 1});
    CHECK(found.scored == Counts{2, 1});
    CHECK(std::isnan(found.share_worse[0]));
    CHECK(std::isnan(found.share_in_bands[0]));
  }

  TEST_CASE("opens to the children that it is made of") {
    const ChildScores children({.parent = Texts{"a", "a", "b", "a"},
                                .child = Texts{"crm", "mail", "crm", "chat"},
                                .score = Reals{90, 30, 50, nothing},
                                .weight = Reals{30'000, 10'000, 5, 10'000}});
    const RolledUpChildren members = roll_up(children).members;
    Texts names;
    for (std::size_t i = 0; i < 4; ++i) names.push_back(members.parent.text(i) + "/" + members.child.text(i));
    CHECK(names == Texts{"a/chat", "a/crm", "a/mail", "b/crm"});
    CHECK(std::isnan(members.contribution[0]));
    CHECK(members.contribution[1] == 67.5);
    CHECK(members.contribution[2] == 7.5);
    CHECK(members.contribution[3] == 50);
    CHECK(members.band.text(0) == "null");
  }

  TEST_CASE("in scores of risk the highest is the worst") {
    const RollUp found =
        roll_up(ChildScores(ten_accounts()), {.polarity = Polarity::lower_is_healthier, .worse_than = 60});
    CHECK(found.worst == Reals{100});
    CHECK(found.worst_child.text(0) == "1");
    CHECK(found.share_worse == Reals{0.5});
    CHECK(found.polarity == Polarity::lower_is_healthier);
  }

  TEST_CASE("what has no score, or weighs nothing, is told of") {
    const ChildScores children({.parent = Texts{"a", "b", "c"},
                                .child = Texts{"x", "x", "x"},
                                .score = Reals{nothing, 10, 20},
                                .weight = Reals{1, 0, 1},
                                .band = tables::ids_with_nulls({"unknown", "red", ""})});
    const RollUp found = roll_up(children, {.worse_than = 15, .bands = {"red"}});
    CHECK(std::isnan(found.mean[0]));
    CHECK(std::isnan(found.worst[0]));
    CHECK(std::isnan(found.share_worse[0]));
    CHECK(std::isnan(found.share_in_bands[0]));
    CHECK(found.worst_child.text(0) == "null");
    CHECK(found.coverage[0] == 0);
    CHECK(found.mean[1] == 10);
    CHECK(std::isnan(found.weighted_mean[1]));
    CHECK(std::isnan(found.coverage[1]));
    CHECK(found.share_in_bands[1] == 1);
    CHECK(std::isnan(found.share_in_bands[2]));
    REQUIRE(found.findings.size() == 2);
    CHECK(found.findings[0].code == "no_child_scored");
    CHECK(found.findings[0].rows == std::vector<std::int64_t>{0});
    CHECK(found.findings[0].message == "roll_up: a has no child with a score");
    CHECK(found.findings[1].code == "no_child_weighs");
    CHECK(found.findings[1].message == "roll_up: b has no child with a score that weighs anything");
  }

  TEST_CASE("does not depend on the order of rows, and opens to its sums") {
    std::vector<std::size_t> order(400);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const RollUp first = roll_up(shuffled(order));
    std::mt19937 random(1);
    for (int i = 0; i < 5; ++i) {
      std::shuffle(order.begin(), order.end(), random);
      const RollUp again = roll_up(shuffled(order));
      CHECK(again.mean == first.mean);
      CHECK(again.weighted_mean == first.weighted_mean);
      CHECK(again.members.contribution.size() == first.members.contribution.size());
    }
    for (std::size_t row = 0; row < first.parent.size(); ++row) {
      double sum = 0;
      for (std::size_t i = 0; i < first.members.score.size(); ++i)
        if (first.members.parent.text(i) == first.parent.text(row) && !std::isnan(first.members.score[i]))
          sum += first.members.contribution[i];
      CHECK(sum == doctest::Approx(first.weighted_mean[row]).epsilon(1e-12));
    }
  }

  TEST_CASE("nothing rolls up to nothing") {
    const RollUp found = roll_up(ChildScores({.parent = Texts{}, .child = Texts{}, .score = Reals{}}));
    CHECK(found.parent.size() == 0);
    CHECK(found.members.score.empty());
    CHECK(found.findings.empty());
  }

  TEST_CASE("refuses what it cannot compare") {
    const ChildScores children({.parent = Texts{"a"}, .child = Texts{"x"}, .score = Reals{1}});
    CHECK_THROWS_WITH_AS(roll_up(children, {.worse_than = nothing}),
                         "roll_up: worse_than = nan is not a finite number", InvalidInput);
    CHECK_THROWS_WITH_AS(roll_up(children, {.bands = {"red"}}),
                         "roll_up: bands are named, but the children have no band", InvalidInput);
  }
}
