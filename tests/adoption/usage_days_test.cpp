// SPDX-License-Identifier: MIT
#include <fealty/adoption/usage_days.hpp>

#include "adoption/random_usage.hpp"

#include <fealty/adoption/active_users.hpp>
#include <fealty/adoption/growth_accounting.hpp>
#include <fealty/adoption/stickiness.hpp>
#include <fealty/adoption/usage_retention.hpp>
#include <fealty/core/bytes.hpp>
#include <fealty/core/detail/splitmix64.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;

namespace {

using Texts = std::vector<std::string>;
using Numbers = std::vector<std::int64_t>;
using DayNumbers = std::vector<std::int32_t>;
using Bytes = std::vector<std::uint8_t>;

/// Rows in parts of random sizes.
std::vector<UsageRows> parts_of(const UsageRows& rows, std::uint64_t seed) {
  fealty::detail::SplitMix64 random(seed);
  std::vector<UsageRows> parts(1 + random.next() % 7);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    UsageRows& part = parts[random.next() % parts.size()];
    part.account.push_back(rows.account[row]);
    part.user.push_back(rows.user[row]);
    part.event.push_back(rows.event[row]);
    part.day.push_back(rows.day[row]);
    part.value.push_back(rows.value[row]);
  }
  return parts;
}

std::set<std::tuple<std::string, std::string, std::int32_t>> distinct(const UsageRows& rows,
                                                                      const Texts& events) {
  std::set<std::tuple<std::string, std::string, std::int32_t>> met;
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (events.empty() || std::find(events.begin(), events.end(), rows.event[row]) != events.end())
      met.emplace(rows.account[row], rows.user[row], rows.day[row]);
  return met;
}

std::string shown(const ActiveUsers& active) {
  std::string text;
  for (std::size_t row = 0; row < active.dau.size(); ++row)
    text += fmt::format("{} {} {} {} {} {}\n", active.group.present() ? active.group.text(row) : "",
                        active.date.days[row], active.dau[row], active.wau[row], active.mau[row],
                        active.complete[row]);
  return text + to_string(active.since) + to_string(active.as_of);
}

Usage plain(IdColumn account, IdColumn user, DayNumbers days, UserScope scope = UserScope::everywhere) {
  return Usage(
      {.account = std::move(account), .user = std::move(user), .time = std::move(days), .user_scope = scope});
}

}  // namespace

