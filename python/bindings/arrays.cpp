// SPDX-License-Identifier: MIT
#include "arrays.hpp"

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>

#include <datetime.h>
#include <fmt/format.h>
#include <pybind11/numpy.h>

#include "convert.hpp"

namespace fealty::python {

void refuse(const Place& place, std::optional<std::size_t> row, std::string value, std::string rule) {
  std::optional<std::int64_t> where;
  if (row) where = static_cast<std::int64_t>(*row);
  throw InvalidInput({.who = place.who,
                      .what = place.what,
                      .where = where,
                      .value = std::move(value),
                      .rule = std::move(rule)});
}

std::string instant(std::int64_t micros) {
  constexpr std::int64_t day_micros = 86'400'000'000;
  const std::int64_t day = micros / day_micros - (micros % day_micros < 0 ? 1 : 0),
                     seconds = (micros - day * day_micros) / 1'000'000;
  return fmt::format("{} {:02}:{:02}:{:02}", to_string(Date{static_cast<std::int32_t>(day)}), seconds / 3600,
                     seconds / 60 % 60, seconds % 60);
}

CellFinding ends_of_days(std::vector<std::int64_t> rows, std::function<std::string(std::size_t)> time) {
  return {.code = "ends_at_end_of_day",
          .severity = Severity::warning,
          .rows = std::move(rows),
          .rule = "is the last moment of its day, which does not count: an end is the first day after",
          .value = std::move(time)};
}

namespace {

std::int64_t floor_divide(std::int64_t x, std::int64_t y) { return x / y - (x % y < 0 ? 1 : 0); }

py::object converted(const py::object& array, const char* dtype) { return array.attr("astype")(dtype); }

/// The values of a contiguous array of T, without a copy.
template <class T>
std::span<const T> values_of(const py::array& array) {
  return {static_cast<const T*>(array.data()), static_cast<std::size_t>(array.size())};
}

/// Reals with NaN as null, or as they are where there is none.
FrameColumn reals(std::span<const double> values, bool nan_is_null) {
  std::size_t missing = 0;
  if (nan_is_null)
    for (const double value : values) missing += std::isnan(value) ? 1 : 0;
  if (missing == 0) return Column<double>(values);
  ColumnBuilder<double> builder(values.size());
  for (std::size_t row = 0; row < values.size(); ++row)
    std::isnan(values[row]) ? builder.set_null(row) : builder.set(row, values[row]);
  return std::move(builder).column();
}

FrameColumn unsigned_integers(std::span<const std::uint64_t> values, const Place& place) {
  ColumnBuilder<std::int64_t> builder(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (values[row] > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
      refuse(place, row, fmt::format("{}", values[row]), "is above 9223372036854775807");
    builder.set(row, static_cast<std::int64_t>(values[row]));
  }
  return std::move(builder).column();
}

constexpr std::int64_t minutes_of_day = 1'440, micros_of_day = 86'400'000'000;
constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();

/// Days of datetimes, times within one rounded down. A constant divisor makes it a multiplication.
///
/// \returns  nothing when instants are wanted and some are not at 00:00
template <std::int64_t per_day>
std::optional<FrameColumn> days(const py::array& array, const Place& place, Times wanted) {
  constexpr std::int64_t last_minute = per_day - per_day / minutes_of_day, micros = micros_of_day;
  const auto values = values_of<std::int64_t>(array);
  ColumnBuilder<std::int32_t> builder(values.size());
  std::vector<std::int64_t> late;
  std::int32_t* const to = builder.values();
  std::int64_t within = 0;
  for (std::size_t row = 0; row < values.size(); ++row) {
    const std::int64_t value = values[row], day = value / per_day - (value % per_day < 0 ? 1 : 0);
    if (value == not_a_time) {
      builder.set_null(row);
      continue;
    }
    if (day != static_cast<std::int32_t>(day))
      refuse(place, row, fmt::format("day {}", day), "is beyond a day number of 32 bits");
    to[row] = static_cast<std::int32_t>(day);
    within |= value - day * per_day;
    if (value - day * per_day >= last_minute) late.push_back(static_cast<std::int64_t>(row));
  }
  if (wanted == Times::instants && within != 0) return std::nullopt;
  return Days{std::move(builder).column().found(ends_of_days(std::move(late), [values](std::size_t row) {
    return instant(per_day > micros ? values[row] / (per_day / micros) : values[row] * (micros / per_day));
  }))};
}

/// \param per_second  units per second, of a time finer than a day
FrameColumn times(std::span<const std::int64_t> values, std::int64_t per_second, const Place& place) {
  constexpr std::int64_t micros = 1'000'000;
  const std::int64_t factor = per_second < micros ? micros / per_second : 1;
  const std::int64_t divisor = per_second > micros ? per_second / micros : 1;
  ColumnBuilder<std::int64_t> builder(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    std::int64_t value = 0;
    if (values[row] == not_a_time) {
      builder.set_null(row);
    } else {
      if (__builtin_mul_overflow(values[row], factor, &value))
        refuse(place, row, fmt::format("{}", values[row]), "is beyond 64 bits of microseconds");
      builder.set(row, floor_divide(value, divisor));
    }
  }
  return Timestamps{std::move(builder).column(), false};
}

std::optional<FrameColumn> days_of_datetimes(const py::array& array, std::string_view unit, int count,
                                             const Place& place, Times wanted) {
  constexpr std::int64_t seconds = 86'400;
  if (count == 1 && unit == "D") return days<1>(array, place, wanted);
  if (count == 1 && unit == "m") return days<minutes_of_day>(array, place, wanted);
  if (count == 1 && unit == "s") return days<seconds>(array, place, wanted);
  if (count == 1 && unit == "ms") return days<seconds * 1'000>(array, place, wanted);
  if (count == 1 && unit == "us") return days<seconds * 1'000'000>(array, place, wanted);
  if (count == 1 && unit == "ns") return days<seconds * 1'000'000'000>(array, place, wanted);
  if (wanted == Times::instants) return std::nullopt;
  return days<1>(converted(array, "datetime64[D]"), place, wanted);
}

FrameColumn datetimes(const py::array& array, const Place& place, Alive& alive, Times wanted) {
  const auto data =
      py::module_::import("numpy").attr("datetime_data")(array.dtype()).cast<std::pair<std::string, int>>();
  if (wanted != Times::kept)
    if (auto found = days_of_datetimes(array, data.first, data.second, place, wanted))
      return std::move(*found);
  struct Unit {
    std::string_view name;
    std::int64_t per_second;
  };
  constexpr std::array<Unit, 4> units{{{"s", 1}, {"ms", 1'000}, {"us", 1'000'000}, {"ns", 1'000'000'000}}};
  for (const Unit& unit : units)
    if (data.first == unit.name && data.second == 1)
      return times(values_of<std::int64_t>(array), unit.per_second, place);
  const bool finer = data.first == "h" || data.first == "m" || data.first == "ps" || data.first == "fs" ||
                     data.first == "as" || (data.second != 1 && data.first.find('s') != std::string::npos);
  if (!finer) return *days<1>(converted(array, "datetime64[D]"), place, Times::days);
  const py::array plain = converted(array, "datetime64[us]");
  alive.push_back(plain);
  return times(values_of<std::int64_t>(plain), 1'000'000, place);
}

/// What the objects of a column are.
enum class Kind { nothing, text, flag, integer, real, decimal, day };

constexpr std::string_view kind_name(Kind kind) {
  constexpr std::array<std::string_view, 7> names{"nothing",  "a text",    "a flag", "an integer",
                                                  "a number", "a decimal", "a date"};
  return names[static_cast<std::size_t>(kind)];
}

/// The objects of other packages that need looking after, null where the package is not there.
struct Known {
  py::object decimal = py::module_::import("decimal").attr("Decimal");
  py::object bool_ = py::module_::import("numpy").attr("bool_");
  py::object datetime64 = py::module_::import("numpy").attr("datetime64");
  py::object nat, na;

  Known() {
    const py::dict modules = py::module_::import("sys").attr("modules");
    if (modules.contains("pandas") && py::hasattr(modules["pandas"], "NA")) {
      nat = modules["pandas"].attr("NaT");
      na = modules["pandas"].attr("NA");
    }
  }
};

/// Python objects as a column: all of one kind, or missing.
class Objects {
 public:
  Objects(PyObject* const* items, std::size_t rows, const Place& place, Reading reading)
      : items_(items), rows_(rows), place_(place), nan_is_null_(reading.nan_is_null),
        instants_(reading.times == Times::instants) {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  }

  FrameColumn column() {
    for (std::size_t row = 0; row < rows_; ++row) join(row, kind_of(items_[row]));
    if (saw_nan_ && !nan_is_null_ && (kind_ == Kind::nothing || kind_ == Kind::integer)) kind_ = Kind::real;
    switch (kind_) {
      case Kind::nothing:
        return none();
      case Kind::text:
        return texts();
      case Kind::flag:
        return Flags{build<std::uint8_t>(
            [](PyObject* item, std::size_t) { return std::uint8_t{PyObject_IsTrue(item) == 1}; })};
      case Kind::integer:
        return build<std::int64_t>([&](PyObject* item, std::size_t row) { return integer(item, row); });
      case Kind::real:
        return build<double>([](PyObject* item, std::size_t) { return PyFloat_AsDouble(item); });
      case Kind::decimal:
        return decimals();
      case Kind::day:
        return instants_ ? instants_of_objects() : days_of_objects();
    }
    return none();
  }

 private:
  static bool is_nan(PyObject* item) { return PyFloat_Check(item) && std::isnan(PyFloat_AS_DOUBLE(item)); }
  bool is_datetime64(PyObject* item) const { return PyObject_IsInstance(item, known_.datetime64.ptr()) == 1; }
  bool is_missing(PyObject* item) const {
    if (PyUnicode_Check(item) || PyLong_Check(item)) return false;
    if (item == Py_None || item == known_.nat.ptr() || item == known_.na.ptr()) return true;
    if (is_nan(item)) return nan_is_null_ || kind_ != Kind::real;
    return is_datetime64(item) && is_missing_date(item);
  }

  Kind kind_of(PyObject* item) const {
    if (PyUnicode_Check(item)) return Kind::text;
    if (is_nan(item) || is_missing(item)) return Kind::nothing;
    if (PyBool_Check(item) || PyObject_IsInstance(item, known_.bool_.ptr()) == 1) return Kind::flag;
    if (PyFloat_Check(item)) return Kind::real;
    if (PyDate_Check(item) || is_datetime64(item)) return Kind::day;
    if (PyIndex_Check(item)) return Kind::integer;
    if (PyObject_IsInstance(item, known_.decimal.ptr()) == 1) return Kind::decimal;
    refuse(place_, {}, "",
           fmt::format("holds a {}; columns hold numbers, texts, dates and flags", Py_TYPE(item)->tp_name));
  }
  /// Adds the kind of a row: whole numbers widen to the others' kind.
  void join(std::size_t row, Kind kind) {
    PyObject* const item = items_[row];
    saw_nan_ |= is_nan(item);
    if (kind == Kind::nothing || kind == kind_) return;
    if (kind_ == Kind::nothing || (kind_ == Kind::integer && (kind == Kind::real || kind == Kind::decimal))) {
      kind_ = kind;
    } else if (kind != Kind::integer || (kind_ != Kind::real && kind_ != Kind::decimal)) {
      refuse(place_, row, shown(item),
             fmt::format("is {}, while the rows before it hold {}", kind_name(kind), kind_name(kind_)));
    }
  }
  static std::string shown(PyObject* item) { return py::repr(item).cast<std::string>(); }

  template <class T, class Convert>
  Column<T> build(Convert convert) const {
    ColumnBuilder<T> builder(rows_);
    for (std::size_t row = 0; row < rows_; ++row)
      is_missing(items_[row]) ? builder.set_null(row) : builder.set(row, convert(items_[row], row));
    return std::move(builder).column();
  }
  FrameColumn none() const {
    ColumnBuilder<double> builder(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      builder.set(row, std::numeric_limits<double>::quiet_NaN());
      builder.set_null(row);
    }
    return std::move(builder).column();
  }

  FrameColumn texts() const {
    std::vector<std::string_view> texts;
    std::vector<std::size_t> rows;  // of the texts
    texts.reserve(rows_);
    rows.reserve(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (is_missing(items_[row])) continue;
      Py_ssize_t size = 0;
      const char* const text = PyUnicode_AsUTF8AndSize(items_[row], &size);
      if (text == nullptr) {
        PyErr_Clear();
        refuse(place_, row, shown(items_[row]), "is not valid Unicode");
      }
      rows.push_back(row);
      texts.emplace_back(text, static_cast<std::size_t>(size));
    }
    auto ids = std::make_shared<Ids>();
    std::vector<std::uint32_t> codes(texts.size());
    ids->encode_texts(
        texts.size(), [&](std::size_t i) { return texts[i]; }, codes.data());
    if (texts.size() == rows_) return IdColumn(std::move(codes), std::move(ids));
    std::vector<std::uint32_t> all(rows_, no_id);
    for (std::size_t i = 0; i < texts.size(); ++i) all[rows[i]] = codes[i];
    return IdColumn(std::move(all), std::move(ids));
  }

  std::int64_t integer(PyObject* item, std::size_t row) const {
    const auto index = py::reinterpret_steal<py::object>(PyNumber_Index(item));
    int overflow = 0;
    const std::int64_t value = index ? PyLong_AsLongLongAndOverflow(index.ptr(), &overflow) : 0;
    if (!index || overflow != 0) {
      PyErr_Clear();
      refuse(place_, row, shown(item), "is beyond 64 bits");
    }
    return value;
  }

  std::int32_t day(PyObject* item, std::size_t row) const {
    if (is_datetime64(item)) {
      const auto number =
          py::handle(item).attr("astype")("datetime64[D]").attr("astype")("int64").cast<std::int64_t>();
      if (number != static_cast<std::int32_t>(number))
        refuse(place_, row, shown(item), "is beyond a day number of 32 bits");
      return static_cast<std::int32_t>(number);
    }
    if (!instants_ && PyDateTime_Check(item) && reinterpret_cast<PyDateTime_DateTime*>(item)->hastzinfo != 0)
      refuse(place_, row, py::str(item).cast<std::string>(),
             "has a time zone; choose the reporting time zone and give dates of it");
    const std::int32_t year = PyDateTime_GET_YEAR(item);
    if (year >= 1400) return make_date(year, PyDateTime_GET_MONTH(item), PyDateTime_GET_DAY(item)).days;
    return py::handle(item).attr("toordinal")().cast<std::int32_t>() - 719163;  // of 1970-01-01
  }

  FrameColumn days_of_objects() const {
    std::vector<std::int64_t> late;
    std::map<std::size_t, std::int64_t> times;  // of late rows, in microseconds
    Column<std::int32_t> days = build<std::int32_t>([&](PyObject* item, std::size_t row) {
      const std::int32_t number = day(item, row);
      if (PyDateTime_Check(item) && PyDateTime_DATE_GET_HOUR(item) == 23 &&
          PyDateTime_DATE_GET_MINUTE(item) == 59) {
        late.push_back(static_cast<std::int64_t>(row));
        times[row] = std::int64_t{number} * micros_of_day +
                     (std::int64_t{minutes_of_day - 1} * 60 + PyDateTime_DATE_GET_SECOND(item)) * 1'000'000;
      }
      return number;
    });
    return Days{std::move(days).found(ends_of_days(
        std::move(late), [times = std::move(times)](std::size_t row) { return instant(times.at(row)); }))};
  }

  /// Microseconds since 1970-01-01; without a time zone, as if in UTC.
  std::int64_t micros(PyObject* item, std::size_t row) const {
    if (is_datetime64(item))
      return py::handle(item).attr("astype")("datetime64[us]").attr("astype")("int64").cast<std::int64_t>();
    const std::int64_t midnight = day(item, row) * micros_of_day;
    if (PyDateTime_Check(item) == 0) return midnight;
    const std::int64_t minutes =
        PyDateTime_DATE_GET_HOUR(item) * std::int64_t{60} + PyDateTime_DATE_GET_MINUTE(item);
    const std::int64_t local = midnight + (minutes * 60 + PyDateTime_DATE_GET_SECOND(item)) * 1'000'000 +
                               PyDateTime_DATE_GET_MICROSECOND(item);
    const py::object offset = py::handle(item).attr("utcoffset")();
    if (offset.is_none()) return local;
    const std::int64_t seconds = PyDateTime_DELTA_GET_DAYS(offset.ptr()) * std::int64_t{86'400} +
                                 PyDateTime_DELTA_GET_SECONDS(offset.ptr());
    return local - seconds * 1'000'000 - PyDateTime_DELTA_GET_MICROSECONDS(offset.ptr());
  }
  FrameColumn instants_of_objects() const {
    bool within = false, has_zone = true;
    Column<std::int64_t> instants = build<std::int64_t>([&](PyObject* item, std::size_t row) {
      const std::int64_t at = micros(item, row);
      within |= at % micros_of_day != 0;
      has_zone =
          has_zone && PyDateTime_Check(item) && reinterpret_cast<PyDateTime_DateTime*>(item)->hastzinfo != 0;
      return at;
    });
    if (within) return Timestamps{std::move(instants), has_zone};
    return Days{build<std::int32_t>([&](PyObject*, std::size_t row) {
      return static_cast<std::int32_t>(instants[row] / micros_of_day);
    })};
  }

  /// Decimals of any number of digits, brought to the longest one's scale.
  FrameColumn decimals() const {
    std::vector<std::pair<std::int64_t, std::int32_t>> parts(rows_);
    std::int32_t scale = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (is_missing(items_[row])) continue;
      parts[row] = decimal(items_[row], row);
      scale = std::max(scale, parts[row].second);
    }
    ColumnBuilder<std::int64_t> builder(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      std::int64_t value = 0;
      const auto power = fealty::detail::powers_of_ten[static_cast<std::size_t>(scale - parts[row].second)];
      if (__builtin_mul_overflow(parts[row].first, power, &value))
        refuse(place_, row, py::str(items_[row]).cast<std::string>(), beyond);
      is_missing(items_[row]) ? builder.set_null(row) : builder.set(row, value);
    }
    return DecimalColumn{std::move(builder).column(), scale};
  }
  /// An integer and the number of its digits after the point.
  std::pair<std::int64_t, std::int32_t> decimal(PyObject* item, std::size_t row) const {
    const py::object plain =
        PyLong_Check(item) ? py::object(py::str(item)) : py::str("{:f}").attr("format")(py::handle(item));
    const auto text = plain.cast<std::string>();
    std::int64_t value = 0;
    std::int32_t digits = 0;
    bool point = false;
    const std::int64_t sign = text.front() == '-' ? -1 : 1;
    for (const char c : std::string_view(text).substr(sign < 0 ? 1 : 0)) {
      if (c == '.') {
        point = true;
        continue;
      }
      if (c < '0' || c > '9') refuse(place_, row, text, "is not finite");
      if (__builtin_mul_overflow(value, std::int64_t{10}, &value) ||
          __builtin_add_overflow(value, sign * (c - '0'), &value))
        refuse(place_, row, text, beyond);
      digits += point ? 1 : 0;
    }
    if (digits > 18) refuse(place_, row, text, "has more than 18 digits after the point");
    return {value, digits};
  }

  static constexpr const char* beyond = "is beyond 64 bits, counted in its last digit";
  PyObject* const* items_;
  std::size_t rows_;
  const Place& place_;
  bool nan_is_null_, instants_;
  Known known_;
  Kind kind_ = Kind::nothing;
  bool saw_nan_ = false;
};

}  // namespace

FrameColumn array_column(py::object given, const Place& place, Alive& alive, Reading reading) {
  const auto numpy = py::module_::import("numpy");
  const py::array array = numpy.attr("ascontiguousarray")(given);
  const auto dtype = py::str(array.dtype()).cast<std::string>();
  if (given.attr("ndim").cast<int>() != 1)
    refuse(place, {}, "", fmt::format("has {} dimensions; a column has one", given.attr("ndim").cast<int>()));
  if (!array.dtype().attr("isnative").cast<bool>())
    return array_column(array.attr("astype")(array.dtype().attr("newbyteorder")("=")), place, alive, reading);
  alive.push_back(array);
  const auto as = [&](const char* type) {
    alive.push_back(converted(array, type));
    return py::array(alive.back());
  };
  switch (array.dtype().kind()) {
    case 'b':
      return Flags{Column<std::uint8_t>(values_of<std::uint8_t>(array))};
    case 'i':
      return Column<std::int64_t>(values_of<std::int64_t>(array.itemsize() == 8 ? array : as("int64")));
    case 'u':
      return unsigned_integers(values_of<std::uint64_t>(array.itemsize() == 8 ? array : as("uint64")), place);
    case 'f':
      return reals(values_of<double>(array.itemsize() == 8 ? array : as("float64")), reading.nan_is_null);
    case 'M':
      return datetimes(array, place, alive, reading.times);
    case 'O':
      return Objects(static_cast<PyObject* const*>(array.data()), static_cast<std::size_t>(array.size()),
                     place, reading)
          .column();
    case 'U':
    case 'T':
      return array_column(as("object"), place, alive, reading);
    default:
      refuse(place, {}, "",
             fmt::format("has the NumPy type {}; columns hold numbers, texts, dates and flags", dtype));
  }
}

FrameColumn sequence_column(py::handle sequence, const Place& place, Reading reading) {
  const auto items =
      py::reinterpret_steal<py::object>(PySequence_Tuple(sequence.ptr()));  // which nobody changes meanwhile
  if (!items) throw py::error_already_set();
  return Objects(&PyTuple_GET_ITEM(items.ptr(), 0), static_cast<std::size_t>(PyTuple_GET_SIZE(items.ptr())),
                 place, reading)
      .column();
}

}  // namespace fealty::python
