// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/detail/units.hpp>
#include <fealty/revenue/policy.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// A dictionary in which accounts stand for what became of them, or for what is above them.
struct AccountMap {
  std::vector<std::uint32_t> code_of;  // of each code of the old dictionary, one of the new
  std::shared_ptr<const Ids> ids;
};

/// \returns  none when every account stands for itself
inline std::optional<AccountMap> account_map(const Ids& ids, const Accounts& accounts,
                                             const LedgerPolicy& policy) {
  const std::vector<std::uint32_t> known = accounts.match(ids);
  std::vector<std::uint32_t> target(known.size(), no_id);
  bool any = false;
  for (std::size_t code = 0; code < known.size(); ++code) {
    if (known[code] == no_id) continue;
    const std::uint32_t merged = accounts.final_account(known[code]);
    if (policy.merged == MergedRule::separate && merged != known[code]) continue;  // it stands for itself
    target[code] = policy.grain == Grain::parent ? accounts.topmost_parent(known[code]) : merged;
    any |= target[code] != no_id && target[code] != known[code];
  }
  if (!any) return std::nullopt;
  Ids joined;
  AccountMap map;
  for (std::uint32_t code = 0; code < known.size(); ++code) {
    const bool itself = target[code] == no_id;
    const Ids& from = itself ? ids : *accounts.ids();
    const std::uint32_t id = itself ? code : target[code];
    map.code_of.push_back(from.is_text() ? joined.encode(from.view(id)) : joined.encode(from.number(id)));
  }
  map.ids = std::make_shared<const Ids>(std::move(joined));
  return map;
}

/// Gives units to other accounts; those that become one are one from then on.
inline void move_units(MrrSpans& spans, const AccountMap& map) {
  auto owners = std::make_shared<UnitOwners>();
  owners->accounts = map.ids;
  owners->parts = spans.owners->parts;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
  std::vector<std::uint32_t> unit_of;
  for (std::size_t unit = 0; unit < spans.owners->account.size(); ++unit) {
    const std::pair key(map.code_of[spans.owners->account[unit]], spans.owners->part[unit]);
    const auto [found, fresh] = known.emplace(key, static_cast<std::uint32_t>(known.size()));
    unit_of.push_back(found->second);
    if (!fresh) continue;
    owners->account.push_back(key.first);
    owners->part.push_back(key.second);
  }
  std::vector<std::uint32_t> units(spans.size());
  for (std::size_t i = 0; i < units.size(); ++i) units[i] = unit_of[spans.account[i]];
  spans.account = std::move(units);
  spans.ids = numbered_ids(known.size());
  spans.owners = std::move(owners);
}

/// The spans with accounts as the policy sees them: merged, or under their topmost parents.
inline std::shared_ptr<const MrrSpans> with_related_accounts(const std::shared_ptr<const MrrSpans>& spans,
                                                             const LedgerPolicy& policy,
                                                             const std::optional<Accounts>& accounts) {
  if (policy.grain == Grain::parent && !accounts)
    throw InvalidInput({.who = "mrr_ledger",
                        .what = "grain",
                        .where = {},
                        .value = "parent",
                        .rule = "needs accounts, which say who is above whom"});
  if (!accounts || !spans->ids) return spans;
  const auto map = account_map(spans->owners ? *spans->owners->accounts : *spans->ids, *accounts, policy);
  if (!map) return spans;
  auto changed = std::make_shared<MrrSpans>(*spans);
  if (spans->owners) {
    move_units(*changed, *map);
    return changed;
  }
  std::vector<std::uint32_t> codes(spans->size());
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = map->code_of[spans->account[i]];
  changed->account = std::move(codes);
  changed->ids = map->ids;
  return changed;
}

}  // namespace fealty::revenue::detail
