// SPDX-License-Identifier: MIT
// What a column of a frame is when a table wants ids, days, amounts, whole numbers or flags of it.
#include <fealty/core/date.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/dispatch.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "arrays.hpp"
#include "frames.hpp"

namespace fealty::python {

namespace {

constexpr std::int64_t day_micros = 86'400'000'000, minute_micros = 60'000'000;

struct Holds {
  const char* operator()(const Column<std::int64_t>&) const { return "integers"; }
  const char* operator()(const Column<double>&) const { return "numbers"; }
  const char* operator()(const DecimalColumn&) const { return "decimals"; }
  const char* operator()(const Days&) const { return "dates"; }
  const char* operator()(const Timestamps&) const { return "times"; }
  const char* operator()(const Flags&) const { return "flags"; }
  const char* operator()(const IdColumn&) const { return "texts"; }
};
[[noreturn]] void refuse_kind(const FrameColumn& column, const Place& place, const char* rule) {
  refuse(place, {}, "", fmt::format("holds {}; {}", std::visit(Holds{}, column), rule));
}

/// Whether nothing is there: then it does not matter what type the column has.
bool is_empty(const FrameColumn& column) {
  const auto* const reals = std::get_if<Column<double>>(&column);
  if (reals == nullptr) return false;
  for (std::size_t row = 0; row < reals->size(); ++row)
    if (reals->valid(row) && !std::isnan((*reals)[row])) return false;
  return true;
}
template <class T>
Column<T> nothing(std::size_t rows) {
  ColumnBuilder<T> builder(rows);
  for (std::size_t row = 0; row < rows; ++row) builder.set_null(row);
  return std::move(builder).column();
}

/// A kernel: whole numbers as flags, and whether all are 0 or 1.
struct NarrowFlags {
  const std::int64_t* __restrict from;
  std::size_t rows;
  std::uint8_t* __restrict to;
  bool all = true;

