// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/logistic_fitter.hpp>
#include <fealty/health/detail/logistic_plan.hpp>
#include <fealty/health/detail/logistic_totals.hpp>
#include <fealty/survival/detail/design.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// A design as a survey of all examples tells it, without the examples; and the ranges of its columns.
struct SurveyedDesign {
  survival::detail::Design design;
  ColumnRanges ranges;

  /// \param plan  gets the terms and units
  SurveyedDesign(const LogisticTotals& survey, LogisticPlan& plan) {
    const double weight = survey.weight.value();
    for (std::size_t t = 0; t < plan.features.size(); ++t)
      add(plan.features[t], survey.features[t], plan, weight);
    const auto vector = [](const std::vector<double>& of) {
      return Eigen::Map<const Eigen::VectorXd>(of.data(), static_cast<Eigen::Index>(of.size())).eval();
    };
    design.mean = vector(plan.mean);
    design.scale = vector(plan.scale);
    ranges = {vector(least_), vector(most_)};
  }

 private:
  using Levels = std::vector<std::pair<std::string, DoubleSum>>;

  /// \param least, most  in the units of the feature
  void add_column(LogisticPlan& plan, survival::detail::Covariate covariate, double mean, double square,
                  double least, double most) {
    double spread = std::sqrt(std::max(0.0, square));
    if (spread <= 1e-12 * std::abs(mean) || spread < least_spread || !(least < most)) spread = 0;
    plan.mean.push_back(mean);
    plan.scale.push_back(spread);
    design.columns.push_back(std::move(covariate));
    least_.push_back(spread == 0 ? 0 : (least - mean) / spread);
    most_.push_back(spread == 0 ? 0 : (most - mean) / spread);
  }
  /// \param n  the weight of all examples
  void add(const std::string& name, const SurveyedFeature& feature, LogisticPlan& plan, double n) {
    plan.terms.push_back({name, {}});
    if (feature.term.kind != survival::detail::SurveyedTerm::texts) {
      const double mean = feature.term.sum.value() / n, square = mean * mean;
      DoubleSum squares = feature.term.squares;  // of values less the mean
      squares.add_product(-2 * mean, feature.term.sum.high);
      squares.add_product(-2 * mean, feature.term.sum.low);
      squares.add_product(n, square);
      squares.add_product(n, std::fma(mean, mean, -square));
      return add_column(plan, {name, {}, {}, {}}, mean, squares.value() / n, feature.least, feature.most);
    }
    const Levels texts = levels(feature.term);
    for (const auto& [level, weight] : texts) plan.terms.back().levels.push_back(level);
    const std::string& reference = texts.front().first;
    if (texts.size() == 1) add_column(plan, {name, {}, reference, {}}, 0, 0, 0, 0);
    for (std::size_t i = 1; i < texts.size(); ++i) {
      const double share = texts[i].second.value() / n;
      add_column(plan, {name, texts[i].first, reference, {}}, share, share * (1 - share), 0, 1);
    }
  }
  /// In order: whole numbers by value, texts by bytes; as texts where some examples have numbers.
  static Levels levels(const survival::detail::SurveyedTerm& term) {
    Levels found;
    std::map<std::string, DoubleSum> texts;
    bool numbers = true;
    for (const auto& [label, weight] : term.levels) {
      const auto* const number = std::get_if<std::int64_t>(&label);
      numbers = numbers && number != nullptr;
      found.emplace_back(number != nullptr ? fmt::format("{}", *number) : std::get<std::string>(label),
                         weight);
      texts[found.back().first].add(weight);
    }
    if (!numbers) found.assign(texts.begin(), texts.end());
    return found;
  }

  std::vector<double> least_, most_;
};

}  // namespace fealty::health::detail
