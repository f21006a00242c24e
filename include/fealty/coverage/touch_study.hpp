// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace fealty::coverage {

/// The columns of a study of touches: which accounts were touched, and what became of them. One row for each
/// account, or two where it is its own control.
struct TouchStudyColumns {
  IdColumn account;                  ///< n ids, texts or integers
  Column<std::uint8_t> treated;      ///< 1 where it was touched
  Column<std::uint8_t> outcome;      ///< 1 where it happened: a renewal, a loss, an expansion
  IdColumn stratum = {};             ///< within which rows are compared: a pair, a block of the draw
  Column<double> risk = {};          ///< how likely the outcome was beforehand: a score, or its logit
  Frame attributes = {};             ///< what else was known beforehand, by its names
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// What calculators read. Rows without stratum or risk are there: who uses these leaves them out.
struct TouchStudyData {
  IdColumn account, stratum;
  std::vector<std::uint8_t> treated, outcome;
  bool has_risk = false;
  std::vector<double> risk;  // with has_risk; NaN where it is not known
  Frame attributes;

  std::size_t size() const { return treated.size(); }
};
}  // namespace detail

/// A validated study of touches. Copies are cheap.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, a flag that is not 0 or 1, a
///                       risk that is infinite
class TouchStudy {
 public:
  explicit TouchStudy(const TouchStudyColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->size(); }
  /// With `on_error = drop`, which rows were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const detail::TouchStudyData& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::TouchStudyData> data_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::coverage

#include <fealty/coverage/detail/touch_study_rows.hpp>
