// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_influence.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// How much each life moves the score through the chances to be watched, which are estimated: that it was
/// last seen, or entered, or could have.
///
/// \see Fine & Gray (1999), JASA 94:496-509, sec. 3.2; Geskus (2011), Biometrics 67:39-49
class CensoringInfluence {
 public:
  CensoringInfluence(const CoxProblem& problem, const CoxLikelihood& likelihood)
      : data_(problem.data), p_(static_cast<Eigen::Index>(problem.x.columns())),
        residuals_(RowMatrix::Zero(static_cast<Eigen::Index>(problem.design.rows.size()), p_)),
        moved_(RowMatrix::Zero(cells(), p_)), censored_(RowMatrix::Zero(cells() + 1, p_)),
        entered_(censored_) {
    sum_up(problem, likelihood);
    for (std::size_t s = 0; s < data_.strata(); ++s)
      stratum_.insert(stratum_.end(), data_.first[s + 1] - data_.first[s], data_.first[s]);
    std::vector<std::uint32_t> from(problem.design.rows.size(), no_id);  // the cell in which each entered
    for_each_step(data_, [&](std::size_t life, std::uint32_t, const Piece& piece) {
      if (piece.step == Step::enters) from[life] = piece.cell;
    });
    for_each_step(data_, [&](std::size_t life, std::uint32_t row, const Piece& piece) {
      if (piece.step != Step::enters) put(life, data_.weight_of(row), from[life], piece);
    });
  }
  RowMatrix take() { return std::move(residuals_); }

 private:
  Eigen::Index cells() const { return static_cast<Eigen::Index>(data_.cells()); }

  /// How much a relative change of the chance at each cell moves the score, and what a life passes of it
  /// while it is at risk to be last seen, or to enter.
  void sum_up(const CoxProblem& problem, const CoxLikelihood& likelihood) {
    const Watching& watching = data_.watching;
    const std::vector<double> hazards = likelihood.sets().hazards().later;
    const std::vector<Eigen::RowVectorXd> means = likelihood.sets().later_means();
    for (std::size_t s = 0; s < data_.strata(); ++s) {
      double risk = 0;
      Eigen::RowVectorXd risk_x = Eigen::RowVectorXd::Zero(p_), x(p_);
      for (std::uint32_t cell = data_.first[s]; cell < data_.first[s + 1]; ++cell) {
        const double chance = watching.chance[cell];
        for (std::size_t i = data_.pieces_of[cell]; i < data_.pieces_of[cell + 1]; ++i) {
          const Piece& piece = data_.pieces[i];
          if (piece.step != Step::lingers) continue;
          for (std::uint32_t row = piece.begin; row < piece.end; ++row) {
            for (Eigen::Index j = 0; j < p_; ++j) x[j] = problem.x(row, static_cast<std::size_t>(j));
            risk += likelihood.risk(row) / chance;
            risk_x += likelihood.risk(row) / chance * x;
          }
        }
        const auto at = static_cast<Eigen::Index>(cell);
        moved_.row(at) = chance * (hazards[cell] * risk_x - risk * means[cell]);
        const auto share = [](double part, double all) { return part > 0 ? part / all / all : 0; };
        censored_.row(at + 1) =
            censored_.row(at) + share(watching.censored[cell], watching.at_risk[cell]) * moved_.row(at);
        entered_.row(at + 1) =
            entered_.row(at) + share(watching.entered[cell], watching.stayed[cell]) * moved_.row(at);
      }
    }
  }
  /// \param from  the cell in which it entered; no_id for the beginning
  void put(std::size_t life, double weight, std::uint32_t from, const Piece& last) {
    const Watching& watching = data_.watching;
    const auto exit = static_cast<Eigen::Index>(last.cell);
    const auto begin = static_cast<Eigen::Index>(stratum_[last.cell]);
    const bool late = from != no_id, seen = last.step == Step::leaves;
    const auto entry = late ? static_cast<Eigen::Index>(from) : begin;
    Eigen::RowVectorXd sum = entered_.row(exit) - entered_.row(entry);
    sum -= censored_.row(seen ? exit + 1 : exit) - censored_.row(late ? entry + 1 : begin);
    if (seen) sum += moved_.row(exit) / watching.at_risk[last.cell];
    if (late) sum -= moved_.row(entry) / watching.stayed[from];
    residuals_.row(static_cast<Eigen::Index>(life)) = weight * sum;
  }

  const CoxData& data_;
  Eigen::Index p_;
  RowMatrix residuals_;
  RowMatrix moved_;                     // of each cell
  RowMatrix censored_, entered_;        // summed up before each cell
  std::vector<std::uint32_t> stratum_;  // the first cell of that of each cell
};

}  // namespace fealty::survival::detail
