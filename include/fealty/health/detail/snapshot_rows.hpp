// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/table_checks.hpp>
#include <fealty/health/snapshots.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Refuses days that are told, and lie before 1900 or after 9999.
inline void check_days_told(fealty::detail::RowCheck& check, const Column<std::int32_t>& days,
                            std::string_view field) {
  if (!days.present()) return;
  const std::string name = name_or(days.name(), field);
  check.cells(days, name);
  check.rule(
      "date_out_of_range",
      [&](std::size_t row) { return days.valid(row) && (days[row] < min_day || days[row] > max_day); },
      [&](std::size_t row) {
        return ErrorDetail{
            "", name, {}, to_string(Date{days[row]}), "is not between 1900-01-01 and 9999-12-31"};
      });
}

/// Checks and reads a table of snapshots.
class SnapshotReader {
 public:
  explicit SnapshotReader(const SnapshotColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_),
        amounts_(columns.mrr, columns.mrr_minor, "mrr") {
    check_shape();
    check_ids(check_, "null_account", c_.account, "account");
    check_days(check_, c_.as_of, "as_of");
    check_days_told(check_, c_.due, "due");
    check_days_told(check_, c_.known_on, "known_on");
    if (c_.treated.present()) check_flags(check_, c_.treated, "treated");
    data_.accounts = c_.account.ids();
    data_.has_due = c_.due.present();
    data_.has_known_on = c_.known_on.present();
    data_.has_treated = c_.treated.present();
    data_.has_mrr = c_.mrr.present() || c_.mrr_minor.present();
    if (data_.has_mrr) check_amounts();
    check_repeats();
    read();
    data_.findings = check_.take_findings();
  }
  std::shared_ptr<const SnapshotData> take() {
    return std::make_shared<const SnapshotData>(std::move(data_));
  }

 private:
  static constexpr const char* who = "Snapshots";

  void check_shape() const {
    const std::string account = name_or(c_.account.name(), "account");
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column(who, field, column, rows_, account);
    };
    require("account", c_.account);
    require("as_of", c_.as_of);
    if (c_.due.present()) require("due", c_.due);
    if (c_.known_on.present()) require("known_on", c_.known_on);
    if (c_.treated.present()) require("treated", c_.treated);
    if (c_.mrr.present()) require("mrr", c_.mrr);
    if (c_.mrr_minor.present()) require("mrr_minor", c_.mrr_minor);
    if (c_.mrr.present() && c_.mrr_minor.present())
      throw InvalidInput({.who = who,
                          .what = "mrr, mrr_minor",
                          .where = {},
                          .value = "2 columns",
                          .rule = "were given; one of the two says the amount"});
    check_frame(who, "attributes", c_.attributes, rows_, account);
  }
  void check_amounts() {
    const revenue::detail::CurrencyRows currency(who, c_.currency, {}, check_);
    data_.currency = currency.currencies().front();
    amounts_.check(check_, {}, "is null; every row needs an amount");
    minor_.resize(rows_);
    std::vector<std::uint8_t> inexact(rows_), beyond(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      const auto amount = amounts_.read(row, data_.currency.exponent);
      beyond[row] = amount ? 0 : 1;
      inexact[row] = amount && !amount->exact ? 1 : 0;
      if (amount) minor_[row] = amount->minor;
    }
    const auto describe = [&](const char* rule) {
      return [this, rule](std::size_t row) {
        return ErrorDetail{"", amounts_.name(), {}, amounts_.text(row), rule};
      };
    };
    check_.rule<Overflow>(
        "overflow", [&](std::size_t row) { return beyond[row] != 0; }, describe("is too large to be exact"));
    check_.note(
        "more_digits_than_currency", Severity::warning, [&](std::size_t row) { return inexact[row] != 0; },
        describe("has more digits than its currency; it was rounded half-even"));
  }
  /// By account id and day. Rows that are bad are left out.
  std::vector<std::uint32_t> ordered() const {
    const std::vector<std::uint32_t> rank = c_.account.ids()->ranks();
    const auto codes = c_.account.codes();
    std::vector<std::uint32_t> order;
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) order.push_back(static_cast<std::uint32_t>(row));
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(rank[codes[a]], c_.as_of[a], a) < std::tuple(rank[codes[b]], c_.as_of[b], b);
    });
    return order;
  }
  /// Of rows that contradict one another none is taken: their order must not decide.
  void check_repeats() {
    const auto codes = c_.account.codes();
    const std::vector<std::uint32_t> order = ordered();
    std::vector<std::int64_t> other(rows_, -1);
    for (std::size_t i = 1; i < order.size(); ++i) {
      const std::uint32_t a = order[i - 1], b = order[i];
      if (codes[a] != codes[b] || c_.as_of[a] != c_.as_of[b]) continue;
      other[b] = a;
      if (other[a] < 0) other[a] = b;
    }
    check_.rule(
        "repeated_row", [&](std::size_t row) { return other[row] >= 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(c_.account.name(), "account"),
                             {},
                             c_.account.text(row),
                             fmt::format("stands in row {} too on {}; it has one snapshot a day", other[row],
                                         to_string(Date{c_.as_of[row]}))};
        });
  }
  void read() {
    const std::vector<std::uint32_t> order = ordered();
    const auto day = [](const Column<std::int32_t>& days, std::uint32_t row) {
      return days.present() && days.valid(row) ? days[row] : no_day;
    };
    for (const std::uint32_t row : order)
      data_.rows.push_back({.account = c_.account.codes()[row],
                            .as_of = c_.as_of[row],
                            .due = day(c_.due, row),
                            .known_on = day(c_.known_on, row),
                            .treated = c_.treated.present() ? c_.treated[row] : std::uint8_t{0},
                            .mrr = data_.has_mrr ? minor_[row] : 0,
                            .row = row});
    data_.attributes = fealty::detail::select_rows(c_.attributes, &order);
  }

  const SnapshotColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  revenue::detail::AmountReader amounts_;
  std::vector<std::int64_t> minor_;
  SnapshotData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Snapshots::Snapshots(const SnapshotColumns& columns) : data_(detail::SnapshotReader(columns).take()) {}

}  // namespace fealty::health
