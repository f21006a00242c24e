// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/subscription_table.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/subscription_columns.hpp>

#include <cstddef>
#include <memory>
#include <vector>

namespace fealty::revenue {

/// A validated subscriptions table.
///
/// Each row's monthly amount, (amount x quantity - discount) brought to one month, is rounded once to the
/// currency's minor unit. Which rows count, from when to when and for how much, is the policy's to say,
/// each time that a ledger is made. The table copies what it needs, except columns that
/// own their memory: these it shares, and nobody may change them.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, start or amount, an end
///                       before its start, a day before 1900 or after 9999, an amount that is negative
///                       or not finite, an unknown currency, kind, status or interval
/// \throws Overflow      when a monthly amount leaves 64 bits
class Subscriptions {
 public:
  explicit Subscriptions(const SubscriptionColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return size_; }

  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  ///
  /// Codes of single rows: zero_length_period, more_digits_than_currency, discount_floored,
  /// interval_assumed, ends_at_end_of_day. Codes that compare rows: duplicate_row, overlap, gap,
  /// ends_on_last_day, several_currencies.
  ///
  /// \returns  one finding for each code that occurs
  std::vector<Finding> findings() const;

  /// What the rows come to by the default policy, and by another.
  const std::shared_ptr<const detail::MrrSpans>& spans() const { return spans_; }
  std::shared_ptr<const detail::MrrSpans> spans(const LedgerPolicy& policy) const;
  /// Whether there is a column of subscriptions.
  bool knows_subscriptions() const { return table_->subscription.present(); }

 private:
  std::size_t size_ = 0;
  std::shared_ptr<const detail::SubscriptionTable> table_;
  std::shared_ptr<const detail::MrrSpans> spans_;
  std::vector<Finding> row_findings_;
};

/// Lists everything that is wrong or odd about the rows of a subscriptions table, and throws for none.
///
/// \param columns  as for Subscriptions; `on_error` is not looked at
/// \returns        the errors first, then the findings
/// \throws InvalidInput  on a missing column or unequal lengths
std::vector<Finding> audit(const SubscriptionColumns& columns);

}  // namespace fealty::revenue

#include <fealty/revenue/detail/subscription_rows.hpp>
