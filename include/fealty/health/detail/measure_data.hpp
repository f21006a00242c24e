// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// A measure of all rows.
struct MeasureSeries {
  std::string measure;
  Column<double> values;  // NaN where there is none
  Column<double> ages;    // whole days; absent where no ages are known
  IdColumn reasons;       // absent likewise
};
/// The same measure, some days before.
struct BaselineSeries {
  std::string measure;
  std::int32_t days;
  Column<double> values;
};
/// What calculators read.
struct MeasureData {
  IdColumn account;
  std::vector<MeasureSeries> series;
  std::vector<BaselineSeries> baselines;
  std::optional<Date> as_of;

  std::size_t size() const { return account.size(); }
  const MeasureSeries* find(const std::string& measure) const {
    for (const MeasureSeries& each : series)
      if (each.measure == measure) return &each;
    return nullptr;
  }
  const BaselineSeries* find(const std::string& measure, std::int32_t days) const {
    for (const BaselineSeries& each : baselines)
      if (each.measure == measure && each.days == days) return &each;
    return nullptr;
  }
};

}  // namespace fealty::health::detail
