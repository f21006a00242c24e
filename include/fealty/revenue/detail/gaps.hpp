// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/span_builder.hpp>
#include <fealty/revenue/detail/unit_spans.hpp>
#include <fealty/revenue/policy.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Prolongs what ended to what begins next, where the gap between is no longer than `gap_days`: of ledgers of
/// more days than GapBridges takes.
inline void bridge_gaps(MrrSpans& spans, std::int32_t gap_days, std::int32_t as_of) {
  const UnitSpans sorted(spans, as_of);
  std::vector<std::int32_t> ends(spans.end.values().begin(), spans.end.values().end());
  std::vector<std::uint32_t> last;  // the spans that end last so far
  for (std::size_t unit = 0; unit < sorted.units(); ++unit) {
    last.clear();
    std::int32_t covered = min_day - 1;
    for (const UnitSpan& row : sorted.of(unit)) {
      if (covered < row.start && row.start - covered <= gap_days)
        for (const auto ended : last) ends[ended] = row.start;
      if (row.end > covered) last.clear();
      if (row.end >= covered) last.push_back(row.span);
      covered = std::max(covered, row.end);
    }
  }
  spans.end = std::move(ends);
}

/// Takes the end of a row as its last day.
inline void include_ends(MrrSpans& spans) {
  std::vector<std::int32_t> ends(spans.end.values().begin(), spans.end.values().end());
  for (std::size_t i = 0; i < ends.size(); ++i)
    if (ends[i] != open && spans.next_row(i) == i + 1) ++ends[i];
  spans.end = std::move(ends);
}

/// The spans for which `keep(i)` holds.
template <class Keep>
MrrSpans selected(const MrrSpans& spans, Keep keep) {
  SpanBuilder builder;
  builder.annual = spans.annual.present();
  builder.signed_on = spans.signed_on.present();
  builder.cancel_requested = spans.cancel_requested.present();
  builder.quantity = spans.quantity.present();
  for (std::size_t i = 0; i < spans.size(); ++i)
    if (keep(i)) builder.push(spans.at(i));
  MrrSpans out = builder.take(spans.ids, spans.currencies, spans.currency.present());
  out.owners = spans.owners;
  out.any_free = out.any_free && spans.any_free;
  return out;
}

/// Where a row counts in each period that it touches: spans that cover no day are left out, and of a row
/// whose amount changes within a period only the later one counts there.
inline std::shared_ptr<const MrrSpans> touching(const std::shared_ptr<const MrrSpans>& spans,
                                                const LedgerPolicy& policy, Date as_of) {
  auto out = std::make_shared<MrrSpans>(*spans);
  std::vector<std::int32_t> starts(spans->start.values().begin(), spans->start.values().end());
  std::vector<std::int32_t> ends(spans->end.values().begin(), spans->end.values().end());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (spans->next_row(i) == i + 1 || ends[i] > as_of.days) continue;
    ends[i] = std::max(starts[i], period_start(Date{ends[i]}, policy.period, policy.fiscal_year_start).days);
    if (ends[i] == starts[i]) starts[i + 1] = starts[i];  // the row still starts where it did
  }
  out->start = std::move(starts);
  out->end = std::move(ends);
  return std::make_shared<const MrrSpans>(
      selected(*out, [&](std::size_t i) { return out->start[i] < out->end[i]; }));
}

/// The spans of one currency.
inline MrrSpans spans_in_currency(const MrrSpans& spans, std::size_t currency) {
  return selected(
      spans, [&](std::size_t i) { return (spans.currency.present() ? spans.currency[i] : 0) == currency; });
}

}  // namespace fealty::revenue::detail
