// SPDX-License-Identifier: MIT
#include <fealty/revenue/accounts.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::revenue;
using tables::Counts;
using tables::date;
using tables::days;
using tables::ids_with_nulls;
using tables::Texts;
using tables::with_nulls;

namespace {

constexpr std::int32_t ever = std::numeric_limits<std::int32_t>::min();

std::uint32_t code(const Accounts& accounts, const std::string& id) {
  const auto found = accounts.ids()->find(std::string_view(id));
  REQUIRE(found.has_value());
  return *found;
}
std::string id(const Ids& ids, std::uint32_t code) { return code == no_id ? "-" : ids.text(code); }
std::string merged(const Accounts& accounts, const std::string& account) {
  return id(*accounts.ids(), accounts.final_account(code(accounts, account)));
}
std::string top(const Accounts& accounts, const std::string& account) {
  return id(*accounts.ids(), accounts.topmost_parent(code(accounts, account)));
}
std::string value(const Accounts& accounts, const std::string& account, std::size_t attribute,
                  const char* day) {
  return id(*accounts.attribute_ids(attribute),
            accounts.attribute_on(code(accounts, account), attribute, date(day)));
}
/// Such as "ever smb, 2024-03-01 ent".
std::string changes(const Accounts& accounts, const std::string& account, std::size_t attribute = 0) {
  std::string out;
  for (const auto& [day, to] : accounts.attribute_changes(code(accounts, account), attribute))
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", day == ever ? "ever" : to_string(Date{day}),
                       id(*accounts.attribute_ids(attribute), to));
  return out;
}

/// Account a is small until March 2024 and large from then on.
AccountColumns dated() {
  return {.account = Texts{"a", "a", "b"},
          .valid_from = with_nulls(days({"2024-01-01", "2024-03-01", "2024-01-01"}), {0}),
          .valid_to = days({"2024-03-01", "open", "2024-06-01"}),
          .attributes = {{"segment", Texts{"small", "large", "small"}}}};
}

void refuses(const AccountColumns& columns, const std::string& message) {
  CHECK_THROWS_WITH_AS(Accounts{columns}, message.c_str(), InvalidInput);
}

/// The one error of a table whose bad rows are left out; its text is that of the exception.
std::optional<Finding> dropped(AccountColumns columns, const char* code) {
  std::string thrown;
  try {
    Accounts{columns};
  } catch (const InvalidInput& error) {
    thrown = error.what();
  }
  columns.on_error = OnError::drop;
  const Accounts accounts(columns);
  const auto finding = tables::find(accounts.findings(), code);
  if (finding) {
    CHECK(finding->severity == Severity::error);
    CHECK(finding->message == thrown);
    CHECK(accounts.size() + finding->rows.size() == columns.account.size());
  }
  return finding;
}

}  // namespace

