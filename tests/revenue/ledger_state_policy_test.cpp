// SPDX-License-Identifier: MIT
// States of ledgers with policies: what rows come to, in parts as in the whole.
#include <fealty/revenue/ledger_state.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/random_subscriptions.hpp"
#include "revenue/tables.hpp"

#include <fealty/core/bytes.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/changes.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/snapshots.hpp>
#include <fealty/revenue/subscriptions.hpp>
#include <fealty/revenue/unit_economics.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using random_subscriptions::Columns;
using tables::Counts;
using tables::date;
using tables::days;
using tables::Reals;
using tables::text;
using tables::Texts;
using Rows = std::vector<random_subscriptions::Row>;

namespace {

/// Every cell of a result.
template <class Result>
std::string all_of(const Result& result) {
  std::string out;
  Result::each_column(result, [&](const char* name, const auto& column) {
    using Column = std::remove_cvref_t<decltype(column)>;
    out += std::string(name) + ":";
    if constexpr (std::is_same_v<Column, IdColumn>)
      for (std::size_t i = 0; i < column.size(); ++i) out += " " + column.text(i);
    else if constexpr (std::is_same_v<Column, DateColumn>) out += text(column.days);
    else if constexpr (std::is_same_v<Column, MoneyColumn>)
      out += column.currency.code() + text(column.minor);
    else
      for (const auto each : column) {
        if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(each)>>)
          out += fmt::format(" {}", static_cast<int>(each));
        else out += fmt::format(" {}", each);
      }
    out += "\n";
  });
  return out;
}
std::string all_of(const MrrLedger& ledger) {
  return (ledger.as_of() ? to_string(*ledger.as_of()) : "never") + "\n" + all_of(ledger.periods()) +
         all_of(ledger.movements());
}
std::string committed_of(const MrrLedger& ledger) {
  if (!ledger.data().grid) return "";
  const auto out = unit_economics(ledger);
  return text(out.signed_not_live.minor) + "; " + text(out.known_churn.minor);
}

/// Each movement with its part: "2024-01-01 a s1/i1 new_business 5000".
std::string moves(const MrrLedger& ledger) {
  const auto moved = ledger.movements();
  std::string out;
  for (std::size_t i = 0; i < moved.kind.size(); ++i)
    out += fmt::format("{}{} {} {} {} {}", i == 0 ? "" : "\n", to_string(Date{moved.period.days[i]}),
                       moved.account.text(i), moved.part.text(i),
                       enum_names(MovementKind{})[static_cast<std::size_t>(moved.kind[i])],
                       moved.amount.minor[i]);
  return out;
}

template <class Table>
LedgerState state_of(const Table& table, const LedgerPolicy& policy = {}) {
  LedgerState state(policy);
  state.update(table);
  return state;
}
LedgerState round_trip(const LedgerState& state) { return LedgerState::deserialize(state.serialize()); }
bool holds(const LedgerState& state, std::string_view what) {
  const auto bytes = state.serialize();
  return std::string(bytes.begin(), bytes.end()).find(what) != std::string::npos;
}

/// A random policy that the rows allow.
LedgerPolicy policy_of(naive::Random& random, const Rows& rows) {
  LedgerPolicy policy = random_subscriptions::policy(random);
  if (revenue::detail::account_below_zero(*random_subscriptions::table(rows).spans(policy)))
    policy.refund = RefundRule::ignored;  // refunds that are more than the rest
  return policy;
}
/// The same rules for rows, with other fields for the ledger.
LedgerPolicy another_ledger(naive::Random& random, const LedgerPolicy& rules) {
  LedgerPolicy out = random_subscriptions::policy(random);
  LedgerPolicy kept = rules;
  kept.netting = out.netting;
  kept.period = out.period;
  kept.fiscal_year_start = out.fiscal_year_start;
  kept.snapshot = out.snapshot;
  kept.gap_days = out.gap_days;
  kept.reactivation_days = out.reactivation_days;
  kept.join_and_leave = out.join_and_leave;
  return kept;
}

/// Batches of rows, at random, but those together that policies read together.
std::vector<Rows> batches(naive::Random& random, const Rows& rows, const LedgerPolicy& policy) {
  std::vector<Rows> out(static_cast<std::size_t>(random.between(1, 5)));
  std::map<std::string, std::size_t> place;
  for (const auto& row : rows) {
    auto batch = static_cast<std::size_t>(random.next() % out.size());
    if (policy.churn_date == ChurnDate::paid_period_end)
      batch = place.try_emplace(row.account + "/" + row.subscription, batch).first->second;
    out[batch].push_back(row);
  }
  return out;
}

/// States of batches, merged as a random tree, some of them over bytes.
LedgerState merged(naive::Random& random, const std::vector<Rows>& parts, const LedgerPolicy& policy,
                   const std::function<Columns(std::size_t)>& has) {
  std::vector<LedgerState> states;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!states.empty() && random.chance(40))
      states.back().update(random_subscriptions::table(parts[i], has(i)));
    else states.push_back(state_of(random_subscriptions::table(parts[i], has(i)), policy));
  }
  while (states.size() > 1) {
    const auto into = static_cast<std::size_t>(random.next() % states.size());
    const auto from =
        (into + 1 + static_cast<std::size_t>(random.next() % (states.size() - 1))) % states.size();
    states[into].merge(random.chance(50) ? round_trip(states[from]) : states[from]);
    states.erase(states.begin() + static_cast<std::ptrdiff_t>(from));
  }
  return states[0];
}

