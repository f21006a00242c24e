// SPDX-License-Identifier: MIT
#include "convert.hpp"

#include <fealty/core/error.hpp>

#include <limits>

namespace fealty::python {

namespace {
constexpr const char* out_of_calendar = "is not between 1400-01-01 and 9999-12-31";

py::object attribute(const char* module, const char* name) { return py::module_::import(module).attr(name); }

[[noreturn]] void refuse(const Place& place, std::string value, std::string rule) {
  throw InvalidInput({.who = place.who,
                      .what = place.what,
                      .where = {},
                      .value = std::move(value),
                      .rule = std::move(rule)});
}

std::int32_t whole(py::handle object, const char* attribute) {
  return object.attr(attribute).cast<std::int32_t>();
}

/// Days of a NumPy datetime64; none for NaT.
std::optional<std::int64_t> days_of(py::handle datetime64) {
  const auto days = datetime64.attr("astype")("datetime64[D]").attr("astype")("int64").cast<std::int64_t>();
  if (days == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
  return days;
}
}  // namespace

std::int64_t read_integer(py::handle value, const Place& place, std::int64_t least, std::int64_t most) {
  if (PyIndex_Check(value.ptr()) == 0 || PyBool_Check(value.ptr()))
    raise_type_error(place, value, "is not an integer");
  const auto integer = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
  if (!integer) throw py::error_already_set();
  int overflow = 0;
  const std::int64_t number = PyLong_AsLongLongAndOverflow(integer.ptr(), &overflow);
  if (overflow == 0 && number >= least && number <= most) return number;
  refuse(place, py::str(integer).cast<std::string>(), fmt::format("is not between {} and {}", least, most));
}

std::uint64_t Python<std::uint64_t>::read(py::handle value, const Place& place) {
  if (PyIndex_Check(value.ptr()) == 0 || PyBool_Check(value.ptr()))
    raise_type_error(place, value, "is not an integer");
  const auto integer = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
  if (!integer) throw py::error_already_set();
  const std::uint64_t number = PyLong_AsUnsignedLongLong(integer.ptr());
  if (PyErr_Occurred() == nullptr) return number;
  PyErr_Clear();
  refuse(place, py::str(integer).cast<std::string>(),
         fmt::format("is not between 0 and {}", std::numeric_limits<std::uint64_t>::max()));
}

double read_real(py::handle value, const Place& place) {
  const double number =
      PyBool_Check(value.ptr()) || py::isinstance<py::str>(value) ? -1 : PyFloat_AsDouble(value.ptr());
  const bool failed = PyErr_Occurred() != nullptr;
  if (failed) PyErr_Clear();
  if (failed || PyBool_Check(value.ptr()) || py::isinstance<py::str>(value))
    raise_type_error(place, value, "is not a number");
  return number;
}

std::string read_text(py::handle value, const Place& place) {
  if (!py::isinstance<py::str>(value)) raise_type_error(place, value, "is not a text");
  Py_ssize_t size = 0;
  const char* const text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (text != nullptr) return {text, static_cast<std::size_t>(size)};
  PyErr_Clear();
  refuse(place, fealty::detail::shortened(py::repr(value).cast<std::string>()), "is not valid Unicode");
}

bool is_missing_date(py::handle value) {
  if (value.is_none()) return true;
  if (py::isinstance(value, attribute("numpy", "datetime64"))) return !days_of(value);
  return py::isinstance(value, attribute("datetime", "date")) &&
         value.attr("__ne__")(value).is(py::bool_(true));  // pandas.NaT
}

Date read_date(py::handle value, const Place& place) {
  if (py::isinstance<py::str>(value)) {
    const std::string text = read_text(value, place);
    if (const auto date = try_parse_date(text)) return *date;
    refuse(place, "\"" + text + "\"", "is not a day written YYYY-MM-DD");
  }
  if (is_missing_date(value)) raise_type_error(place, value, "is not a date");
  if (py::isinstance(value, attribute("numpy", "datetime64"))) {
    const std::int64_t days = *days_of(value);
    if (days < -208188 || days > max_day) refuse(place, py::str(value).cast<std::string>(), out_of_calendar);
    return {static_cast<std::int32_t>(days)};
  }
  if (!py::isinstance(value, attribute("datetime", "date"))) raise_type_error(place, value, "is not a date");
  if (py::hasattr(value, "tzinfo") && !value.attr("tzinfo").is_none())
    refuse(place, py::str(value).cast<std::string>(), "has a time zone; say which day is meant");
  const std::int32_t year = whole(value, "year");
  if (year < 1400) refuse(place, py::str(value).cast<std::string>(), out_of_calendar);
  return make_date(year, whole(value, "month"), whole(value, "day"));
}

Date read_day(py::handle value, const Place& place) {
  if (py::isinstance(value, attribute("numpy", "datetime64"))) {
    const auto unit =
        attribute("numpy", "datetime_data")(value.attr("dtype")).cast<py::tuple>()[0].cast<std::string>();
    if (unit == "Y" || unit == "M" || unit == "W")
      refuse(place, py::str(value).cast<std::string>(), "names no day");
  }
  return read_date(value, place);
}

py::object write_date(Date date) {
  const auto parts = year_month_day(date);
  return attribute("datetime", "date")(parts.year, parts.month, parts.day);
}

std::vector<std::uint8_t> Python<std::vector<std::uint8_t>>::read(py::handle value, const Place& place) {
  if (!py::isinstance<py::bytes>(value)) raise_type_error(place, value, "is not bytes");
  const auto bytes = value.cast<std::string_view>();
  return {bytes.begin(), bytes.end()};
}

}  // namespace fealty::python
