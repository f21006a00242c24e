// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/revenue/detail/account_order.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/units.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Collects the rows of one finding, and the message of the lowest of them.
class FindingRows {
 public:
  FindingRows(const char* code, Severity severity) : code_(code), severity_(severity) {}
  template <class Message>
  void add(std::int64_t row, Message message) {
    if (rows_.empty() || row < first_) {
      first_ = row;
      message_ = message();
    }
    rows_.push_back(row);
  }
  void append_to(std::vector<Finding>& findings) {
    if (rows_.empty()) return;
    std::sort(rows_.begin(), rows_.end());
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
    findings.push_back({code_, severity_, std::move(rows_), std::move(message_)});
  }

 private:
  const char* code_;
  Severity severity_;
  std::vector<std::int64_t> rows_;
  std::int64_t first_ = 0;
  std::string message_;
};

/// Rows that repeat, overlap or leave a gap after another row of their account.
inline void append_neighbor_findings(const MrrSpans& spans, std::vector<Finding>& findings) {
  FindingRows duplicates("duplicate_row", Severity::warning), overlaps("overlap", Severity::information),
      gaps("gap", Severity::information);
  const auto order = spans_by_account(spans);
  std::size_t latest = 0;  // the span of this account that ends last so far
  for (std::size_t k = 1; k < order.size(); ++k) {
    const std::size_t before = order[k - 1], span = order[k];
    if (k == 1 || spans.account[before] != spans.account[span] || spans.end[before] > spans.end[latest] ||
        spans.account[latest] != spans.account[before])
      latest = before;
    if (spans.account[before] != spans.account[span]) continue;
    const std::int64_t row = spans.source_row(span);
    const auto period = [&](std::size_t i) {
      return fmt::format("[{}, {})", to_string(Date{spans.start[i]}), to_string(Date{spans.end[i]}));
    };
    const auto says = [&](const char* what, std::size_t other) {
      return [&, what, other] {
        return fmt::format("row {}: account {}, {} {} row {}, {}", row, unit_text(spans, spans.account[span]),
                           period(span), what, spans.source_row(other), period(other));
      };
    };
    const bool same = spans.start[before] == spans.start[span] && spans.end[before] == spans.end[span] &&
                      spans.amount[before] == spans.amount[span] &&
                      spans.currency_of(before) == spans.currency_of(span);
    if (same) duplicates.add(row, says("repeats", before));
    else if (spans.start[span] < spans.end[latest]) overlaps.add(row, says("overlaps", latest));
    else if (spans.start[span] > spans.end[latest]) gaps.add(row, says("comes after a gap since", latest));
  }
  duplicates.append_to(findings);
  overlaps.append_to(findings);
  gaps.append_to(findings);
}

/// Many more ends on the last day of the data than on the days before: an export that closes whatever
/// is still open looks like churn.
inline void append_edge_finding(const MrrSpans& spans, std::vector<Finding>& findings) {
  constexpr std::int32_t days_before = 90;
  constexpr std::size_t at_least = 5, times_usual = 5;
  std::int32_t last = min_day - 1;
  for (std::size_t i = 0; i < spans.size(); ++i)
    last = std::max(last, spans.end[i] == open ? spans.start[i] : std::max(spans.start[i], spans.end[i]));
  FindingRows edge("ends_on_last_day", Severity::warning);
  std::size_t on_last = 0, shortly_before = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans.next_row(i) != i + 1) continue;  // a discount ends there, not the row
    on_last += spans.end[i] == last ? 1 : 0;
    shortly_before += spans.end[i] < last && spans.end[i] >= last - days_before ? 1 : 0;
  }
  if (on_last < at_least || on_last * static_cast<std::size_t>(days_before) < times_usual * shortly_before)
    return;
  for (std::size_t i = 0; i < spans.size(); ++i)
    if (spans.end[i] == last && spans.next_row(i) == i + 1)
      edge.add(spans.source_row(i), [&] {
        return fmt::format(
            "{} rows end on {}, the last day of the data, {} in the {} days before; if the export closed "
            "what was "
            "still open, leave these ends out",
            on_last, to_string(Date{last}), shortly_before, days_before);
      });
  edge.append_to(findings);
}

/// A ledger takes one currency, so a table of several is told before it is refused there.
inline void append_currency_finding(const MrrSpans& spans, std::vector<Finding>& findings) {
  if (!spans.currency.present()) return;
  FindingRows others("several_currencies", Severity::warning);
  for (std::size_t i = 0; i < spans.size(); ++i)
    if (spans.currency[i] != spans.currency[0])
      others.add(spans.source_row(i), [&] {
        return fmt::format("row {} is in {}, row {} in {}; a ledger of both needs a reporting currency",
                           spans.source_row(i), spans.currency_of(i).code(), spans.source_row(0),
                           spans.currency_of(0).code());
      });
  others.append_to(findings);
}

/// Findings that compare rows with each other.
inline void append_cross_row_findings(const MrrSpans& spans, std::vector<Finding>& findings) {
  append_neighbor_findings(spans, findings);
  append_edge_finding(spans, findings);
  append_currency_finding(spans, findings);
}

}  // namespace fealty::revenue::detail
