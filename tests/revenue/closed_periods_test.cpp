// SPDX-License-Identifier: MIT
#include <fealty/revenue/closed_periods.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/ledger_state.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/reconcile.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using ledger_checks::IdKind;
using tables::Counts;
using tables::date;
using tables::text;
using tables::Texts;

namespace {

std::string kind_text(MovementKind kind) {
  return std::string(enum_names(MovementKind{})[static_cast<std::size_t>(kind)]);
}

/// Such as "2024-01-01 a churn 0 -> 100 = 100", one on a line; with the numbers of movements where these
/// differ.
std::string lines(const RestatedMovements& m) {
  std::string out;
  for (std::size_t i = 0; i < m.kind.size(); ++i) {
    out += fmt::format("{}{} {} {} {} -> {} = {}", i == 0 ? "" : "\n", to_string(Date{m.period.days[i]}),
                       m.account.text(i), kind_text(m.kind[i]), m.closed.minor[i], m.restated.minor[i],
                       m.difference.minor[i]);
    if (m.closed.minor[i] == 0 && m.restated.minor[i] == 0)
      out += fmt::format(", {} -> {} movements", m.closed_movements[i], m.restated_movements[i]);
  }
  return out;
}
/// Such as "2024-01-01 churn 0 -> 100 = 100, 0 -> 1 accounts", one on a line.
std::string lines(const RestatedPeriods& p) {
  std::string out;
  for (std::size_t i = 0; i < p.cell.size(); ++i)
    out += fmt::format(
        "{}{} {} {} -> {} = {}, {} -> {} accounts", i == 0 ? "" : "\n", to_string(Date{p.period.days[i]}),
        enum_names(LedgerCell{})[static_cast<std::size_t>(p.cell[i])], p.closed.minor[i], p.restated.minor[i],
        p.difference.minor[i], p.closed_accounts[i], p.restated_accounts[i]);
  return out;
}
bool nothing(const Restatements& found) { return found.movements.kind.empty() && found.periods.cell.empty(); }

/// Whether movements sum to the periods, cell by cell, in money and in accounts, and levels follow from them.
std::string wrong_sums(const Restatements& found) {
  using Key = std::pair<std::int32_t, int>;
  std::map<Key, std::int64_t> money, accounts;
  std::map<std::int32_t, std::int64_t> change;
  const auto& m = found.movements;
  for (std::size_t i = 0; i < m.kind.size(); ++i) {
    const Key key{m.period.days[i], static_cast<int>(m.kind[i]) + 1};
    money[key] += m.difference.minor[i];
    accounts[key] += m.restated_movements[i] - m.closed_movements[i];
    const bool less = m.kind[i] == MovementKind::contraction || m.kind[i] == MovementKind::churn;
    change[m.period.days[i]] += less ? -m.difference.minor[i] : m.difference.minor[i];
  }
  const auto& p = found.periods;
  for (std::size_t i = 0; i < p.cell.size(); ++i) {
    const std::int32_t day = p.period.days[i];
    if (p.restated.minor[i] - p.closed.minor[i] != p.difference.minor[i]) return fmt::format("row {}", i);
    const bool level = p.cell[i] == LedgerCell::opening || p.cell[i] == LedgerCell::closing;
    if (level) {
      std::int64_t before = 0;
      for (const auto& [when, amount] : change)
        if (when < day || (when == day && p.cell[i] == LedgerCell::closing)) before += amount;
      if (before != p.difference.minor[i]) return fmt::format("level {}", i);
      continue;
    }
    const Key key{day, static_cast<int>(p.cell[i])};
    if (money[key] != p.difference.minor[i] || accounts[key] != p.restated_accounts[i] - p.closed_accounts[i])
      return fmt::format("cell {}", i);
    money.erase(key);
    accounts.erase(key);
  }
  for (const auto* left : {&money, &accounts})
    for (const auto& [key, amount] : *left)
      if (amount != 0) return fmt::format("{} of {} is in no period", key.second, key.first);
  return "";
}

ClosedPeriods round_trip(const ClosedPeriods& closed) {
  return ClosedPeriods::deserialize(closed.serialize());
}
bool holds(const ClosedPeriods& closed, std::string_view what) {
  const auto bytes = closed.serialize();
  return std::string(bytes.begin(), bytes.end()).find(what) != std::string::npos;
}

std::size_t erase(ClosedPeriods& closed, std::int64_t account, IdKind kind) {
  return kind == IdKind::texts ? closed.erase(fmt::format("A{:07}", account)) : closed.erase(account);
}

MrrLedger ledger_of(const std::vector<tables::Row>& rows, const char* as_of, Period period = Period::month) {
  return mrr_ledger(tables::subscriptions(rows), {.as_of = date(as_of), .period = period});
}

const std::vector<tables::Row> three{{"a", "2024-01-10", "2024-03-10", 10000},
                                     {"b", "2024-02-20", "open", 20000},
                                     {"c", "2024-02-01", "open", 500}};

}  // namespace