/// Bytes of version 2, written field by field: of two items of one account, the first with a discount that
/// ends within its row, and of another account.
struct Bytes {
  LedgerPolicy policy{.grain = Grain::item};
  Texts accounts{"a", "b"}, currencies{"USD"}, parts{"s/i", "s/j"};
  std::vector<std::uint32_t> owner{0, 0, 1}, part{0, 1, 0}, unit{0, 0, 1, 2};
  std::vector<std::int32_t> start{19000, 19010, 19000, 19000}, end{19010, 19020, open, open};
  Counts amount{100, 200, 300, 400};
  std::vector<std::uint16_t> currency{0, 0, 0, 0};
  std::vector<std::uint8_t> annual{1, 1, 0, 0}, same_row{0, 1, 0, 0};
  std::vector<std::int32_t> signed_on{18999, 18999, open, 18990}, cancel_requested{};
  Counts quantity{5, 5, -1, 0};
  std::uint8_t grain = 2;  // the policy's first byte

  std::vector<std::uint8_t> written() const {
    ByteWriter out("LedgerState", 2);
    LedgerPolicy::each_field(policy, revenue::detail::PolicyToBytes{out});
    const auto ids = [&](const Texts& texts) {
      out.write(static_cast<std::uint64_t>(texts.size()));
      for (const auto& each : texts) out.write_text(each);
    };
    out.write(std::uint8_t{1});
    ids(accounts);
    ids(currencies);
    out.write(std::uint8_t{1});
    ids(parts);
    const auto all = [&](const auto&... columns) { (out.write_all(std::span(columns)), ...); };
    all(owner, part, unit, start, end, amount, currency, annual, same_row, signed_on, cancel_requested,
        quantity);
    auto bytes = out.take();
    bytes[8 + 11 + 4] = grain;
    return bytes;
  }
};

std::vector<std::uint8_t> from_hex(std::string_view hex) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  return bytes;
}

}  // namespace