  FEALTY_KERNEL void run() {
    constexpr std::size_t block = 16;  // for vectors
    const std::int64_t* __restrict const in = from;
    std::uint8_t* __restrict const out = to;
    const std::size_t count = rows;
    std::int64_t seen = 0;
    std::size_t row = 0;
    for (; row + block <= count; row += block)
      for (std::size_t l = 0; l < block; ++l) {
        seen |= in[row + l];
        out[row + l] = static_cast<std::uint8_t>(in[row + l]);
      }
    for (; row < count; ++row) {
      seen |= in[row];
      out[row] = static_cast<std::uint8_t>(in[row]);
    }
    all = static_cast<std::uint64_t>(seen) <= 1;
  }
};
/// Flags written as 0 and 1, where no row is missing or anything else; absent otherwise.
Column<std::uint8_t> plain_flags(const Column<std::int64_t>& numbers) {
  if (numbers.may_have_nulls() || !numbers.cell_findings().empty()) return {};
  const auto memory = fealty::detail::big_array<std::uint8_t>(numbers.size());
  NarrowFlags kernel{numbers.values().data(), numbers.size(), memory.get()};
  dispatch(kernel);
  if (!kernel.all) return {};
  return Column<std::uint8_t>({memory.get(), numbers.size()}, nullptr, 0, memory);
}

/// The whole numbers of a column, as far as its type may hold them; none for other types.
std::optional<Column<std::int64_t>> whole_numbers(const FrameColumn& column, const char* code,
                                                  const char* rule) {
  if (const auto* integers = std::get_if<Column<std::int64_t>>(&column)) return *integers;
  if (const auto* reals = std::get_if<Column<double>>(&column)) {  // pandas makes reals of integers with gaps
    ColumnBuilder<std::int64_t> builder(reals->size());
    for (std::size_t row = 0; row < reals->size(); ++row) {
      const double value = (*reals)[row];
      if (!reals->valid(row) || std::isnan(value)) {
        builder.set_null(row);
        continue;
      }
      if (!(std::abs(value) <= 9007199254740992.0) || value != std::floor(value)) builder.set_unread(row);
      else builder.set(row, static_cast<std::int64_t>(value));
    }
    return std::move(builder).column(
        code, rule, [values = *reals](std::size_t row) { return fmt::format("{}", values[row]); });
  }
  const auto* const decimals = std::get_if<DecimalColumn>(&column);
  if (decimals == nullptr) return std::nullopt;
  const std::int64_t power = fealty::detail::powers_of_ten[static_cast<std::size_t>(decimals->scale)];
  const auto& unscaled = decimals->unscaled;
  ColumnBuilder<std::int64_t> builder(unscaled.size());
  for (std::size_t row = 0; row < unscaled.size(); ++row) {
    if (!unscaled.valid(row)) builder.set_null(row);
    else if (unscaled[row] % power != 0) builder.set_unread(row);
    else builder.set(row, unscaled[row] / power);
  }
  return std::move(builder).column(
      code, rule, [values = *decimals](std::size_t row) { return AmountColumn(values).text(row); });
}

/// Texts written YYYY-MM-DD: each different one is read once.
Column<std::int32_t> parse_days(const IdColumn& texts) {
  std::vector<std::optional<Date>> days;
  for (std::uint32_t code = 0; code < texts.ids()->size(); ++code)
    days.push_back(try_parse_date(texts.ids()->view(code)));
  ColumnBuilder<std::int32_t> builder(texts.size());
  for (std::size_t row = 0; row < texts.size(); ++row) {
    const std::uint32_t code = texts.codes()[row];
    if (code == no_id) builder.set_null(row);
    else if (!days[code]) builder.set_unread(row);
    else builder.set(row, days[code]->days);
  }
  return std::move(builder).column("unreadable_date", "is not a day written YYYY-MM-DD",
                                   [texts](std::size_t row) { return "\"" + texts.text(row) + "\""; });
}

/// The days of UTC, and whether every time is at 00:00.
struct FlooredDays {
  Column<std::int32_t> days;
  bool are_dates;
};
FlooredDays floor_days(const Column<std::int64_t>& micros) {
  ColumnBuilder<std::int32_t> builder(micros.size());
  std::vector<std::int64_t> late;
  std::int32_t* const to = builder.values();
  std::int64_t within = 0;
  for (std::size_t row = 0; row < micros.size(); ++row) {
    const std::int64_t day = micros[row] / day_micros - (micros[row] % day_micros < 0 ? 1 : 0);
    to[row] = static_cast<std::int32_t>(day);  // 64 bits of microseconds are fewer than 2^27 days
    within |= micros[row] - day * day_micros;
    if (micros[row] - day * day_micros >= day_micros - minute_micros)
      late.push_back(static_cast<std::int64_t>(row));
  }
  if (micros.may_have_nulls()) {
    within = 0;  // whatever stands where nothing is
    for (std::size_t row = 0; row < micros.size(); ++row) {
      if (!micros.valid(row)) builder.set_null(row);
      else within |= micros[row] - to[row] * day_micros;
    }
    std::erase_if(late, [&](std::int64_t row) { return !micros.valid(static_cast<std::size_t>(row)); });
  }
  return {std::move(builder).column().found(
              ends_of_days(std::move(late), [micros](std::size_t row) { return instant(micros[row]); })),
          within == 0};
}

}  // namespace

IdColumn TableColumn<IdColumn>::of(const FrameColumn& column, const Place& place) {
  if (const auto* ids = std::get_if<IdColumn>(&column)) return *ids;
  const auto numbers = whole_numbers(column, "unreadable_id", "is not an id: a text or an integer");
  if (!numbers) refuse_kind(column, place, "ids are texts or integers");
  for (const CellFinding& found : numbers->cell_findings()) {
    const auto row = static_cast<std::size_t>(found.rows.front());
    refuse(place, row, found.value(row), found.rule);
  }
  std::vector<std::uint32_t> codes(numbers->size());
  Ids ids;
  ids.encode_numbers(
      numbers->values(), [&](std::size_t row) { return numbers->valid(row); }, codes.data());
  return {std::move(codes), std::make_shared<const Ids>(std::move(ids))};
}

Column<std::int32_t> TableColumn<Column<std::int32_t>>::of(const FrameColumn& column, const Place& place) {
  if (const auto* days = std::get_if<Days>(&column)) return days->days;
  if (const auto* times = std::get_if<Timestamps>(&column)) return floor_days(times->micros).days;
  if (const auto* texts = std::get_if<IdColumn>(&column)) return parse_days(*texts);
  if (is_empty(column)) return nothing<std::int32_t>(std::get<Column<double>>(column).size());
  refuse_kind(column, place, "dates are dates, or texts written YYYY-MM-DD");
}

DayColumn TableColumn<DayColumn>::of(const FrameColumn& column, const Place& place) {
  const auto* const times = std::get_if<Timestamps>(&column);
  if (times == nullptr) return TableColumn<Column<std::int32_t>>::of(column, place);
  FlooredDays floored = floor_days(times->micros);
  if (floored.are_dates) return std::move(floored.days);  // which no time zone moves
  return DayColumn::of_instants(times->micros, std::move(floored.days), times->has_zone);
}

Column<std::int64_t> TableColumn<Column<std::int64_t>>::of(const FrameColumn& column, const Place& place) {
  const auto numbers = whole_numbers(column, "unreadable_number", "is not a whole number");
  if (!numbers) refuse_kind(column, place, "it takes whole numbers");
  return *numbers;
}

Column<double> TableColumn<Column<double>>::of(const FrameColumn& column, const Place& place) {
  if (const auto* reals = std::get_if<Column<double>>(&column)) return *reals;
  const auto* const integers = std::get_if<Column<std::int64_t>>(&column);
  const auto* const decimals = std::get_if<DecimalColumn>(&column);
  if (integers == nullptr && decimals == nullptr) refuse_kind(column, place, "it takes numbers");
  const Column<std::int64_t>& whole = integers != nullptr ? *integers : decimals->unscaled;
  const auto scale = static_cast<std::size_t>(integers != nullptr ? 0 : decimals->scale);
  const auto unit = static_cast<double>(fealty::detail::powers_of_ten[scale]);
  ColumnBuilder<double> builder(whole.size());
  for (std::size_t row = 0; row < whole.size(); ++row)
    whole.valid(row) ? builder.set(row, static_cast<double>(whole[row]) / unit) : builder.set_null(row);
  return std::move(builder).column();
}

Column<std::uint8_t> TableColumn<Column<std::uint8_t>>::of(const FrameColumn& column, const Place& place) {
  if (const auto* flags = std::get_if<Flags>(&column)) return flags->flags;
  if (is_empty(column)) return nothing<std::uint8_t>(std::get<Column<double>>(column).size());
  const char *const code = "unreadable_flag", *const rule = "is not 0 or 1";
  const auto numbers = whole_numbers(column, code, rule);
  if (!numbers) refuse_kind(column, place, "flags are true or false");
  if (Column<std::uint8_t> flags = plain_flags(*numbers); flags.present()) return flags;
  ColumnBuilder<std::uint8_t> builder(numbers->size());
  for (std::size_t row = 0; row < numbers->size(); ++row) {
    const std::int64_t value = (*numbers)[row];
    if (!numbers->valid(row)) builder.set_null(row);
    else if (value != 0 && value != 1) builder.set_unread(row);
    else builder.set(row, static_cast<std::uint8_t>(value));
  }
  Column<std::uint8_t> flags = std::move(builder).column(
      code, rule, [values = *numbers](std::size_t row) { return fmt::format("{}", values[row]); });
  for (const CellFinding& found : numbers->cell_findings()) flags = std::move(flags).found(found);
  return flags;
}

survival::DurationColumn TableColumn<survival::DurationColumn>::of(const FrameColumn& column,
                                                                   const Place& place) {
  if (const auto* reals = std::get_if<Column<double>>(&column)) return *reals;
  if (const auto* integers = std::get_if<Column<std::int64_t>>(&column)) return *integers;
  if (std::holds_alternative<DecimalColumn>(column)) return TableColumn<Column<double>>::of(column, place);
  refuse_kind(column, place, "durations are numbers");
}

AmountColumn TableColumn<AmountColumn>::of(const FrameColumn& column, const Place& place) {
  if (const auto* reals = std::get_if<Column<double>>(&column)) return *reals;
  if (const auto* integers = std::get_if<Column<std::int64_t>>(&column)) return *integers;
  if (const auto* decimals = std::get_if<DecimalColumn>(&column)) return *decimals;
  refuse_kind(column, place, "amounts are numbers");
}

}  // namespace fealty::python
