// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/detail/segment_cell.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::revenue {

/// Settings of segment_ledger().
struct SegmentLedgerOptions {
  std::string by;  ///< an attribute of the accounts
};

/// MRR by segment and period: opening + entered + new_business + reactivation + expansion - contraction
/// - churn - left + exchange = closing, exactly, in money and in accounts. What leaves a segment enters
/// another, and the sums over all segments are the ledger's.
struct SegmentPeriods {
  IdColumn segment;          ///< value of the attribute; null for accounts of which it is unknown
  DateColumn period;         ///< first day
  DateColumn period_end;     ///< last day
  MoneyColumn opening;       ///< MRR at the end of the period before
  MoneyColumn entered;       ///< MRR of customers that came from another segment, as it was before
  MoneyColumn new_business;  ///< MRR of accounts that never had any
  MoneyColumn reactivation;  ///< MRR of accounts that had none, but once had
  MoneyColumn expansion;     ///< increases of accounts that stayed customers
  MoneyColumn contraction;   ///< decreases of accounts that stayed customers, >= 0
  MoneyColumn churn;         ///< MRR of accounts that left, >= 0, in the segment where they were
  MoneyColumn left;          ///< MRR of customers that went to another segment, as it was before
  MoneyColumn exchange;      ///< what rates of exchange did to what was there
  MoneyColumn closing;       ///< MRR at the period's end
  std::vector<std::int64_t> opening_accounts;       ///< customers at the end of the period before
  std::vector<std::int64_t> entered_accounts;       ///< customers from another segment
  std::vector<std::int64_t> new_business_accounts;  ///< customers for the first time
  std::vector<std::int64_t> reactivation_accounts;  ///< customers again
  std::vector<std::int64_t> expansion_accounts;     ///< customers that pay more
  std::vector<std::int64_t> contraction_accounts;   ///< customers that pay less
  std::vector<std::int64_t> churn_accounts;         ///< customers no longer
  std::vector<std::int64_t> left_accounts;          ///< customers in another segment now
  std::vector<std::int64_t> closing_accounts;       ///< customers at the period's end
  std::vector<std::uint8_t> complete;               ///< 0 for a last period that as_of cuts short
  RevenuePolicy policy = {};                        ///< what it was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("segment", self.segment);
    f("period", self.period);
    f("period_end", self.period_end);
    f("opening", self.opening);
    f("entered", self.entered);
    f("new_business", self.new_business);
    f("reactivation", self.reactivation);
    f("expansion", self.expansion);
    f("contraction", self.contraction);
    f("churn", self.churn);
    f("left", self.left);
    f("exchange", self.exchange);
    f("closing", self.closing);
    f("opening_accounts", self.opening_accounts);
    f("entered_accounts", self.entered_accounts);
    f("new_business_accounts", self.new_business_accounts);
    f("reactivation_accounts", self.reactivation_accounts);
    f("expansion_accounts", self.expansion_accounts);
    f("contraction_accounts", self.contraction_accounts);
    f("churn_accounts", self.churn_accounts);
    f("left_accounts", self.left_accounts);
    f("closing_accounts", self.closing_accounts);
    f("complete", self.complete);
  }
};

/// Which cell to open.
struct SegmentBehindOptions {
  std::string by;       ///< an attribute of the accounts
  std::string segment;  ///< its value, as text; empty for unknown
  std::string period;   ///< a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
  SegmentCell kind = SegmentCell::churn;  ///< its column
};

/// The accounts that make a cell of a segment, by id; their amounts sum to it.
struct SegmentBehind {
  IdColumn account;           ///< each account once; at a finer grain once for each of its parts
  IdColumn part;              ///< its subscription or subscription/item, at that grain; else null
  MoneyColumn amount;         ///< what it adds to the cell, >= 0; signed for exchange
  RevenuePolicy policy = {};  ///< what the ledger was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("part", self.part);
    f("amount", self.amount);
  }
};

/// Splits a ledger by an attribute of its accounts, which may change over time.
///
/// Netted by period, an account is in the segment that it is in on the period's last day. A customer whose
/// segment changed leaves the old one and enters the new one with the MRR it had before, and what else
/// happened to it then happens in the new one; if it churned, that happens in the old one. By event, changes
/// of segment are dated like all others, and a movement is in the segment of its day.
///
/// \param ledger    as made by mrr_ledger()
/// \param accounts  what is known of its accounts; at the grain of parents, of the parents
/// \param options   the attribute
/// \returns         by segment, unknown last, and period; a segment has rows when it ever has a customer
/// \throws InvalidInput  when there is no such attribute, or the ids are texts here and integers there
SegmentPeriods segment_ledger(const MrrLedger& ledger, const Accounts& accounts,
                              const SegmentLedgerOptions& options);

/// Opens a cell of segment_ledger() down to its accounts.
///
/// \param ledger    as made by mrr_ledger()
/// \param accounts  as for segment_ledger()
/// \param options   the cell
/// \returns         one row for each account that is counted in the cell
/// \throws InvalidInput  as segment_ledger(), and when the ledger has no such period or the attribute no such
///                       value
SegmentBehind segment_behind(const MrrLedger& ledger, const Accounts& accounts,
                             const SegmentBehindOptions& options);

}  // namespace fealty::revenue

#include <fealty/revenue/detail/make_segments.hpp>
