// SPDX-License-Identifier: MIT
#include <fealty/adoption/usage.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;

namespace {

using Texts = std::vector<std::string>;
using DayNumbers = std::vector<std::int32_t>;
using Rows = std::vector<std::int64_t>;

UsageColumns good() {
  return {
      .account = Texts{"A", "B", "A"}, .user = Texts{"u", "v", "w"}, .time = DayNumbers{19000, 19001, 19002}};
}

/// Values of which the rows whose bits are 0 are missing.
template <class T>
Column<T> with_bits(std::vector<T> values, std::uint8_t bits) {
  struct Memory {
    std::vector<T> values;
    std::uint8_t bits;
  };
  auto memory = std::make_shared<Memory>(Memory{std::move(values), bits});
  return {std::span<const T>(memory->values), &memory->bits, 0, memory};
}
/// Ids of which "" is missing.
IdColumn ids_or_null(const Texts& texts) {
  Ids ids;
  std::vector<std::uint32_t> codes;
  for (const auto& text : texts) codes.push_back(text.empty() ? no_id : ids.encode(text));
  return {codes, std::make_shared<const Ids>(ids)};
}

/// What each accepted row says, read back through the members.
std::vector<std::string> rows_of(const Usage& usage) {
  const auto& data = usage.data();
  std::vector<std::string> rows;
  for (std::size_t row = 0; row < data.rows; ++row) {
    const std::uint32_t member = data.member[row];
    const std::uint32_t user = data.user[member];
    rows.push_back(fmt::format(
        "{} {} {} {} {}", data.accounts->text(data.account[member]),
        user == no_id ? "-" : data.users->text(user),
        to_string(Date{adoption::detail::UsageData::day_zero + data.day[row]}),
        data.event.present() && data.event[row] != no_id ? data.events->text(data.event[row]) : "-",
        data.value.present() ? data.value[row] : 1));
  }
  return rows;
}

/// Members are contiguous by account, and none is there twice.
bool members_in_order(const adoption::detail::UsageData& data) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> met;
  for (std::size_t code = 0; code + 1 < data.begin.size(); ++code)
    for (std::size_t member = data.begin[code]; member < data.begin[code + 1]; ++member)
      if (data.account[member] != code || !met.emplace(data.account[member], data.user[member]).second)
        return false;
  return met.size() == data.members();
}

const Finding* found(const Usage& usage, const std::string& code) {
  for (const Finding& each : usage.findings())
    if (each.code == code) return &each;
  return nullptr;
}

/// 2024-03-10 09:00 UTC is 01:00 in Los Angeles, where the clocks go from 02:00 to 03:00 at 10:00 UTC.
constexpr std::int64_t hour = 3'600'000'000, day = 24 * hour, spring = 19792 * day, fall = 20030 * day;

struct Random {
  fealty::detail::SplitMix64 bits;
  std::uint64_t below(std::uint64_t n) { return bits.next() % n; }
};

/// A random table as rows, and what is counted of it without looking at the library.
struct RandomRows {
  std::vector<std::int64_t> account, user;
  DayNumbers days;

  RandomRows(std::uint64_t seed, std::size_t rows, std::uint64_t accounts, std::uint64_t users, bool local) {
    Random random{fealty::detail::SplitMix64(seed)};
    for (std::size_t i = 0; i < rows; ++i) {
      account.push_back(static_cast<std::int64_t>(random.below(accounts) * 977));
      const auto drawn = static_cast<std::int64_t>(random.below(users));
      user.push_back(local || random.below(50) == 0 ? drawn : account.back() * 1'000'000 + drawn);
      days.push_back(static_cast<std::int32_t>(18000 + random.below(900)));
    }
  }
  Usage usage(UserScope scope) const {
    return Usage({.account = account, .user = user, .time = days, .user_scope = scope});
  }
  void shuffle(std::uint64_t seed) {
    Random random{fealty::detail::SplitMix64(seed)};
    for (std::size_t i = account.size(); i-- > 1;) {
      const std::size_t other = random.below(i + 1);
      std::swap(account[i], account[other]);
      std::swap(user[i], user[other]);
      std::swap(days[i], days[other]);
    }
  }
};

}  // namespace

