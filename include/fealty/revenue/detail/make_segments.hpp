// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/detail/segment_table.hpp>
#include <fealty/revenue/detail/segment_walk.hpp>
#include <fealty/revenue/segment_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Units in groups of one segment and currency; those that change either are in none.
struct SegmentGroups {
  UnitGroups units;
  std::vector<std::uint32_t> segment;   // of each group
  std::vector<std::uint32_t> currency;  // of each unit, no_id for several
};

inline SegmentGroups segment_groups(const LedgerData& data, const Accounts& accounts, std::size_t attribute,
                                    std::uint32_t segments, const std::vector<std::uint32_t>& account_of) {
  SegmentGroups out;
  out.units.of = lasting_segments(data, accounts, attribute, segments - 1, account_of);
  const bool moves = data.values.moves();
  const std::size_t currencies = moves ? data.spans->currencies.size() : 1;
  out.currency = moves ? unit_currencies(*data.spans) : std::vector<std::uint32_t>(out.units.of.size());
  std::vector<std::uint32_t> known(segments * currencies, no_id);  // groups that occur
  for (std::size_t unit = 0; unit < out.currency.size(); ++unit) {
    std::uint32_t& group = out.units.of[unit];
    const std::uint32_t currency = out.currency[unit];
    if (group == no_id || currency == no_id) {
      group = no_id;
      continue;
    }
    std::uint32_t& code = known[group * currencies + currency];
    if (code == no_id) {
      code = static_cast<std::uint32_t>(out.segment.size());
      out.segment.push_back(group);
      if (moves) out.units.currency_of.push_back(currency);
    }
    group = code;
  }
  out.units.count = out.segment.size();
  return out;
}

/// Fills a table; units that stay in their segments are summed in groups.
inline void fill_segments(SegmentTable& table, const LedgerData& data, const Accounts& accounts,
                          std::size_t attribute) {
  if (!data.grid) return;
  if (!data.grouped())
    return for_each_segment_entry(data, accounts, attribute,
                                  [&](const SegmentEntry& entry) { table.add(entry); });
  const std::vector<std::uint32_t> account_of = known_accounts(data, accounts);
  const auto segments = static_cast<std::uint32_t>(table.segments());
  const SegmentGroups groups = segment_groups(data, accounts, attribute, segments, account_of);
  std::vector<SegmentTable> tables(data.threads, table);
  std::vector<SegmentFeed> feeds(data.threads, SegmentFeed(data, accounts, attribute, account_of));
  const auto take = [&](const Movement& movement, std::size_t slot) {
    feeds[slot].take(movement, [&](const SegmentEntry& entry) { tables[slot].add(entry); });
  };
  const auto read = [&](const auto& levels, std::size_t lane, std::size_t unit, std::size_t slot) {
    const auto to = [&](const Movement& movement) { take(movement, slot); };
    if (!data.values.moves()) for_each_movement(data, levels, lane, unit, to);
    else if (groups.currency[unit] != no_id)
      for_each_movement(data, levels, lane, unit, groups.currency[unit], to);
  };
  const auto sums = grouped_sums(data, groups.units, read);
  for (std::size_t g = 0; g < sums.size(); ++g) table.add(groups.segment[g], sums[g]);
  walk_units(data, ungrouped_spans(data, groups.currency), data.threads, take);
  for (std::size_t slot = 0; slot < feeds.size(); ++slot) {
    feeds[slot].flush([&](const SegmentEntry& entry) { tables[slot].add(entry); });
    table.add(tables[slot]);
  }
}

/// Segments in the order of their names, unknown last.
inline std::vector<std::size_t> segment_order(const Ids& values) {
  const auto rank = values.ranks();
  std::vector<std::size_t> order(rank.size() + 1, rank.size());
  for (std::size_t code = 0; code < rank.size(); ++code) order[rank[code]] = code;
  return order;
}

