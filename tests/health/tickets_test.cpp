// SPDX-License-Identifier: MIT
#include <fealty/health/tickets.hpp>

#include "revenue/tables.hpp"

#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;
using Bytes = std::vector<std::uint8_t>;

namespace {

TicketColumns good_tickets() {
  return {.account = Texts{"b", "a", "a"},
          .opened = tables::days({"2024-01-05", "2024-01-03", "2024-01-01"}),
          .closed = tables::days({"open", "2024-01-03", "2024-01-09"}),
          .severity = Texts{"low", "high", "low"},
          .escalated = Bytes{1, 0, 0},
          .score = tables::with_nulls(Reals{0, 4, 5}, {0})};
}
template <class Edit>
void refuses_tickets(Edit edit, const char* message) {
  TicketColumns columns = good_tickets();
  edit(columns);
  CHECK_THROWS_WITH_AS(Tickets{columns}, message, InvalidInput);
}

}  // namespace

TEST_SUITE("health/tickets") {
  TEST_CASE("orders tickets by account and day") {
    const Tickets tickets(good_tickets());
    REQUIRE(tickets.size() == 3);
    CHECK(tickets.findings().empty());
    CHECK(tickets.last_day() == tables::date("2024-01-09"));
    std::vector<std::int64_t> rows;
    for (const auto& row : tickets.data().rows) rows.push_back(row.row);
    CHECK(rows == std::vector<std::int64_t>{2, 1, 0});
    const Tickets none({.account = Texts{}, .opened = tables::Days{}});
    CHECK(none.size() == 0);
    CHECK_FALSE(none.last_day().has_value());
  }

  TEST_CASE("tells of escalations that are not known, and of scores of open tickets") {
    TicketColumns columns = good_tickets();
    columns.escalated = tables::with_nulls(Bytes{1, 0, 0}, {1});
    columns.score = Reals{3, 4, std::numeric_limits<double>::quiet_NaN()};
    const auto findings = Tickets(columns).findings();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].code == "unknown_escalation");
    CHECK(findings[0].message == "Tickets: escalated[1] is null; the ticket counts as not escalated");
    CHECK(findings[1].code == "score_while_open");
    CHECK(findings[1].message == "Tickets: score[0] = 3 is of an open ticket; it does not count yet");
  }

  TEST_CASE("refuses columns that are missing, or of another length") {
    refuses_tickets([](auto& c) { c.opened = {}; },
                    "Tickets: opened is missing; the table needs this column");
    refuses_tickets([](auto& c) { c.severity = Texts{"low"}; },
                    "Tickets: severity = 1 rows does not match the 3 rows of account");
  }

  TEST_CASE("refuses values that cannot be") {
    refuses_tickets(
        [](auto& c) {
          c.account = tables::ids_with_nulls({"b", "", "a"});
        },
        "Tickets: account[1] is null; every row needs it");
    refuses_tickets(
        [](auto& c) {
          c.closed = tables::days({"open", "2024-01-02", "2024-01-09"});
        },
        "Tickets: closed[1] = 2024-01-02 is before opened 2024-01-03");
    refuses_tickets(
        [](auto& c) {
          c.closed = tables::Days{max_day + 1, open, open};
        },
        "Tickets: closed[0] = day 2932897 is not between 1900-01-01 and 9999-12-31");
    refuses_tickets(
        [](auto& c) {
          c.opened = tables::days({"1899-01-05", "2024-01-03", "2024-01-01"});
        },
        "Tickets: opened[0] = 1899-01-05 is not between 1900-01-01 and 9999-12-31");
    refuses_tickets([](auto& c) { c.escalated = Bytes{1, 2, 0}; }, "Tickets: escalated[1] = 2 is not 0 or 1");
    refuses_tickets(
        [](auto& c) {
          c.score = Reals{1, 2, std::numeric_limits<double>::infinity()};
        },
        "Tickets: score[2] = inf is not a finite number");
  }

  TEST_CASE("leaves bad rows out if asked, and lists them") {
    TicketColumns columns = good_tickets();
    columns.closed = tables::days({"open", "2024-01-02", "2024-01-09"});
    columns.on_error = OnError::drop;
    const Tickets tickets(columns);
    CHECK(tickets.size() == 2);
    REQUIRE(tickets.findings().size() == 1);
    CHECK(tickets.findings()[0].code == "closed_before_opened");
    CHECK(tickets.findings()[0].rows == std::vector<std::int64_t>{1});
  }
}
