// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/censoring_influence.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_influence.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_newton.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/cox_report.hpp>
#include <fealty/survival/detail/incidence_baseline.hpp>
#include <fealty/survival/fine_gray.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Fits a model of one cause.
class FineGrayFit {
 public:
  FineGrayFit(const Lifetimes& lives, const FineGrayOptions& options)
      : lives_(lives.data()), options_(options), z_(band_width("fine_gray", options.confidence)),
        threads_(thread_count("fine_gray", options.threads)) {
    check();
    const std::uint8_t cause = cause_code();
    refuse_stretches();
    const CoxProblem problem("fine_gray", lives_, options.covariates, options.strata, "", threads_, cause);
    require_watched(problem);
    CoxLikelihood likelihood(problem.data, problem.x, options.ties == CoxTies::efron, threads_);
    const CoxNewton newton(likelihood, problem, options.tolerance, options.max_iterations);
    count(problem, cause);
    report(problem, likelihood, newton);
  }
  FineGrayModel take() { return std::move(model_); }

 private:
  [[noreturn]] static void refuse(const char* what, std::optional<std::size_t> row, std::string value,
                                  std::string rule) {
    throw InvalidInput({.who = "fine_gray",
                        .what = what,
                        .where = row ? std::optional(static_cast<std::int64_t>(*row)) : std::nullopt,
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void check() const {
    if (options_.covariates.empty()) refuse("covariates", {}, "0 names", "were given; a model needs one");
    if (!(options_.tolerance > 0 && options_.tolerance < 1))
      refuse("tolerance", {}, fmt::format("{}", options_.tolerance), "is not in (0, 1)");
    if (options_.max_iterations < 1)
      refuse("max_iterations", {}, fmt::format("{}", options_.max_iterations), "is less than 1");
    if (options_.ties == CoxTies::exact)
      refuse("ties", {}, "exact", "is for lives without weights; those of other causes have them");
  }
  /// How `ended` tells the cause.
  std::uint8_t cause_code() const {
    const auto at = std::find(lives_.causes.begin(), lives_.causes.end(), options_.cause);
    if (at != lives_.causes.end() && !options_.cause.empty())
      return static_cast<std::uint8_t>(at - lives_.causes.begin() + 1);
    const bool any = !lives_.causes.empty() && !lives_.causes.front().empty();
    refuse("cause", {}, "\"" + options_.cause + "\"",
           "is no cause of the lives; there are " +
               (any ? fmt::format("{}", fmt::join(lives_.causes, ", ")) : std::string("none")));
  }
  /// A life that is told in stretches would be last seen at the end of each, and enter again.
  void refuse_stretches() const {
    if (!lives_.account.present() || !lives_.entry.present()) return;
    std::vector<std::tuple<std::uint32_t, std::int32_t, bool, std::size_t>> ends;
    for (std::size_t row = 0; row < lives_.rows; ++row) {
      const std::uint32_t account = lives_.account.codes()[row];
      if (account == no_id) continue;
      if (lives_.ended[row] == 0) ends.emplace_back(account, lives_.exit[row], false, row);
      if (lives_.entry[row] >= 0) ends.emplace_back(account, lives_.entry[row], true, row);
    }
    std::sort(ends.begin(), ends.end());
    for (std::size_t i = 1; i < ends.size(); ++i) {
      const auto& [account, age, enters, row] = ends[i];
      const auto& [other, left, also, before] = ends[i - 1];
      if (account == other && age == left && enters && !also)
        refuse(
            "entry", row, fmt::format("{}", lives_.age(static_cast<std::size_t>(age))),
            fmt::format("goes on where row {} of its account leaves off; each row has to be a life", before));
    }
  }
  void require_watched(const CoxProblem& problem) const {
    for (const Piece& piece : problem.data.pieces)
      if (piece.step == Step::lingers && !(problem.data.watching.chance[piece.cell] > 0))
        refuse("entry", {}, "",
               fmt::format("leaves nobody at risk for a while after age {}, at which one ended by another "
                           "cause: how many had entered is not known",
                           problem.data.age[piece.cell]));
  }
  void count(const CoxProblem& problem, std::uint8_t cause) {
    model_.lives = static_cast<std::int64_t>(problem.design.rows.size());
    model_.left_out = static_cast<std::int64_t>(lives_.rows) - model_.lives;
    model_.ended = problem.ended;
    for (const std::uint32_t row : problem.design.rows)
      model_.competing += lives_.ended[row] != 0 && lives_.ended[row] != cause ? 1 : 0;
    model_.cause = options_.cause;
    model_.ties = options_.ties;
    model_.chances = options_.chances;
    model_.confidence = options_.confidence;
  }
  /// Cases are lives that each move the coefficients, and the hazards, by as much.
  std::vector<double> factors(const CoxProblem& problem) const {
    std::vector<double> factor(problem.design.rows.size(), 1);
    if (lives_.weight_kind != WeightKind::cases || !options_.cluster.empty()) return factor;
    for (std::size_t i = 0; i < factor.size(); ++i)
      factor[i] = 1 / std::sqrt(lives_.weight[problem.design.rows[i]]);
    return factor;
  }
  void report(const CoxProblem& problem, const CoxLikelihood& likelihood, const CoxNewton& newton) {
    const bool estimated = options_.chances == WatchingChance::estimated;
    RowMatrix residuals = score_residuals(problem, likelihood);
    if (estimated) residuals += CensoringInfluence(problem, likelihood).take();
    const std::vector<double> factor = factors(problem);
    for (std::size_t i = 0; i < factor.size(); ++i) residuals.row(static_cast<Eigen::Index>(i)) *= factor[i];
    const ClusterMoves moves(problem, newton, residuals, lives_, options_.cluster);
    const Eigen::MatrixXd covariance = moves.covariance();
    const CoxReport<FineGrayModel> report(model_, problem, newton, covariance, z_);
    const auto baseline = report.baseline<IncidenceBaseline>(likelihood);
    baseline->strata = options_.strata;
    HazardInfluence influence(problem, likelihood, moves.cluster, moves.moved, factor, estimated);
    baseline->squares = std::move(influence.squares);
    baseline->with_beta = RowMatrix::Zero(influence.with_beta.rows(), newton.beta.size());
    for (std::size_t i = 0; i < newton.active.size(); ++i)
      baseline->with_beta.col(newton.active[i]) = influence.with_beta.col(static_cast<Eigen::Index>(i));
    model_.baseline = baseline;
  }

  const LifetimeData& lives_;
  const FineGrayOptions& options_;
  double z_;
  std::size_t threads_;
  FineGrayModel model_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline FineGrayModel fine_gray(const Lifetimes& lives, const FineGrayOptions& options) {
  return detail::FineGrayFit(lives, options).take();
}

}  // namespace fealty::survival
