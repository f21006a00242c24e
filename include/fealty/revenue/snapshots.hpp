// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/point_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// The columns of a snapshots table: what each account paid a month, on each of some days. Exactly one
/// of `mrr` and `mrr_minor` is given.
struct SnapshotColumns {
  IdColumn account;                     ///< n ids, texts or integers
  Column<std::int32_t> date;            ///< n days since 1970-01-01
  AmountColumn mrr = {};                ///< in major units, >= 0
  Column<std::int64_t> mrr_minor = {};  ///< in minor units, >= 0
  std::string currency = {};            ///< ISO 4217 code of every row, or
  IdColumn currency_column = {};        ///< the code of each row
  OnError on_error = OnError::fail;     ///< what to do with a row that breaks a rule
};

/// A validated table of MRR snapshots.
///
/// A snapshot holds until the next day on which any account has one; an account without a row on that
/// day has no MRR from then on. The last day's snapshots hold on. Several rows of one account and day
/// add up (finding duplicate_snapshot).
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, date or amount, a day
///                       before 1900 or after 9999, an amount that is negative or not finite, an
///                       unknown currency
/// \throws Overflow      when an amount leaves 64 bits
class MrrSnapshots {
 public:
  explicit MrrSnapshots(const SnapshotColumns& columns) {
    detail::PointRows rows({"MrrSnapshots", "mrr", columns.account, columns.date, columns.mrr,
                            columns.mrr_minor, columns.currency, columns.currency_column, columns.on_error,
                            false});
    const auto& points = rows.points();
    size_ = points.size();
    std::vector<std::int32_t> days;
    for (const auto& point : points) days.push_back(point.date);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());

    detail::SpanBuilder spans;
    std::vector<std::int64_t> again;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto next = std::upper_bound(days.begin(), days.end(), points[i].date);
      spans.push(detail::span_of(points[i], next == days.end() ? open : *next));
      if (i > 0 && points[i].account == points[i - 1].account && points[i].date == points[i - 1].date &&
          points[i].currency == points[i - 1].currency)
        again.push_back(points[i].row);
    }
    const bool several = rows.currencies().size() > 1;
    spans_ = std::make_shared<const detail::MrrSpans>(
        spans.take(columns.account.ids(), rows.currencies(), several));
    findings_ = rows.check().take_findings();
    note_duplicates(std::move(again), columns);
  }

  /// Rows that were accepted.
  std::size_t size() const { return size_; }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const std::shared_ptr<const detail::MrrSpans>& spans() const { return spans_; }

 private:
  void note_duplicates(std::vector<std::int64_t> again, const SnapshotColumns& columns) {
    if (again.empty()) return;
    std::sort(again.begin(), again.end());
    const auto row = static_cast<std::size_t>(again.front());
    findings_.push_back({"duplicate_snapshot", Severity::warning, std::move(again),
                         fmt::format("row {}: account {} has another snapshot on {}; the two add up", row,
                                     columns.account.text(row), to_string(Date{columns.date[row]}))});
  }

  std::size_t size_ = 0;
  std::shared_ptr<const detail::MrrSpans> spans_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::revenue
