// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace fealty::survival::detail {

/// Eight numbers side by side, in as many registers as an instruction set needs: sums that are taken in lanes
/// have the same bits on all of them. Kernels keep these in local variables only.
using Lanes = double __attribute__((vector_size(64)));
using WholeLanes = std::int64_t __attribute__((vector_size(64)));
inline constexpr std::size_t lane_count = 8;

FEALTY_KERNEL inline void load(Lanes& to, const double* from) { std::memcpy(&to, from, sizeof to); }
FEALTY_KERNEL inline void store(double* to, const Lanes& from) { std::memcpy(to, &from, sizeof from); }

FEALTY_KERNEL inline double sum_of(const Lanes& lanes) {
  return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

/// e^x of numbers of at most 700, to the last bit or two; 0 below -700.
FEALTY_KERNEL inline void exponentiate(Lanes& x) {
  FEALTY_NO_CONTRACTION
  // e^x = 2^k e^r with |r| <= log(2) / 2, by Taylor's series; adding `shift` rounds to a whole number, whose
  // low bits then are k.
  constexpr double shift = 0x1.8p52, log2_high = 0x1.62e42fefa0000p-1, log2_low = 0x1.cf79abc9e3b3ap-40;
  const Lanes rounded = x * 1.4426950408889634 + shift;
  const Lanes k = rounded - shift;
  const Lanes r = (x - k * log2_high) - k * log2_low;
  Lanes power = r * (1 / 6227020800.0) + 1 / 479001600.0;
  constexpr double terms[] = {1 / 39916800.0, 1 / 3628800.0, 1 / 362880.0, 1 / 40320.0, 1 / 5040.0, 1 / 720.0,
                              1 / 120.0,      1 / 24.0,      1 / 6.0,      1 / 2.0,     1.0,        1.0};
  for (const double term : terms) power = power * r + term;
  WholeLanes bits, exponent;
  std::memcpy(&exponent, &rounded, sizeof exponent);
  std::memcpy(&bits, &power, sizeof bits);
  bits += exponent << 52;
  bits &= x >= -700.0;
  std::memcpy(&x, &bits, sizeof x);
}

}  // namespace fealty::survival::detail
