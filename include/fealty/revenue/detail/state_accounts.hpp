// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/ledger_state.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue {

template <class Id>
std::size_t LedgerState::erase_id(Id account) {
  const auto gone = detail::find_account("LedgerState", ids_, account);
  if (!gone) return 0;
  Ids left = detail::ids_without<Id>(ids_, *gone);
  std::vector<std::uint8_t> stays;
  for (const auto code : account_) stays.push_back(code != *gone);
  // Nothing below throws.
  const auto compact = [&](auto& column) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < stays.size(); ++i)
      if (stays[i] != 0) column[kept++] = column[i];
    std::fill(column.begin() + static_cast<std::ptrdiff_t>(kept), column.end(),
              0);  // no trace in memory either
    column.resize(kept);
  };
  compact(account_);
  compact(start_);
  compact(end_);
  compact(amount_);
  compact(currency_);
  for (auto& code : account_) code -= code > *gone ? 1U : 0U;
  ids_ = std::move(left);
  forget_unused_currencies();
  return stays.size() - size();
}

inline void LedgerState::forget_unused_currencies() {
  const auto used = [&](std::size_t index) {
    return std::find(currency_.begin(), currency_.end(), static_cast<std::uint16_t>(index)) !=
           currency_.end();
  };
  for (std::size_t index = currencies_.size(); index-- > 0;) {
    if (used(index)) continue;
    currencies_.erase(currencies_.begin() + static_cast<std::ptrdiff_t>(index));
    for (auto& each : currency_) each = static_cast<std::uint16_t>(each - (each > index ? 1 : 0));
  }
}

template <class Id>
Anonymized<detail::KeptId<Id>> LedgerState::anonymize_id(Id account, const std::optional<Id>& alias) {
  const auto code = detail::find_account("LedgerState", ids_, account);
  if (!code) return {};
  const auto name = detail::alias_for<Id>("LedgerState", ids_, alias);
  ids_ = detail::ids_renamed<Id>(ids_, *code, Id(name));
  return {static_cast<std::size_t>(std::count(account_.begin(), account_.end(), *code)), name};
}

}  // namespace fealty::revenue
