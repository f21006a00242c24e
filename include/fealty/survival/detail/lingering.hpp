// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_data.hpp>
#include <fealty/survival/detail/cox_sums.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

// Lives that end by another cause linger in later risk sets: at each age as far as they would still be
// watched, relative to when they ended.

/// Adds lives that linger to later risk sets.
///
/// \param first   event of each stratum, and the end of the last
/// \param cell_of each event
/// \param all     sum of risks at each event
/// \param all_x   of risk x covariates
inline void add_lingering(const CoxData& data, const std::vector<std::size_t>& first,
                          const std::vector<std::uint32_t>& cell_of, const std::vector<PieceSums>& pieces,
                          const std::vector<double>& sums, std::vector<double>& all, RowMatrix& all_x) {
  const std::vector<double>& chance = data.watching.chance;
  const Eigen::Index p = all_x.cols();
  for (std::size_t s = 0; s < data.strata(); ++s) {
    double risk = 0;
    Eigen::RowVectorXd risk_x = Eigen::RowVectorXd::Zero(p);
    std::size_t event = first[s];
    for (std::uint32_t cell = data.first[s]; cell < data.first[s + 1]; ++cell) {
      if (event < first[s + 1] && cell_of[event] == cell) {
        all[event] += chance[cell] * risk;
        all_x.row(static_cast<Eigen::Index>(event++)) += chance[cell] * risk_x;
      }
      for (std::size_t i = data.pieces_of[cell]; i < data.pieces_of[cell + 1]; ++i) {
        if (data.pieces[i].step != Step::lingers) continue;
        const double* const x = sums.data() + i * static_cast<std::size_t>(p);
        risk += pieces[i].risk / chance[cell];
        risk_x += Eigen::Map<const Eigen::RowVectorXd>(x, p) / chance[cell];
      }
    }
  }
}

/// Of each cell, what a life that lingers from it on meets at later events of its stratum.
///
/// \param of_event  what an event comes to
template <class T, class F>
std::vector<T> later_sums(const CoxData& data, const std::vector<std::size_t>& first,
                          const std::vector<std::uint32_t>& cell_of, const T& zero, F of_event) {
  const std::vector<double>& chance = data.watching.chance;
  std::vector<T> sums(data.cells(), zero);
  for (std::size_t s = 0; s < data.strata(); ++s) {
    T after = zero;
    std::size_t event = first[s + 1];
    for (std::uint32_t cell = data.first[s + 1]; cell-- > data.first[s];) {
      if (chance[cell] > 0) sums[cell] = after / chance[cell];
      if (event > first[s] && cell_of[event - 1] == cell) after += chance[cell] * of_event(--event);
    }
  }
  return sums;
}

}  // namespace fealty::survival::detail
