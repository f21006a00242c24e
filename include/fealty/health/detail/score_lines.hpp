// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/health/detail/score_engine.hpp>
#include <fealty/health/detail/score_source.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <span>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace fealty::health::detail {

/// Memory for the lines of scores. Lines that a card cannot have are one column of zeros.
class ScoreLineRoom {
 public:
  ScoreLineRoom(const ScorePlan& plan, std::size_t rows)
      : rows_(rows), stride_((rows + 15) / 16 * 16),
        measures_(fealty::detail::big_array<std::int32_t>(stride_ * plan.measures().size())),
        count_(plan.measures().size()), renormalization_(column()), rounding_(column()),
        decay_(plan.decays() ? column() : nullptr),
        exception_(plan.card().exceptions.empty() ? nullptr : column()),
        clamp_(plan.can_clamp() ? column() : nullptr) {}

  void give(ScoreOutput& out) {
    for (std::size_t i = 0; i < count_; ++i) out.lines.push_back(measures_.get() + i * stride_);
    out.renormalization = renormalization_.get();
    out.rounding = rounding_.get();
    out.decay = decay_.get();
    out.exception = exception_.get();
    out.clamp = clamp_.get();
  }
  ScoreLines take() {
    ScoreLines lines;
    for (std::size_t i = 0; i < count_; ++i)
      lines.measures.push_back(
          {std::span<const std::int32_t>(measures_.get() + i * stride_, rows_), nullptr, 0, measures_});
    lines.renormalization = column_of(renormalization_);
    lines.rounding = column_of(rounding_);
    lines.decay = column_of(decay_);
    lines.exception = column_of(exception_);
    lines.clamp = column_of(clamp_);
    return lines;
  }

 private:
  using Memory = std::shared_ptr<std::int64_t[]>;
  Memory column() const { return fealty::detail::big_array<std::int64_t>(rows_); }
  /// Pages that nobody has written to cost nothing, if they are the system's and not the heap's.
  Memory zeros() const {
    const std::size_t bytes = std::max<std::size_t>(rows_, 1) * sizeof(std::int64_t);
#if defined(__linux__)
    constexpr std::size_t large = std::size_t{1} << 20;
    if (bytes >= large) {
      void* const pages =
          ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
      if (pages == MAP_FAILED) throw std::bad_alloc();
      return Memory(static_cast<std::int64_t*>(pages), [bytes](std::int64_t* p) { ::munmap(p, bytes); });
    }
#endif
    void* const memory = std::calloc(bytes, 1);
    if (memory == nullptr) throw std::bad_alloc();
    return Memory(static_cast<std::int64_t*>(memory), [](std::int64_t* p) { std::free(p); });
  }
  Column<std::int64_t> column_of(const Memory& memory) {
    if (!memory && !zeros_) zeros_ = zeros();
    const Memory& kept = memory ? memory : zeros_;
    return {std::span<const std::int64_t>(kept.get(), rows_), nullptr, 0, kept};
  }

  std::size_t rows_, stride_;
  std::shared_ptr<std::int32_t[]> measures_;
  std::size_t count_;
  Memory renormalization_, rounding_, decay_, exception_, clamp_, zeros_;
};

}  // namespace fealty::health::detail
