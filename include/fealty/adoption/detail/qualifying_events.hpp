// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption::detail {

/// Which rows of a table of usage count: the events of some names, up to as_of.
class QualifyingEvents {
 public:
  /// \param events  names that count; empty: every event
  /// \param as_of   last day that is known; by default the last with an event
  /// \throws InvalidInput  for a name that no event has; for an as_of out of the range of days
  QualifyingEvents(const char* who, const UsageData& data, const std::vector<std::string>& events,
                   std::optional<Date> as_of)
      : data_(data), inferred_(!as_of), as_of_(as_of.value_or(data.last_day().value_or(Date{}))) {
    if (!inferred_ && (as_of_.days < UsageData::day_zero || as_of_.days > UsageData::day_zero + 0xffff))
      throw InvalidInput({.who = who,
                          .what = "as_of",
                          .where = {},
                          .value = to_string(as_of_),
                          .rule = "is not between 1900-01-01 and 2079-06-06"});
    if (!events.empty() && data.events) keeps_.assign(data.events->size(), 0);
    for (const std::string& name : events) mark(who, name);
  }

  bool keeps(std::size_t row) const {
    if (data_.day[row] > last()) return false;
    return keeps_.empty() || (data_.event[row] != no_id && keeps_[data_.event[row]] != 0);
  }
  /// Whether every row counts.
  bool all() const { return keeps_.empty() && (data_.rows == 0 || data_.last <= last()); }
  Date as_of() const { return as_of_; }
  bool as_of_inferred() const { return inferred_; }
  /// as_of, counted as the days of rows are.
  std::uint16_t last() const { return static_cast<std::uint16_t>(as_of_.days - UsageData::day_zero); }

 private:
  void mark(const char* who, const std::string& name) {
    const Ids* const ids = data_.events.get();
    for (std::uint32_t code = 0; ids != nullptr && code < ids->size(); ++code)
      if (ids->text(code) == name) {
        keeps_[code] = 1;
        return;
      }
    std::string names;
    for (const std::string& each : data_.event_names()) names += (names.empty() ? "" : ", ") + each;
    throw InvalidInput({.who = who,
                        .what = "events",
                        .where = {},
                        .value = "\"" + name + "\"",
                        .rule = "is no event of the table; there are " + (names.empty() ? "none" : names)});
  }

  const UsageData& data_;
  bool inferred_;
  Date as_of_;
  std::vector<std::uint8_t> keeps_;  // by code; empty where all do
};

}  // namespace fealty::adoption::detail
