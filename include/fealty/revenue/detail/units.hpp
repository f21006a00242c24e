// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// What a unit is called in messages.
inline std::string unit_text(const MrrSpans& spans, std::uint32_t unit) {
  if (!spans.owners) return spans.ids->text(unit);
  const UnitOwners& owners = *spans.owners;
  const std::string account = owners.accounts->text(owners.account[unit]);
  return owners.part[unit] == no_id ? account : account + "/" + owners.parts->text(owners.part[unit]);
}

/// The accounts of units, for a result.
inline IdColumn unit_accounts(const MrrSpans& spans, std::vector<std::uint32_t> units) {
  if (!spans.owners) return {std::move(units), spans.ids};
  for (auto& unit : units) unit = spans.owners->account[unit];
  return {std::move(units), spans.owners->accounts};
}
/// Their subscriptions or items, at that grain; null at the grain of accounts.
inline IdColumn unit_parts(const MrrSpans& spans, std::vector<std::uint32_t> units) {
  if (!spans.owners) return {std::vector<std::uint32_t>(units.size(), no_id), std::make_shared<const Ids>()};
  for (auto& unit : units) unit = spans.owners->part[unit];
  return {std::move(units), spans.owners->parts};
}

/// Where each unit stands in the order of results: by account, then by subscription or item.
inline std::vector<std::uint32_t> unit_ranks(const MrrSpans& spans) {
  if (!spans.owners) return spans.ids->ranks();
  const UnitOwners& owners = *spans.owners;
  const auto account = owners.accounts->ranks(), part = owners.parts->ranks();
  std::vector<std::uint32_t> order(owners.account.size()), rank(order.size());
  for (std::uint32_t unit = 0; unit < order.size(); ++unit) order[unit] = unit;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto key = [&](std::uint32_t unit) {
      return std::tuple(account[owners.account[unit]],
                        owners.part[unit] == no_id ? no_id : part[owners.part[unit]], unit);
    };
    return key(a) < key(b);
  });
  for (std::uint32_t place = 0; place < order.size(); ++place) rank[order[place]] = place;
  return rank;
}

/// Ids of units that have no names of their own.
inline std::shared_ptr<const Ids> numbered_ids(std::size_t units) {
  std::vector<std::int64_t> numbers(units);
  for (std::size_t i = 0; i < units; ++i) numbers[i] = static_cast<std::int64_t>(i);
  std::vector<std::uint32_t> codes(units);
  auto ids = std::make_shared<Ids>();
  ids->encode_numbers(
      numbers, [](std::size_t) { return true; }, codes.data());
  return ids;
}

/// The id of an item: subscription/item, with \/ for a / of the subscription's own, so that no two items
/// of an account share one.
inline std::string part_text(const IdColumn& subscription, const IdColumn& item, std::size_t row) {
  std::string text;
  if (subscription.codes()[row] != no_id) {
    for (const char c : subscription.text(row)) {
      if (c == '/' || c == '\\') text += '\\';
      text += c;
    }
    if (text.empty()) text = "\\empty";  // it is there; one that is missing leaves nothing before the /
  }
  return item.codes()[row] == no_id ? text : text + "/" + item.text(row);
}

/// Fills in the item of each span, and gives the ids of all.
inline std::shared_ptr<const Ids> item_parts(const MrrSpans& spans, const IdColumn& subscription,
                                             const IdColumn& item, std::vector<std::uint32_t>& parts) {
  auto ids = std::make_shared<Ids>();
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto row = static_cast<std::size_t>(spans.source_row(i));
    const std::pair key(subscription.codes()[row], item.codes()[row]);
    const auto [found, fresh] = known.try_emplace(key, no_id);
    if (fresh && key != std::pair(no_id, no_id))
      found->second = ids->encode(part_text(subscription, item, row));
    parts[i] = found->second;
  }
  return ids;
}

/// Gives each (account, subscription) or (account, subscription, item) a state of its own.
///
/// \param items  whether each item is one
inline void split_into_units(MrrSpans& spans, const char* who, const IdColumn& subscription,
                             const IdColumn& item, bool items) {
  if (!subscription.present() || (items && !item.present()))
    throw InvalidInput({.who = who,
                        .what = "grain",
                        .where = {},
                        .value = items ? "item" : "subscription",
                        .rule = fmt::format("needs a column {}; the table has none",
                                            subscription.present() ? "item" : "subscription")});
  std::vector<std::uint32_t> parts(spans.size());
  auto owners = std::make_shared<UnitOwners>();
  owners->accounts = spans.ids;
  owners->parts = items ? item_parts(spans, subscription, item, parts) : subscription.ids();
  if (!items)
    for (std::size_t i = 0; i < parts.size(); ++i)
      parts[i] = subscription.codes()[static_cast<std::size_t>(spans.source_row(i))];
  using Key = std::pair<std::uint32_t, std::uint32_t>;
  std::vector<Key> keys(spans.size());
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = {spans.account[i], parts[i]};
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const auto& [account, part] : keys) {
    owners->account.push_back(account);
    owners->part.push_back(part);
  }
  std::vector<std::uint32_t> units(spans.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    units[i] = static_cast<std::uint32_t>(
        std::lower_bound(keys.begin(), keys.end(), Key{spans.account[i], parts[i]}) - keys.begin());
  spans.account = std::move(units);
  spans.ids = numbered_ids(keys.size());
  spans.owners = std::move(owners);
}

}  // namespace fealty::revenue::detail
