// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/columns.hpp>
#include <fealty/core/amount.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/day_column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::company::detail {

/// A frame's columns as those that a table wants; a column that is not there is absent.
class FrameTable {
 public:
  FrameTable(std::string who, std::string name, const Frame& frame)
      : who_(std::move(who)), name_(std::move(name)), frame_(frame) {}

  bool present() const { return frame_.size() > 0; }
  bool has(const char* field) const { return frame_.find(field) != nullptr; }

  IdColumn ids(const char* field) const {
    const FrameColumn* const column = frame_.find(field);
    if (column == nullptr) return {};
    if (const auto* ids = std::get_if<IdColumn>(column)) return ids->named(field);
    if (const auto* numbers = std::get_if<Column<std::int64_t>>(column))
      return encoded(*numbers).named(field);
    if (nothing_in(*column)) return nobody(frame_.rows()).named(field);
    refuse(field, "ids are texts or integers");
  }
  /// Times are the days of UTC.
  Column<std::int32_t> days(const char* field) const {
    const FrameColumn* const column = frame_.find(field);
    if (column == nullptr) return {};
    if (const auto* days = std::get_if<Days>(column)) return days->days.named(field);
    if (const auto* times = std::get_if<Timestamps>(column)) return days_of(times->micros).named(field);
    if (const auto* texts = std::get_if<IdColumn>(column)) return parsed(field, *texts).named(field);
    if (nothing_in(*column)) return missing<std::int32_t>().named(field);
    refuse(field, "dates are dates, times, or texts written YYYY-MM-DD");
  }
  /// Times stay what they are: their days depend on a time zone.
  DayColumn times(const char* field) const {
    const FrameColumn* const column = frame_.find(field);
    const auto* const times = column == nullptr ? nullptr : std::get_if<Timestamps>(column);
    if (times == nullptr) return DayColumn(days(field));
    return DayColumn::of_instants(times->micros, days_of(times->micros), times->has_zone).named(field);
  }
  Column<double> reals(const char* field) const {
    const FrameColumn* const column = frame_.find(field);
    if (column == nullptr) return {};
    if (const auto* reals = std::get_if<Column<double>>(column)) return reals->named(field);
    if (const auto* wholes = std::get_if<Column<std::int64_t>>(column))
      return made<double>(*wholes, [](std::int64_t n) { return static_cast<double>(n); }).named(field);
    if (const auto* amounts = std::get_if<DecimalColumn>(column)) {
      const double unit = std::pow(10.0, amounts->scale);
      return made<double>(amounts->unscaled, [unit](std::int64_t n) { return static_cast<double>(n) / unit; })
          .named(field);
    }
    refuse(field, "a number is wanted");
  }
  Column<std::int64_t> wholes(const char* field) const {
    const FrameColumn* const column = frame_.find(field);
    if (column == nullptr) return {};
    if (const auto* wholes = std::get_if<Column<std::int64_t>>(column)) return wholes->named(field);
    const auto* const reals = std::get_if<Column<double>>(column);
    if (reals == nullptr) refuse(field, "whole numbers are wanted");
    Nullable<std::int64_t> values;  // a dataframe makes reals of whole numbers with gaps
    for (std::size_t row = 0; row < reals->size(); ++row) {
      const double value = (*reals)[row];
      const bool there = reals->valid(row) && !std::isnan(value);
      if (there && !(std::abs(value) <= 0x1p53 && value == std::floor(value)))
        refuse_cell(field, row, fmt::format("{}", value), "is not a whole number");
      values.push(there ? static_cast<std::int64_t>(value) : 0, there);
    }
    return std::move(values).finish().named(field);
  }
  Column<std::uint8_t> flags(const char* field) const {
    const FrameColumn* const column = frame_.find(field);
    if (column == nullptr) return {};
    if (const auto* flags = std::get_if<Flags>(column)) return flags->flags.named(field);
    const Column<std::int64_t> numbers = wholes(field);
    return made<std::uint8_t>(
               numbers,
               [](std::int64_t n) {
                 return static_cast<std::uint8_t>(n == 0 || n == 1 ? n : 2);  // which no flag is
               })
        .named(field);
  }
  AmountColumn amounts(const char* field) const {
    const FrameColumn* const column = frame_.find(field);
    if (column == nullptr) return {};
    if (const auto* reals = std::get_if<Column<double>>(column)) return AmountColumn(*reals).named(field);
    if (const auto* wholes = std::get_if<Column<std::int64_t>>(column))
      return AmountColumn(*wholes).named(field);
    if (const auto* decimals = std::get_if<DecimalColumn>(column))
      return AmountColumn(*decimals).named(field);
    refuse(field, "amounts are numbers or decimals");
  }

