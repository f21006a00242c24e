// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/detail/ledger_data.hpp>
#include <fealty/revenue/detail/mrr_ledger_options.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/policy.hpp>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// A table that a ledger can be made of: Subscriptions, MrrSnapshots, MrrChanges, LedgerState.
template <class Table>
concept MrrSource = requires(const Table& table) {
  { table.spans() } -> std::convertible_to<std::shared_ptr<const detail::MrrSpans>>;
};

/// MRR by period: opening + new_business + reactivation + expansion - contraction - churn + exchange
/// = closing, exactly, in money and in accounts, and every opening is the closing before it. At the grain of
/// subscriptions, items or parents these are what the columns of accounts count.
struct LedgerPeriods {
  DateColumn period;         ///< first day
  DateColumn period_end;     ///< last day
  MoneyColumn opening;       ///< MRR at the end of the period before
  MoneyColumn new_business;  ///< MRR of accounts that never had any
  MoneyColumn reactivation;  ///< MRR of accounts that had none, but once had
  MoneyColumn expansion;     ///< increases of accounts that stayed
  MoneyColumn contraction;   ///< decreases of accounts that stayed, >= 0
  MoneyColumn churn;         ///< MRR of accounts that left, >= 0
  MoneyColumn exchange;      ///< what rates of exchange did to what was there; 0 in one currency
  MoneyColumn closing;       ///< MRR at the period's end
  std::vector<std::int64_t> opening_accounts;       ///< customers at the end of the period before
  std::vector<std::int64_t> new_business_accounts;  ///< customers for the first time
  std::vector<std::int64_t> reactivation_accounts;  ///< customers again
  std::vector<std::int64_t> expansion_accounts;     ///< customers that pay more
  std::vector<std::int64_t> contraction_accounts;   ///< customers that pay less
  std::vector<std::int64_t> churn_accounts;         ///< customers no longer
  std::vector<std::int64_t> closing_accounts;       ///< customers at the period's end
  std::vector<std::uint8_t> complete;               ///< 0 for a last period that as_of cuts short

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("period", self.period);
    f("period_end", self.period_end);
    f("opening", self.opening);
    f("new_business", self.new_business);
    f("reactivation", self.reactivation);
    f("expansion", self.expansion);
    f("contraction", self.contraction);
    f("churn", self.churn);
    f("exchange", self.exchange);
    f("closing", self.closing);
    f("opening_accounts", self.opening_accounts);
    f("new_business_accounts", self.new_business_accounts);
    f("reactivation_accounts", self.reactivation_accounts);
    f("expansion_accounts", self.expansion_accounts);
    f("contraction_accounts", self.contraction_accounts);
    f("churn_accounts", self.churn_accounts);
    f("closing_accounts", self.closing_accounts);
    f("complete", self.complete);
  }
};

struct Movements;

/// What mrr_ledger() returns: the periods, and what is behind them.
class MrrLedger {
 public:
  MrrLedger(detail::LedgerData data, LedgerPeriods periods, Currency currency, std::optional<Date> as_of,
            bool as_of_inferred, RevenuePolicy policy)
      : data_(std::make_shared<const detail::LedgerData>(std::move(data))), periods_(std::move(periods)),
        currency_(currency), as_of_(as_of), as_of_inferred_(as_of_inferred), policy_(std::move(policy)) {}

  /// One row for each period from the first start to `as_of`.
  const LedgerPeriods& periods() const { return periods_; }
  /// The currency of every amount.
  Currency currency() const { return currency_; }
  /// The last day known; none for a table without rows.
  std::optional<Date> as_of() const { return as_of_; }
  /// The conventions that the ledger was made with.
  const RevenuePolicy& policy() const { return policy_; }
  /// What is odd about how the rows became a ledger. Codes: as_of_inferred; orphan_account, rows of accounts
  /// that `accounts` does not know; covers_no_period_end.
  std::vector<Finding> findings() const;
  /// Each thing that happened: one row for each account and period with a movement.
  Movements movements() const;
  /// The ledger of the same rows, with the same as_of, under another policy.
  ///
  /// \param policy  as for mrr_ledger()
  /// \throws InvalidInput, Overflow  as mrr_ledger()
  MrrLedger with_policy(const RevenuePolicy& policy) const;

