// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/survival/detail/cox_data.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// The weight of a cell's steps of one kind.
inline fealty::detail::DoubleSum step_weight(const CoxData& data, std::uint32_t cell, Step step) {
  fealty::detail::DoubleSum sum;
  for (std::size_t i = data.pieces_of[cell]; i < data.pieces_of[cell + 1]; ++i)
    if (data.pieces[i].step == step)
      for (std::size_t row = data.pieces[i].begin; row < data.pieces[i].end; ++row)
        sum.add(data.weight_of(row));
  return sum;
}

/// 1 - part / all; nothing where only rounding is left.
inline double share_left(double part, double all) {
  const double left = all - part;
  return part > 0 ? (left > 1e-12 * all ? left / all : 0) : 1;
}

/// The chance to be watched at each age: not to have been last seen, as a product over ages before it, times
/// that to have entered, as a product over those from it on. Each is of its stratum.
///
/// \see Geskus (2011), Biometrics 67:39-49
inline Watching watching(const CoxData& data) {
  Watching found;
  for (auto* each : {&found.chance, &found.censored, &found.at_risk, &found.entered, &found.stayed})
    each->resize(data.cells());
  for (std::size_t s = 0; s < data.strata(); ++s) {
    const std::uint32_t begin = data.first[s], end = data.first[s + 1];
    fealty::detail::DoubleSum left;  // at risk after a cell
    double entered = 1;
    for (std::uint32_t cell = end; cell-- > begin;) {
      const fealty::detail::DoubleSum late = step_weight(data, cell, Step::enters);
      const fealty::detail::DoubleSum seen = step_weight(data, cell, Step::leaves);
      found.stayed[cell] = left.value();
      found.entered[cell] = late.value();
      entered *= share_left(late.value(), left.value());
      found.chance[cell] = entered;
      left.subtract(late);
      left.add(seen);
      found.censored[cell] = seen.value();
      found.at_risk[cell] = left.value();
      left.add(step_weight(data, cell, Step::ends));
      left.add(step_weight(data, cell, Step::lingers));
    }
    double watched = 1;
    for (std::uint32_t cell = begin; cell < end; ++cell) {
      found.chance[cell] *= watched;
      watched *= share_left(found.censored[cell], found.at_risk[cell]);
    }
  }
  return found;
}

}  // namespace fealty::survival::detail
