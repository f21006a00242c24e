// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/glm_newton.hpp>
#include <fealty/health/detail/logistic_fitter.hpp>
#include <fealty/health/detail/logistic_likelihood.hpp>
#include <fealty/health/detail/logistic_problem.hpp>
#include <fealty/health/logistic.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>

namespace fealty::health::detail {

inline ColumnRanges column_ranges(const LogisticProblem& problem) {
  const auto p = static_cast<Eigen::Index>(problem.x.columns());
  ColumnRanges found{Eigen::VectorXd::Zero(p), Eigen::VectorXd::Zero(p)};
  for (Eigen::Index j = 0; j < p; ++j)
    for (std::size_t row = 0; row < problem.design.rows.size(); ++row) {
      const double value = problem.x(row, static_cast<std::size_t>(j));
      found.least[j] = std::min(found.least[j], value);
      found.most[j] = std::max(found.most[j], value);
    }
  return found;
}

/// A guess from a part of many rows: steps on all of them then are few. None where the part does not do.
inline Eigen::VectorXd first_guess(const LogisticProblem& problem, const IdColumn& accounts,
                                   GlmProblem problem_of_all, std::size_t threads) {
  constexpr std::size_t many = 1 << 17, stride = 16;
  if (problem.design.rows.size() < many) return {};
  problem_of_all.penalty /= stride;
  problem_of_all.tolerance = 1e-2;
  problem_of_all.max_iterations = 8;
  try {
    LogisticLikelihood part(problem, accounts, threads, stride);
    const GlmNewton newton(part, problem_of_all);
    return newton.separation.columns.empty() ? newton.beta : Eigen::VectorXd();
  } catch (const NotConverged&) {
    return {};
  }
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline LogisticModel logistic(const Examples& examples, const LogisticOptions& options) {
  detail::check_logistic(options);
  const std::size_t threads = thread_count("logistic", options.threads);
  const detail::LogisticProblem problem("logistic", examples.data(), options.features, threads);
  const IdColumn& accounts = examples.data().account;
  detail::LogisticFitter fitter(options, problem.design, problem.counts, accounts.present(),
                                [&] { return detail::column_ranges(problem); });
  detail::LogisticLikelihood likelihood(problem, accounts, threads);
  return fitter.fit(likelihood, detail::first_guess(problem, accounts, fitter.problem(), threads));
}

}  // namespace fealty::health
