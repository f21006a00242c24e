// SPDX-License-Identifier: MIT
#include <fealty/health/landmarks.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

struct Shot {
  std::string account;
  std::int32_t as_of;
};
Snapshots snapshots_of(const std::vector<Shot>& shots, const tables::Days& due = {}) {
  Texts account;
  tables::Days as_of;
  Reals score;
  for (const Shot& shot : shots) {
    account.push_back(shot.account);
    as_of.push_back(shot.as_of);
    score.push_back(static_cast<double>(score.size()));
  }
  SnapshotColumns columns{.account = account, .as_of = as_of};
  columns.attributes.add("score", Column<double>(score));
  if (!due.empty()) columns.due = due;
  return Snapshots(columns);
}
Outcomes outcomes_of(const std::vector<Shot>& events, std::optional<Date> until = Date{1000},
                     const Texts& kinds = {}) {
  Texts account;
  tables::Days date;
  for (const Shot& event : events) {
    account.push_back(event.account);
    date.push_back(event.as_of);
  }
  OutcomeColumns columns{.account = account, .date = date};
  if (!kinds.empty()) columns.kind = kinds;
  columns.observed_until = until;
  return Outcomes(columns);
}
std::string statuses(const Landmarks& found) {
  std::string out;
  for (const LandmarkStatus each : found.status)
    out +=
        (out.empty() ? "" : " ") + std::string(enum_names(LandmarkStatus{})[static_cast<std::size_t>(each)]);
  return out;
}
std::vector<int> flags(const Landmarks& found) { return {found.outcome.begin(), found.outcome.end()}; }

}  // namespace

