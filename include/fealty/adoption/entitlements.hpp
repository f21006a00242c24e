// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/entitlement_data.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::adoption {

/// The columns of a table of entitlements. Exactly one of `feature` and `features` is given.
struct EntitlementColumns {
  IdColumn account;                      ///< n ids, texts or integers
  IdColumn feature = {};                 ///< what it may use, called as its event: a row for each feature
  Column<std::int64_t> features = {};    ///< or how many key features it may use, 0 to 1,000,000,000
  Column<std::int32_t> valid_from = {};  ///< first day of the entitlement; null: from ever
  Column<std::int32_t> valid_to = {};    ///< first day after; null or fealty::open while it lasts
  OnError on_error = OnError::fail;      ///< what to do with a row that breaks a rule
};

/// A validated table of the features that accounts have paid for. Copies are cheap.
///
/// A feature may stand in several rows of an account; it counts once. Numbers of features hold as attributes
/// of accounts do: one row a day, without valid_to until the account's next.
///
/// \throws InvalidInput  on a missing column, both of `feature` and `features`, unequal lengths, a null
/// account,
///                       feature or number, a number that is not
///                       between 0 and 1,000,000,000, a day before 1900 or after 9999, a valid_to
///                       before its valid_from, two numbers of an account that hold on one day
class Entitlements {
 public:
  explicit Entitlements(const EntitlementColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
  /// zero_length_period.
  const std::vector<Finding>& findings() const { return data_->findings; }

  const detail::EntitlementData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::EntitlementData> data_;
};

}  // namespace fealty::adoption

#include <fealty/adoption/detail/entitlement_rows.hpp>