TEST_SUITE("revenue/closed_periods") {
  TEST_CASE("closed periods are the ledger's, up to the last that is closed") {
    const auto ledger = ledger_of(three, "2024-04-15");
    const auto closed = close_periods(ledger, {.through = "2024-03", .policy = "policy of 2024"});
    CHECK(closed.through() == date("2024-03-31"));
    CHECK(closed.policy() == "policy of 2024");
    CHECK(closed.currency().code() == "USD");
    CHECK(text(closed.periods().closing.minor) == "10000 30500 20500");
    CHECK(text(closed.periods().closing_accounts) == "1 3 2");
    const auto moved = closed.movements();
    std::string out;
    for (std::size_t i = 0; i < moved.kind.size(); ++i)
      out += fmt::format("{} {} {} {} {};", to_string(Date{moved.period.days[i]}), moved.account.text(i),
                         kind_text(moved.kind[i]), moved.amount.minor[i], moved.movements[i]);
    CHECK(
        out ==
        "2024-01-01 a new_business 10000 1;2024-02-01 b new_business 20000 1;2024-02-01 c new_business 500 1;"
        "2024-03-01 a churn 10000 1;");
    CHECK(closed.accepted().acceptance.empty());
    CHECK(nothing(restatements(ledger, closed)));
    // A day stands for its period, and later months change nothing.
    auto later = three;
    later.push_back({"d", "2024-04-01", "open", 7});
    CHECK(nothing(
        restatements(ledger_of(later, "2024-06-30"), close_periods(ledger, {.through = "2024-03-02"}))));
  }

  TEST_CASE("late rows restate closed periods, by account and as a whole") {
    const auto closed = close_periods(ledger_of(three, "2024-04-30"), {.through = "2024-03"});
    auto late = three;
    late[0].end = "2024-02-10";                              // a left a month earlier
    late.push_back({"b", "2024-03-01", "open", 50});         // b paid more
    late.push_back({"z", "2023-12-31", "2024-01-15", 300});  // and somebody was there before
    const auto found = restatements(ledger_of(late, "2024-05-31"), closed);
    CHECK(lines(found.movements) ==
          "2023-12-01 z new_business 0 -> 300 = 300\n"
          "2024-01-01 z churn 0 -> 300 = 300\n"
          "2024-02-01 a churn 0 -> 10000 = 10000\n"
          "2024-03-01 a churn 10000 -> 0 = -10000\n"
          "2024-03-01 b expansion 0 -> 50 = 50");
    CHECK(lines(found.periods) ==
          "2023-12-01 new_business 0 -> 300 = 300, 0 -> 1 accounts\n"
          "2023-12-01 closing 0 -> 300 = 300, 0 -> 1 accounts\n"
          "2024-01-01 opening 0 -> 300 = 300, 0 -> 1 accounts\n"
          "2024-01-01 churn 0 -> 300 = 300, 0 -> 1 accounts\n"
          "2024-02-01 churn 0 -> 10000 = 10000, 0 -> 1 accounts\n"
          "2024-02-01 closing 30500 -> 20500 = -10000, 3 -> 2 accounts\n"
          "2024-03-01 opening 30500 -> 20500 = -10000, 3 -> 2 accounts\n"
          "2024-03-01 expansion 0 -> 50 = 50, 0 -> 1 accounts\n"
          "2024-03-01 churn 10000 -> 0 = -10000, 1 -> 0 accounts\n"
          "2024-03-01 closing 20500 -> 20550 = 50, 2 -> 2 accounts");
    CHECK(wrong_sums(found) == "");
  }

  TEST_CASE("a movement without an amount is a restatement too, and so is one of another kind") {
    const std::vector<tables::Row> rows{{"a", "2024-01-10", "2024-02-10", 100},
                                        {"a", "2024-02-10", "2024-04-10", 0}};
    const auto closed = close_periods(ledger_of(rows, "2024-04-30"), {.through = "2024-04"});
    auto longer = rows;
    longer[1].end = "open";
    const auto found = restatements(ledger_of(longer, "2024-04-30"), closed);
    CHECK(lines(found.movements) == "2024-04-01 a churn 0 -> 0 = 0, 1 -> 0 movements");
    CHECK(lines(found.periods) ==
          "2024-04-01 churn 0 -> 0 = 0, 1 -> 0 accounts\n2024-04-01 closing 0 -> 0 = 0, 0 -> 1 accounts");
    const auto moved =
        close_periods(ledger_of({{"a", "2024-02-10", "open", 100}}, "2024-02-29"), {.through = "2024-02"});
    CHECK(lines(restatements(ledger_of({{"a", "2024-01-01", "2024-01-31", 5},
                                        {"a", "2024-02-10", "open", 100},
                                        {"a", "2024-01-01", "2024-02-02", 5}},
                                       "2024-02-29"),
                             moved)
                    .movements) ==
          "2024-01-01 a new_business 0 -> 5 = 5\n2024-02-01 a new_business 100 -> 0 = -100\n"
          "2024-02-01 a expansion 0 -> 95 = 95");
  }

  TEST_CASE("restatements are the differences of two ledgers kept by hand, in any order of rows") {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40), .rows = 6};
      auto rows = naive::random_rows(random, shape);
      const IdKind kind = seed % 2 == 0 ? IdKind::texts : IdKind::integers;
      const std::int32_t as_of = shape.first_day + shape.days;
      const MrrLedgerOptions options{.as_of = Date{as_of}, .period = static_cast<Period>(1 + seed % 4)};
      const auto first = mrr_ledger(ledger_checks::subscriptions(rows, kind), options);
      const auto& complete = first.periods().complete;
      const auto whole = static_cast<std::int64_t>(std::count(complete.begin(), complete.end(), 1));
      if (whole == 0) continue;
      const auto last = static_cast<std::size_t>(random.between(0, whole - 1));
      const Date through{first.periods().period_end.days[last]};
      auto closed = close_periods(first, {.through = to_string(through)});
      const naive::Ledger before(rows, as_of, ledger_checks::cut_of(*options.period), 1);

      for (int i = 0; i < 4; ++i) {  // rows that come late, that change, that vanish
        const auto at = static_cast<std::size_t>(random.next() % rows.size());
        if (random.chance(40)) rows[at].mrr += random.between(1, 500);
        else if (random.chance(40) && rows.size() > 1)
          rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
        else
          rows.push_back({random.between(0, 60), static_cast<std::int32_t>(random.between(18'900, as_of)),
                          naive::never, random.between(0, 900)});
      }
      const naive::Ledger after(rows, as_of, ledger_checks::cut_of(*options.period), 1);
      std::map<std::tuple<std::int32_t, std::int64_t, int>, std::array<std::int64_t, 4>> want;
      for (const auto* side : {&before, &after})
        for (std::size_t p = 0; p < side->periods.size(); ++p)
          for (const auto& move : side->movements[p])
            if (side->periods[p].last <= through.days) {
              auto& to = want[std::tuple(side->periods[p].first, move.account, static_cast<int>(move.kind))];
              to[side == &before ? 0 : 1] += move.amount;
              to[side == &before ? 2 : 3] += 1;
            }
      std::vector<std::string> wanted, got;
      for (const auto& [key, v] : want)
        if (v[0] != v[1] || v[2] != v[3])
          wanted.push_back(fmt::format("{} {} {} {} {} {} {}", std::get<0>(key), std::get<1>(key),
                                       std::get<2>(key), v[0], v[1], v[2], v[3]));
      naive::shuffle(random, rows);
      const auto second = mrr_ledger(ledger_checks::subscriptions(rows, kind), options);
      const auto found = restatements(second, round_trip(closed));
      const auto& m = found.movements;
      for (std::size_t i = 0; i < m.kind.size(); ++i)
        got.push_back(fmt::format("{} {} {} {} {} {} {}", m.period.days[i],
                                  ledger_checks::account_of(m.account, i), static_cast<int>(m.kind[i]),
                                  m.closed.minor[i], m.restated.minor[i], m.closed_movements[i],
                                  m.restated_movements[i]));
      CAPTURE(seed);
      CHECK(ledger_checks::difference("restatements", got, wanted) == "");
      CHECK(wrong_sums(found) == "");

      // What is accepted is closed anew, and the log is what was found.
      const auto bytes = closed.serialize();
      if (!nothing(found))
        CHECK_THROWS_AS(closed.extend(second, {.through = to_string(through)}), InvalidInput);
      CHECK(closed.serialize() == bytes);
      closed.extend(second, {.through = to_string(through), .accept_restatements = true});
      CHECK(nothing(restatements(second, closed)));
      CHECK(lines(closed.accepted().movements) == lines(m));
      CHECK(lines(round_trip(closed).accepted().movements) == lines(m));
      CHECK(round_trip(closed).serialize() == closed.serialize());
    }
  }

  TEST_CASE("extend closes further periods, and refuses restatements that nobody accepted") {
    auto closed = close_periods(ledger_of(three, "2024-02-29"), {.through = "2024-02", .policy = "P"});
    closed.extend(ledger_of(three, "2024-03-31"), {.through = "2024-03", .policy = "P"});
    CHECK(closed.serialize() ==
          close_periods(ledger_of(three, "2024-03-31"), {.through = "2024-03", .policy = "P"}).serialize());
    auto late = three;
    late.push_back({"b", "2024-02-01", "2024-02-10", 9});
    late.push_back({"c", "2024-03-31", "open", 1});
    const auto ledger = ledger_of(late, "2024-05-31");
    const auto bytes = closed.serialize();
    CHECK_THROWS_WITH_AS(closed.extend(ledger, {.through = "2024-04"}),
                         "extend: through = \"2024-04\" closes nothing while 2 closed numbers have changed, "
                         "the first expansion "
                         "of account c in the period from 2024-03-01: 0.00 USD was closed, now 0.01 USD; see "
                         "restatements(), or set "
                         "accept_restatements",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(closed.extend(ledger, {.through = "2024-02", .accept_restatements = true}),
                         "extend: through = \"2024-02\" is closed already, with all until 2024-03-31",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        closed.extend(ledger, {.through = "2024-04", .accept_restatements = true, .policy = "Q"}),
        "extend: policy = \"Q\" is not the one that the periods were closed with, \"P\"", InvalidInput);
    CHECK(closed.serialize() == bytes);
    closed.extend(ledger, {.through = "2024-04", .accept_restatements = true});
    CHECK(closed.policy() == "P");
    CHECK(closed.through() == date("2024-04-30"));
    late[1].mrr_minor += 100;
    closed.extend(ledger_of(late, "2024-05-31"), {.through = "2024-05", .accept_restatements = true});
    const auto log = round_trip(closed).accepted();
    CHECK(text(log.acceptance) == "1 2");
    CHECK(to_string(Date{log.through.days[0]}) == "2024-04-30");
    CHECK(to_string(Date{log.through.days[1]}) == "2024-05-31");
    CHECK(lines(log.movements) ==
          "2024-03-01 c expansion 0 -> 1 = 1\n2024-02-01 b new_business 20000 -> 20100 = 100");
    CHECK(nothing(restatements(ledger_of(late, "2024-05-31"), closed)));
  }

  TEST_CASE("an erased account was never there: in the numbers, in the log, in the bytes") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 30), .rows = 5};
      const auto rows = naive::random_rows(random, shape);
      const IdKind kind = seed % 2 == 0 ? IdKind::texts : IdKind::integers;
      const std::int64_t gone = rows[static_cast<std::size_t>(random.next() % rows.size())].account;
      std::vector<naive::Row> left;
      for (const auto& row : rows)
        if (row.account != gone) left.push_back(row);
      const MrrLedgerOptions options{.as_of = Date{shape.first_day + shape.days}};
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows, kind), options);
      if (ledger.periods().period.days.size() < 3) continue;
      const std::string through = to_string(Date{*(ledger.periods().period_end.days.end() - 2)});
      auto closed = close_periods(ledger, {.through = through});
      LedgerState state;
      state.update(ledger_checks::subscriptions(rows, kind));
      kind == IdKind::texts ? state.erase(fmt::format("A{:07}", gone)) : state.erase(gone);
      CAPTURE(seed);
      const auto moved = closed.movements();
      std::size_t count = 0;
      for (std::size_t i = 0; i < moved.kind.size(); ++i)
        count += ledger_checks::account_of(moved.account, i) == gone ? 1U : 0U;
      CHECK(erase(closed, gone, kind) == count);
      CHECK(erase(closed, gone, kind) == 0);
      CHECK(nothing(restatements(mrr_ledger(state, options), closed)));
      CHECK(nothing(
          restatements(mrr_ledger(ledger_checks::subscriptions(left, kind), options), round_trip(closed))));
      if (kind == IdKind::texts) CHECK_FALSE(holds(closed, fmt::format("A{:07}", gone)));
    }
    auto closed = close_periods(ledger_of(three, "2024-03-31"), {.through = "2024-03"});
    auto late = three;
    late.push_back({"secret-7", "2024-01-31", "open", 9});
    closed.extend(ledger_of(late, "2024-03-31"), {.through = "2024-03", .accept_restatements = true});
    CHECK(holds(closed, "secret-7"));
    CHECK(closed.erase("secret-7") == 2);  // the movement, and the log's
    CHECK_FALSE(holds(closed, "secret-7"));
    CHECK(closed.accepted().acceptance.empty());
    CHECK(closed.serialize() ==
          close_periods(ledger_of(three, "2024-03-31"), {.through = "2024-03"}).serialize());
    // The months in which only the erased account was there say nothing either.
    CHECK(closed.erase("a") == 2);
    CHECK(to_string(Date{closed.periods().period.days[0]}) == "2024-02-01");
    CHECK(closed.erase("b") + closed.erase("c") == 2);
    CHECK(closed.through() == date("2024-03-31"));
    CHECK(round_trip(closed).movements().kind.empty());
    CHECK(nothing(restatements(mrr_ledger(LedgerState{}), closed)));
  }

  TEST_CASE("an anonymous account keeps every number, in the state and in the closed periods alike") {
    LedgerState state;
    auto rows = three;
    rows[1].account = "secret-7, a longer id than fits twelve bytes";
    state.update(tables::subscriptions(rows));
    const MrrLedgerOptions options{.as_of = date("2024-04-30")};
    auto closed = close_periods(mrr_ledger(state, options), {.through = "2024-04"});
    const auto before = closed.periods();
    const auto alias = state.anonymize(rows[1].account).alias;
    REQUIRE(alias == std::optional<std::string>("anonymous-1"));
    CHECK(lines(restatements(mrr_ledger(state, options), closed).movements) ==
          "2024-02-01 anonymous-1 new_business 0 -> 20000 = 20000\n"
          "2024-02-01 " +
              rows[1].account + " new_business 20000 -> 0 = -20000");
    const auto done = closed.anonymize(rows[1].account, *alias);
    CHECK(done.rows == 1);
    CHECK(done.alias == alias);
    CHECK(nothing(restatements(mrr_ledger(state, options), closed)));
    CHECK(closed.periods().closing.minor == before.closing.minor);
    CHECK(closed.periods().churn_accounts == before.churn_accounts);
    CHECK_FALSE(holds(closed, "secret-7"));
    CHECK(closed.anonymize(rows[1].account).rows == 0);
    CHECK(closed.anonymize("a").alias == std::optional<std::string>("anonymous-2"));
    CHECK_THROWS_WITH_AS(closed.anonymize("c", "anonymous-2"),
                         "ClosedPeriods: alias = anonymous-2 is an account already; its rows and the other's "
                         "would become one's",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(closed.erase(std::int64_t{7}),
                         "ClosedPeriods: account = an integer does not fit ids that are texts", InvalidInput);
    auto numbers = close_periods(
        mrr_ledger(ledger_checks::subscriptions({{7, 19000, naive::never, 5}}), {.as_of = Date{19100}}),
        {.through = "2022-02"});
    CHECK(numbers.anonymize(7).alias == std::optional<std::int64_t>(-1));
    CHECK(numbers.movements().account.text(0) == "-1");
  }

  TEST_CASE("refuses to close what is not there or not complete, and ledgers that do not fit") {
    const auto ledger = ledger_of(three, "2024-04-15");
    CHECK_THROWS_WITH_AS(
        close_periods(ledger, {.through = "2024-04"}),
        "close_periods: through = \"2024-04\" is not complete; the ledger ends on 2024-04-15, the "
        "period on 2024-04-30",
        InvalidInput);
    for (const auto* wrong : {"", "2023-12", "2024-05", "2024-Q1", "March"}) {
      const std::string message = fmt::format(
          "close_periods: through = \"{}\" is none of the ledger's months, 2024-01 to 2024-04", wrong);
      CHECK_THROWS_WITH_AS(close_periods(ledger, {.through = wrong}), message.c_str(), InvalidInput);
    }
    CHECK_THROWS_WITH_AS(close_periods(mrr_ledger(tables::subscriptions({})), {.through = "2024-01"}),
                         "close_periods: through = \"2024-01\" is not there; the ledger has no periods",
                         InvalidInput);
    const auto closed = close_periods(ledger, {.through = "2024-03"});
    CHECK_THROWS_WITH_AS(restatements(ledger_of(three, "2024-03-30"), closed),
                         "restatements: as_of = 2024-03-30 is before 2024-03-31, the last closed day",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        restatements(ledger_of(three, "2024-04-30", Period::quarter), closed),
        "restatements: period = quarter, fiscal year from month 1 is not how the closed periods "
        "are cut: month, fiscal year from month 1",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        restatements(mrr_ledger(tables::subscriptions(three, "EUR"), {.as_of = date("2024-04-30")}), closed),
        "restatements: currency = EUR is not that of the closed periods, USD", InvalidInput);
    CHECK_THROWS_WITH_AS(restatements(mrr_ledger(ledger_checks::subscriptions({{7, 19000, naive::never, 5}}),
                                                 {.as_of = date("2024-04-30")}),
                                      closed),
                         "restatements: account = integers do not fit the closed ids, which are texts",
                         InvalidInput);
    // One row, and one week of it.
    const auto week = close_periods(ledger_of({{"a", "2024-01-10", "open", 1}}, "2024-01-14", Period::week),
                                    {.through = "2024-W02"});
    CHECK(week.periods().period.days.size() == 1);
  }

  TEST_CASE("amounts near 64 bits, and the earliest and the latest days") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    auto closed =
        close_periods(ledger_of({{"a", "2024-01-10", "open", most}}, "2024-02-29"), {.through = "2024-02"});
    CHECK(round_trip(closed).serialize() == closed.serialize());
    const auto found = restatements(ledger_of({{"b", "2024-01-10", "open", most}}, "2024-02-29"), closed);
    CHECK(lines(found.movements) == fmt::format("2024-01-01 a new_business {0} -> 0 = -{0}\n"
                                                "2024-01-01 b new_business 0 -> {0} = {0}",
                                                most));
    CHECK(found.periods.cell.empty());
    CHECK_THROWS_AS(
        closed.extend(ledger_of({{"b", "2024-01-10", "open", most}}, "2024-02-29"), {.through = "2024-02"}),
        InvalidInput);
    CHECK(closed.erase("a") == 1);
    CHECK(text(closed.periods().closing.minor) == "0");
    const auto years = close_periods(
        mrr_ledger(tables::subscriptions({{"a", "1900-01-01", "open", 1}}),
                   {.as_of = date("9999-12-31"), .period = Period::year, .fiscal_year_start = 2}),
        {.through = "FY9999"});
    CHECK(round_trip(years).serialize() == years.serialize());
    CHECK(years.periods().period.days.size() == 8100);
  }

  TEST_CASE("bytes that are cut short, changed or of another state are refused or harmless") {
    auto late = three;
    auto closed = close_periods(ledger_of(three, "2024-03-31"), {.through = "2024-03", .policy = "P"});
    late.push_back({"dd", "2024-01-31", "open", 9});
    const auto ledger = ledger_of(late, "2024-03-31");
    closed.extend(ledger, {.through = "2024-03", .accept_restatements = true});
    const auto bytes = closed.serialize();
    for (std::size_t n = 0; n < bytes.size(); ++n) {
      CAPTURE(n);
      CHECK_THROWS_AS(ClosedPeriods::deserialize(std::span(bytes).first(n)), InvalidInput);
    }
    const auto refuse = [](std::vector<std::uint8_t> what, const std::string& why) {
      const std::string message = fmt::format("ClosedPeriods: bytes = {} bytes {}", what.size(), why);
      CHECK_THROWS_WITH_AS(ClosedPeriods::deserialize(what), message.c_str(), InvalidInput);
    };
    auto more = bytes;
    more.push_back(0);
    refuse(more, "has 1 bytes too many");
    auto newer = bytes;
    newer[8 + 13] = 2;
    refuse(newer, "has version 2; this library reads up to version 1");
    refuse(LedgerState{}.serialize(), "is not a serialized ClosedPeriods");
    int read = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at)
      for (const int flip : {0x01, 0x10, 0x80, 0xff}) {
        auto changed = bytes;
        changed[at] = static_cast<std::uint8_t>(changed[at] ^ flip);
        CAPTURE(at);
        try {
          auto other = ClosedPeriods::deserialize(changed);
          ++read;
          // What was read is consistent: it adds up, and goes through every operation or is refused there.
          const auto& p = other.periods();
          for (std::size_t i = 0; i < p.closing.minor.size(); ++i)
            CHECK(p.opening.minor[i] + p.new_business.minor[i] + p.reactivation.minor[i] +
                      p.expansion.minor[i] - p.contraction.minor[i] - p.churn.minor[i] ==
                  p.closing.minor[i]);
          CHECK(ClosedPeriods::deserialize(other.serialize()).serialize() == other.serialize());
          (void)restatements(ledger, other);
          other.erase("a");
          CHECK(ClosedPeriods::deserialize(other.serialize()).serialize() == other.serialize());
        } catch (const Error&) {
        }
      }
    CHECK(read > 50);
  }

  TEST_CASE("a service: batches, a month closed, late rows, the restatement by account, the books compared") {
    using Batch = std::vector<tables::Row>;
    LedgerState state;
    const auto append = [&](const Batch& batch) { state.update(tables::subscriptions(batch)); };
    const auto ask = [&](const char* as_of) { return mrr_ledger(state, {.as_of = date(as_of)}); };

    append({{"acme", "2024-10-01", "open", 100'00}, {"bolt", "2024-10-15", "2024-12-10", 40'00}});
    CHECK(text(ask("2024-10-31").periods().closing.minor) == "14000");
    append({{"corp", "2024-11-03", "open", 250'00}});
    CHECK(text(ask("2024-11-30").periods().closing.minor) == "14000 39000");
    append({{"acme", "2024-12-05", "open", 20'00}, {"dyne", "2024-12-20", "open", 75'50}});
    const auto december = ask("2024-12-31");
    CHECK(text(december.periods().closing.minor) == "14000 39000 44550");

    auto closed = close_periods(december, {.through = "2024-12"});
    const auto kept = closed.serialize();  // to a file, until the next month

    state = LedgerState::deserialize(state.serialize());
    append({{"corp", "2024-12-28", "open", 10'00}, {"edge", "2024-11-20", "open", 5'00}});  // late
    append({{"fern", "2025-01-07", "open", 60'00}});
    const auto january = ask("2025-01-31");
    closed = ClosedPeriods::deserialize(kept);
    const auto found = restatements(january, closed);
    CHECK(lines(found.movements) ==
          "2024-11-01 edge new_business 0 -> 500 = 500\n2024-12-01 corp expansion 0 -> 1000 = 1000");
    CHECK(lines(found.periods) ==
          "2024-11-01 new_business 25000 -> 25500 = 500, 1 -> 2 accounts\n"
          "2024-11-01 closing 39000 -> 39500 = 500, 3 -> 4 accounts\n"
          "2024-12-01 opening 39000 -> 39500 = 500, 3 -> 4 accounts\n"
          "2024-12-01 expansion 2000 -> 3000 = 1000, 1 -> 2 accounts\n"
          "2024-12-01 closing 44550 -> 46050 = 1500, 3 -> 4 accounts");
    CHECK(wrong_sums(found) == "");

    // The same late rows are what separates the ledger from the closed books, as a summary of December.
    SummaryColumns books;
    books.date = closed.periods().period.days;
    books.closing_minor = closed.periods().closing.minor;
    books.currency = "USD";
    CHECK(text(reconcile(january, Summary(books)).totals.difference.minor) == "0 -500 -1500");

    CHECK_THROWS_AS(closed.extend(january, {.through = "2025-01"}), InvalidInput);
    closed.extend(january, {.through = "2025-01", .accept_restatements = true});
    CHECK(lines(closed.accepted().movements) == lines(found.movements));
    CHECK(text(closed.periods().closing.minor) == "14000 39500 46050 52050");

    // A customer asks to be forgotten: the books stay consistent with the ledger.
    CHECK(state.erase("corp") == 2);
    CHECK(closed.erase("corp") == 3);
    CHECK(nothing(restatements(ask("2025-01-31"), closed)));
    CHECK(text(closed.periods().closing.minor) == "14000 14500 20050 26050");
  }
}
