# SPDX-License-Identifier: MIT
"""How well is revenue retained? A service that takes subscriptions batch by batch, and asks any time."""

import fealty as ft

state = ft.revenue.LedgerState()
for batch in range(3):  # as they arrive: from a queue, a file, another process
    rows = range(40)
    state.update(
        ft.revenue.Subscriptions(
            {
                "account": [f"customer-{40 * batch + i}" for i in rows],
                "start": [f"2023-{1 + i % 12:02}-{1 + i % 28:02}" for i in rows],
                "end": [f"2024-{1 + i % 12:02}-10" if i % 5 == 0 else None for i in rows],
                "cents": [100_00 + 10_00 * i for i in rows],
            },
            account="account",
            start="start",
            end="end",
            mrr_minor="cents",
            currency="USD",
        )
    )
ledger = ft.revenue.mrr_ledger(state, as_of="2024-12-31")
retention = ft.retention.revenue_retention(ledger, window=12)
print(f"{len(state):,} rows, {len(state.serialize()):,} as bytes")
print(f"NRR {100 * retention.nrr[-1]:.1f}%, GRR {100 * retention.grr[-1]:.1f}%")
