// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/period.hpp>
#include <fealty/coverage/capacity.hpp>
#include <fealty/coverage/detail/csm_time.hpp>
#include <fealty/coverage/detail/planned_work.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

inline double utilization(std::int64_t demand, std::int64_t supply) {
  return supply > 0 ? static_cast<double>(demand) / static_cast<double>(supply)
                    : std::numeric_limits<double>::quiet_NaN();
}
/// How many times `time` it takes to do `work`.
inline std::int64_t people_for(std::int64_t work, std::int64_t time) { return (work + time - 1) / time; }

/// Sums the work up by CSM, week, tier and kind.
class CapacityPlan {
 public:
  CapacityPlan(const TierSpans& tiers, const TierPlan& plan, const CapacityOptions& options)
      : plan_(plan), options_(options),
        work_("capacity", tiers, plan, options.as_of, options.weeks, options.contracts),
        full_time_(work_.full_time(options.hours_per_week, options.overhead)),
        time_(work_, options.owners, options.staff, options.overhead, full_time_), csms_(time_.count() + 1),
        tiers_(plan.tier.size()), cells_(csms_ * work_.weeks() * tiers_ * kinds), accounts_(csms_),
        load_(csms_, 0.0) {
    for (std::size_t i = 0; i < work_.accounts().size(); ++i) add(work_.accounts()[i], time_.of(i));
    out_.as_of = work_.as_of();
    out_.as_of_inferred = !options.as_of && work_.as_of();
    out_.hours_per_week = options.hours_per_week;
    out_.overhead = options.overhead;
    write_demand();
    write_workload();
    write_csms();
    write_weeks();
    write_sums();
    write_findings();
  }
  Capacity take() { return std::move(out_); }

 private:
  static constexpr std::size_t kinds = work_kinds;

  std::int64_t& cell(std::size_t csm, std::size_t week, std::size_t tier, std::size_t kind) {
    return cells_[((csm * work_.weeks() + week) * tiers_ + tier) * kinds + kind];
  }
  std::int64_t demand(std::size_t csm, std::size_t week) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < tiers_ * kinds; ++i) sum += (&cell(csm, week, 0, 0))[i];
    return sum;
  }
  /// Accounts that nobody has are shown only where there are any.
  std::size_t shown() const { return accounts_.back() > 0 ? csms_ : csms_ - 1; }

  void add(const PlannedAccount& account, std::size_t csm) {
    ++accounts_[csm];
    const double most = plan_.accounts_per_csm[account.tier];
    if (!std::isnan(most)) load_[csm] += 1 / most;
    work_.for_each_week(account, account.tier, [&](std::size_t kind, std::size_t week, std::int64_t minutes) {
      cell(csm, week, account.tier, kind) += minutes;
    });
  }
  std::int32_t day(std::size_t week) const { return static_cast<std::int32_t>(work_.monday(week)); }

  void write_demand() {
    std::vector<std::size_t> csms;
    std::vector<std::uint32_t> tiers;
    for (std::size_t week = 0; week < work_.weeks(); ++week)
      for (std::size_t csm = 0; csm < csms_; ++csm)
        for (std::uint32_t tier = 0; tier < tiers_; ++tier)
          for (std::size_t kind = 0; kind < kinds; ++kind) {
            if (cell(csm, week, tier, kind) == 0) continue;
            out_.demand.week.days.push_back(day(week));
            csms.push_back(csm);
            tiers.push_back(tier);
            out_.demand.kind.push_back(static_cast<WorkKind>(kind));
            out_.demand.minutes.push_back(cell(csm, week, tier, kind));
          }
    out_.demand.csm = time_.column(csms);
    out_.demand.tier = tier_column(plan_, tiers);
  }
  void write_workload() {
    CapacityWorkload& to = out_.workload;
    std::vector<std::size_t> csms;
    for (std::size_t week = 0; week < work_.weeks(); ++week)
      for (std::size_t csm = 0; csm < shown(); ++csm) {
        const std::int64_t work = demand(csm, week), time = time_.supply(csm, week);
        to.week.days.push_back(day(week));
        csms.push_back(csm);
        to.demand_minutes.push_back(work);
        to.supply_minutes.push_back(time);
        to.shortfall_minutes.push_back(std::max<std::int64_t>(0, work - time));
        to.utilization.push_back(utilization(work, time));
      }
    to.csm = time_.column(csms);
  }
  void write_csms() {
    CapacityCsms& to = out_.csms;
    std::vector<std::size_t> csms;
    for (std::size_t csm = 0; csm < shown(); ++csm) {
      std::int64_t work = 0, time = 0, shortfall = 0, over = 0;
      for (std::size_t week = 0; week < work_.weeks(); ++week) {
        const std::int64_t beyond = demand(csm, week) - time_.supply(csm, week);
        work += demand(csm, week);
        time += time_.supply(csm, week);
        shortfall += std::max<std::int64_t>(0, beyond);
        over += beyond > 0 ? 1 : 0;
      }
      csms.push_back(csm);
      to.accounts.push_back(accounts_[csm]);
      to.book_load.push_back(load_[csm]);
      to.demand_minutes.push_back(work);
      to.supply_minutes.push_back(time);
      to.shortfall_minutes.push_back(shortfall);
      to.weeks_over.push_back(over);
      to.utilization.push_back(utilization(work, time));
      out_.headcount += time > 0 ? 1 : 0;
    }
    to.csm = time_.column(csms);
  }
  void write_weeks() {
    CapacityWeeks& to = out_.weeks;
    for (std::size_t week = 0; week < work_.weeks(); ++week) {
      std::array<std::int64_t, kinds> by_kind{};
      std::int64_t work = 0, time = 0, over = 0;
      for (std::size_t csm = 0; csm < csms_; ++csm) {
        for (std::size_t tier = 0; tier < tiers_; ++tier)
          for (std::size_t kind = 0; kind < kinds; ++kind) by_kind[kind] += cell(csm, week, tier, kind);
        work += demand(csm, week);
        time += time_.supply(csm, week);
        over += csm < time_.count() && demand(csm, week) > time_.supply(csm, week) ? 1 : 0;
      }
      to.week.days.push_back(day(week));
      to.label.push_back(fealty::detail::week_label(Date{day(week)}));
      to.onboarding_minutes.push_back(by_kind[0]);
      to.check_in_minutes.push_back(by_kind[1]);
      to.review_minutes.push_back(by_kind[2]);
      to.renewal_minutes.push_back(by_kind[3]);
      to.demand_minutes.push_back(work);
      to.supply_minutes.push_back(time);
      to.shortfall_minutes.push_back(std::max<std::int64_t>(0, work - time));
      to.utilization.push_back(utilization(work, time));
      to.csms_over.push_back(over);
      to.headcount_needed.push_back(people_for(work, full_time_));
    }
  }
  void write_sums() {
    for (std::size_t week = 0; week < work_.weeks(); ++week) {
      out_.demand_minutes += out_.weeks.demand_minutes[week];
      out_.supply_minutes += out_.weeks.supply_minutes[week];
      out_.shortfall_minutes += out_.weeks.shortfall_minutes[week];
      out_.weeks_over += out_.weeks.shortfall_minutes[week] > 0 ? 1 : 0;
      out_.peak_headcount = std::max(out_.peak_headcount, out_.weeks.headcount_needed[week]);
    }
    out_.feasible = out_.weeks_over == 0;
    if (work_.weeks() > 0)
      out_.headcount_needed =
          people_for(out_.demand_minutes, full_time_ * static_cast<std::int64_t>(work_.weeks()));
  }
  void write_findings();

  const TierPlan& plan_;
  const CapacityOptions& options_;
  PlannedWork work_;
  std::int64_t full_time_;
  CsmTime time_;
  std::size_t csms_, tiers_;
  std::vector<std::int64_t> cells_;
  std::vector<std::int64_t> accounts_;
  std::vector<double> load_;
  Capacity out_;
};

