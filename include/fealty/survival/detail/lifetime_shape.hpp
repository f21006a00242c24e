// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/survival/lifetime_columns.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace fealty::survival::detail {

using fealty::detail::name_or;

[[noreturn]] inline void refuse_lifetimes(std::string what, std::string value, std::string rule) {
  throw InvalidInput({.who = "Lifetimes",
                      .what = std::move(what),
                      .where = {},
                      .value = std::move(value),
                      .rule = std::move(rule)});
}

/// Refuses columns that are missing, contradict one another or differ in length.
inline void check_lifetime_shape(const LifetimeColumns& columns, std::size_t rows) {
  const auto check_rows = [&](std::string_view field, const auto& column) {
    if (column.present())
      fealty::detail::require_column("Lifetimes", field, column, rows,
                                     columns.duration.present() ? "duration" : "origin");
  };
  if (columns.duration.present() == columns.origin.present())
    refuse_lifetimes("duration, origin", columns.origin.present() ? "2 columns" : "0 columns",
                     "were given; one of the two says how long a life lasted");
  if (rows > std::numeric_limits<std::uint32_t>::max())
    refuse_lifetimes("rows", fmt::format("{}", rows),
                     "are more than 4294967295; a LifeTable adds up parts of them");
  if (columns.origin.present()) {
    if (!columns.end.present()) refuse_lifetimes("end", "", "is missing; lives told by days need their ends");
    if (!columns.as_of)
      refuse_lifetimes("as_of", "", "is missing; lives told by days need the last day that is known");
    if (columns.ended.present())
      refuse_lifetimes("ended", "", "was given beside `end`, which tells what ended");
  } else {
    if (columns.end.present()) refuse_lifetimes("end", "", "was given without `origin`");
    if (columns.as_of) refuse_lifetimes("as_of", to_string(*columns.as_of), "was given without `origin`");
    if (columns.ended.present() == columns.cause.present())
      refuse_lifetimes("ended, cause", columns.ended.present() ? "2 columns" : "0 columns",
                       "were given; one of the two says which lives ended");
  }
  if (!columns.censored.empty() && !columns.cause.present())
    refuse_lifetimes("censored", "\"" + columns.censored + "\"",
                     "is a cause, but there is no column `cause`");
  if (columns.weight_kind && !columns.weight.present())
    refuse_lifetimes("weight_kind",
                     std::string(enum_names(WeightKind{})[static_cast<std::size_t>(*columns.weight_kind)]),
                     "was given without `weight`");
  check_rows("entry", columns.entry);
  check_rows("end", columns.end);
  check_rows("ended", columns.ended);
  check_rows("cause", columns.cause);
  check_rows("weight", columns.weight);
  check_rows("account", columns.account);
  if (columns.attributes.size() > 0 && columns.attributes.rows() != rows)
    refuse_lifetimes("attributes", fmt::format("{} rows", columns.attributes.rows()),
                     fmt::format("do not match the {} lives", rows));
}

}  // namespace fealty::survival::detail