 private:
  [[noreturn]] void refuse(const char* field, const char* wanted) const {
    throw InvalidInput({who_, name_ + "." + field, {}, "", std::string("has another type; ") + wanted});
  }
  [[noreturn]] void refuse_cell(const char* field, std::size_t row, std::string value,
                                const char* rule) const {
    throw InvalidInput({who_, name_ + "." + field, static_cast<std::int64_t>(row), std::move(value), rule});
  }
  template <class T, class From, class F>
  static Column<T> made(const Column<From>& column, F f) {
    Nullable<T> values;
    for (std::size_t row = 0; row < column.size(); ++row) {
      const bool there = column.valid(row);
      values.push(there ? f(column[row]) : T{}, there);
    }
    return std::move(values).finish();
  }
  static Column<std::int32_t> days_of(const Column<std::int64_t>& micros) {
    constexpr std::int64_t day = 86'400'000'000;
    return made<std::int32_t>(micros,
                              [](std::int64_t at) {  // 64 bits of microseconds are fewer than 2^27 days
                                return static_cast<std::int32_t>(at / day - (at % day < 0 ? 1 : 0));
                              });
  }
  template <class T>
  Column<T> missing() const {
    Nullable<T> values;
    for (std::size_t row = 0; row < frame_.rows(); ++row) values.push(T{}, false);
    return std::move(values).finish();
  }
  static IdColumn nobody(std::size_t rows) {
    return {std::vector<std::uint32_t>(rows, no_id), std::make_shared<const Ids>()};
  }
  /// Whether nothing is there: then it does not matter what type the column has.
  static bool nothing_in(const FrameColumn& column) {
    const auto* const reals = std::get_if<Column<double>>(&column);
    if (reals == nullptr) return false;
    for (std::size_t row = 0; row < reals->size(); ++row)
      if (reals->valid(row) && !std::isnan((*reals)[row])) return false;
    return true;
  }
  static IdColumn encoded(const Column<std::int64_t>& numbers) {
    std::vector<std::uint32_t> codes(numbers.size());
    Ids ids;
    ids.encode_numbers(
        numbers.values(), [&](std::size_t row) { return numbers.valid(row); }, codes.data());
    return {std::move(codes), std::make_shared<const Ids>(std::move(ids))};
  }
  Column<std::int32_t> parsed(const char* field, const IdColumn& texts) const {
    std::vector<std::optional<Date>> days;
    for (std::uint32_t code = 0; code < texts.ids()->size(); ++code)
      days.push_back(try_parse_date(texts.ids()->text(code)));
    Nullable<std::int32_t> values;
    for (std::size_t row = 0; row < texts.size(); ++row) {
      const std::uint32_t code = texts.codes()[row];
      if (code != no_id && !days[code])
        refuse_cell(field, row, "\"" + texts.text(row) + "\"", "is not a day written YYYY-MM-DD");
      values.push(code == no_id ? 0 : days[code]->days, code != no_id);
    }
    return std::move(values).finish();
  }

  std::string who_, name_;
  const Frame& frame_;
};

}  // namespace fealty::company::detail
