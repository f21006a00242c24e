// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
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

/// The cells of a column at some places; an absent column stays so.
template <class T>
Column<T> cells_at(const Column<T>& column, const std::vector<std::size_t>& places) {
  if (!column.present()) return column;
  std::vector<T> cells(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) cells[i] = column[places[i]];
  return cells;
}

/// The spans for which `keep(i)` holds.
template <class Keep>
MrrSpans selected(const MrrSpans& spans, Keep keep) {
  std::vector<std::size_t> kept(spans.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    kept[count] = i;
    count += keep(i) ? 1 : 0;
  }
  if (count == spans.size()) return spans;
  kept.resize(count);
  MrrSpans out = spans;
  out.account = cells_at(spans.account, kept);
  out.start = cells_at(spans.start, kept);
  out.end = cells_at(spans.end, kept);
  out.amount = cells_at(spans.amount, kept);
  out.currency = cells_at(spans.currency, kept);
  out.annual = cells_at(spans.annual, kept);
  out.signed_on = cells_at(spans.signed_on, kept);
  out.cancel_requested = cells_at(spans.cancel_requested, kept);
  out.quantity = cells_at(spans.quantity, kept);
  out.row.resize(count);
  for (std::size_t i = 0; i < count; ++i) out.row[i] = spans.source_row(kept[i]);
  out.look_at_amounts();
  out.any_free = out.any_free && spans.any_free;
  return out;
}

/// Where a row counts in each period that it touches: spans that cover no day are left out, and of a row
/// whose amount changes within a period only the later one counts there.
inline std::shared_ptr<const MrrSpans> touching(const std::shared_ptr<const MrrSpans>& spans,
                                                const LedgerPolicy& policy, Date as_of) {
  MrrSpans out = *spans;
  std::vector<std::int32_t> starts(spans->start.values().begin(), spans->start.values().end());
  std::vector<std::int32_t> ends(spans->end.values().begin(), spans->end.values().end());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (spans->next_row(i) == i + 1 || ends[i] > as_of.days) continue;
    ends[i] = std::max(starts[i], period_start(Date{ends[i]}, policy.period, policy.fiscal_year_start).days);
    if (ends[i] == starts[i]) starts[i + 1] = starts[i];  // the row still starts where it did
  }
  out.start = std::move(starts);
  out.end = std::move(ends);
  return std::make_shared<const MrrSpans>(
      selected(out, [&](std::size_t i) { return out.start[i] < out.end[i]; }));
}

/// The spans of one currency.
inline MrrSpans spans_in_currency(const MrrSpans& spans, std::size_t currency) {
  return selected(
      spans, [&](std::size_t i) { return (spans.currency.present() ? spans.currency[i] : 0) == currency; });
}

}  // namespace fealty::revenue::detail
