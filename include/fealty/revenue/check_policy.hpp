// SPDX-License-Identifier: MIT
#pragma once
#include <fealty/core/error.hpp>
#include <fealty/revenue/policy.hpp>
namespace fealty::revenue {
inline void check_policy(const char* who, const RevenuePolicy& policy) {
  fealty::detail::check_fiscal_year_start(who, policy.ledger.fiscal_year_start);
}
}
