// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/policy_meanings.hpp>
#include <fealty/revenue/detail/policy_values.hpp>
#include <fealty/revenue/policy.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace fealty::revenue {

/// A policy in words, one row for each convention.
struct PolicyTable {
  std::vector<std::string> convention;  ///< the field's name
  std::vector<std::string> value;       ///< what was chosen
  std::vector<std::string> meaning;     ///< what that does to the numbers

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("convention", self.convention);
    f("value", self.value);
    f("meaning", self.meaning);
  }
};

/// Spells a policy out: the conventions that were chosen, and those that every ledger keeps.
///
/// \param policy  such as that of a ledger
/// \returns       one row for each convention
inline PolicyTable describe_policy(const RevenuePolicy& policy) {
  PolicyTable table;
  const auto add = [&](std::string_view convention, std::string_view value, std::string_view meaning) {
    table.convention.emplace_back(convention);
    table.value.emplace_back(value);
    table.meaning.emplace_back(meaning);
  };
  for (const auto& field : detail::policy_fields(policy)) {
    const std::string name = field.name.substr(field.name.find('.') + 1);
    add(name, field.value, detail::policy_meaning(name, field.value));
  }
  add("trial", "excluded", "a trial counts from its conversion, whatever its price says");
  add("one_time", "excluded", "one-time charges are no MRR");
  return table;
}

}  // namespace fealty::revenue
