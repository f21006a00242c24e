// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>

#include <cstddef>
#include <limits>

namespace fealty::detail {

/// A kernel: the least and the greatest of some numbers; the wrong way round when there are none.
template <class T>
struct MinMax {
  const T* values;
  std::size_t count;
  T low = std::numeric_limits<T>::max(), high = std::numeric_limits<T>::min();

  FEALTY_KERNEL void run() {
    T least = low, most = high;
    for (std::size_t i = 0; i < count; ++i) {
      least = values[i] < least ? values[i] : least;
      most = values[i] > most ? values[i] : most;
    }
    low = least;
    high = most;
  }
};

}  // namespace fealty::detail
