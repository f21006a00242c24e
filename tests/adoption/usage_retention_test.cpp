// SPDX-License-Identifier: MIT
#include <fealty/adoption/usage_retention.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/period.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "cdnow.hpp"
#include "usage_events.hpp"

using namespace fealty;
using adoption::Usage;
using adoption::usage_retention;
using adoption::UsageRetention;
using adoption::UsageRetentionKind;
using adoption::UsageRetentionOptions;
using adoption::UsageUnit;

namespace {

using Counts = std::vector<std::int64_t>;
using Numbers = std::vector<std::int32_t>;

/// Who started, is eligible and has returned, by group, cohort and number of the interval.
using Table = std::map<std::string, std::map<std::int32_t, std::map<std::size_t, Counts>>>;

Table table_of(const UsageRetention& retention, std::size_t intervals) {
  Table table;
  for (std::size_t i = 0; i < retention.started.size(); ++i)
    table[retention.group.present() ? retention.group.text(i) : ""][retention.cohort.days[i]][i % intervals] =
        {retention.started[i], retention.eligible[i], retention.returned[i]};
  return table;
}

/// The same from sets of days, part by part of each unit.
class Naive {
 public:
  Naive(const std::vector<usage_events::Event>& events, const UsageRetentionOptions& options,
        std::int32_t since, std::int32_t as_of)
      : options_(options), since_(since), as_of_(as_of) {
    std::map<std::pair<std::string, std::string>, Part> members;  // by account and person
    for (const auto& event : events) {
      if (event.day > as_of) continue;
      Part& member = members[{event.account, person(event)}];
      if (is_one_of(event, options.events)) member.days.insert(event.day);
      if (is_one_of(event, options.start_events.empty() ? options.events : options.start_events))
        member.starts.insert(event.day);
    }
    std::map<std::string, std::int32_t> account_starts;
    for (const auto& [who, member] : members)
      for (const std::int32_t day : member.starts) {
        const auto [at, added] = account_starts.emplace(who.first, day);
        if (!added) at->second = std::min(at->second, day);
      }
    std::map<std::pair<std::string, std::string>, Part> parts;  // by unit and group
    for (const auto& [who, member] : members) {
      const bool users = options.unit == UsageUnit::users;
      if (member.days.empty() && member.starts.empty()) continue;
      if (!users && account_starts.count(who.first) == 0) continue;
      const std::int32_t day = !users                  ? account_starts[who.first]
                               : member.starts.empty() ? *member.days.begin()
                                                       : *member.starts.begin();
      Part& part = parts[{users ? who.second : who.first, group_on(who.first, day)}];
      part.days.insert(member.days.begin(), member.days.end());
      part.starts.insert(member.starts.begin(), member.starts.end());
    }
    for (const auto& [who, part] : parts) add(who.second, part);
  }

  Table table;

 private:
  struct Part {
    std::set<std::int32_t> days, starts;
  };
  static bool is_one_of(const usage_events::Event& event, const std::vector<std::string>& names) {
    return names.empty() || std::find(names.begin(), names.end(), event.name) != names.end();
  }
  std::string group_on(const std::string& account, std::int32_t day) const {
    if (options_.by.empty()) return "";
    return options_.by.front() == "account" ? account : usage_events::plan_on(account, day);
  }
  void add(const std::string& group, const Part& part) {
    if (part.starts.empty() || *part.starts.begin() < since_) return;
    const std::int32_t start = *part.starts.begin();
    for (std::size_t i = 0; i < options_.days.size(); ++i) {
      const std::int32_t first = options_.days[i];
      const std::int32_t last = options_.kind == UsageRetentionKind::bracket ? options_.last_days[i] : first;
      std::int64_t returned = 0;
      for (const std::int32_t day : part.days)
        if (day - start >= first && (options_.kind == UsageRetentionKind::unbounded || day - start <= last))
          returned = 1;
      const std::int64_t eligible = as_of_ - start >= last ? 1 : 0;
      for (const std::int32_t cohort : {period_start(Date{start}, options_.every, 1).days, open}) {
        Counts& counts = table[group][cohort][i];
        counts.resize(3);
        ++counts[0];
        counts[1] += eligible;
        counts[2] += eligible * returned;
      }
    }
  }

