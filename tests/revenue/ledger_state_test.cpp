// SPDX-License-Identifier: MIT
#include <fealty/revenue/ledger_state.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/changes.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/snapshots.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using ledger_checks::IdKind;
using tables::Counts;
using tables::date;
using tables::days;
using tables::moves;
using tables::Reals;
using tables::text;
using tables::Texts;

namespace {

LedgerState state_of(const Subscriptions& table) {
  LedgerState state;
  state.update(table);
  return state;
}

LedgerState round_trip(const LedgerState& state) { return LedgerState::deserialize(state.serialize()); }

std::size_t erase(LedgerState& state, std::int64_t account, IdKind kind) {
  return kind == IdKind::texts ? state.erase(fmt::format("A{:07}", account)) : state.erase(account);
}

std::vector<std::uint8_t> bytes_of_one_row() {
  return state_of(tables::subscriptions({{"acme", "2024-01-10", "open", 5000}})).serialize();
}

}  // namespace

TEST_SUITE("revenue/ledger_state") {
  TEST_CASE("any partition of the rows, merged in any order, is the ledger of the whole table") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, seed % 10 == 0 ? 1100 : 50),
                               .rows = 6,
                               .highest = seed % 4 == 0 ? 5'000'000'000 : 9'000};
      const auto rows = naive::random_rows(random, shape);
      const IdKind kind = seed % 2 == 0 ? IdKind::texts : IdKind::integers;
      const MrrLedgerOptions options{.as_of = Date{shape.first_day + shape.days},
                                     .period = static_cast<Period>(seed % 5)};

      const auto parts = static_cast<std::size_t>(random.between(1, 6));
      std::vector<std::vector<naive::Row>> part(parts);
      for (const auto& row : rows) part[static_cast<std::size_t>(random.next() % parts)].push_back(row);
      std::vector<LedgerState> states;
      for (const auto& each : part) states.push_back(state_of(ledger_checks::subscriptions(each, kind)));
      while (states.size() > 1) {  // a random tree of merges, some of them over bytes
        const auto into = static_cast<std::size_t>(random.next() % states.size());
        const auto from =
            (into + 1 + static_cast<std::size_t>(random.next() % (states.size() - 1))) % states.size();
        states[into].merge(random.chance(50) ? round_trip(states[from]) : states[from]);
        states.erase(states.begin() + static_cast<std::ptrdiff_t>(from));
      }
      CAPTURE(seed);
      CHECK(states[0].size() == rows.size());
      const auto whole = mrr_ledger(ledger_checks::subscriptions(rows, kind), options);
      CHECK(ledger_checks::ledgers_difference(mrr_ledger(states[0], options), whole) == "");
      CHECK(ledger_checks::ledgers_difference(mrr_ledger(round_trip(states[0]), options), whole) == "");
    }
  }

  TEST_CASE("batches one after the other are the same as states merged") {
    naive::Random random(5);
    const naive::Shape shape{.accounts = 60, .rows = 6};
    const auto rows = naive::random_rows(random, shape);
    LedgerState state;
    for (std::size_t i = 0; i < rows.size(); i += 7)
      state.update(ledger_checks::subscriptions(
          {rows.begin() + static_cast<std::ptrdiff_t>(i),
           rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), i + 7))}));
    CHECK(state.size() == rows.size());
    CHECK(ledger_checks::ledgers_difference(mrr_ledger(state),
                                            mrr_ledger(ledger_checks::subscriptions(rows))) == "");
    CHECK(mrr_ledger(state).as_of() == mrr_ledger(ledger_checks::subscriptions(rows)).as_of());
  }

  TEST_CASE("a round trip through bytes gives the same bytes, and a copy is a state of its own") {
    naive::Random random(6);
    const auto rows = naive::random_rows(random, {});
    for (const IdKind kind : {IdKind::integers, IdKind::texts}) {
      LedgerState state = state_of(ledger_checks::subscriptions(rows, kind));
      const auto bytes = state.serialize();
      CHECK(LedgerState::deserialize(bytes).serialize() == bytes);
      LedgerState copy = state;
      copy.merge(state);
      CHECK(copy.size() == 2 * rows.size());
      CHECK(state.serialize() == bytes);
    }
  }

  TEST_CASE("a state merged with itself counts every row twice") {
    LedgerState state =
        state_of(tables::subscriptions({{"a", "2024-01-10", "open", 5}, {"b", "2024-01-10", "open", 0}}));
    state.merge(state);
    CHECK(state.size() == 4);
    CHECK(moves(mrr_ledger(state)) == "2024-01-01 a new_business 10");
  }

  TEST_CASE("subscriptions, snapshots and changes add up in one state") {
    const MrrChanges changes({.account = Texts{"change", "change", "both"},
                              .date = days({"2024-01-10", "2024-02-10", "2024-02-11"}),
                              .change = Reals{30, -30, 4},
                              .currency = "USD"});
    const MrrSnapshots snapshots({.account = Texts{"snap", "snap"},
                                  .date = days({"2024-01-31", "2024-02-29"}),
                                  .mrr = Reals{10, 15},
                                  .currency = "USD"});
    const auto subscriptions =
        tables::subscriptions({{"both", "2024-01-10", "open", 100}, {"sub", "2024-03-01", "open", 7}});
    const std::string want =
        "2024-01-01 both new_business 100\n2024-01-01 change new_business 3000\n2024-01-01 snap new_business "
        "1000\n"
        "2024-02-01 both expansion 400\n2024-02-01 change churn 3000\n2024-02-01 snap expansion 500\n"
        "2024-03-01 sub new_business 7";
    LedgerState one;
    one.update(changes);
    one.update(snapshots);
    one.update(subscriptions);
    CHECK(moves(mrr_ledger(one)) == want);
    LedgerState other = state_of(subscriptions), third;
    third.update(changes);
    other.merge(round_trip(third));
    other.update(snapshots);
    CHECK(moves(mrr_ledger(round_trip(other))) == want);
  }

  TEST_CASE("an account that left by changes has left, also beside another's free plan") {
    const MrrChanges changes({.account = Texts{"change", "change"},
                              .date = days({"2024-01-10", "2024-02-10"}),
                              .change = Reals{30, -30},
                              .currency = "USD"});
    LedgerState state;
    state.update(changes);
    state.update(tables::subscriptions(
        {{"free", "2024-01-10", "2024-02-10", 500}, {"free", "2024-02-10", "open", 0}}));
    const auto ledger = mrr_ledger(state, {.as_of = date("2024-02-29")});
    CHECK(moves(ledger) ==
          "2024-01-01 change new_business 3000\n2024-01-01 free new_business 500\n"
          "2024-02-01 change churn 3000\n2024-02-01 free contraction 500");
    CHECK(text(ledger.periods().closing_accounts) == "2 1");
  }

  TEST_CASE("rows are numbered in the order in which they were added") {
    LedgerState state =
        state_of(tables::subscriptions({{"a", "2024-01-10", "open", 1}, {"b", "2024-01-10", "open", 2}}));
    state.merge(
        state_of(tables::subscriptions({{"b", "2024-01-11", "open", 4}, {"a", "2024-01-12", "open", 8}})));
    const auto rows =
        rows_behind(mrr_ledger(round_trip(state)), {.period = "2024-01", .kind = LedgerCell::new_business});
    CHECK(text(rows.row) == "0 1 2 3");
    CHECK(text(rows.after.minor) == "1 2 4 8");
    CHECK(rows.account.text(0) == "a");
    CHECK(rows.account.text(2) == "b");
  }

  TEST_CASE("an empty state is a table without rows, and nothing to add") {
    LedgerState empty;
    CHECK(empty.size() == 0);
    CHECK(mrr_ledger(empty).periods().period.days.empty());
    CHECK_FALSE(mrr_ledger(empty).as_of().has_value());
    CHECK(round_trip(empty).size() == 0);
    LedgerState state = state_of(tables::subscriptions({{"a", "2024-01-10", "open", 1}}));
    const auto bytes = state.serialize();
    state.merge(empty);
    state.update(tables::subscriptions({}));
    CHECK(state.size() == 1);
    CHECK(mrr_ledger(state).periods().closing.minor.back() == 1);
    empty.merge(state);
    CHECK(moves(mrr_ledger(empty)) == "2024-01-01 a new_business 1");
    CHECK(empty.serialize() == bytes);
  }

  TEST_CASE("an empty partition has no kind of ids: texts and integers both fit it") {
    for (const IdKind kind : {IdKind::texts, IdKind::integers}) {
      LedgerState state;
      state.update(
          Subscriptions({.account = Texts{}, .start = tables::Days{}, .mrr = Reals{}, .currency = "USD"}));
      state.update(
          Subscriptions({.account = Counts{}, .start = tables::Days{}, .mrr = Reals{}, .currency = "USD"}));
      state = round_trip(state);
      state.update(ledger_checks::subscriptions({{1, 19000, naive::never, 5}}, kind));
      CHECK(mrr_ledger(state).periods().closing.minor.back() == 5);
    }
  }

  TEST_CASE("ids are texts or integers: the other kind is refused, and nothing is added") {
    LedgerState texts = state_of(tables::subscriptions({{"1", "2024-01-10", "open", 1}}));
    const Subscriptions numbers(
        {.account = Counts{1}, .start = days({"2024-01-10"}), .mrr = Reals{1}, .currency = "USD"});
    const auto bytes = texts.serialize();
    CHECK_THROWS_WITH_AS(texts.update(numbers),
                         "LedgerState: account = integers do not fit the state's ids, which are texts",
                         InvalidInput);
    CHECK(texts.serialize() == bytes);
    LedgerState integers = state_of(numbers);
    CHECK_THROWS_WITH_AS(integers.merge(texts),
                         "LedgerState: account = texts do not fit the state's ids, which are integers",
                         InvalidInput);
    CHECK(integers.size() == 1);
  }

  TEST_CASE("several currencies can be collected, but make no ledger") {
    LedgerState state = state_of(tables::subscriptions({{"a", "2024-01-10", "open", 1}}, "USD"));
    state.update(tables::subscriptions({{"a", "2024-01-10", "open", 1}}, "JPY"));
    CHECK(state.size() == 2);
    CHECK_THROWS_WITH_AS(
        mrr_ledger(round_trip(state)),
        "mrr_ledger: currency = USD, JPY are several; without exchange rates a ledger takes one: split "
        "the rows by currency",
        InvalidInput);
  }

  TEST_CASE("amounts that fit one by one and overflow together are an error that names an account") {
    LedgerState state = state_of(
        tables::subscriptions({{"acme", "2024-01-10", "open", std::numeric_limits<std::int64_t>::max()}}));
    state.update(tables::subscriptions({{"b", "2024-01-10", "open", 1}}));
    CHECK_THROWS_AS(mrr_ledger(state), Overflow);
    try {
      mrr_ledger(state);
    } catch (const Overflow& error) {
      CHECK(std::string(error.what()).find("account acme") != std::string::npos);
    }
  }

  TEST_CASE("refuses bytes that are no state") {
    const auto bytes = bytes_of_one_row();
    const auto refuse = [](std::vector<std::uint8_t> what, const std::string& why) {
      const std::string message = fmt::format("LedgerState: bytes = {} bytes {}", what.size(), why);
      CHECK_THROWS_WITH_AS(LedgerState::deserialize(what), message.c_str(), InvalidInput);
    };
    refuse({}, "is cut short");
    refuse({1, 2, 3}, "is cut short");
    refuse(std::vector<std::uint8_t>(1000, 0), "is not a serialized LedgerState");
    auto more = bytes;
    more.push_back(0);
    refuse(more, "has 1 bytes too many");
    auto newer = bytes;
    newer[8 + 11] = 3;  // after the name's length and the name
    refuse(newer, "has version 3; this library reads up to version 2");
    auto nameless = bytes;
    nameless[8] = 'l';
    refuse(nameless, "is not a serialized LedgerState");
  }

  TEST_CASE("bytes cut anywhere are refused, bytes changed anywhere do no harm") {
    const auto bytes = bytes_of_one_row();
    for (std::size_t n = 0; n < bytes.size(); ++n) {
      CAPTURE(n);
      CHECK_THROWS_AS(LedgerState::deserialize(std::span(bytes).first(n)), InvalidInput);
    }
    // Changed bytes are another state or none, and its ledger adds up or is an error.
    int ledgers = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at)
      for (const int flip : {0x01, 0x41, 0x80, 0xff}) {
        auto changed = bytes;
        changed[at] = static_cast<std::uint8_t>(changed[at] ^ flip);
        CAPTURE(at);
        CAPTURE(flip);
        try {
          const auto p = mrr_ledger(LedgerState::deserialize(changed), {.period = Period::year}).periods();
          ++ledgers;
          std::int64_t mrr = 0;
          for (std::size_t i = 0; i < p.closing.minor.size(); ++i) {
            mrr += p.new_business.minor[i] + p.reactivation.minor[i] + p.expansion.minor[i] -
                   p.contraction.minor[i] - p.churn.minor[i];
            CHECK(p.closing.minor[i] == mrr);
            CHECK(mrr >= 0);
          }
        } catch (const Error&) {
        }
      }
    CHECK(ledgers > 10);
  }

  TEST_CASE("bytes with amounts that no table holds are refused") {
    constexpr std::int64_t marker = 0x1122334455667788;
    const auto bytes = state_of(tables::subscriptions({{"acme", "2024-01-10", "open", marker}})).serialize();
    std::size_t at = 0;
    for (std::size_t i = 0; i + 8 <= bytes.size(); ++i)
      if (std::memcmp(bytes.data() + i, &marker, 8) == 0) at = i;
    REQUIRE(at > 0);
    for (const std::int64_t amount : {std::int64_t{-1}, std::numeric_limits<std::int64_t>::min(),
                                      -std::numeric_limits<std::int64_t>::max()}) {
      auto changed = bytes;
      std::memcpy(changed.data() + at, &amount, 8);
      CAPTURE(amount);
      CHECK_THROWS_AS(mrr_ledger(LedgerState::deserialize(changed)), InvalidInput);
    }
  }

  TEST_CASE("an erased account leaves the state, and its bytes, as tables without it make them") {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40), .rows = 5};
      const auto rows = naive::random_rows(random, shape);
      const IdKind kind = seed % 2 == 0 ? IdKind::texts : IdKind::integers;
      const std::int64_t gone = rows[static_cast<std::size_t>(random.next() % rows.size())].account;
      LedgerState all, without;
      for (std::size_t i = 0; i < rows.size(); i += 9) {
        std::vector<naive::Row> batch, left;
        for (std::size_t j = i; j < std::min(rows.size(), i + 9); ++j) {
          batch.push_back(rows[j]);
          if (rows[j].account != gone) left.push_back(rows[j]);
        }
        all.update(ledger_checks::subscriptions(batch, kind));
        without.update(ledger_checks::subscriptions(left, kind));
      }
      CAPTURE(seed);
      const auto before = all.size();
      const auto erased = erase(all, gone, kind);
      CHECK(erased == before - without.size());
      CHECK(erased > 0);
      if (without.size() > 0) CHECK(all.serialize() == without.serialize());
      const MrrLedgerOptions options{.as_of = Date{shape.first_day + shape.days}};
      CHECK(ledger_checks::ledgers_difference(mrr_ledger(all, options), mrr_ledger(without, options)) == "");
      CHECK(erase(all, gone, kind) == 0);  // a request that comes twice

      LedgerState more = state_of(ledger_checks::subscriptions(rows, kind));
      erase(more, gone, kind);
      all.merge(round_trip(more));
      without.merge(more);
      CHECK(ledger_checks::ledgers_difference(mrr_ledger(all, options), mrr_ledger(without, options)) == "");
    }
  }

  TEST_CASE("an anonymous account keeps every number") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{.accounts = random.between(1, 40), .rows = 5};
      const auto rows = naive::random_rows(random, shape);
      const IdKind kind = seed % 2 == 0 ? IdKind::texts : IdKind::integers;
      const std::int64_t who = rows[static_cast<std::size_t>(random.next() % rows.size())].account;
      auto renamed = rows;
      std::size_t count = 0;
      for (auto& row : renamed)
        if (row.account == who) {
          row.account = kind == IdKind::texts ? 9'000'000 : -1;
          ++count;
        }
      LedgerState state = state_of(ledger_checks::subscriptions(rows, kind));
      if (kind == IdKind::texts) {
        const auto done = state.anonymize(fmt::format("A{:07}", who), "A9000000");
        CHECK(done.rows == count);
        CHECK(done.alias == std::optional<std::string>("A9000000"));
      } else {
        const auto done = state.anonymize(who);
        CHECK(done.rows == count);
        CHECK(done.alias == std::optional<std::int64_t>(-1));
        CHECK(state.anonymize(who).rows == 0);
        CHECK_FALSE(state.anonymize(who).alias.has_value());
      }
      CAPTURE(seed);
      CHECK(ledger_checks::ledgers_difference(mrr_ledger(round_trip(state)),
                                              mrr_ledger(ledger_checks::subscriptions(renamed, kind))) == "");
    }
  }

  TEST_CASE("no trace of an id in the bytes: short texts, long texts, integers, ids without rows") {
    const auto holds = [](const LedgerState& state, std::string_view what) {
      const auto bytes = state.serialize();
      return std::string(bytes.begin(), bytes.end()).find(what) != std::string::npos;
    };
    const std::string longer = "a customer whose id is longer than twelve bytes";
    for (const std::string& id : {std::string("secret-7"), longer}) {
      LedgerState state = state_of(tables::subscriptions(
          {{"x", "2024-01-10", "open", 1}, {id, "2024-01-10", "open", 2}, {"yy", "2024-01-10", "open", 4}}));
      LedgerState other = state;
      CHECK(holds(state, id));
      CHECK(state.erase(id) == 1);
      CHECK_FALSE(holds(state, id));
      CHECK(holds(state, "yy"));
      CHECK(moves(mrr_ledger(state)) == "2024-01-01 x new_business 1\n2024-01-01 yy new_business 4");
      CHECK(other.anonymize(id).alias == std::optional<std::string>("anonymous-1"));
      CHECK_FALSE(holds(other, id));
      CHECK(other.anonymize("x").alias == std::optional<std::string>("anonymous-2"));
      CHECK(moves(mrr_ledger(other)) ==
            "2024-01-01 anonymous-1 new_business 2\n2024-01-01 anonymous-2 new_business 1\n"
            "2024-01-01 yy new_business 4");
    }
    constexpr std::int64_t number = 0x1122334455667788;
    std::string text(8, '\0');
    std::memcpy(text.data(), &number, 8);
    LedgerState state = state_of(Subscriptions({.account = Counts{number, 5},
                                                .start = days({"2024-01-10", "2024-01-10"}),
                                                .mrr = Reals{1, 2},
                                                .currency = "USD"}));
    LedgerState other = state;
    CHECK(holds(state, text));
    CHECK(state.erase(number) == 1);
    CHECK_FALSE(holds(state, text));
    CHECK(other.anonymize(number).rows == 1);
    CHECK_FALSE(holds(other, text));

    // A row that was dropped leaves its id in the table's dictionary, and so in the state's.
    SubscriptionColumns columns = tables::good();
    columns.account = Texts{"a", "secret-7", "c"};
    columns.end = days({"open", "2023-03-01", "open"});
    columns.on_error = OnError::drop;
    LedgerState dropped = state_of(Subscriptions(columns));
    CHECK(dropped.size() == 2);
    CHECK(holds(dropped, "secret-7"));
    CHECK(dropped.erase("secret-7") == 0);
    CHECK_FALSE(holds(dropped, "secret-7"));
  }

  TEST_CASE("a currency that only an erased account paid in goes with it") {
    LedgerState state = state_of(tables::subscriptions({{"a", "2024-01-10", "open", 1}}, "JPY"));
    state.update(tables::subscriptions({{"b", "2024-01-10", "open", 2}}, "USD"));
    CHECK(state.erase("a") == 1);
    CHECK(mrr_ledger(round_trip(state)).currency().code() == "USD");
    CHECK(state.serialize() == state_of(tables::subscriptions({{"b", "2024-01-10", "open", 2}})).serialize());
  }

  TEST_CASE(
      "erase and anonymize of a state without rows, of ids of the other kind, of an alias that is there") {
    LedgerState none;
    CHECK(none.erase("a") == 0);
    CHECK(none.erase(std::int64_t{1}) == 0);
    CHECK(none.anonymize("a").rows == 0);
    LedgerState texts = state_of(tables::subscriptions({{"1", "2024-01-10", "open", 1}}));
    const auto bytes = texts.serialize();
    CHECK_THROWS_WITH_AS(texts.erase(std::int64_t{1}),
                         "LedgerState: account = an integer does not fit ids that are texts", InvalidInput);
    CHECK_THROWS_WITH_AS(
        texts.anonymize("1", "1"),
        "LedgerState: alias = 1 is an account already; its rows and the other's would become one's",
        InvalidInput);
    CHECK(texts.serialize() == bytes);
    LedgerState integers = state_of(Subscriptions({.account = Counts{-1, 7},
                                                   .start = days({"2024-01-10", "2024-01-10"}),
                                                   .mrr = Reals{1, 2},
                                                   .currency = "USD"}));
    CHECK_THROWS_WITH_AS(integers.anonymize("7"),
                         "LedgerState: account = a text does not fit ids that are integers", InvalidInput);
    CHECK(integers.anonymize(7).alias == std::optional<std::int64_t>(-2));
    CHECK(texts.erase("1") == 1);
    CHECK(texts.size() == 0);
    CHECK(mrr_ledger(texts).periods().period.days.empty());
    texts.update(Subscriptions(
        {.account = Counts{3}, .start = days({"2024-01-10"}), .mrr = Reals{1}, .currency = "USD"}));
    CHECK(moves(mrr_ledger(texts)) == "2024-01-01 3 new_business 100");
  }
}
