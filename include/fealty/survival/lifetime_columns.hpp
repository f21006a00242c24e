// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/duration_column.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

}  // namespace fealty::survival
