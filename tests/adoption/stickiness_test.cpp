// SPDX-License-Identifier: MIT
#include <fealty/adoption/stickiness.hpp>

#include "adoption/usage_rows.hpp"

#include <fealty/adoption/active_users.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using adoption::Stickiness;
using adoption::stickiness;
using adoption::StickinessOptions;
using adoption::Usage;
using Texts = std::vector<std::string>;

namespace {

std::string error_of(const Usage& usage, const StickinessOptions& options) {
  try {
    stickiness(usage, options);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}

/// Accounts 0 to 5, whose plan changes on days of their own.
revenue::Accounts plans() {
  std::vector<std::int64_t> account;
  std::vector<std::int32_t> from;
  Texts plan;
  for (std::int64_t id = 0; id < 6; ++id)
    for (std::int32_t i = 0; i < 3; ++i) {
      account.push_back(id);
      from.push_back(static_cast<std::int32_t>(19690 + 11 * id + 29 * i));
      plan.push_back((id + i) % 2 == 0 ? "pro" : "free");
    }
  return revenue::Accounts({.account = account, .valid_from = from, .attributes = {{"plan", plan}}});
}

/// Counts every window by itself: users and user-days by group.
using Counts =
    std::map<std::string, std::pair<std::set<std::int64_t>, std::set<std::pair<std::int64_t, int>>>>;
template <class GroupOf>
Counts recount(const std::vector<usage_rows::Row>& rows, std::int32_t date, std::int32_t window,
               GroupOf group) {
  Counts counts;
  for (const auto& row : rows) {
    if (row.day > date || row.day <= date - window || row.event == "login") continue;
    auto& [users, user_days] = counts[group(row.account, date)];
    users.insert(row.user);
    user_days.insert({row.user, row.day});
  }
  return counts;
}

template <class GroupOf>
void check_against_recount(const std::vector<usage_rows::Row>& rows, const Stickiness& found, GroupOf group) {
  for (std::size_t i = 0; i < found.date.days.size(); ++i) {
    Counts counts = recount(rows, found.date.days[i], found.window, group);
    const auto& [users, user_days] = counts[found.group.present() ? found.group.text(i) : ""];
    REQUIRE(found.mau[i] == static_cast<std::int64_t>(users.size()));
    REQUIRE(found.user_days[i] == static_cast<std::int64_t>(user_days.size()));
    const double mau = static_cast<double>(users.size()), sum = static_cast<double>(user_days.size());
    if (users.empty()) REQUIRE(std::isnan(found.stickiness[i]));
    else REQUIRE(found.stickiness[i] == sum / (found.window * mau));
    REQUIRE(found.mean_dau[i] == sum / found.window);
  }
}

}  // namespace

TEST_SUITE("adoption/stickiness") {
  TEST_CASE("counts and shares are those of DuckDB") {  // data/engagement.py
    const auto usage = usage_rows::table(usage_rows::by_formula());
    const StickinessOptions options{.events = {"create", "share"}, .as_of = Date{19774}};
    const auto all = stickiness(usage, options);
    REQUIRE(all.date.days.size() == 75);
    const std::vector<std::int64_t> mau{17, 24, 24, 22, 23}, user_days{31, 128, 89, 61, 76};
    const std::vector<double> share{0.0651260504201681, 0.19047619047619, 0.132440476190476,
                                    0.099025974025974, 0.118012422360248};
    for (std::size_t i = 0; i < 5; ++i) {
      const std::size_t row = 6 + 17 * i;
      CHECK(all.date.days[row] == static_cast<std::int32_t>(19706 + 17 * i));
      CHECK(all.mau[row] == mau[i]);
      CHECK(all.user_days[row] == user_days[i]);
      CHECK(all.stickiness[row] == doctest::Approx(share[i]).epsilon(1e-14));
      CHECK(all.complete[row] == (i < 2 ? 0 : 1));
    }
    StickinessOptions each = options;
    each.by = {"account"};
    const auto accounts = stickiness(usage, each);
    REQUIRE(accounts.date.days.size() == 4 * 75);
    CHECK(accounts.group.text(0) == "0");
    CHECK(accounts.group.text(3 * 75) == "4");
    CHECK(accounts.mau[2 * 75 + 57] == 5);
    CHECK(accounts.user_days[3 * 75 + 57] == 22);
    CHECK(accounts.stickiness[3 * 75 + 57] == doctest::Approx(0.130952380952381).epsilon(1e-14));
    CHECK(accounts.stickiness[74] == doctest::Approx(0.166666666666667).epsilon(1e-14));
    CHECK(accounts.stickiness[2 * 75 + 40] == doctest::Approx(0.0892857142857143).epsilon(1e-14));
  }

  TEST_CASE("windows of random usage are those of a recount, in any order of rows") {
    const revenue::Accounts accounts = plans();
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
      auto rows = usage_rows::at_random(seed, 40 * seed);
      const std::int32_t window = static_cast<std::int32_t>(1 + seed * seed % 40);
      StickinessOptions options{
          .events = {"create", "share", "report"}, .window = window, .as_of = Date{19785}};
      options.every = seed % 3 == 0 ? Period::week : Period::day;
      const auto usage = usage_rows::table(rows);
      check_against_recount(rows, stickiness(usage, options), [](auto, auto) { return std::string(); });
      options.by = {"account"};
      check_against_recount(rows, stickiness(usage, options),
                            [](std::int64_t id, auto) { return std::to_string(id); });
      options.by = {"plan"};
      options.accounts = accounts;
      const auto found = stickiness(usage, options);
      check_against_recount(rows, found, [&](std::int64_t id, std::int32_t date) {
        const auto plan = accounts.attribute_on(static_cast<std::uint32_t>(id), 0, Date{date});
        return plan == no_id ? std::string("null") : accounts.attribute_ids(0)->text(plan);
      });
      usage_rows::shuffle(rows, seed);
      const auto again = stickiness(usage_rows::table(rows), options);
      CHECK(again.mau == found.mau);
      CHECK(again.user_days == found.user_days);
      CHECK(again.group.codes().size() == found.group.codes().size());
    }
  }