  UsageRetentionOptions options_;
  std::int32_t since_, as_of_;
};

// days since the start: u (2024-01-01) 0, 1, 9; v (01-03) 0, 7; w (01-09) 0, 1; x (01-10) 0
Usage example() {
  return Usage({.account = std::vector<std::string>(8, "A"),
                .user = std::vector<std::string>{"u", "u", "u", "v", "v", "w", "w", "x"},
                .time = Numbers{19723, 19724, 19732, 19725, 19732, 19731, 19732, 19732}});
}

std::vector<UsageRetentionOptions> all_options() {
  std::vector<UsageRetentionOptions> all;
  for (const auto kind :
       {UsageRetentionKind::n_day, UsageRetentionKind::unbounded, UsageRetentionKind::bracket})
    for (const UsageUnit unit : {UsageUnit::users, UsageUnit::accounts})
      for (const char* by : {"", "account", "plan"})
        for (const char* start : {"", "login"}) {
          UsageRetentionOptions options;
          options.kind = kind;
          options.unit = unit;
          options.accounts = usage_events::accounts();
          if (*by != 0) options.by = {by};
          if (*start != 0) options.start_events = {start};
          if (kind == UsageRetentionKind::bracket) {
            options.days = {0, 1, 8, 30};
            options.last_days = {0, 7, 14, 90};
          } else {
            options.days = {30, 1, 7, 0};
          }
          all.push_back(options);
        }
  return all;
}

}  // namespace

