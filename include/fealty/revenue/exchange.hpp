// SPDX-License-Identifier: MIT
#pragma once
#include <fealty/core/date.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/policy_enums.hpp>
namespace fealty::revenue {
struct Rate { };
struct ExchangeRates { Rate rate(Currency, Currency, Date) const { return {}; } };
inline std::int64_t convert(std::int64_t minor, const Rate&, Rounding) { return minor; }
}
