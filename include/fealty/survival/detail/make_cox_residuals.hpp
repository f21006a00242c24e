// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/survival/cox_residuals.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/cox_influence.hpp>
#include <fealty/survival/detail/cox_refit.hpp>
#include <fealty/survival/detail/risk_sets.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Tells residuals of one kind.
class CoxResidualTeller {
 public:
  CoxResidualTeller(const Lifetimes& lives, const CoxModel& model, const CoxResidualOptions& options)
      : lives_(lives.data()), model_(model), fit_("cox_residuals", lives, model, options.threads) {
    found_.kind = options.kind;
    switch (options.kind) {
      case CoxResidualKind::martingale:
      case CoxResidualKind::deviance:
        tell_lives(options.kind == CoxResidualKind::deviance);
        break;
      case CoxResidualKind::schoenfeld:
      case CoxResidualKind::scaled_schoenfeld:
        tell_ends(options.kind == CoxResidualKind::scaled_schoenfeld);
        break;
      case CoxResidualKind::score:
      case CoxResidualKind::dfbeta:
      case CoxResidualKind::dfbetas:
        tell_influence(options.kind);
        break;
    }
  }
  CoxResiduals take() {
    if (codes_.empty()) return std::move(found_);
    Ids ids;
    for (const std::string& name : model_.covariate) ids.encode(std::string_view(name));
    found_.covariate = {std::move(codes_), std::make_shared<const Ids>(std::move(ids))};
    return std::move(found_);
  }

 private:
  const CoxData& data() const { return fit_.problem.data; }
  double weight(std::size_t place) const { return data().weight_of(data().exit[place]); }
  std::uint32_t life(std::size_t place) const { return fit_.problem.design.rows[place]; }

  void put(std::uint32_t row, double residual) {
    found_.row.push_back(row);
    found_.time.push_back(lives_.age(static_cast<std::size_t>(lives_.exit[row])));
    found_.residual.push_back(residual);
  }
  /// A number for each covariate, NaN for those without a coefficient.
  void put(std::uint32_t row, const Eigen::RowVectorXd& residuals) {
    for (std::size_t j = 0; j < model_.coef.size(); ++j) {
      put(row, std::isnan(model_.coef[j]) ? nan : residuals[static_cast<Eigen::Index>(j)]);
      codes_.push_back(static_cast<std::uint32_t>(j));
    }
  }

  void tell_lives(bool deviance) {
    const Hazards hazards = fit_.likelihood.sets().hazards();
    std::vector<double> passed(data().exit.size()), ended(passed.size());
    for_each_step(data(), [&](std::size_t place, std::uint32_t row, const Piece& piece) {
      passed[place] += fit_.likelihood.risk(row) / data().weight_of(row) * hazards.of(piece);
      ended[place] += piece.step == Step::ends ? 1 : 0;
    });
    for (std::size_t place = 0; place < passed.size(); ++place) {
      const double martingale = ended[place] - passed[place];
      if (!deviance) {
        put(life(place), martingale);
        continue;
      }
      const double square = -2 * (martingale + (ended[place] > 0 ? std::log(passed[place]) : 0));
      put(life(place), std::copysign(std::sqrt(std::max(0.0, square)), martingale));
    }
  }
  /// In units of the covariates, not of the design.
  Eigen::RowVectorXd units(bool of_coefficients) const {
    const Eigen::RowVectorXd scale = fit_.problem.design.scale.transpose();
    if (!of_coefficients) return scale;
    return (scale.array() == 0).select(Eigen::RowVectorXd::Zero(scale.size()), scale.cwiseInverse());
  }
  void tell_influence(CoxResidualKind kind) {
    RowMatrix residuals = score_residuals(fit_.problem, fit_.likelihood);
    const bool score = kind == CoxResidualKind::score;
    if (!score) residuals = RowMatrix(residuals * naive_covariance());
    for (std::size_t place = 0; place < data().exit.size(); ++place) {
      Eigen::RowVectorXd row = residuals.row(static_cast<Eigen::Index>(place));
      row = row.cwiseProduct(units(!score));
      if (score) row /= weight(place);
      if (kind == CoxResidualKind::dfbetas)
        for (std::size_t j = 0; j < model_.coef.size(); ++j)
          row[static_cast<Eigen::Index>(j)] /= model_.naive_std_error[j];
      put(life(place), row);
    }
  }
  /// Inverse curvature of the columns that have a coefficient, in the units of the design.
  Eigen::MatrixXd naive_covariance() const {
    const Eigen::Index p = fit_.problem.design.scale.size();
    const auto n = static_cast<Eigen::Index>(fit_.active.size());
    Eigen::MatrixXd all = Eigen::MatrixXd::Zero(p, p);
    if (n == 0) return all;
    const Eigen::MatrixXd curvature = fit_.curvature(fit_.active, fit_.active);
    const Eigen::MatrixXd inverse = curvature.ldlt().solve(Eigen::MatrixXd::Identity(n, n));
    all(fit_.active, fit_.active) = inverse;
    return all;
  }
  void tell_ends(bool scaled) {
    const RiskSets& sets = fit_.likelihood.sets();
    std::vector<std::uint32_t> life_of(data().rows);
    for (std::size_t place = 0; place < data().exit.size(); ++place)
      life_of[data().exit[place]] = life(place);
    const Eigen::MatrixXd covariance = units(true).asDiagonal() * naive_covariance() *
                                       units(true).asDiagonal() * static_cast<double>(model_.ended);
    Eigen::RowVectorXd x(fit_.problem.design.scale.size());
    for (std::size_t event = 0; event < sets.events(); ++event)
      for_each_end(sets.cell(event), [&](std::uint32_t row) {
        for (Eigen::Index j = 0; j < x.size(); ++j) x[j] = fit_.problem.x(row, static_cast<std::size_t>(j));
        Eigen::RowVectorXd residual = (x - sets.end_mean(event)).cwiseProduct(units(false));
        if (scaled) {
          residual = Eigen::RowVectorXd(residual * covariance);
          for (std::size_t j = 0; j < model_.coef.size(); ++j)
            residual[static_cast<Eigen::Index>(j)] += model_.coef[j];
        }
        put(life_of[row], residual);
      });
  }
  template <class F>
  void for_each_end(std::uint32_t cell, F f) const {
    for (std::size_t i = data().pieces_of[cell]; i < data().pieces_of[cell + 1]; ++i)
      if (data().pieces[i].step == Step::ends)
        for (std::uint32_t row = data().pieces[i].begin; row < data().pieces[i].end; ++row) f(row);
  }
  const LifetimeData& lives_;
  const CoxModel& model_;
  CoxRefit fit_;
  std::vector<std::uint32_t> codes_;
  CoxResiduals found_;
};

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline CoxResiduals cox_residuals(const Lifetimes& lives, const CoxModel& model,
                                  const CoxResidualOptions& options) {
  return detail::CoxResidualTeller(lives, model, options).take();
}

}  // namespace fealty::survival
