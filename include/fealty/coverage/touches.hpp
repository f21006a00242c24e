// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace fealty::coverage {

/// Who moved first.
enum class Response {
  reactive,   ///< the customer did
  proactive,  ///< a sign was seen
  predictive  ///< there was no sign yet, but a model said so
};
constexpr auto enum_names(Response) {
  return std::array<std::string_view, 3>{"reactive", "proactive", "predictive"};
}

/// The columns of a table of touches: one row for each contact with an account.
struct TouchColumns {
  IdColumn account;                  ///< n ids, texts or integers
  Column<std::int32_t> date;         ///< n days since 1970-01-01
  IdColumn channel = {};             ///< call, email, …; null: unknown
  IdColumn csm = {};                 ///< who did it; null: unknown
  IdColumn direction = {};           ///< outbound, inbound, …; null: unknown
  Column<double> hours = {};         ///< what it took, >= 0; null: unknown
  IdColumn response = {};            ///< reactive, proactive or predictive; null: unknown
  OnError on_error = OnError::fail;  ///< what to do with a row that breaks a rule
};

namespace detail {
/// A checked touch.
struct TouchRow {
  std::uint32_t account;
  std::int32_t date;
  std::uint32_t channel, csm, direction;
  std::uint32_t response;  // an enumerator, no_id where unknown
  double hours;            // NaN where unknown
  std::int64_t row;
};
/// What calculators read.
struct TouchRows {
  std::shared_ptr<const Ids> accounts, channels, csms, directions;
  bool has_response = false;
  std::vector<TouchRow> rows;  // by account code, then date, then row
  std::vector<Finding> findings;
};
}  // namespace detail

/// A validated table of touches. Copies are cheap.
///
/// Findings: duplicate_row (a row repeats another in every column: both count).
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account or date, a day before 1900 or
///                       after 9999, hours that are negative or infinite, a response that is none of the
///                       three
class Touches {
 public:
  explicit Touches(const TouchColumns& columns);

  /// Rows that were accepted.
  std::size_t size() const { return data_->rows.size(); }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return data_->findings; }

  const detail::TouchRows& data() const { return *data_; }

 private:
  std::shared_ptr<const detail::TouchRows> data_;
};

}  // namespace fealty::coverage

#include <fealty/coverage/detail/touch_rows.hpp>
