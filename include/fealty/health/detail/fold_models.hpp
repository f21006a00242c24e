// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/make_weight_of_evidence_features.hpp>
#include <fealty/health/detail/split_fingerprint.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/health/logistic.hpp>
#include <fealty/health/predict_logistic.hpp>
#include <fealty/health/splits.hpp>
#include <fealty/health/weight_of_evidence.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Rows of one fold.
struct FoldRows {
  std::vector<std::uint32_t> train, test;
};

inline std::vector<FoldRows> fold_rows(const ExampleData& data, const Splits& splits) {
  const auto refuse = [](const char* what, std::string value, std::string rule) {
    throw InvalidInput({.who = "cross_validate",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  };
  if (splits.examples != static_cast<std::int64_t>(data.size()))
    refuse("splits", fmt::format("{} rows", splits.examples),
           fmt::format("are of other examples; these have {} rows", data.size()));
  // What they were made by must be the same; outcomes and attributes may be others.
  const bool by_time = !splits.cuts.empty();
  if (!splits.fingerprint.empty() &&
      splits.fingerprint != (by_time ? days_fingerprint(data) : accounts_fingerprint(data)))
    refuse("splits", splits.fingerprint,
           fmt::format("are of other examples: {} are not in the same rows of these",
                       by_time ? "their days (as_of)" : "their accounts"));
  if (splits.folds < 1) refuse("splits", fmt::format("{} folds", splits.folds), "are too few");
  std::vector<FoldRows> folds(static_cast<std::size_t>(splits.folds));
  for (std::size_t i = 0; i < splits.row.size(); ++i) {
    if (splits.row[i] < 0 || splits.row[i] >= splits.examples || splits.fold[i] < 1 ||
        splits.fold[i] > splits.folds)
      refuse("splits", fmt::format("row {} in fold {}", splits.row[i], splits.fold[i]), "is not there");
    FoldRows& fold = folds[static_cast<std::size_t>(splits.fold[i] - 1)];
    const auto row = static_cast<std::uint32_t>(splits.row[i]);
    if (splits.role[i] == SplitRole::train) fold.train.push_back(row);
    if (splits.role[i] == SplitRole::test) fold.test.push_back(row);
  }
  return folds;
}

/// The training rows of a fold as examples, the test rows as attributes; neither knows of the other.
class FoldModel {
 public:
  /// \param model  its settings but for the penalty
  /// \param bins   how features become weights of evidence; none where they stay what they are
  FoldModel(const ExampleData& data, const FoldRows& rows, LogisticOptions model,
            const std::optional<WeightOfEvidenceOptions>& bins)
      : model_(std::move(model)) {
    using fealty::detail::select_rows;
    train_.outcome = select_rows(data.outcome, rows.train);
    train_.account = select_rows(data.account, rows.train);
    train_.weight = select_rows(data.weight, rows.train);
    Frame train = select_rows(data.attributes, &rows.train), test = select_rows(data.attributes, &rows.test);
    std::size_t outcomes = 0;
    for (const std::uint32_t row : rows.train) outcomes += data.outcome[row];
    usable_ = outcomes > 0 && outcomes < rows.train.size();
    if (usable_ && bins) bin(*bins, train, test);
    train_.attributes = std::move(train);
    test_ = std::move(test);
  }

  /// Whether its training rows are of both classes.
  bool usable() const { return usable_; }
  /// The log odds of each test row.
  std::vector<double> predict(double penalty) const {
    LogisticOptions options = model_;
    options.penalty = penalty;
    const LogisticModel model = logistic(Examples(train_), options);
    return predict_logistic(model, test_).linear_predictor;
  }

 private:
  void bin(const WeightOfEvidenceOptions& bins, Frame& train, Frame& test) const {
    ExampleColumns columns{.outcome = train_.outcome};
    columns.weight = train_.weight;
    columns.attributes = train;
    const Examples examples(columns);
    std::vector<WeightOfEvidence> evidence;
    for (const std::string& feature : model_.features) {
      WeightOfEvidenceOptions each = bins;
      each.feature = feature;
      evidence.push_back(WeightOfEvidenceMaker("cross_validate", each).of(examples.data()));
    }
    train = evidence_features("cross_validate", train, evidence, {.keep = {}, .unseen = 0});
    test = evidence_features("cross_validate", test, evidence, {.keep = {}, .unseen = 0});
  }

  LogisticOptions model_;
  ExampleColumns train_{};
  Frame test_;
  bool usable_ = false;
};

/// A weighted mean of -ln of the probability of what happened, by log odds so that it is never infinite.
struct LogLoss {
  double sum = 0, weight = 0;

  void add(double log_odds, bool happened, double counts_for) {
    if (std::isnan(log_odds)) return;
    const double wrong = happened ? -log_odds : log_odds;  // ln(1 + e^wrong), without overflow
    sum += counts_for * (std::max(wrong, 0.0) + std::log1p(std::exp(-std::abs(wrong))));
    weight += counts_for;
  }
  double mean() const { return weight > 0 ? sum / weight : std::numeric_limits<double>::quiet_NaN(); }
};

}  // namespace fealty::health::detail
