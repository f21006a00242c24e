// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty {

/// Days since 1970-01-01, or instants, whose days depend on a time zone.
///
/// As a column of days, instants are the days of UTC; who has a time zone looks at `instants()`.
class DayColumn : public Column<std::int32_t> {
 public:
  using Column<std::int32_t>::Column;
  DayColumn(Column<std::int32_t> days) : Column<std::int32_t>(std::move(days)) {}

  /// \param micros  microseconds since 1970-01-01T00:00 UTC
  static DayColumn of_instants(Column<std::int64_t> micros) {
    constexpr std::int64_t day = 86'400'000'000;
    std::vector<std::int32_t> days(micros.size());
    for (std::size_t row = 0; row < days.size(); ++row)  // 64 bits of microseconds are fewer than 2^27 days
      days[row] = static_cast<std::int32_t>(micros[row] / day - (micros[row] % day < 0 ? 1 : 0));
    return of_instants(std::move(micros), std::move(days));
  }
  /// The same, with the days of UTC given and what their reader found in them.
  ///
  /// \param has_zone  whether their source says by which clock they are; if not, they were read as UTC
  static DayColumn of_instants(Column<std::int64_t> micros, Column<std::int32_t> days, bool has_zone = true) {
    DayColumn column(std::move(days));
    column.micros_ = std::move(micros);
    column.has_zone_ = has_zone;
    return column;
  }

  /// The instants; absent for a column of days.
  const Column<std::int64_t>& instants() const { return micros_; }
  /// Whether the source of instants says by which clock they are; a table may tell its reader where not.
  bool has_zone() const { return has_zone_; }

  bool valid(std::size_t row) const {
    return Column<std::int32_t>::valid(row) && (!micros_.present() || micros_.valid(row));
  }
  bool may_have_nulls() const { return Column<std::int32_t>::may_have_nulls() || micros_.may_have_nulls(); }
  DayColumn named(std::string name) && {
    return of_instants(std::move(micros_),
                       std::move(static_cast<Column<std::int32_t>&>(*this)).named(std::move(name)),
                       has_zone_);
  }

 private:
  Column<std::int64_t> micros_;
  bool has_zone_ = true;
};

}  // namespace fealty
