// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::health {

/// The columns of a table of examples: what was known of an account on a day, and what happened next. One row
/// for each account and day.
struct ExampleColumns {
  Column<std::uint8_t> outcome;  ///< n flags: 1 where it happened: a churn, a renewal, an expansion
  Frame attributes = {};         ///< n rows: scores and features that were known beforehand, by their names
  IdColumn account = {};         ///< whose row it is: rows of one account are not independent
  Column<std::int32_t> as_of = {};   ///< the day on which the attributes were known
  Column<double> weight = {};        ///< how much the row counts, > 0 and at most 1e15; 1 by default
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// What calculators read.
struct ExampleData {
  Column<std::uint8_t> outcome;
  Frame attributes;
  IdColumn account;            // absent where it was not given
  Column<std::int32_t> as_of;  // absent likewise
  Column<double> weight;       // absent likewise
  std::size_t outcomes = 0;    // rows in which it happened

  std::size_t size() const { return outcome.size(); }
};
}  // namespace detail

/// A validated table of examples: what models learn from, and scores are proven on. Copies are cheap.
///
/// \throws InvalidInput  without outcomes, on unequal lengths, an outcome that is not 0 or 1, an account that
///                       is null, a day that is null, before 1900 or after 9999, a weight that is null, not
///                       above 0 or above 1e15, weights that are all below 1e-9
class Examples {
 public:
  explicit Examples(const ExampleColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->size(); }
  /// Rows in which the outcome happened.
  std::int64_t outcomes() const { return static_cast<std::int64_t>(data_->outcomes); }
  /// With `on_error = drop`, which rows were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const detail::ExampleData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::ExampleData> data_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::health

#include <fealty/health/detail/example_rows.hpp>
