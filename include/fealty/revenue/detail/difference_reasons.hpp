// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>
#include <fealty/revenue/reconciliation.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::revenue::detail {

/// The numbers of one account, or of all of them, on both sides, by compared period.
struct Comparison {
  explicit Comparison(std::size_t periods) { clear(periods); }
  void clear(std::size_t periods) {
    for (auto* rows : {&ledger, &summary, &difference, &accounts}) rows->assign(periods, CellRow{});
    in_ledger.assign(periods, 0);
    in_summary.assign(periods, 0);
    reason.assign(periods, {});
  }
  std::size_t periods() const { return ledger.size(); }

  std::vector<CellRow> ledger, summary, difference;
  std::vector<CellRow> accounts;  // that a number is made of; 0 stands for one
  std::vector<std::uint8_t> in_ledger, in_summary;
  std::vector<std::array<DifferenceReason, cell_count>> reason;
};

/// Finds the reason of each difference. What a reason takes two cells for is given to both, and each cell
/// has one reason, so that no amount is explained twice.
class ReasonFinder {
 public:
  /// \param factor  minor units per major one; 0 for what has no units
  ReasonFinder(Comparison& comparison, std::int64_t factor) : c_(comparison), factor_(factor) {}

  void run() {
    undecided_.assign(c_.periods(), {});
    for (std::size_t t = 0; t < c_.periods(); ++t)
      for (std::size_t cell = 0; cell < cell_count; ++cell) decide_alone(t, cell);
    for (std::size_t t = 0; t < c_.periods(); ++t) pair_kinds(t);
    for (std::size_t cell = 0; cell < cell_count; ++cell)
      for (std::size_t t = 0; t < c_.periods(); ++t)
        is_level(cell) ? shift_level(t, cell) : pair_with_next(t, cell);
    for (std::size_t t = 0; t < c_.periods(); ++t)
      for (std::size_t cell = 0; cell < cell_count; ++cell)
        if (undecided_[t][cell]) c_.reason[t][cell] = otherwise(t, cell);
  }

 private:
  using int128 = fealty::detail::int128;

  static bool is_level(std::size_t cell) { return cell == opening_cell || cell == closing_cell; }
  /// Whether an amount may have been booked as the one or as the other: gains, or losses.
  static bool same_group(std::size_t a, std::size_t b) {
    const auto is_loss = [](std::size_t cell) {
      return cell == static_cast<std::size_t>(LedgerCell::contraction) ||
             cell == static_cast<std::size_t>(LedgerCell::churn);
    };
    return !is_level(a) && !is_level(b) && is_loss(a) == is_loss(b);
  }
  bool within(std::size_t t, std::size_t cell, std::int64_t most) const {
    const int128 difference = c_.difference[t][cell];
    return difference <= most && -difference <= most;
  }
  void decide(std::size_t t, std::size_t cell, DifferenceReason reason) {
    c_.reason[t][cell] = reason;
    undecided_[t][cell] = false;
  }

  void decide_alone(std::size_t t, std::size_t cell) {
    if (c_.difference[t][cell] == 0) return;
    undecided_[t][cell] = true;
    const int128 ledger = c_.ledger[t][cell], summary = c_.summary[t][cell];
    if (ledger == 0 || summary == 0) return;
    if (ledger == -summary) decide(t, cell, DifferenceReason::sign);
    else if (factor_ > 0 && (ledger * factor_ == summary || summary * factor_ == ledger))
      decide(t, cell, DifferenceReason::currency_units);
    else if (factor_ > 0 && within(t, cell, 1)) decide(t, cell, DifferenceReason::rounding);
  }

  void pair_kinds(std::size_t t) {
    for (std::size_t a = 0; a < cell_count; ++a)
      for (std::size_t b = a + 1; b < cell_count && undecided_[t][a]; ++b)
        if (undecided_[t][b] && same_group(a, b) && opposite(t, a, t, b)) {
          decide(t, a, DifferenceReason::kind_differs);
          decide(t, b, DifferenceReason::kind_differs);
        }
  }
  void pair_with_next(std::size_t t, std::size_t cell) {
    if (t + 1 == c_.periods() || !undecided_[t][cell] || !undecided_[t + 1][cell] ||
        !opposite(t, cell, t + 1, cell))
      return;
    decide(t, cell, DifferenceReason::moved_period);
    decide(t + 1, cell, DifferenceReason::moved_period);
  }
  bool opposite(std::size_t t, std::size_t cell, std::size_t u, std::size_t other) const {
    return -int128{c_.difference[t][cell]} == c_.difference[u][other];
  }

  /// A level is late where it is still that of the period before and agrees in the next, early where it is
  /// that of the next already and agreed in the period before.
  void shift_level(std::size_t t, std::size_t cell) {
    if (!undecided_[t][cell] || t + 1 == c_.periods()) return;
    const bool knows_before = cell == closing_cell || t > 0;
    const std::int64_t before = cell == closing_cell ? c_.ledger[t][opening_cell]
                                : t > 0              ? c_.ledger[t - 1][cell]
                                                     : 0;
    const std::int64_t summary = c_.summary[t][cell];
    const bool late = knows_before && summary == before && c_.difference[t + 1][cell] == 0;
    const bool early = t > 0 && summary == c_.ledger[t + 1][cell] && c_.difference[t - 1][cell] == 0;
    if (late || early) decide(t, cell, DifferenceReason::moved_period);
  }

  DifferenceReason otherwise(std::size_t t, std::size_t cell) const {
    if (c_.in_summary[t] == 0) return DifferenceReason::missing_in_summary;
    if (c_.in_ledger[t] == 0) return DifferenceReason::missing_in_ledger;
    return factor_ > 0 && within(t, cell, std::max(c_.accounts[t][cell], std::int64_t{1}))
               ? DifferenceReason::rounding
               : DifferenceReason::amount_differs;
  }

  Comparison& c_;
  std::int64_t factor_;
  std::vector<std::array<bool, cell_count>> undecided_;
};

}  // namespace fealty::revenue::detail
