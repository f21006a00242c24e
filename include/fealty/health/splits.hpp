// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// What a row is for in a fold.
enum class SplitRole {
  train,  ///< a model learns from it
  test,   ///< the model is judged by it
  purged  ///< neither: its outcome was not yet known when the model had to be made
};
constexpr auto enum_names(SplitRole) { return std::array<std::string_view, 3>{"train", "test", "purged"}; }

/// Rows to learn from and rows to be judged by, one row for each fold and row of the examples.
struct Splits {
  std::vector<std::int64_t> row;       ///< of the examples, from 0
  std::vector<std::int32_t> fold;      ///< from 1
  std::vector<SplitRole> role;         ///< what the row is for in this fold
  std::int32_t folds = 0;              ///< how many there are
  std::int64_t examples = 0;           ///< rows of the examples
  std::vector<Date> cuts = {};         ///< of splits by time: the first day of the test rows of each fold
  std::string fingerprint = {};        ///< of the accounts or days that they were made by, row by row: tells
                                       ///< splits of other examples; empty where it does not matter
  std::vector<Finding> findings = {};  ///< codes: fold_without_outcome, fold_without_training

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("fold", self.fold);
    f("role", self.role);
  }
};

/// Settings of time_splits().
struct TimeSplitsOptions {
  std::int32_t horizon_days;    ///< the length of the outcome's window, > 0
  std::int32_t gap_days = 0;    ///< between as_of and that window, >= 0
  std::int32_t folds = 4;       ///< stretches of about as many rows, after one to learn from first; >= 1
  std::vector<Date> cuts = {};  ///< instead: the first day of each stretch, ascending
};

/// Splits by time: a model learns from what was known on a day, and is judged by what comes after.
///
/// Test rows of a fold are those from its cut up to the next. It learns from rows whose outcome was known
/// before the cut: as_of + gap_days + horizon_days, the last day of their window, lies before it. Other rows
/// before the cut are purged: their window crosses it, and holds what happened to the test rows.
///
/// \param examples  as made by Examples, with as_of
/// \param options   horizon_days, gap_days, folds or cuts
/// \returns         by fold and row
/// \throws InvalidInput  for examples without as_of; horizon_days < 1, gap_days < 0, folds < 1; fewer days
///                       than folds + 1; cuts that do not ascend, or lie before 1900 or after 9999
/// \see Lopez de Prado (2018), Advances in Financial Machine Learning, ch. 7 (purging)
Splits time_splits(const Examples& examples, const TimeSplitsOptions& options);

/// Settings of account_splits().
struct AccountSplitsOptions {
  std::int32_t folds = 5;  ///< at least 2
  std::uint64_t seed = 1;  ///< of the draw
};

/// Splits by account: all rows of an account are in one fold, since they are alike.
///
/// Accounts are dealt to the folds in an order that is drawn from their ids and the seed, whatever the order
/// of rows: first those with an outcome, then the others, so that each fold has about as many of both.
///
/// \param examples  as made by Examples, with accounts
/// \param options   folds, seed
/// \returns         by fold and row; each row is tested once
/// \throws InvalidInput  for examples without accounts; folds < 2, or more than accounts
Splits account_splits(const Examples& examples, const AccountSplitsOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_splits.hpp>
