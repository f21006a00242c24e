// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/revenue/detail/unit_spans.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::retention::detail {

/// How many customers logo churn is over, and how many of them left.
struct LogoCount {
  std::int64_t base = 0, churned = 0;
};

/// Customers 30 days before each period's end, and 365 days before it where they pay by the year.
inline std::vector<LogoCount> logos_days_ago(const revenue::MrrLedger& ledger) {
  const revenue::detail::LedgerData& data = ledger.data();
  const revenue::LedgerPeriods& periods = ledger.periods();
  std::vector<LogoCount> counts(periods.period.days.size());
  if (!data.grid) return counts;
  const revenue::detail::UnitSpans units(*data.spans, data.as_of);
  const Column<std::uint8_t>& annual = data.spans->annual;
  for (std::size_t unit = 0; unit < units.units(); ++unit) {
    const auto rows = units.of(unit);
    const auto pays_on = [&](std::int32_t day, bool by_year) {
      std::int64_t mrr = 0;
      bool year = false;
      for (const auto& row : rows) {
        if (row.start > day || day >= row.end) continue;
        mrr += row.amount;
        year |= annual.present() && annual[row.span] != 0;
      }
      return mrr > 0 && year == by_year;
    };
    for (std::size_t p = 0; p < counts.size(); ++p) {
      const std::int32_t end = std::min(periods.period_end.days[p], data.as_of);
      counts[p].base += (pays_on(end - 30, false) ? 1 : 0) + (pays_on(end - 365, true) ? 1 : 0);
    }
  }
  for (std::size_t p = 0; p < counts.size(); ++p) counts[p].churned = periods.churn_accounts[p];
  return counts;
}

/// Customers at each period's opening that have a row that ends within the period.
inline std::vector<LogoCount> logos_up_for_renewal(const revenue::MrrLedger& ledger) {
  const revenue::detail::LedgerData& data = ledger.data();
  std::vector<LogoCount> counts(ledger.periods().period.days.size());
  if (!data.grid) return counts;
  const revenue::detail::UnitSpans units(*data.spans, data.as_of);
  std::vector<std::vector<std::uint32_t>> due(counts.size());  // units, by period
  for (std::uint32_t unit = 0; unit < units.units(); ++unit)
    for (const auto& row : units.of(unit)) {
      const std::size_t p = data.grid->index(row.end);
      if (row.end <= data.as_of && p < due.size() && (due[p].empty() || due[p].back() != unit))
        due[p].push_back(unit);
    }
  for (auto& each : due) each.erase(std::unique(each.begin(), each.end()), each.end());
  revenue::detail::for_each_valued_block(data, 1, [&](const auto& levels, std::size_t block, std::size_t) {
    const auto first = static_cast<std::uint32_t>(block * levels.lanes);
    for (std::size_t p = 0; p < due.size(); ++p) {
      const auto begin = std::lower_bound(due[p].begin(), due[p].end(), first);
      for (auto unit = begin; unit != due[p].end() && *unit < first + levels.lanes; ++unit) {
        if (levels.customers_before(p)[*unit - first] == 0) continue;
        ++counts[p].base;
        counts[p].churned += levels.customers(p)[*unit - first] == 0 ? 1 : 0;
      }
    }
  });
  return counts;
}

/// \returns  one entry for each period
inline std::vector<LogoCount> logo_counts(const revenue::MrrLedger& ledger, revenue::LogoBase base) {
  if (base == revenue::LogoBase::days_ago) return logos_days_ago(ledger);
  if (base == revenue::LogoBase::up_for_renewal) return logos_up_for_renewal(ledger);
  const revenue::LedgerPeriods& periods = ledger.periods();
  std::vector<LogoCount> counts(periods.period.days.size());
  for (std::size_t p = 0; p < counts.size(); ++p) {
    counts[p] = {periods.opening_accounts[p], periods.churn_accounts[p]};
    if (base == revenue::LogoBase::opening_and_new) counts[p].base += periods.new_business_accounts[p];
  }
  return counts;
}

}  // namespace fealty::retention::detail
