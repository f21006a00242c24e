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

/// The columns of a table of customer success managers (CSMs): how many hours a week each works.
struct StaffColumns {
  IdColumn csm;                          ///< n ids, texts or integers, as owners has them
  Column<double> hours_per_week;         ///< before overhead, 0 to 168; null: unknown
  Column<std::int32_t> valid_from = {};  ///< first day of these hours; null: from ever
  Column<std::int32_t> valid_to = {};    ///< first day after; null or fealty::open while it lasts
  OnError on_error = OnError::fail;      ///< what to do with a row that breaks a rule
};

/// A validated table of staff. Copies are cheap.
///
/// Hours change, and people come and go, by rows with valid_from and valid_to. It is a plan: rows that begin
/// later are known.
///
/// Findings: zero_length_period.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null csm, a day before 1900 or after 9999, a
///                       valid_to before its valid_from, two rows of one CSM that hold on one day, hours that
///                       are not from 0 to 168
class Staff {
 public:
  explicit Staff(const StaffColumns& columns) {
    fealty::detail::require_column("Staff", "hours_per_week", columns.hours_per_week, columns.csm.size(),
                                   "csm");
    table_ = std::make_shared<const detail::SpanTable>(detail::SpanReader({.who = "Staff",
                                                                           .id_field = "csm",
                                                                           .id = columns.csm,
                                                                           .value_field = nullptr,
                                                                           .value = nullptr,
                                                                           .value_may_be_null = true,
                                                                           .amount_field = "hours_per_week",
                                                                           .amount = &columns.hours_per_week,
                                                                           .largest_amount = 168,
                                                                           .valid_from = columns.valid_from,
                                                                           .valid_to = columns.valid_to,
                                                                           .needs_valid_from = false,
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
