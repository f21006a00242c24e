// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/point_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// The columns of a changes table: by how much an account's MRR rose or fell, and when. Exactly one of
/// `change` and `change_minor` is given.
struct ChangeColumns {
  IdColumn account;                        ///< n ids, texts or integers
  Column<std::int32_t> date;               ///< n days since 1970-01-01
  AmountColumn change = {};                ///< in major units, of either sign
  Column<std::int64_t> change_minor = {};  ///< in minor units, of either sign
  std::string currency = {};               ///< ISO 4217 code of every row, or
  IdColumn currency_column = {};           ///< the code of each row
  OnError on_error = OnError::fail;        ///< what to do with a row that breaks a rule
};

/// A validated table of MRR changes: a ledger of differences.
///
/// An account's MRR on a day is the sum of its changes up to and including that day, and must never be
/// below 0 at a day's end: a table needs an account's changes from the first on.
///
/// \throws InvalidInput  on a missing column, unequal lengths, a null account, date or amount, a day
///                       before 1900 or after 9999, an amount that is not finite, an unknown currency,
///                       and when an account's sum falls below 0 (whatever `on_error` says: no single
///                       row is to blame)
/// \throws Overflow      when an amount, or an account's sum, leaves 64 bits
class MrrChanges {
 public:
  explicit MrrChanges(const ChangeColumns& columns) {
    detail::PointRows rows({"MrrChanges", "change", columns.account, columns.date, columns.change,
                            columns.change_minor, columns.currency, columns.currency_column, columns.on_error,
                            true});
    const auto& points = rows.points();
    size_ = points.size();
    check_sums(points, columns);
    detail::SpanBuilder spans;
    for (const auto& point : points)
      if (point.amount != 0) spans.push(detail::span_of(point, open));
    const bool several = rows.currencies().size() > 1;
    spans_ = std::make_shared<const detail::MrrSpans>(
        spans.take(columns.account.ids(), rows.currencies(), several));
    findings_ = rows.check().take_findings();
  }

  /// Rows that were accepted.
  std::size_t size() const { return size_; }
  /// What is odd about the rows, and, with `on_error = drop`, which were left out and why.
  const std::vector<Finding>& findings() const { return findings_; }

  const std::shared_ptr<const detail::MrrSpans>& spans() const { return spans_; }

 private:
  static void check_sums(const std::vector<detail::PointRow>& points, const ChangeColumns& columns) {
    fealty::detail::int128 sum = 0;  // on its way to the day's end it may leave 64 bits
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto& point = points[i];
      const bool first =
          i == 0 || points[i - 1].account != point.account || points[i - 1].currency != point.currency;
      const bool day_ends = i + 1 == points.size() || points[i + 1].account != point.account ||
                            points[i + 1].currency != point.currency || points[i + 1].date != point.date;
      if (first) sum = 0;
      const auto refuse = [&](std::string value, std::string rule) {
        return ErrorDetail{
            "MrrChanges",
            detail::name_or(columns.change.present() ? columns.change.name() : columns.change_minor.name(),
                            columns.change.present() ? "change" : "change_minor"),
            point.row, std::move(value), std::move(rule)};
      };
      sum += point.amount;
      if (day_ends && sum > std::numeric_limits<std::int64_t>::max())
        throw Overflow(refuse(fmt::format("{} minor units", point.amount),
                              fmt::format("takes account {} beyond 64 bits",
                                          columns.account.text(static_cast<std::size_t>(point.row)))));
      if (day_ends && sum < 0)
        throw InvalidInput(refuse(fmt::format("{} minor units", point.amount),
                                  fmt::format("takes account {} to {} on {}; MRR is never below 0",
                                              columns.account.text(static_cast<std::size_t>(point.row)), sum,
                                              to_string(Date{point.date}))));
    }
  }

  std::size_t size_ = 0;
  std::shared_ptr<const detail::MrrSpans> spans_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::revenue
