// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/big_array.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// A span as its unit's walk needs it.
struct UnitSpan {
  std::int64_t amount;
  std::int32_t start, end;
  std::uint32_t span;  // index in MrrSpans
  std::uint16_t currency;
};

/// Spans by unit, and within a unit by start, end and amount.
class UnitSpans {
 public:
  UnitSpans() = default;
  /// \param as_of  spans that start after it, and those that cover no day, are left out
  UnitSpans(const MrrSpans& spans, std::int32_t as_of)
      : UnitSpans(spans, as_of, [](std::uint32_t) { return true; }) {}
  /// \param keep(unit)  whether the unit is wanted
  template <class Keep>
  UnitSpans(const MrrSpans& spans, std::int32_t as_of, Keep keep) : begin_(spans.ids->size() + 1) {
    std::vector<std::uint32_t> taken(spans.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      taken[count] = static_cast<std::uint32_t>(i);
      const std::int32_t start = spans.start[i], end = spans.end[i];
      const bool wanted = keep(spans.account[i]);
      count += ((start <= as_of) & (start < end) & wanted) ? 1 : 0;
    }
    taken.resize(count);
    for (const auto i : taken) ++begin_[spans.account[i] + std::size_t{1}];
    for (std::size_t unit = 1; unit < begin_.size(); ++unit) begin_[unit] += begin_[unit - 1];
    spans_ = fealty::detail::big_array<UnitSpan>(count);
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (const auto i : taken)
      spans_[next[spans.account[i]]++] = {spans.amount[i], spans.start[i], spans.end[i], i,
                                          spans.currency.present() ? spans.currency[i] : std::uint16_t{0}};
    for (std::size_t unit = 0; unit < units(); ++unit) sort(unit);
  }

  std::size_t units() const { return begin_.empty() ? 0 : begin_.size() - 1; }
  std::span<const UnitSpan> of(std::size_t unit) const {
    return {spans_.get() + begin_[unit], spans_.get() + begin_[unit + 1]};
  }

 private:
  /// Units have few spans, which mostly come in order: they are sorted by insertion.
  void sort(std::size_t unit) {
    UnitSpan* const first = spans_.get() + begin_[unit];
    UnitSpan* const last = spans_.get() + begin_[unit + 1];
    if (last - first > 32) {
      std::sort(first, last, earlier);
      return;
    }
    for (UnitSpan* at = first + (first != last ? 1 : 0); at < last; ++at) {
      const UnitSpan span = *at;
      UnitSpan* to = at;
      for (; to != first && earlier(span, to[-1]); --to) *to = to[-1];
      *to = span;
    }
  }
  static bool earlier(const UnitSpan& a, const UnitSpan& b) {
    if (a.start != b.start) return a.start < b.start;
    if (a.end != b.end) return a.end < b.end;
    if (a.amount != b.amount) return a.amount < b.amount;
    return a.currency < b.currency;
  }

  std::vector<std::uint32_t> begin_;  // of each unit's spans, and their end
  std::shared_ptr<UnitSpan[]> spans_;
};

}  // namespace fealty::revenue::detail
