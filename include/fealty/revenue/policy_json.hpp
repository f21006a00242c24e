// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/utf8.hpp>
#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/policy_reader.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/preset_policy.hpp>

#include <string>
#include <string_view>

namespace fealty::revenue {

/// Writes a policy as JSON: every field, in a fixed order, so that equal policies are equal texts.
///
/// \code{.py}
/// text = ft.revenue.policy_json(ft.revenue.preset_policy("stripe"))
/// assert ft.revenue.policy_from_json(text) == ft.revenue.preset_policy("stripe")
/// \endcode
///
/// \param policy  any policy
/// \returns       an object with the keys preset, ledger and rates
/// \throws InvalidInput  for a time zone whose name is not UTF-8
inline std::string policy_json(const RevenuePolicy& policy) {
  if (!fealty::detail::is_utf8(policy.ledger.time_zone))
    throw InvalidInput({.who = "policy_json",
                        .what = "ledger.time_zone",
                        .where = {},
                        .value = "",
                        .rule = "is not UTF-8, as JSON is"});
  nlohmann::ordered_json json;
  json["preset"] = detail::policy_value(policy.preset);
  LedgerPolicy::each_field(policy.ledger, detail::PolicyWriter{json["ledger"]});
  RatesPolicy::each_field(policy.rates, detail::PolicyWriter{json["rates"]});
  return json.dump();
}

/// Reads a policy back. What a text does not say is as in its preset; a preset alone is a whole policy.
///
/// \param json  an object as policy_json() writes it, of at most 65,536 characters
/// \throws InvalidInput  on what is no JSON object, a key that is unknown or repeated, a value of another
///                       type or out of range, and a field that contradicts the preset
inline RevenuePolicy policy_from_json(std::string_view json) {
  const detail::PolicyReader reader(json);
  RevenuePolicy policy = preset_policy(reader.preset());
  reader.read("ledger", policy.ledger);
  reader.read("rates", policy.rates);
  detail::check_policy("policy_from_json", policy);
  return policy;
}

/// A short name for a policy: 16 hexadecimal digits, equal for equal policies.
///
/// \param policy  any policy
/// \returns       the 64-bit FNV-1a hash of policy_json()
/// \throws InvalidInput  as policy_json()
/// \see Fowler, Noll, Vo & Eastlake, The FNV Non-Cryptographic Hash Algorithm
inline std::string policy_fingerprint(const RevenuePolicy& policy) {
  return fealty::detail::text_fingerprint(policy_json(policy));
}

}  // namespace fealty::revenue
