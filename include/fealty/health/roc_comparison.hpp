// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of roc_comparison().
struct RocComparisonOptions {
  std::vector<std::string> scores;         ///< attributes that hold the scores to compare
  std::string baseline = "score";          ///< attribute that holds the score they are compared with
  bool higher_predicts_outcome = true;     ///< false for health scores and a churn
  std::vector<std::string> opposite = {};  ///< those of the scores that point the other way than that
  std::optional<bool> cluster = {};  ///< whether rows of one account are taken together; by default where
                                     ///< the examples have accounts
  double confidence = 0.95;          ///< coverage of the intervals, in (0, 1)
};

/// How much better scores tell rows with the outcome from the others than a baseline: one row for each score.
struct RocComparison {
  std::vector<std::string> score;      ///< the attribute
  std::vector<double> auc;             ///< area under its ROC curve; NaN without a pair
  std::vector<double> baseline_auc;    ///< that of the baseline, on the same rows
  std::vector<double> difference;      ///< auc - baseline_auc
  std::vector<double> std_error;       ///< of the difference, both being of the same rows
  std::vector<double> lower;           ///< of a normal interval; NaN where the standard error is 0 or none
  std::vector<double> upper;           ///< of a normal interval; NaN likewise
  std::vector<double> z;               ///< difference / std_error; NaN likewise
  std::vector<double> p_value;         ///< two-sided; NaN likewise
  std::string baseline = {};           ///< the attribute they were compared with
  std::int64_t examples = 0;           ///< rows that were used: every score is known
  std::int64_t outcomes = 0;           ///< of them, with the outcome
  std::int64_t left_out = 0;           ///< rows in which a score is missing
  bool clustered = false;              ///< whether rows of one account were taken together
  double confidence = 0.95;            ///< coverage of the intervals
  std::vector<Finding> findings = {};  ///< codes: one_class, few_outcomes, many_rows, no_interval

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("score", self.score);
    f("auc", self.auc);
    f("baseline_auc", self.baseline_auc);
    f("difference", self.difference);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("z", self.z);
    f("p_value", self.p_value);
  }
};

/// Areas under the ROC curves of several scores of the same rows, each against that of a baseline.
///
/// Scores of the same rows go together, and so their difference is known better than either: DeLong's test,
/// of accounts with several rows Obuchowski's. Rows in which any of the scores is missing are left out of
/// all.
///
/// \param examples  as made by Examples
/// \param options   scores, baseline, their directions, clusters
/// \returns         one row for each score
/// \throws InvalidInput  without scores, for names of no attribute, scores that are no numbers or infinite,
///                       names in `opposite` that are none of the scores, clusters without accounts; unless
///                       0 < confidence < 1
/// \see DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44:837-845; Obuchowski (1997), Biometrics
///      53:567-578
RocComparison roc_comparison(const Examples& examples, const RocComparisonOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_roc_comparison.hpp>
