// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/detail/split_fingerprint.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/splits.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::health::detail {

[[noreturn]] inline void refuse_split(const char* who, std::string what, std::string value,
                                      std::string rule) {
  throw InvalidInput(
      {.who = who, .what = std::move(what), .where = {}, .value = std::move(value), .rule = std::move(rule)});
}

/// Says which folds can teach nothing, or be judged by nothing.
inline void note_folds(const char* who, Splits& splits, const Column<std::uint8_t>& outcome) {
  const auto folds = static_cast<std::size_t>(splits.folds);
  std::vector<std::int64_t> train(folds), train_outcomes(folds), test(folds), test_outcomes(folds);
  for (std::size_t i = 0; i < splits.row.size(); ++i) {
    const auto fold = static_cast<std::size_t>(splits.fold[i] - 1);
    const bool happened = outcome[static_cast<std::size_t>(splits.row[i])] != 0;
    if (splits.role[i] == SplitRole::train) ++train[fold], train_outcomes[fold] += happened ? 1 : 0;
    if (splits.role[i] == SplitRole::test) ++test[fold], test_outcomes[fold] += happened ? 1 : 0;
  }
  const auto say = [&](const char* code, auto bad, const char* what) {
    std::vector<std::size_t> found;
    for (std::size_t fold = 0; fold < folds; ++fold)
      if (bad(fold)) found.push_back(fold + 1);
    if (!found.empty())
      splits.findings.push_back(
          {code, Severity::warning, {}, fmt::format("{}: fold {} {}", who, fmt::join(found, ", "), what)});
  };
  say(
      "fold_without_training",
      [&](std::size_t f) { return train_outcomes[f] == 0 || train_outcomes[f] == train[f]; },
      "has no rows of both classes to learn from");
  say(
      "fold_without_outcome",
      [&](std::size_t f) { return test_outcomes[f] == 0 || test_outcomes[f] == test[f]; },
      "has no test rows of both classes");
}

/// The first days of stretches of about as many rows.
inline std::vector<Date> even_cuts(std::vector<std::int32_t> days, std::int32_t folds) {
  std::sort(days.begin(), days.end());
  std::vector<std::int32_t> distinct = days;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  const auto parts = static_cast<std::size_t>(folds) + 1;
  if (distinct.size() < parts)
    refuse_split("time_splits", "folds", fmt::format("{}", folds),
                 fmt::format("need {} different days; the examples have {}", parts, distinct.size()));
  std::vector<Date> cuts;
  std::size_t before = 0;  // place of the last cut among the days
  for (std::size_t part = 1; part < parts; ++part) {
    const std::int32_t ideal = days[part * days.size() / parts];
    auto at = static_cast<std::size_t>(std::lower_bound(distinct.begin(), distinct.end(), ideal) -
                                       distinct.begin());
    at = std::clamp(at, before + 1, distinct.size() - (parts - part));  // each stretch has a day
    cuts.push_back(Date{distinct[at]});
    before = at;
  }
  return cuts;
}

inline void check_time_splits(const Examples& examples, const TimeSplitsOptions& options) {
  constexpr const char* who = "time_splits";
  if (!examples.data().as_of.present()) refuse_split(who, "as_of", "", "is missing; these splits need it");
  if (options.horizon_days < 1)
    refuse_split(who, "horizon_days", fmt::format("{}", options.horizon_days), "is below 1");
  if (options.gap_days < 0) refuse_split(who, "gap_days", fmt::format("{}", options.gap_days), "is below 0");
  if (options.folds < 1) refuse_split(who, "folds", fmt::format("{}", options.folds), "is below 1");
  for (const Date& cut : options.cuts) check_day(who, "cuts", cut);
  for (std::size_t i = 1; i < options.cuts.size(); ++i)
    if (options.cuts[i].days <= options.cuts[i - 1].days)
      refuse_split(who, "cuts", to_string(options.cuts[i]), "does not ascend");
}

