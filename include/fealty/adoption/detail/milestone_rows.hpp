// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/milestones.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

using fealty::detail::name_or;

/// Checks and reads the rows of a milestones table.
class MilestoneReader {
 public:
  explicit MilestoneReader(const MilestoneColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_("Milestones", columns.on_error, rows_) {
    revenue::detail::require_column("Milestones", "account", c_.account, rows_);
    revenue::detail::require_column("Milestones", "milestone", c_.milestone, rows_);
    revenue::detail::require_column("Milestones", "date", c_.date, rows_);
    revenue::detail::check_accounts(check_, c_.account);
    check_milestones();
    check_dates();
    data_.accounts = c_.account.ids();
    data_.milestones = c_.milestone.ids();
    read();
  }

  std::size_t size() const { return size_; }
  MilestoneRows take_rows() { return std::move(data_); }
  std::vector<Finding> take_findings() { return check_.take_findings(); }

 private:
  void check_milestones() {
    check_.rule(
        "null_milestone", [&](std::size_t row) { return c_.milestone.codes()[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{
              "", name_or(c_.milestone.name(), "milestone"), {}, "", "is null; every row needs a milestone"};
        });
  }
  void check_dates() {
    const std::string name = name_or(c_.date.name(), "date");
    check_.cells(c_.date, name);
    if (c_.date.may_have_nulls())  // of instants too
      check_.rule(
          "null_date", [&](std::size_t row) { return !c_.date.valid(row); },
          [&](std::size_t) {
            return ErrorDetail{"", name, {}, "", "is null; every row needs this date"};
          });
    revenue::detail::check_days(check_, c_.date, "date");
  }

  void read() {
    auto& rows = data_.rows;
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row))
        rows.push_back({c_.account.codes()[row], c_.milestone.codes()[row], c_.date[row],
                        static_cast<std::int64_t>(row)});
    size_ = rows.size();
    const auto rank = data_.accounts->ranks(), place = data_.milestones->ranks();
    std::sort(rows.begin(), rows.end(), [](const MilestoneRow& a, const MilestoneRow& b) {
      return std::tuple(a.account, a.milestone, a.date, a.row) <
             std::tuple(b.account, b.milestone, b.date, b.row);
    });
    drop_repeated();
    std::sort(rows.begin(), rows.end(), [&](const MilestoneRow& a, const MilestoneRow& b) {
      return std::tuple(rank[a.account], a.date, place[a.milestone]) <
             std::tuple(rank[b.account], b.date, place[b.milestone]);
    });
  }
  /// Keeps the first of each account and milestone.
  void drop_repeated() {
    auto& rows = data_.rows;
    std::vector<const MilestoneRow*> first(rows_);
    std::vector<MilestoneRow> kept;
    kept.reserve(rows.size());
    for (const MilestoneRow& each : rows) {
      if (kept.empty() || kept.back().account != each.account || kept.back().milestone != each.milestone)
        kept.push_back(each);
      else first[static_cast<std::size_t>(each.row)] = &kept.back();
    }
    check_.note(
        "repeated_milestone", Severity::warning, [&](std::size_t row) { return first[row] != nullptr; },
        [&](std::size_t row) {
          return ErrorDetail{
              "",
              name_or(c_.date.name(), "date"),
              {},
              to_string(Date{c_.date[row]}),
              fmt::format("is not the first of {} of account {}, {}, which counts", c_.milestone.text(row),
                          c_.account.text(row), to_string(Date{first[row]->date}))};
        });
    rows = std::move(kept);
  }

  const MilestoneColumns& c_;
  std::size_t rows_;
  std::size_t size_ = 0;
  fealty::detail::RowCheck check_;
  MilestoneRows data_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Milestones::Milestones(const MilestoneColumns& columns) {
  detail::MilestoneReader reader(columns);
  size_ = reader.size();
  findings_ = reader.take_findings();
  data_ = std::make_shared<const detail::MilestoneRows>(reader.take_rows());
}

inline std::vector<std::string> Milestones::names() const {
  std::vector<bool> seen(data_->milestones->size());
  for (const auto& row : data_->rows) seen[row.milestone] = true;
  std::vector<std::string> names;
  for (const std::uint32_t code : data_->milestones->sorted())
    if (seen[code]) names.push_back(data_->milestones->text(code));
  return names;
}

inline std::optional<Date> Milestones::last_day() const {
  std::optional<Date> last;
  for (const auto& row : data_->rows)
    if (!last || last->days < row.date) last = Date{row.date};
  return last;
}

}  // namespace fealty::adoption
