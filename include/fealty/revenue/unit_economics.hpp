// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/costs.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::revenue {

/// Settings of unit_economics().
struct UnitEconomicsOptions {
  std::optional<Costs> costs = {};    ///< by period; without them there is no cost of acquisition
  std::optional<double> margin = {};  ///< gross margin, in [0, 1]; by default 1 - cost of goods / revenue
  std::int32_t cost_lag = 0;          ///< periods from sales and marketing to the customers it wins, >= 0
  std::optional<bool> quick_ratio_reactivation =
      {};  ///< whether returning MRR raises the quick ratio; the ledger's policy by default
};

/// What a customer brings and costs, one row for each period. Real numbers of money are in major units of
/// the ledger's currency; a number that lacks its denominator, or what it is made of, is none.
struct UnitEconomics {
  DateColumn period;                       ///< first day
  DateColumn period_end;                   ///< last day
  std::vector<std::int64_t> accounts;      ///< customers at the period's end
  MoneyColumn mrr;                         ///< MRR at the period's end
  MoneyColumn arr;                         ///< 12 x mrr
  MoneyColumn signed_not_live;             ///< MRR of signed rows that have not begun, less what they replace
  MoneyColumn known_churn;                 ///< MRR of rows that will end, whose cancellation was requested
  MoneyColumn carr;                        ///< 12 x (mrr + signed_not_live)
  MoneyColumn cmrr;                        ///< mrr + signed_not_live - known_churn
  std::vector<double> arpa;                ///< mrr / accounts
  std::vector<std::int64_t> seats;         ///< at the period's end; 0 where none are known
  std::vector<double> arpu;                ///< MRR of the rows whose seats are known / seats
  std::vector<double> asp;                 ///< new business of the period / its accounts, a month
  std::vector<double> quick_ratio;         ///< (new + expansion [+ reactivation]) / (contraction + churn)
  std::vector<double> margin;              ///< gross margin
  std::vector<double> ltv;                 ///< textbook: arpa x margin / logo churn
  std::vector<double> cac;                 ///< sales and marketing / new accounts
  std::vector<double> cac_payback_months;  ///< sales and marketing / (new MRR x margin)
  std::vector<double> ltv_to_cac;          ///< ltv / cac
  std::vector<std::uint8_t> complete;      ///< 0 for a last period that as_of cuts short
  RevenuePolicy policy = {};               ///< what the ledger was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("period_end", self.period_end);
    f("accounts", self.accounts);
    f("mrr", self.mrr);
    f("arr", self.arr);
    f("signed_not_live", self.signed_not_live);
    f("known_churn", self.known_churn);
    f("carr", self.carr);
    f("cmrr", self.cmrr);
    f("arpa", self.arpa);
    f("seats", self.seats);
    f("arpu", self.arpu);
    f("asp", self.asp);
    f("quick_ratio", self.quick_ratio);
    f("margin", self.margin);
    f("ltv", self.ltv);
    f("cac", self.cac);
    f("cac_payback_months", self.cac_payback_months);
    f("ltv_to_cac", self.ltv_to_cac);
    f("complete", self.complete);
  }
};

/// Brings a ledger, and what was spent, down to the numbers of one customer.
///
/// ARR is 12 times MRR. CARR adds what is signed on the period's last day and begins later; a signed row
/// that begins on the day on which other rows of the account end takes over from them, so that of a
/// renewal only the difference is added. CMRR also takes away the rows that will end because the customer
/// asked for it by then. What is signed or asked for after that day, or after as_of, does not count.
///
/// ARPA is by account, ARPU by seat, ASP by account won. The quick ratio is of the period's movements.
/// The gross margin, where it is not given, is 1 - cost of goods / (mrr x months of the period): a week
/// has 84/365 months, a day 12/365. LTV is the textbook's, which takes today's churn for the rate of every
/// month to come: arpa x months of the period x margin / (churn_accounts / opening_accounts). Prefer
/// retention::lifetime_value(). CAC divides sales and marketing, `cost_lag` periods before, by the accounts
/// of new business; its payback divides the same by the margin on new business, and is none where that
/// margin never pays.
///
/// \param ledger   as made by mrr_ledger()
/// \param options  costs, margin, cost_lag, quick_ratio_reactivation
/// \returns        one row for each period
/// \throws InvalidInput  unless 0 <= margin <= 1 and cost_lag >= 0, and when the costs are in another
///                       currency than the ledger
/// \throws Overflow      when a yearly or a committed amount leaves 64 bits
/// \see SaaS Metrics Standards Board, for ARR, CARR and CAC payback; Skok, "SaaS Metrics 2.0", for LTV and
///      CAC; Mamoon Hamid's quick ratio (2015)
UnitEconomics unit_economics(const MrrLedger& ledger, const UnitEconomicsOptions& options = {});

}  // namespace fealty::revenue

#include <fealty/revenue/detail/unit_economics_rows.hpp>
