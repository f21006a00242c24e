// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/waits.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The periods from the first start to the last; none without waits.
inline std::optional<PeriodGrid> start_periods(const std::vector<Wait>& waits, Period period,
                                               std::int32_t fiscal_year_start) {
  if (waits.empty()) return std::nullopt;
  const auto [first, last] = std::minmax_element(
      waits.begin(), waits.end(), [](const Wait& a, const Wait& b) { return a.start < b.start; });
  return PeriodGrid(Date{first->start}, Date{last->start}, period, fiscal_year_start);
}

/// The name of the period in which each wait starts.
inline IdColumn cohort_names(const std::vector<Wait>& waits, Period period, std::int32_t fiscal_year_start) {
  const auto grid = start_periods(waits, period, fiscal_year_start);
  Ids names;
  std::vector<std::uint32_t> codes;
  for (const Wait& wait : waits) codes.push_back(names.encode(grid->label(grid->index(wait.start))));
  return {std::move(codes), std::make_shared<const Ids>(std::move(names))};
}

/// Adds the attributes of accounts on the day on which each wait starts.
inline void add_attributes(Frame& frame, const std::vector<Wait>& waits, const Ids& ids,
                           const revenue::Accounts& accounts) {
  const std::vector<std::uint32_t> known = accounts.match(ids);
  for (std::size_t a = 0; a < accounts.attribute_count(); ++a) {
    std::vector<std::uint32_t> codes;
    codes.reserve(waits.size());
    for (const Wait& wait : waits)
      codes.push_back(accounts.attribute_on(known[wait.account], a, Date{wait.start}));
    frame.add(accounts.attribute_name(a), IdColumn(std::move(codes), accounts.attribute_ids(a)));
  }
}

/// Waits as lives, which `value` or `churn` ends.
inline survival::Lifetimes lives_of(const std::vector<Wait>& waits, const std::shared_ptr<const Ids>& ids,
                                    Frame attributes) {
  Ids causes;
  const std::uint32_t value = causes.encode("value"), churn = causes.encode("churn");
  std::vector<std::uint32_t> account, cause;
  std::vector<std::int32_t> days;
  for (const Wait& wait : waits) {
    account.push_back(wait.account);
    days.push_back(wait.days);
    cause.push_back(wait.outcome == WaitOutcome::reached   ? value
                    : wait.outcome == WaitOutcome::churned ? churn
                                                           : no_id);
  }
  return survival::Lifetimes(
      {.duration = std::move(days),
       .cause = IdColumn(std::move(cause), std::make_shared<const Ids>(std::move(causes))),
       .account = IdColumn(std::move(account), ids),
       .attributes = std::move(attributes)});
}

}  // namespace fealty::adoption::detail
