// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/arrow.hpp>
#include <fealty/core/bytes.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/core/money.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/core/partial_state.hpp>
#include <fealty/core/period.hpp>
#include <fealty/core/time_zone.hpp>
#include <fealty/core/version.hpp>

#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/amount_summary.hpp>
#include <fealty/revenue/changes.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/concentration.hpp>
#include <fealty/revenue/contract_value.hpp>
#include <fealty/revenue/contracts.hpp>
#include <fealty/revenue/costs.hpp>
#include <fealty/revenue/closed_periods.hpp>
#include <fealty/revenue/ledger_state.hpp>
#include <fealty/revenue/monthly_amount.hpp>
#include <fealty/revenue/movements.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/reconcile.hpp>
#include <fealty/revenue/reconciliation.hpp>
#include <fealty/revenue/snapshots.hpp>
#include <fealty/revenue/subscription_columns.hpp>
#include <fealty/revenue/subscriptions.hpp>
#include <fealty/revenue/unit_economics.hpp>
#include <fealty/revenue/summary.hpp>

#include <fealty/retention/churn_rate.hpp>
#include <fealty/retention/cohort_table.hpp>
#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/retention/lifetime_value.hpp>
#include <fealty/retention/logo_retention.hpp>
#include <fealty/retention/renewal.hpp>
#include <fealty/retention/revenue_retention.hpp>

#include <fealty/company/company.hpp>
#include <fealty/company/simulate.hpp>
