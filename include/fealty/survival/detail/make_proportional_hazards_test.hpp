// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_refit.hpp>
#include <fealty/survival/detail/risk_sets.hpp>
#include <fealty/survival/proportional_hazards_test.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// The transforms of the ages of events.
class TransformedAges {
 public:
  TransformedAges(const CoxRefit& fit, AgeTransform transform)
      : sets_(fit.likelihood.sets()), data_(fit.problem.data), values_(sets_.events()) {
    switch (transform) {
      case AgeTransform::identity:
        for (std::size_t e = 0; e < values_.size(); ++e) values_[e] = age(e);
        break;
      case AgeTransform::log:
        for (std::size_t e = 0; e < values_.size(); ++e) values_[e] = log_age(e);
        break;
      case AgeTransform::rank:
        set_ranks();
        break;
      case AgeTransform::kaplan_meier:
        set_survival();
        break;
    }
  }
  const std::vector<double>& values() const { return values_; }

 private:
  double age(std::size_t event) const { return data_.age[sets_.cell(event)]; }
  double log_age(std::size_t event) const {
    if (age(event) > 0) return std::log(age(event));
    throw InvalidInput({.who = "proportional_hazards_test",
                        .what = "transform",
                        .where = {},
                        .value = "log",
                        .rule = "of a life that ended at age 0 does not exist"});
  }
  /// Events of all strata by age.
  std::vector<std::size_t> by_age() const {
    std::vector<std::size_t> order(values_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return age(a) < age(b); });
    return order;
  }
  /// Calls f(first, last) for events of one age, in order.
  template <class F>
  void for_each_age(const std::vector<std::size_t>& order, F f) const {
    for (std::size_t i = 0, j = 0; i < order.size(); i = j) {
      while (j < order.size() && same_age(age(order[i]), age(order[j]))) ++j;
      f(i, j);
    }
  }
  /// Among the ages at which lives ended or were last seen; ties have the mean of theirs.
  void set_ranks() {
    std::vector<std::pair<double, std::int64_t>> left;
    for (const Piece& piece : data_.pieces)
      if (piece.step != Step::enters)
        left.emplace_back(data_.age[piece.cell], std::int64_t{piece.end - piece.begin});
    std::sort(left.begin(), left.end());
    const std::vector<std::size_t> order = by_age();
    std::int64_t before = 0;
    auto next = left.begin();
    for_each_age(order, [&](std::size_t i, std::size_t j) {
      for (; next != left.end() && next->first < age(order[i]); ++next) before += next->second;
      std::int64_t ties = 0;
      for (; next != left.end() && same_age(age(order[i]), next->first); ++next) ties += next->second;
      for (std::size_t k = i; k < j; ++k)
        values_[order[k]] = static_cast<double>(before) + static_cast<double>(ties + 1) / 2;
      before += ties;
    });
  }
  /// 1 less the Kaplan-Meier curve of all lives just before each age, without weights.
  void set_survival() {
    std::vector<std::pair<double, std::int64_t>> steps;  // the risk set after an age changes by so many
    for (const Piece& piece : data_.pieces) {
      const std::int64_t lives = piece.end - piece.begin;
      steps.emplace_back(data_.age[piece.cell], piece.step == Step::enters ? lives : -lives);
    }
    std::sort(steps.begin(), steps.end());
    std::int64_t at_risk = 0;  // those that did not enter late, at first
    for (const auto& [when, change] : steps) at_risk -= change;
    auto next = steps.begin();
    const std::vector<std::size_t> order = by_age();
    double survival = 1;
    for_each_age(order, [&](std::size_t i, std::size_t j) {
      for (; next != steps.end() && next->first < age(order[i]); ++next) at_risk += next->second;
      std::int64_t ended = 0;
      for (std::size_t k = i; k < j; ++k) {
        values_[order[k]] = 1 - survival;
        ended += sets_.count(order[k]);
      }
      survival *= 1 - static_cast<double>(ended) / static_cast<double>(at_risk);
    });
  }

  const RiskSets& sets_;
  const CoxData& data_;
  std::vector<double> values_;
};

