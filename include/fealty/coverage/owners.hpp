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

/// The columns of a table of owners: which customer success manager (CSM) had an account, from when to when.
struct OwnerColumns {
  IdColumn account;                    ///< n ids, texts or integers
  IdColumn csm;                        ///< who has it; null: nobody
  Column<std::int32_t> valid_from;     ///< n days since 1970-01-01: the first day
  Column<std::int32_t> valid_to = {};  ///< first day after; null or fealty::open while it lasts
  OnError on_error = OnError::fail;    ///< what to do with a row that breaks a rule
};

/// A validated table of owners. Copies are cheap.
///
/// An account has one owner at a time: rows that overlap are an error. Without a column valid_to a row holds
/// until the account's next.
///
/// Findings: zero_length_period.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or valid_from, a day before
/// 1900
///                       or after 9999, a valid_to before its valid_from, two rows of an account that hold on
///                       one day
class Owners {
 public:
  explicit Owners(const OwnerColumns& columns) {
    const Column<double> none;
    table_ = std::make_shared<const detail::SpanTable>(detail::SpanReader({.who = "Owners",
                                                                           .id_field = "account",
                                                                           .id = columns.account,
                                                                           .value_field = "csm",
                                                                           .value = &columns.csm,
                                                                           .value_may_be_null = true,
                                                                           .amount_field = "",
                                                                           .amount = &none,
                                                                           .largest_amount = 0,
                                                                           .valid_from = columns.valid_from,
                                                                           .valid_to = columns.valid_to,
                                                                           .needs_valid_from = true,
                                                                           .on_error = columns.on_error})
                                                           .take());
  }

  /// Rows that were accepted, and hold on some day.
  std::size_t size() const { return table_->spans.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return table_->findings; }

  const detail::SpanTable& data() const { return *table_; }

 private:
  std::shared_ptr<const detail::SpanTable> table_;
};

}  // namespace fealty::coverage
