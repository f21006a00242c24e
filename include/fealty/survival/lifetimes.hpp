// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/lifetime_columns.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

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
