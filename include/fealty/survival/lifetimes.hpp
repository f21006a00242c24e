// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/duration_column.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// What the weight of a life means; standard errors depend on it.
enum class WeightKind {
  cases,     ///< so many lives that are alike: whole numbers; standard errors as if each had a row
  sampling,  ///< how many lives one stands for, or how much it matters: robust standard errors
  revenue    ///< what it pays: the curve is of revenue instead of accounts; robust standard errors
};
constexpr auto enum_names(WeightKind) {
  return std::array<std::string_view, 3>{"cases", "sampling", "revenue"};
}

/// The columns of a table of lifetimes: one row for each life, or for each stretch of one. How long it lasted
/// is told by `duration`, in any unit, or by the days `origin` and `end`.
struct LifetimeColumns {
  DurationColumn duration = {};     ///< n ages at which lives ended or were last seen, >= 0; or `origin`
  DurationColumn entry = {};        ///< age from which on it was watched, below its duration; null: from 0 on
  DayColumn origin = {};            ///< n days since 1970-01-01, or instants: the first day
  DayColumn end = {};               ///< the first day after; null or fealty::open while it lasts
  std::optional<Date> as_of = {};   ///< last day known, with `origin`: what lasts on it is censored after it
  Column<std::uint8_t> ended = {};  ///< 1 where it ended, 0 where it was last seen alive (right-censored)
  IdColumn cause = {};              ///< what ended it, null where it was last seen alive; instead of `ended`
  std::string censored = {};        ///< the cause that stands for none, where it is written as one
  Column<double> weight = {};       ///< of a row, > 0; 1 by default
  std::optional<WeightKind> weight_kind =
      {};                            ///< by default cases where all weights are whole, else sampling
  IdColumn account = {};             ///< whose life it is
  Frame attributes = {};             ///< n rows: groups, strata, clusters and covariates, by their names
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

/// A validated table of lifetimes. Copies are cheap.
///
/// A life is at risk from its entry, exclusive, to its duration, inclusive: of those that end or are last
/// seen at the same age, the former come first. Without an entry it is at risk from the beginning, and may be
/// of duration 0. Ages that lie within 1.5e-8 of their size are ties, unless both are whole numbers.
///
/// From dates, a life that ended lasted end - origin days, and one that goes on as_of + 1 - origin. An end
/// after as_of is not known yet. A life that begins after as_of is left out (finding begins_after_as_of).
///
/// \throws InvalidInput  on a missing column, unequal lengths, a duration that is null, negative or not
///                       finite, an entry at or after its duration, an end before its origin, a weight that
///                       is not a number above 0, cases that are not whole, more than 250 causes
class Lifetimes {
 public:
  explicit Lifetimes(const LifetimeColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows; }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
  /// none_ended, zero_duration, begins_after_as_of.
  const std::vector<Finding>& findings() const { return data_->findings; }
  /// What can end a life, in order; one without a name where `ended` or `end` told.
  const std::vector<std::string>& causes() const { return data_->causes; }
  /// What weights mean; none without weights.
  std::optional<WeightKind> weight_kind() const { return data_->weight_kind; }

  const detail::LifetimeData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::LifetimeData> data_;
};

}  // namespace fealty::survival

#include <fealty/survival/detail/lifetime_rows.hpp>
