// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/account_order.hpp>
#include <fealty/revenue/detail/exchange_levels.hpp>
#include <fealty/revenue/detail/units.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::retention {

/// Settings of customer_lifetimes().
struct CustomerLifetimesOptions {
  std::int32_t gap_days = 0;  ///< gaps of at most so many days do not end a spell, >= 0;
                              ///< one that as_of cuts short counts as an end
};

/// Spells of being a customer without interruption, by account id and then by time.
struct CustomerLifetimes {
  IdColumn account;                    ///< whose
  std::vector<std::int64_t> spell;     ///< 1 for the account's first, 2 after its first return, …
  DateColumn start;                    ///< first day with MRR
  DateColumn end;                      ///< first day without; fealty::open while it lasts
  std::vector<std::int64_t> days;      ///< length up to the end, or to the day after as_of
  std::vector<std::uint8_t> ended;     ///< 1 when it ended, 0 when it lasted on as_of (right-censored)
  MoneyColumn first_mrr;               ///< MRR on the first day
  MoneyColumn last_mrr;                ///< MRR on the last day
  std::optional<Date> as_of = {};      ///< last day known; none without rows
  revenue::RevenuePolicy policy = {};  ///< what the ledger was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("spell", self.spell);
    f("start", self.start);
    f("end", self.end);
    f("days", self.days);
    f("ended", self.ended);
    f("first_mrr", self.first_mrr);
    f("last_mrr", self.last_mrr);
  }
};

namespace detail {
struct Spell {
  std::uint32_t account;
  std::int32_t start, end;
  std::int64_t first_mrr, last_mrr;
};

struct Change {
  std::int32_t day;
  std::int64_t amount;
  std::int32_t free;  // spans of amount 0 that begin, less those that end
};

/// The spells of one account, from its changes in order of days.
template <class F>
void for_each_spell(std::uint32_t account, const std::vector<Change>& changes, std::int32_t gap_days, F f) {
  std::int64_t mrr = 0, free = 0;
  Spell spell{account, 0, open, 0, 0};
  bool customer = false, any = false;
  for (std::size_t i = 0; i < changes.size();) {
    const std::int32_t day = changes[i].day;
    const bool was = customer;
    for (; i < changes.size() && changes[i].day == day; ++i) {
      mrr += changes[i].amount;
      free += changes[i].free;
    }
    const bool goes_on = any && (was || day - spell.end <= gap_days);
    customer = mrr > 0 || (goes_on && free > 0);
    if (was && !customer) spell.end = day;
    if (!was && customer) {
      if (any && !goes_on) f(spell);
      if (!goes_on) spell = {account, day, open, mrr, mrr};
      spell.end = open;
      any = true;
    }
    if (customer) spell.last_mrr = mrr;
  }
  if (any) f(spell);
}

/// All spells, by account code and then by time.
inline std::vector<Spell> find_spells(const revenue::detail::MrrSpans& spans, std::int32_t as_of,
                                      std::int32_t gap_days) {
  std::vector<Spell> spells;
  const auto order = revenue::detail::spans_by_account(spans);
  std::vector<Change> changes;
  for (std::size_t k = 0; k < order.size();) {
    const std::uint32_t account = spans.account[order[k]];
    changes.clear();
    for (; k < order.size() && spans.account[order[k]] == account; ++k) {
      const std::size_t i = order[k];
      if (spans.start[i] > as_of || spans.end[i] == spans.start[i]) continue;
      const std::int32_t free = spans.amount[i] == 0 ? 1 : 0;
      changes.push_back({spans.start[i], spans.amount[i], free});
      if (spans.end[i] <= as_of) changes.push_back({spans.end[i], -spans.amount[i], -free});
    }
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.day < b.day; });
    for_each_spell(account, changes, gap_days, [&](const Spell& spell) { spells.push_back(spell); });
  }
  return spells;
}
}  // namespace detail

/// The spells in which accounts were customers, to the day: what survival analysis starts from.
///
/// A spell begins with MRR; overlapping and adjoining rows, and free ones after, are one spell. An end
/// after the ledger's as_of is not known yet: the spell lasts, and is right-censored. In a reporting currency
/// with the rates of each period's end, a row's MRR is that of the period in which it starts.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  the gap that does not count
/// \returns        one row for each spell
/// \throws InvalidInput  unless gap_days >= 0
inline CustomerLifetimes customer_lifetimes(const revenue::MrrLedger& ledger,
                                            const CustomerLifetimesOptions& options = {}) {
  if (options.gap_days < 0)
    throw InvalidInput({.who = "customer_lifetimes",
                        .what = "gap_days",
                        .where = {},
                        .value = fmt::format("{}", options.gap_days),
                        .rule = "is negative"});
  CustomerLifetimes out;
  out.policy = ledger.policy();
  out.as_of = ledger.as_of();
  out.first_mrr.currency = out.last_mrr.currency = ledger.currency();
  if (!ledger.as_of()) {
    out.account = revenue::detail::unit_accounts(*ledger.data().spans, {});
    return out;
  }
  const std::int32_t as_of = ledger.as_of()->days;
  auto spells = detail::find_spells(*revenue::detail::valued_spans(ledger.data()), as_of, options.gap_days);
  const auto rank = revenue::detail::unit_ranks(*ledger.data().spans);
  std::stable_sort(spells.begin(), spells.end(),
                   [&](const auto& a, const auto& b) { return rank[a.account] < rank[b.account]; });
  std::vector<std::uint32_t> codes;
  for (const auto& spell : spells) {
    const bool again = !codes.empty() && codes.back() == spell.account;
    out.spell.push_back(again ? out.spell.back() + 1 : 1);
    codes.push_back(spell.account);
    out.start.days.push_back(spell.start);
    out.end.days.push_back(spell.end);
    out.days.push_back(std::int64_t{spell.end == open ? as_of + 1 : spell.end} - spell.start);
    out.ended.push_back(spell.end == open ? 0 : 1);
    out.first_mrr.minor.push_back(spell.first_mrr);
    out.last_mrr.minor.push_back(spell.last_mrr);
  }
  out.account = revenue::detail::unit_accounts(*ledger.data().spans, std::move(codes));
  return out;
}

}  // namespace fealty::retention
