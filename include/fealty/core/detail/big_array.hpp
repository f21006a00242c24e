// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace fealty::detail {

/// Memory of a few large arrays that are no longer used. Fresh pages are what a large array costs most, and
/// who makes one ledger often makes another. Where the system runs short it takes the pages back. Nobody
/// waits for it: after a fork, its lock may stay taken.
class BigArrayCache {
 public:
  static constexpr std::align_val_t align{std::size_t{1} << 21};  // that of a huge page
  static constexpr std::size_t most_kept = std::size_t{1} << 27;  // bytes of all

  /// Lives as long as the process: arrays may outlive every static object.
  static BigArrayCache& instance() {
    static BigArrayCache* const cache = new BigArrayCache;
    return *cache;
  }
  /// \param bytes  in: how many are needed; out: how many there are
  void* take(std::size_t& bytes) {
    if (const std::unique_lock lock(mutex_, std::try_to_lock); lock) {
      Piece* best = nullptr;  // the least that is enough
      for (Piece& piece : pieces_)
        if (piece.bytes >= bytes && piece.bytes <= 2 * bytes && (!best || piece.bytes < best->bytes))
          best = &piece;
      if (best != nullptr) {
        bytes = best->bytes;
        return std::exchange(*best, Piece{}).memory;
      }
      drop_smaller(bytes);
    }
    void* const memory = ::operator new(bytes, align);
#if defined(__linux__)
    static_cast<void>(::madvise(memory, bytes, MADV_HUGEPAGE));  // a wish, no need
#endif
    return memory;
  }
  void give(void* memory, std::size_t bytes) {
    if (const std::unique_lock lock(mutex_, std::try_to_lock); lock) {
      std::size_t kept = bytes;
      for (const Piece& piece : pieces_) kept += piece.bytes;
      for (Piece& piece : pieces_)
        if (piece.memory == nullptr && kept <= most_kept) {
#if defined(__linux__)
          constexpr std::size_t page = static_cast<std::size_t>(align);  // whole ones: no other is split
          static_cast<void>(::madvise(memory, bytes / page * page, MADV_FREE));  // until they are written to
#endif
          piece = {memory, bytes};
          return;
        }
    }
    ::operator delete(memory, align);
  }

 private:
  struct Piece {
    void* memory = nullptr;
    std::size_t bytes = 0;
  };
  /// Who has outgrown what is kept needs the memory for something larger.
  void drop_smaller(std::size_t bytes) {
    for (Piece& piece : pieces_)
      if (piece.memory != nullptr && piece.bytes < bytes)
        ::operator delete(std::exchange(piece, Piece{}).memory, align);
  }
  std::mutex mutex_;
  std::array<Piece, 8> pieces_;
};

/// Uninitialized memory for n trivial values; large arrays come from the cache, and in huge pages where the
/// system has them.
template <class T>
std::shared_ptr<T[]> big_array(std::size_t n) {
  constexpr std::size_t large = std::size_t{1} << 20;
  std::size_t bytes = n * sizeof(T);
  if (bytes < large) {
    constexpr std::align_val_t line{64};
    return {static_cast<T*>(::operator new(bytes, line)), [](T* p) { ::operator delete(p, line); }};
  }
  void* const memory = BigArrayCache::instance().take(bytes);
  return {static_cast<T*>(memory), [bytes](T* p) { BigArrayCache::instance().give(p, bytes); }};
}

/// Memory for n values of a vector that has none yet, in huge pages where the system has them. Neighbors
/// share them: what lies between two such vectors is made huge as well.
template <class T>
void reserve_big(std::vector<T>& values, std::size_t n) {
  values.reserve(n);
#if defined(__linux__)
  constexpr std::size_t large = std::size_t{1} << 20, page = 4096;
  if (n * sizeof(T) < large) return;
  const auto begin = reinterpret_cast<std::uintptr_t>(values.data()) / page * page;
  const auto end = (reinterpret_cast<std::uintptr_t>(values.data() + n) + page - 1) / page * page;
  static_cast<void>(::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE));  // a wish
#endif
}

}  // namespace fealty::detail
