// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/detail/segment_walk.hpp>
#include <fealty/revenue/segment_ledger.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The sums of a segment and period, by SegmentCell.
struct SegmentSums {
  std::array<std::int64_t, 10> amount{};
  std::array<std::int64_t, 10> accounts{};
};

/// Sums of every segment that occurs; the last is that of accounts of which it is unknown.
class SegmentTable {
 public:
  SegmentTable(std::size_t segments, std::size_t periods) : periods_(periods), rows_(segments + 1) {}

  void add(const SegmentEntry& entry) {
    auto& row = rows_[entry.segment == no_id ? rows_.size() - 1 : entry.segment];
    if (row.empty()) row.resize(periods_);
    const auto cell = static_cast<std::size_t>(entry.cell);
    row[entry.period].amount[cell] += entry.amount;
    row[entry.period].accounts[cell] += entry.cell == SegmentCell::exchange ? 0 : 1;
  }
  /// Adds what a group of units did that never left its segment.
  void add(std::size_t segment, const std::vector<PeriodSums>& group) {
    auto& row = rows_[segment];
    if (row.empty() &&
        std::all_of(group.begin(), group.end(), [](const PeriodSums& sum) { return sum.new_accounts == 0; }))
      return;  // no customer ever
    if (row.empty()) row.resize(periods_);
    const auto put = [](SegmentSums& to, SegmentCell cell, std::int64_t amount, std::int64_t accounts) {
      to.amount[static_cast<std::size_t>(cell)] += amount;
      to.accounts[static_cast<std::size_t>(cell)] += accounts;
    };
    for (std::size_t p = 0; p < group.size(); ++p) {
      const PeriodSums& sum = group[p];
      put(row[p], SegmentCell::new_business, sum.new_business, sum.new_accounts);
      put(row[p], SegmentCell::reactivation, sum.reactivation, sum.reactivation_accounts);
      put(row[p], SegmentCell::expansion, sum.expansion, sum.expansion_accounts);
      put(row[p], SegmentCell::contraction, sum.contraction, sum.contraction_accounts);
      put(row[p], SegmentCell::churn, sum.churn, sum.churn_accounts);
      put(row[p], SegmentCell::exchange, sum.exchange, 0);
    }
  }
  void add(const SegmentTable& other) {
    for (std::size_t segment = 0; segment < rows_.size(); ++segment) {
      if (other.rows_[segment].empty()) continue;
      if (rows_[segment].empty()) rows_[segment].resize(periods_);
      for (std::size_t p = 0; p < periods_; ++p)
        for (std::size_t cell = 0; cell < rows_[segment][p].amount.size(); ++cell) {
          rows_[segment][p].amount[cell] += other.rows_[segment][p].amount[cell];
          rows_[segment][p].accounts[cell] += other.rows_[segment][p].accounts[cell];
        }
    }
  }
  /// Carries every closing over to the opening after it.
  void close() {
    constexpr auto at = [](SegmentCell cell) { return static_cast<std::size_t>(cell); };
    for (auto& row : rows_) {
      std::int64_t amount = 0, accounts = 0;
      for (SegmentSums& sums : row) {
        sums.amount[at(SegmentCell::opening)] = amount;
        sums.accounts[at(SegmentCell::opening)] = accounts;
        amount += signed_sum(sums.amount);
        // Expansion and contraction move no accounts.
        auto moves = sums.accounts;
        moves[at(SegmentCell::expansion)] = moves[at(SegmentCell::contraction)] = 0;
        accounts += signed_sum(moves);
        sums.amount[at(SegmentCell::closing)] = amount;
        sums.accounts[at(SegmentCell::closing)] = accounts;
      }
    }
  }
  const std::vector<SegmentSums>& row(std::size_t segment) const { return rows_[segment]; }
  std::size_t segments() const { return rows_.size(); }

 private:
  /// What the cells between opening and closing add.
  static std::int64_t signed_sum(const std::array<std::int64_t, 10>& cells) {
    std::int64_t sum = 0;
    for (std::size_t cell = 1; cell + 1 < cells.size(); ++cell) {
      const auto which = static_cast<SegmentCell>(cell);
      const bool less =
          which == SegmentCell::contraction || which == SegmentCell::churn || which == SegmentCell::left;
      sum += less ? -cells[cell] : cells[cell];
    }
    return sum;
  }

  std::size_t periods_;
  std::vector<std::vector<SegmentSums>> rows_;
};

/// Units in groups of one segment and currency; those that change either are in none.
struct SegmentGroups {
  UnitGroups units;
  std::vector<std::uint32_t> segment;  // of each group
};

inline SegmentGroups segment_groups(const LedgerData& data, const Accounts& accounts, std::size_t attribute,
                                    std::uint32_t segments, const std::vector<std::uint32_t>& account_of) {
  SegmentGroups out;
  out.units.of = lasting_segments(data, accounts, attribute, segments - 1, account_of);
  const bool moves = data.values.moves();
  const std::size_t currencies = moves ? data.spans->currencies.size() : 1;
  const auto currency =
      moves ? unit_currencies(*data.spans) : std::vector<std::uint32_t>(out.units.of.size());
  std::vector<std::uint32_t> known(segments * currencies, no_id);  // groups that occur
  for (std::size_t unit = 0; unit < currency.size(); ++unit) {
    std::uint32_t& group = out.units.of[unit];
    if (group == no_id || currency[unit] == no_id) {
      group = no_id;
      continue;
    }
    std::uint32_t& code = known[group * currencies + currency[unit]];
    if (code == no_id) {
      code = static_cast<std::uint32_t>(out.segment.size());
      out.segment.push_back(group);
      if (moves) out.units.currency_of.push_back(currency[unit]);
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
  const auto sums = grouped_sums(
      data, groups.units, [&](const auto& levels, std::size_t lane, std::size_t unit, std::size_t slot) {
        if (data.values.moves()) return;  // what they are worth has to be walked
        for_each_movement(data, levels, lane, unit, [&](const Movement& movement) { take(movement, slot); });
      });
  for (std::size_t g = 0; g < sums.size(); ++g) table.add(groups.segment[g], sums[g]);
  if (data.values.moves()) walk_units(data, ungrouped_spans(data, groups.units.of), data.threads, take);
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
