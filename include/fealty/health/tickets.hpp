// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace fealty::health {

/// The columns of a table of support tickets: one row for each.
struct TicketColumns {
  IdColumn account;                     ///< n ids, texts or integers
  DayColumn opened;                     ///< n days since 1970-01-01, or instants
  DayColumn closed = {};                ///< null or fealty::open while it is open
  IdColumn severity = {};               ///< low, high, …; null: unknown
  Column<std::uint8_t> escalated = {};  ///< 1 where it was escalated; null: unknown
  Column<double> score = {};            ///< how content the customer was when it was closed; null: not told
  OnError on_error = OnError::fail;     ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked row.
struct TicketRow {
  std::uint32_t account, severity;  // codes; no_id where unknown
  std::int32_t opened, closed;      // open while it is
  bool escalated;
  double score;      // NaN where it was not told
  std::int64_t row;  // of the caller's table
};
struct TicketData {
  std::shared_ptr<const Ids> accounts, severities;  // no severities: null
  bool has_escalated = false;
  std::vector<TicketRow> rows;  // by account id, opened, closed and score
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of support tickets. Copies are cheap.
///
/// Instants are the days of UTC.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or opened, a day before 1900 or
///                       after 9999, a closed before its opened, a flag that is not 0 or 1, a score that is
///                       infinite
class Tickets {
 public:
  explicit Tickets(const TicketColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
  /// unknown_escalation, score_while_open.
  const std::vector<Finding>& findings() const { return data_->findings; }
  /// The latest day on which a ticket was opened or closed; none without rows.
  std::optional<Date> last_day() const;

  const detail::TicketData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::TicketData> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/ticket_rows.hpp>
