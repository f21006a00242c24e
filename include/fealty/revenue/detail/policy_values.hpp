// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/revenue/policy.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace fealty::revenue::detail {

/// A field's value as text: an enumerator by its name, a missing number or day as "none".
template <class T>
std::string policy_value(const T& value) {
  if constexpr (std::is_enum_v<T>) return std::string(enum_names(value)[static_cast<std::size_t>(value)]);
  else if constexpr (std::is_same_v<T, bool>) return value ? "true" : "false";
  else if constexpr (std::is_same_v<T, Date>) return to_string(value);
  else if constexpr (std::is_same_v<T, std::string>) return value;
  else return fmt::format("{}", value);
}
template <class T>
std::string policy_value(const std::optional<T>& value) {
  return value ? policy_value(*value) : "none";
}

struct PolicyField {
  std::string name;  // such as ledger.netting
  std::string value;
};

/// All fields of a policy, in order.
inline std::vector<PolicyField> policy_fields(const RevenuePolicy& policy) {
  std::vector<PolicyField> fields{{"preset", policy_value(policy.preset)}};
  LedgerPolicy::each_field(policy.ledger, [&](const char* name, const auto& value) {
    fields.push_back({std::string("ledger.") + name, policy_value(value)});
  });
  RatesPolicy::each_field(policy.rates, [&](const char* name, const auto& value) {
    fields.push_back({std::string("rates.") + name, policy_value(value)});
  });
  return fields;
}

}  // namespace fealty::revenue::detail