TEST_SUITE("health/landmarks") {
  TEST_CASE("an outcome counts from the day after the gap to the last day of the horizon") {
    const Snapshots snapshots = snapshots_of({{"a", 100}});
    const auto at = [&](std::int32_t day) {
      const Landmarks found =
          landmarks(snapshots, outcomes_of({{"a", day}}), {.gap_days = 10, .horizon_days = 30});
      return statuses(found) + fmt::format(" {} {}", found.outcome[0], found.days_to_outcome[0]);
    };
    CHECK(at(100) == "already_happened 0 nan");
    CHECK(at(101) == "happened_in_gap 0 1");
    CHECK(at(110) == "happened_in_gap 0 10");
    CHECK(at(111) == "used 1 11");
    CHECK(at(140) == "used 1 40");
    CHECK(at(141) == "used 0 41");
  }

  TEST_CASE("a window that is not over is left out, with its outcome or without") {
    const Snapshots snapshots = snapshots_of({{"a", 100}, {"b", 100}, {"b", 99}});
    const auto found = landmarks(snapshots, outcomes_of({{"a", 120}}, Date{129}), {.horizon_days = 30});
    CHECK(statuses(found) == "window_open used window_open");
    CHECK(found.account.text(1) == "b");
    CHECK(found.as_of.days[1] == 99);
    CHECK(found.used == 1);
    CHECK(found.window_open == 2);
    CHECK(found.events == 0);
  }

  TEST_CASE("what cannot happen again ends the examples of an account; what can does not") {
    const Snapshots snapshots = snapshots_of({{"a", 0}, {"a", 50}, {"a", 150}, {"b", 0}});
    const Outcomes outcomes = outcomes_of({{"a", 60}, {"a", 160}});
    const Landmarks once = landmarks(snapshots, outcomes);
    CHECK(statuses(once) == "used used already_happened used");
    CHECK(flags(once) == std::vector<int>{1, 1, 0, 0});
    CHECK(once.events == 1);  // two examples foretell the same outcome
    const Landmarks again = landmarks(snapshots, outcomes, {.recurrent = true});
    CHECK(statuses(again) == "used used used used");
    CHECK(again.events == 2);
  }

  TEST_CASE("those with no renewal due in the window are not at risk") {
    const Snapshots snapshots = snapshots_of({{"a", 0}, {"b", 0}, {"c", 0}, {"d", 0}}, {10, 11, 40, 41});
    const LandmarksOptions options{.gap_days = 10, .horizon_days = 30, .at_risk = AtRisk::due_in_window};
    CHECK(statuses(landmarks(snapshots, outcomes_of({}), options)) == "not_at_risk used used not_at_risk");
    CHECK_THROWS_WITH_AS(landmarks(snapshots_of({{"a", 0}}), outcomes_of({}), options),
                         "landmarks: at_risk = due_in_window was asked for; the snapshots have no column due",
                         InvalidInput);
  }

  TEST_CASE("examples have the attributes of their snapshots") {
    const Snapshots snapshots = snapshots_of({{"b", 0}, {"a", 50}, {"a", 150}});
    const Landmarks found = landmarks(snapshots, outcomes_of({{"a", 60}}));
    REQUIRE(found.examples.size() == 2);
    CHECK(found.examples.outcomes() == 1);
    const health::detail::ExampleData& data = found.examples.data();
    const Column<double>& score = std::get<Column<double>>(data.attributes.at("score"));
    CHECK(data.account.text(0) == "a");
    CHECK(score[0] == 1);
    CHECK(data.outcome[0] == 1);
    CHECK(data.account.text(1) == "b");
    CHECK(score[1] == 0);
    CHECK(data.as_of[1] == 0);
  }

  TEST_CASE("outcomes of one kind are counted when one is asked for") {
    const Snapshots snapshots = snapshots_of({{"a", 0}, {"b", 0}});
    const Outcomes outcomes = outcomes_of({{"a", 20}, {"b", 30}}, Date{1000}, {"churn", "expansion"});
    CHECK(flags(landmarks(snapshots, outcomes)) == std::vector<int>{1, 1});
    CHECK(flags(landmarks(snapshots, outcomes, {.kind = "churn"})) == std::vector<int>{1, 0});
    const Landmarks none = landmarks(snapshots, outcomes, {.kind = "chrun"});
    CHECK(tables::codes(none.findings) == "unknown_kind");
    CHECK(none.findings[0].message == "landmarks: no outcome is of the kind \"chrun\"");
    CHECK_THROWS_WITH_AS(landmarks(snapshots, outcomes_of({}), {.kind = "churn"}),
                         "landmarks: kind = \"churn\" was asked for; the outcomes have no column kind",
                         InvalidInput);
  }

  TEST_CASE("outcomes that no snapshot could foretell are told") {
    const Snapshots snapshots = snapshots_of({{"a", 100}, {"b", 100}});
    const Landmarks found = landmarks(snapshots, outcomes_of({{"a", 90}, {"c", 120}, {"b", 110}}));
    CHECK(statuses(found) == "already_happened used");
    REQUIRE(tables::codes(found.findings) == "outcome_without_snapshot outcome_before_snapshots");
    CHECK(found.findings[0].message ==
          "landmarks: 1 of 3 outcomes are of accounts without a snapshot; "
          "nothing foretold them");
    CHECK(found.findings[0].rows == Counts{1});
    CHECK(found.findings[1].message ==
          "landmarks: 1 of 3 outcomes lie on or before the first snapshot of "
          "their account; nothing foretold them");
    CHECK(found.findings[1].rows == Counts{0});
    CHECK(tables::codes(landmarks(snapshots, outcomes_of({{"A", 120}})).findings) == "no_common_account");
    const Landmarks early = landmarks(snapshots, outcomes_of({{"a", 90}}, {}));
    CHECK(tables::codes(early.findings) == "outcome_before_snapshots no_examples");
    CHECK(early.findings[1].message ==
          "landmarks: none of 2 snapshots became an example; 1 are already_happened");
  }

  TEST_CASE("tables without rows have no examples") {
    const Landmarks empty = landmarks(snapshots_of({}), outcomes_of({}, {}));
    CHECK(empty.status.empty());
    CHECK(empty.examples.size() == 0);
    const Landmarks unknown = landmarks(snapshots_of({{"a", 0}}), outcomes_of({}, {}));
    CHECK(statuses(unknown) == "window_open");
    CHECK_FALSE(unknown.observed_until.has_value());
  }

  TEST_CASE("days at the end of the calendar are counted right") {
    const Landmarks found = landmarks(snapshots_of({{"a", max_day}}), outcomes_of({}, Date{max_day}),
                                      {.gap_days = 36'500, .horizon_days = 36'500});
    CHECK(statuses(found) == "window_open");
  }

  TEST_CASE("the order of rows does not matter, and statuses partition the snapshots") {
    std::mt19937_64 random(7);
    std::vector<Shot> shots, events;
    for (int account = 0; account < 40; ++account) {
      for (int month = 0; month < 12; ++month)
        if (random() % 3 != 0) shots.push_back({std::to_string(account), month * 30});
      if (random() % 2 == 0) events.push_back({std::to_string(account), static_cast<int>(random() % 400)});
    }
    const auto make = [&] {
      return landmarks(snapshots_of(shots), outcomes_of(events, Date{380}),
                       {.gap_days = 7, .horizon_days = 60});
    };
    const Landmarks once = make();
    std::shuffle(shots.begin(), shots.end(), random);
    std::shuffle(events.begin(), events.end(), random);
    const Landmarks again = make();
    CHECK(statuses(once) == statuses(again));
    CHECK(once.outcome == again.outcome);
    CHECK(once.used + once.already_happened + once.not_at_risk + once.window_open + once.happened_in_gap ==
          static_cast<std::int64_t>(shots.size()));
    CHECK(once.used == static_cast<std::int64_t>(once.examples.size()));
  }

  TEST_CASE("refuses options out of range, and ids of two kinds") {
    const Snapshots snapshots = snapshots_of({{"a", 0}});
    const Outcomes outcomes = outcomes_of({});
    CHECK_THROWS_WITH_AS(landmarks(snapshots, outcomes, {.horizon_days = 0}),
                         "landmarks: horizon_days = 0 is not between 1 and 36500", InvalidInput);
    CHECK_THROWS_WITH_AS(landmarks(snapshots, outcomes, {.horizon_days = -90}),
                         "landmarks: horizon_days = -90 is not between 1 and 36500", InvalidInput);
    CHECK_THROWS_WITH_AS(landmarks(snapshots, outcomes, {.gap_days = -1}),
                         "landmarks: gap_days = -1 is not between 0 and 36500", InvalidInput);
    CHECK_THROWS_WITH_AS(landmarks(snapshots, Outcomes({.account = Counts{1}, .date = tables::Days{5}})),
                         "landmarks: account = integers of outcomes do not fit the texts of snapshots",
                         InvalidInput);
  }
}
