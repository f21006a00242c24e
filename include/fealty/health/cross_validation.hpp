// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/health/splits.hpp>
#include <fealty/health/weight_of_evidence.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of cross_validate().
struct CrossValidationOptions {
  std::vector<std::string> features;    ///< attributes of the logistic model
  std::vector<double> penalties = {0};  ///< ridge penalties to choose from, each >= 0, as of logistic()
  bool standardize = true;              ///< as of logistic()
  bool weight_of_evidence = false;      ///< whether features enter as the weight of evidence of their bins,
                                        ///< which the training rows of each fold make; unseen values as 0
  std::int32_t bins = 5;                ///< as of weight_of_evidence()
  double min_share = 0.05;              ///< likewise
  Monotone monotone = Monotone::none;   ///< likewise
  std::int32_t threads = 0;             ///< at most so many; 0 for all of the machine's
};

/// What models said of rows that they had not seen, one row for each test row.
struct CrossValidationPredictions {
  std::vector<std::int64_t> row;         ///< of the examples, from 0
  std::vector<std::int32_t> fold;        ///< in which it was tested, from 1
  std::vector<std::uint8_t> outcome;     ///< 1 where it happened
  std::vector<double> probability;       ///< of the outcome; NaN where the model cannot say
  std::vector<double> linear_predictor;  ///< log odds

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("fold", self.fold);
    f("outcome", self.outcome);
    f("probability", self.probability);
    f("linear_predictor", self.linear_predictor);
  }
};

/// How good the model of each fold was, one row for each.
struct CrossValidationFolds {
  std::vector<std::int32_t> fold;      ///< from 1
  std::vector<std::int64_t> train;     ///< rows that it learned from
  std::vector<std::int64_t> test;      ///< rows that it was judged by
  std::vector<std::int64_t> outcomes;  ///< of them, with the outcome
  std::vector<double> auc;             ///< area under the ROC curve of its test rows; NaN of one class
  std::vector<double> log_loss;        ///< weighted mean of -ln of the probability of what happened
  std::vector<double> null_log_loss;   ///< the same of the share of outcomes among its training rows

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("fold", self.fold);
    f("train", self.train);
    f("test", self.test);
    f("outcomes", self.outcomes);
    f("auc", self.auc);
    f("log_loss", self.log_loss);
    f("null_log_loss", self.null_log_loss);
  }
};

/// How good each penalty was, one row for each, ascending.
struct CrossValidationPath {
  std::vector<double> penalty;    ///< ridge
  std::vector<double> log_loss;   ///< mean over folds, by the weight of their test rows
  std::vector<double> std_error;  ///< of it, by how much folds differ; NaN of one fold

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("penalty", self.penalty);
    f("log_loss", self.log_loss);
    f("std_error", self.std_error);
  }
};

/// How a logistic model does on rows that it has not seen.
struct CrossValidation {
  CrossValidationPredictions predictions;  ///< of each test row, with the penalty that was chosen
  CrossValidationFolds folds;              ///< with the penalty that was chosen
  CrossValidationPath path;                ///< of all penalties
  double penalty = 0;       ///< chosen: the largest whose log loss is within one standard error of the best
  double best_penalty = 0;  ///< of the least log loss
  double auc = std::numeric_limits<double>::quiet_NaN();  ///< mean over the folds that have one
  std::int64_t left_out = 0;                              ///< test rows without a prediction
  std::vector<Finding> findings = {};                     ///< codes: fold_without_training, no_prediction
};

/// Cross-validation of a logistic model: each test row is predicted by a model that has seen nothing of it.
///
/// Each fold begins anew with its training rows: bins, means and standard deviations of features, levels of
/// texts and coefficients are theirs alone. So predictions can teach a calibrator, or prove the model. The
/// penalty is chosen by the predictions themselves: with many penalties the figures of the chosen one are a
/// little too good. A fold whose training rows are of one class has no model.
///
/// \param examples  as made by Examples
/// \param splits    of these examples, by time or by account
/// \param options   features, penalties
/// \returns         predictions, folds and the path of penalties
/// \throws InvalidInput  for splits of other examples; without features or penalties, for a penalty that is
///                       negative or infinite; and as logistic() and weight_of_evidence() do
/// \throws NotConverged  as logistic() does
/// \see Stone (1974), Journal of the Royal Statistical Society B 36:111-147; Hastie, Tibshirani & Friedman
///      (2009), The Elements of Statistical Learning, ch. 7.10
CrossValidation cross_validate(const Examples& examples, const Splits& splits,
                               const CrossValidationOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_cross_validation.hpp>
