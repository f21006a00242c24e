# SPDX-License-Identifier: MIT
"""Prints the figures that the tests of the growth equation hold, in exact fractions: python3 growth.py

The change of successes between two periods, walked through in all orders of the factors. Parts in units of
2^-20 of a customer, rounded, and what is left given to the largest part.
"""

import random
from fractions import Fraction as F
from itertools import permutations


def walk(factors_before, factors_now):
    """The mean, over all orders, of what the change of each factor did."""
    n = len(factors_before)
    parts, orders = [F(0)] * n, list(permutations(range(n)))
    for order in orders:
        at, product = list(factors_before), 1
        for each in at:
            product *= each
        for i in order:
            at[i] = factors_now[i]
            after = 1
            for each in at:
                after *= each
            parts[i] += (after - product) / len(orders)
            product = after
    return parts


def units(parts, change):
    """Rounded to 2^-20, adding up to the change."""
    rounded = [round(each * 2**20) for each in parts]
    largest = max(range(len(parts)), key=lambda i: (abs(rounded[i]), -i))
    rounded[largest] += change * 2**20 - sum(rounded)
    return rounded


def factors(row, total):
    customers, onboarded, adopted, _ = row
    share = F(customers, total) if total else None
    return [F(total), share, F(onboarded, customers) if customers else None, F(adopted, onboarded) if onboarded else None]


def per_csm(row):
    return [F(row[3]), F(row[2], row[3]) if row[3] else None]


def fill(a, b):
    a = [y if x is None else x for x, y in zip(a, b)]
    b = [x if y is None else y for x, y in zip(a, b)]
    return [x or F(0) for x in a], [x or F(0) for x in b]


def explain(before, now):
    """Rows of (customers, onboarded, adopted, csms) by segment."""
    nobody, sums = (0, 0, 0, 0), [0] * 6
    totals = [sum(row[0] for row in table.values()) for table in (before, now)]
    for name in sorted({*before, *now}):
        a, b = before.get(name, nobody), now.get(name, nobody)
        parts = units(walk(*fill(factors(a, totals[0]), factors(b, totals[1]))), b[2] - a[2])
        csms = units(walk(*fill(per_csm(a), per_csm(b))), b[2] - a[2])
        sums = [x + y for x, y in zip(sums, parts + csms)]
        print(name, a, b, ":", b[2] - a[2], ":", *parts, ":", *csms)
    print("all :", *sums)


print("one segment")
explain({"all": (120, 90, 60, 4)}, {"all": (150, 120, 84, 5)})
print("the same rates, another mix")
explain({"a": (100, 80, 40, 2), "b": (100, 40, 10, 2)}, {"a": (50, 40, 20, 1), "b": (150, 60, 15, 3)})
print("random")
random.seed(5)


def draw():
    customers = random.randint(1, 9999)
    onboarded = random.randint(1, customers)
    return customers, onboarded, random.randint(1, onboarded), random.randint(1, 30)


explain({k: draw() for k in "abcd"}, {k: draw() for k in "bcde"})

print("needs of (120, 90, 60, 4) for 100 and of (120, 90, 60, 4) for 80")
for target in (100, 80):
    C, y, z, S = 120, F(90, 120), F(60, 90), 60
    factor = (F(target) / S) ** F(1, 2)
    print(*map(float, (F(target, C), target / (C * z), target / (C * y), factor, factor * float(y), factor * float(z),
                       target / (y * z), F(target * 4, S))))
