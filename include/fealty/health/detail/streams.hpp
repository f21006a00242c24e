// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Stores that pass by the caches. What is too large for them would be read before it is overwritten, and
// would drive out what is needed again.
namespace fealty::health::detail {

inline constexpr std::size_t large_output = std::size_t{1}
                                            << 23;  // bytes that caches near a core do not hold

/// Copies a block.
///
/// \param to        on a multiple of 16 bytes
/// \param streamed  whether it passes by the caches
template <class T>
void put_block(const T* from, std::size_t n, T* to, bool streamed) {
  std::size_t done = 0;
#if defined(__SSE2__)
  constexpr std::size_t at_once = sizeof(__m128i) / sizeof(T);
  for (; streamed && done + at_once <= n; done += at_once) {
    __m128i piece;
    std::memcpy(&piece, from + done, sizeof piece);
    _mm_stream_si128(reinterpret_cast<__m128i*>(to + done), piece);
  }
#endif
  static_cast<void>(streamed);
  std::memcpy(to + done, from + done, (n - done) * sizeof(T));
}

/// Waits until what passes by the caches can be seen by all.
inline void end_streams() {
#if defined(__SSE2__)
  _mm_sfence();
#endif
}

}  // namespace fealty::health::detail
