// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/company.hpp>
#include <fealty/company/detail/account_tables.hpp>
#include <fealty/company/detail/company_tables.hpp>
#include <fealty/company/detail/hazard_table.hpp>
#include <fealty/company/detail/live.hpp>
#include <fealty/company/detail/relation_tables.hpp>
#include <fealty/company/detail/subscription_tables.hpp>
#include <fealty/company/detail/usage_table.hpp>
#include <fealty/company/detail/voice_tables.hpp>

#include <cstdint>
#include <utility>

namespace fealty::company::detail {

/// All tables in the making.
struct Tables {
  explicit Tables(const World& w)
      : world(w), owners(w), truth(w), subscriptions(w), costs(w), milestones(w), touches(w), surveys(w),
        tickets(w), observations(w), goals(w) {}

  const World& world;
  UserIds users;
  AccountsTable accounts;
  OwnersTable owners;
  TruthTable truth;
  SubscriptionsTable subscriptions;
  ContractsTable contracts;
  CausesTable causes;
  HazardsTable hazards;
  CostsTable costs;
  UsageTable usage;
  MilestonesTable milestones;
  TouchesTable touches;
  SurveysTable surveys;
  TicketsTable tickets;
  ObservationsTable observations;
  GoalsTable goals;

  void append(std::int64_t number, const Life& life) {
    accounts.append(world, number, life);
    owners.append(number, life);
    truth.append(number, life);
    subscriptions.append(number, life);
    contracts.append(number, life);
    causes.append(number, life);
    hazards.append(number, life);
    costs.append(life);
    usage.append(world, number, life, users);
    milestones.append(number, life);
    touches.append(number, life);
    surveys.append(number, life, users);
    tickets.append(number, life);
    observations.append(number, life);
    goals.append(number, life);
  }

  Company finish(std::int64_t count) && {
    const SharedIds ids = account_ids(count), csms = csm_ids(count), user_ids = std::move(users).finish();
    Company company;
    company.accounts = std::move(accounts).finish(ids);
    company.subscriptions = std::move(subscriptions).finish(ids);
    company.contracts = std::move(contracts).finish(ids);
    company.costs = std::move(costs).finish(count);
    company.exchange_rates = exchange_rates(world);
    company.usage = std::move(usage).finish(ids, user_ids);
    company.milestones = std::move(milestones).finish(ids);
    company.touches = std::move(touches).finish(ids, csms);
    company.surveys = std::move(surveys).finish(ids, user_ids);
    company.tickets = std::move(tickets).finish(ids);
    company.observations = std::move(observations).finish(ids);
    company.goals = std::move(goals).finish(ids);
    company.owners = std::move(owners).finish(ids, csms);
    company.causes = std::move(causes).finish(ids);
    company.truth = std::move(truth).finish(ids);
    company.hazards = std::move(hazards).finish(ids);
    return company;
  }
};

inline Company simulate(std::int64_t accounts, const World& world) {
  Tables tables(world);
  for (std::int64_t number = 0; number < accounts; ++number) tables.append(number, live(world, number));
  return std::move(tables).finish(accounts);
}

}  // namespace fealty::company::detail
