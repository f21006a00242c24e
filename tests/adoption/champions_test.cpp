// SPDX-License-Identifier: MIT
#include <fealty/adoption/champions.hpp>

#include "adoption/usage_rows.hpp"

#include <fealty/company/simulate.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using Texts = std::vector<std::string>;
using Counts = std::vector<std::int64_t>;
using Dates = std::vector<std::int32_t>;
using Reals = std::vector<double>;
using Kind = ChampionEventKind;
using adoption::detail::UsageData;

namespace {

std::string error_of(const Usage& usage, const ChampionOptions& options) {
  try {
    champion_events(usage, options);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}
Texts texts_of(const IdColumn& column) {
  Texts texts;
  for (std::size_t i = 0; i < column.size(); ++i) texts.push_back(column.text(i));
  return texts;
}
void check_near(const Reals& found, const Reals& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(1e-14));
}

/// Silences of one user found by asking for every day whether it is the last of enough.
using Silence = std::tuple<std::int64_t, std::int64_t, std::int32_t, bool>;  // the last: alone
std::set<Silence> recount(const std::vector<usage_rows::Row>& rows, const ChampionOptions& options) {
  std::set<Silence> found;
  std::set<std::pair<std::int64_t, std::int64_t>> users;
  for (const auto& row : rows) users.insert({row.account, row.user});
  for (const auto& user : users)
    for (std::int32_t date = 19700; date <= options.as_of->days; ++date) {
      const std::int32_t last = date - options.silent_days;
      double own = 0, all = 0;
      std::set<std::int32_t> days;
      bool silent = true, active = false, alone = true;
      for (const auto& row : rows) {
        if (row.account != user.first) continue;
        const bool mine = row.user == user.second,
                   inside = row.day > last - options.window && row.day <= last;
        active = active || (mine && row.day == last);
        silent = silent && !(mine && row.day > last && row.day <= date);
        alone = alone && !(!mine && row.day > last && row.day <= date);
        if (inside) all += row.value;
        if (inside && mine) own += row.value;
        if (inside && mine) days.insert(row.day);
      }
      if (active && silent && static_cast<std::int32_t>(days.size()) >= options.power_days &&
          own / all >= options.power_share)
        found.insert({user.first, user.second, date, alone});
    }
  return found;
}

/// A company whose champions leave, and when each account's first one did.
struct Simulated {
  Usage usage;
  std::map<std::string, std::int32_t> lost, last_use;
};
Simulated simulated() {
  const company::Company company = company::simulate(300, 11, {.events_per_week = 60});
  const auto& account = std::get<IdColumn>(company.usage.at("account"));
  Simulated out{Usage({.account = account,
                       .user = std::get<IdColumn>(company.usage.at("user")),
                       .time = DayColumn::of_instants(std::get<Timestamps>(company.usage.at("at")).micros),
                       .event = std::get<IdColumn>(company.usage.at("event"))}),
                {},
                {}};
  const UsageData& data = out.usage.data();
  for (std::size_t row = 0; row < data.rows; ++row) {
    std::int32_t& last = out.last_use[data.accounts->text(data.account[data.member[row]])];
    last = std::max(last, UsageData::day_zero + data.day[row]);
  }
  const auto& names = std::get<IdColumn>(company.truth.at("account"));
  const auto& lost = std::get<Days>(company.truth.at("sponsor_lost")).days;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (lost.valid(i) && lost[i] != open && out.last_use.count(names.text(i)) != 0)
      out.lost[names.text(i)] = lost[i];
  return out;
}

}  // namespace

