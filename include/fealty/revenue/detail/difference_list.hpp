// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>
#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/difference_reasons.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>
#include <fealty/revenue/reconciliation.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Collects the differences of amounts, account by account, and the totals that they explain.
class DifferenceList {
 public:
  using Given = std::array<bool, cell_count>;

  DifferenceList(const PeriodGrid& grid, const Given& given, Currency currency, std::int64_t tolerance)
      : grid_(grid), given_(given), currency_(currency), tolerance_(tolerance), sums_(grid.size()) {}

  /// Summary less ledger in the cells that the summary has; whether any is not 0.
  bool take_differences(Comparison& c, const Given& given) const {
    bool any = false;
    for (std::size_t t = 0; t < c.periods(); ++t)
      for (std::size_t cell = 0; cell < cell_count; ++cell) {
        if (!given[cell]) continue;
        const int128 difference = int128{c.summary[t][cell]} - c.ledger[t][cell];
        if (difference != 0) c.difference[t][cell] = checked("difference", t, cell, difference);
        any |= difference != 0;
      }
    return any;
  }

  /// Takes one account's numbers, or `no_id` and the totals.
  void add(Comparison& c, std::uint32_t account) {
    const std::int32_t digits =
        currency_.exponent == 0 ? 2 : currency_.exponent;  // yen go wrong by 100 as well
    if (take_differences(c, given_))
      ReasonFinder(c, fealty::detail::powers_of_ten[static_cast<std::size_t>(digits)]).run();
    for (std::size_t t = 0; t < c.periods(); ++t)
      for (std::size_t cell = 0; cell < cell_count; ++cell) {
        if (!given_[cell]) continue;
        const std::int64_t difference = c.difference[t][cell];
        sums_[t].ledger[cell] += c.ledger[t][cell];
        sums_[t].summary[cell] += c.summary[t][cell];
        if (int128{difference} <= tolerance_ && -int128{difference} <= tolerance_) continue;
        sums_[t].explained[cell] += difference;
        lines_.push_back({static_cast<std::uint32_t>(t), account, cell, c.ledger[t][cell], c.summary[t][cell],
                          difference, c.reason[t][cell]});
      }
  }

  /// Writes the differences by period; within one they stay in the order in which they were added.
  void write(AmountDifferences& out, const std::shared_ptr<const Ids>& ids) {
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const Line& a, const Line& b) { return a.period < b.period; });
    std::vector<std::uint32_t> codes;
    for (const Line& line : lines_) {
      codes.push_back(line.account);
      out.period.days.push_back(grid_.start(line.period).days);
      out.cell.push_back(static_cast<LedgerCell>(line.cell));
      out.ledger.minor.push_back(line.ledger);
      out.summary.minor.push_back(line.summary);
      out.difference.minor.push_back(line.difference);
      out.reason.push_back(line.reason);
    }
    out.account = IdColumn(std::move(codes), ids);
  }

  void write(ReconciledTotals& out) const {
    for (std::size_t t = 0; t < sums_.size(); ++t)
      for (std::size_t cell = 0; cell < cell_count; ++cell) {
        if (!given_[cell]) continue;
        const int128 ledger = sums_[t].ledger[cell], summary = sums_[t].summary[cell],
                     explained = sums_[t].explained[cell];
        out.period.days.push_back(grid_.start(t).days);
        out.cell.push_back(static_cast<LedgerCell>(cell));
        out.ledger.minor.push_back(checked("ledger", t, cell, ledger));
        out.summary.minor.push_back(checked("summary", t, cell, summary));
        out.difference.minor.push_back(checked("difference", t, cell, summary - ledger));
        out.explained.minor.push_back(checked("explained", t, cell, explained));
        out.within_tolerance.minor.push_back(
            checked("within_tolerance", t, cell, summary - ledger - explained));
      }
  }

 private:
  using int128 = fealty::detail::int128;
  struct Line {
    std::uint32_t period, account;
    std::size_t cell;
    std::int64_t ledger, summary, difference;
    DifferenceReason reason;
  };
  struct Sums {
    std::array<int128, cell_count> ledger{}, summary{}, explained{};
  };

  std::int64_t checked(const char* what, std::size_t t, std::size_t cell, int128 value) const {
    if (fealty::detail::fits_int64(value)) return static_cast<std::int64_t>(value);
    return exact("reconcile", what, fmt::format("{} of {}", cell_names[cell], grid_.label(t)), value);
  }

  const PeriodGrid& grid_;
  Given given_;
  Currency currency_;
  std::int64_t tolerance_;
  std::vector<Line> lines_;
  std::vector<Sums> sums_;
};

}  // namespace fealty::revenue::detail