/// The fold of each account: those with an outcome are dealt first, then the others, each in drawn order.
inline std::vector<std::int32_t> account_folds(const ExampleData& data, const AccountSplitsOptions& options) {
  constexpr const char* who = "account_splits";
  const Ids& ids = *data.account.ids();
  std::vector<std::uint8_t> there(ids.size()), happened(ids.size());
  for (std::size_t row = 0; row < data.size(); ++row) {
    const std::uint32_t code = data.account.codes()[row];
    there[code] = 1;
    if (data.outcome[row] != 0) happened[code] = 1;
  }
  const std::vector<std::uint32_t> rank = ids.ranks();
  std::vector<std::tuple<int, std::uint64_t, std::uint32_t, std::uint32_t>> order;
  for (std::uint32_t code = 0; code < ids.size(); ++code)
    if (there[code] != 0)
      order.emplace_back(happened[code] != 0 ? 0 : 1, account_key(ids, code, options.seed), rank[code], code);
  if (options.folds < 2 || static_cast<std::size_t>(options.folds) > order.size())
    refuse_split(who, "folds", fmt::format("{}", options.folds),
                 fmt::format("is not between 2 and the number of accounts, {}", order.size()));
  std::sort(order.begin(), order.end());
  std::vector<std::int32_t> fold(ids.size());
  std::int32_t next = 0;
  for (const auto& each : order) {
    fold[std::get<3>(each)] = next + 1;
    next = (next + 1) % options.folds;
  }
  return fold;
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Splits time_splits(const Examples& examples, const TimeSplitsOptions& options) {
  detail::check_time_splits(examples, options);
  const detail::ExampleData& data = examples.data();
  const auto days = data.as_of.values();
  Splits out;
  out.cuts =
      options.cuts.empty() ? detail::even_cuts({days.begin(), days.end()}, options.folds) : options.cuts;
  out.folds = static_cast<std::int32_t>(out.cuts.size());
  out.examples = static_cast<std::int64_t>(data.size());
  out.fingerprint = detail::days_fingerprint(data);
  const std::int64_t known_after = std::int64_t{options.gap_days} + options.horizon_days;
  for (std::size_t fold = 0; fold < out.cuts.size(); ++fold) {
    const std::int64_t cut = out.cuts[fold].days;
    const std::int64_t end = fold + 1 < out.cuts.size() ? std::int64_t{out.cuts[fold + 1].days}
                                                        : std::numeric_limits<std::int64_t>::max();
    for (std::size_t row = 0; row < data.size(); ++row) {
      if (days[row] >= end) continue;
      out.row.push_back(static_cast<std::int64_t>(row));
      out.fold.push_back(static_cast<std::int32_t>(fold) + 1);
      out.role.push_back(days[row] >= cut                ? SplitRole::test
                         : days[row] + known_after < cut ? SplitRole::train
                                                         : SplitRole::purged);
    }
  }
  detail::note_folds("time_splits", out, data.outcome);
  return out;
}

inline Splits account_splits(const Examples& examples, const AccountSplitsOptions& options) {
  const detail::ExampleData& data = examples.data();
  if (!data.account.present())
    detail::refuse_split("account_splits", "account", "", "is missing; these splits need it");
  const std::vector<std::int32_t> of_account = detail::account_folds(data, options);
  Splits out;
  out.folds = options.folds;
  out.examples = static_cast<std::int64_t>(data.size());
  out.fingerprint = detail::accounts_fingerprint(data);
  for (std::int32_t fold = 1; fold <= options.folds; ++fold)
    for (std::size_t row = 0; row < data.size(); ++row) {
      out.row.push_back(static_cast<std::int64_t>(row));
      out.fold.push_back(fold);
      out.role.push_back(of_account[data.account.codes()[row]] == fold ? SplitRole::test : SplitRole::train);
    }
  detail::note_folds("account_splits", out, data.outcome);
  return out;
}

}  // namespace fealty::health