/// Makes the tests.
class HazardsTest {
 public:
  HazardsTest(const Lifetimes& lives, const CoxModel& model, const ProportionalHazardsTestOptions& options)
      : fit_("proportional_hazards_test", lives, model, options.threads),
        drift_(Eigen::VectorXd::Zero(size())) {
    // At penalized coefficients the score is not 0, and the test depends on where the transform is.
    if (model.penalty > 0)
      throw InvalidInput({.who = "proportional_hazards_test",
                          .what = "model",
                          .where = {},
                          .value = "",
                          .rule = "has a penalty; the test is for a model without one"});
    found_.transform = options.transform;
    std::vector<double> g = TransformedAges(fit_, options.transform).values();
    center(g);
    add_drift(g);
    information_ = fit_.likelihood.information;
    once_ = fit_.likelihood.weighted_information(g);
    for (double& each : g) each *= each;
    twice_ = fit_.likelihood.weighted_information(g);
    std::vector<Eigen::Index> tested;
    const auto& columns = fit_.problem.design.columns;
    for (std::size_t j = 0; j < columns.size(); ++j) {
      const auto column = static_cast<Eigen::Index>(j);
      if (std::binary_search(fit_.active.begin(), fit_.active.end(), column)) tested.push_back(column);
      if (j + 1 < columns.size() && columns[j + 1].attribute == columns[j].attribute) continue;
      test(columns[j].attribute, std::exchange(tested, {}));
    }
    test("all", fit_.active);
  }
  ProportionalHazardsTest take() { return std::move(found_); }

 private:
  Eigen::Index size() const { return static_cast<Eigen::Index>(fit_.problem.x.columns()); }

  /// The test does not depend on where g is 0; rounding does.
  void center(std::vector<double>& g) const {
    double sum = 0, weights = 0;
    for (std::size_t e = 0; e < g.size(); ++e) {
      sum += fit_.likelihood.sets().weight(e) * g[e];
      weights += fit_.likelihood.sets().weight(e);
    }
    for (double& each : g) each -= sum / weights;
  }
  /// The score of a coefficient that drifts: g times Schoenfeld's residuals, summed up.
  void add_drift(const std::vector<double>& g) {
    const RiskSets& sets = fit_.likelihood.sets();
    const CoxData& data = fit_.problem.data;
    Eigen::VectorXd x(size());
    for (std::size_t e = 0; e < sets.events(); ++e) {
      Eigen::VectorXd sum = -sets.weight(e) * sets.end_mean(e).transpose();
      for (std::size_t i = data.pieces_of[sets.cell(e)]; i < data.pieces_of[sets.cell(e) + 1]; ++i) {
        if (data.pieces[i].step != Step::ends) continue;
        for (std::uint32_t row = data.pieces[i].begin; row < data.pieces[i].end; ++row)
          for (Eigen::Index j = 0; j < size(); ++j)
            sum[j] += data.weight_of(row) * fit_.problem.x(row, static_cast<std::size_t>(j));
      }
      drift_ += g[e] * sum;
    }
  }
  void test(const std::string& name, const std::vector<Eigen::Index>& columns) {
    double statistic = nan, p_value = nan;
    if (!columns.empty()) {
      const Eigen::MatrixXd with = once_(fit_.active, columns);
      const Eigen::MatrixXd left =
          twice_(columns, columns) -
          with.transpose() * Eigen::MatrixXd(information_(fit_.active, fit_.active)).ldlt().solve(with);
      const Eigen::VectorXd score = drift_(columns);
      statistic = score.dot(left.ldlt().solve(score));
      const boost::math::chi_squared chi_squared(static_cast<double>(columns.size()));
      p_value = statistic >= 0 ? cdf(complement(chi_squared, statistic)) : nan;
    }
    found_.covariate.push_back(name);
    found_.statistic.push_back(statistic);
    found_.degrees_of_freedom.push_back(static_cast<std::int64_t>(columns.size()));
    found_.p_value.push_back(p_value);
  }

  CoxRefit fit_;
  Eigen::VectorXd drift_;
  Eigen::MatrixXd information_, once_, twice_;  // of the coefficients; times g; times its square
  ProportionalHazardsTest found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline ProportionalHazardsTest proportional_hazards_test(const Lifetimes& lives, const CoxModel& model,
                                                         const ProportionalHazardsTestOptions& options) {
  return detail::HazardsTest(lives, model, options).take();
}

}  // namespace fealty::survival
