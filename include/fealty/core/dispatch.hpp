// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

/// Put on a kernel's run() and on all that it calls: it must end up inside the function that carries the
/// instruction set.
#define FEALTY_KERNEL __attribute__((always_inline))

/// First line of a floating kernel's run(), and of what it calls: fused multiply-adds round otherwise
/// than separate ones, and only some levels have them. (g++ is told below, for all kernels.)
#if defined(__clang__)
#define FEALTY_NO_CONTRACTION _Pragma("STDC FP_CONTRACT OFF")
#else
#define FEALTY_NO_CONTRACTION
#endif

namespace fealty {

/// Instruction sets that the hot loops are compiled for.
enum class SimdLevel {
  baseline,  ///< what the compiler was told, x86-64 or any other
  avx2,
  avx512
};
constexpr auto enum_names(SimdLevel) { return std::array<std::string_view, 3>{"baseline", "avx2", "avx512"}; }

/// The best level of this processor.
inline SimdLevel best_simd_level() {
#if defined(__x86_64__)
  static const SimdLevel best = [] {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
      return SimdLevel::avx512;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? SimdLevel::avx2
                                                                              : SimdLevel::baseline;
  }();
  return best;
#else
  return SimdLevel::baseline;
#endif
}

namespace detail {
// A kernel is one piece of source, plain loops over restrict pointers. It is inlined into each of these
// functions and vectorized for their instruction set, whatever the caller's optimization level; g++
// vectorizes reductions from -O3 on only, and clang from -O2.
#if defined(__clang__)
#define FEALTY_VECTORIZED
#else
#define FEALTY_VECTORIZED optimize("O3", "fp-contract=off"),
#endif
template <class Kernel>
__attribute__((FEALTY_VECTORIZED noinline)) void run_baseline(Kernel& kernel) {
  kernel.run();
}
#if defined(__x86_64__)
template <class Kernel>
__attribute__((FEALTY_VECTORIZED noinline, target("avx2,popcnt"))) void run_avx2(Kernel& kernel) {
  kernel.run();
}
template <class Kernel>
__attribute__((FEALTY_VECTORIZED noinline, target("avx512f,avx512bw,avx512dq,avx512vl,popcnt"))) void
run_avx512(Kernel& kernel) {
  kernel.run();
}
#endif
#undef FEALTY_VECTORIZED
}  // namespace detail

/// Runs a kernel, compiled for a level. All levels give the same bits.
///
/// \param kernel  has `void run()`, marked FEALTY_KERNEL
/// \param level   at most best_simd_level(), which it is by default
template <class Kernel>
void dispatch(Kernel& kernel, SimdLevel level = best_simd_level()) {
#if defined(__x86_64__)
  if (level == SimdLevel::avx512) return detail::run_avx512(kernel);
  if (level == SimdLevel::avx2) return detail::run_avx2(kernel);
#endif
  static_cast<void>(level);
  detail::run_baseline(kernel);
}

/// The same for a kernel that is written in vectors, whose width suits the level.
///
/// \param make  tells the kernel of a number of doubles, a std::integral_constant: 2, 4 or 8
template <class Make>
void dispatch_lanes(const Make& make, SimdLevel level = best_simd_level()) {
#if defined(__x86_64__)
  if (level == SimdLevel::avx512) {
    auto kernel = make(std::integral_constant<std::size_t, 8>());
    return detail::run_avx512(kernel);
  }
  if (level == SimdLevel::avx2) {
    auto kernel = make(std::integral_constant<std::size_t, 4>());
    return detail::run_avx2(kernel);
  }
#endif
  static_cast<void>(level);
  auto kernel = make(std::integral_constant<std::size_t, 2>());
  detail::run_baseline(kernel);
}

}  // namespace fealty
