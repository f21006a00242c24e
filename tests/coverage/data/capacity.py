# SPDX-License-Identifier: MIT
"""Plans the work day by day in exact fractions, with nothing but the standard library.

    python tests/coverage/data/capacity.py

The draws are those of tests/coverage/random.hpp, so capacity_test.cpp makes the same tables.
"""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from cadence import Draws

AS_OF, WEEKS, FULL_TIME, PART_TIME = 400, 26, 40 * 60 * 3 // 4, 5 * 60
PLAN = {  # hours and days of onboarding, check-in, review, renewal
    "H": ((40, 90), (2, 14), (10, 91), (12, 90)),
    "L": ((10, 60), (1, 30), (4, 182), (4, 60)),
    "T": ((1, 30), None, None, (Fraction(1, 2), 30)),
}
KINDS = ("onboarding", "check_in", "review", "renewal")


def tables():
    draws = Draws(23)
    spans, contracts, owners = [], [], []
    for account in range(80):
        start = 150 + draws.below(260)
        tier = "HLT"[draws.below(3)]
        if draws.below(2) == 0:
            spans.append((account, tier, start, None, 1000 * draws.below(9)))
        else:
            change = start + 1 + draws.below(100)
            after = "HLT"[draws.below(3)]
            gap = draws.below(2) * draws.below(20)
            acv = 1000 * draws.below(9)
            spans.append((account, tier, start, change, acv))
            spans.append((account, after, change + gap, change + gap + 20 + draws.below(400), acv))
        day = start
        for _ in range(draws.below(4)):
            term = 30 + draws.below(200)
            contracts.append((account, day - draws.below(60), day, day + term))
            day += term + draws.below(3) * draws.below(40)
        owners.append((account, draws.below(5)))
    return spans, contracts, owners


def before(minutes, from_day, days, day, again):
    """How much of the work falls before a day, cut down to whole minutes."""
    gone = max(0, day - from_day)
    return floor(Fraction(minutes) * (gone if again else min(gone, days)) / days)


def live_accounts(spans):
    for account in range(80):
        mine = sorted(s for s in spans if s[0] == account and s[2] <= AS_OF)
        held = [s for s in mine if s[3] is None or AS_OF < s[3]]
        if not held:
            continue
        [now] = held
        start = now[2]
        for s in reversed(mine):
            if s[3] == start:
                start = s[2]
        yield account, now[1], start, now[4]


def renewals(contracts, account):
    mine = [c for c in contracts if c[0] == account and c[1] <= AS_OF]
    for c in mine:
        after = (o for o in mine if o[2] > c[2] and o[3] > c[3] and c[3] - 90 <= o[2] <= c[3] + 30)
        if c[3] > AS_OF and not any(after):
            yield c[3], c[3] - c[2]


def work_of(tier, start, due_terms, monday):
    """minutes by kind and week"""
    out = {(kind, week): 0 for kind in KINDS for week in range(WEEKS)}
    mondays = [monday + 7 * week for week in range(WEEKS + 1)]

    def add(kind, minutes, from_day, days, again=False):
        for week in range(WEEKS):
            a, b = mondays[week], mondays[week + 1]
            out[kind, week] += before(minutes, from_day, days, b, again)
            out[kind, week] -= before(minutes, from_day, days, a, again)

    onboarding, check_in, review, renewal = PLAN[tier]
    add("onboarding", onboarding[0] * 60, start, onboarding[1])
    if check_in:
        add("check_in", check_in[0] * 60, start, check_in[1], True)
        add("review", review[0] * 60, start, review[1], True)
    for end, term in due_terms:
        for again in range(100):
            add("renewal", renewal[0] * 60, end + again * term - renewal[1], renewal[1])
    return out


def main():
    spans, contracts, owners = tables()
    monday = next(d for d in range(AS_OF + 1, AS_OF + 8) if (date(1970, 1, 1) + timedelta(d)).weekday() == 0)
    owner = dict(owners)
    supply = {0: FULL_TIME, 1: FULL_TIME // 2}
    live = list(live_accounts(spans))
    cells, movable = {}, []
    for account, tier, start, acv in live:
        due = list(renewals(contracts, account))
        work = work_of(tier, start, due, monday)
        for (kind, week), minutes in work.items():
            key = (owner[account], week, tier, kind)
            cells[key] = cells.get(key, 0) + minutes
        if tier == "L":
            other = work_of("T", start, due, monday)
            change = [sum(other[k, w] - work[k, w] for k in KINDS) for w in range(WEEKS)]
            movable.append((acv, account, change))
    print("live", len(live), "first", monday, "total", sum(cells.values()))
    print("accounts", [sum(owner[each[0]] == csm for each in live) for csm in range(5)])
    for name, place, values in (("csm", 0, range(5)), ("tier", 2, "HLT"), ("kind", 3, KINDS)):
        print(name, [sum(m for key, m in cells.items() if key[place] == value) for value in values])
    weeks = [sum(m for key, m in cells.items() if key[1] == week) for week in range(WEEKS)]
    print("weeks", weeks)
    by_csm = [[sum(m for k, m in cells.items() if k[0] == c and k[1] == w) for w in range(WEEKS)] for c in range(5)]
    beyond = [[max(0, m - supply.get(c, 0)) for m in by_csm[c]] for c in range(5)]
    print("shortfall by csm", [sum(b) for b in beyond], "weeks over", [sum(x > 0 for x in b) for b in beyond])
    time = sum(supply.values())
    print("shortfall", sum(max(0, m - time) for m in weeks), "weeks over", sum(m > time for m in weeks))
    peak = max(ceil(Fraction(m, FULL_TIME)) for m in weeks)
    print("headcount", ceil(Fraction(sum(weeks), FULL_TIME * WEEKS)), "peak", peak)
    movable.sort(key=lambda m: m[:2])
    print("movable", len(movable))
    for heads in (17, 19, 20, 21, 23):
        after, least = list(weeks), None
        rows = []
        for moved in range(len(movable) + 1):
            if moved:
                after = [a + c for a, c in zip(after, movable[moved - 1][2])]
            fits = all(m <= heads * PART_TIME for m in after)
            least = moved if fits and least is None else least
            if moved in (0, ceil(len(movable) / 2), len(movable)):
                rows.append((moved, sum(after), sum(max(0, m - heads * PART_TIME) for m in after)))
        print("what if", heads, "least", least, rows)


if __name__ == "__main__":
    main()
