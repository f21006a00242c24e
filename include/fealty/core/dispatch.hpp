// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

/// Put on a kernel's run() and on all that it calls: it must end up inside the function that carries the
/// instruction set.
#define FEALTY_KERNEL __attribute__((always_inline))

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
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl"))
      return SimdLevel::avx512;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? SimdLevel::avx2 : SimdLevel::baseline;
  }();
  return best;
#else
  return SimdLevel::baseline;
#endif
}

/// `Bytes` of `T` side by side.
template <class T, int Bytes>
struct Simd {
  typedef T type __attribute__((vector_size(Bytes)));
  static constexpr std::size_t lanes = static_cast<std::size_t>(Bytes) / sizeof(T);
};

namespace detail {
// A kernel is one piece of source, written with vector types that every instruction set can carry out;
// it is inlined into each of these functions and compiled for their instruction set.
template <class Kernel>
inline void run_baseline(Kernel& kernel) {
  kernel.template run<16>();
}
#if defined(__x86_64__)
template <class Kernel>
__attribute__((target("avx2,popcnt"))) inline void run_avx2(Kernel& kernel) {
  kernel.template run<32>();
}
template <class Kernel>
__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,popcnt"))) inline void run_avx512(Kernel& kernel) {
  kernel.template run<64>();
}
#endif
}  // namespace detail

/// Runs a kernel, compiled for a level. All levels give the same bits.
///
/// \param kernel  has `template <int Bytes> void run()`, marked FEALTY_KERNEL; `Bytes` is the width of
///                the level's registers, for what does not depend on the order of its sums
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

}  // namespace fealty