  TEST_CASE("rows and MAU are those of active_users(), and user-days the sum of its DAU") {
    const Usage usage = usage_rows::table(usage_rows::at_random(5, 400));
    const std::optional<revenue::Accounts> accounts = plans();
    for (const Texts& by : {Texts{}, Texts{"account"}, Texts{"plan"}}) {
      const Date since{19712}, as_of{19780};
      const auto users = adoption::active_users(
          usage, {.by = by, .accounts = accounts, .window = 14, .since = since, .as_of = as_of});
      const auto found =
          stickiness(usage, {.by = by, .accounts = accounts, .window = 14, .since = since, .as_of = as_of});
      REQUIRE(found.date.days == users.date.days);
      CHECK(found.complete == users.complete);
      CHECK(found.mau == std::vector<std::int64_t>(users.mau.begin(), users.mau.end()));
      for (std::size_t i = 13; by.size() < 1 && i < users.dau.size(); ++i)
        CHECK(found.user_days[i] == std::accumulate(users.dau.begin() + static_cast<std::ptrdiff_t>(i - 13),
                                                    users.dau.begin() + static_cast<std::ptrdiff_t>(i + 1),
                                                    0));
    }
  }

  TEST_CASE("who comes every day has 1, who comes once 1 / window") {
    std::vector<std::int32_t> days;
    for (std::int32_t day = 19000; day < 19028; ++day) days.push_back(day);
    const Usage daily({.account = Texts(28, "A"), .time = days});
    CHECK(stickiness(daily).stickiness.back() == 1.0);
    CHECK(stickiness(daily).complete.back() == 1);
    CHECK(stickiness(daily).findings.empty());
    const Usage once({.account = Texts{"A"}, .time = std::vector<std::int32_t>{19000}});
    const auto found = stickiness(once);
    REQUIRE(found.date.days == std::vector<std::int32_t>{19000});
    CHECK(found.stickiness[0] == 1.0 / 28);
    CHECK(found.as_of == Date{19000});
    CHECK(found.as_of_inferred);
    CHECK(found.complete[0] == 0);
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].code == "window_longer_than_data");
    CHECK(
        found.findings[0].message ==
        "stickiness: no window of 28 days lies within 2022-01-08 to 2022-01-08; every count may be too low");
    const auto later = stickiness(once, {.window = 2, .as_of = Date{19003}});
    CHECK(later.mau == std::vector<std::int64_t>{1, 1, 0, 0});
    CHECK(std::isnan(later.stickiness[2]));
    CHECK(later.mean_dau[2] == 0);
    CHECK(later.complete == std::vector<std::uint8_t>{0, 1, 1, 1});
  }

  TEST_CASE("periods that as_of has not ended have no row, and later rows are not seen") {
    const Usage usage({.account = Texts{"A", "B"}, .time = std::vector<std::int32_t>{19000, 19040}});
    const auto weeks = stickiness(usage, {.every = Period::week, .as_of = Date{19014}});  // 2022-01-22
    CHECK(weeks.date.days == std::vector<std::int32_t>{19001, 19008});
    CHECK(weeks.mau == std::vector<std::int64_t>{1, 1});
    CHECK(stickiness(usage, {.as_of = Date{18999}}).mau == std::vector<std::int64_t>{0});
    const auto later = stickiness(usage, {.window = 3, .since = Date{18998}, .as_of = Date{19001}});
    CHECK(later.mau == std::vector<std::int64_t>{0, 0, 1, 1});
    CHECK(later.complete == std::vector<std::uint8_t>{0, 0, 1, 1});
    CHECK(later.since == Date{18998});
    const auto within = stickiness(usage, {.window = 3, .since = Date{19001}, .as_of = Date{19002}});
    CHECK(within.mau == std::vector<std::int64_t>{1, 1});  // what came before is known all the same
    CHECK(within.complete == std::vector<std::uint8_t>{0, 0});
    CHECK(stickiness(usage, {.by = {"account"}, .as_of = Date{19000}}).mau ==
          std::vector<std::int64_t>{1, 0});
  }

  TEST_CASE("a person of two accounts counts once where these are together") {
    const Usage usage({.account = Texts{"A", "B", "B"},
                       .user = Texts{"u", "u", "v"},
                       .time = std::vector<std::int32_t>{19000, 19000, 19000}});
    CHECK(stickiness(usage).mau == std::vector<std::int64_t>{2});
    CHECK(stickiness(usage).user_days == std::vector<std::int64_t>{2});
    CHECK(stickiness(usage, {.by = {"account"}}).mau == std::vector<std::int64_t>{1, 2});
  }

  TEST_CASE("a table without rows has no answer") {
    const Usage none({.account = Texts{}, .time = std::vector<std::int32_t>{}});
    const auto found = stickiness(none, {.by = {"account"}});
    CHECK(found.date.days.empty());
    CHECK(!found.as_of);
    CHECK(found.findings.empty());
  }

  TEST_CASE("options that cannot be are refused") {
    const Usage usage({.account = Texts{"A"}, .time = std::vector<std::int32_t>{19000}});
    CHECK(error_of(usage, {.window = 0}) ==
          "stickiness: window = 0 is not a number of days from 1 to 65,535");
    CHECK(error_of(usage, {.events = {"login"}}) ==
          "stickiness: events = \"login\" is no event of the table; there are none");
    CHECK(error_of(usage, {.by = {"plan"}}) ==
          "stickiness: by = \"plan\" needs `accounts`, which has the attributes; alone there is \"account\"");
    CHECK(error_of(usage, {.since = Date{19001}}) ==
          "stickiness: since = 2022-01-09 is after as_of 2022-01-08");
    CHECK(error_of(usage, {.as_of = Date{-30000}}) ==
          "stickiness: as_of = 1887-11-12 is not between 1900-01-01 and 2079-06-06");
  }
}
