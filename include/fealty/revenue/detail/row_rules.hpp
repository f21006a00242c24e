// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/policy_values.hpp>
#include <fealty/revenue/policy.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::revenue::detail {

/// Whether each part of an account has a state of its own.
constexpr bool finer_than_account(Grain grain) {
  return grain == Grain::subscription || grain == Grain::item;
}

/// Whether a field of LedgerPolicy says what a ledger does with rows, not what the rows come to.
inline bool is_ledger_field(std::string_view name) {
  constexpr std::array<std::string_view, 10> names{
      "netting",        "period", "fiscal_year_start", "snapshot",     "gap_days", "reactivation_days",
      "join_and_leave", "merged", "exchange",          "exchange_date"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A field by which two policies differ, and what it is in each.
struct RuleDifference {
  std::string field, left, right;
};

/// The first field by which two policies may make different spans of a table; none if there is none.
inline std::optional<RuleDifference> rule_difference(const LedgerPolicy& left, const LedgerPolicy& right) {
  std::vector<std::string> values;
  LedgerPolicy::each_field(left,
                           [&](const char*, const auto& value) { values.push_back(policy_value(value)); });
  const bool accounts = !finer_than_account(left.grain) && !finer_than_account(right.grain);
  std::optional<RuleDifference> first;
  std::size_t at = 0;
  LedgerPolicy::each_field(right, [&](const char* name, const auto& value) {
    const std::string field = name, other = policy_value(value), &own = values[at++];
    if (first || own == other || is_ledger_field(field) || (accounts && field == "grain")) return;
    first = RuleDifference{field, own, other};
  });
  return first;
}

/// Whether two policies make the same spans of any table.
inline bool same_rules(const LedgerPolicy& a, const LedgerPolicy& b) { return !rule_difference(a, b); }

}  // namespace fealty::revenue::detail