TEST_SUITE("revenue/ledger_state_policy") {
  TEST_CASE("any batches, merged in any order and over bytes, are the ledger of the whole table") {
    std::size_t movements = 0, of_items = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
      naive::Random random(seed);
      const Rows rows = random_subscriptions::rows(random, random.between(1, 25));
      const LedgerPolicy policy = policy_of(random, rows);
      const auto parts = batches(random, rows, policy);
      const auto state = merged(random, parts, policy, [](auto) { return Columns{}; });
      const auto whole = random_subscriptions::table(rows);
      CAPTURE(seed);
      MrrLedgerOptions options{.policy = {.ledger = another_ledger(random, policy)}};
      if (random.chance(50)) options.as_of = Date{19000 + static_cast<std::int32_t>(random.between(0, 500))};
      const auto want = mrr_ledger(whole, options);
      CHECK(all_of(mrr_ledger(state, options)) == all_of(want));
      CHECK(all_of(mrr_ledger(round_trip(state), options)) == all_of(want));
      CHECK(committed_of(mrr_ledger(state, options)) == committed_of(want));
      CHECK(round_trip(state).serialize() == state.serialize());
      CHECK(round_trip(state).policy() == policy);
      movements += want.movements().kind.size();
      of_items += policy.grain == Grain::item ? want.movements().part.size() : 0;
    }
    CHECK(movements > 5000);
    CHECK(of_items > 1000);
  }

  TEST_CASE("tables of plain rows too, some of them beside rows in error") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      naive::Random random(seed);
      const auto rows =
          naive::random_rows(random, {.accounts = random.between(1, 20), .rows = 5, .free = 40});
      const auto table = [](const std::vector<naive::Row>& some) {
        SubscriptionColumns columns;
        columns.account = ledger_checks::ids(some, ledger_checks::IdKind::integers);
        tables::Days start, end;
        Reals mrr;
        for (const auto& row : some) {
          start.push_back(row.start);
          end.push_back(row.end == naive::never ? open : row.end);
          mrr.push_back(row.mrr % 7 == 3 ? -1 : static_cast<double>(row.mrr) / 1000);  // -1: in error
        }
        columns.start = std::move(start);
        columns.end = std::move(end);
        columns.mrr = std::move(mrr);
        columns.currency = "USD";
        columns.on_error = OnError::drop;
        return Subscriptions(columns);
      };
      LedgerPolicy policy = random_subscriptions::policy(random);
      policy.grain = Grain::account;
      LedgerState state(policy);
      for (std::size_t i = 0; i < rows.size(); i += 3)
        state.update(table({rows.begin() + static_cast<std::ptrdiff_t>(i),
                            rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), i + 3))}));
      const MrrLedgerOptions options{.policy = {.ledger = policy}};
      CAPTURE(seed);
      CHECK(all_of(mrr_ledger(round_trip(state), options)) == all_of(mrr_ledger(table(rows), options)));
    }
  }

  TEST_CASE("columns that some tables lack are unknown for their rows") {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      naive::Random random(seed);
      Rows rows = random_subscriptions::rows(random, random.between(1, 15));
      LedgerPolicy policy = policy_of(random, rows);
      policy.churn_date = ChurnDate::service_end;  // rows read alone
      policy.refund = RefundRule::ignored;
      auto parts = batches(random, rows, policy);
      std::vector<Columns> has;
      for (auto& part : parts) {
        has.push_back({random.chance(50), random.chance(50), random.chance(50), random.chance(50)});
        for (auto& row : part) {
          if (!has.back().quantity) row.quantity = 1;
          if (!has.back().signed_on) row.signed_on = open;
          if (!has.back().cancel_requested) row.cancel_requested = open;
          if (!has.back().interval) row.unit = "month", row.count = 1;
        }
      }
      rows.clear();
      for (const auto& part : parts) rows.insert(rows.end(), part.begin(), part.end());
      const auto state = merged(random, parts, policy, [&](std::size_t i) { return has[i]; });
      const MrrLedgerOptions options{.as_of = Date{19400}, .policy = {.ledger = policy}};
      const auto want = mrr_ledger(random_subscriptions::table(rows), options);
      CAPTURE(seed);
      CHECK(all_of(mrr_ledger(state, options)) == all_of(want));
      CHECK(committed_of(mrr_ledger(round_trip(state), options)) == committed_of(want));
    }
  }

  TEST_CASE("seats of tables that do not know them are not counted, nor are their amounts") {
    auto with = tables::priced();
    with.quantity = Counts{2, 3, 4};
    LedgerState state = state_of(Subscriptions(tables::good()));
    state.update(Subscriptions(with));
    state.update(Subscriptions(tables::good()));
    for (const auto& each : {state, round_trip(state)})
      for (const Snapshot snapshot : {Snapshot::last_day, Snapshot::any_day}) {
        const auto out = unit_economics(
            mrr_ledger(each, {.as_of = date("2024-03-31"), .policy = {.ledger = {.snapshot = snapshot}}}));
        CHECK(text(out.seats) == "5 9 6");
        CHECK(text(out.arpu) ==
              text(Reals{(1 * 2 + 2 * 3) / 5.0, (1 * 2 + 2 * 3 + 3 * 4) / 9.0, (1 * 2 + 3 * 4) / 6.0}));
      }
    // A state whose tables know no seats knows none.
    CHECK_FALSE(state_of(Subscriptions(tables::good())).spans()->quantity.present());
  }

  TEST_CASE("rows whose kind or status policies read") {
    auto columns = tables::good();
    columns.kind = Texts{"metered", "recurring", "recurring"};
    columns.status = Texts{"active", "paused", "active"};
    const Subscriptions table(columns);
    const auto closing = [&](const LedgerPolicy& policy) {
      return text(
          mrr_ledger(state_of(table, policy), {.as_of = date("2024-03-31"), .policy = {.ledger = policy}})
              .periods()
              .closing.minor);
    };
    CHECK(closing({.paused = PausedRule::hold}) == "200 500 300");
    CHECK(closing({.metered = MeteredRule::included}) == "100 400 400");
    CHECK(closing({.metered = MeteredRule::separate}) == "100 100 100");
  }

  TEST_CASE("a ledger whose policy reads rows in another way is refused") {
    LedgerState state = state_of(Subscriptions(tables::good()), {.metered = MeteredRule::included});
    CHECK_THROWS_WITH_AS(mrr_ledger(state),
                         "LedgerState: metered = excluded differs from the state's, which is included; make "
                         "the state with the ledger's policy, or the ledger with the state's",
                         InvalidInput);
    const auto ledger = mrr_ledger(state, {.policy = {.ledger = state.policy()}});
    RevenuePolicy other{.ledger = state.policy()};
    other.ledger.netting = Netting::event;
    CHECK(ledger.with_policy(other).policy().ledger.netting == Netting::event);
    other.ledger.past_due_days = {};
    CHECK_THROWS_WITH_AS(ledger.with_policy(other),
                         "LedgerState: past_due_days = none differs from the state's, which is 30; make the "
                         "state with the ledger's policy, or the ledger with the state's",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(mrr_ledger(LedgerState(), {.grain = Grain::item}),
                         "LedgerState: grain = item differs from the state's, which is account; make the "
                         "state with the ledger's policy, or the ledger with the state's",
                         InvalidInput);
    // A ledger keeps the rows of its state as they were.
    state.update(Subscriptions(tables::good()));
    RevenuePolicy yearly{.ledger = state.policy()};
    yearly.ledger.period = Period::year;
    CHECK(text(ledger.with_policy(yearly).periods().closing.minor) == text(Counts{400}));
  }

  TEST_CASE("every field of a policy is a rule of rows, which must agree, or the ledger's to say") {
    const LedgerPolicy base;
    std::string rules, ledgers;
    const auto try_field = [&](const char* name, const LedgerPolicy& changed) {
      const auto difference = revenue::detail::rule_difference(changed, base);
      CHECK((!difference || difference->field == name));
      (difference ? rules : ledgers) += std::string(name) + " ";
      CHECK(revenue::detail::same_rules(changed, base) == !difference);
      LedgerState state, other(changed);
      if (difference) CHECK_THROWS_AS(state.merge(other), InvalidInput);
      else CHECK_NOTHROW(state.merge(other));
    };
    LedgerPolicy::each_field(base, [&](const char* name, const auto&) {
      LedgerPolicy changed;
      LedgerPolicy::each_field(changed, [&](std::string_view field, auto& value) {
        if (field != name) return;
        using Value = std::remove_reference_t<decltype(value)>;
        if constexpr (std::is_enum_v<Value>) value = static_cast<Value>(value == Value{} ? 1 : 0);
        else if constexpr (std::is_same_v<Value, std::string>) value = "+01:00";
        else if constexpr (std::is_same_v<Value, std::optional<Date>>) {
          value = Date{19000};
          changed.exchange = ExchangeRule::fixed;
        } else if constexpr (std::is_same_v<Value, std::optional<std::int32_t>>) value = 7;
        else value = 7;
      });
      try_field(name, changed);
    });
    CHECK(rules ==
          "grain time_zone churn_date week_factor day_factor rounding discount metered paused "
          "past_due_days unpaid refund free ");
    CHECK(ledgers ==
          "netting period fiscal_year_start snapshot gap_days reactivation_days join_and_leave "
          "merged exchange exchange_date ");
    CHECK(revenue::detail::same_rules({.grain = Grain::parent}, {}));
    CHECK_FALSE(revenue::detail::same_rules({.grain = Grain::parent}, {.grain = Grain::item}));
    CHECK_FALSE(revenue::detail::same_rules({.grain = Grain::subscription}, {.grain = Grain::item}));
  }

  TEST_CASE("states that read rows in different ways do not add up, and nothing is changed") {
    LedgerState state = state_of(Subscriptions(tables::good()));
    const auto bytes = state.serialize();
    CHECK_THROWS_WITH_AS(state.merge(state_of(Subscriptions(tables::good()), {.time_zone = "+09:00"})),
                         "LedgerState: time_zone = +09:00 differs from the state's, which is UTC; only "
                         "states that read rows alike add up",
                         InvalidInput);
    CHECK_THROWS_AS(state.merge(LedgerState({.free = FreeRule::churned})), InvalidInput);
    CHECK(state.serialize() == bytes);
    state.merge(state_of(Subscriptions(tables::good()), {.netting = Netting::event, .gap_days = 4}));
    CHECK(state.size() == 6);
    CHECK(state.policy() == LedgerPolicy{});
  }

  TEST_CASE("a policy that there cannot be is refused") {
    CHECK_THROWS_WITH_AS(LedgerState({.gap_days = -1}), "LedgerState: gap_days = -1 is negative",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(LedgerState({.fiscal_year_start = 13}),
                         "LedgerState: fiscal_year_start = 13 is not a month from 1 to 12", InvalidInput);
    CHECK_THROWS_AS(LedgerState({.time_zone = "Mars/Olympus"}), InvalidInput);
  }

  TEST_CASE("a table without the columns of a grain is refused, and nothing is added") {
    LedgerState state({.grain = Grain::item});
    const auto bytes = state.serialize();
    CHECK_THROWS_WITH_AS(state.update(Subscriptions(tables::good())),
                         "Subscriptions: grain = item needs a column subscription; the table has none",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        state.update(MrrChanges(
            {.account = Texts{"a"}, .date = days({"2024-01-10"}), .change = Reals{1}, .currency = "USD"})),
        "mrr_ledger: grain = item is finer than the table, which knows accounts only", InvalidInput);
    CHECK(state.serialize() == bytes);
  }

  TEST_CASE("snapshots and changes come in by any policy of accounts") {
    const MrrSnapshots snapshots({.account = Texts{"a", "a"},
                                  .date = days({"2024-01-31", "2024-02-29"}),
                                  .mrr = Reals{10, 0},
                                  .currency = "USD"});
    for (const FreeRule free : {FreeRule::active, FreeRule::churned}) {
      const MrrLedgerOptions options{.as_of = date("2024-03-31"), .policy = {.ledger = {.free = free}}};
      const auto state = state_of(snapshots, {.free = free});
      CHECK(all_of(mrr_ledger(state, options)) == all_of(mrr_ledger(snapshots, options)));
      CHECK(all_of(mrr_ledger(round_trip(state), options)) == all_of(mrr_ledger(snapshots, options)));
    }
  }

  TEST_CASE("accounts that were merged or have parents, at every grain") {
    const Accounts accounts({.account = Texts{"A0", "A1", "A2", "A3"},
                             .parent = tables::ids_with_nulls({"A2", "", "A3", ""}),
                             .merged_into = tables::ids_with_nulls({"", "A0", "", ""})});
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      naive::Random random(seed);
      const Rows rows = random_subscriptions::rows(random, 6);
      LedgerPolicy policy = policy_of(random, rows);
      policy.churn_date = ChurnDate::service_end;
      policy.refund = RefundRule::ignored;
      const auto parts = batches(random, rows, policy);
      const auto state = merged(random, parts, policy, [](auto) { return Columns{}; });
      if (policy.grain == Grain::account) policy.grain = Grain::parent;
      const MrrLedgerOptions options{.policy = {.ledger = policy}, .accounts = accounts};
      CAPTURE(seed);
      CHECK(all_of(mrr_ledger(state, options)) ==
            all_of(mrr_ledger(random_subscriptions::table(rows), options)));
    }
  }

  TEST_CASE("a row whose discount ends within it is one row") {
    auto columns = tables::priced();
    columns.discount = Reals{0.5, 0, 1};
    columns.discount_end = days({"2024-02-10", "open", "2024-03-10"});
    const Subscriptions table(columns);
    LedgerState state = state_of(table);
    state.merge(round_trip(state));
    CHECK(state.size() == 6);
    CHECK(state.spans()->size() == 10);
    for (const auto& each : {state, round_trip(state)}) {
      const auto ledger = mrr_ledger(each, {.as_of = date("2024-03-31")});
      const auto rows = rows_behind(ledger, {.period = "2024-03", .kind = LedgerCell::closing});
      CHECK(text(rows.row) == "0 2 3 5");
      CHECK(text(rows.before.minor) == "100 200 100 200");
      CHECK(text(rows.after.minor) == "100 300 100 300");
    }
    CHECK(state.erase("a") == 2);
    CHECK(state.size() == 4);
    const auto ledger = mrr_ledger(state, {.as_of = date("2024-03-31")});
    CHECK(text(rows_behind(ledger, {.period = "2024-03", .kind = LedgerCell::closing}).row) == "1 3");
    CHECK(state.anonymize("c").rows == 2);
    // A state whose rows are one span each numbers them by their places.
    CHECK(state.erase("anonymous-1") == 2);
    CHECK(state.spans()->row.empty());
  }

  TEST_CASE("subscriptions and items of several tables are known by account and part") {
    const auto table = [](Texts account, Texts subscription, Texts item, Counts mrr) {
      return Subscriptions({.account = std::move(account),
                            .start = tables::Days(mrr.size(), tables::day("2024-01-10")),
                            .mrr_minor = Counts(mrr),
                            .subscription = tables::ids_with_nulls(subscription),
                            .item = tables::ids_with_nulls(item),
                            .currency = "USD"});
    };
    const auto one = table({"a", "a", "b"}, {"s1", "s2", "s1"}, {"i", "i", "i"}, {1, 2, 4});
    const auto two =
        table({"b", "a", "a", "a"}, {"s1", "s2", "", "s1"}, {"i", "", "i", "j"}, {8, 16, 32, 64});
    const auto state = [&](Grain grain) {
      LedgerState out = state_of(one, {.grain = grain});
      out.merge(round_trip(state_of(two, {.grain = grain})));
      return moves(mrr_ledger(round_trip(out), {.policy = {.ledger = {.grain = grain}}}));
    };
    CHECK(state(Grain::subscription) ==
          "2024-01-01 a s1 new_business 65\n2024-01-01 a s2 new_business 18\n2024-01-01 a null new_business "
          "32\n2024-01-01 b s1 new_business 12");
    CHECK(state(Grain::item) ==
          "2024-01-01 a /i new_business 32\n2024-01-01 a s1/i new_business 1\n2024-01-01 a s1/j new_business "
          "64\n2024-01-01 a s2 new_business 16\n2024-01-01 a s2/i new_business 2\n"
          "2024-01-01 b s1/i new_business 12");
  }

  TEST_CASE("items of the same name in two subscriptions stay two when accounts become one") {
    const Subscriptions table({.account = Texts{"a", "b", "b"},
                               .start = tables::Days(3, tables::day("2024-01-10")),
                               .mrr_minor = Counts{1, 2, 4},
                               .subscription = Texts{"s1", "s2", "s1"},
                               .item = Texts{"i", "i", "i"},
                               .currency = "USD"});
    const Accounts accounts({.account = Texts{"a", "b"}, .merged_into = tables::ids_with_nulls({"", "a"})});
    const MrrLedgerOptions options{.policy = {.ledger = {.grain = Grain::item}}, .accounts = accounts};
    CHECK(moves(mrr_ledger(table, options)) ==
          "2024-01-01 a s1/i new_business 5\n2024-01-01 a s2/i new_business 2");
    CHECK(moves(mrr_ledger(state_of(table, options.policy.ledger), options)) ==
          "2024-01-01 a s1/i new_business 5\n2024-01-01 a s2/i new_business 2");
  }

  TEST_CASE("plain rows count as those beside a column that says nothing") {
    auto columns = tables::good();
    columns.mrr = Reals{0, 2, 3};
    columns.start = days({"2023-12-01", "2024-01-01", "2024-02-01"});
    auto with = columns;
    with.kind = Texts{"recurring", "recurring", "recurring"};
    for (const LedgerPolicy& policy : {LedgerPolicy{.free = FreeRule::churned},
                                       LedgerPolicy{.metered = MeteredRule::separate}, LedgerPolicy{}}) {
      const MrrLedgerOptions options{.as_of = date("2024-03-31"), .policy = {.ledger = policy}};
      const auto ledger = mrr_ledger(Subscriptions(columns), options);
      CHECK(all_of(ledger) == all_of(mrr_ledger(Subscriptions(with), options)));
      CHECK(text(ledger.periods().closing.minor) == (policy.metered == MeteredRule::separate ? ""
                                                     : policy.free == FreeRule::churned      ? "200 500 300"
                                                                                        : "0 200 500 300"));
      CHECK(ledger.currency().code() == "USD");
    }
  }

  TEST_CASE("no two items share an id, whatever their subscriptions are called") {
    auto ids = std::make_shared<Ids>();
    std::vector<std::uint32_t> names;
    for (const std::string_view each : {"", "/", "\\", "a", "a/", "\\empty", "a/b"})
      names.push_back(ids->encode(each));
    names.push_back(no_id);
    std::vector<std::uint32_t> subscription, item;
    for (const auto s : names)
      for (const auto i : names) {
        subscription.push_back(s);
        item.push_back(i);
      }
    const std::size_t rows = subscription.size();
    const Subscriptions table({.account = Texts(rows, "x"),
                               .start = tables::Days(rows, tables::day("2024-01-10")),
                               .mrr_minor = Counts(rows, 1),
                               .subscription = IdColumn(subscription, ids),
                               .item = IdColumn(item, ids),
                               .currency = "USD"});
    const LedgerPolicy policy{.grain = Grain::item};
    const auto ledger = mrr_ledger(state_of(table, policy), {.policy = {.ledger = policy}});
    CHECK(ledger.periods().closing_accounts.back() == static_cast<std::int64_t>(rows));
    CHECK(all_of(ledger) == all_of(mrr_ledger(table, {.policy = {.ledger = policy}})));
  }

  TEST_CASE("integers and texts of subscriptions do not mix; those of items are texts") {
    const auto table = [](IdColumn subscription) {
      return Subscriptions({.account = Texts{"a"},
                            .start = days({"2024-01-10"}),
                            .mrr = Reals{1},
                            .subscription = subscription,
                            .item = subscription,
                            .currency = "USD"});
    };
    const LedgerPolicy policy{.grain = Grain::subscription};
    LedgerState state = state_of(table(Counts{7}), policy);
    const auto bytes = state.serialize();
    CHECK_THROWS_WITH_AS(state.update(table(Texts{"7"})),
                         "LedgerState: subscription = texts do not fit the state's ids, which are integers",
                         InvalidInput);
    CHECK(state.serialize() == bytes);
    CHECK(moves(mrr_ledger(round_trip(state), {.policy = {.ledger = policy}})) ==
          "2024-01-01 a 7 new_business 100");
    LedgerState items = state_of(table(Counts{7}), {.grain = Grain::item});
    items.update(table(Texts{"7"}));
    CHECK(moves(mrr_ledger(items, {.policy = {.ledger = items.policy()}})) ==
          "2024-01-01 a 7/7 new_business 200");
  }

  TEST_CASE("an erased account leaves the state as tables without it make it, at every grain") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      naive::Random random(seed);
      const Rows rows = random_subscriptions::rows(random, random.between(2, 12));
      const LedgerPolicy policy = policy_of(random, rows);
      const auto parts = batches(random, rows, policy);
      const std::string gone = rows[static_cast<std::size_t>(random.next() % rows.size())].account;
      LedgerState all(policy), without(policy);
      for (const auto& part : parts) {
        Rows left;
        std::copy_if(part.begin(), part.end(), std::back_inserter(left),
                     [&](const auto& row) { return row.account != gone; });
        const bool alone = policy.refund == RefundRule::ignored;  // a refund has to stay below the rest
        const Columns has{!alone || random.chance(70), random.chance(70), random.chance(70),
                          !alone || random.chance(70)};
        all.update(random_subscriptions::table(part, has));
        without.update(random_subscriptions::table(left, has));
      }
      CAPTURE(seed);
      const std::size_t before = all.size();
      CHECK(all.erase(gone) == before - without.size());
      CHECK(all.erase(gone) == 0);
      if (without.size() > 0) CHECK(all.serialize() == without.serialize());
      CHECK_FALSE(holds(all, gone + "\n"));
      const auto table = random_subscriptions::table(parts[0]);
      all.update(table);
      without.update(table);
      const MrrLedgerOptions options{.policy = {.ledger = policy}};
      // Without rows it has forgotten its currency; and rows that were added twice may refund too much.
      if (without.size() > 0 && !revenue::detail::account_below_zero(*without.spans()))
        CHECK(all_of(mrr_ledger(all, options)) == all_of(mrr_ledger(without, options)));
    }
  }

  TEST_CASE("an anonymous account keeps every number, at every grain") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      naive::Random random(seed);
      const Rows rows = random_subscriptions::rows(random, random.between(1, 12));
      const LedgerPolicy policy = policy_of(random, rows);
      LedgerState state = state_of(random_subscriptions::table(rows), policy);
      const MrrLedgerOptions options{.policy = {.ledger = policy}};
      const auto amounts = [&](const std::string& account) {  // and those of the others
        Texts own, others;
        const auto moved = mrr_ledger(state, options).movements();
        for (std::size_t i = 0; i < moved.kind.size(); ++i) {
          const bool its = moved.account.text(i) == account;
          (its ? own : others)
              .push_back(fmt::format("{} {} {}", moved.date.days[i], static_cast<int>(moved.kind[i]),
                                     moved.amount.minor[i]) +
                         (its ? "" : moved.account.text(i) + moved.part.text(i)));
        }
        std::sort(own.begin(), own.end());
        std::sort(others.begin(), others.end());
        return text(own) + "; " + text(others);
      };
      const std::string who = rows[static_cast<std::size_t>(random.next() % rows.size())].account;
      const auto before = amounts(who);
      const auto periods = all_of(mrr_ledger(state, options).periods());
      const auto done = state.anonymize(who, "nobody");
      CAPTURE(seed);
      if (!done.alias) continue;
      CHECK(amounts("nobody") == before);
      CHECK(all_of(mrr_ledger(round_trip(state), options).periods()) == periods);
      CHECK(round_trip(state).serialize() == state.serialize());
    }
  }

  TEST_CASE("no trace of an account in subscriptions and items that were its alone") {
    const auto table = [](IdColumn subscription) {
      return Subscriptions({.account = Texts{"acme", "acme", "b", "b"},
                            .start = tables::Days(4, tables::day("2024-01-10")),
                            .mrr_minor = Counts{1, 2, 4, 8},
                            .subscription = std::move(subscription),
                            .item = Texts{"seat", "acme-seat", "seat", "seat"},
                            .currency = "USD"});
    };
    for (const Grain grain : {Grain::subscription, Grain::item}) {
      LedgerState state = state_of(table(Texts{"acme-1", "shared", "shared", "b-1"}), {.grain = grain});
      LedgerState other = state;
      CHECK(holds(state, "acme"));
      CHECK(state.erase("acme") == 2);
      CHECK_FALSE(holds(state, "acme"));
      CHECK(holds(state, "b-1"));
      const auto done = other.anonymize("acme");
      CHECK(done.rows == 2);
      CHECK(done.alias == std::optional<std::string>("anonymous-1"));
      CHECK_FALSE(holds(other, "acme"));
      const auto moved = moves(mrr_ledger(round_trip(other), {.policy = {.ledger = other.policy()}}));
      if (grain == Grain::subscription)
        CHECK(moved ==
              "2024-01-01 anonymous-1 anonymous-1 new_business 1\n2024-01-01 anonymous-1 shared "
              "new_business 2\n2024-01-01 b b-1 new_business 8\n2024-01-01 b shared new_business 4");
      else
        CHECK(moved ==
              "2024-01-01 anonymous-1 anonymous-1 new_business 1\n2024-01-01 anonymous-1 "
              "anonymous-2 new_business 2\n2024-01-01 b b-1/seat new_business 8\n2024-01-01 b shared/seat "
              "new_business 4");
    }
    LedgerState numbers = state_of(table(Counts{-1, 12, 12, 13}), {.grain = Grain::subscription});
    CHECK(numbers.anonymize("acme").rows == 2);
    CHECK(moves(mrr_ledger(numbers, {.policy = {.ledger = numbers.policy()}})) ==
          "2024-01-01 anonymous-1 -2 new_business 1\n2024-01-01 anonymous-1 12 new_business 2\n"
          "2024-01-01 b 12 new_business 4\n2024-01-01 b 13 new_business 8");
  }

  TEST_CASE("a column that only an erased account's tables knew goes with it") {
    auto columns = tables::priced();
    columns.quantity = Counts{2, 3, 4};
    columns.signed_on = days({"2023-12-01", "2023-12-01", "2023-12-01"});
    columns.interval_unit = Texts{"year", "year", "year"};
    columns.account = Texts{"x", "x", "x"};
    LedgerState state = state_of(Subscriptions(tables::good()));
    const auto bytes = state.serialize();
    state.update(Subscriptions(columns));
    CHECK(state.spans()->annual.present());
    CHECK(state.erase("x") == 3);
    CHECK(state.serialize() == bytes);
  }

  TEST_CASE("bytes of version 2 are what they are") {
    const auto state = LedgerState::deserialize(Bytes{}.written());
    CHECK(state.serialize() == Bytes{}.written());
    CHECK(state.size() == 3);
    CHECK(state.policy() == LedgerPolicy{.grain = Grain::item});
    const auto ledger =
        mrr_ledger(state, {.as_of = date("2022-01-20"), .policy = {.ledger = state.policy()}});
    CHECK(moves(ledger) ==
          "2022-01-01 a s/i new_business 200\n2022-01-01 a s/j new_business 300\n2022-01-01 b s/i "
          "new_business 400");
    CHECK(unit_economics(ledger).seats == Counts{5});
  }

  TEST_CASE("bytes of version 1 are states of the default policy") {
    // Written by the library before states had policies.
    const auto texts = LedgerState::deserialize(
        from_hex("0b000000000000004c6564676572537461746501000000010200000000000000040000000000000061636d65"
                 "0100000000000000620200000000000000030000000000000055534403000000000000004a50590300000000"
                 "0000000000000001000000000000000300000000000000144d0000334d00004b4d0000030000000000000047"
                 "4d0000ffffff7fffffff7f030000000000000088130000000000000000000000000000bc0200000000000003"
                 "00000000000000000000000100"));
    CHECK(texts.size() == 3);
    CHECK(texts.policy() == LedgerPolicy{});
    LedgerState want = state_of(
        tables::subscriptions({{"acme", "2024-01-10", "2024-03-01", 5000}, {"b", "2024-02-10", "open", 0}}));
    want.update(tables::subscriptions({{"acme", "2024-03-05", "open", 700}}, "JPY"));
    CHECK(texts.serialize() == want.serialize());
    const auto integers = LedgerState::deserialize(
        from_hex("0b000000000000004c6564676572537461746501000000000200000000000000fdffffffffffffff07000000"
                 "0000000001000000000000000300000000000000555344020000000000000001000000000000000200000000"
                 "000000144d0000144d00000200000000000000ffffff7fffffff7f02000000000000006400000000000000c8"
                 "00000000000000020000000000000000000000"));
    CHECK(tables::moves(mrr_ledger(integers)) ==
          "2024-01-01 -3 new_business 200\n2024-01-01 7 new_business 100");
    const auto empty = LedgerState::deserialize(
        from_hex("0b000000000000004c6564676572537461746501000000000000000000000000000000000000000000000000"
                 "000000000000000000000000000000000000000000000000000000000000000000000000"));
    CHECK(empty.serialize() == LedgerState().serialize());
  }

  TEST_CASE("bytes that no state writes are refused") {
    const auto refuse = [](const std::string& why, const auto& change) {
      Bytes bytes;
      change(bytes);
      const auto written = bytes.written();
      const std::string message = fmt::format("LedgerState: bytes = {} bytes {}", written.size(), why);
      CHECK_THROWS_WITH_AS(LedgerState::deserialize(written), message.c_str(), InvalidInput);
    };
    refuse("holds a policy with a grain that there is not", [](Bytes& b) { b.grain = 4; });
    refuse("holds a policy with a time_zone that there is not",
           [](Bytes& b) { b.policy.time_zone = "../x"; });
    refuse("holds a policy with an exchange_date that there is not", [](Bytes& b) {
      b.policy.exchange = ExchangeRule::fixed;
      b.policy.exchange_date = Date{max_day + 1};
    });
    refuse("holds a policy that there cannot be (LedgerState: gap_days = -1 is negative)",
           [](Bytes& b) { b.policy.gap_days = -1; });
    refuse("repeats an account id", [](Bytes& b) { b.accounts = {"a", "a"}; });
    refuse("names a currency that ISO 4217 lacks", [](Bytes& b) { b.currencies = {"USX"}; });
    refuse("repeats a currency", [](Bytes& b) { b.currencies = {"USD", "USD"}; });
    refuse("repeats a subscription id", [](Bytes& b) { b.parts = {"s/i", "s/i"}; });
    refuse("holds a subscription, 2, that no account has", [](Bytes& b) { b.owner[2] = 2; });
    refuse("holds a subscription, 1, that no account has", [](Bytes& b) { b.part[1] = 2; });
    refuse("repeats a subscription", [](Bytes& b) { b.part[1] = 0; });
    refuse("holds subscriptions in another order", [](Bytes& b) { b.part = {1, 0, 0}; });
    refuse("holds a subscription id that no account has", [](Bytes& b) { b.parts.push_back("s/k"); });
    refuse("holds columns of different lengths", [](Bytes& b) { b.owner.pop_back(); });
    refuse("holds columns of different lengths", [](Bytes& b) { b.start.pop_back(); });
    refuse("holds columns of different lengths", [](Bytes& b) { b.unit.clear(); });
    refuse("holds columns of different lengths", [](Bytes& b) { b.currency.clear(); });
    refuse("holds columns of different lengths", [](Bytes& b) { b.quantity.pop_back(); });
    refuse("holds columns of different lengths", [](Bytes& b) { b.cancel_requested = {open}; });
    const auto row = [&](int which, const auto& change) {
      refuse(fmt::format("holds a row, {}, that no table has", which), change);
    };
    row(3, [](Bytes& b) { b.unit[3] = 3; });
    row(2, [](Bytes& b) { b.currency[2] = 1; });
    row(0, [](Bytes& b) { b.start[0] = min_day - 2; });
    row(2, [](Bytes& b) { b.start[2] = max_day + 2; });
    row(2, [](Bytes& b) { b.end[2] = b.start[2] - 1; });
    row(3, [](Bytes& b) { b.amount[3] = std::numeric_limits<std::int64_t>::min(); });
    row(2, [](Bytes& b) { b.annual[2] = 2; });
    row(2, [](Bytes& b) { b.quantity[2] = -2; });
    row(3, [](Bytes& b) { b.signed_on[3] = max_day + 1; });
    row(1, [](Bytes& b) { b.cancel_requested = {open, min_day - 1, open, open}; });
    row(0, [](Bytes& b) { b.same_row[0] = 1; });
    row(2, [](Bytes& b) { b.same_row[2] = 1; });
    row(1, [](Bytes& b) { b.same_row[1] = 2; });
    row(1, [](Bytes& b) { b.start[1] = 19011; });
    row(1, [](Bytes& b) { b.unit[1] = 2; });
    row(1, [](Bytes& b) { b.annual[1] = 0; });
    row(1, [](Bytes& b) { b.signed_on[1] = open; });
    row(1, [](Bytes& b) { b.quantity[1] = 6; });
    row(1, [](Bytes& b) {
      b.currencies = {"USD", "JPY"};
      b.currency[1] = 1;
    });
    row(2, [](Bytes& b) {
      b.policy.free = FreeRule::churned;
      b.amount[2] = 0;
    });
    refuse("takes account a/s/j below 0", [](Bytes& b) { b.amount[2] = -1; });
  }

  TEST_CASE("bytes of a policy and parts, cut anywhere, are refused; changed anywhere they do no harm") {
    const auto bytes = Bytes{}.written();
    for (std::size_t n = 0; n < bytes.size(); ++n)
      CHECK_THROWS_AS(LedgerState::deserialize(std::span(bytes).first(n)), InvalidInput);
    int ledgers = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at)
      for (const int flip : {0x01, 0x02, 0x41, 0x80, 0xff}) {
        auto changed = bytes;
        changed[at] = static_cast<std::uint8_t>(changed[at] ^ flip);
        CAPTURE(at);
        CAPTURE(flip);
        try {
          const auto state = LedgerState::deserialize(changed);
          CHECK(LedgerState::deserialize(state.serialize()).serialize() == state.serialize());
          RevenuePolicy policy{.ledger = state.policy()};
          policy.ledger.period = Period::year;
          const auto p = mrr_ledger(state, {.policy = policy}).periods();
          ++ledgers;
          for (std::size_t i = 0; i < p.closing.minor.size(); ++i)
            CHECK(p.opening.minor[i] + p.new_business.minor[i] + p.reactivation.minor[i] +
                      p.expansion.minor[i] - p.contraction.minor[i] - p.churn.minor[i] ==
                  p.closing.minor[i]);
        } catch (const Error&) {
        }
      }
    CHECK(ledgers > 50);
  }

  TEST_CASE("the last days of the calendar, and instants that another zone moves beyond it") {
    auto columns = tables::good();
    columns.start = days({"1900-01-01", "9999-12-31", "9999-12-31"});
    columns.end = days({"9999-12-31", "open", "open"});
    columns.status = Texts{"active", "past_due", "active"};
    columns.signed_on = days({"1900-01-01", "9999-12-31", "open"});
    for (const std::int32_t past_due : {0, 30, std::numeric_limits<std::int32_t>::max()}) {
      const auto state = state_of(Subscriptions(columns), {.past_due_days = past_due});
      CHECK(round_trip(state).serialize() == state.serialize());
    }
    constexpr std::int64_t day = 86'400'000'000;
    columns.start = DayColumn::of_instants(
        Column<std::int64_t>(Counts{min_day * day, max_day * day + day - 1, max_day * day}));
    columns.end = {};
    for (const char* zone : {"+14:00", "-12:00"}) {
      const auto state = state_of(Subscriptions(columns), {.time_zone = zone});
      CHECK(round_trip(state).serialize() == state.serialize());
      CHECK(state.spans()->start[0] == min_day - (zone[0] == '-' ? 1 : 0));
      CHECK(state.spans()->start[1] == max_day + (zone[0] == '-' ? 0 : 1));
    }
  }
}
