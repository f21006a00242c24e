// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/core/error.hpp>
#include <fealty/revenue/closed_periods.hpp>
#include <fealty/revenue/detail/account_ids.hpp>
#include <fealty/revenue/detail/closed_data.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Refuses a ledger whose numbers cannot be held against the closed ones.
inline void check_fits(const char* who, const MrrLedger& ledger, const ClosedPeriods& closed) {
  const LedgerPolicy& policy = ledger.policy().ledger;
  const ClosedData& data = closed.data();
  const auto refuse = [&](std::string what, std::string value, std::string rule) {
    throw InvalidInput({who, std::move(what), {}, std::move(value), std::move(rule)});
  };
  if (policy.period != data.period || policy.fiscal_year_start != data.fiscal_year_start) {
    const auto words = [](Period period, std::int32_t first) {
      return fmt::format("{}, fiscal year from month {}",
                         enum_names(period)[static_cast<std::size_t>(period)], first);
    };
    refuse("period", words(policy.period, policy.fiscal_year_start),
           "is not how the closed periods are cut: " + words(data.period, data.fiscal_year_start));
  }
  if (ledger.currency() != data.currency && ledger.currency() != Currency{})
    refuse("currency", ledger.currency().code(),
           fmt::format("is not that of the closed periods, {}", data.currency.code()));
  if (ledger.as_of() && *ledger.as_of() < closed.through())
    refuse("as_of", to_string(*ledger.as_of()),
           fmt::format("is before {}, the last closed day", to_string(closed.through())));
}

/// What was closed of each movement and what there is now, where the two differ; codes are those of `ids`.
inline std::vector<RestatedRow> restated_rows(const ClosedData& closed, const ClosedData& now, Ids& ids) {
  if (!ids_fit(*closed.ids, *now.ids))
    throw InvalidInput({.who = "restatements",
                        .what = "account",
                        .where = {},
                        .value = now.ids->is_text() ? "texts" : "integers",
                        .rule = now.ids->is_text() ? "do not fit the closed ids, which are integers"
                                                   : "do not fit the closed ids, which are texts"});
  std::vector<RestatedRow> all;
  for (const auto& row : closed.rows)
    all.push_back(
        {row.period, encode_from(ids, *closed.ids, row.account), row.kind, row.amount, 0, row.count, 0});
  for (const auto& row : now.rows)
    all.push_back(
        {row.period, encode_from(ids, *now.ids, row.account), row.kind, 0, row.amount, 0, row.count});
  const auto rank = ids.ranks();
  const auto key = [&](const RestatedRow& row) {
    return std::tuple(row.period, rank[row.account], row.kind);
  };
  std::sort(all.begin(), all.end(),
            [&](const RestatedRow& a, const RestatedRow& b) { return key(a) < key(b); });
  std::vector<RestatedRow> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    RestatedRow row = all[i];
    if (i + 1 < all.size() && key(all[i + 1]) == key(row)) {  // one is closed, one is now
      ++i;
      row.closed += all[i].closed;
      row.restated += all[i].restated;
      row.closed_count += all[i].closed_count;
      row.restated_count += all[i].restated_count;
    }
    if (row.closed != row.restated || row.closed_count != row.restated_count) out.push_back(row);
  }
  return out;
}

inline std::int64_t restated_difference(std::int32_t period, std::int64_t closed, std::int64_t restated) {
  return exact("restatements", "difference", to_string(Date{period}),
               fealty::detail::int128{restated} - closed);
}

template <class Rows>
RestatedMovements restated_movements(const Rows& rows, std::shared_ptr<const Ids> ids, Currency currency) {
  RestatedMovements out;
  out.closed.currency = out.restated.currency = out.difference.currency = currency;
  std::vector<std::uint32_t> codes;
  for (const RestatedRow& row : rows) {
    codes.push_back(row.account);
    out.period.days.push_back(row.period);
    out.kind.push_back(row.kind);
    out.closed.minor.push_back(row.closed);
    out.restated.minor.push_back(row.restated);
    out.difference.minor.push_back(restated_difference(row.period, row.closed, row.restated));
    out.closed_movements.push_back(row.closed_count);
    out.restated_movements.push_back(row.restated_count);
  }
  out.account = IdColumn(std::move(codes), std::move(ids));
  return out;
}

