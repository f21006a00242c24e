# SPDX-License-Identifier: MIT
"""Who is expected to leave? Customers of today by tenure: their chance to stay, and whether plans differ."""

import fealty as ft

company = ft.company.simulate(300, seed=1)
subscriptions = ft.revenue.Subscriptions(
    company.subscriptions, account="account", start="start", end="end", mrr="mrr", kind="kind", currency="USD"
)
accounts = ft.revenue.Accounts(company.accounts, account="account", attributes=["segment"])
spells = ft.retention.customer_lifetimes(ft.revenue.mrr_ledger(subscriptions, as_of="2024-12-31"))
lives = ft.retention.lifetimes(spells, accounts=accounts)

for finding in ft.survival.study_audit(lives).findings:  # before any figure: is the study sound?
    print(f"{finding.code}: {finding.message}")
test = ft.survival.log_rank(lives, by="segment")
print(f"segments differ: p = {test.p_value:.3f}")

customers = {"age": spells.days[spells.ended == 0]}
today = ft.survival.conditional_survival(lives, customers, ahead=[180], bands=[0, 180, 365, 730])
known = today.customers - today.unknown
for days, count, stay, leave in zip(today.given_age, known, today.survival, today.expected_ended):
    print(f"from {days:.0f} days: {stay:.0%} stay half a year more, {leave:.1f} of {count} leave")
