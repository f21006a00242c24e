// SPDX-License-Identifier: MIT
#include <fealty/retention/customer_lifetimes.hpp>

#include "revenue/ledger_checks.hpp"
#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/changes.hpp>
#include <fealty/revenue/ledger_state.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::retention;
using ledger_checks::difference;
using revenue::mrr_ledger;
using tables::date;

namespace {

std::vector<std::string> lines(const CustomerLifetimes& lives) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < lives.days.size(); ++i)
    out.push_back(fmt::format("{} {} {}..{} {} {} {}>{}", lives.account.text(i), lives.spell[i],
                              to_string(Date{lives.start.days[i]}), to_string(Date{lives.end.days[i]}),
                              lives.days[i], lives.ended[i], lives.first_mrr.minor[i],
                              lives.last_mrr.minor[i]));
  return out;
}

std::string spells(const std::vector<tables::Row>& rows, std::int32_t gap_days = 0,
                   std::string_view as_of = "2024-12-31") {
  const auto out = lines(customer_lifetimes(mrr_ledger(tables::subscriptions(rows), {.as_of = date(as_of)}),
                                            {.gap_days = gap_days}));
  return fmt::format("{}", fmt::join(out, "\n"));
}

}  // namespace

TEST_SUITE("retention/customer_lifetimes") {
  TEST_CASE("a spell that lasts, and one that ended") {
    // as_of is a day that was seen: 366 days of 2024 less the 9 before 10 January.
    CHECK(spells({{"b", "2024-01-10", "open", 500}, {"a", "2024-01-10", "2024-01-11", 700}}) ==
          "a 1 2024-01-10..2024-01-11 1 1 700>700\n"
          "b 1 2024-01-10..open 357 0 500>500");
  }

  TEST_CASE(
      "overlapping and adjoining rows are one spell; first and last MRR are those of its first and last "
      "day") {
    CHECK(spells({{"a", "2024-03-01", "2024-04-01", 300},
                  {"a", "2024-01-10", "2024-02-10", 100},
                  {"a", "2024-02-10", "2024-03-15", 200}}) == "a 1 2024-01-10..2024-04-01 82 1 100>300");
    CHECK(spells({{"a", "2024-01-10", "2024-02-10", 100}, {"a", "2024-01-10", "2024-02-10", 50}}) ==
          "a 1 2024-01-10..2024-02-10 31 1 150>150");
  }

  TEST_CASE("a gap ends a spell, unless it is one of at most gap_days") {
    const std::vector<tables::Row> rows{{"a", "2024-01-10", "2024-02-10", 100},
                                        {"a", "2024-02-13", "open", 200}};
    const std::string two = "a 1 2024-01-10..2024-02-10 31 1 100>100\na 2 2024-02-13..open 323 0 200>200";
    CHECK(spells(rows) == two);
    CHECK(spells(rows, 2) == two);
    CHECK(spells(rows, 3) == "a 1 2024-01-10..open 357 0 100>200");
    CHECK(spells(rows, std::numeric_limits<std::int32_t>::max()) == "a 1 2024-01-10..open 357 0 100>200");
  }

  TEST_CASE("a spell begins with MRR, and goes on for free") {
    CHECK(spells({{"a", "2024-01-10", "2024-02-10", 0},
                  {"a", "2024-02-10", "2024-03-10", 100},
                  {"a", "2024-03-10", "2024-04-10", 0}}) == "a 1 2024-02-10..2024-04-10 60 1 100>0");
    CHECK(spells({{"a", "2024-01-10", "2024-02-10", 0}}) == "");
    // Back on a free plan alone is no customer, and the next spell begins with MRR again.
    CHECK(spells({{"a", "2024-01-10", "2024-02-10", 100},
                  {"a", "2024-05-10", "2024-06-10", 0},
                  {"a", "2024-06-10", "open", 70}}) ==
          "a 1 2024-01-10..2024-02-10 31 1 100>100\na 2 2024-06-10..open 205 0 70>70");
  }

  TEST_CASE("a free row after a gap that does not count goes on with the spell") {
    CHECK(spells({{"a", "2024-01-10", "2024-02-10", 100}, {"a", "2024-02-15", "open", 0}}, 5) ==
          "a 1 2024-01-10..open 357 0 100>0");
    CHECK(spells({{"a", "2024-01-10", "2024-02-10", 100},
                  {"a", "2024-02-15", "2024-02-25", 0},
                  {"a", "2024-02-25", "open", 70}},
                 7) == "a 1 2024-01-10..open 357 0 100>70");
  }

  TEST_CASE("an end after as_of is not known yet") {
    CHECK(spells({{"a", "2024-01-10", "2025-01-01", 100}}) == "a 1 2024-01-10..open 357 0 100>100");
    CHECK(spells({{"a", "2024-01-10", "2024-12-31", 100}}) == "a 1 2024-01-10..2024-12-31 356 1 100>100");
    CHECK(spells({{"a", "2025-01-10", "open", 100}, {"b", "2024-12-31", "open", 1}}) ==
          "b 1 2024-12-31..open 1 0 1>1");
    // The price of a later row is not known either.
    CHECK(spells({{"a", "2024-01-10", "2025-01-10", 100}, {"a", "2025-01-10", "open", 900}}) ==
          "a 1 2024-01-10..open 357 0 100>100");
  }

  TEST_CASE("a spell of days is seen even where the ledger's periods see nothing") {
    CHECK(spells({{"a", "2024-02-05", "2024-02-20", 100}}) == "a 1 2024-02-05..2024-02-20 15 1 100>100");
    CHECK(spells({{"a", "2024-02-05", "2024-02-05", 100}}) == "");
  }

  TEST_CASE("does not depend on the ledger's periods") {
    naive::Random random(8);
    const auto table = ledger_checks::subscriptions(naive::random_rows(random, {}));
    const auto of = [&](Period period, std::int32_t month) {
      return lines(customer_lifetimes(
          mrr_ledger(table, {.as_of = Date{19400}, .period = period, .fiscal_year_start = month})));
    };
    const auto by_month = of(Period::month, 1);
    CHECK(by_month.size() > 20);
    CHECK(of(Period::day, 1) == by_month);
    CHECK(of(Period::year, 7) == by_month);
  }

  TEST_CASE("equals a naive ledger, for any gap") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
      naive::Random random(seed);
      const naive::Shape shape{
          .accounts = random.between(1, seed % 50 == 0 ? 2100 : 70), .rows = 9, .free = 20};
      const auto rows = naive::random_rows(random, shape);
      const auto as_of =
          static_cast<std::int32_t>(random.between(shape.first_day, shape.first_day + shape.days + 200));
      const auto kind = seed % 2 == 0 ? ledger_checks::IdKind::texts : ledger_checks::IdKind::integers;
      const auto ledger = mrr_ledger(ledger_checks::subscriptions(rows, kind), {.as_of = Date{as_of}});
      const naive::Ledger naive_ledger(rows, as_of, naive::Cut::month, 1);
      for (const std::int32_t gap_days : {0, 1, 14, 60}) {
        const auto lives = customer_lifetimes(ledger, {.gap_days = gap_days});
        std::vector<std::string> got, want;
        for (std::size_t i = 0; i < lives.days.size(); ++i)
          got.push_back(fmt::format("{} {} {} {} {} {} {} {}", ledger_checks::account_of(lives.account, i),
                                    lives.spell[i], lives.start.days[i], lives.end.days[i], lives.days[i],
                                    lives.ended[i], lives.first_mrr.minor[i], lives.last_mrr.minor[i]));
        for (const auto& spell : naive_ledger.spells(gap_days)) {
          const bool ended = spell.end != naive::never;
          want.push_back(fmt::format("{} {} {} {} {} {} {} {}", spell.account, spell.number, spell.start,
                                     spell.end, (ended ? spell.end : as_of + 1) - spell.start, ended ? 1 : 0,
                                     spell.first_mrr, spell.last_mrr));
        }
        CAPTURE(seed);
        CAPTURE(gap_days);
        CHECK(difference("spells", got, want) == "");
      }
    }
  }

  TEST_CASE("changes and states give the same spells as subscriptions") {
    const std::vector<tables::Row> rows{{"a", "2024-01-10", "2024-02-10", 100},
                                        {"a", "2024-03-10", "2024-05-10", 50},
                                        {"b", "2024-01-20", "open", 7}};
    const revenue::MrrChanges changes(
        {.account = tables::Texts{"a", "b", "a", "a", "a"},
         .date = tables::days({"2024-01-10", "2024-01-20", "2024-02-10", "2024-03-10", "2024-05-10"}),
         .change_minor = tables::Counts{100, 7, -100, 50, -50},
         .currency = "USD"});
    const auto want =
        lines(customer_lifetimes(mrr_ledger(tables::subscriptions(rows), {.as_of = date("2024-06-30")})));
    CHECK(want.size() == 3);
    CHECK(lines(customer_lifetimes(mrr_ledger(changes, {.as_of = date("2024-06-30")}))) == want);
    revenue::LedgerState state;
    for (const auto& row : rows) state.update(tables::subscriptions({row}));
    CHECK(lines(customer_lifetimes(mrr_ledger(state, {.as_of = date("2024-06-30")}))) == want);
  }

  TEST_CASE("empty") {
    const auto none = customer_lifetimes(mrr_ledger(tables::subscriptions({})));
    CHECK(none.days.empty());
    CHECK(none.account.size() == 0);
    CHECK(customer_lifetimes(mrr_ledger(tables::subscriptions({{"a", "2024-01-10", "open", 1}}),
                                        {.as_of = date("2024-01-09")}))
              .days.empty());
  }

  TEST_CASE("the columns have their names, in order") {
    CustomerLifetimes out;
    std::string names;
    CustomerLifetimes::each_column(out,
                                   [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "account spell start end days ended first_mrr last_mrr ");
  }

  TEST_CASE("refuses a negative gap") {
    CHECK_THROWS_WITH_AS(customer_lifetimes(mrr_ledger(tables::subscriptions({})), {.gap_days = -1}),
                         "customer_lifetimes: gap_days = -1 is negative", InvalidInput);
  }
}
