// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/cox_likelihood.hpp>
#include <fealty/survival/detail/cox_problem.hpp>
#include <fealty/survival/detail/risk_sets.hpp>
#include <fealty/survival/detail/row_matrix.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// The piece that each row is in.
inline std::vector<std::uint32_t> piece_of_rows(const CoxData& data) {
  std::vector<std::uint32_t> piece(data.rows);
  for (std::uint32_t i = 0; i < data.pieces.size(); ++i)
    std::fill(piece.begin() + data.pieces[i].begin, piece.begin() + data.pieces[i].end, i);
  return piece;
}

/// Calls f(life, row, piece) for the steps of each life, in the order of lives.
template <class F>
void for_each_step(const CoxData& data, F f) {
  const std::vector<std::uint32_t> piece = piece_of_rows(data);
  for (std::size_t life = 0; life < data.exit.size(); ++life) {
    f(life, data.exit[life], data.pieces[piece[data.exit[life]]]);
    if (data.entry.empty() || data.entry[life] == no_id) continue;
    f(life, data.entry[life], data.pieces[piece[data.entry[life]]]);
  }
}

/// How much each life that is used moves the score, times its weight: what robust errors are made of.
inline RowMatrix score_residuals(const CoxProblem& problem, const CoxLikelihood& likelihood) {
  const RiskSets& sets = likelihood.sets();
  const Hazards hazards = sets.hazards();
  const RowMatrix means = sets.passed_means(false), own_means = sets.passed_means(true);
  const auto later_means = sets.lingering() ? sets.later_means() : std::vector<Eigen::RowVectorXd>();
  const auto p = static_cast<Eigen::Index>(problem.x.columns());
  RowMatrix residuals = RowMatrix::Zero(static_cast<Eigen::Index>(problem.design.rows.size()), p);
  Eigen::RowVectorXd x(p);
  for_each_step(problem.data, [&](std::size_t which, std::uint32_t row, const Piece& piece) {
    const std::size_t upto = sets.upto()[piece.cell];
    const auto life = static_cast<Eigen::Index>(which);
    for (Eigen::Index j = 0; j < p; ++j) x[j] = problem.x(row, static_cast<std::size_t>(j));
    if (piece.step == Step::lingers)
      residuals.row(life) -= likelihood.risk(row) * (hazards.later[piece.cell] * x - later_means[piece.cell]);
    if (upto == 0) return;
    const auto event = static_cast<Eigen::Index>(upto - 1);
    const double risk = piece.step == Step::enters ? -likelihood.risk(row) : likelihood.risk(row);
    const bool ended = piece.step == Step::ends;
    const double passed = ended ? hazards.own[upto - 1] : hazards.all[upto - 1];
    residuals.row(life) -= risk * (passed * x - (ended ? own_means : means).row(event));
    if (ended) residuals.row(life) += problem.data.weight_of(row) * (x - sets.end_mean(upto - 1));
  });
  return residuals;
}

}  // namespace fealty::survival::detail
