// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstdint>
#include <string>

namespace fealty::adoption {

/// The columns of a goals table: a row for each day on which an account's goal was stated or measured. Money,
/// if there is any, is given in major or in minor units, with a currency.
struct GoalColumns {
  IdColumn account;                  ///< n ids, texts or integers
  IdColumn goal;                     ///< n names of what the account wants
  IdColumn unit = {};                ///< what it is measured in
  Column<double> baseline;           ///< where the account began; null or NaN where the row does not tell
  Column<double> target;             ///< where it wants to come, above or below the baseline; null likewise
  DayColumn date;                    ///< n days since 1970-01-01, or instants
  Column<double> actual;             ///< what was measured on this day; null where nothing was
  DayColumn due = {};                ///< day by which the target shall be reached; null for none
  AmountColumn value_per_unit = {};  ///< what a unit of progress is worth, in major units, >= 0
  Column<std::int64_t> value_per_unit_minor = {};  ///< the same in minor units
  AmountColumn cost = {};                          ///< what the goal has cost so far, in major units, >= 0
  Column<std::int64_t> cost_minor = {};            ///< the same in minor units
  std::string currency = {};                       ///< ISO 4217 code of all amounts, or
  IdColumn currency_column = {};                   ///< the code of each row; all have to be the same
  OnError on_error = OnError::fail;                ///< what to do with a row that breaks a rule
};

}  // namespace fealty::adoption
