// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/number_column.hpp>
#include <fealty/health/detail/table_checks.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/measure_table.hpp>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::health::detail {

/// Checks and reads a table of measures.
class MeasureReader {
 public:
  explicit MeasureReader(const MeasureColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_) {
    check_shape();
    check_as_of(who, c_.as_of);
    check_ids(check_, "null_account", c_.account, "account");
    check_accounts();
    for (std::size_t i = 0; i < c_.values.size(); ++i) read_values(i);
    for (std::size_t i = 0; i < c_.ages.size(); ++i) read_ages(i);
    for (std::size_t i = 0; i < c_.baselines.size(); ++i) read_baseline(i);
    for (std::size_t i = 0; i < c_.reasons.size(); ++i) read_reasons(i);
    for (const MeasureSeries& each : data_.series) check_ages(each);
    data_.as_of = c_.as_of;
    data_.account = c_.account;
    if (check_.any_bad()) leave_out();
  }
  MeasureData take() { return std::move(data_); }
  std::vector<Finding> take_findings() { return check_.take_findings(); }

 private:
  static constexpr const char* who = "MeasureTable";

  void check_shape() const {
    const std::string account = name_or(c_.account.name(), "account");
    fealty::detail::require_column(who, "account", c_.account, rows_, account);
    check_frame(who, "values", c_.values, rows_, account);
    check_frame(who, "ages", c_.ages, rows_, account);
    check_frame(who, "baselines", c_.baselines, rows_, account);
    check_frame(who, "reasons", c_.reasons, rows_, account);
  }
  void check_accounts() {
    const auto codes = c_.account.codes();
    std::vector<std::uint32_t> first(c_.account.ids()->size(), no_id);
    std::vector<std::uint8_t> again(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (codes[row] == no_id) continue;
      std::uint32_t& seen = first[codes[row]];
      again[row] = seen != no_id ? 1 : 0;
      if (seen == no_id) seen = static_cast<std::uint32_t>(row);
    }
    check_.rule(
        "repeated_account", [&](std::size_t row) { return again[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{
              "",
              name_or(c_.account.name(), "account"),
              {},
              c_.account.text(row),
              fmt::format("is in row {} already; each account has one row", first[codes[row]])};
        });
  }
  Column<double> numbers(const std::string& name, const FrameColumn& column) {
    if (const auto* reals = std::get_if<Column<double>>(&column)) check_.cells(*reals, name);
    const auto refuse = [&] {
      throw InvalidInput(
          {.who = who, .what = name, .where = {}, .value = "", .rule = "is no column of numbers"});
    };
    const Column<double> read = std::visit(NumberReader(refuse), column).kept().named(name);
    check_.rule(
        "unusable_value", [&](std::size_t row) { return std::isinf(read[row]); },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", read[row]), "is not a finite number"};
        });
    return read;
  }
  void read_values(std::size_t i) {
    const std::string& name = c_.values.name(i);
    data_.series.push_back({name, numbers(name, c_.values.column(i)), {}, {}});
  }
  void read_ages(std::size_t i) {
    const std::string& name = c_.ages.name(i);
    owner("ages", name, "_days").ages = numbers(name, c_.ages.column(i));
  }
  void check_ages(const MeasureSeries& series) {
    if (!series.ages.present()) return;
    const auto bad = [&](std::size_t row) {
      const double age = series.ages[row];
      return !std::isnan(series.values[row]) && !(age >= 0 && age == std::floor(age));
    };
    check_.rule("unusable_age", bad, [&](std::size_t row) {
      const double age = series.ages[row];
      return ErrorDetail{
          "",
          series.ages.name(),
          {},
          std::isnan(age) ? "" : fmt::format("{}", age),
          std::isnan(age) ? "is missing; a value has an age" : "is no whole number of days >= 0"};
    });
  }
  void read_reasons(std::size_t i) {
    const std::string& name = c_.reasons.name(i);
    const auto* reasons = std::get_if<IdColumn>(&c_.reasons.column(i));
    if (reasons == nullptr || (reasons->ids()->size() > 0 && !reasons->ids()->is_text()))
      throw InvalidInput(
          {.who = who, .what = name, .where = {}, .value = "", .rule = "is no column of texts"});
    owner("reasons", name, "_reason").reasons = *reasons;
  }
  void read_baseline(std::size_t i) {
    const std::string& name = c_.baselines.name(i);
    constexpr std::string_view suffix = "_days_before";
    for (const MeasureSeries& each : data_.series) {
      const std::string prefix = each.measure + "_";
      if (!name.starts_with(prefix) || !name.ends_with(suffix)) continue;
      if (name.size() <= prefix.size() + suffix.size()) continue;
      const char* const end = name.data() + name.size() - suffix.size();
      std::int32_t days = 0;
      const auto read = std::from_chars(name.data() + prefix.size(), end, days);
      if (read.ec != std::errc() || read.ptr != end || days <= 0) continue;
      data_.baselines.push_back({each.measure, days, numbers(name, c_.baselines.column(i))});
      return;
    }
    throw InvalidInput({.who = who,
                        .what = "baselines",
                        .where = {},
                        .value = "\"" + name + "\"",
                        .rule = "belongs to no column of values; its name is <measure>_<days>_days_before"});
  }
  /// The measure that a column beside it belongs to.
  MeasureSeries& owner(const char* field, const std::string& name, const char* suffix) {
    for (MeasureSeries& each : data_.series)
      if (each.measure == name) return each;
    for (MeasureSeries& each : data_.series)
      if (each.measure + suffix == name) return each;
    throw InvalidInput(
        {.who = who,
         .what = field,
         .where = {},
         .value = "\"" + name + "\"",
         .rule = fmt::format("belongs to no column of values; its name is <measure>{}", suffix)});
  }
  void leave_out() {
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) rows.push_back(static_cast<std::uint32_t>(row));
    const auto select = [&](auto& column) { column = fealty::detail::select_rows(column, rows); };
    select(data_.account);
    for (MeasureSeries& each : data_.series) {
      select(each.values);
      select(each.ages);
      select(each.reasons);
    }
    for (BaselineSeries& each : data_.baselines) select(each.values);
  }

  const MeasureColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  MeasureData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline MeasureTable::MeasureTable(const MeasureColumns& columns) {
  detail::MeasureReader reader(columns);
  findings_ = reader.take_findings();
  data_ = std::make_shared<const detail::MeasureData>(reader.take());
}

}  // namespace fealty::health
