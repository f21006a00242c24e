// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::adoption {

/// The columns of a table of segments: one row for each, or a single one for all customers. Both counts
/// `onboarded` and `adopted` are given, or both rates.
struct GrowthSegmentColumns {
  Column<std::int64_t> customers;       ///< n numbers of customers, 0 to 2^31
  Column<std::int64_t> onboarded = {};  ///< of the customers, those that saw their first value, or
  Column<double> onboarding_rate = {};  ///< their share, in [0, 1]
  Column<std::int64_t> adopted = {};    ///< of the onboarded, those whose work the product is a part of, or
  Column<double> adoption_rate = {};    ///< their share of the onboarded, in [0, 1]
  Column<double> csms = {};             ///< customer success managers, as full-time ones, >= 0
  Column<double> target = {};           ///< how many successful customers are wanted, >= 0; null for none
  IdColumn segment = {};                ///< whose row it is; without it there is one row
  OnError on_error = OnError::fail;     ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked row.
struct GrowthSegment {
  std::uint32_t segment;  ///< a code of the ids; no_id without segments
  std::int64_t customers;
  double onboarded;
  double onboarding_rate;  ///< NaN where it is of nobody, as is the next
  double adoption_rate;
  double successes;
  double csms;  ///< NaN where it is not told, as is the next
  double target;
  std::int64_t row;
};

/// What calculators read.
struct GrowthRows {
  std::shared_ptr<const Ids> ids;   // null without segments
  std::vector<GrowthSegment> rows;  // ascending by segment
};
}  // namespace detail

/// A validated table of segments: how many customers each has, how many of these were onboarded, and how many
/// of the onboarded have adopted the product. Copies are cheap.
///
/// \throws InvalidInput  on a missing column, unequal lengths, counts beside rates, a null but of `target`, a
///                       count below 0, more onboarded than customers or adopted than onboarded, more than
///                       2^31 customers altogether, a rate that is not in [0, 1], CSMs or a target that are
///                       no number >= 0, several rows of a segment, or without segments
class GrowthSegments {
 public:
  explicit GrowthSegments(const GrowthSegmentColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// With `on_error = drop`, which rows were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const detail::GrowthRows& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::GrowthRows> data_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::adoption

#include <fealty/adoption/detail/growth_rows.hpp>