inline void CapacityPlan::write_findings() {
  const auto tell = [&](Finding finding) { out_.findings.push_back(std::move(finding)); };
  if (out_.as_of_inferred)
    tell({"as_of_inferred",
          Severity::information,
          {},
          fmt::format("capacity: as_of = {} is the latest day in the tables", to_string(*out_.as_of))});
  if (!options_.staff && time_.count() > 0)
    tell({"staff_assumed",
          Severity::information,
          {},
          fmt::format("capacity: no staff was given; each of {} owners is taken to have {} hours a week",
                      time_.count(), options_.hours_per_week)});
  if (!options_.contracts && work_.has_renewals())
    tell({"renewals_not_told",
          Severity::information,
          {},
          "capacity: no contracts were given; the plan has no renewals"});
  if (auto rows = work_.take_strangers(); !rows.empty()) {
    std::string text = fmt::format(
        "capacity: row {} of contracts: the account has no tier on {}; its renewal is not planned",
        rows.front(), to_string(*out_.as_of));
    tell({"contract_of_no_tier", Severity::warning, std::move(rows), std::move(text)});
  }
  for (std::size_t csm = 0; csm < time_.count(); ++csm)
    if (out_.csms.supply_minutes[csm] == 0)
      tell({"csm_without_hours",
            Severity::warning,
            {},
            fmt::format("capacity: csm {} has {} accounts and no hours", time_.text(csm), accounts_[csm])});
  if (!options_.owners || accounts_.back() == 0) return;
  std::vector<std::int64_t> rows;
  for (std::size_t i = 0; i < work_.accounts().size(); ++i)
    if (time_.of(i) == time_.count()) rows.push_back(work_.accounts()[i].row);
  std::sort(rows.begin(), rows.end());
  tell({"unassigned_accounts", Severity::warning, std::move(rows),
        fmt::format("capacity: nobody has {} accounts on {}", accounts_.back(), to_string(*out_.as_of))});
}

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline Capacity capacity(const TierSpans& tiers, const TierPlan& plan, const CapacityOptions& options) {
  return detail::CapacityPlan(tiers, plan, options).take();
}

}  // namespace fealty::coverage
