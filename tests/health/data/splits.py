# SPDX-License-Identifier: MIT
"""How accounts are dealt to folds, written anew: FNV-1a of the id's bytes, mixed with the seed by splitmix64.

    python tests/health/data/splits.py
"""

MASK = 2**64 - 1


def mix(x):
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & MASK
    return x ^ (x >> 31)


def key(account, seed):
    data = account.encode() if isinstance(account, str) else account.to_bytes(8, "little", signed=True)
    h = 0xCBF29CE484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001B3 & MASK
    return mix(h ^ mix((seed + 0x9E3779B97F4A7C15) & MASK))


def deal(outcome, folds, seed):
    order = sorted(outcome, key=lambda account: (outcome[account] == 0, key(account, seed), account))
    return {account: i % folds + 1 for i, account in enumerate(order)}


if __name__ == "__main__":
    for outcome in (dict(zip(range(1, 7), (1, 0, 1, 0, 1, 0))), dict(zip("abcdef", (1, 0, 1, 0, 1, 0)))):
        folds = deal(outcome, 3, 1)
        print({account: folds[account] for account in sorted(folds)})
