// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/table_checks.hpp>
#include <fealty/health/sentiments.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Checks and reads a table of sentiments.
class SentimentReader {
 public:
  explicit SentimentReader(const SentimentColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_) {
    check_shape();
    check_ids(check_, "null_account", c_.account, "account");
    check_once();
    check_number(c_.score, "score");
    check_number(c_.sentiment, "sentiment");
    if (c_.date.present()) check_dates();
    data_.accounts = c_.account.ids();
    if (c_.band.present()) data_.bands = c_.band.ids();
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) data_.rows.push_back(read(row));
    const std::vector<std::uint32_t> rank = data_.accounts->ranks();
    std::sort(data_.rows.begin(), data_.rows.end(), [&](const SentimentRow& a, const SentimentRow& b) {
      return rank[a.account] < rank[b.account];
    });
    data_.findings = check_.take_findings();
  }
  SentimentData take() { return std::move(data_); }

 private:
  static constexpr const char* who = "Sentiments";

  void check_shape() const {
    const std::string account = name_or(c_.account.name(), "account");
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column(who, field, column, rows_, account);
    };
    require("account", c_.account);
    require("score", c_.score);
    if (c_.band.present()) require("band", c_.band);
    require("sentiment", c_.sentiment);
    if (c_.date.present()) require("date", c_.date);
  }
  void check_once() {
    std::vector<std::uint8_t> seen(c_.account.ids()->size()), again(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::uint32_t code = c_.account.codes()[row];
      if (code == no_id) continue;
      again[row] = seen[code];
      seen[code] = 1;
    }
    check_.rule(
        "repeated_account", [&](std::size_t row) { return again[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name_or(c_.account.name(), "account"), {}, c_.account.text(row), "is there twice"};
        });
  }
  void check_number(const Column<double>& numbers, const char* field) {
    const std::string name = name_or(numbers.name(), field);
    check_.cells(numbers, name);
    check_.rule(
        "number_out_of_range",
        [&](std::size_t row) { return numbers.valid(row) && std::isinf(numbers[row]); },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", numbers[row]), "is not a finite number"};
        });
  }
  bool has_date(std::size_t row) const { return c_.date.present() && c_.date.valid(row); }
  void check_dates() {
    const std::string name = name_or(c_.date.name(), "date");
    check_.cells(c_.date, name);
    check_.rule(
        "date_out_of_range",
        [&](std::size_t row) { return has_date(row) && (c_.date[row] < min_day || c_.date[row] > max_day); },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, to_string(Date{c_.date[row]}), "is not between 1900-01-01 and 9999-12-31"};
        });
  }
  static double number(const Column<double>& numbers, std::size_t row) {
    return numbers.valid(row) ? numbers[row] : std::numeric_limits<double>::quiet_NaN();
  }
  SentimentRow read(std::size_t row) const {
    return {c_.account.codes()[row], c_.band.present() ? c_.band.codes()[row] : no_id,
            has_date(row) ? c_.date[row] : open, number(c_.score, row), number(c_.sentiment, row)};
  }

  const SentimentColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  SentimentData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Sentiments::Sentiments(const SentimentColumns& columns)
    : data_(std::make_shared<const detail::SentimentData>(detail::SentimentReader(columns).take())) {}

inline std::optional<Date> Sentiments::last_day() const {
  std::optional<Date> last;
  for (const auto& row : data_->rows)
    if (row.date != open && (!last || row.date > last->days)) last = Date{row.date};
  return last;
}

}  // namespace fealty::health
