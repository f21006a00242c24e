// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/study_check.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace fealty::survival::detail {

/// What a status says of a life.
enum class StatusKind { unmapped, ended, active, censored, excluded };

/// Lives by number and name: "paused" (12), "acquired" (3).
inline std::string told(const std::map<std::string, std::size_t>& counts) {
  std::string text;
  for (const auto& [name, count] : counts)
    text += fmt::format("{}\"{}\" ({})", text.empty() ? "" : ", ", name, count);
  return text;
}

/// The day on which a life that is told by days had ended or was last seen.
inline std::int32_t day_out(const LifetimeData& data, std::size_t row) {
  return data.origin[row] + static_cast<std::int32_t>(data.age(static_cast<std::size_t>(data.exit[row])));
}
/// Whether a life is there on the last day that is known; lives that are told by durations do not say.
inline bool there_at_last(const LifetimeData& data, std::size_t row) {
  return data.ended[row] == 0 && data.origin.present() && day_out(data, row) > data.as_of->days;
}

/// The status of each life.
class StudyStatuses {
 public:
  /// \param name  of the attribute; empty for none
  StudyStatuses(const LifetimeData& data, const std::string& name) : data_(data), name_(name) {
    if (name.empty()) return;
    column_ = grouping(data.attributes, {name}, "study_audit", "status").group;
  }
  /// \throws InvalidInput  without an attribute, and for statuses that are in another list
  void map(const std::vector<std::string>& statuses, StatusKind kind, const char* list) {
    for (const std::string& each : statuses) {
      if (name_.empty()) refuse(list, each, "is a status, but no attribute is named that holds it: `status`");
      const auto [at, added] = lists_.emplace(each, List{kind, list});
      if (!added && at->second.kind != kind) refuse(list, each, fmt::format("is in {} too", at->second.name));
    }
  }
  bool present() const { return column_.present(); }
  std::string text(std::size_t row) const { return column_.text(row); }
  StatusKind kind(std::size_t row) const {
    const auto at = lists_.find(text(row));
    return at == lists_.end() ? StatusKind::unmapped : at->second.kind;
  }

  StudyCheck check_mapped() const {
    if (!present())
      return StudyCheck::not_made("no attribute is named that holds the state of lives: `status`");
    StudyCheck check;
    std::map<std::string, std::size_t> unmapped, otherwise;
    for (std::size_t row = 0; row < data_.rows; ++row) {
      const StatusKind kind = this->kind(row);
      if (kind != StatusKind::unmapped && agrees(row, kind)) continue;
      ++(kind == StatusKind::unmapped ? unmapped : otherwise)[text(row)];
      check.rows.push_back(static_cast<std::int64_t>(row));
    }
    check.found = !check.rows.empty();
    check.share = share_of(check.rows.size(), data_.rows);
    if (!check.found) check.message = "the lives have the outcomes of their statuses";
    if (!unmapped.empty())
      check.message = fmt::format("{} {} in no list: ended, active, censored or excluded", told(unmapped),
                                  unmapped.size() == 1 ? "is" : "are");
    if (!otherwise.empty())
      check.message +=
          fmt::format("{}{} {} another outcome in the table than in the lists", unmapped.empty() ? "" : "; ",
                      told(otherwise), otherwise.size() == 1 ? "has" : "have");
    return check;
  }

 private:
  struct List {
    StatusKind kind;
    const char* name;
  };
  [[noreturn]] static void refuse(const char* list, const std::string& status, std::string rule) {
    throw InvalidInput({.who = "study_audit",
                        .what = list,
                        .where = {},
                        .value = "\"" + status + "\"",
                        .rule = std::move(rule)});
  }
  /// Whether the table has a life as its status says. A status of today may tell what an earlier last day
  /// does not know yet.
  bool agrees(std::size_t row, StatusKind kind) const {
    if (kind == StatusKind::excluded) return false;
    return (kind == StatusKind::ended) == (data_.ended[row] != 0) || there_at_last(data_, row);
  }

  const LifetimeData& data_;
  std::string name_;
  IdColumn column_;  // absent without an attribute
  std::map<std::string, List> lists_;
};

/// Whether lives were lost from sight before the data ends.
inline StudyCheck check_informative_censoring(const LifetimeData& data, const StudyStatuses& statuses,
                                              const std::vector<std::uint8_t>& goes_on) {
  const bool days = data.origin.present();
  if (!days && !statuses.present())
    return StudyCheck::not_made("the lives are told by durations, without days, and no `status` is named");
  StudyCheck check;
  std::map<std::string, std::size_t> counts;
  for (std::size_t row = 0; row < data.rows; ++row) {
    if (data.ended[row] != 0 || goes_on[row] != 0) continue;
    if (days ? there_at_last(data, row) : statuses.kind(row) != StatusKind::censored) continue;
    check.rows.push_back(static_cast<std::int64_t>(row));
    if (statuses.present()) ++counts[statuses.text(row)];
  }
  check.found = !check.rows.empty();
  check.share = share_of(check.rows.size(), data.rows);
  const std::string last = days ? to_string(*data.as_of) : "the end of the data";
  check.message =
      check.found
          ? fmt::format(
                "{} of {} lives were last seen before {}{}{}: if they left, or would have "
                "stayed longer or shorter than others, give a cause instead",
                check.rows.size(), data.rows, last, counts.empty() ? "" : ", with status ", told(counts))
          : fmt::format("all lives that had not ended were last seen at {}", last);
  return check;
}

}  // namespace fealty::survival::detail