TEST_SUITE("adoption/usage_days") {
  TEST_CASE("a day of a user counts once, however often and in however many batches it comes") {
    UsageDays state;
    CHECK(state.size() == 0);
    CHECK_FALSE(state.user_scope());
    CHECK_FALSE(state.last_day());
    const Usage first =
        plain(Texts{"A", "A", "A", "B"}, Texts{"u", "u", "v", "u"}, {19000, 19000, 19000, 19063});
    state.update(first);
    CHECK(state.size() == 3);
    state.update(first);
    state.update(plain(Texts{"A", "B"}, Texts{"u", "w"}, {19001, 18999}));
    CHECK(state.size() == 5);
    CHECK(state.accounts() == 2);
    CHECK(state.users() == 3);
    CHECK(state.user_scope() == UserScope::everywhere);
    CHECK(state.first_day() == Date{18999});
    CHECK(state.last_day() == Date{19063});
    state.merge(state);
    CHECK(state.size() == 5);
  }

  TEST_CASE("the table of a state is in order: rows show who was active when, and nothing else") {
    const auto data =
        UsageDays(plain(Texts{"b", "a", "b", "b"}, Texts{"v", "u", "u", "v"}, {19065, 19000, 19001, 19000}))
            .table()
            .data();
    Texts rows;
    for (std::size_t row = 0; row < data.rows; ++row)
      rows.push_back(fmt::format("{} {} {}", data.accounts->text(data.account[data.member[row]]),
                                 data.users->text(data.user[data.member[row]]),
                                 data.day[row] + adoption::detail::UsageData::day_zero));
    CHECK(rows == Texts{"a u 19000", "b u 19001", "b v 19000", "b v 19065"});
    CHECK(data.begin == std::vector<std::uint32_t>{0, 1, 3});
    CHECK(data.shared == std::vector<std::uint8_t>{1, 1, 0});
  }

  TEST_CASE("the same bits for every partition and order of the rows, merged or added, as of one table") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      CAPTURE(seed);
      const UsageRows rows = random_usage(seed, 1 + 40 * (seed % 13));
      const auto scope = static_cast<UserScope>(seed % 2);
      const UsageDaysOptions options{.events = seed % 3 == 0 ? Texts{"share", "login"} : Texts{}};
      const UsageDays whole(rows.table(scope), options);
      const auto met = distinct(rows, options.events);
      CHECK(whole.size() == static_cast<std::int64_t>(met.size()));
      CHECK(whole.accounts() == rows.table(scope).accounts());
      CHECK(whole.users() == rows.table(scope).users());
      CHECK(whole.first_day() == rows.table(scope).first_day());
      UsageDays streamed(options), merged(options);
      for (const UsageRows& part : parts_of(rows.shuffled(seed), seed + 1)) {
        streamed.update(part.table(scope));
        UsageDays other(part.table(scope), options);
        other.merge(merged);  // from the other side
        merged = UsageDays::deserialize(other.serialize());
      }
      const Bytes bytes = whole.serialize();
      CHECK(streamed.serialize() == bytes);
      CHECK(merged.serialize() == bytes);
      CHECK(merged.size() == whole.size());
      CHECK(merged.users() == whole.users());
    }
  }

  TEST_CASE("active users of a state are those of the table") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      CAPTURE(seed);
      const UsageRows rows = random_usage(seed, 60 * seed);
      const auto scope = static_cast<UserScope>(seed % 2);
      const Texts events = seed % 3 == 0 ? Texts{"create"} : Texts{};
      UsageDays state({.events = events});
      for (const UsageRows& part : parts_of(rows, seed)) state.update(part.table(scope));
      ActiveUsersOptions options{.events = events, .every = seed % 2 == 0 ? Period::week : Period::day};
      if (seed % 4 == 0) options.by = {"account"};
      if (seed % 5 == 0) options.as_of = Date{19'060};
      const std::string of_table = shown(active_users(rows.table(scope), options));
      options.events = {};
      CHECK(shown(active_users(state, options)) == of_table);
    }
    CHECK(active_users(UsageDays()).dau.empty());
    CHECK(active_users(UsageDays(), {.by = {"account"}}).dau.empty());
  }

  TEST_CASE(
      "so are stickiness, retention of usage and growth accounting, which the table of a state serves too") {
    const UsageRows rows = random_usage(4, 400);
    UsageDays state;
    for (const UsageRows& part : parts_of(rows, 1)) state.update(part.table());
    const Usage usage = rows.table();
    const Stickiness sticky = stickiness(usage), sticky_of_state = stickiness(state);
    CHECK(sticky.mau.size() > 100);
    CHECK(sticky_of_state.mau == sticky.mau);
    CHECK(sticky_of_state.user_days == sticky.user_days);
    const UsageRetention returned = usage_retention(usage), returned_of_state = usage_retention(state);
    CHECK(returned_of_state.started == returned.started);
    CHECK(returned_of_state.returned == returned.returned);
    const GrowthAccounting growth = growth_accounting(usage), growth_of_state = growth_accounting(state);
    CHECK(growth_of_state.new_users == growth.new_users);
    CHECK(growth_of_state.dormant == growth.dormant);
    CHECK(state.table().size() == static_cast<std::size_t>(state.size()));
    CHECK(state.table().users() == usage.users());
  }

  TEST_CASE("events are those that the state was made for; a batch need not have them") {
    UsageRows rows = random_usage(3, 50);
    UsageDays state({.events = {"share", "never", "share"}});
    CHECK(state.events() == Texts{"never", "share"});
    rows.event.assign(rows.size(), "login");
    state.update(rows.table());
    CHECK(state.size() == 0);
    CHECK(state.users() == rows.table().users());
    CHECK(state.last_day() == rows.table().last_day());
    state.update(plain(Texts{"A"}, Texts{"u"}, {30000}));  // without names
    CHECK(state.size() == 0);
    CHECK(UsageDays::deserialize(state.serialize()).serialize() == state.serialize());
    CHECK_THROWS_WITH_AS(state.merge(UsageDays()),
                         "UsageDays: events = all are not this state's, which are never, share",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(UsageDays().merge(state),
                         "UsageDays: events = never, share are not this state's, which are all",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(active_users(state, {.events = {"share"}}),
                         "active_users: events = \"share\" is no event of the table; there are none",
                         InvalidInput);
  }

  TEST_CASE("accounts as users, in some batches or in all") {
    UsageDays state(Usage({.account = Texts{"A", "B", "A"}, .time = DayNumbers{1, 2, 1}}));
    CHECK(state.size() == 2);
    CHECK(state.users() == 2);
    CHECK(state.table().data().users == nullptr);
    state.update(plain(Texts{"A"}, Texts{"A"}, {1}));  // a user who is called like the account
    CHECK(state.size() == 3);
    CHECK(state.users() == 3);
    CHECK(UsageDays::deserialize(state.serialize()).users() == 3);
  }

  TEST_CASE(
      "ids are integers or texts, one kind for accounts and one for users; the first and the last day") {
    const Usage numbers =
        plain(Numbers{INT64_MIN, 5, INT64_MAX}, Texts{"", std::string(300, 'x'), "y"}, {-25567, 39968, 0});
    UsageDays state(numbers);
    const Bytes bytes = state.serialize();
    CHECK(UsageDays::deserialize(bytes).serialize() == bytes);
    CHECK(state.table().data().accounts->number(0) == INT64_MIN);
    CHECK_THROWS_WITH_AS(state.update(plain(Texts{"A"}, Texts{"u"}, {1})),
                         "UsageDays: account = texts do not fit the ids so far, which are integers",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(state.update(plain(Numbers{1}, Numbers{1}, {1})),
                         "UsageDays: user = integers do not fit the ids so far, which are texts",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(state.merge(UsageDays(plain(Texts{"A"}, Texts{"u"}, {1}))),
                         "UsageDays: account = texts do not fit the ids so far, which are integers",
                         InvalidInput);
    CHECK(state.serialize() == bytes);
    CHECK(to_string(*state.first_day()) == "1900-01-01");
    CHECK(to_string(*state.last_day()) == "2079-06-06");
  }

  TEST_CASE("who is one person does not change on the way") {
    UsageDays state(plain(Texts{"A", "B"}, Texts{"u", "u"}, {1, 2}, UserScope::account));
    CHECK(state.users() == 2);
    CHECK(state.table().data().shared.empty());
    const Usage other = plain(Texts{"A"}, Texts{"u"}, {1});
    const char* const message =
        "UsageDays: user_scope = everywhere is not that of the usage so far, which is account";
    CHECK_THROWS_WITH_AS(state.update(other), message, InvalidInput);
    CHECK_THROWS_WITH_AS(state.merge(UsageDays(other)), message, InvalidInput);
    state.update(plain(Texts{}, Texts{}, {}));  // of nobody
    state.merge(UsageDays());
    CHECK(UsageDays::deserialize(state.serialize()).user_scope() == UserScope::account);
  }

  TEST_CASE("many small batches cost as much as one large one") {
    // 20,000 batches: were each to copy what is there, this would take hours.
    fealty::detail::SplitMix64 random(1);
    UsageDays streamed;
    std::vector<std::int64_t> account, user;
    DayNumbers days;
    for (int i = 0; i < 20'000; ++i) {
      account.push_back(static_cast<std::int64_t>(random.next() % 100));
      user.push_back(static_cast<std::int64_t>(random.next() % 5'000));
      days.push_back(static_cast<std::int32_t>(19'000 + i / 100));
      streamed.update(plain(Numbers{account.back()}, Numbers{user.back()}, {days.back()}));
    }
    CHECK(streamed.serialize() == UsageDays(plain(account, user, days)).serialize());
  }

  TEST_CASE("empty") {
    const UsageDays state;
    const UsageDays back = UsageDays::deserialize(state.serialize());
    CHECK(back.size() == 0);
    CHECK(back.users() == 0);
    CHECK(back.table().data().rows == 0);
    CHECK(back.table().data().accounts->size() == 0);
  }

  TEST_CASE("bytes that are cut short, go on, or say what cannot be are refused") {
    const UsageDays state(random_usage(5, 30).table());
    const Bytes bytes = state.serialize();
    for (std::size_t cut = 0; cut < bytes.size(); ++cut)
      CHECK_THROWS_AS(UsageDays::deserialize(std::span(bytes).first(cut)), InvalidInput);
    Bytes longer = bytes;
    longer.push_back(0);
    CHECK_THROWS_WITH(UsageDays::deserialize(longer),
                      fmt::format("UsageDays: bytes = {} bytes has 1 bytes too many", longer.size()).c_str());
    // Whatever one byte is changed to, it is refused or makes a state that holds together.
    fealty::detail::SplitMix64 random(9);
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
      Bytes forged = bytes;
      forged[random.next() % forged.size()] ^= static_cast<std::uint8_t>(1 + random.next() % 255);
      try {
        const UsageDays read = UsageDays::deserialize(forged);
        CHECK(read.serialize() == forged);
      } catch (const InvalidInput&) {
        ++refused;
      }
    }
    CHECK(refused > 1000);
  }

  TEST_CASE("what forged bytes are refused for") {
    struct State {
      std::uint8_t scope = 1, kind = 1;
      std::vector<std::string> events = {};
      std::uint16_t first = 5, last = 9;
      Numbers numbers = {};
      std::vector<std::uint32_t> lengths = {1, 1};
      std::string texts = "AB";
      std::vector<std::uint32_t> account = {0, 1}, user = {0, no_id}, counts = {1, 2};
      std::vector<std::uint16_t> days = {5, 5, 9};

      Bytes bytes() const {
        ByteWriter to("UsageDays", 1);
        to.write(std::uint64_t{events.size()});
        for (const auto& each : events) to.write_text(each);
        to.write(scope);
        to.write(first);
        to.write(last);
        to.write(kind);
        to.write_all(std::span<const std::int64_t>(numbers));
        to.write_all(std::span<const std::uint32_t>(lengths));
        to.write_all(std::span<const char>(texts));
        to.write(std::uint8_t{0});
        to.write_all(std::span<const std::int64_t>(Numbers{7}));
        to.write_all(std::span<const std::uint32_t>());
        to.write_all(std::span<const char>());
        to.write_all(std::span<const std::uint32_t>(account));
        to.write_all(std::span<const std::uint32_t>(user));
        to.write_all(std::span<const std::uint32_t>(counts));
        to.write_all(std::span<const std::uint16_t>(days));
        return to.take();
      }
    };
    CHECK(UsageDays::deserialize(State().bytes()).serialize() == State().bytes());
    const auto refuses = [](auto edit, const std::string& rule) {
      State state;
      edit(state);
      const Bytes bytes = state.bytes();
      CHECK_THROWS_WITH_AS(UsageDays::deserialize(bytes),
                           fmt::format("UsageDays: bytes = {} bytes {}", bytes.size(), rule).c_str(),
                           InvalidInput);
    };
    refuses([](auto& s) { s.scope = 3; }, "has an unknown user_scope");
    refuses([](auto& s) { s.scope = 0; }, "has a user_scope and no user, or the reverse");
    refuses([](auto& s) { s.kind = 2; }, "has ids of an unknown kind");
    refuses([](auto& s) { s.numbers = {1}; }, "has ids of an unknown kind");
    refuses([](auto& s) { s.texts = "BA"; }, "has ids out of order");
    refuses([](auto& s) { s.texts = "AA"; }, "has ids out of order");
    refuses([](auto& s) { s.texts = "ABC"; }, "has texts that are no ids");
    refuses([](auto& s) { s.texts = "A"; }, "is cut short");
    refuses([](auto& s) { s.events = {"b", "a"}; }, "has names out of order");
    refuses([](auto& s) { s.first = 10; }, "has a first day after its last");
    refuses([](auto& s) { s.first = 6; }, "has days out of order");
    refuses([](auto& s) { s.last = 8; }, "has days out of order");
    refuses([](auto& s) { s.days = {5, 9, 9}; }, "has days out of order");
    refuses([](auto& s) { s.account = {0, 2}; }, "has users who are none");
    refuses([](auto& s) { s.account = {1, 0}; }, "has users who are none");
    refuses([](auto& s) { s.account = {0, 0}; }, "has users who are none");  // account 1 has no member
    refuses([](auto& s) { s.user = {0}; }, "has users who are none");
    refuses([](auto& s) { s.user = {1, 0}; }, "has users who are none");
    refuses([](auto& s) { s.user = {no_id, no_id}; }, "has users who are none");
    refuses([](auto& s) { s.counts = {1, 1}; }, "has columns of different lengths");
    refuses([](auto& s) { s.counts = {1, 3}; }, "has columns of different lengths");
    refuses([](auto& s) { s.counts = {3}; }, "has columns of different lengths");
    CHECK_THROWS_WITH_AS(UsageDays::deserialize(ByteWriter("UsageSketch", 1).take()),
                         "UsageDays: bytes = 23 bytes is not a serialized UsageDays", InvalidInput);
    CHECK_THROWS_WITH_AS(UsageDays::deserialize(ByteWriter("UsageDays", 2).take()),
                         "UsageDays: bytes = 21 bytes has version 2; this library reads up to version 1",
                         InvalidInput);
  }
}
