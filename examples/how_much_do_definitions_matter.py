# SPDX-License-Identifier: MIT
"""How much do definitions matter? The same year of the same company, by every convention of retention."""

import fealty as ft

company = ft.company.simulate(500, seed=1)
rows = ft.revenue.Subscriptions(
    company.subscriptions, account="account", start="start", end="end", mrr="mrr", kind="kind", currency="USD"
)
ledger = ft.revenue.mrr_ledger(rows)
sides = ft.retention.conventions(ledger, window=12)

for measure in ("nrr", "grr", "logo_retention"):
    values = [
        (value, str(name))
        for value, name, each in zip(sides.value, sides.convention, sides.measure, strict=True)
        if str(each) == measure and value == value
    ]
    (low, lowest), (high, highest) = min(values), max(values)
    print(f"{measure}: {low:.1%} ({lowest}) to {high:.1%} ({highest}), {len(values)} conventions")

stripe = ledger.with_policy("stripe")  # the same rows, as Stripe would count them
print("closing MRR:", ledger.periods.closing[-1], "by default,", stripe.periods.closing[-1], "as Stripe counts")
