// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/ledger_state.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Leaves out the spans of which `stays` is 0.
inline void keep_spans(StateRows& rows, const std::vector<std::uint8_t>& stays) {
  StateRows::each_column(rows, [&](auto& column, std::optional<std::int64_t> unknown) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < column.size(); ++i)
      if (stays[i] != 0) column[kept++] = column[i];
    std::fill(column.begin() + static_cast<std::ptrdiff_t>(kept), column.end(),
              0);  // no trace in memory either
    column.resize(kept);
    const auto is_unknown = [&](auto cell) { return cell == unknown; };
    if (unknown && std::all_of(column.begin(), column.end(), is_unknown)) column.clear();
  });
}

inline void forget_unused_currencies(StateRows& rows) {
  const auto used = [&](std::size_t index) {
    return std::find(rows.currency.begin(), rows.currency.end(), static_cast<std::uint16_t>(index)) !=
           rows.currency.end();
  };
  for (std::size_t index = rows.currencies.size(); index-- > 0;) {
    if (used(index)) continue;
    rows.currencies.erase(rows.currencies.begin() + static_cast<std::ptrdiff_t>(index));
    for (auto& each : rows.currency) each = static_cast<std::uint16_t>(each - (each > index ? 1 : 0));
  }
}

/// Deletes an account. `left` are the ids without its own.
inline void erase_account(StateRows& rows, std::uint32_t gone, Ids left) {
  const auto code_of = [&](std::uint32_t account) { return account - (account > gone ? 1U : 0U); };
  std::vector<std::uint8_t> stays;
  std::vector<std::uint32_t> unit;
  StateUnits units;  // made anew: so they are those of tables without the account, in the same order
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t account = rows.account_of(i);
    stays.push_back(account != gone);
    if (account == gone) continue;
    unit.push_back(rows.finer ? units.add(code_of(account), rows.units.parts, rows.units.part[rows.unit[i]])
                              : code_of(account));
  }
  // Nothing below throws.
  keep_spans(rows, stays);
  std::copy(unit.begin(), unit.end(), rows.unit.begin());
  rows.units = std::move(units);
  rows.accounts = std::move(left);
  forget_unused_currencies(rows);
}

/// The parts, with ids that say nothing for those that no other account has.
template <class Id>
Ids parts_without(const StateUnits& units, std::uint32_t account) {
  std::vector<std::uint8_t> own(units.parts.size()), others(units.parts.size());
  for (std::size_t unit = 0; unit < units.part.size(); ++unit)
    if (units.part[unit] != no_id) (units.account[unit] == account ? own : others)[units.part[unit]] = 1;
  std::int64_t number = 0;
  KeptId<Id> name{};
  return edited_ids<Id>(units.parts, [&](std::uint32_t code) -> std::optional<Id> {
    if (own[code] == 0 || others[code] != 0) return id_at<Id>(units.parts, code);
    name = next_anonymous<Id>(units.parts, number);
    return Id(name);
  });
}

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

template <class Id>
std::size_t LedgerState::erase_id(Id account) {
  const auto gone = detail::find_account("LedgerState", rows_.accounts, account);
  if (!gone) return 0;
  const std::size_t before = size();
  detail::erase_account(rows_, *gone, detail::ids_without<Id>(rows_.accounts, *gone));
  return before - size();
}

template <class Id>
Anonymized<detail::KeptId<Id>> LedgerState::anonymize_id(Id account, const std::optional<Id>& alias) {
  const auto code = detail::find_account("LedgerState", rows_.accounts, account);
  if (!code) return {};
  const auto name = detail::alias_for<Id>("LedgerState", rows_.accounts, alias);
  std::size_t rows = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    rows += rows_.account_of(i) == *code && !rows_.continues_row(i) ? 1U : 0U;
  const detail::StateUnits& units = rows_.units;
  Ids accounts = detail::ids_renamed<Id>(rows_.accounts, *code, Id(name));
  Ids parts = units.parts.is_text() ? detail::parts_without<std::string_view>(units, *code)
                                    : detail::parts_without<std::int64_t>(units, *code);
  rows_.accounts = std::move(accounts);
  rows_.units.parts = std::move(parts);
  return {rows, name};
}

}  // namespace fealty::revenue
