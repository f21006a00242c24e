// SPDX-License-Identifier: MIT
#include <fealty/health/splits.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Counts;
using tables::Texts;

namespace {

using Outcome = std::vector<std::uint8_t>;

Examples dated(const tables::Days& days, const Outcome& outcome) {
  ExampleColumns columns{.outcome = Column<std::uint8_t>(outcome)};
  columns.as_of = Column<std::int32_t>(days);
  return Examples(columns);
}
Examples of_accounts(const IdColumn& accounts, const Outcome& outcome) {
  ExampleColumns columns{.outcome = Column<std::uint8_t>(outcome)};
  columns.account = accounts;
  return Examples(columns);
}
/// Each row of a fold, such as "0 train".
std::string rows_of(const Splits& splits, std::int32_t fold) {
  std::string out;
  for (std::size_t i = 0; i < splits.row.size(); ++i)
    if (splits.fold[i] == fold)
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", splits.row[i],
                         enum_names(SplitRole{})[static_cast<std::size_t>(splits.role[i])]);
  return out;
}
/// The fold in which each account is tested.
std::map<std::string, std::int32_t> fold_of(const Splits& splits, const IdColumn& accounts) {
  std::map<std::string, std::int32_t> folds;
  for (std::size_t i = 0; i < splits.row.size(); ++i) {
    if (splits.role[i] != SplitRole::test) continue;
    const auto added = folds.emplace(accounts.text(static_cast<std::size_t>(splits.row[i])), splits.fold[i]);
    CHECK(added.first->second == splits.fold[i]);  // all of its rows
  }
  return folds;
}

}  // namespace

