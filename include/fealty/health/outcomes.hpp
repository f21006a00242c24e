// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fealty::health {

/// The columns of a table of outcomes: what happened to which account, and when. One row for each time.
struct OutcomeColumns {
  IdColumn account;                         ///< n ids, texts or integers
  Column<std::int32_t> date;                ///< days since 1970-01-01: of a churn, the first day without
  IdColumn kind = {};                       ///< what happened, or why: a renewal, an expansion, a cause
  std::optional<Date> observed_until = {};  ///< last day on which an outcome would be known; by default the
                                            ///< latest date
  OnError on_error = OnError::fail;         ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked row.
struct OutcomeRow {
  std::uint32_t account, kind;  // no_id without a kind
  std::int32_t date;
  std::int64_t row;  // of the caller's table
};
struct OutcomeData {
  std::shared_ptr<const Ids> accounts, kinds;  // no kinds: null
  std::vector<OutcomeRow> rows;                // by account id and date
  std::optional<Date> observed_until;
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of outcomes. Copies are cheap.
///
/// An account without a row has had none up to observed_until. Rows dated later are not known (finding
/// after_observed_until). Without an observed_until it is the latest date (finding observed_until_inferred):
/// give it, since data mostly goes on for some days without an outcome.
///
/// Findings: observed_until_inferred, after_observed_until.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, a day that is null, before
///                       1900 or after 9999; unless observed_until is between them
class Outcomes {
 public:
  explicit Outcomes(const OutcomeColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// The last day that is known; none without rows if it was not given.
  std::optional<Date> observed_until() const { return data_->observed_until; }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return data_->findings; }

  const detail::OutcomeData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::OutcomeData> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/outcome_rows.hpp>
