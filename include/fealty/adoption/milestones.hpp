// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// The columns of a milestones table: one row for each milestone that an account has reached.
struct MilestoneColumns {
  IdColumn account;                  ///< n ids, texts or integers
  IdColumn milestone;                ///< n names of what was reached
  DayColumn date;                    ///< n days since 1970-01-01, or instants: when
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// The first time that an account reached a milestone.
struct MilestoneRow {
  std::uint32_t account, milestone;  // codes
  std::int32_t date;
  std::int64_t row;  // of the caller's table
};

/// What calculators read.
struct MilestoneRows {
  std::shared_ptr<const Ids> accounts, milestones;
  std::vector<MilestoneRow> rows;  // by account id, then date, then milestone: one for each of an account's
};
}  // namespace detail

/// A validated table of milestones. Copies are cheap.
///
/// Of several rows of one account and milestone the first date counts (finding repeated_milestone). Instants
/// are the days of UTC.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, milestone or date, a day
///                       before 1900 or after 9999
class Milestones {
 public:
  explicit Milestones(const MilestoneColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return size_; }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }
  /// What any account has reached, in order of the names.
  std::vector<std::string> names() const;
  /// The latest date; none without rows.
  std::optional<Date> last_day() const;

  const detail::MilestoneRows& data() const { return *data_; }

 private:
  std::size_t size_ = 0;
  std::shared_ptr<const detail::MilestoneRows> data_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::adoption

#include <fealty/adoption/detail/milestone_rows.hpp>
