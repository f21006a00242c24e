// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/reconciliation.hpp>
#include <fealty/revenue/summary.hpp>

#include <cstdint>

namespace fealty::revenue {

/// Settings of reconcile().
struct ReconcileOptions {
  std::int64_t tolerance_minor = 0;  ///< amounts that differ by at most so many minor units are not listed
};

namespace detail {
Reconciliation make_reconciliation(const MrrLedger& ledger, const Summary& summary,
                                   const ReconcileOptions& options);
}  // namespace detail

/// Explains where a summary differs from a ledger: in which period, for which account, by how much, and what
/// kind of difference it is.
///
/// The periods from the summary's first to its last are compared. An account or a period of these that the
/// summary leaves out counts as 0 there, as does in the ledger what it does not have.
///
/// \param ledger   as made by mrr_ledger()
/// \param summary  of the ledger's periods and currency; with accounts, each account is compared
/// \param options  the tolerance
/// \returns        the differences, and the totals that they explain to the last minor unit
/// \throws InvalidInput  when the summary has other periods than the ledger (quarters against months),
///                       another currency, ids of another kind, or several rows of one period and account;
///                       on a tolerance below 0
/// \throws Overflow      when a sum or a difference leaves 64 bits
inline Reconciliation reconcile(const MrrLedger& ledger, const Summary& summary,
                                const ReconcileOptions& options = {}) {
  return detail::make_reconciliation(ledger, summary, options);
}

}  // namespace fealty::revenue

#include <fealty/revenue/detail/make_reconciliation.hpp>
