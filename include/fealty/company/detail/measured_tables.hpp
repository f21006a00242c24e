// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/goals.hpp>
#include <fealty/adoption/milestones.hpp>
#include <fealty/adoption/seats.hpp>
#include <fealty/adoption/usage.hpp>
#include <fealty/company/company.hpp>
#include <fealty/company/detail/frame_table.hpp>
#include <fealty/company/measures.hpp>
#include <fealty/coverage/touches.hpp>
#include <fealty/health/observations.hpp>
#include <fealty/health/surveys.hpp>
#include <fealty/health/tickets.hpp>
#include <fealty/revenue/contracts.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// The validated tables of a company, once for all days. What is not given is not there.
class MeasuredTables {
 public:
  MeasuredTables(const char* who, const Company& company, const MeasuresOptions& options)
      : who_(who), options_(options),
        subscriptions(read_subscriptions(table("subscriptions", company.subscriptions))),
        contracts(read_contracts(table("contracts", company.contracts))),
        usage(read_usage(table("usage", company.usage), true)),
        account_usage(read_usage(table("usage", company.usage), false)),
        seats(read_seats(table("subscriptions", company.subscriptions))),
        milestones(read_milestones(table("milestones", company.milestones))),
        touches(read_touches(table("touches", company.touches))),
        tickets(read_tickets(table("tickets", company.tickets))),
        surveys(read_surveys(table("surveys", company.surveys))),
        observations(read_observations(table("observations", company.observations))),
        goals(read_goals(table("goals", company.goals))) {}

 private:
  const char* who_;
  const MeasuresOptions& options_;

 public:
  bool has_status = false;         // of subscriptions
  std::optional<Date> last_start;  // of subscriptions
  revenue::Subscriptions subscriptions;
  std::optional<revenue::Contracts> contracts;
  std::optional<adoption::Usage> usage, account_usage;  // the latter without users
  std::optional<adoption::Seats> seats;
  std::optional<adoption::Milestones> milestones;
  std::optional<coverage::Touches> touches;
  std::optional<health::Tickets> tickets;
  std::optional<health::Surveys> surveys;
  std::optional<health::Observations> observations;
  std::optional<adoption::Goals> goals;

 private:
  FrameTable table(const char* name, const Frame& frame) const { return {who_, name, frame}; }

