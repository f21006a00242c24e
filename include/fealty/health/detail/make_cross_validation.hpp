// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/cross_validation.hpp>
#include <fealty/health/detail/fold_models.hpp>
#include <fealty/health/roc_auc.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Fits all penalties in all folds, chooses one and reports it.
class CrossValidationMaker {
 public:
  CrossValidationMaker(const Examples& examples, const Splits& splits, const CrossValidationOptions& options)
      : data_(examples.data()), options_(options), rows_(fold_rows(data_, splits)) {
    check();
    penalties_ = options.penalties;
    std::sort(penalties_.begin(), penalties_.end());
    penalties_.erase(std::unique(penalties_.begin(), penalties_.end()), penalties_.end());
    for (const FoldRows& fold : rows_) fit(fold);
    choose();
    for (std::size_t fold = 0; fold < rows_.size(); ++fold) report(fold);
    find();
  }
  CrossValidation take() { return std::move(found_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput({.who = "cross_validate",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void check() const {
    if (options_.features.empty()) refuse("features", "0 names", "were given; a model needs one");
    if (options_.penalties.empty()) refuse("penalties", "", "are empty; 0 is none");
    for (const double each : options_.penalties)
      if (!(each >= 0) || std::isinf(each))
        refuse("penalties", fmt::format("{}", each), "is not a finite number >= 0");
  }
  double weight_of(std::uint32_t row) const { return data_.weight.present() ? data_.weight[row] : 1; }

  void fit(const FoldRows& rows) {
    const FoldModel model(data_, rows, options_);
    std::vector<std::vector<double>> of_fold;
    for (const double penalty : penalties_)
      of_fold.push_back(
          model.usable() && !rows.test.empty()
              ? model.predict(penalty)
              : std::vector<double>(rows.test.size(), std::numeric_limits<double>::quiet_NaN()));
    if (!model.usable()) untaught_.push_back(log_odds_.size() + 1);
    log_odds_.push_back(std::move(of_fold));
  }
  LogLoss loss(std::size_t fold, std::size_t penalty) const {
    LogLoss out;
    for (std::size_t i = 0; i < rows_[fold].test.size(); ++i) {
      const std::uint32_t row = rows_[fold].test[i];
      out.add(log_odds_[fold][penalty][i], data_.outcome[row] != 0, weight_of(row));
    }
    return out;
  }

  /// The mean over folds, and its standard error, as glmnet has them.
  void add_penalty(std::size_t penalty) {
    double sum = 0, weights = 0, squares = 0;
    int folds = 0;
    std::vector<LogLoss> losses;
    for (std::size_t fold = 0; fold < rows_.size(); ++fold) {
      losses.push_back(loss(fold, penalty));
      sum += losses.back().sum;
      weights += losses.back().weight;
      folds += losses.back().weight > 0 ? 1 : 0;
    }
    const double mean = weights > 0 ? sum / weights : std::numeric_limits<double>::quiet_NaN();
    for (const LogLoss& each : losses)
      if (each.weight > 0) squares += each.weight * (each.mean() - mean) * (each.mean() - mean);
    found_.path.penalty.push_back(penalties_[penalty]);
    found_.path.log_loss.push_back(mean);
    found_.path.std_error.push_back(folds > 1 ? std::sqrt(squares / weights / (folds - 1))
                                              : std::numeric_limits<double>::quiet_NaN());
  }
  void choose() {
    for (std::size_t i = 0; i < penalties_.size(); ++i) add_penalty(i);
    const std::vector<double>& losses = found_.path.log_loss;
    std::size_t best = 0;
    for (std::size_t i = 1; i < losses.size(); ++i)
      if (losses[i] < losses[best]) best = i;
    const double error = found_.path.std_error[best];
    chosen_ = best;
    for (std::size_t i = best + 1; i < losses.size(); ++i)
      if (losses[i] <= losses[best] + error) chosen_ = i;
    found_.best_penalty = penalties_[best];
    found_.penalty = penalties_[chosen_];
  }

  void report(std::size_t fold) {
    const FoldRows& rows = rows_[fold];
    const std::vector<double>& log_odds = log_odds_[fold][chosen_];
    double train_weight = 0, train_outcomes = 0;
    for (const std::uint32_t row : rows.train) {
      train_weight += weight_of(row);
      train_outcomes += data_.outcome[row] != 0 ? weight_of(row) : 0;
    }
    const double prior = std::log(train_outcomes / (train_weight - train_outcomes));
    LogLoss null_loss;
    std::int64_t outcomes = 0;
    CrossValidationPredictions& out = found_.predictions;
    for (std::size_t i = 0; i < rows.test.size(); ++i) {
      const std::uint32_t row = rows.test[i];
      out.row.push_back(row);
      out.fold.push_back(static_cast<std::int32_t>(fold + 1));
      out.outcome.push_back(data_.outcome[row]);
      out.linear_predictor.push_back(log_odds[i]);
      out.probability.push_back(1 / (1 + std::exp(-log_odds[i])));
      outcomes += data_.outcome[row];
      if (std::isnan(log_odds[i])) ++found_.left_out;
      else null_loss.add(prior, data_.outcome[row] != 0, weight_of(row));
    }
    found_.folds.fold.push_back(static_cast<std::int32_t>(fold + 1));
    found_.folds.train.push_back(static_cast<std::int64_t>(rows.train.size()));
    found_.folds.test.push_back(static_cast<std::int64_t>(rows.test.size()));
    found_.folds.outcomes.push_back(outcomes);
    found_.folds.auc.push_back(area(rows, log_odds));
    found_.folds.log_loss.push_back(loss(fold, chosen_).mean());
    found_.folds.null_log_loss.push_back(null_loss.mean());
  }
  double area(const FoldRows& rows, const std::vector<double>& log_odds) const {
    ExampleColumns columns{.outcome = fealty::detail::select_rows(data_.outcome, rows.test)};
    columns.weight = fealty::detail::select_rows(data_.weight, rows.test);
    columns.attributes.add("score", Column<double>(log_odds));
    return roc_auc(Examples(columns)).auc.front();
  }
  void find() {
    double sum = 0;
    int folds = 0;
    for (const double each : found_.folds.auc)
      if (!std::isnan(each)) sum += each, ++folds;
    if (folds > 0) found_.auc = sum / folds;
    const auto say = [&](const char* code, std::string message) {
      found_.findings.push_back({code, Severity::warning, {}, "cross_validate: " + std::move(message)});
    };
    if (!untaught_.empty())
      say("fold_without_training",
          fmt::format("fold {} has no rows of both classes to learn from", fmt::join(untaught_, ", ")));
    if (found_.left_out > 0) {
      say("no_prediction", fmt::format("{} of {} test rows have no prediction: a feature is missing or of an "
                                       "unknown level, or their fold has no model",
                                       found_.left_out, found_.predictions.row.size()));
      std::vector<std::int64_t>& listed = found_.findings.back().rows;
      for (std::size_t i = 0; i < found_.predictions.row.size(); ++i)
        if (std::isnan(found_.predictions.probability[i])) listed.push_back(found_.predictions.row[i]);
      std::sort(listed.begin(), listed.end());
      listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
    }
  }

  const ExampleData& data_;
  const CrossValidationOptions& options_;
  std::vector<FoldRows> rows_;
  std::vector<double> penalties_;
  std::vector<std::vector<std::vector<double>>> log_odds_;  // by fold, penalty and test row
  std::vector<std::size_t> untaught_;                       // folds
  std::size_t chosen_ = 0;
  CrossValidation found_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline CrossValidation cross_validate(const Examples& examples, const Splits& splits,
                                      const CrossValidationOptions& options) {
  return detail::CrossValidationMaker(examples, splits, options).take();
}

}  // namespace fealty::health
