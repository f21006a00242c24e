// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fealty::health {

/// The columns of a table of observations: what was measured of an account, and on which day it was known.
struct ObservationColumns {
  IdColumn account;                  ///< n ids, texts or integers
  IdColumn measure;                  ///< what was measured: the id of a scorecard's measure, or of a flag
  Column<double> value;              ///< finite; of flags, 1 from the day on and 0 when it is over
  Column<std::int32_t> date;         ///< days since 1970-01-01: the day from which on it was known
  IdColumn reason = {};              ///< why, in words, where somebody set the value: of a flag, an override
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked row.
struct ObservationRow {
  std::uint32_t account, measure, reason;  // codes; no_id without a reason
  std::int32_t date;
  double value;
  std::int64_t row;  // of the caller's table
};
struct ObservationData {
  std::shared_ptr<const Ids> accounts, measures, reasons;  // no reasons: null
  std::vector<ObservationRow> rows;                        // by account id, measure id, date and value
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of dated observations, from anyone: what scores are made of. Copies are cheap.
///
/// Of several values of one account, measure and day the mean counts (finding several_values): no order of
/// rows changes a score.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or measure, a value that is
///                       null or not finite, a day that is null, before 1900 or after 9999
class Observations {
 public:
  explicit Observations(const ObservationColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
  /// several_values.
  const std::vector<Finding>& findings() const { return data_->findings; }
  /// The latest date; none without rows.
  std::optional<Date> last_day() const;

  const detail::ObservationData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::ObservationData> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/observation_rows.hpp>
