// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/difference_list.hpp>
#include <fealty/revenue/detail/difference_reasons.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>
#include <fealty/revenue/detail/reconcile_frame.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/reconcile.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Fills both sides of each comparison, and has their differences listed.
class Reconciler {
 public:
  Reconciler(const MrrLedger& ledger, const SummaryData& summary, const ReconcileFrame& frame,
             DifferenceList& list)
      : ledger_(ledger), summary_(summary), frame_(frame), list_(list) {}

  void compare_totals(CountDifferences& out) {
    Comparison money(frame_.grid->size()), counts(frame_.grid->size());
    const auto columns = cell_columns(ledger_.periods());
    for (std::size_t t = 0; t < money.periods() && ledger_.data().grid; ++t) {
      const std::size_t row = ledger_.data().grid->index(frame_.grid->last_day(t).days);
      if (row == ledger_.data().grid->size()) continue;
      money.in_ledger[t] = counts.in_ledger[t] = 1;
      for (std::size_t cell = 0; cell < cell_count; ++cell) {
        if (columns.money[cell] != nullptr) money.ledger[t][cell] = (*columns.money[cell])[row];
        if (columns.accounts[cell] != nullptr)
          money.accounts[t][cell] = counts.ledger[t][cell] = (*columns.accounts[cell])[row];
      }
    }
    for (const FramedRow& each : frame_.rows) {
      money.in_summary[each.period] = counts.in_summary[each.period] = 1;
      fill(money.summary[each.period], summary_.money, each.row);
      fill(counts.summary[each.period], summary_.accounts, each.row);
    }
    list_.add(money, no_id);
    if (!list_.take_differences(counts, summary_.has_accounts)) return;
    ReasonFinder(counts, 0).run();
    write(out, counts);
  }

  void compare_accounts(const Movements& moved) {
    const auto codes = moved.account.codes();
    std::vector<std::size_t> order(moved.kind.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return frame_.rank[codes[a]] < frame_.rank[codes[b]];
    });
    Comparison comparison(0);
    auto row = frame_.rows.begin();
    auto next = order.begin();
    for (const std::uint32_t account : frame_.ids->sorted()) {
      const auto end = std::find_if(next, order.end(), [&](std::size_t i) { return codes[i] != account; });
      const bool in_summary = row != frame_.rows.end() && row->account == account;
      if (next == end && !in_summary) continue;
      comparison.clear(frame_.grid->size());
      for (; row != frame_.rows.end() && row->account == account; ++row) {
        comparison.in_summary[row->period] = 1;
        fill(comparison.summary[row->period], summary_.money, row->row);
      }
      fill_account(comparison, moved, next, end);
      next = end;
      list_.add(comparison, account);
    }
  }

 private:
  static void fill(CellRow& row, const std::array<std::vector<std::int64_t>, cell_count>& columns,
                   std::size_t from) {
    for (std::size_t cell = 0; cell < cell_count; ++cell)
      if (!columns[cell].empty()) row[cell] = columns[cell][from];
  }

  /// An account's numbers in the ledger are its movements and their running sum, as far as the ledger goes.
  template <class Iterator>
  void fill_account(Comparison& to, const Movements& moved, Iterator next, Iterator end) const {
    if (next == end) return;
    const std::int32_t last = ledger_.periods().period.days.back();
    std::int64_t mrr = 0, customers = 0;
    const auto apply = [&](std::size_t i) {
      mrr += signed_amount(moved.kind[i], moved.amount.minor[i]);
      customers += customer_change(moved.kind[i]);
    };
    for (std::size_t t = 0; t < to.periods() && frame_.grid->start(t).days <= last; ++t) {
      for (; next != end && moved.period.days[*next] < frame_.grid->start(t).days; ++next) apply(*next);
      to.ledger[t][opening_cell] = mrr;
      to.in_ledger[t] = customers > 0 ? 1 : 0;
      for (; next != end && moved.period.days[*next] <= frame_.grid->last_day(t).days; ++next) {
        to.ledger[t][cell_of(moved.kind[*next])] += moved.amount.minor[*next];
        to.in_ledger[t] = 1;
        apply(*next);
      }
      to.ledger[t][closing_cell] = mrr;
    }
  }

  void write(CountDifferences& out, const Comparison& counts) const {
    for (std::size_t t = 0; t < counts.periods(); ++t)
      for (std::size_t cell = 0; cell < cell_count; ++cell) {
        if (counts.difference[t][cell] == 0) continue;
        out.period.days.push_back(frame_.grid->start(t).days);
        out.cell.push_back(static_cast<LedgerCell>(cell));
        out.ledger.push_back(counts.ledger[t][cell]);
        out.summary.push_back(counts.summary[t][cell]);
        out.difference.push_back(counts.difference[t][cell]);
        out.reason.push_back(counts.reason[t][cell]);
      }
  }

  const MrrLedger& ledger_;
  const SummaryData& summary_;
  const ReconcileFrame& frame_;
  DifferenceList& list_;
};

