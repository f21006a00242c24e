// SPDX-License-Identifier: MIT
#include <fealty/health/landmark_lifetimes.hpp>

#include "revenue/tables.hpp"

#include <fealty/health/discrete_hazard.hpp>
#include <fealty/health/landmarks.hpp>
#include <fealty/health/logistic.hpp>
#include <fealty/survival/cox.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

struct Seen {
  std::int64_t account;
  std::int32_t day;
};
Snapshots seen(const std::vector<Seen>& rows, const tables::Days& due = {}, const Reals& score = {}) {
  Counts account;
  tables::Days as_of;
  for (const Seen& row : rows) {
    account.push_back(row.account);
    as_of.push_back(row.day);
  }
  SnapshotColumns columns{.account = account, .as_of = as_of};
  if (!due.empty()) columns.due = due;
  if (!score.empty()) columns.attributes.add("score", Column<double>(std::vector(score)));
  return Snapshots(columns);
}
Outcomes happened(const std::vector<Seen>& rows, std::optional<Date> until = Date{300}) {
  Counts account;
  tables::Days date;
  for (const Seen& row : rows) {
    account.push_back(row.account);
    date.push_back(row.day);
  }
  return Outcomes({.account = account, .date = date, .observed_until = until});
}
/// As a table reads: status, duration, + where it ended.
std::string lines(const LandmarkLifetimes& found) {
  std::string out;
  for (std::size_t i = 0; i < found.status.size(); ++i) {
    if (i > 0) out += ", ";
    out += enum_names(LandmarkStatus{})[static_cast<std::size_t>(found.status[i])];
    if (found.status[i] == LandmarkStatus::used)
      out += fmt::format(" {}{}", found.duration[i], found.ended[i] != 0 ? "+" : "");
  }
  return out;
}
void check(const std::vector<double>& found, const std::vector<double>& expected, double epsilon) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(epsilon));
}

/// The accounts of data/landmark_lifetimes.R.
struct Study {
  Snapshots snapshots;
  Outcomes outcomes;
};
Study study() {
  Counts account;
  tables::Days as_of;
  Texts plan;
  for (std::int64_t each = 1; each <= 12; ++each)
    for (const std::int32_t day : {0, 90, 180}) {
      account.push_back(each);
      as_of.push_back(day);
      plan.emplace_back(each % 4 == 2 || each % 4 == 3 ? "pro" : "basic");
    }
  SnapshotColumns columns{.account = account, .as_of = as_of};
  columns.attributes.add(
      "score", Column<double>(Reals{52, 40, 31, 75, 71, 78, 61, 44, 50, 83, 88, 80, 35, 30, 28, 66, 70, 59,
                                    47, 52, 41, 90, 85, 79, 58, 39, 33, 72, 64, 68, 55, 49, 37, 43, 57, 62}));
  columns.attributes.add("plan", IdColumn(plan));
  return {Snapshots(columns),
          happened({{1, 215}, {3, 130}, {5, 97}, {6, 260}, {7, 200}, {9, 184}, {11, 299}, {12, 60}})};
}

}  // namespace

