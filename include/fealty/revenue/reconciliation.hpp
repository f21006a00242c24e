// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/policy.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fealty::revenue {

/// What kind of difference it is. Of several that hold, the first of sign, currency_units, rounding of one
/// minor unit, kind_differs, moved_period, missing_in_summary, missing_in_ledger, rounding.
enum class DifferenceReason {
  missing_in_summary,  ///< the summary has no row here
  missing_in_ledger,   ///< the ledger has nothing here
  moved_period,    ///< the period before or after differs by as much the other way; a level is one late or
                   ///< early
  kind_differs,    ///< so much is booked under another kind of gain, or another kind of loss
  sign,            ///< the same amount with the other sign
  currency_units,  ///< major units where minor ones belong, or the other way round
  rounding,        ///< at most one minor unit for each account
  amount_differs   ///< none of these
};
constexpr auto enum_names(DifferenceReason) {
  return std::array<std::string_view, 8>{
      "missing_in_summary", "missing_in_ledger", "moved_period",  "kind_differs", "sign",
      "currency_units",     "rounding",          "amount_differs"};
}

/// The amounts that differ, by period, then by account id, then by cell.
struct AmountDifferences {
  DateColumn period;                     ///< first day of the period
  IdColumn account;                      ///< whose amount; missing when the summary holds totals
  std::vector<LedgerCell> cell;          ///< which amount
  MoneyColumn ledger;                    ///< what the ledger says
  MoneyColumn summary;                   ///< what the summary says
  MoneyColumn difference;                ///< summary - ledger
  std::vector<DifferenceReason> reason;  ///< what kind of difference it is

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("account", self.account);
    f("cell", self.cell);
    f("ledger", self.ledger);
    f("summary", self.summary);
    f("difference", self.difference);
    f("reason", self.reason);
  }
};

/// The numbers of accounts that differ, by period and then by cell; only where the summary counts accounts.
struct CountDifferences {
  DateColumn period;                     ///< first day of the period
  std::vector<LedgerCell> cell;          ///< whose accounts
  std::vector<std::int64_t> ledger;      ///< how many the ledger counts
  std::vector<std::int64_t> summary;     ///< how many the summary counts
  std::vector<std::int64_t> difference;  ///< summary - ledger
  std::vector<DifferenceReason> reason;  ///< what kind of difference it is

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("cell", self.cell);
    f("ledger", self.ledger);
    f("summary", self.summary);
    f("difference", self.difference);
    f("reason", self.reason);
  }
};

/// The amounts of every period and cell that was compared: difference = explained + within_tolerance,
/// exactly.
struct ReconciledTotals {
  DateColumn period;             ///< first day of the period
  std::vector<LedgerCell> cell;  ///< which amount
  MoneyColumn ledger;            ///< what the ledger says
  MoneyColumn summary;           ///< what the summary says, over all its accounts
  MoneyColumn difference;        ///< summary - ledger
  MoneyColumn explained;         ///< the sum of the differences that are listed
  MoneyColumn within_tolerance;  ///< the sum of those that are not

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("cell", self.cell);
    f("ledger", self.ledger);
    f("summary", self.summary);
    f("difference", self.difference);
    f("explained", self.explained);
    f("within_tolerance", self.within_tolerance);
  }
};

/// What reconcile() returns.
struct Reconciliation {
  AmountDifferences amounts;      ///< amounts that differ
  CountDifferences counts;        ///< numbers of accounts that differ
  ReconciledTotals totals;        ///< each period and cell as a whole
  std::vector<Finding> findings;  ///< the summary's, and what was not compared
  RevenuePolicy policy = {};      ///< what the ledger was made with
};

}  // namespace fealty::revenue
