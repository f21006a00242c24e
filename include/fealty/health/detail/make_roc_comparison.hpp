// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/delong.hpp>
#include <fealty/health/detail/discrimination_findings.hpp>
#include <fealty/health/detail/score_column.hpp>
#include <fealty/health/detail/scored_rows.hpp>
#include <fealty/health/roc_comparison.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Compares scores with a baseline.
class RocComparisonMaker {
 public:
  RocComparisonMaker(const Examples& examples, const RocComparisonOptions& options)
      : options_(options), clustering_(who, examples.data(), options.cluster), notes_(who, found_.findings) {
    fealty::detail::check_confidence(who, options.confidence);
    check_names();
    std::vector<Column<double>> scores{score_column(who, examples, options.baseline, "baseline")};
    for (const std::string& name : options.scores)
      scores.push_back(score_column(who, examples, name, "scores"));
    const ScoredRows rows(examples.data(), scores, clustering_.matters());
    found_.score = options.scores;
    found_.baseline = options.baseline;
    found_.examples = static_cast<std::int64_t>(rows.size());
    found_.outcomes = rows.outcomes;
    found_.left_out = rows.left_out;
    found_.clustered = clustering_.asked;
    found_.confidence = options.confidence;
    if (notes_.classes(rows.outcomes, rows.others())) notes_.clusters(clustering_);
    const AucInfluence baseline = influence(rows, scores[0], options.baseline);
    for (std::size_t i = 0; i < options.scores.size(); ++i)
      put(influence(rows, scores[i + 1], options.scores[i]), baseline, options.scores[i]);
  }
  RocComparison take() { return std::move(found_); }

 private:
  static constexpr const char* who = "roc_comparison";

  void check_names() const {
    const auto refuse = [](const char* what, std::string value, const char* rule) {
      throw InvalidInput({.who = who, .what = what, .where = {}, .value = std::move(value), .rule = rule});
    };
    if (options_.scores.empty()) refuse("scores", "", "names no attribute; there is nothing to compare");
    for (const std::string& name : options_.opposite)
      if (name != options_.baseline &&
          std::find(options_.scores.begin(), options_.scores.end(), name) == options_.scores.end())
        refuse("opposite", "\"" + name + "\"", "is none of the scores that are compared");
  }
  AucInfluence influence(const ScoredRows& rows, const Column<double>& score, const std::string& name) const {
    const bool opposite =
        std::find(options_.opposite.begin(), options_.opposite.end(), name) != options_.opposite.end();
    return {rows, RiskGroups(rows, score, options_.higher_predicts_outcome != opposite)};
  }
  void put(const AucInfluence& own, const AucInfluence& baseline, const std::string& name) {
    AucInfluence less = own;  // how much each unit moves the difference
    for (std::size_t u = 0; u < less.with.size(); ++u) {
      less.with[u] -= baseline.with[u];
      less.without[u] -= baseline.without[u];
    }
    const double difference = own.auc - baseline.auc, missing = std::numeric_limits<double>::quiet_NaN();
    const double std_error = std::isnan(difference) ? missing : std::sqrt(covariance(less, less));
    const bool spread = std_error > 0;
    if (!spread && !std::isnan(difference))
      notes_.no_interval(fmt::format("{} differs from {} by {:.4f} without any spread; there is no interval",
                                     name, options_.baseline, difference));
    const double half = fealty::detail::normal_quantile(0.5 + options_.confidence / 2) * std_error;
    const double z = difference / std_error;
    found_.auc.push_back(own.auc);
    found_.baseline_auc.push_back(baseline.auc);
    found_.difference.push_back(difference);
    found_.std_error.push_back(std_error);
    found_.lower.push_back(spread ? std::max(-1.0, difference - half) : missing);
    found_.upper.push_back(spread ? std::min(1.0, difference + half) : missing);
    found_.z.push_back(spread ? z : missing);
    found_.p_value.push_back(spread ? std::erfc(std::abs(z) / std::sqrt(2.0)) : missing);
  }

  const RocComparisonOptions& options_;
  Clustering clustering_;
  RocComparison found_;
  DiscriminationFindings notes_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline RocComparison roc_comparison(const Examples& examples, const RocComparisonOptions& options) {
  return detail::RocComparisonMaker(examples, options).take();
}

}  // namespace fealty::health
