// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/rank_groups.hpp>
#include <fealty/survival/detail/rank_sums.hpp>
#include <fealty/survival/log_rank.hpp>

#include <Eigen/Eigenvalues>
#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// A chi-squared statistic and how many degrees of freedom it has.
struct QuadraticForm {
  double statistic = nan;
  std::int64_t degrees_of_freedom = 0;

  double p_value() const {
    if (degrees_of_freedom == 0) return nan;
    const boost::math::chi_squared distribution(static_cast<double>(degrees_of_freedom));
    return cdf(complement(distribution, statistic));
  }
};
/// x' V^- x, of as many degrees of freedom as V has directions.
inline QuadraticForm quadratic_form(const Eigen::VectorXd& x, const Eigen::MatrixXd& covariance) {
  QuadraticForm form;
  if (x.size() == 0) return form;
  // In units of each entry's own spread, groups of very different sizes are told from no group at all.
  const Eigen::VectorXd spread = covariance.diagonal().cwiseMax(0).cwiseSqrt();
  const Eigen::VectorXd unit = spread.unaryExpr([](double s) { return s > 0 ? 1 / s : 0.0; });
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(
      Eigen::MatrixXd(unit.asDiagonal() * covariance * unit.asDiagonal()));
  const Eigen::VectorXd along = solver.eigenvectors().transpose() * (unit.asDiagonal() * x);
  const double least = 1e-10 * static_cast<double>(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double variance = solver.eigenvalues()[i];
    if (!(variance > least)) continue;
    form.statistic = (form.degrees_of_freedom == 0 ? 0 : form.statistic) + along[i] * along[i] / variance;
    ++form.degrees_of_freedom;
  }
  return form;
}

/// A rank test of the groups of a table.
inline QuadraticForm rank_form(const RankSums& sums, const std::vector<double>& scores) {
  const auto refuse = [](std::string value, std::string rule) {
    throw InvalidInput({.who = "log_rank",
                        .what = "scores",
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  };
  const Eigen::VectorXd excess = sums.observed - sums.expected;
  if (scores.empty()) return quadratic_form(excess, sums.covariance);
  if (static_cast<Eigen::Index>(scores.size()) != excess.size())
    refuse(fmt::format("{} numbers", scores.size()),
           fmt::format("are not one for each of {} groups", excess.size()));
  for (const double score : scores)
    if (!std::isfinite(score)) refuse(fmt::format("{}", score), "is not a finite number");
  const Eigen::Map<const Eigen::VectorXd> along(scores.data(), excess.size());
  const double variance = along.dot(sums.covariance * along);
  const double scale = along.cwiseAbs2().dot(sums.covariance.diagonal());
  if (!(variance > 1e-12 * scale)) return {};  // one score for all
  const double trend = along.dot(excess);
  return {trend * trend / variance, 1};
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline LogRank log_rank(const LifeTable& table, const LogRankOptions& options) {
  detail::require_no_groups("log_rank", options);
  const detail::RankScheme scheme = detail::checked_scheme("log_rank", table, options);
  const detail::RankGroups groups(table);
  std::vector<std::size_t> all(groups.labels.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const detail::RankSums sums = groups.sums(all, scheme);
  const detail::QuadraticForm form = detail::rank_form(sums, options.scores);
  LogRank test{};
  test.statistic = form.statistic;
  test.degrees_of_freedom = form.degrees_of_freedom;
  test.p_value = form.p_value();
  test.lives = groups.lives;
  test.left_out = groups.left_out;
  test.rank_weight = scheme.weight;
  test.rho = scheme.rho;
  test.gamma = scheme.gamma;
  detail::GroupColumn group(true);
  for (std::size_t g = 0; g < all.size(); ++g) {
    const auto i = static_cast<Eigen::Index>(g);
    group.add(groups.labels[g], 1);
    test.observed.push_back(sums.observed[i]);
    test.expected.push_back(sums.expected[i]);
    test.variance.push_back(sums.covariance(i, i));
  }
  test.group = group.take();
  return test;
}

inline LogRank log_rank(const Lifetimes& lives, const LogRankOptions& options) {
  LogRankOptions of_table = options;
  of_table.by = of_table.strata = {};
  return log_rank(LifeTable(lives, {.by = options.by, .strata = options.strata, .threads = options.threads}),
                  of_table);
}

}  // namespace fealty::survival
