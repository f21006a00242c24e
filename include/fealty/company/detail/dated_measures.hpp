// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/champions.hpp>
#include <fealty/adoption/outcomes.hpp>
#include <fealty/adoption/value_lifetimes.hpp>
#include <fealty/company/detail/measure_rows.hpp>
#include <fealty/company/detail/measured_tables.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::company::detail {

/// What happened up to a day, each with the date on which it did: later rows do not change it.
class DatedMeasures {
 public:
  DatedMeasures(const MeasuredTables& tables, const MeasuresOptions& options, Date last, MeasureRows& rows)
      : t_(tables), o_(options), last_(last), rows_(rows) {
    if (t_.milestones) add_days_to_value();
    if (t_.usage && t_.usage->first_day() && *t_.usage->first_day() <= last_) add_champions();
    if (t_.surveys) add_surveys();
    if (t_.observations) add_observations();
  }

 private:
  void add_days_to_value() {
    const auto waits = adoption::value_lifetimes(
        *t_.milestones, {.start = o_.start_milestone, .value = o_.value_milestone, .as_of = last_});
    const survival::detail::LifetimeData& data = waits.data();
    const IdColumn& account = std::get<IdColumn>(data.attributes.at("account"));
    const Column<std::int32_t>& start = std::get<Days>(data.attributes.at("start")).days;
    const std::vector<std::uint32_t> codes = rows_.codes_of(*account.ids(), "milestones");
    for (std::size_t row = 0; row < data.rows; ++row) {
      if (data.ended[row] == 0) continue;
      const double days = data.age(static_cast<std::size_t>(data.exit[row]));
      rows_.add(codes[account.codes()[row]], "days_to_value", days,
                start[row] + static_cast<std::int32_t>(days));
    }
  }
  /// Silence of a whole account is no loss of a champion.
  void add_champions() {
    if (!t_.usage->has_users()) return;
    const auto lost = adoption::champion_events(*t_.usage, {.as_of = last_});
    const std::vector<std::uint32_t> codes = rows_.codes_of(*lost.account.ids(), "usage");
    for (std::size_t row = 0; row < lost.kind.size(); ++row) {
      if (lost.kind[row] == adoption::ChampionEventKind::silent_with_account) continue;
      const std::uint32_t account = codes[lost.account.codes()[row]];
      if (lost_.emplace(account, lost.date.days[row]).second)
        rows_.add(account, "champion_lost", 1, lost.date.days[row]);
    }
  }
  void add_surveys() {
    const health::detail::SurveyData& data = t_.surveys->data();
    const std::vector<std::uint32_t> codes = rows_.codes_of(*data.accounts, "surveys");
    for (const health::detail::SurveyRow& row : data.rows)
      if (row.date <= last_.days)
        rows_.add(codes[row.account], enum_names(row.kind)[static_cast<std::size_t>(row.kind)], row.score,
                  row.date);
  }
  void add_observations() {
    const health::detail::ObservationData& data = t_.observations->data();
    const std::vector<std::uint32_t> codes = rows_.codes_of(*data.accounts, "observations");
    for (const health::detail::ObservationRow& row : data.rows)
      if (row.date <= last_.days)
        rows_.add(codes[row.account], data.measures->text(row.measure), row.value, row.date);
  }

  const MeasuredTables& t_;
  const MeasuresOptions& o_;
  Date last_;
  MeasureRows& rows_;
  std::set<std::pair<std::uint32_t, std::int32_t>> lost_;
};

/// The mean attainment of each account's goals, dated with the last row of the account that is known: it
/// changes with no other.
class GoalMeasures {
 public:
  GoalMeasures(const adoption::Goals& goals, MeasureRows& rows)
      : goals_(goals), rows_(rows), codes_(rows.codes_of(*goals.data().accounts, "goals")) {}

  void add(Date day) {
    const auto found = adoption::outcomes(goals_, {.as_of = day});
    const std::size_t accounts = goals_.data().accounts->size();
    std::vector<std::int32_t> last(accounts, min_day - 1);
    for (const adoption::detail::GoalRow& row : goals_.data().rows)
      if (row.date <= day.days) last[row.account] = std::max(last[row.account], row.date);
    const std::vector<std::uint32_t> own =
        fealty::detail::match_codes(*goals_.data().accounts, *found.account.ids());
    std::vector<double> sum(accounts), count(accounts);
    for (std::size_t row = 0; row < found.attainment.size(); ++row) {
      if (std::isnan(found.attainment[row])) continue;
      sum[own[found.account.codes()[row]]] += found.attainment[row];
      count[own[found.account.codes()[row]]] += 1;
    }
    for (std::uint32_t account = 0; account < accounts; ++account)
      if (count[account] > 0 && said_.emplace(account, last[account]).second)
        rows_.add(codes_[account], "goal_attainment", sum[account] / count[account], last[account]);
  }

 private:
  const adoption::Goals& goals_;
  MeasureRows& rows_;
  std::vector<std::uint32_t> codes_;
  std::set<std::pair<std::uint32_t, std::int32_t>> said_;
};

}  // namespace fealty::company::detail
