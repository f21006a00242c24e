// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/survival/detail/lanes.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace fealty::survival::detail {

/// A kernel: lives that end in one cell, one after the other as Efron has it. Of the risk set's sum 1 - a x
/// `share` is left when the share a of those that end, of which it is the sum, is gone.
struct EfronTies {
  double share;
  std::int64_t count;
  double log_sum = 0;            // of what is left, over those that end
  double first[2] = {0, 0};      // sums of 1 and a over what is left
  double second[3] = {0, 0, 0};  // of 1, a and a^2 over its square

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    Lanes f0{}, f1{}, s0{}, s1{}, s2{}, place, product = Lanes{} + 1;
    const double step = 1 / static_cast<double>(count);
    for (std::size_t l = 0; l < lane_count; ++l) place[l] = static_cast<double>(l);
    const std::int64_t whole = count / 8 * 8;
    for (std::int64_t l = 0; l < count; l += 8) {
      // In the last lanes, those after the last life count nothing.
      Lanes one = Lanes{} + 1;
      if (l == whole)
        for (std::int64_t i = count - whole; i < 8; ++i) one[i] = 0;
      const Lanes a = one * place * step, left = 1 - a * share, inverse = one / left;
      product *= left;
      f0 += inverse, f1 += inverse * a;
      const Lanes square = inverse * inverse;
      s0 += square, s1 += square * a, s2 += square * a * a;
      place += 8.0;
      // What is left is at least step of all: eight products do not vanish.
      if (l % 64 == 56 || l + 8 >= count) {
        double logs = 0;
        for (std::size_t i = 0; i < lane_count; ++i) logs += std::log(product[i]);
        log_sum += logs;
        product = Lanes{} + 1;
      }
    }
    first[0] = sum_of(f0), first[1] = sum_of(f1);
    second[0] = sum_of(s0), second[1] = sum_of(s1), second[2] = sum_of(s2);
  }
};

/// What lives that end in one cell come to. Sums over the risk set are told as shares of its sum of risks.
struct TiedEnds {
  double log_denominators;  // sum
  double hazard;            // baseline increment, for those that stay
  double own_hazard;        // the same for those that end
  double means[2];          // the hazard times the mean of the risk set: of all, less of the ended
  double own_means[2];      // the same for those that end
  double end_mean[2];       // the mean of the risk sets in which they end, likewise
  double squares[3];  // sums of squared means: of all all', less all ended' and its transpose, ended ended'

  /// \param weight  mean of those that end, `count` of them
  /// \param all, ended  sums of risks at the beginning, and of those that end
  TiedEnds(double weight, std::int64_t count, double all, double ended, bool efron) {
    const auto d = static_cast<double>(count);
    EfronTies ties{ended / all, count};
    if (efron && count > 1) dispatch(ties);
    else ties.first[0] = ties.second[0] = d;  // all are in each other's risk set
    const double(&first)[2] = ties.first;
    const double(&second)[3] = ties.second;
    log_denominators = weight * (ties.log_sum + d * std::log(all));
    hazard = weight * first[0] / all;
    own_hazard = weight * (first[0] - first[1]) / all;
    for (int k = 0; k < 2; ++k) {
      means[k] = weight * second[k] / all;
      own_means[k] = weight * (second[k] - second[k + 1]) / all;
      end_mean[k] = first[k] / d;
    }
    for (int k = 0; k < 3; ++k) squares[k] = weight * second[k];
  }
};

}  // namespace fealty::survival::detail
