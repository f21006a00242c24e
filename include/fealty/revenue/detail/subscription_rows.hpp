// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/cross_row_findings.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/detail/subscription_amounts.hpp>
#include <fealty/revenue/detail/subscription_rules.hpp>
#include <fealty/revenue/detail/subscription_shape.hpp>
#include <fealty/revenue/subscriptions.hpp>

namespace fealty::revenue::detail {

/// Checks a subscriptions table and turns it into plain numbers.
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
    read_statuses();
    SubscriptionAmounts(columns, *currency_, counts_, check_, table_).read();
    check_.cells(columns.cancel_requested, name_or(columns.cancel_requested.name(), "cancel_requested"));
    check_.cells(columns.paid_through, name_or(columns.paid_through.name(), "paid_through"));
    check_.cells(columns.signed_on, name_or(columns.signed_on.name(), "signed_on"));
    check_optional_days();
    note_zero_length();
    keep();
  }

  std::vector<Finding> take_findings() { return check_.take_findings(); }
  SubscriptionTable take_table() { return std::move(table_); }
  std::size_t accepted() const {
    std::size_t count = rows_;
    if (check_.any_bad())
      for (std::size_t row = 0; row < rows_; ++row) count -= check_.is_bad(row) ? 1 : 0;
    return count;
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

  /// Reads the names of an enum; `fallback` where there is none.
  template <class Enum>
  std::vector<std::uint8_t> read_enum(const IdColumn& column, const char* field, const char* code,
                                      const char* rule, Enum fallback) {
    const auto codes = column.codes();
    const std::vector<int> values = enum_indices(*column.ids(), enum_names(Enum{}));
    check_.rule(
        code, [&](std::size_t row) { return codes[row] != no_id && values[codes[row]] < 0; },
        [&](std::size_t row) {
          return ErrorDetail{"", name_or(column.name(), field), {}, "\"" + column.text(row) + "\"", rule};
        });
    std::vector<std::uint8_t> read(rows_, static_cast<std::uint8_t>(fallback));
    for (std::size_t row = 0; row < rows_; ++row)
      if (codes[row] != no_id && values[codes[row]] >= 0)
        read[row] = static_cast<std::uint8_t>(values[codes[row]]);
    return read;
  }

  /// Fills `counts_` with 1 for the rows that are MRR by default; leaves it empty when all are.
  void read_kinds() {
    if (columns_.trial.present()) {
      check_.cells(columns_.trial, name_or(columns_.trial.name(), "trial"));
      table_.kind.resize(rows_);
      for (std::size_t row = 0; row < rows_; ++row)
        table_.kind[row] = static_cast<std::uint8_t>(columns_.trial.valid(row) && columns_.trial[row] != 0
                                                         ? SubscriptionKind::trial
                                                         : SubscriptionKind::recurring);
    }
    if (columns_.kind.present())
      table_.kind =
          read_enum(columns_.kind, "kind", "unknown_kind",
                    "is not one of recurring, trial, metered, one_time, refund", SubscriptionKind::recurring);
    if (table_.kind.empty()) return;
    counts_.resize(rows_);
    for (std::size_t row = 0; row < rows_; ++row)
      counts_[row] = table_.is_kind(row, SubscriptionKind::recurring);
  }

  void read_statuses() {
    if (!columns_.status.present()) return;
    table_.status =
        read_enum(columns_.status, "status", "unknown_status",
                  "is not one of active, trialing, past_due, unpaid, paused", SubscriptionStatus::active);
    counts_.resize(rows_, 1);
    for (std::size_t row = 0; row < rows_; ++row)
      if (table_.status_of(row) == SubscriptionStatus::trialing) counts_[row] = 0;
  }

  void check_optional_days() {
    const auto check = [&](const Column<std::int32_t>& days, const char* field) {
      if (!days.present()) return;
      check_.rule(
          "date_out_of_range",
          [&](std::size_t row) { return days.valid(row) && days[row] != open && out_of_range(days[row]); },
          [&](std::size_t row) {
            return ErrorDetail{"",
                               name_or(days.name(), field),
                               {},
                               to_string(Date{days[row]}),
                               "is not between 1900-01-01 and 9999-12-31"};
          });
    };
    check(columns_.cancel_requested, "cancel_requested");
    check(columns_.paid_through, "paid_through");
    check(columns_.signed_on, "signed_on");
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

  /// A column of days as far as it is known, `open` elsewhere; empty when it is absent.
  std::vector<std::int32_t> known_days(const Column<std::int32_t>& days) const {
    std::vector<std::int32_t> known(days.present() ? rows_ : 0);
    for (std::size_t row = 0; row < known.size(); ++row) known[row] = days.valid(row) ? days[row] : open;
    return known;
  }

  static IdColumn kept(const IdColumn& ids) {
    return ids.present() ? IdColumn({ids.codes().begin(), ids.codes().end()}, ids.ids()) : ids;
  }

  /// Takes what is left of the columns; those that own their memory are shared.
  void keep() {
    table_.ids = columns_.account.ids();
    table_.account = columns_.account.code_column();
    table_.start = columns_.start.kept();
    if (columns_.end.present() && !columns_.end.may_have_nulls()) table_.end = columns_.end.kept();
    else table_.end = columns_.end.present() ? known_days(columns_.end) : std::vector(rows_, open);
    table_.start_at = columns_.start.instants().kept();
    table_.end_at = columns_.end.instants().kept();
    table_.currencies = currency_->currencies();
    if (columns_.currency_column.present()) {
      std::vector<std::uint16_t> index(rows_);
      for (std::size_t row = 0; row < rows_; ++row)
        index[row] = check_.is_bad(row) ? std::uint16_t{0} : currency_->index(row);
      table_.currency = std::move(index);
    }
    if (check_.any_bad()) {
      table_.left_out.resize(rows_);
      for (std::size_t row = 0; row < rows_; ++row) table_.left_out[row] = check_.is_bad(row);
    }
    table_.discount_end = known_days(columns_.discount_end);
    table_.cancel_requested = known_days(columns_.cancel_requested);
    table_.paid_through = known_days(columns_.paid_through);
    table_.signed_on = known_days(columns_.signed_on);
    table_.subscription = kept(columns_.subscription);
    table_.item = kept(columns_.item);
  }

  const SubscriptionColumns& columns_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  std::optional<CurrencyRows> currency_;
  std::vector<std::uint8_t> counts_;
  SubscriptionTable table_;
};

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline Subscriptions::Subscriptions(const SubscriptionColumns& columns) {
  detail::SubscriptionRows rows(columns);
  size_ = rows.accepted();
  table_ = std::make_shared<const detail::SubscriptionTable>(rows.take_table());
  row_findings_ = rows.take_findings();
  spans_ = std::make_shared<const detail::MrrSpans>(detail::apply_rules(*table_, LedgerPolicy{}));
}

inline std::shared_ptr<const detail::MrrSpans> Subscriptions::spans(const LedgerPolicy& policy) const {
  if (detail::same_rules(policy, LedgerPolicy{})) return spans_;
  return std::make_shared<const detail::MrrSpans>(detail::apply_rules(*table_, policy));
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
