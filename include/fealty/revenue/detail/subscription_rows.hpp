// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/cross_row_findings.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/detail/subscription_amounts.hpp>
#include <fealty/revenue/detail/subscription_shape.hpp>
#include <fealty/revenue/subscriptions.hpp>

namespace fealty::revenue::detail {

/// Checks a subscriptions table and turns it into spans.
class SubscriptionRows {
 public:
  explicit SubscriptionRows(const SubscriptionColumns& columns)
      : columns_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_) {
    check_subscription_shape(who, columns);
    check_accounts(check_, columns.account);
    check_days(check_, columns.start, "start");
    check_ends();
    currency_.emplace(who, columns.currency, columns.currency_column, check_);
    read_kinds();
    amounts_.emplace(columns, *currency_, counts_, check_);
    note_zero_length();
  }

  std::vector<Finding> take_findings() { return check_.take_findings(); }
  std::size_t accepted() const {
    std::size_t count = rows_;
    if (check_.any_bad())
      for (std::size_t row = 0; row < rows_; ++row) count -= check_.is_bad(row) ? 1 : 0;
    return count;
  }

  MrrSpans take_spans() {
    MrrSpans spans;
    spans.ids = columns_.account.ids();
    spans.currencies = currency_->currencies();
    const bool all_rows = !check_.any_bad() && counts_.empty() && !columns_.discount_end.present();
    all_rows ? share(spans) : select(spans);
    spans.look_at_amounts();
    return spans;
  }

 private:
  static constexpr const char* who = "Subscriptions";

  void check_ends() {
    const auto& end = columns_.end;
    if (!end.present()) return;
    const std::string name = name_or(end.name(), "end");
    check_.cells(end, name, Severity::information);
    // int{} and &: without branches these run at the speed of memory
    const auto closed = [&](std::size_t row) { return int{end.valid(row)} & int{end[row] != open}; };
    check_.rule(
        "date_out_of_range",
        [&](std::size_t row) { return (closed(row) & int{out_of_range(end[row])}) != 0; },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, to_string(Date{end[row]}), "is not between 1900-01-01 and 9999-12-31"};
        });
    check_.rule(
        "end_before_start",
        [&](std::size_t row) { return (closed(row) & int{end[row] < columns_.start[row]}) != 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             to_string(Date{end[row]}),
                             fmt::format("is before {} {}", name_or(columns_.start.name(), "start"),
                                         to_string(Date{columns_.start[row]}))};
        });
  }

  /// Fills `counts_` with 1 for the rows that are MRR; leaves it empty when all are.
  void read_kinds() {
    if (columns_.trial.present()) {
      check_.cells(columns_.trial, name_or(columns_.trial.name(), "trial"));
      counts_.resize(rows_);
      for (std::size_t row = 0; row < rows_; ++row)
        counts_[row] = !columns_.trial.valid(row) || columns_.trial[row] == 0;
    }
    if (!columns_.kind.present()) return;
    const auto codes = columns_.kind.codes();
    const std::vector<int> kinds = enum_indices(*columns_.kind.ids(), enum_names(SubscriptionKind{}));
    check_.rule(
        "unknown_kind", [&](std::size_t row) { return codes[row] != no_id && kinds[codes[row]] < 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(columns_.kind.name(), "kind"),
                             {},
                             "\"" + columns_.kind.text(row) + "\"",
                             "is not one of recurring, trial, metered, one_time"};
        });
    counts_.resize(rows_);
    for (std::size_t row = 0; row < rows_; ++row)
      counts_[row] =
          codes[row] == no_id || kinds[codes[row]] == static_cast<int>(SubscriptionKind::recurring);
  }

  void note_zero_length() {
    if (!columns_.end.present()) return;
    check_.note(
        "zero_length_period", Severity::warning,
        [&](std::size_t row) {
          return (int{columns_.end.valid(row)} & int{columns_.end[row] == columns_.start[row]}) != 0;
        },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(columns_.end.name(), "end"),
                             {},
                             to_string(Date{columns_.end[row]}),
                             "is its own start; the row covers no day"};
        });
  }

  std::int32_t end_of(std::size_t row) const {
    return columns_.end.present() && columns_.end.valid(row) ? columns_.end[row] : open;
  }

  /// Every row is one span: columns that are in order already are taken as they are.
  void share(MrrSpans& spans) {
    spans.account = columns_.account.code_column();
    spans.start = columns_.start.kept();
    if (columns_.end.present() && !columns_.end.may_have_nulls()) {
      spans.end = columns_.end.kept();
    } else {
      std::vector<std::int32_t> ends(rows_);
      for (std::size_t row = 0; row < rows_; ++row) ends[row] = end_of(row);
      spans.end = std::move(ends);
    }
    spans.amount = amounts_->take_all();
    if (columns_.currency_column.present()) {
      std::vector<std::uint16_t> index(rows_);
      for (std::size_t row = 0; row < rows_; ++row) index[row] = currency_->index(row);
      spans.currency = std::move(index);
    }
  }

  /// Only the rows that count, split where a discount ends.
  void select(MrrSpans& spans) {
    std::vector<std::uint32_t> account;
    std::vector<std::int32_t> start, end;
    std::vector<std::int64_t> amount;
    std::vector<std::uint16_t> currency;
    const auto push = [&](std::size_t row, std::int32_t from, std::int32_t to, std::int64_t monthly) {
      account.push_back(columns_.account.codes()[row]);
      start.push_back(from);
      end.push_back(to);
      amount.push_back(monthly);
      currency.push_back(currency_->index(row));
      spans.row.push_back(static_cast<std::int64_t>(row));
    };
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row) || (!counts_.empty() && counts_[row] == 0)) continue;
      const std::int32_t from = columns_.start[row], to = end_of(row);
      const bool ends = columns_.discount_end.present() && columns_.discount_end.valid(row);
      const std::int32_t split = ends ? std::clamp(columns_.discount_end[row], from, to) : to;
      if (split > from || split == to) push(row, from, split, amounts_->at(row));
      if (split < to) push(row, split, to, amounts_->undiscounted(row));
    }
    spans.account = std::move(account);
    spans.start = std::move(start);
    spans.end = std::move(end);
    spans.amount = std::move(amount);
    if (columns_.currency_column.present()) spans.currency = std::move(currency);
  }

  const SubscriptionColumns& columns_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  std::optional<CurrencyRows> currency_;
  std::vector<std::uint8_t> counts_;
  std::optional<SubscriptionAmounts> amounts_;
};

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline Subscriptions::Subscriptions(const SubscriptionColumns& columns) {
  detail::SubscriptionRows rows(columns);
  size_ = rows.accepted();
  spans_ = std::make_shared<const detail::MrrSpans>(rows.take_spans());
  row_findings_ = rows.take_findings();
}

inline std::vector<Finding> Subscriptions::findings() const {
  std::vector<Finding> findings = row_findings_;
  detail::append_cross_row_findings(*spans_, findings);
  return findings;
}

inline std::vector<Finding> audit(const SubscriptionColumns& columns) {
  SubscriptionColumns lenient = columns;
  lenient.on_error = OnError::drop;
  return Subscriptions(lenient).findings();
}

}  // namespace fealty::revenue
