// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/coverage/detail/assignment_tables.hpp>
#include <fealty/coverage/detail/hour_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage {

/// The columns of a table of accounts that need a CSM: one row for each. Exactly one of `hours` and `minutes`
/// is given, for the same length of time as the hours of the CSMs: a month, a quarter.
struct AssignmentAccountColumns {
  IdColumn account;                   ///< n ids, texts or integers
  Column<double> hours = {};          ///< how much work each is, 0 or 1e-6 to 1e9
  Column<std::int64_t> minutes = {};  ///< the same in minutes
  IdColumn csm = {};                  ///< who has it now; null for nobody
  IdColumn tier = {};                 ///< its tier; null for none
  std::vector<std::pair<std::string, IdColumn>> requirements =
      {};                            ///< what its CSM must offer under the same name; null for nothing
  std::string separator = ";";       ///< between values, where one row requires several: all of them
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

/// A validated table of accounts that need a CSM.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, an account with several rows,
///                       hours that are no such time, a requirement without a name or there twice
/// \see assignment()
class AssignmentAccounts {
 public:
  explicit AssignmentAccounts(const AssignmentAccountColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return table_->account.size(); }
  /// With `on_error = drop`, which rows were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const std::shared_ptr<const detail::AssignmentAccountTable>& table() const { return table_; }

 private:
  std::shared_ptr<const detail::AssignmentAccountTable> table_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::coverage

#include <fealty/coverage/detail/make_assignment_accounts.hpp>