  revenue::Subscriptions read_subscriptions(const FrameTable& t) {
    if (!t.present())
      throw InvalidInput({who_, "subscriptions", {}, "", "is missing; the company needs this table"});
    const bool by_amount = t.has("amount");  // of mrr, a quantity is no factor
    revenue::SubscriptionColumns columns{
        .account = t.ids("account"), .start = t.days("start"), .end = t.days("end")};
    columns.mrr = t.amounts("mrr");
    columns.amount = t.amounts("amount");
    columns.interval_unit = t.ids("interval_unit");
    columns.interval_count = t.wholes("interval_count");
    if (by_amount) columns.quantity = t.wholes("quantity");
    columns.discount = t.amounts("discount");
    columns.discount_end = t.days("discount_end");
    columns.kind = t.ids("kind");
    columns.status = t.ids("status");
    columns.subscription = t.ids("subscription");
    columns.item = t.ids("item");
    columns.cancel_requested = t.days("cancel_requested");
    columns.paid_through = t.days("paid_through");
    columns.signed_on = t.days("signed_on");
    columns.currency_column = t.ids("currency");
    if (!t.has("currency")) columns.currency = options_.currency;
    has_status = t.has("status");
    for (std::size_t row = 0; row < columns.start.size(); ++row)
      if (columns.start.valid(row) && (!last_start || columns.start[row] > last_start->days))
        last_start = Date{columns.start[row]};
    return revenue::Subscriptions(columns);
  }
  std::optional<revenue::Contracts> read_contracts(const FrameTable& t) const {
    if (!t.present()) return std::nullopt;
    revenue::ContractColumns columns{.account = t.ids("account"),
                                     .signed_on = t.days("signed_on"),
                                     .start = t.days("start"),
                                     .end = t.days("end"),
                                     .total = t.amounts("total")};
    columns.one_time = t.amounts("one_time");
    columns.currency_column = t.ids("currency");
    if (!t.has("currency")) columns.currency = options_.currency;
    return revenue::Contracts(columns);
  }
  std::optional<adoption::Usage> read_usage(const FrameTable& t, bool users) const {
    if (!t.present()) return std::nullopt;
    adoption::UsageColumns columns{.account = t.ids("account"), .time = t.times("at")};
    if (users) columns.user = t.ids("user");
    columns.event = t.ids("event");
    columns.value = t.reals("value");
    columns.time_zone = options_.time_zone;
    return adoption::Usage(columns);
  }
  /// Quantities of recurring rows, as far as they are there.
  std::optional<adoption::Seats> read_seats(const FrameTable& t) const {
    if (options_.seats) return options_.seats;
    if (!t.has("quantity")) return std::nullopt;
    const IdColumn account = t.ids("account"), kind = t.ids("kind"), plan = t.ids("plan");
    const Column<std::int64_t> quantity = t.wholes("quantity");
    const Column<std::int32_t> start = t.days("start"), end = t.days("end");
    std::vector<std::uint32_t> accounts;
    std::vector<std::int64_t> counts;
    std::vector<std::int32_t> from, to;
    for (std::size_t row = 0; row < account.size(); ++row) {
      const bool recurring = !kind.present() || kind.codes()[row] == no_id || kind.text(row) == "recurring";
      if (!recurring || !quantity.valid(row) || !is_seat_plan(plan, row)) continue;
      accounts.push_back(account.codes()[row]);
      counts.push_back(quantity[row]);
      from.push_back(start[row]);
      to.push_back(end.present() && end.valid(row) ? end[row] : open);
    }
    return adoption::Seats({.account = IdColumn(std::move(accounts), account.ids()),
                            .seats = std::move(counts),
                            .valid_from = std::move(from),
                            .valid_to = std::move(to)});
  }
  bool is_seat_plan(const IdColumn& plan, std::size_t row) const {
    if (options_.seat_plans.empty()) return true;
    if (!plan.present())
      throw InvalidInput({who_, "seat_plans", {}, "", "needs a column plan of subscriptions"});
    return std::find(options_.seat_plans.begin(), options_.seat_plans.end(), plan.text(row)) !=
           options_.seat_plans.end();
  }
  static std::optional<adoption::Milestones> read_milestones(const FrameTable& t) {
    if (!t.present()) return std::nullopt;
    return adoption::Milestones(
        {.account = t.ids("account"), .milestone = t.ids("milestone"), .date = t.days("date")});
  }
  static std::optional<coverage::Touches> read_touches(const FrameTable& t) {
    if (!t.present()) return std::nullopt;
    return coverage::Touches({.account = t.ids("account"),
                              .date = t.days("date"),
                              .channel = t.ids("channel"),
                              .csm = t.ids("csm"),
                              .direction = t.ids("direction"),
                              .hours = t.reals("hours")});
  }
  static std::optional<health::Tickets> read_tickets(const FrameTable& t) {
    if (!t.present()) return std::nullopt;
    return health::Tickets({.account = t.ids("account"),
                            .opened = t.days("opened"),
                            .closed = t.days("closed"),
                            .severity = t.ids("severity"),
                            .escalated = t.flags("escalated"),
                            .score = t.reals("score")});
  }
  std::optional<health::Surveys> read_surveys(const FrameTable& t) const {
    if (!t.present()) return std::nullopt;
    return health::Surveys({.account = t.ids("account"),
                            .date = t.days("date"),
                            .kind = t.ids("kind"),
                            .score = t.reals("score"),
                            .user = t.ids("user"),
                            .csat_scale = options_.csat_scale,
                            .ces_scale = options_.ces_scale});
  }
  static std::optional<health::Observations> read_observations(const FrameTable& t) {
    if (!t.present()) return std::nullopt;
    return health::Observations({.account = t.ids("account"),
                                 .measure = t.ids("measure"),
                                 .value = t.reals("value"),
                                 .date = t.days("date")});
  }
  static std::optional<adoption::Goals> read_goals(const FrameTable& t) {
    if (!t.present()) return std::nullopt;
    return adoption::Goals({.account = t.ids("account"),  // amounts do not matter here
                            .goal = t.ids("goal"),
                            .unit = t.ids("unit"),
                            .baseline = t.reals("baseline"),
                            .target = t.reals("target"),
                            .date = t.days("date"),
                            .actual = t.reals("actual"),
                            .due = t.days("due")});
  }
};

}  // namespace fealty::company::detail
