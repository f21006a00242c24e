// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/detail/span_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::coverage {

/// The columns of a table of the accounts to be covered: in which tier each was, from when to when.
struct TierSpanColumns {
  IdColumn account;                    ///< n ids, texts or integers
  IdColumn tier;                       ///< the tier's name
  Column<std::int32_t> valid_from;     ///< n days since 1970-01-01: the first day in this tier
  Column<std::int32_t> valid_to = {};  ///< first day after; null or fealty::open while it lasts
  Column<double> acv = {};             ///< what the account is worth in a year, >= 0; null: unknown
  OnError on_error = OnError::fail;    ///< what to do with a row that breaks a rule
};

/// A validated table of tiers: one row for each account and stretch of days in one tier. Copies are cheap.
///
/// An account is a customer from its first day on, as long as its rows follow one another without a gap;
/// after a gap it has come back and begins anew. Without a column valid_to a row holds until the account's
/// next.
///
/// Findings: zero_length_period.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, tier or valid_from, a day
/// before
///                       1900 or after 9999, a valid_to before its valid_from, two rows of an account that
///                       hold on one day, an acv that is negative or infinite
class TierSpans {
 public:
  explicit TierSpans(const TierSpanColumns& columns)
      : table_(std::make_shared<const detail::SpanTable>(detail::SpanReader({.who = "TierSpans",
                                                                             .id_field = "account",
                                                                             .id = columns.account,
                                                                             .value_field = "tier",
                                                                             .value = &columns.tier,
                                                                             .value_may_be_null = false,
                                                                             .amount_field = "acv",
                                                                             .amount = &columns.acv,
                                                                             .largest_amount = 1e15,
                                                                             .valid_from = columns.valid_from,
                                                                             .valid_to = columns.valid_to,
                                                                             .needs_valid_from = true,
                                                                             .on_error = columns.on_error})
                                                             .take())) {}

  /// Rows that were accepted, and hold on some day.
  std::size_t size() const { return table_->spans.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return table_->findings; }

  const detail::SpanTable& data() const { return *table_; }

 private:
  std::shared_ptr<const detail::SpanTable> table_;
};

}  // namespace fealty::coverage