TEST_SUITE("adoption/usage_retention") {
  TEST_CASE("a user returns on day N, and counts only when that day is known") {
    const auto retention = usage_retention(example(), {.days = {1, 7}});  // as of 2024-01-10
    CHECK(retention.cohort.days == Numbers{19723, 19723, 19730, 19730, open, open});
    CHECK(retention.interval_start == Numbers{1, 7, 1, 7, 1, 7});
    CHECK(retention.interval_end == retention.interval_start);
    CHECK(retention.started == Counts{2, 2, 2, 2, 4, 4});
    CHECK(retention.eligible == Counts{2, 2, 1, 0, 3, 2});
    CHECK(retention.returned == Counts{1, 1, 1, 0, 2, 1});
    CHECK(retention.complete == std::vector<std::uint8_t>{1, 1, 0, 0, 0, 0});
    CHECK(retention.rate[0] == 0.5);
    CHECK(std::isnan(retention.rate[3]));
    CHECK(std::isnan(retention.lower[3]));
    CHECK(retention.rate[4] == doctest::Approx(2.0 / 3).epsilon(1e-15));
    CHECK(retention.as_of == Date{19732});
    CHECK(retention.as_of_inferred);
    CHECK_FALSE(retention.group.present());
  }

  TEST_CASE("unbounded and bracketed intervals") {
    const auto unbounded =
        usage_retention(example(), {.kind = UsageRetentionKind::unbounded, .days = {1, 7}});
    CHECK(unbounded.eligible == Counts{2, 2, 1, 0, 3, 2});
    CHECK(unbounded.returned == Counts{2, 2, 1, 0, 3, 2});
    CHECK(unbounded.interval_end.empty());
    const auto bracket = usage_retention(
        example(), {.kind = UsageRetentionKind::bracket, .days = {1, 7}, .last_days = {6, 9}});
    CHECK(bracket.eligible == Counts{2, 1, 0, 0, 2, 1});
    CHECK(bracket.returned == Counts{1, 1, 0, 0, 1, 1});
    CHECK(bracket.interval_end == Numbers{6, 9, 6, 9, 6, 9});
  }

  TEST_CASE("the interval is Wilson's") {  // p = 2/3, n = 3, z = 1.959963984540054 by the formula
    const auto retention = usage_retention(example(), {.days = {1}});
    CHECK(retention.lower.back() == doctest::Approx(0.20765960080204768).epsilon(1e-14));
    CHECK(retention.upper.back() == doctest::Approx(0.9385080552796037).epsilon(1e-14));
    const auto wider = usage_retention(example(), {.days = {1}, .confidence = 0.99});
    CHECK(wider.lower.back() < retention.lower.back());
    CHECK(wider.confidence == 0.99);
  }

  TEST_CASE("a start that is an event of its own keeps those who never came") {
    const Usage usage({.account = std::vector<std::string>{"A", "A", "B", "C", "A"},
                       .user = usage_events::ids({"", "u", "", "v", "u"}),
                       .time = Numbers{19723, 19730, 19724, 19725, 19720},
                       .event = std::vector<std::string>{"signed", "login", "signed", "login", "login"}});
    const UsageRetentionOptions options{.events = {"login"},
                                        .start_events = {"signed"},
                                        .days = {7, 14},
                                        .unit = UsageUnit::accounts,
                                        .as_of = Date{19738}};
    const auto retention = usage_retention(usage, options);
    CHECK(retention.cohort.days == Numbers{19723, 19723, open, open});
    CHECK(retention.started == Counts{2, 2, 2, 2});
    CHECK(retention.eligible == Counts{2, 2, 2, 2});
    CHECK(retention.returned == Counts{1, 0, 1, 0});
    REQUIRE(retention.findings.size() == 1);
    CHECK(retention.findings[0].code == "no_start");
    CHECK(retention.findings[0].severity == Severity::warning);
    CHECK(retention.findings[0].message ==
          "usage_retention: 1 accounts are left out, who have none of start_events");
  }

  TEST_CASE("who started before since is left out, and the first cohort may be old") {
    const auto all = usage_retention(example(), {.days = {1}});
    REQUIRE(all.findings.size() == 1);
    CHECK(all.findings[0].code == "no_history");
    CHECK(all.findings[0].rows == Counts{0});
    CHECK(all.findings[0].message ==
          "usage_retention: started[0] = 2 of 2024-W01 may be old: nothing is known of the days before "
          "2024-01-01");
    const auto later = usage_retention(example(), {.days = {1}, .since = Date{19724}});
    CHECK(later.started == Counts{1, 2, 3});  // without u
    CHECK(later.since == Date{19724});
    CHECK(usage_retention(example(), {.days = {1}, .since = Date{19600}}).findings.empty());
  }

  TEST_CASE("a user stays in the group of the account's plan at the start") {
    const revenue::Accounts accounts(
        {.account = std::vector<std::string>{"A", "A", "B"},
         .valid_from = Numbers{19000, 19725, 19000},
         .attributes = {{"plan", IdColumn(std::vector<std::string>{"free", "pro", "pro"})}}});
    const Usage usage({.account = std::vector<std::string>{"A", "A", "A", "B"},
                       .user = std::vector<std::string>{"u", "u", "v", "w"},
                       .time = Numbers{19723, 19730, 19726, 19730}});
    const auto retention = usage_retention(usage, {.by = {"plan"}, .accounts = accounts, .days = {7}});
    REQUIRE(retention.started.size() == 5);
    CHECK(retention.group.text(0) == "free");
    CHECK(retention.group.text(1) == "free");
    CHECK(retention.group.text(2) == "pro");
    CHECK(retention.cohort.days == Numbers{19723, open, 19723, 19730, open});
    CHECK(retention.started == Counts{1, 1, 1, 1, 2});
    CHECK(retention.returned == Counts{1, 1, 0, 0, 0});
  }

  TEST_CASE("random events counted again by sets, for every kind, unit and group") {
    constexpr std::array periods{Period::day, Period::week, Period::month, Period::quarter, Period::year};
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
      const auto events = usage_events::at_random(seed, 30 * seed, seed % 2 == 0 ? 200 : 50);
      const Usage usage = usage_events::table(events);
      for (UsageRetentionOptions options : all_options()) {
        options.every = periods[seed % 5];
        if (seed > 5) options.as_of = Date{usage.last_day()->days - 11};
        if (seed % 3 == 0) options.since = Date{usage.first_day()->days + 9};
        if (seed % 4 == 0) options.events = {"create"};
        const auto retention = usage_retention(usage, options);
        const Naive naive(events, options, retention.since->days, retention.as_of->days);
        CHECK(table_of(retention, options.days.size()) == naive.table);
      }
    }
  }

  TEST_CASE("neither the order of rows nor their partition matters") {
    auto events = usage_events::at_random(3, 400);
    for (auto& event : events)
      if (!event.user.empty()) event.user = event.account + event.user;  // nobody is in several accounts
    UsageRetentionOptions options{.days = {1, 7, 30}, .since = Date{19790}, .as_of = Date{19909}};
    const auto whole = table_of(usage_retention(usage_events::table(events), options), 3);
    Table sum;
    for (const std::string_view accounts : {"AB", "CDEF"}) {
      std::vector<usage_events::Event> part;
      for (const auto& event : events)
        if (accounts.find(event.account) != std::string::npos) part.push_back(event);
      for (const auto& [group, cohorts] : table_of(usage_retention(usage_events::table(part), options), 3))
        for (const auto& [cohort, rows] : cohorts)
          for (const auto& [interval, counts] : rows) {
            Counts& total = sum[group][cohort][interval];
            total.resize(3);
            for (std::size_t i = 0; i < 3; ++i) total[i] += counts[i];
          }
    }
    CHECK(sum == whole);
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
      usage_events::shuffle(events, seed);
      CHECK(table_of(usage_retention(usage_events::table(events), options), 3) == whole);
    }
  }

  TEST_CASE("purchases of CDNOW as pandas and DuckDB count them") {  // data/returning.py
    const auto purchases = cdnow::purchases();
    if (!purchases) return;
    const auto count = [&](UsageRetentionKind kind, Numbers days, Numbers last_days) {
      return usage_retention(
          *purchases,
          {.kind = kind, .days = std::move(days), .last_days = std::move(last_days), .every = Period::month});
    };
    const auto n_day = count(UsageRetentionKind::n_day, {1, 7, 30}, {});
    CHECK(n_day.started == Counts{7846, 7846, 7846, 8476, 8476, 8476, 7248, 7248, 7248, 23570, 23570, 23570});
    CHECK(n_day.eligible == n_day.started);
    CHECK(n_day.returned == Counts{85, 74, 57, 94, 94, 52, 68, 73, 51, 247, 241, 160});
    const auto weeks = count(UsageRetentionKind::bracket, {7, 28, 63, 400, 490}, {13, 34, 69, 460, 520});
    CHECK(weeks.returned == Counts{417, 376, 235, 973, 422, 469,  359,  255, 986,  0,
                                   379, 314, 203, 776, 0,   1265, 1049, 693, 2735, 422});
    CHECK(weeks.eligible == Counts{7846, 7846, 7846, 7846, 6380, 8476,  8476,  8476,  8476,  0,
                                   7248, 7248, 7248, 7248, 0,    23570, 23570, 23570, 23570, 6380});
    CHECK(weeks.complete ==
          std::vector<std::uint8_t>{1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0});
    const auto later = count(UsageRetentionKind::unbounded, {30, 180, 500}, {});
    CHECK(later.returned == Counts{3482, 2627, 484, 3656, 2754, 74, 3187, 2335, 0, 10325, 7716, 558});
    CHECK(later.eligible == Counts{7846, 7846, 7846, 8476, 8476, 4560, 7248, 7248, 0, 23570, 23570, 12406});
  }

  TEST_CASE("the empty and the one-row table") {
    const Usage none({.account = std::vector<std::string>{}, .time = Numbers{}});
    const auto nothing = usage_retention(none);
    CHECK(nothing.started.empty());
    CHECK(nothing.findings.empty());
    CHECK_FALSE(nothing.as_of);
    const Usage one({.account = std::vector<std::string>{"A"}, .time = Numbers{19723}});
    const auto retention = usage_retention(one, {.days = {0, 1}});
    CHECK(retention.eligible == Counts{1, 0, 1, 0});
    CHECK(retention.returned == Counts{1, 0, 1, 0});
    CHECK(retention.upper[0] == 1);
    CHECK(usage_retention(one, {.as_of = Date{19722}}).started.empty());
  }

  TEST_CASE("the first and the last day that a table takes") {
    const Usage usage(
        {.account = std::vector<std::string>(2, "A"), .time = Numbers{min_day, min_day + 0xffff}});
    const auto retention = usage_retention(usage, {.days = {0xffff}, .every = Period::year});
    CHECK(retention.returned == Counts{1, 1});
    CHECK(retention.complete == std::vector<std::uint8_t>{1, 1});
  }

  TEST_CASE("bad options") {
    const Usage usage = example();
    const auto error = [&](const UsageRetentionOptions& options) -> std::string {
      try {
        usage_retention(usage, options);
      } catch (const InvalidInput& thrown) {
        return thrown.what();
      }
      return "";
    };
    constexpr auto bracket = UsageRetentionKind::bracket;
    CHECK(error({.days = {}}) == "usage_retention: days has no day");
    CHECK(error({.days = {1, -1}}) == "usage_retention: days[1] = -1 is not a day from 0 to 65,535");
    CHECK(error({.days = {65536}}) == "usage_retention: days[0] = 65536 is not a day from 0 to 65,535");
    CHECK(error({.days = {1}, .last_days = {7}}) ==
          "usage_retention: last_days = 1 days are not asked for; intervals are of `bracket`");
    CHECK(error({.kind = bracket, .days = {1, 8}, .last_days = {7}}) ==
          "usage_retention: last_days = 1 days are not one for each of the 2 of `days`");
    CHECK(error({.kind = bracket, .days = {8}, .last_days = {7}}) ==
          "usage_retention: last_days[0] = 7 is not a day from 8 to 65,535");
    CHECK(error({.confidence = 1}) == "usage_retention: confidence = 1 is not in (0, 1)");
    CHECK(error({.start_events = {"signed"}}) ==
          "usage_retention: events = \"signed\" is no event of the table; there are none");
    CHECK(error({.since = Date{19733}}) == "usage_retention: since = 2024-01-11 is after as_of 2024-01-10");
    CHECK(error({.fiscal_year_start = 0}) == "PeriodGrid: fiscal_year_start = 0 is not a month from 1 to 12");
  }
}
