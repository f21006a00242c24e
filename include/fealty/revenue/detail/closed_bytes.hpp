// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/detail/int128.hpp>
#include <fealty/revenue/closed_periods.hpp>
#include <fealty/revenue/detail/closed_data.hpp>
#include <fealty/revenue/detail/id_bytes.hpp>
#include <fealty/revenue/detail/ledger_cells.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The numbers of a row in the order of the format; `f` takes each by reference.
template <class Row, class F>
void each_number(Row& row, F f) {
  if constexpr (requires { row.row; }) {
    f(row.acceptance);
    f(row.through);
    each_number(row.row, f);
  } else {
    f(row.period);
    f(row.account);
    f(row.kind);
    if constexpr (requires { row.count; }) {
      f(row.amount);
      f(row.count);
    } else {
      f(row.closed);
      f(row.restated);
      f(row.closed_count);
      f(row.restated_count);
    }
  }
}
template <class Row>
void write_rows(ByteWriter& writer, const std::vector<Row>& rows) {
  writer.write(static_cast<std::uint64_t>(rows.size()));
  for (const Row& row : rows)
    each_number(row, [&](const auto& number) {
      if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(number)>>)
        writer.write(static_cast<std::uint8_t>(number));
      else writer.write(number);
    });
}
template <class Row>
std::vector<Row> read_rows(ByteReader& reader) {
  std::vector<Row> rows;
  for (auto count = reader.read<std::uint64_t>(); count > 0; --count) {
    Row row{};
    each_number(row, [&](auto& number) {
      using Kind = std::remove_cvref_t<decltype(number)>;
      if constexpr (std::is_enum_v<Kind>) {
        const auto index = reader.read<std::uint8_t>();
        if (index >= kind_names.size()) reader.refuse("names a kind of movement that there is not");
        number = static_cast<Kind>(index);
      } else {
        number = reader.read<Kind>();
      }
    });
    rows.push_back(row);
  }
  return rows;
}

/// Asks of bytes what every closed ledger keeps: whole periods in a row, rows of them, and numbers that add
/// up.
class ClosedCheck {
 public:
  ClosedCheck(const ClosedData& data, const ByteReader& reader) : data_(data), reader_(reader) {}

  void run() const {
    check_periods();
    check_codes();
  }
  /// To be asked once rows are in order.
  void sums() const {
    const auto key = [](const ClosedRow& row) { return std::tuple(row.period, row.account, row.kind); };
    for (std::size_t i = 1; i < data_.rows.size(); ++i)
      if (key(data_.rows[i]) == key(data_.rows[i - 1])) reader_.refuse("repeats a movement");
    const auto columns = cell_columns(data_.periods);
    auto row = data_.rows.begin();
    int128 mrr = 0;
    for (std::size_t i = 0; i < data_.periods.period.days.size(); ++i) {
      std::array<int128, cell_count> sum{};
      sum[opening_cell] = mrr;
      for (; row != data_.rows.end() && row->period == data_.periods.period.days[i]; ++row) {
        sum[cell_of(row->kind)] += row->amount;
        mrr += signed_amount(row->kind, row->amount);
      }
      sum[closing_cell] = mrr;
      for (std::size_t cell = 0; cell < cell_count; ++cell)
        if (columns.money[cell] != nullptr && (*columns.money[cell])[i] != sum[cell])
          reader_.refuse(fmt::format("holds a period, {}, whose {} is not that of its accounts",
                                     to_string(Date{data_.periods.period.days[i]}), cell_names[cell]));
    }
    if (row != data_.rows.end()) reader_.refuse("holds a movement of a period that it lacks");
  }

 private:
  using int128 = fealty::detail::int128;

