# SPDX-License-Identifier: MIT
"""Which accounts drive churn? Opens the month with the most churn down to its accounts."""

import fealty as ft

company = ft.company.simulate(300, seed=1)
subscriptions = ft.revenue.Subscriptions(
    company.subscriptions, account="account", start="start", end="end", mrr="mrr", kind="kind", currency="USD"
)
ledger = ft.revenue.mrr_ledger(subscriptions)
periods = ledger.periods

worst = periods.churn_minor.argmax()
month = str(periods.period[worst])[:7]
lost = ft.revenue.accounts_behind(ledger, period=month, kind="churn")
print(f"{month}: churn {periods.churn[worst]:,.2f} USD")
for account, amount in zip(lost.account, lost.amount):
    print(f"  {account}  {amount:,.2f} USD")
