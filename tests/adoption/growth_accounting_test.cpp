// SPDX-License-Identifier: MIT
#include <fealty/adoption/active_users.hpp>
#include <fealty/adoption/growth_accounting.hpp>
#include <fealty/core/error.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "cdnow.hpp"
#include "usage_events.hpp"

using namespace fealty;
using adoption::growth_accounting;
using adoption::GrowthAccounting;
using adoption::GrowthAccountingOptions;
using adoption::Usage;
using adoption::UsageUnit;

namespace {

using Counts = std::vector<std::int64_t>;

Usage events_of(const std::vector<std::string>& user, const std::vector<std::int32_t>& day) {
  return Usage({.account = std::vector<std::string>(user.size(), "A"), .user = user, .time = day});
}

std::int32_t last_known(Date day, Period every, std::int32_t as_of) {
  const Date period = period_start(day, every, 1);
  while (day.days < as_of && period_start(Date{day.days + 1}, every, 1) == period) ++day.days;
  return day.days;
}

/// What is counted again, from nothing but sets.
class Naive {
 public:
  using Set = std::set<std::string>;

  Naive(const std::vector<usage_events::Event>& events, const GrowthAccountingOptions& options,
        std::int32_t as_of) {
    std::int32_t first = as_of;
    for (const auto& event : events) first = std::min(first, event.day);
    for (std::int32_t day = first; day <= as_of; ++day)
      periods_.insert(period_start(Date{day}, options.every, 1).days);
    for (const auto& event : events) {
      if (event.day > as_of) continue;
      if (!options.events.empty() && event.name != options.events.front()) continue;
      const std::int32_t period = period_start(Date{event.day}, options.every, 1).days;
      const std::string unit = options.unit == UsageUnit::users ? person(event) : event.account;
      const std::string group =
          options.by.empty() ? ""
          : options.by.front() == "account"
              ? event.account
              : usage_events::plan_on(event.account, last_known(Date{event.day}, options.every, as_of));
      active_[group][period].insert(unit);
      anywhere_[period].insert(unit);
    }
  }
  /// opening, new_users, resurrected, entered, dormant, left, active, retained
  Counts row(const std::string& group, std::int32_t period) {
    const auto at = periods_.find(period);
    REQUIRE(at != periods_.end());
    const bool is_first = at == periods_.begin();
    const std::int32_t prior = is_first ? period - 1 : *std::prev(at);
    const Set now = active_[group][period], before = active_[group][prior];
    const Set all_now = anywhere_[period], all_before = anywhere_[prior];
    Counts counts(8);
    counts[0] = static_cast<std::int64_t>(before.size());
    counts[6] = static_cast<std::int64_t>(now.size());
    for (const std::string& unit : now)
      ++counts[before.count(unit) > 0       ? 7
               : all_before.count(unit) > 0 ? 3
               : ever_before(unit, period)  ? 2
                                            : 1];
    for (const std::string& unit : before)
      if (now.count(unit) == 0) ++counts[all_now.count(unit) > 0 ? 5 : 4];
    return counts;
  }
  const std::set<std::int32_t>& periods() const { return periods_; }

 private:
  bool ever_before(const std::string& unit, std::int32_t period) {
    for (const auto& [other, units] : anywhere_)
      if (other < period && units.count(unit) > 0) return true;
    return false;
  }
  std::set<std::int32_t> periods_;
  std::map<std::string, std::map<std::int32_t, Set>> active_;
  std::map<std::int32_t, Set> anywhere_;
};

Counts row_of(const GrowthAccounting& growth, std::size_t i) {
  return {growth.opening[i], growth.new_users[i], growth.resurrected[i], growth.entered[i],
          growth.dormant[i], growth.left[i],      growth.active[i],      growth.retained[i]};
}

void check_identities(const GrowthAccounting& growth) {
  for (std::size_t i = 0; i < growth.active.size(); ++i) {
    CHECK(growth.opening[i] + growth.new_users[i] + growth.resurrected[i] + growth.entered[i] -
              growth.dormant[i] - growth.left[i] ==
          growth.active[i]);
    CHECK(growth.active[i] ==
          growth.new_users[i] + growth.resurrected[i] + growth.entered[i] + growth.retained[i]);
    const bool goes_on = i > 0 && growth.period.days[i] > growth.period.days[i - 1];
    if (goes_on) CHECK(growth.opening[i] == growth.active[i - 1]);
  }
}

/// Every set of options that matters.
std::vector<GrowthAccountingOptions> all_options() {
  std::vector<GrowthAccountingOptions> all;
  for (const Period every : {Period::day, Period::week, Period::month, Period::quarter, Period::year})
    for (const UsageUnit unit : {UsageUnit::users, UsageUnit::accounts})
      for (const char* by : {"", "account", "plan"})
        for (const char* name : {"", "login"}) {
          GrowthAccountingOptions options;
          options.every = every;
          options.unit = unit;
          if (*by != 0) options.by = {by};
          if (*name != 0) options.events = {name};
          options.accounts = usage_events::accounts();
          all.push_back(options);
        }
  return all;
}

}  // namespace