  const detail::LedgerData& data() const { return *data_; }
  /// What with_policy() makes another ledger of.
  const detail::SpanSource& source() const { return made_->source; }
  /// Keeps what with_policy() makes another ledger of.
  void remember(detail::SpanSource source, MrrLedgerOptions options) {
    made_ = std::make_shared<const Made>(Made{std::move(source), std::move(options)});
  }

 private:
  struct Made {
    detail::SpanSource source;
    MrrLedgerOptions options;
  };

  std::shared_ptr<const detail::LedgerData> data_;
  LedgerPeriods periods_;
  Currency currency_;
  std::optional<Date> as_of_;
  bool as_of_inferred_;
  RevenuePolicy policy_;
  std::shared_ptr<const Made> made_;
};

namespace detail {
RevenuePolicy resolve_policy(const MrrLedgerOptions& options);
MrrLedger make_ledger(const SpanSource& source, const RevenuePolicy& policy, const MrrLedgerOptions& options);
std::shared_ptr<const MrrSpans> account_spans(const std::shared_ptr<const MrrSpans>& spans,
                                              const LedgerPolicy& policy);

/// The table's rows as a policy sees them.
template <class Table>
std::shared_ptr<const MrrSpans> spans_of(const Table& table, const LedgerPolicy& policy) {
  if constexpr (requires { table.spans(policy); }) return table.spans(policy);
  else return account_spans(table.spans(), policy);
}
/// The same for policies to come; keeps what it needs of the table.
template <class Table>
SpanSource source_of(const Table& table) {
  if constexpr (requires { table.source(); }) {
    return table.source();
  } else {
    SpanSource source;
    source.spans = [table](const LedgerPolicy& policy) { return spans_of(table, policy); };
    if constexpr (requires { table.knows_subscriptions(); })
      source.subscriptions = table.knows_subscriptions();
    return source;
  }
}
}  // namespace detail

/// Brings a table down to one row for each period: opening and closing MRR, and what moved it.
///
/// A row counts in a period when start <= last day < end. An account that has MRR for the first time is
/// new business, one that has it again a reactivation; more or less of it is expansion or contraction;
/// none of it any more is churn. Movements are differences of two period-end states, so an account that
/// joins and leaves within a period does not move. The time taken does not depend on how long accounts
/// stay. All of this is the default policy; `options.policy` has the others.
///
/// \code{.py}
/// subs = ft.revenue.Subscriptions({"account": ["a", "a", "b"], "start": ["2024-01-10", "2024-03-01",
/// "2024-02-05"],
///                                  "end": ["2024-03-01", None, "2024-03-20"], "mrr": [50.0, 75.0, 20.0]},
///                                 account="account", start="start", end="end", mrr="mrr", currency="USD")
/// ledger = ft.revenue.mrr_ledger(subs, as_of="2024-03-31")
/// assert ledger.periods.closing.tolist() == [50.0, 70.0, 75.0]
/// assert ledger.periods.churn.tolist() == [0.0, 0.0, 20.0]
/// \endcode
///
/// \param table    validated rows; of one currency, unless a reporting currency is given
/// \param options  the last day known, the conventions, what currencies are worth
/// \returns        the periods, and what is behind them
/// \throws InvalidInput  on a policy that contradicts itself, its preset or these options; on several
///                       currencies without a reporting currency, and a rate that is missing; on a grain
///                       that the table has no column for; on more than 65,535 periods
/// \throws Overflow      when the amounts of all rows, without their signs, sum beyond 64 bits
template <MrrSource Table>
MrrLedger mrr_ledger(const Table& table, const MrrLedgerOptions& options = {}) {
  return detail::make_ledger(detail::source_of(table), detail::resolve_policy(options), options);
}

}  // namespace fealty::revenue

#include <fealty/revenue/detail/make_ledger.hpp>