inline void append_segment(SegmentPeriods& out, const SegmentSums& sums) {
  MoneyColumn* const amounts[] = {&out.opening,   &out.entered,     &out.new_business, &out.reactivation,
                                  &out.expansion, &out.contraction, &out.churn,        &out.left,
                                  &out.exchange,  &out.closing};
  for (std::size_t cell = 0; cell < std::size(amounts); ++cell)
    amounts[cell]->minor.push_back(sums.amount[cell]);
  std::vector<std::int64_t>* const counts[] = {
      &out.opening_accounts,      &out.entered_accounts,   &out.new_business_accounts,
      &out.reactivation_accounts, &out.expansion_accounts, &out.contraction_accounts,
      &out.churn_accounts,        &out.left_accounts,      nullptr,
      &out.closing_accounts};
  for (std::size_t cell = 0; cell < std::size(counts); ++cell)
    if (counts[cell] != nullptr) counts[cell]->push_back(sums.accounts[cell]);
}

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline SegmentPeriods segment_ledger(const MrrLedger& ledger, const Accounts& accounts,
                                     const SegmentLedgerOptions& options) {
  const detail::LedgerData& data = ledger.data();
  const LedgerPeriods& periods = ledger.periods();
  const std::size_t attribute = accounts.attribute(options.by);
  const Ids& values = *accounts.attribute_ids(attribute);
  detail::SegmentTable table(values.size(), periods.period.days.size());
  detail::fill_segments(table, data, accounts, attribute);
  table.close();
  SegmentPeriods out;
  out.policy = ledger.policy();
  for (auto* money : {&out.opening, &out.entered, &out.new_business, &out.reactivation, &out.expansion,
                      &out.contraction, &out.churn, &out.left, &out.exchange, &out.closing})
    money->currency = ledger.currency();
  std::vector<std::uint32_t> codes;
  for (const std::size_t segment : detail::segment_order(values))
    for (std::size_t p = 0; p < table.row(segment).size(); ++p) {
      codes.push_back(segment == values.size() ? no_id : static_cast<std::uint32_t>(segment));
      out.period.days.push_back(periods.period.days[p]);
      out.period_end.days.push_back(periods.period_end.days[p]);
      detail::append_segment(out, table.row(segment)[p]);
      out.complete.push_back(periods.complete[p]);
    }
  out.segment = IdColumn(std::move(codes), accounts.attribute_ids(attribute));
  return out;
}

inline SegmentBehind segment_behind(const MrrLedger& ledger, const Accounts& accounts,
                                    const SegmentBehindOptions& options) {
  const detail::LedgerData& data = ledger.data();
  const std::size_t period = detail::find_period("segment_behind", data, options.period);
  const std::size_t attribute = accounts.attribute(options.by);
  const Ids& values = *accounts.attribute_ids(attribute);
  std::uint32_t segment = no_id;
  for (std::uint32_t code = 0; code < values.size() && !options.segment.empty(); ++code)
    if (values.text(code) == options.segment) segment = code;
  if (segment == no_id && !options.segment.empty())
    throw InvalidInput({.who = "segment_behind",
                        .what = "segment",
                        .where = {},
                        .value = "\"" + options.segment + "\"",
                        .rule = fmt::format("is no value of {}", options.by)});
  const bool state = options.kind == SegmentCell::opening || options.kind == SegmentCell::closing;
  const std::size_t last = options.kind == SegmentCell::opening ? period : period + 1;  // exclusive
  std::vector<detail::UnitAmount> found;
  std::vector<std::int64_t> customers;  // of the same units: 1 while a customer in the segment
  detail::for_each_segment_entry(data, accounts, attribute, [&](const detail::SegmentEntry& entry) {
    const bool wanted = entry.segment == segment &&
                        (state ? entry.period < last : entry.period == period && entry.cell == options.kind);
    if (!wanted) return;
    if (found.empty() || found.back().unit != entry.unit) {
      found.push_back({entry.unit, 0});
      customers.push_back(0);
    }
    using Cell = SegmentCell;
    const bool less =
        entry.cell == Cell::contraction || entry.cell == Cell::churn || entry.cell == Cell::left;
    const bool comes =
        entry.cell == Cell::new_business || entry.cell == Cell::reactivation || entry.cell == Cell::entered;
    found.back().amount += state && less ? -entry.amount : entry.amount;
    customers.back() += comes ? 1 : entry.cell == Cell::churn || entry.cell == Cell::left ? -1 : 0;
  });
  SegmentBehind out;
  out.policy = ledger.policy();
  out.amount.currency = ledger.currency();
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!state || customers[i] != 0) order.push_back(i);
  const auto rank = detail::unit_ranks(*data.spans);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return rank[found[a].unit] < rank[found[b].unit]; });
  std::vector<std::uint32_t> units;
  for (const std::size_t i : order) {
    units.push_back(found[i].unit);
    out.amount.minor.push_back(found[i].amount);
  }
  out.part = detail::unit_parts(*data.spans, units);
  out.account = detail::unit_accounts(*data.spans, std::move(units));
  return out;
}

}  // namespace fealty::revenue
