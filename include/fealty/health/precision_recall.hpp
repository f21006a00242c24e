// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of precision_recall().
struct PrecisionRecallOptions {
  std::string score = "score";          ///< attribute that holds the scores
  bool higher_predicts_outcome = true;  ///< false for a health score and a churn
};

/// What is right of what a score flags at each threshold, one row for each score, from the highest risk down.
struct PrecisionRecall {
  std::vector<double> threshold;  ///< rows with this score or one of more risk are flagged
  std::vector<double> precision;  ///< share of those flagged that have the outcome
  std::vector<double> recall;     ///< share of those with the outcome that are flagged; NaN without any
  std::vector<std::int64_t> true_positives;   ///< rows flagged that have the outcome
  std::vector<std::int64_t> false_positives;  ///< rows flagged that do not
  double prevalence = 0;               ///< share of all rows that have the outcome: the precision of a draw
  std::int64_t examples = 0;           ///< rows that were used
  std::int64_t outcomes = 0;           ///< of them, with the outcome
  std::int64_t left_out = 0;           ///< rows whose score is missing
  std::vector<Finding> findings = {};  ///< code: one_class

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("threshold", self.threshold);
    f("precision", self.precision);
    f("recall", self.recall);
    f("true_positives", self.true_positives);
    f("false_positives", self.false_positives);
  }
};

/// Precision and recall by threshold.
///
/// \param examples  as made by Examples
/// \param options   score, its direction
/// \returns         one row for each threshold
/// \throws InvalidInput  for a name of no attribute, scores that are no numbers or infinite
/// \see Davis & Goadrich (2006), ICML 23:233-240; average_precision() for one number of it
PrecisionRecall precision_recall(const Examples& examples, const PrecisionRecallOptions& options = {});

/// Settings of average_precision().
struct AveragePrecisionOptions {
  std::string score = "score";          ///< attribute that holds the scores
  bool higher_predicts_outcome = true;  ///< false for a health score and a churn
  std::optional<bool> cluster = {};  ///< whether accounts are drawn with all their rows; by default where the
                                     ///< examples have accounts
  std::int32_t draws = 2000;         ///< of the bootstrap, 2 to 1,000,000; 0 for no interval
  std::uint64_t seed = 1;            ///< of the draws
  double confidence = 0.95;          ///< coverage of the interval, in (0, 1)
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// How much of what a score flags is right, over all recalls: one row.
struct AveragePrecision {
  std::vector<double> average_precision;  ///< the precision at each threshold x the recall it adds, summed
                                          ///< up; NaN without a row with the outcome
  std::vector<double> std_error;       ///< of it, by the bootstrap
  std::vector<double> lower;           ///< percentile of the draws; NaN without an interval
  std::vector<double> upper;           ///< percentile of the draws; NaN likewise
  std::vector<double> prevalence;      ///< share with the outcome: what a score that tells nothing comes to
  std::vector<std::int64_t> examples;  ///< rows that were used
  std::vector<std::int64_t> outcomes;  ///< of them, with the outcome
  std::vector<std::int64_t> left_out;  ///< rows whose score is missing
  bool clustered = false;              ///< whether accounts were drawn
  double confidence = 0.95;            ///< coverage of the interval
  std::vector<Finding> findings = {};  ///< codes: one_class, few_outcomes, many_rows, no_interval

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("average_precision", self.average_precision);
    f("std_error", self.std_error);
    f("lower", self.lower);
    f("upper", self.upper);
    f("prevalence", self.prevalence);
    f("examples", self.examples);
    f("outcomes", self.outcomes);
    f("left_out", self.left_out);
  }
};

/// The average precision of a score: the area under its steps of precision by recall, without interpolation,
/// which would flatter it.
///
/// \param examples  as made by Examples
/// \param options   score, its direction, clusters, draws
/// \returns         one row
/// \throws InvalidInput  for a name of no attribute, scores that are no numbers or infinite, clusters without
///                       accounts, draws out of range; unless 0 < confidence < 1
/// \see Davis & Goadrich (2006), ICML 23:233-240; Saito & Rehmsmeier (2015), PLOS ONE 10:e0118432
AveragePrecision average_precision(const Examples& examples, const AveragePrecisionOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_precision_recall.hpp>