TEST_SUITE("adoption/champions") {
  TEST_CASE("concentration and shares are those of data/engagement.py") {
    const Usage usage = usage_rows::table(usage_rows::by_formula());
    const ChampionOptions options{.events = {"create", "share"}, .as_of = Date{19774}};
    const auto found = champion_concentration(usage, options);
    CHECK(texts_of(found.account) == Texts{"0", "1", "3", "4"});
    CHECK(texts_of(found.top_user) == Texts{"0", "12", "30", "41"});
    check_near(found.top_share, {0.241935483870968, 0.392857142857143, 0.451612903225806, 0.283018867924528});
    check_near(found.herfindahl, {0.178459937565036, 0.25, 0.284079084287201, 0.203987184051264});
    check_near(found.effective_users, {5.60349854227405, 4, 3.52014652014652, 4.90226876090751});
    CHECK(found.key_person == std::vector<std::uint8_t>{0, 0, 0, 0});
    auto strict = options;
    strict.key_person_share = 0.4;
    strict.key_person_users = 4;
    CHECK(champion_concentration(usage, strict).key_person == std::vector<std::uint8_t>{0, 1, 1, 0});

    const auto users = champions(usage, options);
    const auto third = std::find(users.account.codes().begin(), users.account.codes().end(),
                                 *usage.data().accounts->find(std::int64_t{3}));
    const auto at = static_cast<std::size_t>(third - users.account.codes().begin());
    const Texts names = texts_of(users.user);
    const auto first = static_cast<std::ptrdiff_t>(at);
    CHECK(Texts(names.begin() + first, names.begin() + first + 5) == Texts{"30", "32", "31", "33", "35"});
    check_near(
        Reals(users.share.begin() + first, users.share.begin() + first + 5),
        {0.451612903225806, 0.193548387096774, 0.129032258064516, 0.129032258064516, 0.0967741935483871});
    CHECK(Counts(users.active_days.begin() + first, users.active_days.begin() + first + 5) ==
          Counts{7, 3, 2, 2, 2});
    CHECK(Counts(users.streak_weeks.begin() + first, users.streak_weeks.begin() + first + 5) ==
          Counts{4, 1, 0, 2, 2});
    CHECK(users.colleagues[at] == 4);
    CHECK(users.rank[at] == 1);
    CHECK(!users.role.present());
  }

  TEST_CASE("silences are those of data/engagement.py") {
    const Usage usage = usage_rows::table(usage_rows::by_formula());
    const auto found = champion_events(usage, {.events = {"create", "share"},
                                               .power_share = 0.15,
                                               .power_days = 3,
                                               .silent_days = 8,
                                               .as_of = Date{19774}});
    REQUIRE(found.date.days.size() == 40);
    CHECK(Dates(found.date.days.begin(), found.date.days.begin() + 8) ==
          Dates{19733, 19738, 19755, 19772, 19760, 19759, 19770, 19768});
    check_near(Reals(found.share.begin(), found.share.begin() + 4), {0.2, 0.3046875, 0.319148936170213, 0.2});
    CHECK(found.user.text(39) == "45");
    CHECK(found.date.days[39] == 19739);
    CHECK(found.share[39] == doctest::Approx(0.154929577464789).epsilon(1e-14));
    CHECK(std::count(found.kind.begin(), found.kind.end(), Kind::went_silent) == 40);
  }

  TEST_CASE("silences of random usage are a recount's, in any order of rows, and later rows change none") {
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
      auto rows = usage_rows::at_random(seed, 60 * seed);
      ChampionOptions options{.window = 20 + static_cast<std::int32_t>(seed),
                              .power_share = 0.2,
                              .power_days = 2,
                              .silent_days = 4 + static_cast<std::int32_t>(seed % 4),
                              .as_of = Date{19800}};
      const auto found = champion_events(usage_rows::table(rows), options);
      std::set<Silence> silences, early;
      const auto number = [](const IdColumn& column, std::size_t i) {
        return column.ids()->number(column.codes()[i]);
      };
      for (std::size_t i = 0; i < found.date.days.size(); ++i) {
        const Silence each{number(found.account, i), number(found.user, i), found.date.days[i],
                           found.kind[i] == Kind::silent_with_account};
        silences.insert(each);
        if (found.date.days[i] <= 19750) early.insert(each);
      }
      REQUIRE(silences == recount(rows, options));
      REQUIRE(silences.size() == found.date.days.size());
      usage_rows::shuffle(rows, seed);
      CHECK(champion_events(usage_rows::table(rows), options).date.days == found.date.days);
      options.as_of = Date{19750};
      CHECK(champion_events(usage_rows::table(rows), options).date.days.size() == early.size());
    }
  }

  TEST_CASE("sponsors lose roles on the first day without one, and fall silent whatever their share") {
    Texts account, user;
    Dates days;
    for (std::int32_t day = 19000; day < 19028; ++day) {
      for (int i = 0; i < 9; ++i) user.push_back("worker");
      user.push_back(day < 19010 ? "sponsor" : "worker");
      for (int i = 0; i < 10; ++i) days.push_back(day);
    }
    account.assign(user.size(), "A");
    const Usage usage({.account = account, .user = user, .time = days});
    const UserRoles roles({.account = Texts{"A", "A", "A", "B", "A"},
                           .user = Texts{"sponsor", "sponsor", "worker", "z", "worker"},
                           .role = Texts{"sponsor", "user", "champion", "champion", "sponsor"},
                           .valid_from = Dates{18000, 19012, 19000, 19000, 19005},
                           .valid_to = Dates{19012, open, 19005, 19020, 19040}});
    const auto found = champion_events(usage, {.roles = roles, .silent_days = 14});
    CHECK(texts_of(found.account) == Texts{"A", "A", "B"});
    CHECK(texts_of(found.user) == Texts{"sponsor", "sponsor", "z"});
    CHECK(found.date.days == Dates{19012, 19023, 19020});
    CHECK(found.kind == std::vector<Kind>{Kind::lost_role, Kind::went_silent, Kind::lost_role});
    CHECK(texts_of(found.role) == Texts{"sponsor", "sponsor", "champion"});
    CHECK(found.share[0] == doctest::Approx(10. / 120).epsilon(1e-14));
    CHECK(found.share[1] == 0.1);
    CHECK(std::isnan(found.share[2]));
    CHECK(champion_events(usage, {.roles = roles, .silent_days = 14, .as_of = Date{19011}}).kind.empty());
    const auto rows = champions(usage, {.roles = roles});
    CHECK(texts_of(rows.role) == Texts{"sponsor", "user"});
    CHECK(rows.power_user == std::vector<std::uint8_t>{1, 0});
    CHECK(rows.streak_weeks == Counts{4, 0});
  }

  TEST_CASE("who is alone falls silent with the account") {
    Dates days;
    for (std::int32_t day = 19000; day < 19010; ++day) days.push_back(day);
    const Usage usage({.account = Texts(10, "A"), .user = Texts(10, "u"), .time = days});
    CHECK(champion_events(usage, {.as_of = Date{19036}}).kind.empty());
    const auto found = champion_events(usage, {.as_of = Date{19037}});
    CHECK(found.kind == std::vector<Kind>{Kind::silent_with_account});
    CHECK(found.date.days == Dates{19037});
    const auto alone = champion_concentration(usage);
    CHECK(alone.effective_users == Reals{1});
    CHECK(alone.key_person == std::vector<std::uint8_t>{1});
  }

  TEST_CASE("equal shares have as many effective users, and actions of 0 no shares") {
    const Usage usage({.account = Texts(4, "A"), .user = Texts{"d", "b", "c", "a"}, .time = Dates(4, 19000)});
    const auto found = champion_concentration(usage);
    CHECK(found.effective_users == Reals{4});
    CHECK(found.herfindahl == Reals{0.25});
    CHECK(found.top_user.text(0) == "a");
    const Usage nothing({.account = Texts{"A"}, .user = Texts{"u"}, .time = Dates{19000}, .value = Reals{0}});
    CHECK(std::isnan(champion_concentration(nothing).top_share[0]));
    CHECK(std::isnan(champions(nothing).share[0]));
    CHECK(champion_concentration(nothing).key_person == std::vector<std::uint8_t>{0});
  }

  TEST_CASE("usage without users or without rows has no champions") {
    const Usage unknown({.account = Texts{"A"}, .time = Dates{19000}});
    CHECK(champions(unknown).rank.empty());
    CHECK(champion_events(unknown).kind.empty());
    REQUIRE(champion_events(unknown).findings.size() == 1);
    CHECK(champion_events(unknown).findings[0].message ==
          "champion_events: no column says who did what; nobody can be a champion");
    const Usage none({.account = Texts{}, .user = Texts{}, .time = Dates{}});
    CHECK(champions(none).rank.empty());
    CHECK(champion_concentration(none).actions.empty());
    CHECK(!champion_events(none).as_of);
  }

  TEST_CASE("options that cannot be are refused") {
    const Usage usage({.account = Texts{"A"}, .user = Texts{"u"}, .time = Dates{19000}});
    CHECK(error_of(usage, {.window = 0}) ==
          "champion_events: window = 0 is not a number of days from 1 to 65,535");
    CHECK(error_of(usage, {.power_share = 0}) ==
          "champion_events: power_share = 0 is not a share above 0 and up to 1");
    CHECK(error_of(usage, {.power_days = 0}) ==
          "champion_events: power_days = 0 is not a number of days from 1 on");
    CHECK(error_of(usage, {.silent_days = -1}) ==
          "champion_events: silent_days = -1 is not a number of days from 1 to 65,535");
    CHECK(error_of(usage, {.key_person_share = std::nan("")}) ==
          "champion_events: key_person_share = nan is not a share above 0 and up to 1");
    CHECK(error_of(usage, {.key_person_users = 0.5}) ==
          "champion_events: key_person_users = 0.5 is not a number of users from 1 on");
    CHECK(error_of(usage,
                   {.roles = UserRoles({.account = Counts{1}, .user = Texts{"u"}, .role = Texts{"x"}})}) ==
          "champion_events: roles = integers cannot be matched with those of the usage, which are texts");
  }

  TEST_CASE("champions that the simulator takes away are found, and few others") {
    const Simulated company = simulated();
    const auto found = champion_events(company.usage);
    std::set<std::string> seen;
    int alarms = 0, leaving = 0;
    for (std::size_t i = 0; i < found.kind.size(); ++i) {
      const std::string account = found.account.text(i), user = found.user.text(i);
      const std::int32_t date = found.date.days[i];
      const auto lost = company.lost.find(account);
      const bool first = user.substr(user.size() - 3) == "-01";  // the first champion
      if (lost != company.lost.end() && date >= lost->second) {
        if (first && date <= lost->second + found.silent_days) seen.insert(account);
      } else if (found.kind[i] == Kind::went_silent) {
        (company.last_use.at(account) < date + 14 ? leaving : alarms) += 1;
      }
    }
    int losses = 0;
    for (const auto& [account, day] : company.lost)
      losses += company.last_use.at(account) >= day + found.silent_days ? 1 : 0;
    CHECK(losses == 34);       // planted, in accounts that go on
    CHECK(seen.size() >= 32);  // found within silent_days of the loss, with those of accounts that leave
    CHECK(alarms == 8);        // in accounts that had not lost one: of 300 accounts in three years
    CHECK(leaving == 24);      // in accounts that are about to leave
    CHECK(found.kind.size() == 170);
  }
}