/// What the comparison leaves out, and where it may be unfair.
inline void note_limits(std::vector<Finding>& findings, const MrrLedger& ledger, const PeriodGrid& compared) {
  if (!ledger.data().grid) return;
  const PeriodGrid& grid = *ledger.data().grid;
  const std::size_t last = grid.size() - 1;
  const Date from = compared.start(0), to = compared.last_day(compared.size() - 1);
  if (ledger.periods().complete.back() == 0 && from <= grid.start(last) && grid.start(last) <= to)
    findings.push_back({"incomplete_period",
                        Severity::warning,
                        {},
                        fmt::format("the ledger ends within {}, on {}; the summary may go on",
                                    grid.label(last), to_string(*ledger.as_of()))});
  std::size_t before = 0, after = 0;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    before += grid.last_day(i) < from ? 1U : 0U;
    after += grid.start(i) > to ? 1U : 0U;
  }
  if (before + after > 0)
    findings.push_back({"periods_not_compared",
                        Severity::information,
                        {},
                        fmt::format("the summary has {} to {}; periods of the ledger that were not compared: "
                                    "{} before, {} after",
                                    compared.label(0), compared.label(compared.size() - 1), before, after)});
}

inline Reconciliation make_reconciliation(const MrrLedger& ledger, const Summary& summary,
                                          const ReconcileOptions& options) {
  if (options.tolerance_minor < 0)
    throw InvalidInput({.who = "reconcile",
                        .what = "tolerance_minor",
                        .where = {},
                        .value = fmt::format("{}", options.tolerance_minor),
                        .rule = "is negative"});
  const Movements moved = summary.data().account.present() ? ledger.movements() : Movements{};
  const ReconcileFrame frame(ledger, summary, moved.account);
  Reconciliation out;
  out.policy = ledger.policy();
  out.findings = summary.findings();
  AmountDifferences& amounts = out.amounts;
  ReconciledTotals& totals = out.totals;
  for (auto* money : {&amounts.ledger, &amounts.summary, &amounts.difference, &totals.ledger, &totals.summary,
                      &totals.difference, &totals.explained, &totals.within_tolerance})
    money->currency = frame.currency;
  amounts.account = IdColumn(std::vector<std::uint32_t>{}, frame.ids);
  if (!frame.grid) return out;
  DifferenceList list(*frame.grid, summary.data().has_money, frame.currency, options.tolerance_minor);
  Reconciler reconciler(ledger, summary.data(), frame, list);
  frame.by_account() ? reconciler.compare_accounts(moved) : reconciler.compare_totals(out.counts);
  list.write(amounts, frame.ids);
  list.write(totals);
  note_limits(out.findings, ledger, *frame.grid);
  return out;
}

}  // namespace fealty::revenue::detail
