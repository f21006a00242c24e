// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/frame.hpp>

#include <array>
#include <string_view>

namespace fealty::company {

/// The tables of one company; a table that is not there is a frame without columns.
///
/// A field bears the name of its table, and a frame's columns bear the names of that table's columns. The
/// last three tables exist for a simulated company alone: they say what is true.
struct Company {
  Frame accounts;        ///< account, parent, created, name, and attributes
  Frame subscriptions;   ///< account, start, end, mrr, …: the one table that is always there
  Frame contracts;       ///< account, signed_on, start, end, total, one_time
  Frame costs;           ///< period, sales_and_marketing, cost_of_goods_sold
  Frame exchange_rates;  ///< date, base, quote, rate
  Frame usage;           ///< account, at, event, user, value
  Frame milestones;      ///< account, milestone, date
  Frame touches;         ///< account, date, channel, csm, direction, hours
  Frame surveys;         ///< account, date, kind, score, user
  Frame tickets;         ///< account, opened, closed, severity, escalated, score
  Frame observations;    ///< account, measure, value, date, reason
  Frame goals;           ///< account, goal, unit, baseline, target, date, actual, value_per_unit, cost
  Frame owners;          ///< account, csm, valid_from, valid_to
  Frame causes;          ///< account, date, cause: why each lost account left
  Frame truth;           ///< account and its hidden traits
  Frame hazards;         ///< account, date, and the true hazard of the month that begins then
};

/// A table of a company under its name.
struct NamedTable {
  std::string_view name;
  const Frame* table;  ///< part of the company, which must outlive it
};

/// Lists a company's tables, in the order of its fields.
inline std::array<NamedTable, 16> tables(const Company& company) {
  return {{{"accounts", &company.accounts},
           {"subscriptions", &company.subscriptions},
           {"contracts", &company.contracts},
           {"costs", &company.costs},
           {"exchange_rates", &company.exchange_rates},
           {"usage", &company.usage},
           {"milestones", &company.milestones},
           {"touches", &company.touches},
           {"surveys", &company.surveys},
           {"tickets", &company.tickets},
           {"observations", &company.observations},
           {"goals", &company.goals},
           {"owners", &company.owners},
           {"causes", &company.causes},
           {"truth", &company.truth},
           {"hazards", &company.hazards}}};
}

}  // namespace fealty::company
