"""Net Promoter Score and its intervals, without fealty: the oracle of nps_test.cpp, and how often each interval
holds the true score. Prints; needs numpy."""

from fractions import Fraction
from math import lgamma
from statistics import NormalDist

import numpy as np


def wald(promoters, detractors, n, z, more=0.0):
    """Wald's interval after `more` answers were added, a quarter of them promoters, a quarter detractors."""
    p, d = (promoters + more / 4) / (n + more), (detractors + more / 4) / (n + more)
    half = z * np.sqrt(np.maximum(p + d - (p - d) ** 2, 0) / (n + more))
    return np.maximum(p - d - half, -1), np.minimum(p - d + half, 1)


def coverage(n, confidence, interval):
    """Mean and least share of samples whose interval holds the true score, over a grid of populations."""
    counts = np.array([(i, j, n - i - j) for i in range(n + 1) for j in range(n + 1 - i)])
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    lower, upper = interval(counts[:, 0], counts[:, 1], n, z)
    ways = np.array([lgamma(n + 1) - lgamma(i + 1) - lgamma(j + 1) - lgamma(k + 1) for i, j, k in counts])
    shares = []
    for p in np.arange(0.05, 0.951, 0.05):
        for d in np.arange(0.05, 0.9501 - p + 0.0001, 0.05):
            logs = np.log(np.maximum([p, d, 1 - p - d], 1e-300))
            chance = np.exp(ways + counts @ logs)
            shares.append(chance[(lower <= p - d + 1e-12) & (p - d - 1e-12 <= upper)].sum())
    return np.mean(shares), np.min(shares)


if __name__ == "__main__":
    z = NormalDist().inv_cdf(0.975)
    for promoters, passives, detractors in [(162, 108, 54), (16, 12, 8), (3, 0, 0), (0, 1, 0), (5, 3, 2)]:
        n = promoters + passives + detractors
        p, d = Fraction(promoters, n), Fraction(detractors, n)
        error = np.sqrt(float(p + d - (p - d) ** 2) / n)
        lower, upper = wald(promoters, detractors, n, z, 3)
        print(f"{promoters}, {passives}, {detractors}: nps {100 * float(p - d):.13g}, std_error {100 * error:.13g}, "
              f"adjusted {100 * lower:.13g} {100 * upper:.13g}, Wald {100 * float(p - d) - 100 * z * error:.13g} "
              f"{100 * float(p - d) + 100 * z * error:.13g}")
    print("n, confidence: mean and least coverage of Wald, of 3 added answers, of 3/4 z^2 added")
    for n in (5, 10, 20, 50):
        for confidence in (0.8, 0.95, 0.99):
            three = [
                coverage(n, confidence, lambda p, d, n, z: wald(p, d, n, z)),
                coverage(n, confidence, lambda p, d, n, z: wald(p, d, n, z, 3)),
                coverage(n, confidence, lambda p, d, n, z: wald(p, d, n, z, 0.75 * z * z)),
            ]
            print(n, confidence, " ".join(f"{mean:.3f} {least:.3f}" for mean, least in three))
