// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
  ids->encode_numbers(numbers, [](std::size_t) { return true; }, codes.data());
  return ids;
}

/// Gives each (account, subscription) or (account, subscription, item) a state of its own.
///
/// \param items  whether each item is one
inline void split_into_units(MrrSpans& spans, const char* who, const IdColumn& subscription,
                             const IdColumn& item_column, bool items) {
  if (!subscription.present() || (items && !item_column.present()))
    throw InvalidInput({.who = who,
                        .what = "grain",
                        .where = {},
                        .value = items ? "item" : "subscription",
                        .rule = fmt::format("needs a column {}; the table has none",
                                            subscription.present() ? "item" : "subscription")});
  const IdColumn item = items ? item_column : IdColumn{};
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
  const auto key = [&](std::size_t i) {
    const auto row = static_cast<std::size_t>(spans.source_row(i));
    return Key{spans.account[i], subscription.codes()[row], item.present() ? item.codes()[row] : 0};
  };
  std::vector<Key> keys(spans.size());
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = key(i);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());

  auto owners = std::make_shared<UnitOwners>();
  owners->accounts = spans.ids;
  owners->parts = item.present() ? item.ids() : subscription.ids();
  for (const auto& each : keys) {
    owners->account.push_back(std::get<0>(each));
    owners->part.push_back(item.present() ? std::get<2>(each) : std::get<1>(each));
  }
  std::vector<std::uint32_t> units(spans.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    units[i] = static_cast<std::uint32_t>(std::lower_bound(keys.begin(), keys.end(), key(i)) - keys.begin());
  spans.account = std::move(units);
  spans.ids = numbered_ids(keys.size());
  spans.owners = std::move(owners);
}

}  // namespace fealty::revenue::detail
