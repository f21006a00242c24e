// SPDX-License-Identifier: MIT
#include <fealty/revenue/describe_policy.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/policy_json.hpp>
#include <fealty/revenue/preset_policy.hpp>

#include "bind.hpp"
#include "modules.hpp"
#include "policies.hpp"
#include "results.hpp"
#include "settings.hpp"

namespace fealty::python {

namespace {

using namespace fealty::revenue;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_enums(const Scope& scope) {
  enumeration<Grain>(scope, "Grain");
  enumeration<Netting>(scope, "Netting");
  enumeration<Snapshot>(scope, "Snapshot");
  enumeration<ChurnDate>(scope, "ChurnDate");
  enumeration<JoinAndLeave>(scope, "JoinAndLeave");
  enumeration<WeekFactor>(scope, "WeekFactor");
  enumeration<DayFactor>(scope, "DayFactor");
  enumeration<Rounding>(scope, "Rounding");
  enumeration<DiscountRule>(scope, "DiscountRule");
  enumeration<MeteredRule>(scope, "MeteredRule");
  enumeration<PausedRule>(scope, "PausedRule");
  enumeration<UnpaidRule>(scope, "UnpaidRule");
  enumeration<RefundRule>(scope, "RefundRule");
  enumeration<FreeRule>(scope, "FreeRule");
  enumeration<MergedRule>(scope, "MergedRule");
  enumeration<ExchangeRule>(scope, "ExchangeRule");
  enumeration<NetForm>(scope, "NetForm");
  enumeration<GrossForm>(scope, "GrossForm");
  enumeration<LogoBase>(scope, "LogoBase");
  enumeration<RateCurrency>(scope, "RateCurrency");
  enumeration<Preset>(scope, "Preset");
}

}  // namespace

void bind_policy(const Scope& scope) {
  bind_enums(scope);
  settings<LedgerPolicy>(scope, "LedgerPolicy");
  settings<RatesPolicy>(scope, "RatesPolicy");
  settings<RevenuePolicy>(scope, "RevenuePolicy");
  function(scope, "preset_policy", &preset_policy, {{"preset"}});
  result<PolicyTable>(scope, "PolicyTable");
  function(scope, "describe_policy", &describe_policy, {{"policy"}});
  function(scope, "policy_json", &policy_json, {{"policy"}});
  function(scope, "policy_from_json", &policy_from_json, {{"json"}});
  function(scope, "policy_fingerprint", &policy_fingerprint, {{"policy"}});
}

}  // namespace fealty::python
