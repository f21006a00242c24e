// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/detail/assignment_tables.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage {

/// The columns of a table of CSMs: one row for each. Exactly one of `hours` and `minutes` is given.
struct AssignmentCsmColumns {
  IdColumn csm;                                ///< n ids, texts or integers
  Column<double> hours = {};                   ///< time for accounts, 0 or 1e-6 to 1e9
  Column<std::int64_t> minutes = {};           ///< the same in minutes
  Column<std::int64_t> maximum_accounts = {};  ///< the most accounts, >= 0; null for any number
  Frame tier_maximum = {};  ///< the most accounts of a tier, under the tier's name; null for any number
  std::vector<std::pair<std::string, IdColumn>> offers = {};  ///< skills, languages, regions …; null for none
  std::string separator = ";";       ///< between values, where one row offers several
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

/// A validated table of CSMs to whom accounts are to be assigned.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null CSM, a CSM with several rows, hours
/// that
///                       are no such time, a maximum that is no whole number >= 0, offers without a name or
///                       there twice
/// \see assignment()
class AssignmentCsms {
 public:
  explicit AssignmentCsms(const AssignmentCsmColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return table_->csm.size(); }
  /// Codes: csm_without_hours; and, with `on_error = drop`, which rows were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const std::shared_ptr<const detail::AssignmentCsmTable>& table() const { return table_; }

 private:
  std::shared_ptr<const detail::AssignmentCsmTable> table_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_assignment_csms.hpp>