TEST_SUITE("revenue/accounts") {
  TEST_CASE("merges lead to what became of an account, parents to the topmost of that") {
    const Accounts accounts({.account = Texts{"a", "b", "c", "d", "e"},
                             .parent = ids_with_nulls({"", "d", "x", "e", ""}),
                             .merged_into = ids_with_nulls({"b", "c", "", "", ""})});
    CHECK(accounts.size() == 5);
    CHECK(merged(accounts, "a") == "c");
    CHECK(merged(accounts, "b") == "c");
    CHECK(merged(accounts, "c") == "c");
    CHECK(top(accounts, "a") == "x");  // the parent of c, not that of b
    CHECK(top(accounts, "b") == "x");
    CHECK(top(accounts, "d") == "e");
    CHECK(top(accounts, "e") == "e");
    CHECK(top(accounts, "x") == "x");
    CHECK(accounts.final_account(no_id) == no_id);
    CHECK(accounts.topmost_parent(no_id) == no_id);
    CHECK(!accounts.has_row(no_id));
    CHECK(accounts.has_row(code(accounts, "a")));
    CHECK(!accounts.has_row(code(accounts, "x")));
  }

  TEST_CASE("a parent that was merged stands for what became of it") {
    const Accounts accounts({.account = Texts{"child", "old", "group", "holding"},
                             .parent = ids_with_nulls({"old", "", "holding", ""}),
                             .merged_into = ids_with_nulls({"", "group", "", ""})});
    CHECK(top(accounts, "child") == "holding");
    CHECK(top(accounts, "old") == "holding");
    // an account that took its own parent over has none
    const Accounts taken({.account = Texts{"a", "p"},
                          .parent = ids_with_nulls({"p", ""}),
                          .merged_into = ids_with_nulls({"", "a"})});
    CHECK(top(taken, "a") == "a");
    CHECK(top(taken, "p") == "a");
    CHECK(taken.findings().empty());
  }

  TEST_CASE("attributes hold from valid_from on and before valid_to") {
    const Accounts accounts(dated());
    CHECK(accounts.findings().empty());
    CHECK(value(accounts, "a", 0, "1950-01-01") == "small");
    CHECK(value(accounts, "a", 0, "2024-02-29") == "small");
    CHECK(value(accounts, "a", 0, "2024-03-01") == "large");
    CHECK(value(accounts, "a", 0, "9999-12-31") == "large");
    CHECK(value(accounts, "b", 0, "2023-12-31") == "-");
    CHECK(value(accounts, "b", 0, "2024-01-01") == "small");
    CHECK(value(accounts, "b", 0, "2024-05-31") == "small");
    CHECK(value(accounts, "b", 0, "2024-06-01") == "-");
    CHECK(changes(accounts, "a") == "ever small, 2024-03-01 large");
    CHECK(changes(accounts, "b") == "2024-01-01 small, 2024-06-01 -");
    CHECK(accounts.attribute_on(no_id, 0, date("2024-01-01")) == no_id);
    CHECK(accounts.attribute_changes(no_id, 0).empty());
  }

  TEST_CASE("without days an attribute always holds, and unknown values are no changes") {
    const Accounts accounts(
        {.account = Texts{"a", "b"},
         .parent = Texts{"p", "p"},
         .attributes = {{"segment", ids_with_nulls({"small", ""})}, {"size", Counts{7, -7}}}});
    CHECK(changes(accounts, "a") == "ever small");
    CHECK(changes(accounts, "b") == "");
    CHECK(changes(accounts, "p") == "");
    CHECK(changes(accounts, "b", 1) == "ever -7");
    CHECK(value(accounts, "a", 1, "1900-01-01") == "7");
    CHECK(value(accounts, "b", 0, "1900-01-01") == "-");
    CHECK(accounts.attribute_count() == 2);
    CHECK(accounts.attribute_name(1) == "size");
    CHECK(accounts.attribute("size") == 1);
    CHECK_THROWS_WITH_AS(accounts.attribute("plan"),
                         "Accounts: attribute = \"plan\" is not there; the attributes are segment, size",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(Accounts({.account = Texts{}}).attribute("plan"),
                         "Accounts: attribute = \"plan\" is not there; the attributes are none",
                         InvalidInput);
  }

  TEST_CASE("without valid_to a row holds until the account's next") {
    AccountColumns columns{
        .account = Texts{"a", "b", "a", "a"},
        .valid_from = with_nulls(days({"2024-03-01", "2024-01-01", "2024-05-01", "2024-01-01"}), {3}),
        .attributes = {{"segment", ids_with_nulls({"large", "small", "", "small"})}}};
    const Accounts accounts(columns);
    CHECK(changes(accounts, "a") == "ever small, 2024-03-01 large, 2024-05-01 -");
    CHECK(changes(accounts, "b") == "2024-01-01 small");
    columns.valid_from = days({"2024-03-01", "2024-01-01", "2024-03-01", "2024-01-01"});
    refuses(columns,
            "Accounts: account[0] = a holds in [2024-03-01, open), as row 2 does in [2024-03-01, open)");
  }

  TEST_CASE("copies share what they know") {
    std::optional<Accounts> first{Accounts(dated())};
    const Accounts copy = *first;
    const auto* const ids = first->ids().get();
    first.reset();
    CHECK(copy.ids().get() == ids);
    CHECK(changes(copy, "a") == "ever small, 2024-03-01 large");
  }

  TEST_CASE("codes of another dictionary") {
    const Accounts accounts({.account = Texts{"a", "b"}, .merged_into = ids_with_nulls({"", "z"})});
    Ids ledger;
    for (const char* each : {"z", "q", "b", "a"}) ledger.encode(std::string_view(each));
    std::vector<std::string> found;
    for (const auto each : accounts.match(ledger)) found.push_back(id(*accounts.ids(), each));
    CHECK(found == Texts{"z", "-", "b", "a"});
    CHECK(accounts.match(*accounts.ids()) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(accounts.match(Ids{}).empty());
    const Accounts numbers({.account = Counts{70, 50}, .parent = Counts{50, 1'000'000'000'000}});
    Ids other;
    for (const std::int64_t each : Counts{1'000'000'000'000, 60, 50}) other.encode(each);
    const auto codes = numbers.match(other);
    CHECK(numbers.ids()->number(codes[0]) == 1'000'000'000'000);
    CHECK(codes[1] == no_id);
    CHECK(numbers.ids()->number(codes[2]) == 50);
    CHECK_THROWS_WITH_AS(numbers.match(ledger),
                         "Accounts: account = integers cannot be matched with ids that are texts",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(accounts.match(other),
                         "Accounts: account = texts cannot be matched with ids that are integers",
                         InvalidInput);
    CHECK(Accounts({.account = Texts{}}).match(other) == std::vector<std::uint32_t>{no_id, no_id, no_id});
  }

  TEST_CASE("empty, and one row") {
    const Accounts empty({.account = Texts{}, .attributes = {{"segment", Texts{}}}});
    CHECK(empty.size() == 0);
    CHECK(empty.ids()->size() == 0);
    CHECK(empty.findings().empty());
    CHECK(empty.attribute_changes(0, 0).empty());
    const Accounts one({.account = Counts{-1}, .attributes = {{"segment", Texts{"x"}}}});
    CHECK(one.final_account(0) == 0);
    CHECK(one.topmost_parent(0) == 0);
    CHECK(one.attribute_on(0, 0, Date{std::numeric_limits<std::int32_t>::min()}) == 0);
    CHECK(one.attribute_on(0, 0, Date{open}) == 0);
  }

  TEST_CASE("findings: accounts that have no row of their own, and rows that hold on no day") {
    AccountColumns columns = dated();
    columns.parent = ids_with_nulls({"", "b", "p"});
    columns.merged_into = IdColumn(ids_with_nulls({"", "z", ""})).named("successor");
    columns.valid_to = days({"2024-03-01", "open", "2024-01-01"});
    const Accounts accounts(columns);
    CHECK(accounts.size() == 3);
    CHECK(tables::codes(accounts.findings()) == "zero_length_period unknown_parent unknown_merge_target");
    const auto found = [&](const char* code, std::int64_t row, const char* message) {
      const auto finding = tables::find(accounts.findings(), code);
      REQUIRE(finding.has_value());
      CHECK(finding->severity == Severity::warning);
      CHECK(finding->rows == std::vector<std::int64_t>{row});
      CHECK(finding->message == message);
    };
    found("zero_length_period", 2,
          "Accounts: valid_to[2] = 2024-01-01 is its own valid_from; the row's attributes hold on no day");
    found("unknown_parent", 2, "Accounts: parent[2] = p has no row of its own; it is used all the same");
    found("unknown_merge_target", 1,
          "Accounts: successor[1] = z has no row of its own; it is used all the same");
    CHECK(changes(accounts, "b") == "");
    CHECK(top(accounts, "b") == "p");
    CHECK(merged(accounts, "a") == "z");
  }

  TEST_CASE("refuses columns that are missing, of another length or kind, or twice there") {
    const auto edited = [](auto edit) {
      AccountColumns columns = dated();
      edit(columns);
      return columns;
    };
    refuses(edited([](auto& c) { c.account = {}; }),
            "Accounts: account is missing; the table needs this column");
    refuses(edited([](auto& c) { c.parent = Texts{"a"}; }),
            "Accounts: parent = 1 rows does not match the 3 rows of account");
    refuses(edited([](auto& c) { c.merged_into = IdColumn(Texts{"a"}).named("into"); }),
            "Accounts: into = 1 rows does not match the 3 rows of account");
    refuses(edited([](auto& c) { c.valid_from = days({"2024-01-01"}); }),
            "Accounts: valid_from = 1 rows does not match the 3 rows of account");
    refuses(edited([](auto& c) { c.valid_to = days({"2024-01-01"}); }),
            "Accounts: valid_to = 1 rows does not match the 3 rows of account");
    refuses(edited([](auto& c) { c.attributes[0].second = Texts{"x"}; }),
            "Accounts: segment = 1 rows does not match the 3 rows of account");
    refuses(edited([](auto& c) { c.attributes[0].second = {}; }),
            "Accounts: segment is missing; the table needs this column");
    refuses(edited([](auto& c) { c.attributes[0].first = ""; }), "Accounts: attributes need a name each");
    refuses(edited([](auto& c) { c.attributes.push_back(c.attributes[0]); }),
            "Accounts: attributes = \"segment\" is there twice");
    refuses(edited([](auto& c) {
              c.parent = Counts{1, 2, 3};
            }),
            "Accounts: parent = integers does not match the texts of account");
    refuses(edited([](auto& c) {
              c.account = IdColumn(Counts{1, 1, 3}).named("customer");
              c.merged_into = ids_with_nulls({"", "", "x"});
            }),
            "Accounts: merged_into = texts does not match the integers of customer");
    // a column without any id is of no kind
    CHECK(Accounts(edited([](auto& c) {
            c.account = Counts{1, 1, 3};
            c.parent = ids_with_nulls({"", "", ""});
          })).size() == 3);
  }

  TEST_CASE("refuses bad rows, and leaves them out when told to") {
    using Rows = std::vector<std::int64_t>;
    AccountColumns columns = dated();
    columns.account = ids_with_nulls({"a", "", "b"});
    refuses(columns, "Accounts: account[1] is null; every row needs an account");
    CHECK(dropped(columns, "null_account")->rows == Rows{1});

    columns = dated();
    columns.valid_from = days({"2024-01-01", "1899-12-31", "open"});
    refuses(columns, "Accounts: valid_from[1] = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
    CHECK(dropped(columns, "date_out_of_range")->rows == Rows{1, 2});

    columns = dated();
    columns.valid_to = Column<std::int32_t>(tables::Days{0, max_day + 1, open}).named("until");
    columns.valid_from = {};
    refuses(columns, "Accounts: until[1] = day 2932897 is not between 1900-01-01 and 9999-12-31");

    columns = dated();
    columns.valid_to = days({"2024-03-01", "2024-02-29", "open"});
    refuses(columns, "Accounts: valid_to[1] = 2024-02-29 is before valid_from 2024-03-01");
    CHECK(dropped(columns, "valid_to_before_valid_from")->rows == Rows{1});

    columns = dated();
    columns.parent = ids_with_nulls({"b", "b", "b"});
    refuses(columns, "Accounts: parent[2] = b is the account itself");
    CHECK(dropped(columns, "own_parent")->rows == Rows{2});

    columns = dated();
    columns.merged_into = ids_with_nulls({"b", "a", ""});
    refuses(columns, "Accounts: merged_into[1] = a is the account itself");
    CHECK(dropped(columns, "merged_into_itself")->rows == Rows{1});

    columns = dated();
    columns.parent = ids_with_nulls({"p", "q", ""});
    refuses(columns, "Accounts: parent[0] = p is not that of row 1, q, for account a");
    CHECK(dropped(columns, "conflicting_parents")->rows == Rows{0, 1});

    columns = dated();
    columns.merged_into = ids_with_nulls({"p", "q", "q"});
    refuses(columns, "Accounts: merged_into[0] = p is not that of row 1, q, for account a");
    CHECK(dropped(columns, "conflicting_merges")->rows == Rows{0, 1});
  }

  TEST_CASE("refuses rows of an account that hold on the same days, names both and their days") {
    using Rows = std::vector<std::int64_t>;
    AccountColumns columns = dated();
    columns.valid_to = days({"2024-03-02", "open", "open"});
    refuses(columns,
            "Accounts: account[0] = a holds in [beginning, 2024-03-02), as row 1 does in [2024-03-01, open)");
    CHECK(dropped(columns, "overlapping_rows")->rows == Rows{0, 1});
    refuses({.account = IdColumn(Texts{"b", "a", "c", "a"}).named("customer")},
            "Accounts: customer[1] = a stands in row 3 too; without valid_from and valid_to an account has "
            "one row");
    // the long row overlaps all but the last; one that covers no day overlaps none
    columns = {.account = Texts{"a", "a", "a", "a", "a"},
               .valid_from = days({"2024-05-01", "2024-01-01", "2024-03-01", "2024-06-01", "2024-03-10"}),
               .valid_to = days({"2024-06-01", "2024-06-01", "2024-04-01", "open", "2024-03-10"})};
    refuses(columns,
            "Accounts: account[0] = a holds in [2024-05-01, 2024-06-01), as row 1 does in [2024-01-01, "
            "2024-06-01)");
    CHECK(dropped(columns, "overlapping_rows")->rows == Rows{0, 1, 2});
  }

  TEST_CASE("refuses cycles of merges and of parents, and lists them") {
    using Rows = std::vector<std::int64_t>;
    AccountColumns columns{.account = Texts{"x", "a", "b", "c"},
                           .merged_into = ids_with_nulls({"a", "b", "c", "a"})};
    refuses(columns, "Accounts: merged_into[1] = b leads back to its own account: a -> b -> c -> a");
    CHECK(dropped(columns, "merge_cycle")->rows == Rows{1, 2, 3});
    columns = {.account = Texts{"b", "a"}, .parent = Texts{"a", "b"}};
    refuses(columns, "Accounts: parent[0] = a leads back to its own account: b -> a -> b");
    CHECK(dropped(columns, "parent_cycle")->rows == Rows{0, 1});
    // 9, the parent of 3, was merged into 1
    columns = {.account = Texts{"1", "2", "3", "9"},
               .parent = ids_with_nulls({"2", "3", "9", ""}),
               .merged_into = ids_with_nulls({"", "", "", "1"})};
    refuses(columns,
            "Accounts: parent[0] = 2 leads back to its own account through merges: 1 -> 2 -> 3 -> 1");
    CHECK(dropped(columns, "merged_parent_cycle")->rows == Rows{0, 1, 2});
    // a long one is not listed whole
    Counts account, next;
    for (std::int64_t i = 0; i < 1000; ++i) {
      account.push_back(i);
      next.push_back((i + 1) % 1000);
    }
    refuses({.account = account, .merged_into = next},
            "Accounts: merged_into[0] = 1 leads back to its own account: 0 -> 1 -> 2 -> 3 -> 4 -> 5 -> 6 -> "
            "7 -> ... "
            "(1000 accounts) -> 0");
  }

  TEST_CASE("chains of any length") {
    Counts account, next;
    for (std::int64_t i = 0; i < 100'000; ++i) {
      account.push_back(i);
      next.push_back(i + 1);
    }
    const Accounts accounts({.account = account, .merged_into = next});
    CHECK(accounts.ids()->number(accounts.final_account(0)) == 100'000);
    const Accounts parents({.account = account, .parent = next});
    CHECK(parents.ids()->number(parents.topmost_parent(0)) == 100'000);
    CHECK(parents.final_account(5) == 5);
  }

  TEST_CASE("random tables, in any row order, against a search through all rows") {
    struct Row {
      std::string account, parent, merged_into, segment;
      std::int32_t from, to;
    };
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      CAPTURE(seed);
      std::mt19937_64 random(seed);
      const auto below = [&](std::uint64_t n) { return static_cast<std::int32_t>(random() % n); };
      const std::int32_t count = below(12) + 1;
      std::vector<Row> rows;
      std::map<std::string, std::pair<std::string, std::string>> links;  // parent, merged_into
      for (std::int32_t a = 0; a < count; ++a) {
        const std::string account = fmt::format("{:02}", a);
        auto& [parent, into] = links[account];
        // towards larger numbers, so that nothing comes back; those from `count` on have no row
        if (below(3) != 0) parent = fmt::format("{:02}", a + 1 + below(4));
        if (below(3) == 0) into = fmt::format("{:02}", a + 1 + below(4));
        std::int32_t day = below(2) == 0 ? ever : below(20);
        for (std::int32_t i = 0; i <= below(4); ++i) {
          const std::int32_t end = (day == ever ? 0 : day) + below(10);
          rows.push_back({account, below(2) == 0 || i == 0 ? parent : "", i == 0 ? into : "",
                          std::array{"", "s", "m"}[static_cast<std::size_t>(below(3))], day, end});
          day = end + below(2) * below(5);
        }
        if (below(2) == 0) rows.back().to = open;
      }
      std::shuffle(rows.begin(), rows.end(), random);
      Texts account, parent, into, segment;
      tables::Days from, to;
      for (const auto& row : rows) {
        account.push_back(row.account);
        parent.push_back(row.parent);
        into.push_back(row.merged_into);
        segment.push_back(row.segment);
        from.push_back(row.from);
        to.push_back(row.to);
      }
      struct Memory {
        tables::Days days;
        std::vector<std::uint8_t> bits;
      };
      auto memory = std::make_shared<Memory>(Memory{from, std::vector<std::uint8_t>(from.size() / 8 + 1)});
      for (std::size_t i = 0; i < from.size(); ++i)
        if (from[i] != ever)
          memory->bits[i / 8] = static_cast<std::uint8_t>(memory->bits[i / 8] | 1U << (i % 8));
      const Accounts accounts({.account = account,
                               .parent = ids_with_nulls(parent),
                               .merged_into = ids_with_nulls(into),
                               .valid_from = {memory->days, memory->bits.data(), 0, memory},
                               .valid_to = to,
                               .attributes = {{"segment", ids_with_nulls(segment)}}});
      CHECK(accounts.size() == rows.size());
      const auto became = [&](std::string a) {
        while (links.count(a) != 0 && !links.at(a).second.empty()) a = links.at(a).second;
        return a;
      };
      const auto top_of = [&](const std::string& a) {
        std::string at = became(a);
        while (links.count(at) != 0 && !links.at(at).first.empty()) {
          const std::string above = became(links.at(at).first);
          if (above == at) break;
          at = above;
        }
        return at;
      };
      for (const auto& each : links) {
        CAPTURE(each.first);
        CHECK(merged(accounts, each.first) == became(each.first));
        CHECK(top(accounts, each.first) == top_of(each.first));
        std::uint32_t last = no_id;
        std::int32_t last_day = ever;
        for (const auto& change : accounts.attribute_changes(code(accounts, each.first), 0)) {
          CHECK(change.value != last);
          CHECK((change.from_day > last_day || change.from_day == ever));
          last = change.value;
          last_day = change.from_day;
        }
        for (std::int32_t day = -3; day < 70; ++day) {
          std::string want;
          for (const auto& row : rows)
            if (row.account == each.first && row.from <= day && day < row.to) want = row.segment;
          if (want.empty()) want = "-";
          if (id(*accounts.attribute_ids(0),
                 accounts.attribute_on(code(accounts, each.first), 0, Date{day})) != want)
            FAIL("another segment on day ", day);
        }
      }
    }
  }
}
