// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/revenue/accounts.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of support().
struct SupportOptions {
  std::optional<Date> as_of = {};                  ///< last day known; by default the last in the tickets
  std::optional<std::int32_t> window_days = {};    ///< days up to as_of, >= 1; by default all
  std::vector<std::string> by = {};                ///< "account", or attributes of `accounts` on as_of
  std::optional<revenue::Accounts> accounts = {};  ///< whose attributes make groups
};

}  // namespace fealty::health
