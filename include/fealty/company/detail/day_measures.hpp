// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/engagement.hpp>
#include <fealty/adoption/lifecycle.hpp>
#include <fealty/adoption/outcomes.hpp>
#include <fealty/adoption/seat_utilization.hpp>
#include <fealty/adoption/value_lifetimes.hpp>
#include <fealty/company/detail/customers_on.hpp>
#include <fealty/company/detail/measure_rows.hpp>
#include <fealty/company/detail/measured_tables.hpp>
#include <fealty/coverage/cadence.hpp>
#include <fealty/health/support.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// The measures of a state: those of customers on one day, dated with it.
class DayMeasures {
 public:
  DayMeasures(const MeasuredTables& tables, const MeasuresOptions& options, Date day, MeasureRows& rows)
      : t_(tables), o_(options), day_(day), rows_(rows), customers_(tables.subscriptions, day, rows) {}

  void add() {
    add_revenue();
    if (t_.contracts) add_renewals();
    if (t_.usage && known("usage", t_.usage->first_day())) add_usage();
    if (t_.milestones &&
        known("milestones", first_of(t_.milestones->data().rows, &adoption::detail::MilestoneRow::date)))
      add_milestones();
    if (t_.touches && known("touches", first_of(t_.touches->data().rows, &coverage::detail::TouchRow::date)))
      add_touches();
    if (t_.tickets && known("tickets", first_of(t_.tickets->data().rows, &health::detail::TicketRow::opened)))
      add_tickets();
    if (t_.goals) add_goals();
  }

 private:
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  template <class Row>
  static std::optional<Date> first_of(const std::vector<Row>& rows, std::int32_t Row::*date) {
    std::optional<Date> first;
    for (const Row& row : rows)
      if (!first || row.*date < first->days) first = Date{row.*date};
    return first;
  }
  /// Before its first row a table tells nothing: not even that nothing happened.
  bool known(const char* table, std::optional<Date> first) {
    if (first && *first <= day_) return true;
    rows_.note(
        "nothing_known_yet", Severity::information,
        fmt::format("{} has no row up to {}; it brings no measures of that day", table, to_string(day_)),
        table);
    return false;
  }
  void put(const Customer& customer, const char* measure, double value) {
    rows_.add(customer.account, measure, value, day_.days);
  }
  /// Each customer's value of a column of a result, another where it has no row.
  template <class T>
  void put_all(const AccountPlaces& places, const char* measure, const std::vector<T>& values,
               double otherwise) {
    for (const Customer& customer : customers_.all()) {
      const std::size_t row = places.of(customer.account);
      put(customer, measure, row == AccountPlaces::none ? otherwise : static_cast<double>(values[row]));
    }
  }
  AccountPlaces places(const IdColumn& account, const char* table) {
    const std::vector<std::uint32_t> codes = rows_.codes_of(*account.ids(), table);
    return AccountPlaces(account, codes, rows_.accounts());
  }

