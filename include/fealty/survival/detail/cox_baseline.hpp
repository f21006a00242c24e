// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
#include <fealty/survival/detail/risk_sets.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// A covariate of a model, for lives that it has not seen.
struct CovariateLevels {
  std::string attribute;
  std::vector<std::string> levels;  // of texts, the reference first; empty for numbers

  static std::vector<CovariateLevels> of(const std::vector<Covariate>& columns) {
    std::vector<CovariateLevels> found;
    for (const Covariate& column : columns) {
      // An attribute that is named twice has its columns twice.
      const bool another = found.empty() || found.back().attribute != column.attribute || !column.level ||
                           std::find(found.back().levels.begin(), found.back().levels.end(), *column.level) !=
                               found.back().levels.end();
      if (another) {
        found.push_back({column.attribute, {}});
        if (column.reference) found.back().levels.push_back(*column.reference);
      }
      if (column.level) found.back().levels.push_back(*column.level);
    }
    return found;
  }
};

/// What a model tells of lives that it has not seen: coefficients in the units of the design, and the
/// baseline hazard of each stratum. A life of linear predictor e passes the hazard times exp(e - shift).
struct CoxBaseline {
  std::vector<CovariateLevels> covariates;
  std::vector<std::string> strata;  // names of attributes, as is
  std::string offset;
  Eigen::VectorXd mean, scale, beta;  // of the columns of the design; beta 0 where there is none
  Eigen::MatrixXd covariance;         // of beta; NaN where the likelihood grows without end
  Eigen::VectorXd penalty;            // of squares of beta; empty for none

  bool stratified = false;
  std::vector<Label> label;        // of each stratum
  std::vector<std::size_t> first;  // event of each stratum, and the end of the last
  std::vector<double> last_age;    // up to which a stratum was watched
  std::vector<double> shift;       // of each stratum
  // Of each age at which lives end, summed up over the stratum's:
  std::vector<double> age, hazard, squares;  // squares: of the variance of the hazard alone
  RowMatrix means;                           // hazard x mean of the risk set

  std::vector<std::string> covariate_names() const {
    std::vector<std::string> names;
    for (const CovariateLevels& each : covariates) names.push_back(each.attribute);
    return names;
  }

  /// All names that lives need for a prediction.
  std::vector<std::string> attributes() const {
    std::vector<std::string> names = covariate_names();
    names.insert(names.end(), strata.begin(), strata.end());
    if (!offset.empty()) names.push_back(offset);
    return names;
  }

  /// The number of events up to an age, inclusive, and of strata before.
  std::size_t events_up_to(std::size_t stratum, double until) const {
    const auto begin = age.begin() + static_cast<std::ptrdiff_t>(first[stratum]);
    const auto end = age.begin() + static_cast<std::ptrdiff_t>(first[stratum + 1]);
    auto next = std::upper_bound(begin, end, until);
    while (next != end && same_age(until, *next)) ++next;
    return static_cast<std::size_t>(next - age.begin());
  }

  CoxBaseline(const CoxProblem& problem, const CoxLikelihood& likelihood, Eigen::VectorXd coefficients,
              Eigen::MatrixXd covariance_of_them)
      : covariates(CovariateLevels::of(problem.design.columns)), mean(problem.design.mean),
        scale(problem.design.scale), beta(std::move(coefficients)), covariance(std::move(covariance_of_them)),
        stratified(problem.strata.group.present()), first(likelihood.sets().first()),
        hazard(likelihood.sets().hazards().all), means(likelihood.sets().passed_means(false)) {
    const CoxData& data = problem.data;
    const std::vector<Label> labels = detail::labels(problem.strata);
    for (std::size_t s = 0; s < data.strata(); ++s) {
      label.push_back(labels[data.stratum[s]]);
      last_age.push_back(data.age[data.first[s + 1] - 1]);
      shift.push_back(likelihood.shift(s));
      double sum = 0;
      for (std::size_t e = first[s]; e < first[s + 1]; ++e) {
        age.push_back(data.age[likelihood.sets().cell(e)]);
        squares.push_back(sum += likelihood.sets().squared_increment(e));
      }
    }
  }
};

/// The hazard that a life passes, and what it takes to tell how sure that is.
struct PassedHazard {
  double hazard = 0, squares = 0;
  Eigen::VectorXd means;

  explicit PassedHazard(Eigen::Index columns) : means(Eigen::VectorXd::Zero(columns)) {}
  /// Up to an age, inclusive; nothing before the stratum's first end.
  PassedHazard(const CoxBaseline& of, std::size_t stratum, double age) : PassedHazard(of.mean.size()) {
    const std::size_t events = of.events_up_to(stratum, age);
    if (events > of.first[stratum]) set(of, events - 1);
  }
  void set(const CoxBaseline& of, std::size_t event) {
    hazard = of.hazard[event];
    squares = of.squares[event];
    means = of.means.row(static_cast<Eigen::Index>(event)).transpose();
  }
  PassedHazard operator-(const PassedHazard& before) const {
    PassedHazard left = *this;
    left.hazard -= before.hazard;
    left.squares -= before.squares;
    left.means -= before.means;
    return left;
  }
  /// The standard error of the hazard of a life with these covariates, relative to exp(its predictor).
  double std_error(const CoxBaseline& of, const Eigen::VectorXd& x) const {
    const Eigen::VectorXd q = hazard * x - means;
    return std::sqrt(squares + q.dot(of.covariance * q));
  }
};

}  // namespace fealty::survival::detail