TEST_SUITE("adoption/growth_accounting") {
  TEST_CASE("a user is new once, is retained, goes dormant and comes back") {
    // Mondays 2024-01-01 (19723), -08, -15, -22; u: 1, 2, -, 4; v: 1, -, -, -; w: -, 2, 3, -
    const auto growth = growth_accounting(
        events_of({"u", "u", "u", "v", "w", "w"}, {19723, 19730, 19744, 19729, 19736, 19737}));
    CHECK(growth.period.days == std::vector<std::int32_t>{19723, 19730, 19737, 19744});
    CHECK(growth.period_end.days == std::vector<std::int32_t>{19729, 19736, 19743, 19750});
    CHECK(growth.opening == Counts{0, 2, 2, 1});
    CHECK(growth.new_users == Counts{2, 1, 0, 0});
    CHECK(growth.resurrected == Counts{0, 0, 0, 1});
    CHECK(growth.dormant == Counts{0, 1, 1, 1});
    CHECK(growth.retained == Counts{0, 1, 1, 0});
    CHECK(growth.active == Counts{2, 2, 1, 1});
    CHECK(growth.known_days == Counts{0, 7, 14, 21});
    CHECK(growth.complete == std::vector<std::uint8_t>{1, 1, 1, 0});
    CHECK(std::isnan(growth.quick_ratio[0]));
    CHECK(std::vector<double>(growth.quick_ratio.begin() + 1, growth.quick_ratio.end()) ==
          std::vector<double>{1, 0, 1});
    CHECK_FALSE(growth.group.present());
    CHECK(growth.as_of == Date{19744});
    CHECK(growth.as_of_inferred);
  }

  TEST_CASE("the last period is complete when as_of is its last day, and later events are not seen") {
    const auto usage = events_of({"u", "v", "v"}, {19723, 19730, 19737});
    const auto growth = growth_accounting(usage, {.as_of = Date{19736}});
    CHECK(growth.active == Counts{1, 1});
    CHECK(growth.complete == std::vector<std::uint8_t>{1, 1});
    CHECK_FALSE(growth.as_of_inferred);
    CHECK(growth_accounting(usage, {.as_of = Date{19735}}).complete == std::vector<std::uint8_t>{1, 0});
    const auto longer = growth_accounting(usage, {.as_of = Date{19751}});
    CHECK(longer.dormant == Counts{0, 1, 0, 1, 0});
    CHECK(growth_accounting(usage, {.as_of = Date{19722}}).active.empty());
  }

  TEST_CASE("new users of the first period may be old, and history tells how much is known") {
    const auto usage = events_of({"u", "v", "w"}, {19725, 19730, 19737});
    const auto growth = growth_accounting(usage);
    CHECK(growth.since == Date{19725});
    CHECK(growth.known_days == Counts{0, 5, 12});
    REQUIRE(growth.findings.size() == 1);
    CHECK(growth.findings[0].code == "no_history");
    CHECK(growth.findings[0].severity == Severity::information);
    CHECK(growth.findings[0].rows == Counts{0});
    CHECK(growth.findings[0].message ==
          "growth_accounting: new_users[0] = 1 of 2024-W01 may be old: nothing is known of the days before "
          "2024-01-03");
    const auto known = growth_accounting(usage, {.since = Date{19700}});
    CHECK(known.findings.empty());
    CHECK(known.new_users == Counts{0, 0, 0, 0, 1, 1, 1});
    CHECK(known.known_days == Counts{0, 2, 9, 16, 23, 30, 37});
    const auto later = growth_accounting(usage, {.since = Date{19736}});
    CHECK(later.period.days == std::vector<std::int32_t>{19730, 19737});
    CHECK(later.opening == Counts{1, 1});  // u of the week before
    CHECK(later.findings[0].rows == Counts{0});
    CHECK(later.known_days == Counts{0, 1});
  }

  TEST_CASE("users of an account that changes its plan leave one group and enter another") {
    const revenue::Accounts accounts(
        {.account = std::vector<std::string>{"A", "A", "B"},
         .valid_from = std::vector<std::int32_t>{19000, 19730, 19000},
         .attributes = {{"plan", IdColumn(std::vector<std::string>{"free", "pro", "pro"})}}});
    const Usage usage({.account = std::vector<std::string>{"A", "A", "A", "B", "B"},
                       .user = std::vector<std::string>{"u", "u", "v", "w", "w"},
                       .time = std::vector<std::int32_t>{19723, 19731, 19724, 19730, 19738}});
    const auto growth = growth_accounting(usage, {.by = {"plan"}, .accounts = accounts});
    REQUIRE(growth.active.size() == 6);
    CHECK(growth.group.text(0) == "free");
    CHECK(growth.group.text(3) == "pro");
    CHECK(growth.opening == Counts{0, 2, 0, 0, 0, 2});
    CHECK(growth.new_users == Counts{2, 0, 0, 0, 1, 0});
    CHECK(growth.entered == Counts{0, 0, 0, 0, 1, 0});
    CHECK(growth.left == Counts{0, 1, 0, 0, 0, 0});
    CHECK(growth.dormant == Counts{0, 1, 0, 0, 0, 1});
    CHECK(growth.retained == Counts{0, 0, 0, 0, 0, 1});
    CHECK(growth.active == Counts{2, 0, 0, 0, 2, 1});
  }

  TEST_CASE("random events counted again by sets, for every period, unit and group") {
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
      const auto events = usage_events::at_random(seed, 60 * seed, seed % 2 == 0 ? 400 : 60);
      const Usage usage = usage_events::table(events);
      for (GrowthAccountingOptions options : all_options()) {
        if (seed > 3) options.as_of = Date{usage.last_day()->days - 11};
        if (seed % 3 == 0) options.since = Date{usage.first_day()->days + 17};
        const auto growth = growth_accounting(usage, options);
        check_identities(growth);
        Naive naive(events, options, growth.as_of->days);
        CHECK(Date{growth.period.days[0]} == period_start(*growth.since, options.every, 1));
        CHECK(growth.period.days.back() == *naive.periods().rbegin());
        for (std::size_t i = 0; i < growth.active.size(); ++i)
          CHECK(row_of(growth, i) ==
                naive.row(growth.group.present() ? growth.group.text(i) : "", growth.period.days[i]));
      }
    }
  }

  TEST_CASE("purchases of CDNOW as pandas and DuckDB count them") {  // data/returning.py
    const auto purchases = cdnow::purchases();
    if (!purchases) return;
    const auto months = growth_accounting(*purchases, {.every = Period::month});
    CHECK(months.new_users == Counts{7846, 8476, 7248, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(months.resurrected == Counts{0, 0, 595, 1049, 1362, 1592, 1434, 1168, 1211, 1307, 1404, 1232, 1025,
                                       1079, 1489, 919, 1029, 1060});
    CHECK(months.dormant == Counts{0, 6689, 7952, 7751, 1970, 1467, 1593, 1576, 1244, 1207, 1215, 1396, 1352,
                                   1065, 980, 1542, 978, 1042});
    CHECK(months.active == Counts{7846, 9633, 9524, 2822, 2214, 2339, 2180, 1772, 1739, 1839, 2028, 1864,
                                  1537, 1551, 2060, 1437, 1488, 1506});
    CHECK(months.retained ==
          Counts{0, 1157, 1681, 1773, 852, 747, 746, 604, 528, 532, 624, 632, 512, 472, 571, 518, 459, 446});
    CHECK(months.complete.back() == 1);
    check_identities(months);
    const auto last = [](const GrowthAccounting& growth) { return row_of(growth, growth.active.size() - 1); };
    const auto weeks = growth_accounting(*purchases);
    CHECK(weeks.active.size() == 79);
    CHECK(last(weeks) == Counts{338, 0, 92, 0, 322, 0, 108, 16});
    CHECK(weeks.complete.back() == 0);  // Monday and Tuesday
    CHECK(last(growth_accounting(*purchases, {.every = Period::quarter})) ==
          Counts{3817, 0, 1557, 0, 2057, 0, 3317, 1760});
    CHECK(last(growth_accounting(*purchases, {.every = Period::day})) == Counts{56, 0, 52, 0, 53, 0, 55, 3});
  }

  TEST_CASE("active users are those of active_users(), in each group") {
    const auto events = usage_events::at_random(5, 400);
    const Usage usage = usage_events::table(events);
    for (const char* by : {"", "account", "plan"}) {
      const std::vector<std::string> names =
          *by == 0 ? std::vector<std::string>{} : std::vector<std::string>{by};
      const auto growth = growth_accounting(usage, {.by = names, .accounts = usage_events::accounts()});
      const auto windows = adoption::active_users(
          usage, {.by = names, .accounts = usage_events::accounts(), .every = Period::week});
      std::map<std::pair<std::string, std::int32_t>, std::int64_t> wau;
      for (std::size_t i = 0; i < windows.wau.size(); ++i)
        wau[{*by == 0 ? "" : windows.group.text(i), windows.date.days[i]}] = windows.wau[i];
      for (std::size_t i = 0; i < growth.active.size(); ++i)
        if (growth.complete[i] != 0)
          CHECK(growth.active[i] == wau[{*by == 0 ? "" : growth.group.text(i), growth.period_end.days[i]}]);
    }
  }

  TEST_CASE("the order of rows does not matter") {
    auto events = usage_events::at_random(9, 500);
    const GrowthAccountingOptions options{
        .by = {"plan"}, .accounts = usage_events::accounts(), .every = Period::month};
    const auto growth = growth_accounting(usage_events::table(events), options);
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
      usage_events::shuffle(events, seed);
      const auto again = growth_accounting(usage_events::table(events), options);
      REQUIRE(again.active.size() == growth.active.size());
      for (std::size_t i = 0; i < growth.active.size(); ++i) {
        CHECK(row_of(again, i) == row_of(growth, i));
        CHECK(again.group.text(i) == growth.group.text(i));
      }
    }
  }

  TEST_CASE("without groups, groups by account add up where no user is in several") {
    auto events = usage_events::at_random(4, 400);
    for (auto& event : events)
      if (!event.user.empty()) event.user = event.account + event.user;
    const Usage usage = usage_events::table(events);
    const auto all = growth_accounting(usage, {.every = Period::week});
    const auto parts = growth_accounting(usage, {.by = {"account"}, .every = Period::week});
    const std::size_t periods = all.active.size();
    REQUIRE(parts.active.size() == 6 * periods);
    for (std::size_t i = 0; i < periods; ++i) {
      Counts sum(8);
      for (std::size_t row = i; row < parts.active.size(); row += periods)
        for (std::size_t cell = 0; cell < 8; ++cell) sum[cell] += row_of(parts, row)[cell];
      CHECK(sum == row_of(all, i));
      CHECK(sum[3] + sum[5] == 0);
    }
  }

  TEST_CASE("the empty and the one-row table") {
    const auto none = growth_accounting(events_of({}, {}));
    CHECK(none.active.empty());
    CHECK(none.findings.empty());
    CHECK_FALSE(none.as_of);
    CHECK_FALSE(none.since);
    CHECK(growth_accounting(events_of({}, {}), {.as_of = Date{19723}}).as_of == Date{19723});
    const auto one = growth_accounting(events_of({"u"}, {19723}), {.every = Period::day});
    CHECK(one.active == Counts{1});
    CHECK(one.new_users == Counts{1});
    CHECK(one.complete == std::vector<std::uint8_t>{1});
    CHECK(std::isnan(one.quick_ratio[0]));
  }

  TEST_CASE("the first and the last day that a table takes") {
    const auto growth = growth_accounting(events_of({"u", "u"}, {min_day, min_day + 0xffff}));
    CHECK(growth.new_users.front() == 1);
    CHECK(growth.resurrected.back() == 1);
    CHECK(growth.active.size() == 9363);
    CHECK(to_string(Date{growth.period.days.front()}) == "1900-01-01");
  }

  TEST_CASE("bad options") {
    const auto usage = usage_events::table(usage_events::at_random(1, 50));
    CHECK_THROWS_WITH_AS(
        growth_accounting(usage, {.events = {"buy"}}),
        "growth_accounting: events = \"buy\" is no event of the table; there are create, login",
        InvalidInput);
    CHECK_THROWS_WITH_AS(growth_accounting(usage, {.by = {"plan"}}),
                         "growth_accounting: by = \"plan\" needs `accounts`, which has the attributes; alone "
                         "there is \"account\"",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(growth_accounting(usage, {.as_of = Date{60000}}),
                         "growth_accounting: as_of = 2134-04-11 is not between 1900-01-01 and 2079-06-06",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(growth_accounting(usage, {.since = Date{19800}, .as_of = Date{19799}}),
                         "growth_accounting: since = 2024-03-18 is after as_of 2024-03-17", InvalidInput);
    CHECK_THROWS_WITH_AS(growth_accounting(usage, {.every = Period::quarter, .fiscal_year_start = 13}),
                         "PeriodGrid: fiscal_year_start = 13 is not a month from 1 to 12", InvalidInput);
    std::vector<std::int64_t> accounts(1000);
    for (std::size_t i = 0; i < accounts.size(); ++i) accounts[i] = static_cast<std::int64_t>(i);
    const Usage many({.account = accounts, .time = std::vector<std::int32_t>(1000, 19723)});
    CHECK_THROWS_WITH_AS(
        growth_accounting(many, {.by = {"account"}, .every = Period::day, .as_of = Date{39968}}),
        "growth_accounting: by = 1000 groups times 20246 periods are more than 20,000,000 rows; take longer "
        "periods or fewer groups",
        InvalidInput);
  }
}
