// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace fealty::detail {

/// Uninitialized memory for n trivial values. Fresh pages are what a large array costs most, so it asks
/// for huge ones where the system has them.
template <class T>
std::shared_ptr<T[]> big_array(std::size_t n) {
  constexpr std::size_t huge_page = std::size_t{1} << 21;
  const std::size_t bytes = n * sizeof(T);
  const std::align_val_t align{bytes >= huge_page ? huge_page : std::size_t{64}};
  void* const memory = ::operator new(bytes, align);
#if defined(__linux__)
  if (bytes >= huge_page) static_cast<void>(::madvise(memory, bytes, MADV_HUGEPAGE));  // a wish, no need
#endif
  return {static_cast<T*>(memory), [align](T* p) { ::operator delete(p, align); }};
}

}  // namespace fealty::detail
