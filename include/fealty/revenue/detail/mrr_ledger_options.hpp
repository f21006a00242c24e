// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/policy.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace fealty::revenue {

/// Settings of mrr_ledger().
struct MrrLedgerOptions {
  std::optional<Date> as_of =
      {};  ///< last day known; by default the latest start, or an end at most one period later
  RevenuePolicy policy = {};          ///< every convention
  std::optional<Period> period = {};  ///< how time is cut; the policy's by default, as with the next three
  std::optional<std::int32_t> fiscal_year_start = {};  ///< first month of the fiscal year, 1 to 12
  std::optional<Grain> grain = {};                     ///< whose movements are shown
  std::optional<Netting> netting = {};                 ///< what a movement is the difference of
  std::optional<Accounts> accounts = {};               ///< who was merged into whom, and who belongs to whom
  std::string reporting_currency = {};                 ///< ISO 4217 code that every amount is brought to
  std::optional<ExchangeRates> exchange_rates = {};    ///< what currencies are worth
  std::int32_t threads = 0;                            ///< at most so many; 0 for all of the machine's
};

}  // namespace fealty::revenue