  void add_revenue() {
    const double unit = std::pow(10.0, customers_.currency().exponent);
    for (const Customer& customer : customers_.all()) {
      put(customer, "mrr", static_cast<double>(customer.mrr_minor) / unit);
      put(customer, "tenure_days", day_.days - customer.start);
    }
  }
  void add_renewals() {
    const revenue::detail::ContractRows& data = t_.contracts->data();
    const std::vector<std::uint32_t> codes = rows_.codes_of(*data.accounts, "contracts");
    std::vector<std::int32_t> end(rows_.accounts(), min_day);
    for (const revenue::detail::ContractRow& row : data.rows)
      if (row.signed_on <= day_.days) end[codes[row.account]] = std::max(end[codes[row.account]], row.end);
    for (const Customer& customer : customers_.all())
      put(customer, "days_to_renewal",
          end[customer.account] > day_.days ? end[customer.account] - day_.days : none);
  }
  void add_usage() {
    const std::vector<std::string> events = t_.usage->events();
    const auto users =
        adoption::engagement(*t_.usage, {.by = {"account"},
                                         .features = o_.features.empty() ? events : o_.features,
                                         .window = o_.usage_days,
                                         .as_of = day_});
    const AccountPlaces at = places(users.group, "usage");
    if (t_.usage->has_users()) {
      put_all(at, "active_users", users.active_users, 0);
      put_all(at, "weekly_active_users", users.weekly_users, 0);
    } else {
      rows_.note("users_unknown", Severity::information,
                 "usage does not say which user did what; nobody is counted");
    }
    put_all(at, "core_actions", users.core_actions, 0);
    if (!events.empty()) put_all(at, "features_used", users.features_used, 0);
    if (!o_.features.empty()) add_breadth(at, users);
    rows_.pass_on(users.findings, "window_longer_than_data");
    const auto days = adoption::user_engagement(*t_.account_usage, {.window = o_.usage_days, .as_of = day_});
    const AccountPlaces by_account = places(days.account, "usage");
    put_all(by_account, "active_days", days.active_days, 0);
    std::vector<std::int32_t> since;
    for (const std::int32_t last : days.last_day.days) since.push_back(day_.days - last);
    put_all(by_account, "days_since_use", since, none);
    if (t_.seats) add_seats();
  }
  void add_breadth(const AccountPlaces& at, const adoption::Engagement& users) {
    std::vector<double> breadth;
    for (const double share : users.breadth) breadth.push_back(std::isnan(share) ? 0 : share);
    put_all(at, "breadth", breadth, 0);
  }
  void add_seats() {
    const auto found =
        adoption::seat_utilization(*t_.usage, *t_.seats, {.window = o_.usage_days, .as_of = day_});
    put_all(places(found.account, "subscriptions"), "seat_utilization", found.utilization, none);
  }
  void add_milestones() {
    add_value();
    const auto stages = adoption::lifecycle(*t_.milestones, {.onboarding = o_.start_milestone,
                                                             .adoption = o_.value_milestone,
                                                             .contracts = t_.contracts,
                                                             .as_of = day_});
    const std::vector<std::uint32_t> codes = rows_.codes_of(*stages.account.ids(), "milestones");
    std::vector<std::size_t> current(rows_.accounts(), AccountPlaces::none);
    for (std::size_t row = 0; row < stages.days.size(); ++row)
      if (stages.ended[row] == 0) current[codes[stages.account.codes()[row]]] = row;
    for (const Customer& customer : customers_.all()) {
      const std::size_t row = current[customer.account];
      if (row == AccountPlaces::none) continue;
      put(customer, "stage_days", static_cast<double>(stages.days[row]));
      put(customer, "stage_stalled", stages.stalled[row]);
      put(customer, "in_onboarding", stages.stage[row] == adoption::LifecycleStage::onboarding ? 1 : 0);
      if (t_.contracts)
        put(customer, "in_renewal", stages.stage[row] == adoption::LifecycleStage::renewal ? 1 : 0);
    }
  }
  void add_value() {
    const auto waits = adoption::value_lifetimes(
        *t_.milestones, {.start = o_.start_milestone, .value = o_.value_milestone, .as_of = day_});
    const survival::detail::LifetimeData& data = waits.data();
    const IdColumn& account = std::get<IdColumn>(data.attributes.at("account"));
    std::vector<std::uint8_t> reached;
    for (std::size_t row = 0; row < data.rows; ++row) reached.push_back(data.ended[row] != 0 ? 1 : 0);
    put_all(places(account, "milestones"), "value_reached", reached, none);
  }
  void add_touches() {
    const bool planned = o_.tiers && o_.plan;
    const auto touched =
        planned ? coverage::cadence(*t_.touches, *o_.tiers, *o_.plan, {.as_of = day_})
                : coverage::cadence(*t_.touches, customers_.spans(), one_tier(), {.as_of = day_});
    const AccountPlaces at = places(touched.account, planned ? "tiers" : "touches");
    put_all(at, "days_since_touch", touched.days_since, none);
    if (planned) put_all(at, "touch_overdue_days", touched.overdue_days, none);
  }
  /// Days since a touch do not depend on a cadence, but whoever counts them wants one.
  static coverage::TierPlan one_tier() {
    return coverage::TierPlan({.tier = IdColumn(std::vector<std::string>{"customer"}),
                               .cadence_days = Column<double>(std::vector<double>{30})});
  }
  void add_tickets() {
    const auto found =
        health::support(*t_.tickets, {.as_of = day_, .window_days = o_.support_days, .by = {"account"}});
    const AccountPlaces at = places(found.group, "tickets");
    put_all(at, "open_tickets", found.open, 0);
    put_all(at, "tickets_opened", found.opened, 0);
    put_all(at, "days_to_close", found.mean_days, none);
    put_all(at, "ticket_score", found.mean_score, none);
    if (!t_.tickets->data().has_escalated) {
      rows_.note("column_not_given", Severity::information,
                 "tickets have no column escalated; it would bring open_escalated_tickets");
      return;
    }
    put_all(at, "open_escalated_tickets", found.open_escalated, 0);
    if (!found.findings.empty())
      rows_.note(
          "undated_attribute", Severity::warning,
          "tickets.escalated has no date of its own; before the last day of the tickets it may tell what "
          "came later");
  }
  void add_goals() {
    const auto found = adoption::outcomes(*t_.goals, {.as_of = day_});
    const std::vector<std::uint32_t> codes = rows_.codes_of(*found.account.ids(), "goals");
    std::vector<double> stalled(rows_.accounts(), none);
    for (std::size_t row = 0; row < found.stalled.size(); ++row) {
      double& count = stalled[codes[found.account.codes()[row]]];
      count = (std::isnan(count) ? 0 : count) + found.stalled[row];
    }
    for (const Customer& customer : customers_.all())
      put(customer, "stalled_goals", stalled[customer.account]);
  }

  const MeasuredTables& t_;
  const MeasuresOptions& o_;
  Date day_;
  MeasureRows& rows_;
  CustomersOn customers_;
};

}  // namespace fealty::company::detail