TEST_SUITE("adoption/usage") {
  TEST_CASE("a user of two accounts is a member of both and one person") {
    UsageColumns columns{.account = Texts{"A", "B", "A", "B", "C"},
                         .user = Texts{"u", "v", "v", "u", "w"},
                         .time = DayNumbers{19000, 19001, 19002, 19003, 19004}};
    const Usage usage(columns);
    CHECK(usage.accounts() == 3);
    CHECK(usage.users() == 3);
    CHECK(usage.data().members() == 5);
    CHECK(members_in_order(usage.data()));
    REQUIRE(usage.findings().size() == 1);
    CHECK(usage.findings()[0].code == "user_in_several_accounts");
    CHECK(usage.findings()[0].severity == Severity::warning);
    CHECK(usage.findings()[0].rows == Rows{0, 1, 2, 3});
    CHECK(
        usage.findings()[0].message ==
        "Usage: user[0] = u is a user of account A and of others: active in each, one person in all; or say "
        "user_scope = account");

    columns.user_scope = UserScope::account;
    const Usage own(columns);
    CHECK(own.users() == 5);
    CHECK(own.data().members() == 5);
    CHECK(own.findings().empty());
    CHECK(rows_of(own) == rows_of(usage));
  }

  TEST_CASE("what a table tells of itself") {
    const Usage usage({.account = std::vector<std::int64_t>{7, -3, 7},
                       .user = std::vector<std::int64_t>{1, 2, 1},
                       .time = DayNumbers{19002, 19000, 19001},
                       .event = Texts{"view", "edit", "view"},
                       .value = std::vector<double>{2, 0, 1e15}});
    CHECK(usage.size() == 3);
    CHECK(usage.accounts() == 2);
    CHECK(usage.users() == 2);
    CHECK(usage.has_users());
    CHECK(to_string(*usage.first_day()) == "2022-01-08");
    CHECK(to_string(*usage.last_day()) == "2022-01-10");
    CHECK(usage.events() == Texts{"edit", "view"});
    CHECK(usage.findings().empty());
    CHECK(rows_of(usage) ==
          Texts{"7 1 2022-01-10 view 2", "-3 2 2022-01-08 edit 0", "7 1 2022-01-09 view 1000000000000000"});
  }

  TEST_CASE("the table keeps what it needs when the caller's memory is gone") {
    const auto make = [] {
      DayNumbers days{19000, 19001};
      std::vector<double> values{3, 4};
      Texts account{"A", "B"};
      return Usage({.account = account, .time = days, .value = values});
    };
    CHECK(rows_of(make()) == Texts{"A - 2022-01-08 - 3", "B - 2022-01-09 - 4"});
  }

  TEST_CASE("without a column of users each account is its own") {
    UsageColumns columns = good();
    columns.user = {};
    const Usage usage(columns);
    CHECK_FALSE(usage.has_users());
    CHECK(usage.users() == 2);
    CHECK(usage.data().members() == 2);
    REQUIRE(usage.findings().size() == 1);
    CHECK(usage.findings()[0].code == "account_is_user");
    CHECK(usage.findings()[0].severity == Severity::information);
    CHECK(usage.findings()[0].rows.empty());
    CHECK(usage.findings()[0].message == "Usage: no column says who did it; each account counts as one user");
    CHECK(rows_of(usage) == Texts{"A - 2022-01-08 - 1", "B - 2022-01-09 - 1", "A - 2022-01-10 - 1"});
  }

  TEST_CASE("an event without a user is its account's own, which is none of the others' users") {
    UsageColumns columns = good();
    columns.account = Texts{"A", "A", "B", "B", "B"};
    columns.user = ids_or_null({"u", "", "", "v", ""}).named("who");
    columns.time = DayNumbers{19000, 19000, 19001, 19002, 19003};
    for (const auto scope : {UserScope::everywhere, UserScope::account}) {
      columns.user_scope = scope;
      const Usage usage(columns);
      CHECK(usage.users() == 4);  // u and A itself, v and B itself
      CHECK(members_in_order(usage.data()));
      REQUIRE(usage.findings().size() == 1);
      CHECK(usage.findings()[0].code == "null_user");
      CHECK(usage.findings()[0].severity == Severity::warning);
      CHECK(usage.findings()[0].rows == Rows{1, 2, 4});
      CHECK(usage.findings()[0].message == "Usage: who[1] is null; account A counts as the user");
      CHECK(rows_of(usage)[4] == "B - 2022-01-11 - 1");
    }
    columns.user =
        ids_or_null({"u", "", "", "u", ""});  // u is in both, and the accounts' own are in one each
    columns.user_scope = UserScope::everywhere;
    const Usage shared(columns);
    CHECK(shared.users() == 3);
    CHECK(shared.data().members() == 4);
    CHECK(found(shared, "user_in_several_accounts")->rows == Rows{0, 3});
    columns.user = ids_or_null({"", "", "", "", ""});
    CHECK(Usage(columns).users() == 2);
    CHECK(Usage(columns).has_users());
  }

  TEST_CASE("an event without a value counts once, one without a name has none") {
    UsageColumns columns = good();
    columns.value = with_bits(std::vector<double>{5, -1, .5}, 0b101).named("minutes");
    columns.event = ids_or_null({"view", "", "edit"});
    const Usage usage(columns);
    REQUIRE(usage.findings().size() == 1);
    CHECK(usage.findings()[0].code == "null_value");
    CHECK(usage.findings()[0].severity == Severity::information);
    CHECK(usage.findings()[0].rows == Rows{1});
    CHECK(usage.findings()[0].message == "Usage: minutes[1] is null; the event counts once");
    CHECK(rows_of(usage) == Texts{"A u 2022-01-08 view 5", "B v 2022-01-09 - 1", "A w 2022-01-10 edit 0.5"});
  }

  TEST_CASE("events before the start of their account are found, and count") {
    UsageColumns columns = good();
    columns.start = with_bits(DayNumbers{19000, 19002, 0}, 0b011).named("signed_on");
    columns.time = DayColumn(DayNumbers{19000, 19001, 19002}).named("at");
    const Usage usage(columns);
    CHECK(usage.size() == 3);
    REQUIRE(usage.findings().size() == 1);
    CHECK(usage.findings()[0].code == "before_start");
    CHECK(usage.findings()[0].severity == Severity::warning);
    CHECK(usage.findings()[0].rows == Rows{1});
    CHECK(usage.findings()[0].message ==
          "Usage: at[1] = 2022-01-09 is before signed_on 2022-01-10 of account B");
  }

  TEST_CASE("instants are days of the time zone, also where its clocks change") {
    UsageColumns columns{.account = Texts{"A", "A", "A", "A", "A", "A"},
                         .user = Texts{"u", "u", "u", "u", "u", "u"},
                         .time = DayColumn::of_instants(std::vector<std::int64_t>{
                             spring + 8 * hour - 1,   // 2024-03-09 23:59:59.999999, at UTC-8
                             spring + 8 * hour,       // 2024-03-10 00:00
                             spring + 31 * hour - 1,  // 2024-03-10 23:59:59.999999, at UTC-7: 23 hours later
                             spring + 31 * hour,      // 2024-03-11 00:00
                             fall + 32 * hour - 1,    // 2024-11-03 has 25 hours: from 07:00 UTC to 08:00
                             fall + 32 * hour}),
                         .time_zone = "America/Los_Angeles"};
    const Usage usage(columns);
    CHECK(usage.findings().empty());
    CHECK(rows_of(usage) == Texts{"A u 2024-03-09 - 1", "A u 2024-03-10 - 1", "A u 2024-03-10 - 1",
                                  "A u 2024-03-11 - 1", "A u 2024-11-03 - 1", "A u 2024-11-04 - 1"});
    columns.time_zone = "UTC";
    CHECK(rows_of(Usage(columns))[2] == "A u 2024-03-11 - 1");
    columns.time = DayNumbers{19792, 19792, 19792, 19792, 19792, 19792};  // days are days in every zone
    columns.time_zone = "America/Los_Angeles";
    CHECK(rows_of(Usage(columns))[0] == "A u 2024-03-10 - 1");
  }

  TEST_CASE("times without a zone are read as UTC; the rows whose day that moves are listed") {
    const std::vector<std::int64_t> micros{spring + 12 * hour, spring + 2 * hour, spring + 20 * hour};
    UsageColumns columns = good();
    const auto without_zone = [&](const std::vector<std::int64_t>& at) {
      const auto days = DayColumn::of_instants(at);
      return DayColumn::of_instants(std::vector(at), std::vector(days.values().begin(), days.values().end()),
                                    false)
          .named("at");
    };
    columns.time = without_zone(micros);
    columns.time_zone = "America/Los_Angeles";
    const Usage moved(columns);
    REQUIRE(moved.findings().size() == 1);
    CHECK(moved.findings()[0].code == "time_without_zone");
    CHECK(moved.findings()[0].severity == Severity::warning);
    CHECK(moved.findings()[0].rows == Rows{1});
    CHECK(
        moved.findings()[0].message ==
        "Usage: at[1] = 2024-03-10 has no time zone and is read as UTC: it counts on 2024-03-09, the day in "
        "America/Los_Angeles");
    CHECK(rows_of(moved)[1] == "B v 2024-03-09 - 1");

    columns.time_zone = "UTC";
    const Usage same(columns);
    REQUIRE(same.findings().size() == 1);
    CHECK(same.findings()[0].code == "time_without_zone");
    CHECK(same.findings()[0].severity == Severity::information);
    CHECK(same.findings()[0].rows.empty());
    CHECK(same.findings()[0].message == "Usage: at has no time zone; its times are read as UTC");

    columns.time = DayColumn::of_instants(micros);  // whose zone is known
    columns.time_zone = "America/Los_Angeles";
    CHECK(Usage(columns).findings().empty());
    const Usage none({.account = Texts{}, .user = Texts{}, .time = without_zone({})});
    CHECK(none.findings().empty());
  }

  TEST_CASE("the first and the last day, and those beyond") {
    UsageColumns columns{.account = Texts{"A", "B"}, .time = DayNumbers{-25567, 39968}};
    const Usage usage(columns);
    CHECK(to_string(*usage.first_day()) == "1900-01-01");
    CHECK(to_string(*usage.last_day()) == "2079-06-06");
    const auto refuses = [&](DayColumn time, const char* message) {
      columns.time = std::move(time);
      CHECK_THROWS_WITH_AS(Usage{columns}, message, InvalidInput);
    };
    refuses(DayNumbers{0, -25568}, "Usage: time[1] = 1899-12-31 is not between 1900-01-01 and 2079-06-06");
    refuses(DayNumbers{0, 39969}, "Usage: time[1] = 2079-06-07 is not between 1900-01-01 and 2079-06-06");
    refuses(DayNumbers{std::numeric_limits<std::int32_t>::min(), 0},
            "Usage: time[0] = day -2147483648 is not between 1900-01-01 and 2079-06-06");
    refuses(DayNumbers{0, std::numeric_limits<std::int32_t>::max()},
            "Usage: time[1] = open is not between 1900-01-01 and 2079-06-06");
    refuses(DayColumn::of_instants(std::vector<std::int64_t>{0, std::numeric_limits<std::int64_t>::max()}),
            "Usage: time[1] = day 106751991 is not between 1900-01-01 and 2079-06-06");
  }

  TEST_CASE("empty") {
    const Usage usage({.account = Texts{}, .user = Texts{}, .time = DayNumbers{}, .event = Texts{}});
    CHECK(usage.size() == 0);
    CHECK(usage.accounts() == 0);
    CHECK(usage.users() == 0);
    CHECK(usage.has_users());
    CHECK_FALSE(usage.first_day());
    CHECK_FALSE(usage.last_day());
    CHECK(usage.events().empty());
    CHECK(usage.findings().empty());
    CHECK(usage.data().begin == std::vector<std::uint32_t>{0});
    CHECK_FALSE(Usage({.account = Texts{}, .time = DayNumbers{}}).has_users());
  }

  TEST_CASE("one row") {
    const Usage usage({.account = Texts{"A"}, .user = Texts{"u"}, .time = DayNumbers{19000}});
    CHECK(usage.accounts() == 1);
    CHECK(usage.users() == 1);
    CHECK(usage.first_day() == usage.last_day());
    CHECK(usage.data().begin == std::vector<std::uint32_t>{0, 1});
  }

  TEST_CASE("ids of a dictionary that no row has are neither accounts nor users nor members") {
    Ids all;
    for (const char* id : {"a", "b", "c", "d"}) all.encode(std::string_view(id));
    const auto ids = std::make_shared<const Ids>(all);
    UsageColumns columns{.account = IdColumn({3, 1, 3}, ids),
                         .user = IdColumn({2, 2, 0}, ids),
                         .time = DayNumbers{19000, 19001, 19002}};
    const Usage usage(columns);
    CHECK(usage.accounts() == 2);
    CHECK(usage.users() == 2);
    CHECK(usage.data().members() == 3);
    CHECK(usage.data().begin == std::vector<std::uint32_t>{0, 0, 1, 1, 3});
    CHECK(rows_of(usage) == Texts{"d c 2022-01-08 - 1", "b c 2022-01-09 - 1", "d a 2022-01-10 - 1"});
    columns.user = IdColumn({2, 1, 0}, ids);  // each in one account
    CHECK(Usage(columns).data().begin == std::vector<std::uint32_t>{0, 0, 1, 1, 3});
    columns.user = {};
    CHECK(Usage(columns).accounts() == 2);
    CHECK(Usage(columns).users() == 2);
  }

  TEST_CASE("codes of users serve as members where they are in the order of accounts") {
    const UsageColumns ordered{
        .account = Texts{"A", "A", "B"}, .user = Texts{"u", "v", "w"}, .time = DayNumbers{1, 2, 3}};
    const Usage usage(ordered);
    CHECK(usage.data().member.values().data() == ordered.user.codes().data());
    const UsageColumns mixed{
        .account = Texts{"A", "B", "A"}, .user = Texts{"u", "w", "v"}, .time = DayNumbers{1, 2, 3}};
    CHECK(Usage(mixed).data().member.values().data() != mixed.user.codes().data());
    CHECK(rows_of(Usage(mixed)) == Texts{"A u 1970-01-02 - 1", "B w 1970-01-03 - 1", "A v 1970-01-04 - 1"});
  }

  TEST_CASE("with on_error = drop bad rows are left out and listed, and the others stay together") {
    UsageColumns columns{
        .account = ids_or_null({"A", "", "B", "C", "A", "B"}).named("customer"),
        .user = ids_or_null({"u", "v", "u", "x", "", "y"}),
        .time =
            DayColumn(with_bits(DayNumbers{19000, 19001, 19002, 99999, 19004, 19005}, 0b011111)).named("at"),
        .event = ids_or_null({"view", "edit", "edit", "view", "", "view"}),
        .value = with_bits(std::vector<double>{1, 2, -1, 4, 5, 6}, 0b111111).named("n"),
        .start = DayNumbers{19001, 19001, 19001, 19001, 19001, 19001},
        .on_error = OnError::drop};
    const Usage usage(columns);
    CHECK(usage.size() == 2);
    CHECK(rows_of(usage) == Texts{"A u 2022-01-08 view 1", "A - 2022-01-12 - 5"});
    std::vector<std::string> codes;
    for (const auto& each : usage.findings()) codes.push_back(each.code);
    CHECK(codes == Texts{"null_date", "date_out_of_range", "null_account", "unusable_value", "null_user",
                         "before_start"});
    const auto& findings = usage.findings();
    CHECK(findings[0].rows == Rows{5});
    CHECK(findings[0].message == "Usage: at[5] is null; every event needs its time");
    CHECK(findings[1].rows == Rows{3});
    CHECK(findings[1].message == "Usage: at[3] = 2243-10-16 is not between 1900-01-01 and 2079-06-06");
    CHECK(findings[2].rows == Rows{1});
    CHECK(findings[2].message == "Usage: customer[1] is null; every event needs an account");
    CHECK(findings[3].rows == Rows{2});
    CHECK(findings[3].message == "Usage: n[2] = -1 is not a number from 0 to 1e15");
    CHECK(findings[3].severity == Severity::error);
    CHECK(findings[4].rows == Rows{4});
    CHECK(findings[5].rows == Rows{0});
    CHECK(usage.accounts() == 1);
    CHECK(usage.users() == 2);
    CHECK(*usage.last_day() == Date{19004});
  }

  TEST_CASE("rows of users in several accounts are counted as the caller has them, those dropped too") {
    const Usage usage({.account = ids_or_null({"", "A", "B", "A"}),
                       .user = Texts{"u", "u", "u", "v"},
                       .time = DayNumbers{1, 2, 3, 4},
                       .on_error = OnError::drop});
    CHECK(found(usage, "user_in_several_accounts")->rows == Rows{1, 2});
    CHECK(usage.users() == 2);
    const Usage once({.account = ids_or_null({"", "A", "", "A"}),  // u is left with one account
                      .user = Texts{"u", "u", "u", "v"},
                      .time = DayNumbers{1, 2, 3, 4},
                      .on_error = OnError::drop});
    CHECK(found(once, "user_in_several_accounts") == nullptr);
    const Usage all({.account = ids_or_null({"", ""}), .time = DayNumbers{1, 2}, .on_error = OnError::drop});
    CHECK(all.size() == 0);
    CHECK_FALSE(all.last_day());
  }

  TEST_CASE("refuses columns that are missing or of another length, and what rows may not have") {
    const auto refuses = [](auto edit, const char* message) {
      UsageColumns columns = good();
      edit(columns);
      CHECK_THROWS_WITH_AS(Usage{columns}, message, InvalidInput);
    };
    refuses([](auto& c) { c.account = {}; }, "Usage: account is missing; the table needs this column");
    refuses([](auto& c) { c.time = {}; }, "Usage: time is missing; the table needs this column");
    refuses([](auto& c) { c.time = DayNumbers{1}; },
            "Usage: time = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.user = Texts{"u"}; },
            "Usage: user = 1 rows does not match the 3 rows of account");
    refuses([](auto& c) { c.event = Texts{}; }, "Usage: event = 0 rows does not match the 3 rows of account");
    refuses(
        [](auto& c) {
          c.value = std::vector<double>{1, 2};
        },
        "Usage: value = 2 rows does not match the 3 rows of account");
    refuses(
        [](auto& c) {
          c.start = DayNumbers{1, 2, 3, 4};
        },
        "Usage: start = 4 rows does not match the 3 rows of account");
    refuses(
        [](auto& c) {
          c.account = ids_or_null({"A", "", "B"});
        },
        "Usage: account[1] is null; every event needs an account");
    refuses(
        [](auto& c) {
          c.time = DayColumn(with_bits(DayNumbers{1, 2, 3}, 0b011));
        },
        "Usage: time[2] is null; every event needs its time");
    refuses(
        [](auto& c) { c.time_zone = "Mars"; },
        "time_zone: name = \"Mars\" is not a time zone; give UTC, an offset such as +09:00 or UTC-8, or a "
        "name of the IANA database such as America/Los_Angeles");
    const auto refuses_value = [&](double value, const char* message) {
      refuses([&](auto& c) { c.value = std::vector<double>{1, value, 1}; }, message);
    };
    refuses_value(-.5, "Usage: value[1] = -0.5 is not a number from 0 to 1e15");
    refuses_value(1.1e15, "Usage: value[1] = 1100000000000000 is not a number from 0 to 1e15");
    refuses_value(std::numeric_limits<double>::quiet_NaN(),
                  "Usage: value[1] = nan is not a number from 0 to 1e15");
    refuses_value(std::numeric_limits<double>::infinity(),
                  "Usage: value[1] = inf is not a number from 0 to 1e15");
  }

  TEST_CASE("a cell that its reader could not read is an error of its row") {
    UsageColumns columns = good();
    columns.time = DayColumn(Column<std::int32_t>(DayNumbers{19000, 0, 19002})
                                 .found({.code = "unreadable_date",
                                         .rows = {1},
                                         .rule = "is not a day written YYYY-MM-DD",
                                         .value = [](std::size_t) { return std::string("\"soon\""); }}));
    CHECK_THROWS_WITH_AS(Usage{columns}, "Usage: time[1] = \"soon\" is not a day written YYYY-MM-DD",
                         InvalidInput);
    columns.on_error = OnError::drop;
    CHECK(rows_of(Usage(columns)) == Texts{"A u 2022-01-08 - 1", "A w 2022-01-10 - 1"});
  }

  TEST_CASE("as a recount of random rows has it, whatever their order") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
      CAPTURE(seed);
      const std::size_t rows = seed == 1 ? 100'000 : 1 + 400 * seed;
      RandomRows table(seed, rows, 1 + 30 * seed, 1 + 20 * seed, seed % 2 == 0);
      std::map<std::int64_t, std::set<std::int64_t>> users, accounts;  // of each account, of each user
      for (std::size_t row = 0; row < rows; ++row) {
        users[table.account[row]].insert(table.user[row]);
        accounts[table.user[row]].insert(table.account[row]);
      }
      std::int64_t members = 0;
      for (const auto& [account, set] : users) members += static_cast<std::int64_t>(set.size());
      std::size_t of_several = 0;
      for (std::size_t row = 0; row < rows; ++row) of_several += accounts[table.user[row]].size() > 1 ? 1 : 0;
      for (int order = 0; order < 2; ++order) {
        const Usage everywhere = table.usage(UserScope::everywhere), own = table.usage(UserScope::account);
        CHECK(everywhere.accounts() == static_cast<std::int64_t>(users.size()));
        CHECK(everywhere.users() == static_cast<std::int64_t>(accounts.size()));
        CHECK(own.users() == members);
        CHECK(members_in_order(own.data()));
        const Finding* const several = found(everywhere, "user_in_several_accounts");
        CHECK((several == nullptr ? 0 : several->rows.size()) == of_several);
        const auto& data = own.data();
        bool same = true;
        for (std::size_t row = 0; row < rows; ++row) {
          const std::uint32_t member = data.member[row];
          same = same && data.accounts->number(data.account[member]) == table.account[row] &&
                 data.users->number(data.user[member]) == table.user[row] &&
                 adoption::detail::UsageData::day_zero + data.day[row] == table.days[row];
        }
        CHECK(same);
        table.shuffle(seed + 100);
      }
    }
  }
}