TEST_SUITE("health/splits") {
  TEST_CASE("what was not known before the cut is purged") {
    const Examples examples = dated(tables::days({"2024-01-01", "2024-01-31", "2024-02-09", "2024-02-10",
                                                  "2024-02-11", "2024-03-31", "2024-04-01", "2024-06-01"}),
                                    {1, 0, 1, 0, 0, 1, 0, 1});
    // 21 days after February 9 is March 1 in 2024: not before a cut on March 1
    const auto found =
        time_splits(examples, {.horizon_days = 14,
                               .gap_days = 7,
                               .cuts = {tables::date("2024-03-01"), tables::date("2024-04-01")}});
    CHECK(rows_of(found, 1) == "0 train, 1 train, 2 purged, 3 purged, 4 purged, 5 test");
    CHECK(rows_of(found, 2) == "0 train, 1 train, 2 train, 3 train, 4 train, 5 purged, 6 test, 7 test");
    CHECK(found.folds == 2);
    CHECK(tables::codes(found.findings) == "fold_without_outcome");
    CHECK(found.findings.front().message == "time_splits: fold 1 has no test rows of both classes");
  }

  TEST_CASE("without cuts, stretches have about as many rows, and days stay together") {
    tables::Days days;
    Outcome outcome;
    for (std::int32_t day = 0; day < 100; ++day)
      for (std::int32_t i = 0; i < 3; ++i) days.push_back(19'000 + day), outcome.push_back(i == 0 ? 1 : 0);
    const auto found = time_splits(dated(days, outcome), {.horizon_days = 5, .folds = 4});
    REQUIRE(found.cuts.size() == 4);
    for (std::int32_t i = 0; i < 4; ++i)
      CHECK(found.cuts[static_cast<std::size_t>(i)].days == 19'020 + 20 * i);
    CHECK(found.findings.empty());
    const auto few =
        time_splits(dated({1, 1, 1, 1, 2, 3}, {1, 0, 1, 0, 1, 0}), {.horizon_days = 1, .folds = 2});
    CHECK(few.cuts[0].days == 2);
    CHECK(few.cuts[1].days == 3);
  }

  TEST_CASE("all rows of an account are in one fold, whatever the order of rows") {
    std::mt19937_64 random(5);
    Texts accounts;
    Outcome outcome;
    for (int i = 0; i < 900; ++i) {
      const auto account = random() % 300;
      accounts.push_back(fmt::format("account {}", account));
      outcome.push_back(account % 5 == 0 && random() % 2 == 0 ? 1 : 0);
    }
    const IdColumn ids(accounts);
    const auto found = account_splits(of_accounts(ids, outcome), {.folds = 5, .seed = 11});
    const auto folds = fold_of(found, ids);
    CHECK(found.row.size() == 5 * 900);
    CHECK(found.findings.empty());
    std::map<std::int32_t, int> accounts_in, lost_in;
    std::map<std::string, bool> lost;
    for (std::size_t i = 0; i < accounts.size(); ++i)
      lost[accounts[i]] = lost[accounts[i]] || outcome[i] != 0;
    for (const auto& each : folds)
      ++accounts_in[each.second], lost_in[each.second] += lost[each.first] ? 1 : 0;
    const auto spread = [](const std::map<std::int32_t, int>& numbers) {
      int least = 1'000'000, most = 0;
      for (const auto& each : numbers)
        least = std::min(least, each.second), most = std::max(most, each.second);
      return most - least;
    };
    CHECK(spread(accounts_in) <= 1);
    CHECK(spread(lost_in) <= 1);

    std::vector<std::size_t> order(accounts.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    Texts moved;
    Outcome moved_outcome;
    for (const std::size_t i : order) moved.push_back(accounts[i]), moved_outcome.push_back(outcome[i]);
    const IdColumn moved_ids(moved);
    CHECK(fold_of(account_splits(of_accounts(moved_ids, moved_outcome), {.folds = 5, .seed = 11}),
                  moved_ids) == folds);
    CHECK(fold_of(account_splits(of_accounts(ids, outcome), {.folds = 5, .seed = 12}), ids) != folds);
  }

  TEST_CASE("the draw is the same everywhere: a change is a decision") {
    const auto folds = [](const IdColumn& ids) {
      std::vector<std::int32_t> found;
      for (const auto& each :
           fold_of(account_splits(of_accounts(ids, {1, 0, 1, 0, 1, 0}), {.folds = 3}), ids))
        found.push_back(each.second);
      return found;
    };
    CHECK(folds(Counts{1, 2, 3, 4, 5, 6}) == std::vector<std::int32_t>{3, 3, 1, 2, 2, 1});
    CHECK(folds(Texts{"a", "b", "c", "d", "e", "f"}) == std::vector<std::int32_t>{2, 3, 3, 2, 1, 1});
  }

  TEST_CASE("folds that can teach nothing are named") {
    const IdColumn ids(Counts{1, 2, 3, 4});
    const auto found = account_splits(of_accounts(ids, {1, 0, 0, 0}), {.folds = 2});
    CHECK(tables::codes(found.findings) == "fold_without_training fold_without_outcome");
    CHECK(tables::codes(account_splits(of_accounts(ids, {0, 0, 0, 0}), {.folds = 2}).findings) ==
          "fold_without_training fold_without_outcome");
  }

  TEST_CASE("refuses what cannot be split") {
    const Examples examples = dated({1, 2, 3}, {1, 0, 1});
    const auto refuses = [&](const TimeSplitsOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(time_splits(examples, options), message, InvalidInput);
    };
    refuses({.horizon_days = 0}, "time_splits: horizon_days = 0 is below 1");
    refuses({.horizon_days = 1, .gap_days = -1}, "time_splits: gap_days = -1 is below 0");
    refuses({.horizon_days = 1, .folds = 0}, "time_splits: folds = 0 is below 1");
    refuses({.horizon_days = 1, .folds = 3},
            "time_splits: folds = 3 need 4 different days; the examples have 3");
    refuses({.horizon_days = 1, .cuts = {tables::date("2024-01-02"), tables::date("2024-01-02")}},
            "time_splits: cuts = 2024-01-02 does not ascend");
    refuses({.horizon_days = 1, .cuts = {Date{min_day - 1}}},
            "time_splits: cuts = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
    CHECK_THROWS_WITH_AS(time_splits(Examples({.outcome = Outcome{1}}), {.horizon_days = 1}),
                         "time_splits: as_of is missing; these splits need it", InvalidInput);
    CHECK_THROWS_WITH_AS(time_splits(dated({}, {}), {.horizon_days = 1, .folds = 1}),
                         "time_splits: folds = 1 need 2 different days; the examples have 0", InvalidInput);
    CHECK_THROWS_WITH_AS(account_splits(examples), "account_splits: account is missing; these splits need it",
                         InvalidInput);
    const Examples two = of_accounts(IdColumn(Counts{1, 2}), {1, 0});
    CHECK_THROWS_WITH_AS(account_splits(two, {.folds = 3}),
                         "account_splits: folds = 3 is not between 2 and the number of accounts, 2",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(account_splits(two, {.folds = 1}),
                         "account_splits: folds = 1 is not between 2 and the number of accounts, 2",
                         InvalidInput);
  }
}
