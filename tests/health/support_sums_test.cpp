// SPDX-License-Identifier: MIT
#include <fealty/health/support.hpp>
#include <fealty/health/support_sums.hpp>

#include "partial_states.hpp"
#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using tables::Texts;

namespace {

struct Ticket {
  std::string account;
  std::int32_t opened, closed;
  std::uint8_t escalated;
  double score;
};
Tickets tickets_of(const std::vector<Ticket>& rows, bool has_escalated) {
  Texts account;
  tables::Days opened, closed;
  std::vector<std::uint8_t> escalated;
  tables::Reals score;
  for (const Ticket& row : rows) {
    account.push_back(row.account);
    opened.push_back(row.opened);
    closed.push_back(row.closed);
    escalated.push_back(row.escalated);
    score.push_back(row.score);
  }
  TicketColumns columns{.account = account, .opened = opened, .closed = closed, .score = score};
  if (has_escalated) columns.escalated = escalated;
  return Tickets(columns);
}
Tickets of(const std::vector<Ticket>& rows) { return tickets_of(rows, true); }
std::vector<Ticket> random_tickets(fealty::detail::SplitMix64& random) {
  std::vector<Ticket> rows;
  for (std::uint64_t i = 0, n = random.next() % 150; i < n; ++i) {
    const auto opened = static_cast<std::int32_t>(19000 + random.next() % 100);
    const auto closed =
        random.next() % 4 == 0 ? open : opened + static_cast<std::int32_t>(random.next() % 30);
    rows.push_back({"a" + std::to_string(random.next() % 6), opened, closed,
                    static_cast<std::uint8_t>(random.next() % 2),
                    random.next() % 3 == 0 ? std::nan("") : static_cast<double>(random.next() % 997) / 99.7});
  }
  return rows;
}
revenue::Accounts regions() {
  revenue::AccountColumns columns{.account = Texts{"a0", "a1", "a2", "a3", "a4", "a5"}};
  columns.attributes.emplace_back("region",
                                  tables::ids_with_nulls({"north", "south", "", "south", "north", "south"}));
  return revenue::Accounts(columns);
}
SupportOptions options_of(std::uint64_t seed) {
  SupportOptions options{.as_of = Date{19080}};
  if (seed % 2 == 0) options.window_days = 40;
  if (seed % 3 == 1) options.by = {"account"};
  if (seed % 3 == 2) options.by = {"region"}, options.accounts = regions();
  return options;
}
void check_same(const Support& found, const Support& expected) {
  CHECK(test::columns_of(found) == test::columns_of(expected));
  CHECK(found.as_of == expected.as_of);
  CHECK(found.as_of_inferred == expected.as_of_inferred);
  CHECK(found.window_days == expected.window_days);
  REQUIRE(found.findings.size() == expected.findings.size());
  for (std::size_t i = 0; i < found.findings.size(); ++i)
    CHECK(found.findings[i].message == expected.findings[i].message);
}

}  // namespace

TEST_SUITE("health/support_sums") {
  TEST_CASE("tickets in parts, in any order, come to the rows of the whole") {
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
      fealty::detail::SplitMix64 random(seed);
      const auto tickets = random_tickets(random);
      const SupportOptions options = options_of(seed);
      SupportSums whole(options);
      whole.update(of(tickets));
      const auto parts = test::random_parts(tickets, random);
      const auto merged = test::merged_in_any_order(parts, random, SupportSums(options), of);
      REQUIRE(merged.serialize() == whole.serialize());
      check_same(merged.support(), support(of(tickets), options));
    }
  }
  TEST_CASE("a state of nothing is that of an empty table, and adds nothing") {
    check_same(SupportSums(options_of(3)).support(), support(of({}), options_of(3)));
    check_same(SupportSums(options_of(1)).support(), support(of({}), options_of(1)));
    SupportSums sums(options_of(1));
    sums.update(of({{"a1", 19070, 19072, 1, 4}}));
    const auto bytes = sums.serialize();
    sums.merge(SupportSums(options_of(1)));
    CHECK(sums.serialize() == bytes);
    sums.merge(sums);
    CHECK(sums.size() == 2);
  }
  TEST_CASE("tells of parts in which escalations are not told") {
    SupportSums sums(options_of(3)), other = sums;
    sums.update(of({{"a1", 19070, 19072, 1, 4}}));
    other.update(tickets_of({{"a1", 19070, open, 0, std::nan("")}}, false));
    sums.merge(other);
    REQUIRE(sums.support().findings.size() == 1);
    CHECK(sums.support().findings[0].code == "escalation_not_told");
  }
  TEST_CASE("refuses what is of another day or window, a state without a day, and bytes that are none") {
    SupportSums sums(options_of(2));
    sums.update(of({{"a1", 19070, 19072, 1, 4.5}, {"a2", 19071, open, 0, std::nan("")}}));
    CHECK_THROWS_WITH_AS(SupportSums().update(of({})),
                         "SupportSums: as_of is missing; parts of a table need the same day", InvalidInput);
    SupportOptions later = options_of(2);
    later.as_of = Date{19081};
    CHECK_THROWS_WITH_AS(sums.merge(SupportSums(later)),
                         "SupportSums: as_of = \"2022-03-30\" is not \"2022-03-29\", of which the state is",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(sums.merge(SupportSums({.as_of = Date{19080}})),
                         "SupportSums: window_days = \"none\" is not \"40\", of which the state is",
                         InvalidInput);
    CHECK_THROWS_AS(SupportSums({.window_days = 0}), InvalidInput);
    test::check_bad_bytes(sums);
  }
}
