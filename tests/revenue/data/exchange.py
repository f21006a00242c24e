# SPDX-License-Identifier: MIT
"""Writes exchange.csv: amounts converted by Python's exact fractions.

A rate is the decimal that repr() gives its double. `way` tells how the two rates lead from base to quote:
direct (first alone), inverse (quote to base is first), chain (base to EUR, EUR to quote) or
euro (EUR to base, EUR to quote, as the European Central Bank publishes them).
"""

import csv
import math
from fractions import Fraction
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
DIGITS = {"USD": 2, "GBP": 2, "JPY": 0, "KWD": 3, "CLF": 4, "ISK": 0}


def random_rate(random: Random) -> float:
    if random.random() < 0.5:
        return float(random.randint(1, 10 ** random.randint(1, 6)) / 10 ** random.randint(0, 5))
    magnitude = random.choice([-0.5, 0.5, 3, 17.5, -17.5])
    return math.pow(10, magnitude * random.random()) * (1 + random.random())


def rounded(exact: Fraction, rounding: str) -> int:
    return round(exact) if rounding == "half_even" else math.floor(exact + Fraction(1, 2))


def row(random: Random) -> list[object]:
    base, quote = random.sample(sorted(DIGITS), 2)
    way = random.choice(["direct", "inverse", "chain", "euro"])
    first, second = random_rate(random), random_rate(random)
    a, b = Fraction(repr(first)), Fraction(repr(second))
    rate = {"direct": a, "inverse": 1 / a, "chain": a * b, "euro": b / a}[way]
    scaled = rate * Fraction(10) ** (DIGITS[quote] - DIGITS[base])
    if random.random() < 0.3 and scaled.denominator == 1 << (scaled.denominator.bit_length() - 1):
        minor = scaled.denominator // 2 * random.choice([-3, -1, 1, 3])  # a tie, where there is a half
    elif random.random() < 0.2:  # around the end of 64 bits
        minor = min(max(round((2**63 + random.choice([-2, 2]) * scaled) / scaled), -(2**63)), 2**63 - 1)
    else:
        minor = random.randint(-(10 ** random.randint(1, 18)), 10 ** random.randint(1, 18))
    rounding = random.choice(["half_even", "half_up"])
    want = rounded(minor * scaled, rounding)
    return [
        way,
        base,
        quote,
        repr(first),
        repr(second),
        minor,
        rounding,
        want if -(2**63) <= want < 2**63 else "overflow",
    ]


if __name__ == "__main__":
    random = Random(5)
    with (HERE / "exchange.csv").open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("way base quote first second minor rounding converted".split())
        writer.writerows(row(random) for _ in range(300))
