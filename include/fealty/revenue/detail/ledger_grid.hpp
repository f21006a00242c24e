// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/policy.hpp>

#include <cstddef>
#include <string>

namespace fealty::revenue::detail {

inline PeriodGrid make_grid(Date first, Date as_of, const LedgerPolicy& policy) {
  try {
    return {first, as_of, policy.period, policy.fiscal_year_start};
  } catch (const InvalidInput&) {  // the caller chose a period, and knows of no grid
    throw InvalidInput({.who = "mrr_ledger",
                        .what = "period",
                        .where = {},
                        .value = std::string(enum_names(Period{})[static_cast<std::size_t>(policy.period)]),
                        .rule = fmt::format("makes more than 65,535 periods of {} to {}; take a longer one",
                                            to_string(first), to_string(as_of))});
  }
}

}  // namespace fealty::revenue::detail