TEST_SUITE("health/landmark_lifetimes") {
  TEST_CASE("a life lasts from the gap to the outcome, the horizon, or the last day that is known") {
    const Snapshots snapshots = seen({{1, 0}, {1, 100}, {1, 200}, {2, 0}, {2, 200}, {3, 285}, {3, 290}});
    const Outcomes outcomes = happened({{1, 105}});
    // Of account 1, the outcome is in the gap of its second snapshot, and before its third.
    CHECK(lines(landmark_lifetimes(snapshots, outcomes, {.gap_days = 10})) ==
          "used 95+, happened_in_gap, already_happened, used 290, used 90, used 5, window_open");
    const auto ninety = landmark_lifetimes(snapshots, outcomes, {.gap_days = 10, .horizon_days = 90});
    CHECK(lines(ninety) ==
          "used 90, happened_in_gap, already_happened, used 90, used 90, used 5, window_open");
    CHECK(ninety.used == 4);
    CHECK(ninety.happened_in_gap == 1);
    CHECK(ninety.already_happened == 1);
    CHECK(ninety.window_open == 1);
    CHECK(ninety.events == 0);
    CHECK(ninety.lives.size() == 4);
    CHECK(tables::codes(ninety.lives.findings()) == "none_ended");
  }

  TEST_CASE("the day after the gap is the first, and the last that is known counts") {
    const Snapshots one = seen({{1, 100}});
    const auto at = [&](std::int32_t day) {
      return lines(landmark_lifetimes(one, happened({{1, day}}, Date{140}), {.gap_days = 10}));
    };
    CHECK(at(100) == "already_happened");
    CHECK(at(110) == "happened_in_gap");
    CHECK(at(111) == "used 1+");
    CHECK(at(140) == "used 30+");
    CHECK(at(141) == "used 30");  // later than what is known
    CHECK(lines(landmark_lifetimes(one, happened({}, Date{110}), {.gap_days = 10})) == "window_open");
    CHECK(lines(landmark_lifetimes(one, happened({}, Date{111}), {.gap_days = 10})) == "used 1");
  }

  TEST_CASE("a period of which the end is not known is left out, also where its outcome is") {
    const Snapshots snapshots = seen({{1, 0}, {2, 0}, {3, 0}, {4, 0}});
    const Outcomes outcomes = happened({{1, 30}, {2, 31}, {3, 65}}, Date{70});
    const LandmarkLifetimesOptions monthly{.period_days = 30};
    CHECK(lines(landmark_lifetimes(snapshots, outcomes, monthly)) == "used 1+, used 2+, used 2, used 2");
    CHECK(lines(landmark_lifetimes(snapshots, outcomes, {.horizon_days = 30, .period_days = 30})) ==
          "used 1+, used 1, used 1, used 1");
    CHECK(lines(landmark_lifetimes(snapshots, happened({{1, 3}}, Date{29}), monthly)) ==
          "window_open, window_open, window_open, window_open");
  }

  TEST_CASE("what happens again ends each life anew; an account may have its first life only") {
    const Snapshots snapshots = seen({{1, 0}, {1, 50}, {1, 150}, {2, 290}, {2, 295}});
    const Outcomes outcomes = happened({{1, 60}, {1, 160}});
    CHECK(lines(landmark_lifetimes(snapshots, outcomes)) ==
          "used 60+, used 10+, already_happened, used 10, used 5");
    const auto again = landmark_lifetimes(snapshots, outcomes, {.gap_days = 20, .recurrent = true});
    CHECK(lines(again) == "used 40+, used 90+, used 130, window_open, window_open");
    CHECK(again.events == 2);
    const auto once = landmark_lifetimes(snapshots, outcomes, {.first_only = true});
    CHECK(lines(once) == "used 60+, not_first, already_happened, used 10, not_first");
    CHECK(once.not_first == 2);
    const Snapshots later = seen({{1, 0}, {1, 50}, {1, 150}}, {500, 60, 190});
    CHECK(lines(landmark_lifetimes(
              later, happened({}),
              {.horizon_days = 90, .at_risk = AtRisk::due_in_window, .first_only = true})) ==
          "not_at_risk, used 90, not_first");  // its first that can be one
  }

  TEST_CASE("cox agrees with R's coxph by account, with and without a horizon") {
    const Study data = study();
    const survival::CoxOptions model{.covariates = {"score", "plan"}, .cluster = "account"};
    const survival::CoxOptions stratified{
        .covariates = {"score", "plan"}, .strata = {"as_of"}, .cluster = "account"};
    const auto all = landmark_lifetimes(data.snapshots, data.outcomes, {.gap_days = 7});
    CHECK(all.used == 30);
    CHECK(all.events == 8);
    const auto cox = survival::cox(all.lives, model);
    check(cox.coef, {-0.11239466893298, 0.02978570282676}, 1e-9);
    check(cox.std_error, {0.02528622175473, 0.54299306008770}, 1e-9);
    check(cox.naive_std_error, {0.02723345045973, 0.53524198507598}, 1e-9);
    const auto by_day = survival::cox(all.lives, stratified);
    check(by_day.coef, {-0.09609404644188, -0.13760292927089}, 1e-9);
    check(by_day.std_error, {0.02054545272837, 0.62207850809497}, 1e-9);
    const auto ninety =
        landmark_lifetimes(data.snapshots, data.outcomes, {.gap_days = 7, .horizon_days = 90});
    CHECK(std::accumulate(ninety.ended.begin(), ninety.ended.end(), 0) == 7);
    const auto short_term = survival::cox(ninety.lives, model);
    check(short_term.coef, {-0.1151162914879, 0.1087089720450}, 1e-9);
    check(short_term.std_error, {0.03645621829598, 0.86331273651934}, 1e-9);
    check(short_term.naive_std_error, {0.04636447211056, 0.83432470513806}, 1e-9);
    check(survival::cox(ninety.lives, stratified).coef, {-0.09200703022899, -0.19677743870702}, 1e-9);
  }

  TEST_CASE("one period as long as the horizon is the logistic model of landmarks") {
    const Study data = study();
    const auto found = landmark_lifetimes(data.snapshots, data.outcomes,
                                          {.gap_days = 7, .horizon_days = 90, .period_days = 90});
    const auto marks = landmarks(data.snapshots, data.outcomes, {.gap_days = 7, .horizon_days = 90});
    CHECK(found.status == marks.status);
    CHECK(found.ended == marks.outcome);
    CHECK(found.events == marks.events);
    const auto hazard = discrete_hazard(found.lives, {.features = {"score", "plan"}});
    const auto chance = logistic(marks.examples, {.features = {"score", "plan"}});
    check(hazard.coef, std::vector<double>(chance.coef.begin(), chance.coef.end()), 1e-9);
  }

  TEST_CASE("a life ended within the horizon if and only if the outcome of the example is 1") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      std::mt19937_64 random(seed);
      std::vector<Seen> shots, events;
      tables::Days due;
      for (std::int64_t account = 0; account < 40; ++account) {
        for (int month = 0; month < 10; ++month) {
          if (random() % 3 == 0) continue;
          shots.push_back({account, month * 30});
          due.push_back(month * 30 + static_cast<std::int32_t>(random() % 120));
        }
        for (std::uint64_t n = random() % 3; n > 0; --n)
          events.push_back({account, static_cast<std::int32_t>(random() % 400)});
      }
      const Snapshots snapshots = seen(shots, due);
      const Outcomes outcomes = happened(events, Date{350});
      for (const bool recurrent : {false, true})
        for (const AtRisk at_risk : {AtRisk::all, AtRisk::due_in_window}) {
          const auto marks =
              landmarks(snapshots, outcomes,
                        {.gap_days = 14, .horizon_days = 60, .at_risk = at_risk, .recurrent = recurrent});
          for (const std::int32_t period : {1, 20, 60}) {
            const auto lives = landmark_lifetimes(snapshots, outcomes,
                                                  {.gap_days = 14,
                                                   .horizon_days = 60,
                                                   .period_days = period,
                                                   .at_risk = at_risk,
                                                   .recurrent = recurrent});
            REQUIRE(lives.status.size() == marks.status.size());
            bool same = true;
            for (std::size_t i = 0; i < marks.status.size(); ++i)
              if (marks.status[i] == LandmarkStatus::used)
                same = same && lives.status[i] == LandmarkStatus::used &&
                       lives.ended[i] == marks.outcome[i] &&
                       (lives.ended[i] != 0 || lives.duration[i] == 60 / period) &&
                       (lives.ended[i] == 0 ||
                        lives.duration[i] == std::ceil((marks.days_to_outcome[i] - 14) / period));
            CHECK(same);
            if (period == 60) CHECK(lives.status == marks.status);
          }
        }
      std::vector<std::size_t> order(shots.size());
      std::iota(order.begin(), order.end(), 0);
      std::shuffle(order.begin(), order.end(), random);
      std::vector<Seen> mixed;
      for (const std::size_t i : order) mixed.push_back(shots[i]);
      const auto once = landmark_lifetimes(seen(shots), outcomes, {.gap_days = 14});
      CHECK(lines(landmark_lifetimes(seen(mixed), outcomes, {.gap_days = 14})) == lines(once));
    }
  }

  TEST_CASE("tables without rows, and of one row, have answers") {
    const auto empty = landmark_lifetimes(seen({}), happened({}, {}));
    CHECK(empty.status.empty());
    CHECK(empty.lives.size() == 0);
    CHECK(empty.findings.empty());
    const auto unknown = landmark_lifetimes(seen({{1, 0}}), happened({}, {}));
    CHECK(lines(unknown) == "window_open");
    REQUIRE(tables::codes(unknown.findings) == "no_lives");
    CHECK(unknown.findings[0].message ==
          "landmark_lifetimes: none of 1 snapshots became a life; 1 are window_open");
    CHECK(lines(landmark_lifetimes(seen({{1, max_day}}), happened({}, Date{max_day}),
                                   {.gap_days = 36'500})) == "window_open");
    const auto long_ago = landmark_lifetimes(seen({{1, min_day}}), happened({}, Date{max_day}));
    CHECK(long_ago.duration[0] == static_cast<double>(max_day) - min_day);
  }

  TEST_CASE("refuses options out of range, names that lives have, and ids of two kinds") {
    const Snapshots snapshots = seen({{1, 0}}, {10});
    const Outcomes outcomes = happened({});
    const auto refused = [&](const LandmarkLifetimesOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(landmark_lifetimes(snapshots, outcomes, options), message, InvalidInput);
    };
    refused({.gap_days = -1}, "landmark_lifetimes: gap_days = -1 is not between 0 and 36500");
    refused({.horizon_days = 0}, "landmark_lifetimes: horizon_days = 0 is not between 1 and 36500");
    refused({.period_days = 0}, "landmark_lifetimes: period_days = 0 is not between 1 and 36500");
    refused({.horizon_days = 90, .period_days = 60},
            "landmark_lifetimes: horizon_days = 90 is no multiple of period_days = 60");
    refused({.at_risk = AtRisk::due_in_window},
            "landmark_lifetimes: at_risk = due_in_window was asked for without horizon_days, the end of the "
            "window");
    refused({.kind = "churn"},
            "landmark_lifetimes: kind = \"churn\" was asked for; the outcomes have no column kind");
    CHECK_THROWS_WITH_AS(
        landmark_lifetimes(seen({{1, 0}}), outcomes, {.horizon_days = 9, .at_risk = AtRisk::due_in_window}),
        "landmark_lifetimes: at_risk = due_in_window was asked for; the snapshots have no column due",
        InvalidInput);
    SnapshotColumns columns{.account = Counts{1}, .as_of = tables::Days{0}};
    columns.attributes.add("as_of", Column<double>(Reals{1}));
    CHECK_THROWS_WITH_AS(
        landmark_lifetimes(Snapshots(columns), outcomes),
        "landmark_lifetimes: attributes = \"as_of\" is what lives have of their own; name it otherwise",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        landmark_lifetimes(snapshots, Outcomes({.account = Texts{"a"}, .date = tables::Days{5}})),
        "landmark_lifetimes: account = texts of outcomes do not fit the integers of snapshots", InvalidInput);
  }
}