/// The cells that differ; a period that only one of the two has is one of zeros in the other.
inline RestatedPeriods restated_periods(const LedgerPeriods& closed, const LedgerPeriods& now,
                                        Currency currency) {
  RestatedPeriods out;
  out.closed.currency = out.restated.currency = out.difference.currency = currency;
  const auto was = cell_columns(closed), is = cell_columns(now);
  const auto value = [](const auto* column, bool there, std::size_t row) {
    return column != nullptr && there ? (*column)[row] : std::int64_t{0};
  };
  const auto& old_days = closed.period.days;
  const auto& new_days = now.period.days;
  for (std::size_t i = 0, j = 0; i < old_days.size() || j < new_days.size();) {
    const std::int32_t day =
        std::min(i < old_days.size() ? old_days[i] : open, j < new_days.size() ? new_days[j] : open);
    const bool in_old = i < old_days.size() && old_days[i] == day,
               in_new = j < new_days.size() && new_days[j] == day;
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
      const auto a = value(was.money[cell], in_old, i), b = value(is.money[cell], in_new, j);
      const auto c = value(was.accounts[cell], in_old, i), d = value(is.accounts[cell], in_new, j);
      if (a == b && c == d) continue;
      out.period.days.push_back(day);
      out.cell.push_back(static_cast<LedgerCell>(cell));
      out.closed.minor.push_back(a);
      out.restated.minor.push_back(b);
      out.difference.minor.push_back(restated_difference(day, a, b));
      out.closed_accounts.push_back(c);
      out.restated_accounts.push_back(d);
    }
    i += in_old ? 1U : 0U;
    j += in_new ? 1U : 0U;
  }
  return out;
}

[[noreturn]] inline void refuse_restatements(const ExtendOptions& options, const Restatements& found) {
  const RestatedMovements& all = found.movements;
  const std::size_t count = std::max(all.kind.size(), found.periods.cell.size());
  std::string first =
      to_string(Date{found.periods.period.days.empty() ? all.period.days[0] : found.periods.period.days[0]});
  if (!all.kind.empty())
    first = fmt::format("{} of account {} in the period from {}: {} was closed, now {}",
                        kind_names[static_cast<std::size_t>(all.kind[0])], all.account.text(0),
                        to_string(Date{all.period.days[0]}),
                        to_string(Money{all.closed.minor[0], all.closed.currency}),
                        to_string(Money{all.restated.minor[0], all.closed.currency}));
  throw InvalidInput(
      {.who = "extend",
       .what = "through",
       .where = {},
       .value = "\"" + options.through + "\"",
       .rule = fmt::format("closes nothing while {} closed numbers have changed, the first {}; see "
                           "restatements(), or set accept_restatements",
                           count, first)});
}

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline Restatements restatements(const MrrLedger& ledger, const ClosedPeriods& closed) {
  detail::check_fits("restatements", ledger, closed);
  const detail::ClosedData now = detail::closed_data(ledger, closed.through());
  auto ids = std::make_shared<Ids>();
  const auto rows = detail::restated_rows(closed.data(), now, *ids);
  return {detail::restated_movements(rows, ids, closed.currency()),
          detail::restated_periods(closed.periods(), now.periods, closed.currency())};
}

inline ClosedMovements ClosedPeriods::movements() const {
  ClosedMovements out;
  out.amount.currency = data_.currency;
  std::vector<std::uint32_t> codes;
  for (const auto& row : data_.rows) {
    codes.push_back(row.account);
    out.period.days.push_back(row.period);
    out.kind.push_back(row.kind);
    out.amount.minor.push_back(row.amount);
    out.movements.push_back(row.count);
  }
  out.account = IdColumn(std::move(codes), data_.ids);
  return out;
}

inline AcceptedRestatements ClosedPeriods::accepted() const {
  AcceptedRestatements out;
  std::vector<detail::RestatedRow> rows;
  for (const auto& each : data_.accepted) {
    out.acceptance.push_back(each.acceptance);
    out.through.days.push_back(each.through);
    rows.push_back(each.row);
  }
  out.movements = detail::restated_movements(rows, data_.ids, data_.currency);
  return out;
}

inline void ClosedPeriods::extend(const MrrLedger& ledger, const ExtendOptions& options) {
  if (!options.policy.empty() && options.policy != data_.policy)
    throw InvalidInput({"extend",
                        "policy",
                        {},
                        "\"" + options.policy + "\"",
                        "is not the one that the periods were closed with, \"" + data_.policy + "\""});
  detail::check_fits("extend", ledger, *this);
  const Date day = detail::closing_day("extend", ledger, options.through);
  if (day < through())
    throw InvalidInput({"extend",
                        "through",
                        {},
                        "\"" + options.through + "\"",
                        fmt::format("is closed already, with all until {}", to_string(through()))});
  const Restatements found = restatements(ledger, *this);
  const bool restated = !found.movements.kind.empty() || !found.periods.cell.empty();
  if (restated && !options.accept_restatements) detail::refuse_restatements(options, found);

  detail::ClosedData next = detail::closed_data(ledger, day);
  next.policy = data_.policy;
  next.currency = data_.currency;
  auto ids = std::make_shared<Ids>(*next.ids);
  for (auto each : data_.accepted) {
    each.row.account = detail::encode_from(*ids, *data_.ids, each.row.account);
    next.accepted.push_back(each);
  }
  const std::int64_t acceptance = data_.accepted.empty() ? 1 : data_.accepted.back().acceptance + 1;
  const detail::ClosedData now = detail::closed_data(ledger, through());
  Ids both;
  for (auto row : detail::restated_rows(data_, now, both)) {
    row.account = detail::encode_from(*ids, both, row.account);
    next.accepted.push_back({acceptance, day.days, row});
  }
  next.ids = std::move(ids);
  detail::put_in_order(next);
  data_ = std::move(next);
}

}  // namespace fealty::revenue