  void check_periods() const {
    const auto& starts = data_.periods.period.days;
    LedgerPeriods::each_column(data_.periods, [&](std::string_view, const auto& column) {
      if (numbers_of(column).size() != starts.size()) reader_.refuse("holds columns of different lengths");
    });
    if (starts.empty() || !is_grid()) reader_.refuse("holds periods that no ledger has");
  }
  bool is_grid() const {
    const auto &starts = data_.periods.period.days, &ends = data_.periods.period_end.days;
    if (starts.size() > PeriodGrid::max_size || ends.back() < std::max(starts.front(), min_day) ||
        ends.back() > max_day)
      return false;
    try {
      const PeriodGrid grid(Date{std::max(starts.front(), min_day)}, Date{ends.back()}, data_.period,
                            data_.fiscal_year_start);
      for (std::size_t i = 0; i < starts.size(); ++i)
        if (grid.size() != starts.size() || grid.start(i).days != starts[i] ||
            grid.last_day(i).days != ends[i] || data_.periods.complete[i] != 1)
          return false;
    } catch (const InvalidInput&) {  // more periods than a ledger takes
      return false;
    }
    return true;
  }
  void check_codes() const {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    for (const ClosedRow& row : data_.rows)
      if (row.account >= data_.ids->size() || row.amount == least || row.count < 1)
        reader_.refuse("holds a movement that no ledger has");
    for (const AcceptedRow& each : data_.accepted)
      if (each.row.account >= data_.ids->size() || each.acceptance < 1 ||
          each.acceptance > std::numeric_limits<std::int32_t>::max() ||
          !fealty::detail::fits_int64(int128{each.row.restated} - each.row.closed))
        reader_.refuse("holds an accepted restatement that there cannot be");
  }

  const ClosedData& data_;
  const ByteReader& reader_;
};

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline std::vector<std::uint8_t> ClosedPeriods::serialize() const {
  ByteWriter writer("ClosedPeriods", 1);
  writer.write_text(data_.policy);
  writer.write_text(data_.currency.code());
  writer.write(static_cast<std::uint8_t>(data_.period));
  writer.write(data_.fiscal_year_start);
  detail::write_ids(writer, *data_.ids);
  LedgerPeriods::each_column(data_.periods, [&](std::string_view name, const auto& column) {
    writer.write_text(name);
    writer.write_all(std::span(detail::numbers_of(column)));
  });
  detail::write_rows(writer, data_.rows);
  detail::write_rows(writer, data_.accepted);
  return writer.take();
}

inline ClosedPeriods ClosedPeriods::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader reader(bytes, "ClosedPeriods", 1);
  detail::ClosedData data;
  data.policy = reader.read_text();
  const auto known = try_currency(reader.read_text());
  if (!known) reader.refuse("names a currency that ISO 4217 lacks");
  data.currency = *known;
  const auto period = reader.read<std::uint8_t>();
  data.fiscal_year_start = reader.read<std::int32_t>();
  if (period > static_cast<std::uint8_t>(Period::year) || data.fiscal_year_start < 1 ||
      data.fiscal_year_start > 12)
    reader.refuse("holds periods that no ledger has");
  data.period = static_cast<Period>(period);
  data.ids = std::make_shared<const Ids>(detail::read_ids(reader, "an account id"));
  LedgerPeriods::each_column(data.periods, [&](std::string_view name, auto& column) {
    if (reader.read_text() != name) reader.refuse(fmt::format("lacks the column {}", name));
    auto& numbers = detail::numbers_of(column);
    numbers = reader.read_all<typename std::remove_cvref_t<decltype(numbers)>::value_type>();
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(column)>, MoneyColumn>)
      column.currency = data.currency;
  });
  data.rows = detail::read_rows<detail::ClosedRow>(reader);
  data.accepted = detail::read_rows<detail::AcceptedRow>(reader);
  reader.finish();
  const detail::ClosedCheck check(data, reader);
  check.run();
  detail::put_in_order(data);
  check.sums();
  return ClosedPeriods(std::move(data));
}

}  // namespace fealty::revenue
