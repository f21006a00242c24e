// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/rank_sums.hpp>
#include <fealty/survival/log_rank.hpp>

#include <Eigen/Eigenvalues>
#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
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
class RankTest {
 public:
  RankTest(const LifeTable& table, const LogRankOptions& options) : options_(options) {
    check(table);
    for (const auto& [key, cells] : table.groups()) {
      std::int64_t lives = 0;
      for (const auto& column : cells.outcomes)
        for (const std::int64_t count : column) lives += count;
      if (std::holds_alternative<std::monostate>(key.first)) {
        result_.left_out += lives;
        continue;
      }
      if (labels_.empty() || labels_.back() != key.first) {
        labels_.push_back(key.first);
        result_.lives.push_back(0);
      }
      result_.lives.back() += lives;
      auto& stratum = strata_[key.second];
      stratum.resize(labels_.size());
      stratum.back() = &cells;
    }
    run();
  }
  LogRank take() { return std::move(result_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::string value, std::string rule) {
    throw InvalidInput(
        {.who = "log_rank", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
  }
  void check(const LifeTable& table) const {
    if (table.by().empty()) refuse("by", "", "is missing; a comparison needs groups");
    for (const auto& [name, power] : {std::pair("rho", options_.rho), std::pair("gamma", options_.gamma)})
      if (!(power >= 0 && std::isfinite(power)))
        refuse(name, fmt::format("{}", power), "is not a number >= 0");
    if (options_.rank_weight != RankWeight::fleming_harrington && (options_.rho != 0 || options_.gamma != 0))
      refuse("rank_weight",
             std::string(enum_names(RankWeight{})[static_cast<std::size_t>(options_.rank_weight)]),
             "takes no rho and no gamma; fleming_harrington does");
    if (table.weight_kind() && *table.weight_kind() != WeightKind::cases)
      refuse("weight_kind",
             std::string(enum_names(WeightKind{})[static_cast<std::size_t>(*table.weight_kind())]),
             "has no rank test; a test counts lives");
  }

  void run() {
    RankSums sums(labels_.size());
    for (auto& [label, cells] : strata_) {
      cells.resize(labels_.size());
      RankWalk(cells, options_).add_to(sums);
    }
    const QuadraticForm form = this->form(sums);
    result_.statistic = form.statistic;
    result_.degrees_of_freedom = form.degrees_of_freedom;
    result_.p_value = form.p_value();
    result_.rank_weight = options_.rank_weight;
    result_.rho = options_.rho;
    result_.gamma = options_.gamma;
    GroupColumn group(true);
    for (std::size_t g = 0; g < labels_.size(); ++g) {
      const auto i = static_cast<Eigen::Index>(g);
      group.add(labels_[g], 1);
      result_.observed.push_back(sums.observed[i]);
      result_.expected.push_back(sums.expected[i]);
      result_.variance.push_back(sums.covariance(i, i));
    }
    result_.group = group.take();
  }
  QuadraticForm form(const RankSums& sums) const {
    const Eigen::VectorXd excess = sums.observed - sums.expected;
    if (options_.scores.empty()) return quadratic_form(excess, sums.covariance);
    if (options_.scores.size() != labels_.size())
      refuse("scores", fmt::format("{} numbers", options_.scores.size()),
             fmt::format("are not one for each of {} groups", labels_.size()));
    for (const double score : options_.scores)
      if (!std::isfinite(score)) refuse("scores", fmt::format("{}", score), "is not a finite number");
    const Eigen::Map<const Eigen::VectorXd> scores(options_.scores.data(), excess.size());
    const double variance = scores.dot(sums.covariance * scores);
    const double scale = scores.cwiseAbs2().dot(sums.covariance.diagonal());
    if (!(variance > 1e-12 * scale)) return {};
    const double trend = scores.dot(excess);
    return {trend * trend / variance, 1};
  }

  const LogRankOptions& options_;
  std::vector<Label> labels_;
  std::map<Label, std::vector<const LifeCells*>> strata_;
  LogRank result_{};
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline LogRank log_rank(const LifeTable& table, const LogRankOptions& options) {
  const auto refuse = [](const char* what, const std::vector<std::string>& names) {
    if (!names.empty())
      throw InvalidInput({.who = "log_rank",
                          .what = what,
                          .where = {},
                          .value = "\"" + names.front() + "\"",
                          .rule = "is an option for lives; a life table has its groups and strata already"});
  };
  refuse("by", options.by);
  refuse("strata", options.strata);
  return detail::RankTest(table, options).take();
}

inline LogRank log_rank(const Lifetimes& lives, const LogRankOptions& options) {
  const LifeTable table(lives, {.by = options.by, .strata = options.strata, .threads = options.threads});
  return detail::RankTest(table, options).take();
}

}  // namespace fealty::survival
