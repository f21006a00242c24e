# SPDX-License-Identifier: MIT
"""Prints the figures that the tests of the lifecycle hold: python3 lifecycle.py

Accounts of a generator that any language has, x <- 16807 x mod 2^31 - 1, asked on each day what their life is about.
"""

state = 0


def draw(below):
    global state
    state = 16807 * state % 2147483647
    return below * state // 2147483647


def account():
    """Days of signed, first value, adopted, churned, or None; contracts (signed, start, end)."""
    signed = draw(300)
    days = [signed]
    for most in (200, 400, 900):
        days.append(None if draw(4) == 0 else signed + draw(most))
    contracts, start = [], signed
    for _ in range(draw(5)):
        end = start + 60 + draw(400)
        contracts.append((max(start - draw(150), 0), start, end))
        start = end + draw(40) - 20
    return days, contracts


def about(day, days, contracts, renewal_days):
    """0, 1, 2 by milestones, 3 in a renewal; None before and after."""
    signed, value, adopted, churned = days
    if churned is not None and churned <= day:
        return None
    for agreed, start, end in contracts:
        known = agreed <= day and day >= max(end - renewal_days, start)
        if known and not any(other[2] > end and other[0] <= day for other in contracts):
            return 3
    reached = [stage for stage, at in enumerate((signed, value, adopted)) if at is not None and at <= day]
    return max(reached, default=None)


def stays(days, contracts, renewal_days, as_of):
    """(stage, days, how it ended), by what the account is about on each day."""
    found, now, since = [], None, 0
    for day in range(as_of + 1):
        next_ = about(day, days, contracts, renewal_days)
        if next_ == now:
            continue
        if now is not None:
            left = days[3] is not None and days[3] <= day
            found.append((now, day - since, "churned" if left else "renewed" if now == 3 else "moved_on"))
        now, since = next_, day
    if now is not None:
        found.append((now, as_of - since, "current"))
    return found


for seed in range(1, 7):
    state = 1000 * seed
    for _ in range(3):
        draw(2)
    accounts = [account() for _ in range(60)]
    every = [each for days, contracts in accounts for each in stays(days, contracts, 90, 800)]
    rows = []
    for stage in range(4):
        of = [each for each in every if each[0] == stage]
        rows.append([len(of), sum(each[1] for each in of)])
        rows[-1] += [sum(each[2] == how for each in of) for how in ("moved_on", "renewed", "churned", "current")]
    print("{" + ", ".join("{" + ", ".join(map(str, row)) + "}" for row in rows) + "},")
