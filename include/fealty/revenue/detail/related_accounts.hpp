// SPDX-License-Identifier: MIT
#pragma once
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/detail/units.hpp>
#include <fealty/revenue/policy.hpp>
#include <memory>
#include <optional>
namespace fealty::revenue::detail {
inline std::shared_ptr<const MrrSpans> with_related_accounts(const std::shared_ptr<const MrrSpans>& spans,
                                                             const LedgerPolicy&,
                                                             const std::optional<Accounts>&) {
  return spans;
}
}  // namespace fealty::revenue::detail
