// SPDX-License-Identifier: MIT
// The naive ledger and the library's, side by side.
#pragma once

#include "revenue/naive_ledger.hpp"
#include "revenue/random_rows.hpp"

#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ledger_checks {

enum class IdKind { integers, texts };

inline fealty::IdColumn ids(const std::vector<naive::Row>& rows, IdKind kind) {
  if (kind == IdKind::integers) {
    std::vector<std::int64_t> numbers;
    for (const auto& row : rows) numbers.push_back(row.account);
    return {numbers};
  }
  std::vector<std::string> texts;
  for (const auto& row : rows) texts.push_back(fmt::format("A{:07}", row.account));
  return {texts};
}

inline std::int64_t account_of(const fealty::IdColumn& column, std::size_t row) {
  const std::string text = column.text(row);
  return std::stoll(text[0] == 'A' ? text.substr(1) : text);
}

inline fealty::revenue::Subscriptions subscriptions(const std::vector<naive::Row>& rows,
                                                    IdKind kind = IdKind::integers) {
  std::vector<std::int32_t> start, end;
  std::vector<std::int64_t> mrr;
  for (const auto& row : rows) {
    start.push_back(row.start);
    end.push_back(row.end == naive::never ? fealty::open : row.end);
    mrr.push_back(row.mrr);
  }
  return fealty::revenue::Subscriptions(
      {.account = ids(rows, kind), .start = start, .end = end, .mrr_minor = mrr, .currency = "USD"});
}

inline naive::Cut cut_of(fealty::Period period) {
  switch (period) {
    case fealty::Period::day:
      return naive::Cut::day;
    case fealty::Period::week:
      return naive::Cut::week;
    case fealty::Period::month:
      return naive::Cut::month;
    case fealty::Period::quarter:
      return naive::Cut::quarter;
    default:
      return naive::Cut::year;
  }
}

/// The first place where two columns differ, in words; empty when they are equal.
template <class Got, class Want>
std::string difference(std::string_view what, const std::vector<Got>& got, const std::vector<Want>& want) {
  if (got.size() != want.size()) return fmt::format("{}: {} rows, not {}", what, got.size(), want.size());
  for (std::size_t i = 0; i < got.size(); ++i)
    if (!(got[i] == static_cast<Got>(want[i])))
      return fmt::format("{}[{}]: got {}, want {}", what, i, got[i], want[i]);
  return {};
}

template <class Value>
std::vector<std::int64_t> per_period(const naive::Ledger& ledger, Value value) {
  std::vector<std::int64_t> out;
  for (const auto& period : ledger.periods) out.push_back(value(period));
  return out;
}

/// Where the library's periods differ from the naive ones.
inline std::string periods_difference(const fealty::revenue::LedgerPeriods& got, const naive::Ledger& want) {
  using Values = std::vector<std::int64_t>;
  const auto column = [&](auto value) { return per_period(want, value); };
  const auto wide = [](const auto& values) { return Values(values.begin(), values.end()); };
  std::string out;
  const auto compare = [&](std::string_view what, const Values& values, const Values& wanted) {
    if (out.empty()) out = difference(what, values, wanted);
  };
  compare("period", wide(got.period.days), column([](const auto& p) { return p.first; }));
  compare("period_end", wide(got.period_end.days), column([](const auto& p) { return p.last; }));
  compare("opening", got.opening.minor, column([](const auto& p) { return p.opening; }));
  compare("closing", got.closing.minor, column([](const auto& p) { return p.closing; }));
  compare("opening_accounts", got.opening_accounts, column([](const auto& p) { return p.opening_accounts; }));
  compare("closing_accounts", got.closing_accounts, column([](const auto& p) { return p.closing_accounts; }));
  compare("complete", wide(got.complete), column([](const auto& p) { return p.complete ? 1 : 0; }));
  const std::pair<const Values*, const Values*> kinds[] = {
      {&got.new_business.minor, &got.new_business_accounts},
      {&got.reactivation.minor, &got.reactivation_accounts},
      {&got.expansion.minor, &got.expansion_accounts},
      {&got.contraction.minor, &got.contraction_accounts},
      {&got.churn.minor, &got.churn_accounts}};
  for (std::size_t k = 0; k < 5; ++k) {
    const std::string name(enum_names(fealty::revenue::MovementKind{})[k]);
    compare(name, *kinds[k].first, column([&](const auto& p) { return p.amount[k]; }));
    compare(name + "_accounts", *kinds[k].second, column([&](const auto& p) { return p.accounts[k]; }));
  }
  return out;
}

/// Where the library's movements differ from the naive ones.
inline std::string movements_difference(const fealty::revenue::Movements& got, const naive::Ledger& want) {
  std::vector<std::string> lines, wanted;
  for (std::size_t i = 0; i < got.kind.size(); ++i)
    lines.push_back(fmt::format("{} {} {} {}", got.period.days[i], account_of(got.account, i),
                                static_cast<int>(got.kind[i]), got.amount.minor[i]));
  for (std::size_t p = 0; p < want.periods.size(); ++p)
    for (const auto& m : want.movements[p])
      wanted.push_back(
          fmt::format("{} {} {} {}", want.periods[p].first, m.account, static_cast<int>(m.kind), m.amount));
  if (got.account.size() != lines.size() || got.period.days.size() != lines.size() ||
      got.amount.minor.size() != lines.size())
    return "columns of different lengths";
  return difference("movements", lines, wanted);
}

/// Where two ledgers of the library differ in any number.
inline std::string ledgers_difference(const fealty::revenue::MrrLedger& a,
                                      const fealty::revenue::MrrLedger& b) {
  std::vector<std::string> left, right;
  const auto write = [](const fealty::revenue::MrrLedger& ledger, std::vector<std::string>& lines) {
    const auto& p = ledger.periods();
    for (std::size_t i = 0; i < p.period.days.size(); ++i)
      lines.push_back(fmt::format(
          "{}..{} {}: {} +{} +{} +{} -{} -{} = {}; {} +{} +{} ({} {}) -{} = {}", p.period.days[i],
          p.period_end.days[i], p.complete[i], p.opening.minor[i], p.new_business.minor[i],
          p.reactivation.minor[i], p.expansion.minor[i], p.contraction.minor[i], p.churn.minor[i],
          p.closing.minor[i], p.opening_accounts[i], p.new_business_accounts[i], p.reactivation_accounts[i],
          p.expansion_accounts[i], p.contraction_accounts[i], p.churn_accounts[i], p.closing_accounts[i]));
    const auto moved = ledger.movements();
    for (std::size_t i = 0; i < moved.kind.size(); ++i)
      lines.push_back(fmt::format("{} {} {} {}", moved.period.days[i], moved.account.text(i),
                                  static_cast<int>(moved.kind[i]), moved.amount.minor[i]));
  };
  write(a, left);
  write(b, right);
  return difference("ledger", left, right);
}

}  // namespace ledger_checks
