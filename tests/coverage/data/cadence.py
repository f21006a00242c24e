# SPDX-License-Identifier: MIT
"""Looks at every account on every day, with nothing but the standard library.

    python tests/coverage/data/cadence.py

The draws are those of tests/coverage/random.hpp, so cadence_test.cpp makes the same tables.
"""

AS_OF = 400
CADENCE = {"H": 7, "L": 30, "T": None}


class Draws:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def tables():
    draws = Draws(11)
    spans, touches = [], []
    for account in range(60):
        day = draws.below(200)
        for _ in range(1 + draws.below(4)):
            length = 1 + draws.below(150)
            spans.append((account, "HLT"[draws.below(3)], day, day + length))
            day += length + (draws.below(30) if draws.below(4) == 0 else 0)
        for _ in range(draws.below(25)):
            touches.append((account, draws.below(450), draws.below(2)))
    return spans, touches


def main():
    spans, touches = tables()
    totals = {}
    for only_calls in (False, True):
        overdue_days = gaps = gaps_touched = live = overdue_now = since_now = 0
        covered = {tier: [0, 0] for tier in CADENCE}
        for account in range(60):
            tier_on = {}
            for who, tier, start, end in spans:
                if who == account:
                    tier_on.update(dict.fromkeys(range(start, end), tier))
            last_span = max((s for s in spans if s[0] == account and s[2] <= AS_OF), key=lambda s: s[2], default=None)
            days = {d for who, d, call in touches if who == account and (call or not only_calls)}
            mark, was_overdue = None, False
            for day in range(AS_OF + 1):
                if day not in tier_on:
                    mark, was_overdue = None, False
                    continue
                if mark is None:
                    mark = day
                if day in days:
                    gaps_touched += was_overdue
                    mark = day
                cadence = CADENCE[tier_on[day]]
                overdue = cadence is not None and day - mark > cadence
                overdue_days += overdue
                gaps += overdue and not was_overdue
                was_overdue = overdue
            if last_span and last_span[2] <= AS_OF < last_span[3]:
                tier = tier_on[AS_OF]
                live += 1
                overdue_now += was_overdue
                since_now += AS_OF - mark
                covered[tier][0] += 1
                covered[tier][1] += not was_overdue
        totals[only_calls] = (live, overdue_now, since_now, gaps, overdue_days, gaps_touched, covered)
    for only_calls, values in totals.items():
        print("calls" if only_calls else "all", *values)


if __name__ == "__main__":
    main()
