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

namespace fealty::health {

/// The columns of a table of scores to be rolled up: one row for each account of a group, or each product of
/// an account.
struct ChildScoreColumns {
  IdColumn parent;                   ///< n ids: what the row belongs to; null where it belongs to nothing
  IdColumn child;                    ///< n ids: whose score it is, once below each parent
  Column<double> score;              ///< points; null or NaN where it has none
  Column<double> weight = {};        ///< how much it counts, such as its ARR, 0 to 1e15; 1 by default
  IdColumn band = {};                ///< its band; null or "unknown" where it has none
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked row.
struct ChildScore {
  std::uint32_t parent, child, band;  // codes; no_id without a band
  double score, weight;               // NaN without a score
};
struct ChildScoreData {
  std::shared_ptr<const Ids> parents, children, bands;  // no bands: null
  std::vector<ChildScore> rows;                         // by parent id, then child id
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of scores of children. Copies are cheap.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null child, a score that is beyond 1e15
///                       either way, a weight that is null or not from 0 to 1e15, a child that is there
///                       twice below one parent
class ChildScores {
 public:
  explicit ChildScores(const ChildScoreColumns& columns);

  /// Rows that were accepted and have a parent.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
  /// child_without_parent.
  const std::vector<Finding>& findings() const { return data_->findings; }

  const detail::ChildScoreData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::ChildScoreData> data_;
};

}  // namespace fealty::health

#include <fealty/health/detail/child_score_rows.hpp>
