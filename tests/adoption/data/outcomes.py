# SPDX-License-Identifier: MIT
"""Prints the figures that the tests of outcomes hold, in exact fractions: python3 outcomes.py

Goals of a generator that any language has, x <- 16807 x mod 2^31 - 1, looked at day by day.
"""

from fractions import Fraction as F

state = 0


def draw(below):
    global state
    state = 16807 * state % 2147483647
    return below * state // 2147483647


def goals(seed):
    """Rows (account, goal, baseline, target, date, actual or None, due, value per unit, cost) in minor units."""
    global state
    state = 1000 * seed
    for _ in range(3):
        draw(2)
    rows = []
    for account in range(10 + draw(10)):
        for goal in range(draw(4)):
            baseline, way = draw(100), draw(100) - 30
            first, length, value, cost = draw(200), 30 + draw(300), draw(500), draw(20000)
            for k in range(1 + draw(6)):
                actual = None if draw(5) == 0 else baseline + draw(60) - 20 if way > 0 else baseline - draw(60) + 20
                rows.append((account, goal, baseline, baseline + way, first + 35 * k, actual, first + length, value, cost))
    return rows


def outcome(rows, as_of):
    """Of one goal, whose rows are by date."""
    known = [row for row in rows if row[4] <= as_of]
    if not known:
        return None
    _, _, baseline, target, start, _, due, value, cost = known[0]
    sign = -1 if target < baseline else 1
    measured = [(row[4], row[5]) for row in known if row[5] is not None]
    attainment = F(measured[-1][1] - baseline, target - baseline) if measured and target != baseline else None
    planned = F(1) if as_of >= due else F(as_of - start, due - start)
    best, progressed = 0, start
    for day, actual in measured:
        if sign * (actual - baseline) > best:
            best, progressed = sign * (actual - baseline), day
    stalled = target != baseline and not (attainment is not None and attainment >= 1) and as_of - progressed >= 90
    worth = value * sign * (measured[-1][1] - baseline) if measured else None
    payback = next((day - start for day, actual in measured if value * sign * (actual - baseline) >= cost), None)
    return attainment, planned, stalled, worth, cost, payback


print("accounts with goals, goals, measured, reached, stalled, attainment, pace, priced, value, cost, paid back, sum of payback days")
for seed in range(1, 9):
    table = {}
    for row in goals(seed):
        table.setdefault(row[:2], []).append(row)
    found = {key: outcome(rows, 250) for key, rows in table.items()}
    found = {key: each for key, each in found.items() if each is not None}
    measured = [each for each in found.values() if each[0] is not None]
    priced = [each for each in found.values() if each[3] is not None]
    planned = sum(each[1] for each in measured)
    print(
        "{", len({key[0] for key in found}), ", ", len(found), ", ", len(measured), ", ",
        sum(each[0] >= 1 for each in measured), ", ", sum(each[2] for each in found.values()), ", ",
        float(sum(min(max(each[0], 0), 1) for each in measured) / len(measured)), ", ",
        float(sum(each[0] for each in measured) / planned), ", ",
        len(priced), ", ", sum(each[3] for each in priced), ", ", sum(each[4] for each in priced), ", ",
        sum(each[3] >= each[4] for each in priced), ", ", sum(each[5] or 0 for each in priced), "},", sep="",
    )  # fmt: skip
